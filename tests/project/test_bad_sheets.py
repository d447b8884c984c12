"""Bad input: one clear message with its place, the right exit code, and no traceback."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

FOLDER = Path(__file__).resolve().parents[1] / "bad_sheets"
CASES = yaml.safe_load((FOLDER / "expected.yaml").read_text(encoding="utf-8"))


def made(case, tmp_path):
    if "file" in case:
        return FOLDER / case["file"]
    path = tmp_path / "claims.yaml"
    if case["make"] == "directory":
        path.mkdir()
    elif case["make"] == "many-digits":
        digits = "1" * 100_000
        path.write_text(
            f"claims:\n  - id: many\n    value:\n      of: people\n      in: 2015\n      is: {digits}\n",
            encoding="utf-8",
        )
    elif case["make"] == "huge-scalar":
        path.write_text(f"claims:\n  - id: {'x' * 10_000_000}\n", encoding="utf-8")
    else:
        assert case["make"] == "missing"
    return path


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_bad_sheet_is_told_clearly(case, claimcheck, tmp_path):
    path = made(case, tmp_path)
    ran = claimcheck("verify", path, "--format", "concise", "-v")
    assert ran.code == case["exit"], ran.out
    lines = [line for line in ran.out.splitlines() if f" {case['code']} " in line]
    assert lines, f"{case['code']} is reported:\n{ran.out}"
    assert any(all(word in line for word in case["message"]) for line in lines), lines
    if "line" in case:
        place = rf":{case['line']}:{case['column']}: " if "column" in case else rf":{case['line']}:"
        assert any(re.search(place, line) for line in lines), lines


def test_every_bad_sheet_is_expected_somewhere():
    listed = {case["file"] for case in CASES if "file" in case}
    assert {path.name for path in FOLDER.glob("*.yaml")} - {"expected.yaml"} == listed
    assert len(CASES) >= 30
