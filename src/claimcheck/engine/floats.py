"""A sparse simplex in floats that only proposes: a point, an infeasible set of rows, the rows that hold an optimum.

Variables may stand anywhere between their bounds, basic or not, so the search starts at a good guess and most of the
answer stays inside its bounds. Nothing decided here is believed: what it proposes is checked in exact numbers.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TINY = 1e-11  # an entry below this is a rounding error, rows being scaled to a largest entry of 1
SLOPE = 1e-9  # a reduced cost below this is 0
PIVOT = 1e-7  # no exchange over a smaller entry
FEASIBLE = 1e-9
INSIDE = 1e-6  # how far inside a violated bound a variable is put
_ROOM = 20


class Floats:
    """Rows `basic = sum(coefficient * variable)`, with bounds and a value for every variable."""

    def __init__(self, values: Iterable[float], low: Iterable[float]) -> None:
        """Take the first variables, none of them basic, with values and least values."""
        self.value = list(values)
        self.size = len(self.value)
        self.low = list(low)
        self.high = [inf] * len(self.value)
        self.rows: dict[int, dict[int, float]] = {}
        self.columns: list[set[int]] = [set() for _ in self.value]

    def copy(self) -> Floats:
        """Return an independent copy."""
        other = object.__new__(Floats)
        other.size = self.size
        other.value, other.low, other.high = self.value[:], self.low[:], self.high[:]
        other.rows = {basic: row.copy() for basic, row in self.rows.items()}
        other.columns = [column.copy() for column in self.columns]
        return other

    def add(self, form: Mapping[int, float], low: float, high: float) -> int:
        """Add a variable that is a form of others, and return it."""
        row: dict[int, float] = {}
        for j, a in form.items():
            basic = self.rows.get(j)
            for k, b in basic.items() if basic is not None else ((j, 1.0),):
                row[k] = row.get(k, 0.0) + a * b
        variable = len(self.value)
        for j in [j for j, a in row.items() if -TINY < a < TINY]:
            del row[j]
        for j in row:
            self.columns[j].add(variable)
        self.value.append(sum(a * self.value[j] for j, a in row.items()))
        self.low.append(low)
        self.high.append(high)
        self.columns.append(set())
        self.rows[variable] = row
        return variable

    def define(self, variable: int, form: Mapping[int, float]) -> None:
        """Make one of the first variables, so far in no row, basic: it is a form of others that are not."""
        self.rows[variable] = dict(form)
        for j in form:
            self.columns[j].add(variable)
        self.value[variable] = sum(a * self.value[j] for j, a in form.items())

    def drop(self, variable: int) -> None:
        """Forget a basic variable."""
        for j in self.rows.pop(variable):
            self.columns[j].discard(variable)

    def free(self, variable: int) -> None:
        """Lift the bounds of a variable."""
        self.low[variable], self.high[variable] = -inf, inf

    def pivot(self, leaving: int, entering: int) -> None:
        """Exchange a basic variable and one of its row; no value changes."""
        rows, columns = self.rows, self.columns
        row = rows.pop(leaving)
        scale = 1.0 / row.pop(entering)
        row = {j: -a * scale for j, a in row.items()}
        row[leaving] = scale
        for j in row:
            columns[j].discard(leaving)
            columns[j].add(entering)
        touched = columns[entering]
        columns[entering] = set()
        touched.discard(leaving)
        rows[entering] = row
        items = list(row.items())
        for basic in touched:
            other = rows[basic]
            factor = other.pop(entering)
            for j, a in items:
                old = other.get(j)
                if old is None:
                    other[j] = factor * a
                    columns[j].add(basic)
                    continue
                new = old + factor * a
                if -TINY < new < TINY:
                    del other[j]
                    columns[j].discard(basic)
                else:
                    other[j] = new

    def restore(self) -> tuple[bool | None, set[int]]:
        """Pivot until no bound is broken; return True, or False and the variables whose bounds clash.

        `None` stands for giving up. The worst break is mended first; when that has taken more pivots than there are
        columns, the sum of all breaks is brought down instead, which is slower and does not run in circles.
        """
        for _ in range(self.size + _ROOM):
            leaving = self._worst()
            if leaving < 0:
                return True, set()
            value, low, high = self.value[leaving], self.low[leaving], self.high[leaving]
            target = min(low + INSIDE, high) if value < low else max(high - INSIDE, low)
            entering = self._entering(leaving, target - value)
            if entering < 0:
                return False, {leaving, *self.rows[leaving]}
            self._move(entering, (target - value) / self.rows[leaving][entering])
            self.value[leaving] = target
            self.pivot(leaving, entering)
        return self._descend()

    def _worst(self) -> int:
        """Return the basic variable furthest beyond a bound, -1 when none is."""
        value, low, high = self.value, self.low, self.high
        worst, found = FEASIBLE, -1
        for basic in self.rows:
            v = value[basic]
            gap = low[basic] - v if v < low[basic] else v - high[basic]
            if gap > worst:
                worst, found = gap, basic
        return found

    def _entering(self, leaving: int, need: float) -> int:
        """Return the variable best moved to change a basic one by `need`: one with room for it, then a large entry."""
        value, low, high = self.value, self.low, self.high
        best, found = (False, PIVOT), -1
        for j, a in self.rows[leaving].items():
            size = a if a > 0 else -a
            if size <= PIVOT:
                continue
            step = need / a
            room = high[j] - value[j] if step > 0 else value[j] - low[j]
            if room > TINY:
                merit = (room >= (step if step > 0 else -step), size)
                if merit > best:
                    best, found = merit, j
        return found

    def _descend(self) -> tuple[bool | None, set[int]]:
        """Bring the sum of all breaks down, one variable at a time, no kept bound being broken on the way."""
        value, low, high, rows = self.value, self.low, self.high, self.rows
        for _ in range(len(rows) + _ROOM):
            broken = {
                b: 1.0 if value[b] < low[b] else -1.0
                for b in rows
                if value[b] < low[b] - FEASIBLE or value[b] > high[b] + FEASIBLE
            }
            if not broken:
                return True, set()
            slopes: dict[int, float] = {}
            for basic, sign in broken.items():
                for j, a in rows[basic].items():
                    slopes[j] = slopes.get(j, 0.0) + sign * a
            movable = [
                j for j, slope in slopes.items() if (slope > SLOPE and value[j] < high[j] - TINY)
                or (slope < -SLOPE and value[j] > low[j] + TINY)
            ]
            if not movable:
                return False, broken.keys() | {j for j, slope in slopes.items() if abs(slope) > SLOPE}
            entering = max(movable, key=lambda j: abs(slopes[j]))
            if self._advance(entering, 1.0 if slopes[entering] > 0 else -1.0) is False:
                return None, set()
        return None, set()

    def _advance(self, entering: int, direction: float) -> bool:
        """Move a variable until it or a basic one meets a bound, and exchange the two; False when nothing stops it."""
        value, low, high, rows = self.value, self.low, self.high, self.rows
        stop = high[entering] - value[entering] if direction > 0 else value[entering] - low[entering]
        leaving, size, end = -1, 0.0, high[entering] if direction > 0 else low[entering]
        for basic in self.columns[entering]:
            a = rows[basic][entering] * direction
            v = value[basic]
            if a > 0:
                bound = low[basic] if v < low[basic] - FEASIBLE else high[basic]
            else:
                bound = high[basic] if v > high[basic] + FEASIBLE else low[basic]
            if bound in (inf, -inf) or (a if a > 0 else -a) <= PIVOT:
                continue
            reach = max((bound - v) / a, 0.0)
            if reach < stop - TINY or (reach <= stop + TINY and abs(a) > size):
                stop, leaving, size, end = min(reach, stop), basic, abs(a), bound
        if stop == inf:
            return False
        self._move(entering, direction * stop)
        value[leaving if leaving >= 0 else entering] = end
        if leaving >= 0:
            self.pivot(leaving, entering)
        return True

    def _move(self, variable: int, step: float) -> None:
        value, rows = self.value, self.rows
        value[variable] += step
        for basic in self.columns[variable]:
            value[basic] += rows[basic][variable] * step

    def maximise(self, objective: int) -> bool | None:
        """Pivot until a basic variable is as large as can be; False when it has no bound, `None` for giving up."""
        value, low, high, rows = self.value, self.low, self.high, self.rows
        for _ in range(3 * (len(rows) + _ROOM)):
            best, entering, direction = SLOPE, -1, 1.0
            for j, slope in rows[objective].items():
                if slope > best and high[j] - value[j] > TINY:
                    best, entering, direction = slope, j, 1.0
                elif -slope > best and value[j] - low[j] > TINY:
                    best, entering, direction = -slope, j, -1.0
            if entering < 0:
                return True
            if not self._advance(entering, direction):
                return False
        return None

    def cut(self, denominator: Mapping[int, float], unit: int) -> int:
        """Scale the whole cone so that a form is 1 and stays so, in place of the variable `unit`; return the form's."""
        variable = self.add(denominator, 1.0, 1.0)
        scale = 1.0 / self.value[variable]
        self.value = [v * scale for v in self.value]
        self.value[variable] = 1.0
        self.low[unit], self.high[unit] = 0.0, inf
        row = self.rows[variable]
        self.pivot(variable, max(row, key=lambda j: abs(row[j])))
        return variable
