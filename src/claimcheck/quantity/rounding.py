"""From a written number to the interval of all true values that would be printed so (the table of docs/numbers.md)."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.quantity.hedges import ONE_SIDED, WIDTHS
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.lexicon.numbers import MULTIPLES
from claimcheck.quantity.show import exponent_of, power_of_ten
from claimcheck.quantity.style import granule, significant
from claimcheck.quantity.terms import LAST_DIGIT_FAMILIES, PLAIN_STYLE, Style, Written

SCALED_FAMILIES = ("none", "currency")
_NOTHING = Fraction(0)
_LEAST_ODDS = 3
_GROUP = 3  # zeros, so many of which no number ends in by chance


def interval(written: Written, style: Style = PLAIN_STYLE, *, narrow: bool = False) -> Interval:
    """Return all true values that would be printed as `written`, in terms of its value (35% is 0.35).

    `narrow` reads trailing zeros left of the point as digits like any other: "760 billion" is [755, 765] billion,
    narrow [759.5, 760.5] billion; "561,000" is rounded to thousands either way. The verb's sign is
    not applied: "fell by more than 1.8%" is above 0.018, and a kind mirrors it.
    """
    written = scaled(written, style)
    widths = {**WIDTHS, **dict(style.hedges)} if style.hedges else WIDTHS
    hedge = written.hedge
    if hedge in ONE_SIDED:
        return _one_sided(written)
    rounded = _unhedged(written, style, widths["word"], narrow=narrow)
    if hedge in ("nearly", "just over"):
        return _near(written, rounded, widths[hedge])
    if hedge == "about":
        return _around(written, rounded, widths["about"])
    return rounded


def plain_interval(written: Written, style: Style = PLAIN_STYLE) -> Interval:
    """Return the interval with a hedge of default width ("about") at the rounding of the digits alone.

    A conflict that stands here but not in `interval` is one that the width of a hedge takes away.
    """
    if written.hedge == "about" and "about" not in dict(style.hedges):
        written = written._replace(hedge="")
    return interval(written, style)


def half_unit(written: Written, style: Style = PLAIN_STYLE) -> Fraction | None:
    """Return half a unit of the last significant printed digit in the value's terms.

    "24.59 trillion" gives 5 billion, as "760 billion" does, "30%" 1/200; `None` for words, ranges and exact numbers.
    """
    if written.upper is not None or written.form == "word" or _is_multiple_word(written):
        return None
    return _unit(scaled(written, style), style, narrow=False) / 2 or None


def scaled(written: Written, style: Style) -> Written:
    """Return it with the sheet's `scale` applied, where it is a bare number or a currency without a magnitude."""
    if style.scale == 1 or written.magnitude != 1 or written.unit.family not in SCALED_FAMILIES:
        return written
    upper = None if written.upper is None else written.upper * style.scale
    value = written.value * style.scale
    return written._replace(value=value, upper=upper, magnitude=style.scale, exact=written.hedge == "exactly")


def _unit(written: Written, style: Style, *, narrow: bool) -> Fraction:
    """Return what the last significant digit is worth; 0 for an exact number."""
    precision = style.precision
    if precision == "exact" or (written.exact and not precision):
        return _NOTHING
    if precision and precision != "printed":
        digits = significant(precision)
        if digits is not None:
            return power_of_ten(exponent_of(written.value) - digits + 1) if written.value else _NOTHING
        share = written.unit.family in LAST_DIGIT_FAMILIES
        amount = granule(precision, shares=share)
        if not share or amount < 1:  # "1 billion" says how levels are rounded, and nothing of a percent
            return amount
    if written.decimals:
        return Fraction(written.magnitude, 10**written.decimals)
    if precision == "printed" or written.unit.family in LAST_DIGIT_FAMILIES:
        return written.magnitude
    zeros = written.zeros - written.zeros % _GROUP if narrow else written.zeros
    return written.magnitude * power_of_ten(zeros)


def _rounded(value: Fraction, unit: Fraction, rounding: str) -> Interval:
    """Return what rounds to `value` in steps of `unit`.

    Closed for rounding to nearest, as XBRL Calculations 1.1 has it; half-open for the others: rounded down, 1.2 is
    [1.2, 1.3).
    """
    if not unit:
        return Interval(value, value)
    if rounding == "nearest":
        return Interval(value - unit / 2, value + unit / 2)
    if rounding == "truncate" and value == 0:
        return Interval(-unit, unit, low_open=True, high_open=True)
    if rounding == "down" or (rounding == "truncate" and value > 0):
        return Interval(value, value + unit, high_open=True)
    return Interval(value - unit, value, low_open=True)


def _unhedged(written: Written, style: Style, word_width: Fraction, *, narrow: bool) -> Interval:
    """Return the interval that the digits, or the number word, give without the hedge."""
    loose = style.precision != "exact"
    if loose and (written.form == "word" or _is_multiple_word(written)):
        return _around(written, _odds(written), word_width)
    if loose and written.upper is not None and " in " in written.digits:  # "one in 3 or 4"
        ends = (written._replace(value=value, upper=None) for value in (written.value, written.upper))
        low, high = (_around(end, _odds(end), word_width) for end in ends)
        return low.hull(high)
    unit = _unit(written, style, narrow=narrow)
    if written.upper is None:
        return _rounded(written.value, unit, style.rounding)
    if written.hedge == "plus-minus":
        reach = written.upper - written.value + unit / 2
        return Interval(written.value - reach, written.value + reach)
    return _rounded(written.value, unit, style.rounding).hull(_rounded(written.upper, unit, style.rounding))


def _odds(written: Written) -> Interval:
    """Return what is printed as "one in 3", once its last number is rounded: 1/3.5 to 1/2.5; else the number itself.

    A half is no odds that anything is rounded to: 60% are "three in five".
    """
    value = written.value
    if " in " in written.digits and value.numerator == 1 and value.denominator >= _LEAST_ODDS:
        return Interval(2 / (2 / value + 1), 2 / (2 / value - 1))
    return Interval(value, value)


def _is_multiple_word(written: Written) -> bool:
    return written.form == "multiple" and written.digits.lower() in MULTIPLES


def _around(written: Written, rounded: Interval, width: Fraction) -> Interval:
    """Return the number plus and minus a share of it, but no less than its rounding."""
    top = written.value if written.upper is None else written.upper
    margin = max(abs(written.value), abs(top)) * width
    return rounded.hull(Interval(written.value - margin, top + margin))


def _one_sided(written: Written) -> Interval:
    """Return what lies beyond the number; "rose by less than 2%" is a rise all the same, so not below 0."""
    strict = written.hedge in ("more than", "less than")
    if written.hedge in ("more than", "at least"):
        return Interval(written.value, None, low_open=strict)
    top = written.value if written.upper is None else written.upper
    if written.direction and top > 0:
        return Interval(_NOTHING, top, high_open=strict)
    return Interval(None, top, high_open=strict)


def _near(written: Written, rounded: Interval, width: Fraction) -> Interval:
    """Return the numbers on the near side of it; "nearly" counts from zero, so "nearly -5%" lies above -5%.

    What is "close to zero" may lie on either side. Of percents and points it is no less than their rounding: 1.2% is
    "just over 1%".
    """
    low = written.value
    high = low if written.upper is None else written.upper
    if written.hedge == "nearly" and low == high == 0:
        return rounded
    half = (rounded.width or _NOTHING) / 2
    margin = max(abs(low), abs(high)) * width or half
    if written.unit.family in LAST_DIGIT_FAMILIES and written.upper is None and written.form == "number":
        margin = max(margin, half)
    if (written.hedge == "nearly") == (low >= 0):
        return Interval(low - margin, high, high_open=True)
    return Interval(low, high + margin, low_open=True)
