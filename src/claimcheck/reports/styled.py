"""Lines for a terminal: text with its style, measured in cells, wrapped between words, and painted last.

rich measures and paints. Its console and its table are left alone: they do far more than lines and columns whose cells
are never folded need, and importing them takes longer than checking a sheet.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rich.cells import cell_len, chop_cells

Piece = tuple[str, str]  # a text in one line, and its style in rich's words: ("contradicted", "bold red")
_WORD = re.compile(r"\s*\S+\s*")


def painted(text: str, style: str) -> str:
    """Return a text with the escape codes of its style around it."""
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(style).render(text, color_system=ColorSystem.STANDARD)


def wrapped(pieces: tuple[Piece, ...], width: int) -> list[list[Piece]]:
    """Return pieces that follow one another as lines of at most `width` cells, without spaces at their ends."""
    whole = "".join(text for text, _ in pieces)
    return [_cut(pieces, start, start + len(whole[start:end].rstrip())) for start, end in _lines(whole, width)]


def wrapped_text(text: str, width: int | None, indent: str = "") -> list[str]:
    """Return a text without styles as lines of at most `width` cells, all but the first behind `indent`."""
    if not width or cell_len(text) <= width:
        return [text]
    first = wrapped(((text, ""),), width)[0]
    head = "".join(piece for piece, _ in first)
    rest = wrapped(((text[len(head) :].lstrip(), ""),), max(1, width - cell_len(indent)))
    return [head, *(indent + "".join(piece for piece, _ in line) for line in rest if line)]


def _lines(text: str, width: int) -> pairwise[tuple[int, int]]:
    """Return where each line starts and ends: between words, and inside a word only where it is longer than a line."""
    starts, used = [0], 0
    for word in _WORD.finditer(text):
        length = cell_len(word[0].rstrip())
        if length <= width - used:
            used += cell_len(word[0])
            continue
        start = word.start()
        for part in [word[0]] if length <= width else chop_cells(word[0], width):
            if start:
                starts.append(start)
            start += len(part)
            used = cell_len(part)
    return pairwise([*starts, len(text)])


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> list[Piece]:
    """Return what of the pieces stands between two places of the text that they make."""
    cut, at = [], 0
    for text, style in pieces:
        part = text[max(start - at, 0) : max(end - at, 0)]
        cut += [(part, style)] if part else []
        at += len(text)
    return cut
