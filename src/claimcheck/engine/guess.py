"""Witnesses of formulas: some factors are held where a point has them, which makes every formula linear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.formulas import linearised
from claimcheck.engine.rows import statement_rows
from claimcheck.engine.solve import solve
from claimcheck.kinds.statement import Linear, Statement
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from fractions import Fraction

    from claimcheck.engine.component import Component
    from claimcheck.engine.polynomials import Monomial
    from claimcheck.engine.relaxed import Way
    from claimcheck.engine.rows import Row
    from claimcheck.kinds.statement import Quantity

_SOURCE = (-1, 0, 0)


def witness_near(
    component: Component, ways: Sequence[Way], monomials: Sequence[Monomial], point: Mapping[int, Fraction]
) -> Iterator[Mapping[int, Fraction]]:
    """Yield points that satisfy the given ways, with some factors of each product as `point` has them.

    First as few factors are held as make all formulas linear, then the others at what that gave, or as they were.
    """
    held = _cover(monomials)
    others = {j for monomial in monomials for j in monomial} - held
    for chosen in (held, others):
        made = _linear(component, ways, {j: point[j] for j in chosen})
        if made is not None:
            solved = solve(made, len(component.columns), component.signed)
            if solved.witness is not None:
                yield solved.witness


def _cover(monomials: Sequence[Monomial]) -> set[int]:
    """Return columns such that every product without them is linear, rather those that occur in many."""
    held: set[int] = set()
    while True:
        counts: dict[int, int] = {}
        for monomial in monomials:
            free = [j for j in monomial if j not in held]
            for j in free if len(free) > 1 else ():
                counts[j] = counts.get(j, 0) + 1
        if not counts:
            return held
        held.add(max(counts, key=lambda j: (counts[j], -j)))


def _linear(component: Component, ways: Sequence[Way], held: Mapping[int, Fraction]) -> list[Row] | None:
    """Return the rows of all ways with some columns held; `None` while a product is left."""
    fixed: dict[Quantity, Fraction] = {component.quantities[j]: value for j, value in held.items()}
    statements = [Statement(Linear(((q, 1),)), None, Interval.point(value)) for q, value in fixed.items()]
    for way in ways:
        for formula in way.formulas:
            parts = linearised(formula.expression, fixed)
            if parts is None:
                return None
            statements.append(Statement(*parts, formula.interval))
    rows = [row for way in ways for row in way.rows]
    return rows + [row for s in statements for row in statement_rows(_SOURCE, s, 1, component.columns)]
