"""Which claims are wrong when several are: the likeliest few whose change mends all, and a conflict for each."""

from __future__ import annotations

from math import inf, log
from typing import TYPE_CHECKING

from claimcheck.engine.conflicts import Clash, Diagnosis, Peeled, minimise, shorter
from claimcheck.engine.decide import decide
from claimcheck.engine.evidence import Evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.engine.component import Component

ROUNDS = 30  # conflicts looked for beyond those at hand
_TELLING = 8  # claims: of a longer conflict, no claim is asked whether a slip explains it
_ONE_MORE = 3.0  # what one more wrong claim costs, as the logarithm of how much less likely it is
_MANY = 12  # conflicts beyond which each is told as it was found
_NODES = 2000  # of one search for the likeliest claims
_LONG = 4  # claims: of a longer conflict, shorter ones are looked for beside it


def diagnose(component: Component, members: Sequence[int], peeled: Peeled) -> Diagnosis:
    """Return one small conflict for each claim that is probably wrong.

    A single conflict that one claim's change cures stays as it is, but for a shorter one beside it. Else claims are
    found whose change mends all, and each of them has a conflict with claims that are none of them.
    """
    if len(peeled.clashes) == 1:
        clash, evidence = _shortest(component, members, peeled.clashes[0])
        if any(evidence.cures(i) for i in clash.claims):
            return Diagnosis(_with(component, members, (clash,), peeled), (evidence,))
    chosen = _wrong(component, members, peeled.clashes) if len(peeled.clashes) <= _MANY else frozenset()
    found = _one_each(component, members, chosen)
    if not found:
        evidences = tuple(_beside(component, members, peeled.clashes, clash) for clash in peeled.clashes)
        return Diagnosis(peeled, evidences)
    found.sort(key=lambda pair: (len(pair[0].claims), pair[0].claims))
    clashes = tuple(clash for clash, _ in found)
    return Diagnosis(_with(component, members, clashes, peeled), tuple(evidence for _, evidence in found))


def _one_each(component: Component, members: Sequence[int], wrong: frozenset[int]) -> list[tuple[Clash, Evidence]]:
    """Return a conflict for each wrong claim, all others that are wrong set aside; none where a budget ran out.

    A claim that need not be wrong beside the others has no conflict.
    """
    found = []
    for claim in sorted(wrong):
        among = [i for i in members if i == claim or i not in wrong]
        outcome = decide(component, among)
        if outcome.feasible is None:
            return []
        if outcome.feasible is False:
            clash = shorter(component, among, minimise(component, outcome))
            found.append(_shortest(component, among, clash))
    return found


def _with(component: Component, members: Sequence[int], clashes: tuple[Clash, ...], peeled: Peeled) -> Peeled:
    """Return conflicts with what is left without their printed claims."""
    if clashes == peeled.clashes:
        return peeled
    aside = {i for clash in clashes for i in _printed(component, clash.claims)}
    rest = tuple(i for i in members if i not in aside)
    return Peeled(clashes, rest, decide(component, rest))


def _beside(component: Component, members: Sequence[int], clashes: Sequence[Clash], kept: Clash) -> Evidence:
    """Return the evidence for a conflict where the printed claims of all others are set aside."""
    aside = {i for clash in clashes if clash is not kept for i in _printed(component, clash.claims)}
    return Evidence(component, kept.claims, [i for i in members if i in kept.claims or i not in aside])


def _shortest(component: Component, members: Sequence[int], clash: Clash) -> tuple[Clash, Evidence]:
    """Return the shortest conflict met while asking which claims cure, and the evidence for it."""
    evidence = Evidence(component, clash.claims, members)
    while len(clash.claims) > _LONG:
        refuted = [o for i in clash.claims if (o := evidence.without(i)).feasible is False and i not in o.support]
        found = [minimise(component, o) for o in refuted if 0 < len(o.support) < len(clash.claims)]
        shorter = min(found, key=lambda c: len(c.claims), default=clash)
        if len(shorter.claims) >= len(clash.claims):
            break
        clash, evidence = shorter, Evidence(component, shorter.claims, members)
    return clash, evidence


def _wrong(component: Component, members: Sequence[int], clashes: Sequence[Clash]) -> frozenset[int]:
    """Return the likeliest set of printed claims without which `members` are consistent; empty where it was not found.

    Conflicts at hand are met as likely as can be; what still clashes without those claims is one more conflict, and so
    on until nothing does (Reiter's diagnosis by hitting sets).
    """
    known: list[frozenset[int]] = []
    cost: dict[int, float] = {}

    def meet(claims: Sequence[int]) -> None:
        evidence = Evidence(component, claims, members)
        printed = _printed(component, claims)
        for i in printed - cost.keys():
            slips = evidence.slips(i) if len(claims) <= _TELLING else ()
            cost[i] = _ONE_MORE - log(evidence.likelihood(i, slips) or 1e-12)
        known.append(printed)

    for clash in clashes:
        meet(clash.claims)
    for _ in range(ROUNDS):
        chosen = _hitting_set(known, cost)
        outcome = decide(component, [i for i in members if i not in chosen])
        if outcome.feasible:
            return chosen
        if outcome.feasible is None:
            break
        meet(minimise(component, outcome).claims)
    return frozenset()


def _printed(component: Component, claims: Iterable[int]) -> frozenset[int]:
    claims = frozenset(claims)
    return frozenset(i for i in claims if not component.constraints[i].structure) or claims


def _hitting_set(sets: Sequence[frozenset[int]], cost: Mapping[int, float]) -> frozenset[int]:
    """Return the cheapest set that meets every one of `sets`, or the cheapest found within a budget.

    Meeting one twice costs a little more, the shorter it is: of two claims that clash directly, one is mostly right.
    """
    best, least, budget = frozenset[int](), inf, _NODES

    def meet(chosen: frozenset[int], spent: float) -> None:
        nonlocal best, least, budget
        budget -= 1
        missed = [claims for claims in sets if chosen.isdisjoint(claims)]
        if not missed:
            spent += sum((len(chosen & claims) - 1) / len(claims) for claims in sets)
            best, least = (chosen, spent) if spent < least else (best, least)
            return
        if spent + _at_least(missed, cost) >= least:
            return
        shortest = min((len(claims), number) for number, claims in enumerate(missed))[1]
        for i in sorted(missed[shortest], key=lambda i: (cost[i], i)):
            if budget > 0 or least == inf:
                meet(chosen | {i}, spent + cost[i])

    meet(frozenset(), 0.0)
    return best


def _at_least(sets: Iterable[frozenset[int]], cost: Mapping[int, float]) -> float:
    """Return what sets cost at least: the cheapest claim of each of some that share none."""
    total, seen = 0.0, set[int]()
    for claims in sorted(sets, key=len):
        if seen.isdisjoint(claims):
            seen |= claims
            total += min(cost[i] for i in claims)
    return total
