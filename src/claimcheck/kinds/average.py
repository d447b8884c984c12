"""The kind `average`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Kind, Known, Operand, Problem, Role, Stated, argument, period, written_number
from claimcheck.kinds.statement import Statement, total

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period


class Average(Kind):
    """The mean of several quantities, plain or with known weights.

    ```yaml holds
    claims:
      - id: regions
        value:
          of: [north, south]
          is: [4.2%, 5.4%]
      - id: mean
        average:
          of: [north, south]
          weights: [3, 1]
          is: 4.5%
    ```

    ```yaml fails
    claims:
      - id: regions
        value:
          of: [north, south]
          is: [4.2%, 5.4%]
      - id: mean
        average:
          of: [north, south]
          is: 4.5%
    ```
    """

    name = "average"
    code = "CC117"
    fault = "impossible-average"
    summary = "the mean of several quantities"
    fit = Fit.LEVEL

    of: tuple[Operand, ...] = argument("of", Role.OPERANDS, "the quantities")
    weights: tuple[Fraction, ...] = argument(
        "weights", Role.EXACTS, "one weight for each; absent: all the same", optional=True, default=()
    )
    in_: Period | None = period()
    number: Stated = written_number()

    def problems(self) -> Iterator[Problem]:
        """Yield weights that do not fit the quantities."""
        if self.weights and len(self.weights) != len(self.of):
            yield Problem("weights", f"{len(self.weights)} weights for {len(self.of)} quantities")
        elif self.weights and (min(self.weights) < 0 or not sum(self.weights)):
            yield Problem("weights", "weights are not negative, and one is above 0")

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`sum(w * x) / sum(w) in I`."""
        weights = self.weights or (Fraction(1),) * len(self.of)
        whole = sum(weights)
        terms = [(q, c * w / whole) for x, w in zip(self.of, weights, strict=True) for q, c in x.at(self.in_).terms]
        return (Statement(total(terms), None, self.number.level(known.mode)),)

    def working(self) -> str:
        """`(3*north + 1*south) / 4`."""
        if not self.weights:
            return f"({' + '.join(x.text(self.in_) for x in self.of)}) / {len(self.of)}"
        terms = " + ".join(f"{w}*{x.grouped(self.in_)}" for x, w in zip(self.of, self.weights, strict=True))
        return f"({terms}) / {sum(self.weights)}"
