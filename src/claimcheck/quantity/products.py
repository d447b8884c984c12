"""Units that are products of two: "tonne-kilometres", "passenger kilometres", "man-hours", "MW·h", "degree days"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon import words as _words
from claimcheck.quantity.lexicon.measures import LENGTH_UNITS
from claimcheck.quantity.terms import Unit
from claimcheck.quantity.unit_names import lookup, names

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_DOTS = frozenset(("·", "⋅", "*"))
_SECOND = _words("km mi nmi m hour day week month year night")
_TIMES_OF = _words("second minute hour day week month quarter year decade century night")
_PLURALS = _words(
    "kilometres kilometers km miles hours days weeks months years nights metres meters kilometre kilometer mile hour"
)
_COUNTED = _words(  # what may stand before a second unit with a mere space between
    "passenger pax seat vehicle person people man woman train truck car lane bed patient guest staff student pupil"
    " aircraft berth room tonne ton degree track route"
)
_ALIKE = {"pax": "passenger", "man": "person", "people": "person", "woman": "person"}


def product_behind(parts: Parts, unit: Unit, stop: int) -> tuple[Unit, int] | None:
    """Return the product of a measure, whose name ends before `stop`, and the unit behind it: "tonne-kilometres".

    `None` of none, as for the lengths and times of "5 km days" and "8-hour days".
    """
    if unit.family != "measure" or unit.name in _TIMES_OF or unit.name in LENGTH_UNITS or unit.per:
        return None
    word = parts.words[stop]
    glued = parts.glued(stop) and parts.glued(stop + 1) and (word == "-" or word in _DOTS)
    spaced = _is_spaced(parts, stop)
    found = lookup(parts, stop + glued) if glued or spaced else None
    if found is None or found[0].family != "measure" or (word not in _DOTS and found[0].name not in _SECOND):
        return None
    return _product(unit.name, found[0].name), found[1]


def _is_spaced(parts: Parts, index: int) -> bool:
    """Whether the second unit stands at `index` behind a mere space: "tonne kilometres", "MW hours"."""
    before = parts.words[index - 1]
    power = before[-1:] == "W" and parts.words[index].lower() == "hours"
    return not parts.glued(index) and parts.words[index].lower() in _PLURALS and (power or before.lower() in _COUNTED)


def product_named(parts: Parts, index: int) -> tuple[Unit, int] | None:
    """Return the product at `index` whose first word counts, and the index after it: "bed days", "person-years"."""
    index += parts.words[index].lower() in ("available", "revenue")
    head, hyphen = parts.words[index].lower(), parts.words[index + 1] == "-" and parts.glued(index + 2)
    found = lookup(parts, index + 1 + hyphen) if hyphen or _is_spaced(parts, index + 1) else None
    if head not in _COUNTED or found is None or found[0].name not in _SECOND:
        return None
    known = names().get(head)
    return _product(known.name if known else head, found[0].name), found[1]


def product_counted(parts: Parts, index: int, stop: int) -> Unit | None:
    """Return the unit of a counted noun, from `index` to `stop`, that is a measure: "passenger-kilometres".

    Hours of another kind are hours, as in "340 working hours"; `None` of nouns that measure nothing.
    """
    found = lookup(parts, stop - 1)
    if found is None or found[0].name not in _SECOND:
        return None
    measure = found[0]
    joined = parts.words[stop - 2] == "-" and stop - 2 > index
    head = parts.words[stop - 3 if joined else stop - 2].lower()
    return _product(head, measure.name) if joined or (head in _COUNTED and stop - 2 >= index) else measure


def _product(one: str, other: str) -> Unit:
    """Return the unit of a product by the name it has, as "MWh" for "MW hours", else by those of both."""
    known = names().get(f"{one}h" if other == "hour" else f"{one}⋅{other}")
    return known or Unit(f"{_ALIKE.get(one, one)}-{other}", "measure")
