"""An independent check of proofs from nothing but the claims: certificates of conflicts, and witnesses."""

from collections import Counter
from fractions import Fraction
from itertools import product


def accepts(conflict, claims, signed=(), whole=()):
    """Whether every way for the conflict's claims to hold meets a branch whose lines add up to an absurdity."""
    sound = [b for b in conflict.certificate if refutes(b, claims, signed) and all(q in whole for q, _, _ in b.bounds)]
    ways = [[(name, way) for way in ways_of(claims[name], signed)] for name in conflict.claims]
    return all(covers([b.bounds for b in sound if fits(b, dict(chosen))]) for chosen in product(*ways))


def ways_of(claim, signed):
    for number, reading in enumerate(claim.readings):
        yield from ((number, cases) for cases in product(*(signs(s.denominator, signed) for s in reading)))


def signs(form, signed):
    parts = [1] if form is None else [c for _, c in form.terms] + [form.constant] * bool(form.constant)
    known = form is None or not any(q in signed for q, _ in form.terms)
    return (
        ((1,) if all(c > 0 for c in parts) else (-1,) if all(c < 0 for c in parts) else (1, -1)) if known else (1, -1)
    )


def fits(branch, ways):
    """Whether all lines of a branch belong to one way for the claims to hold."""
    named = [(n, ways[n.claim]) for n in branch.lines if n.claim in ways]
    right = all(n.reading == reading and n.case == cases[n.statement] for n, (reading, cases) in named)
    return right and len(named) == sum(bool(n.claim) for n in branch.lines)


def covers(leaves):
    """Whether the bounds of leaves leave no whole number out; it shows at the numbers beside the bounds."""
    near = {
        q: {b + d for leaf in leaves for p, _, b in leaf if p == q for d in (-1, 0, 1)} for q, _, _ in sum(leaves, ())
    }
    points = [dict(zip(near, values, strict=True)) for values in product(*near.values())]
    kept = {"<=": int.__le__, ">=": int.__ge__}
    return all(any(all(kept[side](x[q], b) for q, side, b in leaf) for leaf in leaves) for x in points)


def refutes(branch, claims, signed):
    total, strict = Counter(), False
    for line in branch.lines:
        form, is_strict = inequality(line, claims, branch.bounds)
        if line.multiplier <= 0 or (line.side == "sign" and line.quantity in signed):
            return False
        strict = strict or is_strict
        for key, c in form:
            total[key] += line.multiplier * c
    return not any(c for key, c in total.items() if key) and (total[None] < 0 or (total[None] == 0 and strict))


def inequality(line, claims, bounds):
    """Return `(quantity or None for 1, coefficient)` of a form at least 0, and whether it must be above."""
    if not line.claim:
        sign = -1 if line.side == "<=" else 1
        ends = [sign * b for q, side, b in bounds if (q, side) == (line.quantity, line.side)]
        return [(line.quantity, sign), (None, -max(ends, default=0))], False
    top, bottom, interval, _ = claims[line.claim].readings[line.reading][line.statement]
    above, below = (
        [*top.terms, (None, top.constant)],
        [*bottom.terms, (None, bottom.constant)] if bottom else [(None, 1)],
    )
    weights = {"low": (1, interval.low), "high": (-1, interval.high), "sign": (0, None)}
    sign, end = weights[line.side]
    form = [(q, line.case * sign * c) for q, c in above]
    form += [(q, line.case * c * (-sign * end if sign else 1)) for q, c in below]
    return form, {"low": interval.low_open, "high": interval.high_open, "sign": True}[line.side]


def satisfied(claim, values):
    """Whether exact values make some reading of a claim hold."""
    return any(all(holds(s, values) for s in reading) for reading in claim.readings)


def holds(s, values):
    top, bottom = (
        sum((c * values[q] for q, c in f.terms), Fraction(f.constant)) if f else 1 for f in (s.numerator, s.denominator)
    )
    return bottom != 0 and s.interval.contains(top / bottom)
