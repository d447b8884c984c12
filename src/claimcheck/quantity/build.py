"""From an amount and its surroundings to a written number with exact values."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.quantity.ranges import in_full
from claimcheck.quantity.terms import Written

if TYPE_CHECKING:
    from claimcheck.quantity.amounts import Amount
    from claimcheck.quantity.context import Context
    from claimcheck.quantity.terms import Class
    from claimcheck.quantity.tokens import Parts


_LOOSE = ("about", "nearly", "just over", "plus-minus")


def quantity(parts: Parts, text: str, amount: Amount, second: Amount | None, context: Context) -> Written:
    """Return the written number of an amount, or of the range from it to `second`."""
    numeral, last = amount.numeral, second or amount
    power = _power(amount, second)
    value = _value(amount.num, numeral.den, numeral.power + power)
    upper = None if second is None else _value(second.num, second.numeral.den, second.numeral.power + second.power)
    hedge, start, end = context.hedge, context.start, context.end
    amount_start, amount_end = amount.start, last.end
    if second is not None and second.form == "plus-minus":
        hedge, upper = "plus-minus", value + (upper or 0)
    elif second is not None and upper is not None and second.negative and not amount.negative:
        value, upper = upper, -value  # "12 to 15 degrees below zero"
    elif second is not None and upper is not None and numeral.form == "odds":
        value, upper = min(value, upper), max(value, upper)  # "one in 3 or 4"
    parenthesised = second is None and (amount.closed or _in_parentheses(parts, amount))
    if parenthesised and not amount.closed:
        amount_start, amount_end = parts.starts[amount.first - 1], parts.end(amount.stop)
        start, end = min(start, amount_start), max(end, amount_end)
    number_start, number_end = parts.starts[numeral.first], _number_end(parts, amount)
    decimals, zeros = min(numeral.decimals, last.numeral.decimals), min(numeral.zeros, last.numeral.zeros)
    worth = _worth(amount, power)
    if second is not None and second.magnitude and power != second.power:
        decimals, zeros, worth = _coarser(amount, second)
    return Written(
        text[start:end],
        start,
        end,
        number_start,
        number_end,
        text[number_start:number_end],
        -value if parenthesised else value,
        upper,
        decimals,
        zeros,
        worth,
        last.unit if amount.unit.family == "none" or last.unit.per else amount.unit,
        hedge,
        context.way,
        context.by_to,
        parenthesised,
        "range" if second is not None else amount.form,
        hedge == "exactly" or (hedge not in _LOOSE and _counts_exactly(amount)),
        amount_start,
        amount_end,
    )


def classed(parts: Parts, text: str, found: Class, index: int) -> Written:
    """Return the written number of a year, date, ordinal or label."""
    number_start, number_end = parts.starts[index], parts.end(index)
    start, end = min(found.start, number_start), max(found.end, number_end)
    return Written(
        text[start:end],
        start,
        end,
        number_start,
        number_end,
        text[number_start:number_end],
        Fraction(found.value),
        None if found.upper is None else Fraction(found.upper),
        form=found.form,
        exact=True,
        amount_start=start,
        amount_end=end,
    )


def _number_end(parts: Parts, amount: Amount) -> int:
    """Return where the number ends: "a million" and "hundreds" are numbers with their magnitude."""
    numeral = amount.numeral
    if numeral.form == "vague" or parts.words[numeral.first : numeral.stop] in ([], ["a"], ["an"], ["A"], ["An"]):
        return parts.end(numeral.stop)
    return max(parts.end(numeral.stop - 1), numeral.end)


def _in_parentheses(parts: Parts, amount: Amount) -> bool:
    """Whether an amount alone stands in parentheses: "(9.4%)" and "(1,234)", not "(15 firms)"."""
    if (
        parts.words[amount.first - 1] != "("
        or parts.words[amount.stop] != ")"
        or parts.words[amount.first].lower() in ("+", "plus")
    ):
        return False
    if amount.negative or amount.form != "number":
        return False
    return amount.unit.family not in ("count", "measure")


def _power(amount: Amount, second: Amount | None) -> int:
    """Return the power of ten of an amount.

    The first of "$10-12 million" takes the magnitude and unit of the second, that of "700,000 to 1.2 million" not.
    """
    if second is None or amount.power or amount.unit.family not in ("none", "currency") or in_full(amount, second):
        return amount.power
    return second.power


def _coarser(amount: Amount, second: Amount) -> tuple[int, int, Fraction]:
    """Return (decimals, zeros, worth) of a range whose ends have their own magnitudes: the coarser rounding of the two.

    "900,000 to 1.25 million" is rounded to 100,000, or to 10,000 where zeros count as digits.
    """
    ends = [(end.power - end.numeral.decimals, end.numeral.zeros) for end in (amount, second)]
    printed = max(power for power, _ in ends)
    widest = max(power + zeros for power, zeros in ends)
    if widest > printed:
        return 0, widest - max(printed, 1), _worth_of(max(printed, 1), 1)
    return max(0, second.power - printed), 0, _worth_of(max(second.power, printed), 1)


def _value(num: int, den: int, power: int) -> Fraction:
    return Fraction(num * 10**power, den) if power >= 0 else Fraction(num, den * 10**-power)


def _worth(amount: Amount, power: int) -> Fraction:
    """Return what one printed 1 is worth; for a fraction one of its parts."""
    numeral = amount.numeral
    scientific = numeral.power + numeral.decimals
    if numeral.den != 1:
        return _value(amount.factor, numeral.den, power + scientific)
    return _worth_of(power + scientific, amount.factor)


@lru_cache(maxsize=256)
def _worth_of(power: int, factor: int) -> Fraction:
    return _value(factor, 1, power)


def _counts_exactly(amount: Amount) -> bool:
    """Whether no rounding is to be expected: counts whose last digit is not zero, plain fractions ("23/42").

    What is counted per something is a rate, and rounded: "321 doctors per 100,000 people".
    """
    numeral = amount.numeral
    if amount.form == "fraction":
        return amount.unit.family in ("none", "count") and numeral.num < numeral.den
    counted = amount.unit.family == "count" and not (amount.unit.per or amount.magnitude) and amount.factor == 1
    return counted and numeral.decimals == 0 and numeral.zeros == 0 and numeral.den == 1 and numeral.power == 0
