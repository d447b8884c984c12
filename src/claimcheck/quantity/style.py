"""How a sheet says that its numbers are to be read: precision, rounding, scale, locale, widths of hedges."""

from __future__ import annotations

from fractions import Fraction

from claimcheck.quantity.hedges import NAMES
from claimcheck.quantity.terms import NumberError, Style

ROUNDINGS = ("nearest", "down", "up", "truncate")
LOCALES = (
    "en",
    "zh",
    "ja",
    "ko",
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "ru",
    "sv",
    "da",
    "nb",
    "fi",
    "cs",
    "tr",
    "de-CH",
    "in",
)


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
        if hedge not in NAMES:
            raise NumberError(f"no hedge is called {hedge!r}; widths may be given for about, nearly and just over")
        if not 0 <= width < 1:
            raise NumberError(f"the width of {hedge!r} is a share from 0 to below 1, such as 5%")
    return style


def significant(precision: str) -> int | None:
    """Return n of "n digits", or `None` when it says something else."""
    words = precision.split()
    if (
        len(words) == 2
        and words[1] in ("digit", "digits")
        and words[0].isascii()
        and words[0].isdigit()
        and len(words[0]) < 3
    ):
        return int(words[0]) or None
    return None


def granule(precision: str) -> Fraction:
    """Return the amount that a precision such as "1 billion", "0.1" or "1%" names; NumberError otherwise."""
    from claimcheck.quantity.scanner import read

    try:
        amount = read(precision).value
    except NumberError as error:
        raise NumberError(
            f"precision is printed, exact, a number of digits or an amount such as 1 billion: {error.message}"
        ) from None
    if amount <= 0:
        raise NumberError("precision is a positive amount, such as 1 billion")
    return amount


def parse_scale(text: str) -> Fraction:
    """Return the factor that "thousand", "1,000", "millions" or "万" names; NumberError otherwise."""
    from claimcheck.quantity.scanner import read

    word = text.strip()
    for attempt in (word, f"1 {word}", f"1 {word.rstrip('s')}", f"1{word}"):
        try:
            written = read(attempt)
        except NumberError:
            continue
        if written.value > 0 and not written.hedge and written.upper is None:
            return written.value
    raise NumberError(f"scale is a magnitude such as thousand, million or 1,000, not {text!r}")
