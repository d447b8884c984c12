"""The end that some rows give a ratio, in exact numbers: weights of the rows that make up the bound, and the bound.

For rows `r >= 0` and a denominator above 0, `numerator <= end * denominator` is proved by weights at least 0 with
`end * denominator - numerator = sum(weight * r)`, but for columns that are at least 0 and may have something left over.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.engine.dictionary import eliminate
from claimcheck.engine.rows import ONE

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimcheck.engine.rows import Form, Row

_END = -1  # the unknown bound
_CONSTANT = -2


def end_of(
    rows: Sequence[Row], at_zero: Collection[int], numerator: Form, denominator: Form
) -> tuple[Fraction, bool, set[int]] | None:
    """Return the upper end that `rows` give a ratio, whether it is open, and the claims whose rows carry it.

    `at_zero` are the columns that may have something left over. `None` when no weights at least 0, or not one set of
    them alone, make an end: the rows were a wrong guess.
    """
    weights = _weights(rows, at_zero, numerator, denominator)
    if weights is None:
        return None
    end = weights.pop(_END, Fraction(0))
    if any(weight < 0 and rows[i].side != "point" for i, weight in weights.items()):
        return None
    is_open = any(weight and rows[i].strict for i, weight in weights.items())
    for j in at_zero:
        left = end * denominator.get(j, 0) - numerator.get(j, 0)
        left -= sum(weight * rows[i].form.get(j, 0) for i, weight in weights.items())
        if left < 0:
            return None
        is_open = is_open or (j == ONE and left > 0)
    return end, is_open, {rows[i].claim for i, weight in weights.items() if weight}


def _weights(
    rows: Sequence[Row], at_zero: Collection[int], numerator: Form, denominator: Form
) -> dict[int, Fraction] | None:
    """Return the weight of each row, by position, and the end; `None` where equations do not give exactly one set."""
    equations: dict[int, Form] = {}  # of each column: unknowns with their entries, that sum to 0
    for i, row in enumerate(rows):
        for j, a in row.form.items():
            equations.setdefault(j, {})[i] = a
    for j, a in denominator.items():
        equations.setdefault(j, {})[_END] = -a
    for j, a in numerator.items():
        equations.setdefault(j, {})[_CONSTANT] = a
    solved: dict[int, Form] = {}  # unknown -> its equation, its own entry below 0, in unknowns not solved yet
    for column, equation in sorted(equations.items(), key=lambda pair: len(pair[1])):
        if column in at_zero:
            continue
        for i in [i for i in equation if i in solved]:
            if i in equation:
                equation = eliminate(equation, i, solved[i])
        unknown = next((i for i in equation if i != _CONSTANT), None)
        if unknown is None:
            if equation:
                return None
            continue
        if equation[unknown] > 0:
            equation = {i: -a for i, a in equation.items()}
        for other, form in solved.items():
            if unknown in form:
                solved[other] = eliminate(form, unknown, equation)
        solved[unknown] = equation
    if len(solved) <= len(rows) or any(len(form) > 1 + (_CONSTANT in form) for form in solved.values()):
        return None
    return {i: Fraction(form.get(_CONSTANT, 0), -form[i]) for i, form in solved.items()}
