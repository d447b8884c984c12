"""The kind `ratio`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import (
    Fit,
    Kind,
    Known,
    Operand,
    Problem,
    Stated,
    operand,
    period,
    written_number,
)
from claimcheck.kinds.mistakes import relative
from claimcheck.kinds.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period


class Ratio(Kind):
    """One quantity per another, in one period: 10.95 deaths per 1,000, 3.4 times as many, 12 dollars a barrel.

    A number "per 1,000" counts in thousandths of the quantity below the line. One that does not say per what, "46.3
    cents" of milk in tonnes, is per one of its unit: `is: 46.3 cents per kg` says what the text leaves to its reader.

    ```yaml holds
    claims:
      - id: deaths
        value:
          of: deaths
          is: 219
      - id: people
        value:
          of: people
          is: 20,012
      - id: rate
        ratio:
          of: deaths
          per: people
          is: 10.94 per 1,000
    ```

    ```yaml fails
    claims:
      - id: deaths
        value:
          of: deaths
          is: 219
      - id: people
        value:
          of: people
          is: 20,012
      - id: rate
        ratio:
          of: deaths
          per: people
          is: 19.04 per 1,000
    ```
    """

    name = "ratio"
    code = "CC106"
    fault = "impossible-ratio"
    summary = "one quantity per another"
    fit = Fit.RATIO
    reads = "times"

    of: Operand = operand("the quantity above the line")
    per: Operand = operand("the quantity below the line", key="per")
    in_: Period | None = period()
    number: Stated = written_number()

    def problems(self) -> Iterator[Problem]:
        """Yield a number that says by how much the one is more or less than the other."""
        yield from relative(self.number, self.working())

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`a/b in I`."""
        stated = self.number.times(known.mode).scaled(1 / self.base)
        return (Statement(self.of.at(self.in_), self.per.at(self.in_), stated),)

    def working(self) -> str:
        """`deaths / people`."""
        return f"{self.of.grouped(self.in_)} / {self.per.grouped(self.in_)}"
