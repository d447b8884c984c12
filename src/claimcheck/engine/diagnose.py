"""Which claims are wrong when several are: a smallest set whose change mends a whole component."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from claimcheck.engine.conflicts import minimise
from claimcheck.engine.decide import decide

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.conflicts import Clash

ROUNDS = 12  # conflicts looked for beyond those at hand


def diagnose(component: Component, members: Sequence[int], clashes: Sequence[Clash]) -> frozenset[int]:
    """Return a smallest set of printed claims without which `members` are consistent; empty where the budget ran out.

    Conflicts at hand are met by as few claims as can be; what still clashes without those is one more conflict, and so
    on until nothing does (Reiter's diagnosis by hitting sets).
    """
    known = [frozenset(clash.claims) for clash in clashes]
    for _ in range(ROUNDS):
        chosen = _hitting_set([_printed(component, claims) for claims in known])
        outcome = decide(component, [i for i in members if i not in chosen])
        if outcome.feasible:
            return chosen
        if outcome.feasible is None:
            break
        known.append(frozenset(minimise(component, outcome).claims))
    return frozenset()


def _printed(component: Component, claims: Iterable[int]) -> frozenset[int]:
    claims = frozenset(claims)
    return frozenset(i for i in claims if not component.constraints[i].structure) or claims


def _hitting_set(sets: Sequence[frozenset[int]]) -> frozenset[int]:
    """Return a smallest set that meets every one of `sets`, rather of claims that occur in many."""
    weight = {i: sum(i in claims for claims in sets) for claims in sets for i in claims}

    def met(chosen: frozenset[int], most: int) -> frozenset[int] | None:
        missed = next((claims for claims in sets if chosen.isdisjoint(claims)), None)
        if missed is None:
            return chosen
        if most:
            for i in sorted(missed, key=lambda i: (-weight[i], i)):
                found = met(chosen | {i}, most - 1)
                if found is not None:
                    return found
        return None

    return next(found for most in count() if (found := met(frozenset(), most)) is not None)
