"""Hedges: the words beside a number that widen it, open it, or take one of its sides away."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.quantity import european
from claimcheck.quantity.lexicon.hedges import ADDED, AFTER, BEFORE, CHINESE, GOES
from claimcheck.quantity.lexicon.numbers import START_WORDS
from claimcheck.quantity.prices import is_money

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

# The one table of widths, each a share of the number. A sheet overrides them with `hedges: {about: 10%}`.
WIDTHS: dict[str, Fraction] = {
    "about": Fraction(1, 20),  # to both sides, at least the rounding
    "nearly": Fraction(1, 10),  # from so far below up to the number, which is not reached
    "just over": Fraction(1, 10),  # its mirror
    "word": Fraction(1, 10),  # half, a third, doubled, tenfold: to both sides
}

ONE_SIDED = ("more than", "at least", "less than", "at most")
NAMES = ("about", "more than", "at least", "less than", "at most", "nearly", "just over", "plus-minus", "exactly")

_BY_PHRASE = {phrase: name for name, phrases in BEFORE.items() for phrase in phrases}
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in _BY_PHRASE)
_LONGEST = max(phrase.count(" ") for phrase in _BY_PHRASE) + 1
_AFTER_PHRASE = {phrase: name for name, phrases in AFTER.items() for phrase in phrases}
_AFTER_STARTS = frozenset(phrase.split(" ", 1)[0] for phrase in _AFTER_PHRASE)
_CHINESE = {phrase: name for name, phrases in CHINESE.items() for phrase in phrases}
_CHINESE_LAST = frozenset(phrase[-1] for phrase in _CHINESE)


def hedge_before(parts: Parts, index: int) -> tuple[str, int]:
    """Return (hedge, index of its first part) of the words that end right before `index`; ("", index) of none."""
    last = parts.words[index - 1]
    if not last.isascii() and last in _CHINESE_LAST:
        for count in (3, 2, 1):
            name = _CHINESE.get("".join(parts.words[max(index - count, 0) : index]))
            if name:
                return name, index - count
    if parts.foreign and (foreign := european.hedge_before(parts, index))[0]:
        return foreign
    if last.lower() not in _LAST_WORDS:
        return "", index
    return _english_before(parts, index)


def _english_before(parts: Parts, index: int) -> tuple[str, int]:
    found, first, phrase = "", index, ""
    for k in range(index - 1, max(index - 1 - _LONGEST, 0), -1):
        word = parts.words[k].lower()
        phrase = f"{word} {phrase}" if phrase else word
        if phrase in _BY_PHRASE:
            found, first = _BY_PHRASE[phrase], k
    if parts.words[first].lower() == "up" and parts.words[first - 1].lower() in GOES:
        return "", index  # "went up to 1.2 million"
    return found, first


def hedge_after(parts: Parts, index: int) -> tuple[str, int]:
    """Return (hedge, index after it) of the words that start at `index`, as in "5,000-plus", "10% or more".

    ("", index) of none.
    """
    if parts.words[index].lower() not in _AFTER_STARTS:
        return "", index
    touches = parts.glued(index) and not parts.glued(index + 1)  # "5,000+ 6,000+" of two cells
    if parts.words[index].lower() in ("+", "plus") and not touches and _adds(parts.words[index + 1]):
        return "", index  # the sign of the number behind, or a sum: "41 plus 3 reserves", "£500 plus VAT"
    for count in (2, 1):
        name = _AFTER_PHRASE.get(" ".join(parts.words[index : index + count]).lower())
        if name:
            return name, index + count
    return "", index


def _adds(word: str) -> bool:
    """Whether a word behind a plus is, or begins, what is added."""
    if word in ADDED:
        return True
    return word[:1].isdecimal() or word.lower() in START_WORDS or is_money(word)
