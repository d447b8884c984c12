"""Magnitudes: the words and letters that multiply a number by a power of ten."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon.chinese import UNITS as CHINESE_UNITS
from claimcheck.quantity.lexicon.european import MAGNITUDES as FOREIGN_MAGNITUDES
from claimcheck.quantity.lexicon.measures import LENGTH_UNITS, SPANS_OF_TIME
from claimcheck.quantity.lexicon.numbers import (
    ARABIC_MAGNITUDES,
    CHINESE_MAGNITUDES,
    GLUED_MAGNITUDES,
    LENGTHS,
    MAGNITUDES,
    NOT_MISSPELT,
    PRICED_MAGNITUDES,
    SPELT_OUT,
)
from claimcheck.quantity.unit_names import lookup

if TYPE_CHECKING:
    from claimcheck.quantity.terms import Written
    from claimcheck.quantity.tokens import Parts

_ARABIC = ("\u0600", "\u06ff")
_ARABIC_FORMS = str.maketrans("أإآٱیى" + "ک", "اااايي" + "ك")
_TANWIN = "\u064b"  # the vowel sign of "١٢ مليونًا": a part of its own, before or behind its alef
_BILLIONS_OF = frozenset(("€", "$", "£", "d", "de", "euros", "EUR"))  # "3,4 Md€", "3,4 Mds d'euros"
_SHORTEST_MISSPELT = 5  # letters
_LONGEST_ABBREVIATION = 3  # "bln" may be written in any case, "MN" is a state


def magnitude_at(parts: Parts, index: int, *, priced: bool) -> tuple[int, int]:
    """Return (power of ten, index after it): "million" gives 6, "lakh crore" 12, "万亿" 12; (0, index) where none is.

    `priced` says that a currency stands before, so that "b", "t" and "m" are magnitudes and no units.
    """
    power, stop = 0, index
    while True:
        step, after = _one(parts, stop, priced=priced, first=stop == index)
        if after == stop:
            return power, stop
        power, stop = power + step, after


@lru_cache(maxsize=256)
def misspelt(word: str) -> str:
    """Return the magnitude that a word is one letter away from, "million" of "milllion"; "" of all others."""
    if len(word) < _SHORTEST_MISSPELT or not word.islower() or word in MAGNITUDES or word in NOT_MISSPELT:
        return ""
    return next((name for name in SPELT_OUT if differ_by_one(word, name)), "")


def misspelt_behind(written: Written, text: str) -> tuple[str, str]:
    """Return the word right behind a number of a text, and the magnitude that it misspells; "" of none."""
    behind = text[written.amount_end :].split(maxsplit=1) if written.form == "number" else []
    word = behind[0].strip(".,;:") if behind else ""
    return word, misspelt(word)


def differ_by_one(word: str, name: str) -> bool:
    """Whether one letter is missing, too many or another, or two neighbours are swapped."""
    begin = next((k for k, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), min(len(word), len(name)))
    one, other = word[begin:], name[begin:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


def _one(parts: Parts, index: int, *, priced: bool, first: bool) -> tuple[int, int]:
    word = parts.words[index]
    lower = word.lower()
    if parts.foreign and lower in FOREIGN_MAGNITUDES:
        return FOREIGN_MAGNITUDES[lower], index + 1
    if lower in MAGNITUDES:
        plain = len(word) > _LONGEST_ABBREVIATION or word.islower() or word.istitle()
        return (MAGNITUDES[lower], index + 1) if plain else (0, index)
    if word in CHINESE_MAGNITUDES:
        unit = parts.words[index + 1] == "分" or _begins_unit(parts, index)
        return (0, index) if unit else (CHINESE_MAGNITUDES[word], index + 1)
    if _ARABIC[0] <= word[:1] <= _ARABIC[1]:
        return _arabic(parts, index)
    return _letters(parts, index, word, priced=priced) if first else (0, index)


def _arabic(parts: Parts, index: int) -> tuple[int, int]:
    """Return the magnitude of an Arabic word in any of its spellings: "ألف", "آلاف", "مليونًا", "میلیون"."""
    power = ARABIC_MAGNITUDES.get(parts.words[index].translate(_ARABIC_FORMS), 0)
    if not power:
        return 0, index
    stop = index + 1
    if parts.words[stop] == _TANWIN and parts.glued(stop):
        stop += 1 + (parts.words[stop + 1] == "ا" and parts.glued(stop + 1))
    return power, stop


def _letters(parts: Parts, index: int, word: str, *, priced: bool) -> tuple[int, int]:
    """Return the magnitude of letters: "45m", "3.4bn", "$5b", "10 k", "$1.2-billion"."""
    following = parts.words[index + 1]
    if word == "-":
        hyphened = following.lower() in MAGNITUDES and parts.glued(index + 1)
        return (MAGNITUDES[following.lower()], index + 2) if hyphened else (0, index)
    if word in GLUED_MAGNITUDES and parts.glued(index) and not (word == "m" and _is_metre(parts, index, priced=priced)):
        return GLUED_MAGNITUDES[word], index + 1
    if word == "m" and _is_of_units(parts, index + 1):
        return 6, index + 1
    if word.lower() in ("md", "mds") and following in _BILLIONS_OF:
        return 9, index + 1
    if word in ("k", "M") and following not in ("'", "/"):
        return GLUED_MAGNITUDES[word], index + 1
    if priced and word in PRICED_MAGNITUDES and following not in ("'", "/"):
        return PRICED_MAGNITUDES[word], index + 1
    return 0, index


def _is_of_units(parts: Parts, index: int) -> bool:
    """Whether a unit behind a lone "m" makes it a million: "2.1 m RPK", "3.5 m EUR", "12 m tonnes", not "3 m wide"."""
    word = parts.words[index]
    found = None if parts.glued(index) or (word.islower() and not word.endswith("s")) else lookup(parts, index)
    return found is not None and found[0].name not in LENGTH_UNITS | SPANS_OF_TIME and len(word) > 1


def _begins_unit(parts: Parts, index: int) -> bool:
    """Whether the 千 or 兆 at `index` begins a unit: 千米, 兆瓦."""
    if parts.words[index] not in ("千", "兆"):
        return False
    start = parts.starts[index]
    return any(parts.text[start : start + count] in CHINESE_UNITS for count in (4, 3, 2))


def _is_metre(parts: Parts, index: int, *, priced: bool) -> bool:
    """Whether the "m" of "1.8m tall", "100 x 2m", "3m²" stands for metres; in Chinese text, which has 万, it does."""
    if priced:
        return False
    after = parts.words[index + 1]
    powered = after in ("2", "3") and parts.glued(index + 1)
    return parts.chinese or powered or after.lower() in LENGTHS or after in ("²", "³", "/", "×")
