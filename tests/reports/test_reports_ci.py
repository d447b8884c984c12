"""The formats of code scanning, GitHub, GitLab and reviewdog."""

from __future__ import annotations

import json
import re

import pytest

from claimcheck.findings.rules import RULES
from claimcheck.reports.fingerprint import fingerprints
from claimcheck.reports.sarif_rules import rule_record
from support_reports import PASSING, PASSING_BRIEF, SHEET, rendered, report_of


@pytest.fixture(scope="module")
def report():
    return report_of()


def unescaped(data):
    """What the runner of GitHub Actions makes of the data of a command; the percent sign last."""
    for written, meant in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        data = data.replace(written, meant)
    return data


def test_a_github_annotation_stands_on_the_number_with_inclusive_columns(report):
    first = rendered("github", report).splitlines()[0]
    head, _, data = first.removeprefix("::").partition("::")
    assert head == "error file=brief.md,line=3,endLine=3,col=12,endColumn=14,title=CC201 contradiction"
    assert unescaped(data).splitlines()[1] == "brief.md:4: after “262 million dollars”"


def test_every_percent_sign_of_a_github_message_is_escaped(report):
    first = rendered("github", report).splitlines()[0]
    assert "43%25" in first
    assert not re.search(r"%(?!25|0A|0D|3A|2C)", first)
    assert report.findings[0].message in unescaped(first)


def test_github_properties_escape_colons_and_commas():
    report = report_of(name="a,b:c/claims.yaml").findings[1]
    assert report.code == "CC309"
    broken = report_of("claims:\n  - id: x\n", name="a,b:c%.yaml")
    first = rendered("github", broken).splitlines()[0]
    assert first.startswith("::error file=a%2Cb%3Ac%25.yaml,line=2")


def test_notes_annotate_only_when_asked_for(report):
    assert "::notice" not in rendered("github", report)
    assert "::notice" in rendered("github", report, verbose=True)


def test_gitlab_issues_have_a_place_a_severity_and_their_own_fingerprint(report):
    other = report_of(name="other/claims.yaml")
    issues = json.loads(rendered("gitlab", report, other))
    assert [issue["location"] for issue in issues] == [{"path": "brief.md", "lines": {"begin": 3, "end": 3}}] * 2
    assert {issue["severity"] for issue in issues} == {"major"}
    assert len({issue["fingerprint"] for issue in issues}) == 2
    assert json.loads(rendered("gitlab", report_of(PASSING, PASSING_BRIEF))) == []


def test_rdjson_counts_columns_in_bytes():
    report = report_of(SHEET, report_of().documents[0].source.replace("Sales were", "Säles wêre"))
    (found,) = json.loads(rendered("rdjson", report))["diagnostics"]
    assert found["location"]["range"]["start"] == {"line": 3, "column": 14}
    assert found["relatedLocations"][0]["location"]["range"]["start"] == {"line": 4, "column": 27}
    assert found["code"] == {"value": "CC201"}


def test_a_sarif_result_links_the_other_claims_of_its_conflict(report):
    (run,) = json.loads(rendered("sarif", report))["runs"]
    result = run["results"][0]
    assert [each["id"] for each in result["relatedLocations"]] == [1, 2]
    assert "With [after](1), [rise](2)" in result["message"]["text"]
    assert result["partialFingerprints"].keys() == {"claimcheck/v1"}
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "CC201"
    assert run["invocations"] == [{"executionSuccessful": True, "exitCode": 1}]


def test_the_help_of_a_sarif_rule_shows_an_example_as_a_sheet_has_it():
    pace = rule_record(next(rule for rule in RULES if "cagr: {of: volume" in rule.example))
    assert all("cagr: {of: volume, from: 2010, to: 2015}\n" in shown for shown in pace["help"].values())


def test_sarif_rules_carry_the_manual_of_the_kind():
    sheet = "claims:\n  - id: split\n    share:\n      of: a\n      whole: b\n      in: 2015\n      is: 140%\n"
    (run,) = json.loads(rendered("sarif", report_of(sheet)))["runs"]
    helps = {rule["id"]: rule["help"]["markdown"] for rule in run["tool"]["driver"]["rules"]}
    code = run["results"][0]["ruleId"]
    assert code.startswith("CC1")
    assert "```yaml" in helps[code]


def test_sarif_paths_are_relative_uris(tmp_path):
    report = report_of("claims: []\n", name=str(tmp_path / "my notes" / "50%.yaml"))
    text = rendered("sarif", report, root=str(tmp_path))
    (run,) = json.loads(text)["runs"]
    uris = {each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in run["results"]}
    assert uris == {"my%20notes/50%25.yaml"}


def test_a_run_that_could_not_read_its_sheet_is_not_successful():
    (run,) = json.loads(rendered("sarif", report_of("claims: [\n")))["runs"]
    assert run["invocations"] == [{"executionSuccessful": False, "exitCode": 2}]


def test_a_fingerprint_survives_moved_lines_and_other_claims_but_not_another_number():
    def mark(sheet, brief):
        report = report_of(sheet, brief)
        return fingerprints(report, report.findings)[0]

    brief = report_of().documents[0].source
    first = mark(SHEET, brief)
    assert mark("# a comment\n\n" + SHEET, "A new line.\n\n" + brief) == first
    assert mark(SHEET.replace("12 shops", "13 shops"), brief.replace("12 shops", "13 shops")) == first
    assert mark(SHEET.replace("43%", "44%"), brief.replace("43%", "44%")) != first


def test_equal_findings_have_different_fingerprints():
    report = report_of(brief=report_of().documents[0].source + "\nOf 5 towns 9 agreed.\n" * 2)
    marks = fingerprints(report, report.findings)
    assert len(marks) >= 6
    assert len(set(marks)) == len(marks)


@pytest.mark.parametrize("format_", ["github", "gitlab", "rdjson", "sarif"])
def test_a_lost_quote_is_annotated_in_the_text_that_was_changed(format_):
    text = rendered(format_, report_of(PASSING, PASSING_BRIEF.replace("up 30%", "up 31%")))
    primary = {
        "github": r"^::error file=brief.md,line=4,.*claims.yaml:16: it is quoted here",
        "gitlab": r'"path": "brief.md",\s+"lines": {\s+"begin": 4',
        "rdjson": r'"location": {\s+"path": "brief.md",\s+"range": {\s+"start": {\s+"line": 4',
        "sarif": r'"locations": \[\s+{\s+"physicalLocation": {\s+"artifactLocation": {\s+"uri": "brief.md"',
    }
    assert re.search(primary[format_], text), text
