"""Whether a number may be what a kind asserts, as far as its unit says."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit
from claimcheck.quantity.unknown_units import is_unknown

if TYPE_CHECKING:
    from claimcheck.kinds.base import Kind
    from claimcheck.quantity.written import Unit, Written

PARTS = ("ppm", "ppb")  # the measures of what a percent measures too
_SHARES = ("percent", "multiple", "none")
_FAMILIES = {
    Fit.RATE: ("percent", "multiple"),
    Fit.ADDED: ("percent", "points", "none"),
    Fit.COUNT: ("count", "none", "measure"),
}
_BASIS_POINT = Fraction(1, 10000)


def fits(cls: type[Kind], written: Written, unit: Unit | None) -> bool:
    """Whether a number may be what the kind asserts, as far as its unit says."""
    family = written.unit.family
    if cls.fit in _FAMILIES:
        return family in _FAMILIES[cls.fit] or (cls.fit is Fit.RATE and written.form in ("word", "fraction"))
    basis = family == "points" and written.magnitude == _BASIS_POINT  # "21 basis points of the loans"
    if cls.fit is Fit.SHARE:
        return family in _SHARES or written.form == "word" or basis
    if cls.fit is Fit.RATIO:
        return family != "points" or basis
    if unit is None:
        return True  # a lead of 7.2 percentage points is a level as well
    if unit.family == "percent":
        level = cls.fit is Fit.LEVEL and (family == "percent" or written.unit.name in PARTS)
        return family in ("points", "none") or level or written.form == "word"
    if unit.family == "count" and not unit.per:
        symbol = written.text[written.number_end - written.start :].strip(" -")
        measured = family == "measure" and len(symbol) > 1 and not is_unknown(written.unit)  # "500 iPad" count
        return family not in ("percent", "points", "currency") and not measured
    if unit.family == "currency" and family == "currency" and written.unit.name != unit.name:
        from claimcheck.quantity.conversion import is_other_currency, may_mean

        return may_mean(written, unit) or not is_other_currency(written.unit, unit)
    return family not in ("percent", "points") and not (unit.family == "currency" and family == "measure")
