"""Drafts of the cells of a table: levels by row and period, and what other columns and totals make of them.

What a column or a total is gets told by what most of its numbers fit: a growth, a difference, a share, a sum.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from fractions import Fraction
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.draft import Draft
from claimcheck.extraction.subjects import Subject
from claimcheck.extraction.tables import head_of, tables
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.terms import PERCENT, POINTS
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.extraction.passage import Sentence
    from claimcheck.extraction.tables import Head, Table
    from claimcheck.quantity.written import Written

_FIRST_GROUP = 10**9  # beyond those of sentences
_TOTAL = re.compile(
    r"^\W*(?:(?:grand |sub-?)?total|all(?!-|\s+(?:other|else|the rest))|overall|altogether|sum)\b"
    r"|\btotal\W*$|^合计|^总计",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:change|growth|chg|variation|increase|decrease|diff(?:erence)?|yoy|y/y|y-o-y|year[- ]on[- ]year|vs|versus)\b"
    r"|[Δ±]|\+/-|同比|增长|增减",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\b(?:share|proportion|percentage|of (?:the )?total|of all|portion|weight)\b|占比|比重", re.IGNORECASE
)
_MOST_PARTS = 40
_FEWEST_PARTS = 2
_TRIED_ROWS = 200
_TRIED_MEASURES = 8
_SURE = 3  # numbers that fit, where no word says what a column is
_HUNDREDTH = Fraction(1, 100)

_Series = tuple[int, str]  # a row and what is measured; row -1 where periods stand in the rows


class _Level(NamedTuple):
    written: Written
    range: Interval
    draft: Draft
    scale: str


class _Way(NamedTuple):
    """What the numbers of a column may be: a change of `measure` between periods, or its share in a whole."""

    kind: str  # growth, change, share
    measure: str
    start: str = ""  # for a change; "" where it is the row before
    end: str = ""
    whole: str = ""  # what is measured of the whole
    total: int = -1  # the row of the whole; -1 where it is each number's own


def table_drafts(text: str, numbers: Sequence[Written], sentences: Sequence[Sentence]) -> list[Draft]:
    """Return a draft for each number that fills a cell of a table with heads, and the sums that its totals make."""
    found: list[Draft] = []
    starts = [sentence.start for sentence in sentences]
    for table in tables(text, numbers):
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
        self.before = self._before() if self.by_rows else {}
        self.measures = self._measures()
        self.totals = [i for i, row in enumerate(table.rows) if _TOTAL.search(row[0].text)]
        self.groups: dict[_Series, int] = {}
        self.levels: dict[tuple[_Series, str], _Level] = {}
        self.found: list[Draft] = []
        self.several = False  # whether columns measure several things, so that a row alone names none

    def _before(self) -> dict[str, str]:
        """Return for the period of each row the one before it, where no row between them is missing."""
        rows = sorted({(label.order, label.period) for label in self.labels if label.period})
        steps = [((b[0][0] - a[0][0]) * 12 + b[0][1] - a[0][1], b[1], a[1]) for a, b in pairwise(rows)]
        least = min((step for step, *_ in steps), default=0)
        return {later: earlier for step, later, earlier in steps if step == least}

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
        """Draft levels, then the columns that most likely follow from them, then the totals."""
        columns = [j for j in range(1, len(self.table.heads)) if any(row[j].written for row in self.table.rows)]
        derived = [j for j in columns if self._may_follow(j)]
        self.several = len({self.measures[j] for j in columns if j not in derived and not self._is_total(j)}) > 1
        for j in columns:
            if j not in derived:
                self._draft_levels(j)
        for j in derived:
            way = self._way(j)
            if way is None:
                self._draft_levels(j)
            else:
                self._draft_followers(j, way)
        self._total_rows()
        self._total_columns(columns)

    def _may_follow(self, j: int) -> bool:
        """Whether the numbers of a column may follow from those of others."""
        head = self.table.heads[j]
        dated = self.by_rows or any(other.period for other in self.table.heads)
        if _CHANGE.search(head.text) or head.unit or (dated and not self.by_rows and not head.period):
            return True
        return self._in_percent(j) and not all(self._in_percent(k) for k in range(1, len(self.table.heads)))

    def _in_percent(self, j: int) -> bool:
        written = [cell for row in self.table.rows if (cell := row[j].written)]
        return 2 * sum(w.unit.family in ("percent", "points") for w in written) > len(written)

    # Levels

    def _place(self, i: int, j: int) -> tuple[_Series, str]:
        """Return the series and the period of the number in row `i` and column `j`."""
        if self.by_rows:
            return (-1, self.measures[j]), self.labels[i].period
        return (i, self.measures[j]), self.table.heads[j].period

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
            shown = _in_unit(written, head.unit if head.unit == "%" else "")
            draft = self._draft(i, j, "value", group, self._subject(series))
            draft = draft._replace(in_=period, scale=head.scale, said=_said(written, shown))
            self.levels[series, period] = _Level(shown, _range(shown), draft, head.scale)
            self.found.append(draft)

    def _subject(self, series: _Series) -> Subject:
        i, measure = series
        own = "" if i < 0 else self.table.rows[i][0].text
        text = f"{own} {measure}" if own and self.several and own.casefold() != measure else own or measure
        return Subject(text, tuple(re.findall(r"[^\W_]+", text.casefold())))

    def _draft(self, i: int, j: int, kind: str, group: int, subject: Subject) -> Draft:
        cell = self.table.rows[i][j]
        assert cell.written is not None  # noqa: S101  asked for where there is one
        return Draft(cell.written, 0, group, kind, subject, confidence="medium", cell=(cell.start, cell.end))

    # Columns that follow from others

    def _way(self, j: int) -> _Way | None:
        """Return what most numbers of a column are, as far as they fit; `None` where they fit nothing."""
        head = self.table.heads[j]
        shares = bool(_SHARE.search(head.text)) or head.measure in {measure for (_, measure), _ in self.levels}
        told = bool(_CHANGE.search(head.text)) or (head.unit == "%" and (shares or not head.measure))
        best, most = None, 0
        for way in self._ways(j):
            tried = range(min(len(self.table.rows), _TRIED_ROWS))
            tested = [fit for i in tried if (fit := self._fits(i, j, way)) is not None]
            right = sum(tested)
            clear = right == len(tested) or (right > 1 and 2 * right > len(tested))
            if right > most and (clear if told else 5 * right >= 3 * len(tested) and right >= _SURE):
                best, most = way, right
        return best

    def _ways(self, j: int) -> Iterator[_Way]:
        head = self.table.heads[j]
        measures = self._near(j)
        known = list(dict.fromkeys((of, period) for (_, of), period in self.levels if of in measures))
        for measure in measures:
            if self.by_rows:
                yield from (_Way(kind, measure) for kind in ("growth", "change"))
                continue
            for start, end in self._spans(head, [period for of, period in known if of == measure]):
                yield from (_Way(kind, measure, start, end) for kind in ("growth", "change"))
        totals = [] if self.by_rows else self.totals[:1] + self.totals[1:][-1:]
        for measure, period in known:
            if not self.by_rows and head.period in ("", period):
                yield from (_Way("share", measure, end=period, whole=measure, total=total) for total in totals)
        for measure, whole in permutations(measures, 2):
            for period in dict.fromkeys(period for of, period in known if of == measure):
                if self.by_rows or head.period in ("", period):
                    yield _Way("share", measure, end="" if self.by_rows else period, whole=whole)

    def _near(self, j: int) -> list[str]:
        """Return what the columns nearest to one measure."""
        known = {measure for (_, measure), _ in self.levels}
        near = sorted(range(1, len(self.measures)), key=lambda k: (abs(k - j), k))
        return list(dict.fromkeys(self.measures[k] for k in near if self.measures[k] in known))[:_TRIED_MEASURES]

    def _spans(self, head: Head, periods: Sequence[str]) -> list[tuple[str, str]]:
        """Return the pairs of periods that a column may compare, the likeliest first."""
        order = {other.period: other.order for other in self.table.heads}
        ordered = sorted((period for period in dict.fromkeys(periods) if period), key=lambda period: order[period])
        spans = list(pairwise(ordered))
        if head.period in ordered:
            return [span for span in spans if span[1] == head.period]
        pairs = permutations(ordered, 2) if len(head.years) > 1 else ()
        named = [(a, b) for a, b in pairs if order[a] < order[b] and _names(head, a, b)]
        if named:
            return named
        return list(dict.fromkeys([*spans[-1:], *[(ordered[0], ordered[-1]) for _ in spans[:1]]]))

    def _ends(self, i: int, way: _Way) -> tuple[_Level, _Level, str, str] | None:
        """Return the two levels from which the number of a row follows, and their periods."""
        if way.kind == "share":
            period = self.labels[i].period if self.by_rows else way.end
            own = -1 if self.by_rows else i
            part = self.levels.get(((own, way.measure), period))
            whole = self.levels.get(((way.total if way.total >= 0 else own, way.whole), period))
            return (whole, part, period, period) if whole and part and whole is not part else None
        start, end = way.start, way.end
        if self.by_rows:
            end = self.labels[i].period
            start = self.before.get(end, "")
        series = (-1 if self.by_rows else i, way.measure)
        before, after = self.levels.get((series, start)), self.levels.get((series, end))
        return (before, after, start, end) if before and after else None

    def _fits(self, i: int, j: int, way: _Way) -> bool | None:
        """Whether the number of a row is what a way makes it; `None` where that cannot be tried."""
        ends, written = self._ends(i, way), self.table.rows[i][j].written
        if ends is None or written is None:
            return None
        before, after = ends[0].range, ends[1].range
        shown = self._shown(written, j, way, ends[1])
        own = _range(shown)
        if way.kind == "change":
            percent = ends[1].written.unit.family == "percent"
            comparable = shown.unit == POINTS if percent else shown.unit.family not in ("percent", "points")
            return own.meets(_minus(after, before)) if comparable else None
        ratio = _over(after, before)
        relative = way.kind == "share" or ends[1].written.unit.family != "percent"
        if ratio is None or written.unit.family not in ("none", "percent") or not relative:
            return None  # of percentages a change in percent may be one in points
        return own.meets(ratio if way.kind == "share" else ratio.shifted(-1))

    def _shown(self, written: Written, j: int, way: _Way, level: _Level) -> Written:
        """Return a number in the unit that the head of its column, or what it is, gives it."""
        if way.kind != "change":
            return _in_unit(written, "%")
        percent = level.written.unit.family == "percent"
        return _in_unit(written, "points" if percent else self.table.heads[j].unit)

    def _draft_followers(self, j: int, way: _Way) -> None:
        for i, row in enumerate(self.table.rows):
            ends, written = self._ends(i, way), row[j].written
            if ends is None or written is None or self._fits(i, j, way) is None:
                continue
            before, after, start, end = ends
            shown = self._shown(written, j, way, after)
            series = (-1 if self.by_rows else i, way.measure)
            draft = self._draft(i, j, way.kind, after.draft.group, self._subject(series))
            draft = draft._replace(in_=end, said=_said(written, shown), confidence="high")
            head = self.table.heads[j].text
            if way.kind == "share":
                whole = self._subject((way.total, way.whole) if way.total >= 0 else (series[0], way.whole))
                guess = f"“{head}” is a share of “{whole.text}”"
                draft = draft._replace(whole=whole, whole_group=before.draft.group, guesses=(guess,))
            else:
                scale = after.scale if way.kind == "change" else ""
                draft = draft._replace(from_=start, guesses=(f"“{head}” is from {start} to {end}",), scale=scale)
            self.found.append(draft)

    # Totals

    def _is_total(self, j: int) -> bool:
        return bool(_TOTAL.search(self.table.heads[j].text))

    def _total_rows(self) -> None:
        """Draft that rows make up a total, where they do so in at least half of its columns."""
        rows = self.table.rows
        columns = list(dict.fromkeys((measure, period) for (_, measure), period in self.levels))
        for total in [] if self.by_rows else self.totals:
            best: dict[tuple[str, str], bool] = {}
            parts: Sequence[int] = ()
            for candidate in self._runs(total):
                tried = self._tried(total, candidate, columns)
                if sum(tried.values()) > sum(best.values()):
                    best, parts = tried, candidate
            if 2 * sum(best.values()) < len(best):
                continue
            fitting = {measure for (measure, _), fits in best.items() if fits}
            for measure, period in best:
                if measure in fitting:
                    added = [level for i in parts if (level := self.levels.get(((i, measure), period)))]
                    where = "above" if parts[-1] < total else "below"
                    guess = f"the rows {where} “{rows[total][0].text}” are all its parts"
                    self._sum(self.levels[(total, measure), period], added, guess)

    def _runs(self, total: int) -> Iterator[Sequence[int]]:
        """Yield the rows that may make up a total: those since the one before, all, all totals, those below."""
        parts, totals = self.table.parts, self.totals
        before = max((i for i in totals if i < total), default=-1)
        after = min((i for i in totals if i > total), default=len(parts))
        yield [i for i in range(before + 1, total) if parts[i] == parts[total]]
        yield range(before + 1, total)
        yield range(total)
        if len(totals) <= _MOST_PARTS:
            yield [i for i in range(total) if i not in totals]
            yield [i for i in totals if i < total]
        yield [i for i in range(total + 1, after) if parts[i] == parts[total]]

    def _tried(
        self, total: int, rows: Sequence[int], columns: Sequence[tuple[str, str]]
    ) -> dict[tuple[str, str], bool]:
        """Return for each measure and period whether rows add up to a total, where that can be tried."""
        tried = {}
        for measure, period in columns if len(rows) <= _TRIED_ROWS else ():
            level = self.levels.get(((total, measure), period))
            parts = [part for i in rows if (part := self.levels.get(((i, measure), period)))] if level else []
            if level and _FEWEST_PARTS <= len(parts) <= _MOST_PARTS:
                tried[measure, period] = _adds_up(parts, level)
        return tried

    def _total_columns(self, columns: Sequence[int]) -> None:
        """Draft that columns make up a total, where they do so in most rows."""
        parts: list[int] = []
        for j in columns:
            if not self._is_total(j):
                parts.append(j)
                continue
            sums = [(i, *made) for i in range(len(self.table.rows)) if (made := self._across(i, parts, j))]
            fitting = [_adds_up(added, level) for _, added, level in sums]
            if 2 * sum(fitting) > len(fitting):
                guess = f"the columns before “{self.table.heads[j].text}” are all its parts"
                for _, added, level in sums:
                    self._sum(level, added, guess)
            parts = []

    def _across(self, i: int, columns: Sequence[int], total: int) -> tuple[list[_Level], _Level] | None:
        whole = self.levels.get(self._place(i, total))
        period = self._place(i, total)[1]
        places = [self._place(i, j) for j in columns]
        added = [level for place in places if place[1] == period and (level := self.levels.get(place))]
        return (added, whole) if whole and _FEWEST_PARTS <= len(added) <= _MOST_PARTS else None

    def _sum(self, total: _Level, parts: Iterable[_Level], guess: str) -> None:
        groups = tuple(part.draft.group for part in parts)
        self.found.append(total.draft._replace(kind="sum", parts=groups, guesses=(guess,)))


def _names(head: Head, start: str, end: str) -> bool:
    """Whether the years that a head names are those of two periods: "2014–2015", "2015 vs 2014"."""
    return len(head.years) > 1 and {start[-4:], end[-4:]} == set(head.years)


def _in_unit(written: Written, unit: str) -> Written:
    """Return a bare number in percent or in points."""
    if not unit or written.unit.family != "none":
        return written
    return written.times(_HUNDREDTH)._replace(unit=PERCENT if unit == "%" else POINTS)


def _said(written: Written, shown: Written) -> str:
    """Return what `is:` says of a number whose unit stands in a head."""
    if written.unit == shown.unit:
        return ""
    return f"{'-' if written.value < 0 else ''}{written.digits}{'%' if shown.unit == PERCENT else ' points'}"


def _range(written: Written) -> Interval:
    """Return what a number stands for, below 0 where a verb says so."""
    own = interval(written, narrow=True)
    return own.negated() if written.direction == "down" and written.value > 0 else own


def _adds_up(parts: Sequence[_Level], total: _Level) -> bool:
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
