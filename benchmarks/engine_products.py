"""Decide random components with products of unknowns, with the engine and with z3, and say what each decides.

    python benchmarks/engine_products.py [components] [seed] [pieces]

Volume times price, with rates between them and few levels. Prints how many components each refutes and satisfies, those
that one of them leaves undecided (z3 has three seconds each), the time of both, and what must be 0: verdicts that
differ, proofs and witnesses that the independent checker refuses. Exits 1 unless those are 0.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claimcheck.engine.component import Component, components
from claimcheck.engine.nonlinear import BUDGET, decide_all
from claimcheck.engine.system import System
from claimcheck.verdicts import Conflict
from support_certificate import accepts, satisfied
from support_products import draw_products
from support_z3 import asked

SIZES = (3, 5, 8, 12)
LEVELS = (0.0, 0.0, 0.2, 0.5)
ERRORS = (0, 1, 1, 2)
_NAMES = {True: "consistent", False: "refuted", None: "undecided"}


def main() -> int:
    """Run it and return the exit code."""
    defaults = ["1000", "0", str(BUDGET)]
    count, seed, budget = (int(word) for word in (sys.argv[1:] + defaults[len(sys.argv) - 1 :]))
    seen: Counter[str] = Counter()
    spent = [0.0, 0.0]
    for number in range(seed, seed + count):
        rng = random.Random(number)
        drawn = draw_products(rng, rng.choice(SIZES), rng.choice(LEVELS), rng.choice(ERRORS))
        for component in components(drawn.system):
            if any(map(component.has_formula, range(len(component.constraints)))):
                _compare(component, budget, seen, spent)
    for name in sorted(seen):
        print(f"{name}: {seen[name]:,}")
    print(f"seconds: engine {spent[0]:.1f}, z3 {spent[1]:.1f}")
    return int(any(seen[name] for name in ("differ", "bad certificates", "bad witnesses")))


def _compare(component: Component, budget: int, seen: Counter[str], spent: list[float]) -> None:
    constraints = component.constraints
    started = time.perf_counter()
    found = decide_all(component, range(len(constraints)), budget)
    between = time.perf_counter()
    expected = asked(System(constraints), 3000)
    spent[0] += between - started
    spent[1] += time.perf_counter() - between
    seen[f"engine {_NAMES[found.feasible]}, z3 {_NAMES[expected]}"] += 1
    seen["differ"] += None not in {found.feasible, expected} and found.feasible != expected
    named = {c.id: c for c in constraints}
    if found.feasible:
        values = {q: found.witness[j] for q, j in component.columns.items()}
        seen["bad witnesses"] += not all(satisfied(c, values) for c in constraints)
    elif found.feasible is False:
        conflict = Conflict(tuple(constraints[i].id for i in sorted(found.support)), found.branches)
        seen["bad certificates"] += not accepts(conflict, named)


if __name__ == "__main__":
    sys.exit(main())
