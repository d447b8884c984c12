"""What is wrong with two units that stand together: currencies, unlike measures, and those that no table has."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.quantity.conversion import (
    dimension,
    factor,
    is_a_riddle,
    is_counted_in,
    is_other_currency,
    is_unlike,
    may_mean,
    share_a_sign,
)
from claimcheck.quantity.terms import INDEX_POINTS, MEASURED
from claimcheck.sheet.values import shown

if TYPE_CHECKING:
    from claimcheck.kinds.base import Stated
    from claimcheck.quantity.terms import Unit

_RIDDLE = "what one is worth in the other is not known"


def clash(stated: Stated, name: str, unit: Unit) -> str:
    """Return what is wrong with a number's unit; "" of none."""
    own = stated.written.unit
    said = f"{shown(stated.written.text)} is in {_called(own)}, and {name} is in {_called(unit)}"
    if may_mean(stated.written, unit):
        return ""
    if is_other_currency(own, unit):
        return f"{said}: currencies are not converted"
    if is_unlike(own, unit) and not is_counted_in(own, unit):
        return said
    if is_a_riddle(own, unit):
        return f"{said}: {_RIDDLE}"
    return f"{said}: {_depends(own)}" if factor(own, unit) == 0 else ""


def clash_of_two(what: str, units: dict[str, Unit]) -> str:
    """Return what is wrong where something adds or compares what is in units of which none makes the other."""
    for (one, unit), (other, another) in combinations(units.items(), 2):
        said = f"{what} takes {one}, in {_called(unit)}, and {other}, in {_called(another)}"
        if is_other_currency(unit, another) and not share_a_sign(unit, another):
            return f"{said}: currencies are not converted"
        if is_unlike(unit, another):
            return said
        if _is_share_of(unit, another) or _is_share_of(another, unit):
            points = next((name for name, each in ((one, unit), (other, another)) if each == INDEX_POINTS), "")
            if points:
                return f'{said}: where its points are percentage points, declare `unit: "%"` for {points}'
            return f"{said}: a percentage is a part of something, and no amount"
        if is_a_riddle(unit, another):
            return f"{said}: {_RIDDLE}"
        if factor(unit, another) == 0:
            return f"{said}: {_depends(unit)}"
    return ""


def _is_share_of(unit: Unit, measured: Unit) -> bool:
    """Whether one of two units is a percentage and the other measures something: 5% and 50 tonnes, not 5% and 3 ppm."""
    return unit.family == "percent" and measured.family in MEASURED and factor(measured, unit) is None


def _depends(unit: Unit) -> str:
    return "temperatures are not converted" if dimension(unit) == "temperature" else "how many make one depends"


def _called(unit: Unit) -> str:
    return f"{unit.name}/{unit.per}" if unit.per else unit.name
