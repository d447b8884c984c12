"""An independent check of proofs from nothing but the claims: certificates of conflicts, and witnesses.

A way for claims to hold is a reading of each with a sign for each of its denominators:
`{(claim, reading, statement, sign): (interval, numerator, denominator)}`.
"""

from collections import ChainMap
from functools import reduce
from itertools import pairwise, product

from support_forms import plus, ratio, times, value


def accepts(conflict, claims, signed=(), whole=()):
    """Whether every way for the conflict's claims to hold is covered by branches whose lines add up to an absurdity."""
    ways = (ChainMap(*parts) for parts in product(*(ways_of(claims[name], {*signed}) for name in conflict.claims)))
    sound = ([b.bounds for b in conflict.certificate if refutes(b, way, {*signed})] for way in ways)
    return all(covers(leaves, whole) for leaves in sound)


def ways_of(claim, signed):
    """Yield the ways for a claim to hold, but for signs that the coefficients of a denominator rule out."""
    for number, reading in enumerate(claim.readings):
        said = [(condition.interval, *ratio(condition)) for condition in reading]
        signs = ([s for s in (1, -1) if any(s * c > 0 or {*m} & signed for m, c in d.items())] for _, _, d in said)
        yield from ({(claim.id, number, i, s): said[i] for i, s in enumerate(each)} for each in product(*signs))


def covers(leaves, whole):
    """Whether the bounds of leaves leave no point out: it would show at their ends, between them or beyond."""
    if not leaves or not all(leaves):
        return bool(leaves)
    q = leaves[0][0][0]
    ends = sorted({end for leaf in leaves for p, _, end in leaf if p == q})
    real = {ends[0] - 1, *ends, *((a + b) / 2 for a, b in pairwise(ends)), ends[-1] + 1}
    near = {end // 1 + step for end in ends for step in (-1, 0, 1)} if q in whole else real
    kept = (
        [f for f in leaves if all("=" in s if x == e else (x < e) == ("<" in s) for p, s, e in f if p == q)]
        for x in near
    )
    return all(covers([tuple(bound for bound in leaf if bound[0] != q) for leaf in some], whole) for some in kept)


def refutes(branch, way, signed):
    """Whether the lines add up to a number below 0, or to 0 that has to be above."""
    lines = [inequality(line, way, branch.bounds, signed) for line in branch.lines]
    total = reduce(plus, (form for form, _ in lines), {})
    return (total.keys() == {()} and total[()] < 0) or (not total and any(strict for _, strict in lines))


def inequality(line, way, bounds, signed):
    """Return a form that a line puts at 0 or more, and whether above; 0 for a line without ground."""
    form, strict, place = {}, False, (line.claim, line.reading, line.statement, line.case)
    if line.factors:
        parts = [inequality(factor, way, bounds, signed) for factor in line.factors]
        form, strict = reduce(times, (part for part, _ in parts)), all(above for _, above in parts)
    elif place in way:
        (low, high, *opened), top, bottom = way[place]
        sides = {"low": (1, low, opened[0]), "high": (-1, high, opened[1]), "sign": (1, 0, True)}
        sign, end, strict = sides[line.side]
        form = times({(): line.case * sign}, bottom if line.side == "sign" else plus(top, bottom, -end))
    elif not line.claim:
        sign, ground = -1 if "<" in line.side else 1, [*bounds, *((q, "sign", 0) for q in {line.quantity} - signed)]
        ends = [sign * end for q, side, end in ground if (q, side) == (line.quantity, line.side)]
        form, strict = ({(line.quantity,): sign, (): -max(ends)}, line.side in "<>") if ends else (form, strict)
    return (times({(): line.multiplier}, form), strict) if line.multiplier > 0 else ({}, False)


def satisfied(claim, values):
    """Whether exact values make some reading of a claim hold."""
    said = [[(c.interval, *(value(form, values) for form in ratio(c))) for c in reading] for reading in claim.readings]
    return any(all(bottom and interval.contains(top / bottom) for interval, top, bottom in each) for each in said)
