"""Docs live with code: what they show is what the tool prints, and their examples are run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from claimcheck.app.manual import pages
from claimcheck.documents.readers import READERS
from claimcheck.kinds import NAMES as KINDS
from claimcheck.reports import NAMES as FORMATS

ROOT = Path(__file__).resolve().parents[2]
SHOWN = re.compile(r"<!-- output: claimcheck (.*?) -->\n```text\n(.*?)```", re.DOTALL)
BLOCK = re.compile(r"```(yaml|text)\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_what_the_tool_prints(page, claimcheck):
    for command, shown in SHOWN.findall(page.read_text(encoding="utf-8")):
        printed = claimcheck(*command.split(), cwd=ROOT).out
        lines = [line.rstrip() for line in printed.splitlines()]
        assert shown.rstrip() in "\n".join(lines), f"claimcheck {command} prints:\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page):
    targets = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in targets if not (page.parent / link).exists()] == []


def sheets():
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        document = next((body for kind, body in BLOCK.findall(text) if kind == "text"), "")
        for i, body in enumerate(b for kind, b in BLOCK.findall(text) if kind == "yaml" and b.startswith("# sheet")):
            yield pytest.param(body, document, id=f"{page.relative_to(ROOT)}-{i}")


@pytest.mark.parametrize(("body", "document"), list(sheets()))
def test_every_sheet_that_a_page_shows_is_read(body, document, claimcheck, tmp_path):
    named = re.search(r"^document: (\S+)", body, re.MULTILINE)
    if named:
        quotes = (
            ""
            if document and named[1] != "text.md"
            else "\n".join(re.findall(r"quote: (.*?)\s*(?:#.*)?$", body, re.MULTILINE))
        )
        (tmp_path / named[1]).write_text(quotes or document, encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(body, encoding="utf-8")
    ran = claimcheck("verify", "claims.yaml", "--format", "concise", cwd=tmp_path)
    assert ran.code == 0, ran.out


def test_generated_pages_are_current_and_none_is_left_over():
    made = pages()
    there = {
        str(path.relative_to(ROOT / "docs")): path.read_text(encoding="utf-8")
        for folder in ("kinds", "rules")
        for path in (ROOT / "docs" / folder).glob("*.md")
    }
    stale = {name for name in made.keys() | there.keys() if made.get(name) != there.get(name)}
    assert stale == set(), "run `python -m claimcheck.app.manual docs`, and delete what it no longer writes"


LISTED = {
    "README.md": [f"`{name}`" for name in KINDS],
    "docs/sheet.md": [f"[`{name}`](kinds/{name}.md)" for name in KINDS],
    "docs/reports.md": [f"`{name}`" for name in FORMATS],
}


@pytest.mark.parametrize("page", LISTED)
def test_a_page_lists_every_kind_or_format(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [name for name in LISTED[page] if name not in text] == [], f"{page} has a list that these are missing from"


def test_the_manual_lists_every_reader():
    text = (ROOT / "docs/sheet.md").read_text(encoding="utf-8")
    missing = [reader.suffixes[0] for reader in READERS if f"(`{reader.suffixes[0]}`" not in text]
    assert missing == [], "the table of documents in docs/sheet.md lacks them"
