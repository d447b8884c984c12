"""Which sheets speak about a document, and what they say: the reports that coverage and drift work on."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from claimcheck.app.verify import Options, one_of_bytes, read_one, verify
from claimcheck.findings import Span
from claimcheck.verdicts import Report

if TYPE_CHECKING:
    from claimcheck.documents.model import Document
    from claimcheck.findings import Finding

SHEETS = (".yaml", ".yml")


def parted(paths: list[str]) -> tuple[list[str], list[str]]:
    """Return the sheets and the documents among `paths`: sheets are YAML, or in folders."""
    sheets = [path for path in paths if path.lower().endswith(SHEETS) or os.path.isdir(path)]
    return sheets, [path for path in paths if path not in sheets]


def reports_about(document: str, options: Options) -> list[Report]:
    """Return the reports of the sheets that name `document`, cut down to it; without one, a report without a sheet.

    Sheets are looked for at or below the current folder and the document's own, else upwards of the latter.
    """
    from claimcheck.app.paths import document_path, find_sheets
    from claimcheck.sheet.load import load_sheet

    wanted = os.path.realpath(document)
    folders = dict.fromkeys((".", os.path.dirname(document) or "."))
    found: dict[str, str] = {}
    for folder in folders:
        for path in find_sheets(folder):
            found.setdefault(os.path.realpath(path), path)
    reports = []
    for path in found.values():
        sheet, _ = load_sheet(path, _bytes(path))
        if sheet is None:
            continue
        named = (os.path.realpath(document_path(path, name)) for name, _ in sheet.documents)
        if wanted in named:
            report = verify(path, options)
            kept = tuple(each for each in report.documents if os.path.realpath(each.path) == wanted)
            reports.append(report._replace(documents=kept))
    return reports or [without_sheet(document)]


def without_sheet(document: str) -> Report:
    """Return a report that holds a document and nothing on it, or the finding that it cannot be read."""
    return _holding(document, *read_one(document, Span(document)))


def of_bytes(name: str, data: bytes) -> Report:
    """Return the same of a document from its bytes."""
    return _holding(name, *one_of_bytes(name, data, Span(name)))


def _holding(path: str, read: Document | None, problem: Finding | None) -> Report:
    return Report(path, None, None, (problem,) if problem else (), (read,) if read else ())


def _bytes(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""
