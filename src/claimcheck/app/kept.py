"""The report on a draft, with those of its contradictions alone that are told, and what words say that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from claimcheck.findings import Finding
    from claimcheck.verdicts import Report


def kept(report: Report, findings: Sequence[Finding], held: AbstractSet[str]) -> Report:
    """Return a report with some findings, without the contradictions that none of them tells.

    Those rest on guesses that are not to be believed: zeros of tables that may be rounded, forecasts. What they are of
    counts as not checked. The claims that are `held` go together with others as words say that no claim holds.
    """
    if report.assessment is None:
        return report._replace(findings=tuple(findings))
    told = sorted({finding.conflict for finding in findings if finding.conflict is not None})
    places = {position: number for number, position in enumerate(told)}
    results = []
    for result in report.assessment.results:
        left = tuple(places[position] for position in result.conflicts if position in places)
        verdict = Verdict.UNCHECKED if result.conflicts and not left else result.verdict
        made = result.recomputed
        if verdict is Verdict.UNCHECKED and result.claim in held:
            verdict, made = Verdict.CONSISTENT, None  # no claim makes it anything
        results.append(result._replace(verdict=verdict, recomputed=made, conflicts=left))
    conflicts = tuple(report.assessment.conflicts[position] for position in told)
    assessment = report.assessment._replace(results=tuple(results), conflicts=conflicts)
    moved = (f if f.conflict is None else f._replace(conflict=places[f.conflict]) for f in findings)
    return report._replace(assessment=assessment, findings=tuple(moved))
