"""Ranges beside a printed number: outward, in its digits and its unit."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.app.verify import verify_bytes
from claimcheck.findings import Severity
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.terms import PERCENT, Unit
from claimcheck.quantity.written import half_unit, read
from claimcheck.reports import NAMES, View, render
from claimcheck.reports.telling import told
from claimcheck.reports.wording import range_text, repair_text, slack_text

F = Fraction
USD = Unit("USD", "currency")
RANGES = (
    # printed, low, high, unit, shown
    ("35%", "0.245315", "0.246146", PERCENT, "24.531% to 24.615%"),
    ("2.4 billion", "0", "2166666667", USD, "0 to 2.17 billion USD"),
    ("44.6%", "0", "0.4192", PERCENT, "0% to 42.0%"),
    ("71.2 million", "74600000", "75000000", USD, "74.6 to 75.0 million USD"),
    ("812.5 million", "734123456", "746012345", USD, "734.1 to 746.1 million USD"),
    ("24.59 trillion", "3314000000000", "15427000000000", USD, "3.31 to 15.43 trillion USD"),
    ("48%", "0.4812", "0.5531", PERCENT, "48.1% to 55.4%"),  # not from 48%, as it reads itself
    ("1,234", "0", "98765432109", None, "0 to 98.7655 billion"),
)


@pytest.mark.parametrize(("printed", "low", "high", "unit", "shown"), RANGES)
def test_a_range_has_the_digits_of_the_number_it_stands_beside(printed, low, high, unit, shown):
    written = read(printed)
    digit = 2 * (half_unit(written) or F(0))
    assert range_text(Interval(F(low), F(high)), unit, digit, written.value) == shown


@given(st.fractions(-(10**6), 10**6), st.fractions(-(10**6), 10**6), st.sampled_from([None, F(1, 10), F(1), F(100)]))
def test_a_shown_range_encloses_the_true_one(one, other, digit):
    assume(one != other)
    low, high = min(one, other), max(one, other)
    assume(max(abs(low), abs(high)) >= F(1, 100))
    ends = range_text(Interval(low, high), None, digit).replace(",", "").split(" to ")
    assume(not any(word in end for end in ends for word in ("e", "million")))
    assert F(ends[0]) <= low < high <= F(ends[1])


def test_a_bare_level_is_mended_in_the_unit_of_the_whole_it_is_a_part_of():
    sheet = b"""
quantities: {all: {parts: [north, south]}}
claims:
  - {id: all, value: {of: all, is: "10.0 million euros"}}
  - {id: north, value: {of: north, is: 4.0 million}}
  - {id: south, value: {of: south, is: 5.0 million}}
"""
    report = verify_bytes("claims.yaml", sheet, {})
    (conflict,) = report.conflicts
    texts = [repair_text(report.sheet, repair) for repair in conflict.repairs if repair.claim == "north"]
    assert texts == ["4.0 million would have to be 4.9 to 5.1 million EUR; perhaps 5.0 million (one digit changed)"]


@pytest.mark.parametrize("name", NAMES)
def test_every_report_tells_a_claim_in_the_terms_of_the_reading_that_holds(name):
    case = Path(__file__).parents[1] / "cases" / "readings-of-different-forms" / "sheet.yaml"
    report = verify_bytes("claims.yaml", case.read_bytes(), {})
    shown = render([report], View(Severity.ERROR, all=True, verbose=True, format=name))
    assert "160.86" not in shown, "the growth over five years, where the rate a year holds"
    if name in ("table", "html", "junit", "markdown"):
        assert "9.975% to 10.011%" in shown


def test_a_sum_of_which_one_part_only_nears_its_end_only_nears_its_own():
    sheet = b"""
claims:
  - {id: a, value: {of: a, is: more than 5 million}}
  - {id: b, value: {of: b, is: at least 3 million}}
  - {id: c, value: {of: c, is: at most 8 million}}
  - {id: s, sum: {parts: [a, b], total: c}}
"""
    report = verify_bytes("claims.yaml", sheet, {})
    (conflict,) = report.conflicts
    lines = [line.text for line in told(report.sheet, conflict)]
    assert lines[2] == "c is a plus b, that is above 8 million"
    assert lines[3].startswith("c is at most 8 million, but the claims before make it above 8 million: they only touch")


def test_a_total_of_unlike_things_is_not_called_by_one_of_them(claimcheck, sheet):
    text = (
        "quantities:\n  people: {parts: [males, females]}\nclaims:\n"
        "  - {id: p, value: {of: people, is: '4,757,976'}}\n"
        "  - {id: m, value: {of: [males, females], is: ['2,352,781 males', '2,405,195 females']}}\n"
    )
    ran = claimcheck("explain", "p", sheet(text))
    assert "males" in ran.out
    assert "4.757976 million\n" in ran.out


def test_a_root_is_shown_with_the_digits_that_a_reader_can_use(claimcheck, sheet):
    text = (
        "claims:\n  - {id: p, value: {of: p, in: [2011, 2016], is: ['4,588,252 people', '4,757,976 people']}}\n"
        "  - {id: rate, cagr: {of: p, from: 2011, to: 2016, is: 0.7%}}\n"
    )
    ran = claimcheck("verify", sheet(text), "--all")
    assert "0.729110%" in ran.out, ran.out


def test_a_range_beside_basis_points_is_in_basis_points():
    sheet = b"""
quantities: {rate: {unit: "%"}}
claims:
- {id: level, value: {of: rate, in: [2023, 2024], is: [2.07%, 2.35%]}}
- {id: raised, change: {of: rate, in: 2024, is: raised by 25 basis points}}
- {id: cost, share: {of: cost, whole: assets, is: around 41 bp}}
- {id: costs, value: {of: cost, is: 82.0 million}}
- {id: assets, value: {of: assets, is: 20.07 billion}}
"""
    report = verify_bytes("claims.yaml", sheet, {})
    out = render([report], View(Severity.ERROR))
    assert "raised by 25 basis points would have to be +27 to +29 bp" in out
    row = next(line for line in out.splitlines() if line.startswith("cost "))
    assert "40.821 to 40.893 bp" in row


@pytest.mark.parametrize(
    ("slack", "said"),
    [
        ("0.491", "0.491 half-units until it fails"),
        ("1", "1 half-unit until it fails"),
        ("999.6", "1,000 half-units until it fails"),
        ("18823.5", "18,800 half-units until it fails"),
        ("-1234567", "fails by more than a million half-units"),
        ("1e600", "more than a million half-units until it fails"),
    ],
)
def test_a_slack_of_many_half_units_is_told_as_people_write_numbers(slack, said):
    assert slack_text(F(slack)) == said
