"""A document as text, line by line, with every number marked by what is known of it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.reports.page.markup import cells, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.documents.model import Document
    from claimcheck.reports.page.marks import Mark
    from claimcheck.reports.page.markup import Anchors

_LARGEST = 300_000  # characters; of a longer document only the lines around marks are shown
_AROUND = 2  # lines on either side of a mark
_TAB = "\x00"  # between cells; text has none, as `visible` shows control characters
_NUMBER = re.compile(r"[^a-zA-Z]*\d[^a-zA-Z]*")
_HEAD = re.compile(r'<td(?! class="no")(?=[^>]*>[^<\n])')  # of a row; an empty cell heads nothing
_LABEL = re.compile(r'(<td class="no">[^<]*)<td>(?=[^<\n])')
_SAID = {"exempted": "exempt", "uncovered": "not covered"}


class Passages:
    """The lines of one document's visible text on the page; `number` tells documents of one page apart."""

    def __init__(self, document: Document, found: list[Mark], anchors: Anchors, number: int) -> None:
        self.document, self.found, self.anchors = document, found, anchors
        self.prefix = f"{anchors.prefix}{f'd{number}' if number else ''}L"
        breaks = [found.span() for found in re.finditer(r"\r\n?|\n", document.text)]
        self.starts = [0, *(after for _, after in breaks), len(document.text) + 1]
        ends = [*(before for before, _ in breaks), len(document.text)]
        self.lines = [document.text[start:end] for start, end in zip(self.starts, ends, strict=False)]
        self.names = self._names()

    def _names(self) -> list[str]:
        """Return how the anchor of each line is called: by its line in the source, "3", of several "3-2"."""
        names, met = [], dict[int, int]()
        for position, (start, words) in enumerate(zip(self.starts, self.lines, strict=False), 1):
            if not words.strip() or self.document.labels[0]:
                names.append(f"{position}")
                continue
            line = self.document.place(start + len(words) - len(words.lstrip()))[0]
            met[line] = met.get(line, 0) + 1
            names.append(f"{line}" if met[line] == 1 else f"{line}-{met[line]}")
        return names

    def line_of(self, offset: int) -> int:
        """Return the line of the visible text, from 0, in which an offset lies."""
        return bisect_right(self.starts, offset) - 1

    def anchor(self, offset: int) -> str:
        """Return the anchor of the line in which an offset lies."""
        return f"{self.prefix}{self.names[self.line_of(offset)]}"

    def anchor_of(self, line: int) -> str:
        """Return the anchor of a line of the source, "" where the page has no such line."""
        if self.document.labels[0]:
            return ""
        rows = (row for row, name in enumerate(self.names) if name == str(line) and self.lines[row].strip())
        shown, row = self._shown(), next(rows, None)
        return f"{self.prefix}{line}" if row is not None and (shown is None or row in shown) else ""

    def where(self, offset: int) -> str:
        """Return the place of an offset in words: "line 9", "page 3"."""
        return self.document.label(offset) or f"line {self.document.place(offset)[0]}"

    def rows(self, below: Mapping[int, str]) -> Iterator[str]:
        """Yield the lines as HTML, each followed by what stands `below` it; beside a table that stands before it."""
        shown = self._shown()
        skipped, label, position = 0, "", 0
        table: list[str] = []
        for line, words in enumerate(self.lines):
            if shown is not None and line not in shown:
                skipped += bool(words.strip())
                continue
            if skipped:
                yield from _table(table)
                table = []
                yield _skipped(skipped)
                skipped = 0
            if not words.strip():
                continue
            while position < len(self.found) and self.found[position].end <= self.starts[line]:
                position += 1
            name = self.document.label(self.starts[line])
            row = self._row(line, position, "" if name and name == label else name)
            label = name
            if "\t" in words:
                yield below.get(line, "")
                table.append(row)
                continue
            yield from _table(table)
            table = []
            yield row
            yield below.get(line, "")
        yield from _table(table)
        if skipped:
            yield _skipped(skipped)

    def _shown(self) -> set[int] | None:
        """Return which lines of a very long document are shown; `None`: all."""
        if len(self.document.text) <= _LARGEST:
            return None
        near = (self.line_of(mark.start) for mark in self.found)
        return {line for middle in near for line in range(middle - _AROUND, middle + _AROUND + 1)}

    def _row(self, line: int, position: int, label: str) -> str:
        start, end = self.starts[line], self.starts[line] + len(self.lines[line])
        parts, at = [], start
        while position < len(self.found) and self.found[position].start < end:
            mark = self.found[position]
            first, last = max(start, mark.start), min(end, mark.end)
            parts += [_cells(self.document.text[at:first]), self._marked(mark, first, last)]
            at, position = last, position + 1
        parts.append(_cells(self.document.text[at:end]))
        indent = len(self.lines[line]) - len(self.lines[line].lstrip())
        name = label or ("" if self.document.label(start) else str(self.document.place(start + indent)[0]))
        anchor, inner = f'id="{self.prefix}{self.names[line]}"', "".join(parts).rstrip()
        if "\t" in self.lines[line]:
            return f'<tr {anchor}><td class="no">{text(name)}{"".join(map(_cell, inner.split(_TAB)))}\n'
        return f'<div class="row" {anchor}><span class="no">{text(name)}</span><p dir="auto">{inner}</p></div>\n'

    def _marked(self, mark: Mark, start: int, end: int) -> str:
        """Return one mark, or the part of it that stands in this line; its last part says what it is."""
        words = cells(self.document.text[start:end])  # a mark over several cells of a table joins them
        kind = mark.kind
        if end == mark.end:
            because = f": {text(mark.because)}" if mark.because else ""
            words += f"<small> {_SAID.get(kind, kind)}{because}</small>"
        if not mark.claims:
            return f'<span class="m {kind}">{words}</span>'
        first, *others = mark.claims
        also = "".join(
            f'<a class="also" href="#{self.anchors.claim(name)}"><small> also </small>{text(name)}</a>'
            for name in others
        )
        return f'<a class="m {kind}" href="#{self.anchors.claim(first)}">{words}</a>{also if end == mark.end else ""}'


def _cells(words: str) -> str:
    """Return text outside of marks as HTML; the cells of a table are parted here."""
    return cells(words).replace("\t", _TAB)


def _cell(html: str) -> str:
    """Return one cell, as wide as the columns that a mark in it joins."""
    joined = html.count("\t")
    number = ' class="num"' if _NUMBER.fullmatch(re.sub(r"<small>.*?</small>|<[^>]*>", "", html)) else ""
    return f"<td{number}{f' colspan={joined + 1}' if joined else ''}>{html.replace(chr(9), ' ').strip()}"


def _table(rows: list[str]) -> Iterator[str]:
    """Yield the rows of a table, which scrolls within the page where it is wider."""
    if rows:
        rows = [_over_numbers(rows[0], rows[1]), *rows[1:]] if rows[1:] else rows
        rows = _headed(rows)
        head = '<div class="wide" role="group" tabindex="0" aria-label="Table"><table dir="auto">'
        yield f"{head}{''.join(rows)}</table></div>\n"


def _headed(rows: list[str]) -> list[str]:
    """Return the rows of a table with its heads: a first row without marks, and the first words of the others."""
    above = [_HEAD.sub('<th scope="col"', rows[0])] if rows[1:] and 'class="m ' not in rows[0] else []
    return above + [_LABEL.sub(r'\1<th scope="row">', row, count=1) for row in rows[len(above) :]]


def _over_numbers(head: str, below: str) -> str:
    """Return a table's first row with its words at the right where a number stands below them."""
    cells, under = head.split("<td"), below.split("<td")
    if len(cells) != len(under) or "colspan" in head + below:
        return head
    pairs = zip(cells, under, strict=True)
    return "<td".join(f' class="r"{a}' if a[:1] == ">" and b.startswith(' class="num"') else a for a, b in pairs)


def _skipped(count: int) -> str:
    return f'<p class="skipped">{count:,} lines without claims are not shown</p>\n'
