"""The end that some rows give a ratio, in exact numbers: weights of the rows that make up the bound, and the bound.

For rows `r >= 0` and a denominator above 0, `numerator <= end * denominator` is proved by weights at least 0 with
`end * denominator - numerator = sum(weight * r)`, but for columns that are at least 0 and may have something left over.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.dictionary import eliminate
from claimcheck.engine.rows import ONE, Form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from claimcheck.engine.program import Weights
    from claimcheck.engine.rows import Row

_END = -1  # the unknown bound
_CONSTANT = -2
_NUMBER: Form = {ONE: 1}


class Bound(NamedTuple):
    """An upper end of a ratio, whether it is open, and what proves it: weights of rows, and what columns have left."""

    end: Fraction
    is_open: bool
    weights: dict[int, Fraction]  # by position of the row
    left: dict[int, Fraction]

    def claims(self, rows: Sequence[Row]) -> set[int]:
        """Return the claims whose rows weigh in it."""
        return {rows[i].claim for i, weight in self.weights.items() if weight}


def bound_of(
    rows: Sequence[Row], at_zero: Collection[int], numerator: Form, denominator: Form = _NUMBER
) -> Bound | None:
    """Return the upper end that `rows` give a ratio.

    `at_zero` are the columns that may have something left over. `None` when no weights at least 0, or not one set of
    them alone, make an end: the rows were a wrong guess.
    """
    weights = _weights(rows, at_zero, numerator, denominator)
    if weights is None:
        return None
    end = weights.pop(_END)
    if any(weight < 0 and rows[i].side != "point" for i, weight in weights.items()):
        return None
    left = {}
    for j in at_zero:
        over = end * denominator.get(j, 0) - numerator.get(j, 0)
        over -= sum([weight * rows[i].form.get(j, 0) for i, weight in weights.items()])
        if over < 0:
            return None
        left[j] = over
    is_open = any(weight and rows[i].strict for i, weight in weights.items()) or left.get(ONE, 0) > 0
    return Bound(end, is_open, weights, left)


def refutation(rows: Sequence[Row], at_zero: Collection[int], failing: Row) -> Weights | None:
    """Return weights by which `rows` and a row that they keep below 0 add up to an absurdity; `None` where they do not.

    What is greatest of the failing row's form over the others is the bound; it must be below 0, or out of reach at 0.
    """
    bound = bound_of(rows, at_zero, failing.form)
    if bound is None or bound.end > 0 or (bound.end == 0 and not (bound.is_open or failing.strict)):
        return None
    found: list[tuple[Row | int, Fraction]] = [(failing, Fraction(1))]
    found += [(rows[i], weight) for i, weight in bound.weights.items() if weight]
    found += [(j, weight) for j, weight in bound.left.items() if weight]
    scale = lcm(*[weight.denominator for _, weight in found])
    return [(source, int(weight * scale)) for source, weight in found]


def _weights(
    rows: Sequence[Row], at_zero: Collection[int], numerator: Form, denominator: Form
) -> dict[int, Fraction] | None:
    """Return the weight of each row, by position, and the end; `None` where equations do not give exactly one set."""
    solved: dict[int, Form] = {}  # unknown -> its equation, its own entry below 0, in unknowns not solved yet
    for made in sorted(_equations(rows, at_zero, numerator, denominator), key=len):
        equation = made
        for unknown in [unknown for unknown in made if unknown in solved]:
            equation = eliminate(equation, unknown, solved[unknown])
        found = next((unknown for unknown in equation if unknown != _CONSTANT), None)
        if found is not None:
            _take(solved, found, equation if equation[found] < 0 else {j: -a for j, a in equation.items()})
        elif equation:
            return None
    if len(solved) <= len(rows) or any(len(form) > 1 + (_CONSTANT in form) for form in solved.values()):
        return None
    return {i: Fraction(form.get(_CONSTANT, 0), -form[i]) for i, form in solved.items()}


def _equations(rows: Sequence[Row], at_zero: Collection[int], numerator: Form, denominator: Form) -> Iterable[Form]:
    """Return an equation for each column: the weights of rows and the end, with entries that sum to 0."""
    equations: dict[int, Form] = {}
    for i, row in enumerate(rows):
        for j, a in row.form.items():
            equations.setdefault(j, {})[i] = a
    for j, a in denominator.items():
        equations.setdefault(j, {})[_END] = -a
    for j, a in numerator.items():
        equations.setdefault(j, {})[_CONSTANT] = a
    return [equation for j, equation in equations.items() if j not in at_zero]


def _take(solved: dict[int, Form], unknown: int, equation: Form) -> None:
    """Add a solved unknown, and put it into all that were solved before."""
    for other, form in solved.items():
        if unknown in form:
            solved[other] = eliminate(form, unknown, equation)
    solved[unknown] = equation
