"""Repairs of a conflict: for each of its claims the number it would need, and whether that mends everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.decide import Outcome, decide
from claimcheck.engine.judge import in_own_terms, slack, stated_interval
from claimcheck.engine.program import Program
from claimcheck.engine.recompute import implied, implied_by
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
    ranges = _Ranges(component, claims)
    found: list[tuple[Repair, int]] = []
    hit = frozenset(claims)  # what every contradiction known so far needs: nothing else cures them all
    for i in claims:
        relaxed = component.with_readings(i, tuple(reading[1:] for reading in component.constraints[i].readings))
        outcome = decide(relaxed, members) if i in hit else Outcome(feasible=False, support=hit)
        hit = hit & outcome.support if outcome.feasible is False else hit
        found.append((_repair(component, i, ranges.needed(i), members, cures=outcome.feasible is True), i))
    found.sort(key=lambda pair: (pair[1] not in suspects, *_rank(component, *pair)))
    return tuple(repair for repair, _ in found)


def _rank(component: Component, repair: Repair, claim: int) -> tuple[bool, bool, bool, Fraction | int, int]:
    constraint = component.constraints[claim]
    gap = slack(stated_interval(constraint), repair.needs, constraint.half_unit)
    far = 10**9 if gap is None else -gap
    return constraint.structure, not repair.cures, repair.slip is None, far, claim


def _repair(
    component: Component, claim: int, needs: Interval | None, members: Sequence[int], *, cures: bool
) -> Repair:
    constraint = component.constraints[claim]
    slip = _slip(component, claim, needs, members) if cures and needs is not None else None
    return Repair(constraint.id, None if needs is None else in_own_terms(constraint, needs), cures, slip)


class _Ranges:
    """What the other claims of a conflict leave each claim, from one exact program where nothing has cases."""

    def __init__(self, component: Component, claims: Sequence[int]) -> None:
        self.component, self.claims = component, claims
        self.program: Program | None = None
        if all(len(component.ways(i)) == 1 for i in claims):
            self.program = Program(len(component.columns), component.signed)
            for i in claims:
                self.program.add(component.ways(i)[0].rows)
            self.program.solve()

    def needed(self, claim: int) -> Interval | None:
        """Return the range of a claim's ratio that the others and its side conditions leave; `None` for no value."""
        component = self.component
        first = component.constraints[claim].readings[0][0]
        if not isinstance(first, Statement):
            return None
        if self.program is not None and not component.whole:
            program = self.program.copy()
            program.lift(claim, statement=0)
            return implied_by(program, (), first, component).interval
        side = [row for row in component.ways(claim)[0].rows if row.statement != 0]
        return implied(component, [i for i in self.claims if i != claim], first, side).interval


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
