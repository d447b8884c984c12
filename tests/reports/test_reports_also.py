"""Several reports in one run, and nothing imported before it is asked for."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from claimcheck.reports import FORMATS


def test_also_writes_further_reports_beside_the_printed_one(claimcheck, root, tmp_path):
    also = [word for name in ("sarif", "html") for word in ("--also", f"{name}={tmp_path / name}")]
    ran = claimcheck("verify", "claims.yaml", "-f", "concise", *also, cwd=root)
    assert ran.code == 1
    assert "CC201" in ran.out
    assert json.loads((tmp_path / "sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (tmp_path / "html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("given", ["sarif", "sarif=", "serif=a", "=a"])
def test_also_says_how_it_is_written(claimcheck, root, given):
    ran = claimcheck("verify", "claims.yaml", "--also", given, cwd=root)
    assert ran.code == 2
    assert "--also" in ran.err


def test_also_that_cannot_be_written_is_an_error(claimcheck, root, tmp_path):
    ran = claimcheck("verify", "claims.yaml", "--also", f"json={tmp_path / 'none' / 'a.json'}", cwd=root)
    assert ran.code == 2


def test_paths_for_other_programs_are_relative_to_the_repository_wherever_the_tool_runs(claimcheck, tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "claims.yaml").write_text("claims: [\n", encoding="utf-8")
    for where, name in ((tmp_path, "texts/claims.yaml"), (tmp_path / "texts", "claims.yaml")):
        (issue,) = json.loads(claimcheck("verify", name, "-f", "gitlab", cwd=where).out)
        assert issue["location"]["path"] == "texts/claims.yaml"


def imported(root, *arguments):
    """Return the modules of reporters that a whole run imports."""
    code = (
        "import sys\nfrom claimcheck.cli import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(*(name for name in sys.modules if name.startswith(('claimcheck.reports.', 'rich'))), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code, *arguments], cwd=root, capture_output=True, text=True, check=True)
    names = {name.removeprefix("claimcheck.reports.").partition(".")[0] for name in ran.stderr.split()}
    return names & {*dict(FORMATS).values(), "rich"}


def test_no_reporter_is_imported_before_it_is_asked_for(root, tmp_path):
    sheet = tmp_path / "claims.yaml"
    sheet.write_text("claims:\n  - {id: a, value: {of: x, is: 5 firms}}\n", encoding="utf-8")
    assert imported(root, "verify", str(sheet)) == set()
    assert imported(root, "verify", str(sheet), "-f", "concise") == {"concise"}
    assert imported(root, "verify", str(sheet), "-f", "github") == {"github"}
