"""How a sheet says that its numbers are to be read: precision, rounding, scale, locale, widths of hedges."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.quantity.hedges import WIDTHS
from claimcheck.quantity.magnitudes import differ_by_one
from claimcheck.quantity.terms import NumberError, Style

if TYPE_CHECKING:
    from fractions import Fraction

ROUNDINGS = ("nearest", "down", "up", "truncate")
_POINT = ("en", "zh", "ja", "ko", "in", "de-CH")
_COMMA = ("de", "fr", "es", "it", "pt", "nl", "pl", "ru", "sv", "da", "nb", "fi", "cs", "tr")
LOCALES = (*_POINT, *_COMMA)
# What people call the languages that may be meant.
LANGUAGES = {
    "english": "en", "chinese": "zh", "japanese": "ja", "korean": "ko", "swiss": "de-CH", "german": "de",
    "deutsch": "de", "french": "fr", "français": "fr", "spanish": "es", "español": "es", "italian": "it",
    "portuguese": "pt", "dutch": "nl", "polish": "pl", "russian": "ru", "swedish": "sv", "danish": "da",
    "norwegian": "nb", "finnish": "fi", "czech": "cs", "turkish": "tr",
}  # fmt: skip
_PRECISION = "precision is printed, exact, a number of digits or an amount such as 1 billion"
_DIGITS = ("digit", "decimal", "place", "figure", "significant")  # beginnings of words that name no amount
_MOST_FIGURES = 2  # digits of the count in "12 digits"


def check_style(style: Style) -> Style:
    """Return `style` as it is, or raise NumberError for a word that is not one of those allowed."""
    if style.rounding not in ROUNDINGS:
        raise NumberError(f"rounding is one of {', '.join(ROUNDINGS)}, not {style.rounding!r}")
    if style.precision not in ("", "printed", "exact") and significant(style.precision) is None:
        granule(style.precision)
    if style.locale not in LOCALES:
        raise NumberError(f"locale is one of {', '.join(LOCALES)}, not {style.locale!r}")
    if style.scale <= 0:
        raise NumberError("scale is a positive number")
    for hedge, width in style.hedges:
        if hedge not in WIDTHS:
            raise NumberError(f"{hedge!r} has no width of its own; {', '.join(WIDTHS)} have")
        if not 0 <= width < 1:
            raise NumberError(f"the width of {hedge!r} is a share from 0 to below 1, such as 5%")
    return style


def significant(precision: str) -> int | None:
    """Return n of "n digits", or `None` when it says something else."""
    count, _, word = precision.partition(" ")
    if word in ("digit", "digits") and count.isascii() and count.isdecimal() and len(count) <= _MOST_FIGURES:
        return int(count) or None
    return None


@lru_cache(maxsize=64)
def granule(precision: str, *, shares: bool = False) -> Fraction:
    """Return the amount that a precision such as "1 billion", "0.1" or "1%" names; NumberError otherwise.

    For `shares`, percents and points, an amount without a unit is one of theirs: "0.1" is 1/1000.
    """
    from claimcheck.quantity.scanner import read

    try:
        written = read(precision)
    except NumberError as error:
        raise NumberError(f"{_PRECISION}: {error.message}") from None
    if written.value <= 0 or written.hedge or written.upper is not None:
        raise NumberError("precision is one positive amount, such as 1 billion")
    word = precision.partition(" ")[2].lower()
    if written.unit.family == "count" and (word.startswith(_DIGITS) or differ_by_one(word, "digits")):
        raise NumberError(f"{_PRECISION}, not {precision!r}")
    bare = written.unit.family == "none" and written.magnitude == 1
    return written.value / 100 if shares and bare else written.value


def parse_scale(text: str) -> Fraction:
    """Return the factor that "thousand", "1,000", "millions" or "万" names; NumberError otherwise."""
    from claimcheck.quantity.scanner import read

    word = text.strip()
    named = word and not any(character.isdecimal() for character in word)
    for attempt in (word, f"1 {word}", f"1{word}") if named else (word,):
        try:
            written = read(attempt)
        except NumberError:
            continue
        if written.value > 0 and not written.hedge and written.upper is None and written.unit.family == "none":
            return written.value
    raise NumberError(f"scale is a magnitude such as thousand, million or 1,000, not {text[:40]!r}")
