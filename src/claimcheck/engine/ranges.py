"""Tight ranges of ratios over many rows: floats find the rows that hold an end, exact numbers make the end of them.

An end made of some of the rows is an end that all of them respect, so a range is never too narrow. That it is the tight
one is shown by a point beside it at which all rows hold.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.dual import bound_of
from claimcheck.engine.floats import SLOPE
from claimcheck.engine.model import Model
from claimcheck.engine.program import Program
from claimcheck.engine.rows import ONE, Row
from claimcheck.engine.solve import unit_of
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from fractions import Fraction

    from claimcheck.engine.floats import Floats
    from claimcheck.engine.rows import Form

_CLOSE = 1e-8  # relative to the terms of a ratio: how near to an end a point must show it to be tight
_ERROR = 2e-15  # relative to the terms of a row: more than its value can be off by rounding
_TOUCHING = 1e-9
_CLEAR = 1e-6  # a row above this, its largest entry being 1, holds whatever rounding did to it
_CENTRED = 2  # times that the point inside is moved to the middle
_FRESH = 200  # searches after which the corner is made anew


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


class Ranges:
    """Rows around a point where all of them hold; `range` moves along what they allow to the ends of a ratio.

    The way from one ratio's ends to the next one's is short, so the search stays at the corner where the last one
    ended; only where a claim's own rows hold an end are they lifted, in a copy.
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
        self.walker = self.inner.copy()
        self.searches = 0
        self.mean = self.inner.value[:]  # of the points where searches ended: all rows hold there, most with room
        for sign in (1.0, -1.0) if retry else ():
            self.walker.maximise(dict.fromkeys(range(1, size + 1), sign))
            self._met(self.walker.value)
        self.strict = [variable for variable, row in self.model.by_variable.items() if row.strict]
        self.of: dict[int, list[int]] = {}  # claim -> its rows in the simplex
        for variable, row in self.model.by_variable.items():
            if not _own_sign(row):
                self.of.setdefault(row.claim, []).append(variable)

    def range(self, numerator: Form, denominator: Form, claims: Sequence[int]) -> Found | None:
        """Return the range of a ratio without the rows of some claims, but for the signs of their own denominators.

        `None` when the floats get lost.
        """
        high = self._upper(numerator, denominator, claims)
        low = self._upper({j: -a for j, a in numerator.items()}, denominator, claims)
        if high is None or low is None:
            return None
        interval = Interval(None if low.value is None else -low.value, high.value, low.is_open, high.is_open)
        return Found(interval, frozenset(high.bearing | low.bearing) - {-1, *claims}, high.tight and low.tight)

    def _upper(self, numerator: Form, denominator: Form, claims: Sequence[int]) -> _End | None:
        """Return the upper end of a ratio without the rows of some claims."""
        scale = self.model.scale
        top = max([abs(a * scale[j]) for j, a in numerator.items()], default=1.0)
        bottom = max([abs(a * scale[j]) for j, a in denominator.items()])
        positive = {
            j: row for j, rows in self.model.signs.items() for row in rows if row.claim not in claims or _own_sign(row)
        }
        above = {j: a * scale[j] / top for j, a in numerator.items()}
        below = {j: a * scale[j] / bottom for j, a in denominator.items()}
        goal = _Goal(numerator, denominator, above, below, top / bottom, positive)
        lifted = [row for claim in claims for row in self.of.get(claim, ())]
        walked = self._walked(goal, lifted)
        if walked is not None and walked.tight:
            return walked
        return (self._from_inside(goal, lifted) if self.retry else None) or walked

    def _walked(self, goal: _Goal, lifted: Sequence[int]) -> _End | None:
        """Return the end found from the corner where the search before ended."""
        if self.searches > _FRESH:  # rounding errors gather in what is exchanged again and again
            self.walker, self.searches = self.inner.copy(), 0
        floats = self.walker
        bounded, slopes = floats.maximise_ratio(goal.above, goal.below)
        if bounded:
            self._met(floats.value)
        if bounded and any(abs(slopes.get(row, 0.0)) > SLOPE for row in lifted):
            floats = floats.copy()
            for row in lifted:
                floats.bound(row, -inf, inf)
            bounded, slopes = floats.maximise_ratio(goal.above, goal.below)
        return self._end(floats, slopes, self.mean, goal) if bounded else None

    def _met(self, value: Sequence[float]) -> None:
        """Take a point at which all rows hold into the mean of such points."""
        self.searches += 1
        share = 1.0 / (self.searches + 1)
        self.mean = [m + share * (v - m) for m, v in zip(self.mean, value, strict=True)]

    def _from_inside(self, goal: _Goal, lifted: Sequence[int]) -> _End | None:
        """Return the end found from a point inside, in the cone cut where the denominator is 1 (Charnes and Cooper)."""
        floats = self.inner.copy()
        for row in lifted:
            floats.bound(row, -inf, inf)
        if floats.at(goal.below) <= 0.0:
            return None  # no point is at hand at which the ratio has a value
        floats.cut(goal.below, self.unit)
        start = floats.value[:]
        bounded, slopes = floats.maximise(goal.above)
        if bounded is None:
            return None
        return (
            self._end(floats, slopes, start, goal) if bounded else _End(None, is_open=False, bearing=set(), tight=True)
        )

    def _end(self, floats: Floats, slopes: Mapping[int, float], start: Sequence[float], goal: _Goal) -> _End | None:
        """Return the upper end that rows with slopes hold; `start` are the values of variables at a point inside."""
        low, high, by_variable = floats.low, floats.high, self.model.by_variable
        carrying = {j for j, slope in slopes.items() if abs(slope) > SLOPE and (j >= floats.size or low[j] < high[j])}
        near, terms = self._reached(floats, start, goal)
        rows = [by_variable[j] for j in sorted(carrying) if j in by_variable]
        ratio = (goal.numerator, goal.denominator)
        bound = bound_of(rows, {j for j in carrying if j < floats.size}, *ratio)
        found: tuple[Fraction, bool, set[int]] | None = None
        against: set[int] = set()
        if bound is not None:
            is_open = bound.is_open or any(bound.left.get(j) for j in goal.positive)
            found = (bound.end, is_open, bound.claims(rows))
            if not is_open:
                against = self._approached(floats, carrying, [*self.strict, *goal.positive])
        if bound is None or against:
            found = self._worked_out(self.model.rows(carrying | against), ratio)
        if found is None:
            return None
        end, is_open, bearing = found
        return _End(end, is_open, bearing, float(end) - near <= _CLOSE * terms)

    def _worked_out(self, rows: Sequence[Row], ratio: tuple[Form, Form]) -> tuple[Fraction, bool, set[int]] | None:
        """Return the end that an exact program makes of some rows, whether it is open, and the claims that carry it."""
        program = Program(self.size, self.signed)
        program.add([*rows, sign_row(ratio[1])])
        end, is_open, bearing = program.greatest(*ratio)
        return None if end is None else (end, is_open, bearing)

    def _reached(self, floats: Floats, start: Sequence[float], goal: _Goal) -> tuple[float, float]:
        """Return a value that the ratio reaches, and the size that its terms usually have.

        The corner where the search ended may break a row by a rounding error. On the way from there to the start, where
        all rows hold, it is the first point that breaks none; rows that stand clear of 0 there are taken to hold.
        """
        value, low, high, forms, size = floats.value, floats.low, floats.high, floats.forms, floats.size
        way = 0.0
        for row in range(size, len(value)):
            if value[row] > _CLEAR or low[row] == -inf or low[row] == high[row]:
                continue
            terms = [a * value[j] for j, a in forms[row - size].items()]
            error = _ERROR * sum(map(abs, terms))
            short = error - sum(terms)
            if short > 0.0:
                room = start[row] - 2.0 * error
                way = max(way, short / (short + room)) if room > 0.0 else 1.0
        for j in range(size):
            if value[j] < low[j]:
                way = max(way, (low[j] - value[j]) / (start[j] - value[j]))
        point = [(1.0 - way) * value[j] + way * start[j] for j in range(size)]
        reached = sum([a * point[j] for j, a in goal.above.items()])
        reached /= sum([a * point[j] for j, a in goal.below.items()])
        usual = sum([abs(a) * start[j] for j, a in goal.above.items()])
        usual /= sum([abs(a) * start[j] for j, a in goal.below.items()])
        return goal.factor * reached, goal.factor * usual

    def _approached(self, floats: Floats, carrying: set[int], strict: Sequence[int]) -> set[int]:
        """Return what shows that an end is perhaps only approached; nothing where it is met.

        It is met where all strict rows can be kept strictly at once with it; what holds one of them at 0 is returned.
        """
        touching = [j for j in strict if floats.low[j] == 0.0 and floats.value[j] < _TOUCHING]
        if self.unit == ONE and floats.value[ONE] < _TOUCHING:
            touching.append(ONE)
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


def _own_sign(row: Row) -> bool:
    """Whether a row keeps the sign of its claim's own denominator, which it does when the claim is recomputed too."""
    return row.statement == 0 and row.side == "sign"


def sign_row(denominator: Form) -> Row:
    """Return the row that keeps a denominator above 0, of no claim."""
    return Row(denominator, strict=True, claim=-1, reading=0, statement=0, side="sign", case=1)
