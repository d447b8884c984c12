"""The report for programs: `--format json` (one object, or a list for several sheets) and `jsonl` (one object a line).

Decimals are strings, rounded outward to 12 significant digits; percents are fractions. `format_version` adds with its
second number and breaks with its first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck import __version__
from claimcheck.quantity.show import decimal_text
from claimcheck.reports.machine import json_text
from claimcheck.reports.places import span_record
from claimcheck.reports.summary import counts
from claimcheck.reports.unchecked import why_unchecked
from claimcheck.reports.wording import number_text
from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.findings import Finding
    from claimcheck.quantity.interval import Interval
    from claimcheck.reports import View
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Conflict, Report, Result

FORMAT_VERSION = "1.1"


def render(reports: Sequence[Report], view: View) -> str:
    """Return the reports as JSON text."""
    records = [record(report, view) for report in reports]
    if view.format == "jsonl":
        return "".join(json_text(each, indent=None) for each in records)
    whole: Any = records[0] if len(records) == 1 else records
    return json_text(whole)


def record(report: Report, view: View) -> dict[str, Any]:
    """Return one report as plain lists and dictionaries."""
    found, results, unchecked = counts(report), report.results, why_unchecked(report)
    return {
        "format_version": FORMAT_VERSION,
        "tool": {"name": "claimcheck", "version": __version__},
        "sheet": report.path,
        "summary": {
            "claims": len(report.claims),
            **{verdict.value: found[verdict.value] for verdict in Verdict},
            "conflicts": len(report.conflicts),
            "exit_code": report.exit_code(view.fail_on),
        },
        "claims": [_claim(report, claim, results[claim.id], unchecked) for claim in report.claims],
        "conflicts": [_conflict(report.sheet, each) for each in report.conflicts] if report.sheet else [],
        "findings": [_finding(each) for each in report.findings],
    }


def _claim(report: Report, claim: Claim, result: Result, unchecked: Mapping[str, str]) -> dict[str, Any]:
    located = report.located(claim.id)
    stated, recomputed = interval_record(result.stated), interval_record(result.recomputed)
    return {
        "id": claim.id,
        "kind": claim.kind.name,
        "sheet": claim.place.path,
        "line": claim.place.line,
        "quote": claim.quotes[0].text if claim.quotes else None,
        "document": located.document.path if located else None,
        "document_line": located.document.place(located.start)[0] if located else None,
        "assumed": claim.assumed,
        "verdict": result.verdict.value,
        "stated": {"text": number_text(claim), **stated} if stated else None,
        "recomputed": {**recomputed, "exact": result.exact} if recomputed else None,
        "slack": None if result.slack is None else _short(float(result.slack)),
        "reason": result.reason or unchecked.get(claim.id),
        "bearing": list(result.bearing),
        "conflicts": list(result.conflicts),
    }


def _short(value: float) -> str:
    return f"{value:.3g}" if abs(value) < 1e6 else f"{value:.0f}"  # noqa: PLR2004  a slack is for people


def interval_record(interval: Interval | None) -> dict[str, Any] | None:
    """Return an interval as decimals, rounded outward to 12 significant digits."""
    if interval is None:
        return None
    return {
        "low": None if interval.low is None else decimal_text(interval.low, up=False),
        "high": None if interval.high is None else decimal_text(interval.high, up=True),
        "low_open": interval.low_open,
        "high_open": interval.high_open,
    }


def _conflict(sheet: Sheet, conflict: Conflict) -> dict[str, Any]:
    from claimcheck.reports.telling import told

    steps = [{"claim": each.claim, "text": each.text} for each in told(sheet, conflict)]
    return {
        "claims": list(conflict.claims),
        "severity": "warning" if conflict.narrow else "error",
        "minimal": conflict.minimal,
        "suspect": conflict.suspect or None,
        "steps": steps,
        "repairs": [
            {
                "claim": repair.claim,
                "needs": interval_record(repair.needs),
                "exact": repair.exact,
                "cures": repair.cures,
                "slip": {"name": repair.slip.name, "text": repair.slip.text} if repair.slip else None,
            }
            for repair in conflict.repairs
        ],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.label,
        "message": finding.message,
        "claim": finding.claim or None,
        "conflict": finding.conflict,
        "help": finding.help or None,
        "primary": span_record(finding.primary),
        "related": [
            {**span_record(each.span), "message": each.message, "claim": each.claim or None} for each in finding.related
        ],
    }
