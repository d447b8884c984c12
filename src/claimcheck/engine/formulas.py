"""Formulas that are not linear: their value at a witness."""

from __future__ import annotations

from typing import TYPE_CHECKING

_LARGEST_POWER = 64

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

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
