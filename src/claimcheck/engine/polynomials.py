"""Formulas as one ratio of polynomials over numbered columns, by the rules of fractions."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import gcd, lcm
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from claimcheck.kinds.statement import Expression, Quantity

Monomial = tuple[int, ...]  # columns in ascending order, one entry for each time a column occurs; () is the number 1
Polynomial = dict[Monomial, Fraction]

_LARGEST_POWER = 64
_MOST_TERMS = 200  # of one polynomial; beyond, its formula bounds nothing

_ONE: Polynomial = {(): Fraction(1)}


def as_ratio(expression: Expression, columns: Mapping[Quantity, int]) -> tuple[Polynomial, Polynomial] | None:
    """Return numerator and denominator of an expression; `None` for a power that is no whole number, or a huge one.

    Nothing is cancelled, but equal denominators are kept: a/b + c/b is (a + c)/b, a/b + c/d is (ad + cb)/bd, and
    (a/b) / (c/d) is add/bcd. So the expression has a value just where the denominator is not 0.
    """
    if expression.quantity is not None:
        return {(columns[expression.quantity],): Fraction(1)}, _ONE
    if expression.number is not None:
        return ({(): expression.number} if expression.number else {}), _ONE
    parts = [as_ratio(child, columns) for child in expression.children]
    left, right = parts[0], parts[-1]
    if left is None or right is None:
        return None
    made = _combined(expression.op, left, right)
    return made if made is not None and max(map(len, made)) <= _MOST_TERMS else None


def _combined(
    op: str, left: tuple[Polynomial, Polynomial], right: tuple[Polynomial, Polynomial]
) -> tuple[Polynomial, Polynomial] | None:
    (a, b), (c, d) = left, right
    result: tuple[Polynomial, Polynomial] | None = None
    match op:
        case "neg":
            result = added({}, a, -1), b
        case "+" | "-":
            sign = 1 if op == "+" else -1
            result = (added(a, c, sign), b) if b == d else (added(times(a, d), times(c, b), sign), times(b, d))
        case "*":
            result = times(a, c), times(b, d)
        case "/":
            result = times(times(a, d), d), times(times(b, c), d)
        case "^" if d == _ONE and not any(c.keys() - {()}):
            exponent = c.get((), Fraction(0))
            if exponent.denominator == 1 and abs(exponent) <= _LARGEST_POWER:
                base = left if exponent >= 0 else (times(b, b), times(a, b))
                result = _power(base, abs(int(exponent)))
    return result


def _power(base: tuple[Polynomial, Polynomial], exponent: int) -> tuple[Polynomial, Polynomial] | None:
    above, below = _ONE, _ONE
    for _ in range(exponent):
        above, below = times(above, base[0]), times(below, base[1])
        if max(len(above), len(below)) > _MOST_TERMS:
            return None
    return above, below


def added(left: Polynomial, right: Polynomial, factor: Fraction | int = 1) -> Polynomial:
    """Return `left + factor * right`."""
    result = dict(left)
    for monomial, c in right.items():
        value = result.get(monomial, 0) + factor * c
        if value:
            result[monomial] = Fraction(value)
        else:
            result.pop(monomial, None)
    return result


def times(left: Polynomial, right: Polynomial) -> Polynomial:
    """Return the product of two polynomials."""
    result: Polynomial = {}
    for (m, a), (n, b) in product(left.items(), right.items()):
        monomial = tuple(sorted(m + n))
        value = result.get(monomial, 0) + a * b
        if value:
            result[monomial] = value
        else:
            result.pop(monomial, None)
    return result


def signs_of(denominator: Polynomial, signed: AbstractSet[int]) -> tuple[int, ...]:
    """Return the signs that a denominator may have, as those of its columns tell: `(1,)`, `(-1,)` or `(1, -1)`."""
    if any(j in signed for monomial in denominator for j in monomial):
        return (1, -1)
    if all(c > 0 for c in denominator.values()):
        return (1,)
    return (-1,) if all(c < 0 for c in denominator.values()) else (1, -1)


def in_whole_numbers(polynomial: Polynomial) -> tuple[dict[Monomial, int], int, int]:
    """Return a polynomial in lowest whole numbers, and the `times` and `over` it was multiplied and divided by.

    2/3 x - 4 is x - 6, times 3 over 2.
    """
    scale = lcm(*[c.denominator for c in polynomial.values()])
    whole = {m: int(c * scale) for m, c in polynomial.items()}
    divisor = gcd(*whole.values()) or 1
    return {m: c // divisor for m, c in whole.items()}, scale, divisor


def value_of(monomial: Iterable[int], point: Mapping[int, Fraction]) -> Fraction:
    """Return the product of a monomial's columns at a point."""
    result = Fraction(1)
    for j in monomial:
        result *= point[j]
    return result
