"""XLSX, through openpyxl: what each cell shows, labelled `Sheet1!B7`; cells are parted by tabs, rows by new lines.

An empty cell keeps the columns behind it in place; a cell alone in its row is a line of its own.
"""

from __future__ import annotations

import io
import re
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
            self.rows(sheet.title, list(filter(None, map(self.row, sheet.iter_rows()))))
            if progress:
                progress(number + 1, len(sheets))
        return Document(self.path, "".join(self.parts), labels=self.labels)

    def row(self, row: tuple[Any, ...]) -> dict[int, tuple[str, str]]:
        """Return which columns of a row show something: the name of the cell, and what it shows."""
        self.cells += len(row)
        if self.cells > MOST_CELLS:
            raise DocumentError(f"has more than {MOST_CELLS:,} cells: not read", self.path)
        filled = ((column, cell) for column, cell in enumerate(row) if cell.value is not None)
        texts = ((column, cell.coordinate, shown(cell.value, cell.number_format)) for column, cell in filled)
        return {column: (name, re.sub(r"[\t\n\r]", " ", text)) for column, name, text in texts if text.strip()}

    def rows(self, title: str, rows: list[dict[int, tuple[str, str]]]) -> None:
        """Add the rows of a sheet, all of a table as wide as the sheet."""
        columns = sorted({column for row in rows if len(row) > 1 for column in row})
        wide = len(columns) * len(rows) <= MOST_CELLS  # else what one row has at its far end does not widen the others
        for row in rows:
            across = [column for column in columns if wide or column <= max(row)] if len(row) > 1 else row
            for position, column in enumerate(across):
                name, text = row.get(column, ("", ""))
                if position:
                    self.add("\t")
                if text:
                    self.labels[0].append(self.length)
                    self.labels[1].append(f"{title}!{name}")
                    self.add(text)
            self.add("\n\n")

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
