"""Columns and rows in floats, with bounds and values, and the exchange of one for another: what a simplex moves on."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Self

TINY = 1e-11  # an entry below this is a rounding error, rows being scaled to a largest entry of 1
LEAST = -TINY
PIVOT = 1e-7  # no exchange over a smaller entry


class Tableau:
    """Columns and rows with bounds and a value each.

    A row is a form of columns and keeps that form for good; only columns that are not free to move (the basic ones) are
    written out in those that are, which may be columns or rows. So an exchange costs the square of the columns that
    have been exchanged, however many rows there are.
    """

    def __init__(self, values: Iterable[float], low: Iterable[float]) -> None:
        """Take the columns, none of them basic, with values and least values."""
        self.value = list(values)
        self.size = len(self.value)
        self.low = list(low)
        self.high = [inf] * self.size
        self.width: list[float] = []  # how far each variable may move, about, for searches that ask for it
        self.forms: list[dict[int, float]] = []  # of the rows, which are numbered on from the columns
        self.uses: list[list[tuple[int, float]]] = [[] for _ in self.value]  # column -> rows that have it
        self.written: dict[int, dict[int, float]] = {}  # basic column -> what free variables make of it
        self.free_rows: set[int] = set()
        self.idle: set[int] = set()  # rows whose value is not kept: the free ones, and those switched off

    def copy(self) -> Self:
        """Return an independent copy; forms are shared, so neither may add rows to columns that the other keeps."""
        other = object.__new__(type(self))
        other.size, other.forms, other.uses = self.size, self.forms[:], self.uses
        other.value, other.low, other.high = self.value[:], self.low[:], self.high[:]
        other.width = self.width
        other.written = {basic: row.copy() for basic, row in self.written.items()}
        other.free_rows, other.idle = self.free_rows.copy(), self.idle.copy()
        return other

    def add(self, form: dict[int, float], low: float, high: float) -> int:
        """Add a row, kept between two bounds, and return its number."""
        value, uses, variable, total = self.value, self.uses, len(self.value), 0.0
        for j, a in form.items():
            total += a * value[j]
            uses[j].append((variable, a))
        value.append(total)
        self.low.append(low)
        self.high.append(high)
        self.forms.append(form)
        return variable

    def equate(self, row: int) -> None:
        """Make a row 0 and keep it there: the column with its largest entry follows from the others."""
        self.bound(row, 0.0, 0.0)
        form = self.row(row)
        columns = [j for j in form if j < self.size and self.low[j] < self.high[j]]
        if columns and row not in self.free_rows:
            entering = max(columns, key=lambda j: abs(form[j]))
            if abs(form[entering]) > PIVOT:
                self._move(entering, -self.value[row] / form[entering], self._changes(entering))
                self.value[row] = 0.0
                self.pivot(row, entering, form)

    def bound(self, row: int, low: float, high: float) -> None:
        """Give a row other bounds; without any it is switched off."""
        self.low[row], self.high[row] = low, high
        if row in self.free_rows:
            value = self.value[row]
            step = min(max(value, low), high) - value
            if step:
                self._move(row, step, self._changes(row))
        elif low == -inf and high == inf:
            self.idle.add(row)
        elif row in self.idle:
            self.idle.discard(row)
            self.value[row] = self.at(self.forms[row - self.size])

    def raise_low(self, column: int, low: float) -> None:
        """Give a column another least value."""
        self.low[column] = low
        if column not in self.written and self.value[column] < low:
            self._move(column, low - self.value[column], self._changes(column))

    def row(self, variable: int) -> dict[int, float]:
        """Return what the free variables make of a basic column or a row."""
        if variable < self.size:
            return self.written[variable].copy()
        return self.written_out(self.forms[variable - self.size])

    def written_out(self, form: Mapping[int, float]) -> dict[int, float]:
        """Return what the free variables make of a form of columns."""
        made: dict[int, float] = {}
        written, get = self.written, made.get
        for j, a in form.items():
            basic = written.get(j)
            if basic is None:
                made[j] = get(j, 0.0) + a
            else:
                for k, b in basic.items():
                    made[k] = get(k, 0.0) + a * b
        return {j: a for j, a in made.items() if a > TINY or a < LEAST}

    def pivot(self, leaving: int, entering: int, row: dict[int, float]) -> None:
        """Exchange a basic column or a row, which `row` writes out, for a free variable of it; no value changes."""
        written = self.written
        if leaving < self.size:
            del written[leaving]
        scale = 1.0 / row.pop(entering)
        row = {j: -a * scale for j, a in row.items()}
        row[leaving] = scale
        items, least, most = list(row.items()), LEAST, TINY
        for other in written.values():
            if entering in other:
                factor = other.pop(entering)
                for j, a in items:
                    if j in other:
                        entry = other[j] + factor * a
                        if least < entry < most:
                            del other[j]
                        else:
                            other[j] = entry
                    else:
                        other[j] = factor * a
        if entering < self.size:
            written[entering] = row
        self._freed(leaving, entering)

    def _freed(self, leaving: int, entering: int) -> None:
        """Note which rows are free and which values are kept after an exchange."""
        if leaving >= self.size:
            self.free_rows.add(leaving)
            self.idle.add(leaving)
        if entering >= self.size:
            self.free_rows.discard(entering)
            if self.low[entering] > -inf or self.high[entering] < inf:
                self.idle.discard(entering)

    def _changes(self, entering: int) -> dict[int, float]:
        """Return by how much basic columns and rows change as a free variable moves by 1."""
        uses, idle = self.uses, self.idle
        changes = self._moved(entering)
        for j, a in list(changes.items()):
            for row, b in uses[j]:
                if row in changes:
                    changes[row] += a * b
                elif row not in idle:
                    changes[row] = a * b
        changes.pop(entering, None)
        return changes

    def _moved(self, entering: int) -> dict[int, float]:
        """Return by how much columns change as a free variable moves by 1, that itself included."""
        moved = {basic: row[entering] for basic, row in self.written.items() if entering in row}
        if entering < self.size:
            moved[entering] = 1.0
        return moved

    def _move(self, variable: int, step: float, changes: Mapping[int, float]) -> None:
        value = self.value
        value[variable] += step
        for basic, change in changes.items():
            value[basic] += change * step

    def _exchange(self, leaving: int, entering: int) -> bool:
        """Exchange a basic variable for a free one; False where rounding errors have made that impossible."""
        row = self.row(leaving)
        if abs(row.get(entering, 0.0)) < PIVOT:
            return False
        self.pivot(leaving, entering, row)
        return True

    def at(self, form: Mapping[int, float]) -> float:
        """Return the value of a form of columns."""
        value = self.value
        return sum([a * value[j] for j, a in form.items()])
