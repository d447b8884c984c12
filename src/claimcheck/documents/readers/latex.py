"""LaTeX: the text without commands, comments and preamble; a light reading, good enough to find quotes and numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.documents.model import Document
from claimcheck.documents.pieces import assemble
from claimcheck.documents.readers.plain import decode

if TYPE_CHECKING:
    from claimcheck.documents.pieces import Edit
    from claimcheck.documents.readers import Progress

_MARK = re.compile(r"%|\\(?:[a-zA-Z@]++\*?|.)?|[{}$~&]|---?|``|''", re.DOTALL)
_BEGIN = r"\begin{document}"
_SHOWN = {
    "%": "%", "$": "$", "&": "&", "#": "#", "_": "_", "{": "{", "}": "}", ",": "\u2009",
    ";": " ", ":": " ", " ": " ", "!": "", "/": "", "-": "\xad", "\\": "\n", "pounds": "£",
    "euro": "€", "EUR": "€", "textdollar": "$", "percent": "%", "times": "×", "pm": "±", "sim": "~", "approx": "≈",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "cdot": "·", "ldots": "…",
    "dots": "…", "quad": " ",
    "qquad": " ", "item": "", "par": "\n", "newline": "\n", "textminus": "−", "textasciitilde": "~",
    "textendash": "–", "textemdash": "—",
    "degree": "°",
}  # fmt: skip
# Commands whose first argument is no text: names, files, lengths.
_SILENT = frozenset((
    "begin", "end", "label", "ref", "eqref", "pageref", "cref", "autoref", "cite", "citep", "citet", "bibliography",
    "bibliographystyle", "input", "include", "includegraphics", "usepackage", "documentclass", "hspace", "vspace",
    "href", "url", "hypersetup", "setlength", "multicolumn", "color", "textcolor", "pagestyle",
))  # fmt: skip
_OPTION = re.compile(r"\s*+\[[^\[\]{}]*+\]")
_ARGUMENT = re.compile(r"\s*+\{([^{}]*+)\}")
_SIGNS = {"~": "\xa0", "&": "\t", "--": "–", "---": "—", "``": "“", "''": "”"}


def read(path: str, data: bytes, _progress: Progress | None) -> Document:
    """Return the text of a LaTeX file; of a whole document, what stands between its begin and its end."""
    source = decode(path, data)
    text, breaks = assemble(source, _edits(source))
    return Document(path, text, source=source, breaks=breaks)


def _edits(source: str) -> list[Edit]:
    begin = source.find(_BEGIN)
    start = begin + len(_BEGIN) if begin >= 0 else 0
    end = source.find(r"\end{document}", start)
    end = len(source) if end < 0 else end
    edits: list[Edit] = [(0, start, "")]
    at = start
    for mark in _MARK.finditer(source, start, end):
        if mark.start() < at:
            continue
        low, high, shown = _edit(source, mark)
        edits.append((low, high, shown))
        at = high
    edits.append((end, len(source), ""))
    return edits


def _edit(source: str, mark: re.Match[str]) -> Edit:
    start, end = mark.span()
    sign = mark[0]
    if sign == "%":
        newline = source.find("\n", start)
        return start, len(source) if newline < 0 else newline + 1, ""
    if sign[0] != "\\":
        return start, end, _SIGNS.get(sign, "")
    name = sign[1:].rstrip("*")
    if name in _SHOWN:
        return start, _after_name(source, end, name), _SHOWN[name]
    if not name.isalpha():
        return start, end, ""
    return _command(source, start, end, name)


def _after_name(source: str, end: int, name: str) -> int:
    """Return where a command's name ends: the spaces after letters belong to it, and so does an empty group."""
    if not name.isalpha():
        return end
    while source[end : end + 1] == " ":
        end += 1
    return end + 2 if source.startswith("{}", end) else end


def _command(source: str, start: int, end: int, name: str) -> Edit:
    """Hide a command, its options and, where that is no text, its first argument."""
    while option := _OPTION.match(source, end):
        end = option.end()
    if name in _SILENT and (argument := _ARGUMENT.match(source, end)):
        shown = "\n" if name in ("begin", "end") else ""
        return start, argument.end(), shown
    return start, end, ""
