"""Chinese numerals and fractions: 四十三, 一千二百, 三分之一, 百分之四十三, 三成, 半."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.quantity.lexicon.chinese import DIGITS, NUMERAL_CHARS, PLACES, STEPS, UNITS

_NUMERAL = frozenset(NUMERAL_CHARS)
_ROUND = frozenset(PLACES) | frozenset(STEPS)
_LONGEST_RUN = 60


class ChineseNumeral(NamedTuple):
    """The value `num / 10**decimals`, the length of its text, and its trailing zeros."""

    num: int
    decimals: int
    zeros: int
    length: int


def numeral_in(text: str, start: int) -> ChineseNumeral | None:
    """Return the numeral of Chinese characters at `start`; `None` where the run there is no number ("十分" is, by its characters)."""
    end = start
    while text[end : end + 1] in _NUMERAL and end < len(text) and end - start < _LONGEST_RUN:
        end += 1
    run = text[start:end]
    if not run:
        return None
    cut = _where_it_ends(text, start, run)
    whole, sign, places = run[:cut].replace("點", "点").partition("点")
    if sign and (not places or any(character not in DIGITS for character in places)):
        whole, places, cut = whole, "", len(whole)
    value = _whole(whole)
    if value is None or not whole:
        return None
    if places:
        tail = "".join(str(DIGITS[character]) for character in places)
        return ChineseNumeral(int(f"{value}{tail}"), len(places), 0, cut)
    text_value = str(value)
    return ChineseNumeral(value, 0, len(text_value) - len(text_value.rstrip("0")) if value else 0, cut)


def _where_it_ends(text: str, start: int, run: str) -> int:
    """Return how much of a run belongs to the number: not a point at its end, nor 半, nor the 千 of 千米 or the 百 of 百分点."""
    half = run.find("半")
    if half >= 0:
        run = run[:half]
    end = start + len(run)
    if len(run) > 1 and run[-1] in PLACES and text.startswith("分", end) and not text.startswith("分之", end):
        run = run[:-1]
    if (
        len(run) > 1
        and run[-1] in "千兆两兩"
        and any(text[end - 1 : end + more] in UNITS for more in (3, 2, 1) if len(text) >= end + more)
    ):
        run = run[:-1]
    elif len(run) > 1 and run[-1] in "两兩" and run[-2] not in "点點":
        run = run[:-1]
    while run and run[-1] in "点點":
        run = run[:-1]
    return len(run)


def _whole(run: str) -> int | None:
    """Return the value of a run without a point; `None` for one that breaks the rules, as 二三十 (twenty or thirty) does."""
    if run and all(character in DIGITS for character in run):
        return int("".join(str(DIGITS[character]) for character in run))
    total, section, digit, place = 0, 0, 0, 1
    for character in run:
        if character in DIGITS:
            if digit and DIGITS[character]:
                return None
            digit = DIGITS[character]
            place = place if digit else 10
        elif character in PLACES:
            place = PLACES[character]
            section, digit = section + (digit or 1) * place, 0
        else:
            place = STEPS[character]
            total, section, digit = _stepped(total, section + digit, place), 0, 0
    # A last digit counts tens after a hundred: 一百五 is 150, 十五 is 15, 一百零五 is 105.
    return total + section + digit * (place // 10 or 1)


def _stepped(total: int, section: int, step: int) -> int:
    """Return the value after 万, 亿 or 兆: it multiplies what is smaller and adds to what is larger."""
    if total and (total < step or not section):
        return (total + section) * step
    return total + (section or 1) * step


def share_at(text: str, start: int) -> tuple[int, int] | None:
    """Return (power of ten, length) of 百分之, 千分之, 万分之 at `start`: 百分之 is (-2, 3)."""
    end = start
    while text[end : end + 1] in _ROUND and end < len(text) and end - start < _LONGEST_RUN:
        end += 1
    if end == start or not text.startswith("分之", end):
        return None
    value = 1
    for character in text[start:end]:
        value *= PLACES.get(character) or STEPS.get(character) or 1
    return -(len(str(value)) - 1), end + 2 - start
