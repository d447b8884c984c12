"""CSV and TSV."""

from __future__ import annotations

import pytest

from claimcheck.documents.anchor import anchor
from claimcheck.documents.readers import document_from_bytes


@pytest.mark.parametrize(
    ("name", "source", "text"),
    [
        ("a.csv", "Year,Shops,Staff\n2023,12,345\n", "Year\tShops\tStaff\n\n2023\t12\t345\n\n"),
        ("a.csv", '"Year","Sales"\r\n"2023","1,500"\r\n', "Year\tSales\n\n2023\t1,500\n\n"),
        ("a.csv", "Jahr;Wert\n2023;1,5\n", "Jahr\tWert\n\n2023\t1,5\n\n"),
        ("a.csv", '"a ""b"" c",5\n', 'a "b" c\t5\n\n'),
        ("a.csv", 'a "b, c",5\n', 'a "b\t c"\t5\n\n'),
        ("a.csv", '"two\nlines",5', "two\nlines\t5"),
        ("a.csv", '"never closed,5\n', "never closed,5\n"),
        ("a.csv", "one\n12,500\n", "one\n\n12,500\n\n"),
        ("a.csv", "", ""),
        ("a.tsv", "Year\tSales, all\n2023\t1,500\n", "Year\tSales, all\n\n2023\t1,500\n\n"),
    ],
)
def test_cells_are_parted_and_their_marks_hidden(name, source, text):
    assert document_from_bytes(name, source.encode()).text == text


def test_a_cell_and_a_row_can_be_quoted_and_have_their_places():
    document = document_from_bytes("a.csv", b'Year,Sales\n2023,"1,500"\n')
    (cell,) = anchor(document, "1,500")
    assert document.place(cell.start) == (2, 7)
    (row,) = anchor(document, "2023 1,500")
    assert document.place(row.start) == (2, 1)
