"""The checker of the tests refuses what is no proof: certificates are spoiled in every way we could think of."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.engine import check
from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Quantity, Statement
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Branch, Conflict, Line
from support_certificate import accepts
from support_components import claim, growth, level, parts, single
from support_products import formula, leaf, number, op, tie

F = Fraction
A, B, C, D, P, V, R = (Quantity(name) for name in "abcdpvr")
P0, P1, V0, V1, R0, R1 = (Quantity(name, year) for name in "pvr" for year in ("2014", "2015"))

SQUARE = formula("square", op("^", leaf(A), number(2)), Interval(F(5), F(6)))
TENSE = op("-", op("*", leaf(A), leaf(A)), op("*", leaf(A), number(3)))  # a^2 - 3a, least at -9/4

PROVED = {
    "a sum": ([level("a", A, 1), level("b", B, 1), level("c", C, 3), parts("sum", C, A, B)], (), ()),
    "open against closed": (
        [claim("under", single((A, 1)), None, Interval(None, F(5), high_open=True)), level("a", A, 5, 6)],
        (),
        (),
    ),
    "readings": (
        [
            Constraint("either", tuple((Statement(single((A, 1)), None, Interval.point(F(n))),) for n in (5, 15))),
            level("a", A, 7, 8),
        ],
        (),
        (),
    ),
    "a sign": (
        [
            claim("share", single((B, 1), (A, -1)), single((D, 1), (C, -1)), Interval.point(F(2))),
            claim("ba", single((B, 1), (A, -1)), None, Interval.point(F(1))),
            claim("dc", single((D, 1), (C, -1)), None, Interval.point(F(-1))),
        ],
        (),
        (),
    ),
    "whole numbers": (
        [claim("double", single((A, 2), (B, -2)), None, Interval(F("0.9"), F("1.1"))), level("a", A, 3, 5)],
        (),
        (A, B),
    ),
    "a product": ([tie("product", R, P, V), level("p", P, 2, 3), level("v", V, 4, 5), level("r", R, 16, 17)], (), ()),
    "a product of derived ends": (
        [tie("product", R, P, V), level("p", P, 2, 3), growth("g", V, P, 1, 1), level("r", R, 19, 20)],
        (),
        (),
    ),
    "rates alone": (
        [
            tie("tie-0", R0, P0, V0),
            tie("tie-1", R1, P1, V1),
            growth("p", P1, P0, "0.09", "0.11"),
            growth("v", V1, V0, "0.19", "0.21"),
            growth("r", R1, R0, "0.19", "0.21"),
        ],
        (),
        (),
    ),
    "pieces": ([formula("tense", TENSE, Interval(None, F(-5, 2))), level("a", A, 0, 3)], (), ()),
    "an open end of a product": (
        [
            formula("over", op("*", leaf(P), leaf(V)), Interval(F(6), None, low_open=True)),
            level("p", P, 1, 2),
            level("v", V, 1, 3),
        ],
        (),
        (),
    ),
    "a quotient of unknown sign": (
        [
            formula("quotient", op("/", op("*", leaf(A), leaf(B)), leaf(C)), Interval(F(1), F(2))),
            level("a", A, 1, 2),
            level("b", B, 1, 2),
            level("c", C, -2, -1),
        ],
        (C,),
        (),
    ),
}


def proved(name):
    constraints, signed, whole = PROVED[name]
    (conflict,) = check(System(tuple(constraints), frozenset(signed), frozenset(whole))).conflicts
    claims = {c.id: c for c in constraints}
    return conflict, lambda spoiled: accepts(spoiled, claims, signed, whole)


def spoiled(conflict):
    """Yield a conflict with its certificate changed in one place, and what was changed."""
    branches = conflict.certificate
    for i, branch in enumerate(branches):
        for what, other in _changed(branch):
            yield what, conflict._replace(certificate=(*branches[:i], other, *branches[i + 1 :]))


def _changed(branch):
    for i, line in enumerate(branch.lines):
        before, after = branch.lines[:i], branch.lines[i + 1 :]
        yield "a line dropped", branch._replace(lines=(*before, *after))
        for what, other in _lines(line):
            yield what, branch._replace(lines=(*before, other, *after))
    yield "no lines", branch._replace(lines=())


def _lines(line):
    yield "a multiplier doubled", line._replace(multiplier=line.multiplier * 2)
    yield "a multiplier turned round", line._replace(multiplier=-line.multiplier)
    for i, factor in enumerate(line.factors):
        others = (*line.factors[:i], *line.factors[i + 1 :])
        yield "a factor dropped", line._replace(factors=others) if others else line._replace(side="sign", factors=())
        yield "a factor turned round", line._replace(factors=(factor._replace(multiplier=-factor.multiplier), *others))


@pytest.mark.parametrize("name", PROVED)
def test_a_certificate_is_accepted_as_it_is_and_not_with_a_line_changed(name):
    conflict, accepted = proved(name)
    assert accepted(conflict)
    needed = [b for b in conflict.certificate if not accepted(_without(conflict, b))]
    assert needed
    for what, other in spoiled(conflict._replace(certificate=tuple(needed))):
        assert not accepted(other), what


def _without(conflict, branch):
    return conflict._replace(certificate=tuple(b for b in conflict.certificate if b is not branch))


@pytest.mark.parametrize("name", PROVED)
def test_a_certificate_needs_all_of_its_claims(name):
    conflict, accepted = proved(name)
    for left_out in conflict.claims:
        assert not accepted(conflict._replace(claims=tuple(n for n in conflict.claims if n != left_out)))


@pytest.mark.parametrize("name", ["readings", "a sign", "whole numbers", "pieces", "a quotient of unknown sign"])
def test_a_certificate_needs_all_of_its_pieces_and_cases(name):
    conflict, accepted = proved(name)
    assert len(conflict.certificate) > 1
    assert not accepted(conflict._replace(certificate=()))
    assert any(not accepted(_without(conflict, branch)) for branch in conflict.certificate)


@pytest.mark.parametrize("name", ["whole numbers", "pieces"])
def test_a_piece_with_a_wrong_bound_leaves_a_gap_or_proves_nothing(name):
    conflict, accepted = proved(name)
    for i, branch in enumerate(conflict.certificate):
        for j, (quantity, side, end) in enumerate(branch.bounds):
            if any(other[:2] == (quantity, side) for other in branch.bounds if other[2] != end):
                continue  # an earlier cut, which a later one made needless
            shift = 1 if "<" in side else -1
            smaller = (*branch.bounds[:j], (quantity, side, end - 2 * shift), *branch.bounds[j + 1 :])
            made = (*conflict.certificate[:i], branch._replace(bounds=smaller), *conflict.certificate[i + 1 :])
            if not accepted(_without(conflict, branch)):
                assert not accepted(conflict._replace(certificate=made))


def test_a_bound_that_no_branch_took_is_no_ground_for_a_line():
    claims = {"a": level("a", A, 1)}
    lines = (Line("a", 0, 0, "low", F(1)), Line("", 0, 0, "<=", F(1), quantity=A))
    assert not accepts(Conflict(("a",), (Branch(lines),)), claims)
    assert not accepts(Conflict(("a",), (Branch(lines, (), ((A, "<=", 0),)),)), claims)


def test_cuts_of_whole_numbers_cover_only_whole_numbers():
    constraints, _, whole = PROVED["whole numbers"]
    (conflict,) = check(System(tuple(constraints), whole=frozenset(whole))).conflicts
    claims = {c.id: c for c in constraints}
    assert accepts(conflict, claims, (), whole)
    assert not accepts(conflict, claims)


@pytest.mark.parametrize("name", ["open against closed", "an open end of a product"])
def test_an_open_end_treated_as_closed_is_no_proof(name):
    constraints, _, _ = PROVED[name]
    (conflict,) = check(System(tuple(constraints))).conflicts
    first = constraints[0].readings[0][0]
    low, high = first.interval[:2]
    closed = Constraint(constraints[0].id, ((first._replace(interval=Interval(low, high)),),))
    claims = {c.id: c for c in (closed, *constraints[1:])}
    assert not accepts(conflict, claims)


def test_open_ends_of_pieces_that_touch_leave_the_point_between_them_out():
    conflict, accepted = proved("pieces")
    opened = [
        b._replace(bounds=tuple((q, s.replace("=", ""), e) for q, s, e in b.bounds)) for b in conflict.certificate
    ]
    assert not accepted(conflict._replace(certificate=tuple(opened)))


def test_a_sign_that_may_be_otherwise_is_no_ground():
    loss = level("loss", A, -5, -4)
    (conflict,) = check(System((loss,))).conflicts
    assert accepts(conflict, {"loss": loss})
    assert not accepts(conflict, {"loss": loss}, signed=(A,))
