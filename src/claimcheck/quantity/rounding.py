"""From a written number to the interval of all true values that would be printed so (the table of DESIGN 4)."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.quantity.hedges import ONE_SIDED, WIDTHS
from claimcheck.quantity.interval import ANY, Interval
from claimcheck.quantity.style import granule, significant
from claimcheck.quantity.terms import PLAIN_STYLE, Style, Written

LAST_DIGIT_FAMILIES = (
    "percent",
    "points",
)  # "30%" is 29.5% to 30.5%, while "30 km" may have been rounded to tens


def interval(written: Written, style: Style = PLAIN_STYLE, *, narrow: bool = False) -> Interval:
    """Return all true values that would be printed as `written`, in terms of its value (35% is 0.35).

    `narrow` reads trailing zeros left of the point as digits like any other: "760 billion" is [755, 765] billion, narrow
    [759.5, 760.5] billion. The verb's sign is not applied: "fell by more than 1.8%" is above 0.018, and a kind mirrors it.
    """
    return _hedged(written, style, narrow=narrow, widths={**WIDTHS, **dict(style.hedges)})


def plain_interval(written: Written, style: Style = PLAIN_STYLE, *, narrow: bool = False) -> Interval:
    """Return the interval with a hedge of default width ("about") at the rounding of the digits alone.

    A conflict that stands in `interval` but not here cannot be; one that stands here alone is decided by the hedge's width.
    """
    if written.hedge == "about" and "about" not in dict(style.hedges):
        written = written._replace(hedge="")
    return interval(written, style, narrow=narrow)


def half_unit(written: Written, style: Style = PLAIN_STYLE) -> Fraction | None:
    """Return half a unit of the last significant printed digit in the value's terms; `None` for words, ranges and exact numbers.

    "24.59 trillion" gives 5 billion, "760 billion" 5 billion, "30%" 1/200.
    """
    unit = _unit(written, style, narrow=False)
    if unit == 0 or written.upper is not None or written.form in ("word", "range"):
        return None
    return unit / 2


def scaled(written: Written, style: Style) -> Written:
    """Return it with the sheet's `scale` applied: only to a number without magnitude, percent sign or unit of its own kind."""
    if (
        style.scale == 1
        or written.magnitude != 1
        or written.unit.family not in ("none", "currency", "measure", "count")
    ):
        return written
    upper = None if written.upper is None else written.upper * style.scale
    return written._replace(value=written.value * style.scale, upper=upper, magnitude=style.scale, exact=False)


def _unit(written: Written, style: Style, *, narrow: bool) -> Fraction:
    """Return what the last significant digit is worth; 0 for an exact number."""
    if style.precision == "exact" or (written.exact and not style.precision):
        return Fraction(0)
    if style.precision and style.precision != "printed":
        digits = significant(style.precision)
        if digits is None:
            return granule(style.precision)
        return _place_of(written.value, digits)
    if written.decimals:
        return written.magnitude / 10**written.decimals
    if narrow or style.precision == "printed" or written.unit.family in LAST_DIGIT_FAMILIES:
        return written.magnitude
    return written.magnitude * 10**written.zeros


def _place_of(value: Fraction, digits: int) -> Fraction:
    """Return the worth of the `digits`-th significant digit: 1234 to 3 digits has 10."""
    if value == 0:
        return Fraction(0)
    size = abs(value)
    exponent = len(str(size.numerator)) - len(str(size.denominator))
    while Fraction(10) ** exponent > size:
        exponent -= 1
    while Fraction(10) ** (exponent + 1) <= size:
        exponent += 1
    return Fraction(10) ** (exponent - digits + 1)


def _rounded(value: Fraction, unit: Fraction, rounding: str) -> Interval:
    """Return what rounds to `value` in steps of `unit`: closed for rounding to nearest, half-open for the others."""
    if unit == 0:
        return Interval(value, value)
    if rounding == "nearest":
        return Interval(value - unit / 2, value + unit / 2)
    if rounding == "truncate" and value == 0:
        return Interval(-unit, unit, low_open=True, high_open=True)
    if rounding == "down" or (rounding == "truncate" and value > 0):
        return Interval(value, value + unit, high_open=True)
    return Interval(value - unit, value, low_open=True)


def _hedged(written: Written, style: Style, *, narrow: bool, widths: dict[str, Fraction]) -> Interval:
    written = scaled(written, style)
    rounded = _digits_interval(written, style, narrow=narrow, widths=widths)
    if written.hedge in ONE_SIDED:
        return _one_sided(written)
    if written.hedge in ("nearly", "just over"):
        return _near(written, rounded, widths[written.hedge])
    if written.hedge == "about" and written.form != "date":
        margin = max(abs(written.value), abs(written.upper or written.value)) * widths["about"]
        return rounded.hull(Interval(written.value - margin, (written.upper or written.value) + margin))
    return rounded


def _digits_interval(written: Written, style: Style, *, narrow: bool, widths: dict[str, Fraction]) -> Interval:
    """Return the interval that the digits, or the number word, give without the hedge."""
    unit = _unit(written, style, narrow=narrow)
    rounded = _rounded(written.value, unit, style.rounding)
    if written.hedge == "plus-minus" and written.upper is not None:
        reach = written.upper - written.value + unit / 2
        return Interval(written.value - reach, written.value + reach)
    if written.upper is not None:
        return rounded.hull(_rounded(written.upper, unit, style.rounding))
    if style.precision:
        return rounded
    if written.form == "word":
        margin = abs(written.value) * widths["word"]
        return Interval(written.value - margin, written.value + margin)
    return rounded


def _one_sided(written: Written) -> Interval:
    """Return what lies beyond the number; "rose by less than 2%" is a rise all the same, so not below 0."""
    strict = written.hedge in ("more than", "less than")
    if written.hedge in ("more than", "at least"):
        return Interval(written.value, None, low_open=strict)
    top = written.value if written.upper is None else written.upper
    if written.direction and top > 0:
        return Interval(Fraction(0), top, high_open=strict)
    return ANY._replace(high=top, high_open=strict)


def _near(written: Written, rounded: Interval, width: Fraction) -> Interval:
    """Return the numbers on the near side of it; "nearly" counts towards zero, so "nearly -5%" lies above -5%."""
    value = written.value
    margin = abs(value) * width or (rounded.width or Fraction(0)) / 2
    towards_zero = (written.hedge == "nearly") == (value >= 0)
    if towards_zero:
        return Interval(value - margin, value, high_open=True)
    return Interval(value, value + margin, low_open=True)
