"""Where reports go: what is read is never written over, and an output that cannot be written is one line."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SHEET = "document: text.md\nclaims:\n  - id: a\n    quote: 5.0 million\n    value: {of: a}\n"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "claims.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "text.md").write_text("Sales of 5.0 million.\n", encoding="utf-8")
    (tmp_path / "latin.html").write_bytes(b"Caf\xe9 sales of 5.0 million.\n")
    (tmp_path / "latin.yaml").write_text(SHEET.replace("text.md", "latin.html"), encoding="utf-8")
    (tmp_path / "known.json").write_text('{"version": 1, "findings": []}\n', encoding="utf-8")
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
        ("latin.yaml", "-o", "latin.html"),
        ("--baseline", "known.json", "-o", "known.json"),
        ("--baseline", "known.json", "--also", "html=known.json"),
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
@pytest.mark.parametrize(
    "words",
    [("verify",), ("verify", "-f", "json"), ("extract", "text.md"), ("--help",), ("init", "text.md", "--force")],
)
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


@pytest.mark.parametrize("command", ["init", "extract"])
def test_a_draft_is_not_written_over_its_own_document(claimcheck, folder, command):
    ran = claimcheck(command, "text.md", "-o", "text.md", "--force", cwd=folder)
    assert (ran.code, ran.out, "is not written" in ran.err) == (2, "", True)
    assert (folder / "text.md").read_text(encoding="utf-8") == "Sales of 5.0 million.\n"


CLASH = "claims:\n  - id: a\n    value: {of: x, is: 5}\n  - id: b\n    value: {of: x, is: 7}\n"


def test_a_baseline_keeps_its_reasons_while_a_sheet_cannot_be_read(claimcheck, sheet, tmp_path):
    path = sheet(CLASH)
    claimcheck("verify", "--write-baseline", "known.json", cwd=tmp_path)
    known = tmp_path / "known.json"
    known.write_text(known.read_text(encoding="utf-8").replace('"reason": ""', '"reason": "ask Ann"'), encoding="utf-8")
    before = json.loads(known.read_text(encoding="utf-8"))
    assert before["findings"][0]["reason"] == "ask Ann"
    for broken in (CLASH + "  - id: [\n", "document: gone.md\n" + CLASH):
        path.write_text(broken, encoding="utf-8")
        assert claimcheck("verify", "--write-baseline", "known.json", cwd=tmp_path).code == 2
        assert json.loads(known.read_text(encoding="utf-8")) == before


@pytest.mark.skipif(sys.platform == "win32", reason="modes and pipes of Unix")
def test_a_pipe_is_written_to_and_a_file_that_is_locked_is_not(folder):
    words = [sys.executable, "-m", "claimcheck", "verify", "claims.yaml", "-f", "json", "-o"]
    ran = subprocess.run([*words, "/dev/stdout"], cwd=folder, capture_output=True, check=False)
    assert (ran.returncode, json.loads(ran.stdout)["summary"]["claims"]) == (0, 1)
    (folder / "out.json").write_text("old\n", encoding="utf-8")
    os.link(folder / "out.json", folder / "other.json")
    assert subprocess.run([*words, "out.json"], cwd=folder, check=False).returncode == 0
    assert (folder / "other.json").read_bytes() == (folder / "out.json").read_bytes() == ran.stdout
    (folder / "out.json").chmod(0o444)
    ran = subprocess.run([*words, "out.json"], cwd=folder, capture_output=True, check=False)
    if os.geteuid():  # root writes where it likes
        assert (ran.returncode, ran.stderr) == (2, b"claimcheck: out.json: Permission denied\n")


def test_a_file_is_written_whole_or_not_at_all(claimcheck, folder, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    (folder / "out.txt").write_text("old\n", encoding="utf-8")
    monkeypatch.setattr(os, "replace", full)
    ran = claimcheck("verify", "latin.yaml", "-o", "out.txt", cwd=folder)
    assert ran.code == 2
    ran = claimcheck("verify", "claims.yaml", "-o", "out.txt", cwd=folder)
    assert (ran.code, ran.err) == (2, "claimcheck: out.txt: No space left on device\n")
    assert (folder / "out.txt").read_text(encoding="utf-8") == "old\n"
    assert sorted(path.name for path in folder.iterdir() if "out.txt" in path.name) == ["out.txt"]


@pytest.mark.parametrize("format_", ["json", "junit", "sarif", "html", "rdjson", "gitlab", "github", "jsonl"])
def test_what_programs_read_is_utf_8_whatever_the_terminal_says(folder, format_):
    (folder / "claims.yaml").write_text(CLASH.replace("id: a", "id: café"), encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "claimcheck", "verify", "claims.yaml", "-f", format_],
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr.decode().count("internal error")) == (1, 0)
    assert "café" in ran.stdout.decode("utf-8")


def test_a_draft_that_goes_into_a_pipe_is_a_sheet_whatever_the_terminal_says(claimcheck, folder):
    (folder / "euro.md").write_text("Sales rose from €4.0 million to €5.0 million, or 25%.\n", encoding="utf-8")
    with open(folder / "euro.claims.yaml", "wb") as file:
        subprocess.run(
            [sys.executable, "-m", "claimcheck", "extract", "euro.md"],
            cwd=folder,
            env={**os.environ, "PYTHONIOENCODING": "cp1252"},
            stdout=file,
            check=True,
        )
    ran = claimcheck("verify", "euro.claims.yaml", cwd=folder)
    assert (ran.code, "3 claims hold" in ran.out) == (0, True)


def test_what_programs_write_is_utf_8_whatever_the_terminal_says(folder):
    ran = subprocess.run(
        [sys.executable, "-m", "claimcheck", "quantities", "--jsonl-in"],
        input='{"text": "€5.0 million"}\n'.encode(),
        cwd=folder,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        check=True,
    )
    assert json.loads(ran.stdout)["quantities"][0]["unit"] == "EUR"


def test_no_sheet_is_an_error_unless_asked_for_if_there_is_any(claimcheck, tmp_path):
    (tmp_path / "claims.yaml").write_text(CLASH, encoding="utf-8")
    inner = tmp_path / "repository"
    (inner / ".git").mkdir(parents=True)
    assert claimcheck("verify", cwd=inner).code == 2
    assert claimcheck("verify", "--if-any", cwd=inner)[:2] == (0, "")
    assert claimcheck("verify", "--if-any", "-q", cwd=inner)[:2] == (0, "")
    assert claimcheck("verify", "--if-any", cwd=tmp_path).code == 1


def test_a_sheet_that_is_named_twice_is_one(claimcheck, tmp_path, sheet):
    sheet(CLASH)
    once, twice = (
        claimcheck("verify", *names, cwd=tmp_path).out for names in (["claims.yaml"], ["claims.yaml", "./claims.yaml"])
    )
    assert once == twice


DRIFTED = """\
document: text.md
claims:
  - id: r
    quote: >-  # checked by Ann
      Sales of the company
      rose by 12%
    line: 7
    growth: {of: sales, in: 2015}  # and this one
"""


def test_an_update_keeps_comments_and_brings_lines_up_to_date(claimcheck, tmp_path, sheet):
    path = sheet(DRIFTED, "Sales of our company rose by 12% in 2015.\n")
    (tmp_path / "b.claims.yaml").symlink_to(path)
    ran = claimcheck("drift", "--update", cwd=tmp_path)
    assert (ran.code, ran.out.count("1 rewritten")) == (0, 1)
    assert path.read_text(encoding="utf-8") == DRIFTED.replace(
        ">-  # checked by Ann\n      Sales of the company\n      rose by 12%",
        '"Sales of our company rose by 12%"  # checked by Ann',
    ).replace("line: 7", "line: 1")
    assert claimcheck("drift", cwd=tmp_path).code == 0


def test_a_line_is_not_moved_to_one_of_several_equal_phrases(claimcheck, tmp_path, sheet):
    text = "document: text.md\nclaims:\n  - id: r\n    quote: 12% rose\n    line: 2\n    value: {of: s}\n"
    path = sheet(text, "Head.\n\nIn spring 12% rose.\nIn autumn 12% rose.\n")
    ran = claimcheck("drift", "--update", cwd=tmp_path)
    assert (ran.code, "stands in the document 2 times" in ran.out) == (1, True)
    assert path.read_text(encoding="utf-8") == text


def test_what_is_acknowledged_is_counted_and_passes_nothing(claimcheck, sheet):
    known = CLASH.replace("is: 5}\n", "is: 5}\n    ignore: {code: CC201, because: printed so}\n")
    path = sheet(known)
    assert claimcheck("verify", path).out.endswith("2 contradicted; 1 contradiction acknowledged or ignored\n")
    ran = claimcheck("verify", path, "-f", "junit")
    assert (ran.code, ran.out.count("acknowledged or ignored")) == (0, 2)


def test_names_of_files_are_shown_and_never_obeyed(claimcheck, tmp_path):
    for name in ("a\n::error::x.claims.yaml", "\x1b[31mred.claims.yaml"):
        (tmp_path / name).write_text(CLASH, encoding="utf-8")
    for words in (("infer",), ("verify",), ("verify", "no\n::error::x.yaml"), ("quantities", "no\n::error::x.md")):
        ran = claimcheck(*words, cwd=tmp_path)
        assert "\x1b" not in ran.out + ran.err
        assert not any(line.startswith("::") for line in (ran.out + ran.err).splitlines())


@pytest.mark.parametrize("format_", ["junit", "markdown", "github", "sarif"])
def test_paths_for_other_tools_are_those_of_the_repository_wherever_one_stands(claimcheck, tmp_path, format_):
    (tmp_path / "repository" / ".git").mkdir(parents=True)
    (tmp_path / "repository" / "docs").mkdir()
    (tmp_path / "repository" / "docs" / "claims.yaml").write_text(CLASH, encoding="utf-8")
    outs = [
        claimcheck("verify", path, "-f", format_, cwd=folder).out
        for folder, path in (
            (tmp_path, "repository/docs/claims.yaml"),
            (tmp_path / "repository", "docs/claims.yaml"),
            (tmp_path / "repository" / "docs", "claims.yaml"),
        )
    ]
    assert len(set(outs)) == 1
    assert "docs/claims.yaml" in outs[0]
    assert "repository/docs" not in outs[0]


def test_a_document_under_two_spellings_is_one(claimcheck, sheet):
    text = "document: [text.md, ./text.md]\nclaims:\n  - {id: a, quote: 5 kg, value: {of: x}}\n"
    assert claimcheck("verify", sheet(text, "It is 5 kg.\n")).code == 0


def test_a_narrow_terminal_wraps_the_last_column(claimcheck, root):
    out = claimcheck("infer", root / "examples/trade-statistics/claims.yaml", "--width", 80).out
    assert max(map(len, out.splitlines())) <= 80


def test_impact_and_infer_read_parentheses_as_verify_does(claimcheck, sheet):
    text = "Sales were $4.0 million, which is a rise of 25% from what they were a year ago ($3.2 million).\n"
    claims = (
        "document: text.md\nclaims:\n  - {id: a, quote: $4.0 million, value: {of: sales, in: 2015}}\n"
        "  - {id: b, quote: ($3.2 million), value: {of: sales, in: 2014}}\n"
        "  - {id: g, quote: rise of 25%, growth: {of: sales, in: 2015}}\n"
    )
    path = sheet(claims, text)
    assert claimcheck("verify", path).code == 0
    ran = claimcheck("impact", "g", path, "--is", "rise of 26%")
    assert (ran.code, "contradiction" in ran.out) == (0, False)
    assert "-" not in claimcheck("infer", path, "-Q", "sales[2014]").out.splitlines()[-1]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The index stood at 118.4, which is 2.2% weaker\nthan in December (121.1).\n", 0),  # a sentence goes on
        ("The index is 118.4, 2.2% weaker.\n\nin December (121.1)\n", 1),
        ("The index is 118.4, 2.2% weaker, in points\nDecember (121.1)\n", 1),  # a line of its own
    ],
)
def test_parentheses_are_those_of_a_sentence_that_goes_on_over_lines(claimcheck, sheet, text, code):
    claims = (
        "document: text.md\nclaims:\n  - {id: a, quote: '118.4', value: {of: index, in: 2025-02}}\n"
        "  - {id: b, quote: (121.1), value: {of: index, in: 2024-12}}\n"
        "  - {id: g, quote: 2.2% weaker, growth: {of: index, from: 2024-12, to: 2025-02}}\n"
    )
    assert claimcheck("verify", sheet(claims, text)).code == code


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("It is so. Rent (€212,000), travel (€48,500) and food (€95,500) make €356,000 in all.\n", "€356,000"),
        ("Profit 1,400 (€212,000)\n\nTax (€48,500)\n\nRest (€95,500)\n\nTotal €356,000\n", "€-356,000"),
    ],
)
def test_parentheses_behind_what_a_sentence_lists_are_no_minus(claimcheck, sheet, text, total):
    claims = (
        "document: text.md\nclaims:\n"
        "  - {id: a, quote: '(€212,000)', value: {of: a}}\n  - {id: b, quote: '(€48,500)', value: {of: b}}\n"
        f"  - {{id: c, quote: '(€95,500)', value: {{of: c}}}}\n  - {{id: t, value: {{of: t, is: '{total}'}}}}\n"
        "  - {id: s, sum: {parts: [a, b, c], total: t}}\n"
    )
    ran = claimcheck("verify", sheet(claims, text))
    assert ran.code == 0, ran.out


def test_impact_and_infer_read_a_document_outside_where_they_may(claimcheck, tmp_path):
    (tmp_path / "text.md").write_text("Sales were $4.0 million, more than they were a year ago ($3.2 million).\n")
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "claims.yaml").write_text(
        "document: ../text.md\nclaims:\n  - {id: a, quote: $4.0 million, value: {of: sales, in: 2015}}\n"
        "  - {id: b, quote: ($3.2 million), value: {of: sales, in: 2014}}\n"
        "  - {id: g, growth: {of: sales, in: 2015, is: up 25%}}\n"
    )
    ran = claimcheck("impact", "g", "--is", "up 26%", "--allow-outside", cwd=tmp_path / "inner")
    assert (ran.code, "contradicted" in ran.out) == (0, False)
    shown = claimcheck("infer", "-Q", "sales[2014]", "--allow-outside", cwd=tmp_path / "inner").out.splitlines()[-1]
    assert "3.150 to 3.250 million" in shown


def other_drive(*_: object) -> str:
    raise ValueError("path is on mount 'D:', start on mount 'C:'")


def test_a_sheet_on_another_drive_names_its_document_in_full(claimcheck, tmp_path, monkeypatch):
    document, written = tmp_path / "a.md", tmp_path / "b.yaml"
    document.write_text("Sales rose 5% in 2015.\n")
    monkeypatch.setattr("os.path.relpath", other_drive)
    monkeypatch.setattr("os.path.commonpath", other_drive)
    for command in ("extract", "init"):
        ran = claimcheck(command, document, "-o", written, "--force")
        assert (ran.code, ran.err) == (0, "")
        assert "--allow-outside" in ran.out
        assert f'document: "{document}"\n' in written.read_text()


@pytest.mark.parametrize(
    "words", [("verify", "-f", "json"), ("extract", "text.md"), ("extract", "text.md", "--check"), ("init", "text.md")]
)
def test_a_dash_for_the_output_prints_it(claimcheck, folder, words):
    there = sorted(path.name for path in folder.iterdir())
    ran = claimcheck(*words, "-o", "-", cwd=folder)
    assert (ran.code, ran.err, bool(ran.out), "wrote" in ran.out) == (0, "", True, False)
    assert sorted(path.name for path in folder.iterdir()) == there
