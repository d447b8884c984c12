"""Compare recomputed ranges that are called tight with those that an exact program finds.

    python benchmarks/engine_ranges.py SECONDS [SEED]

Components have 42 to 60 claims, reports and dense ones with many levels printed or none: more than are solved exactly
at once, and few enough for an exact program to be the judge. Prints the number of ranges, and of these those that are
too narrow, those that are wider than one part in a hundred million, and those with an end open in one and closed in the
other. Exits 1 where one is too narrow or too wide.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claimcheck.engine.component import Component, components
from claimcheck.engine.decide import decide
from claimcheck.engine.recompute import AT_ONCE, Rest, implied
from support_components import draw, report

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.quantity.interval import Interval

TIGHT = Fraction(1, 10**8)


def drawn(rng: random.Random) -> Iterator[Component]:
    """Yield consistent components without end."""
    while True:
        size = rng.randint(AT_ONCE + 2, 60)
        made = rng.choice((report, draw))(rng, size, rng.choice((0.0, 0.1, 0.3, 1.0)))
        for component in components(made.system):
            if len(component.constraints) > AT_ONCE + 1:
                yield component


def judged(found: Interval, exact: Interval) -> str:
    """Return how a range differs from the exact one."""
    if found == exact:
        return "equal"
    if not exact.within(found):
        return "too narrow"
    pairs = ((found.low, exact.low), (found.high, exact.high))
    if any(a != b and (a is None or b is None or abs(a - b) > TIGHT * abs(b)) for a, b in pairs):
        return "too wide"
    return "ends open or not" if (found.low, found.high) == (exact.low, exact.high) else "equal to 1e-8"


def compared(component: Component, until: float) -> Iterator[str]:
    """Yield how each tight range of a component differs from the exact one."""
    everything = range(len(component.constraints))
    rest = Rest(component, everything, decide(component, everything).witness)
    for claim in everything:
        if time.monotonic() > until:
            return
        constraint = component.constraints[claim]
        found = None if constraint.structure else rest.implied(claim)
        if found is not None and found.exact:
            others = [i for i in everything if i != claim]
            how = judged(found.interval, implied(component, others, constraint.readings[0][0]).interval)
            if how != "equal":
                print(f"{constraint.id} of {len(others) + 1} claims: {how}")
            yield how


def main() -> int:
    """Run it and return the exit code."""
    until = time.monotonic() + float(sys.argv[1])
    seen: Counter[str] = Counter()
    for component in drawn(random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)):
        if time.monotonic() > until:
            break
        seen.update(compared(component, until))
    print(f"ranges {seen.total():,}: {', '.join(f'{how} {number:,}' for how, number in seen.most_common())}")
    return int(bool(seen["too narrow"] or seen["too wide"]))


if __name__ == "__main__":
    sys.exit(main())
