"""The kind `direction`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Known, Role, argument
from claimcheck.kinds.over_time import OverTime
from claimcheck.kinds.statement import Statement, minus
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Condition

_ZERO = Fraction(0)
# "Unchanged" is a growth that rounds to 0%.
WAYS = {
    "up": Interval(_ZERO, None, low_open=True),
    "down": Interval(None, _ZERO, high_open=True),
    "unchanged": Interval(Fraction(-1, 200), Fraction(1, 200)),
}
SIGNS = {"up": ">", "down": "<", "unchanged": "≈"}


class Direction(OverTime):
    """Which way a quantity went: up, down, or unchanged (a growth that rounds to 0%).

    ```yaml holds
    claims:
      - id: trade
        value:
          of: trade
          in: [2014, 2015]
          is: [26.43 trillion, 24.59 trillion]
      - id: fell
        direction:
          of: trade
          in: 2015
          is: down
    ```

    ```yaml fails
    claims:
      - id: trade
        value:
          of: trade
          in: [2014, 2015]
          is: [26.43 trillion, 24.59 trillion]
      - id: rose
        direction:
          of: trade
          in: 2015
          is: up
    ```
    """

    name = "direction"
    code = "CC113"
    fault = "impossible-direction"
    summary = "which way a quantity went"

    word: str = argument("is", Role.WORD, "which way", words=tuple(WAYS))

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`x1 - x0 > 0` or `< 0`; for unchanged, `(x1 - x0) / x0` rounds to 0%, or both are 0."""
        later, earlier = self.moved()
        if self.word != "unchanged":
            return (Statement(minus(later, earlier), None, WAYS[self.word]),)
        if known.zero(earlier):
            return (Statement(minus(later, earlier), None, Interval.point(_ZERO)),)
        return (Statement(minus(later, earlier), earlier, WAYS[self.word]),)

    def working(self) -> str:
        """`trade[2015] < trade[2014]`."""
        later, earlier = self.texts()
        return f"{later} {SIGNS[self.word]} {earlier}"
