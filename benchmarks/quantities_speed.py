"""Speed of the scanner of written numbers, next to quantulum3 0.10.0 in one run on the same sentences.

    python benchmarks/quantities_speed.py [--rounds 40]

quantulum3 is no dependency: without it (`pip install quantulum3==0.10.0`) its lines are left out, and that is said.
Start-up is measured in fresh processes with compiled modules, as the difference to `python -c pass`.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings

from claimcheck.quantity.written import read, scan

SENTENCES = (
    "Turnover of the online market came to about 760 billion yuan, 43% more than the year before.",
    "Exports shrank 14.5% in July to $281.76 billion, the worst drop since February 2020.",
    "Net profit more than doubled to €3.4bn from €1.5bn in 2019.",
    "The central bank raised its key rate by 25 basis points to 5.25%, the highest level in 22 years.",
    "More than 200,000 companies have registered, and about two-thirds of them are exporters.",
    "Unemployment fell by 0.3 percentage points to 5.8% in the second quarter.",
    "The fund expects growth of between 4.5% and 5% next year.",
    "Oil output will be cut by 1.2m barrels per day, or roughly 1% of global supply.",
    "The board met on Tuesday and discussed the plan at some length without coming to a decision.",
    "Steel production totalled 1,019.1 Mt in 2023, 1.8% less than the year before.",
)
PHRASES = ("24.59 trillion yuan", "43%", "down 7%", "fell by approximately 1.8%", "more than 200,000 firms", "7600亿元")
FIRST = "from claimcheck.quantity.written import scan; scan('Sales rose 5% to $3.2 billion in 2015.')"


def microseconds(work: object, repeat: int) -> float:
    """Return the best of five runs of `work`, a call, in microseconds of processor time each."""
    best = float("inf")
    for _ in range(5):
        start = time.process_time()
        for _ in range(repeat):
            work()  # type: ignore[operator]
        best = min(best, time.process_time() - start)
    return best / repeat * 1e6


def process(code: str) -> float:
    """Return the best of ten fresh processes that run `code`, in milliseconds of processor time.

    One more, before them, compiles the modules.
    """
    best = float("inf")
    with tempfile.TemporaryDirectory() as cache:
        for turn in range(11):
            start = _children()
            command = [sys.executable, "-X", f"pycache_prefix={cache}", "-c", code]
            subprocess.run(command, check=True, env=_environment())
            if turn:
                best = min(best, _children() - start)
    return best * 1e3


def _children() -> float:
    """Return the seconds of processor time that ended children took: other work on the machine changes them little."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def scan_all() -> None:
    """Scan every sentence once."""
    for sentence in SENTENCES:
        scan(sentence)


def quantulum_all() -> None:
    """Parse every sentence once with quantulum3."""
    from quantulum3 import parser  # type: ignore[import-not-found]

    for sentence in SENTENCES:
        parser.parse(sentence)


def main() -> None:
    """Print sentences a second, microseconds a phrase, and start-up."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=40)
    rounds = arguments.parse_args().rounds
    scan_all()
    ours = microseconds(scan_all, rounds) / len(SENTENCES)
    print(f"scan:       {1e6 / ours:9,.0f} sentences/s  ({ours:.1f} microseconds a sentence)")
    for phrase in PHRASES:
        print(f"  read {phrase!r:32} {microseconds(lambda text=phrase: read(text), rounds * 20):6.1f} microseconds")
    if importlib.util.find_spec("quantulum3"):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            quantulum_all()
            theirs = microseconds(quantulum_all, 1) / len(SENTENCES)
        print(f"quantulum3: {1e6 / theirs:9,.0f} sentences/s; scan is {theirs / ours:.0f} times as fast (15 asked for)")
    else:
        print("quantulum3 is not installed: not compared")
    plain = process("pass")
    first = process(FIRST) - plain
    print(f"start-up: import and first sentence {first:.1f} ms beyond python's own {plain:.1f} ms (30 allowed)")


if __name__ == "__main__":
    main()
