"""Sheets in folders that are named, several sheets in one run, and files that are missing."""

from __future__ import annotations

import pytest

SHEET = "claims:\n  - {{id: a, value: {{of: sales, is: {first}}}}}\n  - {{id: b, value: {{of: sales, is: {second}}}}}\n"


@pytest.fixture
def folder(tmp_path):
    """Two sheets that contradict themselves below a folder, and none in another."""
    for name in ("north/claims.yaml", "north/inner/x.claims.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(SHEET.format(first="20.0", second="21.0"), encoding="utf-8")
    (tmp_path / "south").mkdir()
    return tmp_path


@pytest.mark.parametrize("command", ["verify", "drift", "coverage", "infer"])
def test_a_folder_stands_for_the_sheets_in_it_and_below(claimcheck, folder, command):
    ran = claimcheck(command, "north", cwd=folder)
    assert ran.code == (1 if command == "verify" else 0)
    if command == "verify":
        assert "north/claims.yaml: 2 claims" in ran.out
        assert "north/inner/x.claims.yaml: 2 claims" in ran.out


def test_a_folder_without_sheets_is_an_error_unless_there_need_be_none(claimcheck, folder):
    ran = claimcheck("verify", "south", cwd=folder)
    assert (ran.code, "south: no claims.yaml in this folder or below" in ran.out) == (2, True)
    assert claimcheck("verify", "--if-any", "south", cwd=folder).code == 0


def test_another_document_is_held_against_the_sheet_here_however_that_is_called(claimcheck, folder):
    here = folder / "north/inner"
    (here / "text.md").write_text("No number.\n", encoding="utf-8")
    ran = claimcheck("verify", "-d", "text.md", cwd=here)
    assert (ran.code, "\nx.claims.yaml: 2 claims" in ran.out) == (1, True), ran.out


def test_from_python_a_folder_with_sheets_is_told_to_be_one(folder):
    import claimcheck

    (found,) = claimcheck.verify(folder / "north").findings
    assert found.message.endswith("north: this is a folder; name a sheet in it")


@pytest.mark.parametrize(("command", "name"), [("init", "dir"), ("extract", "dir"), ("init", "no"), ("extract", "no")])
def test_what_cannot_be_read_is_named_whatever_it_is_called(claimcheck, folder, command, name):
    (folder / "dir").mkdir()
    assert claimcheck(command, name, cwd=folder).err.startswith(f"claimcheck: {name}: ")


@pytest.mark.parametrize("command", ["init", "extract", "quantities"])
def test_a_text_in_another_encoding_is_told_with_its_first_bad_byte(claimcheck, folder, command):
    (folder / "old.md").write_bytes(b"Sales\nrose 5% \xa3\n")
    assert claimcheck(command, "old.md", cwd=folder).err.startswith("claimcheck: old.md:2:9: not UTF-8: byte 0xa3")


def test_where_no_sheet_is_found_the_message_leads_to_a_first_one(claimcheck, folder):
    told = claimcheck("verify", cwd=folder / "south").err
    assert "`claimcheck extract DOCUMENT -o claims.yaml` drafts a first one" in told


def test_a_rule_that_nobody_knows_leads_to_the_list(claimcheck):
    assert claimcheck("rule", "cc999").err == "claimcheck: no rule is called 'cc999' (`claimcheck rule` lists them)\n"
    assert "did you mean 'contradiction'?" in claimcheck("rule", "contradicton").err


def test_reports_of_several_sheets_are_parted_and_no_line_ends_in_spaces(claimcheck, folder):
    lines = claimcheck("verify", cwd=folder).out.splitlines()
    assert not [line for line in lines if line != line.rstrip()]
    heads = [number for number, line in enumerate(lines) if line.startswith("claim ")]
    assert len(heads) == 2
    assert lines[heads[1] - 1] == ""


def test_beside_a_sheet_that_fails_one_that_holds_takes_one_line(claimcheck, folder):
    (folder / "south" / "claims.yaml").write_text(SHEET.format(first="20.0", second="20"), encoding="utf-8")
    out = claimcheck("verify", "north/claims.yaml", "south", cwd=folder).out
    assert out.count("claim   ") == 1
    assert out.endswith("; 1 error\n\nsouth/claims.yaml: 2 claims hold: 1 consistent, 1 confirmed\n")


def test_a_missing_file_gets_the_nearest(claimcheck, folder):
    assert "did you mean 'north/claims.yaml'?" in claimcheck("verify", "north/clams.yaml", cwd=folder).out
    (folder / "report-2023.md").write_text("Sales: 20.0\n", encoding="utf-8")
    (folder / "claims.yaml").write_text("document: report.md\n" + SHEET.format(first="20.0", second="20"))
    ran = claimcheck("verify", "claims.yaml", cwd=folder)
    assert (ran.code, "did you mean 'report-2023.md'?" in ran.out) == (2, True)


@pytest.mark.parametrize("command", [("explain", "a"), ("impact", "a", "--is", "3"), "infer", "drift", "coverage"])
def test_a_sheet_that_cannot_be_read_is_told_alike_by_every_command(claimcheck, tmp_path, command):
    (tmp_path / "claims.yaml").write_bytes(b"claims: \xff\n")
    command = (command,) if isinstance(command, str) else command
    ran = claimcheck(*command, cwd=tmp_path)
    told = "claims.yaml:1:9: CC001 unreadable-file: not UTF-8: byte 0xff (save the sheet as UTF-8)"
    assert ran == (2, "", f"claimcheck: {told}\n")


@pytest.mark.parametrize("command", ["verify", ("explain", "a"), ("impact", "a", "--is", "3"), "infer", "drift"])
def test_a_document_in_the_place_of_a_sheet_is_told_to_be_one(claimcheck, tmp_path, command):
    (tmp_path / "text.md").write_text("*By our desk*: sales were 5.0 million.\n", encoding="utf-8")
    command = (command,) if isinstance(command, str) else command
    code, *told = claimcheck(*command[:2], "text.md", *command[2:], cwd=tmp_path)
    assert (code, "this is a document, not a claims sheet" in "".join(told)) == (2, True)
    assert "`claimcheck extract text.md --check` needs no sheet" in "".join(told)


def test_a_sheet_that_a_shell_wrote_as_utf_16_is_told_to_be_that(claimcheck, tmp_path):
    (tmp_path / "claims.yaml").write_text("claims: []\n", encoding="utf-16")
    assert "help: save the sheet as UTF-8, not as UTF-16" in claimcheck("verify", cwd=tmp_path).out


def test_a_folder_that_is_not_there_is_named(claimcheck, folder):
    ran = claimcheck("verify", "north", "-o", "out/page.html", "--format", "html", cwd=folder)
    assert ran == (2, "", "claimcheck: out/page.html: there is no folder 'out'\n")


def test_a_rule_that_nobody_knows_leads_to_the_list_in_options_as_well(claimcheck, folder):
    told = claimcheck("verify", "north", "--select", "CC999", cwd=folder).err
    assert told == "claimcheck: --select: no rule is called 'CC999' (`claimcheck rule` lists them)\n"


def test_a_name_is_offered_once(claimcheck, folder):
    sheet = (
        "claims:\n  - {id: a, value: {of: sales, in: 2014, is: 3}}\n  - {id: b, value: {of: sales, in: 2015, is: 4}}\n"
    )
    (folder / "south" / "claims.yaml").write_text(sheet, encoding="utf-8")
    told = claimcheck("infer", "-Q", "unlike", "south", cwd=folder).err
    assert "(valid here: sales[2014], sales, sales[2015])" in told


def test_a_path_is_not_told_twice(claimcheck, tmp_path):
    ran = claimcheck("coverage", "no.md", cwd=tmp_path)
    assert ran == (2, "", "claimcheck: no.md:1:1: CC001 unreadable-file: no such file\n")


def test_a_document_that_is_gone_says_what_to_do_with_its_sheet(claimcheck, sheet, tmp_path):
    path = sheet("document: text.md\nclaims:\n  - {id: a, quote: '20', value: {of: sales}}\n")
    out = claimcheck("verify", path, cwd=tmp_path).out
    assert "help: a path is relative to the sheet; correct it where the text was moved" in out


def test_what_to_do_is_said_once_for_findings_that_follow_one_another(claimcheck, sheet, tmp_path):
    path = sheet(
        "document: text.md\nclaims:\n  - {id: a, value: {of: sales, is: 20.0}}\n", "Sales of 21 and 22.5 and 23%.\n"
    )
    out = claimcheck("verify", path, "-v", cwd=tmp_path).out
    assert (out.count("CC309"), out.count("help: claim it, or exempt it")) == (3, 1)


def test_no_help_of_a_command_is_cut(claimcheck):
    assert not [line for line in claimcheck("--help").out.splitlines() if line.startswith(" ") and "..." in line]
