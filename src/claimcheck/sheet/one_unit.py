"""Each quantity in one unit, 5,001 kg beside 5.0 tonnes; quantities that are added or compared in one as well."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Operand, level_names
from claimcheck.kinds.statement import Statement, quantities
from claimcheck.quantity.conversion import (
    dimension,
    factor,
    has_shared_sign,
    is_a_riddle,
    is_counted_in,
    is_other_currency,
    is_unlike,
    may_mean,
    per_noun,
    quotient,
)
from claimcheck.quantity.terms import BARE as BARE_UNIT
from claimcheck.quantity.terms import MEASURED, PERCENT, QUANTITIES, Unit
from claimcheck.quantity.unit_names import measures
from claimcheck.quantity.written import scan
from claimcheck.sheet.occurring import BARE
from claimcheck.sheet.unit_clashes import clash, clash_of_two
from claimcheck.sheet.values import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.base import Kind, Stated
    from claimcheck.quantity.terms import Written
    from claimcheck.sheet.model import Claim, Series
    from claimcheck.sheet.values import Values

_PERIOD = re.compile(r"\[[^\]]*\]")
_OWN_TERMS = (Fit.LEVEL, Fit.CHANGE)  # the number is in the unit of the quantity
_DIMENSIONLESS = ("percent", "multiple")
_DEGREE = "degree"


def in_one_unit(
    values: Values, claims: list[Claim], series: dict[str, Series], default: Unit | None
) -> tuple[list[Claim], dict[str, Series], dict[str, Unit]]:
    """Return the claims with the factors that bring their numbers into one unit, and that unit of each quantity.

    A claim whose unit cannot be brought into that of its quantity is left out, after a finding, and so are parts that
    cannot be added.
    """
    own = _own_units(claims, series, default)
    held = {claim.id: claim for claim in claims}
    own |= dict.fromkeys(_compared_with_parts(claims, held, own), PERCENT)
    compared = own | _percents(claims)
    kept = [claim for claim in claims if not _misfit(values, claim, own, compared, held)]
    series = {name: _addable(values, known, compared) for name, known in series.items()}
    units = _common(kept, series, own)
    converted = [_converted(claim, own, units) for claim in kept]
    return converted, series, units if converted != kept else {}


def _addable(values: Values, known: Series, own: dict[str, Unit]) -> Series:
    """Return a quantity as declared; without its parts or its whole, after a finding, where units keep them apart."""
    told = clash_of_two(
        f"the structure of {known.name}", {name: own[name] for name in _structured(known) if name in own}
    )
    if not told:
        return known
    values.report("unit-mismatch", told, known.place, "bring all into one unit first")
    return known._replace(parts=(), part_of=None)


def _numbers(claim: Claim, kind: Kind) -> Iterator[Stated]:
    """Yield the numbers that a claim prints for one reading; a formula's are in the units of its quantities."""
    if kind.name != "assert" and kind.stated:
        yield kind.stated
        yield from (number for numbers in claim.printed for number in numbers if number)


def _own_units(claims: list[Claim], series: dict[str, Series], default: Unit | None) -> dict[str, Unit]:
    """Return the unit of each quantity: as declared, else as first printed, by itself or in a ratio."""
    own = {name: known.unit for name, known in series.items() if known.unit}
    kinds = [kind for claim in claims for kind in claim.readings if kind.name != "assert"]
    stated = [(kind, kind.stated.written) for kind in kinds if kind.stated]
    own |= _per_time(own, stated)
    signs: dict[str, Written] = {}  # "5 kr", until "6 NOK" says which kroner they are
    for kind, written in stated:
        level = default if written.unit == BARE_UNIT else written.unit
        if kind.fit not in _OWN_TERMS or not level or not (level.family in MEASURED or level.per):
            continue
        for name in level_names(kind):
            if name not in own or (name in signs and may_mean(signs[name], level)):
                own[name] = level
                signs |= {name: written} if has_shared_sign(written) else {}
    printed = [(kind, written.unit) for kind, written in stated]
    for kind, unit in printed:
        if kind.fit in _OWN_TERMS and dimension(unit) == "temperature":  # "14.2 degrees", until "57.6 °F" says which
            own |= {name: unit for name in level_names(kind) if name in own and own[name].name == _DEGREE}
        if kind.name == "ratio" and unit.family in MEASURED and per_noun(unit.per):
            above, below = _names(kind, "of"), _names(kind, "per")
            under = Unit(per_noun(unit.per), "measure")
            own = dict.fromkeys(above, unit._replace(per="")) | dict.fromkeys(below, under) | own
        elif kind.name == "ratio" and unit.family == "currency":  # "58 cents" of every dollar: of what is in dollars
            money = own.get(next(iter(_names(kind, "per")), ""))
            own = (dict.fromkeys(_names(kind, "of"), money) if money and factor(unit, money) else {}) | own
    for name, declared in series.items():
        if declared.ratio and name in own and own[name].family != "percent":
            top, bottom = (own.get(side.terms[0].name) for side in declared.ratio)
            own |= {name: top._replace(per=bottom.name)} if top and bottom else {}
    return own


def _percents(claims: list[Claim]) -> dict[str, Unit]:
    """Return the quantities whose level is printed as a percentage."""
    kinds = [kind for claim in claims for kind in claim.readings if kind.fit is Fit.LEVEL]
    percents = [kind for kind in kinds if kind.stated and kind.stated.written.unit.family == "percent"]
    named = [level_names(kind) for kind in percents]
    return {names[0]: PERCENT for names in named if len(names) == 1}


def _per_time(own: dict[str, Unit], stated: list[tuple[Kind, Written]]) -> dict[str, Unit]:
    """Return the declared units of quantities that are printed per this and per that: £690 a month, £8,280 a year.

    They are per what is printed first, since the declared unit does not say.
    """
    pers: dict[str, dict[str, None]] = {}
    for kind, written in stated:
        if kind.fit in _OWN_TERMS and written.unit.per:
            for name in level_names(kind):
                pers.setdefault(name, {})[written.unit.per] = None
    several = {name: next(iter(found)) for name, found in pers.items() if len(found) > 1}
    return {name: unit._replace(per=several[name]) for name, unit in own.items() if name in several and not unit.per}


def _common(claims: list[Claim], series: dict[str, Series], own: dict[str, Unit]) -> dict[str, Unit]:
    """Return for each quantity the unit that it shares with those it is added to or compared with.

    What a formula speaks of, or a declared ratio, stays in its own unit.
    """
    held = {claim.id: claim for claim in claims}
    pinned: set[str] = set()
    together = [_structured(known) for known in series.values()]
    for known in series.values():
        sides = [[term.name for term in side.terms] for side in known.ratio or ()]
        if known.unit and known.unit.family == "percent":
            together.append([name for names in sides for name in names])
        else:
            pinned.update({known.name, *(name for names in sides for name in names)} if sides else ())
    for claim in claims:
        for kind in claim.readings:
            if kind.name == "assert" and _constants(kind):
                pinned.update(_speaks_of(kind))
            together += [_related(kind), *([term.name for term in operand.terms] for operand in _operands(kind))]
            together += _compared(*_rivals(kind, held))
    units: dict[str, Unit] = {}
    for members in _groups([*own, *(name for names in together for name in names)], together):
        known_ones = [name for name in members if name in own]
        if not known_ones:
            continue
        shared = own[next((name for name in known_ones if name in pinned), known_ones[0])]
        for name in members:
            keeps = name in own and (name in pinned or factor(own[name], shared) in (None, 0, 1))
            units[name] = own[name] if keeps else shared
    return units


def _rivals(kind: Kind, held: dict[str, Claim]) -> tuple[Claim | None, Claim | None]:
    """Return the claims whose numbers a claim compares; `None` of others."""
    names = (vars(kind).get("claim"), vars(kind).get("than")) if kind.name == "compare" else ()
    one, other = (held.get(name) if isinstance(name, str) else None for name in names or ("", ""))
    return one, other


def _compared(one: Claim | None, other: Claim | None) -> list[list[str]]:
    """Return the names of quantities that must be in one unit for the numbers of two claims to be compared."""
    if one is None or other is None:
        return []
    if one.kind.fit in _OWN_TERMS and other.kind.fit in _OWN_TERMS:
        return [[*level_names(one.kind), *level_names(other.kind)]]
    if one.kind.name == other.kind.name == "ratio":
        return [[*_names(one.kind, side), *_names(other.kind, side)] for side in ("of", "per")]
    return []


def _compared_with_parts(claims: list[Claim], held: dict[str, Claim], own: dict[str, Unit]) -> Iterator[str]:
    """Yield quantities printed per 1,000 or in ppm whose level some claim compares with a share or a growth."""
    pairs = [_rivals(kind, held) for claim in claims for kind in claim.readings]
    for pair in [*pairs, *(pair[::-1] for pair in pairs)]:
        levels = [claim.kind.fit in _OWN_TERMS for claim in pair if claim]
        if levels == [True, False] and pair[0]:
            yield from (name for name in level_names(pair[0].kind) if name in own and factor(own[name], PERCENT))


def _structured(known: Series) -> list[str]:
    wholes = (known.part_of,) if known.part_of else ()
    return [known.name, *(term.name for operand in (*known.parts, *wholes) for term in operand.terms)]


def _operands(kind: Kind) -> list[Operand]:
    found: list[Operand] = []
    for field in vars(kind).values():
        if isinstance(field, Operand):
            found.append(field)
        elif isinstance(field, tuple):
            found += [each for each in field if isinstance(each, Operand)]
    return found


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


def _misfit(
    values: Values, claim: Claim, own: dict[str, Unit], compared: dict[str, Unit], held: dict[str, Claim]
) -> bool:
    """Report a claim whose unit is neither its quantity's nor can be brought into it.

    What is added or compared is `compared` by its unit, of which `own` has no percentages that are not declared.
    """
    for kind in claim.readings:
        names = [name for name in level_names(kind) if kind.fit in _OWN_TERMS and name in own]
        for told in filter(
            None, (clash(number, name, own[name]) for name in names for number in _numbers(claim, kind))
        ):
            place = claim.number_place or (claim.quotes[0].place if claim.quotes else claim.place)
            values.report("unit-mismatch", told, place, "give it a quantity of its own, or write both in one unit")
            return True
        if told := _told_of_formula(kind, own):
            values.report("unit-mismatch", told, claim.place, "a formula's numbers are in the units of its quantities")
            return True
        if told := _told_of_ratio(kind, own):
            place = claim.number_place or (claim.quotes[0].place if claim.quotes else claim.place)
            values.report("unit-mismatch", told, place, "say the ratio in units of the two quantities")
            return True
        if told := clash_of_two(kind.name, _units_of(kind, compared, held)):
            values.report("unit-mismatch", told, claim.place, "bring both into one unit first")
            return True
    return False


def _told_of_formula(kind: Kind, own: dict[str, Unit]) -> str:
    """Return what is wrong with a formula that prints a number in another unit than that of its quantities."""
    units = {name: own[name] for name in _speaks_of(kind) if name in own} if kind.name == "assert" else {}
    for written in _constants(kind) if units else ():
        other = next(((name, unit) for name, unit in units.items() if _is_in_another(written, unit)), None)
        if other and written.unit.name not in {unit.name for unit in units.values()}:
            return f"{shown(written.text)} is in {written.unit.name}, and {other[0]} is in {other[1].name}"
    return ""


def _is_in_another(written: Written, unit: Unit) -> bool:
    """Whether a number is in another currency than a quantity, or in another unit of the same dimension."""
    other = is_other_currency(written.unit, unit) and not may_mean(written, unit)
    return other or factor(written.unit, unit) not in (None, 1)


def _told_of_ratio(kind: Kind, own: dict[str, Unit]) -> str:
    """Return what is wrong with a ratio in a unit that its quantities do not make: kilograms, of kWh per person."""
    if kind.name != "ratio" or kind.stated is None:
        return ""
    text, unit = shown(kind.stated.written.text), kind.stated.written.unit
    above, below = (next(iter(_names(kind, side)), "") for side in ("of", "per"))
    if above in own and below in own and not unit.per:
        counted = unit.family == "count" and factor(own[below], own[above])  # 9.78 million units, of euros over euros
        if counted or quotient(unit, own[above], own[below]) is not None:
            return ""
    sides = ((above, unit._replace(per="")), (below, Unit(per_noun(unit.per), "measure")))
    for name, said in sides:
        if name not in own:
            continue
        unlike = is_unlike(said, own[name]) and not is_counted_in(own[name], said)
        riddle = said.name in measures() and is_a_riddle(said, own[name]._replace(per=""))
        if unlike or riddle or is_other_currency(said, own[name]):
            return f"{text} is {'per' if name == below else 'in'} {said.name}, and {name} is in {own[name].name}"
    return ""


def _units_of(kind: Kind, own: dict[str, Unit], held: dict[str, Claim]) -> dict[str, Unit]:
    """Return the units of the quantities, or of the numbers of claims, that a claim adds or compares."""
    rivals = [claim for claim in _rivals(kind, held) if claim and claim.kind.stated]
    compared = {claim.id: claim.kind.stated.written.unit for claim in rivals if claim.kind.stated}
    return {name: own[name] for name in _related(kind) if name in own} | compared


def _related(kind: Kind) -> list[str]:
    """Return the names of quantities that a claim adds or compares.

    None for a ratio with a unit, for a formula with numbers, which are in the units of its quantities, and for one that
    multiplies or divides.
    """
    if kind.name == "assert" and any(not isinstance(condition, Statement) for condition in kind.conditions(BARE)):
        return []
    if (kind.fit is Fit.RATIO and not _is_dimensionless(kind)) or _constants(kind):
        return []
    return _speaks_of(kind)


def _speaks_of(kind: Kind) -> list[str]:
    return [quantity.name for condition in kind.conditions(BARE) for quantity in quantities(condition)]


def _constants(kind: Kind) -> list[Written]:
    """Return the numbers of a formula but for percentages and multiples."""
    formula: str = vars(kind).get("formula", "")
    printed = [each for each in scan(_PERIOD.sub("", formula)) if each.form in QUANTITIES]
    return [each for each in printed if each.unit.family not in _DIMENSIONLESS and each.value]


def _is_dimensionless(kind: Kind) -> bool:
    return kind.stated is not None and kind.stated.written.unit.family in _DIMENSIONLESS


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
    stated = kind.stated
    worth = _worth(kind, stated.written.unit, own, units)
    if worth == 1:
        return kind
    name = next(iter(level_names(kind)), "")
    if stated.written.unit == BARE_UNIT and name in own and stated.style.scale == 1:
        stated = stated._replace(written=stated.written._replace(unit=own[name]))
    return kind.with_number(stated._replace(factor=worth))


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
    if unit.family in _DIMENSIONLESS or (unit.family == "count" and not unit.per):  # of kilograms and tonnes as well
        return (factor(units[below], units[above]) if above in units and below in units else None) or Fraction(1)
    if above in units and below in units and not unit.per and (made := quotient(unit, units[above], units[below])):
        return made
    part, whole = unit._replace(per=""), unit._replace(name=per_noun(unit.per), per="")
    return _into(part, above, own, units) / _into(whole, below, own, units)


def _into(unit: Unit, name: str, own: dict[str, Unit], units: dict[str, Unit]) -> Fraction:
    """Return what one of `unit` is worth in the unit of a quantity; a bare number is in the quantity's own."""
    if name not in units:
        return Fraction(1)
    worth = factor(unit, units[name])
    if worth is None and not (unit.per and units[name].per):  # "23 cents a share" of what is in dollars
        worth = factor(unit._replace(per=""), units[name]._replace(per=""))
    return worth or (factor(own[name], units[name]) if name in own else None) or Fraction(1)


def _names(kind: Kind, side: str) -> list[str]:
    operand = getattr(kind, side, None)
    return [term.name for term in operand.terms] if isinstance(operand, Operand) else []
