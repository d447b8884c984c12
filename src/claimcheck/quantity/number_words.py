"""Numerals in English words: "forty-three", "two million three hundred thousand", "a third", "one in five"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.digits import MOST_DIGITS, Numeral, trailing_zeros
from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.lexicon.numbers import DOZENS, ORDINALS, PARTS, SCALES, SMALL, TENS, VAGUE

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_HALF, _QUARTER, _TEN, _HUNDRED = 2, 4, 10, 100
_COUNTED = _words(  # "one person in eight"
    "person adult child woman man boy girl patient pupil student worker household family home firm company voter"
)
_SPANS = _words(
    "years year months month weeks week days day hours hour minutes minute decades quarters million billion"
)
_LONGEST_ODDS = 9  # characters: "1,000,000"
_LARGEST_ODDS = 20  # "one in seventeen"; of larger numbers only the round ones, 100 and 1,000
_OTHER_HALVES = _words("first second latter other next last this that final each former better third fourth")
_HALF_WORDS = _words(
    "year yearly time way hearted baked life lives day hour price century back sister brother mast moon"
)
_NINE_MONTHS = _words("first last past next previous all")
_WHEN = _words("ago earlier later in ended")
_AFTER_PART = _words(
    "of to or more less fewer higher lower larger smaller bigger faster slower cheaper dearer stronger weaker longer"
    " shorter and , . from in by are were had have"
) | {""}
_AS_MUCH = _words("much many large big high long fast heavy tall wide deep far old often likely")
_SIZES = _words("size price cost rate number amount level length width height weight speed value volume area average")
_DURING = _words("in during within for over per")  # "in a quarter the price fell"
_SHARES = _words("percentage percent per point")
_QUARTER_OF_YEAR = _words("to in and from by , .")
_HEDGES_OF_QUARTER = _words("about nearly almost than over roughly around by approximately under to only")


def words_at(parts: Parts, index: int) -> Numeral | None:
    """Return the numeral that starts with the number word at `index`; `None` where the word counts nothing.

    A magnitude at its end is left ("two" of "two million"); an article before it is taken ("a third", "a dozen").
    """
    word = parts.words[index].lower()
    if word in PARTS:
        return _half(parts, index) if PARTS[word] == _HALF else _part(parts, index, PARTS[word])
    if word in DOZENS or word in SCALES or word in VAGUE:
        return _article_scale(parts, index, word)
    value, stop = _whole(parts, index)
    if parts.words[stop] == "-" and parts.words[stop + 1].lower() in ORDINALS and value % _TEN == 0:
        return None  # "twenty-first"
    numeral = Numeral(value, 1, 0, trailing_zeros(str(value)), index, stop, "word")
    return and_fraction(parts, _of_parts(parts, _point(parts, numeral)))


def _whole(parts: Parts, index: int, group: int = 0) -> tuple[int, int]:
    """Return (value, index after it) of "forty-three", "one hundred and twenty", "two million three hundred".

    The "hundred and twenty" behind an article goes on from a `group` of 1.
    """
    total, stop = 0, index
    k, last = index, 0  # what the word before was worth: 1, 10, 100, 1000; 0 at the start
    while True:
        word = parts.words[k].lower()
        if word in SMALL and (last in (0, _HUNDRED, 1000) or (last == _TEN and 0 < SMALL[word] < _TEN)):
            group, last = group + SMALL[word], 1
        elif word in TENS and last in (0, _HUNDRED, 1000):
            group, last = group + TENS[word], _TEN
        elif word == "hundred" and 0 < group < _HUNDRED:
            group, last = group * _HUNDRED, _HUNDRED
        elif word in SCALES and word != "hundred" and group and (total or _goes_on(parts, k + 1)):
            total, group, last = total + group * 10 ** SCALES[word], 0, 1000
        else:
            return total + group, stop
        k = stop = k + 1
        k += _link(parts, k, last)


def _link(parts: Parts, index: int, last: int) -> int:
    """Return 1 where a hyphen ("forty-three") or an "and" ("one hundred and twenty") leads on to more, else 0."""
    following = parts.words[index + 1].lower()
    if parts.words[index] == "-":
        return int(last == _TEN and following in SMALL)
    return int(parts.words[index].lower() == "and" and last >= _HUNDRED and _counts(following))


def _counts(word: str) -> bool:
    return word.lower() in SMALL or word.lower() in TENS


def _goes_on(parts: Parts, index: int) -> bool:
    """Whether words go on to count after a magnitude: "two million three hundred", not "two million and one half"."""
    index += parts.words[index].lower() == "and"
    after = index + 1 + (parts.words[index + 1] == "-")
    return _counts(parts.words[index]) and parts.words[after].lower() not in PARTS


def _point(parts: Parts, numeral: Numeral) -> Numeral:
    """Return it with "point five" behind."""
    if parts.words[numeral.stop].lower() != "point":
        return numeral
    places, stop = "", numeral.stop + 1
    while SMALL.get(parts.words[stop].lower(), _TEN) < _TEN:
        places += str(SMALL[parts.words[stop].lower()])
        stop += 1
    if not places or len(places) > MOST_DIGITS:
        return numeral
    num = int(f"{numeral.num}{places}")
    return numeral._replace(num=num, power=-len(places), decimals=len(places), zeros=0, stop=stop)


def _of_parts(parts: Parts, numeral: Numeral) -> Numeral:
    """Return the fraction of "two-thirds", "three quarters", or the odds of "one in five"."""
    stop = numeral.stop + (parts.words[numeral.stop] == "-")
    word = parts.words[stop].lower()
    den = PARTS.get(word)
    if not den or numeral.decimals or not 0 < numeral.num < _HUNDRED or word.endswith("s") != (numeral.num != 1):
        return odds(parts, numeral)
    if den == _QUARTER and _are_months(parts, numeral.first, stop):
        return numeral
    return numeral._replace(den=den, zeros=0, stop=stop + 1, form="fraction")


def _are_months(parts: Parts, first: int, quarters: int) -> bool:
    """Whether "three quarters" are nine months: after "first" or "past", or before "ago"."""
    return parts.words[first - 1].lower() in _NINE_MONTHS or parts.words[quarters + 1].lower() in _WHEN


def odds(parts: Parts, numeral: Numeral) -> Numeral:
    """Return the fraction of "one in five" and "3 out of 4"; not of "two in 2009" and "one in five years"."""
    stop = _past_hyphen(parts, numeral.stop)
    counted = numeral.num == 1 and parts.words[stop].lower() in _COUNTED and parts.words[stop + 1].lower() == "in"
    stop += counted
    word = parts.words[stop].lower()
    link = 1 if word == "in" else 2 if word == "out" and parts.words[stop + 1] == "of" else 0
    link += bool(link and parts.words[stop + link].lower() == "every")
    if not link or numeral.decimals or numeral.den != 1 or not 0 < numeral.num < _TEN:
        return numeral
    low, after = _base(parts, _past_hyphen(parts, stop + link))
    if not numeral.num < low or (numeral.num > 1 and low > _LARGEST_ODDS and low not in (_HUNDRED, 1000)):
        return numeral
    behind = parts.words[after].lower()
    if behind in _SPANS or behind in ("-", "%") or (counted and behind.isalpha() and behind.endswith("s")):
        return numeral  # "one firm in 3 cities"
    return numeral._replace(den=low, zeros=0, stop=after, form="odds")


def _base(parts: Parts, index: int) -> tuple[int, int]:
    """Return (value, index after it) of the number behind "one in"; (0, index) of none."""
    word = parts.words[index]
    short = len(word) <= _LONGEST_ODDS
    if short and parts.point and "," in word and word.replace(",", "").isdecimal():
        return int(word.replace(",", "")), index + 1  # "one in 10,000"
    if short and word.isdecimal() and word.isascii() and int(word) <= 1000:  # noqa: PLR2004 - the largest of odds
        return int(word), index + 1
    return _whole(parts, index) if _counts(word) else (0, index)


def and_fraction(parts: Parts, numeral: Numeral) -> Numeral:
    """Return it with "and a half", "and three quarters" behind."""
    more = and_part(parts, numeral.stop) if numeral.den == 1 and not numeral.decimals else None
    if more is None or (more[1] != _HALF and parts.words[more[2]].lower() == "of"):
        return numeral
    top, den, stop = more
    return numeral._replace(num=numeral.num * den + top, den=den, zeros=0, stop=stop, form="fraction")


def and_part(parts: Parts, index: int) -> tuple[int, int, int] | None:
    """Return (num, den, index after it) of "and a half", "and three quarters"; not of "and a half million"."""
    k = _past_hyphen(parts, index)
    if parts.words[k].lower() != "and":
        return None
    k = _past_hyphen(parts, k + 1)
    article = parts.words[k].lower()
    top = 1 if article in ("a", "one") else SMALL.get(article, 0)
    k = _past_hyphen(parts, k + 1)
    den = PARTS.get(parts.words[k].lower(), 0)
    return (top, den, k + 1) if 0 < top < den else None


def _past_hyphen(parts: Parts, index: int) -> int:
    """Return the index behind a hyphen between words: "two-and-a-half-year"."""
    return index + (parts.words[index] == "-" and parts.glued(index) and parts.glued(index + 1))


def _half(parts: Parts, index: int) -> Numeral | None:
    """Return the 1/2 of "half of", "half a million", "one half".

    Nothing for "first half", "half-year", "better-half".
    """
    before, after = parts.words[index - 1].lower(), parts.words[index + 1].lower()
    if before in _OTHER_HALVES or after in ("year", "time", "past"):
        return None
    if after == "-" and parts.words[index + 2].lower() in _HALF_WORDS:
        return None
    if before == "-" and parts.words[index - 2].lower() not in ("one", "a"):
        return None
    return Numeral(1, 2, 0, 0, index - 1 if before in ("a", "one") else index, index + 1, "fraction")


def _part(parts: Parts, index: int, den: int) -> Numeral | None:
    """Return the part of "a third of", "a quarter of a million"; nothing for "a third party", "the quarter"."""
    before, after = parts.words[index - 1].lower(), parts.words[index + 1].lower()
    article = before in ("a", "an")
    amount = after in SCALES or after in _SHARES or (after == "-" and parts.words[index + 2].lower() in _SHARES)
    behind = parts.words[index + 2].lower()
    sized = after == "the" and behind in _SIZES and parts.words[index - 2].lower() not in _DURING
    compared = (after == "as" and behind in _AS_MUCH) or sized
    if parts.words[index].lower().endswith("s") or not (amount or (article and (compared or after in _AFTER_PART))):
        return None
    if (
        den == _QUARTER
        and not amount
        and after in _QUARTER_OF_YEAR
        and parts.words[index - 2].lower() not in _HEDGES_OF_QUARTER
    ):
        return None
    return Numeral(1, den, 0, 0, index - article, index + 1, "fraction")


def _article_scale(parts: Parts, index: int, word: str) -> Numeral | None:
    """Return the 1 of "a hundred", "a million", "a dozen"; "hundreds of", "dozens of" are vague and start there."""
    before = parts.words[index - 1].lower()
    if word in VAGUE or word == "dozens":
        # "in thousands of dollars" is the scale of a table.
        counts = parts.words[index + 1].lower() == "of" and before not in ("in", "(")
        return Numeral(1, 1, 0, 0, index, index, "vague") if counts else None
    if before in ("a", "an"):
        value, stop = _whole(parts, index, group=1) if word in SCALES else (0, index)
        ranges = parts.words[index - 2].lower() == "between" or parts.words[stop].lower() == "hundred"
        if word in SCALES and value > 10 ** SCALES[word] and not ranges:  # "a hundred and twenty"
            return Numeral(value, 1, 0, trailing_zeros(str(value)), index - 1, stop, "word")
        return Numeral(1, 1, 0, 0, index - 1, index, "word")
    if word in SCALES and not before:
        return Numeral(1, 1, 0, 0, index, index, "word")
    return None
