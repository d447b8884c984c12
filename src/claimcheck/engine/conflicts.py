"""Minimal conflicts: claims that cannot all hold while any of them can be left out to mend it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.decide import Outcome, as_hint, decide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.engine.component import Component
    from claimcheck.verdicts import Branch

_SHORT = 3  # claims: a conflict no longer than this is not worth another try


class Clash(NamedTuple):
    """A minimal conflict: positions in the component, and the proof."""

    claims: tuple[int, ...]
    certificate: tuple[Branch, ...]


class Peeled(NamedTuple):
    """Conflicts that do not share a printed claim, what is left without them, and how that was decided."""

    clashes: tuple[Clash, ...]
    rest: tuple[int, ...]
    outcome: Outcome


def peel(component: Component, members: Iterable[int], first: Outcome | None = None) -> Peeled:
    """Return conflicts until the rest is consistent (or undecided); each one's printed claims are set aside.

    What a reader knows (parts make a whole) stays, unless a conflict holds nothing else.
    """
    rest, outcome = tuple(members), first
    clashes: list[Clash] = []
    while True:
        if outcome is None:
            outcome = decide(component, rest)
        if outcome.feasible is not False:
            if outcome.feasible:
                component.hint = as_hint(outcome.witness)
            return Peeled(tuple(clashes), rest, outcome)
        clash = minimise(component, outcome)
        clashes.append(clash)
        printed = {i for i in clash.claims if not component.constraints[i].structure}
        rest = tuple(i for i in rest if i not in (printed or clash.claims))
        outcome = None


def minimise(component: Component, refuted: Outcome) -> Clash:
    """Return a minimal conflict within a refutation, the shortest that a few orders of leaving claims out give.

    Deletion alone can leave ten claims where three do; what depends on the order is which claims go first. Structure
    always does, so that it is blamed only where the printed claims need it.
    """
    constraints = component.constraints
    orders = (lambda i: (not constraints[i].structure, i), lambda i: (not constraints[i].structure, -i))
    clash = _deleted(component, refuted, sorted(refuted.support, key=orders[0]))
    if len(clash.claims) > _SHORT:
        other = _deleted(component, refuted, sorted(refuted.support, key=orders[1]))
        clash = min(clash, other, key=lambda c: len(c.claims))
    return clash


def _deleted(component: Component, refuted: Outcome, order: Iterable[int]) -> Clash:
    """Return what is left of a refutation when each claim in turn is left out where the rest still clashes."""
    claims, branches = refuted.support, refuted.branches
    for candidate in order:
        if candidate in claims:
            trial = decide(component, sorted(claims - {candidate}))
            if trial.feasible is False:
                claims, branches = trial.support, trial.branches
    return Clash(tuple(sorted(claims)), branches)
