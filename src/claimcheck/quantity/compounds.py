"""Amounts in several units: "5 feet 2 inches", "1 hour 5 minutes 20 seconds", "3 dollars and 50 cents", 5元3角."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.digits import Numeral, digits_at
from claimcheck.quantity.lexicon.chinese import MINOR as CHINESE_MINOR
from claimcheck.quantity.lexicon.chinese import STARTS as CHINESE_STARTS
from claimcheck.quantity.lexicon.numbers import START_WORDS
from claimcheck.quantity.number_words import words_at
from claimcheck.quantity.units import unit_at

if TYPE_CHECKING:
    from claimcheck.quantity.amounts import Amount
    from claimcheck.quantity.tokens import Parts

# How many of the smaller unit make one of the larger.
_SMALLER = {
    ("ft", "inch"): 12,
    ("lb", "oz"): 16,
    ("minute", "second"): 60,
    ("hour", "minute"): 60,
    ("day", "hour"): 24,
    ("week", "day"): 7,
    ("year", "month"): 12,
    ("currency", "cent"): 100,
    ("currency", "penny"): 100,
}
_LARGER = frozenset(larger for larger, _ in _SMALLER) - {"currency"}
# Letters that are a unit only behind the larger one: "5 ft 11 in", "2h 15m", "3 min 20 s".
_LETTERS = {("ft", "in"): "inch", ("hour", "m"): "minute", ("minute", "s"): "second", ("day", "h"): "hour"}
_BELOW = {"degree": ("zero",), "°C": ("zero", "freezing")}  # nothing freezes at 0 °F
_LONGEST = 6  # characters of the smaller amount: "20.125"
_LEAST_CENTS = 10  # "15 dollars 50", while "15 dollars 5" are two numbers


def compound(parts: Parts, amount: Amount) -> Amount:
    """Return an amount with the smaller units behind it added: "5 feet 2 inches" is 62/12 ft; one below zero negative.

    As it is where there is none.
    """
    unit, numeral = amount.unit, amount.numeral
    if parts.words[amount.stop].lower() == "below" and parts.words[amount.stop + 1].lower() in _BELOW.get(
        unit.name, ()
    ):
        stop = amount.stop + 2
        return amount._replace(negative=True, stop=stop, end=parts.end(stop - 1))
    if not (unit.family == "currency" or unit.name in _LARGER) or unit.per:
        return amount
    if numeral.decimals or numeral.den != 1 or amount.magnitude:
        return amount
    if unit.family == "measure":
        return _measured(parts, amount)
    linked = parts.words[amount.stop].lower() in ("and", "又")
    k = amount.stop + linked
    minor = _minor(parts, k)
    return _joined(parts, amount, *minor) if minor else amount


def _measured(parts: Parts, amount: Amount) -> Amount:
    """Return a measure with its smaller units: "5 ft 11 in", "1 hour 5 minutes and 20.5 seconds"."""
    between = parts.words[amount.first - 1].lower() == "between"
    name, total, parted, decimals, stop = amount.unit.name, amount.numeral.num, 1, 0, amount.stop
    while not decimals:
        k = stop + (parts.words[stop].lower() == "and" and not between)
        least = _least(parts, k)
        smaller, after = _unit_under(parts, name, least.stop) if least else ("", 0)
        many = _SMALLER.get((name, smaller), 0)
        if least is None or not least.num < many * 10**least.decimals or _are_two(parts, after):
            break
        name, parted, decimals, stop = smaller, parted * many, least.decimals, after
        total = total * many * 10**decimals + least.num
    if parted == 1:
        return amount
    numeral = amount.numeral._replace(num=total, den=parted, decimals=decimals, zeros=0, power=-decimals)
    return amount._replace(numeral=numeral, stop=stop, end=parts.end(stop - 1))


def _are_two(parts: Parts, index: int) -> bool:
    """Whether the amounts before `index` are of two things: "2 years and 3 months, respectively"."""
    return parts.words[index + (parts.words[index] == ",")].lower() == "respectively"


def _least(parts: Parts, index: int) -> Numeral | None:
    """Return the plain number at `index`, perhaps with decimals: the 20.5 of "5 minutes 20.5 seconds"."""
    word = parts.words[index]
    if word[:1].isdecimal():
        found = digits_at(parts, index) if len(word) <= _LONGEST else None
        return found if found and found.den == 1 and found.power == -found.decimals else None
    words = words_at(parts, index) if word.lower() in START_WORDS else None
    return words if words and words.form == "word" and words.first == index else None


def _unit_under(parts: Parts, name: str, index: int) -> tuple[str, int]:
    """Return the smaller unit at `index`, behind one of `name`, and the index after it; "" of none."""
    letter = _LETTERS.get((name, parts.words[index]))
    if letter:
        return letter, index + 1
    hit = unit_at(parts, index) if parts.words[index] else None
    return (hit.unit.name, hit.stop) if hit else ("", index)


def _minor(parts: Parts, index: int) -> tuple[int, int] | None:
    """Return (value, index after it) of a plain number at `index`."""
    word = parts.words[index]
    if word.isdecimal():
        return (int(word), index + 1) if len(word) <= _LONGEST else None
    if word in CHINESE_STARTS:
        from claimcheck.quantity.chinese import numeral_in

        found = numeral_in(parts.text, parts.starts[index])
        return (found.num, index + found.length) if found and not found.decimals else None
    if word.lower() in START_WORDS:
        words = words_at(parts, index)
        return (words.num, words.stop) if words and words.form == "word" and words.first == index else None
    return None


def _joined(parts: Parts, amount: Amount, minor: int, stop: int) -> Amount:
    """Return an amount of money with the smaller coins behind it."""
    chinese = _chinese_minor(parts, stop)
    if chinese:
        per, after = chinese
        return _with(parts, amount, minor, per, after)
    hit = unit_at(parts, stop) if parts.words[stop] else None
    found = _SMALLER.get(("currency", hit.unit.name)) if hit else None
    if hit and found and minor < found:
        return _with(parts, amount, minor, found, hit.stop)
    if hit is None and _LEAST_CENTS <= minor < 100 and _ends(parts, amount, stop):  # noqa: PLR2004 - cents
        return _with(parts, amount, minor, 100, stop)
    return amount


def _ends(parts: Parts, amount: Amount, index: int) -> bool:
    """Whether nothing is counted at `index`, behind a currency's name: "15 dollars 50", "15 dollars and 50."."""
    following = parts.words[index]
    named = amount.stop > amount.numeral.stop and parts.words[amount.stop - 1].isalpha()
    return named and not following[:1].isalnum() and following not in ("%", "-", "/")


def _chinese_minor(parts: Parts, index: int) -> tuple[int, int] | None:
    """Return (how many make one, index after it) of 角, 分 and their like."""
    start = parts.starts[index]
    for count in (3, 2, 1):
        name = parts.text[start : start + count]
        if name in CHINESE_MINOR:
            return CHINESE_MINOR[name], index + count
    return None


def _with(parts: Parts, amount: Amount, minor: int, per: int, stop: int) -> Amount:
    """Return the amount and `minor` parts of which `per` make one."""
    numeral = amount.numeral
    joined = Numeral(numeral.num * per + minor, per, 0, 0, numeral.first, numeral.stop, numeral.form)
    if per in (10, 100):
        places = len(str(per)) - 1
        joined = joined._replace(den=1, decimals=places, power=-places)
    made = amount._replace(numeral=joined, stop=stop, end=parts.end(stop - 1))
    further = _minor(parts, stop) if per == 10 else None  # noqa: PLR2004 - ten 角 make one: 5元3角2分
    cents = _chinese_minor(parts, further[1]) if further else None
    if further and cents and cents[0] == 100:  # noqa: PLR2004 - a hundred 分
        num = joined.num * 10 + further[0]
        fine = joined._replace(num=num, decimals=2, power=-2)
        return made._replace(numeral=fine, stop=cents[1], end=parts.end(cents[1] - 1))
    return made
