"""A value of every quantity, put together from those of components when one is asked for: most never are."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.statement import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator


class Witness(Mapping[Quantity, Fraction]):
    """Values of numbered columns, by the quantities that these stand for."""

    def __init__(self) -> None:
        self._made: dict[Quantity, Fraction] = {}
        self._parts: list[tuple[Mapping[Quantity, int], Mapping[int, Fraction]]] = []  # what is not among those yet

    def add(self, columns: Mapping[Quantity, int], values: Mapping[int, Fraction]) -> None:
        """Add the values of columns; there may be none."""
        if values:
            self._parts.append((columns, values))

    def update(self, values: Mapping[Quantity, Fraction]) -> None:
        """Add values of other quantities."""
        if isinstance(values, Witness):
            self._parts += values._parts  # noqa: SLF001  of its own class
            values = values._made  # noqa: SLF001
        self._made.update(values)

    def _all(self) -> dict[Quantity, Fraction]:
        for columns, values in self._parts:
            self._made.update((quantity, values[j]) for quantity, j in columns.items())
        self._parts = []
        return self._made

    def __getitem__(self, quantity: Quantity) -> Fraction:
        return self._all()[quantity]

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())
