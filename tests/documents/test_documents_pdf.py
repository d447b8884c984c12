"""PDF: the text of pages, labelled by page; needs the extra `pdf`."""

from __future__ import annotations

import pytest

from claimcheck.documents.anchor import anchor
from claimcheck.documents.model import DocumentError
from claimcheck.documents.readers import document_from_bytes
from support_pdf import pdf_of

pytest.importorskip("pypdfium2", reason="the extra `pdf` is not installed")


def test_a_quote_is_found_on_its_page() -> None:
    document = document_from_bytes("a.pdf", pdf_of([["Trade in 2015"], ["It fell by 7%", "and imports by 13.2%"]]))
    [one] = anchor(document, "fell by 7% and imports")
    assert one.how == "normalised"
    assert document.label(one.start) == "page 2"
    assert document.line_text(document.place(one.start)[0]) == "It fell by 7%"


def test_a_row_of_numbers_is_parted_where_it_can_be_no_single_number() -> None:
    document = document_from_bytes("a.pdf", pdf_of([["Exports 14,100 138 7.2% (5)", "A total of 1 200 000 firms"]]))
    assert "Exports 14,100\t138\t7.2%\t(5)" in document.text
    assert anchor(document, "138")
    assert anchor(document, "1 200 000 firms")
    assert not anchor(document, "200 000 firms", fuzzy=False)


def test_numbers_of_a_sentence_are_no_row() -> None:
    document = document_from_bytes("a.pdf", pdf_of([["We had 204 staff in 2024, 8.0% more than in 2023. 5 left."]]))
    assert "\t" not in document.text


def test_progress_counts_pages() -> None:
    told: list[tuple[int, int]] = []
    document_from_bytes("a.pdf", pdf_of([["one"], ["two"]]), progress=lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]


def test_a_pdf_of_pictures_is_said_to_have_no_text() -> None:
    with pytest.raises(DocumentError, match="no text"):
        document_from_bytes("a.pdf", pdf_of([[], []]))


@pytest.mark.parametrize("cut", [0, 4, 30, 200])
def test_a_broken_pdf_is_refused_in_one_line(cut: int) -> None:
    with pytest.raises(DocumentError, match=r"no PDF file, or a broken one|no text") as error:
        document_from_bytes("a.pdf", pdf_of([["one"]])[:cut])
    assert "\n" not in str(error.value)
