"""Markdown for comments, as a forge would read it."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from claimcheck.reports.markdown_text import code, escaped
from support_reports import HOSTILE_BRIEF, HOSTILE_SHEET, rendered, report_of


def parsed(text):
    return MarkdownIt("commonmark", {"linkify": False}).enable("table").parse(text)


def test_a_comment_says_what_was_found_and_folds_the_claims():
    text = rendered("markdown", report_of())
    assert "❌ **CC201 contradiction**" in text
    assert "- `brief.md:4` **rise** `“up 43%”`" in text
    assert text.count("<details>") == text.count("</details>") == 1
    assert "| `rise` | 4 | `up 43%` | `+29.77% to +30.93%` | contradicted |" in text


def test_a_table_of_claims_has_five_cells_in_every_row_whatever_a_claim_says():
    rows = [
        token
        for token in parsed(rendered("markdown", report_of(HOSTILE_SHEET, HOSTILE_BRIEF)))
        if token.type == "tr_open"
    ]
    cells = [
        token
        for token in parsed(rendered("markdown", report_of(HOSTILE_SHEET, HOSTILE_BRIEF)))
        if token.type in ("td_open", "th_open")
    ]
    assert len(rows) == 5
    assert len(cells) == 25


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ `c` <i>d</i>",
        "[a](b) ![c](d)",
        "a | b",
        "&lt;",
        "~~x~~",
        "back\\slash",
        "**x**",
        "<!-- x -->",
        "a <b@c.d>",
    ],
)
def test_escaped_text_reads_as_it_was(text):
    tokens = parsed(f"x {escaped(text)} x")
    inline = tokens[1].children
    shown = "".join(token.content for token in inline if token.type != "html_inline")
    assert shown == f"x {text} x"
    assert {token.content for token in inline if token.type == "html_inline"} <= {"<!-- -->"}


@pytest.mark.parametrize("text", ["@team", "#12", "!3", "$x$", ":tada:", "http://x.y", "www.x.y", "%1"])
def test_references_of_forges_are_parted(text):
    assert text not in escaped(text)
    assert escaped(text).replace("<!-- -->", "").replace("\\", "") == text


@pytest.mark.parametrize("text", ["`", "a`b", "``x``", "`a", "x|y", "<b>", "\\"])
def test_code_spans_hold_any_text(text):
    tokens = parsed(f"x {code(text)} x")
    assert [token.content for token in tokens[1].children if token.type == "code_inline"] == [text]


def test_numbers_stay_readable():
    assert escaped("4.40 to 4.57 times, 35% of 1,000") == "4.40 to 4.57 times, 35% of 1,000"
