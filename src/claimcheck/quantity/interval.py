"""Intervals of exact rationals: the true values that would be printed as one written number."""

from fractions import Fraction
from typing import NamedTuple


class Interval(NamedTuple):
    """All rationals between two ends; `None` is an end at infinity, and each end may be open.

    A named tuple, not a dataclass: a hundred thousand are made for a corpus, and the class must cost nothing at
    start-up.
    """

    low: Fraction | None
    high: Fraction | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Fraction | int) -> "Interval":
        """Return the interval that holds `value` alone."""
        exact = Fraction(value)
        return cls(exact, exact)

    @property
    def is_empty(self) -> bool:
        """Whether no number lies in it."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    @property
    def is_point(self) -> bool:
        """Whether exactly one number lies in it."""
        return self.low is not None and self.low == self.high and not (self.low_open or self.high_open)

    @property
    def width(self) -> Fraction | None:
        """The distance between the ends; `None` when one is at infinity."""
        return None if self.low is None or self.high is None else self.high - self.low

    def contains(self, value: Fraction) -> bool:
        """Whether `value` lies in it."""
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or value < self.high or (value == self.high and not self.high_open)

    def whole_numbers(self) -> tuple[int, int] | None:
        """Return the least and greatest whole number in it, the latter less where it holds none; `None` for no end."""
        if self.low is None or self.high is None:
            return None
        low = self.low.__floor__() + 1 if self.low_open else self.low.__ceil__()
        return low, self.high.__ceil__() - 1 if self.high_open else self.high.__floor__()

    def within(self, other: "Interval") -> bool:
        """Whether every number of it lies in `other`."""
        return self.is_empty or self.meet(other) == self

    def meet(self, other: "Interval") -> "Interval":
        """Return the numbers that lie in both (possibly none: see `is_empty`)."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, lower=True)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, lower=False)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: "Interval") -> bool:
        """Whether some number lies in both."""
        return not self.meet(other).is_empty

    def hull(self, other: "Interval") -> "Interval":
        """Return the smallest interval that holds both."""
        if self.is_empty:
            return other
        if other.is_empty:
            return self
        low, low_open = _wider(self.low, self.low_open, other.low, other.low_open, lower=True)
        high, high_open = _wider(self.high, self.high_open, other.high, other.high_open, lower=False)
        return Interval(low, high, low_open, high_open)

    def shifted(self, by: Fraction | int) -> "Interval":
        """Return it moved up by `by`."""
        return Interval(
            None if self.low is None else self.low + by,
            None if self.high is None else self.high + by,
            self.low_open,
            self.high_open,
        )

    def scaled(self, by: Fraction | int) -> "Interval":
        """Return it times a number other than 0; a negative one swaps the ends."""
        low = None if self.low is None else self.low * by
        high = None if self.high is None else self.high * by
        if by < 0:
            return Interval(high, low, self.high_open, self.low_open)
        return Interval(low, high, self.low_open, self.high_open)

    def inverted(self) -> "Interval":
        """Return what 1 divided by its numbers above 0 is: from 1/high up to 1/low, without end where it reaches 0."""
        low = Fraction(0) if self.high is None else 1 / self.high
        high = 1 / self.low if self.low is not None and self.low > 0 else None
        return Interval(low, high, self.high_open or self.high is None, self.low_open)

    def negated(self) -> "Interval":
        """Return it mirrored at 0."""
        return self.scaled(-1)


ANY = Interval(None, None)
NON_NEGATIVE = Interval(Fraction(0), None)
POSITIVE = Interval(Fraction(0), None, low_open=True)


def _tighter(
    mine: Fraction | None, mine_open: bool, theirs: Fraction | None, theirs_open: bool, *, lower: bool
) -> tuple[Fraction | None, bool]:
    if mine is None:
        return theirs, theirs_open
    if theirs is None:
        return mine, mine_open
    if mine == theirs:
        return mine, mine_open or theirs_open
    return (mine, mine_open) if (mine > theirs) == lower else (theirs, theirs_open)


def _wider(
    mine: Fraction | None, mine_open: bool, theirs: Fraction | None, theirs_open: bool, *, lower: bool
) -> tuple[Fraction | None, bool]:
    if mine is None or theirs is None:
        return None, False
    if mine == theirs:
        return mine, mine_open and theirs_open
    return (mine, mine_open) if (mine < theirs) == lower else (theirs, theirs_open)
