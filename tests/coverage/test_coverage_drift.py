"""The command `drift`: what was reworded is followed, byte for byte elsewhere; what was renumbered never is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimcheck.cli.program import program

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
# Report

Sales of the company rose by 12% to 340 units in 2015, which was the best year.

All 7 shops are open on Sundays.
"""
SHEET = """\
# A sheet whose layout is its author's own.
document:   a.md

claims:
  - id: growth        # from the year before
    quote:   'Sales of the company rose by 12%'
    growth: {of: sales, in: 2015}


  - id: sales
    quote: "to 340 units in 2015, which was the best"
    value:
      of: sales
      in: 2015
exempt:
  - {quote: All 7 shops are open on Sundays, because: "hearsay"}
"""

MANY = "document: a.md\nclaims:\n" + "".join(
    f"  - id: c{i}\n    quote: Sales of shop {i} rose by {i}.5% in the end\n"
    f"    line: 1\n    value: {{of: x{i}, is: {i}.5%}}\n"
    for i in range(20)
)
MANY_7 = MANY[MANY.index("  - id: c7") : MANY.index("\n  - id: c8")]
HEAD = "document: a.md\nclaims:\n  - id: a\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "claims.yaml").write_text(SHEET)
    return tmp_path


def edit(folder: Path, old: str, new: str) -> None:
    text = (folder / "a.md").read_text()
    assert old in text
    (folder / "a.md").write_text(text.replace(old, new))


def run(*words: str, code: int) -> str:
    result = CliRunner().invoke(program, ["drift", *words])
    assert result.exit_code == code, result.output
    return result.stdout


def test_verify_leads_to_the_command_that_follows_a_reworded_quote(folder: Path) -> None:
    edit(folder, "Sales of the company", "Sales of our company")
    said = CliRunner().invoke(program, ["verify"]).stdout
    assert "help: `claimcheck drift --update` copies it again" in said


@pytest.mark.usefixtures("folder")
def test_without_drift_it_says_so() -> None:
    assert run(code=0) == "no quote has drifted\n"
    assert run("--update", code=0) == "no quote has drifted\n"


def test_a_reworded_quote_is_shown_side_by_side(folder: Path) -> None:
    edit(folder, "Sales of the company rose by 12%", "Sales of our company rose by 12%")
    shown = run(code=1)
    assert "claims.yaml:6:14: reworded: growth" in shown
    assert (
        "  sheet     Sales of the company rose by 12%\n  document  Sales of our company rose by 12%   (a.md:3:1)"
        in shown
    )
    assert "  changed   the -> our" in shown
    assert "`claimcheck drift --update` rewrites 1 of them" in shown


def test_update_rewrites_reworded_quotes_and_nothing_else(folder: Path) -> None:
    edit(folder, "Sales of the company rose", "Sales of our company rose")
    edit(folder, "which was the best", "which was by far the best")
    edit(folder, "All 7 shops are open on Sundays", "All 7 shops stay open on Sundays")
    assert "3 rewritten" in run("--update", code=0)
    wanted = SHEET.replace("of the company", "of our company").replace("was the best", "was by far the best")
    assert (folder / "claims.yaml").read_text() == wanted.replace("shops are open", "shops stay open")
    assert run(code=0) == "no quote has drifted\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("12%", "21%"),
        ("12%", "12 percentage points"),
        ("rose by", "fell by"),
        ("340 units", "430 units"),
        ("All 7 shops", "All 8 shops"),
        ("rose by 12%", "rose by more than 12%"),
        ("to 340 units", "to 340 million units"),
    ],
)
def test_update_refuses_a_number_that_changed(folder: Path, old: str, new: str) -> None:
    edit(folder, old, new)
    shown = run("--update", code=1)
    assert "number changed" in shown
    assert "not rewritten: a number changed" in shown
    assert (folder / "claims.yaml").read_text() == SHEET


def test_a_changed_number_does_not_keep_the_others_from_being_followed(folder: Path) -> None:
    edit(folder, "Sales of the company rose by 12%", "Sales of our company rose by 12%")
    edit(folder, "All 7 shops", "All 8 shops")
    assert "2 quotes drifted: 1 rewritten, 1 to look at" in run("--update", code=1)
    assert (folder / "claims.yaml").read_text() == SHEET.replace("of the company", "of our company")


def test_a_quote_that_is_gone_is_left_alone(folder: Path) -> None:
    edit(folder, "All 7 shops are open on Sundays.", "Closed.")
    assert "gone: exempt" in run("--update", code=1)
    assert (folder / "claims.yaml").read_text() == SHEET


def test_a_stale_line_hint_follows_its_quote(folder: Path) -> None:
    sheet = HEAD + "    quote: 340 units\n    line: 3   # a hint\n    value: {of: sales, in: 2015}\n"
    (folder / "claims.yaml").write_text(sheet)
    edit(folder, "# Report\n", "# Report\n\nAn introduction.\n")
    assert "moved: a" in run(code=1)
    run("--update", code=0)
    assert (folder / "claims.yaml").read_text() == sheet.replace("line: 3 ", "line: 5 ")


def test_line_ends_and_a_byte_order_mark_stay(folder: Path) -> None:
    data = b"\xef\xbb\xbf" + SHEET.replace("\n", "\r\n").encode()
    (folder / "claims.yaml").write_bytes(data)
    edit(folder, "Sales of the company rose", "Sales of our company rose")
    run("--update", code=0)
    assert (folder / "claims.yaml").read_bytes() == data.replace(b"of the company", b"of our company")


def test_words_that_yaml_would_misread_are_put_in_quotation_marks(folder: Path) -> None:
    sheet = (
        "document: a.md\nclaims:\n  - id: a\n    quote: in all there were 340 units\n    value: {of: sales, in: 2015}\n"
    )
    (folder / "claims.yaml").write_text(sheet)
    (folder / "a.md").write_text("The result, in all: there were 340 units.\n")
    run("--update", code=0)
    assert (folder / "claims.yaml").read_text() == sheet.replace(
        "in all there were 340 units", '"in all: there were 340 units"'
    )


def test_words_that_yaml_cannot_hold_are_escaped(folder: Path) -> None:
    sheet = HEAD + "    quote: there were in all 340 units\n    value: {of: sales, in: 2015}\n"
    (folder / "claims.yaml").write_text(sheet)
    (folder / "a.md").write_text("Now there were in \x96 all 340 units.\n")
    run("--update", code=0)
    assert '    quote: "there were in \\U00000096 all 340 units"\n' in (folder / "claims.yaml").read_text()
    run(code=0)


def test_a_folded_quote_is_replaced_whole(folder: Path) -> None:
    sheet = HEAD + "    quote: >-\n      Sales of the company\n      rose by 12%\n    growth: {of: sales, in: 2015}\n"
    (folder / "claims.yaml").write_text(sheet)
    assert run(code=0)
    edit(folder, "Sales of the company rose", "Sales of our company rose")
    run("--update", code=0)
    assert (folder / "claims.yaml").read_text() == (
        HEAD + '    quote: "Sales of our company rose by 12%"\n    growth: {of: sales, in: 2015}\n'
    )


def test_the_claims_of_one_list_share_their_drift(folder: Path) -> None:
    (folder / "a.md").write_text("They dropped sharply by 7.2% and 9.9% respectively.\n")
    (folder / "claims.yaml").write_text(
        "document: a.md\nclaims:\n  - id: eu\n    quote: dropped by 7.2% and 9.9% respectively\n"
        "    growth: {of: [a, b], in: 2015}\n"
    )
    assert "1 quote drifted: 1 rewritten" in run("--update", code=0)


def test_the_data_say_what_became_of_each_quote(folder: Path) -> None:
    edit(folder, "12%", "21%")
    (one,) = json.loads(run("--format", "json", code=1))["drifted"]
    assert (one["what"], one["owner"], one["document"]["line"]) == ("number changed", "growth", 3)
    assert one["changes"] == [{"before": "12%", "after": "21%"}] or one["changes"]


def test_a_broken_sheet_is_exit_2(folder: Path) -> None:
    (folder / "claims.yaml").write_text("claims: 3\n")
    run(code=2)


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """How often a sheet is loaded to see what it asserts."""
    from claimcheck.app import rewrite

    told: list[str] = []
    load = rewrite.load_sheet
    monkeypatch.setattr(rewrite, "load_sheet", lambda path, data: told.append(path) or load(path, data))
    return told


def many(folder: Path, sheet: str, words: str) -> None:
    (folder / "claims.yaml").write_text(sheet)
    lines = [f"Sales of shop {i} rose by {i}.5% {words}.\n" for i in range(20)]
    (folder / "a.md").write_text("\n".join(lines))


def test_many_quotes_that_moved_are_followed_at_once(folder: Path, loads: list[str]) -> None:
    many(folder, MANY, "in the end")
    run("--update", code=0)
    assert len(loads) == 2
    assert [f"    line: {2 * i + 1}\n" in (folder / "claims.yaml").read_text() for i in range(20)] == [True] * 20


def test_of_many_quotes_that_were_reworded_the_one_at_fault_is_found_by_halves(folder: Path, loads: list[str]) -> None:
    flow = "  - {id: c7, quote: Sales of shop 7 rose by 7.5% in the end, line: 1, value: {of: x7, is: 7.5%}}"
    many(folder, MANY.replace(MANY_7, flow), "in, say, the end")
    run("--update", code=0)
    assert 2 < len(loads) < 15
    wanted = MANY.replace(MANY_7, flow.replace("Sales", '"Sales').replace("end,", 'end",'))
    wanted = wanted.replace("in the end", "in, say, the end").replace("line: 1", "line: ?")
    for line in range(1, 40, 2):
        wanted = wanted.replace("line: ?", f"line: {line}", 1)
    assert (folder / "claims.yaml").read_text() == wanted


def test_the_first_of_two_quotes_that_share_a_line_decides_it(folder: Path) -> None:
    sheet = HEAD + "    quote: [rose by 12%, up 12%]\n    line: {}\n    growth: {{of: sales, in: 2015, is: 12%}}\n"
    (folder / "a.md").write_text("Intro.\n\nIt rose by 12%.\n\nOr up 12%.\n")
    (folder / "claims.yaml").write_text(sheet.format(1))
    run("--update", code=0)
    assert (folder / "claims.yaml").read_text() == sheet.format(3)


def test_a_lost_quote_is_looked_for_once(claimcheck, sheet, monkeypatch, tmp_path):
    from claimcheck.documents import fuzzy

    looked = []
    search = fuzzy._windows
    monkeypatch.setattr(fuzzy, "_windows", lambda *given: looked.append(given) or search(*given))
    path = sheet(
        "document: text.md\nclaims:\n  - {id: rise, quote: rose 12%, growth: {of: sales, in: 2015}}\n",
        "Sales rose 13% in 2015.\n",
    )
    assert claimcheck("drift", path, cwd=tmp_path).code == 1
    assert len(looked) == 1


@pytest.mark.parametrize("place", ["alone", "beside"])
def test_words_from_which_a_claim_would_read_another_number_are_not_followed(folder: Path, place: str) -> None:
    sheet = (
        "document: a.md\nquantities: {balance: {sign: any}}\nclaims:\n"
        "  - {id: balance, quote: The deficit widened to 7.7 billion, value: {of: balance, in: 2015}}\n"
    )
    beside = "  - {id: shops, quote: All 7 shops are open, value: {of: shops, in: 2015}}\n"
    (folder / "claims.yaml").write_text(sheet + (beside if place == "beside" else ""))
    (folder / "a.md").write_text("The surplus widened to 7.7 billion.\n\nAll 7 shops stay open.\n")
    assert "its claim would read another number from the new words" in run("--update", code=1)
    followed = beside.replace("are open", "stay open") if place == "beside" else ""
    assert (folder / "claims.yaml").read_text() == sheet + followed


def test_a_word_between_its_neighbours_that_became_quite_another_is_told(folder: Path) -> None:
    (folder / "a.md").write_text("Output of the plant halved within the year.")
    beside = 'prefix: "Output of the plant ", suffix: " within the year"'
    (folder / "claims.yaml").write_text(
        f"document: a.md\nclaims:\n  - {{id: a, quote: doubled, {beside}, multiple: {{of: a, from: 2014, to: 2015}}}}\n"
    )
    assert "  changed   doubled -> halved\n" in run(code=1)


def test_a_quote_whose_hedge_is_gone_is_not_said_to_have_another_number(claimcheck, sheet):
    path = sheet(
        "document: text.md\nclaims:\n  - {id: a, quote: just over half of it, share: {of: part, whole: all}}\n",
        "In 2024 half of it was sold.",
    )
    ran = claimcheck("verify", path)
    assert ran.code == 1
    assert "what is said of a number changed: correct the claim or the text" in ran.out


@pytest.mark.parametrize(
    ("quote", "words", "what"),
    [
        ("a decrease of 4.9%", "down 4.9%", "reworded"),
        ("about 40% of sales", "some 40% of sales", "reworded"),
        ("fell by 12.7 million", "dropped by 12.7 million", "reworded"),
        ("a decrease of 4.9%", "up 4.9%", "number changed"),
        ("about 40% of sales", "over 40% of sales", "number changed"),
    ],
)
def test_the_words_of_a_number_that_take_the_place_of_others_are_shown_with_it(
    folder: Path, quote, words, what
) -> None:
    (folder / "a.md").write_text(f"In that year all of it was {words}, as the board said.\n")
    kind = "growth: {of: x, in: 2015}" if "4.9" in quote else "value: {of: x, in: 2015}"
    (folder / "claims.yaml").write_text(f"{HEAD}    quote: {quote}\n    {kind}\n")
    out = run(code=1)
    assert f"{what}: a" in out
    assert f"document  {words} " in out
