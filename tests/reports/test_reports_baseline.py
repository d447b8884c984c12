"""Baselines: only new findings fail, whatever lines have moved, until an entry expires or goes stale."""

from __future__ import annotations

import json

import pytest

from claimcheck.app.baseline import BaselineError, acknowledged, baseline_text, read_baseline, recorded
from claimcheck.findings import Severity
from support_reports import BRIEF, SHEET, report_of

TODAY = "2026-11-24"
PATH = "baseline.json"


def baseline(*reports, **changes):
    """Return the entries that a baseline of `reports` holds, as read back from its text."""
    entries = recorded(reports, (), PATH, Severity.WARNING)
    return read_baseline(baseline_text(entry._replace(**changes) for entry in entries))


def test_a_known_finding_fails_no_more_and_is_still_there_to_see():
    report = report_of()
    (known,) = acknowledged([report], baseline(report), PATH, TODAY)
    assert report.exit_code(Severity.ERROR) == 1
    assert known.exit_code(Severity.ERROR) == 0
    assert [finding.code for finding in known.known] == ["CC201"]


def test_moved_lines_change_nothing():
    moved = report_of("# a comment\n" + SHEET, "First a line.\n\n" + BRIEF)
    (known,) = acknowledged([moved], baseline(report_of()), PATH, TODAY)
    assert known.exit_code(Severity.WARNING) == 0


def test_another_number_is_a_new_finding_and_its_entry_is_stale():
    edited = report_of(SHEET.replace("43%", "48%"), BRIEF.replace("43%", "48%"))
    (known,) = acknowledged([edited], baseline(report_of()), PATH, TODAY)
    assert known.exit_code(Severity.ERROR) == 1
    (stale,) = [finding for finding in known.findings if finding.name == "stale-baseline"]
    assert stale.severity is Severity.WARNING
    assert "before, after, rise" in stale.message
    assert stale.primary.path == PATH
    assert stale.primary.line == 6


def test_a_finding_that_was_mended_leaves_a_stale_entry():
    mended = report_of(SHEET.replace("43%", "30%"), BRIEF.replace("43%", "30%"))
    (known,) = acknowledged([mended], baseline(report_of()), PATH, TODAY)
    assert [finding.name for finding in known.findings if finding.severity > Severity.NOTE] == ["stale-baseline"]


def test_entries_are_not_called_stale_when_only_some_findings_were_asked_for():
    narrowed = report_of()._replace(findings=())
    (known,) = acknowledged([narrowed], baseline(report_of()), PATH, TODAY, complete=False)
    assert known.findings == ()


def test_an_entry_counts_up_to_its_last_day():
    report = report_of()
    entries = baseline(report, expires=TODAY)
    assert acknowledged([report], entries, PATH, TODAY)[0].exit_code(Severity.ERROR) == 0
    (late,) = acknowledged([report], entries, PATH, "2026-11-25")
    assert late.exit_code(Severity.ERROR) == 1
    assert late.findings[0].help.endswith("its entry in baseline.json expired on 2026-11-24")


def test_a_baseline_written_again_keeps_reasons_and_forgets_what_is_mended():
    report = report_of()
    entries = baseline(report, reason="asked the author", expires="2027-01-31")
    (kept,) = recorded([report], entries, PATH, Severity.WARNING)
    assert (kept.reason, kept.expires) == ("asked the author", "2027-01-31")
    mended = report_of(SHEET.replace("43%", "30%"), BRIEF.replace("43%", "30%"))
    assert recorded([mended], entries, PATH, Severity.WARNING) == ()


def test_notes_are_recorded_only_where_they_fail():
    assert {entry.code for entry in recorded([report_of()], (), PATH, Severity.NOTE)} == {"CC201", "CC309"}


def test_a_sheet_that_cannot_be_read_is_never_known():
    broken = report_of("claims: [\n")
    assert recorded([broken], (), PATH, Severity.NOTE) == ()
    (kept,) = acknowledged([broken], baseline(report_of()), PATH, TODAY)
    assert kept.exit_code(Severity.ERROR) == 2
    assert [finding.name for finding in kept.findings] == ["invalid-yaml"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("[]", "not a baseline"),
        ('{"version": 2, "findings": []}', "not a baseline"),
        ('{"version": 1, "findings": [1]}', "entry 1 is not an object"),
        ('{"version": 1, "findings": [{"sheet": "a", "finger": "b"}]}', "key 'finger'"),
        ('{"version": 1, "findings": [{"sheet": "a", "code": "CC201"}]}', "entry 1 has no fingerprint"),
        ('{"version": 1, "findings": [{"sheet": 1}]}', "each value is a text"),
        ('{"version": 1, "findings": [{"sheet":"a","fingerprint":"b","code":"c","expires":"soon"}]}', "2027-01-31"),
        ('{"version": 1, "findings": [{"sheet":"a","fingerprint":"b","code":"c","expires":"20270131"}]}', "2027-01-31"),
    ],
)
def test_a_baseline_that_cannot_be_read_says_where(text, said):
    with pytest.raises(BaselineError, match=said.replace("(", r"\(")):
        read_baseline(text)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "claims.yaml").write_text(SHEET, encoding="utf-8")
    (tmp_path / "texts" / "brief.md").write_text(BRIEF, encoding="utf-8")
    return tmp_path


def test_the_command_records_and_then_fails_on_new_findings_alone(claimcheck, folder):
    assert claimcheck("verify", "texts/claims.yaml", cwd=folder).code == 1
    written = claimcheck("verify", "texts/claims.yaml", "--write-baseline", "known.json", cwd=folder)
    assert written.code == 0
    assert "1 finding in the baseline" in written.out
    record = json.loads((folder / "known.json").read_text(encoding="utf-8"))
    assert [entry["sheet"] for entry in record["findings"]] == ["texts/claims.yaml"]
    assert claimcheck("verify", "claims.yaml", "--baseline", "../known.json", cwd=folder / "texts").code == 0
    brief = folder / "texts" / "brief.md"
    brief.write_text(BRIEF.replace("12 shops", "14 shops"), encoding="utf-8")
    again = claimcheck("verify", "claims.yaml", "--baseline", "../known.json", cwd=folder / "texts")
    assert again.code == 1
    assert "CC303" in again.out
    assert "CC201" not in again.out


def test_a_missing_baseline_is_an_error_of_the_call(claimcheck, folder):
    ran = claimcheck("verify", "texts/claims.yaml", "--baseline", "none.json", cwd=folder)
    assert ran.code == 2
    assert "--write-baseline writes a first one" in ran.err


def test_an_entry_of_a_sheet_that_is_gone_is_stale(claimcheck, folder):
    claimcheck("verify", "texts/claims.yaml", "--write-baseline", "known.json", cwd=folder)
    (folder / "claims.yaml").write_text("claims:\n  - {id: a, value: {of: x, is: 5 firms}}\n", encoding="utf-8")
    (folder / "texts" / "claims.yaml").unlink()
    assert "stale-baseline" in claimcheck("verify", "claims.yaml", "--baseline", "known.json", cwd=folder).out


def test_a_baseline_written_again_keeps_the_entries_of_sheets_that_were_not_read_until_they_are_gone(
    claimcheck, folder
):
    claimcheck("verify", "texts/claims.yaml", "--write-baseline", "known.json", cwd=folder)
    (folder / "claims.yaml").write_text("claims:\n  - {id: a, value: {of: x, is: 5 firms}}\n", encoding="utf-8")
    claimcheck("verify", "claims.yaml", "--write-baseline", "known.json", cwd=folder)
    assert "texts/claims.yaml" in (folder / "known.json").read_text(encoding="utf-8")
    (folder / "texts" / "claims.yaml").unlink()
    claimcheck("verify", "claims.yaml", "--write-baseline", "known.json", cwd=folder)
    assert json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"] == []
