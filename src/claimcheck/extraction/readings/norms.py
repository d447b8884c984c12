"""A level, how far it is from a norm, and that norm: "9.84 °C, 1.31 °C above the 1991-2020 average of 8.53 °C"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, printed_of, reckoned_number
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.bare import undirected
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, LEVELS, of_one_unit
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_LEADS = lazy(
    rf"(?:\s+of\s+[^\W\d_][\w-]*)?\s*(?:,\s+(?:or\s+|which\s+(?:is|was|were)\s+|(?:some|a\s+full)\s+)?|\s[–—-]\s|\s(?:was|were|is|are)\s){HEDGES}",
    re.IGNORECASE,
)
_NORM = lazy(
    r"\s*(?:(?:percentage\s+)?points?\s+)?(?:(?P<up>above|over|more\s+than|higher\s+than|warmer\s+than|ahead\s+of)"
    r"|(?P<down>below|under|less\s+than|fewer\s+than|lower\s+than|cooler\s+than|colder\s+than|short\s+of|shy\s+of))\s+"
    r"(?:(?:the|its|their|our|an?|his|her|last\s+year['’]s)\s+)?(?:(?:[\w'’-]|\d[–-]\d)+\s+){0,4}?"
    r"(?:(?:average|mean|median|norm|normal|target|goal|plan|budget|forecast|estimate|consensus|record|peak|high|low|limit"
    rf"|threshold|requirement|minimum|maximum|benchmark|quota)(?:\s+(?:level|value|figure|price))?(?:\s+(?:for|in)\s+[\w\s]{{2,20}})?\s+of"
    rf"|normal|usual|average|planned|budgeted|expected)\s+{HEDGES}",
    re.IGNORECASE,
)
_TIMES = lazy(
    r"\s*(?:as\s+(?:much|many|high|large)\s+as\s+)?(?:the|its|their|our)\s+(?:[\w'’-]+\s+){0,3}?"
    rf"(?:average|mean|median|record|peak|high|target|norm)(?:\s+(?:level|value|figure))?\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_RATE = lazy(r"\s*(?:per|each|an?)\b", re.IGNORECASE)
_PERCENT, _POINTS, _MULTIPLE = "percent", "points", "multiple"


def norms(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the distances from a norm that are those of the level before them, or are not for a slip alone."""
    for position, own in by_sentence(drafts).items():
        told = [*{draft.written.number_start: draft for draft in own if draft.kind != "assert"}.values()]
        told.sort(key=lambda draft: draft.written.number_start)
        for three in zip(told, told[1:], told[2:], strict=False):
            way = _way(sentences[position], *three)
            numbers = [undirected(draft.written) for draft in three]
            fits = bool(way) and _fits(way, numbers)
            if way and (fits or _is_slipped(way, numbers)):
                yield _bond(way, *three, sentences, fits=fits)


def _way(sentence: Sentence, level: Draft, apart: Draft, norm: Draft) -> int:
    """Return 1 for a level above a norm, -1 for one below, and 0 where nothing of the kind is said."""
    one, by, other = level.written, apart.written, norm.written
    pattern = _TIMES if by.unit.family == _MULTIPLE else _NORM
    said = pattern.fullmatch(sentence.gap(by.amount_end, other.amount_start))
    plain = not any(each.upper or each.unit.per or each.parenthesised for each in (one, by, other))
    if not said or not plain or not _LEADS.fullmatch(sentence.gap(one.amount_end, by.amount_start)):
        return 0
    moved = one.direction and one.by_to != "to" and by.unit.family != _MULTIPLE
    if moved or _RATE.match(sentence.after(other)) or not of_one_unit(one, other):
        return 0
    if by.unit.family == _MULTIPLE:
        alike = one.unit.family in LEVELS and not by.direction
    elif one.unit.family == _PERCENT:
        alike = by.unit.family == _POINTS
    else:
        alike = one.unit.family in LEVELS and (by.unit.family == _PERCENT or of_one_unit(by, one))
    return (1 if said.groupdict().get("up", True) else -1) if alike else 0


def _fits(way: int, three: Sequence[Written]) -> bool:
    """Whether a level may be so far from a norm."""
    own, by, of = map(interval, three)
    if three[1].unit.family not in (_PERCENT, _MULTIPLE):
        return added((of, by if way > 0 else by.negated())).meets(own)
    if by.low is None or by.high is None or of.low is None or of.high is None:
        return True
    start = 0 if three[1].unit.family == _MULTIPLE else 1
    ends = (start + way * by.low, start + way * by.high)
    return Interval(min(ends) * of.low, max(ends) * of.high).meets(own)


def _is_slipped(way: int, three: Sequence[Written]) -> bool:
    """Whether one digit changed in one of the three, or two swapped, make them fit."""
    return any(
        _fits(way, [*three[:at], other, *three[at + 1 :]])
        for at, number in enumerate(three)
        for _, other in digit_slips(number)
    )


def _bond(way: int, level: Draft, apart: Draft, norm: Draft, sentences: Sequence[Sentence], *, fits: bool) -> Bond:
    by, of = apart.written.value, norm.written.value
    value = of * (1 + way * by) if apart.written.unit.family == _PERCENT else of + way * by
    law = laws.growth(apart, norm, level) if apart.written.unit.family == _PERCENT else laws.change(apart, norm, level)
    joint = "above" if way > 0 else "below"
    if apart.written.unit.family == _MULTIPLE:
        value, joint, law = of * by, "the", laws.quotient(apart, level, norm)
    shown = reckoned_number(value, level.written.unit)
    printed, from_, told = (printed_of(draft, sentences) for draft in (level, norm, apart))
    said = f"{told} {joint} {from_} is {shown}, not {printed}"
    return Bond(apart, (level, norm), "" if fits else said, f"it is told of the {printed} of line {{line}}", law)
