"""Bare numbers beside percentages in a formula: 2.5 would be 250% there, and is hardly ever meant so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, level_names
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import BARE as BARE_UNIT
from claimcheck.quantity.terms import PERCENT, QUANTITIES
from claimcheck.quantity.written import scan
from claimcheck.sheet.occurring import BARE
from claimcheck.sheet.values import shown

if TYPE_CHECKING:
    from claimcheck.kinds.base import Kind
    from claimcheck.quantity.written import Written
    from claimcheck.sheet.model import Claim, Series
    from claimcheck.sheet.values import Values

_PERIOD = re.compile(r"\[[^\]]*\]")
_WHOLE = 1  # 100%: numbers up to it are the fractions that percentages are, a + b = 1


def without_bare_percents(values: Values, claims: list[Claim], series: dict[str, Series]) -> list[Claim]:
    """Return the claims but for formulas that compare or add percentages alone with a bare number above 1, as told."""
    percents = {name for name, known in series.items() if known.unit and known.unit.family == "percent"}
    for kind in (kind for claim in claims for kind in claim.readings):
        if kind.fit is Fit.LEVEL and kind.stated and kind.stated.written.unit.family == "percent":
            percents.update(level_names(kind))
    told = {claim.id: found for claim in claims for kind in claim.readings if (found := _bare(kind, percents))}
    for claim in claims:
        if claim.id in told:
            written, name = told[claim.id]
            message = f"{shown(written.digits)} is a bare number, and {name} is a percentage"
            help_ = f"{written.digits} there is {show_number(written.value, PERCENT)}: write that, or {written.digits}%"
            values.report("unit-mismatch", message, claim.place, help_)
    return [claim for claim in claims if claim.id not in told]


def _bare(kind: Kind, percents: set[str]) -> tuple[Written, str] | None:
    """Return a bare number above 1 that a formula compares with percentages or adds to them, and one of these."""
    if kind.name != "assert":
        return None
    condition, *_ = kind.conditions(BARE)
    if not isinstance(condition, Statement) or condition.denominator or not condition.numerator.terms:
        return None
    names = [quantity.name for quantity, _ in condition.numerator.terms]
    formula: str = vars(kind)["formula"]
    if not percents.issuperset(names):
        return None
    if kind.stated:
        written = [kind.stated.written]
    elif not -_WHOLE <= condition.numerator.constant <= _WHOLE and "%" not in formula:
        written = [each for each in scan(_PERIOD.sub("", formula)) if each.form in QUANTITIES]
    else:
        return None
    bare = [each for each in written if each.unit == BARE_UNIT and abs(each.value) > _WHOLE]
    bare.sort(key=lambda each: abs(each.value) != abs(condition.numerator.constant))  # the 30 of "12 * rate < 30"
    return (bare[0], names[0]) if bare else None
