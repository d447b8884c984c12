"""Ranges and bounds of an explanation: rounded outward, with digits enough to be checked and to be told apart."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.quantity.show import exponent_of, power_of_ten, show_interval, show_number
from claimcheck.quantity.terms import BARE, PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.quantity.interval import Interval
    from claimcheck.quantity.terms import Unit

_ENOUGH = 10  # a range is at least so many last digits wide: what rounding outward adds is little beside it
_DIGITS = 4  # of an end that stands alone
_EXACT = 6  # digits up to which a number is shown as it is


def shown(interval: Interval, unit: Unit = BARE, *, apart: Fraction | None = None) -> str:
    """Return a range with its ends rounded outward: 4.6775 to 4.729375 is "4.677 to 4.730".

    `apart` is how far it lies from another range, which the digits must show as well.
    """
    if interval.is_point and interval.low is not None and not _is_short(interval.low):
        return f"about {show_number(interval.low, unit)}"
    return show_interval(interval, unit, step=_step(interval, apart))


def shown_bound(value: Fraction, unit: Unit = BARE, *, up: bool) -> str:
    """Return a bound rounded up, or down, to four significant digits; one of few digits stays as it is."""
    return show_number(rounded(value, up=up), unit)


def rounded(value: Fraction, *, up: bool) -> Fraction:
    """Return a number with at most four significant digits, or itself where it has few: 1.07781 up is 1.078."""
    if _is_short(value):
        return value
    step = power_of_ten(exponent_of(value) + 1 - _DIGITS)
    return -(-value // step) * step if up else value // step * step


def shown_gap(value: Fraction, unit: Unit = BARE) -> str:
    """Return how much is missing at least, rounded down to three significant digits: 85.625 is "85.6"."""
    step = power_of_ten(exponent_of(value) - 2)
    return show_number(value // step * step, unit)


def gap(left: Interval, right: Interval) -> Fraction | None:
    """Return how far apart two ranges are; `None` where they are not."""
    if left.low is not None and right.high is not None and left.low >= right.high:
        return left.low - right.high
    if right.low is not None and left.high is not None and right.low >= left.high:
        return right.low - left.high
    return None


def factor(interval: Interval, of: str, unit: Unit | None = None, per: Unit | None = None) -> str:
    """Return so many times something: "1.165 to 1.175 times x", "20.65% to 20.75% of x", "x divided by 0.9815".

    Where what is made is measured in another `unit` than that `per` which it is told, there are no percents of it, and
    the number has a unit of its own: "61.3 to 61.4 EUR per MWh times x".
    """
    ends = [end for end in (interval.low, interval.high) if end is not None]
    known = interval if len(ends) > 1 else interval._replace(low=ends[0], high=ends[0])
    if ends == [1] * len(ends):
        return of
    if not all(map(_is_short, ends)) and all(end and _is_short(1 / end) for end in ends):
        low, high = sorted(1 / end for end in ends) if len(ends) > 1 else (1 / ends[0], 1 / ends[0])
        return f"{of} divided by {shown(known._replace(low=low, high=high), _rate(per, unit))}"
    if unit is None and all(-1 < end < 1 for end in ends):
        return f"{shown(known, PERCENT)} of {of}"
    return f"{shown(known, _rate(unit, per))} times {of}"


def _rate(unit: Unit | None, per: Unit | None) -> Unit:
    """Return the unit of one thing per another; bare where it is none that is measured, as men per woman."""
    measured = unit and per and unit.family in ("measure", "currency") and not (unit.per or per.per)
    return unit._replace(per=per.name) if measured and unit and per else BARE


def _step(interval: Interval, apart: Fraction | None) -> Fraction | None:
    """Return the power of ten to which the ends are rounded; `None` where they are shown as they are."""
    ends = [end for end in (interval.low, interval.high) if end is not None]
    if all(map(_is_short, ends)):
        return _least(ends) if len(set(ends)) > 1 else None
    width = interval.width
    size = width / _ENOUGH if width else max(abs(end) for end in ends) / power_of_ten(_DIGITS - 1)
    if apart:
        size = min(size, apart / 2)
    return power_of_ten(exponent_of(size))


def _is_short(value: Fraction) -> bool:
    """Whether a number has few digits: 24.585 trillion has five."""
    if not value:
        return True
    scaled = value / power_of_ten(exponent_of(value) + 1 - _EXACT)
    return scaled.denominator == 1


def _least(ends: Iterable[Fraction]) -> Fraction:
    """Return the last digit that any of some short numbers needs."""
    steps = []
    for end in ends:
        step = power_of_ten(exponent_of(end)) if end else None
        while step and (end / step).denominator != 1:
            step /= 10
        steps += [step] if step else []
    return min(steps, default=Fraction(1))
