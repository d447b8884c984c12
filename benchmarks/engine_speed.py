"""Time the engine, z3 and HiGHS on the same systems in one run; building and checking the witness included.

    python benchmarks/engine_speed.py [--million]

Prints microseconds of processor time a claim: the engine decides (an exact witness, or exact weights that refute), and
again with what clashes certified and minimal, recomputing left out; z3 reads the system as text, which takes it a
third of the time that building it in Python does, decides in exact rationals, and its witness is read; HiGHS builds
and solves (its floats decide, nothing is certified). All are timed in turn, and of each document the least time. Then
a corpus of 100,000 claims in small documents; one planted error in 100 claims with certificate, cures and repairs; all
claims of 100 recomputed; one component of 60,000 claims, then with an error planted; and the exponent with which time
grows with a corpus, up to a million claims where asked. Exits 1 where a limit is missed: 12 times z3 for what z3 is
asked, 10 on the corpus, 10 ms, 120 ms, 4 s, 8 s and 1.15.

The documents are dense: two or three claims for a quantity, few of them levels. Beside them reports are timed, and
judged by the same limits: three levels in ten printed and four claims for three quantities, where planted errors show
as often as they did where the limits were set. The corpus and the large component are dense as well.
"""

from __future__ import annotations

import random
import sys
import time
from math import log
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from claimcheck.engine import check
from claimcheck.engine.component import Component, components
from claimcheck.engine.decide import decide as decided
from claimcheck.engine.solve import unit_of
from claimcheck.engine.system import System
from claimcheck.kinds.statement import Quantity
from support_components import _spoiled, draw, report, series_by_years
from support_z3 import witness

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimcheck.engine.system import Constraint
    from claimcheck.kinds.statement import Linear


def reported(rng: random.Random, size: int, errors: int = 0) -> System:
    """Return a document of which three levels in ten are printed."""
    return report(rng, size, 0.3, errors).system


def dense(rng: random.Random, size: int, errors: int = 0) -> System:
    """Return a document of many relations and few levels."""
    return draw(rng, size, rng.choice((0.3, 1.0)), errors).system


def seconds(work: Callable[[], object], turns: int = 1) -> float:
    """Return the least processor time of some turns."""
    times = []
    for _ in range(turns):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def least(works: Sequence[Callable[[System], object]], systems: Sequence[System], turns: int) -> list[float]:
    """Return microseconds a claim for each way to work: of each system the least of some turns, all ways in turn.

    A machine that others use is slow for seconds at a time, and then more so for Python than for z3.
    """
    totals = [0.0] * len(works)
    for system in systems:
        timed = [[seconds(lambda w=work, s=system: w(s)) for work in works] for _ in range(turns)]
        totals = [total + min(times) for total, times in zip(totals, zip(*timed, strict=True), strict=True)]
    claims = sum(len(system.constraints) for system in systems)
    return [total * 1e6 / claims for total in totals]


def verdict(system: System) -> None:
    """Build and decide with the engine: whether all claims can hold, as z3 is asked."""
    for component in components(system):
        outcome = decided(component, range(len(component.constraints)))
        assert outcome.witness if outcome.feasible else outcome.branches


def decide(system: System) -> None:
    """Decide with the engine and make conflicts minimal, nothing recomputed or explained."""
    check(system, recompute=False, explain=False)


def by_z3(system: System) -> None:
    """Decide with z3, the system put to it and its witness read."""
    witness(system)


def highs(system: System) -> None:
    """Build and solve with HiGHS; only for systems without cases, in floats."""
    from claimcheck.engine.big import propose
    from claimcheck.engine.propagate import Propagation

    component = Component(system.constraints, system)
    rows = [row for i in range(len(system.constraints)) for row in component.ways(i)[0].rows]
    boxes = Propagation(len(component.columns), rows, component.signed, unit_of(rows))
    propose(component.solver, rows, boxes, [1.0] * (len(component.columns) + 1))


def beside(systems: Sequence[System], turns: int) -> float:
    """Time the engine, z3 and HiGHS, print that, and return how many times as long z3 takes for a verdict."""
    whole, engine, solver, floats = least((decide, verdict, by_z3, highs), systems, turns)
    print(f"engine {engine:.0f} ({whole:.0f} with minimal conflicts), z3 {solver:.0f}, HiGHS {floats:.0f} us", end=", ")
    print(f"z3 takes {solver / engine:.1f} ({solver / whole:.1f}) times as long", end=" ")
    return solver / engine


def documents(rng: random.Random, claims: int) -> list[System]:
    """Return small documents of that many claims in all."""
    made: list[System] = []
    while claims > 0:
        made.append(dense(rng, rng.choice((5, 8, 13))))
        claims -= len(made[-1].constraints)
    return made


def corpus(drawn: Sequence[System], claims: int) -> System:
    """Return documents that share nothing as one system; they come round again until there are enough claims."""
    made: list[Constraint] = []
    number = 0
    while len(made) < claims:
        made.extend(renamed(drawn[number % len(drawn)].constraints, f"{number}-"))
        number += 1
    return System(tuple(made[:claims]))


def renamed(constraints: Iterable[Constraint], prefix: str) -> Iterable[Constraint]:
    """Yield constraints about quantities of other names."""

    def form(linear: Linear | None) -> Linear | None:
        if linear is None:
            return None
        return linear._replace(terms=tuple((Quantity(prefix + q.name, q.period), c) for q, c in linear.terms))

    for constraint in constraints:
        readings = tuple(
            tuple(s._replace(numerator=form(s.numerator), denominator=form(s.denominator)) for s in reading)
            for reading in constraint.readings
        )
        yield constraint._replace(id=prefix + constraint.id, readings=readings)


def of_conflicts(systems: Iterable[System]) -> tuple[float, float]:
    """Return the median and mean of milliseconds for the systems that clash: certificate, cures and repairs."""
    clashing = [s for s in systems if check(s, recompute=False, explain=False).conflicts]
    times = [seconds(lambda s=s: check(s, recompute=False, tell=False), 5) * 1e3 for s in clashing]
    return median(times), sum(times) / len(times)


def recomputed(systems: Sequence[System]) -> float:
    """Return milliseconds a system for recomputing all of its claims."""
    whole, alone = least((check, decide), systems, 3)
    claims = sum(len(system.constraints) for system in systems)
    return (whole - alone) * claims / len(systems) / 1e3


def main() -> int:
    """Run it and return the exit code."""
    rng = random.Random(1)
    missed: list[str] = []

    def held(name: str, value: float, limit: float, *, least: bool = False) -> str:
        if value < limit if least else value > limit:
            missed.append(name)
        return f"({'at least' if least else 'at most'} {limit:g})"

    for size, number in ((13, 60), (35, 25), (112, 6)):
        for made in (dense, reported):
            name = f"{size} claims, {made.__name__}"
            print(f"{name}:", end=" ")
            print(held(name, beside([made(rng, size, n % 2) for n in range(number)], 5), 12, least=True))
    drawn = documents(rng, 100_000)
    (solver,) = least((by_z3,), drawn, 1)
    (engine,) = least((decide,), (corpus(drawn, 100_000),), 3)
    limit = held("corpus", solver / engine, 10, least=True)
    print(f"corpus of 100,000 claims: engine {engine * 0.1:.1f} s, z3 {solver * 0.1:.1f} s", end=", ")
    print(f"{solver / engine:.1f} times {limit}")
    print("100 claims, one error found, with certificate, cures and repairs:", end=" ")
    middle, mean = of_conflicts([draw(rng, 100, 1.0, 1).system for _ in range(40)])
    print(f"median {middle:.1f} ms {held('conflict, dense', middle, 10)}, mean {mean:.1f}", end="; ")
    middle, mean = of_conflicts([reported(rng, 100, 1) for _ in range(40)])
    print(f"reported {middle:.1f} ms {held('conflict, reported', middle, 10)}, mean {mean:.1f}")
    spent = recomputed([draw(rng, 100, 1.0).system for _ in range(6)])
    print(f"100 claims recomputed: {spent:.0f} ms {held('recompute, dense', spent, 120)}", end="; ")
    spent = recomputed([reported(rng, 100) for _ in range(6)])
    print(f"reported {spent:.0f} ms {held('recompute, reported', spent, 120)}")
    large = series_by_years(rng, 1000, 20)
    spent = seconds(lambda: decide(large), 3)
    print(f"one component of {len(large.constraints):,} claims with HiGHS: {spent:.1f} s {held('large', spent, 4)}")
    spoiled = list(large.constraints)
    place = rng.choice([n for n, constraint in enumerate(spoiled) if constraint.printed is not None])
    spoiled[place] = _spoiled(rng, spoiled[place])
    spent = seconds(lambda: decide(System(tuple(spoiled))), 3)
    print(f"one error planted in it: {spent:.1f} s {held('large with an error', spent, 8)}")
    sizes = (1_000, 10_000, 100_000, 1_000_000) if "--million" in sys.argv else (1_000, 10_000, 100_000)
    times = []
    for size in sizes:
        system = corpus(drawn, size)
        times.append(seconds(lambda s=system: decide(s), 3 if size <= 100_000 else 1))
        print(f"corpus of {size:,} claims: {times[-1]:.2f} s, {times[-1] / size * 1e6:.0f} us a claim")
    exponent = log(times[-1] / times[0]) / log(sizes[-1] / sizes[0])
    print(f"exponent of growth {exponent:.2f} {held('growth', exponent, 1.15)}")
    print(f"missed: {', '.join(missed) or 'none'}")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
