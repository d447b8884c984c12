"""Numbers of quantities that are printed with decimals somewhere: averages of counted things, which are rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Stated, level_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.base import Kind
    from claimcheck.sheet.model import Claim

_IN_OWN_TERMS = (Fit.LEVEL, Fit.CHANGE)


def rounded_where_averaged(claims: list[Claim]) -> list[Claim]:
    """Return the claims, counts of what is printed with decimals no longer exact: 23.4 pupils, and 2 pupils more."""
    averaged = {name for claim in claims for kind in claim.readings for name in _averaged(kind)}
    return [_rounded(claim, averaged) for claim in claims] if averaged else claims


def _averaged(kind: Kind) -> Iterator[str]:
    stated = kind.stated
    if stated is not None and kind.fit in _IN_OWN_TERMS and stated.written.unit.family == "count":
        yield from _names(kind) if stated.written.decimals and stated.written.magnitude == 1 else ()


def _names(kind: Kind) -> list[str]:
    """Return the names of the quantities whose level, change or difference a kind states."""
    minus = getattr(kind, "minus", None)
    return [*level_names(kind), *([term.name for term in minus.terms] if minus is not None else ())]


def _rounded(claim: Claim, averaged: set[str]) -> Claim:
    readings = tuple(_with_rounding(kind, averaged) for kind in claim.readings)
    if readings == claim.readings:
        return claim
    printed = tuple(tuple(number and _round(number) for number in numbers) for numbers in claim.printed)
    return claim._replace(readings=readings, printed=printed)


def _with_rounding(kind: Kind, averaged: set[str]) -> Kind:
    stated = kind.stated
    if stated is None or kind.fit not in _IN_OWN_TERMS or averaged.isdisjoint(_names(kind)):
        return kind
    return kind.with_number(_round(stated)) if stated.written.exact else kind


def _round(number: Stated) -> Stated:
    return number._replace(written=number.written._replace(exact=number.written.hedge == "exactly"))
