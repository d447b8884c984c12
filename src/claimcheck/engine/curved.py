"""Conflicts among claims with products of unknowns: found, shrunk to few claims, and mended, as linear ones are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.decide import decide
from claimcheck.engine.enclosure import enclosed
from claimcheck.engine.judge import in_own_terms, slack, stated_interval
from claimcheck.engine.nonlinear import BUDGET, decide_all
from claimcheck.verdicts import Repair, Slip

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from claimcheck.engine.component import Component
    from claimcheck.engine.decide import Outcome
    from claimcheck.quantity.interval import Interval
    from claimcheck.verdicts import Branch


class Tangle(NamedTuple):
    """A conflict that takes a formula: positions in the component, the proof, and whether none can be spared.

    `minimal` is False where the budget did not tell for some claim whether the others clash without it.
    """

    claims: tuple[int, ...]
    certificate: tuple[Branch, ...]
    minimal: bool


class Settled(NamedTuple):
    """Conflicts with formulas, the claims that are left and hold together, a witness, and those left undecided."""

    tangles: tuple[Tangle, ...]
    rest: tuple[int, ...]
    witness: Mapping[int, Fraction]
    linear: tuple[int, ...]  # the claims of `rest` without formulas
    undecided: frozenset[int] = frozenset()


def settle(component: Component, linear: Sequence[int], outcome: Outcome) -> Settled:
    """Return what is found of the claims with formulas beside `linear` ones that hold together.

    Conflicts are set aside until the rest holds, as in `conflicts.peel`. Where the budget does not tell of all claims
    at once, those with formulas come in one at a time, and each that cannot be told stays out.
    """
    formulas = [i for i in range(len(component.constraints)) if component.has_formula(i)]
    members = (*linear, *formulas)
    tangles: list[Tangle] = []
    while True:
        found = decide_all(component, members)
        if found.feasible is not False:
            break
        tangles.append(shrunk(component, found))
        members = _aside(component, members, tangles[-1])
    if found.feasible:
        return _settled(component, tangles, members, found.witness)
    return _one_by_one(component, members, outcome, tangles)


def _one_by_one(component: Component, members: Sequence[int], outcome: Outcome, tangles: list[Tangle]) -> Settled:
    formulas = [i for i in members if component.has_formula(i)]
    rest = tuple(i for i in members if i not in formulas)
    witness, undecided = outcome.witness, set[int]()
    for i in formulas:
        found = decide_all(component, (*rest, i), BUDGET // (1 + len(undecided)))  # so that many take no minutes
        if found.feasible:
            rest, witness = (*rest, i), found.witness
        elif found.feasible is False:
            tangles.append(shrunk(component, found))
            rest = _aside(component, rest, tangles[-1])
        else:
            undecided.add(i)
    return _settled(component, tangles, rest, witness)._replace(undecided=frozenset(undecided))


def _settled(
    component: Component, tangles: Iterable[Tangle], rest: tuple[int, ...], witness: Mapping[int, Fraction]
) -> Settled:
    return Settled(tuple(tangles), rest, witness, tuple(i for i in rest if not component.has_formula(i)))


def _aside(component: Component, members: Iterable[int], tangle: Tangle) -> tuple[int, ...]:
    """Return the members without the printed claims of a conflict; without its formulas where none is printed."""
    printed = {i for i in tangle.claims if not component.constraints[i].structure}
    return tuple(i for i in members if i not in (printed or tangle.claims))


def shrunk(component: Component, refuted: Outcome) -> Tangle:
    """Return a refutation by as few of its claims as leaving out each in turn allows, structure first."""
    claims, branches, minimal = refuted.support, refuted.branches, True
    for candidate in sorted(claims, key=lambda i: (not component.constraints[i].structure, i)):
        others = claims - {candidate}
        if candidate not in claims:
            continue
        curved = any(component.has_formula(i) for i in others)
        trial = (decide_all if curved else decide)(component, sorted(others))
        if trial.feasible is False:
            claims, branches = trial.support, trial.branches
        minimal = minimal and trial.feasible is not None
    return Tangle(tuple(sorted(claims)), branches, minimal)


def needs(component: Component, tangle: Tangle) -> dict[int, Interval | None]:
    """Return for each claim of a conflict an enclosure of what the others leave for its ratio."""
    return {i: enclosed(component, i, [j for j in tangle.claims if j != i]) for i in tangle.claims}


def mended(
    component: Component, tangle: Tangle, members: Sequence[int], needed: Mapping[int, Interval | None]
) -> tuple[Repair, ...]:
    """Return a repair for each claim of a conflict within `members`, ranked as those of linear conflicts are.

    A number that a claim needs is an enclosure: a number outside would not do, one inside may not either.
    """
    found = [(_repair(component, i, members, needed[i]), i) for i in tangle.claims]
    found.sort(key=lambda pair: _rank(component, *pair))
    return tuple(repair for repair, _ in found)


def _rank(component: Component, repair: Repair, claim: int) -> tuple[bool, bool, bool, Fraction | int, int]:
    constraint = component.constraints[claim]
    gap = slack(stated_interval(constraint), repair.needs, constraint.half_unit)
    return constraint.structure, not repair.cures, repair.slip is None, 10**9 if gap is None else -gap, claim


def _repair(component: Component, claim: int, members: Sequence[int], needed: Interval | None) -> Repair:
    constraint = component.constraints[claim]
    relaxed = component.with_readings(claim, constraint.beside)
    cured = decide_all(relaxed, members).feasible
    slip = _slip(component, claim, members, needed) if cured and needed is not None else None
    own = None if needed is None else in_own_terms(constraint, needed)
    decided, once = cured is not None, constraint.once
    again = once != constraint.readings and decide_all(component.with_readings(claim, once), members).feasible
    return Repair(constraint.id, own, cured is True, slip, exact=False, decided=decided, others_cure=again)


def _slip(component: Component, claim: int, members: Sequence[int], needed: Interval) -> Slip | None:
    """Return the first likely slip whose number makes all members hold."""
    variants = component.constraints[claim].variants
    first = component.constraints[claim].readings[0][0]
    for variant in variants() if variants is not None else ():
        other = variant.readings[0][0]
        same = other._replace(interval=first.interval, note=first.note) == first
        if same and len(variant.readings) == 1 and not other.interval.meets(needed):
            continue
        if decide_all(component.with_readings(claim, variant.readings), members).feasible:
            return Slip(variant.slip, variant.text)
    return None
