"""What another number would do: the verdict of every claim before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.app.compile import compile_sheet
from claimcheck.engine import check
from claimcheck.kinds.base import Fit, level_names
from claimcheck.quantity.terms import BARE, MEASURED
from claimcheck.quantity.written import NumberError, read, scan
from claimcheck.reports.wording import unit_of_name

if TYPE_CHECKING:
    from fractions import Fraction

    from claimcheck.kinds.base import Kind, Stated
    from claimcheck.quantity.terms import Unit
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Assessment, Result


class Impact(NamedTuple):
    """The outcome of one claim with the number as it is, and with the other one."""

    claim: Claim
    before: Result
    after: Result

    @property
    def changed(self) -> bool:
        """Whether its verdict is another one."""
        return self.before.verdict is not self.after.verdict


def impact(sheet: Sheet, claim: Claim, number: str) -> tuple[tuple[Impact, ...], Assessment]:
    """Return what every claim becomes if `claim` printed `number`, and the whole assessment after.

    `number` is read as `is:` reads it; without a verb or hedge of its own it keeps the claim's. Raises NumberError for
    a text that holds no number, and ValueError for a claim that prints none.
    """
    changed = with_number(claim, number, _unit(sheet, claim))
    others = tuple(changed if each.id == claim.id else each for each in sheet.claims)
    before, after = check(compile_sheet(sheet)), check(compile_sheet(sheet._replace(claims=others)))
    earlier = {result.claim: result for result in before.results}
    later = {result.claim: result for result in after.results}
    visible = [each for each in others if not each.structure]
    return tuple(Impact(each, earlier[each.id], later[each.id]) for each in visible), after


def _unit(sheet: Sheet, claim: Claim) -> Unit | None:
    """Return the unit of the quantity whose level or change a claim prints; `None` where it is not known."""
    names = level_names(claim.kind) if claim.kind.fit in (Fit.LEVEL, Fit.CHANGE) else []
    return next((unit for name in names if (unit := unit_of_name(sheet, name)) != BARE), None)


def with_number(claim: Claim, number: str, unit: Unit | None = None) -> Claim:
    """Return the claim with another written number in place of its own, in every quote; `unit` is that of its level."""
    stated = claim.kind.stated
    if stated is None or claim.kind.with_number(stated) is claim.kind:
        raise ValueError(f"{claim.id} prints no number that could change")
    other = (
        _of_fraction(stated, number)
        if claim.kind.name == "fraction"
        else _of_own_sort(claim.kind, stated, number, unit)
    )
    readings = tuple(kind.with_number(other) for kind in claim.readings)
    quotes = tuple(quote._replace(number=None) for quote in claim.quotes)
    return claim._replace(readings=readings, quotes=quotes, printed=())


def _of_fraction(stated: Stated, number: str) -> Stated:
    from claimcheck.sheet.counted import changed, read_fraction

    other = read_fraction(number, stated.style, scan(number, stated.style.locale))
    if other is None:
        raise NumberError(f"no number in {number!r}")
    return changed(stated, other)


def _of_own_sort(kind: Kind, stated: Stated, number: str, unit: Unit | None) -> Stated:
    """Return a number with the hedge, verb, magnitude and unit of the claim's own where it has none itself."""
    from claimcheck.quantity.conversion import factor
    from claimcheck.sheet.fitting import fits

    own, written = stated.written, read(number, stated.style.locale)
    if not (written.hedge or written.direction or written.value < 0):
        written = written._replace(hedge=own.hedge, direction=own.direction, by_to=own.by_to)
    if written.unit.family == "none":
        if written.magnitude == 1 and _is_nearer(written.value * own.magnitude, written.value, own.value):
            written = written.times(own.magnitude)
        written = written._replace(unit=own.unit)
    else:
        base = own.unit if own.unit.family != "none" or unit is None else unit
        worth = factor(written.unit, base)
        if worth:
            written = written.times(worth)._replace(unit=base)
        misfits = kind.fit in (Fit.LEVEL, Fit.CHANGE) and not worth and _is_another_sort(written.unit, base)
        if misfits or not fits(type(kind), written, None):
            raise ValueError(f"{number!r} does not fit: {kind.name} takes {kind.fit.value}, as {own.text!r} is")
    return stated._replace(written=written, negative=stated.negative and written.value >= 0)


def _is_another_sort(unit: Unit, base: Unit) -> bool:
    """Whether a level in one unit cannot be of a quantity in another: kilograms of money, percents of shops."""
    in_parts = unit.family in ("percent", "points", "multiple")
    return unit.family in MEASURED or (in_parts and base.family in (*MEASURED, "count"))


def _is_nearer(scaled: Fraction, plain: Fraction, own: Fraction) -> bool:
    """Whether a bare number is rather one in the magnitude of the claim's own: 24.95 for "24.59 trillion"."""
    if not scaled or not plain or not own:
        return True
    return max(scaled / own, own / scaled, key=abs) <= max(plain / own, own / plain, key=abs)
