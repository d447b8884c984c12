"""DOCX, through python-docx: empty lines part paragraphs and rows, tabs cells; footnotes stand at the end.

The library opens the package; the text is walked here, because insertions under review are text and deletions are none.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import docx

from claimcheck.documents.model import Document
from claimcheck.documents.readers.archive import broken, check_archive
from claimcheck.documents.readers.marks import small_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.readers import Progress

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MOST_ACROSS = 60
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\xad"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # shown once already
_UNSEEN = frozenset((_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"))
_BOX = f"{_W}txbxContent"
# What the font Symbol shows, by its codes: the signs that a number may have beside it.
_SYMBOLS = {
    "2B": "+", "2D": "\u2212", "3C": "<", "3E": ">", "A3": "\u2264", "B0": "\xb0", "B1": "\xb1", "B3": "\u2265",
    "B4": "\xd7", "BB": "\u2248",
}  # fmt: skip
_UNKNOWN = "\ufffd"
_WRAPPERS = ("sdt", "sdtContent", "customXml")
_NOTES = ("footnotes", "endnotes")
_SEPARATORS = ("separator", "continuationSeparator")


def read(path: str, data: bytes, _progress: Progress | None) -> Document:
    """Return the text of a Word document; its labels are `paragraph 3`, `table 2 row 5` and `footnotes`."""
    check_archive(path, data, "DOCX")
    try:
        package = docx.Document(io.BytesIO(data))
        blocks = [*_blocks(package.element.body), *_notes(package.part)]
    except Exception as error:  # noqa: BLE001 - the library raises KeyError, XML errors and more on broken files
        raise broken(path, "DOCX", error) from None
    offsets: list[int] = []
    length = 0
    for _, text in blocks:
        offsets.append(length)
        length += len(text) + 2
    text = "".join(f"{text}\n\n" for _, text in blocks)
    return Document(path, text, labels=(offsets, [label for label, _ in blocks]))


def _blocks(body: Any) -> Iterator[tuple[str, str]]:
    """Yield label and text of each paragraph and each row of a table, in order."""
    paragraphs = tables = 0
    for block in _children(body, "p", "tbl"):
        if block.tag == f"{_W}p":
            paragraphs += 1
            for text in _texts(block):
                yield f"paragraph {paragraphs}", text
        else:
            tables += 1
            for number, row in enumerate(_rows(block), 1):
                yield f"table {tables} row {number}", row


def _children(element: Any, *names: str) -> Iterator[Any]:
    """Yield the children of these names, in order; content controls show theirs as if they were not there."""
    for child in element.iterchildren(*(f"{_W}{name}" for name in (*names, *_WRAPPERS))):
        if child.tag.removeprefix(_W) in names:
            yield child
        else:
            yield from _children(child, *names)


def _rows(table: Any) -> Iterator[str]:
    """Yield the rows of a table; those of a table within a cell stand below the row that holds it."""
    for row in _children(table, "tr"):
        cells = list(_children(row, "tc"))
        yield "\t".join(_cell(cell) + "\t" * _merged(cell) for cell in cells)
        for cell in cells:
            for inner in _children(cell, "tbl"):
                yield from _rows(inner)


def _merged(cell: Any) -> int:
    """Return how many columns beside its own a cell spans."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    value = span.get(f"{_W}val", "") if span is not None else ""
    return min(int(value), _MOST_ACROSS) - 1 if value.isdecimal() and int(value) else 0


def _cell(cell: Any) -> str:
    return " ".join(text for paragraph in _children(cell, "p") for text in _texts(paragraph))


def _texts(paragraph: Any) -> Iterator[str]:
    """Yield the text of a paragraph as it stands with all changes accepted, and those of the text boxes in it.

    Fields show their result.
    """
    parts: list[str] = []
    boxes: list[Any] = []
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if element.tag in _UNSEEN or not isinstance(element.tag, str) or _is_unsaid(element):
            continue
        if element.tag == _BOX:
            boxes.append(element)
            continue
        name = element.tag.removeprefix(_W)
        if name == "t":
            parts.append(_raised(element))
        elif name in _SIGNS:
            parts.append(_SIGNS[name])
        elif name == "sym":
            parts.append(_symbol(element))
        else:
            stack.extend(reversed(element))
    yield "".join(parts)
    for box in boxes:
        for inner in _children(box, "p", "tbl"):
            yield from _texts(inner) if inner.tag == f"{_W}p" else _rows(inner)


def _is_unsaid(run: Any) -> bool:
    """Whether a run is hidden, or struck out."""
    marks = (run.find(f"{_W}rPr/{_W}{name}") for name in ("vanish", "strike", "dstrike"))
    return any(mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off") for mark in marks)


def _symbol(element: Any) -> str:
    code = element.get(f"{_W}char", "")[-2:].upper()
    return _SYMBOLS.get(code, _UNKNOWN) if element.get(f"{_W}font") == "Symbol" else _UNKNOWN


def _raised(element: Any) -> str:
    text = element.text or ""
    position = element.getparent().find(f"{_W}rPr/{_W}vertAlign")
    value = position.get(f"{_W}val") if position is not None else ""
    small = {"superscript": "sup", "subscript": "sub"}.get(value)
    return small_digits(text, small) if small else text


def _notes(part: Any) -> Iterator[tuple[str, str]]:
    from lxml import etree

    for relation in part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind not in _NOTES or relation.is_external:
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        for note in etree.fromstring(relation.target_part.blob, parser):
            if note.get(f"{_W}type") not in _SEPARATORS:
                for paragraph in note.iter(f"{_W}p"):
                    for text in _texts(paragraph):
                        yield kind, text
