"""An exact simplex: linear rows in whole numbers, solved for their basic variables, without a rounding anywhere.

Every variable stands for one inequality, `variable >= 0`. A row is an equation `sum(coefficient * variable) = 0` in
which its basic variable has a negative coefficient, so it reads "basic = what the others make of it". Variables without
a row are 0. Two columns are numbers, not variables: `UNIT` is 1 and `DELTA` an infinitesimal above 0, which keeps open
ends open. A row that cannot be mended *is* the proof that the inequalities in it cannot all hold.
"""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.engine.rows import Form

UNIT = -1
DELTA = -2
POSITIVE = 0  # at least 0
FREE = 1  # any number
FIXED = 2  # exactly 0: the slack of an equation
_BOLD_PIVOTS = 3  # for each row, before the rule that cannot cycle takes over


class Dictionary:
    """Rows solved for their basic variables; `kind` says what each variable may be."""

    __slots__ = ("kind", "rows")

    def __init__(self, kind: dict[int, int], rows: dict[int, Form] | None = None) -> None:
        self.kind = kind
        self.rows: dict[int, Form] = {} if rows is None else rows

    def copy(self) -> Dictionary:
        """Return an independent copy; rows are replaced, never changed, so they are shared."""
        return Dictionary(dict(self.kind), dict(self.rows))

    def add(self, variable: int, form: Form, kind: int = POSITIVE) -> None:
        """Add `variable = form`, where the form is in variables of either sort."""
        self.kind[variable] = kind
        row = dict(form)
        row[variable] = -1
        for j in form:
            basic = self.rows.get(j)
            if basic is not None:
                row = eliminate(row, j, basic)
        self.rows[variable] = row

    def pivot(self, leaving: int, entering: int) -> None:
        """Solve the row of `leaving` for `entering`, and put that into every other row."""
        rows = self.rows
        row = rows.pop(leaving)
        if row[entering] > 0:
            row = {j: -a for j, a in row.items()}
        for basic, other in rows.items():
            if entering in other:
                rows[basic] = eliminate(other, entering, row)
        rows[entering] = row

    def settle(self) -> None:
        """Pivot the slacks of equations out of the basis wherever a variable that may move can take the row."""
        kind = self.kind
        for basic in [b for b in self.rows if kind[b] == FIXED]:
            row = self.rows[basic]
            candidates = [j for j in row if j >= 0 and j != basic and kind[j] != FIXED]
            if candidates:
                self.pivot(basic, min(candidates, key=lambda j: (kind[j] != FREE, abs(row[j]))))

    def restore(self) -> int | None:
        """Pivot until every variable is what it may be; return `None`, or the basic variable whose row forbids it."""
        kind, bold = self.kind, _BOLD_PIVOTS * len(self.rows)
        while True:
            leaving = self._violated(bold > 0)
            if leaving is None:
                return None
            bold -= 1
            row = self.rows[leaving]
            up = value_sign(row) < 0
            candidates = [j for j, a in row.items() if j >= 0 and j != leaving and _may_move(kind[j], (a > 0) == up)]
            if not candidates:
                return leaving
            self.pivot(leaving, self._lightest(candidates) if bold > 0 else min(candidates))

    def maximise(self, objective: int) -> bool:
        """Pivot until the free basic variable `objective` is as large as can be; False when it has no bound."""
        kind, bold = self.kind, _BOLD_PIVOTS * len(self.rows)
        while True:
            row = self.rows[objective]
            candidates = [j for j, a in row.items() if j >= 0 and j != objective and _may_move(kind[j], a > 0)]
            if not candidates:
                return True
            bold -= 1
            entering = max(candidates, key=lambda j: abs(row[j])) if bold > 0 else min(candidates)
            leaving = self._first_stop(entering, 1 if row[entering] > 0 else -1)
            if leaving is None:
                return False
            self.pivot(leaving, entering)

    def _violated(self, bold: bool) -> int | None:
        """Return a basic variable that is not what it may be: the one with the shortest row, or the least index."""
        kind = self.kind
        found, best = None, None
        for basic, row in self.rows.items():
            sign = value_sign(row)
            if sign and (sign < 0 or kind[basic] == FIXED) and kind[basic] != FREE:
                weight = len(row) if bold else basic
                if best is None or weight < best:
                    found, best = basic, weight
        return found

    def _lightest(self, candidates: list[int]) -> int:
        """Return the candidate that occurs in the fewest rows."""
        if len(candidates) == 1:
            return candidates[0]
        counts = dict.fromkeys(candidates, 0)
        for row in self.rows.values():
            for j in candidates:
                if j in row:
                    counts[j] += 1
        return min(candidates, key=lambda j: (counts[j], j))

    def _first_stop(self, entering: int, direction: int) -> int | None:
        """Return the basic variable that reaches 0 first as `entering` moves in `direction`; `None` when none does."""
        kind = self.kind
        found, best_unit, best_delta, best_rate = None, 0, 0, 1
        for basic, row in self.rows.items():
            a = row.get(entering)
            if a is None or kind[basic] == FREE:
                continue
            rate = -a * direction
            if rate <= 0:
                continue
            unit, delta = row.get(UNIT, 0), row.get(DELTA, 0)
            if found is not None:
                order = unit * best_rate - best_unit * rate or delta * best_rate - best_delta * rate or basic - found
                if order > 0:
                    continue
            found, best_unit, best_delta, best_rate = basic, unit, delta, rate
        return found


def value_sign(row: Form) -> int:
    """Return a number with the sign of the row's basic variable, the infinitesimal part counting last."""
    return row.get(UNIT, 0) or row.get(DELTA, 0)


def multipliers(row: Form) -> Iterable[tuple[int, int]]:
    """Return `(variable, weight)` of the combination that a violated row is; only slacks of equations weigh below 0."""
    sign = -1 if value_sign(row) < 0 else 1
    return ((j, sign * a) for j, a in row.items() if j >= 0)


def _may_move(kind: int, upwards: bool) -> bool:
    return kind == FREE or (kind == POSITIVE and upwards)


def eliminate(row: Form, variable: int, by: Form) -> Form:
    """Return `row` with `variable` replaced by what the row `by` makes of it, in lowest terms."""
    a, p = row[variable], -by[variable]
    if p != 1:
        divisor = gcd(a, p)
        a //= divisor
        p //= divisor
    result = {j: v * p for j, v in row.items()} if p != 1 else row.copy()
    get = result.get
    for j, v in by.items():
        value = get(j, 0) + a * v
        if value:
            result[j] = value
        else:
            del result[j]
    divisor = gcd(*result.values())
    return result if divisor <= 1 else {j: v // divisor for j, v in result.items()}
