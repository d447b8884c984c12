"""Decide whether claims can all hold: a linear program at each node of a tree of cases.

Cases are the readings of a claim, the sign of a denominator, and cuts of whole numbers. A case is only taken when the
witness at hand breaks every way of a claim to hold, so most components need none.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.program import Program
from claimcheck.engine.rows import ONE, Row
from claimcheck.verdicts import Branch, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.program import Weights
    from claimcheck.engine.rows import Alternative

BUDGET = 400  # nodes of one case tree


class Outcome(NamedTuple):
    """What was decided: `feasible` with a witness, refuted with branches, or `None` when the budget ran out."""

    feasible: bool | None
    witness: Mapping[int, Fraction] = {}
    branches: tuple[Branch, ...] = ()
    support: frozenset[int] = frozenset()  # the claims that a refutation uses
    programs: tuple[Program, ...] = ()  # the solved program of the witness


class _Node(NamedTuple):
    program: Program
    chosen: Mapping[int, Alternative]
    cuts: tuple[Row, ...]


def decide(component: Component, members: Iterable[int], budget: int = BUDGET) -> Outcome:
    """Return whether the linear readings of `members`, positions in the component, can all hold."""
    ways = {i: component.ways(i) for i in members}
    program = Program(len(component.columns), component.signed)
    sure = {i: w[0] for i, w in ways.items() if len(w) == 1}
    for way in sure.values():
        program.add(way.rows)
    open_ways = {i: w for i, w in ways.items() if len(w) != 1}
    return _Search(component, open_ways, budget).run(_Node(program, {}, ()))


class _Search:
    """A depth-first walk over cases that stops at the first witness, or when all leaves are refuted."""

    def __init__(self, component: Component, ways: Mapping[int, Sequence[Alternative]], budget: int) -> None:
        self.component = component
        self.ways = ways
        self.budget = budget
        self.branches: list[Branch] = []
        self.support: set[int] = set()

    def run(self, root: _Node) -> Outcome:
        stack = [root]
        while stack:
            if self.budget <= 0:
                return Outcome(feasible=None)
            self.budget -= 1
            node = stack.pop()
            if not node.program.solve():
                self._refute(node)
                continue
            witness = node.program.witness()
            branches = self._children(node, witness)
            if branches is None:
                return Outcome(feasible=True, witness=self._scaled(witness), programs=(node.program,))
            stack.extend(reversed(branches))
        return Outcome(feasible=False, branches=tuple(self.branches), support=frozenset(self.support))

    def _children(self, node: _Node, witness: Mapping[int, Fraction]) -> list[_Node] | None:
        """Return the cases to try because the witness breaks a claim or a whole number; `None` when it breaks none."""
        for claim, ways in self.ways.items():
            if claim not in node.chosen and not any(holds(way.rows, witness) for way in ways):
                return [self._child(node, way.rows, {**node.chosen, claim: way}, node.cuts) for way in ways]
        if self.component.whole and not self._homogeneous(node):
            for column in sorted(self.component.whole):
                value = witness[column]
                if value.denominator != 1:
                    below, above = cut(column, value.__floor__(), "<="), cut(column, value.__floor__() + 1, ">=")
                    return [self._child(node, [c], node.chosen, (*node.cuts, c)) for c in (below, above)]
        return None

    @staticmethod
    def _child(node: _Node, rows: Iterable[Row], chosen: Mapping[int, Alternative], cuts: tuple[Row, ...]) -> _Node:
        program = node.program.copy()
        program.add(rows)
        return _Node(program, chosen, cuts)

    def _homogeneous(self, node: _Node) -> bool:
        """Whether every row still holds when all quantities grow alike, so that any witness can be made whole."""
        rows = chain(node.program.sources.values(), *(way.rows for ways in self.ways.values() for way in ways))
        return all(ONE not in row.form for row in rows)

    def _scaled(self, witness: dict[int, Fraction]) -> dict[int, Fraction]:
        """Return the witness with whole numbers where the component asks for them."""
        factor = 1
        for column in self.component.whole:
            factor *= (witness[column] * factor).denominator
        return witness if factor == 1 else {j: v * factor for j, v in witness.items()}

    def _refute(self, node: _Node) -> None:
        weights = node.program.refuted or []
        used = {row.claim for row, _ in weights if isinstance(row, Row) and row.claim >= 0}
        self.support |= used | node.chosen.keys()
        names = [c.id for c in self.component.constraints]
        choices = tuple(
            (names[claim], way.reading, case) for claim, way in node.chosen.items() for case in way.cases or (1,)
        )
        bounds = tuple(
            (self.component.quantities[row.quantity], row.side, -row.form.get(ONE, 0) // row.form[row.quantity])
            for row in node.cuts
        )
        self.branches.append(Branch(lines(self.component, weights), choices, bounds))


def cut(column: int, bound: int, side: str) -> Row:
    """Return the row that keeps a whole number at most (`<=`) or at least (`>=`) at `bound`."""
    sign = 1 if side == ">=" else -1
    form = {column: sign, ONE: -sign * bound} if bound else {column: sign}
    return Row(
        form, strict=False, claim=-1, reading=0, statement=0, side=side, case=1, times=1, over=1, quantity=column
    )


def holds(rows: Iterable[Row], witness: Mapping[int, Fraction]) -> bool:
    """Whether exact values of the columns satisfy all rows."""
    for row in rows:
        value = sum(a if j == ONE else a * witness[j] for j, a in row.form.items())
        if value < 0 or (value == 0 and row.strict) or (value and row.side == "point"):
            return False
    return True


def lines(component: Component, weights: Weights) -> tuple[Line, ...]:
    """Return the lines of a certificate in the claims' own inequalities."""
    result = []
    for row, weight in weights:
        if isinstance(row, int):
            result.append(Line("", 0, 0, "sign", Fraction(weight), quantity=component.quantities[row]))
            continue
        multiplier = Fraction(abs(weight) * row.times, row.over)
        if row.claim < 0:
            result.append(Line("", 0, 0, row.side, multiplier, quantity=component.quantities[row.quantity]))
            continue
        side = row.side if row.side != "point" else "low" if weight > 0 else "high"
        name = component.constraints[row.claim].id
        result.append(Line(name, row.reading, row.statement, side, multiplier, row.case))
    return tuple(result)
