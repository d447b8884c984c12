"""The kind `change`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Known, Stated, Way, written_number
from claimcheck.kinds.over_time import OverTime
from claimcheck.kinds.statement import Statement, minus

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Condition


class Change(OverTime):
    """A difference between two periods, in the quantity's own unit, or in points for a percent.

    A rise "from 2% to 8%" is a change of 6 points and a growth of 300%: this kind is the first.

    ```yaml holds
    quantities:
      share:
        unit: "%"
    claims:
      - id: share
        value:
          of: share
          in: [2010, 2015]
          is: [2%, 8%]
      - id: gained
        change:
          of: share
          from: 2010
          to: 2015
          is: up 6 percentage points
    ```

    ```yaml fails
    quantities:
      share:
        unit: "%"
    claims:
      - id: share
        value:
          of: share
          in: [2010, 2015]
          is: [2%, 8%]
      - id: gained
        change:
          of: share
          from: 2010
          to: 2015
          is: up 8 percentage points
    ```
    """

    name = "change"
    code = "CC104"
    fault = "impossible-change"
    summary = "a difference between two periods, in units or points"
    fit = Fit.CHANGE
    reads = "signed"
    moves_either_way = True

    number: Stated = written_number()

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`x1 - x0 in I`."""
        return (Statement(minus(*self.moved()), None, self.number.signed(known.mode)),)

    def otherwise(self, known: Known) -> tuple[Way, ...]:
        """What is only praised or blamed may have gone either way."""
        turned = self.turned()
        return (Way(turned, turned.conditions(known)),) if turned else ()

    def working(self) -> str:
        """`share[2015] - share[2010]`."""
        later, earlier = self.texts()
        return f"{later} - {earlier}"
