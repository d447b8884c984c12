"""The first look at a component: a point that holds exactly, or a few claims that clash, and nothing where neither."""

from __future__ import annotations

from fractions import Fraction
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.engine import check
from claimcheck.engine.component import Component, components
from claimcheck.engine.fit import Fit
from claimcheck.engine.look import look
from claimcheck.engine.pulls import Band, Bound, End, Pulls, Ratio, TangledError
from claimcheck.engine.springs import Springs
from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Quantity, Statement
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Verdict
from support_certificate import accepts, satisfied
from support_components import draw, growth, level, parts, report, seeded, single

A, B, C = (Quantity(name) for name in "abc")
COLUMNS = {A: 1, B: 2, C: 3}
DOCUMENTS = (lambda rng, errors: report(rng, 35, 0.3, errors), lambda rng, errors: draw(rng, 14, 0.3, errors))


def looked_at(make, errors, number):
    """Yield components of some claims, and what a first look at them finds."""
    for seed in range(number):
        system = make(seeded(seed), errors).system
        for component in components(system):
            if len(component.constraints) > 3:
                yield component, look(component, range(len(component.constraints)))


def statement(top, bottom, low, high):
    return Statement(top, bottom, Interval(*(None if end is None else Fraction(str(end)) for end in (low, high))))


def taken(*statements):
    pulls = Pulls()
    return pulls, [pulls.take(0, each, COLUMNS) for each in statements]


@pytest.mark.parametrize("make", DOCUMENTS)
def test_of_true_documents_it_finds_a_point_in_four_of_five(make) -> None:
    found = list(looked_at(make, 0, 40))
    for component, (point, program) in found:
        assert program is None
        if point is not None:
            values = {quantity: point[j] for quantity, j in component.columns.items()}
            assert all(satisfied(constraint, values) for constraint in component.constraints)
    assert sum(point is not None for _, (point, _) in found) > 0.8 * len(found) > 20


@pytest.mark.parametrize("make", DOCUMENTS)
def test_of_wrong_ones_it_finds_claims_that_clash_in_two_of_three(make) -> None:
    refuted, wrong = 0, 0
    for component, (point, program) in looked_at(make, 1, 60):
        found = check(System(component.constraints), narrow=False, recompute=False, explain=False)
        claims = {claim.id: claim for claim in component.constraints}
        assert all(accepts(conflict, claims) for conflict in found.conflicts)
        assert not (found.conflicts and point is not None)
        assert found.conflicts or program is None
        wrong += bool(found.conflicts)
        refuted += program is not None
    assert refuted > 2 / 3 * wrong > 10


def test_a_claim_that_no_value_satisfies_is_refuted_by_itself() -> None:
    claims = (level("a", A, 5), growth("fall", B, A, "-1.5", "-1.4"))
    component = Component(claims, System(claims))
    assert {row.claim for row in look(component, range(2)).program.sources.values()} == {1}


def test_where_too_many_quantities_hang_together_it_gives_up_and_the_answer_is_the_same() -> None:
    many = [Quantity(f"q{n}") for n in range(60)]
    claims = (parts("all", A, *many), level("whole", A, 59, 61), *(level(q.name, q, "0.9", "1.1") for q in many))
    component = Component(claims, System(claims))
    assert look(component, range(len(claims))) == (None, None)
    assert {result.verdict for result in check(System(claims), recompute=False).results} == {Verdict.CONSISTENT}


def test_whole_numbers_and_components_past_a_limit_are_not_looked_at(monkeypatch) -> None:
    claims = (level("a", A, 4, 6), level("b", A, 5, 7))
    assert look(Component(claims, System(claims, whole=frozenset({A}))), (0, 1)) == (None, None)
    assert look(Component(claims, System(claims)), (0, 1)).point is not None
    monkeypatch.setattr("claimcheck.engine.look.MANY", 1)
    assert look(Component(claims, System(claims)), (0, 1)) == (None, None)


def test_numbers_that_no_float_holds_are_left_to_exact_ones() -> None:
    huge = 10**300
    small, large = (
        level("small", A, Fraction(1, huge), Fraction(2, huge)),
        level("large", C, huge * huge, 2 * huge * huge),
    )
    rise = Constraint(
        "rise", ((Statement(single((B, 1)), single((A, 1)), Interval(Fraction(huge), Fraction(2 * huge))),),)
    )
    more = Constraint("more", ((Statement(single((C, 1)), single((B, 1)), Interval(Fraction(huge), None)),),))
    for claims in ((small, large, rise, more), (small, rise, more), (large, more, growth("g", B, A, "0.1", "0.2"))):
        component = Component(claims, System(claims))
        point, program = look(component, range(len(claims)))
        assert program is None
        assert point is None or all(
            satisfied(claim, {q: point[j] for q, j in component.columns.items()}) for claim in claims
        )
        assert not check(System(claims)).conflicts


@pytest.mark.parametrize(
    ("low", "high", "low_open", "high_open"), [(3, 3, False, False), (3, 4, True, False), (2, 3, False, True)]
)
def test_a_point_lies_within_ends_that_are_open_or_closed(low, high, low_open, high_open) -> None:
    interval = Interval(Fraction(low), Fraction(high), low_open, high_open)
    claims = (level("b", B, 1), Constraint("a", ((Statement(single((A, 1)), single((B, 1)), interval),),)))
    component = Component(claims, System(claims))
    point = look(component, range(2)).point
    assert point is not None
    assert interval.contains(point[component.columns[A]] / point[component.columns[B]])


def test_an_open_end_that_touches_is_no_point() -> None:
    above, below = (
        Constraint(name, ((Statement(single((A, 1)), None, Interval(low, high, low_open=True, high_open=True)),),))
        for name, low, high in (("above", Fraction(3), None), ("below", None, Fraction(3)))
    )
    component = Component((above, below), System((above, below)))
    assert look(component, range(2)).point is None


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        (statement(single((A, 1)), None, 4, 5), Ratio),  # a level, over the number 1
        (statement(single((B, 1), (A, -1)), single((A, 1)), "0.1", "0.2"), Ratio),  # growth
        (statement(single((A, 2)), single((B, 3)), 1, None), End),
        (statement(single((A, 1)), single((B, 1), (C, 1)), "0.1", "0.2"), Band),
        (statement(single((A, 1), (B, -1)), None, 0, 0), Band),
        (statement(single((A, 1)), single((B, 1), (C, 1)), None, "0.2"), Bound),
    ],
)
def test_statements_are_sorted_by_what_they_ask_for(said, kind) -> None:
    pulls, answers = taken(said)
    assert answers == [True]
    assert [type(each) for each in (*pulls.ratios, *pulls.ends, *pulls.bands, *pulls.bounds)] == [kind]


def test_growth_is_a_ratio_of_one_more_and_a_negative_factor_turns_its_ends() -> None:
    pulls, _ = taken(
        statement(single((B, 1), (A, -1)), single((A, 1)), "0.1", "0.2"),
        statement(single((A, -2)), single((B, 1)), -6, -4),
    )
    grown, turned = pulls.ratios
    assert (grown.above, grown.below, turned.above, turned.below) == (2, 1, 1, 2)
    assert (grown.low, grown.high) == pytest.approx((1.1, 1.2), rel=1e-6)
    assert (turned.low, turned.high) == pytest.approx((2, 3), rel=1e-6)


def test_what_positive_quantities_cannot_be_is_said_at_once() -> None:
    fall, constant = (
        statement(single((B, 1), (A, -1)), single((A, 1)), -3, -2),
        statement(single(constant=6), None, 7, 7),
    )
    assert taken(fall, constant)[1] == [False, False]
    assert taken(statement(single(constant=6), None, 5, 7))[1] == [True]
    many = [Quantity(f"q{n}") for n in range(50)]
    with pytest.raises(TangledError):
        Pulls().take(0, statement(single(*((q, 1) for q in many)), None, 1, 2), {q: j for j, q in enumerate(many, 1)})


def test_a_fit_ends_inside_all_claims_and_says_so() -> None:
    """a is 100 and b a tenth more, c their sum but for a rounding: far apart at first, and within all ends at last."""
    pulls, _ = taken(
        statement(single((A, 1)), None, "99.5", "100.5"),
        statement(single((B, 1), (A, -1)), single((A, 1)), "0.095", "0.105"),
        statement(single((C, 1), (A, -1), (B, -1)), None, "-0.5", "0.5"),
        statement(single((C, 1)), None, "209", None),
    )
    fit = Fit(3, pulls)
    assert fit.run()
    _, a, b, c = fit.values
    assert 99.5 < a < 100.5
    assert 0.095 < b / a - 1 < 0.105
    assert abs(c - a - b) < 0.5
    assert c > 209


def test_the_claims_that_clash_pull_hardest() -> None:
    claims = (
        level("a", A, "99.5", "100.5"), growth("b", B, A, "0.095", "0.105"), level("far", B, "149.5", "150.5"),
        growth("c", C, A, "0.2", "0.3"), level("also", C, 120, 130),
    )  # fmt: skip
    pulls = Pulls()
    for number, constraint in enumerate(claims):
        assert pulls.take(number, constraint.readings[0][0], COLUMNS)
    fit = Fit(3, pulls)
    assert not fit.run()
    assert fit.torn
    assert set(fit.strained()[:3]) == {0, 1, 2}


@given(
    st.integers(2, 7).flatmap(
        lambda size: st.tuples(
            st.just(size),
            st.lists(
                st.tuples(
                    st.dictionaries(st.integers(0, size), st.floats(-5, 5).filter(bool), min_size=1, max_size=3),
                    st.floats(-10, 10),
                    st.floats(0.1, 100),
                ),
                max_size=12,
            ),
        )
    )
)
def test_steps_bring_all_pulls_to_rest(drawn) -> None:
    """What is left of the forces after the steps is 0: of each pull, and of each column to where it was."""
    size, pulls = drawn
    springs = Springs(size)
    for form, value, strength in pulls:
        springs.add(list(form.items()), value, strength)
    order = springs.solve([])
    assert sorted(order) == list(range(1, size + 1))
    steps = [0.0, *springs.steps[1:]]
    for column in range(1, size + 1):
        forces = [steps[column]]
        for form, value, strength in pulls:
            moved = value + sum(a * steps[j] for j, a in form.items())
            forces.append(strength * form.get(column, 0.0) * moved)
        assert isclose(sum(forces), 0.0, abs_tol=1e-7 * (1 + max(map(abs, forces))))


def test_an_order_that_is_known_gives_the_same_steps() -> None:
    first, again = Springs(3), Springs(3)
    for springs in (first, again):
        springs.add([(1, 1.0), (2, -1.0)], 0.5, 10.0)
        springs.add([(0, 1.0), (2, 1.0), (3, 2.0)], -1.0, 3.0)
    order = first.solve([])
    again.solve(order[::-1])
    assert again.steps[1:] == pytest.approx(first.steps[1:])
