"""What a sheet says of all its numbers, held to those that it is about."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.app.verify import verify_bytes


def stated(sheet, name):
    return verify_bytes("claims.yaml", sheet.encode(), {}).results[name].stated


def test_the_scale_of_a_table_is_not_that_of_counts_ratios_and_multiples():
    sheet = """\
defaults:
  scale: thousand
claims:
  - id: level
    value:
      of: sales
      is: 1,234
  - id: count
    count:
      items: [a, b, c]
      is: three
  - id: ratio
    ratio:
      of: output
      per: workers
      is: 7.5
"""
    assert stated(sheet, "level").low == 1_233_500
    assert stated(sheet, "count").contains(Fraction(3))
    assert stated(sheet, "ratio").high == Fraction(755, 100)


@pytest.mark.parametrize("default", ["million", "thousand"])
def test_a_ratio_takes_the_scale_that_its_own_claim_says(default):
    sheet = f"""\
defaults:
  scale: {default}
claims:
  - id: each
    scale: thousand
    ratio:
      of: revenue
      per: workers
      is: 207
"""
    assert stated(sheet, "each").low == 206_500


def test_a_precision_in_billions_leaves_percents_as_they_are_printed():
    sheet = """\
defaults:
  precision: 1 billion
claims:
  - id: growth
    growth:
      of: sales
      in: 2015
      is: 7%
  - id: level
    value:
      of: sales
      in: 2015
      is: 24.59 trillion
"""
    assert stated(sheet, "growth").high == Fraction(75, 1000)
    assert stated(sheet, "level").high - stated(sheet, "level").low == 10**9


def test_an_extreme_year_is_not_held_against_quarters():
    sheet = """\
claims:
  - id: quarter
    value:
      of: rain
      in: 2014-Q4
      is: 30.0
  - id: year
    value:
      of: rain
      in: [2014, 2015]
      is: [120.0, 100.0]
  - id: driest
    extreme:
      of: rain
      in: 2015
      since: 2012
      is: lowest
"""
    assert not verify_bytes("claims.yaml", sheet.encode(), {}).conflicts


def test_an_extreme_that_nothing_is_held_against_is_unchecked():
    sheet = "claims:\n  - id: a\n    extreme:\n      of: rain\n      in: 2015\n      is: lowest\n"
    assert verify_bytes("claims.yaml", sheet.encode(), {}).results["a"].verdict.value == "unchecked"


def test_what_states_no_number_is_not_compared():
    compared = "  - id: c\n    compare:\n      claim: {}\n      than: {}\n      is: greater\n"
    for names, words in ((("s", "v[1]"), "no number"), (("v", "v[1]"), "several claims"), (("v[1]", "v[1]"), "itself")):
        sheet = (
            "claims:\n  - id: s\n    sum:\n      parts: [a, b]\n      total: t\n"
            "  - id: v\n    value:\n      of: [a, b]\n      is: [1, 2]\n" + compared.format(*names)
        )
        report = verify_bytes("claims.yaml", sheet.encode(), {})
        assert report.exit_code(report.findings[0].severity) == 2
        assert any(words in finding.message for finding in report.findings), words


SIGNED = {
    ("A loss of $5.0 million was made.", "value: {of: b, in: 2015, is: -5.0}"): (-5 * 10**6, "USD"),
    ("A loss of $5.0 million was made.", "value: {of: b, in: 2015, is: 5.0}"): (5 * 10**6, "USD"),
    ("A loss of $5.0 million was made.", "value: {of: b, in: 2015, is: -5.0 million}"): (-5 * 10**6, ""),
    ("The stock was 2.0 million tonnes.", "value: {of: b, in: 2015, is: +2.0}"): (2 * 10**6, "t"),
    ("A move of 2.0 million tonnes.", "change: {of: b, in: 2015, is: down 2.0}"): (-2 * 10**6, "t"),
    ("A move of 7.0%.", "growth: {of: b, in: 2015, is: -7.0}"): (Fraction(-7, 100), "%"),
}


@pytest.mark.parametrize(("text", "kind"), SIGNED)
def test_a_sign_before_the_bare_digits_of_a_quote_is_that_of_its_number(text, kind):
    sheet = f"document: a.md\nclaims:\n  - {{id: a, quote: {text[:-1]}, {kind}}}\n"
    report = verify_bytes("claims.yaml", sheet.encode(), {"a.md": text.encode()})
    assert report.sheet, report.findings
    interval = report.results["a"].stated
    middle = (interval.low + interval.high) / 2
    assert (middle, report.sheet.claims[0].kind.stated.written.unit.name) == SIGNED[text, kind]


@pytest.mark.parametrize("order", ["cbad", "dcba", "abcd", "bdac"])
def test_the_parts_of_parts_are_added_up_in_a_period_that_only_the_ends_of_the_chain_name(order):
    parts = {"a": "b, x", "b": "c, y", "c": "d, z", "d": "e, f"}
    known = "".join(f"  {name}: {{parts: [{parts[name]}]}}\n" for name in order)
    sheet = (
        f"quantities:\n{known}claims:\n  - {{id: whole, value: {{of: a, in: 2015, is: 25.0}}}}\n"
        "  - {id: ends, value: {of: [e, f], in: 2015, is: [10.0, 20.0]}}\n"
    )
    (conflict,) = verify_bytes("claims.yaml", sheet.encode(), {}).conflicts
    assert {"whole", "ends[1]", "ends[2]"} <= {*conflict.claims}


HEDGED = {
    ("A loss of more than 5.0 million was made.", "value: {of: b, in: 2015, is: -5.0 million}"): (None, -5 * 10**6),
    ("A loss of up to $5.0 million was made.", "value: {of: b, in: 2015, is: -5.0}"): (-5 * 10**6, None),
    ("It rose by more than 5.0%.", "growth: {of: b, in: 2015, is: up 5.0%}"): (Fraction(1, 20), None),
    ("It rose by more than 5.0%.", "growth: {of: b, in: 2015, is: 5.0%}"): (Fraction(1, 20), None),
    ("A move of at least 5.0%.", "growth: {of: b, in: 2015, is: -5.0%}"): (None, Fraction(-1, 20)),
    ("A move of at least 5.0%.", "growth: {of: b, in: 2015, is: down 5.0%}"): (None, Fraction(-1, 20)),
    ("A move of nearly 5.0%.", "growth: {of: b, in: 2015, is: -5.0%}"): (Fraction(-1, 20), Fraction(-9, 200)),
}


@pytest.mark.parametrize(("text", "kind"), HEDGED)
def test_a_hedge_of_the_quote_holds_where_is_gives_the_sign(text, kind):
    sheet = f"document: a.md\nclaims:\n  - {{id: a, quote: {text[:-1]}, {kind}}}\n"
    report = verify_bytes("claims.yaml", sheet.encode(), {"a.md": text.encode()})
    assert report.sheet, report.findings
    assert report.results["a"].stated[:2] == HEDGED[text, kind]
