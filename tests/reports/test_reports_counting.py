"""What would mend a percentage of things that are counted, and their number."""

from __future__ import annotations

import pytest

from claimcheck.app.verify import verify_bytes
from claimcheck.findings import Severity
from claimcheck.reports import View, render
from claimcheck.reports.telling import told
from claimcheck.reports.wording import repair_text

SHARE = "{id: share, fraction: {of: responders, out_of: patients, is: 38%}}"
CASES = {
    # what is printed beside it, the claim that is mended: how
    ("- {id: all, value: {of: patients, is: 41 patients}}", "share"): "37% (15 of 41) or 39% (16 of 41)",
    ("- {id: all, value: {of: patients, is: '41'}}", "share"): "37% (15 of 41) or 39% (16 of 41)",
    (
        "- {id: all, value: {of: patients, is: 41 patients}}\n- {id: some, value: {of: responders, is: 12 patients}}",
        "share",
    ): "29% (12 of 41)",
    (
        "- {id: other, fraction: {of: dropped, out_of: patients, is: 10/41 (24%)}}",
        "share",
    ): "37% (15 of 41) or 39% (16 of 41)",
    (
        "- {id: all, value: {of: patients, is: 41 patients}}",
        "all",
    ): "40 or 42 patients: 15 of 40 is 38%, 16 of 42 is 38%",
}


@pytest.mark.parametrize(("beside", "mended"), CASES, ids=lambda text: text[:60])
def test_what_is_counted_is_mended_in_whole_numbers(beside, mended):
    report = verify_bytes("claims.yaml", f"claims:\n- {SHARE}\n{beside}\n".encode(), {})
    texts = {r.claim: repair_text(report.sheet, r) for conflict in report.conflicts for r in conflict.repairs}
    assert texts[mended].partition(" would have to be ")[2] == CASES[beside, mended]


def test_a_percentage_beside_its_counts_is_mended_by_them():
    sheet = b"claims:\n- {id: share, fraction: {of: nurses, out_of: posts, is: '1,139/1,284 (89.7%)'}}\n"
    report = verify_bytes("claims.yaml", sheet, {})
    texts = [repair_text(report.sheet, repair) for conflict in report.conflicts for repair in conflict.repairs]
    assert texts == ["(89.7%) would have to be 88.7% (1,139 of 1,284)"]


def test_a_digit_of_a_count_whose_whole_is_printed_elsewhere_may_be_the_slip():
    sheet = b"""
claims:
- {id: share, fraction: {of: organic, out_of: growers, is: 57 (16%)}}
- {id: all, value: {of: growers, is: 613 growers}}
"""
    report = verify_bytes("claims.yaml", sheet, {})
    texts = [repair_text(report.sheet, repair) for conflict in report.conflicts for repair in conflict.repairs]
    assert texts[0] == "(16%) would have to be 9% (57 of 613); perhaps 97 of them (one digit changed)"
    assert "98 of 613" not in render([report], View(Severity.ERROR))  # its own count says how many there are


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("out_of: posts, is: '1,139/1,284 (89.7%)'", "it would be 88.7% (1,139 of 1,284)"),
        ("out_of: 41, is: 38%", "it would be 37% (15 of 41) or 39% (16 of 41)"),
        ("out_of: posts, is: '5/4 (125%)'", "nurses / posts, in whole numbers"),
    ],
)
def test_a_fraction_that_fails_by_itself_says_at_once_what_its_counts_make(text, said):
    report = verify_bytes("claims.yaml", f"claims:\n- {{id: share, fraction: {{of: nurses, {text}}}}}\n".encode(), {})
    assert [finding.message.partition(" by itself: ")[2] for finding in report.findings] == [said]


def test_a_number_of_things_that_is_not_known_leaves_the_range():
    sheet = f"claims:\n- {SHARE}\n- {{id: all, value: {{of: patients, is: 9 to 10}}}}\n"
    report = verify_bytes("claims.yaml", sheet.encode(), {})
    (conflict,) = report.conflicts
    assert not any(" of " in repair_text(report.sheet, repair) for repair in conflict.repairs)


def test_counts_that_do_not_make_a_percentage_are_told_against_what_it_makes_them():
    sheet = b"claims:\n- {id: share, fraction: {of: nurses, out_of: posts, is: '1,139/1,284 (89.7%)'}}\n"
    report = verify_bytes("claims.yaml", sheet, {})
    assert [sentence.text for sentence in told(report.sheet, report.conflicts[0], numbered=True)] == [
        "a printed count: posts is 1,284",
        "nurses is 89.65% to 89.75% of posts, that is 1,151.1 to 1,152.4, and a whole number: 1,152",
        "a printed count: nurses is 1,139, but step 2 makes it 1,152: more by at least 13",
    ]


def test_where_no_whole_number_lies_its_neighbours_have_their_separators():
    sheet = b"claims:\n- {id: share, fraction: {of: nurses, out_of: 1284, is: 40.55%}}\n"
    report = verify_bytes("claims.yaml", sheet, {})
    (sentence,) = told(report.sheet, report.conflicts[0])
    assert sentence.text.endswith("no whole number lies there: 520 is too few and 521 too many")
    sheet = b"claims:\n- {id: share, fraction: {of: nurses, out_of: 11284, is: 40.557%}}\n"
    report = verify_bytes("claims.yaml", sheet, {})
    (sentence,) = told(report.sheet, report.conflicts[0])
    assert sentence.text.endswith("no whole number lies there: 4,576 is too few and 4,577 too many")


@pytest.mark.parametrize(
    ("out_of", "printed", "recomputed"),
    [
        ("patients", "3 of 7 (50%)", "42.8571%"),
        ("patients", "3/7 (50%)", "42.8571%"),
        ("41", "15 of 41 (38%)", "36.5854%"),
        ("41", "38%", "37% (15 of 41) or 39% (16 of 41)"),
        ("patients", "9 of 7", "within 0 to 7"),
    ],
)
def test_a_fraction_against_its_own_counts_is_recomputed_from_them(claimcheck, sheet, out_of, printed, recomputed):
    path = sheet(f"claims:\n- {{id: share, fraction: {{of: responders, out_of: {out_of}, is: {printed}}}}}\n")
    row = next(line for line in claimcheck("verify", path).out.splitlines() if line.startswith("share "))
    assert f"  {recomputed}  " in row
    explained = claimcheck("explain", "share", path).out
    assert f"  recomputed  {recomputed}" in explained
    assert "until it fails" not in explained
    assert "%" in printed or "%" not in explained


def test_a_share_above_the_whole_is_recomputed_as_at_most_the_whole(claimcheck, sheet):
    explained = claimcheck("explain", "a", sheet("claims:\n- {id: a, share: {of: x, whole: y, is: 120%}}\n")).out
    assert "  recomputed  0% to 100%, by what it says itself\n" in explained
