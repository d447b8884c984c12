"""The one line of a run."""

from __future__ import annotations

import pytest

from support_reports import many, rendered, report_of


@pytest.mark.parametrize("format_", ["table", "concise"])
def test_notes_that_are_left_out_are_counted_with_how_to_see_them(format_):
    report = report_of()
    assert "(-v shows " in rendered(format_, report, verbose=False)
    assert "-v shows" not in rendered(format_, report, verbose=True)


@pytest.mark.parametrize("format_", ["json", "html", "markdown", "github"])
def test_reports_that_no_flag_of_a_terminal_changes_do_not_speak_of_it(format_):
    assert "-v shows" not in rendered(format_, report_of())


@pytest.mark.parametrize(
    ("text", "said"), [("Sales of 20.0 rose 5%.", "2 claims hold: "), ("Sales of 21.0.", "2 claims: ")]
)
def test_claims_whose_text_does_not_say_them_are_not_said_to_hold(claimcheck, sheet, text, said):
    claims = "  - {id: a, quote: '20.0', value: {of: sales}}\n  - {id: b, value: {of: sales, is: '20'}}\n"
    out = claimcheck("verify", sheet(f"document: text.md\nclaims:\n{claims}", text)).out
    assert f"claims.yaml: {said}" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Sales of 20.0 and 7 and 8.", "; 2 uncovered numbers (-v shows them)\n"),
        ("Sales of 20.0 and 7.", "; 1 uncovered number (-v shows it)\n"),
        ("Sales of 20.0.", "1 consistent, 1 confirmed\n"),
    ],
)
def test_numbers_that_no_claim_covers_are_called_so(claimcheck, sheet, text, said):
    claims = "  - {id: a, quote: '20.0', value: {of: sales}}\n  - {id: b, value: {of: sales, is: '20'}}\n"
    assert claimcheck("verify", sheet(f"document: text.md\nclaims:\n{claims}", text)).out.endswith(said)


def test_a_warning_beside_what_keeps_a_sheet_from_being_read_is_not_counted_as_an_error(claimcheck, sheet):
    path = sheet(
        "document: text.md\nclaims:\n  - {id: a, quote: 20 and 30, value: {of: b}}\n"
        "  - {id: c, quote: 25%, assert: b = 30%}\n",
        "From 20 and 30, or 25%.\n",
    )
    assert claimcheck("verify", path).out.endswith("claims.yaml: not checked, 1 error, 1 warning\n")


def test_one_of_anything_is_not_told_as_several(claimcheck, sheet):
    path = sheet(
        "document: text.md\nclaims:\n  - {id: a, quote: 5%, growth: {of: sales, from: 2023, in: 2024}}\n", "Up 5%.\n"
    )
    assert "1 claim, and nothing bears on it: nothing could be checked" in claimcheck("verify", path).out
    assert "<summary>1 claim</summary>" in claimcheck("verify", path, "--format", "markdown").out
    assert "Coverage 100%: 1 number in claims" in claimcheck("verify", path, "--format", "html").out
    assert "1 of 1 number covered" in claimcheck("coverage", path).out
    assert "edits of 1 bound number are caught" in claimcheck("coverage", path, "--strength").out
    assert "of 1 claim would change" in claimcheck("impact", "a", "--is", "6%", path).out


def test_thousands_are_parted_everywhere():
    from claimcheck.reports.summary import summary

    assert summary(report_of(*many(3003))).startswith(
        "claims.yaml: 3,003 claims hold: 213 rounding, 2,203 consistent, "
    )


@pytest.mark.parametrize("format_", ["table", "markdown", "html"])
def test_claims_that_are_undecided_for_one_reason_are_told_once(claimcheck, sheet, format_):
    roots = "".join(f'  - {{id: r{n}, assert: "r{n} * r{n} = 2", precision: exact}}\n' for n in range(6))
    path = sheet(f"claims:\n{roots}")
    told = claimcheck("verify", path, "--format", format_).out
    assert told.count("could not be decided: ") == 1
    assert "whether r0, r1, r2 and 3 more claims hold could not be decided: not linear" in told
    assert "6 undecided; 6 warnings" in told
    assert "whether r0, r1, r2, r3, r4 and r5 hold" in claimcheck("verify", path, "--format", format_, "--all").out
    assert claimcheck("verify", path, "--format", "concise").out.count("could not be decided: ") == 6
