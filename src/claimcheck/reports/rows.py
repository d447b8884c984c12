"""Plain columns, for reports that need no styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reports.visible import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reports import View


_GAP = "  "
_BELOW = "    "
_NARROWEST = 20  # columns of the last column


def columns_text(head: Sequence[str], rows: Sequence[Sequence[str]], view: View) -> list[str]:
    """Return a head, a rule and the rows, as wide as their longest cells; the last is wrapped to the terminal.

    Where there is too little room for it, it stands below the others, behind its head.
    """
    from rich.cells import cell_len

    from claimcheck.reports.styled import wrapped_text

    table = [[plain(cell, ascii_only=view.ascii) for cell in row] for row in (head, *rows)]
    widths = [max(cell_len(row[i]) for row in table) for i in range(len(head))]
    left = sum(widths[:-1]) + len(_GAP) * (len(widths) - 1)
    if view.width and view.width - left < min(_NARROWEST, widths[-1]):
        return _with_last_below(table, view, view.width)
    widths[-1] = min(widths[-1], max(_NARROWEST, view.width - left)) if view.width else widths[-1]
    lines = []
    for row in table:
        first = _GAP.join(cell + " " * (w - cell_len(cell)) for cell, w in zip(row[:-1], widths, strict=False))
        for piece in wrapped_text(row[-1], widths[-1]) or [""]:
            lines.append(f"{first}{_GAP if first else ''}{piece}".rstrip())
            first = " " * (left - len(_GAP))
    lines.insert(1, _GAP.join("-" * width for width in widths))
    return lines


def _with_last_below(table: Sequence[Sequence[str]], view: View, width: int) -> list[str]:
    from claimcheck.reports.styled import wrapped_text

    head, *rows = table
    shown = columns_text(head[:-1], [row[:-1] for row in rows], view._replace(width=None))
    lines = shown[:2]
    for line, row in zip(shown[2:], rows, strict=True):
        below = wrapped_text(f"{head[-1]}: {row[-1]}", width - len(_BELOW), "  ") if row[-1] else []
        lines += [line, *(f"{_BELOW}{piece}" for piece in below)]
    return lines


def fitted(text: str, view: View, indent: str = "  ") -> list[str]:
    """Return a sentence as lines no wider than the terminal, all but the first behind `indent`."""
    from claimcheck.reports.styled import wrapped_text

    return wrapped_text(plain(text, ascii_only=view.ascii), view.width, indent)


def prose(text: str, view: View) -> str:
    """Return a text of paragraphs as a terminal shows it: none of its lines wider than that."""
    from claimcheck.reports.styled import wrapped_text

    return "".join(
        part + "\n"
        for line in text.splitlines()
        for part in wrapped_text(plain(line, ascii_only=view.ascii), view.width)
    )
