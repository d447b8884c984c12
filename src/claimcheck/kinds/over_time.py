"""What kinds about a change share: the two periods it runs between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Kind, Operand, Problem, Role, argument, operand, period
from claimcheck.quantity.period import Period, PeriodError, before, previous
from claimcheck.quantity.terms import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction
    from typing import Self

    from claimcheck.kinds.statement import Linear

STEPS = ("year", "half", "quarter", "month", "week", "day")


def two_ends(name: str, one: Period, other: Period) -> Problem:
    """Return what is wrong with a move that ends in two periods."""
    return Problem("in", f"{name} ends in {one.text} by `in:`, and in {other.text} by `to:`", "leave out one of them")


class OverTime(Kind):
    """A kind whose number says how a quantity moved from one period to another."""

    of: Operand = operand()
    in_: Period | None = period("the period that is compared with the one before")
    from_: Period | None = period("the period it started from, where it is not the one before", key="from")
    to: Period | None = period("the period it came to, in place of `in`", key="to")
    over: str = argument(
        "over",
        Role.STEP,
        "what the period before is: a year, quarter or month earlier",
        optional=True,
        default="",
        words=STEPS,
    )

    @property
    def end(self) -> Period | None:
        """The later period."""
        return self.to or self.in_

    @property
    def start(self) -> Period | None:
        """The earlier period: as written, else the one before the later; `None` where that is not known."""
        if self.from_ or not self.end:
            return self.from_
        try:
            return previous(self.end, self.over)
        except PeriodError:
            return None

    def problems(self) -> Iterator[Problem]:
        """Yield what is wrong with the two periods."""
        if not self.end:
            yield Problem("in", f"{self.name} needs the period it is about", "add `in: 2015`, or `from:` and `to:`")
        elif self.in_ and self.to and self.in_ != self.to:
            yield two_ends(self.name, self.in_, self.to)
        elif not self.start:
            yield Problem("in", f"the period before {self.end.text} is not known", "say it with `from:`")
        elif before(self.end, self.start) or self.end == self.start:
            yield Problem("from", f"from {self.start.text} is not before {self.end.text}")

    def moved(self) -> tuple[Linear, Linear]:
        """Return the operand at the later and at the earlier period."""
        return self.of.at(self.end), self.of.at(self.start)

    def texts(self) -> tuple[str, str]:
        """Return the operand's text at the later and at the earlier period."""
        return self.of.grouped(self.end), self.of.grouped(self.start)

    def turned(self) -> Self | None:
        """Return it as a move the other way, where its words only praise or blame: "improved by 2.3 points"."""
        number = self.stated
        if number is None or not number.either:
            return None
        return self.changed(number=number.turned()._replace(either=False))


def years_text(years: Fraction) -> str:
    """Return a length as a person writes it: "2.5 years"."""
    from claimcheck.quantity.show import show_number

    return show_number(years, Unit("year", "measure"))
