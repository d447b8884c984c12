"""What `extract --check` prints: claims by name, how they clash, what would mend it, and how much was looked at."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck import check_text
from claimcheck.cli.program import program
from claimcheck.findings import Severity
from claimcheck.reports import View
from claimcheck.verdicts import Verdict

ROSE = "Members rose from 4,200 in 2022 to 4,620 in 2023, an increase of 12%.\n"
SUM = """\
| Club | 2022 | 2023 |
|---|---|---|
| North | 21.5 | 22.5 |
| South | 12.3 | 12.9 |
| East | 11.1 | 11.6 |
| Total | 44.9 | 48.0 |
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(text: str, *words: str) -> str:
    Path("text.md").write_text(text, encoding="utf-8")
    return CliRunner().invoke(program, ["extract", "text.md", "--check", *words]).stdout


def test_each_number_has_the_name_by_which_the_rest_speaks_of_it() -> None:
    assert check(ROSE).splitlines()[1:4] == [
        "  text.md:1:19 members “4,200”",
        "  text.md:1:36 members-2 “to 4,620”",
        "  text.md:1:66 members-growth “increase of 12%”",
    ]


def test_it_says_how_the_numbers_clash_as_verify_does() -> None:
    shown = check(ROSE)
    how = shown[shown.index("  how:") : shown.index("  to mend it")]
    Path("claims.yaml").write_text(CliRunner().invoke(program, ["extract", "text.md"]).stdout, encoding="utf-8")
    assert how in CliRunner().invoke(program, ["verify"]).stdout


def test_what_would_mend_it_stands_in_a_list() -> None:
    lines = check(ROSE).splitlines()
    start = lines.index("  to mend it, one of:")
    assert lines[start + 1].startswith("    members-growth: increase of 12% would have to be ")
    assert lines[start + 4] == ""


def test_a_claim_that_fails_by_itself_is_named_once() -> None:
    shown = check("Of those asked, 36 of 120 (35%) agreed.\n")
    assert shown.splitlines()[0].endswith("“36 of 120 (35%)” cannot be true by itself: it would be 30% (36 of 120)")
    name = shown.splitlines()[1].split()[1]
    assert shown.count(name) == 1
    assert "  to mend it:\n    (35%) would have to be 30% (36 of 120)" in shown


def test_a_sum_of_a_table_is_told_by_its_message_alone() -> None:
    shown = check(SUM)
    assert "“Total”, 2023 is 48.0, but its 3 parts add up to 47" in shown
    assert "how:" not in shown
    assert "  to mend it: " in shown


def test_a_text_whose_numbers_hold_is_told_how_many_were_linked() -> None:
    shown = check("Members rose from 4,200 to 4,620, an increase of 10%.\n\nA ticket is $7.50.\n")
    assert shown == (
        "text.md: 4 numbers read, 3 of them linked: no contradiction found; "
        "the others were checked by guesses alone, if at all\n"
    )


def test_a_text_of_which_all_numbers_are_linked_leaves_nothing_to_say() -> None:
    shown = check("Members rose from 4,200 to 4,620, an increase of 10%.\n")
    assert shown == "text.md: 3 numbers read, all of them linked: no contradiction found\n"


def test_a_doubt_comes_with_the_slips_of_the_pen_that_would_mend_it() -> None:
    shown = check("The firm sold 12 of its 345 trucks, leaving it with 343.\n")
    assert "345 trucks less 12 is 333, not 343" in shown
    assert "  to mend it: " in shown
    assert "perhaps 333 (one digit changed)" in shown
    assert "perhaps 354 trucks (two digits swapped)" in shown


def test_what_words_say_of_numbers_and_holds_links_them() -> None:
    shown = check("The fair drew 8.26 million spectators over 306 games, an average of 26,990 a game.\n")
    assert shown == "text.md: 3 numbers read, all of them linked: no contradiction found\n"


def test_what_words_say_of_a_number_and_no_claim_is_not_called_recomputed() -> None:
    report = check_text("The fair drew 8.26 million spectators over 306 games, an average of 26,990 a game.\n")
    assert {(result.verdict, result.recomputed) for result in report.assessment.results} == {(Verdict.CONSISTENT, None)}


def test_a_text_without_numbers_has_nothing_to_check() -> None:
    assert check("Tea is a drink.\n") == "text.md: no numbers read: nothing to check\n"


def test_drafts_are_counted_as_people_count() -> None:
    Path("text.md").write_text("A ticket is $7.50.\n", encoding="utf-8")
    said = CliRunner().invoke(program, ["extract", "text.md", "-o", "claims.yaml"]).stdout
    assert said.startswith("wrote claims.yaml: 1 draft; next: ")


def test_json_says_how_many_numbers_were_linked() -> None:
    found = json.loads(
        check("Members rose from 4,200 to 4,620, an increase of 10%. A ticket is $7.50.\n", "-f", "json")
    )
    assert (found["numbers"], found["linked"]) == (4, 3)


def test_no_line_is_wider_than_the_terminal_and_a_pipe_keeps_a_finding_in_one() -> None:
    from claimcheck.app.extract import check as judged
    from claimcheck.app.extract import extract
    from claimcheck.documents.readers import document_from_bytes
    from claimcheck.reports.extract_text import check_text

    document = document_from_bytes("text.md", ROSE.encode())
    report = judged(document, extract(document, "text.md"))
    narrow = check_text([(report, 5)], View(Severity.ERROR, width=60))
    assert max(map(len, narrow.splitlines())) <= 60
    piped = check_text([(report, 5)], View(Severity.ERROR))
    assert piped.splitlines()[0].startswith("text.md:1:19: error contradiction: these 3 claims cannot all be true: ")
    assert piped.splitlines()[0].endswith("4,781.25")
    painted = check_text([(report, 5)], View(Severity.ERROR, color=True))
    assert "\x1b[1;31merror" in painted
