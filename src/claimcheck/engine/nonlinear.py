"""Claims with products of unknown quantities: refuted by interval branch and bound, satisfied by a checked witness.

Boxes of the quantities come from the linear claims, so they hold for every value those allow. A box is cut in two until
the claim's expression misses its interval on every piece, or a witness is found in one: some factors are fixed in the
middle of the piece, which makes the claim linear. Where the budget runs out the claim stays undecided.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.formulas import enclose, leaves, linearised, true_at
from claimcheck.engine.recompute import Rest
from claimcheck.engine.rows import statement_rows
from claimcheck.engine.solve import solve
from claimcheck.kinds.statement import Linear, Statement
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.decide import Outcome
    from claimcheck.engine.rows import Alternative, Row
    from claimcheck.kinds.statement import Quantity

BUDGET = 60  # pieces of one claim's box


class Settled(NamedTuple):
    """What was found of a claim: `holds` with a witness and its rows, False, or `None` for undecided."""

    holds: bool | None
    value: Interval  # of the first formula's expression, over all that the linear claims allow
    boxes: Mapping[Quantity, Interval]
    bearing: frozenset[int]
    witness: Mapping[int, Fraction]
    rows: tuple[Row, ...] = ()


def settle(
    component: Component, members: Sequence[int], claim: int, outcome: Outcome, fixed: Sequence[Row] = ()
) -> Settled:
    """Return whether a claim can hold beside linear `members` whose outcome is feasible.

    `fixed` are rows that earlier claims of this sort chose for their witness; they bind the witness, not a refutation.
    """
    rest = Rest(component, members, outcome)
    ways = component.ways(claim)
    quantities = {q: None for way in ways for _, formula in way.formulas for q in leaves(formula.expression)}
    found = {q: rest.quantity(q) for q in quantities}
    boxes = {q: implied.interval or Interval(None, None) for q, implied in found.items()}
    bearing = frozenset[int]().union(*(implied.bearing for implied in found.values()))
    base = [row for i in members for row in rest.rows(i)] + list(fixed)
    value = enclose(ways[0].formulas[0][1].expression, boxes) if ways[0].formulas else Interval(None, None)
    refuted = True
    for way in ways:
        status, witness, rows = _search(component, way, boxes, base, outcome.witness)
        if status:
            return Settled(holds=True, value=value, boxes=boxes, bearing=bearing, witness=witness, rows=rows)
        refuted = refuted and status is False
    return Settled(False if refuted else None, value, boxes, bearing, outcome.witness)


def _search(
    component: Component,
    way: Alternative,
    boxes: Mapping[Quantity, Interval],
    base: Sequence[Row],
    witness: Mapping[int, Fraction],
) -> tuple[bool | None, Mapping[int, Fraction], tuple[Row, ...]]:
    formulas = [formula for _, formula in way.formulas]
    waiting, unsure = [dict(boxes)], False
    for _ in range(BUDGET):
        if not waiting:
            return (None if unsure else False), witness, ()
        piece = waiting.pop(0)
        if any(not enclose(formula.expression, piece).meets(formula.interval) for formula in formulas):
            continue
        tried = _try(component, way, piece, base)
        if tried is not None:
            return True, *tried
        halves = _halves(piece)
        waiting.extend(halves)
        unsure = unsure or not halves
    return None, witness, ()


def _try(
    component: Component, way: Alternative, piece: Mapping[Quantity, Interval], base: Sequence[Row]
) -> tuple[Mapping[int, Fraction], tuple[Row, ...]] | None:
    """Return a witness inside a piece with as few quantities fixed in its middle as make the formulas linear."""
    fixed: dict[Quantity, Fraction] = {}
    statements = _linear(way, fixed)
    for quantity, box in piece.items():
        if statements is not None:
            break
        fixed[quantity] = _middle(box)
        statements = _linear(way, fixed)
    if statements is None:
        return None
    points = [Statement(Linear(((q, 1),)), None, Interval.point(value)) for q, value in fixed.items()]
    source = (-1, 0, 0)
    rows = [row for s in (*statements, *points) for row in statement_rows(source, s, 1, component.columns)]
    solved = solve([*base, *way.rows, *rows], len(component.columns), component.signed)
    if solved.witness is None or not all(true_at(f, solved.witness, component.columns) for _, f in way.formulas):
        return None
    return solved.witness, (*way.rows, *rows)


def _linear(way: Alternative, fixed: Mapping[Quantity, Fraction]) -> list[Statement] | None:
    """Return the formulas as statements once some quantities are numbers; `None` while a product is left."""
    statements = []
    for _, formula in way.formulas:
        parts = linearised(formula.expression, fixed)
        if parts is None:
            return None
        statements.append(Statement(*parts, formula.interval))
    return statements


def _middle(box: Interval) -> Fraction:
    if box.low is None:
        return Fraction(0) if box.high is None else box.high - 1
    return box.low + 1 if box.high is None else (box.low + box.high) / 2


def _halves(piece: Mapping[Quantity, Interval]) -> list[dict[Quantity, Interval]]:
    """Return a piece cut in two across its relatively widest side; nothing where no side is bounded."""
    widths = {q: width / (abs(box.low or Fraction(0)) + width) for q, box in piece.items() if (width := box.width)}
    if not widths:
        return []
    widest = max(widths, key=lambda q: widths[q])
    box = piece[widest]
    middle = _middle(box)
    return [{**piece, widest: Interval(box.low, middle)}, {**piece, widest: Interval(middle, box.high)}]
