"""The totals of a table: rows and columns that are the sum of others, as far as most of their numbers are."""

from __future__ import annotations

from fractions import Fraction
from itertools import takewhile
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import added, over
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.levels import in_unit, most, range_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.grid import Cell, Table
    from claimcheck.extraction.tables.levels import Level, Levels

_MOST_PARTS = 200
_FEWEST_PARTS = 2
_TRIED_ROWS = 200
_A_PAIR = 2  # of columns: one of them right is enough where it hardly is so by chance
_NEAR = 15  # percent of a total that its parts may be wrong by where nothing else says that they are all
SURE = 4  # digits that are hardly met by chance


class Totals:
    """The sums of one table: their drafts, and which rows make up which."""

    def __init__(self, levels: Levels, apart: Collection[int] = ()) -> None:
        """Take levels; the rows `apart` add up to nothing."""
        self.levels, self.table, self.apart = levels, levels.table, apart
        self.totals = [i for i, row in enumerate(self.table.rows) if words.TOTAL.search(row[0].text)]
        self.inside = {i for i, row in enumerate(self.table.rows) if words.INSIDE.search(row[0].text)}
        self.below: dict[int, set[int]] = {}  # the rows that make up each total, those of its subtotals too
        self.found: list[Draft] = []

    def rows(self, columns: Sequence[int]) -> None:
        """Draft that rows make up a total, where they do so in at least half of the columns."""
        rows = self.table.rows
        for total in [] if self.levels.by_rows or words.NO_SUM.search(self.table.title) else self.totals:
            best: dict[int, bool] = {}
            parts: Sequence[int] = ()
            for candidate in self._runs(total):
                tried = self.tried(total, candidate, columns)
                if sum(tried.values()) > sum(best.values()):
                    best, parts = tried, candidate
            right = sum(best.values())
            if not right and (parts := self._complete(total, columns)):
                best = dict.fromkeys(self.tried(total, parts, columns), True)
                right = len(best)
            sure = min((sureness(self.levels.at(total, j), self.parts_of(parts, j)) for j in best), default=0)
            named = sure > 1 and words.names(rows[total][0].text, [rows[i][0].text for i in parts])
            hardly_by_chance = len(parts) > _FEWEST_PARTS or sure >= SURE or named
            one_of_two = len(best) == _A_PAIR and hardly_by_chance
            if not right or not (most(right, len(best)) or one_of_two):
                continue
            fitting = {self.levels.measures[j] for j, fits in best.items() if fits}
            where = "above" if parts[-1] < total else "below"
            guess = f"the rows {where} “{rows[total][0].text}” are all its parts"
            own = [j for j in best if self.levels.measures[j] in fitting or self._is_near(total, parts, j, named=named)]
            self.add(total, parts, own, guess)

    def _runs(self, total: int) -> Iterator[Sequence[int]]:
        """Yield the rows that may make up a total: since the one before or a result, all, all totals, those below.

        "Total costs" are not of the revenue that stands before them, and what is left at the end of a time is made of
        what was there at its beginning and what stands beside that.
        """
        parts, totals = self.table.parts, self.totals
        if words.CLOSING.search(self.table.rows[total][0].text):
            opening = [i for i in range(total) if words.OPENING.search(self.table.rows[i][0].text)][-1:]
            yield from (range(at, total) for at in (opening[0], max(0, opening[0] - 1))) if opening else ()
            return
        before = max((i for i in totals if i < total), default=-1)
        after = min((i for i in totals if i > total), default=len(parts))
        since = [i for i in range(before + 1, total) if parts[i] == parts[total] and i not in self.inside]
        yield since
        if before >= 0:
            yield [before, *since]
        result = max((i for i in since if words.RESULT.search(self.table.rows[i][0].text)), default=None)
        yield since[1:] if result is None else [i for i in since if i > result]
        yield [i for i in range(before + 1, total) if i not in self.inside]
        yield [i for i in range(total) if i not in self.inside]
        if len(totals) <= _MOST_PARTS:
            yield [i for i in range(total) if i not in totals and i not in self.inside]
            yield [i for i in totals if i < total]
        yield [i for i in range(total + 1, after) if parts[i] == parts[total] and i not in self.inside]

    def _complete(self, total: int, columns: Sequence[int]) -> Sequence[int]:
        """Return the rows before a total that are all, where its only number is nearly their sum.

        They are where "Other" is among them, or their percentages in another column make a hundred.
        """
        parts = next(self._runs(total))
        others = any(words.OTHERS.search(self.table.rows[i][0].text) for i in parts)
        shares = [j for j in self._shares() if self._is_hundred(parts, j)]
        whole = len(parts) > _FEWEST_PARTS and (others or shares)
        tried = self.tried(total, parts, columns) if whole else {}
        sure = (self._is_near(total, parts, j) or self._are_shares(parts, j, shares) for j in tried)
        return parts if len(tried) == 1 and all(sure) else ()

    def _shares(self) -> Iterator[int]:
        """Yield the columns that are headed as shares or percentages."""
        for j, head in enumerate(self.table.heads):
            if (head.unit == "%" or words.SHARE.search(head.text)) and not words.CHANGE.search(head.text):
                yield j

    def _is_hundred(self, rows: Sequence[int], j: int) -> bool:
        """Whether the numbers of some rows make a hundred percent but for their rounding."""
        written = [self.table.rows[i][j].written for i in rows]
        whole = added(range_of(in_unit(w, "%")) for w in written if w is not None)
        return None not in written and whole.low is not None and whole.contains(Fraction(1))

    def _are_shares(self, rows: Sequence[int], j: int, shares: Sequence[int]) -> bool:
        """Whether the numbers of some rows have the percentages beside them of their own sum."""
        levels = [self.levels.at(i, j) for i in rows]
        whole = added(level.range for level in levels if level is not None)
        for k in shares:
            told = [(level, self.table.rows[i][k].written) for i, level in zip(rows, levels, strict=True)]
            fits = (
                level is not None
                and written is not None
                and (made := over(level.range, whole)) is not None
                and made.meets(range_of(in_unit(written, "%")))
                for level, written in told
            )
            if all(fits):
                return True
        return False

    def _is_near(self, total: int, rows: Sequence[int], j: int, *, named: bool = False) -> bool:
        """Whether a number is about the sum of several others, of which none is nearly all."""
        level, values = self.levels.at(total, j), [part.written.value for part in self.parts_of(rows, j)]
        closing = words.CLOSING.search(self.table.rows[total][0].text)
        if (
            level is None
            or (len(values) <= _FEWEST_PARTS and not closing and not named)
            or words.NOT_ADDED.search(self.table.heads[j].text)
        ):
            return False
        whole = level.written.value
        return max(values) < whole and 100 * abs(sum(values) - whole) <= _NEAR * whole

    def add(self, total: int, rows: Sequence[int], columns: Iterable[int], guess: str) -> None:
        """Draft that rows make up a total in some columns."""
        self.below[total] = set(rows).union(*(self.below.get(row, ()) for row in rows))
        for j in columns:
            self._sum(self.levels.known[self.levels.place(total, j)], self.parts_of(rows, j), guess)

    def parts_of(self, rows: Iterable[int], j: int) -> list[Level]:
        """Return the levels of some rows in a column, without those that add up to nothing."""
        return [level for i in rows if i not in self.apart and (level := self.levels.at(i, j))]

    def tried(self, total: int, rows: Sequence[int], columns: Sequence[int]) -> dict[int, bool]:
        """Return for each column whether rows add up to a total, where that can be tried."""
        tried = {}
        named = words.names(self.table.rows[total][0].text, [self.table.rows[i][0].text for i in rows])
        for j in columns if len(rows) <= _TRIED_ROWS else ():
            level, parts = self.levels.at(total, j), self.parts_of(rows, j)
            if level is None or not self._tells(level, parts, named=named):
                continue
            fits = add_up(parts, level)
            gap = not fits and any(self.table.rows[i][j].written is None for i in rows)  # which may be a number
            if fits is not None and not gap and not self._is_hidden(rows, j):
                tried[j] = fits
        return tried

    def _tells(self, total: Level, parts: Sequence[Level], *, named: bool) -> bool:
        """Whether a sum tells anything: its parts are in its unit and scale, and more than one of them is not 0."""
        if len({(level.written.unit.family == "percent", level.draft.scale) for level in (total, *parts)}) > 1:
            return False
        return named or sum(bool(part.written.value) for part in parts) > 1

    def _is_hidden(self, rows: Sequence[int], j: int) -> bool:
        """Whether a cell that counts is not read, or is taken off without saying so by a sign."""
        cells: list[Cell] = [self.table.rows[i][j] for i in rows]
        if any(cell.is_withheld for cell in cells):
            return True
        off = [i for i in rows if words.TAKEN_OFF.search(self.table.rows[i][0].text)]
        return any((level := self.levels.at(i, j)) and level.written.value > 0 for i in off)

    def columns(self, columns: Sequence[int]) -> None:
        """Draft that columns make up a total, where they do so in most rows."""
        parts: list[int] = []
        for j in columns:
            if games := self.levels.games(j):
                self._column(j, games, "behind")
            if not is_total(self.table, j):
                parts.append(j)
                continue
            where = "before"
            if not parts:  # a total ahead of its parts
                where = "behind"
                parts = [*takewhile(lambda k: not is_total(self.table, k), (k for k in columns if k > j))]
            heads = [head.text.strip() for head in self.table.heads]
            alike = [k for k in parts if words.COUNTED.fullmatch(heads[k])]
            made = self._column(j, alike if len(alike) > 1 else parts, where)  # "Games" are no medals
            given = [k for k in parts if not (words.RESULT.search(heads[k]) or words.is_gap(heads[k]))]
            if not made and 1 < len(given) < len(parts):  # "Exports", "Imports", "Balance"
                self._column(j, given, where)
            parts = []

    def _column(self, j: int, parts: Sequence[int], where: str) -> bool:
        """Draft that columns make up another one, where they do so in most rows; return whether they do."""
        sums = [(i, *made) for i in range(len(self.table.rows)) if (made := self._across(i, parts, j))]
        fitting = [bool(add_up(added, level)) for _, added, level in sums]
        wrong = len(fitting) - sum(fitting)
        if words.NO_SUM.search(self.table.title) or wrong > max(1, len(fitting) // 5):
            return False
        fits = sum(fitting) > 1 and most(sum(fitting), len(fitting))
        guess = f"the columns {where} “{self.table.heads[j].text}” are all its parts"
        for _, parts_of_row, level in sums if fits else ():
            self._sum(level, parts_of_row, guess)
        return fits

    def _across(self, i: int, columns: Sequence[int], total: int) -> tuple[list[Level], Level] | None:
        """Return the levels of a row that may make up its total, and that; `None` where they cannot."""
        (_, period), whole = self.levels.place(i, total), self.levels.at(i, total)
        row = self.table.rows[i]
        apart = words.NOT_ADDED.search(row[0].text) or words.RANK.search(row[0].text)
        if whole is None or apart or any(row[j].is_withheld for j in columns):
            return None
        places = [place for place in (self.levels.place(i, j) for j in columns) if place[1] == period]
        added = [level for place in places if (level := self.levels.known.get(place))]
        return None if add_up(added, whole) is None else (added, whole)

    def _sum(self, total: Level, parts: Iterable[Level], guess: str) -> None:
        groups = tuple(part.draft.group for part in parts)
        self.found.append(total.draft._replace(kind="sum", parts=groups, guesses=(guess,)))


def is_total(table: Table, j: int) -> bool:
    """Whether a column is headed as a total."""
    return bool(words.TOTAL.search(table.heads[j].text))


def sureness(total: Level | None, parts: Iterable[Level]) -> int:
    """Return how many digits a sum would have to meet by chance: its own, or nearly those of its longest part."""
    own, *others = [sum(map(str.isdecimal, level.written.digits)) for level in (total, *parts) if level]
    return max(own, max(others, default=0) - 1)


def add_up(parts: Sequence[Level], total: Level) -> bool | None:
    """Whether parts add up to a total; `None` where they are too few, or the total is one of a kind that adds nothing.

    An average, a rate, a median lies between what it is of, but nobody counts one.
    """
    if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS:
        return None
    values = [part.written.value for part in parts]
    counted = all(part.draft.precision == "exact" for part in parts) and not total.written.decimals
    if (
        not counted
        and min(values) <= total.written.value <= max(values)
        and len({*values}) > 1
        and min(values) >= 0
        and sum(value > 0 for value in values) > 1
    ):
        return None
    whole = added(part.range for part in parts)
    return whole.low is not None and total.range.meets(whole)
