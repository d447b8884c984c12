"""A fraction that prints both of its counts is checked by itself."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.app.compile import compile_sheet
from claimcheck.app.verify import verify_bytes
from claimcheck.engine.component import components
from claimcheck.engine.decide import decide
from claimcheck.kinds.statement import Quantity
from claimcheck.reports.summary import summary


def checked(*fields: str):
    claims = "".join(f"- {{id: {'abc'[n]}, {field}}}\n" for n, field in enumerate(fields))
    return verify_bytes("claims.yaml", f"claims:\n{claims}".encode(), {})


def verdict(*fields: str) -> str:
    return checked(*fields).results["a"].verdict.value


def of_posts(text: str) -> str:
    return f"fraction: {{of: nurses, out_of: posts, is: '{text}'}}"


def test_a_percentage_that_its_own_counts_do_not_make_is_contradicted():
    assert verdict(of_posts("1,139/1,284 (89.7%)")) == "contradicted"


def test_a_percentage_that_its_own_counts_make_is_confirmed_by_itself():
    report = checked(of_posts("1,139/1,284 (88.7%)"))
    result = report.results["a"]
    assert result.verdict.value == "confirmed"
    assert result.exact
    assert result.recomputed.low == result.recomputed.high == Fraction(1139, 1284)
    assert summary(report) == "claims.yaml: 1 claim holds: 1 confirmed"


@pytest.mark.parametrize(
    "field",
    [
        "fraction: {of: men + women, out_of: posts, is: '1,139/1,284 (88.7%)'}",
        "fraction: {of: nurses, out_of: 1284, is: '1,139 of 1,284 (88.7%)'}",
    ],
)
def test_sums_and_numbers_are_counts_as_well(field):
    assert verdict(field) == "confirmed"


@pytest.mark.parametrize(
    "field", [of_posts("88.7%"), of_posts("1,139/1,284"), "value: {of: nurses, is: '1,139 nurses'}"]
)
def test_a_number_that_nothing_makes_stays_unchecked(field):
    assert verdict(field) == "unchecked"


def test_a_claim_on_which_others_bear_is_recomputed_from_these():
    result = checked(of_posts("1,139/1,284 (88.7%)"), "value: {of: nurses, is: '1,139'}").results["a"]
    assert result.verdict.value == "confirmed"


@pytest.mark.parametrize(
    ("said", "elsewhere"),
    [
        ("1,850 of them (43%)", "{of: posts, is: '4,310 posts'}"),  # whose last digit may be rounded
        ("1,850 of them (43%)", "{of: posts, is: '4,311 posts'}"),
        ("43% of 4,310", "{of: nurses, is: '1,850'}"),
    ],
)
def test_one_count_and_a_level_printed_elsewhere_make_a_percentage(said, elsewhere):
    result = checked(of_posts(said), f"value: {elsewhere}").results["a"]
    assert result.verdict.value == "confirmed"
    assert result.bearing == ("b",)


def test_one_count_beside_a_level_that_makes_another_percentage_is_contradicted():
    assert verdict(of_posts("1,850 of them (53%)"), "value: {of: posts, is: '4,310 posts'}") == "contradicted"


def test_one_count_says_nothing_where_the_other_is_only_part_of_a_sum():
    assert verdict(of_posts("1,850 of them (43%)"), "value: {of: posts + desks, is: '9,000'}") == "unchecked"


def test_a_count_that_is_a_part_by_declaration_is_recomputed_from_what_its_claim_prints():
    """That a part is at most its whole says next to nothing of a share whose counts are both known."""
    sheet = """
quantities: {nurses: {part_of: posts}}
claims:
  - {id: a, fraction: {of: nurses, out_of: posts, is: '1,850 of them (43%)'}}
  - {id: b, value: {of: posts, is: '4,311 posts'}}
"""
    result = verify_bytes("claims.yaml", sheet.encode(), {}).results["a"]
    assert result.verdict.value == "confirmed"
    assert result.recomputed.low == result.recomputed.high == Fraction(1850, 4311)
    assert result.bearing == ("b",)


def test_a_share_in_whole_numbers_of_an_unknown_whole_is_found_among_large_ones():
    """No 3 things make 66.9%: one case for each whole that is too small would take hundreds of them."""
    text = """
claims:
  - {id: part, fraction: {of: k, out_of: n, is: 66.9%}}
  - {id: each, ratio: {of: x, per: n, is: "83,610.59"}}
  - {id: mean, average: {of: [x, y, z], is: 904 million}}
"""
    report = verify_bytes("claims.yaml", text.encode(), {})
    (component,) = components(compile_sheet(report.sheet))
    found = decide(component, range(len(component.constraints)), budget=10)
    assert found.feasible
    numbers = [found.witness[component.columns[Quantity(name)]] for name in ("k", "n")]
    assert all(number.denominator == 1 for number in numbers)
    assert Fraction("0.6685") <= numbers[0] / numbers[1] <= Fraction("0.6695")
