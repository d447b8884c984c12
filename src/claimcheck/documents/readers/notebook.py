"""Jupyter notebooks: the text of Markdown cells, code, and what the code printed; places are those in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.documents.model import Document, DocumentError
from claimcheck.documents.pieces import Breaks, Pieces, assemble, text_offset
from claimcheck.documents.readers.json_strings import Located, add_string, located_strings
from claimcheck.documents.readers.markdown import markdown_edits
from claimcheck.documents.readers.plain import decode

if TYPE_CHECKING:
    from claimcheck.documents.readers import Progress

_DEEPEST = 8  # cells, n, outputs, n, data, text/plain, n: seven levels
_SHOWN = ("text/markdown", "text/plain")  # of several forms of one output, the first of these


def read(path: str, data: bytes, _progress: Progress | None) -> Document:
    """Return the text of a notebook; its labels are `cell 3`, counted from 1."""
    source = decode(path, data)
    cells = _cells(path, source)
    strings: dict[tuple[str | int, ...], list[Located]] = {}
    for found in located_strings(source, _DEEPEST):
        way = found.way[:-1] if isinstance(found.way[-1], int) else found.way
        strings.setdefault(way, []).append(found)
    return _Notebook(path, source, strings).document(cells)


def _cells(path: str, source: str) -> list[dict[str, Any]]:
    import json

    try:
        whole = json.loads(source, parse_int=str)  # of any length: only texts are shown
    except json.JSONDecodeError as error:
        raise DocumentError(f"not a notebook: {error.msg}", path, error.lineno, error.colno) from None
    except RecursionError:
        raise DocumentError("not a notebook: nested too deeply", path) from None
    cells = whole.get("cells") if isinstance(whole, dict) else None
    if not isinstance(cells, list) or not all(isinstance(cell, dict) for cell in cells):
        raise DocumentError("not a notebook: it has no list of cells (nbformat 4)", path, 1, 1)
    return cells


class _Notebook:
    def __init__(self, path: str, source: str, strings: dict[tuple[str | int, ...], list[Located]]) -> None:
        self.path, self.source, self.strings = path, source, strings
        self.pieces = Pieces()
        self.labels: tuple[list[int], list[str]] = ([], [])
        self.code: list[tuple[int, int]] = []

    def document(self, cells: list[dict[str, Any]]) -> Document:
        for index, cell in enumerate(cells):
            self.labels[0].append(self.pieces.length)
            self.labels[1].append(f"cell {index + 1}")
            kind = cell.get("cell_type")
            self.block(("cells", index, "source"), markdown=kind == "markdown", code=kind == "code")
            outputs = cell.get("outputs")
            for number, output in enumerate(outputs if isinstance(outputs, list) else ()):
                self.output(("cells", index, "outputs", number), output)
        pieces = self.pieces
        return Document(
            self.path, pieces.text(), source=self.source, breaks=pieces.breaks, labels=self.labels, code=self.code
        )

    def output(self, way: tuple[str | int, ...], output: object) -> None:
        if not isinstance(output, dict):
            return
        self.block((*way, "text"), markdown=False)
        data = output.get("data")
        shown = next((form for form in _SHOWN if isinstance(data, dict) and form in data), None)
        if shown:
            self.block((*way, "data", shown), markdown=shown == "text/markdown")

    def block(self, way: tuple[str | int, ...], *, markdown: bool, code: bool = False) -> None:
        """Append the string at `way`, or the list of strings, as one block."""
        inner = Pieces()
        for found in self.strings.get(way, ()):
            add_string(inner, self.source, found.start, found.end)
        if not inner.length:
            return
        text, start = inner.text(), self.pieces.length
        edits, spans = markdown_edits(text) if markdown else ([], [(0, len(text))] if code else [])
        shown_at = assemble(text, edits)[1]
        at = 0
        for low, high, shown in [*edits, (len(text), len(text), "")]:
            self._copy(text, inner.breaks, at, low)
            if shown and high > at:
                self.pieces.put(shown, _place(inner.breaks, max(low, at)))
            at = max(at, high)
        self.code += [(start + text_offset(shown_at, low), start + text_offset(shown_at, high)) for low, high in spans]
        self.pieces.put("\n\n", _place(inner.breaks, len(text)))

    def _copy(self, text: str, breaks: Breaks, start: int, end: int) -> None:
        """Append `text[start:end]` piece by piece, each with its place in the file."""
        from bisect import bisect_right

        while start < end:
            following = bisect_right(breaks[0], start)
            stop = min(end, breaks[0][following]) if following < len(breaks[0]) else end
            self.pieces.add(text[start:stop], _place(breaks, start))
            start = stop


def _place(breaks: Breaks, offset: int) -> int:
    from bisect import bisect_right

    at = bisect_right(breaks[0], offset) - 1
    return breaks[1][at] + offset - breaks[0][at]
