"""A sheet of 10,000 independent claims: verifying it as a ratio to parsing the same bytes with `yaml.CSafeLoader`.

    python benchmarks/large_sheet.py [CLAIMS]

Limit: 8. Both in this process, in turn, the best of five each.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

import yaml

from claimcheck.app.verify import verify_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT = 8.0
CLAIM = """\
  - id: claim-{i}
    {kind}:
      of: quantity_{i}
      in: 2015
      is: {number}
"""
NUMBERS = (("value", "{}.59 trillion yuan"), ("growth", "down {}.1%"), ("value", "more than {},000 companies"))


def sheet(claims: int) -> bytes:
    """Return the bytes of a sheet with that many claims, no two about the same quantity."""
    parts = ["claims:\n"]
    for i in range(claims):
        kind, number = NUMBERS[i % len(NUMBERS)]
        parts.append(CLAIM.format(i=i, kind=kind, number=number.format(i % 89 + 1)))
    return "".join(parts).encode()


def best(work: Callable[[], object]) -> float:
    """Return the shortest of five runs, in seconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> int:
    """Print the ratio; return 1 where it is above the limit."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    data = sheet(claims)
    report = verify_bytes("claims.yaml", data, {})
    assert len(report.results) == claims, "every claim has a result"
    parsed = best(lambda: yaml.load(data, Loader=yaml.CSafeLoader))
    verified = best(lambda: verify_bytes("claims.yaml", data, {}))
    ratio = verified / parsed
    print(f"{claims:,} claims: {verified:.2f} s, {ratio:.2f} times parsing alone ({parsed:.2f} s; limit {LIMIT})")
    return int(ratio > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
