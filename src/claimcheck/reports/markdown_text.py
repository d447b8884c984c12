"""Text of documents in Markdown, where nothing of it is obeyed: markup, table cells, mentions, links, emoji."""

from __future__ import annotations

import re

from claimcheck.reports.visible import visible

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~]")
# Forges look for references after Markdown is done (@name, #12, !3, $math$, :smile:, http:, www.): an empty
# comment parts them.
_REFERENCES = re.compile(r"([@#!$%:])(?=[\w/])|(?<=www)(\.)", re.IGNORECASE)
_BACKTICKS = re.compile("`+")


def escaped(text: str) -> str:
    """Return text for the middle of a line, markup escaped (CommonMark 2.4) and references of a forge parted."""
    return _REFERENCES.sub(r"\\\g<0><!-- -->", _MARKUP.sub(r"\\\g<0>", visible(text)))


def code(text: str, *, cell: bool = False) -> str:
    """Return text as a code span; "" stays empty.

    In the cell of a table a bar is escaped, elsewhere it stands for itself. The fence is one backtick longer
    than the longest run inside; a space on either side keeps it apart from backticks.
    """
    shown = visible(text).strip()
    if not shown:
        return ""
    longest = max((len(run) for run in _BACKTICKS.findall(shown)), default=0)
    fence = "`" * (longest + 1)
    inner = f" {shown} " if shown.startswith("`") or shown.endswith("`") else shown
    span = f"{fence}{inner}{fence}"
    return span.replace("|", "\\|") if cell else span
