"""The end that some rows give a ratio, in exact numbers: weights of the rows that make up the bound, and the bound.

For rows `r >= 0` and a denominator above 0, `numerator <= end * denominator` is proved by weights at least 0 with
`end * denominator - numerator = sum(weight * r)`, but for columns that are at least 0 and may have something left over.
"""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from math import gcd
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.dictionary import eliminate
from claimcheck.engine.rows import ONE, Form

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from claimcheck.engine.program import Weights
    from claimcheck.engine.rows import Row

_END = -1  # the unknown bound
_CONSTANT = -2
_NUMBER: Form = {ONE: 1}


class Bound(NamedTuple):
    """An upper end of a ratio, whether it is open, and what proves it: weights of rows, and what columns have left.

    The end, the weights and what is left are whole numbers of one part, of which `per` make 1.
    """

    end: int
    per: int
    is_open: bool
    weights: dict[int, int]  # by position of the row
    left: dict[int, int]

    def claims(self, rows: Sequence[Row]) -> set[int]:
        """Return the claims whose rows weigh in it."""
        return {rows[i].claim for i, weight in self.weights.items() if weight}


def bound_of(
    rows: Sequence[Row], at_zero: Collection[int], numerator: Form, denominator: Form = _NUMBER
) -> Bound | None:
    """Return the upper end that `rows` give a ratio.

    `at_zero` are the columns that may have something left over. `None` when no weights at least 0, or not one set of
    them alone, make an end: the rows were a wrong guess.
    """
    weights = _weights(rows, at_zero, numerator, denominator)
    if weights is None:
        return None
    end, per = weights.pop(_END), weights.pop(_CONSTANT)
    if any(weight < 0 and rows[i].side != "point" for i, weight in weights.items()):
        return None
    left = {}
    for j in at_zero:
        over = end * denominator.get(j, 0) - per * numerator.get(j, 0)
        over -= sum([weight * rows[i].form.get(j, 0) for i, weight in weights.items()])
        if over < 0:
            return None
        left[j] = over
    is_open = any(weight and rows[i].strict for i, weight in weights.items()) or left.get(ONE, 0) > 0
    return Bound(end, per, is_open, weights, left)


def refutation(rows: Sequence[Row], at_zero: Collection[int], failing: Row) -> Weights | None:
    """Return weights by which `rows` and a row that they keep below 0 add up to an absurdity; `None` where they do not.

    What is greatest of the failing row's form over the others is the bound; it must be below 0, or out of reach at 0.
    """
    bound = bound_of(rows, at_zero, failing.form)
    if bound is None or bound.end > 0 or (bound.end == 0 and not (bound.is_open or failing.strict)):
        return None
    found: list[tuple[Row | int, int]] = [(failing, bound.per)]
    found += [(rows[i], weight) for i, weight in bound.weights.items() if weight]
    found += [(j, weight) for j, weight in bound.left.items() if weight]
    divisor = gcd(*[weight for _, weight in found])
    return [(source, weight // divisor) for source, weight in found]


def _weights(
    rows: Sequence[Row], at_zero: Collection[int], numerator: Form, denominator: Form
) -> dict[int, int] | None:
    """Return the weight of each row, by position, the end and the number 1, all to one scale.

    `None` where equations do not give exactly one set.
    """
    solved = _eliminated(dict(enumerate(_equations(rows, at_zero, numerator, denominator))))
    if solved is None or len(solved) <= len(rows):
        return None
    values = {_CONSTANT: 1}
    for unknown, made in reversed(solved):
        total, own = 0, -made.pop(unknown)
        for j, a in made.items():
            if j not in values:
                return None
            total += a * values[j]
        if total % own:
            finer = own // gcd(total, own)
            values = {j: value * finer for j, value in values.items()}
            total *= finer
        values[unknown] = total // own
    return values


def _eliminated(equations: dict[int, Form]) -> list[tuple[int, Form]] | None:
    """Return each unknown with an equation for it in unknowns solved later, short equations first.

    `None` where equations contradict each other.
    """
    solved: list[tuple[int, Form]] = []
    holders: dict[int, set[int]] = {}  # unknown -> the equations that it may stand in
    for number, equation in equations.items():
        for unknown in equation:
            holders.setdefault(unknown, set()).add(number)
    waiting = [(len(equation), number) for number, equation in equations.items()]
    heapify(waiting)
    while waiting:
        size, number = heappop(waiting)
        if len(equations.get(number, ())) != size or not size:
            continue  # solved, or waiting with the length that it has now
        equation = equations.pop(number)
        found = next((unknown for unknown in equation if unknown != _CONSTANT), None)
        if found is None:
            return None
        made = equation if equation[found] < 0 else {j: -a for j, a in equation.items()}
        for place in holders.pop(found):
            if found in equations.get(place, ()):
                equations[place] = eliminate(equations[place], found, made)
                heappush(waiting, (len(equations[place]), place))
                for unknown in made.keys() & equations[place].keys():
                    holders[unknown].add(place)
        solved.append((found, made))
    return solved


def _equations(rows: Sequence[Row], at_zero: Collection[int], numerator: Form, denominator: Form) -> Iterable[Form]:
    """Return an equation for each column: the weights of rows and the end, with entries that sum to 0."""
    equations: dict[int, Form] = {}
    for i, row in enumerate(rows):
        for j, a in row.form.items():
            equations.setdefault(j, {})[i] = a
    for j, a in denominator.items():
        equations.setdefault(j, {})[_END] = -a
    for j, a in numerator.items():
        equations.setdefault(j, {})[_CONSTANT] = a
    return [equation for j, equation in equations.items() if j not in at_zero]
