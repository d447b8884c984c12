"""Traps, one folder each: a sheet, its document, and what must hold of the report.

`expected.json` holds the exit code, the verdict of each claim, the claims of each conflict, and each finding of a note
or more as "CODE claim". The sheets are called `sheet.yaml`, so that a run in this repository does not take them.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "cases"
CASES = sorted(path.parent for path in FOLDER.glob("*/expected.json"))


def found(report):
    return {
        "exit_code": report["summary"]["exit_code"],
        "verdicts": {claim["id"]: claim["verdict"] for claim in report["claims"]},
        "conflicts": sorted(sorted(conflict["claims"]) for conflict in report["conflicts"]),
        "findings": sorted(f"{f['code']} {f.get('claim') or ''}".strip() for f in report["findings"]),
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_trap_is_not_walked_into(case, claimcheck):
    ran = claimcheck("verify", "sheet.yaml", "--format", "json", cwd=case)
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    assert found(json.loads(ran.out)) == expected["report"], expected["because"]
    assert ran.code == expected["report"]["exit_code"]


def test_every_folder_is_a_case():
    assert sorted(path for path in FOLDER.iterdir() if path.is_dir()) == CASES
    assert len(CASES) >= 30
