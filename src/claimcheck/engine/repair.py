"""Repairs of a conflict: for each of its claims the number it would need, and whether that mends everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.evidence import LONG
from claimcheck.engine.judge import in_own_terms, slack, stated_interval
from claimcheck.verdicts import Repair, Slip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from claimcheck.engine.evidence import Evidence


_CLEAR = 0.7  # of the likelihood of all claims that cure: in documents with planted errors, right in 97 of 100 cases


def repairs(evidence: Evidence) -> tuple[Repair, ...]:
    """Return a repair for each claim of a conflict, the likeliest first; of a long one only for claims that cure all.

    Structure comes last and claims that cure all first; of these the ones that slips explain best, and of equals the
    one that is off by the least in half-units.
    """
    curing = [i for i in evidence.claims if evidence.cures(i)] if len(evidence.claims) > LONG else ()
    found = [(_repair(evidence, i), i) for i in curing or evidence.claims]
    found.sort(key=lambda pair: _rank(evidence, *pair))
    return tuple(repair for repair, _ in found)


def suspected(evidence: Evidence, ranked: Sequence[Repair]) -> str:
    """Return the claim that comes first where it is likelier than all others that cure together, by far; else ""."""
    names = {evidence.component.constraints[i].id: i for i in evidence.claims}
    curing = [names[repair.claim] for repair in ranked if repair.cures]
    weights = [evidence.likelihood(i, evidence.fitting(i)) for i in curing]
    return ranked[0].claim if weights and weights[0] >= _CLEAR * sum(weights) > 0 else ""


def _rank(evidence: Evidence, repair: Repair, claim: int) -> tuple[bool, bool, float, Fraction | int, int]:
    constraint = evidence.component.constraints[claim]
    gap = slack(stated_interval(constraint), repair.needs, constraint.half_unit)
    far = 10**9 if gap is None else -gap
    likelihood = evidence.likelihood(claim, evidence.fitting(claim))
    return constraint.structure, not repair.cures, -likelihood, far, claim


def _repair(evidence: Evidence, claim: int) -> Repair:
    constraint, needs = evidence.component.constraints[claim], evidence.needs(claim)
    own = None if needs is None else in_own_terms(constraint, needs).meet(evidence.needs_itself(claim))
    slips = evidence.fitting(claim)
    slip = Slip(slips[0].variant.slip, slips[0].variant.text) if slips else None
    cured, once = evidence.cured(claim), evidence.cured_once(claim)
    exact, decided = evidence.tight(claim), cured is not None
    return Repair(constraint.id, own, cured is True, slip, exact=exact, decided=decided, others_cure=once)
