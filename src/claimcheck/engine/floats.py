"""A sparse simplex in floats that only proposes: a point, an infeasible set of rows, the rows that hold an optimum.

Variables may stand anywhere between their bounds, basic or not, so the search starts at a good guess and most of the
answer stays inside its bounds. Nothing decided here is believed: what it proposes is checked in exact numbers.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

TINY = 1e-11  # an entry below this is a rounding error, rows being scaled to a largest entry of 1
SLOPE = 1e-9  # a reduced cost below this is 0
PIVOT = 1e-7  # no exchange over a smaller entry
FEASIBLE = 1e-9
INSIDE = 1e-6  # how far inside a violated bound a variable is put
_ROOM = 20


class Floats:
    """Columns and rows with bounds and a value each.

    A row is a form of columns and keeps that form for good; only columns that are not free to move (the basic ones) are
    written out in those that are, which may be columns or rows. So an exchange costs the square of the columns, however
    many rows there are.
    """

    def __init__(self, values: Iterable[float], low: Iterable[float]) -> None:
        """Take the columns, none of them basic, with values and least values."""
        self.value = list(values)
        self.size = len(self.value)
        self.low = list(low)
        self.high = [inf] * self.size
        self.forms: list[dict[int, float]] = []  # of the rows, which are numbered on from the columns
        self.uses: list[list[tuple[int, float]]] = [[] for _ in self.value]  # column -> rows that have it
        self.written: dict[int, dict[int, float]] = {}  # basic column -> what free variables make of it
        self.columns: list[set[int]] = [set() for _ in self.value]  # free variable -> basic columns that have it
        self.free_rows: set[int] = set()

    def copy(self) -> Floats:
        """Return an independent copy; forms are shared."""
        other = object.__new__(Floats)
        other.size, other.forms, other.uses = self.size, self.forms[:], self.uses
        other.value, other.low, other.high = self.value[:], self.low[:], self.high[:]
        other.written = {basic: row.copy() for basic, row in self.written.items()}
        other.columns = [column.copy() for column in self.columns]
        other.free_rows = self.free_rows.copy()
        return other

    def add(self, form: dict[int, float], low: float, high: float) -> int:
        """Add a row, kept between two bounds, and return its number."""
        variable = self._extend(form, low, high)
        for j, a in form.items():
            self.uses[j].append((variable, a))
        return variable

    def _extend(self, form: dict[int, float], low: float, high: float) -> int:
        self.value.append(sum([a * self.value[j] for j, a in form.items()]))
        self.low.append(low)
        self.high.append(high)
        self.forms.append(form)
        self.columns.append(set())
        return len(self.value) - 1

    def define(self, column: int, form: Mapping[int, float]) -> None:
        """Make a column basic for good measure: it is a form of others that are not."""
        self.written[column] = dict(form)
        for j in form:
            self.columns[j].add(column)
        self.value[column] = sum(a * self.value[j] for j, a in form.items())

    def lift(self, row: int) -> None:
        """Lift the bounds of a row."""
        self.low[row], self.high[row] = -inf, inf

    def row(self, variable: int) -> dict[int, float]:
        """Return what the free variables make of a basic column or a row."""
        if variable < self.size:
            return self.written[variable].copy()
        made: dict[int, float] = {}
        for j, a in self.forms[variable - self.size].items():
            basic = self.written.get(j)
            if basic is None:
                made[j] = made.get(j, 0.0) + a
            else:
                for k, b in basic.items():
                    made[k] = made.get(k, 0.0) + a * b
        return {j: a for j, a in made.items() if not -TINY < a < TINY}

    def pivot(self, leaving: int, entering: int, row: dict[int, float]) -> None:
        """Exchange a basic column or a row, which `row` writes out, for a free variable of it; no value changes."""
        written, columns = self.written, self.columns
        if leaving < self.size:
            for j in written.pop(leaving):
                columns[j].discard(leaving)
        else:
            self.free_rows.add(leaving)
        scale = 1.0 / row.pop(entering)
        row = {j: -a * scale for j, a in row.items()}
        row[leaving] = scale
        touched, columns[entering] = columns[entering], set()
        items = list(row.items())
        for basic in touched:
            other = written[basic]
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
        if entering < self.size:
            written[entering] = row
            for j in row:
                columns[j].add(entering)
        else:
            self.free_rows.discard(entering)

    def _changes(self, entering: int) -> dict[int, float]:
        """Return by how much basic columns and rows change as a free variable moves by 1."""
        changes = {basic: self.written[basic][entering] for basic in self.columns[entering]}
        moved = list(changes.items())
        if entering < self.size:
            moved.append((entering, 1.0))
        free_rows, uses = self.free_rows, self.uses
        for j, a in moved:
            for row, b in uses[j]:
                if row not in free_rows:
                    changes[row] = changes.get(row, 0.0) + a * b
        return changes

    def _broken(self) -> Iterator[tuple[int, float]]:
        """Yield basic columns and rows that are beyond a bound, and by how much: above 0 when they must rise."""
        written, free_rows, size = self.written, self.free_rows, self.size
        for variable, (low, value, high) in enumerate(zip(self.low, self.value, self.high, strict=True)):
            if value < low - FEASIBLE or value > high + FEASIBLE:
                basic = variable in written if variable < size else variable not in free_rows
                if basic:
                    yield variable, low - value if value < low else high - value

    def restore(self) -> tuple[bool | None, set[int]]:
        """Move until no bound is broken; return True, or False and the variables whose bounds clash.

        `None` stands for giving up. The worst break is mended first; when that has taken more exchanges than there are
        columns, the sum of all breaks is brought down instead, which is slower and does not run in circles.
        """
        for _ in range(self.size + _ROOM):
            broken = list(self._broken())
            if not broken:
                return True, set()
            leaving = max(broken, key=lambda pair: abs(pair[1]))[0]
            value, low, high = self.value[leaving], self.low[leaving], self.high[leaving]
            target = min(low + INSIDE, high) if value < low else max(high - INSIDE, low)
            row = self.row(leaving)
            entering = self._entering(row, target - value)
            if entering < 0:
                return False, {leaving, *row}
            self._move(entering, (target - value) / row[entering], self._changes(entering))
            self.value[leaving] = target
            self.pivot(leaving, entering, row)
        return self._descend()

    def _entering(self, row: Mapping[int, float], need: float) -> int:
        """Return the variable best moved to change a row by `need`: one with room for it, then a large entry."""
        value, low, high = self.value, self.low, self.high
        best, found = (False, PIVOT), -1
        for j, a in row.items():
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

    def _move(self, variable: int, step: float, changes: Mapping[int, float]) -> None:
        value = self.value
        value[variable] += step
        for basic, change in changes.items():
            value[basic] += change * step

    def _descend(self) -> tuple[bool | None, set[int]]:
        """Bring the sum of all breaks down, one variable at a time, no kept bound being broken on the way."""
        for _ in range(len(self.value) + _ROOM):
            broken = dict(self._broken())
            if not broken:
                return True, set()
            slopes: dict[int, float] = {}
            for basic, gap in broken.items():
                for j, a in self.row(basic).items():
                    slopes[j] = slopes.get(j, 0.0) + (a if gap > 0 else -a)
            entering, direction = self._steepest(slopes)
            if entering < 0:
                return False, broken.keys() | {j for j, slope in slopes.items() if abs(slope) > SLOPE}
            if not self._advance(entering, direction):
                return None, set()
        return None, set()

    def _steepest(self, slopes: Mapping[int, float]) -> tuple[int, float]:
        """Return the free variable with the largest slope that has room to follow it, and the way to go; or -1."""
        value, low, high = self.value, self.low, self.high
        best, entering, direction = SLOPE, -1, 1.0
        for j, slope in slopes.items():
            if slope > best and high[j] - value[j] > TINY:
                best, entering, direction = slope, j, 1.0
            elif -slope > best and value[j] - low[j] > TINY:
                best, entering, direction = -slope, j, -1.0
        return entering, direction

    def _advance(self, entering: int, direction: float) -> bool:
        """Move a variable until it or a basic one meets a bound, and exchange the two; False when nothing stops it."""
        value, low, high = self.value, self.low, self.high
        stop = high[entering] - value[entering] if direction > 0 else value[entering] - low[entering]
        leaving, size, end = -1, 0.0, high[entering] if direction > 0 else low[entering]
        changes = self._changes(entering)
        for basic, change in changes.items():
            a, v = change * direction, value[basic]
            if a > PIVOT:
                bound = low[basic] if v < low[basic] - FEASIBLE else high[basic]
            elif a < -PIVOT:
                bound = high[basic] if v > high[basic] + FEASIBLE else low[basic]
            else:
                continue
            if bound in (inf, -inf):
                continue
            reach = max((bound - v) / a, 0.0)
            if reach < stop - TINY or (reach <= stop + TINY and abs(a) > size):
                stop, leaving, size, end = min(reach, stop), basic, abs(a), bound
        if stop == inf:
            return False
        self._move(entering, direction * stop, changes)
        value[leaving if leaving >= 0 else entering] = end
        if leaving >= 0:
            self.pivot(leaving, entering, self.row(leaving))
        return True

    def maximise(self, form: Mapping[int, float], enough: float = inf) -> tuple[bool | None, dict[int, float]]:
        """Move until a form of columns is as large as can be; return True and the slopes of the variables that hold it.

        It may stop when the form is above `enough`. False when it has no bound, `None` for giving up.
        """
        objective = self._extend(dict(form), -inf, inf)
        for _ in range(2 * (self.size + _ROOM)):
            slopes = self.row(objective)
            if self.value[objective] > enough:
                return True, slopes
            entering, direction = self._steepest(slopes)
            if entering < 0:
                return True, slopes
            if not self._advance(entering, direction):
                return False, {}
        return None, {}

    def at(self, form: Mapping[int, float]) -> float:
        """Return the value of a form of columns."""
        return sum([a * self.value[j] for j, a in form.items()])

    def cut(self, denominator: dict[int, float], unit: int) -> None:
        """Scale the whole cone so that a form is 1 and stays so, in place of the column `unit`, which is let go."""
        variable = self._extend(denominator, 1.0, 1.0)
        scale = 1.0 / self.value[variable]
        self.value = [v * scale for v in self.value]
        self.value[variable] = 1.0
        self.low[unit], self.high[unit] = 0.0, inf
        row = self.row(variable)
        self.pivot(variable, max(row, key=lambda j: abs(row[j])), row)
