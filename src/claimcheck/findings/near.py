"""The nearest valid name to a mistyped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


_LISTED = 24  # names; a longer list helps nobody


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the name most like `word`, or "" where none is near (edit ratio below 0.6)."""
    from difflib import get_close_matches

    folded = {name.lower(): name for name in names}
    found = get_close_matches(word.lower()[:200], folded, n=1)
    return folded[found[0]] if found else ""


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """Return "did you mean 'growth'?", or the valid names where they are few, or ""."""
    known = list(names)
    near = nearest(word, known)
    if near:
        return f"did you mean {near!r}?"
    return f"valid here: {', '.join(known)}" if 0 < len(known) <= _LISTED else ""
