"""Magnitudes: the words and letters that multiply a number by a power of ten."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

WORDS = {
    "hundred": 2, "hundreds": 2, "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9, "billions": 9,
    "trillion": 12, "trillions": 12, "quadrillion": 15, "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5, "crore": 7, "crores": 7,
    "bn": 9, "bln": 9, "mln": 6, "mn": 6, "mio": 6, "mrd": 9, "tn": 12, "trn": 12, "tln": 12, "mil": 6, "thsd": 3,
}  # fmt: skip
# Letters that are magnitudes only where they touch the digits: "45m", "3.4B", "10K", "5mm" not.
GLUED = {
    "k": 3,
    "K": 3,
    "m": 6,
    "M": 6,
    "B": 9,
    "Bn": 9,
    "bn": 9,
    "T": 12,
    "MM": 6,
    "Mn": 6,
    "Tn": 12,
    "cr": 7,
    "Cr": 7,
}
# And these only beside a currency: "$5b", "$1.2t", "£3 m", "Rs 20 cr".
PRICED = {
    "b": 9,
    "t": 12,
    "m": 6,
    "M": 6,
    "B": 9,
    "k": 3,
    "K": 3,
    "T": 12,
    "mm": 6,
    "MM": 6,
    "cr": 7,
    "Cr": 7,
    "tr": 12,
}
CHINESE = {
    "十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12,
}  # fmt: skip


def magnitude_at(parts: Parts, index: int, *, priced: bool) -> tuple[int, int]:
    """Return (power of ten, index after it) of the magnitudes at `index`: "million" 6, "lakh crore" 12, "万亿" 12; (0, index) of none."""
    power, stop = 0, index
    while True:
        step, after = _one(parts, stop, priced=priced, first=stop == index)
        if after == stop:
            return power, stop
        power, stop = power + step, after


def _one(parts: Parts, index: int, *, priced: bool, first: bool) -> tuple[int, int]:
    word = parts.words[index]
    if word in CHINESE:
        return (
            (0, index) if parts.words[index + 1] == "分" or _begins_unit(parts, index) else (CHINESE[word], index + 1)
        )
    if word == "-" and first and parts.words[index + 1].lower() in WORDS and parts.glued(index + 1):
        return WORDS[parts.words[index + 1].lower()], index + 2
    if word.lower() in WORDS and (len(word) > 3 or word.islower() or word.istitle()):  # noqa: PLR2004 - "MN" is a state
        return WORDS[word.lower()], index + 1
    if not first or not word.isascii():
        return 0, index
    if word in GLUED and parts.glued(index) and not _is_length(parts, index, word, priced=priced):
        return GLUED[word], index + 1
    if word == "k" or (word == "M" and not parts.words[index + 1].startswith("'")):
        return GLUED[word], index + 1
    if priced and word in PRICED and parts.words[index + 1] not in ("'", "/"):
        return PRICED[word], index + 1
    return 0, index


def _begins_unit(parts: Parts, index: int) -> bool:
    """Whether the 千 or 兆 at `index` begins a unit: 千米, 兆瓦."""
    if parts.words[index] not in ("千", "兆"):
        return False
    from claimcheck.quantity.words_zh import UNITS

    start = parts.starts[index]
    return any(parts.text[start : start + count] in UNITS for count in (4, 3, 2))


_LONG = frozenset(
    "tall long wide high deep thick away above below x apart sprint dash race radius depth height relay hurdles freestyle".split()
)


def _is_length(parts: Parts, index: int, word: str, *, priced: bool) -> bool:
    """Whether the "m" of "1.8m tall", "100 x 2m", "3m²" stands for metres."""
    if word != "m" or priced:
        return False
    if parts.chinese:
        return True  # Chinese counts in 万 and 亿
    after = parts.words[index + 1]
    return after.lower() in _LONG or after in ("²", "³", "/", "×") or (after in ("2", "3") and parts.glued(index + 1))
