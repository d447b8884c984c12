"""Assess one component: conflicts until the rest is consistent, then a verdict for each claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.component import quantities_of
from claimcheck.engine.conflicts import Diagnosis, peel
from claimcheck.engine.decide import decide
from claimcheck.engine.judge import in_own_terms, judge, slack, stated_interval, together
from claimcheck.engine.own import printed_beside
from claimcheck.engine.recompute import Lifted, Rest, implied
from claimcheck.engine.signs import sign_range
from claimcheck.engine.system import told_apart
from claimcheck.engine.witness import Witness
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.interval import ANY
from claimcheck.verdicts import Assessment, Conflict, Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.engine.assess import Options
    from claimcheck.engine.component import Component
    from claimcheck.engine.conflicts import Clash, Peeled
    from claimcheck.engine.curved import Settled, Tangle
    from claimcheck.engine.evidence import Evidence
    from claimcheck.engine.progress import Part
    from claimcheck.engine.system import Constraint
    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.interval import Interval

_OUT_OF_BUDGET = "too many cases to go through (readings, signs of denominators, whole numbers)"
_WITH_FORMULAS = 24  # claims; beyond, those that linear ones bear on are recomputed from these alone
_LONG = 6  # claims of a conflict; more are recomputed from one program of all of them
_NOT_LINEAR = "not linear, and the values at hand neither satisfy nor refute it"


def assess_component(component: Component, options: Options, first: int, told: Part | None = None) -> Assessment:
    """Return what is found of one component; its conflicts count from `first`, and `told` hears how far it is."""
    if told is not None:
        told.follow(component.solver)
    everything = range(len(component.constraints))
    linear = [i for i in everything if not component.has_formula(i)]
    diagnosis = _diagnosed(component, linear, options)
    found = _found(component, linear, diagnosis.peeled)
    conflicts = _conflicts(component, diagnosis, found.settled, options)
    tangled = _Tangles(component, found.settled, options) if found.settled else None
    conflicts += tangled.conflicts if tangled else []
    if options.narrow and not conflicts:
        conflicts.extend(_narrow_conflicts(component, linear, options))
    places: dict[str, list[int]] = {}
    for position, conflict in enumerate(conflicts, first):
        for name in conflict.claims:
            places.setdefault(name, []).append(position)
    results = _results(component, found, tangled, options, told)
    if places:
        results = [_placed(result, places, conflicts, first) for result in results]
    values = found.settled.witness if found.settled else found.peeled.outcome.witness
    witness = Witness()
    witness.add(component.columns, values)
    refuted = _refuted_readings(component, found.rest)
    return Assessment(tuple(results), tuple(conflicts), witness, refuted, component.solver.unaided)


class _Found(NamedTuple):
    """What clashes: linear claims first, then those with formulas beside what is left; `None` where there are none."""

    peeled: Peeled
    settled: Settled | None

    @property
    def rest(self) -> tuple[int, ...]:
        """The linear claims that hold together."""
        return self.peeled.rest if self.settled is None else self.settled.linear


def _diagnosed(component: Component, linear: Sequence[int], options: Options) -> Diagnosis:
    peeled = peel(component, linear)
    if options.explain and peeled.clashes:
        from claimcheck.engine.diagnose import diagnose

        return diagnose(component, linear, peeled)
    return Diagnosis(peeled, (None,) * len(peeled.clashes))


def _found(component: Component, linear: Sequence[int], peeled: Peeled) -> _Found:
    if len(linear) == len(component.constraints) or not peeled.outcome.feasible:
        return _Found(peeled, None)
    from claimcheck.engine.curved import settle

    return _Found(peeled, settle(component, peeled.rest, peeled.outcome))


def _placed(result: Result, places: Mapping[str, list[int]], conflicts: Sequence[Conflict], first: int) -> Result:
    """Return a result that knows its conflicts; one that is not narrow makes it contradicted."""
    where = tuple(places.get(result.claim, ()))
    if not where:
        return result
    if any(not conflicts[position - first].narrow for position in where):
        result = result._replace(verdict=Verdict.CONTRADICTED)
    return result._replace(conflicts=where)


def _narrow_conflicts(component: Component, linear: Sequence[int], options: Options) -> list[Conflict]:
    """Return what clashes only with trailing zeros read to the last digit."""
    narrowed = component.narrowed()
    if narrowed is None:
        return []
    narrowed.solver.watch = component.solver.watch
    diagnosis = _diagnosed(narrowed, linear, options)
    component.solver.unaided |= narrowed.solver.unaided
    found = _found(narrowed, linear, diagnosis.peeled)
    conflicts = _conflicts(narrowed, diagnosis, found.settled, options)
    tangled = _Tangles(narrowed, found.settled, options).conflicts if found.settled else []
    return [conflict._replace(narrow=True) for conflict in (*conflicts, *tangled)]


def _conflicts(component: Component, diagnosis: Diagnosis, settled: Settled | None, options: Options) -> list[Conflict]:
    evidence = diagnosis.evidence
    if settled is not None:
        formulas = [i for i in (*settled.rest, *settled.undecided) if component.has_formula(i)]
        evidence = tuple(each and each.beside(settled.rest, formulas) for each in evidence)
    pairs = zip(diagnosis.peeled.clashes, evidence, strict=True)
    return [_conflict(component, clash, options, each) for clash, each in pairs]


def _conflict(component: Component, clash: Clash, options: Options, evidence: Evidence | None) -> Conflict:
    names = tuple(component.constraints[i].id for i in clash.claims)
    hedged = any(component.constraints[i].plain is not None for i in clash.claims)
    conflict = Conflict(names, clash.certificate, hedge=hedged)
    if options.explain and options.tell:
        from claimcheck.engine.steps import told

        conflict = told(component, clash.claims, conflict)
    if evidence is None:
        return conflict
    from claimcheck.engine.repair import repairs, suspected

    ranked = repairs(evidence)
    return conflict._replace(repairs=ranked, suspect=suspected(evidence, ranked))


class _Tangles:
    """Conflicts that take a formula, as they are reported, and what their claims would need."""

    def __init__(self, component: Component, settled: Settled, options: Options) -> None:
        from claimcheck.engine.curved import needs

        self.component, self.settled = component, settled
        asked = options.explain or options.recompute
        self.needs = [needs(component, tangle) if asked else {} for tangle in settled.tangles]
        self.conflicts = [
            self._conflict(tangle, needed, explain=options.explain)
            for tangle, needed in zip(settled.tangles, self.needs, strict=True)
        ]

    def _conflict(self, tangle: Tangle, needed: Mapping[int, Interval | None], *, explain: bool) -> Conflict:
        from claimcheck.engine.curved import mended
        from claimcheck.engine.told import told

        constraints = self.component.constraints
        names = tuple(constraints[i].id for i in tangle.claims)
        hedged = any(constraints[i].plain is not None for i in tangle.claims)
        conflict = Conflict(names, tangle.certificate, hedge=hedged, minimal=tangle.minimal)
        if not explain:
            return conflict
        members = sorted({*self.settled.rest, *tangle.claims})
        return conflict._replace(
            steps=told(self.component, tangle, needed), repairs=mended(self.component, tangle, members, needed)
        )

    def result(self, claim: int) -> Result | None:
        """Return the result of a claim of a conflict, recomputed from the conflict's others; `None` for any other."""
        for tangle, needed in zip(self.settled.tangles, self.needs, strict=True):
            if claim in tangle.claims:
                constraint = self.component.constraints[claim]
                stated, left = stated_interval(constraint), needed.get(claim)
                recomputed = None if left is None else in_own_terms(constraint, left)
                far = slack(stated, recomputed, constraint.half_unit)
                bearing = _names(self.component, frozenset(tangle.claims) - {claim})
                result = Result(constraint.id, Verdict.CONTRADICTED, stated, recomputed, exact=False)
                return result._replace(slack=far, bearing=bearing)
        return None


def _results(
    component: Component, found: _Found, tangled: _Tangles | None, options: Options, told: Part | None
) -> list[Result]:
    clashes, _, outcome = found.peeled
    if not (options.recompute or clashes or found.settled or told) and outcome.feasible:
        return [judge(constraint, None, ANY) for constraint in component.constraints]
    rest = Rest(component, found.rest, outcome.witness, exact=options.exact)
    named: dict[int, tuple[Clash, Lifted | None]] = {}
    for clash in clashes:
        plain = len(clash.claims) > _LONG and all(len(component.ways(i)) == 1 for i in clash.claims)
        lifted = Lifted(component, clash.claims) if plain else None
        for i in clash.claims:
            named.setdefault(i, (clash, lifted))
    results = []
    for i, constraint in enumerate(component.constraints):
        if told is not None:
            told.judged(i)
        contradicted = tangled.result(i) if tangled else None
        if i in named:
            results.append(_contradicted(component, i, *named[i], options))
        elif not outcome.feasible:
            results.append(_undecided(constraint, _OUT_OF_BUDGET))
        elif contradicted is not None:
            results.append(contradicted)
        elif found.settled and i in found.settled.undecided:
            results.append(_undecided(constraint, _NOT_LINEAR))
        elif found.settled and i in found.settled.rest:
            results.append(_beside_formulas(component, i, found.settled.rest, rest, options))
        else:
            results.append(_judged(component, i, rest, options))
    return results


def _beside_formulas(component: Component, claim: int, members: Sequence[int], rest: Rest, options: Options) -> Result:
    """Return the result of a claim that holds beside formulas; what is recomputed of it is an enclosure.

    In a component of many claims only those are asked so that the linear ones alone say nothing of, and levels of what
    the sheet declares to be a ratio, which its two sides make.
    """
    constraint = component.constraints[claim]
    if not options.recompute or constraint.structure:
        return judge(constraint, None, ANY)
    if len(members) <= _WITH_FORMULAS or component.has_formula(claim):
        return _enclosed(component, claim, members, rest)
    linear = _judged(component, claim, rest, options)._replace(exact=False)
    if linear.verdict is Verdict.UNCHECKED:
        return _enclosed(component, claim, members, rest)
    if linear.verdict is Verdict.CONFIRMED or not _is_level_of_ratio(component, claim, members):
        return linear
    result = _enclosed(component, claim, members, rest)
    return result if _is_narrower(result, linear) else linear


def _is_level_of_ratio(component: Component, claim: int, members: Sequence[int]) -> bool:
    """Whether a claim says the level of a declared ratio, which the formula that ties it to its sides begins with."""
    own = {*quantities_of(component.constraints[claim])}
    ties = (i for i in members if component.constraints[i].structure and component.has_formula(i))
    return len(own) == 1 and any(quantities_of(component.constraints[i])[0] in own for i in ties)


def _enclosed(component: Component, claim: int, members: Sequence[int], rest: Rest) -> Result:
    """Return the result of a claim by an enclosure of what the others leave, those with formulas among them."""
    constraint = component.constraints[claim]
    from claimcheck.engine.enclosure import enclosed_nearby

    known = None
    if component.has_formula(claim):
        known = rest.quantity
    elif len(members) <= _WITH_FORMULAS:
        known = rest.without(claim).quantity
    others = [i for i in members if i != claim]
    results = []
    said = told_apart(constraint.readings[0])
    for condition in said:
        alone = ((condition,), *constraint.readings[1:])
        apart = component if len(said) == 1 else component.with_readings(claim, alone)
        left, bearing = enclosed_nearby(apart, claim, others, known)
        result = judge(constraint, left, _signs(condition, component), exact=False)
        results.append(result._replace(bearing=_names(component, bearing)))
    result = together(results)
    if result.verdict is Verdict.UNCHECKED:
        linear = [i for i in members if not component.has_formula(i)]
        signs = _signs(constraint.readings[0][0], component)
        return _by_what_it_prints(component, claim, linear, constraint, 0, signs) or result._replace(bearing=())
    return result


def _undecided(constraint: Constraint, reason: str) -> Result:
    stated = stated_interval(constraint)
    return Result(constraint.id, Verdict.UNDECIDED, stated, None, exact=False, reason=reason)


def _judged(component: Component, claim: int, rest: Rest, options: Options) -> Result:
    constraint = component.constraints[claim]
    if not options.recompute or constraint.structure:  # what a reader knows prints no number to recompute
        return judge(constraint, None, ANY)
    reading = rest.reading(claim)
    as_read = constraint.read_as(reading)
    said = told_apart(constraint.readings[reading])
    result = together([_implied(component, claim, rest, as_read, statement) for statement in said])
    signs = _signs(said[0], component)
    printed = _by_what_it_prints(component, claim, rest.members, as_read, reading, signs)
    if printed and (result.verdict is Verdict.UNCHECKED or _is_narrower(printed, result)):
        result = printed
    return result._replace(reading=constraint.terms[reading].reading) if constraint.terms else result


def _implied(component: Component, claim: int, rest: Rest, constraint: Constraint, condition: Condition) -> Result:
    """Return the result of one condition of a claim by itself."""
    found = rest.implied(claim, condition)
    result = judge(constraint, found.interval, _signs(condition, component), exact=found.exact)
    return result._replace(bearing=_names(component, found.bearing))


def _signs(condition: Condition, component: Component) -> Interval:
    return sign_range(condition, component) if isinstance(condition, Statement) else ANY


def _by_what_it_prints(
    component: Component, claim: int, members: Sequence[int], constraint: Constraint, reading: int, signs: Interval
) -> Result | None:
    """Return the result of a claim that prints itself something of what makes its number: counts, or one of two.

    The other may be said by claims that speak of nothing but what this one speaks of; so the others leave its number
    open, and both together do not. `None` where it prints nothing beside its number.
    """
    first, printed = constraint.readings[reading][0], printed_beside(constraint.readings[reading])
    if not printed or not isinstance(first, Statement):
        return None
    own = set(quantities_of(constraint))
    near = [i for i in members if i != claim and own.issuperset(quantities_of(component.constraints[i]))]
    found = implied(component.with_readings(claim, (printed,)), [claim, *near], first)
    exact = found.exact or (found.interval is not None and found.interval.is_point)
    result = judge(constraint, found.interval, signs, exact=exact)
    return result._replace(bearing=_names(component, found.bearing - {claim}))


def _is_narrower(result: Result, other: Result) -> bool:
    """Whether a claim is recomputed to a part of what it is otherwise."""
    inner, outer = result.recomputed, other.recomputed
    return inner is not None and outer is not None and inner != outer and inner.meet(outer) == inner


def _contradicted(component: Component, claim: int, clash: Clash, lifted: Lifted | None, options: Options) -> Result:
    constraint = component.constraints[claim]
    stated, first = stated_interval(constraint), constraint.readings[0][0]
    result = Result(constraint.id, Verdict.CONTRADICTED, stated, None)
    if not options.recompute or not isinstance(first, Statement):
        return result._replace(exact=False)
    others = [i for i in clash.claims if i != claim]
    if lifted:
        found = lifted.implied(claim, first)
    elif others:
        found = implied(component, others, first)
    else:  # what it says itself beside its number: the counts of "3 of 7 (50%)" make 42.86%
        beside = component.with_readings(claim, constraint.beside)
        found = implied(beside, [claim], first)
    recomputed = None if found.interval is None else in_own_terms(constraint, found.interval)
    if recomputed is not None and stated is not None and not recomputed.meet(stated).is_empty:
        return result._replace(exact=False)  # whole numbers, or cases, tell them apart, and no range does
    return result._replace(
        recomputed=recomputed,
        exact=found.exact,
        slack=slack(stated, recomputed, constraint.half_unit),
        bearing=_names(component, found.bearing - {claim}),
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


def _names(component: Component, claims: Iterable[int]) -> tuple[str, ...]:
    return tuple(component.constraints[i].id for i in sorted(claims))
