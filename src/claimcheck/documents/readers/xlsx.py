"""XLSX, through openpyxl: what each cell shows, labelled `Sheet1!B7`; cells are parted by tabs, rows by new lines."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, Any

import openpyxl

from claimcheck.documents.model import Document, DocumentError
from claimcheck.documents.readers.archive import broken, check_archive
from claimcheck.documents.readers.number_format import shown

if TYPE_CHECKING:
    from claimcheck.documents.readers import Progress

MOST_CELLS = 2_000_000


def read(path: str, data: bytes, progress: Progress | None) -> Document:
    """Return what the visible sheets of a workbook show; formulas by the value that was last computed."""
    check_archive(path, data, "XLSX")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl leaves out (validation, drawings) shows no text
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return _Workbook(path).document(book, progress)
    except DocumentError:
        raise
    except Exception as error:  # noqa: BLE001 - the library raises KeyError, XML errors and more on broken files
        raise broken(path, "XLSX", error) from None


class _Workbook:
    def __init__(self, path: str) -> None:
        self.path = path
        self.parts: list[str] = []
        self.length = 0
        self.cells = 0
        self.labels: tuple[list[int], list[str]] = ([], [])

    def document(self, book: Any, progress: Progress | None) -> Document:
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for number, sheet in enumerate(sheets):
            sheet.reset_dimensions()  # a declared size may be wrong, or absurdly large
            for row in sheet.iter_rows():
                self.row(sheet.title, row)
            if progress:
                progress(number + 1, len(sheets))
        return Document(self.path, "".join(self.parts), labels=self.labels)

    def row(self, title: str, row: tuple[Any, ...]) -> None:
        self.cells += len(row)
        if self.cells > MOST_CELLS:
            raise DocumentError(f"has more than {MOST_CELLS:,} cells: not read", self.path)
        empty = True
        for cell in row:
            if cell.value is None:
                continue
            text = shown(cell.value, cell.number_format)
            if not text:
                continue
            if not empty:
                self.add("\t")
            empty = False
            self.labels[0].append(self.length)
            self.labels[1].append(f"{title}!{cell.coordinate}")
            self.add(" ".join(text.split("\n")))
        if not empty:
            self.add("\n\n")

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
