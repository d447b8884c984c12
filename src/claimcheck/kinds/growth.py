"""The kind `growth`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit, Known, Problem, Stated, Way, written_number
from claimcheck.kinds.over_time import OverTime, years_text
from claimcheck.kinds.statement import Statement, minus, total
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.period import years_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition

_BELOW = Interval(None, Fraction(0), high_open=True)


class Growth(OverTime):
    """A relative change: up 43%, down 7% from 2014, doubled.

    The verb beside the number gives its sign: "fell by 1.8%" is -1.8%. The period before is the year before, or what
    `over` or `from` say.

    ```yaml holds
    claims:
      - id: last-year
        value:
          of: sales
          in: 2014
          is: 41.2 million
      - id: this-year
        value:
          of: sales
          in: 2015
          is: 44.9 million
      - id: growth
        growth:
          of: sales
          in: 2015
          is: up 9%
    ```

    ```yaml fails
    claims:
      - id: last-year
        value:
          of: sales
          in: 2014
          is: 41.2 million
      - id: this-year
        value:
          of: sales
          in: 2015
          is: 44.9 million
      - id: growth
        growth:
          of: sales
          in: 2015
          is: down 9%
    ```
    """

    name = "growth"
    code = "CC102"
    fault = "impossible-growth"
    summary = "a relative change from one period to another"
    fit = Fit.RATE
    reads = "rate"
    moves_either_way = True

    number: Stated = written_number()

    def problems(self) -> Iterator[Problem]:
        """Yield so much a year over more or less than a year, which compounds."""
        yield from super().problems()
        length = years_between(self.start, self.end) if self.start and self.end else None
        if self.number.written.unit.per in ("year", "annum") and length and length != 1:
            told = f"{self.number.written.text!r} is a yearly rate, and growth is what it makes in {years_text(length)}"
            yield Problem("is", told, "the kind is `cagr`")

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """`(x1 - x0) / x0 in I`."""
        later, earlier = self.moved()
        return (Statement(minus(later, earlier), earlier, self.number.rate(known.mode)),)

    def otherwise(self, known: Known) -> tuple[Way, ...]:
        """From a base below 0, people also count a move by the base's size: from -5 to -10 is "down 100%".

        What is only praised or blamed may have gone either way.
        """
        turned = self.turned()
        ways = (Way(turned, turned.conditions(known)), *turned.otherwise(known)) if turned else ()
        if not any(known.signed(term.name) for term in self.of.terms):
            return ways
        later, earlier = self.moved()
        size = total([(quantity, -factor) for quantity, factor in earlier.terms])
        moved = Statement(minus(later, earlier), size, self.number.rate(known.mode))
        return (*ways, Way(self, (moved, Statement(earlier, None, _BELOW, "the base is below 0"))))

    def working(self) -> str:
        """`sales[2015] / sales[2014] - 1`."""
        later, earlier = self.texts()
        return f"{later} / {earlier} - 1"
