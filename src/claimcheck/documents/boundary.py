"""Where a number begins and ends, as far as a quote must not cut it."""

from __future__ import annotations

import re

_MARKS = ".,'’"  # between two digits they belong to the number: 24.59, 1,200, 1'200
_SPACES = "\xa0\u2007\u2009\u202f "  # they group digits by threes
_MINUS = "-−–"
_OPENS = "([{\"'“‘„"
_MONEY = "$€£¥₹"
_BEFORE_POINT = _OPENS + _MINUS + "$€£¥~<>="
_CURRENCY = re.compile(rf"[A-Z]{{0,3}}[{_MONEY}]?[ \xa0]?")  # before a number: "$", "US$", "EUR "
_LONGEST_CURRENCY = 5  # characters
_GROUP = 3


def cuts_number(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` begins or ends inside a number: 4.1 in 24.1, 1,200 in 1,200,000, 7% in -7%."""
    return end > start and (_inside(text, start) or _inside(text, end) or _loses_sign(text, start))


def _inside(text: str, at: int) -> bool:
    """Whether the place before `text[at]` lies in a number."""
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isdecimal():
        if after.isdecimal() or _is_vulgar(after):
            return True
        return _joins(text, at)
    return after.isdecimal() and _joins(text, at - 1, from_left=True)


def _joins(text: str, at: int, *, from_left: bool = False) -> bool:
    """Whether the mark at `at` joins digits to one number."""
    mark = text[at]
    after = text[at + 1 : at + 2]
    before = text[at - 1] if at else ""
    if mark == "." and from_left and (not before or before.isspace() or before in _BEFORE_POINT):
        return True  # .5 begins with its point
    if not before.isdecimal() or not after.isdecimal():
        return False
    if mark in _MARKS[:2]:
        return True
    return (mark in _MARKS or (mark in _SPACES and _is_short_run(text, at))) and _is_group(text, at + 1)


def _is_group(text: str, at: int) -> bool:
    """Whether exactly three digits stand from `at` on."""
    digits = text[at : at + _GROUP]
    return len(digits) == _GROUP and digits.isdecimal() and not text[at + _GROUP : at + _GROUP + 1].isdecimal()


def _is_short_run(text: str, end: int) -> bool:
    """Whether the run of digits before `end` has at most three: 2015 200 are two numbers, 1 200 is one."""
    before = text[max(0, end - _GROUP - 1) : end]
    digits = len(before) - len(before.rstrip("0123456789"))
    return digits <= _GROUP and before[: len(before) - digits][-1:] not in (".", ",")


def _is_vulgar(sign: str) -> bool:
    return sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"


def _loses_sign(text: str, start: int) -> bool:
    """Whether the minus of a number stands before `start`: it opens a word there, so it is no dash or hyphen.

    A currency may stand on either side of it, and `start` within that: "-$5", "$-5", "-US$5", "-EUR 5".
    """
    first = _CURRENCY.match(text, start).end()  # type: ignore[union-attr]  # it matches nothing at all, too
    if not text[first : first + 1].isdecimal():
        return False
    for minus in range(start - 1, max(start - 2 - _LONGEST_CURRENCY, -1), -1):
        if text[minus] in _MINUS:
            before = text[minus - 1 : minus] if minus else ""
            opens = not before or before.isspace() or before in _OPENS + _MONEY
            return opens and _is_currency(text[minus + 1 : first])
    return False


def _is_currency(text: str) -> bool:
    """Whether nothing but a currency stands between a minus and its digits, or nothing at all."""
    if not text or not _CURRENCY.fullmatch(text):
        return not text
    if any(sign in text for sign in _MONEY):
        return True
    from claimcheck.quantity.prices import is_money

    return is_money(text.strip())
