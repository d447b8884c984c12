"""So much for each of counted things a year: the year is the period that is spoken of, not what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, level_names
from claimcheck.kinds.ratio import Ratio
from claimcheck.quantity.conversion import dimension

if TYPE_CHECKING:
    from claimcheck.kinds.base import Kind, Operand, Stated
    from claimcheck.quantity.terms import Unit
    from claimcheck.sheet.model import Claim, Series

_SPANS = ("year", "half", "quarter", "month", "week", "day")


def within_periods(claims: list[Claim], series: dict[str, Series]) -> list[Claim]:
    """Return the claims with ratios "a year" as those of their year where their things are counted or measured.

    "€15,700 a year" for each of 38,117 pensioners is what they got in 2024, over the pensioners there were.
    """
    if not any(_is_per_time(kind.stated) for claim in claims for kind in claim.readings if kind.name == "ratio"):
        return claims
    units: dict[str, list[Unit]] = {name: [known.unit] for name, known in series.items() if known.unit}
    for kind in (kind for claim in claims for kind in claim.readings):
        if kind.fit is Fit.LEVEL and kind.stated:
            for name in level_names(kind):
                units.setdefault(name, []).append(kind.stated.written.unit)
    return [_within(claim, units) for claim in claims]


def _is_per_time(number: Stated | None) -> bool:
    return number is not None and number.written.unit.per in _SPANS


def _within(claim: Claim, units: dict[str, list[Unit]]) -> Claim:
    again = claim.printed or ((),) * len(claim.readings)
    pairs = [_without_time(kind, numbers, units) for kind, numbers in zip(claim.readings, again, strict=True)]
    readings, printed = tuple(kind for kind, _ in pairs), tuple(numbers for _, numbers in pairs)
    return claim if readings == claim.readings else claim._replace(readings=readings, printed=claim.printed and printed)


def _without_time(
    kind: Kind, again: tuple[Stated | None, ...], units: dict[str, list[Unit]]
) -> tuple[Kind, tuple[Stated | None, ...]]:
    """Return a ratio in the units of its quantities alone, where "a year" is its period or that of what is paid."""
    if not isinstance(kind, Ratio) or not _is_per_time(kind.number):
        return kind, again
    above, below = (_units_of(side, units) for side in (kind.of, kind.per))
    span = kind.number.written.unit.per
    each = any(dimension(unit) not in ("", "duration") for unit in below)
    its_own = span in _period_of(kind) or any(unit.per == span for unit in above)
    if not each or not its_own:
        return kind, again
    return kind.with_number(_timeless(kind.number, span)), tuple(n and _timeless(n, span) for n in again)


def _timeless(number: Stated, span: str) -> Stated:
    unit = number.written.unit
    return number if unit.per != span else number._replace(written=number.written._replace(unit=unit._replace(per="")))


def _units_of(side: Operand, units: dict[str, list[Unit]]) -> list[Unit]:
    return [unit for term in side.terms for unit in units.get(term.name, ())]


def _period_of(kind: Ratio) -> tuple[str, ...]:
    """Return what spans a ratio's period is one of: a fiscal year is a year; any where none is said."""
    return _SPANS if kind.in_ is None else (kind.in_.kind.removeprefix("fiscal "),)
