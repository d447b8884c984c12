"""reStructuredText: the text without directives, comments and marks; a light reading, good enough for prose and tables.

Two passes: over the lines, which are paragraphs, tables or code, and over the marks inside paragraphs and cells.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.documents.model import Document
from claimcheck.documents.pieces import assemble, text_offset
from claimcheck.documents.readers.marks import small_digits
from claimcheck.documents.readers.plain import decode

if TYPE_CHECKING:
    from claimcheck.documents.pieces import Edit
    from claimcheck.documents.readers import Progress

_CODE = frozenset(("code", "code-block", "sourcecode", "doctest", "testcode", "testoutput", "parsed-literal", "prompt"))
_HIDDEN = frozenset((
    "raw", "image", "include", "literalinclude", "contents", "toctree", "highlight", "index", "meta", "role",
    "default-role", "sectnum", "header", "footer",
))  # fmt: skip
_NO_TEXT = frozenset(("figure", "class", "rst-class", "container", "only", "tabularcolumns", "csv-table", "list-table"))
_ADORNMENT = re.compile(r"\s*([!-/:-@\[-`{-~])\1{2,}\s*")
_BULLET = re.compile(r"\s*(?:[*+•-]|#\.)\s+")
_OPTION = re.compile(r"\s+:([\w-]+):(?:\s+(.*))?")
_DIRECTIVE = re.compile(r"\s*\.\. (\|[^|]+\| +)?([a-zA-Z][\w:.+-]*?):: *")
_NOTE = re.compile(r"\s*\.\. \[[^\]]+\] *")
_GRID = re.compile(r"\s*\+(?:[-=]+\+)+\s*")
_SIMPLE = re.compile(r"\s*={2,}(?: +={2,})+\s*")
_CSV = re.compile(r'(?:\s*"((?:[^"]|"")*)"\s*|([^,]*))(?:,|$)')
_WIDEST = 100  # columns of a table
_ITEM = re.compile(r"\s*(\* )?- ?")
_REPLACED = re.compile(r"^[ \t]*\.\. \|([^|\n]+)\| replace::(.*)$", re.MULTILINE)
_MARK = re.compile(
    r"\\(?:(?P<escaped>\S)|\s)?"
    r"|``(?P<code>[^\n]{1,500}?)``(?!\w)"
    r"|(?P<role>:[\w:+.-]{1,60}:)?`(?P<text>[^`<]{1,500}?)(?:\s*<[^<>`]*>)?`(?:__?(?!\w))?"
    r"|(?<![\w*])\*\*(?=\S)(?P<strong>[^*]{1,1000}?)(?<=\S)\*\*(?!\w)"
    r"|(?<![\w*])\*(?=[^\s*])(?P<emphasis>[^*]{1,1000}?)(?<=\S)\*(?!\w)"
    r"|\|(?P<replaced>[^|\s][^|\n]{0,60})\|_{0,2}"
    r"|(?<=\S)\s?\[(?:\d+|#[\w-]*|\*|[a-zA-Z][\w.-]*)\]_(?!\w)"
    r"|(?<=\w)__?(?!\w)"
)
_SHOWN = ("escaped", "code", "text", "strong", "emphasis")


def read(path: str, data: bytes, _progress: Progress | None) -> Document:
    """Return the visible text of a reStructuredText file."""
    source = decode(path, data)
    blocks = _Blocks(source)
    blocks.run()
    text, breaks = assemble(source, sorted(blocks.edits))
    code = [(text_offset(breaks, start), text_offset(breaks, end)) for start, end in sorted(blocks.code)]
    return Document(path, text, source=source, breaks=breaks, code=code)


class _Blocks:
    """The state of the pass over the lines, which are known by their numbers."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.edits: list[Edit] = []
        self.code: list[tuple[int, int]] = []
        self.starts = [0]
        self.starts += [newline.end() for newline in re.finditer("\n", source)]
        self.starts.append(len(source))
        self.count = len(self.starts) - 1
        found = _REPLACED.findall(source) if " replace::" in source else ()
        self.replaced = {name: shown.strip() for name, shown in found}

    def run(self) -> None:
        at = 0
        while at < self.count:
            at = self._block(at)

    def _line(self, number: int) -> str:
        return self.source[self.starts[number] : self.starts[number + 1]].rstrip()

    def _end(self, number: int) -> int:
        """Return where the text of a line ends."""
        return self.starts[number] + len(self._line(number))

    def _hide(self, first: int, last: int, shown: str = "\n") -> int:
        """Hide lines; return the one after them."""
        self.edits.append((self.starts[first], self.starts[last], shown))
        return last

    def _body(self, number: int) -> int:
        """Return the line after those that stand deeper than a line, and after empty ones among them."""
        depth, after = _depth(self._line(number)), number + 1
        for later in range(number + 1, self.count):
            line = self._line(later)
            if line and _depth(line) <= depth:
                break
            after = later + 1 if line else after
        return after

    def _block(self, number: int) -> int:
        """Take the block that begins at a line; return the line after it."""
        line = self._line(number)
        if not line:
            return number + 1
        if line.lstrip().startswith(".. ") or line.strip() == "..":
            return self._explicit(number, line)
        if _GRID.fullmatch(line) and line.count("+") <= _WIDEST:
            return self._grid(number, line)
        if _SIMPLE.fullmatch(line) and len(line.split()) <= _WIDEST:
            return self._simple(number, line)
        if _ADORNMENT.fullmatch(line):
            return self._hide(number, number + 1)
        if line.lstrip().startswith(">>> "):
            return self._session(number)
        return self._paragraph(number, self.starts[number])

    def _session(self, number: int) -> int:
        """Take what was typed to Python, and its answers, up to an empty line."""
        after = next((each for each in range(number, self.count) if not self._line(each)), self.count)
        self.code.append((self.starts[number], self.starts[after]))
        return after

    def _paragraph(self, number: int, start: int) -> int:
        """Take lines up to an empty one, an item or an underline; the block after `::` is code."""
        bullet = _BULLET.match(self._line(number)) if start == self.starts[number] else None
        if bullet:
            start += bullet.end()
            self.edits.append((self.starts[number], start, "\n"))
        last = number
        while last + 1 < self.count and (line := self._line(last + 1)):
            if _BULLET.match(line) or _ADORNMENT.fullmatch(line) or line.lstrip().startswith(".. "):
                break
            last += 1
        end = self._end(last)
        self._inline(start, end)
        if not self.source.startswith("::", max(start, end - 2)):
            return last + 1
        self.edits.append((end - (1 if self.source[end - 3 : end - 2].strip() else 2), end, ""))
        after = max(self._body(last), last + 1)
        self.code.append((self.starts[last + 1], self.starts[after]))
        return after

    def _explicit(self, number: int, line: str) -> int:
        """Take a footnote, a directive, or what shows nothing: a comment, a target, a substitution."""
        if note := _NOTE.match(line):
            start = self.starts[number] + note.end()
            self.edits.append((self.starts[number], start, ""))
            return self._paragraph(number, start)
        found, after = _DIRECTIVE.match(line), self._body(number)
        if found is None or found[1] or found[2] in _HIDDEN:
            return self._hide(number, after)
        name, start = found[2], self.starts[number] + found.end()
        body = number + 1
        options = {}
        while body < after and (option := _OPTION.fullmatch(self._line(body))):
            options[option[1]] = body
            body += 1
        if name in _CODE:
            self.code.append((self.starts[body], self.starts[after]))
            self._hide(number, body)
            return after
        titled = name not in _NO_TEXT or name.endswith("-table")
        self.edits.append((self.starts[number], start if titled else self.starts[number + 1], "\n"))
        if titled:
            self._inline(start, self._end(number))
        if number + 1 < body and name != "csv-table":
            self._hide(number + 1, body)
        if name == "csv-table":
            return self._csv(range(number + 1, body), options.get("header"), range(body, after))
        return self._list(body, after) if name == "list-table" else body

    def _row(self, number: int, cells: list[tuple[int, int]], gaps: list[int]) -> None:
        """Show a line as cells, `gaps[i]` tabs before each; what stands between them is hidden."""
        at = self.starts[number]
        for (start, end), tabs in zip(cells, gaps, strict=True):
            self.edits.append((at, start, "\t" * tabs))
            self._inline(start, end)
            at = end
        self.edits.append((at, self.starts[number + 1], "\n\n"))

    def _grid(self, number: int, border: str) -> int:
        corners = [place for place, sign in enumerate(border) if sign == "+"]
        while number < self.count and (line := self._line(number)).lstrip()[:1] in ("+", "|") and line:
            bars = [place for place in corners if line[place : place + 1] == "|"]
            if "+-" in line or "+=" in line or len(bars) < 2:  # noqa: PLR2004  a cell has two
                number = self._hide(number, number + 1, "")
                continue
            start = self.starts[number]
            cells = [_stripped(line, a + 1, b, start) for a, b in pairwise(bars)]
            steps = [corners.index(b) - corners.index(a) for a, b in pairwise(bars)]
            self._row(number, cells, [0, *steps[:-1]])
            number += 1
        return number

    def _simple(self, number: int, border: str) -> int:
        columns = [found.start() for found in re.finditer("=+", border)]
        number = self._hide(number, number + 1)
        while number < self.count:
            line = self._line(number)
            if _SIMPLE.fullmatch(line):
                number = self._hide(number, number + 1, "")
                if number >= self.count or not self._line(number):
                    break
            elif not line.strip("- "):
                number = self._hide(number, number + 1, "")
            else:
                begins = [0, *(place for place in columns[1:] if not line[place - 1 : place].strip())]
                ends = [*begins[1:], max(len(line), begins[-1])]
                cells = [_stripped(line, a, b, self.starts[number]) for a, b in zip(begins, ends, strict=True)]
                passed = [0, *map(columns.index, begins[1:])]
                steps = [b - a for a, b in pairwise(passed)]
                self._row(number, cells, [0, *steps])
                number += 1
        return number

    def _csv(self, options: range, header: int | None, body: range) -> int:
        for number in (*options, *body):
            line, start = self._line(number), self.starts[number]
            at = line.find(":header:") + len(":header:") if number == header else 0
            if (number in options and number != header) or not line:
                self._hide(number, number + 1, "")
                continue
            cells = []
            while at < len(line) or (line[-1:] == "," and at == len(line)):
                found = _CSV.match(line, at)
                if found is None:
                    break
                cells.append(_stripped(line, *found.span(found.lastindex or 0), start))
                at = max(found.end(), at + 1)
            self._row(number, cells, [0] + [1] * (len(cells) - 1))
        return body.stop

    def _list(self, number: int, after: int) -> int:
        """Show the items of a list of lists as rows of cells."""
        at = self.starts[number]
        for each in range(number, after):
            line, start = self._line(each), self.starts[each]
            if not line:
                continue
            item = _ITEM.match(line)
            begins = start + (item.end() if item else _depth(line))
            apart = " " if item is None else "\n\n" if item[1] else "\t"
            self.edits.append((at, begins, apart))
            at = start + len(line)
            self._inline(begins, at)
        self.edits.append((at, self.starts[after], "\n\n"))
        return after

    def _inline(self, start: int, end: int) -> None:
        """Hide the marks in a paragraph or cell."""
        for mark in _MARK.finditer(self.source, start, end):
            low, high = mark.span()
            name = next((name for name in _SHOWN if mark[name] is not None), "")
            if mark["code"] is not None:
                self.code.append(mark.span("code"))
            if mark["role"] in (":sup:", ":sub:"):
                self.edits.append((low, high, small_digits(mark["text"], mark["role"].strip(":"))))
            elif name:
                self.edits += [(low, mark.start(name), ""), (mark.end(name), high, "")]
            elif mark["replaced"] is not None:
                shown = self.replaced.get(mark["replaced"])
                self.edits += [] if shown is None else [(low, high, shown)]
            else:
                self.edits.append((low, high, ""))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _stripped(line: str, low: int, high: int, start: int) -> tuple[int, int]:
    """Return where the words of a cell stand in the source; `start` is where its line does."""
    words = line[low:high]
    begins = low + _depth(words) if words.strip() else low
    return start + begins, start + begins + len(words.strip())
