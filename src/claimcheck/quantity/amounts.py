"""Amounts: a numeral with its sign, currency, magnitude and unit, read from one place in a text."""

import re
from functools import cache
from typing import NamedTuple

from claimcheck.quantity.digits import Numeral, digits_at, glyph_at
from claimcheck.quantity.european import numeral_at, past_first, to_unit
from claimcheck.quantity.hedges import hedge_before
from claimcheck.quantity.lexicon.chinese import STARTS as CHINESE_STARTS
from claimcheck.quantity.lexicon.european import NUMBERS as FOREIGN_NUMBERS
from claimcheck.quantity.lexicon.hedges import ADDED
from claimcheck.quantity.lexicon.money import LARGE_ONLY
from claimcheck.quantity.lexicon.nouns import STOPS
from claimcheck.quantity.lexicon.numbers import DOZENS, GLYPHS, MORE_CHINESE, MULTIPLES, SCALES, START_WORDS, VAGUE
from claimcheck.quantity.magnitudes import magnitude_at, misspelt
from claimcheck.quantity.nouns import noun_at, singular_of
from claimcheck.quantity.number_words import and_fraction, and_part, odds, words_at
from claimcheck.quantity.prices import is_money, prefix_at, suffix_code
from claimcheck.quantity.products import product_counted, product_named
from claimcheck.quantity.terms import BARE, LAST_DIGIT_FAMILIES, POINTS, TIMES, Unit
from claimcheck.quantity.tokens import Parts
from claimcheck.quantity.units import UnitHit, unit_at, with_per

_WORD = re.compile(r"[^\W\d_]{2,}")
_ITEM = 3  # words that a list's item has at least
_MILLION = 6
_FRACTION_PARTS = 3  # "23", "/", "42"
_INDEX_POINTS = 100  # so many points or more are an index's, fewer are percentage points
_LINKED = ("and", "in", "out", "-")
_SHORTEST_NOUN = 3
_BEFORE_PLUS = frozenset(("of", "at", "was", "is", "by", "to", "from", "or", "and", "with"))
_NO_NOUN = STOPS | {"way", "year", "ish", "strong"}
_WHOLES = frozenset(("day", "year", "mile", "hour", "point"))
_BEFORE_ARTICLE = frozenset(("percent", "per", "percentage", "dozen"))


class Amount(NamedTuple):
    """The value `num / den * factor * 10**power` with its unit.

    `first` and `stop` are parts, `start` and `end` places.
    """

    numeral: Numeral
    first: int
    stop: int
    start: int
    end: int
    unit: Unit
    power: int  # of magnitude and percent sign; the numeral's own is apart
    negative: bool
    form: str  # number, fraction, word, multiple
    factor: int = 1  # 12 for a dozen
    magnitude: int = 0  # the power of the magnitude words alone
    hedge: str = ""  # "at least" of "5,000-plus firms"
    closed: bool = False  # whether parentheses close right behind the digits: "(1,234) thousand"

    @property
    def num(self) -> int:
        """The signed numerator, before the powers of ten."""
        num = self.numeral.num * self.factor
        return -num if self.negative else num


@cache
def start_words() -> frozenset[str]:
    """Return every word, as it may be written, at which an amount may start."""
    plain = START_WORDS.union(MULTIPLES, FOREIGN_NUMBERS)
    return plain.union(map(str.title, plain), map(str.upper, plain), CHINESE_STARTS, GLYPHS)


def amount_at(parts: Parts, index: int, floor: int = 0) -> Amount | None:
    """Return the amount whose digits or number word stand at `index`; `None` where there is no number after all.

    Parts before `floor` belong to another number: no currency is taken from there.
    """
    word = parts.words[index]
    if word[-1].isdecimal():
        numeral = _digits(parts, index)
        if numeral and parts.words[numeral.stop] == "分" and parts.words[numeral.stop + 1] == "之":
            from claimcheck.quantity.amounts_zh import fraction_of

            return fraction_of(parts, index, numeral.num, numeral.stop + 2)
    elif word.lower() in FOREIGN_NUMBERS and (parts.foreign or word.lower() not in START_WORDS):
        numeral = numeral_at(parts, index) if parts.foreign else None  # "once" in English
    elif word in GLYPHS:
        numeral = glyph_at(parts, index)
    elif word in CHINESE_STARTS:
        from claimcheck.quantity.amounts_zh import chinese_at

        return chinese_at(parts, index)
    elif word.lower() in MULTIPLES:
        from claimcheck.quantity.multiples import multiple_at

        return multiple_at(parts, index)
    else:
        numeral = words_at(parts, index)
    if numeral is None:
        return None
    amount = _with_unit(parts, numeral, floor)
    if amount.unit.family in ("currency", "measure"):
        from claimcheck.quantity.compounds import compound

        return compound(parts, amount)
    return amount


def _digits(parts: Parts, index: int) -> Numeral | None:
    numeral = digits_at(parts, index)
    if numeral and parts.chinese:
        from claimcheck.quantity.amounts_zh import composite

        return composite(parts, numeral)
    if numeral and numeral.form == "digits" and parts.words[numeral.stop].lower() in _LINKED:
        return odds(parts, and_fraction(parts, numeral))
    return numeral


def _with_unit(parts: Parts, numeral: Numeral, floor: int) -> Amount:
    """Return the amount of a numeral: its magnitude and unit behind, its currency and sign before."""
    prefix = prefix_at(parts, numeral.first) if numeral.first > floor else None
    numeral, magnitude, stop, factor = _magnitude(parts, numeral, priced=prefix is not None)
    stop, hedge = (stop, "at least") if numeral.form == "vague" else _plus(parts, numeral.stop, stop)
    again = _again(parts, numeral, stop)
    if again:
        numeral = numeral._replace(num=numeral.num + numeral.den)
        hit, first = UnitHit(TIMES, 0, again), numeral.first
    elif prefix:
        hit, first = _behind_prefix(parts, stop, prefix[0]), prefix[2]
    else:
        hit, first = _unit_behind(parts, stop, numeral, magnitude), numeral.first
        about, behind = hedge_before(parts, first) if hit.unit == BARE else ("", first)
        if hit.unit == BARE and (factor_of := _factor_of(parts, behind - 2)):
            hit, first, hedge = hit._replace(unit=TIMES), factor_of, hedge or about
        if hit.unit.family == "currency" and not magnitude:
            magnitude, after = magnitude_at(parts, hit.stop, priced=False)  # "75 USD million"
            hit = hit._replace(stop=after)
    if parts.chinese and not prefix:
        from claimcheck.quantity.amounts_zh import from_name

        first = from_name(parts, first, hit.unit)
    hit = with_per(parts, hit)
    if hit.stop == numeral.stop and parts.words[hit.stop] == ")" and parts.words[first - 1] == "(":
        closed = _closed(parts, numeral, first - 1, hit)
        if closed:
            return closed
    negative, first = sign_before(parts, first, numeral.first)
    end = max(parts.end(hit.stop - 1), numeral.end)
    power = magnitude + hit.power + (prefix[1] if prefix else 0)
    form = _form(parts, numeral, hit.unit)
    start = parts.starts[first]
    return Amount(numeral, first, hit.stop, start, end, hit.unit, power, negative, form, factor, magnitude, hedge)


def _again(parts: Parts, numeral: Numeral, stop: int) -> int:
    """Return the index after "as much again" behind a fraction: half of it more; 0 elsewhere."""
    told = [word.lower() for word in parts.words[stop : stop + 3]]
    said = (
        told[:1] == ["as"] and told[1:2] in (["much"], ["many"], ["large"], ["big"], ["high"]) and told[2:] == ["again"]
    )
    return stop + 3 if said and numeral.form == "fraction" and numeral.num < numeral.den else 0


def _factor_of(parts: Parts, index: int) -> int:
    """Return the index where "by a factor of" begins, if its "factor" is at `index`; 0 of none."""
    if parts.words[index].lower() != "factor" or parts.words[index + 1] != "of" or parts.words[index - 1] != "a":
        return 0
    return index - 1 - (parts.words[index - 2].lower() == "by")


def _closed(parts: Parts, numeral: Numeral, first: int, hit: UnitHit) -> Amount | None:
    """Return the amount of "(1,234) thousand", "(9.4)%" and "$(5.2)", parentheses around the digits alone.

    `None` of others.
    """
    price = prefix_at(parts, first) if is_money(parts.words[first - 1]) else None
    power, stop = magnitude_at(parts, hit.stop + 1, priced=price is not None)
    unit = unit_at(parts, stop) if parts.words[stop] and not price else None
    if price:
        hit, first, power = hit._replace(unit=price[0], stop=stop), price[2], power + price[1]
    elif unit and (unit.unit.family in LAST_DIGIT_FAMILIES or (unit.unit.family == "currency" and power)):
        hit = unit
    elif power:
        hit = hit._replace(stop=stop)
    else:
        return None
    start, end = parts.starts[first], parts.end(hit.stop - 1)
    amount = Amount(numeral, first, hit.stop, start, end, hit.unit, power + hit.power, negative=False, form="number")
    return amount._replace(magnitude=power, closed=True)


def _form(parts: Parts, numeral: Numeral, unit: Unit) -> str:
    """Return what is printed: a number, a multiple, a plain fraction ("23/42"), or words ("two-thirds")."""
    if unit.family == "multiple":
        return "word" if numeral.form == "fraction" and not parts.words[numeral.first].isdecimal() else "multiple"
    if numeral.form in ("odds", "vague"):
        return "word"
    if numeral.form != "fraction":
        return "number"
    if not parts.words[numeral.first][:1].isdecimal():
        return "word"
    return "fraction" if numeral.stop - numeral.first == _FRACTION_PARTS else "number"


def _magnitude(parts: Parts, numeral: Numeral, *, priced: bool) -> tuple[Numeral, int, int, int]:
    """Return (numeral, power, index after it, factor) of the magnitude behind a numeral; a dozen is a factor of 12."""
    stop = _over_article(parts, numeral.stop, digits=numeral.form == "digits")
    word = parts.words[stop].lower()
    if numeral.form == "vague":
        return numeral, *_vague(parts, stop)
    if word in DOZENS:
        return numeral, 0, stop + 1, DOZENS[word]
    power, stop = magnitude_at(parts, stop, priced=priced)
    if parts.words[stop] in MORE_CHINESE:
        more, after = magnitude_at(parts, stop + 1, priced=priced)  # 20多万
        return (numeral, power + more, after, 1) if more else (numeral, power, stop, 1)
    if power and numeral.den == 1 and (more_parts := and_part(parts, stop)):
        # "two million and a half" is 2.5 million.
        top, den, after = more_parts
        if parts.words[after].lower() not in SCALES:
            num = numeral.num * den + top * 10**numeral.decimals
            return numeral._replace(num=num, den=den, zeros=0), power, after, 1
    return numeral, power, stop, 1


def _vague(parts: Parts, index: int) -> tuple[int, int, int]:
    """Return (power, index after it, factor) of "hundreds of", "tens of thousands of", "dozens of"."""
    power, factor = 0, 1
    while parts.words[index].lower() in VAGUE or parts.words[index].lower() in DOZENS:
        word = parts.words[index].lower()
        power, factor = power + VAGUE.get(word, 0), factor * DOZENS.get(word, 1)
        index += 1 + (parts.words[index + 1].lower() == "of")
    return power, index, factor


def _over_article(parts: Parts, stop: int, *, digits: bool) -> int:
    """Return the index of the magnitude in "half a million", "a quarter of a million", "0.4 of a percentage point"."""
    k = stop + (parts.words[stop].lower() == "of")
    article, following = parts.words[k].lower(), parts.words[k + 1].lower()
    if digits:
        return k + 1 if k > stop and article == "a" and following in _BEFORE_ARTICLE else stop
    if article in ("a", "one") and (following in SCALES or following in _BEFORE_ARTICLE or following == "point"):
        return k + 1
    return k + 1 if k == stop and article == "a" and following in _WHOLES else stop


def _plus(parts: Parts, first: int, stop: int) -> tuple[int, str]:
    """Return (index after it, hedge) of "200,000-plus companies", "5,000+ firms", "100-odd people", 20多万."""
    word, following = parts.words[stop], parts.words[stop + 1]
    if parts.chinese and not MORE_CHINESE.isdisjoint(parts.words[first : stop + 1]):
        return stop + (word in MORE_CHINESE), "more than"
    if word == "-" and following.lower() == "odd":
        return stop + 2, "about"
    if word == "-" and following.lower() == "plus":
        return stop + 2, "at least"
    adds = following[:1].isdecimal() or following == "/" or (parts.glued(stop + 1) and following in ADDED)
    if word == "+" and parts.glued(stop) and not adds:
        return stop + 1, "at least"
    return stop, ""


def _behind_prefix(parts: Parts, stop: int, unit: Unit) -> UnitHit:
    """Return the currency of a prefix; its name once more behind the number is passed: "$10 dollars", "¥20元"."""
    again = unit_at(parts, stop) if parts.words[stop][:1].isalpha() else None
    return UnitHit(unit, 0, again.stop if again and again.unit == unit else stop)


def _unit_behind(parts: Parts, stop: int, numeral: Numeral, magnitude: int) -> UnitHit:
    """Return the unit behind a number, or the noun that it counts, or the bare unit."""
    word = parts.words[stop]
    if not word:
        return UnitHit(BARE, 0, stop)
    if not word.isascii() and parts.chinese:
        from claimcheck.quantity.amounts_zh import unit_behind

        return unit_behind(parts, numeral, stop) or UnitHit(BARE, 0, stop)
    if parts.words[stop + 1][:1].isdecimal() and parts.glued(stop + 1) and not parts.glued(stop) and is_money(word):
        return UnitHit(BARE, 0, stop)  # "3 USD50 cards"
    stop = past_first(parts, stop)
    hit = unit_at(parts, to_unit(parts, stop) if magnitude else stop)
    if hit is None and magnitude and word.lower() in LARGE_ONLY:
        return UnitHit(Unit(LARGE_ONLY[word.lower()], "currency"), 0, stop + 1)
    if hit is None:
        code = suffix_code(parts, stop)
        return UnitHit(code[0], code[1], stop + 1) if code else _noun(parts, stop, numeral)
    if hit.unit.name == "lb" and (magnitude >= _MILLION or parts.words[hit.stop].lower() == "sterling"):
        return UnitHit(Unit("GBP", "currency"), 0, hit.stop)
    if hit.unit.name == "point" and not magnitude and not _is_index(parts, numeral, hit.stop):
        return UnitHit(POINTS, -2, hit.stop)
    return hit


def _is_index(parts: Parts, numeral: Numeral, index: int) -> bool:
    """Whether points are an index's: a hundred or more, or told as a percent too: "12.3 points, or 0.3%"."""
    if numeral.num >= _INDEX_POINTS * 10**numeral.decimals:
        return True
    told = [word.lower() for word in parts.words[index : index + 4]]
    return (told[:1] == ["("] and told[2] == "%") or (told[:2] == [",", "or"] and told[3] in ("%", "percent", "per"))


def _noun(parts: Parts, stop: int, numeral: Numeral) -> UnitHit:
    """Return the counted noun: "41 firms", "a 200-page report"; none for a share, "a third of the firms"."""
    word = parts.words[stop]
    if numeral.den > 1 and numeral.num < numeral.den:
        return UnitHit(BARE, 0, stop)
    if word == "-":
        single = parts.words[stop + 1].lower()
        hyphened = parts.glued(stop) and parts.glued(stop + 1) and single.isalpha() and len(single) >= _SHORTEST_NOUN
        if hyphened and single not in _NO_NOUN and not singular_of(single):
            return UnitHit(Unit(single, "count"), 0, stop + 2)
    if product := product_named(parts, stop):
        return UnitHit(product[0], 0, product[1])
    noun = noun_at(parts, stop) if word.isalpha() and not misspelt(word) else None
    if noun is None:
        return UnitHit(BARE, 0, stop)
    return UnitHit(product_counted(parts, stop, noun[1]) or Unit(noun[0], "count"), 0, noun[1])


def sign_before(parts: Parts, first: int, number: int) -> tuple[bool, int]:
    """Return (whether an amount is negative, index of its first part with the sign).

    The amount begins at `first`, its digits at `number`. "-5", "-$5", "$-5", "minus 5", 负5 and U+2212 are negative; a
    plus is taken as well.
    """
    if number > first and parts.words[number - 1] == "-":
        return True, first
    word = parts.words[first - 1]
    if word.lower() == "plus" and _is_plus(parts, first - 1):
        return False, first - 1
    if word.lower() in ("minus", "negative", "负", "負"):
        return (
            (False, first - 3) if parts.words[first - 3].lower() == "plus" else (True, first - 1)
        )  # "plus or minus 3"
    if word in ("-", "–", "+") and _is_sign(parts, first - 1):
        return word != "+", first - 1
    return False, first


def _is_bullet(parts: Parts, index: int) -> bool:
    """Whether a dash at the beginning heads an item of a list, "- $20 million for new roads", and is no sign."""
    end = parts.text.find("\n", parts.starts[index])
    return len(_WORD.findall(parts.text, parts.starts[index], end if end >= 0 else len(parts.text))) >= _ITEM


def _is_plus(parts: Parts, index: int) -> bool:
    """Whether the word is a sign, "was plus 3.2%": nothing stands before that it could be added to."""
    return not parts.words[index - 1][:1].isalnum() or parts.words[index - 1].lower() in _BEFORE_PLUS


def _is_sign(parts: Parts, index: int) -> bool:
    """Whether a dash is a minus: it touches what follows, and nothing that could end a word or number touches it."""
    before = parts.words[index - 1]
    if not parts.glued(index + 1):
        led = not before or (before == "(" and parts.foreign)  # "(- 3 %)"
        near = parts.starts[index + 1] - parts.end(index) <= 1
        return parts.words[index] in ("-", "–") and led and near and not _is_bullet(parts, index)
    if not before or not parts.glued(index) or not before.isascii():
        return True
    return not before[-1].isalnum() and before not in (")", "%", ".", "$", "€", "£", "/", "-")  # "--98" has a dash
