"""Words that are multiples: "doubled", "tenfold", "twice", "halved"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.amounts import Amount
from claimcheck.quantity.digits import Numeral
from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.lexicon.numbers import MULTIPLES
from claimcheck.quantity.terms import TIMES

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_PLAIN = _words("double triple quadruple treble")
_DETERMINERS = _words("the that its their what last this of his her our in by from to over")
_AT_AN_END = _words("a and , .")
_BEFORE = _words("to will would could may might should than almost nearly about roughly at did")
_OFTEN = _words("a in per daily weekly yearly by , .")


def multiple_at(parts: Parts, index: int) -> Amount | None:
    """Return the factor of "doubled", "tenfold", "twice".

    "double" is one before "the" or behind "to", at the end of a quote or alone, not in "double decline".
    """
    word = parts.words[index].lower()
    before, after = parts.words[index - 1].lower(), parts.words[index + 1].lower()
    ended = (after in _AT_AN_END and before in _BEFORE) or (not after and (before in _BEFORE or not before))
    if word in _PLAIN and after not in _DETERMINERS and not ended:
        return None
    if (word in ("twice", "thrice") and after in _OFTEN) or (before == "-" and parts.glued(index)):
        return None  # "twice weekly", "he had 77 double-doubles"
    factor, _ = MULTIPLES[word]
    numeral = Numeral(factor or 1, 1 if factor else 2, 0, 0, index, index + 1, "word")
    place, end = parts.starts[index], parts.end(index)
    return Amount(numeral, index, index + 1, place, end, TIMES, 0, negative=False, form="multiple")
