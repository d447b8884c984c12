"""Columns of a table that follow from others: growth, differences, yearly rates, shares, where most numbers fit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import less, over
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.grid import RAISED
from claimcheck.extraction.tables.levels import in_unit, most, range_of, said
from claimcheck.extraction.tables.ways import Follower, Order, Way, ways
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.power import power
from claimcheck.quantity.terms import POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels
    from claimcheck.quantity.written import Written

_FEWEST = 2
_TRIED_ROWS = 200
_SURE = 3  # numbers that all fit, where no word says what a column is


class Followers:
    """What the columns of one table follow from, given its levels and the rows below its totals."""

    def __init__(self, levels: Levels, below: Mapping[int, set[int]]) -> None:
        self.levels, self.table, self.known, self.below = levels, levels.table, levels.known, below

    def followed(self, columns: Sequence[int]) -> dict[int, Way]:
        """Return what columns follow from, as far as their numbers fit; what fits one best is taken from the others."""
        found: list[tuple[bool, int, int, int, int, Way]] = []
        known, order = self._periods(), {head.period: head.order for head in (*self.table.heads, *self.levels.labels)}
        for j in columns:
            for way in ways(self._follower(j, known, order)):
                tried = range(min(len(self.table.rows), _TRIED_ROWS))
                apart = not self.table.heads[j].measure and way.measure != self.levels.measures[j - 1]
                tested = {i: fit for i in tried if (fit := self._fits(i, j, way, exactly=apart)) is not None}
                tested = {i: fit for i, fit in tested.items() if i not in self._halved(tested, way)}
                right, of = sum(tested.values()), len(tested)
                passed = self._is_one_slip([i for i, fit in tested.items() if not fit], way)
                clear = right == of or (right >= _FEWEST and most(right + passed, of))
                if right and (clear if way.told else right == of >= _SURE):
                    own = sum(self._is_own(i, way) for i in tested)
                    found.append((apart, of - 2 * right, -right - own, len(found), j, way))
        followed: dict[int, Way] = {}
        for *_, j, way in sorted(found, key=lambda each: each[:4]):
            if j not in followed and way not in followed.values():
                followed[j] = way
        return followed

    def _is_one_slip(self, wrong: Sequence[int], way: Way) -> bool:
        """Whether two numbers on end are wrong that a slip in the level between them would explain."""
        ends = [self._ends(i, way) for i in wrong] if way.kind == "growth" and len(wrong) == _FEWEST else []
        first, second = ends or (None, None)
        return bool(first and second) and first[1] is second[0]  # type: ignore[index]

    def _halved(self, fits: Mapping[int, bool], way: Way) -> set[int]:
        """Return the rows with draws that a share of the games won is not held against."""
        won = [k for k in self.levels.results if self.levels.measures[k] == way.measure and way.kind == "share"]
        return set().union(*(self.levels.halved(fits, k) for k in won))

    def _is_own(self, i: int, way: Way) -> bool:
        """Whether a way makes of a row just what it makes of most."""
        ends = self._ends(i, way)
        return ends is not None and self._kind(way, ends[1]) == way.kind

    def _periods(self) -> dict[str, list[str]]:
        """Return the periods of each measure of which there are levels, ranks left out."""
        known: dict[str, dict[str, None]] = {}
        for (_, measure), period in self.known:
            known.setdefault(measure, {})[period] = None
        ranks = {
            m for m, head in zip(self.levels.measures, self.table.heads, strict=True) if words.RANK.search(head.text)
        }
        return {measure: list(periods) for measure, periods in known.items() if measure not in ranks}

    def _follower(self, j: int, known: dict[str, list[str]], order: dict[str, Order]) -> Follower:
        near = sorted(range(1, len(self.levels.measures)), key=lambda k: (abs(k - j), k))
        if self.levels.results and words.is_gap(self.table.heads[j].text):  # of goals, not of points behind it
            near = [k for k in near if k < j]
        measures = dict.fromkeys(self.levels.measures[k] for k in near if self.levels.measures[k] in known)
        periods = {measure: known[measure] for measure in measures}
        heads = self.table.heads
        before, behind = (
            next((heads[k].period for k in some if heads[k].period and not heads[k].unit), "")
            for some in (range(j - 1, 0, -1), range(j + 1, len(heads)))
        )
        totals = bool(self.below)
        return Follower(heads[j], periods, order, (before, behind), by_rows=self.levels.by_rows, totals=totals)

    def _ends(self, i: int, way: Way) -> tuple[Level, Level, str, str] | None:
        """Return the two levels from which the number of a row follows, and their periods; a range fits anything."""
        ends = self._both(i, way)
        return None if ends is None or any(level.written.upper is not None for level in ends[:2]) else ends

    def _both(self, i: int, way: Way) -> tuple[Level, Level, str, str] | None:
        own = self.levels.own(i)
        if way.kind in ("share", "difference"):
            period = self.levels.labels[i].period if self.levels.by_rows else way.end
            base = self._whole(i, nearest=way.nearest) if way.of_total else own
            part = self.known.get(((own, way.measure), period))
            whole = self.known.get(((base, way.whole), period)) if base is not None else None
            return (whole, part, period, period) if whole and part and whole is not part else None
        start, end = way.start, way.end
        if self.levels.by_rows:
            end = self.levels.labels[i].period
            start = way.before.get(end, "")
        before, after = self.known.get(((own, way.measure), start)), self.known.get(((own, way.measure), end))
        return (before, after, start, end) if before and after else None

    def _whole(self, i: int, *, nearest: bool) -> int | None:
        """Return the total that a row is a part of: the nearest, or the one of all."""
        above = sorted((len(rows), total) for total, rows in self.below.items() if i in rows)
        return above[0 if nearest else -1][1] if above else None

    def _fits(self, i: int, j: int, way: Way, *, exactly: bool = False) -> bool | None:
        """Whether the number of a row is what a way makes it; `None` where that cannot be tried, or says nothing.

        A share `exactly` if it is that of the numbers as printed: of a few seats, each would be that of many shares.
        """
        ends, written = self._ends(i, way), self.table.rows[i][j].written
        if ends is None or written is None:
            return None
        before, after, *_ = ends
        kind = self._kind(way, after)
        shown = self._shown(written, j, kind, after)
        own = range_of(shown)
        if kind in ("change", "difference"):
            percent = after.written.unit.family == "percent"
            if (shown.unit != POINTS) if percent else shown.unit.family in ("percent", "points"):
                return None
            return own.meets(less(after.range, before.range)) if shown.value or before.range != after.range else None
        ratio = over(after.range, before.range, signed=kind == "share")
        if ratio is None or written.unit.family not in ("none", "percent"):
            return None
        if kind == "share":
            said = bool(shown.value or after.written.value)
            ratio = Interval.point(after.written.value / before.written.value) if exactly else ratio
            return own.meets(ratio) if said else None
        return self._is_rate(i, j, way, ratio, own)

    def _is_rate(self, i: int, j: int, way: Way, ratio: Interval, own: Interval) -> bool | None:
        """Whether a range is that of the growth, or yearly rate, from one level to another, whose ratio is known."""
        ends, written = self._ends(i, way), self.table.rows[i][j].written
        if ends is None or written is None:
            return None
        before, after, start, end = ends
        kind = self._kind(way, after)
        bare = written.unit.family == "none"
        still = not written.value and before.range == after.range
        if still or after.written.unit.family == "percent" or (bare and self.levels.in_percent(j)):
            return None  # also "+140" beside "5.0%"
        years = way.years(start, end) if kind == "cagr" else 1
        if not years or own.meets((power(ratio, Fraction(1, years)) if years > 1 else ratio).shifted(-1)):
            return True if years else None
        differs = kind == "growth" and bare and range_of(written).meets(less(after.range, before.range))
        return None if differs else False  # one difference among rates is no rate

    def _kind(self, way: Way, level: Level) -> str:
        """Return what a way makes of one row: of a percentage a bare change is one in points."""
        return "change" if way.kind == "growth" and level.written.unit.family == "percent" else way.kind

    def _shown(self, written: Written, j: int, kind: str, level: Level) -> Written:
        """Return a number in the unit that the head of its column, or what it is, gives it."""
        if kind not in ("change", "difference"):
            return in_unit(written, "%")
        return in_unit(written, "points" if level.written.unit.family == "percent" else self.table.heads[j].unit)

    def drafts(self, j: int, way: Way) -> Iterator[Draft]:
        """Yield a draft of each number of a column that follows from others."""
        head = self.table.heads[j].text
        above = way.kind == "share" and self._is_above(j, way)
        fitting = {i: fit for i in range(len(self.table.rows)) if (fit := self._fits(i, j, way)) is not None}
        halved = self._halved(fitting, way)
        for i, fits in fitting.items():
            ends, row = self._ends(i, way), self.table.rows[i]
            written = row[j].written
            if ends is None or written is None or i in halved:
                continue
            before, after, start, end = ends
            kind = self._kind(way, after)
            of_own_kind = kind == way.kind or written.unit == POINTS
            if not (fits or of_own_kind) or _is_noted(row[0].text):
                continue
            shown = self._shown(written, j, kind, after)
            kind = "ratio" if kind == "share" and above else kind
            draft = self.levels.draft(i, j, kind, after.draft.group, after.draft.subject)
            draft = draft._replace(in_=end, said=said(written, shown), confidence="high")
            if kind == "difference":
                guess = f"“{head}” is “{after.draft.subject.text}” less “{before.draft.subject.text}”"
                draft = draft._replace(minus=(before.draft.group,), guesses=(guess,), scale=after.draft.scale)
            elif kind in ("share", "ratio"):
                whole = before.draft.subject
                guess = f"“{head}” is a {kind} of “{whole.text}”"
                draft = draft._replace(whole=whole, whole_group=before.draft.group, guesses=(guess,))
            else:
                scale = after.draft.scale if kind == "change" else ""
                draft = draft._replace(from_=start, guesses=(f"“{head}” is from {start} to {end}",), scale=scale)
                draft = draft._replace(in_="", to=end) if kind == "cagr" else draft
            yield draft

    def _is_above(self, j: int, way: Way) -> bool:
        """Whether some number of a column is above 100%, or some part above its whole: they are ratios then."""
        for i, row in enumerate(self.table.rows):
            ends, written = self._ends(i, way), row[j].written
            if ends and written:
                whole, part, *_ = ends
                if self._shown(written, j, "share", part).value > 1 or part.written.value > whole.written.value:
                    return True
        return False


def _is_noted(label: str) -> bool:
    """Whether a label bears the mark of a note, which may say that its row is not like the others."""
    return bool(RAISED.search(label))
