"""What a reader knows of quantities, made into claims: parts make a whole in every period in which the names occur."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Operand, Term
from claimcheck.kinds.statement import Quantity
from claimcheck.kinds.sum import Sum
from claimcheck.sheet.model import Claim
from claimcheck.sheet.occurring import occurrences

if TYPE_CHECKING:
    from claimcheck.quantity.period import Period
    from claimcheck.sheet.model import Series

_TWO = 2  # quantities: fewer bind nothing


def structure(series: dict[str, Series], quantities: list[Quantity]) -> tuple[list[Claim], dict[Quantity, Ratio]]:
    """Return the claims that parts and wholes make, and what each ratio stands for.

    A structure holds at each period at which one of its names occurs; one that brings in a name may call for another.
    """
    from claimcheck.quantity.period import parse_period

    periods: dict[str, set[str]] = {}
    for quantity in quantities:
        periods.setdefault(quantity.name, set()).add(quantity.period)
    built = [known for known in series.values() if known.parts or known.part_of or known.ratio]
    grown = True
    while grown:
        grown = False
        for known in built:
            names = _names(known)
            together = set().union(*(periods.get(name, ()) for name in _calling(known)))
            for name in names:
                have = periods.setdefault(name, set())
                grown = grown or not together <= have
                have |= together
    claims: list[Claim] = []
    mentioned = Counter(quantities)
    ratios: dict[Quantity, Ratio] = {}
    for known in built:
        for text in sorted(periods.get(known.name, ())):
            period = parse_period(text) if text else None
            claims += _sums(known, period)
            if known.ratio:
                ratios[Quantity(known.name, text)] = (*known.ratio, period)
                mentioned.update(q for side in known.ratio for q, _ in side.at(period).terms)
    return _bearing(claims, mentioned), ratios


def _bearing(claims: list[Claim], mentioned: Counter[Quantity]) -> list[Claim]:
    """Drop the structure that says nothing: fewer than two of its quantities occur anywhere else."""
    members = {claim.id: set(occurrences([claim])) for claim in claims}
    for names in members.values():
        mentioned.update(names)
    kept = claims
    while True:
        idle = {c.id for c in kept if sum(mentioned[q] > 1 for q in members[c.id]) < _TWO}
        if not idle:
            return kept
        for name in idle:
            mentioned.subtract(members[name])
        kept = [claim for claim in kept if claim.id not in idle]


Ratio = tuple[Operand, Operand, "Period | None"]


def _names(known: Series) -> list[str]:
    operands = [*known.parts, *(known.ratio or ()), *((known.part_of,) if known.part_of else ())]
    return [known.name, *(term.name for operand in operands for term in operand.terms if not term.period)]


def _calling(known: Series) -> list[str]:
    """Return the names whose periods call for the structure; a ratio is called for by its own name alone."""
    return [known.name] if known.ratio and not known.parts and not known.part_of else _names(known)


def _sums(known: Series, period: Period | None) -> list[Claim]:
    own = Operand((Term(known.name),))
    kinds = []
    if known.parts:
        kinds.append(Sum(parts=known.parts, total=own, in_=period, complete=known.complete))
    if known.part_of:
        kinds.append(Sum(parts=(own,), total=known.part_of, in_=period, complete=False))
    return [Claim(kind.working(), kind.working(), (kind,), known.place, structure=True) for kind in kinds]
