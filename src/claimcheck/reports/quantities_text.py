"""The numbers of a text as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.reports.visible import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDEST = 48
_HEAD = ("place", "number", "class", "value", "unit", "modifier", "change")


def quantities_table(rows: Sequence[tuple[str, str, dict[str, Any]]], *, ascii_only: bool = False) -> str:
    """Return one line for each (place, text, record of a quantity); numbers are never cut, the text may be."""
    if not rows:
        return "no numbers\n"
    cells = [_HEAD, *(_cells(place, text, record) for place, text, record in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEAD))]
    lines = []
    for row in cells:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append(plain(line.rstrip(), ascii_only=ascii_only))
    return "\n".join(lines) + "\n"


def _cells(place: str, text: str, record: dict[str, Any]) -> tuple[str, ...]:
    shown = " ".join(text.split())
    if len(shown) > _WIDEST:
        shown = f"{shown[: _WIDEST - 1]}…"
    value = _number(record["value"]) if record["kind"] != "year" else str(record["value"])
    if record["low"] is not None:
        value = f"{_number(record['low'])} to {_number(record['high'])}"
    modifier = "" if record["modifier"] == "=" else record["modifier"]
    return place, shown, record["kind"], value, record["unit"], modifier, record["change"] or ""


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:,}" if isinstance(value, int) else f"{value:,.12g}"
