"""What a column of a table may follow from, by the words of its head: what its numbers are held against."""

from __future__ import annotations

from itertools import pairwise, permutations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.tables import words
from claimcheck.quantity.period import YEAR, PeriodError, parse_period, previous, years_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.extraction.tables.grid import Head

_A_PAIR = 2
_FOR_AND_AGAINST = 4  # with those that do not know, or not answer
_NEAR = 8  # measures beside a column
Order = tuple[int, int]  # year and month


class Way(NamedTuple):
    """What the numbers of a column may be: a change of `measure` between periods, or its share in a whole."""

    kind: str  # growth, change, cagr, share, difference
    measure: str
    start: str = ""  # for a change; "" where it is the row before
    end: str = ""
    whole: str = ""  # what is measured of the whole, or is taken off
    of_total: bool = False  # in the total row that a row is a part of, not in another column
    nearest: bool = False  # in the nearest such row, not in that of all
    told: bool = True  # by its head; else all numbers have to fit
    before: Mapping[str, str] = {}  # where periods stand in the rows: of each the one that it is held against

    def years(self, start: str, end: str) -> int:
        """Return the whole years from one period to another; 0 where they are not known."""
        length = years_between(parse_period(start), parse_period(end))
        return int(length) if length is not None and length > 1 and length.denominator == 1 else 0


class Follower(NamedTuple):
    """A column that may follow from others: its head, the periods of each measure near it, and their order."""

    head: Head
    known: Mapping[str, Sequence[str]]
    order: Mapping[str, Order]
    beside: tuple[str, str]  # the periods of the levels before and behind it, "" where there is none
    by_rows: bool
    totals: bool  # whether some rows were found to make up others


def ways(column: Follower) -> Iterator[Way]:
    """Yield what a column may follow from, the likeliest first."""
    head, measures = column.head, list(column.known)[:_NEAR]
    bare = not head.measure and not head.period
    share = bool(words.SHARE.search(head.text)) or head.measure in measures
    if words.CAGR.search(head.text):
        yield from _moves(column, measures, ("cagr",))
    elif words.CHANGE.search(head.text) or (bare and not share):
        yield from _moves(column, measures, ("growth", "change"))
    if (words.is_gap(head.text) or words.CHANGE.search(head.text)) and not words.LEAD.fullmatch(head.text):
        yield from _gaps(column, measures)
    if share or bare:
        yield from _of_totals(column, measures)
    if not words.CHANGE.search(head.text) and not words.CAGR.search(head.text):
        yield from _of_columns(column, measures, told=share or bare)


def _moves(column: Follower, measures: Sequence[str], kinds: Sequence[str]) -> Iterator[Way]:
    for measure in measures:
        if column.by_rows:
            before = _before(column, measure)
            yield from (Way(kind, measure, before=before) for kind in kinds if before)
            continue
        for start, end in _spans(column, column.known[measure]):
            yield from (Way(kind, measure, start, end) for kind in kinds)


def _gaps(column: Follower, measures: Sequence[str]) -> Iterator[Way]:
    """Yield the differences of the two nearest measures: "Budget", "Actual", "Variance"; of more, "Net" is one."""
    near = _FOR_AND_AGAINST if words.NET.fullmatch(column.head.text) else _A_PAIR
    for measure, off in permutations(measures[:near], 2):
        for period in [""] if column.by_rows else column.known[measure]:
            if column.by_rows or column.head.period in ("", period):
                yield Way("difference", measure, end=period, whole=off)


def _of_totals(column: Follower, measures: Sequence[str]) -> Iterator[Way]:
    for measure in measures if column.totals and not column.by_rows else ():
        for period in column.known[measure]:
            if column.head.period in ("", period):
                for nearest in (False, True):
                    yield Way("share", measure, end=period, whole=measure, of_total=True, nearest=nearest)


def _of_columns(column: Follower, measures: Sequence[str], *, told: bool) -> Iterator[Way]:
    own = column.head.measure
    for measure, whole in permutations(measures, 2):
        said = told and (own == measure or not own)
        for period in [""] if column.by_rows else column.known[measure]:
            if column.by_rows or column.head.period in ("", period):
                yield Way("share", measure, end=period, whole=whole, told=said)


def _spans(column: Follower, periods: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of periods that a column may compare, the likeliest first."""
    head, order = column.head, column.order
    ordered = sorted((period for period in periods if period), key=lambda period: order[period])
    if len(ordered) <= 1:
        return []
    if len(head.years) > 1:
        named = {order[period]: period for period in ordered if str(order[period][0]) in head.years}
        return [(named[min(named)], named[max(named)])] if len(named) > 1 else []
    if head.years and words.SINCE.search(head.text):
        start = next((period for period in ordered if str(order[period][0]) == head.years[0]), "")
        return [(start, ordered[-1])] if start and start != ordered[-1] else []
    if head.period in ordered:
        return [span for span in pairwise(ordered) if span[1] == head.period and _is_step(column, *span)]
    between = [period for period in ordered if period in column.beside]  # "2023", "Change", "2022", "Change", "2021"
    spans = [span for span in [*[*pairwise(ordered)][-1:], *pairwise(between)] if _is_step(column, *span)]
    return list(dict.fromkeys([*spans, (ordered[0], ordered[-1])]))


def _is_step(column: Follower, start: str, end: str) -> bool:
    """Whether two periods lie as far apart as a head says: a year, where it says year on year."""
    months = months_between(column.order[start], column.order[end])
    return not words.YEARLY.search(column.head.text) or months == YEAR


def _before(column: Follower, measure: str) -> dict[str, str]:
    """Return for each period in the rows the one that its number is held against."""
    periods = [period for period in column.known[measure] if period]
    if words.YEARLY.search(column.head.text):
        found = {period: year_before(period) for period in periods}
        return {period: earlier for period, earlier in found.items() if earlier in periods}
    ordered = sorted((column.order[period], period) for period in periods)
    steps = [(months_between(a, b), later, earlier) for (a, earlier), (b, later) in pairwise(ordered)]
    least = min((step for step, *_ in steps), default=0)
    return {later: earlier for step, later, earlier in steps if step == least}


def months_between(start: Order, end: Order) -> int:
    """Return the months from one period to another."""
    return (end[0] - start[0]) * YEAR + end[1] - start[1]


def year_before(period: str) -> str:
    """Return the period a year earlier; "" where there is none that is known."""
    try:
        return previous(parse_period(period), "year").text
    except PeriodError:
        return ""
