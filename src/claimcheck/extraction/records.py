"""Quantities of a text as plain records, one JSON object a text: what `quantities --format jsonl` prints."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.lexicon import words
from claimcheck.quantity.terms import QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.quantity.written import Written

_MODIFIERS = {
    "": "=",
    "exactly": "=",
    "about": "~",
    "nearly": "~",
    "just over": ">",
    "plus-minus": "~",
    "more than": ">",
    "at least": ">",
    "less than": "<",
    "at most": "<",
}
_NAMES = {"x": "times", "%": "percent"}
_BELOW = words("under below less short shy")  # "just under" is below, "nearly" is about
_YEAR = lazy(r"[12]\d{3}")
_NEAR = 80  # characters before a number
# Before a number in parentheses these say that it is the number of the sentence, so the parentheses are a minus sign.
_SAYING = words("was is were are of to by at from be been reached recorded posted reported a an and or between |")


def to_record(text: str, quantities: Iterable[Written]) -> dict[str, Any]:
    """Return {"text", "quantities"}: each with start, end, value or low and high, unit, modifier, change and kind.

    Percents and points are printed numbers here (43% is 43, 20 bp is 20); ranges have low and high and no value.
    Years have the kind "year"; dates and labels have no value.
    """
    return {"text": text, "quantities": [_record(text, written) for written in quantities]}


def _record(text: str, written: Written) -> dict[str, Any]:
    record: dict[str, Any] = {
        "start": written.amount_start,
        "end": written.amount_end,
        "value": None,
        "low": None,
        "high": None,
        "unit": "",
        "modifier": "=",
        "change": None,
        "kind": written.form,
    }
    if written.form in ("year", "ordinal"):
        return record | {"value": _plain(written.value)}
    if written.form not in QUANTITIES:
        return record
    unit, scale = _unit(written)
    value = -written.value if written.parenthesised and not means_minus(text, written) else written.value
    if written.upper is not None and written.hedge == "plus-minus":
        numbers = {"value": _plain(value / scale)}
    elif written.upper is not None:
        numbers = {"low": _plain(value / scale), "high": _plain(written.upper / scale)}
    else:
        numbers = {"value": _plain(value / scale)}
    modifier = "<" if written.hedge == "nearly" and _BELOW.intersection(written.text.lower().split()) else None
    change = written.direction if written.by_to != "to" and written.direction else None
    return record | numbers | {"unit": unit, "modifier": modifier or _MODIFIERS[written.hedge], "change": change}


def _unit(written: Written) -> tuple[str, Fraction]:
    """Return the unit's name, and what one of it is worth in terms of the value."""
    unit, scale, name = written.unit, Fraction(1), written.unit.name
    if unit.family == "percent":
        name, scale = "percent", Fraction(1, 100)
    elif unit.family == "points":
        basis = written.magnitude == Fraction(1, 10000)
        name, scale = ("basis point", Fraction(1, 10000)) if basis else ("percentage point", Fraction(1, 100))
    name = _NAMES.get(name, name)
    return (f"{name} per {unit.per}" if unit.per and name else name), scale


def means_minus(text: str, written: Written) -> bool:
    """Whether parentheses are a minus sign here: alone in its text or cell, behind "was", "of", "to", or in "(7)%"."""
    if written.unit.family == "currency" and written.text[:1] != "(":
        return True  # "$(88,700)"
    before = re.split(r"\t|\n\s*\n", text[max(0, written.start - _NEAR) : written.start])[-1].split()
    if not before or before[-1].lower() in _SAYING:
        return True
    behind_number = before[-1][-1:].isdecimal() and not _YEAR.fullmatch(before[-1])  # "882.6 (638.3) million"
    return not (behind_number or written.text.rstrip().endswith(")"))


def _plain(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
