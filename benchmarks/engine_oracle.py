"""Decide random components with the engine and with z3, check every proof, and say how often they differ.

    python benchmarks/engine_oracle.py [components] [seed]

Prints components, claims, conflicts, verdicts that differ, false alarms (a conflict where nothing was spoiled),
certificates and witnesses that the independent checker refuses, conflicts that z3 finds not to be minimal (in one
component of five), and components left undecided. Half are dense, half as reports make them, with few levels printed or
many. Exits 1 unless all of those are 0.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claimcheck.engine import check
from claimcheck.verdicts import Verdict
from support_certificate import accepts, satisfied
from support_components import draw, report
from support_z3 import consistent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.engine.system import Constraint, System
    from claimcheck.verdicts import Conflict

SIZES = (2, 3, 5, 8, 13, 20, 35, 60)
LEVELS = (0.0, 0.1, 0.3, 1.0)
ERRORS = (0, 0, 1, 1, 2, 4)
_FAULTS = ("differ", "false alarms", "bad certificates", "bad witnesses", "not minimal", "undecided")


def main() -> int:
    """Run it and return the exit code."""
    components, seed = (int(word) for word in (sys.argv[1:] + ["20000", "0"][len(sys.argv) - 1 :]))
    rng = random.Random(seed)
    weights = [1 / size for size in SIZES]
    seen: Counter[str] = Counter()
    for _ in range(components):
        size = rng.choices(SIZES, weights)[0]
        drawn = rng.choice((draw, report))(rng, size, rng.choice(LEVELS), rng.choice(ERRORS))
        found = check(drawn.system, recompute=False, explain=False)
        claims = {c.id: c for c in drawn.system.constraints}
        blamed = {name for conflict in found.conflicts for name in conflict.claims}
        undecided = {r.claim for r in found.results if r.verdict is Verdict.UNDECIDED}
        seen["components"] += 1
        seen["claims"] += len(claims)
        seen["conflicts"] += len(found.conflicts)
        seen["undecided"] += bool(undecided)
        seen["differ"] += not undecided and consistent(drawn.system) == bool(found.conflicts)
        seen["false alarms"] += bool(found.conflicts) and not drawn.planted
        seen["bad certificates"] += sum(not accepts(conflict, claims) for conflict in found.conflicts)
        if seen["components"] % 5 == 0:
            seen["not minimal"] += sum(not _minimal(conflict, drawn.system, claims) for conflict in found.conflicts)
        seen["bad witnesses"] += any(
            not satisfied(c, found.witness) for name, c in claims.items() if name not in blamed | undecided
        )
    print(", ".join(f"{name} {seen[name]:,}" for name in seen))
    return int(any(seen[name] for name in _FAULTS))


def _minimal(conflict: Conflict, system: System, claims: Mapping[str, Constraint]) -> bool:
    """Whether z3 finds the claims of a conflict consistent without any one of them."""
    rests = ([claims[name] for name in conflict.claims if name != without] for without in conflict.claims)
    return all(consistent(system._replace(constraints=tuple(rest))) for rest in rests)


if __name__ == "__main__":
    sys.exit(main())
