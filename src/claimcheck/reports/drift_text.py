"""Drifted quotes, the sheet's words and the document's side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.reports.places import span_record
from claimcheck.reports.rows import fitted
from claimcheck.reports.summary import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.moved import Moved
    from claimcheck.reports import View

FORMAT_VERSION = "1.1"
_LABEL = 12  # cells of "  document  "


def drift_table(moved: Sequence[Moved], view: View) -> str:
    """Return each drifted quote as a block of lines, and one line that counts them."""
    lines = []
    for each in moved:
        lines += [f"{each.place}: {each.what}: {each.owner}", f"  sheet     {each.quote}"]
        if each.there is not None:
            lines.append(f"  document  {each.found}   ({each.there.where})")
        for change in each.changes:
            lines.append(f"  changed   {change.before or '(nothing)'} -> {change.after or '(nothing)'}")
        lines += [f"  {each.outcome}"] if each.outcome else []
        lines.append("")
    lines.append(_summary(moved))
    return "".join(f"{part}\n" for line in lines for part in fitted(line, view, " " * _LABEL))


def _summary(moved: Sequence[Moved]) -> str:
    if not moved:
        return "no quote has drifted"
    left = sum(each.outcome != "rewritten" for each in moved)
    done = len(moved) - left
    said = [f"{done} rewritten"] if done else []
    follow = sum(each.follows for each in moved)
    hint = f"; `claimcheck drift --update` rewrites {follow} of them" if follow else ""
    said += [f"{left} to look at"] if left and done else []
    quotes = f"{counted(len(moved), 'quote')} drifted"
    return f"{quotes}: {', '.join(said)}" if said else quotes + hint


def drift_json(moved: Sequence[Moved]) -> dict[str, Any]:
    """Return the drifted quotes as data."""
    return {
        "format_version": FORMAT_VERSION,
        "drifted": [
            {
                "what": each.what,
                "owner": each.owner,
                "sheet": span_record(each.place),
                "quote": each.quote,
                "found": each.found or None,
                "document": span_record(each.there) if each.there else None,
                "changes": [change._asdict() for change in each.changes],
                "outcome": each.outcome or None,
            }
            for each in moved
        ],
    }
