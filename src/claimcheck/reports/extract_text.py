"""What a document says against itself, as lines for people or as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.reports.places import span_record
from claimcheck.reports.summary import counted
from claimcheck.reports.terminal import SEVERITY_STYLES, Terminal
from claimcheck.reports.visible import visible
from claimcheck.reports.wording import said
from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding
    from claimcheck.reports import View
    from claimcheck.verdicts import Report

FORMAT_VERSION = "1.2"
_PIPE = 1_000_000  # columns: in a pipe a finding begins with one whole line
_NOT_CHECKED = (Verdict.UNCHECKED, Verdict.UNDECIDED)


def check_text(checked: Sequence[tuple[Report, int]], view: View) -> str:
    """Return each contradiction as `verify` tells it, and one line that says how many numbers were looked at.

    Each report comes with how many numbers its document has.
    """
    page = Terminal(view, view.width or _PIPE)
    for report, finding in [(each, finding) for each, _ in checked for finding in each.findings]:
        label = finding.severity.label
        head = (page.text(f"{finding.primary.where}: ", "cyan"), page.text(f"{label} ", SEVERITY_STYLES[label]))
        page.line(*head, page.text(f"{finding.name}: ", "bold"), page.text(finding.message))
        if finding.conflict is None or _is_of_sum(finding):
            _places(page, report, finding)
        else:
            page.conflict(report, finding, report.conflicts[finding.conflict])
        page.lines.append("")
    page.line(page.text(check_summary(checked), "bold"))
    return "\n".join(page.lines) + "\n"


def _is_of_sum(finding: Finding) -> bool:
    """Whether a contradiction is told as that of a number and what is said to make it up: its places name no claims."""
    return bool(finding.related) and not any(related.claim for related in finding.related)


def _places(page: Terminal, report: Report, finding: Finding) -> None:
    """Print where the numbers stand that a message speaks of, and what would mend it."""
    claim = report.sheet.claim(finding.claim) if report.sheet else None
    own = [(finding.primary, said(claim))] if claim is not None and claim.quotes else []
    for place, text in [*own, *((related.span, related.message) for related in finding.related)]:
        page.line(page.text(f"{place.where} ", "cyan"), page.text(text), indent=2)
    if finding.help:
        page.line(page.text("to mend it: ", "green"), page.text(finding.help), indent=2)


def check_summary(checked: Sequence[tuple[Report, int]]) -> str:
    """Return one line on documents: how many numbers they have, how many were held against others, what was found."""
    found, numbers = sum(len(report.findings) for report, _ in checked), sum(number for _, number in checked)
    name = visible(checked[0][0].path) if len(checked) == 1 else f"{len(checked):,} documents"
    if not numbers:
        return f"{name}: no numbers read: nothing to check"
    held, read = sum(linked(*each) for each in checked), f"{name}: {counted(numbers, 'number')} read"
    if found:
        with_some = sum(bool(report.findings) for report, _ in checked)
        where = f" in {counted(with_some, 'document')}" if len(checked) > 1 else ""
        return f"{read}: {counted(found, 'contradiction')}{where}"
    if held == numbers:
        return f"{read}, all of them linked: no contradiction found"
    several = f"{held:,}" if held else "none"
    found_none = "no contradiction found; the others were checked by guesses alone, if at all"
    return f"{read}, {several} of them linked: {found_none}"


def linked(report: Report, numbers: int) -> int:
    """Return how many of the numbers read are held against others."""
    if report.sheet is None:
        return 0
    results = report.results
    checked = (c.kind.stated for c in report.sheet.claims if results[c.id].verdict not in _NOT_CHECKED)
    return min(numbers, sum(1 + len(stated.counts) for stated in checked if stated))


def check_json(report: Report, numbers: int) -> dict[str, Any]:
    """Return the contradictions as data."""
    return {
        "format_version": FORMAT_VERSION,
        "document": report.path,
        "numbers": numbers,
        "linked": linked(report, numbers),
        "findings": [
            {
                "code": finding.code,
                "name": finding.name,
                "severity": finding.severity.label,
                "message": finding.message,
                "help": finding.help or None,
                "primary": span_record(finding.primary),
                "related": [
                    {"place": span_record(related.span), "message": related.message} for related in finding.related
                ],
            }
            for finding in report.findings
        ],
    }
