"""Which quantities claims speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Known, Mode
from claimcheck.kinds.statement import Linear, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.kinds.statement import Condition, Expression, Quantity
    from claimcheck.sheet.model import Claim


BARE = Known(Mode.WIDE, lambda _: (), lambda _: None)  # what is known while a sheet is read


def occurrences(claims: Iterable[Claim]) -> Iterable[Quantity]:
    """Yield each quantity of each claim, as far as the claim itself names it."""
    for claim in claims:
        for kind in claim.readings:
            for condition in kind.conditions(BARE):
                yield from quantities(condition)


def quantities(condition: Condition) -> Iterable[Quantity]:
    """Yield the quantities of a condition."""
    if isinstance(condition, Statement):
        for form in (condition.numerator, condition.denominator or Linear(())):
            yield from (quantity for quantity, _ in form.terms)
    else:
        yield from _leaves(condition.expression)


def _leaves(expression: Expression) -> Iterable[Quantity]:
    if expression.quantity:
        yield expression.quantity
    for child in expression.children:
        yield from _leaves(child)
