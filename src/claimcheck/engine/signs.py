"""What signs alone say of a ratio, and claims about quantities that nothing else touches: no program needed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.engine.rows import denominator_signs
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.interval import ANY, Interval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.engine.component import Component
    from claimcheck.engine.system import Constraint, System
    from claimcheck.kinds.statement import Condition, Linear, Quantity

_ZERO, _ONE = Fraction(0), Fraction(1)
_FROM_ZERO = Interval(_ZERO, None)


def sign_range(statement: Statement, component: Component) -> Interval:
    """Return all values of a statement's ratio that the signs of its quantities allow; `ANY` where one is unknown.

    Over quantities at least 0 a ratio of linear forms lies between its values along each quantity alone: (b - a) / a
    between -1 (along a) and infinity (along b).
    """
    signs = denominator_signs(statement.denominator, component.columns, component.signed)
    if len(signs) > 1 or any(component.columns[q] in component.signed for q, _ in statement.numerator.terms):
        return ANY
    return orthant_range(statement.numerator, statement.denominator, signs[0])


def orthant_range(numerator: Linear, denominator: Linear | None, sign: int = 1) -> Interval:
    """Return the range of `numerator / denominator` over quantities at least 0, the denominator of one sign throughout.

    With a constant in the ratio, an end that lies along a quantity is approached but never met.
    """
    above, below = dict(numerator.terms), {} if denominator is None else dict(denominator.terms)
    base, under = Fraction(numerator.constant), 1 if denominator is None else denominator.constant
    ends = [(Fraction(above.get(quantity, 0)) / d, bool(base or under)) for quantity, d in below.items()]
    if under:
        ends.append((base / under, False))
    loose = [sign * a for quantity, a in above.items() if quantity not in below]
    if base and not under:
        loose.append(sign * base)
    low, low_open = min(ends)
    high, high_open = max(ends, key=lambda end: (end[0], not end[1]))
    falls, rises = any(a < 0 for a in loose), any(a > 0 for a in loose)
    return Interval(None if falls else low, None if rises else high, low_open and not falls, high_open and not rises)


def alone(constraint: Constraint, system: System) -> tuple[dict[Quantity, Fraction], Interval] | None:
    """Return a witness and the recomputed range of a claim whose quantities nothing else touches.

    `None` where this short way does not tell; the witness takes the quantities below the line as 1 and leaves one
    above it to meet the number, and is checked on every condition.
    """
    first = constraint.readings[0][0]
    if len(constraint.readings) != 1 or system.whole or system.signed or not isinstance(first, Statement):
        return None
    numerator, denominator, interval, _ = first
    if denominator is None and len(constraint.readings[0]) == len(numerator.terms) == 1 and not numerator.constant:
        ((quantity, c),) = numerator.terms
        if c == 1 and interval.low is not None and interval.low >= 0 and interval.contains(interval.low):
            return {quantity: interval.low}, _FROM_ZERO  # a level, as most are
    below = dict(denominator.terms) if denominator is not None else {}
    free = next((pair for pair in numerator.terms if pair[0] not in below), None)
    if free is None or (denominator is not None and (not below or denominator.constant < 0 or min(below.values()) < 0)):
        return None
    reach = orthant_range(numerator, denominator)
    goal = inside(interval.meet(reach))
    if goal is None:
        return None
    witness = {**{q: _ZERO for q, _ in numerator.terms}, **dict.fromkeys(below, _ONE)}
    gap = goal * (_ONE if denominator is None else value(denominator, witness)) - value(numerator, witness)
    witness[free[0]] = gap / free[1]
    if gap * free[1] < 0 or not all(_true(condition, witness) for condition in constraint.readings[0]):
        return None
    return witness, reach


def inside(interval: Interval) -> Fraction | None:
    """Return a number inside an interval, an end of it where that belongs to it; `None` when it is empty."""
    low, high, low_open, high_open = interval
    if interval.is_empty:
        return None
    if low is not None and not low_open:
        return low
    if high is not None and not high_open:
        return high
    if low is None:
        return _ZERO if high is None else high - 1
    return low + 1 if high is None else (low + high) / 2


def value(linear: Linear, witness: Mapping[Quantity, Fraction]) -> Fraction:
    """Return a linear form at exact values; the common terms 0 and 1 times something cost no arithmetic."""
    result = linear.constant
    for quantity, c in linear.terms:
        at = witness[quantity]
        if at:
            term = at if c == 1 else c * at
            result = result + term if result else term
    return Fraction(result) if isinstance(result, int) else result


def _true(condition: Condition, witness: Mapping[Quantity, Fraction]) -> bool:
    if not isinstance(condition, Statement):
        return False
    numerator, denominator, interval, _ = condition
    below = () if denominator is None else denominator.terms
    if any(q not in witness for q, _ in numerator.terms) or any(q not in witness for q, _ in below):
        return False
    bottom = _ONE if denominator is None else value(denominator, witness)
    return bottom != 0 and interval.contains(value(numerator, witness) / bottom)
