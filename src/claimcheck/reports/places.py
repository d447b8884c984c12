"""Places as other programs want them: relative paths with slashes, URIs, and columns in the unit a format counts in."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.findings import Span
    from claimcheck.verdicts import Report


def relative(path: str, root: str) -> str:
    """Return `path` relative to the folder `root`, with slashes; without a root as it is, but for a leading `./`.

    Annotations land on a line only when their path is the one the repository knows: "docs/brief.md", from
    wherever the tool was run.
    """
    if root:
        try:
            path = os.path.relpath(os.path.realpath(path), os.path.realpath(root))
        except ValueError:  # another drive
            return path.replace(os.sep, "/")
    return os.path.normpath(path).replace(os.sep, "/")


def uri(path: str, root: str) -> str:
    """Return a relative URI reference (RFC 3986): "my notes.md" is "my%20notes.md", a colon no scheme."""
    from urllib.parse import quote

    return quote(relative(path, root).encode("utf-8", "surrogateescape"), safe="/~!$&'()*+,;=@")


def where(span: Span, root: str) -> str:
    """Return a place in a line of text: "docs/brief.md:3", "docs/report.docx: table 1 row 3"."""
    path = relative(span.path, root)
    return f"{path}: {span.label}" if span.label else f"{path}:{span.line}"


def span_record(span: Span) -> dict[str, Any]:
    """Return a place as data."""
    end_line, end_column = end_of(span)
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": end_line,
        "end_column": end_column,
        "label": span.label or None,
    }


def end_of(span: Span) -> tuple[int, int]:
    """Return the line and the exclusive column at which a place ends; a place without an end is one point."""
    return (span.end_line or span.line, span.end_column or span.column)


def byte_column(report: Report, path: str, line: int, column: int) -> int | None:
    """Return a column counted in bytes of UTF-8, from 1; `None` where the line is not at hand."""
    if column == 1:
        return 1
    for document in report.documents:
        if document.path == path:
            return len(document.line_text(line)[: column - 1].encode("utf-8", "surrogatepass")) + 1
    return None
