"""What `verify` shows of itself while a sheet takes long: on a terminal alone, and on stderr."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty", reason="there are pseudo-terminals on Unix alone")

# `verify` as where all is large and slow: every component searched without HiGHS, and the bar shown at once.
_RUN = """
import sys
from claimcheck.cli import main, progress
from claimcheck.engine import assess, big, look, solve
from claimcheck.engine.propagate import Propagation
progress._AFTER = progress._EVERY = 0.0
solve.LARGE = solve._EXACT_AT_ONCE = 0
assess._TOLD = 0
look.MANY = 0
Propagation.mend = lambda *_: False
big.available = lambda: {highs}
sys.argv = ["claimcheck", "verify", *sys.argv[1:]]
main()
"""


def sheet(folder: Path) -> Path:
    """Write a sheet of one component: a level and what it grew to, twelve times over."""
    claims = ["  - {id: first, value: {of: sales, in: 2000, is: 100 million}}"]
    claims += [f"  - {{id: in-{y}, growth: {{of: sales, in: {y}, is: {y % 7 + 2}%}}}}" for y in range(2001, 2013)]
    path = folder / "claims.yaml"
    path.write_text("claims:\n" + "\n".join(claims) + "\n")
    return path


def on_a_terminal(*arguments: str, folder: Path, highs: bool = False) -> tuple[str, str, int]:
    """Return what a run prints to stdout, a pipe, and stderr, a terminal, and its exit code."""
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", _RUN.format(highs=highs), *arguments],
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=folder,
        env={**os.environ, "TERM": "xterm"},
    )
    os.close(theirs)
    shown = b""
    try:
        while read := os.read(ours, 1 << 16):
            shown += read
    except OSError:  # Linux says so at the end of a terminal
        pass
    os.close(ours)
    out, _ = run.communicate(timeout=60)
    return out.decode(), shown.decode(), run.returncode


def test_a_large_sheet_shows_a_bar_on_a_terminal_and_what_to_install(tmp_path: Path) -> None:
    path = sheet(tmp_path)
    out, shown, code = on_a_terminal(path.name, folder=tmp_path)
    assert code == 0
    assert "[" not in out
    *bars, last = shown.split("\r\x1b[K")
    assert "".join(bars).count("\rclaims.yaml [") > 3
    assert "100%" in bars[-1]
    hint = (
        "claimcheck: thousands of claims that hang together are checked faster with pip install 'claimcheck-cli[big]'"
    )
    assert last.split() == hint.split()


def test_with_the_extra_there_is_no_hint(tmp_path: Path) -> None:
    pytest.importorskip("highspy")
    _, shown, code = on_a_terminal(sheet(tmp_path).name, folder=tmp_path, highs=True)
    assert (code, "pip install" in shown, "100%" in shown) == (0, False, True)


def test_a_quiet_run_shows_nothing(tmp_path: Path) -> None:
    assert on_a_terminal(sheet(tmp_path).name, "-q", folder=tmp_path)[1:] == ("", 0)


def test_a_pipe_gets_nothing(tmp_path: Path) -> None:
    call = [sys.executable, "-c", _RUN.format(highs=False), sheet(tmp_path).name]
    run = subprocess.run(call, capture_output=True, text=True, cwd=tmp_path, check=True)
    assert run.stderr == ""
