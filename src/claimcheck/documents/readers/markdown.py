"""Markdown, Quarto and R Markdown: the blocks. What marks them up is hidden, what they show keeps its place.

One pass over the lines and one over the marks inside paragraphs, both linear. Front matter is data, not text; code is
shown and noted as code; a table's cells are parted by tabs.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.documents.model import Document
from claimcheck.documents.pieces import assemble, text_offset
from claimcheck.documents.readers.markdown_inline import inline_edits
from claimcheck.documents.readers.plain import decode

if TYPE_CHECKING:
    from claimcheck.documents.pieces import Edit
    from claimcheck.documents.readers import Progress

_FENCES = ("```", "~~~")
_RULES = ("*", "-", "_", "=")
_CODE_INDENT = "    "
_DEEPEST = 400  # characters of marks before a line that may nest lists in each other


def read(path: str, data: bytes, _progress: Progress | None) -> Document:
    """Return the visible text of a Markdown file."""
    source = decode(path, data)
    edits, code = markdown_edits(source)
    text, breaks = assemble(source, edits)
    shown = [(text_offset(breaks, start), text_offset(breaks, end)) for start, end in code]
    return Document(path, text, source=source, breaks=breaks, code=shown)


def markdown_edits(source: str) -> tuple[list[Edit], list[tuple[int, int]]]:
    """Return what to hide or replace in a Markdown text, in order, and the spans that are code."""
    blocks = _Blocks(source)
    blocks.run()
    return sorted(blocks.edits), sorted(blocks.code)


class _Blocks:
    """The state of the pass over the lines."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.edits: list[Edit] = []
        self.code: list[tuple[int, int]] = []
        self.references = _references(source)
        self.fence = ""
        self.in_quote = False  # whether the fence stands in a quotation
        self.paragraph = -1  # where the open paragraph begins
        self.last_line = (0, 0)  # the paragraph's last line
        self.in_table = False
        self.in_list = False
        self.missing: set[str] = set()  # what is known not to follow any more
        self.hidden_to = 0  # the end of a comment, script or style

    def run(self) -> None:
        source = self.source
        at = self._front_matter()
        size = len(source)
        while at < size:
            newline = source.find("\n", at)
            after = size if newline < 0 else newline + 1
            if at >= self.hidden_to:
                self._line(at, after)
            at = after
        self._close(size)

    def _front_matter(self) -> int:
        if not self.source.startswith("---"):
            return 0
        found = re.compile(r"---[ \t]*\r?\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)").match(self.source)
        if not found:
            return 0
        self._hide(0, found.end())
        return found.end()

    def _hide(self, start: int, end: int) -> None:
        self.edits.append((start, end, ""))

    def _close(self, end: int) -> None:
        """End the open paragraph: now its marks can be paired."""
        if self.paragraph >= 0:
            inline_edits(self.source, self.paragraph, end, self.references, self.edits, self.code)
            self.paragraph = -1

    def _line(self, start: int, after: int) -> None:
        line = self.source[start:after]
        stripped = line.lstrip(" \t>") if line[:1] in " \t>" else line
        mark = stripped[:3]
        if self.fence:
            self._in_fence(start, after, stripped)
        elif not stripped.strip():
            self._close(start)
            self.in_table = False
        elif mark in _FENCES and "`" not in stripped[3:].lstrip("`"):
            self._close(start)
            self.fence = mark[0] * (len(stripped) - len(stripped.lstrip(mark[0])))
            self.in_quote = line.startswith(">")
            self.edits.append((start, after, "\n"))
        elif line.startswith(_CODE_INDENT) and self.paragraph < 0 and not self.in_list:
            self.code.append((start, after))
        else:
            self._text(start, after)

    def _in_fence(self, start: int, after: int, stripped: str) -> None:
        if stripped.startswith(self.fence) and not stripped.strip().strip(self.fence[0]):
            self.fence = ""
            self.edits.append((start, after, "\n"))
            return
        body = start
        while self.in_quote and self.source[body : body + 1] in (" ", ">"):
            body += 1
        self._hide(start, body)
        if body < after:
            self.code.append((body, after))

    def _text(self, start: int, after: int) -> None:
        """Take a line of text: hide what opens it, then join or open a paragraph."""
        body = self._markers(start, after)
        line = self.source[body:after].rstrip()
        if not line:
            return
        if self._is_rule(line):
            self._close(start)
            self.edits.append((body, after, "\n"))
            return
        if line.startswith(":::") or (line.startswith("[") and self._definition(body, after, line)):
            self._close(start)
            if line.startswith(":::"):
                self._hide(body, after)
            return
        if line.startswith("<") and self._raw_block(body):
            return
        if "|" in line and self._table_line(body, after, line):
            return
        if self.paragraph < 0:
            self.paragraph = body
        self.last_line = (body, after)
        if line.startswith("#") and self._heading(body, line):
            self._close(after)
            end = body + len(line)
            if end < after:
                self.edits.append((end, after, "\n\n"))

    def _markers(self, start: int, after: int) -> int:
        """Hide quote marks and bullets at the beginning of a line; return where its text begins."""
        source = self.source
        at = start
        while at < after:
            sign = source[at]
            if sign in " \t":
                at += 1
            elif sign == ">":
                self._hide(at, at + 1)
                at += 1
            elif sign in "-+*" and at - start < _DEEPEST and self._is_bullet(at, after):
                self._close(at)
                self.edits.append((at, at + 2, "\n"))
                self.in_list = True
                at += 2
            else:
                break
        if self._is_numbered(at, after):
            self._close(at)
            self.in_list = True
        elif at == start:
            self.in_list = False
        return at

    def _is_bullet(self, at: int, after: int) -> bool:
        """Whether an item begins at the sign; an empty one only where no paragraph could be underlined by it."""
        rest = self.source[at:after].strip()
        if len(rest) == 1:
            return self.paragraph < 0
        return self.source[at + 1] in " \t" and not self._is_rule(rest)

    def _is_numbered(self, at: int, after: int) -> bool:
        """Whether a numbered item begins here: inside a paragraph only the first may, or `2015. ` would begin one."""
        if not self.source[at : at + 1].isdecimal():
            return False
        found = re.match(r"([0-9]{1,9})[.)](?=\s)", self.source[at : min(after, at + 12)])
        return found is not None and (self.paragraph < 0 or self.in_list or found[1] == "1")

    def _is_rule(self, line: str) -> bool:
        """Whether a line is a thematic break or underlines a heading."""
        if line[0] not in _RULES:
            return False
        bare = line.replace(" ", "").replace("\t", "")
        only = not bare.strip(line[0])
        underlines = self.paragraph >= 0 and line[0] in "=-" and bare == line
        return only and (underlines or (len(bare) > len("--") and line[0] != "="))

    def _heading(self, body: int, line: str) -> bool:
        depth = len(line) - len(line.lstrip("#"))
        if depth > len("######") or line[depth : depth + 1] not in ("", " ", "\t"):
            return False
        self._close(body)
        self._hide(body, min(body + depth + 1, body + len(line)))
        end = body + len(line)
        attributes = line.rfind("{") if line.endswith("}") else -1
        if attributes > 0 and line[attributes + 1 : attributes + 2] in ("#", ".", "-"):
            end = body + attributes
            self._hide(end, body + len(line))
        inline_edits(self.source, body + depth, end, self.references, self.edits, self.code)
        return True

    def _definition(self, body: int, after: int, line: str) -> bool:
        """Hide a link's definition, or the mark of a footnote's text."""
        found = re.match(r"\[(\^?)[^\]\n]+\]:[ \t]*", line)
        if not found or (self.paragraph >= 0 and not found[1]):
            return False
        if not found[1]:
            self._hide(body, after)
            return True
        self._close(body)
        self._hide(body, body + found.end())
        self.paragraph = body + found.end()
        self.last_line = (self.paragraph, after)
        return False

    def _raw_block(self, body: int) -> bool:
        """Hide a comment, script or style that begins a line, whatever lies in it."""
        found = re.compile(r"<(!--|(?:script|style)\b)", re.IGNORECASE).match(self.source, body)
        if not found:
            return False
        closing = "-->" if found[1] == "!--" else f"</{found[1].lower()}>"
        end = -1 if closing in self.missing else self.source.find(closing, body)
        if end < 0:
            self.missing.add(closing)
            return False
        self._close(body)
        self.hidden_to = end + len(closing)
        self._hide(body, self.hidden_to)
        return True

    def _table_line(self, body: int, after: int, line: str) -> bool:
        """Take a row of a table; return whether it is one."""
        if self.in_table:
            self._row(body, after)
            return True
        if self.paragraph < 0 or line.strip("|:- \t") or "-" not in line:
            return False
        head = self.last_line
        self._close(head[0])
        self._row(*head)
        self._hide(body, after)
        self.in_table = True
        return True

    def _row(self, start: int, after: int) -> None:
        end = start + len(self.source[start:after].rstrip())
        if end < after:
            self.edits.append((end, after, "\n\n"))
        self.paragraph = start
        self._close(end)
        at = self.source.find("|", start, end)
        while at >= 0:
            if self.source[at - 1 : at] != "\\":
                self.edits.append((at, at + 1, "" if at in (start, end - 1) else "\t"))
            at = self.source.find("|", at + 1, end)


def _references(source: str) -> frozenset[str]:
    """Return the labels of the links that are defined anywhere in the text."""
    if "]:" not in source:
        return frozenset()
    found = re.findall(r"^[ >]{0,8}\[([^\]^\n][^\]\n]*)\]:", source, re.MULTILINE)
    return frozenset(" ".join(label.casefold().split()) for label in found)
