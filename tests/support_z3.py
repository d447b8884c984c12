"""The oracle: the same system put to z3 in exact rationals, as text, which z3 reads faster than Python can build it."""

from __future__ import annotations

from fractions import Fraction

import z3

from claimcheck.kinds.statement import Formula


def consistent(system) -> bool:
    """Return whether z3 finds values for all claims of a system."""
    answer = asked(system)
    assert answer is not None
    return answer


def asked(system, milliseconds=0) -> bool | None:
    """Return the same, or None where z3 cannot tell in the time given."""
    solver = _solver(_Script(system))
    if milliseconds:
        solver.set("timeout", milliseconds)
    answer = solver.check()
    return None if answer == z3.unknown else answer == z3.sat


def witness(system) -> dict[object, Fraction] | None:
    """Return the values that z3 finds for all claims of a linear system, `None` where there are none."""
    script = _Script(system)
    solver = _solver(script)
    if solver.check() == z3.unsat:
        return None
    model = solver.model()
    found = {variable.name(): model[variable] for variable in model.decls()}
    values = {q: found.get(name) for q, name in script.names.items()}  # z3 leaves out what may have any value
    return {
        q: Fraction(0) if v is None else Fraction(v.numerator_as_long(), v.denominator_as_long())
        for q, v in values.items()
    }


def _solver(script) -> z3.Solver:
    solver = z3.Solver()
    solver.from_string("\n".join(script.lines))
    return solver


class _Script:
    """A system in SMT-LIB: a constant for each quantity, an assertion for each claim."""

    def __init__(self, system):
        self.system, self.names, self.lines = system, {}, []
        for constraint in system.constraints:
            readings = [call("and", [self.condition(each) for each in reading]) for reading in constraint.readings]
            self.lines.append(f"(assert {call('or', readings)})")

    def variable(self, quantity):
        name = self.names.get(quantity)
        if name is None:
            name = self.names[quantity] = f"x{len(self.names)}"
            self.lines.append(f"(declare-const {name} {'Int' if quantity in self.system.whole else 'Real'})")
            if quantity not in self.system.signed:
                self.lines.append(f"(assert (>= {name} 0))")
        return name

    def linear(self, form):
        if form is None:
            return "1"
        terms = [call("*", [number(c), self.variable(q)] if c != 1 else [self.variable(q)]) for q, c in form.terms]
        return call("+", [*terms, number(form.constant)] if form.constant or not terms else terms)

    def condition(self, each):
        if isinstance(each, Formula):
            defined = []
            value = self.value(each.expression, defined)
            return call("and", [*defined, *within(value, "1", each.interval, 1)])
        top, bottom = self.linear(each.numerator), self.linear(each.denominator)
        signs = (1,) if self.is_positive(each.denominator) else (1, -1)
        return call("or", [call("and", within(top, bottom, each.interval, sign)) for sign in signs])

    def is_positive(self, form):
        """Whether a form is above 0 wherever it is not 0."""
        return form is None or (
            form.constant >= 0 and all(c > 0 and q not in self.system.signed for q, c in form.terms)
        )

    def value(self, expression, defined):
        """Return the value of a formula; what it divides by is added to `defined` as not 0."""
        if expression.quantity is not None:
            return self.variable(expression.quantity)
        if expression.number is not None:
            return number(expression.number)
        children = [self.value(child, defined) for child in expression.children]
        if expression.op == "/":
            defined.append(f"(not (= {children[1]} 0))")
        if expression.op == "^":
            return call("*", [children[0]] * int(expression.children[1].number))
        return f"({'-' if expression.op == 'neg' else expression.op} {' '.join(children)})"


def call(operator, arguments):
    """Return an application, or its only argument."""
    return arguments[0] if len(arguments) == 1 else f"({operator} {' '.join(arguments)})"


def number(value):
    over, under = Fraction(value).as_integer_ratio()
    size = str(abs(over)) if under == 1 else f"(/ {abs(over)} {under})"
    return f"(- {size})" if over < 0 else size


def within(top, bottom, interval, sign):
    """Return conditions for `top / bottom in interval` without a division, for a bottom of the given sign."""
    less, more = ("<", ">") if sign > 0 else (">", "<")
    parts = [f"({more} {bottom} 0)"]
    if interval.low is not None:
        parts.append(f"({more}{'' if interval.low_open else '='} {top} (* {number(interval.low)} {bottom}))")
    if interval.high is not None:
        parts.append(f"({less}{'' if interval.high_open else '='} {top} (* {number(interval.high)} {bottom}))")
    return parts
