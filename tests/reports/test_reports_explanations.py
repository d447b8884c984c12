"""Explanations as somebody read them aloud, and what must be true of each whatever its words."""

from __future__ import annotations

from fractions import Fraction

import pytest

import claimcheck
from claimcheck.app.compile import compile_sheet
from claimcheck.quantity.interval import Interval
from claimcheck.reports.figures import gap, rounded, shown
from claimcheck.reports.telling import headline, told
from support_certificate import accepts
from support_golden import EXPLAINED, EXPLANATIONS, explained, report

PARTS_2014, PARTS_2015 = (f"exports[{year}] + imports[{year}] = trade[{year}]" for year in (2014, 2015))
CONFLICTS = {  # how each is told, and its claims
    "pace-against-multiple": ("chain", "pace whole-span", ()),
    "patients-in-whole-numbers": ("chain", "arm responded", ()),
    "change-in-points": ("chain", "coverage-2022 coverage-2023 drop", ()),
    "contribution-from-rates": ("chain", "weight consumption-grew added", ()),
    "level-growth-level": ("chain", "revenue growth revenue-before", ()),
    "more-than-half": ("chain", "sales most-of-it subscriptions", ()),
    "two-readings": ("cases", "orders-2021 rose orders-2023", ()),
    "shares-past-the-whole": (
        "chain",
        "europe america asia",
        ("to_europe + to_america + to_asia <= machinery",),
    ),
    "average-above-its-groups": (
        "sum",
        "men women all",
        ("men + women = asked", "men_in_favour + women_in_favour = in_favour"),
    ),
    "parts-short-of-the-whole": (
        "chain",
        "spending schools care streets other",
        ("schools[2025] + care[2025] + streets[2025] + other[2025] = spending[2025]",),
    ),
    "loss-in-a-division": (
        "chain",
        "tools coatings batteries improved result-before",
        ("tools[2024-H1] + coatings[2024-H1] + batteries[2024-H1] = result[2024-H1]",),
    ),
    "whole-grew-more-than-its-parts": (
        "sum",
        "freight rail road water",
        tuple(f"rail[{p}] + road[{p}] + water[{p}] = freight[{p}]" for p in ("2023-Q3", "2024-Q3")),
    ),
    "trade-of-two-years": ("chain", "trade trade-fell exports-fell imports-fell exports", (PARTS_2014, PARTS_2015)),
    "surplus-of-two-falls": ("sum", "trade trade-fell exports-fell imports-fell surplus", (PARTS_2014, PARTS_2015)),
    "six-years-of-growth": (
        "chain",
        "parcels-2018 growth-2019 growth-2020 growth-2021 growth-2022 growth-2023 growth-2024 parcels-2024",
        (),
    ),
    "three-segments": (
        "chain",
        "revenue-rose revenue software-grew software services-grew services hardware-shrank",
        tuple(f"software[{y}] + services[{y}] + hardware[{y}] = revenue[{y}]" for y in (2023, 2024)),
    ),
}


def test_explanations_go_from_two_claims_to_nine_and_some_pass():
    sizes = {len([*names.split(), *structure]) for _, names, structure in CONFLICTS.values()}
    assert sizes == set(range(2, 10))
    assert set(EXPLAINED) - set(CONFLICTS) == {"passing-change-of-trade", "passing-remainder"}
    assert sum(how == "sum" for how, _, _ in CONFLICTS.values()) >= 3


@pytest.mark.parametrize("name", EXPLAINED)
def test_an_explanation_is_as_it_was_read(name):
    golden = (EXPLANATIONS / name / "explained.txt").read_text(encoding="utf-8")
    assert explained(name) == golden, "read the difference aloud; `python tests/support_golden.py` renews the files"


@pytest.mark.parametrize("name", CONFLICTS)
def test_the_conflict_is_the_one_meant_and_proved(name):
    _, names, structure = CONFLICTS[name]
    found = report(name)
    (conflict,) = found.conflicts
    assert set(conflict.claims) == {*names.split(), *structure}
    system = compile_sheet(found.sheet)
    assert accepts(conflict, {c.id: c for c in system.constraints}, system.signed, system.whole)


@pytest.mark.parametrize("name", CONFLICTS)
def test_every_claim_of_a_conflict_is_told_of(name):
    how, _, _ = CONFLICTS[name]
    found = report(name)
    (conflict,) = found.conflicts
    telling = {"chain": conflict.steps, "sum": conflict.miss, "cases": conflict.cases}
    assert [key for key, value in telling.items() if value] == [how]
    if how != "cases":
        assert {each.claim for each in told(found.sheet, conflict) if each.claim} == set(conflict.claims)


@pytest.mark.parametrize("name", [name for name, (how, _, _) in CONFLICTS.items() if how == "chain"])
def test_each_step_of_a_chain_uses_another_claim_and_only_the_last_does_not_fit(name):
    (conflict,) = report(name).conflicts
    *before, last = conflict.steps
    assert len({step.claim for step in conflict.steps}) == len(conflict.steps) == len(conflict.claims)
    known = set()
    for step in conflict.steps:
        assert set(step.given) <= known | {conflict.unit_quantity}
        known.add(step.subject)
    assert all(step.before is None or step.before.meets(step.interval) for step in before)
    assert last.whole or not last.before.meets(last.interval)


@pytest.mark.parametrize("name", [name for name, (how, _, _) in CONFLICTS.items() if how == "sum"])
def test_the_lines_of_a_sum_add_up_to_what_is_missing(name):
    (conflict,) = report(name).conflicts
    total, number = {}, Fraction(0)
    for line in conflict.miss.lines:
        for quantity, factor in line.form:
            total[quantity] = total.get(quantity, 0) + factor
        number += line.number
        assert {q: c for q, c in total.items() if c} == dict(line.total)
        assert number == line.total_number
    assert number == -conflict.miss.gap
    assert conflict.miss.gap > 0 or all(c < 0 for _, c in conflict.miss.lines[-1].total)


def test_a_case_tells_why_its_reading_fails():
    (conflict,) = report("two-readings").conflicts
    assert [case.readings for case in conflict.cases] == [(("rose", 0),), (("rose", 1),)]
    assert all(not case.steps[-1].before.meets(case.steps[-1].interval) for case in conflict.cases)


LOSS = """claims:
  - id: base
    value: {of: profit, in: 2014, is: "-5.0 million"}
  - id: later
    value: {of: profit, in: 2015, is: "8.0 million"}
  - id: grew
    growth: {of: profit, in: 2015, is: up 40%}
"""


def test_signs_and_readings_that_make_several_cases_are_told_one_by_one():
    found = claimcheck.verify_text(LOSS, {})
    (conflict,) = found.conflicts
    lines = [each.text for each in told(found.sheet, conflict) if not each.claim]
    assert lines == [
        "if grew is read as growth, profit[2015] / profit[2014] - 1 and profit[2014] is below 0:",
        "if grew is read as a move by the size of its base and profit[2014] is below 0:",
    ]


RISE = """
claims:
  - id: rose
    change: {of: energy, in: 2024, is: up 5.1 GWh}
  - id: first
    value: {of: spring, in: 2024, is: 31.84 GWh}
  - id: first-rose
    growth: {of: spring, in: 2024, is: up 9.4%}
  - id: part
    share_of_change: {of: spring, whole: energy, in: 2024, is: 45%}
"""


def test_a_case_that_takes_a_whole_to_fall_is_told_with_what_it_takes():
    found = claimcheck.verify_text(RISE, {})
    (conflict,) = found.conflicts
    lines = [each.text for each in told(found.sheet, conflict) if not each.claim]
    assert "energy[2024] is below energy[2023]" in lines
    assert "energy[2024] is not below 0" not in lines


PRICED = """
claims:
  - id: costs
    value: {of: costs, is: €2.71 million}
  - id: energy
    value: {of: energy, is: 108.69 GWh}
  - id: unit-costs
    ratio: {of: costs, per: energy, is: €23.9 per MWh}
"""


def test_so_much_of_one_measure_for_another_is_told_in_its_unit():
    found = claimcheck.verify_text(PRICED, {})
    (conflict,) = found.conflicts
    text = " ".join(each.text for each in told(found.sheet, conflict))
    assert "costs is 23,850 to 23,950 EUR per GWh times energy, that is 2.592 to 2.604 million EUR" in text


FREIGHT = """
defaults: {in: 2025}
quantities:
  revenue: {parts: [road, air, contract]}
claims:
  - id: revenue
    value: {of: revenue, in: [2025, 2024], is: ["698.8", "701.4"]}
  - id: levels
    value: {of: [road, air, contract], is: ["412.6", "188.9", "97.3"]}
  - id: road-change
    growth: {of: road, is: +3.6%}
  - id: air-change
    growth: {of: air, is: -12.0%}
  - id: contract-change
    growth: {of: contract, is: -9.8%}
"""


def test_the_claim_that_would_mend_it_first_is_in_the_headline_also_with_one_end():
    found = claimcheck.verify_text(FREIGHT, {})
    (conflict,) = found.conflicts
    first = conflict.repairs[0]
    assert first.claim == "contract-change"
    assert "contract-change says “-9.8%”" in headline(found.sheet, conflict)


COUNTED = """
claims:
  - id: size
    ratio: {of: capacity, per: turbines, is: 4.2 MW per turbine}
  - id: turbines
    value: {of: turbines, is: 23 turbines}
  - id: no-outage
    fraction: {of: without_outage, out_of: turbines, is: 18 (83%)}
"""


def test_what_is_counted_and_divided_by_is_told_in_its_plural():
    found = claimcheck.verify_text(COUNTED, {})
    (conflict,) = found.conflicts
    text = " ".join(each.text for each in told(found.sheet, conflict))
    assert "that is 21.55 to 21.82 turbines" in text
    assert "is 18 turbines" in text


def test_a_case_that_fails_by_the_sign_of_a_printed_level_is_not_told():
    """A margin may be below 0, and this one is not: what is left is told as a chain."""
    margins = LOSS.replace("profit", "margin").replace('"-5.0 million"', "82.7%").replace('"8.0 million"', "84.6%")
    found = claimcheck.verify_text(margins.replace("40%", "1.9%"), {})
    (conflict,) = found.conflicts
    assert not conflict.cases
    assert [each.claim for each in told(found.sheet, conflict)] == ["base", "grew", "later"]
    assert len(conflict.certificate) > 1


def test_many_cases_are_counted_not_told():
    found = claimcheck.verify_text(LOSS, {})
    (conflict,) = found.conflicts
    many = conflict._replace(cases=conflict.cases * 5)
    assert told(found.sheet, many)[-1].text == "and 4 more cases, each of which fails as well"
    assert "any of 10 cases" in headline(found.sheet, many)


def test_what_a_step_shows_is_rounded_outward():
    assert shown(Interval(Fraction("4.677475"), Fraction("4.729375"))) == "4.677 to 4.730"
    assert shown(Interval(Fraction("4.665"), Fraction("4.675"))) == "4.665 to 4.675"
    assert shown(Interval(Fraction("-1.00049"), Fraction("-1.00011"))) == "-1.00049 to -1.00011"
    assert (rounded(Fraction("1.07781234"), up=True), rounded(Fraction("1.07781234"), up=False)) == (
        Fraction("1.078"),
        Fraction("1.077"),
    )


def test_ranges_that_lie_close_together_are_shown_with_digits_that_tell_them_apart():
    low, high = Interval(Fraction(1), Fraction("2.00001111")), Interval(Fraction("2.00005555"), Fraction(3))
    apart = gap(low, high)
    assert (shown(low, apart=apart), shown(high, apart=apart)) == ("1.00000 to 2.00002", "2.00005 to 3.00000")
