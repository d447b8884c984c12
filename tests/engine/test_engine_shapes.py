from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from claimcheck.engine import all_conflicts, check, infer
from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Quantity, Statement
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Verdict
from support_certificate import accepts, satisfied
from support_components import claim, draw, growth, level, parts, report, seeded, single
from support_z3 import consistent

F = Fraction
A, B, C, D, E = (Quantity(name) for name in "abcde")


def between(low, high, **open_ends):
    return Interval(None if low is None else F(str(low)), None if high is None else F(str(high)), **open_ends)


def ratio(name, top, bottom, low, high):
    return claim(name, single((top, 1)), single((bottom, 1)), between(low, high))


SHAPES = {
    "a loss that turns into a profit": (
        [
            claim("change", single((B, 1), (A, -1)), single((A, 1)), between("-1.55", "-1.45")),
            level("before", A, -105, -95),
            level("after", B, 45, 55),
        ],
        {A, B},
        set(),
        True,
    ),
    "the same loss where the sign of the growth is wrong": (
        [
            claim("change", single((B, 1), (A, -1)), single((A, 1)), between("1.45", "1.55")),
            level("before", A, -105, -95),
            level("after", B, 45, 55),
        ],
        {A, B},
        set(),
        False,
    ),
    "a denominator that must be 0": ([ratio("r", A, B, 1, 2), level("b", B, 0)], set(), set(), False),
    "a denominator through zero that has room on one side": (
        [
            claim("share", single((A, 1)), single((B, 1), (C, -1)), between(2, 3)),
            level("a", A, 10),
            level("b", B, 5),
            level("c", C, 0, 9),
        ],
        set(),
        set(),
        True,
    ),
    "strict against closed at the same number": (
        [claim("over", single((A, 1)), None, between(5, None, low_open=True)), level("a", A, 4, 5)],
        set(),
        set(),
        False,
    ),
    "one-sided hedges that leave room": (
        [claim("over", single((A, 1)), None, between(5, None)), claim("under", single((A, 1)), None, between(None, 6))],
        set(),
        set(),
        True,
    ),
    "contradictory duplicates": ([level("one", A, 5, 6), level("two", A, 7, 8)], set(), set(), False),
    "sizes 10^15 apart": (
        [
            level("tiny", A, "0.00095", "0.00105"),
            level("huge", B, "0.95e12", "1.05e12"),
            ratio("r", B, A, "0.9e15", "1.1e15"),
            parts("sum", C, A, B),
            level("c", C, "0.96e12", "1.04e12"),
        ],
        set(),
        set(),
        True,
    ),
    "rates alone round a circle": (
        [ratio("ab", A, B, "1.09", "1.11"), ratio("bc", B, C, "1.09", "1.11"), ratio("ca", C, A, "0.9", "0.95")],
        set(),
        set(),
        False,
    ),
    "37% of 41 firms beside a sum": (
        [
            level("firms", B, 41),
            ratio("share", A, B, "0.365", "0.375"),
            parts("split", B, A, C),
            level("others", C, 26),
        ],
        set(),
        {A, B, C},
        True,
    ),
    "38% of 41 firms": ([level("firms", B, 41), ratio("share", A, B, "0.375", "0.385")], set(), {A, B}, False),
    "whole numbers that only a cut refutes": (
        [claim("double", single((A, 2), (B, -2)), None, between("0.9", "1.1")), level("a", A, 3, 9)],
        set(),
        {A, B},
        False,
    ),
    "nothing is spoiled by a quantity that is 0": ([level("a", A, 0), parts("sum", B, A, C)], set(), set(), True),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_hard_shape_is_decided_as_the_oracle_decides_it(name):
    constraints, signed, whole, holds = SHAPES[name]
    system = System(tuple(constraints), frozenset(signed), frozenset(whole))
    found = check(system)
    claims = {c.id: c for c in constraints}
    assert not any(result.verdict is Verdict.UNDECIDED for result in found.results)
    assert bool(found.conflicts) != holds
    assert consistent(system) == holds
    assert all(accepts(conflict, claims, signed, whole) for conflict in found.conflicts)
    if holds:
        assert all(satisfied(c, found.witness) for c in constraints)
        assert all(found.witness[q].denominator == 1 for q in whole)


@pytest.mark.parametrize("seed", range(60))
def test_random_components_are_decided_as_the_oracle_decides_them(seed):
    rng = seeded(1000 + seed)
    made = report if seed % 3 == 0 else draw
    drawn = made(rng, rng.choice((2, 4, 8, 13, 20)), rng.choice((0, 0.1, 0.3, 1)), rng.choice((0, 1, 2)))
    found = check(drawn.system, recompute=False, explain=False)
    assert not any(result.verdict is Verdict.UNDECIDED for result in found.results)
    assert bool(found.conflicts) != consistent(drawn.system)


@pytest.mark.parametrize("seed", range(12))
def test_a_conflict_is_minimal_and_a_recomputed_range_is_tight(seed):
    rng = seeded(seed)
    drawn = draw(rng, 10, rng.choice((0.3, 1)), 1)
    found = check(drawn.system)
    claims = {c.id: c for c in drawn.system.constraints}
    for conflict in found.conflicts:
        for name in conflict.claims:
            assert consistent(System(tuple(claims[other] for other in conflict.claims if other != name)))
    blamed = {name for conflict in found.conflicts for name in conflict.claims}
    rest = [c for name, c in claims.items() if name not in blamed or c.structure]
    for result in found.results:
        if result.claim in blamed or result.recomputed is None or not result.exact or claims[result.claim].restate:
            continue
        others = tuple(c for c in rest if c.id != result.claim)
        first = claims[result.claim].readings[0][0]
        end = result.recomputed.high
        if end is not None and others:
            beyond = claim("x", first.numerator, first.denominator, Interval(end, None, low_open=True))
            near = claim("x", first.numerator, first.denominator, Interval(end - abs(end) / 10**6 - F(1, 10**9), None))
            assert not consistent(System((*others, beyond)))
            assert consistent(System((*others, near)))


@pytest.mark.parametrize("power", [300, 400, 4000])
def test_numbers_beyond_all_floats_are_still_decided(power):
    series = [Quantity("s", str(year)) for year in range(12)]
    doubled = [ratio(f"r{n}", new, old, "1.9", "2.1") for n, (old, new) in enumerate(pairwise(series))]
    first = level("first", series[0], F(10) ** power, F(10) ** power * 2)
    last = level("last", series[-1], F(10) ** power * 1000, F(10) ** power * 9000)
    assert not check(System((*doubled, first, last))).conflicts
    tiny = level("last", series[-1], 1, 2)
    assert len(check(System((*doubled, first, tiny))).conflicts) == 1


def test_all_minimal_conflicts_of_a_small_component_are_listed():
    constraints = (level("a", A, 5, 6), level("a2", A, 7, 8), level("a3", A, 9, 10), level("b", B, 1))
    found, complete = all_conflicts(System(constraints), "a")
    assert complete
    assert {conflict.claims for conflict in found} == {("a", "a2"), ("a", "a3"), ("a2", "a3")}


def test_a_repair_comes_with_the_slip_that_mends_the_whole_component():
    drawn = draw(seeded(2), 12, 1.0, 1)
    (conflict, *_) = check(drawn.system).conflicts
    (mended,) = (repair for repair in conflict.repairs if repair.claim in drawn.planted)
    assert mended.cures
    assert mended.slip is not None
    assert mended.slip.name in {"digit", "swapped", "sign", "power of ten"}


def test_two_errors_apart_give_two_conflicts():
    sums = [parts("sum", C, A, B), parts("sum2", Quantity("c2"), Quantity("a2"), Quantity("b2"))]
    levels = [level("a", A, 1), level("b", B, 1), level("c", C, 3)]
    more = [level(f"{q}2", Quantity(f"{q}2"), value) for q, value in (("a", 1), ("b", 1), ("c", 3))]
    link = ratio("link", A, Quantity("a2"), 1, 1)
    found = check(System((*sums, *levels, *more, link)))
    assert {conflict.claims for conflict in found.conflicts} == {("sum", "a", "b", "c"), ("sum2", "a2", "b2", "c2")}


def test_a_chain_that_propagation_cannot_close_is_told_as_a_sum():
    # a + b = 10 and a - b = 2 put a at 6 only together
    plus = claim("plus", single((A, 1), (B, 1)), None, Interval.point(F(10)))
    less = claim("less", single((A, 1), (B, -1)), None, Interval.point(F(2)))
    (conflict,) = check(System((plus, less, level("a", A, "6.5", 7)))).conflicts
    assert conflict.steps or conflict.miss
    if conflict.miss:
        assert conflict.miss.gap > 0


def test_a_conflict_with_a_hedge_says_that_its_width_decides():
    narrow = ((Statement(single((A, 1)), None, between("99.5", "100.5")),),)
    hedged = level("about", A, 95, 105, plain=narrow)
    (conflict,) = check(System((hedged, level("a", A, 120)))).conflicts
    assert conflict.hedge


def test_what_nobody_printed_is_inferred_with_the_claims_it_rests_on():
    system = System((growth("growth", B, A, "0.095", "0.105"), level("now", B, 1095, 1105)))
    (found,) = infer(system)
    assert found.quantity == A
    assert found.interval == Interval(F(1095) / F("1.105"), F(1105) / F("1.095"))
    assert set(found.bearing) == {"growth", "now"}
    assert infer(system, [B])[0].interval == Interval(F(1095), F(1105))


def test_a_claim_of_several_readings_lists_the_refuted_ones_as_such():
    by, to = (((Statement(single((A, 1)), None, Interval.point(F(n))),)) for n in (5, 15))
    found = check(System((Constraint("either", (by, to)), level("a", A, 14, 16), ratio("r", A, B, 1, 2))))
    assert found.refuted_readings == (("either", 0),)


def test_a_passing_system_imports_nothing_that_explains_conflicts():
    import subprocess
    import sys

    code = (
        "import sys; from claimcheck.engine import check, system; check(system.System(()))\n"
        "print([m for m in sys.modules if m.startswith('claimcheck.engine.')])"
    )
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for late in ("repair", "steps", "recompute", "dictionary", "nonlinear", "listing", "inference", "big"):
        assert f"claimcheck.engine.{late}'" not in made.stdout


def test_the_checker_refuses_a_certificate_that_was_tampered_with():
    system = System((level("a", A, 1), level("b", B, 1), level("c", C, 3), parts("sum", C, A, B)))
    claims = {c.id: c for c in system.constraints}
    (conflict,) = check(system).conflicts
    assert accepts(conflict, claims)
    (branch,) = conflict.certificate
    heavier = branch.lines[0]._replace(multiplier=branch.lines[0].multiplier * 2)
    for lines in (branch.lines[1:], (heavier, *branch.lines[1:]), ()):
        assert not accepts(conflict._replace(certificate=(branch._replace(lines=lines),)), claims)
    assert not accepts(conflict._replace(certificate=()), claims)


def test_the_checker_wants_every_case_refuted():
    readings = tuple((Statement(single((A, 1)), None, Interval.point(F(n))),) for n in (5, 15))
    system = System((Constraint("either", readings), level("a", A, 7, 8)))
    (conflict,) = check(system).conflicts
    claims = {c.id: c for c in system.constraints}
    assert accepts(conflict, claims)
    assert not accepts(conflict._replace(certificate=conflict.certificate[:1]), claims)
