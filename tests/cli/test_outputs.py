"""Where reports go: what is read is never written over, and an output that cannot be written is one line."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimcheck.documents.readers import supported_suffixes

SHEET = "document: text.md\nclaims:\n  - id: a\n    quote: 5.0 million\n    value: {of: a}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "claims.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "text.md").write_text("Sales of 5.0 million.\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "options",
    [
        ("-o", "text.md"),
        ("-o", "./claims.yaml"),
        ("--also", "json=text.md"),
        ("--write-baseline", "claims.yaml"),
        ("-o", "out.txt", "--also", "json=out.txt"),
        ("--also", "json=out.txt", "--also", "sarif=out.txt"),
    ],
)
def test_no_file_of_a_run_is_written_over(claimcheck, folder, options):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    ran = claimcheck("verify", *options, cwd=folder)
    assert (ran.code, ran.out) == (2, "")
    assert "is not written" in ran.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_reports_go_into_files_of_their_own_and_to_devices(claimcheck, folder):
    ran = claimcheck("verify", "-o", "out.txt", "--also", "json=/dev/null", "--also", "sarif=/dev/null", cwd=folder)
    assert (ran.code, (folder / "out.txt").read_text(encoding="utf-8") != "") == (0, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", [("verify",), ("verify", "-f", "json"), ("extract", "text.md")])
def test_a_full_disk_is_one_line(folder, words):
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "claimcheck", *words], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ran.returncode == 2
    assert ran.stderr.decode() == "claimcheck: the output cannot be written: No space left on device\n"


def test_a_locale_is_one_of_those_that_there_are(claimcheck, folder):
    for command in ("extract", "quantities"):
        ran = claimcheck(command, "text.md", "--locale", "xx", cwd=folder)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.startswith("claimcheck: --locale is one of en, zh")


def test_the_hook_runs_for_every_document_that_is_read(root):
    (hook,) = yaml.safe_load((root / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [suffix for suffix in supported_suffixes() if not re.search(hook["files"], f"docs/text{suffix}")] == []
    assert not re.search(hook["files"], "src/main.py")


def test_a_sheet_outside_the_documents_folder_is_verified_as_told(claimcheck, folder):
    (folder / "other").mkdir()
    for words in (("init", "text.md"), ("extract", "text.md", "--force")):
        ran = claimcheck(*words, "-o", "other/claims.yaml", cwd=folder)
        assert "`claimcheck verify other/claims.yaml --allow-outside`" in ran.out
    assert claimcheck("verify", "other/claims.yaml", "--allow-outside", cwd=folder).code == 0


def test_a_draft_says_in_which_locale_its_numbers_are_printed(claimcheck, folder):
    (folder / "de.md").write_text("Der Umsatz betrug 5,6 Millionen Euro in 2024.\n", encoding="utf-8")
    claimcheck("extract", "de.md", "--locale", "de", "-o", "de.claims.yaml", cwd=folder)
    ran = claimcheck("verify", "de.claims.yaml", "--all", cwd=folder)
    assert (ran.code, "5,6 Millionen Euro" in ran.out) == (0, True)


def test_a_quantity_without_a_period_asks_for_all_of_them(claimcheck, folder):
    sheet = "claims:\n  - {id: a, value: {of: home, in: [2014, 2015], is: [5.0 million, 6.0 million]}}\n"
    (folder / "home.claims.yaml").write_text(sheet, encoding="utf-8")
    ran = claimcheck("infer", "home.claims.yaml", "-Q", "home", cwd=folder)
    assert ["home[2014]" in ran.out, "home[2015]" in ran.out] == [True, True]


def test_drift_says_which_claims_it_could_not_look_at(claimcheck, folder):
    sheet = SHEET + "  - id: b\n    quote: 5.0 million\n    value: {of: b, is: 6.0 million}\n"
    (folder / "claims.yaml").write_text(sheet, encoding="utf-8")
    ran = claimcheck("drift", cwd=folder)
    assert (ran.code, ran.out) == (0, "no quote has drifted\n")
    assert "1 claim left out, whose number cannot be read" in ran.err
