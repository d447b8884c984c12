"""Quarters, halves and months as texts name them: "the third quarter of 2024", "Q3 2024", "July 2015"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.lexicon.labels import MONTH_NAMES, MONTHS, SHORT_MONTHS
from claimcheck.quantity.period import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

_NTH = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
MONTH = "|".join((*MONTH_NAMES, *(f"{short}\\." for short in SHORT_MONTHS)))
_YEAR = r"(?:[12][0-9]{3})(?![0-9])"
_IN_YEAR = rf"(?:,?\s+(?:of|in)?\s*(?:the\s+(?:year\s+)?)?(?P<fy>fiscal\s+(?:year\s+)?|FY\s?)?(?P<year>{_YEAR}))?"
_WORDS = lazy(
    rf"\b(?:the\s+)?(?P<nth>{'|'.join(_NTH)})[\s-](?P<what>quarter|half)(?:-year)?\b{_IN_YEAR}", re.IGNORECASE
)
_SHORT = lazy(rf"\b(?P<what>[QH]|(?:Quarter|Half)\s)(?P<nth>[1-4])\b{_IN_YEAR}", re.IGNORECASE)
_TURNED = lazy(rf"\b(?P<nth>[1-4])(?P<what>[QH])(?:{_IN_YEAR}|(?P<short>[0-9]{{2}}))\b", re.IGNORECASE)
_BEHIND = lazy(rf"\b(?P<fy>FY\s?)?(?P<year>{_YEAR})[\s-]?(?P<what>[QH])(?P<nth>[1-4])\b", re.IGNORECASE)
_NAMED = lazy(
    rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})|(?<=\bin )(?P<bare>{MONTH})(?!\s+[0-9])\b", re.IGNORECASE
)
_LENGTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
_UP_TO = lazy(
    rf"\b(?:the\s+)?(?P<length>{'|'.join(_LENGTHS)})[\s-]months?\s+(?:period\s+)?(?:to|ended|ending|through)\s+"
    rf"(?:the end of\s+)?(?:(?:28|29|30|31)\s+)?(?P<month>{MONTH})(?:\s+(?:28|29|30|31))?,?\s+(?P<year>{_YEAR})",
    re.IGNORECASE,
)
_OVER_TWO = lazy(
    rf"\b(?P<year>{_YEAR})[-–/](?P<next>[0-9]{{2}})(?![-–/]?[0-9])(?:\s+(?P<part>Q[1-4]|H[12])\b)?", re.IGNORECASE
)
# A date of one day, and what runs up to a month: neither is that month.
_NOT_MONTH = lazy(
    r"[0-9](?:st|nd|rd|th)?\s+$|\b(?:(?<!compared )to|ended|ending|through|until|till|and|[-–—])\s*$", re.IGNORECASE
)
_HALVES = 2


class Named(NamedTuple):
    """A period that a text names, from its first character to its last; `period` is "" where the year is not said."""

    start: int
    end: int
    part: str  # Q3, H1, 07
    period: str  # 2024-Q3, FY2024-Q3, 2024-04..2024-06 or ""
    assumed: bool = False  # whether the year is that of the text, and not said beside it


def named_periods(text: str, start: int, end: int) -> list[Named]:
    """Return the quarters, halves and months that `text[start:end]` names, in order and without overlap."""
    found: list[Named] = []
    for each in sorted(_all(text, start, end), key=lambda named: (named.start, -named.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
    return found


def _all(text: str, start: int, end: int) -> Iterator[Named]:
    for pattern in (_WORDS, _SHORT, _TURNED, _BEHIND):
        for found in pattern.finditer(text, start, end):
            parts = found.groupdict()
            number = _NTH.get(parts["nth"].lower()) or int(parts["nth"])
            letter = parts["what"][0].upper()
            if letter == "H" and parts["nth"].lower() in ("last", "final"):
                number = _HALVES
            if letter == "H" and number > _HALVES:
                continue
            year = parts["year"] or (f"20{parts['short']}" if parts.get("short") else "")
            fiscal = "FY" if year and parts["fy"] else ""
            part = f"{letter}{number}"
            yield Named(found.start(), found.end(), part, f"{fiscal}{year}-{part}" if year else "")
    for found in _NAMED.finditer(text, start, end):
        if not _NOT_MONTH.search(text[max(start, found.start() - 12) : found.start()]):
            part = f"{_number(found['month'] or found['bare']):02}"
            yield Named(found.start(), found.end(), part, f"{found['year']}-{part}" if found["year"] else "")
    for found in _OVER_TWO.finditer(text, start, end):
        last = int(found["year"]) + 1  # "2023–24", a fiscal year by its end
        if last % 100 == int(found["next"]):
            part = (found["part"] or "").upper()
            yield Named(found.start(), found.end(), part, f"FY{last}-{part}".rstrip("-"))
    for found in _UP_TO.finditer(text, start, end):
        length, last = _LENGTHS[found["length"].lower()], int(found["year"]) * YEAR + _number(found["month"]) - 1
        first = last - length + 1
        period = f"{first // YEAR}-{first % YEAR + 1:02}..{last // YEAR}-{last % YEAR + 1:02}"
        yield Named(found.start(), found.end(), "", period)


def _number(month: str) -> int:
    return MONTHS[month.lower().rstrip(".")]
