"""The kind `value`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Kind, Known, Operand, Stated, operand, period, written_number
from claimcheck.kinds.statement import Statement

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period


class Value(Kind):
    """A level: the quantity is the number.

    The number is read with the rounding that its digits imply: 24.59 trillion stands for anything from 24.585 to
    24.595 trillion. Zeros at the end of a whole number may or may not be rounded, so 760 billion is read at its widest,
    755 to 765 billion.

    ```yaml holds
    claims:
      - id: trade
        value:
          of: trade
          in: 2015
          is: 24.59 trillion yuan
      - id: exports
        value:
          of: exports
          in: 2015
          is: 14.14 trillion yuan
      - id: imports
        value:
          of: imports
          in: 2015
          is: 10.45 trillion yuan
      - id: whole
        sum:
          parts: [exports, imports]
          total: trade
          in: 2015
    ```

    ```yaml fails
    claims:
      - id: in-the-summary
        value:
          of: trade
          in: 2015
          is: 24.59 trillion yuan
      - id: in-the-text
        value:
          of: trade
          in: 2015
          is: 24.95 trillion yuan
    ```
    """

    name = "value"
    code = "CC101"
    fault = "impossible-value"
    summary = "a level: the quantity is the number"
    fit = Fit.LEVEL

    of: Operand = operand()
    in_: Period | None = period()
    number: Stated = written_number()

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`x in I`."""
        return (Statement(self.of.at(self.in_), None, self.number.level(known.mode)),)

    def working(self) -> str:
        """`exports[2015]`."""
        return self.of.text(self.in_)
