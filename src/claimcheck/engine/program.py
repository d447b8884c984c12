"""A linear program over a component's columns: feasible with a witness or refuted with weights, and exact ranges."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from claimcheck.engine.dictionary import DELTA, FIXED, FREE, POSITIVE, UNIT, Dictionary, multipliers
from claimcheck.engine.rows import ONE
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from claimcheck.engine.rows import Form, Row

Weights = list[tuple["Row | int", int]]  # rows, or columns that are at least 0, with their multipliers


class Program:
    """Rows over columns. Strict rows and the number 1 are at least `UNIT`: the cone has such a point or none at all."""

    def __init__(self, size: int, signed: Collection[int] = frozenset()) -> None:
        """Take columns 1 to `size`; those in `signed` may be negative."""
        self.size, self.signed = size, signed
        unit_slack = size + 1
        self.dictionary = Dictionary({ONE: POSITIVE, unit_slack: POSITIVE}, {ONE: {ONE: -1, unit_slack: 1, UNIT: 1}})
        self.sources: dict[int, Row] = {}
        self.next = size + 2
        self.refuted: Weights | None = None
        self.failed = 0  # the variable whose row is the refutation

    def copy(self) -> Program:
        """Return an independent copy."""
        other = object.__new__(Program)
        other.size, other.signed, other.next = self.size, self.signed, self.next
        other.refuted, other.failed = self.refuted, self.failed
        other.dictionary = self.dictionary.copy()
        other.sources = dict(self.sources)
        return other

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows; `solve` says what they leave."""
        for row in rows:
            variable = self.next
            self.next += 1
            self.sources[variable] = row
            self._meet(row.form)
            kind = FIXED if row.side == "point" else POSITIVE
            self.dictionary.add(variable, {**row.form, UNIT: -1} if row.strict else row.form, kind)

    def _meet(self, form: Form) -> None:
        """Take in the columns of a form that no row had yet."""
        kinds = self.dictionary.kind
        for j in form:
            if j not in kinds:
                kinds[j] = FREE if j in self.signed else POSITIVE

    def lift(self, claim: int, statement: int | None = None) -> None:
        """Leave the rows of a claim, or of one statement of it, out again: their variables may be any number."""
        for variable, row in self.sources.items():
            if row.claim == claim and statement in (None, row.statement):
                self.dictionary.kind[variable] = FREE

    def solve(self) -> bool:
        """Return whether all rows can hold at once; if not, `refuted` holds the weights that prove it."""
        self.dictionary.settle()
        failed = self.dictionary.restore()
        if failed is None:
            return True
        self.failed = failed
        row = self.dictionary.rows[failed]
        self.refuted = [
            (self.sources.get(j, j), weight)
            for j, weight in multipliers(row)
            if j in self.sources or ONE < j <= self.size
        ]
        return False

    def without(self, claim: int) -> Iterator[dict[int, int]]:
        """Yield points, up to scale, that break one row of a refutation, a row of the claim, and no other row of it.

        Each is one exchange away: the variables of all rows but two are 0, and either of those can be the broken one.
        """
        rows = self.dictionary.rows
        failed = rows[self.failed]
        for variable in failed:
            source = self.sources.get(variable)
            if source is None or source.claim != claim:
                continue
            top, bottom = (0, 1) if variable == self.failed else (-failed.get(UNIT, 0), failed[variable])
            if bottom < 0:
                top, bottom = -top, -bottom
            common = lcm(*[-row[j] for j, row in rows.items() if j <= self.size])
            yield {
                j: (row.get(UNIT, 0) * bottom + row.get(variable, 0) * top) * (common // -row[j])
                for j, row in rows.items()
                if j <= self.size
            }

    def witness(self) -> dict[int, Fraction]:
        """Return a value for each column that makes all rows hold; call it after a `solve` that returned True."""
        rows = self.dictionary.rows
        top, bottom = rows[ONE][UNIT], -rows[ONE][ONE]  # the number 1 is at least UNIT, so it is basic
        values = {}
        for j in range(1, self.size + 1):
            row = rows.get(j)  # a column that no row is about is 0
            values[j] = Fraction(row.get(UNIT, 0) * bottom, -row[j] * top) if row else Fraction(0)
        return values

    def range(self, numerator: Form, denominator: Form) -> tuple[Interval, set[int]]:
        """Return all values of `numerator / denominator`, and the claims that carry the ends.

        The program must be solved, and the denominator above 0 in it. The cone is cut where the denominator is 1
        (Charnes and Cooper, 1962), so the ratio becomes linear: what was the unit of strict rows turns into a variable
        above 0, and an end that is met only where it vanishes is open.
        """
        dictionary, unit = self._cut(numerator, denominator)
        high, high_open, over = self._end(dictionary, numerator, unit + 1)
        low, low_open, under = self._end(dictionary, {j: -a for j, a in numerator.items()}, unit + 2)
        return Interval(None if low is None else -low, high, low_open, high_open), over | under

    def greatest(self, numerator: Form, denominator: Form) -> tuple[Fraction | None, bool, set[int]]:
        """Return the upper end of a ratio, whether it is open, and the claims that carry it; solves first.

        `None` where there is no end, or no point at all.
        """
        if not self.solve():
            return None, False, set()
        dictionary, unit = self._cut(numerator, denominator)
        return self._end(dictionary, numerator, unit + 1)

    def _cut(self, numerator: Form, denominator: Form) -> tuple[Dictionary, int]:
        """Return the dictionary where `UNIT` is the denominator, and the variable that was `UNIT`."""
        self._meet(numerator)
        self._meet(denominator)
        unit = self.next
        kind = {**self.dictionary.kind, unit: POSITIVE}
        rows = {b: {unit if j == UNIT else j: a for j, a in r.items()} for b, r in self.dictionary.rows.items()}
        cut = Dictionary(kind, rows)
        cut.add(UNIT, denominator)
        cut.pivot(UNIT, unit)
        del cut.kind[UNIT]
        row = rows[unit]
        rows[unit] = {**row, DELTA: row[unit]}
        return cut, unit

    def _end(self, dictionary: Dictionary, objective: Form, variable: int) -> tuple[Fraction | None, bool, set[int]]:
        dictionary.add(variable, objective, FREE)
        bounded = dictionary.maximise(variable)
        row = dictionary.rows.pop(variable)
        if not bounded:
            return None, False, set()
        bearing = {self.sources[j].claim for j in row if j in self.sources} - {-1}
        return Fraction(row.get(UNIT, 0), -row[variable]), DELTA in row, bearing
