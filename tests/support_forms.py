"""What claims say, as forms: polynomials `{(quantity, ...): coefficient}`, with () for the number 1."""

from fractions import Fraction
from functools import reduce
from math import prod


def value(form, values):
    return sum((c * prod(values[q] for q in m) for m, c in form.items()), Fraction(0))


def ratio(e):
    """Return a condition or formula as one ratio of forms; it has a value where the second is not 0."""
    if hasattr(e, "numerator"):
        return [plus({(q,): c for q, c in f.terms}, {(): f.constant}) if f else {(): 1} for f in e[:2]]
    if hasattr(e, "expression"):
        return ratio(e.expression)
    if not e.children:
        return plus({}, {(e.quantity,): 1} if e.quantity else {(): e.number}), {(): 1}
    (a, b), (c, d) = ratio(e.children[0]), ratio(e.children[-1])
    if e.op == "^":
        n, form = c.get((), 0), (a, b) if c.get((), 0) >= 0 else (times(b, b), times(a, b))
        return [reduce(times, [each] * abs(int(n)), {(): 1}) for each in form]
    if e.op in "+-" and b == d:
        return plus(a, c, 1 if e.op == "+" else -1), b
    if e.op in "+-":
        return plus(times(a, d), times(c, b), 1 if e.op == "+" else -1), times(b, d)
    other, under = {"neg": ({(): -1}, {(): 1}), "*": (c, d), "/": (times(d, d), times(c, d))}[e.op]
    return times(a, other), times(b, under)


def plus(left, right, factor=1):
    return {m: c for m in {**left, **right} if (c := left.get(m, 0) + factor * right.get(m, 0))}


def times(left, right):
    return reduce(plus, ({tuple(sorted(m + n)): c * d for n, d in right.items()} for m, c in left.items()), {})
