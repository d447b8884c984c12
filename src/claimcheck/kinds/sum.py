"""The kind `sum`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Kind, Known, Operand, Problem, Role, argument, operand, period
from claimcheck.kinds.mistakes import listed_twice
from claimcheck.kinds.statement import Statement, minus, total
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period

_ZERO = Fraction(0)
_OFTENER = 'leave one out; what counts three times is told by a formula, `assert: "points = 3 * wins + draws"`'


class Sum(Kind):
    """Parts that make up a total; with `complete: false`, parts that are not all of it.

    ```yaml holds
    claims:
      - id: parts
        value:
          of: [asia, europe, total_sales]
          is: [1.24 million, 0.87 million, 2.1 million]
      - id: whole
        sum:
          parts: [asia, europe]
          total: total_sales
    ```

    ```yaml fails
    claims:
      - id: parts
        value:
          of: [asia, europe, total_sales]
          is: [1.24 million, 0.87 million, 2.2 million]
      - id: whole
        sum:
          parts: [asia, europe]
          total: total_sales
    ```
    """

    name = "sum"
    code = "CC108"
    fault = "impossible-sum"
    summary = "parts that make up a total"

    parts: tuple[Operand, ...] = argument("parts", Role.OPERANDS, "the parts")
    total: Operand = operand("the whole", key="total")
    in_: Period | None = period()
    complete: bool = argument("complete", Role.TRUTH, "whether these are all the parts", optional=True, default=True)

    def problems(self) -> Iterator[Problem]:
        """Yield a total that is one of its own parts, and a part that is listed twice."""
        totals = {quantity for quantity, _ in self.total.at(self.in_).terms}
        if any(quantity in totals for part in self.parts for quantity, _ in part.at(self.in_).terms):
            yield Problem("parts", f"{self.total.text(None)} is the total and one of its parts")
        yield from listed_twice("parts", self.parts, lambda part: part.text(None), _OFTENER)

    def conditions(self, known: Known) -> tuple[Condition, ...]:  # noqa: ARG002  one signature for all kinds
        """`sum - total = 0`, or `<= 0`."""
        parts = total([pair for part in self.parts for pair in part.at(self.in_).terms])
        bounds = Interval(_ZERO if self.complete else None, _ZERO)
        return (Statement(minus(parts, self.total.at(self.in_)), None, bounds),)

    def working(self) -> str:
        """`exports[2015] + imports[2015] = trade[2015]`."""
        parts = " + ".join(part.text(self.in_) for part in self.parts)
        return f"{parts} {'=' if self.complete else '<='} {self.total.text(self.in_)}"
