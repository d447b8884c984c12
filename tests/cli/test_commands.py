"""The commands as people type them: what they print, where, and how they leave."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from rich.cells import cell_len

HOLDS = """\
claims:
  - id: last-year
    value:
      of: trade
      in: 2014
      is: 26.43 trillion
  - id: this-year
    value:
      of: trade
      in: 2015
      is: 24.59 trillion
  - id: fell
    growth:
      of: trade
      in: 2015
      is: down 7%
"""
FAILS = HOLDS.replace("down 7%", "down 17%")
TEXT = "Trade was 24.59 trillion yuan, down 7% from 26.43 trillion.\n"
QUOTED = """\
document: text.md
claims:
  - id: this-year
    quote: 24.59 trillion yuan
    value:
      of: trade
      in: 2015
"""


def test_a_sheet_that_holds_prints_one_plain_line(claimcheck, sheet):
    ran = claimcheck("verify", sheet(HOLDS))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("\n") == 1
    assert "3 claims hold" in ran.out


def test_a_sheet_that_holds_never_imports_rich_or_typer(sheet):
    path = sheet(HOLDS)
    probe = (
        "import sys; sys.argv=['claimcheck','verify',sys.argv[1]]\n"
        "import claimcheck.cli\n"
        "try: claimcheck.cli.main()\n"
        "except SystemExit as stop: code = stop.code\n"
        "print(code, 'rich' in sys.modules, 'typer' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", probe, str(path)], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "0 False False"


def test_a_table_takes_no_more_of_rich_than_the_widths_of_characters(sheet):
    probe = (
        "import sys; sys.argv=['claimcheck','verify',sys.argv[1]]\n"
        "import claimcheck.cli\n"
        "try: claimcheck.cli.main()\n"
        "except SystemExit as stop: code = stop.code\n"
        "print(code, *(name in sys.modules for name in ('rich.cells', 'rich.console', 'rich.style')))"
    )
    ran = subprocess.run([sys.executable, "-c", probe, str(sheet(FAILS))], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "1 True False False"


def test_a_contradiction_exits_1_with_a_table_and_a_diagnostic(claimcheck, sheet):
    ran = claimcheck("verify", sheet(FAILS))
    assert ran.code == 1
    assert "contradicted" in ran.out
    assert "error[CC201] contradiction" in ran.out
    assert "would have to be" in ran.out


def test_exit_zero_turns_findings_but_not_bad_input_into_0(claimcheck, sheet):
    assert claimcheck("verify", "--exit-zero", sheet(FAILS)).code == 0
    assert claimcheck("verify", "--exit-zero", "nowhere.yaml").code == 2
    log = json.loads(claimcheck("verify", "--exit-zero", "--format", "sarif", sheet(FAILS)).out)
    assert log["runs"][0]["invocations"][0]["exitCode"] == 0


def test_fail_on_decides_which_findings_count(claimcheck, sheet):
    path = sheet(QUOTED.replace("document: text.md\n", ""))
    assert claimcheck("verify", path).code == 0
    assert claimcheck("verify", "--fail-on", "warning", path).code == 1


def test_ignored_codes_are_dropped_and_unknown_ones_refused(claimcheck, sheet):
    path = sheet(FAILS)
    assert claimcheck("verify", "--ignore", "CC201", path).code == 0
    assert claimcheck("verify", "--ignore", "contradiction", path).code == 0
    assert claimcheck("verify", "--select", "CC3", path).code == 0
    ran = claimcheck("verify", "--ignore", "contradicton", path)
    assert ran.code == 2
    assert "did you mean 'contradiction'?" in ran.err


def test_bad_input_is_never_ignored(claimcheck, sheet):
    assert claimcheck("verify", "--ignore", "CC0", sheet("claims: 5\n")).code == 2


def test_k_narrows_what_is_reported(claimcheck, sheet):
    ran = claimcheck("verify", "-k", "year and not last", "-v", sheet(FAILS))
    assert "this-year" in ran.out
    assert "last-year  " not in ran.out
    ran = claimcheck("verify", "-k", "year and", sheet(FAILS))
    assert (ran.code, "a word is expected at the end" in ran.err) == (2, True)


@pytest.mark.parametrize("word", ["or", "and", "or not", "and not zz or"])
def test_k_takes_thousands_of_terms(word, claimcheck, sheet):
    ran = claimcheck("verify", "-k", f" {word} ".join(["year"] * 3000), "-v", sheet(FAILS))
    assert "this-year" in ran.out


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("this or last", ["this-year", "last-year"]),
        ("not this and year", ["last-year"]),
        ("last or this and not year", ["last-year"]),
        ("(last or this) and not last", ["this-year"]),
        ("not not last", ["last-year"]),
    ],
)
def test_k_binds_not_closer_than_and_and_that_closer_than_or(expression, shown, claimcheck, sheet):
    ran = claimcheck("verify", "-k", expression, "-v", sheet(FAILS))
    assert [name for name in ("this-year", "last-year") if f"{name}  " in ran.out] == shown


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("a b", "'b' is not expected"),
        ("(a", "a parenthesis is not closed"),
        ("a)", "')' is not expected"),
        ("or", "a word is expected before 'or'"),
        ("not " * 3000 + "a", "nested too deep"),
        ("(" * 3000 + "a", "nested too deep"),
    ],
)
def test_k_says_what_it_cannot_read(expression, message, claimcheck, sheet):
    ran = claimcheck("verify", "-k", expression, sheet(FAILS))
    assert (ran.code, message in ran.err) == (2, True)


def test_concise_puts_one_finding_in_a_line_with_its_place(claimcheck, sheet):
    path = sheet(FAILS)
    ran = claimcheck("verify", "--format", "concise", path)
    first = ran.out.splitlines()[0]
    assert first.startswith(f"{path}:2:9: error CC201 contradiction: ")


def test_json_holds_what_the_design_promises(claimcheck, sheet):
    report = json.loads(claimcheck("verify", "--format", "json", sheet(FAILS)).out)
    assert report["format_version"] == "1.1"
    assert report["summary"] | {"claims": 3, "contradicted": 3, "conflicts": 1, "exit_code": 1} == report["summary"]
    (conflict,) = report["conflicts"]
    assert sorted(conflict["claims"]) == ["fell", "last-year", "this-year"]
    assert {repair["claim"] for repair in conflict["repairs"]} == set(conflict["claims"])
    assert report["findings"][0]["primary"]["line"] == 2


def test_jsonl_is_one_line_a_sheet(claimcheck, sheet):
    paths = [sheet(HOLDS), sheet(FAILS, name="more/claims.yaml")]
    ran = claimcheck("verify", "--format", "jsonl", *paths)
    assert [json.loads(line)["summary"]["conflicts"] for line in ran.out.splitlines()] == [0, 1]
    assert ran.code == 1


def test_a_report_goes_to_a_file(claimcheck, sheet, tmp_path):
    ran = claimcheck("verify", sheet(FAILS), "-o", tmp_path / "report.txt")
    assert ran.out == ""
    assert "CC201" in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_without_arguments_every_sheet_below_is_taken(claimcheck, sheet, tmp_path):
    sheet(HOLDS)
    sheet(FAILS, name="sub/trade.claims.yaml")
    sheet("not: yaml: at all", name="sub/other.yaml")
    ran = claimcheck("verify", cwd=tmp_path)
    assert ran.code == 1
    assert "trade.claims.yaml: 3 claims" in ran.out


def test_without_a_sheet_below_the_nearest_one_upwards_is_taken(claimcheck, sheet, tmp_path):
    sheet(HOLDS)
    (tmp_path / "deep" / "er").mkdir(parents=True)
    assert claimcheck("verify", cwd=tmp_path / "deep" / "er").code == 0


def test_inside_a_repository_ignored_sheets_are_left_alone(claimcheck, sheet, tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    sheet(HOLDS)
    sheet(FAILS, name="build/claims.yaml")
    (tmp_path / ".gitignore").write_text("build/\n", encoding="utf-8")
    assert claimcheck("verify", cwd=tmp_path).code == 0


def test_no_sheet_anywhere_is_a_mistake_of_the_call(claimcheck, tmp_path):
    ran = claimcheck("verify", cwd=tmp_path)
    assert ran.code == 2
    assert "no claims.yaml" in ran.err


@pytest.mark.parametrize("width", [20, 40, 60, 200])
def test_numbers_and_ids_are_never_cut_however_narrow(claimcheck, sheet, width):
    ran = claimcheck("verify", "--width", width, sheet(FAILS))
    rows = [line.split() for line in ran.out.splitlines()]
    for claim in ("last-year", "this-year"):
        assert any(row and (row[0], row[-1]) == (claim, "contradicted") for row in rows)


def test_columns_line_up_by_the_width_of_characters_not_by_their_number(claimcheck, sheet):
    ran = claimcheck("verify", sheet(FAILS.replace("last-year", "去年的数字")))
    rows = [line for line in ran.out.splitlines() if line.rstrip().endswith(("verdict", "contradicted"))]
    assert len({cell_len(row[: row.rindex(row.split()[-1])]) for row in rows}) == 1


def test_color_is_only_where_it_is_asked_for(claimcheck, sheet):
    path = sheet(FAILS)
    assert "\x1b[" not in claimcheck("verify", path).out
    assert "\x1b[" in claimcheck("verify", "--color", "always", path).out


def test_an_ascii_terminal_gets_ascii(sheet):
    path = sheet(QUOTED.replace("24.59", "24.95"), TEXT)
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run(
        [sys.executable, "-m", "claimcheck", "verify", str(path)], capture_output=True, env=environment, check=False
    )
    assert ran.returncode == 1
    assert ran.stdout.decode("ascii")
    assert b"Traceback" not in ran.stderr


def test_a_closed_pipe_is_no_error(sheet):
    path = sheet(FAILS)
    command = f'"{sys.executable}" -m claimcheck verify "{path}" | head -1'
    ran = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602  a pipe is the point
    assert "Traceback" not in ran.stderr
    assert ran.stderr == ""


def test_text_of_a_document_is_data(claimcheck, sheet):
    hostile = "[bold red]:smile: \\x1b[m 24.59 trillion"
    path = sheet(f'claims:\n  - id: "[bold]x[/bold]"\n    quote: "{hostile}"\n    value:\n      of: a\n')
    ran = claimcheck("verify", "-v", path)
    assert "\x1b" not in ran.out
    path = sheet(
        f'document: text.md\nclaims:\n  - id: hostile\n    quote: "{hostile}"\n    value:\n      of: a\n', "Nothing.\n"
    )
    ran = claimcheck("verify", path)
    assert "[bold red]:smile:" in ran.out
    assert "\x1b" not in ran.out


def test_a_changed_number_in_the_document_is_stopped(claimcheck, sheet):
    assert claimcheck("verify", sheet(QUOTED, TEXT)).code == 0
    ran = claimcheck("verify", sheet(QUOTED, TEXT.replace("24.59", "24.95")))
    assert ran.code == 1
    assert "CC303" in ran.out
    assert "24.95 trillion yuan" in ran.out


def test_a_number_changed_in_the_sheet_alone_is_stopped(claimcheck, sheet):
    ran = claimcheck("verify", sheet(QUOTED + "      is: 24.95 trillion yuan\n", TEXT))
    assert ran.code == 2 or "CC302" in ran.out
    assert "number-differs" in ran.out


def test_explain_shows_the_claim_in_its_place_and_the_sum(claimcheck, root):
    ran = claimcheck("explain", "volume-cagr", cwd=root)
    assert ran.code == 0
    for words in (
        "CAGR of 35%",
        "^^^^",
        "34.5% to 35.5%",
        "24.5",
        "fails by 19.8 half-units",
        "4.40 to 4.57 times",
        "would have to be",
    ):
        assert words in ran.out


def test_explain_says_that_a_claim_without_a_number_follows_only_where_it_is_confirmed(claimcheck, sheet):
    sheets = HOLDS + "  - {id: rival, value: {of: other, in: 2015, is: 24.5 trillion}}\n"
    above = "  - {id: above, compare: {of: trade, than: other, in: 2015, is: greater}}\n"
    follows, held = "it follows from:", "it is held against:"
    for levels, heading in ((sheets, follows), (sheets.replace("24.5 ", "24.594 "), held)):
        out = claimcheck("explain", "above", sheet(levels + above)).out
        assert [each for each in (follows, held) if each in out] == [heading]


def test_explain_says_that_a_document_is_missing(claimcheck, sheet):
    ran = claimcheck("explain", "this-year", sheet(QUOTED))
    assert "this-year: value" in ran.out
    assert "CC001 unreadable-file" in ran.err
    assert "no such file" in ran.err
    assert ran.code == 2


def test_explain_shows_what_confirms_a_claim(claimcheck, root):
    ran = claimcheck("explain", "trade-fell", cwd=root)
    assert "-7.064% to -6.905%" in ran.out
    for claim in ("exports-fell", "imports-fell", "labour-share"):
        assert claim in ran.out


def test_a_mistyped_claim_gets_the_nearest(claimcheck, root):
    ran = claimcheck("explain", "volume-cgr", cwd=root)
    assert ran.code == 2
    assert "did you mean 'volume-cagr'?" in ran.err
    ran = claimcheck("explain", "eu-japan", cwd=root)
    assert "eu-japan[1], eu-japan[2]" in ran.err


def test_rule_takes_codes_and_names(claimcheck):
    assert claimcheck("rule", "CC201").out == claimcheck("rule", "contradiction").out
    assert "CC103" in claimcheck("rule").out
    assert claimcheck("rule", "CC999").code == 2


def test_the_schema_accepts_the_projects_sheet_and_refuses_a_mistyped_key(claimcheck, root):
    import jsonschema
    import yaml

    schema = json.loads(claimcheck("schema").out)
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    data = yaml.safe_load((root / "claims.yaml").read_text(encoding="utf-8"))
    assert not list(validator.iter_errors(data))
    data["claims"][0]["grwth"] = {"of": "x"}
    assert list(validator.iter_errors(data))


def test_a_starter_sheet_verifies_as_it_is(claimcheck, tmp_path):
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    assert claimcheck("init", "text.md", cwd=tmp_path).code == 0
    ran = claimcheck("verify", cwd=tmp_path)
    assert (ran.code, "1 claim" in ran.out) == (0, True)
    ran = claimcheck("init", "text.md", cwd=tmp_path)
    assert (ran.code, "is there already" in ran.err) == (2, True)


def test_a_starter_sheet_holds_any_name(claimcheck, tmp_path):
    (tmp_path / "a\x7f\u2028b.md").write_text(TEXT, encoding="utf-8")
    assert claimcheck("init", "a\x7f\u2028b.md", cwd=tmp_path).code == 0
    assert claimcheck("verify", cwd=tmp_path).code == 0


def test_a_starter_sheet_passes_over_a_number_that_may_be_two(claimcheck, tmp_path):
    (tmp_path / "text.md").write_text("Rates went from 10% to 12%, and 7 banks failed.\n", encoding="utf-8")
    assert claimcheck("init", "text.md", cwd=tmp_path).code == 0
    ran = claimcheck("verify", cwd=tmp_path)
    assert (ran.code, "1 claim" in ran.out) == (0, True)


def test_a_shell_can_complete_commands_and_options(claimcheck, monkeypatch):
    monkeypatch.setenv("_CLAIMCHECK_COMPLETE", "complete_bash")
    for words, number, completed in (("claimcheck ver", 1, "verify"), ("claimcheck verify --fo", 2, "--format")):
        monkeypatch.setenv("COMP_WORDS", words)
        monkeypatch.setenv("COMP_CWORD", str(number))
        assert claimcheck().out.split() == [completed]


def test_help_is_short_and_groups_the_commands(claimcheck):
    ran = claimcheck("--help")
    assert ran.code == 0
    assert len(ran.out.splitlines()) < 40
    for command in ("verify", "explain", "rule", "schema", "init"):
        assert command in ran.out
    assert claimcheck("--version").out.startswith("claimcheck ")


def test_an_unknown_command_or_option_exits_2(claimcheck):
    assert claimcheck("verfy").code == 2
    assert claimcheck("verify", "--nope").code == 2


def test_k_that_matches_nothing_is_a_mistake(claimcheck, sheet):
    ran = claimcheck("verify", "-k", "zzz", sheet(HOLDS))
    assert (ran.code, "no claim's id or kind matches 'zzz'" in ran.err) == (2, True)


def test_a_document_in_the_place_of_a_sheet_gets_a_hint(claimcheck, tmp_path):
    (tmp_path / "text.md").write_text("# Trade\n\n- 24.59 trillion: yuan\n", encoding="utf-8")
    ran = claimcheck("verify", "text.md", cwd=tmp_path)
    assert (ran.code, "--document text.md" in ran.out) == (2, True)


def test_a_claim_with_a_wrong_unit_leaves_the_others_checked(claimcheck, sheet):
    broken = "  - id: bare\n    growth:\n      of: trade\n      in: 2015\n      is: 7.5\n"
    ran = claimcheck("verify", sheet(FAILS + broken), "--format", "json")
    report = json.loads(ran.out)
    assert [finding["code"] for finding in report["findings"]] == ["CC201", "CC301"]
    assert "write 7.5%" in report["findings"][1]["help"]
    assert "bare" not in {claim["id"] for claim in report["claims"]}


def test_a_fraction_that_no_count_makes_names_the_nearest_ones(claimcheck, sheet):
    ran = claimcheck(
        "verify", sheet("claims:\n  - id: f\n    fraction:\n      of: a\n      out_of: 41\n      is: 38%\n")
    )
    assert "38% would have to be 37% (15 of 41) or 39% (16 of 41)" in ran.out


def test_quotes_that_disagree_are_told_so(claimcheck, sheet):
    text = (
        "document: text.md\nclaims:\n  - id: a\n    quote: [24.59 trillion, 24.95 trillion]\n    value:\n      of: a\n"
    )
    ran = claimcheck("verify", sheet(text, "It is 24.59 trillion; no, 24.95 trillion.\n"))
    assert "the quotes of a disagree: “24.59 trillion” and “24.95 trillion”" in ran.out
    assert "24.59 trillion would have to be 24.945 to 24.955 trillion; perhaps 24.95 trillion (two" in ran.out
    assert "; or 24.95 trillion would have to be 24.585 to 24.595 trillion; perhaps 24.59 trillion (two" in ran.out
    assert "text.md:1:7 a “24.59 trillion”\n" in ran.out
    assert "text.md:1:27 a “24.95 trillion”\n" in ran.out
    assert "    printed again as “24.95 trillion”: a is 24.945 to 24.955 trillion" in ran.out


@pytest.mark.parametrize(
    ("level", "first", "second"),
    [
        ("24.6 trillion", ", and that alone would not do", "; perhaps 24.59 trillion (two digits swapped)"),
        ("24.9 trillion", "; perhaps 24.95 trillion (two digits swapped)", ", and that alone would not do"),
        ("25.7 trillion", ", and that alone would not do", ", and that alone would not do"),
    ],
)
def test_of_quotes_that_disagree_the_one_is_told_whose_change_mends_all(claimcheck, sheet, level, first, second):
    text = (
        "document: text.md\nclaims:\n  - {id: a, quote: [24.59 trillion, 24.95 trillion], value: {of: a}}\n"
        f"  - {{id: b, value: {{of: b, is: {level}}}}}\n  - {{id: c, compare: {{of: a, than: b, is: equal}}}}\n"
    )
    out = claimcheck("verify", sheet(text, "It is 24.59 trillion; no, 24.95 trillion.\n")).out
    needs = "24.59 trillion would have to be 24.945 to 24.955 trillion"
    assert f"{needs}{first}; or 24.95 trillion would have to be 24.585 to 24.595 trillion{second}\n" in out


def test_a_further_quote_that_disagrees_is_told_what_it_would_have_to_be_in_its_own_unit(claimcheck, sheet):
    quotes = 'quote: [48.6 tonnes, 48.6 tonnes too, "48,912 kg"]'
    text = f"document: text.md\nclaims:\n  - id: a\n    {quotes}\n    value: {{of: a}}\n"
    ran = claimcheck("verify", sheet(text, "48.6 tonnes, 48.6 tonnes too, or 48,912 kg.\n"))
    assert "; or 48,912 kg would have to be 48,550 to 48,650 kg; perhaps 48,612 kg (one digit changed)\n" in ran.out


def test_a_narrow_table_keeps_what_is_recomputed_before_what_is_stated(claimcheck, root):
    head = claimcheck("verify", "claims.yaml", "--width", 78, cwd=root).out.splitlines()[0]
    assert head.split() == ["claim", "line", "recomputed", "verdict"]
