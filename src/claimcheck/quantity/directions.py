"""Directions: the verbs and nouns around a number that say up or down, and whether by it or to it."""

from functools import cache
from typing import NamedTuple

from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.lexicon.changes import (
    ADVERBS,
    BETWEEN,
    CHINESE,
    CHINESE_LINKS,
    DOWN,
    DOWN_AFTER,
    UP,
    UP_AFTER,
)
from claimcheck.quantity.tokens import Parts

_LINKS = _words("by to of at from")
_FROM = _words("between from")
_STOPS = _words(". ; : ! ? ) 。 ； ， , % but while whereas which because although")
_ONLY_AT_ONCE = _words("off more up down")
_MAKE = _words("make makes made making")  # "making up 13.5% of the total"
_LEVELLED = _words("up down higher lower off more less larger smaller")
_FAR = 9  # words that a "by" or "to" looks back for its verb: "raised its key policy rate by"
_SHORT = 4  # words, of which all but the verb are adverbs: "an increase of another 5%"
_BEHIND = 8  # words to a noun behind: "a 5% year-on-year increase"


class Direction(NamedTuple):
    """Up or down, by or to, and the part where the words that say so begin."""

    way: str
    by_to: str
    first: int


@cache
def verbs() -> dict[str, str]:
    """Return the way of each verb and noun of change."""
    return dict.fromkeys(UP, "up") | dict.fromkeys(DOWN, "down")


def direction_before(parts: Parts, index: int) -> Direction | None:
    """Return the direction that the words before `index` (a number with its hedge) give.

    "fell by", "an increase of", "up".

    `None` of none, and for "up from 38%": the 38% did not rise.
    """
    k = index - 1
    link = parts.words[k].lower()
    if not link.isascii():
        return _chinese_before(parts, index)
    if link in _FROM and parts.words[k - 1].lower() in ("of", "by"):
        k -= 1
        link = parts.words[k].lower()
    if link == "from":
        return None
    if link in _LINKS:
        k -= 1
    else:
        link = ""
    found = _verb_back(parts, k, far=link in ("by", "to"))
    if not found or (not link and found < index - 3):
        return None
    if link == "at" and parts.words[found].lower() in _LEVELLED:
        return None  # "3.2% lower at 412.5p"
    way = verbs()[parts.words[found].lower()]
    return Direction(way, link if link in ("by", "to") else "", found)


def _verb_back(parts: Parts, index: int, *, far: bool) -> int:
    """Return the index of the nearest word of change at or before `index`.

    0 of none. Unless `far`, only adverbs are passed.
    """
    for k in range(index, max(index - (_FAR if far else _SHORT), 0), -1):
        word = parts.words[k].lower()
        if word in verbs() and not (word == "more" and k < index):
            return 0 if word == "up" and parts.words[k - 1].lower() in _MAKE else k
        if not word or word in _STOPS or word[-1].isdecimal() or not (far or word in ADVERBS):
            break
    return 0


def direction_after(parts: Parts, index: int) -> tuple[str, int]:
    """Return (way, index after the word) of "increase", "less", "higher", "down" right behind a number.

    ("", index) of none.
    """
    for k in range(index, index + _BEHIND):
        word = parts.words[k].lower()
        if word in UP_AFTER or word in DOWN_AFTER:
            return ("", index) if word in _ONLY_AT_ONCE and k > index else ("up" if word in UP_AFTER else "down", k + 1)
        if word not in BETWEEN:
            break
    return "", index


def _chinese_before(parts: Parts, index: int) -> Direction | None:
    by_to, k = "", index
    if parts.words[k - 1] in CHINESE_LINKS:
        by_to, k = CHINESE_LINKS[parts.words[k - 1]], k - 1
    for count in (3, 2, 1):
        way = CHINESE.get("".join(parts.words[max(k - count, 0) : k]))
        if way:
            return Direction(way, by_to, k - count)
    return None
