"""PDF, through pypdfium2: the text of each page, labelled `page 3`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pypdfium2 as pdfium

from claimcheck.documents.model import Document, DocumentError
from claimcheck.documents.readers.archive import broken

if TYPE_CHECKING:
    from claimcheck.documents.readers import Progress

MOST_PAGES = 20_000
# PDFium writes a hyphen at the end of a line as U+FFFE or U+0002; here it is a soft one, which quotes pass over.
_SIGNS = str.maketrans({"\ufffe": "\xad", "\x02": "\xad", "\r": None, "\0": None})

_NUMBER = r"[-−(]?\d(?:[\d.,]*\d)?[%)]*"  # "2024," is one of a sentence
_NUMBERS = re.compile(rf"(?<!\S){_NUMBER}(?: {_NUMBER})+(?!\S)")
_GROUPED = re.compile(r"[-−(]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?[%)]*")


def read(path: str, data: bytes, progress: Progress | None) -> Document:
    """Return the text of a PDF. Lines and columns are those of the text, for a PDF has none."""
    try:
        pdf = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise DocumentError("is an encrypted PDF: a password is needed", path) from None
        raise broken(path, "PDF", error) from None
    try:
        return _document(path, pdf, progress)
    except pdfium.PdfiumError as error:
        raise broken(path, "PDF", error) from None
    finally:
        pdf.close()


def _document(path: str, pdf: pdfium.PdfDocument, progress: Progress | None) -> Document:
    count = len(pdf)
    if count > MOST_PAGES:
        raise DocumentError(f"has {count:,} pages; a PDF with more than {MOST_PAGES:,} is not read", path)
    parts: list[str] = []
    offsets: list[int] = []
    length = 0
    for index in range(count):
        page = pdf[index]
        shown = page.get_textpage()
        text = _columns(shown.get_text_range().translate(_SIGNS)) + "\n"
        shown.close()
        page.close()
        offsets.append(length)
        parts.append(text)
        length += len(text)
        if progress:
            progress(index + 1, count)
    text = "".join(parts)
    if count and not text.strip():
        raise DocumentError("has pages but no text: scanned pictures? run it through text recognition first", path)
    return Document(path, text, labels=(offsets, [f"page {index + 1}" for index in range(count)]))


def _columns(text: str) -> str:
    """Return `text` with tabs between numbers that can be no single one: a row of a table has lost its lines."""
    return _NUMBERS.sub(lambda run: run[0] if _GROUPED.fullmatch(run[0]) else run[0].replace(" ", "\t"), text)
