"""Rows as a float simplex in scaled columns; each search switches on the rows that it is about."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from claimcheck.engine.dual import refutation
from claimcheck.engine.floats import Floats
from claimcheck.engine.propagate import SHARE
from claimcheck.engine.rows import ONE, facing, is_sign

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from claimcheck.engine.program import Weights
    from claimcheck.engine.rows import Form, Row

MARGIN = 1e-7  # of a row scaled to entries of 1: what floats must leave for an exact check to pass
_SPARE = 60  # rows that may be switched off, beside as many as are on, before a model is made anew


class Model:
    """A float simplex over columns in units of a guess, and the rows it has met.

    A row that only says that a column is above 0 is that column's own bound.
    """

    def __init__(self, guess: Sequence[float], signed: Collection[int], margin: float = MARGIN) -> None:
        """Take a guess of the columns, the first of them the number 1; rows are to be kept `margin` above 0."""
        self.margin, self.signed = margin, signed
        self.scale = [abs(value) or 1.0 for value in guess]
        self.scale[ONE] = 1.0
        low = [-inf if j in signed else 0.0 for j in range(len(guess))]
        start = [max(value / scale, least) for value, scale, least in zip(guess, self.scale, low, strict=True)]
        self.floats = Floats(start, low)
        self.floats.low[ONE] = self.floats.high[ONE] = self.floats.value[ONE] = 1.0
        self.known: dict[int, tuple[Row, int, float]] = {}  # a row, its variable and margin, by identity of the row
        self.by_variable: dict[int, Row] = {}
        self.sign_of: dict[int, tuple[int, Row]] = {}  # the column that a row only keeps above 0, by its identity
        self.active: set[int] = set()
        self.signs: dict[int, list[Row]] = {}  # column -> the active rows that say that it is above 0

    def activate(self, rows: Sequence[Row]) -> None:
        """Switch rows on, and all others off; those that were on stay as they are."""
        floats, known = self.floats, self.known
        places = {id(row): place for place, row in enumerate(rows)}
        added = [(key, rows[place]) for key, place in places.items() if key not in self.active]
        dropped = self.active - places.keys()
        self._keep_above(dropped, added)
        for key in dropped & known.keys():
            floats.bound(known[key][1], -inf, inf)
        equations = []
        for key, row in added:
            if key in self.sign_of:
                continue
            if key not in known:
                place = places[key]
                before = rows[place - 1] if place else None
                self._meet(row, before if facing(row, before) else None)
            elif row.side != "point":
                floats.bound(known[key][1], known[key][2], inf)
            if row.side == "point":
                equations.append(known[key][1])
        self.active = set(places)
        for variable in equations:
            floats.equate(variable)

    def _keep_above(self, dropped: Iterable[int], added: Iterable[tuple[int, Row]]) -> None:
        """Keep those columns above 0 of which active rows say so."""
        signs, changed = self.signs, set[int]()
        for key in dropped:
            if key in self.sign_of:
                column, row = self.sign_of[key]
                signs[column] = [other for other in signs[column] if other is not row]
                changed.add(column)
        for key, row in added:
            if key in self.sign_of or (len(row.form) == 1 and is_sign(row, self.signed)):
                column, _ = self.sign_of.setdefault(key, (next(iter(row.form)), row))
                signs.setdefault(column, []).append(row)
                changed.add(column)
        for column in sorted(changed):
            self.floats.raise_low(column, self.margin if signs[column] else 0.0)
            if not signs[column]:
                del signs[column]

    def _meet(self, row: Row, low: Row | None) -> None:
        """Take in a row; `low` is the row of its statement's other end."""
        floats, margin = self.floats, self.margin
        variable = floats.add(self.scaled(row.form), margin, inf)
        if low is not None and margin:
            other = self.known[id(low)][1]
            width = floats.value[other] + floats.value[variable]
            if SHARE * width < margin:
                margin = max(SHARE * width, 0.0)
                self.known[id(low)] = (low, other, margin)
                floats.bound(other, margin, inf)
                floats.bound(variable, margin, inf)
        self.known[id(row)] = (row, variable, margin)
        self.by_variable[variable] = row

    def scaled(self, form: Form) -> dict[int, float]:
        """Return a form in scaled columns, its largest entry 1."""
        scale = self.scale
        made = {j: a * scale[j] for j, a in form.items()}
        largest = max(map(abs, made.values()), default=1.0)
        return {j: a / largest for j, a in made.items()}

    def rows(self, variables: Iterable[int]) -> list[Row]:
        """Return the rows behind variables of the simplex, in one order."""
        found = []
        for j in sorted(variables):
            if j in self.by_variable:
                found.append(self.by_variable[j])
            elif j in self.signs:
                found.append(self.signs[j][0])
        return found

    def refutation(self, failing: Iterable[int], against: Collection[int]) -> Weights | None:
        """Return exact weights that refute rows, from what breaks a bound and what forbids its mending.

        `None` where there are several of the former, or where the others do not add up.
        """
        rows = self.rows(failing)
        if len(rows) != 1:
            return None
        columns = {j for j in against if j < self.floats.size and j != ONE}
        return refutation([self.by_variable[j] for j in sorted(against) if j in self.by_variable], columns, rows[0])

    def widths(self) -> list[float]:
        """Return how far each variable may move, about: a row at one end of its statement is soon at the other."""
        value, before = self.floats.value, None
        widths = [1.0] * len(value)
        for variable, row in self.by_variable.items():
            if facing(row, before):  # its own other end, which was met just before it
                widths[variable - 1] = widths[variable] = max(value[variable - 1] + value[variable], MARGIN)
            before = row
        return widths

    def values(self) -> list[float]:
        """Return the point of the simplex in the columns' own units."""
        return [value * scale for value, scale in zip(self.floats.value, self.scale, strict=False)]

    def crowded(self, rows: Sequence[Row]) -> bool:
        """Whether so many rows are switched off that another model is the better one."""
        return len(self.known) > 2 * len(rows) + _SPARE
