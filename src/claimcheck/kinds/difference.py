"""The kind `difference`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Kind, Known, Operand, Stated, operand, period, written_number
from claimcheck.kinds.statement import Statement, minus

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period


class Difference(Kind):
    """One quantity less another, in one period: a surplus, a gap, a lead.

    ```yaml holds
    claims:
      - id: goods
        value:
          of: [exports, imports]
          in: 2015
          is: [14.14 trillion, 10.45 trillion]
      - id: surplus
        difference:
          of: exports
          minus: imports
          in: 2015
          is: 3.69 trillion
    ```

    ```yaml fails
    claims:
      - id: goods
        value:
          of: [exports, imports]
          in: 2015
          is: [14.14 trillion, 10.45 trillion]
      - id: surplus
        difference:
          of: exports
          minus: imports
          in: 2015
          is: 3.96 trillion
    ```
    """

    name = "difference"
    code = "CC109"
    fault = "impossible-difference"
    summary = "one quantity less another"
    fit = Fit.CHANGE

    of: Operand = operand("the quantity it is taken from")
    minus: Operand = operand("the quantity taken away", key="minus")
    in_: Period | None = period()
    number: Stated = written_number()

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`a - b in I`."""
        return (Statement(minus(self.of.at(self.in_), self.minus.at(self.in_)), None, self.number.level(known.mode)),)

    def working(self) -> str:
        """`exports[2015] - imports[2015]`."""
        return f"{self.of.text(self.in_)} - {self.minus.grouped(self.in_)}"
