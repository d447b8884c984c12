"""The oracle: the same system put to z3 in exact rationals."""

from __future__ import annotations

import z3


def consistent(system) -> bool:
    """Return whether z3 finds values for all claims of a system."""
    solver = z3.Solver()
    known: dict[object, z3.ArithRef] = {}

    def variable(quantity):
        if quantity not in known:
            known[quantity] = z3.Int(str(quantity)) if quantity in system.whole else z3.Real(str(quantity))
            if quantity not in system.signed:
                solver.add(known[quantity] >= 0)
        return known[quantity]

    def linear(form):
        if form is None:
            return z3.RealVal(1)
        return z3.Sum([number(c) * variable(q) for q, c in form.terms] + [number(form.constant)])

    for constraint in system.constraints:
        readings = [z3.And([statement(s, linear) for s in reading]) for reading in constraint.readings]
        solver.add(z3.Or(readings))
    answer = solver.check()
    assert answer != z3.unknown
    return answer == z3.sat


def number(value):
    return z3.RealVal(str(value))


def statement(s, linear):
    """Return `numerator / denominator in interval` without a division, one case for each sign of the denominator."""
    top, bottom, interval = linear(s.numerator), linear(s.denominator), s.interval
    cases = []
    for sign in (1, -1):
        parts = [sign * bottom > 0]
        if interval.low is not None:
            over = sign * (top - number(interval.low) * bottom)
            parts.append(over > 0 if interval.low_open else over >= 0)
        if interval.high is not None:
            under = sign * (number(interval.high) * bottom - top)
            parts.append(under > 0 if interval.high_open else under >= 0)
        cases.append(z3.And(parts))
    return z3.Or(cases)
