"""The kind `compare`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Kind, Known, Operand, Problem, Role, argument, period
from claimcheck.kinds.statement import Linear, Statement, minus
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period

_ZERO = Fraction(0)
SIDES = {
    "greater": Interval(_ZERO, None, low_open=True),
    "less": Interval(None, _ZERO, high_open=True),
    "equal": Interval(_ZERO, _ZERO),
}
SIGNS = {"greater": ">", "less": "<", "equal": "="}


class Compare(Kind):
    """One quantity against another, or the number of one claim against the number of another.

    ```yaml holds
    claims:
      - id: exports
        value:
          of: exports
          is: 14.14 trillion
      - id: imports
        value:
          of: imports
          is: 10.45 trillion
      - id: surplus
        compare:
          of: exports
          than: imports
          is: greater
    ```

    ```yaml fails
    claims:
      - id: early
        growth:
          of: sales
          in: 2010
          is: up 32%
      - id: late
        growth:
          of: sales
          in: 2015
          is: up 41%
      - id: slower
        compare:
          claim: late
          than: early
          is: less
    ```
    """

    name = "compare"
    code = "CC112"
    fault = "impossible-comparison"
    summary = "one quantity or number against another"

    of: Operand | None = argument("of", Role.OPERAND, "the quantity that is compared", optional=True)
    claim: str = argument(
        "claim", Role.CLAIM, "the claim whose number is compared, in place of `of`", optional=True, default=""
    )
    than: Operand | str = argument("than", Role.RIVAL, "what it is compared with")
    in_: Period | None = period()
    word: str = argument("is", Role.WORD, "how it compares", words=tuple(SIDES))

    def problems(self) -> Iterator[Problem]:
        """Yield a comparison of nothing, or of two things at once."""
        if bool(self.claim) == bool(self.of):
            yield Problem("of", "compare takes either `of:`, a quantity, or `claim:`, the id of a claim")
        elif (self.claim or self.of) == self.than:
            yield Problem("than", "compare holds something against itself")

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`a - b > 0`, `< 0` or `= 0`."""
        left = self.of.at(self.in_) if self.of else known.number(self.claim)
        right = self.than.at(self.in_) if isinstance(self.than, Operand) else known.number(self.than)
        nothing = Linear(())
        return (Statement(minus(left or nothing, right or nothing), None, SIDES[self.word]),)

    def working(self) -> str:
        """`exports[2015] > imports[2015]`."""
        left = self.of.text(self.in_) if self.of else self.claim
        right = self.than.text(self.in_) if isinstance(self.than, Operand) else self.than
        return f"{left} {SIGNS[self.word]} {right}"
