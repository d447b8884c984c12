"""Recompute a claim from other claims: the exact range they imply for its number, and the claims that carry it."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.decide import holds
from claimcheck.engine.program import Program
from claimcheck.engine.rows import Row, denominator_signs, ratio, statement_rows
from claimcheck.engine.solve import solve
from claimcheck.kinds.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from claimcheck.engine.component import Component
    from claimcheck.engine.decide import Outcome
    from claimcheck.engine.ranges import Ranges
    from claimcheck.engine.rows import Alternative
    from claimcheck.quantity.interval import Interval

CASES = 64  # combinations of readings and signs that are gone through; beyond, their common claims give an enclosure

_FEW = 6  # other claims: so few are solved exactly at once
LARGEST_EXACT = 40


class Implied(NamedTuple):
    """What other claims imply for a ratio; `interval` is `None` when they leave it no value."""

    interval: Interval | None
    bearing: frozenset[int] = frozenset()
    exact: bool = True


def implied(component: Component, others: Sequence[int], statement: Statement, own: Sequence[Row] = ()) -> Implied:
    """Return the range of a statement's ratio over all values that satisfy `others` and the rows of `own`."""
    open_ways = [ways for ways in map(component.ways, others) if len(ways) != 1]
    exact = not component.whole
    if prod(map(len, open_ways)) > CASES:
        open_ways, exact = [], False
    base = Program(len(component.columns), component.signed)
    base.add(own)
    for i in others:
        if len(component.ways(i)) == 1:
            base.add(component.ways(i)[0].rows)
    whole, bearing = None, set()
    for program in _cases(base, open_ways, statement, component):
        part, carried = program
        whole = part if whole is None else whole.hull(part)
        bearing |= carried
    return Implied(whole, frozenset(bearing - {-1}), exact)


def _cases(
    base: Program, open_ways: Iterable[Sequence[Alternative]], statement: Statement, component: Component
) -> Iterator[tuple[Interval, set[int]]]:
    for case in denominator_signs(statement.denominator, component.columns, component.signed):
        sign = [r for r in statement_rows((-1, 0, 0), statement, case, component.columns) if r.side == "sign"]
        for ways in product(*open_ways):
            program = base.copy()
            program.add(sign)
            for way in ways:
                program.add(way.rows)
            if program.solve():
                yield program.range(*ratio(statement, component.columns, case))


class Rest:
    """Consistent claims and their witness; each is recomputed from the others by lifting its own rows."""

    def __init__(self, component: Component, members: Sequence[int], outcome: Outcome) -> None:
        self.component = component
        self.members = members
        self.witness: Mapping[int, Fraction] = outcome.witness
        self.size = len(component.columns)
        self._ranges: Ranges | None = None
        self._open: dict[int, frozenset[int] | None] | None = None

    def reading(self, claim: int) -> int:
        """Return the first reading of the claim that the witness satisfies."""
        return next((way.reading for way in self.component.ways(claim) if holds(way.rows, self.witness)), 0)

    def implied(self, claim: int) -> Implied:
        """Return what the other claims imply for the claim's number."""
        component = self.component
        statement = component.constraints[claim].readings[self.reading(claim)][0]
        if not isinstance(statement, Statement):
            return Implied(None, exact=False)
        others = [i for i in self.members if i != claim]
        if len(others) > _FEW:
            case = self._only_case(claim, statement)
            if case and all(support is not None and claim not in support for support in self._settled().values()):
                found = self.ranges().range(*ratio(statement, component.columns, case), claim)
                if found is not None:
                    return Implied(found.interval, found.bearing, found.exact and not component.whole)
        if len(others) <= LARGEST_EXACT:
            return implied(component, others, statement)
        return Implied(None, exact=False)

    def ranges(self) -> Ranges:
        """Return the rows of the cases that the witness stands in, ready for ranges."""
        from claimcheck.engine.ranges import Ranges

        if self._ranges is None:
            rows = [row for i in self.members for row in self._way(i).rows]
            self._ranges = Ranges(rows, self.size, self.component.signed, self.witness)
        return self._ranges

    def _way(self, claim: int) -> Alternative:
        ways = self.component.ways(claim)
        return next((way for way in ways if holds(way.rows, self.witness)), ways[0])

    def _settled(self) -> dict[int, frozenset[int] | None]:
        """Return for each claim with several cases the claims that refute all but the one at hand, `None` if none do."""
        if self._open is None:
            split = [i for i in self.members if len(self.component.ways(i)) != 1]
            sure = [row for i in self.members if i not in split for row in self.component.ways(i)[0].rows]
            self._open = {i: self._refuters(i, sure) for i in split}
        return self._open

    def _refuters(self, claim: int, sure: Sequence[Row]) -> frozenset[int] | None:
        found: set[int] = set()
        for way in self.component.ways(claim):
            if way is not self._way(claim):
                witness, weights = solve([*sure, *way.rows], self.size, self.component.signed)
                if witness is not None:
                    return None
                found |= {row.claim for row, _ in weights if isinstance(row, Row)} - {claim}
        return frozenset(found)

    def _only_case(self, claim: int, statement: Statement) -> int:
        """Return the sign that the other claims leave a claim's denominator; 0 when they leave both."""
        signs = denominator_signs(statement.denominator, self.component.columns, self.component.signed)
        if len(signs) == 1:
            return signs[0]
        return 0
