"""More hard shapes, each named as a reader would tell it, decided with proof or witness, and as z3 decides it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from claimcheck.engine import check
from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Quantity, Statement
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Verdict
from support_certificate import accepts, satisfied
from support_components import claim, growth, level, parts, single
from support_products import formula, leaf, number, op, tie
from support_z3 import asked

F = Fraction
A, B, C, D, E = (Quantity(name) for name in "abcde")
P, V, R = (Quantity(name) for name in ("price", "volume", "value"))
YEARS = [Quantity("s", str(year)) for year in range(2010, 2020)]


def between(low, high, **opened):
    return Interval(None if low is None else F(str(low)), None if high is None else F(str(high)), **opened)


def ratio(name, top, bottom, low, high, **opened):
    return claim(name, single((top, 1)), single((bottom, 1)), between(low, high, **opened))


def bound(name, quantity, low, high, **opened):
    return claim(name, single((quantity, 1)), None, between(low, high, **opened))


def sold(low, high, **opened):
    return formula("sold", op("*", leaf(P), leaf(V)), between(low, high, **opened))


# name: (claims, quantities that may be negative, whole numbers, whether all can hold)
SHAPES = {
    "a growth of 50% from a base that may be a loss, to a profit": (
        [growth("up", B, A, "0.45", "0.55"), level("after", B, 10, 12)],
        {A},
        (),
        True,
    ),
    "a growth above -100% from a loss to a profit": (
        [growth("up", B, A, "-0.5", "0.5"), level("before", A, -9, -8), level("after", B, 10, 12)],
        {A, B},
        (),
        False,
    ),
    "a share of a change that the others put at 0": (
        [
            claim("share", single((A, 1)), single((B, 1), (C, -1)), between("0.2", "0.3")),
            level("b", B, 7),
            level("c", C, 7),
        ],
        (),
        (),
        False,
    ),
    "a denominator through zero without room on either side": (
        [
            claim("share", single((A, 1)), single((B, 1), (C, -1)), between(2, 3)),
            level("a", A, 10),
            level("b", B, 5),
            level("c", C, 3, 9),
        ],
        (),
        (),
        False,
    ),
    "a ratio of two losses": ([ratio("r", A, B, 2, 3), level("a", A, -9, -8), level("b", B, -4, -3)], {A, B}, (), True),
    "a ratio of a loss and a profit that is said to be positive": (
        [ratio("r", A, B, 2, 3), level("a", A, -9, -8), level("b", B, 3, 4)],
        {A, B},
        (),
        False,
    ),
    "a balance that nets out to a loss": (
        [parts("net", C, A, B), level("in", A, 10, 11), level("out", B, -21, -20), level("balance", C, -11, -9)],
        {A, B, C},
        (),
        True,
    ),
    "a balance with the wrong sign": (
        [parts("net", C, A, B), level("in", A, 10, 11), level("out", B, -21, -20), level("balance", C, 9, 11)],
        {A, B, C},
        (),
        False,
    ),
    "strictly more than a sum of two closed ends": (
        [parts("sum", C, A, B), bound("c", C, 7, None, low_open=True), bound("a", A, None, 3), bound("b", B, None, 4)],
        (),
        (),
        False,
    ),
    "at least a sum of two closed ends": (
        [parts("sum", C, A, B), bound("c", C, 7, None), bound("a", A, None, 3), bound("b", B, None, 4)],
        (),
        (),
        True,
    ),
    "at least a sum of an open and a closed end": (
        [
            parts("sum", C, A, B),
            bound("c", C, 7, None),
            bound("a", A, None, 3, high_open=True),
            bound("b", B, None, 4),
        ],
        (),
        (),
        False,
    ),
    "one-sided hedges that leave no room": (
        [bound("over", A, 5, None, low_open=True), bound("under", A, None, "4.9", high_open=True)],
        (),
        (),
        False,
    ),
    "one-sided hedges round a circle of rates": (
        [ratio("ab", A, B, 2, None), ratio("bc", B, C, 3, None), ratio("ac", A, C, None, "5.9")],
        (),
        (),
        False,
    ),
    "duplicates that overlap": ([level("one", A, 5, 6), level("two", A, 6, 8)], (), (), True),
    "duplicates that contradict each other three at a time": (
        [parts("sum", C, A, B), level("a", A, 1, 2), level("b", B, 3, 4), level("c", C, "6.1", 7)],
        (),
        (),
        False,
    ),
    "ten years of rates alone that agree with the whole": (
        [ratio(f"r{i}", new, old, "1.09", "1.11") for i, (old, new) in enumerate(pairwise(YEARS))]
        + [ratio("all", YEARS[-1], YEARS[0], "2.3", "2.4")],
        (),
        (),
        True,
    ),
    "ten years of rates alone that do not": (
        [ratio(f"r{i}", new, old, "1.09", "1.11") for i, (old, new) in enumerate(pairwise(YEARS))]
        + [ratio("all", YEARS[-1], YEARS[0], "2.6", "2.7")],
        (),
        (),
        False,
    ),
    "sizes 10^15 apart whose sum shows the small one": (
        [level("tiny", A, F(1, 1000)), level("huge", B, 10**12), parts("sum", C, A, B), level("c", C, 10**12)],
        (),
        (),
        False,
    ),
    "seven of twelve firms beside a rounded share": (
        [level("firms", B, 12), ratio("share", A, B, "0.575", "0.585"), parts("split", B, A, C), level("rest", C, 5)],
        (),
        (A, B, C),
        True,
    ),
    "seven of twelve firms where the others are six": (
        [level("firms", B, 12), ratio("share", A, B, "0.575", "0.585"), parts("split", B, A, C), level("rest", C, 6)],
        (),
        (A, B, C),
        False,
    ),
    "a share of whole numbers beside a rate between years": (
        [
            level("firms", B, 12),
            growth("up", A, C, "0.15", "0.18"),
            level("before", C, 6),
            ratio("s", A, B, "0.55", "0.6"),
        ],
        (),
        (A, B, C),
        True,
    ),
    "a product that is strictly more than its closed ends": (
        [sold(6, None, low_open=True), bound("p", P, None, 2), bound("v", V, None, 3)],
        (),
        (),
        False,
    ),
    "a product at its closed ends": ([sold(6, None), bound("p", P, None, 2), bound("v", V, None, 3)], (), (), True),
    "a product at an end that is open": (
        [sold(6, None), bound("p", P, None, 2, high_open=True), bound("v", V, None, 3)],
        (),
        (),
        False,
    ),
    "a product of two losses": ([sold(5, 7), level("p", P, -2, -1), level("v", V, -4, -3)], {P, V}, (), True),
    "a product of a loss and a volume that is a profit": (
        [sold(5, 7), level("p", P, -2, -1), level("v", V, 3, 4)],
        {P, V},
        (),
        False,
    ),
    "a product that is 0 because a factor may be": (
        [sold(0, 0), level("p", P, 0, 1), level("v", V, 3, 4)],
        (),
        (),
        True,
    ),
    "a product of factors 10^15 apart": (
        [sold("0.9", "1.1"), level("p", P, "0.9e-15", "1.1e-15"), level("v", V, "1e15", "1.2e15")],
        (),
        (),
        True,
    ),
    "a product of factors 10^15 apart that is out of reach": (
        [sold("1.4", "1.5"), level("p", P, "0.9e-15", "1.1e-15"), level("v", V, "1e15", "1.2e15")],
        (),
        (),
        False,
    ),
    "a one-sided product": ([sold(None, 10), bound("p", P, 3, None), bound("v", V, 4, None)], (), (), False),
    "a quotient by what may be 0": (
        [
            formula("q", op("/", op("*", leaf(A), leaf(B)), leaf(C)), between(1, 2)),
            level("a", A, 1, 2),
            level("c", C, 0),
        ],
        (),
        (),
        False,
    ),
    "a quotient whose denominator goes through zero": (
        [
            formula("q", op("/", op("*", leaf(A), leaf(B)), op("-", leaf(C), leaf(D))), between(1, 2)),
            level("ab", A, 1, 2),
            level("b", B, 1, 2),
            level("c", C, 3, 5),
            level("d", D, 4, 6),
        ],
        (),
        (),
        True,
    ),
    "an index of an index": (
        [
            formula("chained", op("*", op("/", leaf(A), leaf(B)), op("/", leaf(B), leaf(C))), between("1.5", "1.6")),
            ratio("ab", A, B, "1.1", "1.2"),
            ratio("bc", B, C, "1.1", "1.2"),
        ],
        (),
        (),
        False,
    ),
    "a rate to the fifth power": (
        [
            formula(
                "cagr",
                op("-", op("*", leaf(A), op("^", op("+", number(1), leaf(E)), number(5))), leaf(B)),
                between(0, 0),
            ),
            level("rate", E, "0.34", "0.36"),
            ratio("five years", B, A, "2.9", "3.1"),
        ],
        (),
        (),
        False,
    ),
    "duplicates of a product that contradict each other": (
        [sold(5, 6), formula("again", op("*", leaf(V), leaf(P)), between(7, 8)), level("p", P, 1, 9)],
        (),
        (),
        False,
    ),
    "whole crates at a whole price": ([sold(35, 35), level("p", P, 2, 6), level("v", V, 2, 8)], (), (P, V), True),
    "whole crates at a whole price that is prime": (
        [sold(37, 37), level("p", P, 2, 6), level("v", V, 2, 20)],
        (),
        (P, V),
        False,
    ),
    "readings of a product of which one fits": (
        [
            Constraint("either", (*sold(5, 6).readings, *sold(50, 60).readings)),
            level("p", P, 5, 6),
            level("v", V, 10, 11),
        ],
        (),
        (),
        True,
    ),
    "readings of a product of which none fits": (
        [
            Constraint("either", (*sold(5, 6).readings, *sold(70, 80).readings)),
            level("p", P, 5, 6),
            level("v", V, 10, 11),
        ],
        (),
        (),
        False,
    ),
    "a product beside a claim with readings": (
        [
            tie("tie", R, P, V),
            Constraint("p", tuple((Statement(single((P, 1)), None, Interval.point(F(n))),) for n in (2, 20))),
            level("v", V, 3),
            level("r", R, 60),
        ],
        (),
        (),
        True,
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_hard_shape_is_decided_with_a_proof_or_a_witness(name):
    constraints, signed, whole, holds = SHAPES[name]
    system = System(tuple(constraints), frozenset(signed), frozenset(whole))
    found = check(system)
    claims = {c.id: c for c in constraints}
    assert not any(result.verdict is Verdict.UNDECIDED for result in found.results)
    assert bool(found.conflicts) != holds
    assert asked(system, 5000) in {holds, None}
    assert all(accepts(conflict, claims, signed, whole) for conflict in found.conflicts)
    if holds:
        assert all(satisfied(c, found.witness) for c in constraints)
        assert all(found.witness[q].denominator == 1 for q in whole)


def test_a_product_in_a_component_of_many_claims_is_decided_all_the_same():
    rates = [ratio(f"r{i}", Quantity("s", str(i + 1)), Quantity("s", str(i)), "0.99", "1.01") for i in range(60)]
    ends = [level("first", Quantity("s", "0"), 99, 101), tie("tie", R, Quantity("s", "3"), V), level("v", V, 2)]
    found = check(System((*rates, *ends, level("r", R, 205))))
    assert not found.conflicts
    assert not any(result.verdict is Verdict.UNDECIDED for result in found.results)
    wrong = (*rates, *ends, level("r", R, 305))
    (conflict,) = check(System(wrong)).conflicts
    assert set(conflict.claims) == {"r0", "r1", "r2", "first", "tie", "v", "r"}
    assert accepts(conflict, {c.id: c for c in wrong})


def test_a_power_with_an_unknown_exponent_is_undecided_and_says_so():
    unknown = formula("power", op("^", leaf(A), leaf(B)), between(8, 8))
    found = check(System((unknown, level("a", A, 2, 3), level("b", B, "2.5", "3.5"))))
    assert found.results[0].verdict is Verdict.UNDECIDED
    assert found.results[0].reason
    assert not found.conflicts
