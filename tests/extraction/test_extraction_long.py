"""Long documents through whole commands: every number of them, and a bar on a terminal that a pipe never sees."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimcheck.cli.program import program
from support_pdf import pdf_of

ROOT = Path(__file__).parents[2]
PAGES, ROWS = 300, 12
KILOBYTES = 500  # of HTML; 10 MB take some twenty times as long


def quantities(path: Path) -> dict[str, list[dict[str, object]]]:
    result = CliRunner().invoke(program, ["quantities", str(path), "--format", "jsonl"])
    assert (result.exit_code, result.stderr) == (0, "")
    return json.loads(result.stdout)  # type: ignore[no-any-return]


def row(number: int) -> str:
    return f"In {2000 + number % 20}, sales of tea reached {number}.5 million yuan, up {number % 30 + 1}%."


def test_three_hundred_pages_of_pdf_are_read_to_the_last_number(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2", reason="the extra `pdf` is not installed")
    path = tmp_path / "long.pdf"
    path.write_bytes(pdf_of([[row(page * ROWS + line) for line in range(ROWS)] for page in range(PAGES)]))
    sizes = [each["value"] for each in quantities(path)["quantities"] if each["unit"] == "CNY"]
    assert sizes == [(number * 10 + 5) * 100_000 for number in range(PAGES * ROWS)]


def test_a_long_page_of_html_is_read_to_the_last_number(tmp_path: Path) -> None:
    path, rows, size = tmp_path / "long.html", [], 0
    while size < KILOBYTES * 1000:
        rows.append(f"<p>{row(len(rows))} <b>Nothing</b> else happened &amp; all was well on that day.</p>\n")
        size += len(rows[-1])
    path.write_text(f"<html><body>{''.join(rows)}</body></html>", encoding="utf-8")
    sizes = [each["value"] for each in quantities(path)["quantities"] if each["unit"] == "CNY"]
    assert sizes == [(number * 10 + 5) * 100_000 for number in range(len(rows))]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such terminals")
def test_one_very_long_word_takes_no_longer_than_many(tmp_path: Path) -> None:
    path = tmp_path / "long.md"
    path.write_text(f"A{'a' * 30_000} rose 12% to 224 million from 200 million.\n", encoding="utf-8")
    start = time.process_time()
    assert CliRunner().invoke(program, ["extract", "--check", str(path)]).exit_code == 0
    assert time.process_time() - start < 5


def test_a_bar_is_shown_on_a_terminal_taken_away_again_and_never_sent_down_a_pipe(tmp_path: Path) -> None:
    import pty

    path = tmp_path / "long.txt"
    path.write_text("\n\n".join(row(number) for number in range(24_000)), encoding="utf-8")
    command = [sys.executable, "-m", "claimcheck", "quantities", str(path), "--format", "jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    master, terminal = pty.openpty()
    piped = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)
    shown = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=terminal, env=environment)
    os.close(terminal)
    seen = _all_of(master)
    assert (shown.wait(timeout=60), piped.communicate(timeout=60)[1], piped.returncode) == (0, b"", 0)
    assert f"{path} [#".encode() in seen
    assert seen.count(b"%") > 1
    assert seen.endswith(b"\r\x1b[K")
    assert b"\n" not in seen


def _all_of(master: int) -> bytes:
    """Return all that is written to a terminal until its last writer is gone."""
    seen = b""
    while True:
        try:
            read = os.read(master, 65_536)
        except OSError:  # how Linux says that nobody writes any more
            read = b""
        if not read:
            os.close(master)
            return seen
        seen += read
