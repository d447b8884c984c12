"""Amounts in Chinese: 四十三万元, 百分之四十三, 三分之一, 三成, 25万6千人."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.amounts import Amount, sign_before
from claimcheck.quantity.chinese import ChineseNumeral, numeral_in, share_at
from claimcheck.quantity.digits import Numeral, digits_at, trailing_zeros
from claimcheck.quantity.lexicon.chinese import BEFORE_YUAN, DIGITS, PERCENT_UNITS, STARTS
from claimcheck.quantity.lexicon.numbers import CHINESE_MAGNITUDES, MORE_CHINESE
from claimcheck.quantity.magnitudes import magnitude_at
from claimcheck.quantity.terms import BARE, PERCENT, POINTS, TIMES, Unit
from claimcheck.quantity.unit_names import chinese_lookup
from claimcheck.quantity.units import UnitHit, unit_at

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_HALVES = frozenset("半对對")
_TENTHS = ("成", "折")
_TEN = 10
_YEAR_DIGITS = 4
_QUARTERS = range(1, 5)
_WHICH = frozenset("上下前后後")
_VAGUE = frozenset("数數几幾")  # 数十亿元: some billions
_LONGEST = 9  # digits of a fraction's top, and of what 25万6千 adds


def chinese_at(parts: Parts, index: int) -> Amount | None:
    """Return the amount of the Chinese numeral at `index`.

    `None` where the characters are part of a word: a lone digit counts only before a unit, and the 一 of 一个 does not.
    """
    word = parts.words[index]
    if parts.words[index - 1] in _VAGUE:
        return None
    share = share_at(parts.text, parts.starts[index])
    if share and parts.words[index - 1] not in STARTS:
        return _share(parts, index, *share)
    if word == "翻":
        return _doubled(parts, index)
    if word in _HALVES or (word == "一" and parts.words[index + 1] == "半"):
        return _half(parts, index)
    found = numeral_in(parts.text, parts.starts[index])
    if found is None:
        return None
    stop = index + found.length
    if _is_time(parts, index, stop, found):
        return None
    if parts.text.startswith("分之", parts.starts[stop]) and found.num and not found.decimals:
        return fraction_of(parts, index, found.num, stop + 2)
    return _counted(parts, index, found)


def _is_time(parts: Parts, index: int, stop: int, found: ChineseNumeral) -> bool:
    """Whether a numeral says which time it is: 二零二五年, 三十日 behind its month, 前三季度 (but not 三个季度)."""
    spelt = all(character in DIGITS for character in parts.words[index:stop])
    year = spelt and found.length == _YEAR_DIGITS and parts.words[stop] == "年"
    day = parts.words[index - 1] == "月" and parts.words[stop] in ("日", "号")
    quarter = found.num in _QUARTERS and not found.decimals and parts.text.startswith("季度", parts.starts[stop])
    return year or day or quarter


def _counted(parts: Parts, index: int, found: ChineseNumeral) -> Amount | None:
    """Return the amount of a plain numeral: 四十三万元, 两千多家, 一百二十三."""
    stop = index + found.length
    numeral = Numeral(found.num, 1, found.decimals, found.zeros, index, stop, "word", -found.decimals)
    magnitude, stop = magnitude_at(parts, stop, priced=False)  # 三点五万
    more = parts.words[stop] in MORE_CHINESE
    numeral, hit = _second_tenth(parts, numeral, unit_behind(parts, numeral, stop + more))
    alone = (found.length == 1 and not magnitude) or (found.num < _TEN and not found.decimals and not magnitude)
    if (hit is None and alone) or (hit and found.length == 1 and hit.unit.family == "count" and found.num == 1):
        return None
    amount = _made(parts, *_and_half(parts, numeral, hit or UnitHit(BARE, 0, stop)))
    amount = amount._replace(power=amount.power + magnitude, magnitude=magnitude)
    if more and amount.stop > stop:
        amount = amount._replace(hedge="more than")
    if amount.unit.family != "currency":
        return amount
    from claimcheck.quantity.compounds import compound

    return compound(parts, amount)


def _made(parts: Parts, numeral: Numeral, hit: UnitHit, form: str = "number") -> Amount:
    negative, first = sign_before(parts, from_name(parts, numeral.first, hit.unit), numeral.first)
    form = "multiple" if hit.unit.family == "multiple" else form
    end = parts.end(hit.stop - 1)
    return Amount(numeral, first, hit.stop, parts.starts[first], end, hit.unit, hit.power, negative, form)


def unit_behind(parts: Parts, numeral: Numeral, index: int) -> UnitHit | None:
    """Return the unit of Chinese characters, or of a sign, at `index`."""
    word = parts.words[index]
    if word in _TENTHS:
        return _tenths(parts, numeral, index)
    if not word or word.isascii():
        return unit_at(parts, index) if word else None
    start = parts.starts[index]
    for name, power in PERCENT_UNITS.items():
        if parts.text.startswith(name, start):
            return UnitHit(POINTS, power, index + len(name))
    found = chinese_lookup(parts, index)
    if found is None:
        return None
    unit, stop = found
    if unit.name == "CNY" and (code := BEFORE_YUAN.get(_name_before(parts, numeral.first))):
        unit = Unit(code, "currency")
    if unit.family == "currency" and parts.text.startswith(("人民币", "人民幣"), parts.starts[stop]):
        stop += 3
    return UnitHit(unit, 0, stop)


def _name_before(parts: Parts, first: int) -> str:
    """Return the name that says whose 元 a number behind it counts: 港币; "" of none."""
    names = ("".join(parts.words[max(first - length, 0) : first]) for length in (3, 2))
    return next((name for name in names if name in BEFORE_YUAN), "")


def from_name(parts: Parts, first: int, unit: Unit) -> int:
    """Return where an amount of 港币5亿元 begins: at the name of its currency."""
    name = _name_before(parts, first)
    return first - len(name) if name and BEFORE_YUAN[name] == unit.name else first


def _tenths(parts: Parts, numeral: Numeral, index: int) -> UnitHit | None:
    """Return the percent of 三成 (30%) and 七五折 (75%)."""
    two_digits = numeral.num >= _TEN and not numeral.decimals and parts.words[index] == "折"
    if not two_digits and not 0 < numeral.num <= _TEN ** (1 + numeral.decimals):
        return None
    return UnitHit(PERCENT, -2 if two_digits else -1, index + 1)


def _second_tenth(parts: Parts, numeral: Numeral, hit: UnitHit | None) -> tuple[Numeral, UnitHit | None]:
    """Return both with the digit behind 成: 七成六 is 76%."""
    if hit is None or parts.words[numeral.stop] != "成" or numeral.num >= _TEN or numeral.decimals:
        return numeral, hit
    found = numeral_in(parts.text, parts.starts[hit.stop]) if parts.words[hit.stop] in DIGITS else None
    if found is None or found.length > 1 or chinese_lookup(parts, hit.stop + 1):
        return numeral, hit
    num = numeral.num * _TEN + found.num
    return numeral._replace(num=num, decimals=1, power=-1, zeros=0), hit._replace(stop=hit.stop + 1)


def _and_half(parts: Parts, numeral: Numeral, hit: UnitHit) -> tuple[Numeral, UnitHit]:
    """Return both with the 半 behind a unit: 两米半 is 2.5 m, 三成半 is 35%."""
    if parts.words[hit.stop] != "半" or numeral.decimals or numeral.den != 1:
        return numeral, hit
    return numeral._replace(num=numeral.num * 2 + 1, den=2, zeros=0), hit._replace(stop=hit.stop + 1)


def _half(parts: Parts, index: int) -> Amount | None:
    """Return the 1/2 of 一半, 半年, 半成, 半数, 半折 and 对折 (half the price); nothing where 半 is part of a word."""
    word, following = parts.words[index], parts.words[index + 1]
    numeral = Numeral(1, 2, 0, 0, index, index + 1, "fraction")
    if word == "一":
        return _made(parts, numeral._replace(stop=index + 2), UnitHit(BARE, 0, index + 2), "word")
    if following == "折":
        return _made(parts, numeral, UnitHit(PERCENT, 0, index + 2), "word")
    if following in ("数", "數"):
        return _made(parts, numeral, UnitHit(BARE, 0, index + 2), "word")
    if following == "年" and parts.words[index - 1] in _WHICH:
        return None  # 上半年
    hit = unit_behind(parts, numeral, index + 1) if word == "半" else None
    if hit is None or hit.unit.family in ("count", "none"):
        return None
    return _made(parts, numeral, hit, "word")


def _doubled(parts: Parts, index: int) -> Amount | None:
    """Return the 2 of 翻番, 翻倍 and 翻了一番, the 4 of 翻两番."""
    stop = index + 1 + (parts.words[index + 1] == "了")
    times = numeral_in(parts.text, parts.starts[stop]) if parts.words[stop] in STARTS else None
    stop += times.length if times else 0
    if parts.words[stop] not in ("番", "倍") or (times and (parts.words[stop] != "番" or not 0 < times.num < _TEN)):
        return None
    numeral = Numeral(2 ** (times.num if times else 1), 1, 0, 0, index, stop + 1, "word")
    return _made(parts, numeral, UnitHit(TIMES, 0, stop + 1))


def _numeral(parts: Parts, index: int) -> Numeral | None:
    """Return the numeral at `index`, in digits or characters."""
    if parts.words[index][:1].isdecimal():
        return digits_at(parts, index)
    found = numeral_in(parts.text, parts.starts[index]) if parts.words[index] in STARTS else None
    if found is None:
        return None
    return Numeral(found.num, 1, found.decimals, found.zeros, index, index + found.length, "word", -found.decimals)


def _share(parts: Parts, index: int, power: int, length: int) -> Amount | None:
    """Return the percent of 百分之四十三, 千分之2.4; 百分之百 is 100%."""
    numeral = _numeral(parts, index + length)
    if numeral is None:
        return None
    more, stop = magnitude_at(parts, numeral.stop, priced=False)
    amount = _made(parts, numeral, UnitHit(PERCENT, power + more, stop))
    negative, first = sign_before(parts, index, index)
    return amount._replace(first=first, start=parts.starts[first], negative=negative)


def fraction_of(parts: Parts, index: int, den: int, top: int) -> Amount | None:
    """Return the fraction whose denominator `den` starts at `index` and whose top stands at `top`.

    三分之一, 16分之5.
    """
    numeral = _numeral(parts, top)
    if numeral is None or numeral.decimals or numeral.den != 1 or not den:
        return None
    fraction = Numeral(numeral.num, den, 0, 0, index, numeral.stop, "fraction")
    return _made(parts, fraction, UnitHit(BARE, 0, numeral.stop), "word")


def composite(parts: Parts, numeral: Numeral) -> Numeral:
    """Return digits with further digits behind a smaller magnitude: 25万6千 is 256 thousand, 3万4000 is 34,000."""
    words = parts.words
    if numeral.decimals or numeral.den != 1 or words[numeral.stop] not in ("千", "万", "萬", "亿", "億"):
        return numeral
    value, stop = numeral.num, numeral.stop
    power = CHINESE_MAGNITUDES[words[stop]]
    value, stop = value * 10**power, stop + 1
    found = False
    while True:
        k = stop + (words[stop] == "零")
        if not (words[k].isdecimal() and parts.glued(k) and len(words[k]) <= _LONGEST):
            break
        step = CHINESE_MAGNITUDES.get(words[k + 1], 0)
        if step >= power or int(words[k]) * 10**step >= 10**power:
            break
        value, stop, power, found = value + int(words[k]) * 10**step, k + 1 + bool(step), step, True
        if not step:
            break
    if not found:
        return numeral
    return numeral._replace(num=value, zeros=trailing_zeros(str(value)), stop=stop)
