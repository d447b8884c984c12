"""The kind `cagr`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import (
    Fit,
    Kind,
    Known,
    Operand,
    Problem,
    Role,
    Stated,
    argument,
    operand,
    period,
    written_number,
)
from claimcheck.kinds.over_time import two_ends, years_text
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.period import Period, before, years_between
from claimcheck.quantity.power import power

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.interval import Interval


class Cagr(Kind):
    """A compound annual growth rate between two periods.

    A rate r over n years multiplies the quantity by (1 + r)^n. For whole years that is exact; for parts of a year, and
    for powers of thousands of digits, it is an enclosure. `years` stands for `from` where only a length is said.

    ```yaml holds
    claims:
      - id: start
        value:
          of: volume
          in: 2010
          is: 200 units
      - id: end
        value:
          of: volume
          in: 2015
          is: 897 units
      - id: rate
        cagr:
          of: volume
          from: 2010
          to: 2015
          is: 35%
    ```

    ```yaml fails
    claims:
      - id: rate
        cagr:
          of: volume
          from: 2010
          to: 2015
          is: 35%
      - id: five-years
        growth:
          of: volume
          from: 2010
          to: 2015
          is: up 200%
    ```
    """

    name = "cagr"
    code = "CC103"
    fault = "impossible-cagr"
    summary = "a compound annual growth rate"
    fit = Fit.RATE
    reads = "rate"

    of: Operand = operand()
    from_: Period | None = period("the first period", key="from")
    to: Period | None = period("the last period", key="to")
    in_: Period | None = period("the last period, where `to` is absent")
    years: Fraction | None = argument("years", Role.EXACT, "the length, in place of `from`", optional=True)
    number: Stated = written_number("the yearly rate")

    @property
    def end(self) -> Period | None:
        """The last period."""
        return self.to or self.in_

    @property
    def start(self) -> Period | None:
        """The first period: as written, else `years` before the last."""
        if self.from_ or not self.end or not self.years:
            return self.from_
        from claimcheck.quantity.period import years_before

        return years_before(self.end, self.years)

    @property
    def length(self) -> Fraction:
        """The years between."""
        return self._known() or self.years or Fraction(0)

    def _known(self) -> Fraction | None:
        """Return the years between the two periods that are written; `None` where they do not say."""
        return years_between(self.from_, self.end) if self.from_ and self.end else None

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with its periods."""
        if not self.end:
            yield Problem("to", "cagr needs the last period", "add `to: 2015`")
        elif self.in_ and self.to and self.in_ != self.to:
            yield two_ends(self.name, self.in_, self.to)
        elif self.years is not None and self.years <= 0:
            yield Problem("years", f"years is above 0, not {self.years}")
        elif not self.from_ and not self.years:
            yield Problem("from", "cagr needs the first period", "add `from: 2010`, or `years: 5`")
        elif not self.start:
            yield Problem(
                "years",
                f"{years_text(self.years or Fraction(0))} before {self.end.text} is not a known period",
                "say it with `from:`",
            )
        elif before(self.end, self.start) or self.end == self.start:
            yield Problem("from", f"from {self.start.text} is not before {self.end.text}")
        elif self.length <= 0:
            yield Problem("from", f"the years from {self.start.text} to {self.end.text} are not known", "add `years:`")
        elif self.years and self.years != self.length:
            told = f"from {self.start.text} to {self.end.text} it is {years_text(self.length)}"
            yield Problem("years", f"{told}, not {years_text(self.years)}", "leave out `years:`, or `from:`")

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`x1/x0 in (1 + I)^n`; a fall by more than all leaves a factor below 0, which no level has."""
        base = self.number.rate(known.mode).shifted(1)
        factor = base if base.high is not None and base.high < 0 else power(base, self.length)
        return (Statement(self.of.at(self.end), self.of.at(self.start), factor),)

    def restate(self, ratio: Interval) -> Interval:
        """Return the yearly rate of a range of `x1/x0`: its n-th root minus 1."""
        return power(ratio, 1 / self.length).shifted(-1)

    def working(self) -> str:
        """`(volume[2015] / volume[2010])^(1/5) - 1`."""
        return f"({self.of.grouped(self.end)} / {self.of.grouped(self.start)})^({1 / self.length}) - 1"
