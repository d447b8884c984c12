"""Each quantity in one unit, 5,001 kg beside 5.0 tonnes; quantities that are added or compared in one as well."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Operand, level_names
from claimcheck.quantity.conversion import factor, is_other_currency, may_mean, share_a_sign
from claimcheck.sheet.occurring import BARE, quantities
from claimcheck.sheet.values import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.base import Kind, Stated
    from claimcheck.quantity.terms import Unit
    from claimcheck.sheet.model import Claim, Series
    from claimcheck.sheet.values import Values

_MEASURED = ("measure", "currency")
_OWN_TERMS = (Fit.LEVEL, Fit.CHANGE)  # the number is in the unit of the quantity
_DIMENSIONLESS = ("percent", "multiple")


def in_one_unit(values: Values, claims: list[Claim], series: dict[str, Series]) -> tuple[list[Claim], dict[str, Unit]]:
    """Return the claims with the factors that bring their numbers into one unit, and that unit of each quantity.

    A claim whose unit cannot be brought into that of its quantity is left out, after a finding.
    """
    printed = {stated.written.unit for claim in claims for kind in claim.readings for stated in _numbers(claim, kind)}
    printed.update(known.unit for known in series.values() if known.unit)
    if len([unit for unit in printed if unit.family in _MEASURED]) <= 1:
        return claims, {}
    own = _own_units(claims, series)
    kept = [claim for claim in claims if not _misfit(values, claim, own)]
    units = _common(kept, series, own)
    converted = [_converted(claim, own, units) for claim in kept]
    return converted, units if converted != kept else {}


def _numbers(claim: Claim, kind: Kind) -> Iterator[Stated]:
    """Yield the numbers that a claim prints for one reading; a formula's are in the units of its quantities."""
    if kind.name != "assert" and kind.stated:
        yield kind.stated
        yield from (number for numbers in claim.printed for number in numbers if number)


def _own_units(claims: list[Claim], series: dict[str, Series]) -> dict[str, Unit]:
    """Return the unit of each quantity: as declared, else as first printed."""
    own = {name: known.unit for name, known in series.items() if known.unit}
    for claim in claims:
        for kind in claim.readings:
            stated = kind.stated if kind.fit in _OWN_TERMS else None
            if stated and stated.written.unit.family in _MEASURED:
                for name in level_names(kind):
                    own.setdefault(name, stated.written.unit)
    return own


def _common(claims: list[Claim], series: dict[str, Series], own: dict[str, Unit]) -> dict[str, Unit]:
    """Return for each quantity the unit that it shares with those it is added to or compared with.

    What a formula speaks of, or a declared ratio, stays in its own unit.
    """
    pinned = {term.name for known in series.values() for side in known.ratio or () for term in side.terms}
    together = [_structured(known) for known in series.values()]
    for claim in claims:
        for kind in claim.readings:
            if kind.name == "assert":
                pinned.update(q.name for condition in kind.conditions(BARE) for q in quantities(condition))
            together.append(_related(kind))
    units: dict[str, Unit] = {}
    for members in _groups(list(own), together):
        shared = own[next((name for name in members if name in pinned), members[0])]
        for name in members:
            units[name] = shared if name not in pinned and factor(own[name], shared) else own[name]
    return units


def _structured(known: Series) -> list[str]:
    wholes = (known.part_of,) if known.part_of else ()
    return [known.name, *(term.name for operand in (*known.parts, *wholes) for term in operand.terms)]


def _groups(names: list[str], together: list[list[str]]) -> list[list[str]]:
    """Return names in groups: those that stand together, also by way of others."""
    above: dict[str, str] = {}

    def top(name: str) -> str:
        while name in above:
            name = above[name]
        return name

    for first, *rest in filter(None, together):
        for name in rest:
            if top(name) != top(first):
                above[top(name)] = top(first)
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(top(name), []).append(name)
    return list(groups.values())


def _misfit(values: Values, claim: Claim, own: dict[str, Unit]) -> bool:
    """Report a claim whose unit is neither its quantity's nor can be brought into it."""
    for kind in claim.readings:
        names = [name for name in level_names(kind) if kind.fit in _OWN_TERMS and name in own]
        for told in filter(
            None, (_told(number, name, own[name]) for name in names for number in _numbers(claim, kind))
        ):
            place = claim.number_place or (claim.quotes[0].place if claim.quotes else claim.place)
            values.report("unit-mismatch", told, place, "give it a quantity of its own, or write both in one unit")
            return True
        if told := _told_of_two(kind, own):
            values.report("unit-mismatch", told, claim.place, "bring both into one unit first")
            return True
    return False


def _told_of_two(kind: Kind, own: dict[str, Unit]) -> str:
    """Return what is wrong with a claim that adds or compares quantities in units of which none makes the other."""
    names = _related(kind)
    units = [(name, own[name]) for name in dict.fromkeys(names) if name in own]
    for (one, unit), (other, another) in combinations(units, 2):
        if is_other_currency(unit, another) and not share_a_sign(unit, another):
            return (
                f"{kind.name} takes {one}, in {unit.name}, and {other}, in {another.name}: currencies are not converted"
            )
        if factor(unit, another) == 0:
            return f"{kind.name} takes {one}, in {unit.name}, and {other}, in {another.name}: how many make one depends"
    return ""


def _related(kind: Kind) -> list[str]:
    """Return the names of quantities that a claim adds or compares; none for a formula, or a ratio with a unit."""
    if kind.name == "assert" or (kind.fit is Fit.RATIO and not _is_dimensionless(kind)):
        return []
    return [quantity.name for condition in kind.conditions(BARE) for quantity in quantities(condition)]


def _is_dimensionless(kind: Kind) -> bool:
    return kind.stated is not None and kind.stated.written.unit.family in _DIMENSIONLESS


def _told(stated: Stated, name: str, unit: Unit) -> str:
    """Return what is wrong with a number's unit; "" of none."""
    own = stated.written.unit
    said = f"{shown(stated.written.text)} is in {own.name}, and {name} is in {unit.name}"
    if may_mean(stated.written, unit):
        return ""
    if is_other_currency(own, unit):
        return f"{said}: currencies are not converted"
    return f"{said}: how many make one depends" if factor(own, unit) == 0 else ""


def _converted(claim: Claim, own: dict[str, Unit], units: dict[str, Unit]) -> Claim:
    printed = claim.printed or ((),) * len(claim.readings)
    pairs = zip(claim.readings, printed, strict=True)
    readings = [(_scaled(kind, own, units), _scaled_again(kind, numbers, own, units)) for kind, numbers in pairs]
    kinds, numbers = tuple(kind for kind, _ in readings), tuple(again for _, again in readings)
    if kinds == claim.readings and numbers == printed:
        return claim
    return claim._replace(readings=kinds, printed=numbers if claim.printed else ())


def _scaled(kind: Kind, own: dict[str, Unit], units: dict[str, Unit]) -> Kind:
    if kind.stated is None or kind.name == "assert":
        return kind
    worth = _worth(kind, kind.stated.written.unit, own, units)
    return kind if worth == 1 else kind.with_number(kind.stated._replace(factor=worth))


def _scaled_again(
    kind: Kind, numbers: tuple[Stated | None, ...], own: dict[str, Unit], units: dict[str, Unit]
) -> tuple[Stated | None, ...]:
    return tuple(n and n._replace(factor=_worth(kind, n.written.unit, own, units)) for n in numbers)


def _worth(kind: Kind, unit: Unit, own: dict[str, Unit], units: dict[str, Unit]) -> Fraction:
    """Return what one of a number's unit is worth in those of the quantities that it is about."""
    if kind.fit in _OWN_TERMS:
        return _into(unit, next(iter(level_names(kind)), ""), own, units)
    if kind.name != "ratio":
        return Fraction(1)
    above, below = (next(iter(_names(kind, side)), "") for side in ("of", "per"))
    if unit.family in _DIMENSIONLESS:  # of kilograms and tonnes as well
        return (factor(units[below], units[above]) if above in units and below in units else None) or Fraction(1)
    part, whole = unit._replace(per=""), unit._replace(name=unit.per, per="")
    return _into(part, above, own, units) / _into(whole, below, own, units)


def _into(unit: Unit, name: str, own: dict[str, Unit], units: dict[str, Unit]) -> Fraction:
    """Return what one of `unit` is worth in the unit of a quantity; a bare number is in the quantity's own."""
    if name not in units:
        return Fraction(1)
    return factor(unit, units[name]) or factor(own[name], units[name]) or Fraction(1)


def _names(kind: Kind, side: str) -> list[str]:
    operand = getattr(kind, side, None)
    return [term.name for term in operand.terms] if isinstance(operand, Operand) else []
