"""The levels of a table: the number of each cell by its row, what is measured and its period, in its own unit."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cached_property
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.draft import Draft
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.grid import head_of
from claimcheck.extraction.text.bare import falls
from claimcheck.extraction.text.subjects import Subject
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.terms import PERCENT, POINTS, Style
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.extraction.tables.grid import Table
    from claimcheck.quantity.written import Written

_HUNDREDTH = Fraction(1, 100)
_FEW = 2
_SURE, _TO_ONE = 3, 4  # numbers that are right, at the least, and for each that is wrong
_PRINTED = Style("printed")  # in a table zeros are digits like any other

Series = tuple[int, str]  # a row and what is measured; below 0 the part of the table, where periods stand in the rows


class Level(NamedTuple):
    """The level of a series at a period: its number in its unit, what that stands for, and its draft."""

    written: Written
    range: Interval
    draft: Draft


class Levels:
    """The levels of one table, and the drafts of them."""

    def __init__(self, table: Table, first: int) -> None:
        """Take a table; the groups of its series count on from `first`."""
        self.table, self.first = table, first
        self.labels = [head_of(row[0].text) for row in table.rows]
        dated = sum(bool(label.period) and not label.measure for label in self.labels)
        self.by_rows = 2 * dated > len(self.labels) and not any(head.period for head in table.heads)
        self.measures = self._measures()
        self.groups: dict[Series, int] = {}
        self.known: dict[tuple[Series, str], Level] = {}
        self._to_the_last: dict[tuple[int, str], bool] = {}
        self.several = False  # whether columns measure several things, so that a row alone names none

    def _measures(self) -> list[str]:
        """Return what each column measures; columns that say the same of the same period are told apart."""
        taken: set[tuple[str, str]] = set()
        measures = []
        for j, head in enumerate(self.table.heads):
            measure = head.measure if (head.measure, head.period) not in taken else f"{head.measure} {j}".strip()
            taken.add((measure, head.period))
            measures.append(measure)
        return measures

    def place(self, i: int, j: int) -> tuple[Series, str]:
        """Return the series and the period of the number in row `i` and column `j`."""
        period = self.labels[i].period if self.by_rows else self.table.heads[j].period
        return (self.own(i), self.measures[j]), period

    def own(self, i: int) -> int:
        """Return what tells the series of a row from those of others: itself, or its part where rows are periods."""
        return -1 - self.table.parts[i] if self.by_rows else i

    def at(self, i: int, j: int) -> Level | None:
        """Return the level in row `i` and column `j`."""
        return self.known.get(self.place(i, j))

    def drafts(self, j: int) -> list[Draft]:
        """Return a draft of each number of a column as a level."""
        found = []
        head = self.table.heads[j]
        for i, row in enumerate(self.table.rows):
            series, period = self.place(i, j)
            written = row[j].written
            if written is None or (series, period) in self.known or not (period or row[0].text or self.by_rows):
                continue
            if self.by_rows and not period:
                continue  # a total of all years, perhaps
            group = self.group(series)
            in_percent = head.unit == "%" or (not head.unit and not self.by_rows and self.labels[i].unit == "%")
            shown = in_unit(written, "%" if in_percent else "")
            draft = self.draft(i, j, "value", group, self._subject(series))
            scale = "" if shown.unit.family in ("percent", "points") else self._scale(i, j)
            to_the_last = self._is_to_the_last(j, scale)
            exact = not scale and (to_the_last or j in self.of_games) and self._is_counted(i, j)
            precision = "exact" if exact else "printed" if written.zeros and to_the_last else ""
            draft = draft._replace(in_=period, scale=scale, said=said(written, shown), precision=precision)
            self.known[series, period] = Level(shown, range_of(shown, exact=exact), draft)
            found.append(draft)
        return found

    def group(self, series: Series) -> int:
        """Return the group of the drafts of a series."""
        return self.groups.setdefault(series, self.first + len(self.groups))

    def _scale(self, i: int, j: int) -> str:
        """Return what the number of a cell is multiplied by: as its label says, else its head."""
        label = self.labels[i]
        counts = words.NO_SCALE.search(label.text) and not words.MONEY.search(label.text)
        if self.by_rows or not (label.unit or label.scale or counts):
            return self.table.heads[j].scale
        return label.scale

    def _is_to_the_last(self, j: int, scale: str) -> bool:
        """Whether most whole numbers of a column end in other digits than 0, so that none is rounded before its end."""
        known = self._to_the_last.get((j, scale))
        if known is None:
            cells = [(i, written) for i, row in enumerate(self.table.rows) if (written := row[j].written)]
            whole = [w for i, w in cells if not w.decimals and w.magnitude == 1 and self._scale(i, j) == scale]
            ended = sum(not written.zeros for written in whole)
            known = self._to_the_last[j, scale] = ended >= _FEW and 2 * ended > len(whole)
        return known

    def _is_counted(self, i: int, j: int) -> bool:
        """Whether a whole number is one of things counted one by one: seats, votes, games and their results."""
        written, head = self.table.rows[i][j].written, self.table.heads[j].text.strip()
        if (
            written is None
            or written.decimals
            or written.magnitude != 1
            or written.unit.family not in ("none", "count")
        ):
            return False
        labels = [head] if self.by_rows else [head, self.labels[i].text.strip()]
        return j in self.of_games or any(map(words.COUNTED.fullmatch, labels))

    @cached_property
    def of_games(self) -> set[int]:
        """The columns of games, of their results and scores, where there are several of results."""
        heads = [head.text.strip() for head in self.table.heads]
        others = [j for j, head in enumerate(heads) if words.GAMES.fullmatch(head) or words.SCORES.fullmatch(head)]
        return {*self.results, *others} if self.results else set()

    @cached_property
    def results(self) -> list[int]:
        """The columns of results of games, where there are several."""
        found = [j for j, head in enumerate(self.table.heads) if words.RESULTS.fullmatch(head.text.strip())]
        return found if len(found) > 1 else []

    def is_drawn(self, i: int, j: int) -> bool:
        """Whether a number is one of results of which some are neither won nor lost."""
        others = [k for k in self.results if not words.DECIDED.fullmatch(self.table.heads[k].text.strip())]
        return j in self.results and any((level := self.at(i, k)) and level.written.value for k in others)

    def halved(self, fits: Mapping[int, bool], j: int) -> set[int]:
        """Return the rows with draws, where most of them do not fit: "PCT" may count a draw as half a game won."""
        drawn = {i for i in fits if self.is_drawn(i, j)}
        right = sum(fits[i] for i in drawn)
        return set() if right >= _FEW and most(right, len(drawn)) else drawn

    def games(self, j: int) -> list[int]:
        """Return the columns of results right behind one of games, which are made of them."""
        heads = self.table.heads
        if j not in self.of_games or not words.GAMES.fullmatch(heads[j].text.strip()):
            return []
        return [*takewhile(lambda k: k in self.results, range(j + 1, len(heads)))]

    def _subject(self, series: Series) -> Subject:
        i, measure = series
        own = "" if i < 0 else self.table.rows[i][0].text
        text = f"{own} {measure}".strip() if own and self.several and own.casefold() != measure else own or measure
        return labelled(text)

    def draft(self, i: int, j: int, kind: str, group: int, subject: Subject) -> Draft:
        """Return the draft of a cell that holds a number."""
        cell = self.table.rows[i][j]
        assert cell.written is not None  # noqa: S101  asked for where there is one
        return Draft(cell.written, 0, group, kind, subject, confidence="medium", cell=(cell.start, cell.end))

    def in_percent(self, j: int) -> bool:
        """Whether most numbers of a column are percentages or points."""
        written = [cell for row in self.table.rows if (cell := row[j].written)]
        return 2 * sum(w.unit.family in ("percent", "points") for w in written) > len(written)


def labelled(text: str) -> Subject:
    """Return what a label is about: all of its words."""
    return Subject(text, tuple(re.findall(r"[^\W_]+", text.casefold())))


def most(right: int, tried: int) -> bool:
    """Whether so many of the numbers that were tried are right that the others are likely to be wrong: two thirds."""
    return 3 * right >= 2 * tried


def nearly_all(right: int, tried: int) -> bool:
    """Whether all but few of the numbers that were tried are right: four for each that is wrong, or three of four."""
    return right >= _SURE and right >= _TO_ONE * (tried - right) - 1


def in_unit(written: Written, unit: str) -> Written:
    """Return a bare number in percent or in points; ".610" is no percentage."""
    if not unit or written.unit.family != "none" or written.digits.startswith("."):
        return written
    return written.times(_HUNDREDTH)._replace(unit=PERCENT if unit == "%" else POINTS)


def said(written: Written, shown: Written) -> str:
    """Return what `is:` says of a number whose unit stands in a head, or that a sentence would take for a year."""
    sign = "-" if written.value < 0 else ""
    if written.unit == shown.unit and sign and written.parenthesised:  # "Disposals (10)" would be above 0
        if written.unit == PERCENT:
            return f"-{written.digits}%"
        if written.magnitude == 1:
            return f"-{written.digits}"
    if written.unit == shown.unit:
        return written.digits if re.fullmatch(r"(?:19|20)\d\d", written.digits) else ""
    return f"{sign}{written.digits}{'%' if shown.unit == PERCENT else ' points'}"


def range_of(written: Written, *, exact: bool = False) -> Interval:
    """Return what a number stands for, below 0 where a verb says so."""
    own = Interval.point(written.value) if exact else interval(written, _PRINTED, narrow=True)
    return own.negated() if falls(written) else own
