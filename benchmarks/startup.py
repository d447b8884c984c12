"""Start-up: the whole process as a ratio to `python -c pass`, in turn, so that the machine's mood falls on both.

    python benchmarks/startup.py [RUNS]

CPU seconds of the child processes, medians of the ratios. Limits: 8.5 for a passing sheet (one plain line), 12 with the
table, for a sheet of three claims and for the brief of this project alike (34 claims, a document, coverage).
Compiled modules are written and used, as they are after `pip install`, even where the environment forbids it.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
SHEET = """\
claims:
  - id: before
    value:
      of: trade
      in: 2014
      is: 26.43 trillion
  - id: now
    value:
      of: trade
      in: 2015
      is: 24.59 trillion
  - id: fell
    growth:
      of: trade
      in: 2015
      is: down {}%
"""


def seconds(command: list[str]) -> float:
    """Return the CPU seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio(sheet: Path, runs: int) -> float:
    """Return the median ratio of `verify` on a sheet to an empty process."""
    empty = [sys.executable, "-c", "pass"]
    command = [sys.executable, "-m", "claimcheck", "verify", str(sheet)]
    seconds(command)
    return statistics.median(seconds(command) / seconds(empty) for _ in range(runs))


def main() -> int:
    """Print the ratios; return 1 where one is above its limit."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    with tempfile.TemporaryDirectory() as folder:
        passing, failing = Path(folder, "passing.claims.yaml"), Path(folder, "failing.claims.yaml")
        passing.write_text(SHEET.format(7), encoding="utf-8")
        failing.write_text(SHEET.format(17), encoding="utf-8")
        mended = _mended(Path(folder))
        measured = (
            ("three claims, one plain line", passing, 8.5),
            ("three claims, the table", failing, 12.0),
            ("the brief mended, one plain line", mended, 8.5),
            ("the brief, the table", ROOT / "claims.yaml", 12.0),
        )
        over = False
        for name, sheet, limit in measured:
            found = ratio(sheet, runs)
            over = over or found > limit
            print(f"{name:<34} {found:5.2f} times (limit {limit}){' above it' if found > limit else ''}")
    return int(over)


def _mended(folder: Path) -> Path:
    """Write the brief and its sheet without their contradiction; return the sheet."""
    for name in ("claims.yaml", "documents/cross-border-ecommerce.md"):
        text = (ROOT / name).read_text(encoding="utf-8").replace("increased by 200%", "increased by 350%")
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "claims.yaml"


if __name__ == "__main__":
    sys.exit(main())
