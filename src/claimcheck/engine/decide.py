"""Decide whether claims can all hold: a linear program at each node of a tree of cases.

Cases are the readings of a claim, the sign of a denominator, and cuts of whole numbers. A case is only taken when the
witness at hand breaks every way of a claim to hold, so most components need none.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import chain
from math import ceil, floor
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.look import look
from claimcheck.engine.rows import ONE, Row
from claimcheck.engine.solve import broken
from claimcheck.verdicts import Branch, Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.program import Program, Weights
    from claimcheck.engine.rows import Alternative

_LARGE = (10**6, 10**5, 10**4, 10**3, 10**2)  # whole numbers of which shares in whole numbers are tried
BUDGET = 400  # nodes of one case tree


class Outcome(NamedTuple):
    """What was decided: `feasible` with a witness, refuted with branches, or `None` when the budget ran out."""

    feasible: bool | None
    witness: Mapping[int, Fraction] = {}
    branches: tuple[Branch, ...] = ()
    support: frozenset[int] = frozenset()  # the claims that a refutation uses
    program: Program | None = None  # which made the refutation, where it needs no cases


class _Node(NamedTuple):
    rows: tuple[Row, ...]
    chosen: Mapping[int, Alternative]
    cuts: tuple[Row, ...]


def decide(component: Component, members: Iterable[int], budget: int = BUDGET) -> Outcome:
    """Return whether the linear readings of `members`, positions in the component, can all hold."""
    members = tuple(members)
    point, program = look(component, members)
    if point is not None:
        return Outcome(feasible=True, witness=point)
    if program is not None:
        return _refuted(component, program)
    rows: list[Row] = []
    open_ways = {}
    for claim in members:
        ways = component.ways(claim)
        if len(ways) == 1:
            rows += ways[0].rows
        else:
            open_ways[claim] = ways
    return _Search(component, open_ways, budget).run(_Node(tuple(rows), {}, ()))


def _refuted(component: Component, program: Program) -> Outcome:
    weights = program.refuted or []
    support = frozenset(row.claim for row, _ in weights if isinstance(row, Row))
    return Outcome(feasible=False, branches=(Branch(lines(component, weights)),), support=support, program=program)


class _Search:
    """A depth-first walk over cases that stops at the first witness, or when all leaves are refuted."""

    def __init__(self, component: Component, ways: Mapping[int, Sequence[Alternative]], budget: int) -> None:
        self.component = component
        self.ways = ways
        self.budget = budget
        self.branches: list[Branch] = []
        self.support: set[int] = set()
        self._raised: set[int] = set()  # at how many chosen cases larger whole numbers were tried

    def run(self, root: _Node) -> Outcome:
        """Return the outcome of the whole tree below a node."""
        stack, program = [root], None
        while stack:
            if self.budget <= 0:
                return Outcome(feasible=None)
            self.budget -= 1
            node = stack.pop()
            cases = [[way.rows for way in ways] for ways in self.ways.values()] if node is root else ()
            witness, weights, decided, program = self.component.solver.solve(node.rows, cases)
            if not decided:
                return Outcome(feasible=None)
            if witness is None:
                self._refute(node, weights)
                continue
            witness = self._rounded(node, witness)
            children = self._children(node, witness)
            if children is not None and node is root:
                witness = self._dive(node, witness)
                children = self._children(node, witness)
            if children is not None and children[0].cuts and len(node.chosen) not in self._raised:
                self._raised.add(len(node.chosen))
                witness = self._larger(node, witness)
                children = self._children(node, witness)
            if children is None:
                return Outcome(feasible=True, witness=self._scaled(witness))
            stack.extend(reversed(children))
        program = program if len(self.branches) == 1 else None
        support = frozenset(self.support)
        return Outcome(feasible=False, branches=tuple(self.branches), support=support, program=program)

    def _children(self, node: _Node, witness: Mapping[int, Fraction]) -> list[_Node] | None:
        """Return the cases to try because the witness breaks a claim or a whole number; `None` when it breaks none."""
        rows, chosen, cuts = node
        for claim, ways in self.ways.items():
            if claim not in chosen and not any(holds(way.rows, witness) for way in ways):
                return [_Node(rows + way.rows, {**chosen, claim: way}, cuts) for way in ways]
        if self.component.whole and not self._homogeneous(node):
            for column in sorted(self.component.whole):
                if witness[column].denominator != 1:
                    below = floor(witness[column])
                    pair = (cut(column, below, "<="), cut(column, below + 1, ">="))
                    return [_Node((*rows, row), chosen, (*cuts, row)) for row in pair]
        return None

    def _rounded(self, node: _Node, witness: Mapping[int, Fraction]) -> Mapping[int, Fraction]:
        """Return a witness with each whole number rounded where all claims still hold: most are held by nothing else.

        Cuts alone would take a case for each number between the bounds of such a one.
        """
        for column in sorted(self.component.whole):
            if witness[column].denominator == 1:
                continue
            rows = [row for row in node.rows if column in row.form]
            for value in (round(witness[column]), floor(witness[column]), ceil(witness[column])):
                tried = {**witness, column: Fraction(value)}
                if holds(rows, tried) and all(any(holds(w.rows, tried) for w in ways) for ways in self._among(column)):
                    witness = tried
                    break
        return witness

    def _among(self, column: int) -> Iterable[Sequence[Alternative]]:
        """Yield the ways of each open claim that speaks of a column."""
        return (ways for ways in self.ways.values() if any(column in row.form for way in ways for row in way.rows))

    def _dive(self, node: _Node, witness: Mapping[int, Fraction]) -> Mapping[int, Fraction]:
        """Return a witness of the cases that lie nearest to a witness, all taken at once; itself where that fails."""
        try:
            values = [1.0, *(float(witness[j]) for j in range(1, len(witness) + 1))]
        except OverflowError:
            return witness
        rows = list(node.rows)
        for ways in self.ways.values():
            rows.extend(min((way.rows for way in ways), key=lambda way: broken(way, values)))
        found = self.component.solver.solve(rows).witness
        return witness if found is None else found

    def _larger(self, node: _Node, witness: Mapping[int, Fraction]) -> Mapping[int, Fraction]:
        """Return a witness with larger whole numbers; itself where none is found.

        No 3 things make 66.9% of anything, and cuts would climb to those that do one by one; of thousands many do.
        """
        rows, found = list(node.rows), None
        for size in _LARGE:
            found = self._solved([*rows, *(cut(column, size, ">=") for column in self._fractions(witness))])
            if found is not None:
                break
        while found is not None and (fractions := self._fractions(found)):
            rows, found = self._at_whole(rows, fractions[0], found[fractions[0]])
        return witness if found is None else found

    def _at_whole(
        self, rows: list[Row], column: int, value: Fraction
    ) -> tuple[list[Row], Mapping[int, Fraction] | None]:
        """Return rows that keep a column at a whole number near to a value, and their witness, where they have one."""
        for number in dict.fromkeys((round(value), floor(value), ceil(value))):
            kept = [*rows, cut(column, number, "<="), cut(column, number, ">=")]
            found = self._solved(kept)
            if found is not None:
                return kept, found
        return rows, None

    def _solved(self, rows: Sequence[Row]) -> Mapping[int, Fraction] | None:
        return self.component.solver.solve(rows).witness

    def _fractions(self, witness: Mapping[int, Fraction]) -> list[int]:
        """Return the columns of whole numbers that are none in a witness."""
        return [column for column in sorted(self.component.whole) if witness[column].denominator != 1]

    def _homogeneous(self, node: _Node) -> bool:
        """Whether every row still holds when all quantities grow alike, so that any witness can be made whole."""
        rows = chain(node.rows, *(way.rows for ways in self.ways.values() for way in ways))
        return all(ONE not in row.form for row in rows)

    def _scaled(self, witness: Mapping[int, Fraction]) -> Mapping[int, Fraction]:
        """Return the witness with whole numbers where the component asks for them."""
        factor = 1
        for column in self.component.whole:
            factor *= (witness[column] * factor).denominator
        return witness if factor == 1 else {j: v * factor for j, v in witness.items()}

    def _refute(self, node: _Node, weights: Weights) -> None:
        used = {row.claim for row, _ in weights if isinstance(row, Row) and row.claim >= 0}
        self.support |= used | node.chosen.keys()
        names = [constraint.id for constraint in self.component.constraints]
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
        value, bottom = 0, 1  # a numerator and its denominator: only the sign is asked, so nothing is cancelled
        for j, a in row.form.items():
            top, below = (1, 1) if j == ONE else witness[j].as_integer_ratio()
            value, bottom = value * below + a * top * bottom, bottom * below
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
