"""A text cut into words, numbers and signs, each with its place: what the scanner looks at."""

import re
from functools import cache
from typing import NamedTuple

# Full-width forms, one sign for one sign so that offsets stay; U+2212 and its kin are minus signs.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: 0x20,
    0xFFE5: 0xA5,
    0x2212: 0x2D,
    0xFE63: 0x2D,
    0x2010: 0x2D,
}
_WIDE |= {0x2011: 0x2D, 0x301C: 0x7E, 0x2019: 0x27, 0x66A: 0x25}  # the last is the Arabic percent sign
del _WIDE[0xFF0C]  # a Chinese comma parts clauses; only between full-width digits it groups them

# U+066B and U+066C are the decimal sign and the group sign of Arabic-Indic digits, and of no others.
_ARABIC = {True: {0x66B: 0x2E, 0x66C: 0x2C}, False: {0x66B: 0x2C, 0x66C: 0x2E}}  # by whether decimals take a point
_MARKS = dict.fromkeys((0x200C, 0x200E, 0x200F, 0x61C), 0x20)  # of direction, and what parts a Persian number's word
_ARABIC_DIGITS = {zero + digit: 0x30 + digit for zero in (0x660, 0x6F0) for digit in range(10)}
_RAISED = "¹²³⁰⁴-⁹₀-₉"  # marks of footnotes, but for those of km² and m³
_CJK = "\u2e80-\u303f\u3041-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Digit groups: 1,234,567.8 and, as in India, 12,34,567; then decimals and dotted versions. Where decimals take a comma
# it is the other way round. What is plainly the other kind ("1.234,56", "2,5") stays in one piece all the same.
_POINTED = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"
_COMMAED = r"\d{1,3}(?:\.\d{3})+,\d+(?!\d)"
_POINT = (
    rf"(?<![\w.])\.\d+|\d{{1,3}}(?:'\d{{3}})+(?!\d)(?:\.\d+)?|{_COMMAED}|{_POINTED}"
    r"|(?<![\d,.])\d{1,3},\d{1,2}(?!\d|[,.]\d)|\d+(?:\.\d+)*"
)
_COMMA = r"\d{1,3}(?:,\d{3})+\.\d+(?!\d)|\d{1,3}(?:['.]\d{3})+(?![.']?\d)(?:,\d+)?|\d+(?:,\d+|(?:\.\d+)*)"
LEAD, TAIL = 2, 12  # empty parts before the first and behind the last, so that nobody need look where a text ends
POINT_LOCALES = frozenset(("en", "zh", "ja", "ko", "in", "de-CH"))


class Parts(NamedTuple):
    """Words, numbers and signs of a text without its white space; empty ones before the first and after the last."""

    text: str  # as cut: full-width forms made plain
    words: list[str]
    starts: list[int]
    point: bool  # whether decimals take a point
    chinese: bool = False  # whether Chinese characters stand in it
    foreign: bool = False  # whether words of German, French and Spanish are read beside numbers

    def end(self, index: int) -> int:
        """Return where a part ends; the empty ones after the last end where the text does."""
        word = self.words[index]
        return self.starts[index] + len(word) if word else min(self.starts[index], len(self.text))

    def glued(self, index: int) -> bool:
        """Whether nothing stands between a part and the one before."""
        return self.starts[index] == self.starts[index - 1] + len(self.words[index - 1])


@cache
def _pattern(*, point: bool, ascii_only: bool) -> re.Pattern[str]:
    letter = rf"[^\W\d_{_CJK}{_RAISED}]"
    letters = "[A-Za-z]+" if ascii_only else rf"{letter}{{1,2}}[²³](?!{letter})|{letter}+"
    return re.compile(rf"{letters}|{_POINT if point else _COMMA}|\S")


@cache
def _wide_group() -> re.Pattern[str]:
    return re.compile("(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


@cache
def _raised() -> re.Pattern[str]:
    """Match a decimal point as The Lancet prints it, "22·4%"; none of a product, "3·10⁶", and none of several."""
    return re.compile(r"(?<![\d.,·])(\d+)·(?=\d+(?![\d·]))(?!10(?:\^|\*\*|[⁻¹²³⁴-⁹]))")


@cache
def _mixed() -> re.Pattern[str]:
    """Match digits of two scripts in one number, which is none."""
    kinds = ("0-9０-９", "٠-٩", "۰-۹")
    return re.compile("|".join(f"[{one}][.,'٫٬]?[{two}]" for one in kinds for two in kinds if one != two))


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile("[\u4e00-\u9fff￥]")


def cut(text: str, locale: str = "en") -> Parts:
    """Return the parts of `text`; letters of one script make a word, each Chinese character a part of its own."""
    ascii_only = text.isascii()
    point = locale in POINT_LOCALES
    plain = text if ascii_only else _plain(text, point=point)
    found = _pattern(point=point, ascii_only=ascii_only).findall(plain)
    starts, place, find = [0] * LEAD, 0, plain.find
    for word in found:
        place = find(word, place)  # nothing but white space stands between two parts
        starts.append(place)
        place += len(word)
    chinese = not ascii_only and _chinese().search(text) is not None
    foreign = not point or locale == "de-CH"
    return Parts(plain, [""] * LEAD + found + [""] * TAIL, starts + [len(plain) + 1] * TAIL, point, chinese, foreign)


def _plain(text: str, *, point: bool) -> str:
    """Return `text` with plain signs and digits, one for one, where no number mixes its scripts."""
    table = _WIDE | _ARABIC[point] | _MARKS
    if "·" in text:  # else the pattern need not be compiled
        text = _raised().sub(r"\1." if point else r"\1,", text)
    return _wide_group().sub(",", text).translate(table if _mixed().search(text) else table | _ARABIC_DIGITS)
