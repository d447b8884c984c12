"""Drafts of the cells of a table: levels by row and period, and what other columns and totals make of them.

What a column or a total is gets told by its head, and by what most of its numbers fit: a growth, a difference, a yearly
rate, a share, a sum. A column whose head says nothing of the kind follows from others only where all its numbers do.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction import table_words as words
from claimcheck.extraction.draft import Draft
from claimcheck.extraction.subjects import Subject
from claimcheck.extraction.table_ways import Follower, Order, Way, ways
from claimcheck.extraction.tables import RAISED, head_of, tables
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.power import power
from claimcheck.quantity.terms import PERCENT, POINTS
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from claimcheck.extraction.passage import Sentence
    from claimcheck.extraction.tables import Cell, Table
    from claimcheck.quantity.written import Written

_FIRST_GROUP = 10**9  # beyond those of sentences
_MOST_PARTS = 200
_FEWEST_PARTS = 2
_TRIED_ROWS = 200
_SURE = 3  # numbers that all fit, where no word says what a column is
_HUNDREDTH = Fraction(1, 100)

Series = tuple[int, str]  # a row and what is measured; row -1 where periods stand in the rows


class Level(NamedTuple):
    """The level of a series at a period: its number in its unit, what that stands for, and its draft."""

    written: Written
    range: Interval
    draft: Draft


def table_drafts(
    text: str, numbers: Sequence[Written], sentences: Sequence[Sentence], borders: Collection[int] = ()
) -> list[Draft]:
    """Return a draft for each number that fills a cell of a table with heads, and the sums that its totals make."""
    found: list[Draft] = []
    starts = [sentence.start for sentence in sentences]
    for table in tables(text, numbers, borders):
        drafter = _Drafter(table, _FIRST_GROUP + len(found))
        drafter.all()
        found += [
            draft._replace(sentence=max(0, bisect_right(starts, draft.written.number_start) - 1))
            for draft in drafter.found
        ]
    return found


class _Drafter:
    def __init__(self, table: Table, first: int) -> None:
        self.table, self.first = table, first
        self.labels = [head_of(row[0].text) for row in table.rows]
        dated = sum(bool(label.period) and not label.measure for label in self.labels)
        self.by_rows = 2 * dated > len(self.labels) and not any(head.period for head in table.heads)
        self.measures = self._measures()
        self.totals = [i for i, row in enumerate(table.rows) if words.TOTAL.search(row[0].text)]
        self.below: dict[int, set[int]] = {}  # the rows that make up each total, those of its subtotals too
        self.groups: dict[Series, int] = {}
        self.levels: dict[tuple[Series, str], Level] = {}
        self.found: list[Draft] = []
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

    def all(self) -> None:
        """Draft levels, the totals that they make, and the columns that follow from them."""
        columns = [j for j in range(1, len(self.table.heads)) if any(row[j].written for row in self.table.rows)]
        may_follow = [j for j in columns if self._may_follow(j)]
        levels = [j for j in columns if j not in may_follow]
        self.several = len({self.measures[j] for j in levels if not self._is_total(j)}) > 1
        for j in levels:
            self._draft_levels(j)
        self._total_rows(levels)
        self._total_columns(levels)
        followed = self._followed(may_follow)
        for j, way in followed.items():
            self._draft_followers(j, way)
        left = [j for j in may_follow if j not in followed]
        for j in left:
            self._draft_levels(j)
        self._total_rows(left)

    def _may_follow(self, j: int) -> bool:
        """Whether the numbers of a column may follow from those of others."""
        head = self.table.heads[j]
        if words.OTHER_GROWTH.search(head.text) or words.RANK.search(head.text):
            return False
        if words.CHANGE.search(head.text) or words.CAGR.search(head.text) or words.SHARE.search(head.text):
            return True
        if head.period:
            return False
        dated = not self.by_rows and any(other.period for other in self.table.heads)
        if head.unit or dated:
            return True
        return self._in_percent(j) and not all(self._in_percent(k) for k in range(1, len(self.table.heads)))

    def _in_percent(self, j: int) -> bool:
        written = [cell for row in self.table.rows if (cell := row[j].written)]
        return 2 * sum(w.unit.family in ("percent", "points") for w in written) > len(written)

    # Levels

    def _place(self, i: int, j: int) -> tuple[Series, str]:
        """Return the series and the period of the number in row `i` and column `j`."""
        period = self.labels[i].period if self.by_rows else self.table.heads[j].period
        return (self._own(i), self.measures[j]), period

    def _own(self, i: int) -> int:
        """Return what tells the series of a row from those of others: itself, or its part where rows are periods."""
        return -1 - self.table.parts[i] if self.by_rows else i

    def _draft_levels(self, j: int) -> None:
        head = self.table.heads[j]
        for i, row in enumerate(self.table.rows):
            series, period = self._place(i, j)
            written = row[j].written
            if written is None or (series, period) in self.levels or not (period or row[0].text or self.by_rows):
                continue
            if self.by_rows and not period:
                continue  # a total of all years, perhaps
            group = self.groups.setdefault(series, self.first + len(self.groups))
            in_percent = head.unit == "%" or (not head.unit and not self.by_rows and self.labels[i].unit == "%")
            shown = in_unit(written, "%" if in_percent else "")
            draft = self._draft(i, j, "value", group, self._subject(series))
            draft = draft._replace(in_=period, scale=self._scale(i, j), said=_said(written, shown))
            self.levels[series, period] = Level(shown, _range(shown), draft)
            self.found.append(draft)

    def _scale(self, i: int, j: int) -> str:
        """Return what the number of a cell is multiplied by: as its label says, else its head."""
        label = self.labels[i]
        if self.by_rows or not (label.unit or label.scale or words.NO_SCALE.search(label.text)):
            return self.table.heads[j].scale
        return label.scale

    def _subject(self, series: Series) -> Subject:
        i, measure = series
        own = "" if i < 0 else self.table.rows[i][0].text
        text = f"{own} {measure}" if own and self.several and own.casefold() != measure else own or measure
        return Subject(text, tuple(re.findall(r"[^\W_]+", text.casefold())))

    def _draft(self, i: int, j: int, kind: str, group: int, subject: Subject) -> Draft:
        cell = self.table.rows[i][j]
        assert cell.written is not None  # noqa: S101  asked for where there is one
        return Draft(cell.written, 0, group, kind, subject, confidence="medium", cell=(cell.start, cell.end))

    # Columns that follow from others

    def _followed(self, columns: Sequence[int]) -> dict[int, Way]:
        """Return what columns follow from, as far as their numbers fit; what fits one best is taken from the others."""
        found: list[tuple[int, int, int, int, Way]] = []
        known, order = self._known(), {head.period: head.order for head in (*self.table.heads, *self.labels)}
        for j in columns:
            for way in ways(self._follower(j, known, order)):
                tried = range(min(len(self.table.rows), _TRIED_ROWS))
                tested = {i: fit for i in tried if (fit := self._fits(i, j, way)) is not None}
                right, of = sum(tested.values()), len(tested)
                clear = right == of or (right >= _FEWEST_PARTS and 3 * right >= 2 * of)
                if right and (clear if way.told else right == of >= _SURE):
                    own = sum(self._is_own(i, way) for i in tested)
                    found.append((of - 2 * right, -right - own, len(found), j, way))
        followed: dict[int, Way] = {}
        for *_, j, way in sorted(found, key=lambda each: each[:3]):
            if j not in followed and way not in followed.values():
                followed[j] = way
        return followed

    def _is_own(self, i: int, way: Way) -> bool:
        """Whether a way makes of a row just what it makes of most."""
        ends = self._ends(i, way)
        return ends is not None and self._kind(way, ends[1]) == way.kind

    def _known(self) -> dict[str, list[str]]:
        """Return the periods of each measure of which there are levels, ranks left out."""
        known: dict[str, dict[str, None]] = {}
        for (_, measure), period in self.levels:
            known.setdefault(measure, {})[period] = None
        ranks = {m for m, head in zip(self.measures, self.table.heads, strict=True) if words.RANK.search(head.text)}
        return {measure: list(periods) for measure, periods in known.items() if measure not in ranks}

    def _follower(self, j: int, known: dict[str, list[str]], order: dict[str, Order]) -> Follower:
        near = sorted(range(1, len(self.measures)), key=lambda k: (abs(k - j), k))
        measures = dict.fromkeys(self.measures[k] for k in near if self.measures[k] in known)
        periods = {measure: known[measure] for measure in measures}
        return Follower(self.table.heads[j], periods, order, by_rows=self.by_rows, totals=bool(self.below))

    def _ends(self, i: int, way: Way) -> tuple[Level, Level, str, str] | None:
        """Return the two levels from which the number of a row follows, and their periods."""
        own = self._own(i)
        if way.kind == "share":
            period = self.labels[i].period if self.by_rows else way.end
            base = self._whole(i, nearest=way.nearest) if way.of_total else own
            part = self.levels.get(((own, way.measure), period))
            whole = self.levels.get(((base, way.whole), period)) if base is not None else None
            return (whole, part, period, period) if whole and part and whole is not part else None
        start, end = way.start, way.end
        if self.by_rows:
            end = self.labels[i].period
            start = way.before.get(end, "")
        before, after = self.levels.get(((own, way.measure), start)), self.levels.get(((own, way.measure), end))
        return (before, after, start, end) if before and after else None

    def _whole(self, i: int, *, nearest: bool) -> int | None:
        """Return the total that a row is a part of: the nearest, or the one of all."""
        above = sorted((len(rows), total) for total, rows in self.below.items() if i in rows)
        return above[0 if nearest else -1][1] if above else None

    def _fits(self, i: int, j: int, way: Way) -> bool | None:
        """Whether the number of a row is what a way makes it; `None` where that cannot be tried, or says nothing."""
        ends, written = self._ends(i, way), self.table.rows[i][j].written
        if ends is None or written is None:
            return None
        before, after, start, end = ends
        kind = self._kind(way, after)
        shown = self._shown(written, j, kind, after)
        own = _range(shown)
        if kind == "change":
            percent = after.written.unit.family == "percent"
            if (shown.unit != POINTS) if percent else shown.unit.family in ("percent", "points"):
                return None
            return own.meets(_minus(after.range, before.range)) if shown.value or before.range != after.range else None
        ratio = _over(after.range, before.range)
        if ratio is None or written.unit.family not in ("none", "percent"):
            return None
        if kind == "share":
            return own.meets(ratio)
        bare = written.unit.family == "none"
        still = not shown.value and before.range == after.range
        if still or after.written.unit.family == "percent" or (bare and self._in_percent(j)):
            return None  # also "+140" beside "5.0%"
        years = way.years(start, end) if kind == "cagr" else 1
        if not years or own.meets((power(ratio, Fraction(1, years)) if years > 1 else ratio).shifted(-1)):
            return True if years else None
        differs = kind == "growth" and bare and _range(written).meets(_minus(after.range, before.range))
        return None if differs else False  # one difference among rates is no rate

    def _kind(self, way: Way, level: Level) -> str:
        """Return what a way makes of one row: of a percentage a bare change is one in points."""
        return "change" if way.kind == "growth" and level.written.unit.family == "percent" else way.kind

    def _shown(self, written: Written, j: int, kind: str, level: Level) -> Written:
        """Return a number in the unit that the head of its column, or what it is, gives it."""
        if kind != "change":
            return in_unit(written, "%")
        return in_unit(written, "points" if level.written.unit.family == "percent" else self.table.heads[j].unit)

    def _draft_followers(self, j: int, way: Way) -> None:
        head = self.table.heads[j].text
        above = way.kind == "share" and self._is_above(j, way)
        for i, row in enumerate(self.table.rows):
            ends, written = self._ends(i, way), row[j].written
            fits = self._fits(i, j, way)
            if ends is None or written is None or fits is None:
                continue
            before, after, start, end = ends
            kind = self._kind(way, after)
            if (kind != way.kind and not fits) or is_noted(row[0].text):
                continue
            shown = self._shown(written, j, kind, after)
            kind = "ratio" if kind == "share" and above else kind
            draft = self._draft(i, j, kind, after.draft.group, after.draft.subject)
            draft = draft._replace(in_=end, said=_said(written, shown), confidence="high")
            if kind in ("share", "ratio"):
                whole = before.draft.subject
                guess = f"“{head}” is a {kind} of “{whole.text}”"
                draft = draft._replace(whole=whole, whole_group=before.draft.group, guesses=(guess,))
            else:
                scale = after.draft.scale if kind == "change" else ""
                draft = draft._replace(from_=start, guesses=(f"“{head}” is from {start} to {end}",), scale=scale)
                draft = draft._replace(in_="", to=end) if kind == "cagr" else draft
            self.found.append(draft)

    def _is_above(self, j: int, way: Way) -> bool:
        """Whether some number of a column is above 100%, or some part above its whole: they are ratios then."""
        for i, row in enumerate(self.table.rows):
            ends, written = self._ends(i, way), row[j].written
            if ends and written:
                whole, part, *_ = ends
                if self._shown(written, j, "share", part).value > 1 or part.written.value > whole.written.value:
                    return True
        return False

    # Totals

    def _is_total(self, j: int) -> bool:
        return bool(words.TOTAL.search(self.table.heads[j].text))

    def _total_rows(self, columns: Sequence[int]) -> None:
        """Draft that rows make up a total, where they do so in at least half of the columns."""
        rows = self.table.rows
        for total in [] if self.by_rows or words.NO_SUM.search(self.table.title) else self.totals:
            best: dict[int, bool] = {}
            parts: Sequence[int] = ()
            for candidate in self._runs(total):
                tried = self._tried(total, candidate, columns)
                if sum(tried.values()) > sum(best.values()):
                    best, parts = tried, candidate
            right, one_of_two = sum(best.values()), len(best) == len(("one", "other")) and len(parts) > _FEWEST_PARTS
            if not right or (3 * right < 2 * len(best) and not one_of_two):
                continue
            self.below[total] = set(parts).union(*(self.below.get(part, ()) for part in parts))
            fitting = {self.measures[j] for j, fits in best.items() if fits}
            where = "above" if parts[-1] < total else "below"
            guess = f"the rows {where} “{rows[total][0].text}” are all its parts"
            for j in best:
                if self.measures[j] in fitting:
                    self._sum(self.levels[self._place(total, j)], self._added(parts, j), guess)

    def _runs(self, total: int) -> Iterator[Sequence[int]]:
        """Yield the rows that may make up a total: those since the one before, all, all totals, those below."""
        parts, totals = self.table.parts, self.totals
        inside = {i for i, row in enumerate(self.table.rows) if words.INSIDE.search(row[0].text)}
        before = max((i for i in totals if i < total), default=-1)
        after = min((i for i in totals if i > total), default=len(parts))
        yield [i for i in range(before + 1, total) if parts[i] == parts[total] and i not in inside]
        yield [i for i in range(before + 1, total) if i not in inside]
        yield [i for i in range(total) if i not in inside]
        if len(totals) <= _MOST_PARTS:
            yield [i for i in range(total) if i not in totals and i not in inside]
            yield [i for i in totals if i < total]
        yield [i for i in range(total + 1, after) if parts[i] == parts[total] and i not in inside]

    def _added(self, rows: Iterable[int], j: int) -> list[Level]:
        return [level for i in rows if (level := self.levels.get(self._place(i, j)))]

    def _tried(self, total: int, rows: Sequence[int], columns: Sequence[int]) -> dict[int, bool]:
        """Return for each column whether rows add up to a total, where that can be tried."""
        tried = {}
        for j in columns if len(rows) <= _TRIED_ROWS else ():
            level = self.levels.get(self._place(total, j))
            fits = _add_up(self._added(rows, j), level) if level else None
            gap = not fits and any(self.table.rows[i][j].written is None for i in rows)  # which may be a number
            if fits is not None and not gap and not self._is_hidden(rows, j):
                tried[j] = fits
        return tried

    def _is_hidden(self, rows: Sequence[int], j: int) -> bool:
        """Whether a cell that counts is not read, or is taken off."""
        cells: list[Cell] = [self.table.rows[i][j] for i in rows]
        if any(cell.is_withheld for cell in cells):
            return True
        off = [i for i in rows if words.TAKEN_OFF.search(self.table.rows[i][0].text)]
        return any((level := self.levels.get(self._place(i, j))) and level.written.value for i in off)

    def _total_columns(self, columns: Sequence[int]) -> None:
        """Draft that columns make up a total, where they do so in most rows."""
        parts: list[int] = []
        for j in columns:
            if not self._is_total(j):
                parts.append(j)
                continue
            sums = [(i, *made) for i in range(len(self.table.rows)) if (made := self._across(i, parts, j))]
            fitting = [bool(_add_up(added, level)) for _, added, level in sums]
            wrong = len(fitting) - sum(fitting)
            if words.NO_SUM.search(self.table.title) or wrong > max(1, len(fitting) // 5):
                continue
            if sum(fitting) > 1 and 3 * sum(fitting) >= 2 * len(fitting):
                guess = f"the columns before “{self.table.heads[j].text}” are all its parts"
                for _, added, level in sums:
                    self._sum(level, added, guess)
            parts = []

    def _across(self, i: int, columns: Sequence[int], total: int) -> tuple[list[Level], Level] | None:
        """Return the levels of a row that may make up its total, and that; `None` where they cannot."""
        (_, period), whole = self._place(i, total), self.levels.get(self._place(i, total))
        row = self.table.rows[i]
        if whole is None or words.NOT_ADDED.search(row[0].text) or any(row[j].is_withheld for j in columns):
            return None
        places = [place for place in (self._place(i, j) for j in columns) if place[1] == period]
        added = [level for place in places if (level := self.levels.get(place))]
        return None if _add_up(added, whole) is None else (added, whole)

    def _sum(self, total: Level, parts: Iterable[Level], guess: str) -> None:
        groups = tuple(part.draft.group for part in parts)
        self.found.append(total.draft._replace(kind="sum", parts=groups, guesses=(guess,)))


def is_noted(label: str) -> bool:
    """Whether a label bears the mark of a note, which may say that its row is not like the others."""
    return bool(RAISED.search(label))


def in_unit(written: Written, unit: str) -> Written:
    """Return a bare number in percent or in points; ".610" is no percentage."""
    if not unit or written.unit.family != "none" or written.digits.startswith("."):
        return written
    return written.times(_HUNDREDTH)._replace(unit=PERCENT if unit == "%" else POINTS)


def _said(written: Written, shown: Written) -> str:
    """Return what `is:` says of a number whose unit stands in a head, or that a sentence would take for a year."""
    sign = "-" if written.value < 0 else ""
    if written.unit == shown.unit:
        return written.digits if re.fullmatch(r"(?:19|20)\d\d", written.digits) else ""
    return f"{sign}{written.digits}{'%' if shown.unit == PERCENT else ' points'}"


def _range(written: Written) -> Interval:
    """Return what a number stands for, below 0 where a verb says so."""
    own = interval(written, narrow=True)
    return own.negated() if written.direction == "down" and written.value > 0 else own


def _add_up(parts: Sequence[Level], total: Level) -> bool | None:
    """Whether parts add up to a total; `None` where they are too few, or the total is one of a kind that adds nothing.

    An average, a rate, a median lies between what it is of.
    """
    if not _FEWEST_PARTS <= len(parts) <= _MOST_PARTS:
        return None
    values = [part.written.value for part in parts]
    if (
        min(values) <= total.written.value <= max(values)
        and len({*values}) > 1
        and min(values) >= 0
        and sum(value > 0 for value in values) > 1
    ):
        return None
    low = high = Fraction(0)
    for part in parts:
        if part.range.low is None or part.range.high is None:
            return False
        low, high = low + part.range.low, high + part.range.high
    return total.range.meets(Interval(low, high))


def _minus(a: Interval, b: Interval) -> Interval:
    low = None if a.low is None or b.high is None else a.low - b.high
    high = None if a.high is None or b.low is None else a.high - b.low
    return Interval(low, high)


def _over(a: Interval, b: Interval) -> Interval | None:
    """Return the range of a ratio of positive numbers."""
    if a.low is None or a.high is None or b.low is None or b.high is None or a.low < 0 or b.low <= 0:
        return None
    return Interval(a.low / b.high, a.high / b.low)
