"""What a reader knows of quantities, made into claims: parts make a whole in every period in which the names occur."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Operand, Term
from claimcheck.kinds.statement import Quantity, Statement, quantities
from claimcheck.kinds.sum import Sum
from claimcheck.quantity.terms import PLAIN_STYLE
from claimcheck.sheet.model import Claim
from claimcheck.sheet.occurring import BARE, occurrences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period
    from claimcheck.sheet.model import Series

_TWO = 2  # quantities: fewer bind nothing


def structure(series: dict[str, Series], named: list[Quantity]) -> tuple[list[Claim], dict[Quantity, Ratio]]:
    """Return the claims that parts and wholes make, and what each ratio stands for.

    A structure holds at each period at which one of its names occurs; one that brings in a name may call for another.
    """
    from claimcheck.quantity.period import parse_period

    periods: dict[str, set[str]] = {}
    for quantity in named:
        periods.setdefault(quantity.name, set()).add(quantity.period)
    built = [known for known in series.values() if known.parts or known.part_of or known.ratio]
    _spread(built, periods)
    claims: list[Claim] = []
    mentioned = Counter(named)
    ratios: dict[Quantity, Ratio] = {}
    for known in built:
        for text in sorted(periods.get(known.name, ())):
            period = parse_period(text) if text else None
            claims += _sums(known, period)
            if known.ratio:
                ratios[Quantity(known.name, text)] = (*known.ratio, period)
                mentioned.update(q for side in known.ratio for q, _ in side.at(period).terms)
    return _bearing(claims, mentioned), ratios


def _spread(built: Sequence[Series], periods: dict[str, set[str]]) -> None:
    """Bring the periods of what calls for a structure to all its names; each that gains some is called again."""
    called: dict[str, list[Series]] = {}
    for known in built:
        for name in _calling(known):
            called.setdefault(name, []).append(known)
    waiting = {known.name: known for known in built}
    while waiting:
        known = waiting.pop(next(iter(waiting)))
        together = set().union(*(periods.get(name, ()) for name in _calling(known)))
        for name in structured(known):
            have = periods.setdefault(name, set())
            if not together <= have:
                have |= together
                waiting |= {other.name: other for other in called.get(name, ())}


def _bearing(claims: list[Claim], mentioned: Counter[Quantity]) -> list[Claim]:
    """Drop the structure that says nothing: fewer than two of its quantities occur anywhere else."""
    members = {claim.id: set(occurrences([claim])) for claim in claims}
    about: dict[Quantity, list[str]] = {}
    for name, those in members.items():
        mentioned.update(those)
        for quantity in those:
            about.setdefault(quantity, []).append(name)
    bound = {name: sum(mentioned[q] > 1 for q in those) for name, those in members.items()}
    idle = [name for name, count in bound.items() if count < _TWO]
    dropped = set(idle)
    while idle:
        for quantity in members[idle.pop()]:
            mentioned[quantity] -= 1
            for name in about[quantity] if mentioned[quantity] == 1 else ():
                bound[name] -= 1
                if bound[name] < _TWO and name not in dropped:
                    dropped.add(name)
                    idle.append(name)
    return [claim for claim in claims if claim.id not in dropped]


def moving(
    claims: Sequence[Claim], ratios: dict[Quantity, Ratio], series: dict[str, Series]
) -> tuple[dict[Quantity, Ratio], list[Claim]]:
    """Return the ratios whose level is one of two quantities, and the claims that tie changes of them to those.

    The level of a ratio is a linear statement of two quantities, "the margin is 12%" one of profit and revenue. A
    change of it is none, so a ratio that some claim moves or compares is an unknown of its own in all claims, and what
    its printed levels say of the change is linear. Where other claims speak of the profit and of the revenue,
    `margin * revenue = profit` is a claim besides; where none does, it would say nothing.
    """
    conditions = [(c, set(quantities(c))) for claim in claims for kind in claim.readings for c in kind.conditions(BARE)]
    mentioned = Counter(quantity for _, named in conditions for quantity in named)
    spoken = [quantity for quantity in ratios if mentioned[quantity]]
    sides = {quantity: _sides(ratios[quantity]) for quantity in spoken}
    mentioned.update(side for quantity in spoken for some in sides[quantity] for side in some)
    moved = {q for condition, named in conditions if not _is_level(condition) for q in named if q in ratios}
    free = {q for q in moved if any(all(mentioned[side] == 1 for side in some) for some in sides[q])}
    kept = {quantity: ratio for quantity, ratio in ratios.items() if quantity not in moved}
    return kept, [
        _tie(quantity, ratios[quantity], series[quantity.name]) for quantity in spoken if quantity in moved - free
    ]


def _sides(ratio: Ratio) -> tuple[list[Quantity], list[Quantity]]:
    above, below, period = ratio
    return [quantity for quantity, _ in above.at(period).terms], [quantity for quantity, _ in below.at(period).terms]


def _is_level(condition: Condition) -> bool:
    """Whether a condition is one of a single quantity, which for a ratio is one of its two sides."""
    if not isinstance(condition, Statement) or condition.denominator is not None:
        return False
    return len(condition.numerator.terms) == 1 and not condition.numerator.constant


def _tie(quantity: Quantity, ratio: Ratio, known: Series) -> Claim:
    """`margin[2015] * revenue[2015] = profit[2015]`."""
    from claimcheck.kinds import kind_class

    above, below, period = ratio
    product = f"{quantity} * {below.grouped(period)} = {above.text(period)}"
    kind = kind_class("assert")(formula=product, in_=None, style=PLAIN_STYLE)
    name = f"{quantity} = {above.grouped(period)} / {below.grouped(period)}"
    return Claim(name, name, (kind,), known.place, structure=True)


Ratio = tuple[Operand, Operand, "Period | None"]


def structured(known: Series) -> list[str]:
    """Return the names that a quantity's structure ties together, its own first."""
    operands = [*known.parts, *(known.ratio or ()), *((known.part_of,) if known.part_of else ())]
    return [known.name, *(term.name for operand in operands for term in operand.terms if not term.period)]


def _calling(known: Series) -> list[str]:
    """Return the names whose periods call for the structure; a ratio is called for by its own name alone."""
    return [known.name] if known.ratio and not known.parts and not known.part_of else structured(known)


def _sums(known: Series, period: Period | None) -> list[Claim]:
    own = Operand((Term(known.name),))
    kinds = []
    if known.parts:
        kinds.append(Sum(parts=known.parts, total=own, in_=period, complete=known.complete))
    if known.part_of:
        kinds.append(Sum(parts=(own,), total=known.part_of, in_=period, complete=False))
    return [Claim(kind.working(), kind.working(), (kind,), known.place, structure=True) for kind in kinds]
