"""The checker of the tests refuses what is no proof: certificates are spoiled in every way we could think of."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.engine import check
from claimcheck.engine.system import Constraint, System
from claimcheck.kinds.statement import Quantity, Statement
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Branch, Conflict, Line
from support_certificate import accepts, covers, satisfied
from support_components import claim, growth, level, parts, seeded, single
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


FLIPPED = {"low": "high", "high": "low", "sign": "high", "<=": ">=", ">=": "<=", "<": ">", ">": "<"}
OPENED = {"<=": "<", ">=": ">", "<": "<=", ">": ">="}


def _lines(line):
    yield "a multiplier doubled", line._replace(multiplier=line.multiplier * 2)
    yield "a multiplier a little larger", line._replace(multiplier=line.multiplier + F(1, 10**9))
    yield "a multiplier of 0", line._replace(multiplier=F(0))
    yield "a multiplier turned round", line._replace(multiplier=-line.multiplier)
    if line.side in FLIPPED:
        yield "a side flipped", line._replace(side=FLIPPED[line.side])
    if line.side in OPENED:
        yield "an end opened or closed", line._replace(side=OPENED[line.side])
    if line.claim:
        yield "the other sign of a denominator", line._replace(case=-line.case)
        yield "a reading that is not there", line._replace(reading=7)
        yield "a statement that is not there", line._replace(statement=7)
        yield "a claim that is not there", line._replace(claim="another")
    if line.quantity:
        yield "another quantity", line._replace(quantity=Quantity("another"))
    for i, factor in enumerate(line.factors):
        others = (*line.factors[:i], *line.factors[i + 1 :])
        yield "a factor dropped", line._replace(factors=others) if others else line._replace(side="sign", factors=())
        for what, other in _lines(factor):
            yield f"{what} in a factor", line._replace(factors=(other, *others))


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


@pytest.mark.parametrize("name", PROVED)
def test_no_certificate_proves_what_can_hold(name):
    constraints, signed, whole = PROVED[name]
    conflict, _ = proved(name)
    for loose in (c for c in constraints if c.id in conflict.claims):
        anything = tuple(tuple(said._replace(interval=Interval(None, None)) for said in r) for r in loose.readings)
        claims = {c.id: c for c in constraints} | {loose.id: loose._replace(readings=anything)}
        for what, other in [("as it is", conflict), *spoiled(conflict)]:
            assert not accepts(other, claims, signed, whole), (loose.id, what)


def forged(claims, *lines, signed=()):
    """Whether lines that someone made up are taken for a proof that claims clash."""
    return accepts(Conflict(tuple(c.id for c in claims), (Branch(lines),)), {c.id: c for c in claims}, signed)


ONE = level("one", A, 1)
ABOVE = claim("above", single((A, 1)), None, Interval(F(0), None, low_open=True))


def test_a_multiplier_that_is_not_above_0_gives_no_ground():
    assert not forged([ONE], Line("one", 0, 0, "low", F(1)), Line("", 0, 0, "sign", F(-1), quantity=A))
    closed = (Line("one", 0, 0, "low", F(1)), Line("one", 0, 0, "high", F(1)))
    assert not forged([ONE, ABOVE], *closed, Line("above", 0, 0, "low", F(0)))
    assert not forged(
        [ONE, ABOVE], *closed, Line("", 0, 0, "product", F(0), factors=(Line("above", 0, 0, "low", F(1)),))
    )
    assert not forged(
        [ONE, ABOVE], *closed, Line("", 0, 0, "product", F(1), factors=(Line("above", 0, 0, "low", F(0)),))
    )
    squared = Line("", 0, 0, "product", F(1), factors=(Line("one", 0, 0, "low", F(-1)), Line("one", 0, 0, "low", F(1))))
    assert not forged([ONE, SQUARE], squared, Line("square", 0, 0, "low", F(1)), Line("one", 0, 0, "high", F(2)))


def test_a_line_of_a_claim_outside_the_conflict_gives_no_ground():
    two = level("two", A, 2)
    lines = (Line("one", 0, 0, "high", F(1)), Line("two", 0, 0, "low", F(1)))
    assert forged([ONE, two], *lines)
    branch = (Branch(lines),)
    assert not accepts(Conflict(("one",), branch), {"one": ONE, "two": two})
    assert not accepts(Conflict(("two",), branch), {"one": ONE, "two": two})
    assert not forged(
        [ONE], Line("one", 0, 0, "high", F(1)), Line("one", 1, 0, "low", F(1)), Line("", 0, 0, "low", F(1))
    )


def test_an_end_at_infinity_gives_no_ground():
    assert not forged([ABOVE], Line("above", 0, 0, "low", F(1)), Line("above", 0, 0, "high", F(1)))
    assert not forged([ABOVE], Line("above", 0, 0, "high", F(1)), Line("", 0, 0, "sign", F(1), quantity=A))


def test_a_sign_that_a_denominator_cannot_have_gives_no_ground_and_one_that_it_may_have_needs_its_branch():
    share = claim("share", single((B, 1)), single((A, 1)), Interval(F(2), F(3)))
    below = (Line("share", 0, 0, "sign", F(1), case=-1), Line("", 0, 0, "sign", F(1), quantity=A))
    assert not forged([share], *below)
    assert not forged(
        [share, level("a", A, 1)], Line("share", 0, 0, "sign", F(1), case=-1), Line("a", 0, 0, "low", F(1))
    )
    assert not forged(
        [share, ONE], Line("share", 0, 0, "sign", F(1), case=-1), Line("one", 0, 0, "low", F(1)), signed=(A,)
    )
    negative = level("negative", A, -1)
    lines = (Line("share", 0, 0, "sign", F(1)), Line("negative", 0, 0, "high", F(1)))
    assert forged([share, negative], *lines)
    assert not forged([share, negative], *lines, signed=(A,))


def test_a_product_is_above_0_only_where_all_of_its_factors_are():
    product = formula("product", op("*", leaf(A), leaf(B)), Interval(None, F(0)))
    over = Line("above", 0, 0, "low", F(1))
    line = Line("product", 0, 0, "high", F(1))
    assert not forged(
        [product, ABOVE],
        line,
        Line("", 0, 0, "product", F(1), factors=(over, Line("", 0, 0, "sign", F(1), quantity=B))),
    )
    both = claim("both", single((B, 1)), None, Interval(F(0), None, low_open=True))
    factors = (over, Line("both", 0, 0, "low", F(1)))
    assert forged([product, ABOVE, both], line, Line("", 0, 0, "product", F(1), factors=factors))


def test_a_sum_that_is_no_number_is_no_proof():
    assert not forged([ONE], Line("one", 0, 0, "high", F(1)), Line("", 0, 0, "sign", F(2), quantity=A))
    assert not forged([ONE], Line("one", 0, 0, "low", F(1)))
    assert not forged([ONE])


def test_a_power_that_is_no_whole_number_has_no_form_and_proves_nothing():
    for exponent in (number("0.5"), op("/", number(4), number(2)), leaf(B)):
        root = formula("root", op("^", leaf(A), exponent), Interval.point(F(5)))  # A to the power of 0 would be 1
        with pytest.raises(KeyError):
            forged([root], Line("root", 0, 0, "low", F(1)))


def pieces(rng, box, whole, cuts):
    """Return a box of quantities cut in two again and again, at random: bounds that leave nothing out."""
    if not cuts:
        return [tuple(box)]
    q = rng.choice((A, B, C))
    end, opened = F(rng.randint(-4, 4), 1 if q in whole else 2), rng.random() < 0.5
    low, high = ((q, ">", end), (q, "<=", end)) if opened else ((q, ">=", end), (q, "<", end))
    if q in whole and rng.random() < 0.5:
        low, high = (q, ">=", end + 1), (q, "<=", end)
    return [p for half in (low, high) for p in pieces(rng, [*box, half], whole, rng.randrange(cuts))]


def holds(bounds, point):
    tests = {"<": point.__lt__, "<=": point.__le__, ">": point.__gt__, ">=": point.__ge__}
    return all(tests[side](end) for _, side, end in bounds)


@pytest.mark.parametrize("seed", range(60))
def test_leaves_cover_everything_until_one_that_is_needed_is_left_out(seed):
    rng = seeded(seed)
    whole = {q for q in (A, B, C) if rng.random() < 0.5}
    leaves = pieces(rng, [], whole, 5)
    rng.shuffle(leaves)
    assert covers(leaves, whole)
    places = {q: [F(n, 1 if q in whole else 4) for n in range(-20, 21)] for q in (A, B, C)}
    for i, leaf_ in enumerate(leaves):
        own = {q: [bound for bound in leaf_ if bound[0] == q] for q in (A, B, C)}
        has_points = all(any(holds(own[q], x) for x in places[q]) for q in own)
        assert covers([*leaves[:i], *leaves[i + 1 :]], whole) != has_points


def test_pieces_that_leave_a_point_a_strip_or_a_corner_out_do_not_cover():
    assert covers([((A, "<=", 1),), ((A, ">", 1),)], ())
    assert not covers([((A, "<", 1),), ((A, ">", 1),)], ())
    assert not covers([((A, "<=", 1),), ((A, ">=", 2),)], ())
    assert covers([((A, "<=", 1),), ((A, ">=", 2),)], (A,))
    assert covers([((A, "<", F(3, 2)),), ((A, ">", F(3, 2)),)], (A,))
    assert not covers([((A, "<", 1),), ((A, ">", 1),)], (A,))
    assert not covers([((A, "<=", 1),), ((A, ">=", 3),)], (A,))
    corner = [((A, "<", 1),), ((B, "<", 1),), ((A, ">=", 1), (B, ">", 1))]
    assert not covers(corner, ())
    assert covers([*corner, ((B, "<=", 1),)], ())
    assert not covers([], ())
    assert covers([()], ())


def test_a_closed_bound_is_not_taken_for_an_open_one():
    one = Conflict(("one",), _halves("one", [(A, "<=", F(1))], [(A, ">", F(1))]))
    assert not accepts(one, {"one": ONE})
    empty = claim("one", single((A, 1)), None, Interval(F(1), F(1), low_open=True, high_open=True))
    assert accepts(one, {"one": empty})


@pytest.mark.parametrize("turn", [1, -1])
def test_a_line_of_a_bound_means_the_tightest_on_its_side_in_whatever_order_bounds_come(turn):
    gap = claim("gap", single((A, 1)), None, Interval(F("1.2"), F("1.8")))
    below, above = [(A, "<=", F(1)), (A, "<=", F(5))], [(A, ">=", F(2)), (A, ">=", F(-1))]
    conflict = Conflict(("gap",), _halves("gap", below[::turn], above[::turn]))
    assert accepts(conflict, {"gap": gap}, whole=(A,))
    assert not accepts(conflict, {"gap": gap})


def _halves(name, below, above):
    """Return a branch for what is below a place and one for what is above it, refuted by a claim's two ends."""
    return tuple(
        Branch((Line(name, 0, 0, side, F(1)), Line("", 0, 0, bounds[0][1], F(1), quantity=A)), (), tuple(bounds))
        for side, bounds in (("low", below), ("high", above))
    )


def test_a_certificate_needs_a_branch_for_each_reading():
    claims = {"either": PROVED["readings"][0][0], "a": level("a", A, 7, 8)}
    first = Branch((Line("either", 0, 0, "high", F(1)), Line("a", 0, 0, "low", F(1))))
    second = Branch((Line("either", 1, 0, "low", F(1)), Line("a", 0, 0, "high", F(1))))
    assert accepts(Conflict(("either", "a"), (first, second)), claims)
    assert not accepts(Conflict(("either", "a"), (first,)), claims)
    assert not accepts(Conflict(("either", "a"), (second,)), claims)


RULES = {  # formulas that are 6 where a is 2 and b is 3, and the ratios that the rules of fractions make of them
    "equal denominators are kept": (
        op("+", op("/", leaf(B), leaf(A)), op("/", number(9), leaf(A))),
        single((B, 1), constant=9),
        single((A, 1)),
    ),
    "other denominators are multiplied": (
        op("-", number(9), op("/", number(9), leaf(B))),
        single((B, 9), constant=-9),
        single((B, 1)),
    ),
    "the other way round": (op("neg", op("-", leaf(A), number(8))), single((A, -1), constant=8), None),
    "a power of 0": (op("*", op("^", leaf(B), number(0)), op("*", number(3), leaf(A))), single((A, 3)), None),
    "a power below 0": (op("*", number(12), op("^", leaf(A), number(-1))), single(constant=12), single((A, 1))),
}


@pytest.mark.parametrize("name", RULES)
def test_a_formula_says_what_the_rules_of_fractions_make_of_it(name):
    expression, top, bottom = RULES[name]
    six, more = formula("six", expression, Interval.point(F(6))), claim("more", top, bottom, Interval(F(7), F(8)))
    lines = [Line("six", 0, 0, "high", F(1)), Line("more", 0, 0, "low", F(1)), Line("six", 0, 0, "sign", F(1))]
    assert forged([six, more], *lines)
    assert satisfied(six, {A: F(2), B: F(3)})
    assert not satisfied(more, {A: F(2), B: F(3)})


def test_a_witness_has_to_meet_all_of_a_reading_and_one_is_enough():
    open_low = Statement(single((A, 1)), None, Interval(F(1), F(3), low_open=True))
    ratio = Statement(single((A, 1)), single((B, 1), (C, -1)), Interval(F(-2), F(-1)))
    both, either = Constraint("both", ((open_low, ratio),)), Constraint("either", ((open_low,), (ratio,)))
    for a, c, first, second in ((2, 1, True, True), (2, 5, True, False), (1, 1, False, True), (3, 0, True, False)):
        values = {A: F(a), B: F(0), C: F(c)}  # c is 0: a ratio without a value
        assert satisfied(both, values) == (first and second)
        assert satisfied(either, values) == (first or second)
    assert not satisfied(both, {A: F(4), B: F(0), C: F(3)})
    nothing = formula("nothing", op("/", leaf(B), op("/", number(1), leaf(A))), Interval.point(F(0)))
    assert satisfied(nothing, {A: F(1), B: F(0)})
    assert not satisfied(nothing, {A: F(0), B: F(1)})
