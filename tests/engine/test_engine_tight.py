"""Ranges called exact are the exact ones: each against a program of its own, whichever way it was found."""

from __future__ import annotations

import random

import pytest

from claimcheck.app.compile import compile_sheet
from claimcheck.app.verify import verify_bytes
from claimcheck.engine import check
from claimcheck.engine.component import Component, components
from claimcheck.engine.decide import decide
from claimcheck.engine.judge import in_own_terms
from claimcheck.engine.ranges import Ranges
from claimcheck.engine.recompute import AT_ONCE, Implied, Rest, implied
from claimcheck.engine.rows import ratio
from claimcheck.engine.solve import Solved, Solver
from claimcheck.engine.system import System
from claimcheck.kinds.statement import Quantity, Statement
from claimcheck.quantity.interval import ANY, Interval
from support_components import F, claim, draw, level, seeded, single
from support_documents import render, world


def alone(constraint):
    return len(constraint.readings) == 1 and isinstance(constraint.readings[0][0], Statement)


def test_a_range_called_exact_is_that_of_a_program_of_its_own():
    compared = 0
    for seed in range(40):
        sheet, text = render(world(random.Random(seed)))  # noqa: S311  documents, not secrets
        report = verify_bytes("claims.yaml", sheet.encode(), {"text.md": text.encode()})
        if report.sheet is None or report.conflicts:
            continue
        system = compile_sheet(report.sheet)
        component = Component(system.constraints, system)
        results = report.results
        for i, constraint in enumerate(system.constraints):
            result = results[constraint.id]
            if constraint.structure or not alone(constraint) or not result.exact or result.recomputed is None:
                continue
            others = [j for j in range(len(system.constraints)) if j != i]
            own = implied(component, others, constraint.readings[0][0])
            if own.exact:
                compared += 1
                assert result.recomputed == in_own_terms(constraint, own.interval), (seed, constraint.id)
    assert compared > 200


def test_an_enclosure_leaves_nothing_out_where_a_claim_is_needed_to_settle_a_case():
    """Without the claim the other sign of a denominator is open as well, and the range is to span both."""
    compared = 0
    for seed in (7, 195, 283, 788):
        system = draw(seeded(seed), 45, 1.0 if seed % 2 else 0.3).system
        for component in components(system):
            part, members = component.constraints, range(len(component.constraints))
            outcome = decide(component, members)
            rest = Rest(component, members, outcome.witness) if len(part) > AT_ONCE else None
            for i in members if rest else ():
                range_of, own = rest.implied(i), part[i].readings[0][0]
                others = implied(component, [j for j in members if j != i], own) if not range_of.exact else range_of
                if others.exact and others is not range_of:
                    compared += 1
                    assert others.interval.meet(range_of.interval) == others.interval, (seed, part[i].id)
    assert compared > 8


def test_an_open_claim_does_not_open_the_end_that_another_puts_where_it_begins():
    """With "more than 1.5 times" beside "1.5 to 1.6 times", what the others leave the former begins at 1.5."""
    a, b = Quantity("a"), Quantity("b")
    rng, claims = seeded(3), []
    for n in range(AT_ONCE + 4):  # so many that no exact program is asked at once
        low = F(rng.randint(100, 900), 100)
        claims.append(claim(f"c{n}", single((Quantity(f"q{n}"), 1)), single((b, 1)), Interval(low, low + F(1, 100))))
    claims.append(level("b", b, 90, 110))
    claims.append(claim("range", single((a, 1)), single((b, 1)), Interval(F(3, 2), F(8, 5))))
    claims.append(claim("more", single((a, 1)), single((b, 1)), Interval(F(3, 2), None, low_open=True)))
    found = check(System(tuple(claims)))
    more = next(result for result in found.results if result.claim == "more")
    assert (more.recomputed, more.exact) == (Interval(F(3, 2), F(8, 5)), True)


def share_of_what_grows(low, most=None):
    """Return the range of `x / (x + y)` where x is at least 3 and at most `most`, if anything, and y at least `low`."""
    x, y = Quantity("x"), Quantity("y")
    whole = single((x, 1), (y, 1))
    claims = (claim("x", single((x, 1)), None, Interval(F(3), most)), level("y", y, low, 9))
    component = Component(claims, System(claims))
    outcome = decide(component, range(2))
    rows = [row for i in range(2) for row in component.ways(i)[0].rows]
    share = Statement(single((x, 1)), whole, ANY)
    return Ranges(rows, 2, (), outcome.witness).range(*ratio(share, component.columns, 1), ())


def test_an_end_that_is_only_approached_without_end_is_open_and_names_who_keeps_it_so(monkeypatch):
    asked = []
    monkeypatch.setattr(Ranges, "_searched", lambda *_: asked.append(1))
    found = share_of_what_grows(5)
    assert found.interval == Interval(F(1, 4), F(1), high_open=True)
    assert found.exact
    assert found.bearing == {0, 1}
    assert not asked


def test_an_end_that_another_quantity_reaches_at_0_is_met():
    found = share_of_what_grows(0)
    assert found.interval == Interval(F(1, 4), F(1))
    assert found.exact


@pytest.mark.parametrize("most", [F(10**7), F(10**8), F(10**12)])
def test_an_end_far_off_is_no_missing_end(most):
    """A row whose entries are that far apart stops the way, though floats hardly feel it."""
    found = share_of_what_grows(5, most)
    high = found.interval.high
    assert high >= most / (most + 5)
    assert not found.exact or high - most / (most + 5) <= F(1, 10**8)


def test_a_sign_that_no_search_could_rule_out_is_not_ruled_out(monkeypatch):
    x, y = Quantity("x"), Quantity("y")
    times = claim("times", single((y, 1)), single((x, 1)), Interval(F(1), F(2)))
    claims = (level("x", x, 5, 9), level("y", y, 10, 12), times)
    component = Component(claims, System(claims, signed=frozenset({x})))
    outcome = decide(component, range(3))
    statement = claims[2].readings[0][0]
    assert Rest(component, range(3), outcome.witness).bounded(statement, 2).interval == Interval(F(10, 9), F(12, 5))
    solve = Solver.solve

    def gives_up(solver, rows, cases=()):
        """Return what is found where rows hold; no refutation."""
        found = solve(solver, rows, cases)
        return found if found.witness else Solved(None, [], decided=False)

    monkeypatch.setattr(Solver, "solve", gives_up)
    assert Rest(component, range(3), outcome.witness).bounded(statement, 2) == Implied(ANY, exact=False)
