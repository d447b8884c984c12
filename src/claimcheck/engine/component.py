"""Components: claims that share a quantity, directly or through others, with their rows over numbered columns."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.engine.rows import alternatives
from claimcheck.kinds.statement import Quantity, Statement, quantities

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.engine.rows import Alternative
    from claimcheck.engine.solve import Solver
    from claimcheck.engine.system import Constraint, System
    from claimcheck.kinds.statement import Condition


class Component:
    """Some constraints, with their quantities as numbered columns and their ways to hold, made when asked."""

    def __init__(
        self, constraints: Sequence[Constraint], system: System, columns: dict[Quantity, int] | None = None
    ) -> None:
        """Take constraints of a system, and the numbers of their quantities, from 1 on, where these are known."""
        self.constraints = tuple(constraints)
        self.system = system
        if columns is None:
            columns = {}
            for constraint in self.constraints:
                _number(quantities_of(constraint), columns)
        self.columns = columns
        self.signed = {columns[q] for q in system.signed & columns.keys()} if system.signed else set()
        self.whole = {columns[q] for q in system.whole & columns.keys()} if system.whole else set()
        self._solver: Solver | None = None
        self._ways: dict[int, tuple[Alternative, ...]] = {}
        self._like: Component | None = None  # which differs from this one in the readings of one claim

    @cached_property
    def quantities(self) -> list[Quantity]:
        """The quantity of each column; column ONE is the number 1."""
        return [Quantity("1"), *self.columns]

    @property
    def solver(self) -> Solver:
        """What decides rows over these columns; components that share it go on from each other's searches."""
        if self._solver is None:
            from claimcheck.engine.solve import Solver

            self._solver = Solver(len(self.columns), self.signed)
        return self._solver

    def ways(self, claim: int) -> tuple[Alternative, ...]:
        """Return the ways for a claim to hold."""
        ways = self._ways.get(claim)
        if ways is None and self._like is not None and self._like.constraints[claim] is self.constraints[claim]:
            ways = self._ways[claim] = self._like.ways(claim)  # the same rows, which a search may know
        if ways is None:
            readings = self.constraints[claim].readings
            ways = self._ways[claim] = alternatives(claim, readings, self.columns, self.signed)
        return ways

    def has_formula(self, claim: int) -> bool:
        """Whether a reading of the claim is not linear."""
        readings = self.constraints[claim].readings
        if len(readings) == len(readings[0]) == 1:  # as of most claims
            return not isinstance(readings[0][0], Statement)
        return not all(isinstance(condition, Statement) for reading in readings for condition in reading)

    def part(self, members: Iterable[int]) -> Component:
        """Return some of the claims as a component of their own, with no more columns than they need."""
        return Component([self.constraints[i] for i in members], self.system)

    def narrowed(self) -> Component | None:
        """Return the component with trailing zeros read to the last printed digit; `None` where nothing differs."""
        if all(constraint.narrow is None for constraint in self.constraints):
            return None
        constraints = [c if c.narrow is None else c.narrowed() for c in self.constraints]
        return Component(constraints, self.system)

    def with_readings(self, claim: int, readings: tuple[tuple[Condition, ...], ...]) -> Component:
        """Return the component with other readings for one claim, and the same columns and solver where they do."""
        changed = self.constraints[claim]._replace(readings=readings)
        constraints = (*self.constraints[:claim], changed, *self.constraints[claim + 1 :])
        if any(quantity not in self.columns for quantity in quantities_of(changed)):
            return Component(constraints, self.system)
        _ = self.solver  # made before it is shared
        other = copy(self)
        other.constraints = constraints
        other._ways, other._like = self._ways.copy(), self  # noqa: SLF001  of its own class
        other._ways.pop(claim, None)  # noqa: SLF001
        return other


def components(system: System) -> Iterator[Component]:
    """Yield the components of a system, in the order of their first members."""
    numbers: dict[Quantity, int] = {}
    parent: list[int] = []  # of each quantity one in its group, or itself
    anchors: list[int] = []
    about = list(map(quantities_of, system.constraints))
    for named in about:
        anchor = -1
        for quantity in named:
            number = numbers.setdefault(quantity, len(parent))
            if number == len(parent):
                parent.append(number)
            root = parent[number]
            if root != parent[root]:
                root = _root(parent, number)
            if anchor < 0:
                anchor = root
            parent[root] = anchor
        anchors.append(anchor)
    groups: dict[int, tuple[list[Constraint], dict[Quantity, int]]] = {}
    for position, (constraint, named, anchor) in enumerate(zip(system.constraints, about, anchors, strict=True)):
        key = ~position if anchor < 0 else _root(parent, anchor)  # without quantities it shares none
        group = groups.get(key)
        if group is None:
            group = groups[key] = ([], {})
        group[0].append(constraint)
        _number(named, group[1])
    for constraints, columns in groups.values():
        yield Component(constraints, system, columns)  # one at a time: it grows as it is decided


def _number(quantities: Iterable[Quantity], columns: dict[Quantity, int]) -> None:
    for quantity in quantities:
        if quantity not in columns:
            columns[quantity] = len(columns) + 1


def _root(parent: list[int], number: int) -> int:
    """Return the quantity that stands for a group, halving the way to it."""
    above = parent[number]
    while above != parent[above]:
        parent[number] = above = parent[above]
    return above


def quantities_of(constraint: Constraint) -> list[Quantity]:
    """Return the quantities of a constraint, each at least once, narrower readings having no others."""
    found: list[Quantity] = []
    for reading in constraint.readings:
        for condition in reading:
            found += quantities(condition)
    return found
