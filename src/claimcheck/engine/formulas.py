"""Formulas that are not linear: their value at a point, over a box, and as a ratio once some factors are fixed."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from claimcheck.kinds.statement import Linear, minus, total
from claimcheck.quantity.interval import ANY, Interval

_LARGEST_POWER = 64

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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


def leaves(expression: Expression) -> Iterator[Quantity]:
    """Yield the quantities of an expression, those of products first factor first."""
    if expression.quantity is not None:
        yield expression.quantity
    for child in expression.children:
        yield from leaves(child)


def enclose(expression: Expression, boxes: Mapping[Quantity, Interval]) -> Interval:
    """Return an interval that holds all values of an expression over boxes, ends counted as closed."""
    if expression.quantity is not None:
        box = boxes[expression.quantity]
        return Interval(box.low, box.high)
    if expression.number is not None:
        return Interval.point(expression.number)
    parts = [enclose(child, boxes) for child in expression.children]
    left, right = parts[0], parts[-1]
    result = ANY
    match expression.op:
        case "neg":
            result = left.negated()
        case "+":
            result = _sum(left, right)
        case "-":
            result = _sum(left, right.negated())
        case "*":
            result = _product(left, right)
        case "/":
            result = _product(left, _inverse(right))
        case "^" if right.is_point and right.low is not None and right.low.denominator == 1:
            result = _power(left, int(right.low))
    return result


def _sum(left: Interval, right: Interval) -> Interval:
    low = None if left.low is None or right.low is None else left.low + right.low
    high = None if left.high is None or right.high is None else left.high + right.high
    return Interval(low, high)


def _product(left: Interval, right: Interval) -> Interval:
    ends = [left.low, left.high, right.low, right.high]
    known = [end for end in ends if end is not None]
    if len(known) == len(ends):
        corners = [a * b for a, b in product(known[:2], known[2:])]
        return Interval(min(corners), max(corners))
    if left.low is not None and right.low is not None and left.low >= 0 and right.low >= 0:
        bounded = left.high is not None and right.high is not None
        return Interval(left.low * right.low, left.high * right.high if bounded else None)  # type: ignore[operator]
    return ANY


def _inverse(box: Interval) -> Interval:
    if box.low is not None and box.low > 0:
        return Interval(Fraction(0) if box.high is None else 1 / box.high, 1 / box.low)
    if box.high is not None and box.high < 0:
        return Interval(1 / box.high, Fraction(0) if box.low is None else 1 / box.low)
    return Interval(Fraction(0), None) if box.low == 0 else ANY


def _power(base: Interval, exponent: int) -> Interval:
    if exponent < 0:
        return _inverse(_power(base, -exponent))
    result = Interval.point(1)
    for _ in range(min(exponent, _LARGEST_POWER)):
        result = _product(result, base)
    if exponent > _LARGEST_POWER:
        return ANY
    return result.meet(Interval(Fraction(0), None)) if exponent % 2 == 0 else result


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
