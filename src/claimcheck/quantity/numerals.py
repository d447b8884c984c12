"""Numerals: digits in all their groupings, fractions, powers of ten, and number words of English."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimcheck.quantity.tokens import Parts

MOST_DIGITS = 300
_MOST_POWER = 300
_SMALL_WORDS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
SMALL = {word: value for value, word in enumerate(_SMALL_WORDS.split())} | {"nought": 0, "naught": 0}
TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
SCALES = {
    "hundred": 2,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "quadrillion": 15,
    "lakh": 5,
    "crore": 7,
}
VAGUE = {"hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12}
DOZENS = {"dozen": 12, "dozens": 12, "score": 20}
PARTS_OF = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip
PARTS_OF |= {f"{word}s": value for word, value in PARTS_OF.items() if value > 2}  # noqa: PLR2004 - halves stand there already
GLYPHS = {
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
GLYPHS |= {"⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8)}
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_POWER_OF_TEN = re.compile(r"\s*[×x*·]\s*10(?:\^|\*\*)?([-⁻]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?![\d.])")


class Numeral(NamedTuple):
    """The value `num / den * 10**power` of the parts `first` to `stop` (excluded), and how many digits were printed."""

    num: int
    den: int
    decimals: int
    zeros: int
    first: int
    stop: int
    form: str  # digits, word, fraction
    power: int = 0
    end: int = 0  # where in the text a power of ten ends that is no part of its own; 0 otherwise


def trailing_zeros(whole: str) -> int:
    """Return the zeros at the end of a whole number other than 0: "200000" has 5, "0" has none."""
    bare = whole.rstrip("0")
    return len(whole) - len(bare) if bare else 0


def digits_at(parts: Parts, index: int) -> Numeral | None:
    """Return the numeral that starts with the digits at `index`; `None` where they are none ("1.2.3", scripts mixed)."""
    token = parts.words[index]
    if token.isdigit() and token.isascii():
        whole, places = token, ""
    else:
        split = _split(token, point=parts.point)
        if split is None:
            return None
        whole, places = split
    if len(whole) + len(places) > MOST_DIGITS:
        return None
    stop = index + 1
    if not places and len(whole) <= 3 and parts.words[stop][:1].isdigit():  # noqa: PLR2004 - groups of three
        whole, places, stop = _space_groups(parts, index, whole)
    decimals = len(places)
    numeral = Numeral(
        int(whole + places), 1, decimals, 0 if decimals else trailing_zeros(whole), index, stop, "digits", -decimals
    )
    following = parts.words[stop]
    if (
        following in ("/", "⁄")
        or following in GLYPHS
        or (following.isdigit() and len(following) < 4 and parts.words[stop + 1] == "/")
    ):
        return _with_fraction(parts, numeral)
    if following in ("e", "E", "×", "x", "*", "·"):
        return _with_power(parts, numeral)
    return numeral


def _split(token: str, *, point: bool) -> tuple[str, str] | None:
    """Return the digits left and right of the decimal sign; `None` for dotted versions and mixed scripts."""
    decimal, group = (".", ",") if point else (",", ".")
    if not token.isascii() and len({ord(sign) - int(sign) for sign in token if sign.isdigit()}) > 1:
        return None
    whole, sign, places = token.replace(group, "").replace("'", "").partition(decimal)
    if decimal in places or (
        not point and group in token and "," not in token and not re.fullmatch(r"\d{1,3}(\.\d{3})+", token)
    ):
        return None
    return (whole, places) if not sign or places else None


def _space_groups(parts: Parts, index: int, whole: str) -> tuple[str, str, int]:
    """Return digits joined over spaces: "816 000 t", "1 234 567,8". Plain spaces join only before a unit: they also part columns."""
    stop, places, thin = index + 1, "", True
    while True:
        token = parts.words[stop]
        head, sign, tail = token.partition("." if parts.point else ",")
        gap = parts.starts[stop] - parts.end(stop - 1)
        if gap != 1 or len(head) != 3 or not head.isdigit() or (sign and not tail.isdigit()):  # noqa: PLR2004 - groups of three
            break
        thin = thin and parts.text[parts.end(stop - 1)] != " "
        whole, places, stop = whole + head, tail, stop + 1
        if sign:
            break
    following = parts.words[stop]
    if stop == index + 1 or not (thin or following[:1].isalpha() or following in ("%", "€", "£", "¥", "")):
        return parts.words[index], "", index + 1
    return whole, places, stop


def _with_fraction(parts: Parts, numeral: Numeral) -> Numeral:
    """Return the numeral with a fraction: "23/42" instead of 23, "10 1/2" and "10½" with it."""
    stop = numeral.stop
    words = parts.words
    if numeral.decimals:
        return numeral
    if words[stop] in GLYPHS:
        num, den = GLYPHS[words[stop]]
        return numeral._replace(num=numeral.num * den + num, den=den, stop=stop + 1, zeros=0, form="fraction")
    if words[stop] in ("/", "⁄"):
        lower = words[stop + 1]
        if (
            lower.isdigit()
            and len(lower) < 7
            and int(lower)
            and words[stop + 2] != "/"
            and parts.glued(stop + 1) == parts.glued(stop)
        ):  # noqa: PLR2004 - a denominator
            return numeral._replace(den=int(lower), stop=stop + 2, zeros=0, form="fraction")
        return numeral
    upper, lower = words[stop], words[stop + 2]
    if lower.isdigit() and 0 < int(upper) < int(lower) <= 64 and not parts.glued(stop):  # noqa: PLR2004 - inches and prices
        return numeral._replace(
            num=numeral.num * int(lower) + int(upper), den=int(lower), stop=stop + 3, zeros=0, form="fraction"
        )
    return numeral


def _with_power(parts: Parts, numeral: Numeral) -> Numeral | None:
    """Return the numeral times its power of ten: "1.3e6", "1.3 × 10⁶"; `None` beyond 300 powers."""
    stop = numeral.stop
    if parts.words[stop] in ("e", "E"):
        sign = parts.words[stop + 1] in ("-", "+")
        token = parts.words[stop + 1 + sign]
        if not (parts.glued(stop) and parts.glued(stop + 1 + sign) and token.isdigit()):
            return numeral
        if len(token) > 4 or int(token) > _MOST_POWER:  # noqa: PLR2004 - no need to compute it
            return None
        power = -int(token) if parts.words[stop + 1] == "-" else int(token)
        return numeral._replace(power=numeral.power + power, stop=stop + 2 + sign)
    match = _POWER_OF_TEN.match(parts.text, parts.end(stop - 1))
    if not match:
        return numeral
    power = int(match[1].translate(_SUPERSCRIPTS))
    if abs(power) > _MOST_POWER:
        return None
    while parts.starts[stop] < match.end():
        stop += 1
    return numeral._replace(power=numeral.power + power, stop=stop, end=match.end())


def words_at(parts: Parts, index: int) -> Numeral | None:
    """Return the numeral that starts with the number word at `index`, without a magnitude that ends it ("two" of "two million").

    "two million three hundred thousand" is one numeral; "a third" starts at its article; "two and a half", "two-thirds", "one in five".
    """
    word = parts.words[index].lower()
    if word in PARTS_OF:
        return _part_of(parts, index, PARTS_OF[word])
    if word in DOZENS or word in SCALES or word in VAGUE:
        return _article_scale(parts, index, word)
    value, stop = _whole(parts, index)
    if parts.words[stop] == "-" and parts.words[stop + 1].lower() in _ORDINALS and value % 10 == 0:
        return None
    numeral = Numeral(value, 1, 0, trailing_zeros(str(value)), index, stop, "word")
    return _and_fraction(parts, _over(parts, _point(parts, numeral)))


def _whole(parts: Parts, index: int) -> tuple[int, int]:
    """Return (value, index after it) of "forty-three", "one hundred and twenty", "two million three hundred thousand"."""
    total, group, stop = 0, 0, index
    k = index
    last = 1000
    while True:
        word = parts.words[k].lower()
        if word in SMALL and (
            k == index or last == 100 or (last == 10 and SMALL[word] and SMALL[word] < 10) or last >= 1000
        ):  # noqa: PLR2004
            group, last = group + SMALL[word], 1
        elif word in TENS and (k == index or last >= 100):  # noqa: PLR2004 - not after "twenty"
            group, last = group + TENS[word], 10
        elif word == "hundred" and 0 < group < 100 and last < 100:  # noqa: PLR2004
            group, last = group * 100, 100
        elif word in SCALES and word != "hundred" and group and _goes_on(parts, k + 1):
            total, group, last = total + group * 10 ** SCALES[word], 0, 1000
        else:
            break
        k = stop = k + 1
        if parts.words[k] == "-" and last == 10 and parts.words[k + 1].lower() in SMALL:  # noqa: PLR2004
            k += 1
        elif parts.words[k].lower() == "and" and last >= 100 and _counts(parts.words[k + 1]):  # noqa: PLR2004
            k += 1
    return total + group, stop


def _counts(word: str) -> bool:
    return word.lower() in SMALL or word.lower() in TENS


def _goes_on(parts: Parts, index: int) -> bool:
    """Whether words go on to count after a magnitude: "two million three hundred ..."."""
    following = parts.words[index].lower()
    if following == "and":
        index += 1
    elif not _counts(following):
        return False
    after = parts.words[index + 1].lower()
    return _counts(parts.words[index]) and after not in PARTS_OF and not (following == "and" and after == "-")


def _point(parts: Parts, numeral: Numeral) -> Numeral:
    """Return it with "point five" behind."""
    if parts.words[numeral.stop].lower() != "point":
        return numeral
    places, stop = "", numeral.stop + 1
    while parts.words[stop].lower() in SMALL and SMALL[parts.words[stop].lower()] < 10:  # noqa: PLR2004 - one digit each
        places += str(SMALL[parts.words[stop].lower()])
        stop += 1
    if not places:
        return numeral
    num = int(f"{numeral.num}{places}")
    return numeral._replace(num=num, power=-len(places), decimals=len(places), zeros=0, stop=stop)


def _over(parts: Parts, numeral: Numeral) -> Numeral:
    """Return the fraction of "two-thirds", "three quarters", "one in five", "two out of three"."""
    stop = numeral.stop
    hyphen = parts.words[stop] == "-"
    den = PARTS_OF.get(parts.words[stop + hyphen].lower())
    plural = parts.words[stop + hyphen].lower().endswith("s")
    if (
        den
        and numeral.decimals == 0
        and 0 < numeral.num < 100
        and plural == (numeral.num != 1)
        and not _quarters(parts, numeral, den)
    ):  # noqa: PLR2004
        return numeral._replace(den=den, zeros=0, stop=stop + hyphen + 1, form="fraction")
    return odds(parts, numeral)


def _quarters(parts: Parts, numeral: Numeral, den: int) -> bool:
    """Whether "three quarters" are nine months: after "first" or "past", or not "of" anything."""
    if den != 4:  # noqa: PLR2004 - a quarter
        return False
    before, after = (
        parts.words[numeral.first - 1].lower(),
        parts.words[numeral.stop + 1 + (parts.words[numeral.stop] == "-")].lower(),
    )
    return before in ("first", "last", "past", "next", "previous", "all") or after in (
        "ago",
        "earlier",
        "later",
        "in",
        "ended",
    )


def odds(parts: Parts, numeral: Numeral) -> Numeral:
    """Return the fraction of "one in five" and "3 out of 4"; of digits and words below 101, and not of "two in 2009"."""
    stop = numeral.stop
    link = (
        1
        if parts.words[stop].lower() == "in"
        else 2
        if parts.words[stop].lower() == "out" and parts.words[stop + 1] == "of"
        else 0
    )
    if not link or numeral.decimals or numeral.den != 1 or not 0 < numeral.num < 10:  # noqa: PLR2004 - "12 in 20" are two numbers
        return numeral
    word = parts.words[stop + link].lower()
    if word.isdigit() and word.isascii() and len(word) < 5:  # noqa: PLR2004
        low, after = int(word), stop + link + 1
    elif _counts(word) or word in ("a", "hundred"):
        low, after = _whole(parts, stop + link)
    else:
        return numeral
    round_one = low in (100, 1000) or low <= 20  # noqa: PLR2004 - "one in seventeen", "one in 100", but "two in 36"
    if not round_one or low <= numeral.num or parts.words[after].lower() in _SPANS or parts.words[after] in ("-", "%"):
        return numeral
    return numeral._replace(den=low, zeros=0, stop=after, form="odds")


_SPANS = frozenset(
    "years year months month weeks week days day hours hour minutes minute decades quarters million billion".split()
)


def _and_fraction(parts: Parts, numeral: Numeral) -> Numeral:
    """Return it with "and a half", "and three quarters" behind."""
    stop = numeral.stop
    if parts.words[stop].lower() != "and" or numeral.den != 1 or numeral.decimals:
        return numeral
    top = 1 if parts.words[stop + 1].lower() in ("a", "one") else SMALL.get(parts.words[stop + 1].lower(), 0)
    den = PARTS_OF.get(parts.words[stop + 2].lower())
    if not top or not den or (den != 2 and parts.words[stop + 3].lower() == "of"):  # noqa: PLR2004 - "two and a third of"
        return numeral
    return numeral._replace(num=numeral.num * den + top, den=den, zeros=0, stop=stop + 3, form="fraction")


def with_half(parts: Parts, numeral: Numeral) -> Numeral:
    """Return digits with "and a half" behind: "3 and a half years"."""
    return _and_fraction(parts, numeral)


_NO_HALF = frozenset("first second latter other next last this that final each former better third fourth".split())
_HALF_OF = frozenset(
    "year yearly time way hearted baked life lives day hour price century back sister brother mast moon".split()
)


def _part_of(parts: Parts, index: int, den: int) -> Numeral | None:
    """Return "half", "a third", "a quarter of"; nothing for "first half", "a third party", "the quarter"."""
    before, after = parts.words[index - 1].lower(), parts.words[index + 1].lower()
    if den == 2:  # noqa: PLR2004 - half
        if (
            before in _NO_HALF
            or (after == "-" and parts.words[index + 2].lower() in _HALF_OF)
            or after in ("year", "time", "past")
        ):
            return None
        if before == "-" and parts.words[index - 2].lower() not in ("one", "a"):
            return None
        first = index - 1 if before in ("a", "one") else index
        return Numeral(1, 2, 0, 0, first, index + 1, "fraction")
    article = before in ("a", "an")
    follows = after in (
        "of",
        "to",
        "or",
        "more",
        "less",
        "higher",
        "lower",
        "and",
        ",",
        ".",
        "",
        "from",
        "in",
        "by",
        "are",
        "were",
        "had",
        "have",
    )
    amount = after in SCALES or after in ("percentage", "percent", "per")
    if parts.words[index].lower().endswith("s") or not (amount or (article and follows)):
        return None
    if den == 4 and not amount and after in ("to", "in", "and", "from", "by", ",", "."):  # noqa: PLR2004 - a quarter of a year
        return (
            None
            if parts.words[index - 2].lower() not in _HEDGES_OF_QUARTER
            else Numeral(1, 4, 0, 0, index - 1, index + 1, "fraction")
        )
    return Numeral(1, den, 0, 0, index - article, index + 1, "fraction")


_HEDGES_OF_QUARTER = frozenset("about nearly almost than over roughly around by approximately under to only".split())


def _article_scale(parts: Parts, index: int, word: str) -> Numeral | None:
    """Return the 1 of "a hundred", "a million", "a dozen"; "hundreds of", "dozens of" are vague and start there."""
    before = parts.words[index - 1].lower()
    if word in VAGUE or word == "dozens":
        if parts.words[index + 1].lower() != "of":
            return None
        return Numeral(1, 1, 0, 0, index, index, "vague")
    if before in ("a", "an") or (before == "half" and word != "score"):
        return Numeral(1, 1, 0, 0, index - 1, index, "word")
    if word in ("hundred", "thousand", "million", "billion", "trillion") and not before.isalpha():
        return Numeral(1, 1, 0, 0, index, index, "word")
    return None


_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth".split())


def and_part(parts: Parts, index: int) -> tuple[int, int, int] | None:
    """Return (num, den, index after it) of the "and a half" of "two million and a half"."""
    if parts.words[index].lower() != "and":
        return None
    top = 1 if parts.words[index + 1].lower() in ("a", "one") else SMALL.get(parts.words[index + 1].lower(), 0)
    den = PARTS_OF.get(parts.words[index + 2].lower())
    return (
        (top, den, index + 3)
        if top and den and top < den and parts.words[index + 3].lower() not in ("of", *SCALES)
        else None
    )


START_WORDS = (
    frozenset(SMALL) | frozenset(TENS) | frozenset(PARTS_OF) | frozenset(DOZENS) | frozenset(SCALES) | frozenset(VAGUE)
)
