"""The kind `count`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Kind, Known, Problem, Role, Stated, argument, written_number
from claimcheck.kinds.mistakes import listed_twice
from claimcheck.kinds.statement import Linear, Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition


class Count(Kind):
    """How many things a list names: "seven major categories", and the seven that follow.

    ```yaml holds
    claims:
      - id: troika
        count:
          items: [upper middle class, new generation, online shopping]
          is: three
    ```

    ```yaml fails
    claims:
      - id: categories
        count:
          items: [textiles, clothing, bags, footwear, toys, furniture]
          is: seven categories
    ```
    """

    name = "count"
    code = "CC115"
    fault = "miscount"
    summary = "how many things a list names"
    fit = Fit.COUNT

    items: tuple[str, ...] = argument("items", Role.ITEMS, "the things, one by one")
    number: Stated = written_number()

    def problems(self) -> Iterator[Problem]:
        """Yield a thing that is listed twice."""
        yield from listed_twice("items", self.items, repr)

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`length in I`."""
        return (Statement(Linear((), Fraction(len(self.items))), None, self.number.level(known.mode)),)

    def working(self) -> str:
        """`7 items: textiles, clothing, ...`."""
        return f"{len(self.items)} items: {', '.join(self.items)}"
