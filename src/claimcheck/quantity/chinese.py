"""Chinese numerals and fractions: 四十三, 一千二百, 三分之一, 百分之四十三, 三成, 半."""

from itertools import takewhile
from typing import NamedTuple

from claimcheck.quantity.digits import trailing_zeros
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


def run_length(text: str, start: int) -> int:
    """Return how many characters of a numeral follow each other from `start`."""
    end = start
    while end < len(text) and text[end] in _NUMERAL and end - start < _LONGEST_RUN:
        end += 1
    return end - start


def numeral_in(text: str, start: int) -> ChineseNumeral | None:
    """Return the numeral of Chinese characters at `start`.

    `None` where the run there is no number ("十分" is, by its characters).
    """
    run = text[start : start + run_length(text, start)]
    if not run or run[0] in STEPS:
        return None  # the 万 of 万一
    run = run[: _where_it_ends(text, start, run)].replace("點", "点")
    whole, _, tail = run.partition("点")
    value = _whole(whole) if whole else None
    if value is None:
        return None
    places = "".join(str(DIGITS[character]) for character in takewhile(DIGITS.__contains__, tail))
    if places:
        return ChineseNumeral(int(f"{value}{places}"), len(places), 0, len(whole) + 1 + len(places))
    return ChineseNumeral(value, 0, trailing_zeros(str(value)), len(whole))


def _where_it_ends(text: str, start: int, run: str) -> int:
    """Return how much of a run belongs to the number: not a point at its end, nor 半, nor the 千 of 千米."""
    run = run.partition("半")[0]
    end = start + len(run)
    if len(run) > 1 and _begins_a_unit(text, end - 1, run[-1]):
        run = run[:-1]
    return len(run.rstrip("点點"))


def _begins_a_unit(text: str, place: int, character: str) -> bool:
    """Whether a character at `place` begins what follows the number: 百分点, 千米, 兆瓦, 两."""
    after = place + 1
    if character in PLACES and text.startswith("分", after) and not text.startswith("分之", after):
        return True
    if character in "两兩":
        return text[place - 1] not in "点點"
    return character in "千兆" and any(text[place : after + more] in UNITS for more in (3, 2, 1))


def _whole(run: str) -> int | None:
    """Return the value of a run without a point.

    `None` for one that breaks the rules, as 二三十 (twenty or thirty) does.
    """
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
