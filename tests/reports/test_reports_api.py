"""The Python interface: typed, documented by examples that run, and cheap to import."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import claimcheck
from claimcheck.app import api
from support_reports import BRIEF, SHEET, rendered

PACKAGE = Path(claimcheck.__file__).parent


@pytest.mark.parametrize("module", [claimcheck, api], ids=lambda module: module.__name__)
def test_the_examples_of_the_documentation_run(module, root, monkeypatch):
    monkeypatch.chdir(root)
    result = doctest.testmod(module)
    assert result.attempted >= 3
    assert result.failed == 0


def test_importing_the_package_imports_nothing_else_of_it():
    code = (
        "import sys, claimcheck; print(*(n for n in sys.modules if n.startswith(('claimcheck', 'yaml', 'fractions'))))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["claimcheck"]


def test_every_public_name_is_there_and_in_the_stub():
    stub = (PACKAGE / "__init__.pyi").read_text(encoding="utf-8")
    for name in claimcheck.__all__:
        assert getattr(claimcheck, name) is not None
        assert f" as {name}\n" in stub
    assert set(claimcheck.__all__) <= set(dir(claimcheck))
    assert (PACKAGE / "py.typed").exists()


def test_a_name_that_is_not_public_is_an_attribute_error():
    with pytest.raises(AttributeError, match="has no attribute 'verfy'"):
        claimcheck.verfy  # noqa: B018  it is the access that raises


def test_a_report_from_a_path_is_what_reporters_get(root):
    report = claimcheck.verify(root / "claims.yaml")
    assert isinstance(report, claimcheck.Report)
    assert report.findings[0].severity is claimcheck.Severity.ERROR
    assert claimcheck.render(report, "json") == rendered("json", report)


def test_a_document_is_checked_without_a_sheet(tmp_path):
    (tmp_path / "a.md").write_text("Sales rose 21% to $2.2 billion from $2.0 billion.", encoding="utf-8")
    report = claimcheck.check(tmp_path / "a.md")
    assert [(each.name, each.severity) for each in report.findings] == [("contradiction", claimcheck.Severity.ERROR)]
    assert report.exit_code(claimcheck.Severity.ERROR) == 1
    assert "would have to be" in claimcheck.render(report, "table")
    assert claimcheck.check_text("Der Umsatz stieg um 10 % von 2,0 auf 2,2 Mrd. Euro.", locale="de").findings == ()


def test_what_cannot_be_checked_is_a_finding_and_a_wrong_locale_an_error(tmp_path):
    for report in (claimcheck.check(tmp_path / "no.md"), claimcheck.check_text(b"\xff", name="a.txt")):
        assert [each.code for each in report.findings] == ["CC001"]
        assert report.exit_code(claimcheck.Severity.ERROR) == 2
    with pytest.raises(ValueError, match="locale is one of"):
        claimcheck.check_text("5%", locale="xx")


def test_a_text_that_cannot_be_read_is_told_without_looking_at_files():
    report = claimcheck.verify_text("document: a.docx\nclaims: []\n", {"a.docx": b"junk"})
    assert [(each.code, each.help) for each in report.findings if each.code == "CC001"] == [("CC001", "")]


def test_a_text_is_verified_without_a_file():
    report = claimcheck.verify_text(SHEET, {"brief.md": BRIEF})
    assert report.results["rise"].verdict is claimcheck.Verdict.CONTRADICTED
    assert [located.document.path for (located,) in report.places.values()] == ["brief.md"] * 4


def test_the_same_input_gives_the_same_report_and_leaves_nothing_behind():
    first, second = (rendered("json", claimcheck.verify_text(SHEET, {"brief.md": BRIEF})) for _ in range(2))
    assert first == second


def test_what_cannot_be_read_is_a_finding_and_raises_nothing(tmp_path):
    report = claimcheck.verify(tmp_path / "none.yaml")
    assert report.sheet is None
    assert report.findings[0].code == "CC001"


def test_select_and_ignore_take_codes_prefixes_and_names():
    documents = {"brief.md": BRIEF}
    assert claimcheck.verify_text(SHEET, documents, ignore=["CC2", "uncovered-number"]).findings == ()
    assert {f.code for f in claimcheck.verify_text(SHEET, documents, select=["CC201"]).findings} == {"CC201"}


def test_a_format_that_does_not_exist_is_a_value_error():
    with pytest.raises(ValueError, match="format is one of table"):
        claimcheck.render(claimcheck.verify_text(SHEET), "pdf")


def test_the_page_of_the_interface_marks_the_numbers_as_the_command_does():
    page = claimcheck.render(claimcheck.verify_text(SHEET, {"brief.md": BRIEF}), "html")
    assert 'class="m uncovered">7' in page


def test_one_text_in_place_of_several_and_a_code_without_a_rule_are_refused():
    for options in ({"ignore": "CC301"}, {"select": "CC301"}):
        with pytest.raises(TypeError, match="holds several"):
            claimcheck.verify_text(SHEET, **options)
    with pytest.raises(TypeError, match="holds several"):
        claimcheck.verify("claims.yaml", documents="text.md")
    with pytest.raises(ValueError, match="no rule is called 'nosuch'"):
        claimcheck.verify_text(SHEET, select=["nosuch"])


def test_a_document_that_cannot_be_read_is_a_finding_whether_or_not_it_is_a_file():
    report = claimcheck.verify_text(SHEET, {"brief.md": b"\xff"})
    assert "CC001" in {finding.code for finding in report.findings}
    assert report.sheet is not None
