"""Where a document has no lines for people, reports name its pages, cells and tables; programs get both."""

from __future__ import annotations

import json

import pytest

import claimcheck

SHEET = """document: book.xlsx
claims:
  - {id: before, quote: "201", value: {of: sales, in: 2014}}
  - {id: after, quote: "262", value: {of: sales, in: 2015}}
  - {id: rise, quote: "43%", growth: {of: sales, in: 2015}}
  - {id: lost, quote: "42", value: {of: staff}}
"""


@pytest.fixture
def report(tmp_path):
    """The report on a workbook that contradicts itself."""
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Q1"
    book.active.append(["Sales", 201, 262, "43%"])
    book.save(tmp_path / "book.xlsx")
    (tmp_path / "claims.yaml").write_text(SHEET, encoding="utf-8")
    return claimcheck.verify(tmp_path / "claims.yaml")


def test_the_reports_for_people_name_cells(report):
    table = claimcheck.render(report, "table")
    assert "book.xlsx: Q1!B1: before “201”\n" in table
    assert "book.xlsx:1:" not in table
    markdown = claimcheck.render(report, "markdown")
    assert "book.xlsx: Q1!B1` **before** `“201”`" in markdown
    assert "| `before` | `Q1!B1` | `201` |" in markdown
    assert "book.xlsx: Q1!C1: after “262”" in claimcheck.render(report, "github")
    assert "book.xlsx: Q1!C1: after “262”" in claimcheck.render(report, "junit")


def test_programs_get_the_line_of_the_text_and_the_name_of_the_place(report):
    (found,) = (each for each in json.loads(claimcheck.render(report, "json"))["findings"] if each["code"] == "CC201")
    assert (found["primary"]["line"], found["primary"]["label"]) == (1, "Q1!B1")


def test_annotations_begin_with_the_name_of_the_place(report):
    for name in ("concise", "github", "gitlab", "rdjson", "sarif"):
        assert "Q1!B1: these 3 claims cannot all be true" in claimcheck.render(report, name)
    for name in ("rdjson", "sarif"):
        assert "Q1!C1: after “262”" in claimcheck.render(report, name)


def test_a_place_with_lines_has_no_other_name():
    from claimcheck.findings import Span

    assert Span("brief.md", 3, 9).where == "brief.md:3:9"
    assert Span("a.pdf", 3, 9, label="page 3").where == "a.pdf: page 3"
