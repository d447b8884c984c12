"""Exact numbers and intervals as text: for people, and for programs."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon.measures import SPANS_OF_TIME
from claimcheck.quantity.lexicon.nouns import IRREGULAR
from claimcheck.quantity.terms import BARE, Unit

if TYPE_CHECKING:
    from claimcheck.quantity.interval import Interval

SHARES = {"percent": "%", "points": " pp"}
_COINS = ("cent", "penny")  # the other currencies have codes
_SAID = {"kilocalorie": "kcal"}  # CLDR has names of these
# The other measures are symbols.
COUNTED_MEASURES = SPANS_OF_TIME | {"second", "inch", "acre", "degree", "point", "ton", "turn"}
_OF_ONE_END = 4  # significant digits of a range that is open to one side
_OF_PROGRAMS = 12  # and of an end in JSON
_STEPS = ((12, " trillion"), (9, " billion"), (6, " million"))
_LARGEST, _SMALLEST = Fraction(10) ** 15, Fraction(1, 10**4)
_ENOUGH = 5  # an interval is at least so many last digits wide
_MOST_DECIMALS = 40
_ALL_DECIMALS = 6


def show_number(value: Fraction, unit: Unit | None = None, *, signed: bool = False) -> str:
    """Return `value` as a person writes it: "24.59 trillion CNY", "-7.1%", "8 pp", "4.4 times".

    Decimals are all of them where there are few, else as many as make six significant digits. `signed` puts "+"
    before a positive one.
    """
    unit = unit or BARE
    shown, label = _display(value, abs(value), unit)
    if label is None:
        return f"{_scientific(shown, 5)}{_unit_text(unit, plural=True)}"
    text = _fixed(shown, _decimals_of(shown))
    plus = "+" if signed and value > 0 else ""
    return f"{plus}{text}{label}{_unit_text(unit, plural=abs(value) != 1)}"


def show_interval(
    interval: Interval, unit: Unit | None = None, *, signed: bool = False, step: Fraction | None = None
) -> str:
    """Return an interval as a person writes it.

    "-7.06% to -6.91%", "14.35 to 14.48 trillion CNY", "above 1 trillion CNY".

    Both ends have the fewest decimals with which the width is at least five last digits, so they never look equal.
    With `step`, a power of ten, they are rounded outward to its multiples.
    """
    if interval.is_empty:
        return "no number"
    low, high = interval.low, interval.high
    if step:
        low = None if low is None else low // step * step
        high = None if high is None else -(-high // step) * step
        interval = interval._replace(low=low, high=high)
    if low is None or high is None:
        return _one_sided(interval, unit, signed=signed)
    if low == high:
        return show_number(low, unit, signed=signed)
    return _two_sided(low, high, unit or BARE, signed=signed, step=step)


def outward(interval: Interval) -> Interval:
    """Return an interval whose only end is moved outward to four significant digits: above 0.566038 is above 0.566.

    A range that is open to one side has no width that says how many of its digits matter.
    """
    if (interval.low is None) == (interval.high is None):
        return interval
    end = interval.high if interval.low is None else interval.low
    if not end:
        return interval
    unit = power_of_ten(exponent_of(end) + 1 - _OF_ONE_END)
    if interval.low is None:
        return interval._replace(high=-(-end // unit) * unit)
    return interval._replace(low=end // unit * unit)


def _one_sided(interval: Interval, unit: Unit | None, *, signed: bool) -> str:
    if interval.low is not None:
        return f"{'above' if interval.low_open else 'at least'} {show_number(interval.low, unit, signed=signed)}"
    if interval.high is not None:
        return f"{'below' if interval.high_open else 'at most'} {show_number(interval.high, unit, signed=signed)}"
    return "any number"


def _two_sided(low: Fraction, high: Fraction, unit: Unit, *, signed: bool, step: Fraction | None) -> str:
    size = max(abs(low), abs(high))
    shown_low, label = _display(low, size, unit)
    shown_high, _ = _display(high, size, unit)
    tail = _unit_text(unit, plural=True)
    decimals = _decimals_for(shown_high - shown_low)
    if step:
        decimals = max(0, -exponent_of(step * (shown_high - shown_low) / (high - low)))
    if label is None or decimals > _MOST_DECIMALS:
        digits = _digits_apart(shown_low, shown_high)
        return f"{_scientific(shown_low, digits)} to {_scientific(shown_high, digits)}{tail}"
    if low and high and label and min(abs(low), abs(high)) * 1000 < size:
        return f"{show_number(low, unit._replace(name=''), signed=signed)} to {show_number(high, unit, signed=signed)}"
    texts = [f"{'+' if signed and shown > 0 else ''}{_fixed(shown, decimals)}" for shown in (shown_low, shown_high)]
    texts = [text if shown else "0" for text, shown in zip(texts, (shown_low, shown_high), strict=True)]
    if label == "%":
        return f"{texts[0]}% to {texts[1]}%{tail}"
    return f"{texts[0]} to {texts[1]}{label}{tail}"


def decimal_text(value: Fraction, *, up: bool) -> str:
    """Return `value` as a plain decimal of at most 12 significant digits, rounded up or down, for JSON.

    Outward rounding of an interval is down for its low end and up for its high one: 1/3 is "0.333333333333" or
    "0.333333333334".
    """
    if value == 0:
        return "0"
    shift = _OF_PROGRAMS - 1 - exponent_of(value)
    scaled = value * power_of_ten(shift)
    whole = -(-scaled.numerator // scaled.denominator) if up else scaled.numerator // scaled.denominator
    sign, figures = ("-" if whole < 0 else ""), str(abs(whole))
    if shift <= 0:
        return f"{sign}{figures}{'0' * -shift}"
    figures = figures.rjust(shift + 1, "0")
    return f"{sign}{figures[:-shift]}.{figures[-shift:]}".rstrip("0").rstrip(".")


def exponent_of(value: Fraction) -> int:
    """Return e with 10**e <= |value| < 10**(e+1) for a value other than 0: 0.0245 gives -2."""
    size = abs(value)
    powers_of_two = size.numerator.bit_length() - size.denominator.bit_length() + 1
    exponent = powers_of_two * 30103 // 100_000 + 1  # the most it may be; numbers too long for a text have one, too
    while size < power_of_ten(exponent):
        exponent -= 1
    return exponent


def power_of_ten(exponent: int) -> Fraction:
    """Return 10**exponent, whatever its sign."""
    return Fraction(10**exponent) if exponent >= 0 else Fraction(1, 10**-exponent)


def _display(value: Fraction, size: Fraction, unit: Unit) -> tuple[Fraction, str | None]:
    """Return (the number to print, what follows it); `None` for one that is printed with a power of ten."""
    if unit.family in SHARES:
        value, size, label = value * 100, size * 100, SHARES[unit.family]
        return (value, None) if size and (size >= _LARGEST or size < _SMALLEST) else (value, label)
    if size and (size >= _LARGEST or size < _SMALLEST):
        return value, None
    for power, name in _STEPS:
        if size >= 10**power:
            return value / 10**power, name
    return value, ""


def _unit_text(unit: Unit, *, plural: bool) -> str:
    per = f" per {unit.per}" if unit.per else ""
    if unit.per[:1].isdecimal() and unit.per.rpartition("-")[2] in COUNTED_MEASURES:
        per = f"{per}s"  # per 1,000 person-years
    if unit.family in SHARES:
        return per
    if unit.family == "multiple":
        return f" times{per}"
    if unit.name in _SAID:
        return f" {_SAID[unit.name]}{per}"
    counted = unit.family == "count" or unit.name in _COINS
    last = unit.name.rpartition("-")[2]  # the year of a person-year
    counted = counted or (unit.family == "measure" and last in COUNTED_MEASURES)
    if counted and plural and unit.name:
        return f" {plural_of(unit.name)}{per}"
    return f" {unit.name}{per}" if unit.name else per


_SYMBOLS = frozenset(("bcm", "tcm", "toe", "mcm"))

# As texts print them and the scanner reads them; "person" and "index" have two.
_IRREGULAR = {
    **{noun: plural for plural, noun in IRREGULAR.items() if noun},
    "person": "people",
    "people": "people",
    "index": "indices",
    "penny": "pence",
}


def plural_of(noun: str) -> str:
    """Return the usual plural of an English noun; one that ends in no Latin letter, or is a plural already, stays."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if (
        not noun[-1:].isascii()
        or not noun.islower()
        or noun in _SYMBOLS
        or noun.endswith(("people", "men", "children", "staff", "sheep"))
        or (noun.endswith("s") and not noun.endswith("ss"))
    ):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("ss", "x", "ch", "sh")) else f"{noun}s"


def _decimals_for(width: Fraction) -> int:
    """Return the fewest decimals with which `width` is at least five last digits."""
    decimals = 0
    while width * 10**decimals < _ENOUGH and decimals <= _MOST_DECIMALS:
        decimals += 1
    return decimals


def _decimals_of(value: Fraction) -> int:
    """Return how many decimals show `value`: all of up to six, else as many as make six significant digits."""
    if value == 0:
        return 0
    for decimals in range(_ALL_DECIMALS + 1):
        if (value * 10**decimals).denominator == 1:
            return decimals
    return max(0, _ALL_DECIMALS - 1 - exponent_of(value))


def _fixed(value: Fraction, decimals: int) -> str:
    """Return `value` with thousands grouped, rounded to nearest, half away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    text = str(whole).rjust(decimals + 1, "0")
    head, tail = (text[:-decimals], f".{text[-decimals:]}") if decimals else (text, "")
    return f"{'-' if value < 0 and whole else ''}{int(head):,}{tail}"


def _digits_apart(low: Fraction, high: Fraction) -> int:
    """Return how many decimals of a mantissa tell two numbers apart."""
    return max(1, exponent_of(max(abs(low), abs(high))) - exponent_of(high - low) + 1)


def _scientific(value: Fraction, decimals: int) -> str:
    """Return a mantissa with at most `decimals` decimals and a power of ten: "3.2e18"."""
    if value == 0:
        return "0"
    exponent = exponent_of(value)
    mantissa = _fixed(value / power_of_ten(exponent), decimals)
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}e{exponent}"
