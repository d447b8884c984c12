"""Numerals in digits: groupings of all kinds, decimals, fractions, powers of ten."""

import re
from functools import cache
from typing import NamedTuple

from claimcheck.quantity.lexicon.numbers import GLYPHS, MAGNITUDES
from claimcheck.quantity.tokens import Parts

MOST_DIGITS = 300
MOST_POWER = 300
_GROUP = 3  # digits between two separators
_FEW = 3  # digits of the whole number in "10 1/2", and of a lone group before a space
_LONGEST_DENOMINATOR = 6
_LARGEST_RULER = 64  # "10 1/2" and "7 3/8" are numbers, "12 5/100" are two
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−–", "0123456789---")
_RAISED = "⁻²³⁴⁵⁶⁷⁸⁹"
_MINUS = ("-", "−", "–")
_SLASHES = ("/", "⁄")
_POWERS = ("e", "E", "×", "x", "*", "·")


class Numeral(NamedTuple):
    """The value `num / den * 10**power` of the parts `first` to `stop` (excluded), and how many digits were printed.

    `form` is digits, word, fraction ("23/42", "two-thirds"), odds ("one in five") or vague ("hundreds of").
    """

    num: int
    den: int
    decimals: int
    zeros: int  # trailing zeros left of the point
    first: int
    stop: int
    form: str
    power: int = 0
    end: int = 0  # where in the text a power of ten ends that is no part of its own; 0 otherwise


def trailing_zeros(whole: str) -> int:
    """Return the zeros at the end of a whole number other than 0: "200000" has 5, "0" has none."""
    bare = whole.rstrip("0")
    return len(whole) - len(bare) if bare else 0


def digits_at(parts: Parts, index: int) -> Numeral | None:
    """Return the numeral that starts with the digits at `index`.

    `None` where they are no number: "1.2.3", digits of two scripts, more than 300 digits or powers of ten.
    """
    token = parts.words[index]
    if token.isdecimal() and token.isascii():
        whole, places = token, ""
    else:
        split = _split(token, point=parts.point or _is_pointed(parts, index))
        if split is None:
            return None
        whole, places = split
    stop = index + 1
    if not places and len(whole) <= _FEW and parts.words[stop][:1].isdecimal():
        whole, places, stop = _space_groups(parts, index, whole)
    if len(whole) + len(places) > MOST_DIGITS:
        return None
    decimals = len(places)
    zeros = 0 if decimals else trailing_zeros(whole)
    numeral = Numeral(int(whole + places), 1, decimals, zeros, index, stop, "digits", -decimals)
    if parts.foreign:
        numeral = _thousand_more(parts, numeral)
    following = parts.words[numeral.stop]
    raised = following[:1] in _RAISED and parts.glued(stop)  # 10⁶; the mark of "10¹ firms" is that of a note
    below = following == "(" and parts.glued(stop) and parts.words[stop + 1] in _MINUS  # "10(-8) mg"
    if whole == "10" and following and (following == "^" or raised or below):
        powered = _with_power(parts, numeral._replace(num=1, zeros=0, stop=index))
        return powered if powered is None or powered.end else numeral
    if following in _POWERS:
        return _with_power(parts, numeral)
    return numeral if decimals else _with_fraction(parts, numeral, following)


def glyph_at(parts: Parts, index: int) -> Numeral:
    """Return the numeral of a sign such as ½."""
    num, den = GLYPHS[parts.words[index]]
    return Numeral(num, den, 0, 0, index, index + 1, "fraction")


def _is_pointed(parts: Parts, index: int) -> bool:
    """Whether a point is the decimal sign where a comma is: "4.1%" and "2.5 millones" of a Latin American text."""
    whole, _, places = parts.words[index].partition(".")
    behind = parts.words[index + 1].lower()
    return whole.isdecimal() and places.isdecimal() and len(places) < _GROUP and (behind == "%" or behind in MAGNITUDES)


def _thousand_more(parts: Parts, numeral: Numeral) -> Numeral:
    """Return the 7,500 of "7 mil 500 millones"."""
    more = parts.words[numeral.stop + 1]
    if parts.words[numeral.stop].lower() != "mil" or numeral.decimals or len(more) != _GROUP or not more.isdecimal():
        return numeral
    value = numeral.num * 1000 + int(more)
    return numeral._replace(num=value, zeros=trailing_zeros(str(value)), stop=numeral.stop + 2)


def _split(token: str, *, point: bool) -> tuple[str, str] | None:
    """Return the digits left and right of the decimal sign; `None` for dotted versions and mixed scripts.

    Of two different signs the last is the decimal one, whatever the locale: "1.234,56" and "1,234.56" are both plain.
    """
    if not token.isascii() and len({ord(sign) - int(sign) for sign in token if sign.isdecimal()}) > 1:
        return None
    bare = token.replace("'", "")
    decimal = "." if point else ","
    if "." in bare and "," in bare:
        decimal = max(".,", key=bare.rfind)
    elif point and "," in bare and not _grouped(bare, ","):
        decimal = ","
    elif not point and "." in bare and not _grouped(bare, "."):
        return None
    whole, sign, places = bare.replace("," if decimal == "." else ".", "").partition(decimal)
    if decimal in places:
        return None
    return (whole or "0", places) if not sign or places else None


def _grouped(token: str, sign: str) -> bool:
    """Whether a sign groups digits: the last group has three, those between two (India) or three."""
    head, *groups = token.split(sign)
    return 0 < len(head) <= _GROUP and len(groups[-1]) == _GROUP and all(len(group) >= _GROUP - 1 for group in groups)


def _space_groups(parts: Parts, index: int, whole: str) -> tuple[str, str, int]:
    """Return (digits, decimals, index after them) of digits joined over spaces: "816 000 t", "1 234 567,8".

    Thin spaces always join; plain ones part columns too, so they join before a unit or at the end only. The end of a
    line or a cell never joins.
    """
    stop, places, thin = index + 1, "", True
    while len(whole) <= MOST_DIGITS:
        head, sign, tail = parts.words[stop].partition("." if parts.point else ",")
        gap = parts.starts[stop] - parts.end(stop - 1)
        if gap != 1 or len(head) != _GROUP or not head.isdecimal() or (sign and not tail.isdecimal()):
            break
        between = parts.text[parts.end(stop - 1)]
        if between in "\t\n\r\v\f":
            break
        thin = thin and between != " "
        whole, places, stop = whole + head, tail, stop + 1
        if sign:
            break
    following = parts.words[stop]
    joins = thin or following[:1].isalpha() or following in ("%", "€", "£", "¥", "")
    sure = not parts.point or stop - index > 2 or whole.endswith("000")  # noqa: PLR2004  two groups behind the first, or no number alone
    sentence_ends = following in (".", ",", ")", ";") and sure
    if stop == index + 1 or not (joins or sentence_ends):
        return parts.words[index], "", index + 1
    return whole, places, stop


def _with_fraction(parts: Parts, numeral: Numeral, following: str) -> Numeral:
    """Return the numeral with a fraction: "23/42" instead of 23, "10 1/2" and "10½" with it."""
    stop, words = numeral.stop, parts.words
    if following in GLYPHS:
        num, den = GLYPHS[following]
        return numeral._replace(num=numeral.num * den + num, den=den, stop=stop + 1, zeros=0, form="fraction")
    if following in _SLASHES and words[numeral.first - 1] in _SLASHES:
        return numeral  # the last two of "72 / 469 / 242"
    if following in _SLASHES:
        den = _denominator(words[stop + 1])
        joined = parts.glued(stop + 1) == parts.glued(stop)
        if not den or not joined or words[stop + 2] == "/":
            return numeral
        return numeral._replace(den=den, stop=stop + 2, zeros=0, form="fraction")
    if words[stop + 1] not in _SLASHES or not following.isdecimal() or len(following) > _FEW or parts.glued(stop):
        return numeral
    num, den = int(following), _denominator(words[stop + 2])
    if not 0 < num < den <= _LARGEST_RULER:
        return numeral
    return numeral._replace(num=numeral.num * den + num, den=den, stop=stop + 3, zeros=0, form="fraction")


def _denominator(word: str) -> int:
    return int(word) if word.isdecimal() and len(word) <= _LONGEST_DENOMINATOR else 0


def _with_power(parts: Parts, numeral: Numeral) -> Numeral | None:
    """Return the numeral times its power of ten: "1.3e6", "1.3 × 10⁶"; `None` beyond 300 powers."""
    stop = numeral.stop
    if parts.words[stop] in ("e", "E"):
        sign = parts.words[stop + 1] in ("-", "+")
        token = parts.words[stop + 1 + sign]
        if not (parts.glued(stop) and parts.glued(stop + 1) and parts.glued(stop + 1 + sign) and token.isdecimal()):
            return numeral
        power = int(token) if len(token) <= _FEW else MOST_POWER + 1
        after = stop + 2 + sign
        return _times_ten(numeral, -power if parts.words[stop + 1] == "-" else power, after, 0)
    match = _power_of_ten().match(parts.text, parts.end(stop - 1) if stop > numeral.first else parts.starts[stop])
    if not match:
        return numeral
    while parts.words[stop] and parts.starts[stop] < match.end():
        stop += 1
    return _times_ten(numeral, int((match[1] or match[2]).translate(_SUPERSCRIPTS)), stop, match.end())


def _times_ten(numeral: Numeral, power: int, stop: int, end: int) -> Numeral | None:
    if abs(power) > MOST_POWER:
        return None
    return numeral._replace(power=numeral.power + power, stop=stop, end=end)


@cache
def _power_of_ten() -> re.Pattern[str]:
    """Return what matches "× 10^6", "10⁻⁸", and the "x 10(6)" of texts without raised digits."""
    raised = r"(?:\^|\*\*)?([-⁻]?[\d⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4})(?!\d|\.\d)"
    return re.compile(rf"(?:\s*[×x*·]\s*)?10(?:{raised}|\(([-−–]?\d{{1,2}})\))")
