"""Conflicts through products of unknowns: decided as z3 decides them, proved, minimal, and mended."""

from __future__ import annotations

from fractions import Fraction

import pytest

import claimcheck
from claimcheck.app.verify import verify_bytes
from claimcheck.engine import all_conflicts, check
from claimcheck.engine.component import Component
from claimcheck.engine.inference import infer
from claimcheck.engine.nonlinear import decide_all
from claimcheck.engine.system import System
from claimcheck.kinds.statement import Quantity
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Verdict
from support_certificate import accepts, satisfied
from support_components import claim, growth, level, seeded, single
from support_products import draw_products, formula, leaf, number, op, tie
from support_z3 import asked

F = Fraction
P, V, R, A, B, C = (Quantity(name) for name in ("price", "volume", "value", "a", "b", "c"))
P0, P1, V0, V1, R0, R1 = (Quantity(name, year) for name in ("price", "volume", "value") for year in ("2014", "2015"))


def checked(constraints, **more):
    """Return an assessment whose proofs and witness have been checked."""
    system = System(tuple(constraints), **more)
    found = check(system)
    claims = {c.id: c for c in constraints}
    assert all(accepts(conflict, claims, system.signed, system.whole) for conflict in found.conflicts)
    blamed = {name for conflict in found.conflicts for name in conflict.claims}
    unsure = {result.claim for result in found.results if result.verdict is Verdict.UNDECIDED}
    assert all(satisfied(c, found.witness) for name, c in claims.items() if name not in blamed | unsure)
    return found


@pytest.mark.parametrize("seed", range(40))
def test_random_products_are_decided_as_the_oracle_decides_them(seed):
    rng = seeded(seed)
    drawn = draw_products(rng, rng.choice((3, 5, 8)), rng.choice((0, 0.2, 0.5)), rng.choice((0, 1, 1, 2)))
    found = checked(drawn.system.constraints)
    assert drawn.planted or not found.conflicts
    unsure = any(result.verdict is Verdict.UNDECIDED for result in found.results)
    expected = asked(drawn.system, 5000)
    assert unsure or expected is None or bool(found.conflicts) != expected
    assert not unsure


@pytest.mark.parametrize("seed", range(12))
def test_no_claim_of_a_conflict_can_be_spared(seed):
    drawn = draw_products(seeded(500 + seed), 5, 0.5, 2)
    claims = {c.id: c for c in drawn.system.constraints}
    for conflict in check(drawn.system, recompute=False, explain=False).conflicts:
        assert conflict.minimal
        for name in conflict.claims:
            others = System(tuple(claims[other] for other in conflict.claims if other != name))
            assert asked(others, 5000) is not False


def rates(value_low, value_high):
    """Price +10%, volume +20%, and a rate of their product; no level is printed."""
    return [
        tie("tie-2014", R0, P0, V0),
        tie("tie-2015", R1, P1, V1),
        growth("price", P1, P0, "0.095", "0.105", printed=F("0.1"), half_unit=F("0.005")),
        growth("volume", V1, V0, "0.195", "0.205", printed=F("0.2"), half_unit=F("0.005")),
        growth("value", R1, R0, value_low, value_high, printed=F(value_low), half_unit=F("0.005")),
    ]


def test_rates_of_factors_imply_the_rate_of_their_product_without_any_level():
    found = checked(rates("0.315", "0.325"))
    assert not found.conflicts
    implied = found.results[4].recomputed
    assert implied == Interval(F("1.095") * F("1.195") - 1, F("1.105") * F("1.205") - 1)


def test_a_rate_of_a_product_that_the_rates_of_its_factors_refute_comes_with_what_it_needs():
    (conflict,) = checked(rates("0.195", "0.205")).conflicts
    assert set(conflict.claims) == {"tie-2014", "tie-2015", "price", "volume", "value"}
    repairs = {repair.claim: repair for repair in conflict.repairs}
    assert repairs["value"].cures
    assert not repairs["value"].exact
    assert repairs["value"].needs == Interval(F("1.095") * F("1.195") - 1, F("1.105") * F("1.205") - 1)
    assert not repairs["price"].needs.meets(Interval(F("0.095"), F("0.105")))
    assert conflict.repairs[-1].claim.startswith("tie")


def test_two_products_that_clash_only_together_are_one_conflict():
    # a*b = 6 and a*c = 6 put b at c, which is said to be otherwise; each by itself holds
    claims = [
        tie("ab", P, A, B),
        tie("ac", P, A, C),
        claim("apart", single((B, 1), (C, -1)), None, Interval(F(1), None)),
    ]
    found = checked([*claims, level("p", P, 6), level("a", A, 1, 5)])
    (conflict,) = found.conflicts
    assert {"ab", "ac", "apart"} <= set(conflict.claims)
    assert all(result.verdict is not Verdict.UNDECIDED for result in found.results)


@pytest.mark.parametrize("fixed", [P, V])
def test_a_product_of_a_number_that_is_known_by_one_that_may_be_negative_is_refuted_with_a_proof(fixed):
    other = V if fixed is P else P
    claims = [tie("product", R, P, V), level("fixed", fixed, 3, 3), level("value", R, -15, -12)]
    signed = frozenset({other, R})
    assert not checked([*claims, level("other", other, -5, -4)], signed=signed).conflicts
    (conflict,) = checked([*claims, level("other", other, -9, -6)], signed=signed).conflicts
    assert set(conflict.claims) == {"product", "fixed", "value", "other"}
    (conflict,) = checked([*claims, level("other", other, 4, 5)], signed=signed).conflicts
    assert "product" in conflict.claims


def test_two_errors_in_products_apart_give_two_conflicts_and_a_consistent_rest():
    other = [Quantity(name + "2") for name in ("price", "volume", "value")]
    link = claim("link", single((P, 1)), single((other[0], 1)), Interval(F(1), F(3)))
    claims = [tie("one", R, P, V), level("p", P, 2), level("v", V, 10), level("r", R, 30)]
    more = [tie("two", other[2], other[0], other[1])]
    more += [level(f"{q}", q, n) for q, n in zip(other, (1, 10, 20), strict=True)]
    found = checked([*claims, *more, link])
    assert {conflict.claims for conflict in found.conflicts} == {("one", "p", "v", "r"), ("two", *map(str, other))}


def test_a_claim_outside_a_conflict_of_products_is_not_in_it():
    found = checked(
        [
            tie("product", R, P, V),
            level("p", P, "1.9", "2.1"),
            level("v", V, 90, 110),
            level("r", R, 300, 310),
            claim("beside", single((R, 1)), single((A, 1)), Interval(F(1), F(2))),
            level("a", A, 150, 310),
        ]
    )
    (conflict,) = found.conflicts
    assert set(conflict.claims) == {"product", "p", "v", "r"}


def test_steps_end_where_the_formula_and_a_printed_level_do_not_meet():
    claims = [tie("product", R, P, V), level("p", P, 2), level("v", V, 90, 110), level("r", R, 300, 310)]
    (conflict,) = checked(claims).conflicts
    last = conflict.steps[-1]
    assert last.claim == "product"
    assert not last.interval.meets(last.before)
    assert {step.claim for step in conflict.steps} == {"p", "v", "r", "product"}


def test_a_level_beside_a_product_is_recomputed_from_it():
    found = checked(
        [tie("product", R, P, V), level("p", P, "1.9", "2.1"), level("v", V, 90, 110), level("r", R, 150, 250)]
    )
    result = found.results[3]
    assert result.recomputed == Interval(F(171), F(231))
    assert result.verdict is Verdict.CONFIRMED
    assert not result.exact


def test_a_budget_that_runs_out_leaves_claims_undecided_and_never_refuted():
    # x^2 + y^2 = 3 has no rational solution, and no relaxation refutes it
    squares = op("+", op("^", leaf(A), number(2)), op("^", leaf(B), number(2)))
    found = check(System((formula("circle", squares, Interval.point(F(3))), level("a", A, 0, 2), level("b", B, 0, 2))))
    assert found.results[0].verdict is Verdict.UNDECIDED
    assert not found.conflicts


def test_shrinking_says_so_where_the_budget_did_not_tell_of_a_claim(monkeypatch):
    from claimcheck.engine import curved
    from claimcheck.engine.decide import Outcome

    constraints = [tie("product", R, P, V), level("p", P, 2), level("v", V, 90, 110), level("r", R, 300, 310)]
    component = Component(constraints, System(tuple(constraints)))
    refuted = decide_all(component, range(4))
    assert curved.shrunk(component, refuted).minimal
    monkeypatch.setattr(curved, "decide_all", lambda *_: Outcome(feasible=None))
    assert not curved.shrunk(component, refuted).minimal


def test_a_number_that_a_formula_prints_is_read_with_zeros_at_its_end_narrowly_where_all_else_holds():
    wide = formula("sold", op("*", leaf(P), leaf(V)), Interval(F(195), F(205)))
    tight = formula("sold", op("*", leaf(P), leaf(V)), Interval(F("199.5"), F("200.5"))).readings
    found = check(System((wide._replace(narrow=tight), level("p", P, 2), level("v", V, 101))))
    (conflict,) = found.conflicts
    assert conflict.narrow
    assert found.results[0].verdict is not Verdict.CONTRADICTED


def test_all_conflicts_around_a_claim_hold_those_that_take_a_product():
    claims = [tie("product", R, P, V), level("p", P, 2), level("v", V, 3), level("r", R, 9), level("again", P, 4)]
    found, complete = all_conflicts(System(tuple(claims)), "p")
    assert complete
    expected = {("p", "again"), ("product", "p", "v", "r"), ("product", "v", "r", "again")}
    assert {conflict.claims for conflict in found} == expected
    assert all(accepts(conflict, {c.id: c for c in claims}) for conflict in found)


def test_a_cure_of_a_conflict_without_formulas_holds_beside_the_formulas_as_well():
    printed = [level("price", P, "19.95", "20.05"), level("again", P, "24.95", "25.05")]
    beside = [level("volume", V, "29.5", "30.5"), level("value", R, "595", "605"), tie("tie", R, P, V)]
    (conflict,) = checked([*printed, *beside]).conflicts
    assert {*conflict.claims} == {"price", "again"}
    assert {repair.claim: repair.cures for repair in conflict.repairs} == {"again": True, "price": False}
    assert conflict.repairs[0].claim == "again"
    (conflict,) = checked([*printed, *beside[:2]]).conflicts
    assert all(repair.cures for repair in conflict.repairs)


def test_a_conflict_through_a_formula_elsewhere_does_not_keep_a_cure_from_being_one():
    other = [level("a", A, "1", "2"), level("b", B, "1", "2"), level("c", C, "5", "6"), tie("ab", C, A, B)]
    joined = claim("sum", single((P, 1), (A, 1)), None, Interval(F(0), F(100)))
    printed = [level("price", P, "19.95", "20.05"), level("again", P, "24.95", "25.05")]
    found = checked([*printed, joined, *other])
    assert len(found.conflicts) == 2
    assert all(repair.cures for repair in found.conflicts[0].repairs)


@pytest.mark.parametrize("seed", range(24))
def test_what_is_recomputed_or_inferred_beside_products_holds_the_true_value(seed):
    drawn = draw_products(seeded(900 + seed), (5, 14, 40)[seed % 3], (0.2, 0.6)[seed % 2])
    claims = {c.id: c for c in drawn.system.constraints}
    for result in check(drawn.system).results:
        if result.recomputed is not None:
            first = claims[result.claim].readings[0][0]._replace(interval=result.recomputed)
            assert satisfied(claims[result.claim]._replace(readings=((first,),)), drawn.truth)
    for inferred in infer(drawn.system):
        assert inferred.interval.contains(drawn.truth[inferred.quantity])
        assert not inferred.exact


def test_a_level_that_a_product_makes_is_recomputed_among_any_number_of_shares():
    """Where the claims nearest to it leave it open, the product and the levels of its factors are asked."""
    shares = "".join(f"  - {{id: s{n}, share: {{of: part_{n}, whole: vintage, is: 5.0%}}}}\n" for n in range(20))
    sheet = f"""
claims:
{shares}
  - {{id: vintage, value: {{of: vintage, is: 274.9 thousand}}}}
  - {{id: product, assert: vintage = area * harvest}}
  - {{id: area, value: {{of: area, is: "4,237"}}}}
  - {{id: harvest, value: {{of: harvest, is: "64.9"}}}}
"""
    result = verify_bytes("claims.yaml", sheet.encode(), {}).results["vintage"]
    assert result.verdict.value == "consistent"
    assert {"product", "area", "harvest"} <= set(result.bearing)


def test_the_level_of_a_declared_ratio_is_confirmed_by_its_sides_however_many_claims_there_are():
    """What it moved by, and where from, leave more room, and many claims speak of the whole."""
    regions = [f"r{i}" for i in range(12)]
    sheet = f"""
quantities:
  sales: {{parts: [{", ".join(regions)}]}}
  share: {{unit: "%", ratio: r0 / sales}}
claims:
  - {{id: before, value: {{of: share, in: 2023, is: 53.0%}}}}
  - {{id: rose, change: {{of: share, in: 2024, is: up 1.7 points}}}}
  - {{id: now, value: {{of: share, in: 2024, is: 54.7%}}}}
  - {{id: sales, value: {{of: sales, in: 2024, is: "1,284.6"}}}}
  - {{id: sales-before, value: {{of: sales, in: 2023, is: "1,351.0"}}}}
"""
    for year, whole, levels in (
        (2024, 1284.6, ["702.4", *["52.9"] * 10, "53.2"]),
        (2023, 1351.0, ["715.9", *["57.7"] * 10, "58.1"]),
    ):
        for region, printed in zip(regions, levels, strict=True):
            part = f"share: {{of: {region}, whole: sales, in: {year}, is: {float(printed) / whole:.2%}}}"
            sheet += f"  - {{id: {region}-{year}, value: {{of: {region}, in: {year}, is: '{printed}'}}}}\n"
            sheet += f"  - {{id: {region}-of-{year}, {part}}}\n"
    report = claimcheck.verify_text(sheet)
    assert [each.message for each in report.findings if each.severity is claimcheck.Severity.ERROR] == []
    for name in ("now", "before"):
        assert report.results[name].verdict is claimcheck.Verdict.CONFIRMED, name
