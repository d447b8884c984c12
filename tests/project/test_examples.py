"""The gallery: two documents hold a planted error that takes three claims to see, the others hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck.app.compile import compile_sheet
from claimcheck.app.verify import verify
from claimcheck.engine import check
from claimcheck.kinds import NAMES

FOLDER = Path(__file__).resolve().parents[2] / "examples"
PLANTED = {"market-report", "earnings-note"}
EXAMPLES = sorted(path.parent.name for path in FOLDER.glob("*/claims.yaml"))


@pytest.fixture(scope="module")
def reports():
    return {name: verify(str(FOLDER / name / "claims.yaml")) for name in EXAMPLES}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_holds_or_fails_by_its_planted_error_alone(name, reports):
    report = reports[name]
    errors = [finding.code for finding in report.findings if finding.severity.label == "error"]
    if name not in PLANTED:
        assert errors == []
        return
    assert errors == ["CC201"]
    (conflict,) = report.conflicts
    assert len(conflict.claims) == 3
    system = compile_sheet(report.sheet)
    for left_out in conflict.claims:
        pair = tuple(c for c in system.constraints if c.id in conflict.claims and c.id != left_out)
        assert not check(system._replace(constraints=pair)).conflicts


def test_the_gallery_uses_every_kind(reports):
    used = {kind.name for report in reports.values() for claim in report.claims for kind in claim.readings}
    unused = set(NAMES) - used - {"sum"}  # a sum is mostly written as the structure of a quantity
    assert not unused, "add a claim of this kind to the document and the sheet of one of examples/"
    assert set(EXAMPLES) > PLANTED
