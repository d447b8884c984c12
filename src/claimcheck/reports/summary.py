"""The one line that says what a run found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.findings import Severity
from claimcheck.reports.visible import visible
from claimcheck.verdicts import WORST_FIRST

if TYPE_CHECKING:
    from claimcheck.verdicts import Report

_UNCOVERED = "uncovered-number"
_NOUNS = ("error", "warning", "note", "uncovered number")


def counts(report: Report) -> Counter[str]:
    """Return how many claims got each verdict."""
    results = report.results
    return Counter(results[claim.id].verdict.value for claim in report.claims if claim.id in results)


def summary(report: Report, *, notes: bool = True) -> str:
    """Return "claims.yaml: 27 claims hold: 9 confirmed, 13 consistent, 5 unchecked", or what does not.

    Without `notes`, which a report then leaves out, it says how to see them.
    """
    name = visible(report.path)
    if report.sheet is None:
        return f"{name}: not checked, {', '.join(_problems(report))}"
    found = counts(report)
    total = sum(found.values())
    said = ", ".join(f"{found[word]:,} {word}" for word in WORST_FIRST if found[word])
    severities = Counter(finding.severity for finding in report.findings)
    problems = _problems(report)
    if severities[Severity.NOTE] and not notes:
        problems[-1] += f" (-v shows {'it' if severities[Severity.NOTE] == 1 else 'them'})"
    if report.known:
        problems.append(f"{counted(len(report.known), 'finding')} in the baseline")
    if left_out := acknowledged(report):
        problems.append(f"{counted(len(left_out), 'contradiction')} acknowledged or ignored")
    if total == 0:
        line = f"{name}: no claim was checked"
    elif found["contradicted"] or found["undecided"] or severities[Severity.ERROR]:
        line = f"{name}: {counted(total, 'claim')}: {said}"
    elif found["unchecked"] == total:
        line = f"{name}: {unlinked(total)}: nothing could be checked"
    else:
        holds = "holds" if total == 1 else "hold"
        line = f"{name}: {counted(total, 'claim')} {holds}: {said}"
    return f"{line}; {', '.join(problems)}" if problems else line


def unlinked(claims: int) -> str:
    """Return what is said of claims of which none can be held against another."""
    return f"{claims:,} claims, none of which bears on another" if claims > 1 else "1 claim, and nothing bears on it"


def _problems(report: Report) -> list[str]:
    """Return how many findings there are of each severity; notes on uncovered numbers are called so."""
    found = Counter(
        "uncovered number" if (each.name, each.severity) == (_UNCOVERED, Severity.NOTE) else each.severity.label
        for each in report.findings
    )
    return [counted(found[noun], noun) for noun in _NOUNS if found[noun]]


def acknowledged(report: Report) -> set[int]:
    """Return the conflicts that no finding tells any more: a claim's `ignore` or an option has left it out."""
    told = {finding.conflict for finding in (*report.findings, *report.known)}
    return {position for position in range(len(report.conflicts)) if position not in told}


def counted(count: int, noun: str) -> str:
    """Return "1 claim" or "1,200 claims"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
