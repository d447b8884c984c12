"""Short forms in which tests say what a text's numbers are."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.quantity.written import scan

if TYPE_CHECKING:
    from claimcheck.quantity.written import Written


def exact(text: str) -> Fraction:
    """Return the rational that a short text names: "3/4", "1.2e6"."""
    return Fraction(text)


def unit_text(written: Written) -> str:
    """Return a unit as `name/per`."""
    return f"{written.unit.name}/{written.unit.per}" if written.unit.per else written.unit.name


def quantities(text: str, locale: str = "en") -> list[Written]:
    """Return the numbers of a text that are quantities, years and labels left out."""
    return [written for written in scan(text, locale) if written.form not in ("year", "date", "ordinal", "label")]


def only(text: str) -> Written:
    """Return the one quantity of a text."""
    (written,) = quantities(text)
    return written


def values(text: str) -> list[str]:
    """Return value and unit of each quantity of a text: "760000000000 CNY", "1/5..1/4 %"."""
    found = []
    for written in quantities(text):
        upper = "" if written.upper is None else f"..{written.upper}"
        found.append(f"{written.value}{upper} {unit_text(written)}".strip())
    return found


def context(text: str) -> list[tuple[str, str, str]]:
    """Return hedge, direction and by or to of each quantity of a text."""
    return [(written.hedge, written.direction, written.by_to) for written in quantities(text)]


def classes(text: str) -> list[tuple[str, str]]:
    """Return digits and class of each number of a text that is no quantity."""
    return [(w.text, w.form) for w in scan(text) if w.form in ("year", "date", "ordinal", "label")]
