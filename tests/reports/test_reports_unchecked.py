"""A claim that nothing bears on, one beside a contradiction, and one that could not be enclosed: reports tell which."""

import json

import pytest

SHEET = """
claims:
  - id: product
    assert: "a * b = 20"
  - id: knot
    assert: "a / b - b = c"
  - id: level
    value: {of: c, is: 5.5}
  - id: leaf
    ratio: {of: c, per: d, is: 2.0}
  - id: lone
    value: {of: z, is: 3.5}
"""
OPEN = "the claims around it leave no range that could be enclosed"
WHY = {"knot": OPEN, "level": OPEN, "leaf": "no other claim speaks of d", "lone": "no other claim speaks of z"}


@pytest.mark.parametrize(("claim", "why"), WHY.items())
def test_explain_tells_why_a_claim_is_unchecked(claimcheck, sheet, claim, why):
    explained = claimcheck("explain", claim, sheet(SHEET)).out
    assert f"{claim}: " in explained
    assert ", unchecked" in explained
    assert f"  recomputed  {why}\n" in explained


@pytest.mark.parametrize("form", ["junit", "html"])
def test_junit_and_the_page_tell_why_a_claim_is_unchecked(claimcheck, sheet, form):
    shown = claimcheck("verify", sheet(SHEET), "--format", form).out
    assert [shown.count(why) for why in dict.fromkeys(WHY.values())] == [2, 1, 1]


def test_json_tells_why_a_claim_is_unchecked_and_nothing_of_others(claimcheck, sheet):
    claims = json.loads(claimcheck("verify", sheet(SHEET), "--format", "json").out)["claims"]
    assert {claim["id"]: claim["reason"] for claim in claims} == {"product": None, **WHY}


def test_a_claim_beside_a_contradiction_is_not_said_to_stand_alone(claimcheck, sheet):
    beside = """
    claims:
      - {id: wrong, value: {of: x, is: 221 Mt}}
      - {id: right, value: {of: x, is: 122 Mt}}
      - {id: closer, value: {of: x, is: 121.9 Mt}}
      - {id: lone, value: {of: z, is: 3.5}}
    """
    claims = json.loads(claimcheck("verify", sheet(beside), "--format", "json").out)["claims"]
    reasons = {claim["id"]: claim["reason"] for claim in claims}
    assert reasons["right"] == ("apart from claims that contradict each other, nothing else in the sheet bears on it")
    assert reasons["lone"] == "no other claim speaks of z"


def test_a_claim_that_claims_in_a_contradiction_could_not_check_is_told_what_it_lacks(claimcheck, sheet):
    growing = """
    defaults: {in: 2015}
    claims:
      - {id: volume, value: {of: volume, is: 760 billion CNY}}
      - {id: rose, growth: {of: volume, is: up 43%}}
      - {id: pace, cagr: {of: volume, from: 2010, is: 35%}}
      - {id: whole, growth: {of: volume, from: 2010, is: up 200%}}
      - {id: split, share: {of: volume, whole: market, is: 4.0%}}
    """
    explained = claimcheck("explain", "rose", sheet(growing)).out
    assert "  recomputed  no other claim speaks of volume[2014]\n" in explained
    assert "  it implies  volume[2014] is 526.1 to 536.9 billion CNY\n" in explained
    assert "it implies" not in claimcheck("explain", "volume", sheet(growing)).out


def test_claims_about_the_same_quantities_can_still_bear_nothing_on_each_other(claimcheck, sheet):
    apart = """
    claims:
      - {id: above, compare: {of: x, than: y, is: greater}}
      - {id: half, value: {of: x, is: 12.5}}
      - {id: again, compare: {of: y, than: z, is: greater}}
      - {id: last, compare: {of: z, than: y, is: less}}
    """
    claims = json.loads(claimcheck("verify", sheet(apart), "--format", "json").out)["claims"]
    assert {c["id"]: c["reason"] for c in claims}["half"] == "nothing else in the sheet bears on it"
