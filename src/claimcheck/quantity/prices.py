"""The currency before a number: signs, letters with signs, codes and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon.money import DOLLARS, LOWER_CODES, PREFIXES, SIGNS, WORDLIKE
from claimcheck.quantity.terms import Unit
from claimcheck.quantity.unit_names import names

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_LONGEST_WORD = 7  # "bitcoin"
_CODE = 3  # letters of a code
_NAMES_ALONE = (
    "euro",
    "dollar",
    "bitcoin",
)  # before a number they are its currency only with a space: "dollar 22.5 million"
_LETTERS_APART = ("C", "c", "A")  # "c $ 16.4 million"
_CODED_STEPS = {"M": 6, "K": 3, "B": 9}
_YUAN = ("CN", "RMB", "CNY")


def prefix_at(parts: Parts, index: int) -> tuple[Unit, int, int] | None:
    """Return (currency, power of ten, index of its first part) of what stands right before `index`; `None` of none.

    "US$", "hk $", "USD", "RMB ", "Rs. " and "MEUR " (which brings a power of 6) are read; "ALL 5" is no currency.
    """
    word = parts.words[index - 1]
    if word in SIGNS and word != "¢":
        return _signed(parts, index - 1)
    if word == "-" and parts.words[index - 2] in SIGNS and parts.glued(index) and parts.glued(index - 1):
        return _signed(parts, index - 2)  # "$-5"
    k = index - 2 if word == "." and parts.words[index - 2].lower() in PREFIXES else index - 1
    word = parts.words[k]
    if not word.isalpha() or len(word) > _LONGEST_WORD or parts.starts[index] - parts.end(index - 1) > 1:
        return None
    if word.isupper() and word.isascii():
        return _coded(k, word, touches=parts.glued(index))
    if word in LOWER_CODES:
        return names()[word], 0, k
    lower = word.lower()
    if lower in PREFIXES and len(lower) > 1 and (lower not in _NAMES_ALONE or not parts.glued(index)):
        return Unit(PREFIXES[lower], "currency"), 0, k
    return None


def _signed(parts: Parts, index: int) -> tuple[Unit, int, int]:
    """Return the currency of a sign with the letters before it: "US$", "hk $", "u.s. $", "RMB¥"."""
    sign, before = parts.words[index], parts.words[index - 1]
    dotted = _dotted_us(parts, index)
    if dotted:
        return Unit("USD", "currency"), 0, dotted
    near = before.isascii() and before.isalpha() and parts.starts[index] - parts.end(index - 1) <= 1
    belongs = parts.glued(index) or len(before) > 1 or before in _LETTERS_APART
    if near and sign == "$" and before.upper() in DOLLARS and belongs:
        return Unit(DOLLARS[before.upper()], "currency"), 0, index - 1
    if near and before.upper() in _YUAN:
        return Unit("CNY", "currency"), 0, index - 1
    code = "CNY" if sign == "¥" and parts.chinese else SIGNS[sign]
    return Unit(code, "currency"), 0, index


def _dotted_us(parts: Parts, index: int) -> int:
    """Return the index of the "U" in "U.S. $" and "u.s $" before the sign at `index`; 0 of none."""
    k = index - 1 if parts.words[index - 1] == "." else index
    letters = [word.lower() for word in parts.words[max(k - 3, 0) : k]]
    return k - 3 if letters == ["u", ".", "s"] else 0


def _coded(index: int, word: str, *, touches: bool) -> tuple[Unit, int, int] | None:
    """Return the currency of a code in capitals: "USD34.6", "RMB 760", "MEUR 3"; never "ALL 5"."""
    if word in WORDLIKE:
        return (Unit(word, "currency"), 0, index) if touches else None
    if word.lower() in PREFIXES and (len(word) > 1 or touches):
        return Unit(PREFIXES[word.lower()], "currency"), 0, index
    if len(word) == _CODE + 1 and word[0] in _CODED_STEPS:
        unit = names().get(word[1:])
        return (unit, _CODED_STEPS[word[0]], index) if unit and unit.family == "currency" else None
    unit = names().get(word) if len(word) == _CODE else None
    return (unit, 0, index) if unit and unit.family == "currency" else None


def suffix_code(parts: Parts, index: int) -> tuple[Unit, int] | None:
    """Return (currency, power of ten) of a code with its magnitude behind a number: the "MUSD" of "30 MUSD"."""
    word = parts.words[index]
    if word == "ME" and parts.foreign:
        return names()["EUR"], 6
    if len(word) != _CODE + 1 or word[0] not in _CODED_STEPS or not word.isupper() or not word.isascii():
        return None
    unit = names().get(word[1:])
    return (unit, _CODED_STEPS[word[0]]) if unit and unit.family == "currency" else None


def is_money(word: str) -> bool:
    """Whether a word is a currency's sign or code."""
    return word in SIGNS or (word.isupper() and word in names() and names()[word].family == "currency")
