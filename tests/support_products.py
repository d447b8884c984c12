"""Random components with products of unknowns: volume times price, margins of revenues, rates between them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Expression, Formula, Quantity
from claimcheck.quantity.interval import Interval
from support_components import Drawn, claim, rounded, single

if TYPE_CHECKING:
    import random

F = Fraction


def leaf(quantity: Quantity) -> Expression:
    return Expression("quantity", quantity=quantity)


def number(value: object) -> Expression:
    return Expression("number", number=F(str(value)))


def op(sign: str, *children: Expression) -> Expression:
    return Expression(sign, children)


def formula(name: str, expression: Expression, interval: Interval, **more: object) -> Constraint:
    return Constraint(name, ((Formula(expression, interval),),), stated=interval, **more)


def tie(name: str, value: Quantity, *factors: Quantity, structure: bool = True) -> Constraint:
    """Return `factor * factor = value`."""
    made = leaf(factors[0])
    for factor in factors[1:]:
        made = op("*", made, leaf(factor))
    return formula(name, op("-", made, leaf(value)), Interval.point(F(0)), structure=structure)


def draw_products(rng: random.Random, size: int, levels: float = 0.5, errors: int = 0) -> Drawn:
    """Return a few products over two or three periods and about `size` claims about their parts."""
    periods = [str(2014 + p) for p in range(rng.choice((1, 2, 2, 3)))]
    truth: dict[Quantity, Fraction] = {}
    made: list[Constraint] = []
    for name in ("", "b")[: rng.choice((1, 1, 2))]:
        price, volume = F(rng.randint(10, 999), 100), F(rng.randint(100, 9999))
        for period in periods:
            p, v, r = (Quantity(word + name, period) for word in ("price", "volume", "value"))
            truth |= {p: price, v: volume, r: price * volume}
            made.append(tie(f"tie{name}-{period}", r, p, v))
            price *= F(rng.randint(70, 140), 100)
            volume *= F(rng.randint(70, 140), 100)
    if any(q.name == "valueb" for q in truth):
        for period in periods:
            whole, both = Quantity("whole", period), [Quantity(n, period) for n in ("value", "valueb")]
            truth[whole] = truth[both[0]] + truth[both[1]]
            top = single((both[0], 1), (both[1], 1), (whole, -1))
            made.append(claim(f"sum-{period}", top, None, Interval.point(0), structure=True))
    quantities = list(truth)
    ties = len(made)
    while len(made) < size + ties:
        made.append(_claim(rng, f"c{len(made)}", truth, quantities, levels))
    planted = []
    for i in rng.sample(range(ties, len(made)), min(errors, size)):
        factor = rng.choice((F(7, 10), F(9, 10), F(11, 10), F(13, 10), F(103, 100), F(97, 100)))
        made[i] = _scaled(made[i], factor)
        planted.append(made[i].id)
    return Drawn(System(tuple(made)), truth, tuple(planted))


def _claim(
    rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity], levels: float
) -> Constraint:
    new = rng.choice(quantities)
    peers = [q for q in quantities if q.name == new.name and q != new]
    if rng.random() < levels or not peers:
        return _stated(rng, name, single((new, 1)), None, truth[new])
    old = rng.choice(peers)
    if rng.random() < 0.3 and new.name.startswith("price"):
        return _stated(rng, name, single((new, 1), (old, -1)), None, truth[new] - truth[old])
    return _stated(rng, name, single((new, 1)), single((old, 1)), truth[new] / truth[old])


def _stated(rng: random.Random, name: str, top: object, bottom: object, value: Fraction) -> Constraint:
    shown, half = rounded(value, rng.choice((2, 3, 3)))
    interval = Interval(shown - half, shown + half)
    if rng.random() < 0.1:
        interval = Interval(shown - half, None, low_open=value > shown - half)
    return claim(name, top, bottom, interval, printed=shown, half_unit=half)


def _scaled(constraint: Constraint, factor: Fraction) -> Constraint:
    first = constraint.readings[0][0]
    interval = first.interval.shifted(first.interval.low * (factor - 1))
    return constraint._replace(readings=((first._replace(interval=interval),),), stated=interval)
