"""Powers and roots of intervals: exact where the exponent is whole, outward-rounded otherwise."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.quantity.interval import Interval
from claimcheck.quantity.show import exponent_of

_DIGITS = 30


def power(base: Interval, exponent: Fraction) -> Interval:
    """Return `base ** exponent` for an exponent above 0; numbers below 0 in `base` are left out.

    A whole exponent gives exact ends, 1.345 ** 5 = 4.40151...; any other one gives ends that are rounded outward at
    30 digits, so the result always encloses the true range.
    """
    zero = Fraction(0)
    low, low_open = (zero, False) if base.low is None or base.low < 0 else (base.low, base.low_open)
    return Interval(
        _raise(low, exponent, up=False),
        None if base.high is None else _raise(max(base.high, zero), exponent, up=True),
        low_open,
        base.high_open,
    )


def _raise(value: Fraction, exponent: Fraction, *, up: bool) -> Fraction:
    raised = value**exponent.numerator
    if exponent.denominator == 1:
        return raised
    return _root(raised, exponent.denominator, up=up)


def _root(value: Fraction, degree: int, *, up: bool) -> Fraction:
    """Return the `degree`-th root, rounded down or up to 30 digits after its first."""
    if value in (0, 1):
        return value
    # The root has about 1/degree of the value's digits: scale so that 30 of its own are left.
    size = exponent_of(value) // degree
    scale = Fraction(10) ** (_DIGITS - size)
    scaled = value * scale**degree
    floor = _integer_root(scaled.numerator // scaled.denominator, degree)
    exact = Fraction(floor) ** degree == scaled
    return (floor + (1 if up and not exact else 0)) / scale


def _integer_root(value: int, degree: int) -> int:
    """Return the largest whole number whose `degree`-th power is at most `value` (Newton's method from above)."""
    if value < 1:
        return 0
    guess = 1 << -(-value.bit_length() // degree)
    while True:
        better = ((degree - 1) * guess + value // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better
