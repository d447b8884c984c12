"""A number without what stands around it and does not change it: "212,000 homes" of "Some 212,000 homes"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_MERELY = lazy(r"(?:some|an estimated)\b", re.IGNORECASE)
_PRECISE = 3  # digits


def bare(sentence: Sentence, written: Written) -> Written:
    """Return a number without the verb before it: "2,900 jobs" of "cut 2,900 jobs"."""
    text = sentence.text[written.amount_start : written.end]
    return unrounded(written)._replace(direction="", by_to="", text=text, start=written.amount_start)


def undirected(written: Written) -> Written:
    """Return the same where only the words before it count no more: its text is as it was."""
    return unrounded(written._replace(direction="", by_to="", start=written.amount_start))


def unrounded(written: Written) -> Written:
    """Return a number without a hedge that its many digits belie: "some 68.3 million"."""
    digits = sum(map(str.isdecimal, written.digits)) - written.zeros
    belied = written.hedge == "about" and digits >= _PRECISE and _MERELY.match(written.text)
    return written._replace(hedge="") if belied else written


def falls(written: Written) -> bool:
    """Whether a verb says of a number above 0 that it is one below: "fell by 5%"."""
    return written.direction == "down" and written.value > 0


def without_parentheses(written: Written) -> Written:
    """Return a number in parentheses behind a name or a count, which put it no way below 0: "Holm (27%)"."""
    return written._replace(parenthesised=False, value=abs(written.value))
