"""GitLab code quality: a list of issues, each with the fingerprint by which a merge request tells new from old."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claimcheck.findings import Severity
from claimcheck.reports.fingerprint import fingerprints
from claimcheck.reports.machine import in_the_text, json_text, sentence, shown
from claimcheck.reports.places import end_of, relative

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding
    from claimcheck.reports import View
    from claimcheck.verdicts import Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(reports: Sequence[Report], view: View) -> str:
    """Return the findings as one JSON list; `[]` where there are none."""
    issues = []
    for report in reports:
        findings = [finding for _, finding in shown([report], view)]
        issues += [
            _issue(report, f, p, view.root) for f, p in zip(findings, fingerprints(report, findings), strict=True)
        ]
    return json_text(issues)


def _issue(report: Report, finding: Finding, fingerprint: str, root: str) -> dict[str, Any]:
    # One list holds all sheets, and its fingerprints must differ: the sheet's path goes in.
    finding = in_the_text(finding)
    place = finding.primary
    own = sha256(f"{relative(report.path, root)}\0{fingerprint}".encode("utf-8", "surrogatepass")).hexdigest()
    return {
        "description": f"{finding.code} {finding.name}: {sentence(finding)}",
        "check_name": finding.code,
        "fingerprint": own[:32],
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": relative(place.path, root), "lines": {"begin": place.line, "end": end_of(place)[0]}},
    }
