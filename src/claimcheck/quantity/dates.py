"""Dates, times, years and other fixed patterns of digits."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.quantity.hedges import hedge_before
from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.lexicon.labels import BEHIND_SIZES, CROWDS, MONTHS, ORDINAL_ENDINGS, TIME
from claimcheck.quantity.lexicon.numbers import CHINESE_MAGNITUDES, MORE_CHINESE
from claimcheck.quantity.prices import prefix_at
from claimcheck.quantity.terms import Class
from claimcheck.quantity.unit_names import chinese_lookup
from claimcheck.quantity.units import unit_at

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_LAST_DAY = 31
_YEAR_DIGITS = 4
_FEWEST_CALLED = 7  # digits of "+1 202 555 0172"
_LONGEST_SPAN = 300  # years
_LONGEST_MARKER = 3  # digits of "12." before a list's item
_MONEY = frozenset("$€£¥₹")
_THAN, _RATES = _words("above below"), _words("% percent points point pp pct")  # "20% below 1990 levels"
_ZONES = _words("gmt utc bst est edt pst cet cest")  # "1030 GMT"
_NO_DAY = _words("% percent million billion trillion thousand per")
_SOFT_HEDGES = _words("than around about circa over")  # "around 2015" and "more than 2015" are years
_MEASURED = ("percent", "points", "currency", "measure", "multiple")
_BULLETS = (">", "*", "-", "(")
_DAY, _MONTH = "(?:3[01]|[12]\\d|0?[1-9])", "(?:1[0-2]|0?[1-9])"


_PATTERNS = {
    "phone": r"\+\d{1,3}[-\s.]?(?:\(\d{1,5}\)|\d{1,12})(?:[-\s./]\d{1,12}){1,8}|\(\d{3}\)\s?\d{3}-\d{4}"
    r"|\d{3,5}-\d{3,8}-\d{3,8}(?:-\d{1,12}){0,8}|\d{1,12}(?:-\d{1,12}){3,12}",
    "date": rf"\d{{4}}([-/.]){_MONTH}\1{_DAY}(?:[T ]\d\d:\d\d(?::\d\d)?Z?)?(?!\d)"
    rf"|{_DAY}([-/.]){_DAY}\2(?:\d{{4}}|\d\d)(?![\d/-])|[12]\d{{3}}-(?:1[0-2]|0[1-9])(?![\d-])",
    "span": r"([12]\d{3})\s?[-–—/]\s?([12]\d{3}|\d\d)(?![\d%]|,\d|\.\d)",
    "time": r"(?i)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)(?:\s?(?:[ap]m\b|[ap]\.m\.))?"
    r"|(?:1[0-2]|0?\d)(?:\.[0-5]\d)?\s?(?:[ap]m\b|[ap]\.m\.)",
    "chinese": rf"[12]\d{{3}}年(?:\s?{_MONTH}月(?:\s?{_DAY}[日号])?)?"
    rf"|{_MONTH}(?:[-–—~至到]{_MONTH})?月(?:\s?{_DAY}[日号])?(?!份额)|{_DAY}[日号]"
    r"|(?:1?\d|2[0-4])时(?!间|代|候|期|段)|[1-4]季度|[12]?\d世纪|\d0年代",
}
_DASHES = ("-", "–", "—", "/")


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return a pattern, compiled when the first text with a sign of it comes."""
    return re.compile(_PATTERNS[name])


@cache
def _web() -> re.Pattern[str]:
    return re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|\b10\.\d{4,9}/\S+")


def web_spans(text: str) -> list[tuple[int, int]]:
    """Return where addresses of pages and mail, and identifiers of papers stand: their digits count nothing."""
    if "://" not in text and "@" not in text and "www." not in text and "10." not in text:
        return []
    return [match.span() for match in _web().finditer(text)]


def patterned(parts: Parts, index: int, *, phones_only: bool = False) -> Class | None:
    """Return a class that a fixed pattern of digits and signs shows.

    Date, time, span of years, phone number.
    """
    text, start, following = parts.text, parts.starts[index], parts.words[index + 1]
    begin = start - 1 if parts.words[index - 1] in ("+", "(") and parts.glued(index) else start
    match = _pattern("phone").match(text, begin) if begin < start or following == "-" else None
    if match and (text[begin] != "+" or sum(map(str.isdecimal, match[0])) >= _FEWEST_CALLED):
        return Class("label", begin, match.end())
    if phones_only:
        return None
    dashed = following in _DASHES
    if (dashed or "." in parts.words[index]) and (match := _pattern("date").match(text, start)):
        return Class("date", start, match.end(), _first_number(match[0]))
    if dashed and parts.words[index - 1] not in _MONEY and (match := _pattern("span").match(text, start)):
        return _year_span(match)
    if not dashed and (match := _pattern("time").match(text, start)) and text[match.end() : match.end() + 1] != "%":
        return Class("date", start, match.end())
    if parts.chinese and (match := _pattern("chinese").match(text, start)):
        return Class("year" if match[0].endswith("年") else "date", start, match.end(), _first_number(match[0]))
    return None


def _first_number(text: str) -> int:
    found = re.match(r"\d+", text)
    return int(found[0]) if found else 0


def _year_span(match: re.Match[str]) -> Class | None:
    first, second = int(match[1]), match[2]
    last = int(second) if len(second) == _YEAR_DIGITS else first - first % 100 + int(second)
    if not first < last <= first + _LONGEST_SPAN or not is_year(str(last)) or first < 1500:  # noqa: PLR2004 - years that texts speak of
        return None
    return Class("year", match.start(), match.end(), first, last)


def list_marker(parts: Parts, index: int) -> Class | None:
    """Return the label of "1. Text" and "2) Text" at the start of a line, which "(82) (117)" are none of."""
    sign, before = parts.words[index + 1], parts.words[index - 1]
    if sign not in (".", ")") or not parts.glued(index + 1) or len(parts.words[index]) > _LONGEST_MARKER:
        return None
    if parts.glued(index + 2) or not parts.words[index + 2] or parts.text[parts.end(index + 1)] == "\n":
        return None
    if before == parts.words[index + 2] == "(" and parts.words[index + 3][:1].isdecimal():
        return None
    first = index - 1 if before in _BULLETS else index
    gap = parts.text[parts.end(first - 1) if parts.words[first - 1] else 0 : parts.starts[first]]
    if parts.words[first - 1] and "\n" not in gap:
        return None
    return Class("label", parts.starts[index], parts.end(index))


def date_by_month(parts: Parts, index: int) -> Class | None:
    """Return the date of "1 January 2016", "March 5, 2021", "May 2016", "1st of June"."""
    words, value = parts.words, int(parts.words[index])
    k = index - 2 if words[index - 1] == "." and words[index - 2].lower() in MONTHS else index - 1
    if _is_month(words[k]):
        if value <= _LAST_DAY:
            return _month_day(parts, index, parts.starts[k])
        return Class("date", parts.starts[k], parts.end(index), value) if is_year(words[index]) else None
    k = index + 1 + (words[index + 1].lower() in ORDINAL_ENDINGS)
    k += words[k] == "of" and k > index + 1
    if value > _LAST_DAY or not _is_month(words[k]):
        return None
    stop = k + 1 + (words[k + 1] == "." and words[k + 2][:1].isdecimal())
    stop += words[stop] == "," and is_year(words[stop + 1])
    return Class("date", parts.starts[index], parts.end(stop if is_year(words[stop]) else k), value)


def _month_day(parts: Parts, index: int, start: int) -> Class | None:
    """Return the date of "March 5" and "March 5, 2021"; `None` for "in May 5% of"."""
    words = parts.words
    stop = index + 1 + (words[index + 1].lower() in ORDINAL_ENDINGS)
    if words[stop].lower() in _NO_DAY:
        return None
    year = stop + (words[stop] == ",")
    return Class("date", start, parts.end(year if is_year(words[year]) else stop - 1), int(words[index]))


def _is_month(word: str) -> bool:
    return word[:1].isupper() and word.lower() in MONTHS


def is_year(word: str) -> bool:
    """Whether a word is four digits that may be a year, from 1000 to 2199."""
    return len(word) == _YEAR_DIGITS and word.isdecimal() and "1000" <= word < "2200"


def year_at(parts: Parts, index: int) -> Class | None:
    """Return the year of four plain digits; a counted noun, a unit or a hedge beside them makes them a number."""
    word = parts.words[index]
    if not is_year(word):
        return None
    before, after = parts.words[index - 1].lower(), parts.words[index + 1].lower()
    if after in _ZONES:
        return Class("date", parts.starts[index], parts.end(index + 1))
    dated = before in TIME
    if before in _MONEY or after in BEHIND_SIZES or (after in CROWDS and not dated):
        return None
    if parts.chinese and _is_chinese_count(parts, index + 1):
        return None
    if after == "-" and parts.glued(index + 1) and parts.words[index + 2].isalpha():
        return None
    if not dated and (not "1900" <= word < "2100" or _is_measured(parts, index)):
        return None
    return Class("year", parts.starts[index], parts.end(index), int(word))


def _is_chinese_count(parts: Parts, index: int) -> bool:
    """Whether a Chinese magnitude, measure word or unit behind four digits makes them a number: 2000万件, 2019家."""
    word = parts.words[index]
    if word in CHINESE_MAGNITUDES or word in MORE_CHINESE:
        return True
    return not word.isascii() and chinese_lookup(parts, index) is not None


def _is_measured(parts: Parts, index: int) -> bool:
    """Whether a hedge stands before, or a unit behind: "at least 2000", "2000 tonnes", "CNY 2000"."""
    if hedge_before(parts, index)[0]:
        before = parts.words[index - 1].lower()
        if before not in _SOFT_HEDGES and not (before in _THAN and parts.words[index - 2].lower() in _RATES):
            return True
    if prefix_at(parts, index):
        return True
    hit = unit_at(parts, index + 1)
    return hit is not None and hit.unit.family in _MEASURED
