"""Random systems for engine tests: hidden true values, claims that round them, and planted errors."""

from __future__ import annotations

import random
from fractions import Fraction
from math import floor
from typing import NamedTuple

from claimcheck.engine.system import Constraint, System, Variant
from claimcheck.kinds.statement import Linear, Quantity, Statement, minus, total
from claimcheck.quantity.interval import Interval

F = Fraction


class Drawn(NamedTuple):
    """A system, the hidden values behind it, and the ids of claims that were spoiled."""

    system: System
    truth: dict[Quantity, Fraction]
    planted: tuple[str, ...]


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - drawn for tests, not for secrets


def single(*pairs: tuple[Quantity, Fraction | int], constant: Fraction | int = 0) -> Linear:
    return total(list(pairs), constant)


def claim(
    name: str, top: Linear, bottom: Linear | None, interval: Interval, *sides: Statement, **more: object
) -> Constraint:
    """Return a constraint whose own terms are those of its ratio."""
    return Constraint(name, ((Statement(top, bottom, interval), *sides),), stated=interval, **more)


def level(name: str, quantity: Quantity, low: object, high: object | None = None, **more: object) -> Constraint:
    end = F(str(low))
    return claim(name, single((quantity, 1)), None, Interval(end, end if high is None else F(str(high))), **more)


def growth(name: str, new: Quantity, old: Quantity, low: object, high: object, **more: object) -> Constraint:
    """Return `(new - old) / old` between two rates."""
    interval = Interval(F(str(low)), F(str(high)))
    return claim(name, single((new, 1), (old, -1)), single((old, 1)), interval, **more)


def parts(name: str, whole: Quantity, *of: Quantity) -> Constraint:
    top = single(*((q, 1) for q in of), (whole, -1))
    return Constraint(name, ((Statement(top, None, Interval.point(0)),),), structure=True)


def rounded(value: Fraction, digits: int) -> tuple[Fraction, Fraction]:
    """Return a number printed to significant digits, and half a unit of its last one."""
    if value == 0:
        return F(0), F(1, 2)
    power = 0
    while abs(value) >= F(10) ** (power + 1):
        power += 1
    while abs(value) < F(10) ** power:
        power -= 1
    unit = F(10) ** (power - digits + 1)
    return floor(value / unit + F(1, 2)) * unit, unit / 2


def draw(rng: random.Random, size: int, levels: float = 0.5, errors: int = 0) -> Drawn:
    """Return about `size` claims of all kinds over a few series, two or three for each quantity; `errors` are spoiled.

    Of the claims drawn that are levels, a share `levels` is kept as such: a document of few levels and many relations.
    """
    truth, made = _series(rng, max(2, size // 6), rng.choice((2, 3, 4)))
    quantities = list(truth)
    while len(made) < size:
        kind = rng.choice(_KINDS)
        if kind is _level and rng.random() > levels:
            kind = rng.choice(_KINDS[1:])
        made.append(kind(rng, f"c{len(made)}", truth, quantities))
    return _with_errors(rng, made, truth, errors)


def report(rng: random.Random, size: int, printed: float, errors: int = 0) -> Drawn:
    """Return about `size` claims as reports make them: a share `printed` of all levels, then what relates these.

    There are four claims for three quantities, and no denominator is a change: of 20 claims, one wrong one then clashes
    with others in three documents of five, in two of five where all levels are printed.
    """
    periods = rng.choice((2, 3, 4))
    truth, made = _series(rng, max(2, round(0.75 * size / periods)), periods)
    levels = [q for q in truth if rng.random() < printed]
    made += [_stated(rng, f"l{n}", single((q, 1)), None, truth) for n, q in enumerate(levels[: size - len(made)])]
    while len(made) < size:
        made.append(rng.choice(_RELATIONS)(rng, f"c{len(made)}", truth, list(truth)))
    return _with_errors(rng, made, truth, errors)


def _series(rng: random.Random, series: int, periods: int) -> tuple[dict[Quantity, Fraction], list[Constraint]]:
    """Return the hidden values of some series over years, and mostly the sum of some of them, with its structure."""
    truth = {}
    for s in range(series):
        value = F(rng.randint(100, 99999), rng.choice((1, 10, 100)))
        for p in range(periods):
            truth[Quantity(f"s{s}", str(2010 + p))] = value
            value *= F(rng.randint(60, 160), 100)
    names = [f"s{s}" for s in range(series)]
    made: list[Constraint] = []
    if rng.random() < 0.6 and series > 2:
        of = names[: rng.randint(2, min(4, series - 1))]
        for p in range(periods):
            year = str(2010 + p)
            whole = Quantity("whole", year)
            truth[whole] = sum((truth[Quantity(n, year)] for n in of), F(0))
            made.append(parts(f"parts-{year}", whole, *(Quantity(n, year) for n in of)))
    return truth, made


def _with_errors(rng: random.Random, made: list[Constraint], truth: dict[Quantity, Fraction], errors: int) -> Drawn:
    planted = []
    printed = [i for i, c in enumerate(made) if c.printed is not None]
    for i in rng.sample(printed, min(errors, len(printed))):
        made[i] = _spoiled(rng, made[i])
        planted.append(made[i].id)
    return Drawn(System(tuple(made)), truth, tuple(planted))


def series_by_years(rng: random.Random, series: int, years: int) -> System:
    """Return one component: levels, growth and differences of many series over years, and ratios between series."""
    truth = {}
    for number in range(series):
        value = F(rng.randint(100, 99999), rng.choice((1, 10, 100)))
        for year in range(years):
            truth[Quantity(f"s{number}", str(2000 + year))] = value
            value = F(round(value * rng.randint(60, 160) * 10), 1000)
    made: list[Constraint] = []
    for quantity in truth:
        own = single((quantity, 1))
        other = Quantity(f"s{rng.randrange(series)}", quantity.period)
        before = Quantity(quantity.name, str(int(quantity.period) - 1))
        first = Quantity(quantity.name, "2000")
        asked = [(own, None)] if rng.random() < _WILD else []
        asked += [(own, single((other, 1)))] if other != quantity else []
        asked += [(single((quantity, 1), (before, -1)), single((before, 1)))] if before in truth else []
        asked += [(single((quantity, 1), (first, -1)), None)] if before in truth else []
        made.extend([_stated(rng, f"c{len(made) + n}", *pair, truth) for n, pair in enumerate(asked)])
    return System(tuple(made))


def _stated(
    rng: random.Random, name: str, top: Linear, bottom: Linear | None, truth: dict[Quantity, Fraction]
) -> Constraint:
    value = evaluate(top, truth) / (F(1) if bottom is None else evaluate(bottom, truth))
    number, half = rounded(value, rng.choice((2, 3, 3, 4)))
    interval = Interval(number - half, number + half)
    style = rng.random()
    if style < 0.1:
        interval = Interval(number - half, None, low_open=rng.random() < 0.5 and value > number - half)
    elif style < 0.15:
        interval = Interval(None, number + half)
    made = claim(name, top, bottom, interval, printed=number, half_unit=half)
    return made if None in (interval.low, interval.high) else _renumbered(made, number)


def evaluate(form: Linear, values: dict[Quantity, Fraction]) -> Fraction:
    return sum((F(c) * values[q] for q, c in form.terms), F(form.constant))


def slips(number: Fraction, half: Fraction) -> list[tuple[str, Fraction]]:
    """Return numbers of the same precision that a slip of the pen makes of one: digit, swapped, sign, power of ten."""
    unit = 2 * half
    digits = str(abs(int(number / unit)))
    sign = -1 if number < 0 else 1
    changed = [digits[:i] + str(d) + digits[i + 1 :] for i in range(len(digits)) for d in range(10)]
    swapped = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)]
    made = [("digit", sign * int(t) * unit) for t in changed] + [("swapped", sign * int(t) * unit) for t in swapped]
    made += [("sign", -number), ("power of ten", number * 10), ("power of ten", number / 10)]
    return [(name, value) for name, value in made if value != number]


def _renumbered(constraint: Constraint, number: Fraction) -> Constraint:
    """Return a claim that prints another number, with the variants of that one."""
    half = constraint.half_unit
    assert half is not None
    first = constraint.readings[0][0]

    def readings(value: Fraction) -> tuple[tuple[Statement, ...], ...]:
        return ((first._replace(interval=Interval(value - half, value + half)), *constraint.readings[0][1:]),)

    def variants() -> list[Variant]:
        return [Variant(name, str(float(value)), readings(value)) for name, value in slips(number, half)]

    interval = Interval(number - half, number + half)
    return constraint._replace(readings=readings(number), stated=interval, printed=number, variants=variants)


def _spoiled(rng: random.Random, constraint: Constraint) -> Constraint:
    assert constraint.printed is not None
    assert constraint.half_unit is not None
    name = rng.choice(("digit", "digit", "swapped", "sign", "power of ten"))
    made = slips(constraint.printed, constraint.half_unit)
    return _renumbered(constraint, rng.choice([value for slip, value in made if slip == name] or [made[0][1]]))


def _level(rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity]) -> Constraint:
    return _stated(rng, name, single((rng.choice(quantities), 1)), None, truth)


def _pair(rng: random.Random, quantities: list[Quantity]) -> tuple[Quantity, Quantity]:
    one = rng.choice(quantities)
    other = rng.choice([q for q in quantities if q.name == one.name and q != one])
    return one, other


def _growth(rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity]) -> Constraint:
    new, old = _pair(rng, quantities)
    return _stated(rng, name, single((new, 1), (old, -1)), single((old, 1)), truth)


def _cagr(rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity]) -> Constraint:
    new, old = _pair(rng, quantities)
    years = rng.choice((2, 3))
    ratio = truth[new] / truth[old]
    rate = F(round((float(ratio) ** (1 / years) - 1) * 1000), 1000)
    half = F(1, 1000)
    interval = Interval((1 + rate - half) ** years, (1 + rate + half) ** years)
    return Constraint(name, ((Statement(single((new, 1)), single((old, 1)), interval),),), stated=None)


def _ratio(rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity]) -> Constraint:
    top, bottom = _peers(rng, quantities, 2)
    return _stated(rng, name, single((top, 1)), single((bottom, 1)), truth)


def _peers(rng: random.Random, quantities: list[Quantity], count: int) -> list[Quantity]:
    """Return quantities of one period, as documents compare them; now and then of any."""
    period = rng.choice(quantities).period
    peers = quantities if rng.random() < _WILD else [q for q in quantities if q.period == period]
    return rng.sample(peers if len(peers) >= count else quantities, count)


def _share(rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity]) -> Constraint:
    part = rng.choice(quantities)
    whole = Quantity("whole", part.period)
    of = single((whole, 1)) if whole in truth else single(*((q, 1) for q in {part, *_peers(rng, quantities, 2)}))
    if part == whole or evaluate(of, truth) < truth[part]:
        return _ratio(rng, name, truth, quantities)
    made = _stated(rng, name, single((part, 1)), of, truth)
    side = Statement(minus(single((part, 1)), of), None, Interval(None, F(0)))
    return made._replace(readings=((*made.readings[0], side),))


def _difference(
    rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity]
) -> Constraint:
    a, b = _peers(rng, quantities, 2)
    return _stated(rng, name, single((a, 1), (b, -1)), None, truth)


def _contribution(
    rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity]
) -> Constraint:
    new, old = _pair(rng, quantities)
    whole = Quantity("whole", old.period)
    base = whole if whole in truth and rng.random() > _WILD else rng.choice(quantities)
    return _stated(rng, name, single((new, 1), (old, -1)), single((base, 1)), truth)


def _share_of_change(
    rng: random.Random, name: str, truth: dict[Quantity, Fraction], quantities: list[Quantity]
) -> Constraint:
    new, old = _pair(rng, quantities)
    other, before = (Quantity(rng.choice(quantities).name, q.period) for q in (new, old))
    if truth[other] == truth[before] or rng.random() > 2 * _WILD:
        return _growth(rng, name, truth, quantities)
    return _stated(rng, name, single((new, 1), (old, -1)), single((other, 1), (before, -1)), truth)


_WILD = 0.2
_KINDS = (_level, _growth, _growth, _cagr, _ratio, _share, _difference, _contribution, _share_of_change)
_RELATIONS = _KINDS[1:-1]
