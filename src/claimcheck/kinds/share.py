"""The kind `share`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Kind, Known, Operand, Stated, operand, period, written_number
from claimcheck.kinds.statement import Statement, minus
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period

_ZERO = Fraction(0)


class Share(Kind):
    """A part as a share of its whole; a part is never more than its whole.

    ```yaml holds
    claims:
      - id: part
        value:
          of: labour_exports
          in: 2015
          is: 2.93 trillion
      - id: whole
        value:
          of: exports
          in: 2015
          is: 14.14 trillion
      - id: share
        share:
          of: labour_exports
          whole: exports
          in: 2015
          is: 20.7%
    ```

    ```yaml fails
    claims:
      - id: part
        value:
          of: labour_exports
          in: 2015
          is: 2.93 trillion
      - id: whole
        value:
          of: exports
          in: 2015
          is: 14.14 trillion
      - id: share
        share:
          of: labour_exports
          whole: exports
          in: 2015
          is: 27.0%
    ```
    """

    name = "share"
    code = "CC105"
    fault = "impossible-share"
    summary = "a part as a share of its whole"
    fit = Fit.SHARE
    reads = "share"

    of: Operand = operand("the part")
    whole: Operand = operand("the whole", key="whole")
    in_: Period | None = period()
    number: Stated = written_number()

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`a/b in I`, and `a <= b`, unless one may be negative: beside a loss a part may exceed its whole."""
        part, whole = self.of.at(self.in_), self.whole.at(self.in_)
        stated = self.number.share(known.mode).scaled(1 / self.base)
        if any(known.signed(term.name) for term in (*self.of.terms, *self.whole.terms)):
            return (Statement(part, whole, stated),)
        at_most = Statement(minus(part, whole), None, Interval(None, _ZERO), "a part is at most its whole")
        return Statement(part, whole, stated), at_most

    def working(self) -> str:
        """`labour_exports[2015] / exports[2015]`."""
        return f"{self.of.grouped(self.in_)} / {self.whole.grouped(self.in_)}"
