"""An independent check of proofs from nothing but the claims: certificates of conflicts, and witnesses.

A form is a polynomial, `{(quantity, ...): coefficient}`, with () for the number 1. An inequality is a form that has to
be 0 or more, and whether it has to be above 0. What is known are inequalities by the place that a line names, which is
`(claim, reading, statement, sign of the denominator, side)`; for a bound the quantity stands for the claim.
"""

from functools import reduce
from itertools import chain, product
from math import prod
from operator import ge, gt, le, lt

COMPARE = {"<": lt, "<=": le, ">": gt, ">=": ge}


def accepts(conflict, claims, signed=(), whole=()):
    """Whether every way for the conflict's claims to hold is covered by branches whose lines add up to an absurdity."""
    ways = (dict(chain(*chain(*each))) for each in product(*(ways_of(claims[n], {*signed}) for n in conflict.claims)))
    return all(covers([b.bounds for b in conflict.certificate if refutes(b, way, {*signed})], whole) for way in ways)


def satisfied(claim, values):
    """Whether all that some way for a claim to hold says is true of exact values."""
    return any(all(true(*said, values) for _, said in chain(*way)) for way in ways_of(claim, values.keys()))


def true(form, strict, values):
    """Whether an inequality is true of exact values."""
    value = sum(c * prod(values[q] for q in m) for m, c in form.items())
    return value > 0 or (value == 0 and not strict)


def ways_of(claim, signed):
    """Yield the ways for a claim to hold: what all conditions of a reading say, each for a sign of its denominator."""
    for number, reading in enumerate(claim.readings):
        yield from product(*(cases_of(condition, (claim.id, number, i), signed) for i, condition in enumerate(reading)))


def cases_of(condition, place, signed):
    """Yield what a condition says for each sign of its denominator, but for a sign that the coefficients rule out."""
    (low, high, *opened), (top, bottom) = condition.interval, ratio(getattr(condition, "expression", condition))
    ends = [("sign", 1, bottom, 0, True), ("low", 1, top, low, opened[0]), ("high", -1, top, high, opened[1])]
    said = [(side, sign, plus(form, bottom, -end), strict) for side, sign, form, end, strict in ends if end is not None]
    for case in [s for s in (1, -1) if any(s * c > 0 or {*m} & signed for m, c in bottom.items())]:
        yield [((*place, case, side), (times({(): case * sign}, form), strict)) for side, sign, form, strict in said]


def refutes(branch, way, signed):
    """Whether the lines add up to an inequality of a number, and one that is not true."""
    tight = sorted((q, s, -1, -end) if "<" in s else (q, s, 1, end) for q, s, end in branch.bounds)  # tightest last
    known = way | {(q, 0, 0, 1, s): ({(q,): sign, (): -end}, s in "<>") for q, s, sign, end in tight}
    lines = [inequality(line, known, signed) for line in branch.lines]
    total = reduce(plus, (form for form, _ in lines), {})
    return total.keys() <= {()} and not true(total, any(strict for _, strict in lines), {})


def inequality(line, known, signed):
    """Return the inequality of a line, a product of known ones or of signs; 0 >= 0 where it has no ground."""
    place = (line.claim or line.quantity, line.reading, line.statement, line.case, line.side)
    sign = {(line.quantity,): 1} if line.side == "sign" and line.quantity not in {None, *signed} else {}
    parts = [inequality(factor, known, signed) for factor in line.factors] or [known.get(place, (sign, False))]
    form = reduce(times, (part for part, _ in parts), {(): line.multiplier})
    return (form, all(strict for _, strict in parts)) if line.multiplier > 0 else ({}, False)


def covers(leaves, whole):
    """Whether the bounds of leaves leave no point out: it would show at an end, or just before or after one."""
    if not leaves or not all(leaves):
        return bool(leaves)
    q = leaves[0][0][0]
    ends = {end for leaf in leaves for p, _, end in leaf if p == q}
    near = {(end // 1 + step, 0) if q in whole else (end, step) for end in ends for step in (-1, 0, 1)}
    kept = ([leaf for leaf in leaves if all(COMPARE[s](x, (end, 0)) for p, s, end in leaf if p == q)] for x in near)
    return all(covers([[bound for bound in leaf if bound[0] != q] for leaf in some], whole) for some in kept)


def ratio(e):
    """Return a statement or expression as one ratio of forms; it has a value where the second is not 0."""
    if hasattr(e, "numerator"):
        return [{(q,): c for q, c in f.terms} | {(): f.constant} if f else {(): 1} for f in e[:2]]
    if not e.children:
        return {(e.quantity,): 1} if e.quantity else {(): e.number}, {(): 1}
    (a, b), (c, d) = ratio(e.children[0]), ratio(e.children[-1])
    if e.op == "^" and d == {(): 1} and c.keys() <= {()} and c.get((), 0) % 1 == 0:  # other powers have no form
        base = (a, b) if c.get((), 0) >= 0 else (times(b, b), times(a, b))
        return [reduce(times, [form] * abs(int(c.get((), 0))), {(): 1}) for form in base]
    if sign := {"+": 1, "-": -1}.get(e.op):
        return (plus(a, c, sign), b) if b == d else (plus(times(a, d), times(c, b), sign), times(b, d))
    other, under = {"neg": ({(): -1}, {(): 1}), "*": (c, d), "/": (times(d, d), times(c, d))}[e.op]
    return times(a, other), times(b, under)


def plus(left, right, factor=1):
    return {m: c for m in {**left, **right} if (c := left.get(m, 0) + factor * right.get(m, 0))}


def times(left, right):
    return reduce(plus, ({tuple(sorted(m + n)): c * d for n, d in right.items()} for m, c in left.items()), {})
