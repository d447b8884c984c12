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
NOTHING = "nothing else in the sheet bears on it"
OPEN = "the claims around it leave no range that could be enclosed"
WHY = {"knot": OPEN, "level": OPEN, "leaf": NOTHING, "lone": NOTHING}


@pytest.mark.parametrize(("claim", "why"), WHY.items())
def test_explain_tells_why_a_claim_is_unchecked(claimcheck, sheet, claim, why):
    explained = claimcheck("explain", claim, sheet(SHEET)).out
    assert f"{claim}: " in explained
    assert ", unchecked" in explained
    assert f"  recomputed  {why}\n" in explained


@pytest.mark.parametrize("form", ["junit", "html"])
def test_junit_and_the_page_tell_why_a_claim_is_unchecked(claimcheck, sheet, form):
    shown = claimcheck("verify", sheet(SHEET), "--format", form).out
    assert (shown.count(OPEN), shown.count(NOTHING)) == (2, 2)


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
    assert reasons["right"] == f"apart from claims that contradict each other, {NOTHING}"
    assert reasons["lone"] == NOTHING
