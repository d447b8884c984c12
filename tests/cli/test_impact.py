"""`claimcheck impact`: what another number would do."""

from __future__ import annotations

import json

import pytest


def test_a_number_that_would_mend_the_brief_leaves_no_contradiction(claimcheck, root):
    ran = claimcheck("impact", "volume-cagr", "--is", "24.6%", "claims.yaml", cwd=root)
    assert ran.code == 0
    assert "volume-five-years  contradicted  consistent" in ran.out
    assert "contradiction:" not in ran.out


def test_a_number_keeps_the_verb_of_the_claim(claimcheck, root):
    ran = claimcheck("impact", "trade-fell", "--is", "9%", "--format", "json", "claims.yaml", cwd=root)
    report = json.loads(ran.out)
    assert any("trade-fell" in conflict for conflict in report["conflicts"])
    ran = claimcheck("impact", "trade-fell", "--is", "7.0%", "--format", "json", "claims.yaml", cwd=root)
    changed = {claim["id"] for claim in json.loads(ran.out)["claims"] if claim["changed"]}
    assert "trade-2015" not in changed


def test_what_is_no_number_or_no_claim_is_told(claimcheck, root):
    assert claimcheck("impact", "volume-cagr", "--is", "abc", cwd=root).code == 2
    assert "prints no number" in claimcheck("impact", "imports-2016", "--is", "4", cwd=root).err
    assert "did you mean 'volume-cagr'" in claimcheck("impact", "volume-cgr", "--is", "4", cwd=root).err


def test_a_list_is_told_with_the_claims_that_it_is(claimcheck, sheet):
    path = sheet("claims:\n  - {id: a, value: {of: [b, c], is: ['5', '6']}}\n")
    for command in (("impact", "a", path, "--is", "4"), ("explain", "a", path)):
        assert "no claim is called 'a' (it is a list: a[1], a[2])" in claimcheck(*command).err


def test_a_list_of_several_sheets_is_told_once_and_a_long_one_in_short(claimcheck, sheet, tmp_path):
    path = sheet("claims:\n  - {id: a, value: {of: [b, c], is: ['5', '6']}}\n")
    other = tmp_path / "other.claims.yaml"
    other.write_text(path.read_text())
    assert "(it is a list: a[1], a[2])" in claimcheck("explain", "a", path, other).err
    years = [str(year) for year in range(2001, 2021)]
    path.write_text(f"claims:\n  - {{id: a, value: {{of: b, in: [{', '.join(years)}], is: [{', '.join(years)}]}}}}\n")
    said = claimcheck("explain", "a", path).err
    assert "(it is a list: a[2001], a[2002], a[2003], a[2004], a[2005] and 15 more)" in said


SHEET = """
claims:
  - id: cured
    fraction: {of: cured, out_of: patients, is: 23/42 (55%)}
  - id: growth
    growth: {of: trade, in: 2015, is: up 5.0%}
  - id: trade
    value: {of: trade, in: 2015, is: 24.59 trillion yuan}
  - id: before
    value: {of: trade, in: 2014, is: 23.42 trillion yuan}
  - id: weight
    value: {of: weight, in: 2014, is: 97.5 million}
  - id: shops
    value: {of: shops, in: 2015, is: 412 shops}
  - id: heavier
    value: {of: weight, in: 2015, is: 98.5 million tonnes}
"""


@pytest.mark.parametrize(
    ("claim", "number", "verdicts"),
    [
        ("cured", "24/42 (57%)", {"cured": "confirmed"}),
        ("cured", "24/42", {"cured": "contradicted"}),
        ("cured", "60%", {"cured": "contradicted"}),
        ("trade", "24.95", {"trade": "contradicted"}),
        ("trade", "24,600,000,000,000", {"trade": "confirmed"}),
        ("growth", "5", {"growth": "confirmed"}),
        ("weight", "97,600,000,000 kg", {"weight": "unchecked"}),
    ],
)
def test_a_number_takes_from_the_claims_own_what_it_does_not_say(claimcheck, tmp_path, claim, number, verdicts):
    (tmp_path / "claims.yaml").write_text(SHEET, encoding="utf-8")
    ran = claimcheck("impact", claim, "--is", number, "--format", "json", cwd=tmp_path)
    after = {each["id"]: each["after"] for each in json.loads(ran.out)["claims"]}
    assert after | verdicts == after


@pytest.mark.parametrize(
    ("claim", "number", "told"),
    [
        ("growth", "6 points", "growth takes a percentage or a multiple"),
        ("trade", "€3", "does not fit"),
        ("trade", "90 kg", "does not fit"),
        ("weight", "€3", "does not fit"),
        ("trade", "81%", "does not fit"),
        ("shops", "81%", "does not fit"),
        ("cured", "24", "say both, such as '24 of 42'"),
        ("cured", "1, 2, 3", "a fraction is read from a text such as"),
        ("cured", "none", "no number in 'none'"),
    ],
)
def test_a_number_that_the_claim_could_not_print_is_refused(claimcheck, tmp_path, claim, number, told):
    (tmp_path / "claims.yaml").write_text(SHEET, encoding="utf-8")
    ran = claimcheck("impact", claim, "--is", number, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_contradictions_that_stand_already_are_told_apart(claimcheck, root):
    ran = claimcheck("impact", "trade-fell", "--is", "9%", "claims.yaml", cwd=root)
    assert "\ncontradiction: " in ran.out
    assert "\ncontradiction, now as then: volume-cagr, volume-five-years: " in ran.out


def test_of_several_sheets_the_one_that_is_meant_is_named(claimcheck, tmp_path):
    for name in ("north", "south"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "claims.yaml").write_text(SHEET, encoding="utf-8")
    told = claimcheck("impact", "trade", "--is", "24.95", cwd=tmp_path)
    assert (told.code, told.out) == (2, "")
    assert told.err == (
        "claimcheck: 'trade' is a claim of several sheets (name one of north/claims.yaml, south/claims.yaml)\n"
    )
    assert claimcheck("impact", "trade", "south", "--is", "24.95", cwd=tmp_path).code == 0


def test_the_contradiction_speaks_of_the_number_that_would_be_said(claimcheck, sheet):
    text = "document: text.md\nclaims:\n  - id: cured\n    quote: 23/42 (55%)\n    fraction: {of: a, out_of: b}\n"
    ran = claimcheck("impact", "cured", sheet(text, "Cured: 23/42 (55%) of them."), "--is", "32/42")
    assert "“55% (32/42)” cannot be true by itself: it would be 76% (32 of 42)" in ran.out, ran.out
