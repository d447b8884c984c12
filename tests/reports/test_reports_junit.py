"""JUnit: one case a claim, and only what was checked passes."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from claimcheck.findings import Severity
from support_reports import PASSING, PASSING_BRIEF, rendered, report_of


def cases(report, **view):
    """Return the outcome of each case by its name: failure, skipped, or passed."""
    root = ET.fromstring(rendered("junit", report, **view))  # noqa: S314  our own text
    outcomes = {}
    for case in root.iter("testcase"):
        tags = {child.tag for child in case} - {"system-out"}
        outcomes[case.get("name")] = tags.pop() if tags else "passed"
    return outcomes


def test_each_claim_of_a_contradiction_fails_and_the_others_do_not():
    assert cases(report_of()) == {"before": "failure", "after": "failure", "rise": "failure", "shops": "skipped"}


def test_a_claim_that_holds_passes_and_one_that_nothing_bears_on_is_skipped():
    found = cases(report_of(PASSING, PASSING_BRIEF))
    assert found == {"before": "passed", "after": "passed", "rise": "passed", "shops": "skipped"}


def test_a_finding_that_no_claim_owns_is_a_case_of_its_own():
    found = cases(report_of(PASSING, PASSING_BRIEF), fail_on=Severity.NOTE)
    assert found["CC309 uncovered-number at brief.md:5:28"] == "failure"


def test_a_sheet_that_cannot_be_read_fails():
    assert set(cases(report_of("claims: [\n")).values()) == {"failure"}


def test_a_sheet_without_claims_is_skipped_not_passed():
    report = report_of("claims: []\n")
    assert cases(report._replace(findings=())) == {"sheet": "skipped"}


def test_a_finding_in_the_baseline_is_skipped():
    report = report_of()
    known = report._replace(findings=report.findings[1:], known=report.findings[:1])
    assert cases(known)["rise"] == "skipped"


def test_the_text_of_a_failure_names_all_claims_with_their_places():
    root = ET.fromstring(rendered("junit", report_of()))  # noqa: S314  our own text
    text = root.find("testsuite/testcase/failure").text
    assert "brief.md:3:12: CC201 contradiction" in text
    assert "brief.md:4:51: rise “up 43%”" in text
