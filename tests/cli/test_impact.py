"""`claimcheck impact`: what another number would do."""

from __future__ import annotations

import json


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
