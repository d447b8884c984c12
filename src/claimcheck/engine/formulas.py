"""Formulas that are not linear: their value at a point, and as a ratio once some factors are fixed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.statement import Linear, minus, total

_LARGEST_POWER = 64

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.kinds.statement import Expression, Formula, Quantity


def true_at(formula: Formula, witness: Mapping[int, Fraction], columns: Mapping[Quantity, int]) -> bool:
    """Whether exact values of the columns satisfy a formula; False where it has no exact value there."""
    value = value_at(formula.expression, witness, columns)
    return value is not None and formula.interval.contains(value)


def value_at(
    expression: Expression, witness: Mapping[int, Fraction], columns: Mapping[Quantity, int]
) -> Fraction | None:
    """Return the exact value of an expression; `None` for a division by 0 or a power that is not rational."""
    if expression.quantity is not None:
        return witness[columns[expression.quantity]]
    if expression.number is not None:
        return expression.number
    values = [value_at(child, witness, columns) for child in expression.children]
    if values[0] is None or values[-1] is None:
        return None
    return combine(expression.op, values[0], values[-1])


def combine(op: str, left: Fraction, right: Fraction) -> Fraction | None:
    """Return one operation on exact numbers, `None` where it has no exact value; `neg` takes the first alone."""
    result: Fraction | None = None
    match op:
        case "+":
            result = left + right
        case "-":
            result = left - right
        case "*":
            result = left * right
        case "/":
            result = left / right if right else None
        case "neg":
            result = -left
        case "^" if right.denominator == 1 and abs(right) <= _LARGEST_POWER and (left or right >= 0):
            result = left ** int(right)
    return result


def linearised(expression: Expression, fixed: Mapping[Quantity, Fraction]) -> tuple[Linear, Linear | None] | None:
    """Return an expression as a ratio of linear forms once `fixed` quantities are numbers; `None` if it is none."""
    if expression.quantity is not None:
        if expression.quantity in fixed:
            return Linear((), fixed[expression.quantity]), None
        return Linear(((expression.quantity, 1),)), None
    if expression.number is not None:
        return Linear((), expression.number), None
    parts = [linearised(child, fixed) for child in expression.children]
    left, right = parts[0], parts[-1]
    if left is None or right is None:
        return None
    return _ratio(expression.op, left, right)


def _ratio(
    op: str, left: tuple[Linear, Linear | None], right: tuple[Linear, Linear | None]
) -> tuple[Linear, Linear | None] | None:
    (a, below), (b, under) = left, right
    result: tuple[Linear, Linear | None] | None = None
    match op:
        case "neg":
            result = _times(a, Fraction(-1)), below
        case "+" if below == under:
            result = minus(a, _times(b, Fraction(-1))), below
        case "-" if below == under:
            result = minus(a, b), below
        case "*" if not b.terms and under is None:
            result = _times(a, Fraction(b.constant)), below
        case "*" if not a.terms and below is None:
            result = _times(b, Fraction(a.constant)), under
        case "/" if not b.terms and under is None and b.constant:
            result = _times(a, 1 / Fraction(b.constant)), below
        case "/" if below is None and under is None:
            result = a, b
        case "^" if not a.terms and not b.terms and below is None and under is None:
            value = combine("^", Fraction(a.constant), Fraction(b.constant))
            result = None if value is None else (Linear((), value), None)
    return result


def _times(form: Linear, factor: Fraction) -> Linear:
    return total([(q, c * factor) for q, c in form.terms], form.constant * factor)
