"""Round hidden true values into claims until there are enough, and count the documents called inconsistent.

    python benchmarks/engine_alarms.py [claims] [seed]

Prints documents, claims, false alarms and undecided documents. Exits 1 on a false alarm.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claimcheck.engine import check
from claimcheck.verdicts import Verdict
from support_certificate import satisfied
from support_components import draw, report

SIZES = (3, 8, 13, 20, 35)


def main() -> int:
    """Run it and return the exit code."""
    wanted, seed = (int(word) for word in (sys.argv[1:] + ["300000", "0"][len(sys.argv) - 1 :]))
    rng = random.Random(seed)
    documents = claims = alarms = undecided = broken = 0
    while claims < wanted:
        drawn = rng.choice((draw, report))(rng, rng.choice(SIZES), rng.choice((0.0, 0.1, 0.3, 1.0)))
        found = check(drawn.system, recompute=False)
        documents += 1
        claims += len(drawn.system.constraints)
        alarms += bool(found.conflicts)
        unsure = any(r.verdict is Verdict.UNDECIDED for r in found.results)
        undecided += unsure
        broken += not unsure and not all(satisfied(c, found.witness) for c in drawn.system.constraints)
    print(f"{documents:,} documents, {claims:,} claims, {alarms} false alarms", end=", ")
    print(f"{undecided} undecided, {broken} bad witnesses")
    return int(alarms + broken > 0)


if __name__ == "__main__":
    sys.exit(main())
