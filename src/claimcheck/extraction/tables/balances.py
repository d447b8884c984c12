"""Rows and columns of a table that are some numbers less others, and years that are the sum of their quarters.

A row such as "Gross profit" is held against the rows above it, since the result before or the first; a column such as
"Balance" against those before it or two beside it, a year against the quarters before it: where a word says so, and
most numbers fit.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.bonds import added
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.levels import most
from claimcheck.extraction.tables.totals import SURE, add_up, sureness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels
    from claimcheck.extraction.tables.totals import Totals

_MOST_BETWEEN = 30  # rows between a result and the one before
_MOST_RESULTS = 10  # before a result, of which it may be made
_NEAR = 6  # columns that a balance may be of
_TOLD = 2  # digits that are enough where labels say what a number is made of
_A_PAIR = 2  # of numbers: one of them right is enough where it hardly is so by chance
_PARTS_OF_YEAR = ([f"Q{n}" for n in range(1, 5)], ["H1", "H2"])

_Place = tuple[int, int]  # row and column


class _Way(NamedTuple):
    """The rows or columns that others are the sum of, and those that are taken off."""

    given: Sequence[int]
    taken: Sequence[int] = ()


class Balances:
    """The differences of one table: their drafts."""

    def __init__(self, levels: Levels, totals: Totals, apart: Collection[int] = ()) -> None:
        """Take levels and the totals that they make; the rows `apart` add up to nothing."""
        self.levels, self.table, self.totals = levels, levels.table, totals
        self.labels = [row[0].text for row in self.table.rows]
        self.apart = apart
        self.found: list[Draft] = []

    def rows(self, columns: Sequence[int]) -> None:
        """Draft that a row is made of those above it, some taken off, where that fits in most of the columns."""
        heads = self.table.heads
        columns = [j for j in columns if not (heads[j].unit or words.CHANGE.search(heads[j].text))]
        made = {i: set(rows) for i, rows in self.totals.below.items()}  # of each result, what it is made of
        for i, label in enumerate(self.labels) if not self.levels.by_rows else ():
            if i in made or i in self.apart or not words.RESULT.search(label):
                continue
            made[i] = set()
            part = [k for k in range(i) if self.table.parts[k] == self.table.parts[i] and k not in self.apart]
            ways = list(_ways(self.labels, i, part, made))
            tried = [{j: self._made((i, j), *_down(way, j)) for j in columns} for way in ways]
            best = self._best(ways, tried, least=[_TOLD if self._is_told(i, way) else SURE for way in ways])
            if best is not None:
                way, fits = best
                made[i] = {*way.given, *way.taken}
                for j in fits:
                    self._add((i, j), *_down(way, j))

    def columns(self, columns: Sequence[int], among: Sequence[int]) -> None:
        """Draft that columns are made of others `among` some, or the sum of quarters, where that fits in most rows."""
        heads = [head.text for head in self.table.heads]
        rows = [i for i, label in enumerate(self.labels) if not words.NOT_ADDED.search(label)]
        made: dict[int, set[int]] = {}
        for j in columns:
            quarters = self._quarters(j, among)
            ways = [_Way(quarters)] if quarters else []
            beside = [k for k in among if k != j and self.table.heads[k].period == self.table.heads[j].period]
            if words.is_gap(heads[j]):
                ways += [_Way([a], [b]) for a, b in permutations([k for k in beside if k < j][-_A_PAIR:], 2)]
            elif words.RESULT.search(heads[j]) and not self.levels.in_percent(j):
                made[j] = set()
                near = sorted(beside, key=lambda k: abs(k - j))[:_NEAR]
                ways += [_Way([a], [b]) for a, b in permutations(near, 2)]
                ways += _ways(heads, j, [k for k in beside if k < j], made)
            tried = [{i: self._made((i, j), *_across(way, i)) for i in rows} for way in ways]
            best = self._best(ways, tried, pair=bool(quarters))
            if best is not None:
                way, fits = best
                for i in fits:
                    self._add((i, j), *_across(self._turned(way, i, j), i))

    def _turned(self, way: _Way, i: int, j: int) -> _Way:
        """Return a way, or the opposite one for a row that fits only that: of costs, less than planned is better."""
        other = _Way(way.taken, way.given)
        fits, turned = (self._made((i, j), *_across(each, i)) if each.given else None for each in (way, other))
        planned = words.GAP.search(self.table.heads[j].text)
        return other if planned and fits and turned and turned[0] and not fits[0] else way

    def _is_told(self, i: int, way: _Way) -> bool:
        """Whether labels say that a row is made so: "Net change in cash" of cash flows, a profit after some costs."""
        given, taken = ([self.labels[k] for k in rows] for rows in way)
        if words.names(self.labels[i], given + taken):
            return True
        earned = all(map(words.EARNED.search, [self.labels[i], *given]))
        return earned and bool(taken) and all(map(words.COSTS.search, taken))

    def _best(
        self,
        ways: Sequence[_Way],
        tried: Sequence[Mapping[int, tuple[bool, int] | None]],
        *,
        pair: bool = True,
        least: Sequence[int] = (),
    ) -> tuple[_Way, list[int]] | None:
        """Return the way that fits most numbers, and those that it was tried with; `None` where none fits enough.

        Of a `pair` of numbers one is enough, where it is hardly met by chance: with the `least` digits for each way.
        """
        right = [sum(fit[0] for fit in each.values() if fit) for each in tried]
        if not any(right):
            return None
        at = right.index(max(right))
        fits = {k: fit for k, fit in tried[at].items() if fit}
        one = (
            pair
            and len(fits) == _A_PAIR
            and min(digits for _, digits in fits.values()) >= (least or [SURE])[at if least else 0]
        )
        return (ways[at], [*fits]) if one or most(right[at], len(fits)) else None

    def _quarters(self, j: int, columns: Sequence[int]) -> list[int] | None:
        """Return the columns of the quarters, or halves, whose year stands behind them."""
        heads = self.table.heads
        if not re.fullmatch(r"(?:FY)?\d{4}", heads[j].period) and not words.WHOLE_YEAR.search(heads[j].text):
            return None
        at = columns.index(j)
        for names in _PARTS_OF_YEAR:
            own = [
                k for k in columns[:at] if heads[k].years and heads[k].years == heads[j].years
            ]  # years may alternate
            before = [*(own if len(own) >= len(names) else columns[:at])[-len(names) :]]
            said = sorted(_part(words.PART_OF_YEAR.findall(heads[k].text)) for k in before)
            years = {heads[k].years for k in (*before, j) if heads[k].years}
            if said == names and len(years) <= 1:
                return before
        return None

    def _made(self, place: _Place, given: Sequence[_Place], taken: Sequence[_Place]) -> tuple[bool, int] | None:
        """Return whether a number is what some others make it, and how many digits that takes.

        `None` where that cannot be tried, or says nothing.
        """
        level = self.levels.at(*place)
        signed = [*((self.levels.at(*each), 1) for each in given), *((self.levels.at(*each), -1) for each in taken)]
        parts = [(part, sign) for part, sign in signed if part and level and _alike(part, level)]
        cells = [self.table.rows[i][j] for i, j in (*given, *taken)]
        empty = sum(cell.written is None and not cell.is_withheld for cell in cells)
        if level is None or len(parts) + empty < len(signed) or len(parts) < _A_PAIR or parts[0][1] < 0:
            return None  # also of what is taken off nothing
        across = place[0] == given[0][0]
        if across and not taken:
            fits = add_up([part for part, _ in parts], level)
        else:
            fits = meets(level, parts)
        return None if fits is None else (fits, sureness(level, (part for part, _ in parts)))

    def _add(self, place: _Place, given: Sequence[_Place], taken: Sequence[_Place]) -> None:
        known = self.levels.at
        level = known(*place)
        parts = [[part for each in some if (part := known(*each))] for some in (given, taken)]
        if level is None:
            return
        groups = [tuple(part.draft.group for part in some) for some in parts]
        times = tuple(part.draft.in_ for some in parts for part in some)
        sum_ = level.draft._replace(kind="sum", parts=groups[0], minus=groups[1], guesses=(_told(level, *parts),))
        self.found.append(sum_ if {*times} == {level.draft.in_} else sum_._replace(times=times))


def meets(level: Level, parts: Iterable[tuple[Level, int]]) -> bool:
    """Whether a number may be the sum of some numbers less others, all as rounded."""
    whole = added(part.range if sign > 0 else part.range.negated() for part, sign in parts)
    return whole.low is not None and level.range.meets(whole)


def _alike(one: Level, other: Level) -> bool:
    """Whether two numbers are in one unit, a currency perhaps that only the first and the last row print."""
    units = one.written.unit, other.written.unit
    if one.draft.scale != other.draft.scale:
        return False
    return units[0] == units[1] or {unit.family for unit in units} == {"none", "currency"}


def _ways(labels: Sequence[str], i: int, before: Sequence[int], made: Mapping[int, set[int]]) -> Iterator[_Way]:
    """Yield what a result may be made of: an earlier one, or the first number, with or less what stands between.

    What an earlier result is made of is left out where that stands between.
    """
    results = [k for k in before if k in made][-_MOST_RESULTS:]
    starts = [*reversed(results), *(k + 1 for k in reversed(results) if k + 1 < i), *before[:1], *before[-2:-1]]
    for start in dict.fromkeys(k for k in starts if k in before):
        between = [k for k in before[bisect_right(before, start) :] if not words.INSIDE.search(labels[k])]
        hidden = set[int]().union(*(made.get(k, ()) for k in (start, *between))) - {start}
        between = [k for k in between if k not in hidden]
        if not 0 < len(between) <= _MOST_BETWEEN:
            continue
        added = [k for k in between if words.ADDED.search(labels[k])]
        yield _Way([start], between)
        yield _Way([start, *between])
        if 0 < len(added) < len(between):
            yield _Way([start, *added], [k for k in between if k not in added])


def _down(way: _Way, j: int) -> tuple[list[_Place], list[_Place]]:
    return [(k, j) for k in way.given], [(k, j) for k in way.taken]


def _across(way: _Way, i: int) -> tuple[list[_Place], list[_Place]]:
    return [(i, k) for k in way.given], [(i, k) for k in way.taken]


def _part(said: Sequence[tuple[str, ...]]) -> str:
    """Return the quarter or half that a head names once: "Q1" of "1Q23"."""
    if len(said) != 1:
        return ""
    before, behind, number, letter = said[0]
    return f"{(before or letter).upper()}{behind or number}"


def _told(level: Level, given: Sequence[Level], taken: Sequence[Level]) -> str:
    """Return what is taken for granted: "“Gross profit” is “Revenue” less “Cost of sales”"."""
    name = level.draft.subject.text
    first = given[0].draft.subject.text
    if len(given) == len(taken) == 1:
        return f"“{name}” is “{first}” less “{taken[0].draft.subject.text}”"
    if given[0].draft.group == level.draft.group:
        return "a year is the sum of its parts"
    return f"“{name}” is made of “{first}” and what stands between"
