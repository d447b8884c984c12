"""Assess one component: conflicts until the rest is consistent, then a verdict for each claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.conflicts import peel
from claimcheck.engine.decide import decide
from claimcheck.engine.diagnose import diagnose
from claimcheck.engine.judge import in_own_terms, judge, slack, stated_interval
from claimcheck.engine.recompute import Rest, implied
from claimcheck.engine.repair import repairs
from claimcheck.engine.signs import sign_range
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.interval import ANY
from claimcheck.verdicts import Assessment, Conflict, Result, Step, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from claimcheck.engine.assess import Options
    from claimcheck.engine.component import Component
    from claimcheck.engine.conflicts import Clash, Peeled
    from claimcheck.engine.nonlinear import Settled
    from claimcheck.engine.rows import Row
    from claimcheck.engine.system import Constraint

_OUT_OF_BUDGET = "too many cases to go through (readings, signs of denominators, whole numbers)"
_NOT_LINEAR = "not linear, and the values at hand neither satisfy nor refute it"


def assess_component(component: Component, options: Options, first: int) -> Assessment:
    """Return what is found of one component; its conflicts count from `first`."""
    everything = range(len(component.constraints))
    linear = [i for i in everything if not component.has_formula(i)]
    peeled = peel(component, linear)
    narrow = _narrow_clashes(component, linear) if options.narrow and not peeled.clashes else None
    suspects = (
        diagnose(component, linear, peeled.clashes) if options.explain and len(peeled.clashes) > 1 else frozenset()
    )
    conflicts = [
        _conflict(component, clash, _without(component, linear, peeled.clashes, clash), options, suspects)
        for clash in peeled.clashes
    ]
    if narrow is not None:
        conflicts.extend(
            _conflict(narrow[0], clash, _without(narrow[0], linear, narrow[1], clash), options, narrow=True)
            for clash in narrow[1]
        )
    settled, values = _formulas(component, peeled)
    conflicts.extend(_formula_conflict(component, i, found) for i, found in settled.items() if found.holds is False)
    places: dict[str, list[int]] = {}
    for position, conflict in enumerate(conflicts, first):
        for name in conflict.claims:
            places.setdefault(name, []).append(position)
    results = [_placed(r, places, conflicts, first) for r in _results(component, peeled, settled, options)]
    witness = {component.quantities[j]: v for j, v in values.items()}
    return Assessment(tuple(results), tuple(conflicts), witness, _refuted_readings(component, peeled.rest))


def _placed(result: Result, places: Mapping[str, list[int]], conflicts: Sequence[Conflict], first: int) -> Result:
    """Return a result that knows its conflicts; one that is not narrow makes it contradicted."""
    where = tuple(places.get(result.claim, ()))
    if any(not conflicts[position - first].narrow for position in where):
        result = result._replace(verdict=Verdict.CONTRADICTED)
    return result._replace(conflicts=where)


def _narrow_clashes(component: Component, members: Sequence[int]) -> tuple[Component, tuple[Clash, ...]] | None:
    """Return what clashes only with trailing zeros read to the last digit."""
    narrowed = component.narrowed()
    return None if narrowed is None else (narrowed, peel(narrowed, members).clashes)


def _without(component: Component, members: Sequence[int], clashes: Sequence[Clash], kept: Clash) -> list[int]:
    """Return the members without the printed claims of all conflicts but one."""
    aside = {
        i for clash in clashes if clash is not kept for i in clash.claims if not component.constraints[i].structure
    }
    return [i for i in members if i in kept.claims or i not in aside]


def _conflict(
    component: Component,
    clash: Clash,
    members: Sequence[int],
    options: Options,
    suspects: frozenset[int] = frozenset(),
    *,
    narrow: bool = False,
) -> Conflict:
    names = tuple(component.constraints[i].id for i in clash.claims)
    hedged = any(component.constraints[i].plain is not None for i in clash.claims)
    conflict = Conflict(names, clash.certificate, narrow, hedged)
    if not options.explain:
        return conflict
    from claimcheck.engine.steps import told

    conflict = told(component, clash.claims, conflict)
    return conflict._replace(repairs=repairs(component, clash.claims, members, suspects))


def _results(component: Component, peeled: Peeled, settled: Mapping[int, Settled], options: Options) -> list[Result]:
    clashes, members, outcome = peeled
    rest = Rest(component, members, outcome, exact=options.exact)
    named: dict[int, Clash] = {}
    for clash in clashes:
        for i in clash.claims:
            named.setdefault(i, clash)
    results = []
    for i, constraint in enumerate(component.constraints):
        if i in named:
            results.append(_contradicted(component, i, named[i], options))
            continue
        if not outcome.feasible:
            results.append(_undecided(constraint, _OUT_OF_BUDGET))
        elif i in settled:
            results.append(_of_formula(component, i, settled[i]))
        else:
            results.append(_judged(component, i, rest, options))
    return results


def _undecided(constraint: Constraint, reason: str) -> Result:
    stated = stated_interval(constraint)
    return Result(constraint.id, Verdict.UNDECIDED, stated, None, exact=False, reason=reason)


def _of_formula(component: Component, claim: int, settled: Settled) -> Result:
    """Return the result of a claim with products of unknowns; what is recomputed of it is an enclosure."""
    constraint = component.constraints[claim]
    if settled.holds is None:
        return _undecided(constraint, _NOT_LINEAR)
    result = judge(constraint, settled.value, ANY, exact=False)._replace(bearing=_names(component, settled.bearing))
    return result if settled.holds else result._replace(verdict=Verdict.CONTRADICTED)


def _formulas(component: Component, peeled: Peeled) -> tuple[dict[int, Settled], Mapping[int, Fraction]]:
    """Return what is found of each claim that is not linear, and a witness of those that hold and of the rest."""
    claims = [i for i in range(len(component.constraints)) if component.has_formula(i)]
    witness = peeled.outcome.witness
    if not claims or not peeled.outcome.feasible:
        return {}, witness
    from claimcheck.engine.nonlinear import settle

    settled: dict[int, Settled] = {}
    fixed: tuple[Row, ...] = ()
    for i in claims:
        found = settled[i] = settle(component, peeled.rest, i, peeled.outcome._replace(witness=witness), fixed)
        if found.holds:
            witness, fixed = found.witness, (*fixed, *found.rows)
    return settled, witness


def _formula_conflict(component: Component, claim: int, settled: Settled) -> Conflict:
    """Return the conflict of a claim whose expression misses its number over every value that others allow.

    Its proof is not a weighted sum: the certificate is empty, and the steps give the ranges that the expression takes.
    """
    names = (*_names(component, settled.bearing), component.constraints[claim].id)
    steps = tuple(Step(names[0], quantity, box) for quantity, box in settled.boxes.items())
    return Conflict(names, (), steps=steps)


def _judged(component: Component, claim: int, rest: Rest, options: Options) -> Result:
    constraint = component.constraints[claim]
    if not options.recompute or constraint.structure:  # what a reader knows prints no number to recompute
        return judge(constraint, None, ANY)
    found = rest.implied(claim)
    statement = constraint.readings[rest.reading(claim)][0]
    signs = sign_range(statement, component) if isinstance(statement, Statement) else ANY
    result = judge(constraint, found.interval, signs, exact=found.exact)
    return result._replace(bearing=_names(component, found.bearing))


def _contradicted(component: Component, claim: int, clash: Clash, options: Options) -> Result:
    constraint = component.constraints[claim]
    stated, first = stated_interval(constraint), constraint.readings[0][0]
    result = Result(constraint.id, Verdict.CONTRADICTED, stated, None)
    if not options.recompute or not isinstance(first, Statement):
        return result._replace(exact=False)
    found = implied(component, [i for i in clash.claims if i != claim], first)
    recomputed = None if found.interval is None else in_own_terms(constraint, found.interval)
    return result._replace(
        recomputed=recomputed,
        exact=found.exact,
        slack=slack(stated, recomputed, constraint.half_unit),
        bearing=_names(component, found.bearing),
    )


def _refuted_readings(component: Component, rest: Sequence[int]) -> tuple[tuple[str, int], ...]:
    """Return the readings that cannot hold beside the rest, of claims that have several."""
    refuted = []
    for i in rest:
        readings = component.constraints[i].readings
        for position, reading in enumerate(readings) if len(readings) > 1 else ():
            if decide(component.with_readings(i, (reading,)), rest).feasible is False:
                refuted.append((component.constraints[i].id, position))
    return tuple(refuted)


def _names(component: Component, claims: frozenset[int]) -> tuple[str, ...]:
    return tuple(component.constraints[i].id for i in sorted(claims))
