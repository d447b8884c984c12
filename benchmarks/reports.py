"""What reports cost beside the verification: seconds and bytes for 2,000 and 10,000 claims, in every format.

`python benchmarks/reports.py` prints one line a format. Aims: the table of 10,000 claims in under a second, the
page of 2,000 below 3 MB.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from claimcheck.reports import NAMES
from support_reports import many, rendered, report_of


def main() -> None:
    """Measure and print."""
    for count in (2001, 9999):
        started = time.perf_counter()
        report = report_of(*many(count))
        print(f"{len(report.claims):,} claims verified in {time.perf_counter() - started:.2f} s")
        for name in NAMES:
            started = time.perf_counter()
            text = rendered(name, report, verbose=True, width=120)
            print(f"  {name:<9} {time.perf_counter() - started:6.3f} s {len(text.encode()):>11,} bytes")


if __name__ == "__main__":
    main()
