"""Plant errors in documents and see whether the engine names them.

    python benchmarks/engine_blame.py [documents] [seed]

For one planted error: of the documents where it is found, the share in which the planted claim is among the claims
whose change alone cures all, and in which it comes first in the ranking. Then, of the claims that come first, one for
each conflict, the share really planted; and likewise of those that are named, which is where evidence speaks clearly
for the first (`Conflict.suspect`). Limits: cures always; first in .85 at 20 claims and .95 at 40; of the named, .95
planted with four errors in 40 claims. Exits 1 where one is missed.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claimcheck.engine import check
from support_components import draw

LIMITS = {(10, 1): 0.0, (20, 1): 0.85, (40, 1): 0.95, (40, 4): 0.0}
NAMED = 0.95


def main() -> int:
    """Run it and return the exit code."""
    documents, seed = (int(word) for word in (sys.argv[1:] + ["200", "0"][len(sys.argv) - 1 :]))
    rng = random.Random(seed)
    missed = False
    for (size, errors), limit in LIMITS.items():
        found = cured = first = conflicting = leading = named = right = 0
        spent = 0.0
        for _ in range(documents):
            drawn = draw(rng, size, rng.choice((0.3, 1.0)), errors)
            start = time.process_time()
            conflicts = check(drawn.system, recompute=False, narrow=False, tell=False).conflicts
            spent += time.process_time() - start
            if not conflicts:
                continue
            found += 1
            cured += all(any(r.cures and r.claim in drawn.planted for r in c.repairs) for c in conflicts)
            first += conflicts[0].repairs[0].claim in drawn.planted
            conflicting += len(conflicts)
            leading += sum(c.repairs[0].claim in drawn.planted for c in conflicts)
            named += sum(bool(c.suspect) for c in conflicts)
            right += sum(c.suspect in drawn.planted for c in conflicts)
        print(f"{size} claims, {errors} planted: found in {found} of {documents}", end=", ")
        print(f"planted among the cures {cured / found:.3f}, first {first / found:.3f}", end="; ")
        print(f"{conflicting} conflicts, first and planted {leading / conflicting:.3f}", end="; ")
        print(f"{named} named, of them planted {right / named:.3f}", end=", ")
        print(f"{spent / documents * 1e3:.1f} ms each")
        missed = missed or first / found < limit or right / named < NAMED or (errors == 1 and cured < found)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
