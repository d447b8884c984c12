"""Chinese numerals and fractions: 四十三, 一千二百, 三分之一, 百分之四十三, 三成, 半."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.quantity.words_zh import DIGITS, PLACES, RUN, SHARES, STEPS


class ChineseNumeral(NamedTuple):
    """The value `num / 10**decimals`, the length of its text, and its trailing zeros."""

    num: int
    decimals: int
    zeros: int
    length: int


def numeral_in(text: str, start: int) -> ChineseNumeral | None:
    """Return the numeral of Chinese characters at `start`; `None` where the run there is no number ("十分" is, by its characters)."""
    match = RUN.match(text, start)
    if match is None:
        return None
    run = match[0]
    cut = _where_it_ends(run)
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


def _where_it_ends(run: str) -> int:
    """Return how much of a run belongs to the number: not a point at its end, nor 半."""
    half = run.find("半")
    if half >= 0:
        run = run[:half]
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
    return (total + section) * step if 0 < total < step else total + (section or 1) * step


def share_at(text: str, start: int) -> tuple[int, int] | None:
    """Return (power of ten, length) of 百分之, 千分之, 万分之 at `start`: 百分之 is (-2, 3)."""
    match = SHARES.match(text, start)
    if match is None:
        return None
    value = 1
    for character in match[1]:
        value *= PLACES.get(character) or STEPS.get(character) or 1
    return -(len(str(value)) - 1), len(match[0])
