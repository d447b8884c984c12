"""The project's own sheet, on the brief and on the document that everything started from."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT.parent / "shared" / "documents" / "cross-border-ecommerce.txt"
EDITS = yaml.safe_load((ROOT / "tests" / "cases" / "edits.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def report():
    from claimcheck.app.verify import verify

    return verify(str(ROOT / "claims.yaml"))


def test_the_brief_contradicts_itself_once_and_nothing_else_is_flagged(report):
    (conflict,) = report.conflicts
    assert set(conflict.claims) == {"volume-cagr", "volume-five-years"}
    assert [finding.code for finding in report.findings if finding.severity > 1] == ["CC201"]


def test_the_contradiction_names_both_ranges_and_both_repairs(claimcheck, root):
    ran = claimcheck("verify", "claims.yaml", cwd=root)
    assert ran.code == 1
    for words in (
        "4.40 to 4.57",
        "2.995 to 3.005",
        "“CAGR of 35%”",
        "increased by 200%",
        "24.5",
        "24.6",
        "+340% to +357%",
    ):
        assert words in ran.out


def test_the_fall_of_trade_is_confirmed_by_the_other_claims(claimcheck, root):
    ran = claimcheck("verify", "claims.yaml", "--format", "json", cwd=root)
    claims = {claim["id"]: claim for claim in json.loads(ran.out)["claims"]}
    fell = claims["trade-fell"]
    assert fell["verdict"] == "confirmed"
    assert Fraction(-7065, 100000) < Fraction(fell["recomputed"]["low"]) < Fraction(-706, 10000)
    assert Fraction(-691, 10000) < Fraction(fell["recomputed"]["high"]) < Fraction(-690, 10000)


def test_the_growth_rate_is_recomputed_to_twelve_digits(claimcheck, root):
    ran = claimcheck("verify", "claims.yaml", "--format", "json", cwd=root)
    claims = {claim["id"]: claim for claim in json.loads(ran.out)["claims"]}
    recomputed = claims["volume-cagr"]["recomputed"]
    assert (recomputed["low"], recomputed["high"]) == ("0.245315418862", "0.24614590671")
    assert claims["volume-cagr"]["slack"] == "-19.8"


def test_every_quote_stands_word_for_word_in_the_brief(report):
    assert report.documents
    missing = [claim.id for claim in report.claims for place in report.places.get(claim.id, ()) if place is None]
    assert missing == []
    assert {place.how for places in report.places.values() for place in places} == {"exact"}


@pytest.mark.skipif(not SOURCE.exists(), reason="the source document is not beside this checkout")
def test_every_quote_stands_word_for_word_in_the_source(claimcheck, root):
    ran = claimcheck("verify", "--document", SOURCE, "--format", "json", cwd=root)
    report = json.loads(ran.out)
    assert [finding["code"] for finding in report["findings"] if finding["severity"] != "note"] == ["CC201"]
    assert [claim["id"] for claim in report["claims"] if claim["quote"] and claim["document_line"] is None] == []


@pytest.mark.skipif(not SOURCE.exists(), reason="the source document is not beside this checkout")
def test_the_contradiction_of_the_source_is_found_without_a_sheet(claimcheck):
    ran = claimcheck("extract", SOURCE, "--check", "--format", "json")
    (finding,) = json.loads(ran.out)["findings"]
    assert finding["severity"] == "warning"
    assert "“transaction volume” (line 3)" in finding["message"]
    assert "4.40 to 4.57 times" in finding["message"]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["name"].replace(" ", "-"))
def test_one_figure_changed_in_brief_and_sheet_makes_a_minimal_contradiction(edit, tmp_path):
    from claimcheck.app.compile import compile_sheet
    from claimcheck.app.verify import verify
    from claimcheck.engine import check

    (tmp_path / "documents").mkdir()
    for name in ("claims.yaml", "documents/cross-border-ecommerce.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert edit["find"] in text, f"{edit['find']!r} stands in {name}"
        (tmp_path / name).write_text(text.replace(edit["find"], edit["replace"]), encoding="utf-8")
    report = verify(str(tmp_path / "claims.yaml"))
    assert not [finding for finding in report.findings if finding.code.startswith(("CC0", "CC3"))]
    conflicts = [conflict for conflict in report.conflicts if edit["claim"] in conflict.claims]
    assert conflicts, f"{edit['claim']} is in a contradiction"
    system = compile_sheet(report.sheet)
    by_id = {constraint.id: constraint for constraint in system.constraints}
    for conflict in conflicts:
        for left_out in conflict.claims:
            rest = tuple(by_id[name] for name in conflict.claims if name != left_out)
            assert not check(system._replace(constraints=rest)).conflicts, f"without {left_out} the rest holds"
