"""A contradiction through a product is told with its ranges, what would mend it, and how sure that is."""

from __future__ import annotations

from claimcheck.app.verify import verify_bytes
from claimcheck.reports.telling import headline, told
from claimcheck.reports.wording import repair_text

SHEET = b"""
claims:
  - id: price
    value: {of: price, in: 2015, is: 2.0}
  - id: volume-before
    value: {of: volume, in: 2014, is: 90}
  - id: volume-grew
    growth: {of: volume, in: 2015, is: 10%}
  - id: sales
    value: {of: sales, in: 2015, is: 312}
  - id: product
    assert: "price[2015] * volume[2015] = sales[2015]"
"""


def test_a_product_out_of_reach_is_told_by_ranges_and_mended_within_one():
    report = verify_bytes("claims.yaml", SHEET, {})
    (conflict,) = report.conflicts
    assert [(line.claim, line.text) for line in told(report.sheet, conflict)] == [
        ("volume-before", "volume[2014] is 85 to 95"),
        ("volume-grew", "volume[2015] is 93.075 to 104.975"),
        ("sales", "sales[2015] is 311.5 to 312.5"),
        ("price", "price[2015] is 1.95 to 2.05"),
        (
            "product",
            "price[2015] is 2.96 to 3.36, but the claims before make it 1.95 to 2.05: less by at least 0.917",
        ),
    ]
    first = conflict.repairs[0]
    assert (
        repair_text(report.sheet, first) == "2.0 would have to be within 2.96 to 3.36; perhaps 3.0 (one digit changed)"
    )


def test_claims_of_a_conflict_through_a_product_are_recomputed_from_its_others_and_the_rest_is_left_alone():
    beside = b"""
  - {id: before, value: {of: price, in: 2014, is: 1.9}}
  - {id: rose, growth: {of: price, in: 2015, is: 5%}}
"""
    report = verify_bytes("claims.yaml", SHEET + beside, {})
    (conflict,) = report.conflicts
    for result in report.results.values():
        contradicted = result.claim in conflict.claims
        assert result.verdict.value == ("contradicted" if contradicted else "unchecked")
        assert set(result.bearing) == (set(conflict.claims) - {result.claim} if contradicted else set())
        assert result.stated.meets(result.recomputed) is not contradicted
    assert report.results["price"].slack < 0 < report.results["price"].recomputed.low


def test_a_conflict_that_the_budget_could_not_shrink_says_so():
    report = verify_bytes("claims.yaml", SHEET, {})
    (conflict,) = report.conflicts
    assert "budget" not in headline(report.sheet, conflict)
    assert "perhaps fewer of them already" in headline(report.sheet, conflict._replace(minimal=False))


BY_A_SHARE = b"""
quantities:
  revenue: {parts: [subscriptions, services]}
  share: {ratio: subscriptions / revenue}
claims:
  - {id: revenue, value: {of: revenue, in: 2024, is: 8.7 million}}
  - {id: services, value: {of: services, in: 2025, is: 2.31 million}}
  - {id: share, value: {of: share, in: 2024, is: 80.1%}}
  - {id: moved, change: {of: share, from: 2023, to: 2024, is: 3.3 points}}
  - {id: grew, growth: {of: services, from: 2024, to: 2025, is: 67.0%}}
"""


def test_no_step_of_a_product_rests_on_the_claim_that_the_last_one_misses():
    report = verify_bytes("claims.yaml", BY_A_SHARE, {})
    (conflict,) = report.conflicts
    steps = [(line.claim, line.text.split(" is ")[0]) for line in told(report.sheet, conflict)]
    assert [name for name, _ in steps[:3]] == ["services", "share", "grew"]
    assert not any(subject.startswith("subscriptions") for _, subject in steps)


FORMULA = b"""
claims:
  - {id: out, value: {of: x, in: 2015, is: 14.14 trillion}}
  - {id: in, value: {of: y, in: 2015, is: 10.45 trillion}}
  - {id: surplus, assert: "x[2015] - y[2015] = 3.96 trillion"}
"""


def test_the_lone_number_of_a_formula_may_have_its_digits_swapped():
    report = verify_bytes("claims.yaml", FORMULA, {})
    first = repair_text(report.sheet, report.conflicts[0].repairs[0])
    assert first == "3.96 trillion would have to be 3.68 to 3.70 trillion; perhaps 3.69 trillion (two digits swapped)"


TWO_RATIOS = b"""
quantities: {a: {unit: "%"}, b: {unit: "%"}}
claims:
  - {id: rounded, ratio: {of: a, per: b, is: 2.1 times}}
  - {id: printed, ratio: {of: a, per: b, is: "2.31"}}
"""


def test_no_case_takes_a_denominator_to_be_above_and_below_zero():
    report = verify_bytes("claims.yaml", TWO_RATIOS, {})
    lines = [line.text for line in told(report.sheet, report.conflicts[0]) if line.text.startswith("if ")]
    assert lines == ["if b is above 0:", "if b is below 0:"]


SLIPPED = b"""
claims:
  - {id: levels, value: {of: t, in: [2022, 2023], is: [1.15, 1.20]}}
  - {id: more, change: {of: t, from: 2022, to: 2023, is: 0.6 more}}
"""


def test_a_slip_whose_number_fits_comes_before_one_that_only_rounds_to_it():
    report = verify_bytes("claims.yaml", SLIPPED, {})
    (more,) = [repair for repair in report.conflicts[0].repairs if repair.claim == "more"]
    assert more.slip.name == "power of ten"


CLASH_BESIDE_COUNTS = b"""
quantities:
  risk_drug: {unit: "%", ratio: ill_drug / drug}
  risk_placebo: {unit: "%", ratio: ill_placebo / placebo}
claims:
  - id: drug
    fraction: {of: ill_drug, out_of: drug, is: 74 of 507 (14.6%)}
  - id: placebo
    fraction: {of: ill_placebo, out_of: placebo, is: 109 of 505 (21.6%)}
  - id: reduction
    assert: "1 - risk_drug / risk_placebo = 0.32"
  - id: needed
    value: {of: needed, is: "14"}
  - id: needed-is
    assert: "needed * (risk_placebo - risk_drug) = 100"
"""


def test_no_claim_is_told_to_say_what_the_others_make_of_it_nor_to_become_what_it_is():
    report = verify_bytes("claims.yaml", CLASH_BESIDE_COUNTS, {})
    assert report.conflicts
    for conflict in report.conflicts:
        assert "21.6" not in headline(report.sheet, conflict)  # of 505 that is 21.5842%, as it says
        texts = {repair.claim: repair_text(report.sheet, repair) for repair in conflict.repairs}
        assert "at least 0" not in texts.get("needed", "")  # 14 is
