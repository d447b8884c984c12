"""SARIF 2.1.0 (OASIS): one run with all findings, for code scanning and editors.

Paths are URIs relative to the repository. Findings that a baseline knows are carried as suppressed, not left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck import __version__
from claimcheck.reports.fingerprint import fingerprints
from claimcheck.reports.machine import at_its_place, in_the_text, json_text
from claimcheck.reports.places import end_of, uri
from claimcheck.reports.sarif_rules import rule_record
from claimcheck.reports.visible import visible
from claimcheck.sheet.rules import all_rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding, Related, Span
    from claimcheck.reports import View
    from claimcheck.verdicts import Report

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "claimcheck/v1"
_UNREADABLE = 2  # the exit code of a run in which something was not checked


def render(reports: Sequence[Report], view: View) -> str:
    """Return the log as JSON text."""
    used = {finding.code for report in reports for finding in (*report.findings, *report.known)}
    rules = [rule for rule in all_rules() if rule.code in used]
    index = {rule.code: position for position, rule in enumerate(rules)}
    code = max((report.exit_code(view.fail_on) for report in reports), default=0)
    code = 0 if code == 1 and view.exit_zero else code
    run = {
        "tool": {
            "driver": {"name": "claimcheck", "version": __version__, "rules": [rule_record(rule) for rule in rules]}
        },
        "invocations": [{"executionSuccessful": code < _UNREADABLE, "exitCode": code}],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"%SRCROOT%": {"description": {"text": "The root of the repository."}}},
        "results": [result for report in reports for result in _results(report, index, view.root)],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _results(report: Report, index: dict[str, int], root: str) -> list[dict[str, Any]]:
    findings = (*report.findings, *report.known)
    records = []
    for position, (finding, mark) in enumerate(zip(findings, fingerprints(report, findings), strict=True)):
        record = _result(in_the_text(finding), mark, index[finding.code], root)
        if position >= len(report.findings):
            record["suppressions"] = [
                {"kind": "external", "status": "accepted", "justification": "It is in the baseline."}
            ]
        records.append(record)
    return records


def _result(finding: Finding, mark: str, rule_index: int, root: str) -> dict[str, Any]:
    record: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": rule_index,
        "level": finding.severity.label,
        "message": {"text": _message(finding)},
        "locations": [_location(finding.primary, root)],
        "partialFingerprints": {FINGERPRINT: mark},
    }
    if finding.related:
        record["relatedLocations"] = [_related(each, number, root) for number, each in enumerate(finding.related, 1)]
    return record


def _message(finding: Finding) -> str:
    """Return the message, with a link to each related place, and the next step."""
    text = _plain(finding.message)
    links = [f"[{_label(each)}]({number})" for number, each in enumerate(finding.related, 1)]
    if links:
        text += f". With {', '.join(links)}"
    return f"{text}. {_plain(finding.help)}" if finding.help else text


def _label(related: Related) -> str:
    words = _plain(related.claim or related.message)
    return words.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _plain(text: str) -> str:
    """Return text in which no braces are placeholders and no brackets a link (SARIF 3.11.5 and 3.11.6)."""
    return visible(text).replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _related(related: Related, number: int, root: str) -> dict[str, Any]:
    message = _plain(at_its_place(f"{related.claim} {related.message}".strip(), related.span))
    return {"id": number, "message": {"text": message}, **_location(related.span, root)}


def _location(span: Span, root: str) -> dict[str, Any]:
    line, column = end_of(span)
    region = {"startLine": span.line, "startColumn": span.column, "endLine": line, "endColumn": column}
    artifact = {"uri": uri(span.path, root), "uriBaseId": "%SRCROOT%"}
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}
