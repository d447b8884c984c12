"""The kind `contribution`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Known, Operand, Stated, operand, written_number
from claimcheck.kinds.over_time import OverTime
from claimcheck.kinds.statement import Statement, minus

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Condition


class Contribution(OverTime):
    """What a part adds to the growth of its whole: its change as a share of the whole's earlier level.

    "Services added 1.2 points to the growth of 3.1%."

    ```yaml holds
    claims:
      - id: services
        value:
          of: services
          in: [2014, 2015]
          is: [40.2 billion, 41.4 billion]
      - id: economy
        value:
          of: economy
          in: 2014
          is: 100.3 billion
      - id: added
        contribution:
          of: services
          whole: economy
          in: 2015
          is: 1.2 points
    ```

    ```yaml fails
    claims:
      - id: services
        value:
          of: services
          in: [2014, 2015]
          is: [40.2 billion, 41.4 billion]
      - id: economy
        value:
          of: economy
          in: 2014
          is: 100.3 billion
      - id: added
        contribution:
          of: services
          whole: economy
          in: 2015
          is: 2.1 points
    ```
    """

    name = "contribution"
    code = "CC110"
    fault = "impossible-contribution"
    summary = "what a part adds to the growth of its whole"
    fit = Fit.ADDED
    reads = "signed"

    whole: Operand = operand("the whole", key="whole")
    number: Stated = written_number()

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`(a1 - a0) / b0 in I`."""
        return (Statement(minus(*self.moved()), self.whole.at(self.start), self.number.signed(known.mode)),)

    def working(self) -> str:
        """`(services[2015] - services[2014]) / economy[2014]`."""
        later, earlier = self.texts()
        return f"({later} - {earlier}) / {self.whole.grouped(self.start)}"
