"""What a claim kind compiles to: ratios of linear forms that must lie in an interval."""

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from claimcheck.quantity.interval import Interval

PRINTED_AGAIN = "printed again as "  # what the note of a condition begins with that a claim's further quote says
ITS_NUMBER = "its number"  # the note of a condition that says a claim's number over again, for what compares it
RIVAL = "against "  # what the notes begin with of conditions of one weight: the levels that an extreme is held against


class Quantity(NamedTuple):
    """An unknown true value: a named series, at a period where it has one."""

    name: str
    period: str = ""

    def __str__(self) -> str:
        return f"{self.name}[{self.period}]" if self.period else self.name


class Linear(NamedTuple):
    """`sum(coefficient * quantity) + constant`; each quantity occurs once, no coefficient is 0."""

    terms: tuple[tuple[Quantity, Fraction | int], ...]
    constant: Fraction | int = 0


class Statement(NamedTuple):
    """`numerator / denominator in interval`; a denominator of `None` is 1.

    The denominator must not be 0. Where its sign is not known from the signs of its quantities, the statement stands
    for two cases: denominator above 0, and denominator below 0.
    """

    numerator: Linear
    denominator: Linear | None
    interval: Interval
    note: str = ""  # what a side condition says, "a part is at most its whole"; empty for what is printed


class Expression(NamedTuple):
    """A tree: `op` is one of `+ - * / ^ neg`, with two children (one for `neg`), or `quantity`, or `number`."""

    op: str
    children: tuple["Expression", ...] = ()
    quantity: Quantity | None = None
    number: Fraction | None = None


class Formula(NamedTuple):
    """`expression in interval` where the expression is not a ratio of linear forms."""

    expression: Expression
    interval: Interval
    note: str = ""


Condition = Statement | Formula


def quantities(condition: Condition) -> list[Quantity]:
    """Return the quantities of a condition as they stand in it, some of them more than once."""
    if isinstance(condition, Statement):
        above, below = condition.numerator.terms, condition.denominator
        return [quantity for quantity, _ in (above if below is None else above + below.terms)]
    return _leaves(condition.expression)


def _leaves(expression: Expression) -> list[Quantity]:
    own = [] if expression.quantity is None else [expression.quantity]
    return own + [quantity for child in expression.children for quantity in _leaves(child)]


def total(pairs: Sequence[tuple[Quantity, Fraction | int]], constant: Fraction | int = 0) -> Linear:
    """Return the linear form of `pairs`, equal quantities gathered and zeros left out."""
    gathered: dict[Quantity, Fraction | int] = {}
    for quantity, coefficient in pairs:
        gathered[quantity] = gathered.get(quantity, 0) + coefficient
    return Linear(tuple((q, c) for q, c in gathered.items() if c), constant)


def minus(left: Linear, right: Linear) -> Linear:
    """Return `left - right`."""
    return total([*left.terms, *((q, -c) for q, c in right.terms)], left.constant - right.constant)
