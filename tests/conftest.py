"""Fixtures for whole commands, run inside the test's own process."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings

# A test says what is right, not how fast: another process may halt it for a while.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

ROOT = Path(__file__).resolve().parent.parent


class Ran(NamedTuple):
    """What a command printed, and how it left."""

    code: int
    out: str
    err: str


@pytest.fixture
def root():
    """The checkout."""
    return ROOT


@pytest.fixture
def claimcheck(capsys, monkeypatch):
    """Run `claimcheck ARGUMENTS...` as the console script does; `cwd` is where."""
    from claimcheck.cli import main

    def run(*arguments, cwd=None):
        monkeypatch.setattr(sys, "argv", ["claimcheck", *map(str, arguments)])
        if cwd is not None:
            monkeypatch.chdir(cwd)
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(stop.code is not None)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return Ran(code, out, err)

    return run


@pytest.fixture
def sheet(tmp_path):
    """Write a sheet (and a document beside it) and return its path."""

    def write(text, document=None, name="claims.yaml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        if document is not None:
            (path.parent / "text.md").write_text(document, encoding="utf-8")
        return path

    return write
