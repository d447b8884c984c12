"""Workflow commands of GitHub Actions: one annotation a finding, `::error file=...,line=...::message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.findings import Severity
from claimcheck.reports.machine import in_the_text, sentence, shown
from claimcheck.reports.places import end_of, relative, where
from claimcheck.reports.summary import summary
from claimcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding, Span
    from claimcheck.reports import View
    from claimcheck.verdicts import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(reports: Sequence[Report], view: View) -> str:
    """Return one command a line, then the summaries, which the log shows as text."""
    lines = [_command(in_the_text(finding), view.root) for _, finding in shown(reports, view)]
    if not view.quiet:
        lines += [
            f"claimcheck: {_harmless(summary(report._replace(path=relative(report.path, view.root))))}"
            for report in reports
        ]
    return "".join(line + "\n" for line in lines)


def _command(finding: Finding, root: str) -> str:
    properties = {
        "file": relative(finding.primary.path, root),
        **_position(finding.primary),
        "title": f"{finding.code} {finding.name}",
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    places = [f"{where(r.span, root)}: {f'{r.claim} ' if r.claim else ''}{r.message}" for r in finding.related]
    related = [visible(place) for place in places]
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(chr(10).join([sentence(finding), *related]))}"


def _position(span: Span) -> dict[str, str]:
    """Return lines and columns; columns only within one line, where alone they are understood, and inclusive."""
    line, column = end_of(span)
    if line != span.line:
        return {"line": str(span.line), "endLine": str(line)}
    last = max(span.column, column - 1)
    return {"line": str(span.line), "endLine": str(line), "col": str(span.column), "endColumn": str(last)}


def _data(text: str) -> str:
    """Return text as the runner unescapes it: "35%" is "35%25", a line end is "%0A"; the percent sign first."""
    return _harmless(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """Return the value of a property, in which a colon or a comma would end it."""
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")


def _harmless(text: str) -> str:
    """Return text without "##", with which an older form of commands begins anywhere in a line."""
    return text.replace("##", "# #")
