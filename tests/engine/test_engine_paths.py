"""Every way to decide gives the same answer, certified: exact at once, floats from a guess or a model, HiGHS."""

from __future__ import annotations

from fractions import Fraction
from functools import cache

import pytest

from claimcheck.engine import big, check, look, solve
from claimcheck.engine.component import Component
from claimcheck.engine.propagate import CLEARANCE, Propagation
from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Quantity, Statement
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Verdict
from support_certificate import accepts, satisfied
from support_components import _spoiled, draw, growth, level, report, seeded, series_by_years, single

A, B = Quantity("a"), Quantity("b")


def _without_a_look(patch):
    patch.setattr(look, "MANY", 0)


def _exact_at_once(patch):
    _without_a_look(patch)
    patch.setattr(solve, "_EXACT_AT_ONCE", 10**9)


def _from_a_guess(patch):
    _without_a_look(patch)
    patch.setattr(solve, "_EXACT_AT_ONCE", 0)


def _from_a_model(patch):
    """Search, whatever boxes and a guess tell."""
    _without_a_look(patch)
    patch.setattr(solve, "_EXACT_AT_ONCE", 0)
    patch.setattr(Propagation, "run", lambda _: None)
    patch.setattr(Propagation, "mend", lambda *_: False)


def _without_highs(patch):
    _from_a_model(patch)
    patch.setattr(solve, "LARGE", 0)
    patch.setattr(big, "available", lambda: False)


def _with_highs(patch):
    """Ask HiGHS, whatever boxes and a guess tell; points that it finds are mended as they are."""
    _without_a_look(patch)
    patch.setattr(solve, "_EXACT_AT_ONCE", 0)
    patch.setattr(solve, "LARGE", 0)
    patch.setattr(Propagation, "run", lambda _: None)
    patch.setattr(solve.Solver, "_mended", lambda *_: None)


def _with_highs_in_boxes(patch):
    """Ask HiGHS within boxes, which do not tell themselves that something clashes."""
    run = Propagation.run
    _with_highs(patch)
    patch.setattr(Propagation, "run", lambda boxes: run(boxes) and None)


PATHS = (_exact_at_once, _from_a_guess, _from_a_model, _without_highs, _with_highs, _with_highs_in_boxes)
COMPONENTS = [draw(seeded(n), 8 + n % 14, (0.0, 0.3, 1.0)[n % 3], n % 2).system for n in range(120)]


def medium(seed, series, *, levels, errors):
    """Return a component of some hundred claims; without levels none but rates are printed."""
    rng = seeded(seed)
    made = list(series_by_years(rng, series, 12).constraints)
    if not levels:
        made = [c for c in made if c.readings[0][0].denominator is not None]
    for i in rng.sample([i for i, c in enumerate(made) if c.printed is not None], errors):
        made[i] = _spoiled(rng, made[i])
    return System(tuple(made))


def certified(system):
    """Return whether a system holds as a whole, having checked the proof or the witness; `None` for undecided."""
    found = check(system, narrow=False, recompute=False, explain=False)
    claims = {claim.id: claim for claim in system.constraints}
    assert all(accepts(conflict, claims) for conflict in found.conflicts)
    undecided = [r for r in found.results if r.verdict is Verdict.UNDECIDED]
    assert all(result.reason for result in undecided)
    left = claims.keys() - {name for conflict in found.conflicts for name in conflict.claims}
    if not undecided:
        assert all(satisfied(claims[name], found.witness) for name in left)
    return False if found.conflicts else None if undecided else True


@cache  # asked for before a test changes the way
def expected():
    """Return what the ordinary way says of the components."""
    return [certified(system) for system in COMPONENTS]


@cache
def hundreds(*, levels):
    """Return some components of some hundred claims, and what the ordinary way says of each."""
    systems = [medium(n, 12, levels=levels, errors=n % 2) for n in range(6)]
    return systems, [certified(system) for system in systems]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.__name__[1:])
def test_each_way_to_decide_gives_the_same_certified_answer(path, monkeypatch):
    answers = expected()
    assert answers.count(True) > 40
    assert answers.count(False) > 20
    path(monkeypatch)
    if path in (_with_highs, _with_highs_in_boxes):
        pytest.importorskip("highspy")
    assert [certified(system) for system in COMPONENTS] == answers


@pytest.mark.parametrize("path", PATHS[1:], ids=lambda path: path.__name__[1:])
@pytest.mark.parametrize("levels", [True, False], ids=["levels", "rates"])
def test_some_hundred_claims_are_decided_alike_on_each_way(path, levels, monkeypatch):
    systems, answers = hundreds(levels=levels)
    assert None not in answers
    path(monkeypatch)
    if path in (_with_highs, _with_highs_in_boxes):
        pytest.importorskip("highspy")
    assert [certified(system) for system in systems] == answers


def test_a_large_component_of_rates_alone_is_refuted_with_the_signs_of_its_quantities(monkeypatch):
    _without_a_look(monkeypatch)
    monkeypatch.setattr(solve, "_EXACT_AT_MOST", 0)  # as if each were too large to be decided in exact numbers
    answers = [certified(medium(n, 12, levels=False, errors=1)) for n in range(12)]
    assert answers.count(False) > 5
    assert None not in answers


@pytest.mark.parametrize("first", [True, False], ids=["look", "search"])
def test_a_wrong_claim_does_not_lead_the_search_among_the_others_astray(first, monkeypatch):
    """Rows that clash drive boxes away where few levels are printed; floats decide all the same, a few rows exactly."""
    if not first:
        _without_a_look(monkeypatch)
    monkeypatch.setattr(solve, "_EXACT_AT_MOST", 100)
    rng, refuted = seeded(2), 0
    for _ in range(12):
        found = check(report(rng, 100, 0.0, 1).system, narrow=False, recompute=False, tell=False)
        assert not [result.reason for result in found.results if result.verdict is Verdict.UNDECIDED]
        assert all(any(repair.cures for repair in conflict.repairs) for conflict in found.conflicts)
        refuted += bool(found.conflicts)
    assert refuted == 11


def test_highs_names_the_rows_behind_the_boxes_that_a_contradiction_rests_on(monkeypatch):
    pytest.importorskip("highspy")
    systems = [medium(n, 12, levels=n % 3 > 0, errors=1) for n in range(12)]
    answers = [certified(system) for system in systems]
    assert answers.count(False) > 5
    _with_highs_in_boxes(monkeypatch)
    monkeypatch.setattr(solve, "_EXACT_AT_MOST", 0)  # as if each were too large to be decided in exact numbers
    assert [certified(system) for system in systems] == answers


def test_highs_keeps_as_far_from_the_ends_of_a_statement_as_mending_does():
    """Of a statement thinner than the margin, no more than a share of its width."""
    pytest.importorskip("highspy")
    numpy = pytest.importorskip("numpy")
    thin = Statement(single((A, 1), (B, -1)), None, Interval(Fraction(3), Fraction(3) + Fraction(1, 10**4)))
    system = System((growth("wide", A, B, "-0.1", "0.1"), Constraint("thin", ((thin,),))))
    component = Component(system.constraints, system)
    rows = [row for i in range(2) for row in component.ways(i)[0].rows]
    boxes, guess = Propagation(2, rows, (), None), [1.0, 100000.0, 99997.0]
    kept = [least / max(abs(a) for _, a in form) for form, least, _ in boxes._scaled(guess)]
    program = big._loaded(component.solver, rows, boxes, numpy.array(guess)).getLp()
    assert program.row_lower_ == pytest.approx(kept, rel=1e-6, abs=0)
    assert min(kept) < CLEARANCE / 10 < max(kept)


@pytest.mark.parametrize("highs", [True, False])
def test_where_nothing_tells_the_answer_is_undecided(highs, monkeypatch):
    _without_a_look(monkeypatch)
    monkeypatch.setattr(solve, "LARGE", 0)
    monkeypatch.setattr(solve, "_EXACT_AT_MOST", 0)
    monkeypatch.setattr(big, "available", lambda: highs)
    monkeypatch.setattr(big, "propose", lambda *_: ())
    monkeypatch.setattr(solve.Solver, "_mended", lambda *_: None)
    monkeypatch.setattr(Propagation, "run", lambda _: None)
    monkeypatch.setattr(solve.Solver, "_searched", lambda *_: (None, _[1]))
    for errors in (0, 1):
        found = check(medium(1, 5, levels=False, errors=errors))
        assert found.unaided is not highs
        assert {(r.verdict, bool(r.reason)) for r in found.results} == {(Verdict.UNDECIDED, True)}


def test_highs_refutes_no_claim_that_another_case_of_it_would_save(monkeypatch):
    """What clashes with the cases nearest to the guess is no contradiction yet."""
    pytest.importorskip("highspy")
    by, to = (((Statement(single((A, 1)), None, Interval.point(Fraction(n))),)) for n in (9, 15))
    either = Constraint("either", (by, to))
    claims = (either, level("a", A, 11, 16), level("whole", B, 20, 22), growth("rise", B, A, "0.3", "0.45"))
    _with_highs(monkeypatch)
    assert certified(System(claims)) is True
