"""Repairs of a conflict: for each of its claims the number it would need, and whether that mends everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.decide import decide
from claimcheck.engine.judge import in_own_terms, slack, stated_interval
from claimcheck.engine.recompute import implied
from claimcheck.kinds.statement import Statement
from claimcheck.verdicts import Repair, Slip

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from fractions import Fraction

    from claimcheck.engine.component import Component
    from claimcheck.quantity.interval import Interval


def repairs(
    component: Component, claims: Sequence[int], members: Sequence[int], suspects: Collection[int] = ()
) -> tuple[Repair, ...]:
    """Return a repair for each claim of a conflict within `members`, the likeliest first.

    `suspects`, claims that mend the component together, come first and structure last; then claims that cure all, a
    likely slip first, then the least distance in half-units.
    """
    found = [(_repair(component, i, claims, members), i) for i in claims]
    found.sort(key=lambda pair: (pair[1] not in suspects, *_rank(component, *pair)))
    return tuple(repair for repair, _ in found)


def _rank(component: Component, repair: Repair, claim: int) -> tuple[bool, bool, bool, Fraction | int, int]:
    constraint = component.constraints[claim]
    gap = slack(stated_interval(constraint), repair.needs, constraint.half_unit)
    far = 10**9 if gap is None else -gap
    return constraint.structure, not repair.cures, repair.slip is None, far, claim


def _repair(component: Component, claim: int, claims: Sequence[int], members: Sequence[int]) -> Repair:
    constraint = component.constraints[claim]
    needs = needed(component, claim, [i for i in claims if i != claim])
    relaxed = component.with_readings(claim, tuple(reading[1:] for reading in constraint.readings))
    cures = decide(relaxed, members).feasible is True
    slip = _slip(component, claim, needs, members) if cures and needs is not None else None
    return Repair(constraint.id, None if needs is None else in_own_terms(constraint, needs), cures, slip)


def needed(component: Component, claim: int, others: Sequence[int]) -> Interval | None:
    """Return the range of a claim's ratio that `others` and its own side conditions leave; `None` for no value."""
    first = component.constraints[claim].readings[0][0]
    if not isinstance(first, Statement):
        return None
    side = [row for row in component.ways(claim)[0].rows if row.statement != 0]
    return implied(component, others, first, side).interval


def _slip(component: Component, claim: int, needs: Interval, members: Sequence[int]) -> Slip | None:
    """Return the first likely slip whose number makes the whole component consistent."""
    variants = component.constraints[claim].variants
    first = component.constraints[claim].readings[0][0]
    for variant in variants() if variants is not None else ():
        other = variant.readings[0][0]
        same_ratio = isinstance(other, Statement) and other[:2] == first[:2]
        if same_ratio and len(variant.readings) == 1 and not other.interval.meets(needs):
            continue
        if decide(component.with_readings(claim, variant.readings), members).feasible:
            return Slip(variant.slip, variant.text)
    return None
