"""Directions: the verbs and nouns around a number that say up or down, and whether by it or to it."""

from functools import cache
from typing import NamedTuple

from claimcheck.quantity import european
from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.lexicon.changes import (
    ADVERBS,
    BESIDE,
    BESIDE_OF,
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
_ONLY_AT_ONCE = _words("off more up down above below")
_MAKE = _words("make makes made making take takes took taken taking")  # "making up 13.5% of the total"
_GIVE = _words("give gives gave given giving")  # "gave up 5%"
_OTHER_WAY = {"up": "down", "down": "up"}
_MOST_BESIDE = 4
_LEVELLED = _words("up down higher lower off more less larger smaller")
_BESIDE_ANOTHER = _words("above below")
_BEHIND_RACE = _words("of in at on after with when and but")
_IN_A_RACE = _words("ahead behind")
_COMPARED = _words("a an the its their that those what last this plan target budget average expectations") | _words(
    "consensus estimates forecast forecasts guidance trend par pre"
)
_AGREED = _words("deal deals agreement agreements pact accord")  # "met the output cut deal by 120%"
_YEAR_DIGITS = 4
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
    if not parts.words[index - 1].isascii():
        return _chinese_before(parts, index)
    if parts.foreign and (foreign := european.way_before(parts, index)):
        return Direction(*foreign)
    first = beside(parts, index)
    k = first - 1
    link = parts.words[k].lower()
    if link in _FROM and parts.words[k - 1].lower() in ("of", "by"):
        k -= 1
        link = parts.words[k].lower()
    if link == "from":
        return None
    if link in _LINKS or (link == "between" and parts.words[k - 1].lower() in verbs()):
        k -= 1
    else:
        link = ""
    found = _verb_back(parts, k, far=link in ("by", "to"))
    if not found or (not link and found < first - 3):
        return None
    if parts.words[found + 1].lower() in _AGREED:
        return None
    if link == "at" and parts.words[found].lower() in _LEVELLED:
        return None  # "3.2% lower at 412.5p"
    way, before = verbs()[parts.words[found].lower()], parts.words[found - 1].lower()
    given = parts.words[found].lower() == "up" and before in _GIVE
    if given or (before == "negative" and parts.words[found - 3].lower() != "non"):
        way, found = _OTHER_WAY[way], found - 1
    return Direction(way, link if link in ("by", "to") else "", found)


def beside(parts: Parts, index: int) -> int:
    """Return where the words begin that only colour a number: "another", "a record", "a total of"."""
    words, k = parts.words, index
    while k > index - _MOST_BESIDE:
        word = words[k - 1].lower()
        if word == "of" and words[k - 2].lower() in BESIDE_OF and words[k - 3].lower() in BESIDE:
            k -= 3
        elif word in BESIDE:
            k -= 1
        else:
            break
    return k


def _verb_back(parts: Parts, index: int, *, far: bool) -> int:
    """Return the index of the nearest word of change at or before `index`.

    0 of none. Unless `far`, only adverbs are passed.
    """
    for k in range(index, max(index - (_FAR if far else _SHORT), 0), -1):
        word = parts.words[k].lower()
        if word in verbs() and not (word == "more" and k < index):
            joined = parts.words[k - 1].lower() in _MAKE or (
                parts.words[k - 1] == "-" and parts.glued(k)
            )  # "follow-up"
            return 0 if word == "up" and joined else k
        if not word or word in _STOPS or word[-1].isdecimal() or not (far or word in ADVERBS):
            break
    return 0


def direction_after(parts: Parts, index: int, *, compares: bool) -> tuple[str, int]:
    """Return (way, index after the word) of "increase", "less", "higher", "down" right behind a number.

    ("", index) of none. Whether it `compares` says the unit: "5% above the plan", but "12 people above 65".
    """
    for k in range(index, index + _BEHIND):
        word = parts.words[k].lower()
        if word in UP_AFTER or word in DOWN_AFTER:
            if parts.words[k - 1].lower() == "for":
                return "", index  # "$2.2 million for depreciation"
            if word in _BESIDE_ANOTHER and not (compares and _is_compared(parts, k + 1)):
                return "", index
            if word in _IN_A_RACE and not (compares and k == index and _is_raced(parts, k + 1)):
                return "", index
            return ("", index) if word in _ONLY_AT_ONCE and k > index else ("up" if word in UP_AFTER else "down", k + 1)
        if word not in BETWEEN:
            break
    return "", index


def _is_raced(parts: Parts, index: int) -> bool:
    """Whether "ahead" and "behind" before a word compare: "3 ahead of B", "behind.", "behind B", "behind 2023"."""
    word = parts.words[index]
    return not word[:1].isalpha() or word in _BEHIND_RACE or word[:1].isupper() or word.lower() in _COMPARED


def _is_compared(parts: Parts, index: int) -> bool:
    """Whether "above" and "below" before a word compare: with "the peak", "plan", "1990 levels", not "2000 feet".

    So they do where a text ends with them: a quote leaves out what is compared with.
    """
    word, behind = parts.words[index], parts.words[index + 1].lower()
    year = len(word) == _YEAR_DIGITS and word.isdecimal() and word[:2] in ("19", "20")
    levels = year and (not behind.isalpha() or behind in ("level", "levels", "and", "but"))
    return not word or word.lower() in _COMPARED or levels


def _chinese_before(parts: Parts, index: int) -> Direction | None:
    by_to, k = "", index
    for count in (2, 1):
        link = "".join(parts.words[max(k - count, 0) : k])
        if link in CHINESE_LINKS:
            by_to, k = CHINESE_LINKS[link], k - count
            break
    for count in (3, 2, 1):
        way = CHINESE.get("".join(parts.words[max(k - count, 0) : k]))
        if way:
            return Direction(way, by_to, k - count)
    return None
