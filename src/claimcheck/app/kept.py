"""The report on a draft, with those of its contradictions alone that are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding
    from claimcheck.verdicts import Report


def kept(report: Report, findings: Sequence[Finding]) -> Report:
    """Return a report with some findings, without the contradictions that none of them tells.

    Those rest on guesses that are not to be believed: zeros of tables that may be rounded, forecasts. What they are of
    counts as not checked.
    """
    if report.assessment is None:
        return report._replace(findings=tuple(findings))
    told = sorted({finding.conflict for finding in findings if finding.conflict is not None})
    places = {position: number for number, position in enumerate(told)}
    results = []
    for result in report.assessment.results:
        left = tuple(places[position] for position in result.conflicts if position in places)
        verdict = Verdict.UNCHECKED if result.conflicts and not left else result.verdict
        results.append(result._replace(verdict=verdict, conflicts=left))
    conflicts = tuple(report.assessment.conflicts[position] for position in told)
    assessment = report.assessment._replace(results=tuple(results), conflicts=conflicts)
    moved = (f if f.conflict is None else f._replace(conflict=places[f.conflict]) for f in findings)
    return report._replace(assessment=assessment, findings=tuple(moved))
