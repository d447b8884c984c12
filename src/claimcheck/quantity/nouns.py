"""Counted nouns: what "41 firms", "seven major categories", "5,000 platform companies" count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon.european import STOPS as FOREIGN_STOPS
from claimcheck.quantity.lexicon.nouns import IRREGULAR, STOPS

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_FURTHEST = 4  # words from the number to the noun: "200,000 cross-border e-commerce companies"
_TIMES = ("year", "month", "week", "quarter", "decade")
_AGO = ("ago", "earlier", "before", "previously")
_SHORTEST = 4  # letters of a plural: "cars"
_SHORTEST_IES = 6  # "cities"; "ties" is of its own kind
_NO_PLURALS = ("ss", "us", "is")
_HISSING = ("ches", "shes", "sses", "xes", "zzes")


def noun_at(parts: Parts, index: int) -> tuple[str, int] | None:
    """Return (the noun in the singular, index after it) of the nearest plural within four words.

    `None` where there is none.

    Hyphened compounds are one word. Adjectives and nouns between are passed over; a function word or a verb ends
    the search.
    """
    if parts.glued(index) or _begins_a_line(parts, index):
        return None
    k = index
    for _ in range(_FURTHEST):
        k = _end_of_compound(parts, k)
        word = parts.words[k]
        if not word.isalpha() or word.lower() in STOPS or (parts.foreign and word.lower() in FOREIGN_STOPS):
            return None
        noun = singular_of(word.lower())
        if noun in _TIMES and parts.words[k + 1].lower() in _AGO:
            return None  # "2.7 million twelve months earlier"
        if noun:
            return noun, k + 1
        k += 1
    return None


def _begins_a_line(parts: Parts, index: int) -> bool:
    """Whether a word stands in another cell or row, behind an empty line, or with a capital on the next one.

    Readers part the cells of a table by a tab with spaces around it, and its rows by such a line feed.
    """
    gap = parts.text[parts.end(index - 1) : parts.starts[index]]
    if "\t" in gap or " \n " in gap:
        return True
    return "\n" in gap and (parts.words[index][:1].isupper() or gap.count("\n") > 1)


def _end_of_compound(parts: Parts, index: int) -> int:
    """Return the index of the last word of a hyphened compound: that of "border" in "cross-border"."""
    words = parts.words
    while (
        words[index + 1] == "-" and words[index + 2][:1].isalpha() and parts.glued(index + 1) and parts.glued(index + 2)
    ):
        index += 2
    return index


def singular_of(word: str) -> str:
    """Return the singular of a plural noun, "companies" gives "company"; "" where it is none."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith(_NO_PLURALS):
        return ""
    if word.endswith("ies") and len(word) >= _SHORTEST_IES:
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(_HISSING) else word[:-1]
