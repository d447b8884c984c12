"""Reviewdog's diagnostic format, `rdjson`: one object with all findings; columns count bytes of UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.reports.machine import at_its_place, in_the_text, json_text, sentence, shown
from claimcheck.reports.places import byte_column, end_of, relative
from claimcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding, Span
    from claimcheck.reports import View
    from claimcheck.verdicts import Report

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(reports: Sequence[Report], view: View) -> str:
    """Return the findings as one JSON object."""
    found = [_diagnostic(report, in_the_text(finding), view.root) for report, finding in shown(reports, view)]
    return json_text({"source": {"name": "claimcheck"}, "diagnostics": found})


def _diagnostic(report: Report, finding: Finding, root: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "message": f"{finding.name}: {sentence(finding)}",
        "location": _location(report, finding.primary, root),
        "severity": _SEVERITIES[finding.severity.label],
        "code": {"value": finding.code},
    }
    if finding.related:
        record["relatedLocations"] = [
            {
                "message": visible(at_its_place(f"{each.claim} {each.message}".strip(), each.span)),
                "location": _location(report, each.span, root),
            }
            for each in finding.related
        ]
    return record


def _location(report: Report, span: Span, root: str) -> dict[str, Any]:
    line, column = end_of(span)
    ends = {
        "start": _position(report, span.path, span.line, span.column),
        "end": _position(report, span.path, line, column),
    }
    return {"path": relative(span.path, root), "range": ends}


def _position(report: Report, path: str, line: int, column: int) -> dict[str, int]:
    """Return a line, and its column in bytes where the line is at hand to count them."""
    counted = byte_column(report, path, line, column)
    return {"line": line} if counted is None else {"line": line, "column": counted}
