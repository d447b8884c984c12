"""What the formats for other programs share: the findings they carry, one-line texts, JSON that no log obeys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimcheck.findings import Related, Severity
from claimcheck.reports.visible import HIDDEN, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.findings import Finding, Span
    from claimcheck.reports import View
    from claimcheck.verdicts import Report


_WITHOUT_LINES = (".docx", ".pdf", ".xlsx")


def shown(reports: Sequence[Report], view: View) -> Iterator[tuple[Report, Finding]]:
    """Yield the findings that annotate a change: errors and warnings, and notes where they are asked for."""
    for report in reports:
        for finding in report.findings:
            if finding.severity > Severity.NOTE or view.verbose:
                yield report, finding


def in_the_text(finding: Finding) -> Finding:
    """Return a finding as it annotates a change: a lost quote on the text, which was changed.

    Where the text has no lines for people, the message begins with the name of the place.
    """
    moved = _on_the_text(finding)
    return moved._replace(message=at_its_place(moved.message, moved.primary))


def at_its_place(message: str, span: Span) -> str:
    """Return a message that begins with the name of its place, "Sheet1!B7", where a line says nothing to people."""
    return f"{span.label}: {message}" if span.label else message


def _on_the_text(finding: Finding) -> Finding:
    if finding.name not in ("quote-not-found", "quote-reworded") or not finding.related:
        return finding
    nearest, *others = finding.related
    if nearest.span.path.lower().endswith(_WITHOUT_LINES):
        return finding
    quoted = Related(finding.primary, "it is quoted here")
    return finding._replace(primary=nearest.span, related=(quoted, *others))


def sentence(finding: Finding) -> str:
    """Return the message of a finding in one line, its next step in parentheses."""
    help_ = f" ({visible(finding.help)})" if finding.help else ""
    return f"{visible(finding.message)}{help_}"


def json_text(value: Any, *, indent: int | None = 2) -> str:
    r"""Return JSON that is harmless as text, and the same to a program.

    Characters that a terminal obeys are escapes (U+202E is "\u202e"), and so is the first "#" of "##[" and "##vso[",
    which build logs obey.
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent).replace("##", "\\u0023#")
    return HIDDEN.sub(lambda found: json.dumps(found[0])[1:-1], text) + "\n"
