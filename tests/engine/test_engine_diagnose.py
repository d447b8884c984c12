"""Several errors in one component are told apart; conflicts are minimal; slips speak for the claim they explain."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.engine import check
from claimcheck.engine import diagnose as diagnosing
from claimcheck.engine.component import Component, components
from claimcheck.engine.conflicts import minimise
from claimcheck.engine.decide import decide
from claimcheck.engine.recompute import Rest, implied
from claimcheck.engine.system import System
from claimcheck.kinds.statement import Quantity
from claimcheck.quantity.interval import Interval
from support_certificate import accepts, satisfied
from support_components import claim, draw, level, parts, seeded, single
from support_z3 import consistent

A, B, C = (Quantity(name, "2015") for name in "abc")


@pytest.mark.parametrize("seed", range(12))
def test_four_errors_give_one_small_conflict_each_and_a_consistent_rest(seed):
    drawn = draw(seeded(seed), 40, 1.0, 4)
    found = check(drawn.system, recompute=False, narrow=False, tell=False)
    claims = {c.id: c for c in drawn.system.constraints}
    assert found.conflicts
    assert all(accepts(conflict, claims) for conflict in found.conflicts)
    blamed = {name for conflict in found.conflicts for name in conflict.claims}
    assert all(satisfied(c, found.witness) for name, c in claims.items() if name not in blamed or c.structure)
    assert len(found.conflicts) <= len(drawn.planted)


def test_nearly_all_claims_that_are_named_are_planted_and_most_planted_ones_are_named():
    named = right = planted = 0
    for seed in range(25):
        drawn = draw(seeded(seed), 40, 1.0, 4)
        conflicts = check(drawn.system, recompute=False, narrow=False, tell=False).conflicts
        suspects = {conflict.suspect for conflict in conflicts} - {""}
        named, right, planted = (
            named + len(suspects),
            right + len(suspects & {*drawn.planted}),
            planted + len(drawn.planted),
        )
    assert right >= 0.95 * named
    assert named >= 0.7 * planted


@pytest.mark.parametrize("seed", range(40))
def test_no_claim_of_a_conflict_can_be_spared(seed):
    rng = seeded(seed)
    drawn = draw(rng, rng.choice((5, 8, 13, 20)), rng.choice((0.0, 0.1, 0.3, 1.0)), rng.choice((1, 2)))
    claims = {c.id: c for c in drawn.system.constraints}
    for explain in (False, True):
        for conflict in check(drawn.system, recompute=False, explain=explain, tell=False).conflicts:
            rests = [[claims[n] for n in conflict.claims if n != name] for name in conflict.claims]
            assert all(consistent(drawn.system._replace(constraints=tuple(rest))) for rest in rests)


def test_what_a_program_holds_of_claims_outside_a_refutation_stays_out_of_the_conflict():
    # all rows were solved at once, but the refutation needs only two of them: the others must not come back in
    constraints = (level("low", A, 1, 2), level("high", A, 5, 6), level("other", A, 7, 8), level("b", B, 1))
    component = Component(constraints, System(constraints))
    rows = [row for i in range(3) for row in component.ways(i)[0].rows]
    refuted = decide(component, [0, 1])._replace(program=component.solver.exactly(rows).program)
    assert set(minimise(component, refuted).claims) == {0, 1}


def test_two_claims_that_clash_directly_are_not_both_suspected_where_one_will_do():
    system = System((parts("parts", C, A, B), level("c", C, 10), level("a", A, 12), level("a-too", A, 13)))
    conflicts = check(system).conflicts
    assert conflicts[0].claims == ("a", "a-too")
    assert len(conflicts) == 2


@pytest.mark.parametrize("seed", range(8))
def test_ranges_walked_to_are_those_of_an_exact_program(seed):
    rng = seeded(seed)
    drawn = draw(rng, rng.choice((12, 18)), rng.choice((0.1, 0.3, 1.0)))
    for component in components(drawn.system):
        members = [i for i in range(len(component.constraints)) if len(component.ways(i)) == 1]
        if len(members) < 10:
            continue
        rest = Rest(component, members, decide(component, members).witness)
        for i in members:
            first = component.constraints[i].readings[0][0]
            walked = rest.bounded(first, i)
            if walked.exact:
                side = [row for row in component.ways(i)[0].rows if row.statement == 0 and row.side == "sign"]
                exactly = implied(component, [other for other in members if other != i], first, side)
                assert walked.interval == exactly.interval


def test_statements_thinner_than_the_margin_of_floats_are_decided():
    # a - b is known to 1e-11 of a: a margin of 1e-7 kept from both its ends would leave nothing
    a, b = Quantity("a"), Quantity("b")
    levels = [level(f"level-{n}", Quantity(f"q{n}"), 10**6, 10**6 + 1) for n in range(12)]
    near = [level("a", a, 10**9, 10**9 + 10), level("b", b, 10**9 - 1, 10**9 + 9)]
    thin = claim("thin", single((a, 1), (b, -1)), None, Interval(Fraction("0.99"), Fraction("1.01")))
    linked = [
        claim(f"link-{n}", single((Quantity(f"q{n}"), 1)), single((a, 1)), Interval(Fraction(0), Fraction(1)))
        for n in range(12)
    ]
    constraints = (*levels, *near, thin, *linked)
    found = check(System(constraints))
    assert not found.conflicts
    assert all(satisfied(c, found.witness) for c in constraints)


def test_a_document_full_of_mistakes_is_diagnosed_within_a_budget():
    # every two levels of one quantity clash: the smallest sets that mend all are many, and long
    constraints = tuple(level(f"c{n}", A, 10 * n, 10 * n + 1) for n in range(1, 26))
    found = check(System(constraints), tell=False)
    blamed = {name for conflict in found.conflicts for name in conflict.claims}
    assert len(found.conflicts) >= 12
    assert len(blamed) >= 24


def test_a_claim_that_need_not_be_wrong_gets_no_conflict(monkeypatch):
    constraints = (level("a", A, 1), level("a-too", A, 2), level("b", B, 1), level("b-too", B, 2), level("c", C, 5))
    constraints = (*constraints, parts("parts", Quantity("whole"), A, B, C))
    monkeypatch.setattr(diagnosing, "_wrong", lambda *_: frozenset({0, 2, 4}))
    conflicts = check(System(constraints)).conflicts
    assert sorted(conflict.claims for conflict in conflicts) == [("a", "a-too"), ("b", "b-too")]


def test_a_repair_that_is_called_exact_has_the_range_of_an_exact_program():
    compared = 0
    for seed in range(30):
        drawn = draw(seeded(seed), 60, 0.3, 1)
        places = {c.id: i for i, c in enumerate(drawn.system.constraints)}
        component = Component(drawn.system.constraints, drawn.system)
        for conflict in check(drawn.system, recompute=False, tell=False).conflicts:
            if any(len(component.ways(places[name])) != 1 for name in conflict.claims):
                continue
            for repair in conflict.repairs if len(conflict.claims) > 6 else ():
                own = component.ways(places[repair.claim])[0].rows
                others = [places[name] for name in conflict.claims if name != repair.claim]
                first = drawn.system.constraints[places[repair.claim]].readings[0][0]
                exactly = implied(component, others, first, [row for row in own if row.statement != 0]).interval
                compared += repair.exact
                assert repair.needs == exactly or not repair.exact
    assert compared > 5
