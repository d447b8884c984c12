"""Infer: tight ranges of the quantities nobody printed, with the claims they rest on."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.component import Component, components
from claimcheck.engine.conflicts import peel
from claimcheck.engine.recompute import Implied, Rest
from claimcheck.engine.system import Constraint
from claimcheck.kinds.statement import Linear, Statement
from claimcheck.quantity.interval import ANY, Interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.engine.conflicts import Peeled
    from claimcheck.engine.system import System
    from claimcheck.kinds.statement import Quantity


class Inferred(NamedTuple):
    """What claims imply for a quantity: its range, the claims that carry the ends, and whether it is tight."""

    quantity: Quantity
    interval: Interval
    bearing: tuple[str, ...]
    exact: bool = True


def infer(system: System, quantities: Iterable[Quantity] | None = None, *, exact: bool = False) -> tuple[Inferred, ...]:
    """Return the ranges of `quantities`, or of all that no claim prints as a level and that are bounded at all.

    Claims of conflicts are set aside first. `exact` asks for tight ranges in components of any size; beside formulas
    ranges are enclosures all the same.
    """
    wanted = None if quantities is None else set(quantities)
    found = []
    for component in components(system):
        constraints, of = component.constraints, component.columns
        printed = {q for q in of if wanted is None} & {q for c in constraints for q in _levels(c.readings)}
        asked = [q for q in of if (q not in printed if wanted is None else q in wanted)]
        if not asked:
            continue
        peeled = peel(component, [i for i in range(len(constraints)) if not component.has_formula(i)])
        rest = Rest(component, peeled.rest, peeled.outcome.witness, exact=exact)
        implied = {q: rest.quantity(q) if peeled.outcome.feasible else None for q in asked}
        if peeled.outcome.feasible and any(map(component.has_formula, range(len(constraints)))):
            implied = _beside_formulas(component, peeled, implied, rest)
        found += [
            _inferred(component, quantity, each)
            for quantity, each in implied.items()
            if wanted is not None or (each is not None and each.interval is not None and is_bounded(each.interval))
        ]
    return tuple(found)


def _beside_formulas(
    component: Component, peeled: Peeled, linear: Mapping[Quantity, Implied | None], rest: Rest
) -> dict[Quantity, Implied | None]:
    """Return what quantities are implied to be by linear claims and by those with formulas: enclosures."""
    from claimcheck.engine.curved import settle
    from claimcheck.engine.enclosure import enclosed_nearby

    members = sorted(settle(component, peeled.rest, peeled.outcome).rest)
    # Each quantity is asked for as the number of a claim that says nothing of it.
    asked = [Constraint(f"{q}", ((Statement(Linear(((q, 1),)), None, ANY),),)) for q in linear]
    wider = Component((*component.constraints, *asked), component.system)
    found: dict[Quantity, Implied | None] = {}
    for position, (quantity, implied) in enumerate(linear.items(), len(component.constraints)):
        interval, bearing = enclosed_nearby(wider, position, members, rest.quantity)
        known, carried = (ANY, frozenset[int]()) if implied is None else (implied.interval or ANY, implied.bearing)
        met = known.meet(interval)
        found[quantity] = Implied(met, carried if met == known else carried | {*bearing}, exact=False)
    return found


def _levels(readings: Iterable[Iterable[object]]) -> Iterator[Quantity]:
    """Yield the quantities that a claim prints by themselves."""
    for reading in readings:
        for condition in reading:
            if isinstance(condition, Statement) and condition.denominator is None:
                numerator: Linear = condition.numerator
                if len(numerator.terms) == 1 and condition.interval.low is not None:
                    yield numerator.terms[0][0]


def is_bounded(interval: Interval) -> bool:
    """Whether anything is known beyond that a quantity is not below 0."""
    return interval.high is not None or bool(interval.low)


def _inferred(component: Component, quantity: Quantity, implied: Implied | None) -> Inferred:
    if implied is None or implied.interval is None:
        return Inferred(quantity, ANY, (), exact=False)
    names = tuple(component.constraints[i].id for i in sorted(implied.bearing))
    counted = quantity in component.system.whole
    return Inferred(quantity, whole_numbers(implied.interval) if counted else implied.interval, names, implied.exact)


def whole_numbers(interval: Interval) -> Interval:
    """Return the range from the first to the last whole number within an interval; itself where none lies there."""
    low, high = interval.low, interval.high
    if low is not None:
        low = Fraction(low.__floor__() + 1 if interval.low_open else low.__ceil__())
    if high is not None:
        high = Fraction(high.__ceil__() - 1 if interval.high_open else high.__floor__())
    return interval if low is not None and high is not None and low > high else Interval(low, high)
