"""Building a visible text out of pieces of a source, so that each character keeps its place."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Edit = tuple[int, int, str]  # source[start:end] shows as this text; mostly ""
Breaks = tuple[list[int], list[int]]


class Pieces:
    """A text that grows at its end; each piece knows where in the source it begins."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.breaks: Breaks = ([], [])
        self._next = -1  # where in the source the last piece would run on

    def add(self, text: str, at: int) -> None:
        """Append `text`, whose characters stand one by one from offset `at` of the source."""
        if not text:
            return
        if at != self._next:
            self.breaks[0].append(self.length)
            self.breaks[1].append(at)
        self.parts.append(text)
        self.length += len(text)
        self._next = at + len(text)

    def put(self, text: str, at: int) -> None:
        """Append `text` that stands for something else at offset `at`: what follows begins a new piece."""
        self.add(text, at)
        self._next = -1

    def text(self) -> str:
        """Return all of it."""
        return "".join(self.parts)


def assemble(source: str, edits: Iterable[Edit]) -> tuple[str, Breaks]:
    """Return `source` with the edits made in order (what overlaps is cut), and where its pieces stand."""
    pieces = Pieces()
    at = 0
    for start, end, shown in edits:
        if end <= at:
            continue
        if start > at:
            pieces.add(source[at:start], at)
        if shown:
            pieces.put(shown, max(start, at))
        at = end
    pieces.add(source[at:], at)
    if at >= len(source):  # what is hidden at the end is no part of the last piece
        pieces.breaks[0].append(pieces.length)
        pieces.breaks[1].append(len(source))
    return pieces.text(), pieces.breaks


def text_offset(breaks: tuple[Sequence[int], Sequence[int]], place: int) -> int:
    """Return the offset in the text of the first character that stands at `place` of the source or later."""
    mine, theirs = breaks
    if not mine:
        return place
    at = bisect_left(theirs, place + 1) - 1
    if at < 0:
        return mine[0]
    there = mine[at] + place - theirs[at]
    return min(there, mine[at + 1]) if at + 1 < len(mine) else there
