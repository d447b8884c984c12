"""CSV and TSV: cells parted by tabs, rows by empty lines, quotation marks around cells hidden (RFC 4180)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.documents.model import Document
from claimcheck.documents.pieces import assemble
from claimcheck.documents.readers.plain import decode

if TYPE_CHECKING:
    from claimcheck.documents.pieces import Edit
    from claimcheck.documents.readers import Progress

_SEPARATORS = ",;\t|"
_SAMPLE = 4000  # characters by which the separator is told


def read(path: str, data: bytes, _progress: Progress | None) -> Document:
    """Return the cells of a table of text; the sign that parts them is the one that parts most lines alike."""
    source = decode(path, data)
    text, breaks = assemble(source, _edits(source, _separator(path, source)))
    return Document(path, text, source=source, breaks=breaks)


def _separator(path: str, source: str) -> str:
    if path.lower().endswith(".tsv"):
        return "\t"
    bare = re.sub(r'"[^"]*"', "", source[:_SAMPLE]).split("\n")
    lines = [line for line in (bare[:-1] if len(source) > _SAMPLE else bare) if line.strip()]
    counts = {sign: [line.count(sign) for line in lines] for sign in _SEPARATORS}

    def alike(sign: str) -> tuple[bool, int]:
        numbers = counts[sign]
        return len(set(numbers)) == 1, min(numbers, default=0)

    return max(_SEPARATORS, key=lambda sign: (min(counts[sign], default=0) > 0, *alike(sign)))


def _edits(source: str, separator: str) -> list[Edit]:
    edits: list[Edit] = []
    mark = re.compile(rf'{re.escape(separator)}|\r?\n|"')
    at, begins = 0, True  # whether a cell begins at `at`
    while found := mark.search(source, at):
        start, end = found.span()
        if found[0] == '"' and not (begins and start == at):
            at, begins = end, False  # a mark within a cell that does not begin with one
        elif found[0] == '"':
            at, begins = _quoted(source, start, edits), False
        else:
            edits.append((start, end, "\t" if found[0] == separator else "\n\n"))
            at, begins = end, True
    return edits


def _quoted(source: str, start: int, edits: list[Edit]) -> int:
    """Hide the marks around a quoted cell, and of doubled ones in it the second; return where it ends."""
    edits.append((start, start + 1, ""))
    at = start + 1
    while (end := source.find('"', at)) >= 0:
        edits.append((end, end + 1, '"' if source.startswith('""', end) else ""))
        if not source.startswith('""', end):
            return end + 1
        edits.append((end + 1, end + 2, ""))
        at = end + 2
    return len(source)
