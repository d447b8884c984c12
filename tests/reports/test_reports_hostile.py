"""A document full of hostile text is harmless in every format: shown, and never obeyed."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from markdown_it import MarkdownIt

from claimcheck.reports import NAMES
from claimcheck.reports.visible import HIDDEN
from support_reports import HOSTILE_BRIEF, HOSTILE_SHEET, PLAIN_HOSTILE, rendered, report_of

COMMANDS = ("error", "warning", "notice")


@pytest.fixture(scope="module")
def report():
    found = report_of(HOSTILE_SHEET, HOSTILE_BRIEF)
    assert found.sheet is not None
    assert len(found.conflicts) == 1
    return found


@pytest.mark.parametrize("format_", NAMES)
@pytest.mark.parametrize("verbose", [False, True])
def test_nothing_that_a_terminal_obeys_or_that_turns_text_around_is_printed(report, format_, verbose):
    assert not HIDDEN.search(rendered(format_, report, verbose=verbose))


@pytest.mark.parametrize("format_", sorted({*NAMES} - {"table", "concise", "markdown", "html"}))
def test_no_build_log_finds_a_command_in_a_report_for_programs(report, format_):
    text = rendered(format_, report, verbose=True)
    assert "##[" not in text
    assert "##vso[" not in text
    if format_ != "github":
        assert not re.search(r"^\s*::", text, re.MULTILINE)


@pytest.mark.parametrize("format_", ["json", "sarif", "gitlab", "rdjson"])
def test_json_formats_stay_json_and_keep_the_text(report, format_):
    text = json.dumps(json.loads(rendered(format_, report, verbose=True)), ensure_ascii=False)
    assert "<script>alert(1)</script>" in text


def test_jsonl_is_one_line_a_sheet(report):
    assert len(rendered("jsonl", report, report).splitlines()) == 2


def test_github_gets_the_commands_that_were_meant_and_no_others(report):
    lines = rendered("github", report, verbose=True).splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == len(report.findings)
    assert all(line.startswith(tuple(f"::{name} file=" for name in COMMANDS)) for line in commands)
    data = [line.split("::", 2)[2] for line in commands]
    assert any("%250A::error::pwned" in each for each in data)


@pytest.mark.parametrize("command", [("verify",), ("explain", "a")])
def test_the_log_of_github_actions_obeys_no_line_of_a_table(claimcheck, sheet, monkeypatch, command):
    path = sheet(
        "document: text.md\nclaims:\n  - id: a\n    quote: of all the many places that have ::error::pwned 5 firms\n"
        "    value: {of: x, in: 2014}\n  - id: b\n    quote: 7 firms\n    value: {of: x, in: 2014}\n",
        "There were of all the many places that have ::error::pwned 5 firms and 7 firms.\n",
    )
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    out = next(
        out
        for width in range(40, 90)
        if re.search(r"(?m)^\s*::error", out := claimcheck(*command, path, "--width", width).out)
    )
    first, *_, last = out.splitlines()
    word = first.removeprefix("::stop-commands::")
    assert len(word) == 32
    assert last == f"::{word}::"


@pytest.mark.parametrize("command", ["drift", "coverage"])
def test_no_command_prints_json_that_a_terminal_or_a_build_log_obeys(claimcheck, sheet, command):
    path = sheet(
        "document: text.md\nclaims:\n  - id: a\n    quote: 'there were 5 firms ##[error] here'\n"
        "    value: {of: x, in: 2014}\nexempt:\n  - quote: 7 of them\n    because: 'a \u202e ##[error] reason'\n",
        "So there were 5 good firms \u202e ##[error] here, 7 of them.\n",
    )
    out = claimcheck(command, path, "--format", "json").out
    assert "[error]" in json.dumps(json.loads(out))
    assert "##[" not in out
    assert not HIDDEN.search(out)


def test_a_harmless_table_gets_no_commands_in_the_log(claimcheck, root, monkeypatch):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert "stop-commands" not in claimcheck("verify", root / "claims.yaml").out


def test_junit_stays_xml(report):
    text = rendered("junit", report, verbose=True)
    assert "]]>" not in text
    root = ET.fromstring(text)  # noqa: S314  our own text
    assert PLAIN_HOSTILE[:40] in "".join(root.itertext())


def test_markdown_holds_no_link_no_image_and_no_markup_but_its_own(report):
    tokens = MarkdownIt("commonmark").enable("table").parse(rendered("markdown", report, verbose=True))
    kinds, markup = set(), set()
    for token in tokens:
        for each in (token, *(token.children or ())):
            kinds.add(each.type)
            if each.type.startswith("html"):
                markup.update(re.findall(r"<[^>]*>", each.content))
    assert not kinds & {"link_open", "image"}
    assert markup <= {"<details>", "</details>", "<summary>", "</summary>", "<!-- -->"}


class Elements(HTMLParser):
    """Collects the elements, attributes and text of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes, self.text = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update((tag, name, value) for name, value in attrs)

    def handle_data(self, data):
        self.text.append(data)


OWN = {
    *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "section", "footer"),
    *("h1", "h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "div"),
    *("a", "span", "small", "b", "i", "em", "code", "svg", "g", "path", "text", "use", "defs", "table", "tr", "td"),
}


def test_the_page_holds_its_own_elements_and_no_script(report):
    page = Elements()
    page.feed(rendered("html", report, verbose=True))
    assert page.tags <= OWN
    names = {name for _, name, _ in page.attributes}
    assert not {name for name in names if name.startswith("on")} | names & {"style", "src", "srcset", "action"}
    assert all(value.startswith("#") for _, name, value in page.attributes if name == "href")
    assert "<script>alert(1)</script>" in "".join(page.text)


@pytest.mark.parametrize("format_", ["table", "concise"])
def test_markup_and_emoji_codes_are_printed_as_they_are(report, format_):
    text = "".join(rendered(format_, report, verbose=True).split())
    assert "[red]loud[/red]" in text or format_ == "concise"
    assert ":smile:" in text or format_ == "concise"
