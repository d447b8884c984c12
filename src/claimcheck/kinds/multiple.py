"""The kind `multiple`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Known, Problem, Stated, written_number
from claimcheck.kinds.mistakes import relative
from claimcheck.kinds.over_time import OverTime
from claimcheck.kinds.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.base import Mode
    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.interval import Interval


class Multiple(OverTime):
    """A quantity as a multiple of itself in an earlier period: 3.2 times its level of 2010.

    ```yaml holds
    claims:
      - id: start
        value:
          of: output
          in: 2010
          is: 41.2 tonnes
      - id: end
        value:
          of: output
          in: 2015
          is: 131.9 tonnes
      - id: times
        multiple:
          of: output
          from: 2010
          to: 2015
          is: 3.2 times
    ```

    ```yaml fails
    claims:
      - id: start
        value:
          of: output
          in: 2010
          is: 41.2 tonnes
      - id: end
        value:
          of: output
          in: 2015
          is: 131.9 tonnes
      - id: times
        multiple:
          of: output
          from: 2010
          to: 2015
          is: 2.3 times
    ```
    """

    name = "multiple"
    code = "CC107"
    fault = "impossible-multiple"
    summary = "a quantity as a multiple of itself earlier"
    fit = Fit.RATIO
    reads = "times"

    number: Stated = written_number()

    def problems(self) -> Iterator[Problem]:
        """Yield a number that says by how much it changed: "a third more" is 1.33 times."""
        yield from super().problems()
        yield from relative(self.number)

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`x1/x0 in I`."""
        later, earlier = self.moved()
        return (Statement(later, earlier, self._times(known.mode)),)

    def _times(self, mode: Mode) -> Interval:
        return self.number.times(mode).scaled(1 / self.base)

    def compared(self, mode: Mode) -> Interval:
        """Return the growth that the multiple is: 1.4 times is less than a growth of 50%."""
        return self._times(mode).shifted(-1)

    def working(self) -> str:
        """`output[2015] / output[2010]`."""
        later, earlier = self.texts()
        return f"{later} / {earlier}"
