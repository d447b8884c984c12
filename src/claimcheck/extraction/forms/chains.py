"""A second change of one level: "42 million, up 2% from June but down 5% from 44 million in 2023"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.draft import Draft
from claimcheck.extraction.forms.alone import kind_of_change
from claimcheck.extraction.forms.bases import is_of_other_step, is_on_the_side
from claimcheck.extraction.forms.changes import fits, on_other_basis
from claimcheck.extraction.forms.ends import bared
from claimcheck.extraction.forms.respectively import in_row
from claimcheck.extraction.text.earlier import is_back, is_comparison
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import subject_of
from claimcheck.extraction.text.then import timeless, year_then
from claimcheck.extraction.text.words import LATER, is_amount_of_change, is_change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.forms.when import When
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_AND = (
    r"(?:\s*,\s*(?:(?:and|but|though|yet)\s+)?|\s+(?:and|but|though|yet)\s+)"
    r"(?:(?:is|are|was|were|still|also|now|an?)\s+)*"
)
_WORD = r"(?!(?:and|but|while|with|which|when|as|is|was|were|are|had|has)\b)(?:[^\W\d_][\w.'’&-]*|[1-9]|[12]\d|3[01])"
_WORDS = rf"(?:\s+{_WORD}){{0,5}}"
_PAST = rf"(?:{_WORDS}?\s+(?:from|in|on|over|than|since|compared (?:with|to)){_WORDS}(?:\s+\d{{4}})?)?"
_SAME = lazy(rf"{_WORDS}\s*,\s*(?:or\s+)?(?:an?\s+)?", re.IGNORECASE)  # between a level and its first change
_FIRST = lazy(rf"(?:{_WORDS}|{_PAST}){_AND}", re.IGNORECASE)  # behind the first change, or what it is from
_UNCHANGED = lazy(
    rf"{_WORDS}\s*,\s*(?:(?:little|largely|virtually)\s+)?(?:unchanged|flat|stable|steady){_PAST}{_AND}", re.IGNORECASE
)
_ALSO_FROM = lazy(r"\s*,?\s*(?:and|but)\s+(?:(?:up|down)\s+)?from\s*", re.IGNORECASE)
_MEANWHILE = lazy(r",|\b(?:year|quarter|month|week|day)\b.*\b(?:from|than|against|with|to)\b", re.IGNORECASE)
_NEAR = 45  # characters between a change and what it is one from


def chained(when: When, found: Sequence[Draft], left: Sequence[Written], group: int) -> Iterator[Draft]:
    """Yield a second change of a level, with the level that this one is from; `group` is one of no draft."""
    sentence = when.sentence
    for at in range(1, len(sentence.quantities)):
        yield from _from_time(when, found, left, at)
        yield from _from_level(when, found, left, at)
    again: set[str] = set()
    for at in range(1, len(sentence.quantities) - 1):
        change, earlier = sentence.quantities[at : at + 2]
        if change not in left or earlier not in left or not _is_change(sentence, change) or earlier.upper:
            continue
        if in_row(sentence, change):  # "up 10% and 28% respectively from 41 and 54 million"
            continue
        straight = when.is_since(change, earlier) and not is_of_other_step(sentence, change, earlier)
        if _MEANWHILE.search(sentence.between(change, earlier)):
            straight = False  # "up 60% this year, from $20 in 2019"
        level = _level(sentence, at) if straight and is_back(sentence, change, earlier, _NEAR) else None
        if level is None or on_other_basis(sentence, change) or not fits(sentence, change, earlier, level):
            continue
        if is_on_the_side(sentence, level):
            continue
        own = next((draft for draft in found if draft.written is level and draft.kind == "value"), None)
        if own is None and level not in left:
            continue
        value = own or Draft(level, when.position, group, "value", subject_of(sentence, level), when.year(level))
        year = year_then(sentence, earlier)
        start = sentence.time_of(earlier, ahead=False) or (str(year) if year else f"{when.before} again")
        if start == value.in_ or start in again:
            continue
        again.add(start)
        yield from [] if own else [value]
        yield value._replace(written=change, kind=kind_of_change(change), from_=start)
        yield value._replace(written=bared(sentence, change, earlier), in_=start)


def _from_time(when: When, found: Sequence[Draft], left: Sequence[Written], at: int) -> Iterator[Draft]:
    """Yield a second change of a level that is from a time without one: "and down 35,800 from May 2016"."""
    sentence, change = when.sentence, when.sentence.quantities[at]
    start = when.since(change) if change in left and _is_change(sentence, change) else None
    level = _level(sentence, at) if start else None
    if level is None or start is None or on_other_basis(sentence, change) or not fits(sentence, change, None, level):
        return
    for own in found:
        if own.written is level and own.kind == "value" and own.in_ != start:
            yield own._replace(written=change, kind=kind_of_change(change), from_=start)


def _from_level(when: When, found: Sequence[Draft], left: Sequence[Written], at: int) -> Iterator[Draft]:
    """Yield a second level that one is compared with: "7.2%, up from 7.1% in April and down from 9.3% in May 2016"."""
    sentence, numbers = when.sentence, when.sentence.quantities
    if at < 2 or numbers[at] not in left or not is_comparison(sentence, numbers[at - 2], numbers[at - 1]):  # noqa: PLR2004
        return
    start = sentence.time_of(numbers[at], ahead=False)
    if not start or not _ALSO_FROM.fullmatch(timeless(sentence.untimed(numbers[at - 1].amount_end, numbers[at].start))):
        return
    for own in found:
        if own.written is numbers[at - 2] and own.kind == "value" and numbers[at].unit == own.written.unit:
            yield own._replace(written=numbers[at], in_=start)


def _level(sentence: Sentence, at: int) -> Written | None:
    """Return the level whose second change stands at a place, no other thing being named since."""
    numbers = sentence.quantities
    before = numbers[at - 1]
    if _joined(sentence, before, numbers[at], _UNCHANGED):
        return before
    if not _joined(sentence, before, numbers[at], _FIRST):
        return None
    first = at - 1 if _is_change(sentence, before) else at - 2  # the first change, or the level it is from
    if first == at - 2 >= 0 and is_comparison(sentence, numbers[first], before):
        return numbers[first]  # "42 million, up from 41 million in June and down 2 million from 2023"
    if first < 0 or not _is_change(sentence, numbers[first]):
        return None
    if first == at - 2 and LATER.match(sentence.between(numbers[first], before)):
        return before  # "fell 0.5% to 1.96 million, and is now 7.1% lower than a year ago (2.11 million)"
    if first == at - 2 and not is_back(sentence, numbers[first], before, _NEAR):
        return None
    return numbers[first - 1] if first and _joined(sentence, numbers[first - 1], numbers[first], _SAME) else None


def _joined(sentence: Sentence, left: Written, right: Written, pattern: re.Pattern[str]) -> bool:
    gap = sentence.gap(max(left.end, left.amount_end), right.start)
    return bool(pattern.fullmatch(gap) or pattern.fullmatch(timeless(gap)))


def _is_change(sentence: Sentence, written: Written) -> bool:
    told = is_change(sentence, written) or is_amount_of_change(sentence, written)
    return told or (bool(written.direction) and written.by_to != "to")
