"""Amounts: a numeral with its sign, currency, magnitude and unit, read from one place in a text."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from claimcheck.quantity.chinese import numeral_in, share_at
from claimcheck.quantity.magnitudes import magnitude_at
from claimcheck.quantity.nouns import noun_at, singular_of
from claimcheck.quantity.numerals import (
    DOZENS,
    SCALES,
    START_WORDS,
    VAGUE,
    Numeral,
    and_part,
    digits_at,
    odds,
    with_half,
    words_at,
)
from claimcheck.quantity.terms import BARE, PERCENT, TIMES, Unit
from claimcheck.quantity.tokens import Parts
from claimcheck.quantity.units import UnitHit, lookup, prefix_at, suffix_code, unit_at, with_per
from claimcheck.quantity.words_zh import LONGEST_UNIT, PERCENT_UNITS, START_CHARS, UNITS
from claimcheck.quantity.words_zh import MINOR as ZH_MINOR


class Amount(NamedTuple):
    """The value `num / den * factor * 10**power` with its unit; `first` and `stop` are parts, `start` and `end` places."""

    numeral: Numeral
    first: int
    stop: int
    start: int
    end: int
    unit: Unit
    power: int  # of the magnitude and the percent sign, not of the decimals
    negative: bool
    form: str
    factor: int = 1
    magnitude: int = 0  # the power of the magnitude words alone
    hedge: str = ""  # "at least" of "5,000-plus firms"

    @property
    def num(self) -> int:
        """The numerator, before the power of ten."""
        num = self.numeral.num * self.factor
        return -num if self.negative else num


MULTIPLES = {
    "doubled": (2, "up"), "doubles": (2, "up"), "doubling": (2, "up"), "tripled": (3, "up"), "triples": (3, "up"), "tripling": (3, "up"),
    "trebled": (3, "up"), "trebling": (3, "up"), "quadrupled": (4, "up"), "quadrupling": (4, "up"), "quintupled": (5, "up"), "twofold": (2, ""),
    "threefold": (3, ""), "fourfold": (4, ""), "fivefold": (5, ""), "sixfold": (6, ""), "sevenfold": (7, ""), "eightfold": (8, ""),
    "ninefold": (9, ""), "tenfold": (10, ""), "twentyfold": (20, ""), "hundredfold": (100, ""), "thousandfold": (1000, ""), "twice": (2, ""),
    "thrice": (3, ""), "double": (2, ""), "triple": (3, ""), "quadruple": (4, ""), "treble": (3, ""), "halved": (0, "down"), "halving": (0, "down"),
    "翻番": (2, "up"), "翻倍": (2, "up"),
}  # fmt: skip
_DETERMINERS = frozenset("the that its their what last this of his her our in by from to a , . and over".split())
_BEFORE_DOUBLE = frozenset("to will would could may might should than almost nearly about roughly at did".split())


def multiple_at(parts: Parts, index: int) -> Amount | None:
    """Return the factor of "doubled", "tenfold", "twice"; "double" counts before "the" or behind "to", not in "double decline"."""
    word = parts.words[index].lower()
    factor, _ = MULTIPLES[word]
    if word in ("double", "triple", "quadruple", "treble") and not (
        parts.words[index + 1].lower() in _DETERMINERS
        and (
            parts.words[index - 1].lower() in _BEFORE_DOUBLE
            or parts.words[index + 1].lower() not in ("a", ",", ".", "and")
        )
    ):
        return None
    if word in ("twice", "thrice") and parts.words[index + 1].lower() in (
        "a",
        "in",
        "per",
        "daily",
        "weekly",
        "yearly",
        "by",
        ",",
        ".",
    ):
        return None
    numeral = Numeral(factor or 1, 1 if factor else 2, 0, 0, index, index + 1, "word")
    return Amount(numeral, index, index + 1, parts.starts[index], parts.end(index), TIMES, 0, False, "multiple")


def amount_at(parts: Parts, index: int) -> Amount | None:
    """Return the amount whose digits or number word stand at `index`; `None` where there is no number after all."""
    word = parts.words[index]
    if word[-1].isdigit() or word in _GLYPHS:
        numeral = _digits(parts, index)
    elif word in START_CHARS:
        amount = _chinese(parts, index)
        return compound(parts, amount) if amount else None
    else:
        numeral = words_at(parts, index)
    if numeral is None:
        return None
    if (
        parts.words[numeral.stop] == "分"
        and parts.words[numeral.stop + 1] == "之"
        and numeral.num
        and not numeral.decimals
    ):
        return _chinese_fraction(parts, index, numeral.num, numeral.stop + 2)
    return compound(parts, _with_unit(parts, numeral))


def _digits(parts: Parts, index: int) -> Numeral | None:
    word = parts.words[index]
    if word in _GLYPHS:
        num, den = _GLYPHS[word]
        return Numeral(num, den, 0, 0, index, index + 1, "fraction")
    numeral = digits_at(parts, index)
    if (
        numeral
        and parts.words[numeral.stop].lower() in ("and", "in", "out")
        and not numeral.decimals
        and numeral.form == "digits"
    ):
        return odds(parts, with_half(parts, numeral))
    return numeral


def _with_unit(parts: Parts, numeral: Numeral) -> Amount:
    """Return the amount of a numeral: its magnitude and unit behind, its currency and sign before."""
    prefix = prefix_at(parts, numeral.first)
    power, stop, factor = prefix[1] if prefix else 0, numeral.stop, 1
    if numeral.form in ("fraction", "word", "odds"):
        stop = _over_article(parts, stop)
    magnitude, stop, factor = _magnitude(parts, stop, numeral, priced=prefix is not None)
    if magnitude and (more := and_part(parts, stop)) and numeral.den == 1:
        # "two million and a half" is 2.5 million.
        scale = 10**numeral.decimals
        numeral = numeral._replace(num=numeral.num * more[1] + more[0] * scale, den=more[1], zeros=0)
        stop = more[2]
    power += magnitude
    first = prefix[2] if prefix else numeral.first
    stop, hedge = _plus(parts, stop)
    if prefix:
        hit = _behind_prefix(parts, stop, prefix[0])
    else:
        hit = _unit_behind(parts, stop, numeral, magnitude)
        if hit.unit.family == "currency" and not magnitude:
            extra, after = magnitude_at(parts, hit.stop, priced=False)
            magnitude, power, hit = extra, power + extra, hit._replace(stop=after)
    if hit.stop > stop and hit.unit.family != "none":
        hit = with_per(parts, hit)
    elif hit.unit.family == "none" and parts.words[hit.stop].lower() == "per":
        hit = with_per(parts, hit)
    negative, first = _sign(parts, first, numeral.first)
    end = max(parts.end(hit.stop - 1), numeral.end)
    form = _form(parts, numeral, hit.unit)
    return Amount(
        numeral,
        first,
        hit.stop,
        parts.starts[first],
        end,
        hit.unit,
        power + hit.power,
        negative,
        form,
        factor,
        magnitude,
        hedge,
    )


_PARTS_OF_UNIT = {
    ("ft", "inch"): 12, ("ft", "in"): 12, ("lb", "oz"): 16, ("currency", "cent"): 100, ("currency", "penny"): 100, ("year", "month"): 12,
    ("hour", "minute"): 60, ("stone", "lb"): 14,
}  # fmt: skip


def compound(parts: Parts, amount: Amount) -> Amount:
    """Return it with the smaller unit behind: "5 feet 2 inches", "3 dollars and 50 cents", "15 dollars 50", 5元3角."""
    numeral, k = amount.numeral, amount.stop
    money = amount.unit.family == "currency"
    if (
        not (money or amount.unit.name in ("ft", "lb", "hour"))
        or numeral.decimals
        or numeral.den != 1
        or amount.power
        or amount.unit.per
    ):
        return amount
    linked = parts.words[k].lower() in ("and", "又")
    word = parts.words[k + linked]
    if not word or (parts.words[k - 1] in SIGNS_ALONE and not linked and parts.words[k - 1] != "$"):
        return amount
    if word[0].isdigit() and word.isdigit():
        minor, stop = int(word[:4]), k + linked + 1
    elif word in START_CHARS and (found := numeral_in(parts.text, parts.starts[k + linked])):
        minor, stop = found.num, k + linked + found.length
    elif word.lower() in START_WORDS and (words := words_at(parts, k + linked)) and words.form == "word":
        minor, stop = words.num, words.stop
    else:
        return amount
    return _compounded(parts, amount, minor, stop, bare=not linked and len(word) == 2)  # noqa: PLR2004 - "15 dollars 50"


SIGNS_ALONE = frozenset("€£¥₹")


def _compounded(parts: Parts, amount: Amount, minor: int, stop: int, *, bare: bool) -> Amount:
    money = amount.unit.family == "currency"
    for count in (3, 2, 1):
        name = parts.text[parts.starts[stop] : parts.starts[stop] + count]
        if money and name in ZH_MINOR:
            return _joined(parts, amount, minor, ZH_MINOR[name], stop + count)
    hit = unit_at(parts, stop) if parts.words[stop] else None
    name = hit.unit.name if hit else "inch" if parts.words[stop] == "in" and amount.unit.name == "ft" else ""
    per = _PARTS_OF_UNIT.get(("currency" if money else amount.unit.name, name))
    if per and minor < per:
        return _joined(parts, amount, minor, per, hit.stop if hit else stop + 1)
    named = parts.words[amount.stop - 1].isalpha() and amount.stop > amount.numeral.stop
    if (
        money
        and bare
        and named
        and hit is None
        and not parts.words[stop][:1].isalnum()
        and parts.words[stop] not in ("%", "-", "/")
    ):
        return _joined(parts, amount, minor, 100, stop)
    return amount


def _joined(parts: Parts, amount: Amount, minor: int, per: int, stop: int) -> Amount:
    numeral = amount.numeral
    joined = Numeral(numeral.num * per + minor, per, 0, 0, numeral.first, numeral.stop, numeral.form)
    if per in (10, 100):
        places = len(str(per)) - 1
        joined = joined._replace(den=1, decimals=places, power=-places)
    made = amount._replace(numeral=joined, stop=stop, end=parts.end(stop - 1))
    return compound(parts, made) if per == 10 and parts.words[stop] in START_CHARS else made  # noqa: PLR2004


def _plus(parts: Parts, stop: int) -> tuple[int, str]:
    """Return (index after it, hedge) of the plus in "200,000-plus companies" and "5,000+ firms"."""
    if parts.words[stop] == "-" and parts.words[stop + 1].lower() == "plus":
        return stop + 2, "at least"
    if (
        parts.words[stop] == "+"
        and parts.glued(stop)
        and not parts.words[stop + 1][:1].isdigit()
        and parts.words[stop + 1] != "/"
    ):
        return stop + 1, "at least"
    return stop, ""


def _form(parts: Parts, numeral: Numeral, unit: Unit) -> str:
    """Return what is printed: a number, a multiple, a plain fraction ("23/42"), or words ("two-thirds", "one in five")."""
    if numeral.form in ("odds", "vague"):
        return "word"
    if unit.family == "multiple":
        return "multiple"
    if numeral.form != "fraction":
        return "number"
    if not parts.words[numeral.first].isdigit():
        return "word"
    return "fraction" if numeral.stop - numeral.first == _FRACTION_PARTS else "number"


_FRACTION_PARTS = 3  # "23", "/", "42"


def _over_article(parts: Parts, stop: int) -> int:
    """Return the index of the magnitude in "half a million", "a quarter of a million", "half of one percent"."""
    k = stop + (parts.words[stop].lower() == "of")
    if parts.words[k].lower() in ("a", "one") and (
        parts.words[k + 1].lower() in SCALES or parts.words[k + 1].lower() in ("percent", "per", "percentage", "dozen")
    ):
        return k + 1
    if (
        k == stop
        and parts.words[k].lower() == "a"
        and parts.words[k + 1].lower() in ("day", "year", "mile", "hour", "point")
    ):
        return k + 1
    return stop


def _magnitude(parts: Parts, stop: int, numeral: Numeral, *, priced: bool) -> tuple[int, int, int]:
    """Return (power, index after it, factor): a dozen is a factor of 12."""
    word = parts.words[stop].lower()
    if numeral.form == "vague":
        return (VAGUE[word], stop + 1, 1) if word in VAGUE else (0, stop + 1, 12)
    if word in DOZENS and word != "score":
        return 0, stop + 1, 12
    if priced and word == "-" and parts.words[stop + 1].lower() not in SCALES:
        return 0, stop, 1
    power, after = magnitude_at(parts, stop, priced=priced)
    if after > stop and parts.words[after] in ("多", "余", "餘", "來", "来"):
        after += 1
        more, after = magnitude_at(parts, after, priced=priced)
        power += more
    return power, after, 1


def _behind_prefix(parts: Parts, stop: int, unit: Unit) -> UnitHit:
    """Return the currency of a prefix; its name once more behind the number is passed: "$10 dollars", "¥20元"."""
    again = lookup(parts, stop) if parts.words[stop][:1].isalpha() else None
    if again and again[0].family == "currency" and again[0].name == unit.name:
        return UnitHit(unit, 0, again[1])
    return UnitHit(unit, 0, stop)


def _unit_behind(parts: Parts, stop: int, numeral: Numeral, magnitude: int) -> UnitHit:
    """Return the unit behind a number, or the noun that it counts, or the bare unit."""
    word = parts.words[stop]
    if not word:
        return UnitHit(BARE, 0, stop)
    if word in ("成", "折"):
        return _tenths(parts, numeral) or UnitHit(BARE, 0, stop)
    if not word.isascii():
        return _chinese_unit(parts, stop) or UnitHit(BARE, 0, stop)
    if parts.words[stop + 1][:1].isdigit() and parts.glued(stop + 1) and not parts.glued(stop) and _is_money(word):
        return UnitHit(BARE, 0, stop)
    hit = unit_at(parts, stop)
    if hit is None:
        code = suffix_code(parts, stop)
        if code:
            return UnitHit(code[0], code[1], stop + 1)
        return _noun(parts, stop, numeral)
    if hit.unit.name == "lb" and (magnitude >= 6 or parts.words[hit.stop].lower() == "sterling"):  # noqa: PLR2004 - a million
        return UnitHit(Unit("GBP", "currency"), 0, hit.stop)
    if hit.unit.name == "point" and numeral.num < 100 * 10**numeral.decimals and not magnitude:  # noqa: PLR2004 - an index moves by hundreds
        return UnitHit(Unit("pp", "points"), -2, hit.stop)
    return hit


def _is_money(word: str) -> bool:
    """Whether a word is a currency's sign or code, which may belong to the number behind it: "3 USD50 cards"."""
    from claimcheck.quantity.units import SIGNS, codes

    return word in SIGNS or (word.isupper() and word in codes())


def _noun(parts: Parts, stop: int, numeral: Numeral) -> UnitHit:
    word = parts.words[stop]
    if word == "-" and parts.glued(stop) and parts.words[stop + 1].isalpha() and parts.glued(stop + 1):
        single = parts.words[stop + 1].lower()
        if len(single) > 2 and single not in ("plus", "way", "year", "odd", "ish") and singular_of(single) == "":  # noqa: PLR2004
            return UnitHit(Unit(single, "count"), 0, stop + 2)
        return UnitHit(BARE, 0, stop)
    if numeral.num < numeral.den:
        return UnitHit(BARE, 0, stop)  # "a third of", "one in five households": a share
    if not word.isalpha():
        return UnitHit(BARE, 0, stop)
    noun = noun_at(parts, stop)
    if noun:
        return UnitHit(Unit(noun[0], "count"), 0, noun[1])
    return UnitHit(BARE, 0, stop)


def _sign(parts: Parts, first: int, number: int) -> tuple[bool, int]:
    """Return (whether a minus stands before, index of the first part with it): "-5", "- $5", "$-5", "minus 5", U+2212; a plus too."""
    k = first
    word = parts.words[k - 1]
    if number > first and parts.words[number - 1] == "-":
        return True, first
    if word.lower() in ("minus", "negative"):
        return True, k - 1
    if word == "负" or word == "負":
        return True, k - 1
    if word in ("-", "–", "+") and _is_sign(parts, k - 1):
        return word != "+", k - 1
    return False, first


def _is_sign(parts: Parts, index: int) -> bool:
    """Whether a dash is a minus: it touches what follows, and nothing that could end a word or number touches it."""
    if not parts.glued(index + 1):
        return (
            parts.words[index] == "-"
            and parts.words[index - 1] == ""
            and parts.starts[index + 1] - parts.end(index) <= 1
        )
    before = parts.words[index - 1]
    if not before or before in ("(", "[", "|", ":", "=", "<", ">", "~", "/", ",", "≤", "≥"):
        return True
    if parts.glued(index):
        return not before[-1:].isalnum() and before not in (")", "%", ".", "$", "€", "£") if before.isascii() else True
    # "5 -7" may be a range or two columns: a space before and none behind is a sign.
    return True


_GLYPHS = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
}
_GLYPHS |= {"⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}


@cache
def start_words() -> frozenset[str]:
    """Return every word, as it may be written, at which an amount may start."""
    plain = START_WORDS | frozenset(MULTIPLES)
    return (
        plain
        | frozenset(word.title() for word in plain)
        | frozenset(word.upper() for word in plain)
        | START_CHARS
        | frozenset(_GLYPHS)
    )


def _chinese_unit(parts: Parts, index: int) -> UnitHit | None:
    """Return the unit of Chinese characters at `index`, the longest name first."""
    text, start = parts.text, parts.starts[index]
    for count in range(LONGEST_UNIT, 0, -1):
        name = text[start : start + count]
        if name in PERCENT_UNITS:
            return UnitHit(Unit("pp", "points"), PERCENT_UNITS[name], index + count)
        if name in UNITS:
            unit, family = UNITS[name]
            stop = index + count
            if family == "currency" and text.startswith(("人民币", "人民幣"), start + count):
                stop += 3
            return UnitHit(Unit(unit, family), 0, stop)
    found = lookup(parts, index)
    if found:
        return UnitHit(found[0], 0, found[1])
    from claimcheck.quantity.units import names

    for count in range(LONGEST_UNIT, 0, -1):
        unit_found = names()[0].get(text[start : start + count])
        if unit_found:
            return UnitHit(unit_found, 0, index + count)
    return unit_at(parts, index) if parts.words[index] == "％" else None


def _chinese(parts: Parts, index: int) -> Amount | None:
    """Return the amount of a Chinese numeral: 四十三万元, 百分之四十三, 三分之一, 三成."""
    text, start = parts.text, parts.starts[index]
    share = share_at(text, start)
    if share and parts.words[index - 1] not in START_CHARS:
        return _chinese_share(parts, index, *share)
    if parts.words[index] == "半":
        return _chinese_half(parts, index)
    found = numeral_in(text, start)
    if found is None:
        return None
    stop = index + found.length
    if text.startswith("分之", parts.starts[stop]) and found.num and not found.decimals:
        return _chinese_fraction(parts, index, found.num, stop + 2)
    numeral = Numeral(found.num, 1, found.decimals, found.zeros, index, stop, "word", -found.decimals)
    power = 0
    hit = (
        _chinese_unit(parts, stop)
        if parts.words[stop] and not parts.words[stop].isascii()
        else unit_at(parts, stop)
        if parts.words[stop] == "%"
        else None
    )
    if parts.words[stop] in ("成", "折"):
        hit = _tenths(parts, numeral)
    if hit is None and found.length > 1 and (found.num >= 10 or found.decimals) and not parts.glued(index + 1) is False:  # noqa: PLR2004
        hit = UnitHit(BARE, 0, stop)
    if hit is None or (found.length == 1 and hit.unit.family == "count" and found.num == 1):
        return None
    numeral, hit = _and_half(parts, numeral, hit)
    negative, first = _sign(parts, index, index)
    return Amount(
        numeral,
        first,
        hit.stop,
        parts.starts[first],
        parts.end(hit.stop - 1),
        hit.unit,
        power + hit.power,
        negative,
        "number",
    )


def _tenths(parts: Parts, numeral: Numeral) -> UnitHit | None:
    """Return the percent of 三成 (30%) and 七五折 (75%)."""
    two_digits = numeral.num >= 10 and not numeral.decimals and parts.words[numeral.stop] == "折"  # noqa: PLR2004
    if not two_digits and not 0 < numeral.num <= 10 ** (1 + numeral.decimals):
        return None
    return UnitHit(PERCENT, -2 if two_digits else -1, numeral.stop + 1)


def _and_half(parts: Parts, numeral: Numeral, hit: UnitHit) -> tuple[Numeral, UnitHit]:
    """Return both with the 半 behind a unit: 两米半 is 2.5 m, 三成半 is 35%."""
    if parts.words[hit.stop] != "半" or numeral.decimals or numeral.den != 1:
        return numeral, hit
    return numeral._replace(num=numeral.num * 2 + 1, den=2, zeros=0), hit._replace(stop=hit.stop + 1)


def _chinese_half(parts: Parts, index: int) -> Amount | None:
    """Return the 1/2 of 半年, 半成."""
    numeral = Numeral(1, 2, 0, 0, index, index + 1, "fraction")
    word = parts.words[index + 1]
    hit = _chinese_unit(parts, index + 1) if word and not word.isascii() else None
    if word in ("成", "折"):
        hit = UnitHit(PERCENT, -1, index + 2)
    if hit is None or hit.unit.family in ("count", "none"):
        return None
    return Amount(
        numeral, index, hit.stop, parts.starts[index], parts.end(hit.stop - 1), hit.unit, hit.power, False, "word"
    )


def _chinese_share(parts: Parts, index: int, power: int, length: int) -> Amount | None:
    """Return the percent of 百分之四十三, 千分之2.4; "百分之百" is 100%."""
    k = index + length
    if parts.words[k][:1].isdigit():
        numeral = digits_at(parts, k)
    else:
        found = numeral_in(parts.text, parts.starts[k]) if parts.words[k] in START_CHARS else None
        numeral = (
            Numeral(found.num, 1, found.decimals, found.zeros, k, k + found.length, "word", -found.decimals)
            if found
            else None
        )
    if numeral is None:
        return None
    more, stop = magnitude_at(parts, numeral.stop, priced=False)
    negative, first = _sign(parts, index, index)
    return Amount(
        numeral, first, stop, parts.starts[first], parts.end(stop - 1), PERCENT, power + more, negative, "number"
    )


def _chinese_fraction(parts: Parts, index: int, den: int, k: int) -> Amount | None:
    if parts.words[k].isdigit():
        numeral = Numeral(int(parts.words[k][:9]), den, 0, 0, index, k + 1, "fraction")
    else:
        found = numeral_in(parts.text, parts.starts[k]) if parts.words[k] in START_CHARS else None
        if found is None or found.decimals:
            return None
        numeral = Numeral(found.num, den, 0, 0, index, k + found.length, "fraction")
    return Amount(
        numeral, index, numeral.stop, parts.starts[index], parts.end(numeral.stop - 1), BARE, 0, False, "word"
    )
