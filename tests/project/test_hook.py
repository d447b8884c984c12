"""The pre-commit hook, with the real pre-commit, in scratch repositories."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from claimcheck.documents.readers import supported_suffixes, text_suffixes

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Trade came to 24.59 trillion yuan in 2015, down 7% from 26.43 trillion yuan in 2014.\n"
SHEET = """\
document: text.md
defaults:
  in: 2015
claims:
  - id: this-year
    quote: 24.59 trillion yuan
    value:
      of: trade
  - id: last-year
    quote: 26.43 trillion yuan
    value:
      of: trade
      in: 2014
  - id: fell
    quote: down 7%
    growth:
      of: trade
exempt: []
"""


def run(*command, cwd, env=None):
    return subprocess.run(list(map(str, command)), cwd=cwd, env=env, capture_output=True, text=True, check=False)


def git(*words, cwd, env=None):
    ran = run("git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words, cwd=cwd, env=env)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout.strip()


@pytest.fixture(scope="module")
def hook(tmp_path_factory):
    """This checkout as it is, as a repository of its own, and a home for pre-commit's environments."""
    folder = tmp_path_factory.mktemp("hook")
    copy = folder / "claimcheck"
    files = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT).split("\0")
    for name in files:
        if (ROOT / name).is_file() and name.startswith(("src/", "pyproject", "README", "LICENSE", ".pre-commit-hooks")):
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    git("init", "-q", cwd=copy)
    git("add", "-A", cwd=copy)
    git("commit", "-q", "-m", "the hook", cwd=copy)
    environment = {**os.environ, "PRE_COMMIT_HOME": str(folder / "home"), "PYTHONPATH": ""}
    return copy, git("rev-parse", "HEAD", cwd=copy), environment


@pytest.fixture
def project(hook, tmp_path):
    """A repository with a sheet in a subfolder and the hook installed."""
    copy, revision, environment = hook
    git("init", "-q", cwd=tmp_path)
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {copy}\n    rev: {revision}\n    hooks:\n      - id: claimcheck\n", encoding="utf-8"
    )
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "text.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "reports" / "claims.yaml").write_text(SHEET, encoding="utf-8")
    ran = run(sys.executable, "-m", "pre_commit", "install", cwd=tmp_path, env=environment)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    git("add", "-A", cwd=tmp_path)

    def commit():
        git("add", "-A", cwd=tmp_path)
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        ran = run("git", *identity, "commit", "-m", "a change", cwd=tmp_path, env=environment)
        return ran.returncode, ran.stdout + ran.stderr

    return tmp_path / "reports", commit


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_broken_number_is_stopped_and_the_corrected_one_passes(project):
    folder, commit = project
    code, out = commit()
    assert code == 0, out
    for path in (folder / "text.md", folder / "claims.yaml"):
        edit(path, "24.59 trillion", "25.49 trillion")
    code, out = commit()
    assert code == 1
    for words in ("CC201", "25.49 trillion", "would have to be"):
        assert words in out
    for path in (folder / "text.md", folder / "claims.yaml"):
        edit(path, "25.49 trillion", "24.58 trillion")
    code, out = commit()
    assert code == 0, out


def test_a_number_changed_in_the_document_alone_is_stopped(project):
    folder, commit = project
    assert commit()[0] == 0
    edit(folder / "text.md", "down 7%", "down 8%")
    code, out = commit()
    assert code == 1
    assert "quote-not-found" in out
    edit(folder / "text.md", "down 8% from 26.43 trillion yuan in 2014", "less than before")
    code, out = commit()
    assert code == 1
    assert out.count("quote-not-found") == 2


def test_a_number_changed_in_the_sheet_alone_is_stopped(project):
    folder, commit = project
    assert commit()[0] == 0
    edit(folder / "claims.yaml", "    growth:\n      of: trade\n", "    growth:\n      of: trade\n      is: down 8%\n")
    code, out = commit()
    assert code == 1
    assert "number-differs" in out


def test_a_text_that_is_deleted_is_stopped_and_a_repository_without_sheets_is_not(project):
    folder, commit = project
    assert commit()[0] == 0
    (folder / "text.md").unlink()
    code, out = commit()
    assert (code, "CC001" in out) == (1, True)
    (folder / "claims.yaml").unlink()
    code, out = commit()
    assert code == 0, out


def test_the_hook_takes_the_texts_that_stand_for_a_folder():
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (taken,) = [hook["files"] for hook in hooks if hook["id"] == "claimcheck-text"]
    for suffix in supported_suffixes():
        told = f"`files:` of claimcheck-text in .pre-commit-hooks.yaml lacks {suffix}, or has it beyond `text_suffixes`"
        assert bool(re.search(taken, f"docs/A b{suffix.upper()}")) == (suffix in text_suffixes()), told


def test_texts_are_checked_without_a_sheet_and_a_guess_stops_nothing(project, hook):
    folder, commit = project
    copy, revision, _ = hook
    (folder.parent / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {copy}\n    rev: {revision}\n    hooks:\n      - id: claimcheck-text\n", encoding="utf-8"
    )
    (folder / "claims.yaml").unlink()
    (folder / "guess.md").write_text(
        "Sales grew at a CAGR of 35% in the past five years.\n\nSales increased by 200% in the past five years.\n",
        encoding="utf-8",
    )
    code, out = commit()
    assert code == 0, out
    (folder / "text.md").rename(folder / "text.qmd")
    edit(folder / "text.qmd", "down 7%", "down 17%")
    code, out = commit()
    assert code == 1
    assert "reports/text.qmd:1:15: error contradiction" in out
    (folder.parent / ".claimcheckignore").write_text("reports/\n", encoding="utf-8")
    code, out = commit()
    assert code == 0, out
