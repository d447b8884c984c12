"""From one unit into another: kilograms into tonnes, cents into dollars; currencies never into each other."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon import words
from claimcheck.quantity.lexicon.conversions import ABBREVIATED, DIMENSIONS, HUNDREDTHS, RATES, SHARED
from claimcheck.quantity.lexicon.numbers import SCALES
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.unit_names import names

if TYPE_CHECKING:
    from claimcheck.quantity.terms import Unit, Written

_MADE_BY_TIME = {"energy", "power", "length", "speed", "data"}  # megawatt hours an hour are megawatts
_COUNTED = "count"  # of the passengers in a passenger-kilometre
PERSONS = words("person people head capita inhabitant resident citizen")
_PART = "one of "  # what a bare number "per 1,000" counts: one of 1000
_SECONDS = 3600  # of the hour in a watt hour
_HUNDREDTH = Fraction(1, 100)
_DEGREE = "degree"  # of one scale or the other, as the text says elsewhere
_NAMED = re.compile(r"\b(?:u\.?\s?s|american|british|uk|swiss|swedish|indian|mexican)\b|[a-z]\$", re.IGNORECASE)


def factor(unit: Unit, into: Unit) -> Fraction | None:
    """Return what one of `unit` is worth in `into`; 0 where that depends, as for tons; `None` of unlike units."""
    (name, per), (other, beside) = _parts(unit), _parts(into)
    if per == beside:
        return _factor(name, other)
    if not (per and beside):
        return _factor(_as_part(name, per), _as_part(other, beside))
    above, below = _factor(name, other), _factor(per_noun(per), per_noun(beside))
    counted, counting = per_number(per), per_number(beside)
    if below is None and counted and counting:  # per 1,000 people and per 100,000
        below = Fraction(1)
    if below is not None and (counted or counting):
        below = below * (counted or 1) / (counting or 1)
    if above is None or below is None:
        return None
    return above / below if below else Fraction(0)


def per_number(per: str) -> int:
    """Return the 1,000 of "per 1,000 people", the million of "per million"; 0 of none."""
    first = per.replace(",", "").partition(" ")[0]
    return int(first) if first.isdecimal() else 10 ** SCALES[first] if first in SCALES else 0


def per_noun(per: str) -> str:
    """Return the "km" of "100 km", the "people" of "1,000 people"; all of it where no number is in it."""
    return per.partition(" ")[2] if per_number(per) else per


def is_unlike(unit: Unit, into: Unit) -> bool:
    """Whether two units measure different things, as far as both are known: kilograms and kilometres, or dollars."""
    one, other = dimension(unit), dimension(into)
    rates = {one, other} & _MADE_BY_TIME if unit.per or into.per else ()
    return bool(one and other) and one != other and not rates


def is_counted_in(unit: Unit, into: Unit) -> bool:
    """Whether one of two is a product that is called by what it counts as well: man-hours are hours."""
    one, other = sorted((dimension(unit), dimension(into)), key=len)
    return other == f"{_COUNTED} {one}" and unit.per == into.per


def is_a_riddle(unit: Unit, into: Unit) -> bool:
    """Whether one of two units, or what it is per, is in no table: what it is worth in the other is not known."""
    measured = (
        unit.family == into.family == "measure" and unit.name != into.name and _DEGREE not in (unit.name, into.name)
    )
    if measured and not (dimension(unit) and dimension(into)):
        return True
    pers = {per_noun(per) for per in (unit.per, into.per)}
    return len(pers - {""}) > 1 and not pers <= PERSONS and factor(unit, into) is None


def dimension(unit: Unit) -> str:
    """Return what a unit measures, "currency" or "count"; "" where that is not known."""
    found, _ = _worth(_parts(unit)[0])
    return found or (unit.family if unit.family in ("currency", "count") else "")


def _parts(unit: Unit) -> tuple[str, str]:
    """Return a unit and what it is per, also of "m/s" and of miles an hour."""
    if not unit.per and unit.name in RATES:
        return RATES[unit.name]
    name, slash, per = unit.name.partition("/")
    name, per = (name, per) if slash and not unit.per else (unit.name, unit.per)
    return name, ABBREVIATED.get(per, per)


def _as_part(name: str, per: str) -> str:
    """Return the name of a unit; that of a part for a bare number per so many: 5 per 1,000 are 0.5%."""
    if not name and per_number(per) and per_noun(per) in ("", *PERSONS):
        return f"{_PART}{per_number(per)}"
    return f"{name}/{per}" if per else name


def quotient(unit: Unit, above: Unit, below: Unit) -> Fraction | None:
    """Return what one of `unit` is worth in one unit over another: hours in TWh per MW, km in tonne-km per tonne.

    `None` where the one over the other does not make the unit, as far as that is known.
    """
    made = dimension(unit), dimension(above), dimension(below)
    if made[1] in (f"{made[0]} {made[2]}", f"{made[2]} {made[0]}", f"{_COUNTED} {made[0]}") and not below.per:
        sizes = [_worth(each.name)[1] for each in (unit, above, below)]
        return sizes[0] * (sizes[2] or 1) / sizes[1] if sizes[1] else None  # km in passenger-km per passenger
    if made not in (("duration", "energy", "power"), ("power", "energy", "duration")):
        return None
    worth, size, divisor = (_table()[_parts(each)[0]][1] for each in (unit, above, below))
    return worth * divisor / size / _SECONDS if size else None


def is_other_currency(unit: Unit, into: Unit) -> bool:
    """Whether two units are of different currencies."""
    return unit.family == into.family == "currency" and _factor(unit.name, into.name) is None


def may_mean(written: Written, unit: Unit) -> bool:
    """Whether a number is printed with a sign or a word that another currency has too: "$5.00" for Canadian dollars."""
    return unit.family == "currency" and has_shared_sign(written) and _ends(unit, SHARED[written.unit.name][1])


def has_shared_sign(written: Written) -> bool:
    """Whether a number is printed with a sign or a word of several currencies: "$5.00", no "US$5.00"."""
    signs, _ = SHARED.get(written.unit.name, ((), ()))
    text = written.text.lower()
    return any(sign in text for sign in signs) and not _NAMED.search(text)


def share_a_sign(unit: Unit, other: Unit) -> bool:
    """Whether two currencies may be printed with one sign, as dollars of all countries are."""
    return any(_ends(unit, endings) and _ends(other, endings) for _, endings in SHARED.values())


def _ends(unit: Unit, endings: tuple[str, ...]) -> bool:
    return any(name.endswith(endings) for name, known in names().items() if known.name == unit.name)


def _factor(name: str, into: str) -> Fraction | None:
    if name == into:
        return Fraction(1)
    if into in HUNDREDTHS.get(name, ()):
        return _HUNDREDTH
    if name in HUNDREDTHS.get(into, ()):
        return 1 / _HUNDREDTH
    (dimension, worth), (other, unit) = _share_or(name), _share_or(into)
    if not dimension or dimension != other:
        return None
    return Fraction(worth) / unit if unit else Fraction(0)


def _share_or(name: str) -> tuple[str, Fraction]:
    """Return what a percent and one of 1,000 are worth in parts per million; of other units what `_worth` has."""
    if name == PERCENT.name:
        return "parts", Fraction(10**6)  # 1% being 0.01
    return ("parts", Fraction(10**6, int(name.removeprefix(_PART)))) if name.startswith(_PART) else _worth(name)


def _worth(name: str) -> tuple[str, Fraction]:
    """Return the dimension of a unit and what one is worth in it; of a product, "t-km", those of both of its units."""
    known = _table().get(name)
    one, dash, other = name.partition("-")
    if known or not dash:
        return known or ("", Fraction(0))
    (above, worth), (beside, size) = _table().get(one, (_COUNTED, Fraction(1))), _table().get(other, ("", Fraction(0)))
    return (f"{above} {beside}", worth * size) if beside else ("", Fraction(0))


@cache
def _table() -> dict[str, tuple[str, Fraction]]:
    table = {}
    for dimension, units in DIMENSIONS.items():
        for line in units.split(","):
            name, worth = line.split()
            table[name.replace("-", " ")] = dimension, Fraction(worth)
    return table
