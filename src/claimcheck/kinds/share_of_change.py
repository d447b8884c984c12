"""The kind `share_of_change`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Known, Operand, Stated, operand, written_number
from claimcheck.kinds.over_time import OverTime
from claimcheck.kinds.statement import Statement, minus

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Condition


class ShareOfChange(OverTime):
    """A part's change as a share of its whole's change: "consumption made 41% of the growth".

    ```yaml holds
    claims:
      - id: consumption
        value:
          of: consumption
          in: [2010, 2015]
          is: [14.2 trillion, 26.5 trillion]
      - id: economy
        value:
          of: economy
          in: [2010, 2015]
          is: [39.8 trillion, 69.8 trillion]
      - id: driven
        share_of_change:
          of: consumption
          whole: economy
          from: 2010
          to: 2015
          is: 41%
    ```

    ```yaml fails
    claims:
      - id: consumption
        value:
          of: consumption
          in: [2010, 2015]
          is: [14.2 trillion, 26.5 trillion]
      - id: economy
        value:
          of: economy
          in: [2010, 2015]
          is: [39.8 trillion, 69.8 trillion]
      - id: driven
        share_of_change:
          of: consumption
          whole: economy
          from: 2010
          to: 2015
          is: 14%
    ```
    """

    name = "share_of_change"
    code = "CC111"
    fault = "impossible-share-of-change"
    summary = "a part's change as a share of its whole's change"
    fit = Fit.SHARE
    reads = "share"

    whole: Operand = operand("the whole", key="whole")
    number: Stated = written_number()

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`(a1 - a0) / (b1 - b0) in I`."""
        change = minus(self.whole.at(self.end), self.whole.at(self.start))
        stated = self.number.share(known.mode).scaled(1 / self.base)
        return (Statement(minus(*self.moved()), change, stated),)

    def working(self) -> str:
        """`(a[2015] - a[2010]) / (b[2015] - b[2010])`."""
        later, earlier = self.texts()
        whole = f"{self.whole.grouped(self.end)} - {self.whole.grouped(self.start)}"
        return f"({later} - {earlier}) / ({whole})"
