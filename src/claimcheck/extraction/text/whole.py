"""Scanning a long text piece by piece, so that its reader can be told how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.scanner import shifted
from claimcheck.quantity.written import scan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.quantity.written import Written

PIECE = 60_000  # characters; a piece ends at the end of a paragraph, else of a line, else of a word


def scan_whole(text: str, locale: str = "en", progress: Callable[[int, int], None] | None = None) -> list[Written]:
    """Return every number of `text` in order, as `scan` finds them; `progress` is told (characters done, of all)."""
    found: list[Written] = []
    for start, end in _pieces(text):
        piece = scan(text[start:end], locale)
        found += shifted(piece, start)
        if progress is not None:
            progress(end, len(text))
    return found


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > 2 * PIECE:
        end = _break(text, start + PIECE, start + 2 * PIECE)
        yield start, end
        start = end
    yield start, len(text)


def _break(text: str, low: int, high: int) -> int:
    """Return a place between `low` and `high` at which the text can be cut."""
    for mark in ("\n\n", "\n", " "):
        at = text.find(mark, low, high)
        if at >= 0:
            return at + len(mark)
    return high
