"""The findings as people read them: what has one reason for many claims is told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding
    from claimcheck.reports import View
    from claimcheck.verdicts import Report

_NAMED = 3  # claims, unless all are asked for


def gathered(report: Report, view: View) -> list[Finding]:
    """Return the findings that a view shows; the claims that are undecided for one reason have one together."""
    shown = [each for each in report.findings if each.severity > Severity.NOTE or view.verbose]
    undecided: dict[str, list[Finding]] = {}
    for each in shown:
        if each.name == "undecided":
            undecided.setdefault(_reason(report, each), []).append(each)
    again = {id(each) for alike in undecided.values() for each in alike[1:]}
    return [
        _together(report, undecided[_reason(report, each)], view) if each.name == "undecided" else each
        for each in shown
        if id(each) not in again
    ]


def _reason(report: Report, finding: Finding) -> str:
    result = report.results.get(finding.claim)
    return result.reason if result else ""


def _together(report: Report, alike: Sequence[Finding], view: View) -> Finding:
    if len(alike) == 1:
        return alike[0]
    names = [each.claim for each in alike]
    named = names if view.all or len(names) <= _NAMED + 1 else names[:_NAMED]
    left = len(names) - len(named)
    last = f"{left:,} more claims" if left else named.pop()
    message = f"whether {', '.join(named)} and {last} hold could not be decided: {_reason(report, alike[0])}"
    return alike[0]._replace(message=message)
