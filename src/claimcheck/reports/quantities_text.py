"""The numbers of a text as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size

from claimcheck.reports.visible import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reports import View

_WIDEST, _NARROWEST = 48, 16  # cells of the number as it is printed
_GAP = "  "
_HEAD = ("place", "number", "class", "value", "unit", "modifier", "change")


def quantities_table(rows: Sequence[tuple[str, str, dict[str, Any]]], view: View) -> str:
    """Return one line for each (place, text, record of a quantity); values are never cut, the text may be.

    In a narrow terminal columns without any entry are left out, and the text is cut further.
    """
    if not rows:
        return "no numbers\n"
    table = [[plain(cell, ascii_only=view.ascii) for cell in _cells(*row)] for row in rows]
    table = [list(_HEAD), *([row[0], _cut(row[1], _WIDEST, view), *row[2:]] for row in table)]
    over = _width(table) - view.width if view.width else 0
    if over > 0:
        kept = [column for column in range(len(_HEAD)) if any(row[column] for row in table[1:])]
        table = [[row[column] for column in kept] for row in table]
        most = max(cell_len(row[1]) for row in table) - max(0, _width(table) - (view.width or 0))
        table = [[row[0], _cut(row[1], max(_NARROWEST, most), view), *row[2:]] for row in table]
    widths = _widths(table)
    lines = [_GAP.join(set_cell_size(cell, width) for cell, width in zip(row, widths, strict=True)) for row in table]
    return "".join(line.rstrip() + "\n" for line in lines)


def _widths(table: list[list[str]]) -> list[int]:
    return [max(map(cell_len, column)) for column in zip(*table, strict=True)]


def _width(table: list[list[str]]) -> int:
    widths = _widths(table)
    return sum(widths) + len(_GAP) * (len(widths) - 1)


def _cut(text: str, most: int, view: View) -> str:
    return (
        text if cell_len(text) <= most else plain(f"{set_cell_size(text, most - 3).rstrip()}…", ascii_only=view.ascii)
    )


def _cells(place: str, text: str, record: dict[str, Any]) -> tuple[str, ...]:
    shown = " ".join(text.split())
    value = _number(record["value"]) if record["kind"] != "year" else str(record["value"])
    if record["low"] is not None:
        value = f"{_number(record['low'])} to {_number(record['high'])}"
    modifier = "" if record["modifier"] == "=" else record["modifier"]
    return place, shown, record["kind"], value, record["unit"], modifier, record["change"] or ""


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, int) else f"{value:,.12g}"
