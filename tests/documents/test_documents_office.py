"""DOCX and XLSX: what they show, and hostile archives; needs the extras `docx` and `xlsx`."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from claimcheck.documents.anchor import anchor
from claimcheck.documents.model import Document, DocumentError
from claimcheck.documents.readers import archive, document_from_bytes

docx = pytest.importorskip("docx", reason="the extra `docx` is not installed")
openpyxl = pytest.importorskip("openpyxl", reason="the extra `xlsx` is not installed")
xlsx = pytest.importorskip("claimcheck.documents.readers.xlsx", reason="the extra `xlsx` is not installed")


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Exports", "14.1"), ("Imports", "-1.8%")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    last = document.add_paragraph("After 14.1")
    last.add_run("1").font.superscript = True
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sheet(cells: dict[str, tuple[object, str]]) -> bytes:
    book = openpyxl.Workbook()
    for place, (value, form) in cells.items():
        book.active[place] = value
        book.active[place].number_format = form
    hidden = book.create_sheet("Hidden")
    hidden["A1"] = "unseen"
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def changed(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.infolist():
            body = before.read(entry)
            after.writestr(entry, body.replace(old, new) if entry.filename == name else body)
    return out.getvalue()


def test_a_word_document_shows_paragraphs_and_rows() -> None:
    document = document_from_bytes("a.docx", word("Trade fell\u00a0by 7%", "", "Second"))
    assert document.text == "Trade fell\u00a0by 7%\n\n\n\nSecond\n\nExports\t14.1\n\nImports\t-1.8%\n\nAfter 14.1¹\n\n"
    assert document.label(document.text.index("Second")) == "paragraph 3"
    assert document.label(document.text.index("-1.8%")) == "table 1 row 2"
    assert document.place(document.text.index("Second")) == (5, 1)


def test_a_merged_cell_of_a_word_table_leaves_the_columns_behind_it_in_place() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Exports"
    for column, text in enumerate(("", "2022", "2023")):
        table.cell(1, column).text = text
    data = io.BytesIO()
    document.save(data)
    shown = document_from_bytes("a.docx", data.getvalue()).text
    assert shown.startswith("\tExports\t\n\n\t2022\t2023\n")


def test_a_table_within_a_cell_stands_once_below_its_row() -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((*table.row_cells(0), *table.row_cells(1)), ("Outer", "14.1", "Last", "15.2"), strict=True):
        cell.text = text
    inner = table.cell(0, 1).add_table(rows=1, cols=2)
    for cell, text in zip(inner.row_cells(0), ("Inner", "3.3"), strict=True):
        cell.text = text
    data = io.BytesIO()
    document.save(data)
    read = document_from_bytes("a.docx", data.getvalue())
    assert read.text == "Outer\t14.1 \n\nInner\t3.3\n\nLast\t15.2\n\n"
    assert read.label(read.text.index("Last")) == "table 1 row 3"


@pytest.mark.parametrize(
    "held", ["<w:p><w:r><w:t>14.1</w:t></w:r></w:p>", "<w:tc>.*?14.1.*?</w:tc>", "<w:tr>.*?</w:tr>"]
)
def test_a_content_control_in_a_table_shows_its_text(held: str) -> None:
    def controlled(found: re.Match[bytes]) -> bytes:
        return b"<w:sdt><w:sdtPr/><w:sdtContent>" + found[0] + b"</w:sdtContent></w:sdt>"

    with zipfile.ZipFile(io.BytesIO(word("First"))) as package:
        body = package.read("word/document.xml")
    once = re.sub(held.encode(), controlled, body, count=1, flags=re.DOTALL)
    assert once != body
    data = changed(word("First"), "word/document.xml", body, once)
    assert "Exports\t14.1\n\nImports\t-1.8%\n\n" in document_from_bytes("a.docx", data).text


def test_paragraphs_in_a_content_control_are_counted_with_the_others() -> None:
    control = b"<w:sdt><w:sdtContent><w:p><w:r><w:t>Held</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    data = changed(word("First", "MARK"), "word/document.xml", b"<w:p><w:r><w:t>MARK</w:t></w:r></w:p>", control)
    read = document_from_bytes("a.docx", data)
    assert read.label(read.text.index("Held")) == "paragraph 2"


def test_a_number_split_over_runs_is_one_and_deleted_text_is_none() -> None:
    runs = (
        b"<w:r><w:t>fell by 7</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>.2%</w:t></w:r>"
        b"<w:del><w:r><w:delText>9%</w:delText></w:r></w:del>"
        b"<w:ins><w:r><w:t xml:space='preserve'> more</w:t></w:r></w:ins>"
    )
    data = changed(word("MARK"), "word/document.xml", b"<w:r><w:t>MARK</w:t></w:r>", runs)
    assert document_from_bytes("a.docx", data).text.splitlines()[0] == "fell by 7.2% more"


def in_place_of_mark(runs: bytes) -> str:
    return document_from_bytes(
        "a.docx", changed(word("MARK"), "word/document.xml", b"<w:r><w:t>MARK</w:t></w:r>", runs)
    ).text


def test_hidden_text_is_none() -> None:
    hidden = b"<w:r><w:t>up 7</w:t></w:r><w:r><w:rPr><w:vanish%s/></w:rPr><w:t>.2</w:t></w:r><w:r><w:t>%%</w:t></w:r>"
    assert in_place_of_mark(hidden % b"").startswith("up 7%\n")
    assert in_place_of_mark(hidden % b" w:val='1'").startswith("up 7%\n")
    assert in_place_of_mark(hidden % b" w:val='0'").startswith("up 7.2%\n")


def test_what_is_struck_out_is_none() -> None:
    struck = b"<w:r><w:t>from </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>210</w:t></w:r><w:r><w:t>200</w:t></w:r>"
    assert in_place_of_mark(struck).startswith("from 200\n")


def test_a_text_box_stands_behind_the_paragraph_that_holds_it() -> None:
    box = b"".join(b"<w:p><w:r><w:t>%s</w:t></w:r></w:p>" % text for text in (b"41% of all", b"23 firms"))
    runs = b"<w:r><w:t>Staff grew to 1</w:t></w:r><w:r><w:pict><w:txbxContent>%s</w:txbxContent></w:pict></w:r>" % box
    text = in_place_of_mark(runs + b"<w:r><w:t>,200 people.</w:t></w:r>")
    assert text.startswith("Staff grew to 1,200 people.\n\n41% of all\n\n23 firms\n\n")


@pytest.mark.parametrize(
    ("font", "char", "shown"),
    [("Symbol", "F02D", "\u2212"), ("Symbol", "F0B3", "\u2265"), ("Wingdings", "F02D", "\ufffd")],
)
def test_an_inserted_symbol_is_shown(font: str, char: str, shown: str) -> None:
    symbol = f"<w:r><w:t>by </w:t></w:r><w:r><w:sym w:font='{font}' w:char='{char}'/></w:r><w:r><w:t>7%</w:t></w:r>"
    assert in_place_of_mark(symbol.encode()).startswith(f"by {shown}7%\n")


def test_a_sheet_shows_cells_as_they_are_on_screen() -> None:
    data = sheet({"A1": ("Share", "General"), "B1": (20.7, "0.00"), "B2": (0.207, "0.0%"), "C2": (1234567, "#,##0")})
    document: Document = document_from_bytes("a.xlsx", data)
    assert document.text == "Share\t20.70\t\n\n\t20.7%\t1,234,567\n\n"
    assert [document.label(anchor(document, quote)[0].start) for quote in ("20.70", "20.7%")] == [
        "Sheet!B1",
        "Sheet!B2",
    ]


def test_an_empty_cell_of_a_sheet_leaves_the_columns_behind_it_in_place() -> None:
    heads = {"B3": "Shop", "C3": 2023, "D3": 2024, "F3": "Note"}
    body = {"B4": "North", "D4": 12, "F4": "new", "B5": "South", "C5": 30}
    cells = {"A1": "Sales of shops", **heads, **body}
    document = document_from_bytes("a.xlsx", sheet({place: (value, "General") for place, value in cells.items()}))
    rows = ["Sales of shops", "Shop\t2023\t2024\tNote", "North\t\t12\tnew", "South\t30\t\t", ""]
    assert document.text.split("\n\n") == rows
    assert document.label(document.text.index("12")) == "Sheet!D4"


def test_one_very_wide_row_of_a_sheet_does_not_widen_all_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "MOST_CELLS", 40)
    cells = {f"{letter}1": letter for letter in "ABCDEFGHIJKLMNOP"} | {
        f"{c}{row}": 1 for c in "AB" for row in (2, 3, 4)
    }
    document = document_from_bytes("a.xlsx", sheet({place: (value, "General") for place, value in cells.items()}))
    assert document.text.splitlines()[2] == "1\t1"


@pytest.mark.parametrize(("suffix", "data"), [("docx", word("x")), ("xlsx", sheet({"A1": (1, "0")}))])
def test_broken_files_are_refused_in_one_line(suffix: str, data: bytes) -> None:
    for bad in (b"", b"PK\3\4", data[: len(data) // 2], b"x" * 1000, data.replace(b"<", b"!")[:-30], other_zip()):
        with pytest.raises(DocumentError, match=f"no {suffix.upper()} file, or a broken one") as error:
            document_from_bytes(f"a.{suffix}", bad)
        assert "\n" not in str(error.value)


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("hello.txt", "hello")
    return out.getvalue()


@pytest.mark.parametrize("suffix", ["docx", "xlsx"])
def test_a_zip_bomb_is_refused_before_it_is_unpacked(suffix: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", b"0" * (32 * 2**20))
    with pytest.raises(DocumentError, match="unpacks to 32 MB"):
        document_from_bytes(f"a.{suffix}", out.getvalue())


def test_an_archive_of_very_many_files_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_FILES", 3)
    with pytest.raises(DocumentError, match=r"holds [0-9]+ files"):
        document_from_bytes("a.docx", word("x"))


def test_a_document_of_entities_that_multiply_is_refused() -> None:
    laughs = b"<!DOCTYPE x [<!ENTITY a 'ha'>" + b"".join(
        b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
    )
    head = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
    data = changed(word("MARK"), "word/document.xml", head, head + laughs + b"]>")
    data = changed(data, "word/document.xml", b"MARK", b"&j;")
    with pytest.raises(DocumentError, match="broken"):
        document_from_bytes("a.docx", data)


def test_a_document_nested_very_deeply_is_refused() -> None:
    deep = b"<w:ins>" * 5000 + b"</w:ins>" * 5000
    data = changed(word("MARK"), "word/document.xml", b"<w:r><w:t>MARK</w:t></w:r>", deep)
    with pytest.raises(DocumentError, match="broken"):
        document_from_bytes("a.docx", data)
