"""Fingerprints: the same finding gets the same one after lines have moved, another finding another one.

What counts is what a finding says and of what: its rule, the claims it names with the words they quote, and the
line of the document it stands on. Line numbers, paths and recomputed figures do not count, since all of them
change when something else is edited.
"""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.findings import Finding
    from claimcheck.verdicts import Report

_DIGITS = 32  # hexadecimal, 128 bits: no two of a billion findings meet by chance


def fingerprints(report: Report, findings: Iterable[Finding]) -> list[str]:
    """Return one fingerprint for each finding, in order; equal findings are told apart by their order."""
    seen: Counter[tuple[str, ...]] = Counter()
    prints = []
    for finding in findings:
        facts = _facts(report, finding)
        seen[facts] += 1
        text = "\0".join((*facts, str(seen[facts])))
        prints.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS])
    return prints


def claims_of(report: Report, finding: Finding) -> tuple[str, ...]:
    """Return the ids of the claims that a finding names, its own first."""
    if finding.conflict is not None and finding.conflict < len(report.conflicts):
        return report.conflicts[finding.conflict].claims
    return (finding.claim,) if finding.claim else ()


def _facts(report: Report, finding: Finding) -> tuple[str, ...]:
    names = claims_of(report, finding)
    if names:
        return (finding.code, *sorted(_words(report, name) for name in names))
    return (finding.code, " ".join(finding.message.split()), _line(report, finding))


def _words(report: Report, name: str) -> str:
    """Return a claim's id with what it quotes, or with its sum where it quotes nothing."""
    claim = report.sheet.claim(name) if report.sheet else None
    if claim is None:
        return name
    quoted = "\1".join(" ".join(quote.text.split()) for quote in claim.quotes)
    return f"{name}\1{quoted or claim.kind.working()}"


def _line(report: Report, finding: Finding) -> str:
    """Return the line of the document that a finding stands on; "" where it stands in the sheet."""
    for document in report.documents:
        if document.path == finding.primary.path:
            return " ".join(document.line_text(finding.primary.line).split())
    return ""
