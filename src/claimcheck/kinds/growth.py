"""The kind `growth`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Known, Stated, written_number
from claimcheck.kinds.over_time import OverTime
from claimcheck.kinds.statement import Statement, minus

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Condition


class Growth(OverTime):
    """A relative change: up 43%, down 7% from 2014, doubled.

    The verb beside the number gives its sign: "fell by 1.8%" is -1.8%. The period before is the year before, or what
    `over` or `from` say.

    ```yaml holds
    claims:
      - id: last-year
        value:
          of: sales
          in: 2014
          is: 41.2 million
      - id: this-year
        value:
          of: sales
          in: 2015
          is: 44.9 million
      - id: growth
        growth:
          of: sales
          in: 2015
          is: up 9%
    ```

    ```yaml fails
    claims:
      - id: last-year
        value:
          of: sales
          in: 2014
          is: 41.2 million
      - id: this-year
        value:
          of: sales
          in: 2015
          is: 44.9 million
      - id: growth
        growth:
          of: sales
          in: 2015
          is: down 9%
    ```
    """

    name = "growth"
    code = "CC102"
    fault = "impossible-growth"
    summary = "a relative change from one period to another"
    fit = Fit.RATE
    reads = "rate"

    number: Stated = written_number()

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`(x1 - x0) / x0 in I`."""
        later, earlier = self.moved()
        return (Statement(minus(later, earlier), earlier, self.number.rate(known.mode)),)

    def working(self) -> str:
        """`sales[2015] / sales[2014] - 1`."""
        later, earlier = self.texts()
        return f"{later} / {earlier} - 1"
