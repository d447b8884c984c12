"""Text of documents and sheets as data: what a terminal would obey is made visible."""

from __future__ import annotations

import re

# Control characters, direction marks, overrides and isolates, zero-width characters, lone surrogates, and tags.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff\U000e0000-\U000e007f]"
)
_ASCII = str.maketrans({"“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "≈": "~", "→": "->", "·": "-", "✓": "ok"})


def visible(text: str) -> str:
    """Return `text` in one line, with control characters shown as escapes and never obeyed."""
    return HIDDEN.sub(_escape, text.replace("\n", " ").replace("\t", " "))


def plain(text: str, *, ascii_only: bool) -> str:
    """Return visible text; for an ASCII terminal with its punctuation replaced, and all else escaped."""
    shown = visible(text)
    return shown.translate(_ASCII).encode("ascii", "backslashreplace").decode() if ascii_only else shown


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x100:  # noqa: PLR2004  two hex digits hold it
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"  # noqa: PLR2004  four do
