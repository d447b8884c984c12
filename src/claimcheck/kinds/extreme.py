"""The kind `extreme`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Kind, Known, Operand, Problem, Role, argument, operand, period
from claimcheck.kinds.statement import RIVAL, Statement, minus
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.period import STEPS, Period, PeriodError, before, previous

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition

_ZERO = Fraction(0)


def _alike(a: Period, b: Period) -> bool:
    """Whether two periods are of one kind and length."""
    return (a.kind, a.fiscal, a.end - a.start) == (b.kind, b.fiscal, b.end - b.start)


class Extreme(Kind):
    """The lowest or highest level since a period, or ever: of all earlier periods that the sheet speaks of.

    ```yaml holds
    claims:
      - id: rate
        value:
          of: inflation
          in: [2012, 2013, 2014]
          is: [2.6%, 2.1%, 1.4%]
      - id: low
        extreme:
          of: inflation
          in: 2014
          since: 2012
          is: lowest
    ```

    ```yaml fails
    claims:
      - id: rate
        value:
          of: inflation
          in: [2012, 2013, 2014]
          is: [2.6%, 1.1%, 1.4%]
      - id: low
        extreme:
          of: inflation
          in: 2014
          since: 2012
          is: lowest
    ```
    """

    name = "extreme"
    code = "CC114"
    fault = "impossible-extreme"
    summary = "the lowest or highest level since a period"

    of: Operand = operand()
    in_: Period | None = period("the period of the extreme")
    since: Period | None = period("the first period it is compared with; absent: all earlier ones", key="since")
    word: str = argument("is", Role.WORD, "which extreme", words=("lowest", "highest"))

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with its periods."""
        if not self.in_:
            yield Problem("in", "extreme needs the period it is about", "add `in: 2015`")
        elif self.since and (before(self.in_, self.since) or self.since == self.in_):
            yield Problem("since", f"since {self.since.text} is not before {self.in_.text}")
        elif not self._first():
            yield Problem("in", f"the periods before {self.in_.text} are not known", "say the first one with `since:`")

    def rivals(self, known: Known) -> list[Period]:
        """Return the periods it is compared with: as long as its own, so that no quarter is held against a year."""
        named = {p.text: p for term in self.of.terms for p in known.periods(term.name)}
        found = [
            p
            for p in named.values()
            if self.in_ and _alike(p, self.in_) and before(p, self.in_) and not (self.since and before(p, self.since))
        ]
        first = self._first()
        if first and first not in found and (self.since or not found):
            found.append(first)
        return sorted(found, key=lambda p: (-p.first, p.text))  # the latest first, whatever the order of the claims

    def _first(self) -> Period | None:
        """Return `since` where it is a period like its own, else the period before its own."""
        if not self.in_ or (self.since and (_alike(self.since, self.in_) or self.in_.is_label)):
            return self.since
        for step in STEPS[::-1]:
            try:
                return previous(self.in_, step)
            except PeriodError:
                continue
        return None

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`x - y <= 0` (lowest) or `>= 0` for each earlier level y."""
        bounds = Interval(None, _ZERO) if self.word == "lowest" else Interval(_ZERO, None)
        mine = self.of.at(self.in_)
        return tuple(
            Statement(minus(mine, self.of.at(p)), None, bounds, f"{RIVAL}{p.text}") for p in self.rivals(known)
        )

    def working(self) -> str:
        """`inflation[2014] <= all since 2012`."""
        sign = "<=" if self.word == "lowest" else ">="
        return f"{self.of.text(self.in_)} {sign} all {f'since {self.since.text}' if self.since else 'before'}"
