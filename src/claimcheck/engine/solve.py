"""Solve rows: floats propose a point or a contradiction, exact numbers check it, and decide where floats cannot."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.dictionary import FIXED, FREE, Dictionary
from claimcheck.engine.program import Program
from claimcheck.engine.rows import ONE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.engine.floats import Floats
    from claimcheck.engine.program import Weights
    from claimcheck.engine.rows import Form, Row

_EXACT_AT_ONCE = 20  # rows; so few are solved exactly faster than they are set up in floats
_EXACT_AT_MOST = 1500  # rows; beyond, an exact simplex without a hint does not end in a minute
LARGE = 8000  # rows; beyond, HiGHS proposes where it is installed


_ATTEMPTS = 3  # each starts, scaled anew, where rounding errors led the last one astray
BEYOND_FLOATS = (OverflowError, ValueError, ZeroDivisionError)  # what floats raise where numbers are too far apart
_MARGIN = 1e-7  # of a row scaled to entries of 1: what floats must leave for an exact check to pass


class Solved(NamedTuple):
    """A witness of the rows, or the weights of a combination that refutes them."""

    witness: Mapping[int, Fraction] | None
    weights: Weights
    decided: bool = True  # False: too large for exact numbers alone, and floats gave up


def solve(rows: Sequence[Row], size: int, signed: set[int], hint: Sequence[float] = ()) -> Solved:
    """Return a point where all rows hold, columns 1 to `size`, or a proof that there is none.

    `hint` holds values of the columns that most rows are known to agree with.
    """
    if len(rows) > _EXACT_AT_ONCE:
        try:
            proposed = _propose(rows, size, signed, hint)
        except BEYOND_FLOATS:
            proposed = set()
        if isinstance(proposed, dict):
            return Solved(proposed, [])
        if proposed:
            part = _exactly([rows[position] for position in sorted(proposed)], size, signed)
            if part.witness is None:
                return part
    if len(rows) > _EXACT_AT_MOST:
        return Solved(None, [], decided=False)
    return _exactly(rows, size, signed)


def _exactly(rows: Iterable[Row], size: int, signed: set[int]) -> Solved:
    program = Program(size, signed)
    program.add(rows)
    if program.solve():
        return Solved(program.witness(), [])
    return Solved(None, program.refuted or [])


def _propose(rows: Sequence[Row], size: int, signed: set[int], hint: Sequence[float]) -> dict[int, Fraction] | set[int]:
    """Return a checked witness, or the positions of rows that probably clash; empty when floats cannot tell."""
    guess = list(hint)
    if not guess:
        from claimcheck.engine.propagate import Propagation

        unit = None if any(ONE in row.form for row in rows) else busiest(rows)
        boxes = Propagation(size, rows, signed, unit)
        trail = boxes.run()
        if trail is not None:
            return trail
        guess = boxes.guess()
    if len(rows) > LARGE:
        from claimcheck.engine import big

        if big.available():
            return big.propose(Model(rows, size, signed, guess))
    for _ in range(_ATTEMPTS):
        model = Model(rows, size, signed, guess)
        feasible, failed = model.floats.restore()
        if feasible is False:
            return model.positions(failed)
        witness = model.witness() if feasible else None
        if witness is not None:
            return witness
        guess = [value * scale for value, scale in zip(model.floats.value, model.scale, strict=False)]
    return set()


def busiest(rows: Iterable[Row]) -> int | None:
    """Return the column that occurs in most rows: the one to take as 1 where nothing is printed in levels."""
    counts: dict[int, int] = {}
    for row in rows:
        for j in row.form:
            counts[j] = counts.get(j, 0) + 1
    return max(counts, key=lambda j: counts[j], default=None)


class Model:
    """Rows as a float simplex, scaled by a guess; equations are solved exactly first and taken out."""

    def __init__(
        self, rows: Sequence[Row], size: int, signed: set[int], guess: Sequence[float], margin: float = _MARGIN
    ) -> None:
        """Take columns 1 to `size`, and a guess of their values; rows are to be kept `margin` above 0."""
        from claimcheck.engine.floats import Floats

        self.rows, self.size, self.signed = rows, size, signed
        self.equations = [position for position, row in enumerate(rows) if row.side == "point"]
        self.dependent = _dependent([rows[position].form for position in self.equations], size)
        self.scale = [abs(value) or 1.0 for value in guess]
        low = [-float("inf") if j in signed else 0.0 for j in range(size + 1)]
        start = [max(value / scale, least) for value, scale, least in zip(guess, self.scale, low, strict=True)]
        self.floats: Floats = Floats(start, low)
        self.floats.low[ONE] = self.floats.high[ONE] = self.floats.value[ONE] = self.scale[ONE] = 1.0
        for j, form in self.dependent.items():
            divisor = -form[j] * self.scale[j]
            self.floats.define(j, {k: a * self.scale[k] / divisor for k, a in form.items() if k != j})
        self.variables: dict[int, int] = {}  # of the float simplex -> position of the row
        for position, row in enumerate(rows):
            if row.side != "point":
                self.variables[self.floats.add(self.scaled(row.form), margin, float("inf"))] = position

    def scaled(self, form: Form) -> dict[int, float]:
        """Return a form in scaled columns, its largest entry 1."""
        entries = {j: a * self.scale[j] for j, a in form.items()}
        largest = max((abs(a) for a in entries.values()), default=1.0)
        return {j: a / largest for j, a in entries.items()}

    def positions(self, variables: Iterable[int]) -> set[int]:
        """Return the rows behind variables of the simplex, with all equations, which may lie behind any of them."""
        return {self.variables[j] for j in variables if j in self.variables} | set(self.equations)

    def witness(self) -> dict[int, Fraction] | None:
        """Return the point of the simplex in exact numbers where every row holds exactly, else `None`."""
        tops, bottom = self._whole()
        for row in self.rows:
            value = sum([a * tops[j] for j, a in row.form.items()])
            if value < 0 or (value == 0 and row.strict) or (value and row.side == "point"):
                return None
        if any(top < 0 and j not in self.signed for j, top in enumerate(tops)):
            return None
        return {j: Fraction(tops[j], bottom) for j in range(1, self.size + 1)}

    def _whole(self) -> tuple[list[int], int]:
        """Return the point as whole numbers over one denominator; dependent columns follow from the others exactly."""
        ratios = [(self.floats.value[j] * self.scale[j]).as_integer_ratio() for j in range(self.size + 1)]
        ratios[ONE] = (1, 1)
        bottom = max(ratio[1] for ratio in ratios)
        bottom *= lcm(*[-form[j] for j, form in self.dependent.items()])
        tops = [top * (bottom // below) for top, below in ratios]
        for j, form in self.dependent.items():
            tops[j] = sum([a * tops[k] for k, a in form.items() if k != j]) // -form[j]
        return tops, bottom


def _dependent(forms: Sequence[Form], size: int) -> dict[int, Form]:
    """Return the columns that equations give from others: `form` is 0, the column's own entry in it below 0."""
    if not forms:
        return {}
    kinds = dict.fromkeys(range(1, size + 1), FREE)
    dictionary = Dictionary({**kinds, ONE: FIXED})
    for number, form in enumerate(forms, size + 1):
        dictionary.add(number, form, FIXED)
        dictionary.settle()
    return {j: {k: a for k, a in row.items() if k <= size} for j, row in dictionary.rows.items() if j <= size}
