"""Time the engine, z3 and HiGHS on the same systems in one run; building and checking the witness included.

    python benchmarks/engine_speed.py

Prints microseconds of processor time a claim: the engine decides (recomputing left out),
z3 builds and decides in exact rationals, HiGHS builds and solves (its floats decide, nothing is certified). Then
one planted error in 100 claims with certificate, cures and repairs; all claims of 100 recomputed; a corpus of small
documents; and the exponent with which time grows with the corpus.
"""

from __future__ import annotations

import random
import sys
import time
from math import log
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claimcheck.engine import check
from claimcheck.engine.component import Component
from claimcheck.engine.solve import unit_of
from claimcheck.engine.system import System
from support_components import draw
from support_z3 import consistent

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def timed(work: Callable[[System], object], systems: Sequence[System]) -> float:
    """Return microseconds a claim."""
    start = time.process_time()
    for system in systems:
        work(system)
    return (time.process_time() - start) * 1e6 / sum(len(system.constraints) for system in systems)


def decide(system: System) -> None:
    """Decide with the engine, nothing recomputed or explained."""
    check(system, recompute=False, explain=False)


def highs(system: System) -> None:
    """Build and solve with HiGHS; only for systems without cases, in floats."""
    from claimcheck.engine.big import propose
    from claimcheck.engine.propagate import Propagation

    component = Component(system.constraints, system)
    rows = [row for i in range(len(system.constraints)) for row in component.ways(i)[0].rows]
    boxes = Propagation(len(component.columns), rows, component.signed, unit_of(rows))
    propose(component.solver, rows, boxes, [1.0] * (len(component.columns) + 1))


def corpus(rng: random.Random, claims: int) -> System:
    """Return one system of small documents that share nothing."""
    from claimcheck.kinds.statement import Quantity

    made = []
    while len(made) < claims:
        number = len(made)
        document = draw(rng, rng.choice((5, 8, 13)), rng.choice((0.3, 1.0))).system
        made.extend(_renamed(constraint, f"{number}-", Quantity) for constraint in document.constraints)
    return System(tuple(made))


def _renamed(constraint, prefix, quantity):
    def form(linear):
        if linear is None:
            return None
        return linear._replace(terms=tuple((quantity(prefix + q.name, q.period), c) for q, c in linear.terms))

    readings = tuple(
        tuple(s._replace(numerator=form(s.numerator), denominator=form(s.denominator)) for s in reading)
        for reading in constraint.readings
    )
    return constraint._replace(id=prefix + constraint.id, readings=readings)


def main() -> None:
    """Run it."""
    rng = random.Random(1)
    for size, documents in ((13, 60), (35, 25), (112, 6)):
        systems = [draw(rng, size, rng.choice((0.3, 1.0)), n % 2).system for n in range(documents)]
        engine, solver, floats = (timed(work, systems) for work in (decide, consistent, highs))
        ratio = solver / engine
        print(f"{size} claims: engine {engine:.0f}, z3 {solver:.0f} ({ratio:.1f}x), HiGHS {floats:.0f} us a claim")
    systems = [draw(rng, 100, 1.0, 1).system for _ in range(8)]
    explained = timed(lambda s: check(s, recompute=False), systems) / 10
    print(f"100 claims, one error: {explained:.1f} ms with certificate, cures and repairs")
    systems = [draw(rng, 100, 1.0).system for _ in range(3)]
    whole, alone = timed(check, systems) / 10, timed(decide, systems) / 10
    print(f"100 claims recomputed: {whole - alone:.0f} ms beside {alone:.1f} ms to decide")
    times = []
    sizes = (1_000, 10_000, 30_000)
    for size in sizes:
        system = corpus(rng, size)
        start = time.process_time()
        decide(system)
        times.append(time.process_time() - start)
        print(f"corpus of {size:,} claims: {times[-1]:.2f} s, {times[-1] / size * 1e6:.0f} us a claim")
    print(f"exponent of growth {log(times[-1] / times[0]) / log(sizes[-1] / sizes[0]):.2f}")


if __name__ == "__main__":
    main()
