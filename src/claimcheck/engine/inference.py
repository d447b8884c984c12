"""Infer: tight ranges of the quantities nobody printed, with the claims they rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.component import Component, components, quantities_of
from claimcheck.engine.conflicts import peel
from claimcheck.engine.recompute import Rest
from claimcheck.kinds.statement import Linear, Statement
from claimcheck.quantity.interval import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.engine.recompute import Implied
    from claimcheck.engine.system import System
    from claimcheck.kinds.statement import Quantity
    from claimcheck.quantity.interval import Interval


class Inferred(NamedTuple):
    """What claims imply for a quantity: its range, the claims that carry the ends, and whether it is tight."""

    quantity: Quantity
    interval: Interval
    bearing: tuple[str, ...]
    exact: bool = True


def infer(system: System, quantities: Iterable[Quantity] | None = None, *, exact: bool = False) -> tuple[Inferred, ...]:
    """Return the ranges of `quantities`, or of all that no claim prints as a level and that are bounded above.

    Claims of conflicts are set aside first. `exact` asks for tight ranges in components of any size.
    """
    wanted = None if quantities is None else set(quantities)
    found = []
    for constraints in components(system):
        of = {q: None for constraint in constraints for q in quantities_of(constraint)}
        printed = {q for q in of if wanted is None} & {q for c in constraints for q in _levels(c.readings)}
        asked = [q for q in of if (q not in printed if wanted is None else q in wanted)]
        if not asked:
            continue
        component = Component(constraints, system)
        peeled = peel(component, [i for i in range(len(constraints)) if not component.has_formula(i)])
        rest = Rest(component, peeled.rest, peeled.outcome, exact=exact)
        for quantity in asked:
            implied = rest.quantity(quantity) if peeled.outcome.feasible else None
            if wanted is not None or (implied is not None and _bounded(implied)):
                found.append(_inferred(component, quantity, implied))
    return tuple(found)


def _levels(readings: Iterable[Iterable[object]]) -> Iterator[Quantity]:
    """Yield the quantities that a claim prints by themselves."""
    for reading in readings:
        for condition in reading:
            if isinstance(condition, Statement) and condition.denominator is None:
                numerator: Linear = condition.numerator
                if len(numerator.terms) == 1 and condition.interval.low is not None:
                    yield numerator.terms[0][0]


def _bounded(implied: Implied) -> bool:
    return implied.interval is not None and implied.interval.high is not None


def _inferred(component: Component, quantity: Quantity, implied: Implied | None) -> Inferred:
    if implied is None or implied.interval is None:
        return Inferred(quantity, ANY, (), exact=False)
    names = tuple(component.constraints[i].id for i in sorted(implied.bearing))
    return Inferred(quantity, implied.interval, names, implied.exact)
