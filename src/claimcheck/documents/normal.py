"""The normalised form in which quotes are compared: one kind of quote, dash and space; never NFKC.

NFKC would make 10⁶ the number 106 and ½ the letters 1⁄2: what digits are printed is never touched here.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# One character each for one character, so that offsets stay.
_LIKE = (
    ("'", "‘’‚‛′`´ʼ"),
    ('"', "“”„‟″«»「」『』"),
    ("-", "‐‑‒–—―−﹣"),
    (
        " ",
        "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000",
    ),
)
_CHANGED = tuple((old, new) for new, olds in _LIKE for old in olds)
_ASCII_CHANGED = tuple((old, new) for old, new in _CHANGED if old.isascii())
# What is left out: soft hyphens with the line break they stand at, marks without width, all but one space of several,
# and the space before a percent sign.
_DROPPED = re.compile("\u00ad+ *|[\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff\ufffe]+| +(?=[%‰])|(?<= ) +")


class Normalised(NamedTuple):
    """A normalised text; from its offset `mine[i]` on it runs along with the original from `theirs[i]`."""

    text: str
    mine: list[int]
    theirs: list[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the original text that `text[start:end]` stands for."""
        return self._there(start), self._there(end - 1) + 1

    def shortened(self, offset: int) -> int:
        """Return where `offset` of the original text lies in the normalised one."""
        at = bisect_right(self.theirs, offset) - 1
        return min(offset, len(self.text)) if at < 0 else min(self.mine[at] + offset - self.theirs[at], len(self.text))

    def _there(self, offset: int) -> int:
        at = bisect_right(self.mine, offset) - 1
        return offset if at < 0 else self.theirs[at] + offset - self.mine[at]


def normalise(text: str) -> Normalised:
    """Return `text` with quotes, dashes and spaces of one kind and the invisible left out; digits stay as they are."""
    for old, new in _ASCII_CHANGED if text.isascii() else _CHANGED:
        if old in text:
            text = text.replace(old, new)
    parts: list[str] = []
    mine: list[int] = []
    theirs: list[int] = []
    at = length = 0
    for found in _DROPPED.finditer(text):
        start, end = found.span()
        if start > at:
            parts.append(text[at:start])
            length += start - at
        at = end
        mine.append(length)
        theirs.append(end)
    if not parts and not at:
        return Normalised(text, mine, theirs)
    parts.append(text[at:])
    return Normalised("".join(parts), mine, theirs)
