"""What is left of a number, however it is told: "sold 12 of its 345 trucks, leaving it with 333"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added
from claimcheck.extraction.forms.partitions import is_near
from claimcheck.extraction.readings.clauses import EARLIER, clauses, is_alike, is_meant, plain, stands_for
from claimcheck.extraction.readings.moved import ends_plainly
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, LEVELS, WORD
from claimcheck.quantity.show import show_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.readings.clauses import Clause
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_WHOLE = lazy(rf"\b(?:of|from)\s+(?:(?:the|its|their|our|his|her|all|these|those)\s+)*{HEDGES}$", re.IGNORECASE)
_LEADS = lazy(
    rf"(?:\b(?:leaving|leaves|left|still)(?:\s+{WORD}){{0,4}}?|\bthe\s+(?:other|remaining))\s+{HEDGES}$", re.IGNORECASE
)
_BEHIND = lazy(
    rf"\s*(?:{WORD}\s+){{0,3}}?(?:remain\w*|left|still|stayed|survived?|to\s+go|short\s+of\s+the\s+(?:target|goal|plan|total))\b",
    re.IGNORECASE,
)
_OTHER = lazy(r"\bthe\s+(?:other|remaining)\b", re.IGNORECASE)
_ANY = lazy(r"\b(?:leav\w+|left|still|other|remain\w*|survived?|stayed|short|to\s+go)\b", re.IGNORECASE)
_OTHERWISE = lazy(
    r"\b(?:added|joined|more|new|another|per|each|both|also|respectively|includ\w+|compared|average|homeless|without|dead"
    r"|injured|unemployed|jobless|the\s+rest|others)\b",
    re.IGNORECASE,
)
_THREE = 3
_BELIEVED = 12  # times; beyond, something else is left


def left(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield what is left of a whole, or is not, when the only other number of a sentence is taken off."""
    for clause in clauses(drafts, sentences):
        if len(clause.told) >= _THREE and _ANY.search(clause.sentence.words):
            told = [draft for draft in clause.told if draft.written.unit.family != "percent"]
            if len(told) == _THREE and told[-1] in clause.asked and _is_told(clause, told[-1]):
                yield from _wrong(clause, told)


def _is_told(clause: Clause, rest: Draft) -> bool:
    """Whether words say that a number is what is left."""
    behind = _BEHIND.match(clause.behind(rest))
    said = clause.sentence.words
    return bool(_LEADS.search(clause.lead(rest)) or behind) and not (_OTHERWISE.search(said) or EARLIER.search(said))


def _wrong(clause: Clause, told: Sequence[Draft]) -> Iterator[Bond]:
    one, other, rest = told
    wholes = [draft for draft in (one, other) if _WHOLE.search(clause.lead(draft))]
    numbers = [plain(draft) for draft in told]
    alike = is_alike(one.written, other.written) and all(is_alike(d.written, rest.written) for d in (one, other))
    if len(wholes) != 1 or not alike or not all(map(_is_level, numbers)):
        return
    whole, taken = (one, other) if wholes[0] is one else (other, one)
    three = [plain(draft) for draft in (whole, taken, rest)]
    lead = clause.lead(rest)
    if _OTHER.search(lead) and not ends_plainly(clause.sentence, rest.written):
        return
    if (_OTHER.search(lead) or not _LEADS.search(lead)) and not is_near(three[1:], three[0]):
        return  # "Of the 812 guests, 123 came by train, and 45 stayed overnight"
    value, stated = three[0].value - three[1].value, three[2].value
    if (0 < value < stated * _BELIEVED and stated < three[0].value) or is_meant(three, _fits):
        printed = clause.printed(whole, taken, rest)
        wrong = f"{printed[0]} less {printed[1]} is {show_number(value, three[2].unit)}, not {printed[2]}"
        wrong = "" if _fits(three) else wrong
        yield Bond(rest, (whole, taken), wrong, "it is all that is left", laws.difference(rest, whole, taken))


def _is_level(written: Written) -> bool:
    return written.unit.family in LEVELS and written.upper is None and not written.unit.per and written.value > 0


def _fits(three: Sequence[Written]) -> bool:
    whole, taken, rest = map(stands_for, three)
    return added((taken, rest)).meets(whole)
