"""Markdown for a pull request's comment or a job's summary: what was found, then all claims in a folded table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reports.gathered import gathered
from claimcheck.reports.hints import hints
from claimcheck.reports.markdown_text import code, escaped
from claimcheck.reports.places import relative, where
from claimcheck.reports.summary import counted, summary
from claimcheck.reports.telling import mending, opening, printed, told
from claimcheck.reports.wording import repair_text, result_text, stated_text
from claimcheck.verdicts import WORST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.findings import Finding
    from claimcheck.reports import View
    from claimcheck.verdicts import Conflict, Report

_SIGNS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}
_LONGEST = 200  # rows; a comment holds 65,536 characters


def render(reports: Sequence[Report], view: View) -> str:
    """Return all reports, one after the other."""
    return "\n".join("\n".join(_report(report, view)) + "\n" for report in reports)


def _report(report: Report, view: View) -> Iterator[str]:
    yield f"### {escaped(summary(report._replace(path=relative(report.path, view.root))))}"
    for finding in gathered(report, view):
        yield ""
        yield from _finding(report, finding, view)
    if report.claims and report.assessment and not view.quiet:
        yield ""
        yield from _table(report, view)


def _finding(report: Report, finding: Finding, view: View) -> Iterator[str]:
    yield f"{_SIGNS[finding.severity.label]} **{finding.code} {finding.name}**: {escaped(finding.message)}"
    yield ""
    if finding.conflict is None or report.sheet is None:
        yield f"- {code(where(finding.primary, view.root))}"
        yield from (f"- {code(where(r.span, view.root))} {escaped(r.message)}" for r in finding.related)
        if finding.help:
            yield f"- To do: {escaped(finding.help)}"
        return
    yield from _conflict(report, finding, report.conflicts[finding.conflict], view)


def _conflict(report: Report, finding: Finding, conflict: Conflict, view: View) -> Iterator[str]:
    sheet = report.sheet
    assert sheet is not None  # noqa: S101  a conflict comes from a sheet
    for place, text, name in printed(sheet, finding):
        yield f"- {code(where(place, view.root))} **{escaped(name)}** {code(text)}"
    yield ""
    sentences = told(sheet, conflict, numbered=True)
    if words := opening(conflict) if sentences else "":
        unit = f"Take {code(str(conflict.unit_quantity))} as 1" if conflict.unit_quantity else ""
        yield f"{unit or escaped(words[0].upper() + words[1:].rstrip(':'))}:"
        yield ""
    number = 0
    for each in sentences:
        number += bool(each.claim)
        mark = f"{number}. **{escaped(each.claim)}**:" if each.claim else "-"
        yield f"{mark} {escaped(each.text)}"
    if conflict.repairs:
        yield ""
        yield f"{mending(conflict).capitalize()}:"
        yield ""
    for repair in conflict.repairs:
        yield f"- **{escaped(repair.claim)}**: {escaped(repair_text(sheet, repair))}"
    if notes := hints(report, conflict.claims):
        yield ""
        yield "To know:"
        yield ""
    for what, note in notes:
        yield f"- {what}: {escaped(note)}"


def _table(report: Report, view: View) -> Iterator[str]:
    results = report.results
    claims = sorted(report.claims, key=lambda claim: WORST_FIRST.index(results[claim.id].verdict))
    kept = claims if view.all else claims[:_LONGEST]
    yield f"<details><summary>{'All ' if claims[1:] else ''}{counted(len(claims), 'claim')}</summary>"
    yield ""
    yield "| claim | line | stated | recomputed | verdict |"
    yield "|---|--:|---|---|---|"
    for claim in kept:
        result = results[claim.id]
        located = report.located(claim.id)
        span = located.document.span(located.start, located.end) if located else None
        line = code(span.label, cell=True) if span and span.label else str(span.line) if span else ""
        texts = (claim.id, stated_text(claim), result_text(report.sheet, claim, result))
        name, stated, recomputed = (code(text, cell=True) for text in texts)
        yield f"| {name} | {line} | {stated} | {recomputed} | {result.verdict.value} |"
    if len(kept) < len(claims):
        yield ""
        yield f"… and {len(claims) - len(kept):,} more (`--all` shows them)"
    yield ""
    yield "</details>"
