"""Recompute a claim from other claims: the exact range they imply for its number, and the claims that carry it."""

from __future__ import annotations

from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.decide import holds
from claimcheck.engine.program import Program
from claimcheck.engine.rows import denominator_signs, ratio, statement_rows
from claimcheck.kinds.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from fractions import Fraction

    from claimcheck.engine.component import Component
    from claimcheck.engine.decide import Outcome
    from claimcheck.engine.rows import Alternative, Row
    from claimcheck.quantity.interval import Interval

CASES = 64  # combinations of readings and signs that are gone through; beyond, their common claims give an enclosure


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
    """Consistent claims, solved once; each is recomputed from the others by setting its own rows free."""

    def __init__(self, component: Component, members: Sequence[int], outcome: Outcome) -> None:
        self.component = component
        self.members = members
        self.witness: Mapping[int, Fraction] = outcome.witness
        split = any(len(component.ways(i)) != 1 for i in members)
        self.program = None if split or len(outcome.programs) != 1 else outcome.programs[0]

    def reading(self, claim: int) -> int:
        """Return the first reading of the claim that the witness satisfies."""
        return next((way.reading for way in self.component.ways(claim) if holds(way.rows, self.witness)), 0)

    def implied(self, claim: int) -> Implied:
        """Return what the other claims imply for the claim's number."""
        statement = self.component.constraints[claim].readings[self.reading(claim)][0]
        if not isinstance(statement, Statement):
            return Implied(None, exact=False)
        if self.program is None or claim not in self.members:
            return implied(self.component, [i for i in self.members if i != claim], statement)
        case = denominator_signs(statement.denominator, self.component.columns, self.component.signed)[0]
        program = self.program.without(claim, frozenset({(0, "sign")}))
        interval, bearing = program.range(*ratio(statement, self.component.columns, case))
        return Implied(interval, frozenset(bearing - {-1, claim}), not self.component.whole)
