"""LaTeX: the text without commands, comments and preamble; a light reading, good enough to find quotes and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.documents.model import Document
from claimcheck.documents.pieces import assemble
from claimcheck.documents.readers.latex_commands import ARGUMENTS, BLOCKS, COLUMNS, HIDDEN, MOST_HIDDEN, SHOWN, quantity
from claimcheck.documents.readers.marks import small_digits
from claimcheck.documents.readers.plain import decode

if TYPE_CHECKING:
    from claimcheck.documents.pieces import Edit
    from claimcheck.documents.readers import Progress

_MARK = re.compile(r"%|\^\s*\{?\\circ\b\}?|\\(?:[a-zA-Z@]++\*?|.)?|[{}$~&]|---?|``|''", re.DOTALL)
_BEGIN = r"\begin{document}"
_OPTION = re.compile(r"\s*+\[[^\[\]{}]*+\]")
_ARGUMENT = re.compile(r"\s*+\{([^{}]*+)\}")
_FRACTION = re.compile(r"\s*+(?:\{([^{}]*+)\}\s*+\{([^{}]*+)\}|(\d)\s*+(\d))")
_SIGNS = {"~": "\xa0", "&": "\t", "--": "–", "---": "—", "``": "“", "''": "”"}
_SMALL = {"textsuperscript": "sup", "textsubscript": "sub"}
_FRACTIONS = frozenset(("frac", "tfrac", "dfrac", "nicefrac", "sfrac"))
_NOTES = frozenset(("footnote", "footnotetext", "thanks", "marginpar"))
_ENDS_ROW = frozenset(("\\", "tabularnewline"))
_SPACE = re.compile(
    r"\*?(?:\s*+\[\s*+-?[\d.]*+\s*+(?:pt|mm|cm|in|ex|em|bp|pc|dd|cc|sp|mu|\\[a-zA-Z@]+)\s*\])?"
)  # `*[3pt]`
_COUNT = re.compile(r"\s*\{\s*([1-9][0-9]?)\s*\}")
_LONGEST = 500  # characters of an argument that is no text


def read(path: str, data: bytes, _progress: Progress | None) -> Document:
    """Return the text of a LaTeX file; of a whole document, what stands between its begin and its end."""
    source = decode(path, data)
    text, breaks = assemble(source, _Commands(source).edits())
    return Document(path, text, source=source, breaks=breaks)


class _Commands:
    """The state of the one pass over the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.closing: list[str] = []  # what the open groups show at their end
        self.missing: set[str] = set()  # what is known not to follow any more

    def edits(self) -> list[Edit]:
        source = self.source
        begin = source.find(_BEGIN)
        start = begin + len(_BEGIN) if begin >= 0 else 0
        end = source.find(r"\end{document}", start)
        end = len(source) if end < 0 else end
        edits: list[Edit] = [(0, start, "")]
        at = start
        for mark in _MARK.finditer(source, start, end):
            if mark.start() < at:
                continue
            low, high, shown = self.edit(mark)
            edits.append((low, high, shown))
            at = high
        edits.append((end, len(source), ""))
        return edits

    def edit(self, mark: re.Match[str]) -> Edit:
        start, end = mark.span()
        sign = mark[0]
        if sign == "%":
            newline = self.source.find("\n", start)
            return start, len(self.source) if newline < 0 else newline + 1, ""
        if sign == "{":
            self.closing.append("")
            return start, end, ""
        if sign == "}":
            return start, end, self.closing.pop() if self.closing else ""
        if sign[0] == "^":
            return start, end, "°"
        if sign[0] != "\\":
            return start, end, _SIGNS.get(sign, "")
        name = sign[1:].rstrip("*")
        if name in SHOWN:
            end = self.after_name(end, name)
            space = _SPACE.match(self.source, end) if name in _ENDS_ROW else None
            return start, space.end() if space else end, SHOWN[name]
        if not name.isalpha():
            return start, end, ""
        return self.command(start, end, name)

    def after_name(self, end: int, name: str) -> int:
        """Return where a command's name ends: the spaces after letters belong to it, and so does an empty group."""
        source = self.source
        if not name.isalpha():
            return end
        while source[end : end + 1] == " ":
            end += 1
        return end + 2 if source.startswith("{}", end) else end

    def command(self, start: int, end: int, name: str) -> Edit:
        """Hide a command, its options and those of its arguments that are no text."""
        source = self.source
        while option := _OPTION.match(source, end):
            end = option.end()
        if name in ("begin", "end"):
            return self.environment(start, end, name)
        if name == "iffalse":
            return start, self.past(r"\\fi(?![a-zA-Z@])", end), ""
        if name in _FRACTIONS and (found := _FRACTION.match(source, end)):
            above, below = found[1] or found[3] or "", found[2] or found[4] or ""
            apart = " " if source[start - 1 : start].isdecimal() else ""  # 2\frac{1}{2}
            return start, found.end(), f"{apart}{above}/{below}"
        if name in _SMALL and (found := _ARGUMENT.match(source, end)):
            return start, found.end(), small_digits(found[1], _SMALL[name])
        if name in BLOCKS and source.startswith("{", end):
            self.closing.append("\n\n")
            return start, end + 1, "\n\n"
        if name in _NOTES and source.startswith("{", end):
            self.closing.append(")")
            return start, end + 1, " ("
        measured = quantity(name, source, end)
        if measured is not None:
            return start, measured[1], measured[0]
        across = _COUNT.match(source, end) if name == "multicolumn" else None
        for _ in range(ARGUMENTS.get(name, 0)):
            end = self.group(end)
        if across and source.startswith("{", end):
            self.closing.append("\t" * (int(across[1]) - 1))  # for the columns that the cell covers
            end += 1
        return start, end, ""

    def environment(self, start: int, end: int, name: str) -> Edit:
        argument = _ARGUMENT.match(self.source, end)
        if argument is None:
            return start, end, ""
        end = argument.end()
        called = argument[1].rstrip("*")
        if name == "begin" and called in HIDDEN:
            return start, self.past(re.escape(f"\\end{{{argument[1]}}}"), end), "\n\n"
        if name == "begin":
            while option := _OPTION.match(self.source, end):
                end = option.end()
            for _ in range(COLUMNS.get(argument[1], 0)):
                end = self.group(end)
        return start, end, "\n\n"

    def group(self, at: int) -> int:
        """Return the place after a group in braces; `at` where none begins there, or none that is short."""
        source, depth, start = self.source, 0, at
        while source[at : at + 1].isspace():
            at += 1
        for place in range(at, min(at + _LONGEST, len(source))):
            depth += (source[place] == "{") - (source[place] == "}")
            if not depth:
                return place + 1 if place > at else start
        return start

    def past(self, closing: str, at: int) -> int:
        """Return the place after the pattern that closes a part that is hidden; `at` where nothing does."""
        found = None if closing in self.missing else re.compile(closing).search(self.source, at)
        if found is None:
            if len(self.missing) < MOST_HIDDEN:
                self.missing.add(closing)
            return at
        return found.end()
