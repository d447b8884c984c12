"""Statements as a fit needs them: what is a ratio of two quantities, what is another form, which have both ends."""

from __future__ import annotations

from math import inf, log
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.rows import ONE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from claimcheck.kinds.statement import Quantity, Statement

Terms = list[tuple[int, float]]  # the columns of a form and their coefficients
Form = list[tuple[int, "Fraction | int"]]  # the same, exactly
_Number = tuple[int, int] | None  # a numerator and its denominator
Exactly = tuple[Form, Form, _Number, _Number, bool, bool]  # a form over another one, its ends, whether they are open

CLEAR = 1e-7  # of an end, how far within it a point is to be; of a thin statement no more than the next
SHARE = 0.1  # of its width
EQUAL = 1e-4  # of its largest term, how far from 0 an equation may be: exact numbers put that right
STRONGEST = 1e13  # pull, beyond which floats tell nothing of the weaker ones
_LONG = 40  # terms of a form, all of which are tied to each other


class TangledError(ArithmeticError):
    """Too many quantities hang together for a fit to be fast."""


class Ratio(NamedTuple):
    """One column over another lies between two ends; `aim` is the logarithm of their middle."""

    claim: int
    above: int
    below: int
    low: float
    high: float
    aim: float


class End(NamedTuple):
    """The logarithm of one column over another is at least (`side` 1) or at most (-1) `end`."""

    claim: int
    above: int
    below: int
    side: int
    end: float


class Band(NamedTuple):
    """A form is no farther from 0 than another one; it is 0 where that has no terms."""

    claim: int
    form: Terms
    width: Terms


class Bound(NamedTuple):
    """A form is at least 0, or at most 0 where another form, which may be either, is below 0."""

    claim: int
    form: Terms
    over: Terms


class Pulls:
    """Statements over columns that are above 0, sorted by what they ask for."""

    def __init__(self) -> None:
        self.ratios: list[Ratio] = []
        self.strengths: list[float] = []  # of each ratio, how strongly it pulls
        self.ends: list[End] = []
        self.bands: list[Band] = []
        self.bounds: list[Bound] = []
        self.equal: list[int] = []  # claims that say that a form is 0
        self.exactly: list[Exactly] = []  # what each statement says

    def take(self, claim: int, statement: Statement, columns: Mapping[Quantity, int]) -> bool:
        """Take in a statement of a claim; False where quantities above 0 do not seem to satisfy it."""
        (terms, constant), denominator, (least, most, low_open, high_open), _ = statement
        low, high, start, end = -inf, inf, None, None
        if least is not None:
            top, bottom = start = least.as_integer_ratio()
            low = top / bottom
        if most is not None:
            top, bottom = end = most.as_integer_ratio()
            high = top / bottom
            if high == low:
                self.equal.append(claim)
        above: Form = [(columns[quantity], a) for quantity, a in terms]
        if constant:
            above.append((ONE, constant))
        if denominator is None:
            below: Form = [(ONE, 1)]
        else:
            terms, constant = denominator
            below = [(columns[quantity], a) for quantity, a in terms]
            if constant:
                below.append((ONE, constant))
        self.exactly.append((above, below, start, end, low_open, high_open))
        if len(below) == 1:
            return self._take_over(claim, above, *below[0], low, high)
        return self._take_form(claim, above, below, low, high)

    def _take_over(
        self, claim: int, above: Form, column: int, divisor: Fraction | int, low: float, high: float
    ) -> bool:
        """Take a form over a single column: what the form has of that column only moves the ends."""
        rest = []
        for j, a in above:
            if j == column:
                shift = a / divisor
                low, high = low - shift, high - shift
            else:
                rest.append((j, a))
        if len(rest) != 1:
            return self._take_form(claim, rest, [(column, divisor)], low, high) if rest else low <= 0 <= high
        ((other, a),) = rest
        if a != divisor:
            factor = divisor / a
            low, high = (low * factor, high * factor) if factor > 0 else (high * factor, low * factor)
        if high <= 0:
            return False
        if high == inf:
            if low > 0:
                self.ends.append(_new(End, (claim, other, column, 1, log(low))))
        elif low <= 0:
            self.ends.append(_new(End, (claim, other, column, -1, log(high))))
        else:
            middle, width = (low + high) / 2, high - low
            margin, strength = -EQUAL * middle, STRONGEST
            if width:
                margin, strength = min(CLEAR * middle, SHARE * width), min((2 * middle / width) ** 2, STRONGEST)
            self.ratios.append(_new(Ratio, (claim, other, column, low + margin, high - margin, log(middle))))
            self.strengths.append(strength)
        return True

    def _take_form(self, claim: int, above: Form, below: Form, low: float, high: float) -> bool:
        if max(len(above), len(below)) > _LONG:
            raise TangledError
        if low > -inf and high < inf:
            half = (high - low) / 2
            width = [(j, half * a) for j, a in below] if half else []
            self.bands.append(_new(Band, (claim, _less(above, (low + high) / 2, below), width)))
        elif low > -inf or high < inf:
            side, end = (1, low) if high == inf else (-1, high)
            over = [(j, float(a)) for j, a in below] if min([a for _, a in below]) < 0 else []
            self.bounds.append(Bound(claim, _less([(j, side * a) for j, a in above], side * end, below), over))
        return True


_new = tuple.__new__  # in half the time


def _less(above: Form, factor: float, below: Form) -> Terms:
    """Return `above - factor * below`."""
    form = {j: float(a) for j, a in above}
    for j, a in below if factor else ():
        form[j] = form.get(j, 0.0) - factor * a
    return [(j, a) for j, a in form.items() if a]
