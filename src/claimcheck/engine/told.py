"""Tell a conflict that takes a formula: the ranges its quantities have, and the one that the formula does not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.component import Component, quantities_of
from claimcheck.engine.decide import decide
from claimcheck.engine.enclosure import enclosed
from claimcheck.engine.recompute import Rest
from claimcheck.engine.system import Constraint
from claimcheck.kinds.statement import Linear, Quantity, Statement
from claimcheck.quantity.interval import ANY
from claimcheck.verdicts import Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.engine.curved import Tangle
    from claimcheck.quantity.interval import Interval


def told(component: Component, tangle: Tangle, needed: Mapping[int, Interval | None]) -> tuple[Step, ...]:
    """Return steps that end where the formula puts a printed quantity into a range that its claim does not meet.

    `needed` is what the others leave for each claim. Where no level shows it, a ratio or a difference of two quantities
    may. Empty where neither does, or where the conflict of a level has several formulas.
    """
    curved = [i for i in tangle.claims if component.has_formula(i)]
    linear = [i for i in tangle.claims if i not in curved]
    missed = next((i for i in linear if _apart(component, i, needed)), None)
    outcome = decide(component, linear)
    if missed is None:
        return _by_parts(component, tangle, needed)
    if len(curved) != 1 or not outcome.feasible:
        return ()
    target, (stated, left) = _level(component, missed), _apart(component, missed, needed) or (ANY, ANY)
    assert target is not None  # noqa: S101  only levels are told apart
    others = [i for i in linear if i != missed]
    rest = Rest(component, others, decide(component, others).witness)
    steps = []
    for quantity in _known(component, [*others, *curved]):
        found = rest.quantity(quantity)
        if quantity != target and found.interval is not None and found.bearing and _has_ends(found.interval):
            steps.append(Step(_source(component, quantity, sorted(found.bearing)), quantity, found.interval))
    printed, formula = (component.constraints[i].id for i in (missed, curved[0]))
    return (*steps, Step(printed, target, stated), Step(formula, target, left, stated))


def _by_parts(component: Component, tangle: Tangle, needed: Mapping[int, Interval | None]) -> tuple[Step, ...]:
    """Return steps that end where two quantities, by what the others leave for each, make no printed number."""
    for claim in reversed(tangle.claims):
        constraint, left = component.constraints[claim], needed.get(claim)
        first = constraint.readings[0][0]
        if left is None or left == ANY or len(constraint.readings) > 1 or not isinstance(first, Statement):
            continue
        subject = _of_two(first)
        if subject is None or left.meets(first.interval):
            continue
        steps = [_part(component, tangle, claim, quantity) for quantity in dict.fromkeys(quantities_of(constraint))]
        told = [step for step in steps if step is not None]
        if len(told) == len(steps):
            return (*told, Step(constraint.id, subject, first.interval, left))
    return ()


def _of_two(statement: Statement) -> Quantity | None:
    """Return the ratio or the difference of two quantities that a statement is about, under a name of its own."""
    above, below = statement.numerator, statement.denominator
    if above.constant or (below is not None and (below.constant or len(below.terms) != 1 or len(above.terms) != 1)):
        return None
    if below is not None:
        (one, a), (other, b) = above.terms[0], below.terms[0]
        return Quantity(f"{one} / {other}") if a == b else None
    signs = [c for _, c in above.terms]
    return Quantity(f"{above.terms[0][0]} - {above.terms[1][0]}") if signs == [1, -1] else None


def _part(component: Component, tangle: Tangle, claim: int, quantity: Quantity) -> Step | None:
    """Return the step that puts a quantity where the claims of a conflict but one leave it, by one that names it."""
    others = [i for i in tangle.claims if i != claim]
    asked = Constraint(f"{quantity}", ((Statement(Linear(((quantity, 1),)), None, ANY),),))
    wider = Component((*component.constraints, asked), component.system)
    found = enclosed(wider, len(component.constraints), others)
    if found is None or found == ANY:
        return None
    return Step(_source(component, quantity, others), quantity, found)


def _level(component: Component, claim: int) -> Quantity | None:
    """Return the quantity whose level a claim prints."""
    first = component.constraints[claim].readings[0][0]
    if not isinstance(first, Statement) or first.denominator is not None or first.numerator.constant:
        return None
    return first.numerator.terms[0][0] if [c for _, c in first.numerator.terms] == [1] else None


def _apart(component: Component, claim: int, needed: Mapping[int, Interval | None]) -> tuple[Interval, Interval] | None:
    """Return what a claim states of a level and what the others leave for it, where these do not meet."""
    left, stated = needed.get(claim), component.constraints[claim].readings[0][0].interval
    if left is None or len(component.constraints[claim].readings) > 1 or _level(component, claim) is None:
        return None
    return None if left.meets(stated) else (stated, left)


def _known(component: Component, claims: Iterable[int]) -> Iterable[Quantity]:
    """Return the quantities of some claims, in order."""
    return dict.fromkeys(q for i in claims for q in quantities_of(component.constraints[i]))


def _has_ends(interval: Interval) -> bool:
    return interval.low is not None and interval.high is not None


def _source(component: Component, quantity: Quantity, bearing: Sequence[int]) -> str:
    """Return the claim behind a range: of those that carry it one that names the quantity."""
    named = [i for i in bearing if quantity in quantities_of(component.constraints[i])]
    return component.constraints[(named or bearing)[-1]].id
