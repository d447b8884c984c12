"""Start-up: the whole process as a ratio to `python -c pass`, in turn, so that the machine's mood falls on both.

    python benchmarks/startup.py [RUNS]

Limits: 8.5 for a passing sheet (one plain line), 12 with the table. CPU seconds of the child processes, medians.
Compiled modules are written and used, as they are after `pip install`, even where the environment forbids it.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
LIMITS = {"passing": 8.5, "table": 12.0}


def seconds(command: list[str]) -> float:
    """Return the CPU seconds of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio(command: list[str], runs: int) -> tuple[float, float, float]:
    """Return the median ratio to an empty process, and both medians in seconds."""
    empty = [sys.executable, "-c", "pass"]
    seconds(command)
    pairs = [(seconds(command), seconds(empty)) for _ in range(runs)]
    own, base = (statistics.median(each) for each in zip(*pairs, strict=True))
    return own / base, own, base


def main() -> int:
    """Print the ratios; return 1 where one is above its limit."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    run = [sys.executable, "-m", "claimcheck", "verify"]
    sheets = {"passing": "examples/clinical-abstract/claims.yaml", "table": "claims.yaml"}
    over = False
    for name, sheet in sheets.items():
        found, own, base = ratio([*run, sheet], runs)
        over = over or found > LIMITS[name]
        print(f"{name:<8} {found:5.2f} times (limit {LIMITS[name]}), {own * 1000:.0f} ms against {base * 1000:.0f} ms")
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
