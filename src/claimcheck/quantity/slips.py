"""Likely slips of a written number: what the writer may have meant instead."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.quantity.digits import trailing_zeros
from claimcheck.quantity.terms import PERCENT, POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.quantity.terms import Written

_MOST_DIGITS = 12  # beyond, a digit edit of a single number says nothing
_SHIFTS = (1, -1, 2, -2, 3, -3)
_STEPS = (10**3, Fraction(1, 10**3), 10**6, Fraction(1, 10**6), 10**4, Fraction(1, 10**4))
_OTHER_WAY = {"up": "down", "down": "up"}


def slips(written: Written) -> Iterator[tuple[str, Written]]:
    """Yield (name of the slip, the number as it may have been meant), at most some hundred, none equal to `written`.

    The names are "digit", "swapped", "sign", "power of ten", "magnitude" (m, bn, tn), "points" (percent and
    points mixed up) and "by for to". 24.59 gives 42.59 (swapped), 25.59 (digit), -24.59, 245.9 (power of ten).
    """
    yield from digit_slips(written)
    if written.value or written.upper or written.direction:
        yield "sign", _other_sign(written)
    if written.value and written.upper is None and written.form != "multiple":
        for shift in _SHIFTS:
            moved = _pointed(written, shift)
            if not written.exact or moved.value.denominator == 1:  # nobody counts 0.064 projects
                yield "power of ten", moved
    if written.value and written.magnitude >= 10**4:
        for step in _STEPS:
            if written.magnitude * step >= 1:
                yield "magnitude", _shifted(written, Fraction(step))
    if written.unit.family in ("percent", "points"):
        yield "points", written._replace(unit=POINTS if written.unit.family == "percent" else PERCENT)
    if written.by_to:
        yield "by for to", written._replace(by_to="to" if written.by_to == "by" else "by")


def digit_slips(written: Written) -> Iterator[tuple[str, Written]]:
    """Yield each number that one changed digit, or two neighbours swapped, make of the printed one."""
    figures = [place for place, sign in enumerate(written.digits) if sign.isdecimal()]
    printed = all(sign.isdecimal() or sign in ",.·' \u00a0\u2009\u202f’\u066b\u066c" for sign in written.digits)
    if not figures or not printed or len(figures) > _MOST_DIGITS or written.upper is not None:
        return
    for first, second in pairwise(figures):
        left, right = written.digits[first], written.digits[second]
        if left != right and not (not int(right) and first == figures[0] and len(figures) - written.decimals > 1):
            yield "swapped", _with_digits(written, {first: right, second: left})
    for place in figures:
        printed_zero = ord(written.digits[place]) - int(written.digits[place])  # of the script of the number
        for digit in range(10):
            leading = place == figures[0] and not digit and len(figures) - written.decimals > 1
            if digit != int(written.digits[place]) and not leading:
                changed = _with_digits(written, {place: chr(printed_zero + digit)})
                if changed.value:  # nobody prints 0.0 for 3.0
                    yield "digit", changed


def _with_digits(written: Written, changes: dict[int, str]) -> Written:
    """Return the number with some of its printed digits changed."""
    digits = "".join(changes.get(place, sign) for place, sign in enumerate(written.digits))
    figures = "".join(str(int(sign)) for sign in digits if sign.isdecimal())
    size = Fraction(int(figures), 10**written.decimals) * written.magnitude
    zeros = 0 if written.decimals else trailing_zeros(figures)
    offset = written.number_start - written.start
    text = written.text[:offset] + digits + written.text[offset + len(written.digits) :]
    counted = written.unit.family == "count" and written.magnitude == 1 and not written.decimals and zeros == 0
    counted = counted and (written.exact or bool(written.zeros))  # a rate of counted things is rounded
    return written._replace(
        text=text,
        digits=digits,
        value=-size if written.value < 0 else size,
        zeros=zeros,
        exact=counted or written.hedge == "exactly",
    )


def _other_sign(written: Written) -> Written:
    """Return the number with its verb turned round, or its printed sign where it has no verb."""
    if written.direction:
        return written._replace(direction=_OTHER_WAY[written.direction])
    if written.upper is not None and written.hedge != "plus-minus":
        return written._replace(value=-written.upper, upper=-written.value)
    width = None if written.upper is None else written.upper - written.value
    return written._replace(value=-written.value, upper=None if width is None else width - written.value)


def _pointed(written: Written, shift: int) -> Written:
    """Return the number with its decimal point elsewhere; a percentage is then printed to the unit, 40% for 4%."""
    moved = _shifted(written, Fraction(10) ** shift)
    if written.unit.family not in ("percent", "points") or shift <= written.decimals:
        return moved
    return moved._replace(magnitude=written.magnitude, decimals=0)


def _shifted(written: Written, factor: Fraction) -> Written:
    """Return the number times a power of ten; its digits stay as they are."""
    return written.times(factor)._replace(exact=False)
