"""A first, plain scanner: to be deepened."""

from __future__ import annotations

import re
from fractions import Fraction

from claimcheck.quantity.terms import BARE, PERCENT, POINTS, NumberError, Unit, Written

_MAGNITUDES = {
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
    "bn": 9,
    "m": 6,
    "tn": 12,
    "k": 3,
    "万": 4,
    "亿": 8,
    "万亿": 12,
}
_PATTERN = re.compile(
    r"(?P<verb>(?:fell|down|dropped|decrease|decline|rose|up|increase|grew|increased|exceed)(?: by| of)? )?"
    r"(?P<hedge>(?:about|approximately|more than|at least|less than|at most|nearly|almost|over|exactly) )?"
    r"(?P<open>\()?(?P<sign>[-−])?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:\s?(?P<mag>thousand|million|billion|trillion|bn|tn|m|k|万亿|万|亿)\b)?"
    r"(?P<unit>\s?(?:%|percentage points|pp|bp|yuan|元|euros?|dollars?|companies|firms|categories|people|days|years|km|tonnes)(?!\w))?"
)
_HEDGES = {"approximately": "about", "over": "more than", "almost": "nearly"}
_UNITS = {"%": PERCENT, "percentage points": POINTS, "pp": POINTS, "bp": POINTS}
_NAMES = {
    "yuan": ("CNY", "currency"),
    "元": ("CNY", "currency"),
    "euro": ("EUR", "currency"),
    "euros": ("EUR", "currency"),
}
_MEASURES = ("days", "years", "km", "tonnes")


def _unit(text: str) -> Unit:
    if text in _UNITS:
        return _UNITS[text]
    if text in _NAMES:
        return Unit(*_NAMES[text])
    return Unit(text.rstrip("s"), "measure" if text in _MEASURES else "count") if text else BARE


def scan(text: str, locale: str = "en") -> list[Written]:
    """Return every number of a text, in order."""
    found = []
    for match in _PATTERN.finditer(text):
        digits = match["digits"]
        unit = _unit((match["unit"] or "").strip())
        magnitude = Fraction(10) ** _MAGNITUDES.get(match["mag"] or "", 0)
        if unit.family in ("percent", "points"):
            magnitude /= 10000 if (match["unit"] or "").strip() == "bp" else 100
        sign = -1 if match["sign"] or match["open"] else 1
        whole, _, places = digits.replace(",", "").partition(".")
        verb = (match["verb"] or "").split()
        direction = (
            ""
            if not verb
            else "down"
            if verb[0] in ("fell", "down", "dropped", "decrease", "decline")
            else "up"
        )
        hedge = (match["hedge"] or "").strip()
        if verb and verb[0] == "exceed":
            hedge, direction = "more than", ""
        zeros = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
        found.append(
            Written(
                match[0],
                match.start(),
                match.end(),
                match.start("digits"),
                match.end("digits"),
                digits,
                sign * Fraction(digits.replace(",", "")) * magnitude,
                None,
                len(places),
                zeros,
                magnitude,
                unit,
                _HEDGES.get(hedge, hedge),
                direction,
                "by" if "by" in verb else "",
                bool(match["open"]),
                "number",
                hedge == "exactly"
                or (unit.family == "count" and not places and zeros == 0 and magnitude == 1),
                match.start("digits"),
                match.end(),
            )
        )
    return found


def read(text: str, locale: str = "en") -> Written:
    """Return the one number that `text` holds."""
    if len(text) > 400:
        raise NumberError("a written number is at most 400 characters long")
    found = scan(text, locale)
    if len(found) != 1:
        raise NumberError(f"one number is expected, {len(found)} are here")
    return found[0]
