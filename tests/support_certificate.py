"""An independent check of proofs from nothing but the claims: certificates of conflicts, and witnesses."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from itertools import product


def accepts(conflict, claims, signed=frozenset(), whole=frozenset()):
    """Whether each way for the conflict's claims to hold is refuted by a branch whose lines add up to an absurdity."""
    sound = [
        b
        for b in conflict.certificate
        if {n.claim for n in b.lines} <= {"", *conflict.claims} and refutes(b, claims, signed)
    ]
    assert all(q in whole for b in sound for q, _, _ in b.bounds)
    ways = [[(n, *way) for way in signs(claims[n], signed)] for n in conflict.claims]
    return all(covers([b.bounds for b in sound if fits(b, combination)]) for combination in product(*ways))


def signs(claim, signed):
    for number, reading in enumerate(claim.readings):
        yield from ((number, cases) for cases in product(*(_signs(s.denominator, signed) for s in reading)))


def _signs(form, signed):
    parts = [1] if form is None else [c for _, c in form.terms] + [form.constant] * bool(form.constant)
    unknown = form is not None and any(q in signed for q, _ in form.terms)
    return (1, -1) if unknown or len({c > 0 for c in parts}) > 1 else (-1,) if parts and parts[0] < 0 else (1,)


def fits(branch, combination):
    chosen = {name: (reading, cases) for name, reading, cases in combination}
    return all(
        (n.reading, n.case) == (chosen[n.claim][0], chosen[n.claim][1][n.statement]) for n in branch.lines if n.claim
    )


def covers(leaves):
    """Whether integer bounds of leaves leave no whole number out."""
    if not leaves or any(not leaf for leaf in leaves):
        return bool(leaves)
    quantity, side, bound = leaves[0][0]
    top = bound if side == "<=" else bound - 1
    below = [
        tuple(c for c in leaf if c[:2] != (quantity, "<=") or c[2] < top)
        for leaf in leaves
        if (quantity, ">=") not in [c[:2] for c in leaf if c[2] > top]
    ]
    above = [
        tuple(c for c in leaf if c[:2] != (quantity, ">=") or c[2] > top + 1)
        for leaf in leaves
        if (quantity, "<=") not in [c[:2] for c in leaf if c[2] <= top]
    ]
    return covers(below) and covers(above)


def refutes(branch, claims, signed):
    total, strict = defaultdict(Fraction), False
    for line in branch.lines:
        form, is_strict = inequality(line, claims, branch.bounds)
        assert line.multiplier > 0
        assert line.claim or line.side != "sign" or line.quantity not in signed
        strict = strict or is_strict
        for key, c in form:
            total[key] += line.multiplier * c
    constant = total.pop(None, Fraction(0))
    return not any(total.values()) and (constant < 0 or (constant == 0 and strict))


def inequality(line, claims, bounds):
    """Return `(quantity or None for 1, coefficient)` of a form at least 0, and whether it must be above."""
    if not line.claim and line.side == "sign":
        return [(line.quantity, 1)], False
    if not line.claim:
        ends = [b for q, side, b in bounds if (q, side) == (line.quantity, line.side)]
        return (
            [(line.quantity, 1), (None, -max(ends))] if line.side == ">=" else [(line.quantity, -1), (None, min(ends))]
        ), False
    top, bottom, interval, _ = claims[line.claim].readings[line.reading][line.statement]
    below = [(None, 1)] if bottom is None else [*bottom.terms, (None, bottom.constant)]
    if line.side == "sign":
        return [(q, line.case * c) for q, c in below], True
    sign, end, is_open = (
        (1, interval.low, interval.low_open) if line.side == "low" else (-1, interval.high, interval.high_open)
    )
    above = [(q, line.case * sign * c) for q, c in (*top.terms, (None, top.constant))]
    return above + [(q, -line.case * sign * end * c) for q, c in below], is_open


def satisfied(claim, values):
    """Whether exact values make some reading of a claim hold."""
    return any(all(_holds(s, values) for s in reading) for reading in claim.readings)


def _holds(s, values):
    top, bottom = (
        sum((c * values[q] for q, c in f.terms), Fraction(f.constant)) if f else Fraction(1)
        for f in (s.numerator, s.denominator)
    )
    return bottom != 0 and s.interval.contains(top / bottom)
