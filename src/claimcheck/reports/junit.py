"""JUnit XML: a suite for each sheet, a test case for each claim, and one for each finding that no claim owns.

A claim fails when a finding at or above `--fail-on` names it. What was not checked, not decided, or is known to
the baseline is skipped, with the reason: only what was checked passes. Elements are those of the schema that
Jenkins publishes (junit-10).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from claimcheck.reports.fingerprint import claims_of
from claimcheck.reports.machine import sentence
from claimcheck.reports.places import relative
from claimcheck.reports.summary import acknowledged
from claimcheck.reports.unchecked import why_unchecked
from claimcheck.reports.visible import visible
from claimcheck.reports.wording import result_text, stated_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding, Span
    from claimcheck.reports import View
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Report, Result

# What XML 1.0 cannot hold, not even as a reference, beyond what `visible` has shown as escapes already.
_FORBIDDEN = re.compile("[\ufffe\uffff]")


def render(reports: Sequence[Report], view: View) -> str:
    """Return the suites as XML."""
    suites = [_Suite(report, view) for report in reports]
    tests, failures = sum(suite.tests for suite in suites), sum(suite.failures for suite in suites)
    head = f'<testsuites name="claimcheck" tests="{tests}" failures="{failures}" errors="0">'
    body = "".join(suite.text() for suite in suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}</testsuites>\n'.replace("##", "&#35;#")


class _Suite:
    """The cases of one sheet."""

    def __init__(self, report: Report, view: View) -> None:
        self.name = relative(report.path, view.root)
        named, results = _by_claim(report), report.results
        unchecked = why_unchecked(report)
        known = {each for finding in report.known for each in claims_of(report, finding)}
        left_out = {name for position in acknowledged(report) for name in report.conflicts[position].claims}
        outcomes = {
            claim.id: _outcome(
                report.sheet,
                claim,
                results[claim.id],
                named.get(claim.id, []),
                view,
                known="the finding on it is in the baseline"
                if claim.id in known
                else "the finding on it is acknowledged or ignored"
                if claim.id in left_out
                else "",
                unchecked=unchecked.get(claim.id, ""),
            )
            for claim in report.claims
        }
        cases = [_case(self.name, name, outcome) for name, outcome in outcomes.items()]
        cases += [
            _case(
                self.name,
                f"{finding.code} {finding.name} at {_place(finding.primary, view)}",
                _failure([finding], view),
            )
            for finding in report.findings
            if finding.severity >= view.fail_on and not any(name in outcomes for name in claims_of(report, finding))
        ]
        self.cases = cases or [_case(self.name, "sheet", _skipped("it holds no claims"))]
        self.tests = len(self.cases)
        self.failures = sum("<failure" in case for case in self.cases)

    def text(self) -> str:
        skipped = sum("<skipped" in case for case in self.cases)
        counts = f'tests="{self.tests}" failures="{self.failures}" errors="0" skipped="{skipped}"'
        return f"<testsuite name={_attribute(self.name)} {counts}>\n{''.join(self.cases)}</testsuite>\n"


def _by_claim(report: Report) -> dict[str, list[Finding]]:
    named: dict[str, list[Finding]] = {}
    for finding in report.findings:
        for name in claims_of(report, finding):
            named.setdefault(name, []).append(finding)
    return named


def _outcome(
    sheet: Sheet | None,
    claim: Claim,
    result: Result,
    findings: list[Finding],
    view: View,
    *,
    known: str,
    unchecked: str,
) -> str:
    """Return what stands inside a claim's case: nothing when it passed.

    `known` says why its finding does not count, `unchecked` why nothing checks it.
    """
    failing = [finding for finding in findings if finding.severity >= view.fail_on]
    if failing:
        return _failure(failing, view)
    if known:
        return _skipped(known)
    if result.verdict.value == "undecided":
        return _skipped(f"undecided: {result.reason}")
    if unchecked:
        return _skipped(unchecked)
    said = "; ".join(sentence(finding) for finding in findings)
    facts = (
        f"{stated_text(claim)}; the other claims make it {recomputed}"
        if (recomputed := result_text(sheet, claim, result))
        else ""
    )
    out = ". ".join(part for part in (facts, said) if part)
    return f"<system-out>{_text(out)}</system-out>" if out else ""


def _failure(findings: list[Finding], view: View) -> str:
    first = findings[0]
    lines = []
    for finding in findings:
        lines.append(f"{_place(finding.primary, view)}: {finding.code} {finding.name}: {sentence(finding)}")
        lines += [
            f"  {_place(each.span, view)}: {f'{each.claim} ' if each.claim else ''}{visible(each.message)}"
            for each in finding.related
        ]
    body = _text("\n".join(lines))
    return (
        f"<failure type={_attribute(f'{first.code} {first.name}')} message={_attribute(first.message)}>{body}</failure>"
    )


def _place(span: Span, view: View) -> str:
    return span._replace(path=relative(span.path, view.root)).where


def _skipped(reason: str) -> str:
    return f"<skipped message={_attribute(reason)}/>"


def _case(suite: str, name: str, inner: str) -> str:
    head = f"<testcase classname={_attribute(suite)} name={_attribute(name)}"
    return f"{head}>{inner}</testcase>\n" if inner else f"{head}/>\n"


def _attribute(text: str) -> str:
    return quoteattr(_FORBIDDEN.sub("\ufffd", visible(text)))


def _text(text: str) -> str:
    r"""Return text as character data; lines stay lines. "]]>" cannot stand in it, since ">" is escaped."""
    return escape("\n".join(_FORBIDDEN.sub("\ufffd", visible(line)) for line in text.split("\n")))
