"""The oracle: the same system put to z3 in exact rationals."""

from __future__ import annotations

import operator
from fractions import Fraction

import z3

OPS = {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv, "neg": operator.neg}


def consistent(system) -> bool:
    """Return whether z3 finds values for all claims of a system."""
    answer = asked(system)
    assert answer is not None
    return answer


def asked(system, milliseconds=0) -> bool | None:
    """Return the same, or None where z3 cannot tell in the time given."""
    asking = _Asking(system)
    if milliseconds:
        asking.solver.set("timeout", milliseconds)
    answer = asking.solver.check()
    return None if answer == z3.unknown else answer == z3.sat


def witness(system) -> dict[object, Fraction] | None:
    """Return the values that z3 finds for all claims of a linear system, `None` where there are none."""
    asking = _Asking(system)
    if asking.solver.check() == z3.unsat:
        return None
    model = asking.solver.model()
    values = {q: model.eval(variable, model_completion=True) for q, variable in asking.known.items()}
    return {q: Fraction(value.numerator_as_long(), value.denominator_as_long()) for q, value in values.items()}


class _Asking:
    def __init__(self, system):
        self.system, self.solver = system, z3.Solver()
        self.known: dict[object, z3.ArithRef] = {}
        for constraint in system.constraints:
            readings = [z3.And([self.condition(each) for each in reading]) for reading in constraint.readings]
            self.solver.add(z3.Or(readings))

    def variable(self, quantity):
        if quantity not in self.known:
            kind = z3.Int if quantity in self.system.whole else z3.Real
            self.known[quantity] = kind(str(quantity))
            if quantity not in self.system.signed:
                self.solver.add(self.known[quantity] >= 0)
        return self.known[quantity]

    def linear(self, form):
        if form is None:
            return z3.RealVal(1)
        return z3.Sum([number(c) * self.variable(q) for q, c in form.terms] + [number(form.constant)])

    def condition(self, each):
        if hasattr(each, "expression"):
            defined = []
            value = self.value(each.expression, defined)
            return z3.And([*defined, within(value, z3.RealVal(1), each.interval, 1)])
        top, bottom = self.linear(each.numerator), self.linear(each.denominator)
        return z3.Or([within(top, bottom, each.interval, sign) for sign in (1, -1)])

    def value(self, expression, defined):
        """Return the value of a formula; what it divides by is added to `defined` as not 0."""
        if expression.quantity is not None:
            return self.variable(expression.quantity)
        if expression.number is not None:
            return number(expression.number)
        children = [self.value(child, defined) for child in expression.children]
        if expression.op == "/":
            defined.append(children[1] != 0)
        if expression.op == "^":
            return z3.Product([children[0]] * int(expression.children[1].number))
        return OPS[expression.op](*children)


def number(value):
    return z3.RealVal(str(value))


def within(top, bottom, interval, sign):
    """Return `top / bottom in interval` without a division, for a bottom of the given sign."""
    parts = [sign * bottom > 0]
    if interval.low is not None:
        over = sign * (top - number(interval.low) * bottom)
        parts.append(over > 0 if interval.low_open else over >= 0)
    if interval.high is not None:
        under = sign * (number(interval.high) * bottom - top)
        parts.append(under > 0 if interval.high_open else under >= 0)
    return z3.And(parts)
