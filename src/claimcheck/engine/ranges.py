"""Tight ranges of ratios over many rows: floats find the rows that hold an end, exact numbers make the end of them.

An end made of some of the rows is an end that all of them respect, so a range is never too narrow. That it is the tight
one is shown by a point beside it at which all rows hold.
"""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.dual import bound_of
from claimcheck.engine.floats import SLOPE
from claimcheck.engine.model import Model
from claimcheck.engine.onward import Onward
from claimcheck.engine.program import Program
from claimcheck.engine.rows import ONE, Row
from claimcheck.engine.solve import unit_of
from claimcheck.engine.tableau import TINY
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from claimcheck.engine.floats import Floats
    from claimcheck.engine.rows import Form

_CLOSE = 1e-8  # relative to the terms of a ratio: how near to an end a point must show it to be tight
_ERROR = 2e-15  # relative to the terms of a row: more than its value can be off by rounding
_TOUCHING = 1e-7  # a row below this, its largest entry being 1, may stand at 0: it is looked at once more
_CLEAR = 1e-6  # a row above this, its largest entry being 1, holds whatever rounding did to it
_CENTRED = 2  # times that the point inside is moved to the middle
_TIED = 1e-9  # relative: ratios that are as great as each other
_FRESH = 100  # searches one after another, beyond which rounding errors may have gathered in a corner
LONG_WALKS = 3000  # exchanges; where walks have taken more, boxes tell what is left to ask
_CORNERS = 8000  # entries of corners that are kept to start from


class Found(NamedTuple):
    """A range, the claims that carry its ends, and whether it is certainly tight."""

    interval: Interval
    bearing: frozenset[int]
    exact: bool


class _End(NamedTuple):
    """An upper end, `None` for no bound; whether it is open and tight, and the claims behind it."""

    value: Fraction | None
    is_open: bool
    bearing: set[int]
    tight: bool


class _Goal(NamedTuple):
    """A ratio to be made as large as can be, exactly and in scaled columns, the latter up to `factor`."""

    numerator: Form
    denominator: Form
    above: dict[int, float]
    below: dict[int, float]
    factor: float
    positive: Mapping[int, Row]  # the rows that keep columns above 0

    def at(self, value: Sequence[float]) -> float:
        """Return the ratio at a point, in scaled columns; nothing to start from where the denominator is about 0."""
        above = below = 0.0
        for j, a in self.above.items():
            above += a * value[j]
        for j, a in self.below.items():
            below += a * value[j]
        return above / below if below > SLOPE else -inf

    def usual(self, value: Sequence[float]) -> float:
        """Return the size that the terms of the ratio have at a point."""
        above = sum([abs(a) * value[j] for j, a in self.above.items()])
        return self.factor * above / sum([abs(a) * value[j] for j, a in self.below.items()])


class _Corner(NamedTuple):
    """Where a search ended, and how many searches led there."""

    floats: Floats
    age: int


class Ranges:
    """Rows around a point where all of them hold; `range` moves along what they allow to the ends of a ratio.

    The way from one ratio's end to another's is short, so a search starts at that corner where its ratio is greatest,
    of those where earlier ones ended; only where a claim's own rows touch an end, and may hold it, are they lifted.
    """

    def __init__(
        self,
        rows: Sequence[Row],
        size: int,
        signed: Collection[int],
        witness: Mapping[int, Fraction],
        *,
        retry: bool = True,
    ) -> None:
        """Take rows that hold at a witness; `retry` asks for another way where the first one does not tell."""
        self.size, self.signed, self.retry = size, signed, retry
        guess = [1.0, *(float(witness[j]) for j in range(1, size + 1))]
        self.model = Model(guess, signed, margin=0.0)
        self.model.activate(rows)
        unit = unit_of(rows)
        self.unit = ONE if unit is None else unit
        self.inner = self.model.floats
        self.inner.low[self.unit] = self.inner.high[self.unit] = self.inner.value[self.unit]
        for _ in range(_CENTRED):
            self.inner.centre()
        self.inner.width = self.model.widths()
        self.exchanges = 0  # of walks on from corners, which cost the more the more of them there are
        self.corners: deque[_Corner] = deque(maxlen=max(_CORNERS // len(self.inner.value), 2))
        self.strict = [variable for variable, row in self.model.by_variable.items() if row.strict]
        self.of: dict[int, list[int]] = {}  # claim -> its rows in the simplex
        for variable, row in self.model.by_variable.items():
            self.of.setdefault(row.claim, []).append(variable)

    def range(self, numerator: Form, denominator: Form, claims: Sequence[int]) -> Found | None:
        """Return the range of a ratio without the rows of some claims, but for the sign of the first one's denominator.

        `None` when the floats get lost.
        """
        positive = {j: row for j, rows in self.model.signs.items() for row in rows if _stays(row, claims)}
        high = self._upper(numerator, denominator, claims, positive)
        low = self._upper({j: -a for j, a in numerator.items()}, denominator, claims, positive)
        if high is None or low is None:
            return None
        interval = Interval(None if low.value is None else -low.value, high.value, low.is_open, high.is_open)
        return Found(interval, frozenset(high.bearing | low.bearing) - {-1, *claims}, high.tight and low.tight)

    def _upper(
        self, numerator: Form, denominator: Form, claims: Sequence[int], positive: Mapping[int, Row]
    ) -> _End | None:
        """Return the upper end of a ratio without the rows of some claims."""
        scale = self.model.scale
        top = max([abs(a * scale[j]) for j, a in numerator.items()], default=1.0)
        bottom = max([abs(a * scale[j]) for j, a in denominator.items()])
        above = {j: a * scale[j] / top for j, a in numerator.items()}
        below = {j: a * scale[j] / bottom for j, a in denominator.items()}
        goal = _Goal(numerator, denominator, above, below, top / bottom, positive)
        rows = [row for claim in claims for row in self.of.get(claim, ())]
        lifted = [row for row in rows if not _stays(self.model.by_variable[row], claims)]
        walked = self._walked(goal, lifted)
        if walked is not None and walked.tight:
            return walked
        return (self._searched(self.inner.copy(), goal, lifted) if self.retry else None) or walked

    def _walked(self, goal: _Goal, lifted: Sequence[int]) -> _End | None:
        """Return the end found from the corner where the ratio is greatest."""
        start, age = self._nearest(goal)
        floats, slopes = start, start.held(goal.above, goal.below) if age else None
        bounded: bool | None = True
        if not slopes:
            floats = start.copy()
            bounded, slopes = floats.maximise_ratio(goal.above, goal.below)
            if bounded:
                self.corners.append(_Corner(floats, age + 1))
        if bounded and any(floats.value[row] < _TOUCHING for row in lifted):
            start, floats = floats, Onward(floats, goal.above, goal.below)
            for row in lifted:
                floats.bound(row, -inf, inf)
            bounded, slopes = floats.maximise_ratio(goal.above, goal.below)
            self.exchanges += len(floats.exchanges)
        if bounded:
            return self._end(floats, slopes, goal)
        for row in lifted:
            floats.bound(row, -inf, inf)
        unending = self._unending(floats, goal, slopes if bounded is False else dict(enumerate(floats.value)))
        return unending or (self._searched(start.copy(), goal, lifted) if self.retry else None)

    def _nearest(self, goal: _Goal) -> _Corner:
        """Return the corner where a ratio is greatest, of several that one at which most rows are met."""
        ratios = [goal.at(met.floats.value) for met in self.corners]
        best = max(ratios, default=0.0)
        tied = [met for met, at in zip(self.corners, ratios, strict=True) if at >= best - _TIED * abs(best)]
        found = max(tied, key=lambda met: len(met.floats.free_rows), default=None)
        return _Corner(self.inner, 0) if found is None or found.age >= _FRESH else found

    def _unending(self, floats: Floats, goal: _Goal, way: Mapping[int, float]) -> _End | None:
        """Return the end on a way that nothing stops, or at a point where the denominator is 0, if it is plain there.

        Either there is none, or the signs of columns bound the ratio by what it comes to on that way, but never is.
        """
        above = sum([a * way.get(j, 0.0) for j, a in goal.above.items()])
        below = sum([a * way.get(j, 0.0) for j, a in goal.below.items()])
        if below <= SLOPE:
            return _End(None, is_open=False, bearing=set(), tight=True) if above > _CLEAR else None
        columns = goal.numerator.keys() | goal.denominator.keys()
        if self.unit != ONE or any(j in self.signed for j in columns):
            return None
        largest = max(goal.denominator, key=lambda j: Fraction(goal.numerator.get(j, 0), goal.denominator[j]))
        bound = bound_of((), columns - {largest}, goal.numerator, goal.denominator)
        if bound is None or goal.factor * above / below < bound.end / bound.per - _CLOSE or _stopped(floats, way):
            return None
        bearing = set[int]()
        if not bound.is_open and not any(bound.left.get(j) for j in goal.positive):
            apart = self._apart(floats, {j: -weight for j, weight in bound.left.items() if weight}, goal.positive)
            if apart is None:
                return None
            bearing = apart
        return _End(Fraction(bound.end, bound.per), is_open=True, bearing=bearing, tight=True)

    def _apart(self, floats: Floats, form: Form, positive: Mapping[int, Row]) -> set[int] | None:
        """Return the claims that keep a form of columns below 0, `None` if none do, moving to where it is largest."""
        largest = max([abs(a * self.model.scale[j]) for j, a in form.items()], default=1.0)
        scaled = {j: a * self.model.scale[j] / largest for j, a in form.items()}
        bounded, slopes = floats.maximise(scaled)
        goal = _Goal(form, {ONE: 1}, scaled, {ONE: 1.0}, largest, positive)
        end = self._end(floats, slopes, goal) if bounded else None
        return end.bearing if end is not None and end.value is not None and end.value < 0 else None

    def _searched(self, floats: Floats, goal: _Goal, lifted: Sequence[int]) -> _End | None:
        """Return the end found from a point in the cone cut where the denominator is 1 (Charnes and Cooper)."""
        for row in lifted:
            floats.bound(row, -inf, inf)
        if floats.at(goal.below) <= SLOPE:
            return None  # no point is at hand at which the ratio has a value
        floats.cut(goal.below, self.unit)
        bounded, slopes = floats.maximise(goal.above)
        if bounded is None:
            return None
        return self._end(floats, slopes, goal) if bounded else _End(None, is_open=False, bearing=set(), tight=True)

    def _end(self, floats: Floats, slopes: Mapping[int, float], goal: _Goal) -> _End | None:
        """Return the upper end that rows with slopes hold."""
        low, high, by_variable = floats.low, floats.high, self.model.by_variable
        carrying = {j for j, slope in slopes.items() if abs(slope) > SLOPE and (j >= floats.size or low[j] < high[j])}
        rows = [by_variable[j] for j in sorted(carrying) if j in by_variable]
        ratio = (goal.numerator, goal.denominator)
        bound = bound_of(rows, {j for j in carrying if j < floats.size}, *ratio)
        found: tuple[Fraction, bool, set[int]] | None = None
        against: set[int] = set()
        if bound is not None:
            is_open = bound.is_open or any(bound.left.get(j) for j in goal.positive)
            found = (Fraction(bound.end, bound.per), is_open, bound.claims(rows))
            if not is_open:
                against = self._approached(floats, carrying, [*self.strict, *goal.positive])
        if bound is None or against:
            found = self._worked_out(self.model.rows(carrying | against), ratio)
        if found is None:
            return None
        end, is_open, bearing = found
        return _End(end, is_open, bearing, self._is_tight(float(end), floats, goal))

    def _worked_out(self, rows: Sequence[Row], ratio: tuple[Form, Form]) -> tuple[Fraction, bool, set[int]] | None:
        """Return the end that an exact program makes of some rows, whether it is open, and the claims that carry it."""
        program = Program(self.size, self.signed)
        program.add([*rows, sign_row(ratio[1])])
        end, is_open, bearing = program.greatest(*ratio)
        return None if end is None else (end, is_open, bearing)

    def _is_tight(self, end: float, floats: Floats, goal: _Goal) -> bool:
        """Whether a point at which all rows hold is that near to an end.

        The corner where the search ended may break a row by a rounding error. The point is as far from there, on the
        way to a point inside, as it may be; rows that stand clear of 0 at the corner are taken to hold.
        """
        value, low, high, size = floats.value, floats.low, floats.high, floats.size
        near = [j for j, v in enumerate(value) if v <= _CLEAR and -inf < low[j] < high[j]]
        here, below = goal.factor * goal.at(value), floats.at(goal.below)
        for start in self._inside():
            there = goal.factor * goal.at(start)
            room = _CLOSE * goal.usual(start) - (end - here)
            if room > 0.0:
                way = room / max(here - there, room)
                scale, rest = way * below / sum([a * start[j] for j, a in goal.below.items()]), 1.0 - way
                point = [rest * v + scale * s for v, s in zip(value[:size], start, strict=False)]
                if all(self._holds(j, point, low[j]) for j in near):
                    return True
        return False

    def _inside(self) -> Iterator[list[float]]:
        """Yield points at which all rows hold, most with room: the centre, then that among all corners at hand."""
        yield self.inner.value
        points = [self.inner.value, *(met.floats.value for met in self.corners)]
        yield [sum(values) for values in zip(*points, strict=True)]

    def _holds(self, variable: int, point: Sequence[float], least: float) -> bool:
        """Whether a column, or a row whatever rounding errors there are, is at least 0 at a point."""
        if variable < self.inner.size:
            return point[variable] >= least
        total = terms = 0.0
        for j, a in self.inner.forms[variable - self.inner.size].items():
            term = a * point[j]
            total += term
            terms += term if term > 0.0 else -term
        if total >= _ERROR * terms:
            return True
        scale, form = self.model.scale, self.model.by_variable[variable].form
        return sum([a * Fraction(point[j]) * Fraction(scale[j]) for j, a in form.items()]) >= 0

    def _approached(self, floats: Floats, carrying: set[int], strict: Sequence[int]) -> set[int]:
        """Return what shows that an end is perhaps only approached; nothing where it is met.

        It is met where all strict rows can be kept strictly at once with it; what holds one of them at 0 is returned.
        """
        value = floats.value
        touching = [j for j in strict if value[j] < _TOUCHING and floats.low[j] == 0.0]
        if self.unit == ONE and value[ONE] < _TOUCHING:
            touching.append(ONE)
        if not touching:
            return set()
        kept = [(j, floats.low[j], floats.high[j]) for j in carrying]
        for j in carrying:
            floats.low[j] = floats.high[j] = floats.value[j]
        against: set[int] = set()
        for j in touching:
            if floats.value[j] < _TOUCHING:
                form = floats.forms[j - floats.size] if j >= floats.size else {j: 1.0}
                bounded, slopes = floats.maximise(form, _TOUCHING)
                if bounded is not False and floats.value[j] < _TOUCHING:
                    against = {j, *(k for k, slope in slopes.items() if abs(slope) > SLOPE)}
                    break
        for j, low, high in kept:
            floats.low[j], floats.high[j] = low, high
        return against


def _stopped(floats: Floats, way: Mapping[int, float]) -> bool:
    """Whether a way leads to a bound, be it ever so slowly: a search takes no notice of entries below `PIVOT`."""
    for variable, (low, high) in enumerate(zip(floats.low, floats.high, strict=True)):
        form = floats.forms[variable - floats.size] if variable >= floats.size else {variable: 1.0}
        terms = [a * way[j] for j, a in form.items() if j in way]
        move, error = sum(terms), TINY * sum([abs(term) for term in terms])
        if (low > -inf and move < -error) or (high < inf and move > error):
            return True
    return False


def _stays(row: Row, lifted: Sequence[int]) -> bool:
    """Whether a row stays where claims are lifted; of the first, which is recomputed, its denominator's sign does."""
    return row.claim not in lifted or (row.claim == lifted[0] and row.statement == 0 and row.side == "sign")


def sign_row(denominator: Form) -> Row:
    """Return the row that keeps a denominator above 0, of no claim."""
    return Row(denominator, strict=True, claim=-1, reading=0, statement=0, side="sign", case=1)
