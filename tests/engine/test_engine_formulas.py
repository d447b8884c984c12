from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.engine import check
from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Expression, Formula, Quantity
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Verdict
from support_components import level

F = Fraction
PRICE, VOLUME, REVENUE = (Quantity(name) for name in ("price", "volume", "revenue"))


def leaf(quantity):
    return Expression("quantity", quantity=quantity)


def product_is(low, high):
    """Price times volume, less revenue, between two numbers."""
    sold = Expression("*", (leaf(PRICE), leaf(VOLUME)))
    whole = Expression("-", (sold, leaf(REVENUE)))
    return Constraint("product", ((Formula(whole, Interval(F(low), F(high))),),))


def outcome(*constraints):
    found = check(System(constraints))
    return found, {result.claim: result for result in found.results}


def test_a_product_of_unknowns_that_fits_gets_a_witness_that_satisfies_it():
    found, results = outcome(
        product_is(0, 0), level("p", PRICE, "1.9", "2.1"), level("v", VOLUME, 90, 110), level("r", REVENUE, 195, 205)
    )
    assert not found.conflicts
    assert results["product"].verdict is not Verdict.UNDECIDED
    assert found.witness[PRICE] * found.witness[VOLUME] == found.witness[REVENUE]


def test_a_product_out_of_reach_is_contradicted_with_the_ranges_it_rests_on():
    found, results = outcome(
        product_is(0, 0), level("p", PRICE, "1.9", "2.1"), level("v", VOLUME, 90, 110), level("r", REVENUE, 300, 310)
    )
    (conflict,) = found.conflicts
    assert set(conflict.claims) == {"p", "v", "r", "product"}
    assert {step.subject for step in conflict.steps} == {PRICE, VOLUME, REVENUE}
    assert all(result.verdict is Verdict.CONTRADICTED for result in results.values())


def test_a_power_that_no_rational_meets_is_undecided_and_says_why():
    square = Constraint("square", ((Formula(Expression("^", (leaf(PRICE), number(2))), Interval.point(F(2))),),))
    _, results = outcome(square, level("p", PRICE, 1, 2))
    assert results["square"].verdict is Verdict.UNDECIDED
    assert results["square"].reason


def number(value):
    return Expression("number", number=F(value))


@pytest.mark.parametrize(("low", "high", "clash"), [(3, 5, False), (5, 6, True), (0, 1, True)])
def test_a_square_is_decided_on_every_piece_of_its_box(low, high, clash):
    square = Constraint("square", ((Formula(Expression("^", (leaf(PRICE), number(2))), Interval(F(low), F(high))),),))
    found, _ = outcome(square, level("p", PRICE, "1.5", "2.1"))
    assert bool(found.conflicts) == clash
