"""Which quantities claims speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Known, Mode
from claimcheck.kinds.statement import quantities

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.kinds.statement import Quantity
    from claimcheck.sheet.model import Claim


BARE = Known(Mode.WIDE, lambda _: (), lambda _: None)  # what is known while a sheet is read


class Speaking:
    """Of each claim the quantities it speaks of, and of each quantity the claims that do, both in their order."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        self.of = {claim.id: dict.fromkeys(occurrences([claim])) for claim in claims}
        self.by: dict[Quantity, list[str]] = {}
        for name, found in self.of.items():
            for quantity in found:
                self.by.setdefault(quantity, []).append(name)

    def alone(self, claim: str) -> list[Quantity]:
        """Return the quantities of a claim that no other claim speaks of."""
        return [quantity for quantity in self.of[claim] if len(self.by[quantity]) == 1]


def occurrences(claims: Iterable[Claim]) -> Iterable[Quantity]:
    """Yield each quantity of each claim, as far as the claim itself names it."""
    for claim in claims:
        for kind in claim.readings:
            for condition in kind.conditions(BARE):
                yield from quantities(condition)
