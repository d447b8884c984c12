"""`.claimcheckignore`: which sheets and texts a run leaves alone, and which it takes because they are named."""

from __future__ import annotations

import json

import pytest

CLASH = "claims:\n  - {id: a, value: {of: x, is: 5.0}}\n  - {id: b, value: {of: x, is: 7.0}}\n"
TEXT = "Sales rose 10% to 20.5 million from 10.5 million.\n"


@pytest.fixture
def folder(tmp_path):
    """A sheet and a text that contradict themselves in each of several folders."""
    for name in ("docs", "docs/drafts", "old-1", "north/drafts"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "claims.yaml").write_text(CLASH, encoding="utf-8")
        (tmp_path / name / "text.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def taken(claimcheck, folder):
    """Return the folders whose sheets `verify`, and whose texts `extract --check`, takes."""

    def run(lines, *given, cwd=".", options=()):
        (folder / ".claimcheckignore").write_text(lines, encoding="utf-8")
        ran = claimcheck("verify", "-f", "concise", *given, cwd=folder / cwd)
        sheets = sorted({line.partition("claims.yaml:")[0] for line in ran.out.splitlines() if "error CC201" in line})
        ran = claimcheck("extract", "--check", "-f", "concise", *options, *(given or ["."]), cwd=folder / cwd)
        texts = sorted({line.partition("text.md:")[0] for line in ran.out.splitlines() if "error CC201" in line})
        assert sheets == texts
        return [name.rstrip("/") for name in sheets]

    return run


def test_what_it_names_is_left_out_and_a_comment_names_nothing(taken):
    lines = "# docs/\ndocs/drafts/\n  # and\n\nnorth\n"
    assert taken(lines) == ["docs", "old-1"]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("old-*/", ["docs", "docs/drafts", "north/drafts"]),
        ("*/drafts/", ["docs", "old-1"]),
        ("**/drafts", ["docs", "old-1"]),
        ("docs/*.md\ndocs/*.yaml", ["north/drafts", "old-1"]),
    ],
)
def test_a_pattern_names_folders_as_it_names_files(taken, line, left):
    assert taken(line) == left


def test_a_folder_that_is_named_is_searched_without_what_is_ignored_below_it(taken):
    assert taken("docs/drafts/\n", "docs") == ["docs"]
    assert taken("docs/drafts/\n", "../docs", cwd="docs") == ["../docs", "../docs/drafts"]
    assert taken("docs/drafts/\n", "..", cwd="docs") == ["../docs", "../north/drafts", "../old-1"]


def test_a_folder_that_is_itself_ignored_is_searched_where_it_is_named(taken):
    assert taken("docs\n", "docs") == ["docs", "docs/drafts"]
    assert taken("docs\n", "docs/drafts") == ["docs/drafts"]


def test_a_sheet_here_is_left_out_where_there_is_no_other(claimcheck, tmp_path):
    (tmp_path / "claims.yaml").write_text(CLASH, encoding="utf-8")
    (tmp_path / ".claimcheckignore").write_text("claims.yaml\n", encoding="utf-8")
    assert claimcheck("verify", "--if-any", cwd=tmp_path)[:2] == (0, "")
    assert claimcheck("verify", cwd=tmp_path).code == 2
    assert claimcheck("verify", "claims.yaml", cwd=tmp_path).code == 1


def test_a_text_that_is_named_is_checked_unless_exclusion_is_forced(claimcheck, folder):
    (folder / ".claimcheckignore").write_text("docs/drafts/\n", encoding="utf-8")
    words = ("extract", "--check", "--force-exclude", "-f", "json")
    given = ("docs/drafts/text.md", "docs/text.md")
    assert len(json.loads(claimcheck("extract", "--check", "-f", "json", *given, cwd=folder).out)) == 2
    ran = claimcheck(*words, *given, cwd=folder)
    assert (ran.code, json.loads(ran.out)["document"]) == (1, "docs/text.md")
    ran = claimcheck(*words, "docs/drafts/text.md", cwd=folder)
    assert (ran.code, json.loads(ran.out), "claimcheckignore says: 1 file" in ran.err) == (0, [], True)
    ran = claimcheck("extract", "--check", "--force-exclude", "docs/drafts", cwd=folder)
    assert (ran.code, ran.out) == (0, "")
    assert claimcheck("extract", "--force-exclude", "docs/text.md", cwd=folder).code == 2


def test_what_no_reader_reads_is_left_out_where_exclusion_is_forced(claimcheck, folder):
    (folder / "docs" / "plot.py").write_text("x = 5\n", encoding="utf-8")
    given = ("extract", "--check", "docs/plot.py", "docs/text.md", "-f", "concise")
    assert claimcheck(*given, cwd=folder).code == 2
    ran = claimcheck(*given, "--force-exclude", cwd=folder)
    assert (ran.code, "as no reader reads it: 1 file" in ran.err) == (1, True)


def test_a_text_that_is_named_twice_is_reported_once_as_it_was_named_first(claimcheck, folder):
    (folder / "link.md").symlink_to("docs/text.md")
    for again in ("./docs/text.md", "docs/../docs/text.md", "link.md", "docs"):
        out = claimcheck("extract", "--check", "docs/text.md", again, "old-1", cwd=folder).out
        assert out.count("error contradiction") == (3 if again == "docs" else 2)
        assert out.startswith("docs/text.md:1:")
