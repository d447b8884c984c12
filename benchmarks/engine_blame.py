"""Plant errors in documents and see whether the engine names them.

    python benchmarks/engine_blame.py [documents] [seed]

For one planted error: of the documents where it is found, the share in which the planted claim is among the claims
whose change alone cures all, and in which it is named first. For four in 40 claims: of the claims named first, one for
each conflict, the share really planted. Minimal conflicts that miss every planted claim are counted too.
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claimcheck.engine import check
from support_components import draw


def main() -> None:
    """Run it."""
    documents, seed = (int(word) for word in (sys.argv[1:] + ["200", "0"][len(sys.argv) - 1 :]))
    rng = random.Random(seed)
    for size, errors in ((10, 1), (20, 1), (40, 1), (40, 4)):
        found = cured = first = named = right = 0
        spent = 0.0
        for _ in range(documents):
            drawn = draw(rng, size, rng.choice((0.3, 1.0)), errors)
            start = time.perf_counter()
            conflicts = check(drawn.system, recompute=False, narrow=False).conflicts
            spent += time.perf_counter() - start
            if not conflicts:
                continue
            found += 1
            cured += all(any(r.cures and r.claim in drawn.planted for r in c.repairs) for c in conflicts)
            first += conflicts[0].repairs[0].claim in drawn.planted
            named += len(conflicts)
            right += sum(c.repairs[0].claim in drawn.planted for c in conflicts)
        print(f"{size} claims, {errors} planted: found in {found} of {documents}", end=", ")
        print(f"planted among the cures {cured / found:.3f}, named first {first / found:.3f}", end=", ")
        print(f"named and planted {right / named:.3f}, {spent / documents * 1e3:.1f} ms each")


if __name__ == "__main__":
    main()
