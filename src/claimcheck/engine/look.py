"""A first look at claims: a point in their midst, checked exactly in their own terms, or the few that clash."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.fit import Fit
from claimcheck.engine.program import Program
from claimcheck.engine.pulls import Pulls, TangledError
from claimcheck.engine.solve import BEYOND_FLOATS, Point
from claimcheck.kinds.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.pulls import Exactly
    from claimcheck.kinds.statement import Condition, Quantity

_SUSPECTS = 12  # claims among which a contradiction is looked for
MANY = 2000  # claims, whose decision HiGHS is faster to propose


class Looked(NamedTuple):
    """A point where all claims hold, or the program that refutes some of them."""

    point: Point | None = None
    program: Program | None = None


def look(component: Component, members: Collection[int]) -> Looked:
    """Return a point where all linear readings of members hold, or a refutation, if one is found at once.

    The component's solver goes on from where that ended.
    """
    if component.whole or len(members) > MANY or not component.solver.look_first():
        return Looked()
    try:
        return _looked(component, members)
    except (*BEYOND_FLOATS, TangledError):
        return Looked()


def _looked(component: Component, members: Collection[int]) -> Looked:
    columns, constraints, solver, pulls = component.columns, component.constraints, component.solver, Pulls()
    several: list[int] = []  # the claims that may be read in several ways
    for claim in members:
        readings = constraints[claim].readings
        if len(readings) > 1:
            several.append(claim)
            continue
        for condition in readings[0]:
            if isinstance(condition, Statement) and not pulls.take(claim, condition, columns):
                return Looked(program=_refuted(component, [claim]))
    fit = Fit(len(columns), pulls)
    holds = fit.run(solver.near)
    solver.looked(fit, holds=holds)
    if not holds:
        return Looked(program=_refuted(component, fit.strained()) if fit.torn else None)
    equations = [row for claim in pulls.equal for row in component.ways(claim)[0].rows if row.side == "point"]
    tops, bottom = solver.placed(equations, fit.values)
    if min(tops) < 0 and any(top < 0 and j not in component.signed for j, top in enumerate(tops)):
        return Looked()
    for said in pulls.exactly:
        if not _holds(said, tops):
            return Looked()
    for claim in several:
        if not any(_satisfied(reading, columns, tops) for reading in constraints[claim].readings):
            return Looked()
    return Looked(Point(tops, bottom))


def _refuted(component: Component, suspects: Sequence[int]) -> Program | None:
    """Return a program that refutes the first of some claims, one after another added to it, if they clash."""
    program = Program(len(component.columns), component.signed)
    for claim in suspects[:_SUSPECTS]:
        ways = component.ways(claim)
        if len(ways) == 1:
            program.add(ways[0].rows)
            if not program.solve():
                return program
    return None


def _satisfied(reading: tuple[Condition, ...], columns: Mapping[Quantity, int], tops: Sequence[int]) -> bool:
    """Whether all statements of a reading hold at a point."""
    pulls = Pulls()
    for condition in reading:
        if isinstance(condition, Statement):
            pulls.take(0, condition, columns)
    return all(_holds(said, tops) for said in pulls.exactly)


def _holds(said: Exactly, tops: Sequence[int]) -> bool:
    """Whether a form over another one lies in an interval where columns, the number 1 too, are `tops` over anything."""
    numerator, denominator, low, high, low_open, high_open = said
    above = below = 0  # where coefficients are fractions these are as well, and compare alike
    for j, a in numerator:
        above += a * tops[j]  # type: ignore[assignment]
    for j, a in denominator:
        below += a * tops[j]  # type: ignore[assignment]
    if below < 0:
        above, below = -above, -below
    elif not below:
        return False
    if low is not None:
        p, q = low
        left, right = above * q, below * p
        if left < right or (low_open and left == right):
            return False
    if high is not None:
        p, q = high
        left, right = above * q, below * p
        if left > right or (high_open and left == right):
            return False
    return True
