"""Documents: offsets of the visible text and their places in the source."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.model import Document
from claimcheck.documents.pieces import assemble, text_offset
from claimcheck.findings import Span


def test_lines_and_columns_count_from_1_and_columns_count_characters() -> None:
    document = Document("a.txt", "一二\nthree four\n")
    assert document.place(0) == (1, 1)
    assert document.place(1) == (1, 2)
    assert document.place(3) == (2, 1)
    assert document.span(9, 13) == Span("a.txt", 2, 7, 2, 11)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_ends_a_line(end: str) -> None:
    document = Document("a.txt", f"one{end}two{end}{end}four")
    assert [document.line_text(line) for line in (1, 2, 3, 4, 5)] == ["one", "two", "", "four", ""]
    assert document.place(document.text.index("four")) == (4, 1)


def test_an_empty_document_has_one_empty_line() -> None:
    document = Document("a.txt", "")
    assert document.place(0) == (1, 1)
    assert document.line_text(1) == ""
    assert document.label(0) == ""


def test_a_span_may_run_over_lines() -> None:
    assert Document("a.txt", "one two\nthree").span(4, 13) == Span("a.txt", 1, 5, 2, 6)


def test_labels_name_the_place_until_the_next_one() -> None:
    document = Document("a.pdf", "first\nsecond\n", labels=((0, 6), ("page 1", "page 2")))
    assert [document.label(offset) for offset in (0, 5, 6, 12)] == ["page 1", "page 1", "page 2", "page 2"]


def test_a_document_survives_pickling() -> None:
    text, breaks = assemble("a *b* c", [(2, 3, ""), (4, 5, "")])
    document = Document("a.md", text, source="a *b* c", breaks=breaks, code=[(0, 1)])
    copy = pickle.loads(pickle.dumps(document))  # noqa: S301 - our own bytes
    assert (copy.path, copy.text, copy.place(2), copy.code) == ("a.md", "a b c", (1, 4), [(0, 1)])


EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 6), st.sampled_from(["", "", "?", "--"])), max_size=8)


@given(st.text(alphabet="ab\n", min_size=1, max_size=40), EDITS)
def test_what_is_kept_of_a_source_maps_back_to_the_same_character(
    source: str, edits: list[tuple[int, int, str]]
) -> None:
    cuts = sorted((start, min(start + size, len(source)), shown) for start, size, shown in edits if start < len(source))
    text, breaks = assemble(source, cuts)
    document = Document("a.md", text, source=source, breaks=breaks)
    places = [document.source_offset(offset) for offset in range(len(text))]
    assert places == sorted(places)
    for offset, character in enumerate(text):
        if character in "ab\n":
            assert source[places[offset]] == character
            assert text_offset(breaks, places[offset]) <= offset
        line, column = document.place(offset)
        assert (document.line_text(line) + "\n")[column - 1 : column] == source[
            places[offset] : places[offset] + 1
        ] or (places[offset] == len(source))


@given(st.lists(st.integers(0, 3), max_size=12))
def test_what_stands_in_code_is_found_among_its_spans(steps: list[int]) -> None:
    ends = [sum(steps[: at + 1]) for at in range(len(steps))]
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    document = Document("a.md", "x" * 40, code=spans)
    for offset in range(40):
        assert document.in_code(offset) == any(start <= offset < end for start, end in spans)
