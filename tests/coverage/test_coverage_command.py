"""The command `coverage`, as people call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli.program import program

ROOT = Path(__file__).parents[2]
TEXT = "Sales rose 9% in 2015.\n\nWe have 62 shops.\n"
SHEET = "document: a.md\nclaims:\n  - id: growth\n    quote: rose 9%\n    growth: {of: sales, in: 2015}\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "claims.yaml").write_text(SHEET)
    return tmp_path


def run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(program, ["coverage", *words])
    assert result.exit_code == code, result.output
    return result.stdout


@pytest.mark.usefixtures("folder")
def test_the_table_goes_by_line_and_ends_with_the_share() -> None:
    assert run() == (
        "1:12  9%        bound      growth\n"
        " 3:9  62 shops  uncovered\n"
        "\n"
        "a.md: 1 of 2 numbers covered (50%): 1 bound, 1 uncovered; not counted: 1 year\n"
    )


@pytest.mark.usefixtures("folder")
def test_a_document_is_looked_up_in_the_sheets_that_name_it() -> None:
    assert run("a.md") == run("claims.yaml") == run("claims.yaml", "a.md") == run()


def test_a_document_in_another_folder_is_looked_up_upwards_of_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b/c", ".git"):
        (folder / name).mkdir(parents=True)
    (folder / "b" / "c" / "doc.md").write_text(TEXT)
    (folder / "b" / "claims.yaml").write_text(SHEET.replace("a.md", "c/doc.md"))
    monkeypatch.chdir(folder / "a")
    assert "1:12  9%        bound      growth\n" in run("../b/c/doc.md")


@pytest.mark.usefixtures("folder")
def test_all_lists_years_as_well() -> None:
    assert "1:18  2015      year" in run("--all")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(("least", "code"), [("50", 0), ("50.1", 1), ("100", 1), ("0", 0)])
def test_fail_under_exits_1_below_that_share(least: str, code: int) -> None:
    run("--fail-under", least, code=code)


@pytest.mark.usefixtures("folder")
def test_the_data_name_each_number() -> None:
    data = json.loads(run("--format", "json"))
    assert data["percent"] == 50
    (document,) = data["documents"]
    assert [(n["line"], n["text"], n["status"], n["claims"]) for n in document["numbers"]] == [
        (1, "9%", "bound", ["growth"]),
        (1, "2015", "year", []),
        (3, "62 shops", "uncovered", []),
    ]


def test_a_document_that_no_sheet_names_is_uncovered_and_that_is_said(folder: Path) -> None:
    (folder / "b.md").write_text("We sold 12 cars.\n")
    result = CliRunner().invoke(program, ["coverage", "b.md"])
    assert "b.md: 0 of 1 number covered (0%)" in result.stdout
    assert "no sheet names b.md" in result.stderr


def test_a_sheet_in_another_folder_is_found_beside_its_document(folder: Path) -> None:
    inner = folder / "inner"
    inner.mkdir()
    (inner / "c.md").write_text("We sold 12 cars.\n")
    (inner / "c.claims.yaml").write_text(
        "document: c.md\nclaims:\n  - id: c\n    quote: 12 cars\n    value: {of: cars}\n"
    )
    assert "1 of 1 number covered (100%)" in run("inner/c.md")


@pytest.mark.usefixtures("folder")
def test_a_missing_document_is_exit_2() -> None:
    run("missing.md", code=2)


def test_a_broken_sheet_is_exit_2_with_its_place(folder: Path) -> None:
    (folder / "claims.yaml").write_text("claims:\n  - id: x\n    growht: {}\n")
    result = CliRunner().invoke(program, ["coverage"])
    assert result.exit_code == 2
    assert "claims.yaml:3:5" in result.stderr


@pytest.mark.usefixtures("folder")
def test_strength_lists_the_numbers_and_a_score() -> None:
    shown = run("--strength")
    assert "1:12  9%" in shown
    assert "strength: " in shown
    run("--strength", "--fail-under", "99", code=1)
    assert json.loads(run("--strength", "--format", "json"))["numbers"][0]["claims"] == ["growth"]


def test_text_of_a_document_cannot_command_the_terminal(folder: Path) -> None:
    (folder / "a.md").write_text("Sales rose 9% to 7 \x1b[31mred\x1b[0m [bold]cars[/bold]\n")
    shown = run()
    assert "\x1b" not in shown


@pytest.mark.parametrize("command", ["coverage", "drift"])
def test_one_sheet_that_cannot_be_read_leaves_what_the_others_say(folder: Path, command: str) -> None:
    (folder / "broken.claims.yaml").write_text("claims:\n  - id: a\n    valeu: {of: x}\n")
    (folder / "a.md").write_text(TEXT.replace("rose 9%", "rose 8%"))
    result = CliRunner().invoke(program, [command, "claims.yaml", "broken.claims.yaml"])
    assert result.exit_code == 2
    assert "broken.claims.yaml:3:5: CC0" in result.stderr
    assert "8%" in result.stdout
    alone = CliRunner().invoke(program, [command, "broken.claims.yaml"])
    assert (alone.exit_code, alone.stdout) == (2, "")
