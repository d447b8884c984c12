"""`infer`: a table of quantities that nobody printed, with their ranges and the claims these rest on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.reports.json_report import interval_record
from claimcheck.reports.machine import json_text
from claimcheck.reports.rows import columns_text
from claimcheck.reports.visible import visible
from claimcheck.reports.wording import range_text, series_unit, within

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reports import View
    from claimcheck.sheet.model import Sheet

FORMAT_VERSION = "1.0"
_MOST = 3  # claims named for each quantity


def render_inferred(found: Sequence[tuple[Sheet, Sequence[Any]]], view: View) -> str:
    """Return the inferred ranges of each sheet as a table, or as JSON."""
    if view.format == "json":
        records = [
            {"format_version": FORMAT_VERSION, "sheet": sheet.path, "quantities": [_record(each) for each in inferred]}
            for sheet, inferred in found
        ]
        return json_text(records[0] if len(records) == 1 else records)
    return "\n".join(_table(sheet, inferred, view, named=len(found) > 1) for sheet, inferred in found)


def _table(sheet: Sheet, inferred: Sequence[Any], view: View, *, named: bool) -> str:
    lines = [f"{visible(sheet.path)}:"] if named else []
    if not inferred:
        return "\n".join([*lines, "every quantity is printed, or nothing bounds it"]) + "\n"
    rows = [
        (
            str(each.quantity),
            within(each.interval, exact=each.exact) + range_text(each.interval, series_unit(sheet, each.quantity)),
            _named(each.bearing, whole=view.all),
        )
        for each in inferred
    ]
    return "\n".join([*lines, *columns_text(("quantity", "range", "rests on"), rows, view)]) + "\n"


def _named(bearing: Sequence[str], *, whole: bool) -> str:
    """Return what a range rests on: the first of many, unless it was asked for by name."""
    cut = bearing if whole or len(bearing) <= _MOST + 1 else bearing[:_MOST]
    return ", ".join(cut) + (f" and {len(bearing) - len(cut)} more" if len(cut) < len(bearing) else "")


def _record(each: Any) -> dict[str, Any]:
    return {
        "quantity": str(each.quantity),
        "name": each.quantity.name,
        "period": each.quantity.period or None,
        "range": {**(interval_record(each.interval) or {}), "exact": each.exact},
        "bearing": list(each.bearing),
    }
