"""Plain columns, for reports that need no styles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reports.visible import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reports import View


def columns_text(head: Sequence[str], rows: Sequence[Sequence[str]], view: View) -> list[str]:
    """Return a head, a rule and the rows, as wide as their longest cells; the last column may run on."""
    from rich.cells import cell_len

    table = [[plain(cell, ascii_only=view.ascii) for cell in row] for row in (head, *rows)]
    widths = [max(cell_len(row[i]) for row in table) for i in range(len(head))]
    lines = ["  ".join(cell + " " * (w - cell_len(cell)) for cell, w in zip(row, widths, strict=True)) for row in table]
    lines.insert(1, "  ".join("-" * width for width in widths))
    return [line.rstrip() for line in lines]
