"""All minimal conflicts of a small component, and the smallest sets of claims whose change mends everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.component import Component, components
from claimcheck.engine.conflicts import Clash, minimise
from claimcheck.engine.decide import decide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimcheck.engine.curved import Tangle
    from claimcheck.engine.decide import Outcome
    from claimcheck.engine.system import System
    from claimcheck.verdicts import Conflict

_NODES = 3000  # of the tree of removals; a component of 15 claims stays far below
_NODES_WITH_FORMULAS = 200  # each of which may take many pieces


class Listing(NamedTuple):
    """Minimal conflicts, shortest first; `complete` is False when the budget ran out.

    `mends` are the smallest sets of printed claims that meet every conflict.
    """

    clashes: tuple[Clash | Tangle, ...]
    mends: tuple[frozenset[int], ...]
    complete: bool


def all_conflicts(system: System, claim: str) -> tuple[tuple[Conflict, ...], bool]:
    """Return every minimal conflict of the component of a claim, shortest first, and whether the list is complete.

    Meant for components up to about 15 claims; the number of conflicts grows fast (13 claims: 4, 24 claims: 205).
    """
    from claimcheck.verdicts import Conflict

    for component in components(system):
        constraints = component.constraints
        if any(constraint.id == claim for constraint in constraints):
            listing = list_conflicts(component, range(len(constraints)))
            named = (Conflict(tuple(constraints[i].id for i in c.claims), c.certificate) for c in listing.clashes)
            return tuple(named), listing.complete
    return (), True


def list_conflicts(component: Component, members: Iterable[int]) -> Listing:
    """Return all minimal conflicts by a tree of removals (Reiter, 1987).

    Each node takes some claims out; what still clashes is minimised, and a child takes out each of its claims.
    """
    everything = frozenset(members)
    decided, nodes = decide, _NODES
    minimised: Callable[[Component, Outcome], Clash | Tangle] = minimise
    if any(map(component.has_formula, everything)):
        from claimcheck.engine.curved import shrunk
        from claimcheck.engine.nonlinear import decide_all

        decided, minimised, nodes = decide_all, shrunk, _NODES_WITH_FORMULAS
    found: list[Clash | Tangle] = []
    sure = True
    mends: list[frozenset[int]] = []
    seen: set[frozenset[int]] = {frozenset()}
    layer = [frozenset[int]()]
    while layer and nodes > 0:
        following = []
        for removed in layer:
            nodes -= 1
            clash = next((c for c in found if removed.isdisjoint(c.claims)), None)
            if clash is None:
                outcome = decided(component, sorted(everything - removed))
                if outcome.feasible is not False:
                    mends.append(removed)
                    sure = sure and outcome.feasible is not None
                    continue
                clash = minimised(component, outcome)
                found.append(clash)
            for i in clash.claims:
                child = removed | {i}
                if child not in seen and not any(mend <= child for mend in mends):
                    seen.add(child)
                    following.append(child)
        layer = following
    found.sort(key=lambda c: (len(c.claims), c.claims))
    printed = [m for m in mends if not any(component.constraints[i].structure for i in m)] or mends
    least = min(map(len, printed), default=0)
    return Listing(tuple(found), tuple(m for m in printed if len(m) == least), sure and not layer)
