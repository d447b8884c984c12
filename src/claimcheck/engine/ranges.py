"""Tight ranges of ratios over many rows: floats find the rows that hold an end, exact numbers make the end of them.

An end made of some of the rows is an end that all of them respect, so a range is never too narrow. It is the tight one
when the floats stood where the exact program over those rows ends.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.floats import SLOPE
from claimcheck.engine.program import Program
from claimcheck.engine.rows import ONE, Row
from claimcheck.engine.solve import Model, busiest
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from claimcheck.engine.floats import Floats
    from claimcheck.engine.rows import Form

_AGREE = 1e-6  # relative, between the float end and the exact one
_TOUCHING = 1e-9
_CLEAR = 1e-6  # a scaled denominator above this is safely divided by


class Found(NamedTuple):
    """A range, the claims that carry its ends, and whether it is certainly tight."""

    interval: Interval
    bearing: frozenset[int]
    exact: bool


class Ranges:
    """Rows with a witness, kept at a corner of what they allow; `range` moves from there to the ends of a ratio."""

    def __init__(self, rows: Sequence[Row], size: int, signed: set[int], witness: Mapping[int, Fraction]) -> None:
        self.rows, self.size, self.signed, self.witness = rows, size, signed, witness
        guess = [1.0, *(float(witness[j]) for j in range(1, size + 1))]
        self.model = Model(rows, size, signed, guess, margin=0.0)
        self.unit = ONE if any(ONE in row.form for row in rows) else busiest(rows) or ONE
        floats = self.model.floats
        floats.low[self.unit] = floats.high[self.unit] = floats.value[self.unit]
        self.inner = floats.copy()
        floats.maximise(dict.fromkeys(range(1, size + 1), -1.0))

    def range(self, numerator: Form, denominator: Form, claim: int) -> Found | None:
        """Return the range of a ratio without the rows of a claim, but for the sign of its own denominator.

        `None` when the floats get lost.
        """
        if any(row.claim == claim and row.side == "point" for row in self.rows):
            others = [row for row in self.rows if row.claim != claim or _own_sign(row)]
            return Ranges(others, self.size, self.signed, self.witness).range(numerator, denominator, -2)
        factor = max(abs(a * self.model.scale[j]) for j, a in denominator.items())
        above = {j: a * self.model.scale[j] / factor for j, a in numerator.items()}
        below = {j: a * self.model.scale[j] / factor for j, a in denominator.items()}
        floats = self._start(below)
        for variable, position in self.model.variables.items():
            row = self.rows[position]
            if row.claim == claim and not _own_sign(row):
                floats.lift(variable)
        if sum(a * floats.value[j] for j, a in below.items()) <= 0.0:
            return None  # no point is at hand at which the ratio has a value
        floats.cut(below, self.unit)
        high = self._end(floats, above, (numerator, denominator))
        low = self._end(floats, {j: -a for j, a in above.items()}, ({j: -a for j, a in numerator.items()}, denominator))
        if high is None or low is None:
            return None
        interval = Interval(None if low[0] is None else -low[0], high[0], low[1], high[1])
        return Found(interval, frozenset(high[2] | low[2]) - {claim}, high[3] and low[3])

    def _start(self, denominator: Mapping[int, float]) -> Floats:
        """Return the simplex at its corner, or at the witness where a denominator vanishes in the corner."""
        corner = self.model.floats
        return (corner if corner.at(denominator) > _CLEAR else self.inner).copy()

    def _end(
        self, floats: Floats, objective: Mapping[int, float], ratio: tuple[Form, Form]
    ) -> tuple[Fraction | None, bool, set[int], bool] | None:
        """Return the upper end, whether it is open, the claims behind it, and whether it is tight."""
        bounded, slopes = floats.maximise(objective)
        if bounded is None:
            return None
        if not bounded:
            return None, False, set(), True
        carrying = {j for j, slope in slopes.items() if abs(slope) > SLOPE}
        if self._approached(floats, carrying):
            carrying |= {j for j in self.model.variables if floats.low[j] == 0.0 and floats.value[j] < _TOUCHING}
        rows = self._closed({self.model.variables[j] for j in carrying if j in self.model.variables}, ratio)
        program = Program(self.size, self.signed)
        program.add(rows)
        end, is_open, bearing = program.greatest(*ratio)
        if end is None:
            return None
        apart = abs(float(end) - floats.at(objective))
        return end, is_open, bearing, apart <= _AGREE * abs(float(end)) + _TOUCHING

    def _approached(self, floats: Floats, carrying: set[int]) -> bool:
        """Whether an end is perhaps only approached: some strict row cannot be kept strictly where the end is met."""
        strict = [j for j, position in self.model.variables.items() if self.rows[position].strict]
        touching = [j for j in strict if floats.value[j] < _TOUCHING and floats.low[j] == 0.0]
        if self.unit == ONE and floats.value[ONE] < _TOUCHING:
            touching.append(ONE)
        if not touching or carrying & set(touching):
            return bool(touching)
        kept = [(j, floats.low[j], floats.high[j]) for j in carrying]
        for j in carrying:
            floats.low[j] = floats.high[j] = floats.value[j]
        stuck = False
        for j in touching:
            if floats.value[j] < _TOUCHING:
                bounded, _ = floats.maximise(floats.forms[j - floats.size] if j >= floats.size else {j: 1.0}, _TOUCHING)
                stuck = bounded is not False and floats.value[j] < _TOUCHING
                if stuck:
                    break
        for j, low, high in kept:
            floats.low[j], floats.high[j] = low, high
        return stuck

    def _closed(self, positions: set[int], ratio: tuple[Form, Form]) -> list[Row]:
        """Return rows with the equations that lie behind their columns, and the sign of the denominator."""
        columns = {j for position in positions for j in self.rows[position].form} | set(ratio[0]) | set(ratio[1])
        waiting = set(self.model.equations)
        while True:
            found = {p for p in waiting if columns & self.rows[p].form.keys() - {ONE}}
            if not found:
                break
            waiting -= found
            positions |= found
            columns.update(j for p in found for j in self.rows[p].form)
        return [*(self.rows[p] for p in sorted(positions)), sign_row(ratio[1])]


def sign_row(denominator: Form) -> Row:
    """Return the row that keeps a denominator above 0, of no claim."""
    return Row(denominator, strict=True, claim=-1, reading=0, statement=0, side="sign", case=1)


def _own_sign(row: Row) -> bool:
    return row.statement == 0 and row.side == "sign"
