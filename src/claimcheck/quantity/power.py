"""Powers and roots of intervals: exact where that takes few digits, outward-rounded otherwise."""

from __future__ import annotations

from decimal import MAX_EMAX, MIN_EMIN, ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from fractions import Fraction

from claimcheck.quantity.interval import Interval

_EXACT_BITS = 8_192  # of a power of a numerator or denominator that is written out in full
_NEAR, _DOWN, _UP = (  # of an end that is rounded, 30 digits are left
    Context(prec=30, rounding=way, Emax=MAX_EMAX, Emin=MIN_EMIN) for way in (None, ROUND_FLOOR, ROUND_CEILING)
)
_WORK = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN)
# Far more than the last places of a quotient, a logarithm, a product and a power together.
_BELOW, _ABOVE = Decimal("0." + 40 * "9"), Decimal("1." + 39 * "0" + "1")
_FARTHEST, _LOGARITHM = Fraction(10) ** 1_000, 2_303  # what is farther out is not told from infinity, or from 0


def power(base: Interval, exponent: Fraction) -> Interval:
    """Return `base ** exponent` for an exponent above 0; numbers below 0 in `base` are left out.

    A whole exponent gives exact ends, 1.345 ** 5 = 4.40151..., as long as they are short; any other one gives ends that
    are rounded outward at 30 digits, so the result always encloses the true range.
    """
    zero = Fraction(0)
    low, low_open = (zero, False) if base.low is None or base.low < 0 else (base.low, base.low_open)
    high = None if base.high is None else _raise(max(base.high, zero), exponent, up=True)
    return Interval(_raise(low, exponent, up=False), high, low_open, base.high_open)


def _raise(value: Fraction, exponent: Fraction, *, up: bool) -> Fraction | None:
    """Return a power, or what is just above or below it; `None` for one above that is beyond all numbers."""
    if value in (0, 1):
        return value
    short = _bits(value) * exponent.numerator <= _EXACT_BITS
    if short and exponent.denominator == 1:
        return value**exponent.numerator
    logarithm = _WORK.multiply(_WORK.ln(_decimal(value)), _decimal(exponent))
    if logarithm > _LOGARITHM:
        return None if up else _FARTHEST
    if logarithm < -_LOGARITHM:
        return 1 / _FARTHEST if up else Fraction(0)
    near = _WORK.exp(logarithm)
    root = Fraction(_NEAR.plus(near))
    if short and _bits(root) * exponent.denominator <= _EXACT_BITS and _is_root(root, value, exponent):
        return root
    return Fraction(_UP.multiply(near, _ABOVE) if up else _DOWN.multiply(near, _BELOW))


def _is_root(root: Fraction, value: Fraction, exponent: Fraction) -> bool:
    return root**exponent.denominator == value**exponent.numerator


def _decimal(value: Fraction) -> Decimal:
    return _WORK.divide(Decimal(value.numerator), Decimal(value.denominator))


def _bits(value: Fraction) -> int:
    return max(value.numerator.bit_length(), value.denominator.bit_length())
