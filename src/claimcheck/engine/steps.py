"""Tell a conflict: as a chain where a short one exists, else as a weighted sum; by cases where there are several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.chains import UNTOLD, bounds, shortest
from claimcheck.engine.rows import ONE
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.interval import Interval
from claimcheck.verdicts import Case, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from fractions import Fraction

    from claimcheck.engine.chains import Group, Link
    from claimcheck.engine.component import Component
    from claimcheck.engine.rows import Alternative, Row
    from claimcheck.kinds.statement import Linear, Quantity
    from claimcheck.verdicts import Branch, Conflict


def told(component: Component, claims: Sequence[int], conflict: Conflict) -> Conflict:
    """Return a conflict with the telling of its proof: steps, else a weighted sum, else one of both for each case."""
    if all(len(component.ways(i)) == 1 for i in claims):
        rows = [row for i in claims for row in component.ways(i)[0].rows]
        case = _case(component, rows, conflict.certificate)
        if case is not None:
            return _in_one(conflict, case)
    cases = tuple(_cases(component, claims, conflict.certificate))
    open_ = tuple(case for case in cases if not _is_of_sign(case)) or cases
    if len(open_) == 1 < len(cases):  # the others fail by what a printed level says of its sign, as do its steps
        return _in_one(conflict, open_[0])
    return conflict._replace(cases=open_)


def _in_one(conflict: Conflict, case: Case) -> Conflict:
    return conflict._replace(steps=case.steps, unit_quantity=case.unit_quantity, miss=case.miss)


def _is_of_sign(case: Case) -> bool:
    """Whether a case fails by the sign that it takes for granted of one quantity, whose level is printed otherwise."""
    return bool(case.steps and case.signs) and not any(step.given for step in case.steps)


def _case(component: Component, rows: Sequence[Row], certificate: Sequence[Branch]) -> Case | None:
    """Return the telling of rows that are all to hold; `None` where it takes several cases of whole numbers."""
    chain = shortest(rows, component.signed, component.whole)
    if chain is not None:
        unit = None if chain.unit is None else component.quantities[chain.unit]
        return Case(steps=tuple(_step(component, link) for link in chain.links), unit_quantity=unit)
    if len(certificate) != 1:
        return None
    from claimcheck.engine.sums import added

    return Case(miss=added(component, rows))


def _cases(component: Component, claims: Sequence[int], certificate: Sequence[Branch]) -> Iterable[Case]:
    """Yield the cases of a conflict: those of readings and signs, each split by whole numbers only where it must be."""
    groups: dict[tuple[tuple[str, int, int], ...], list[Branch]] = {}
    for branch in certificate:
        groups.setdefault(tuple(sorted(branch.choices)), []).append(branch)
    for branches in groups.values():
        ways = _chosen(component, claims, branches[0])
        used = {line.claim for branch in branches for line in branch.lines}
        rows = [row for i, way in ways.items() if component.constraints[i].id in used for row in way.rows]
        readings, signs = _assumed(component, ways)
        if any((form, -sign) in signs for form, sign in signs):
            continue  # above 0 and below 0 at once: nobody asks why that fails
        whole = _case(component, rows, branches)
        if whole is not None:
            yield whole._replace(readings=readings, signs=signs)
            continue
        for branch in branches:
            cut = [*rows, *_cuts(component, branch)]
            case = _case(component, cut, [branch])
            if case is not None:
                yield case._replace(readings=readings, signs=signs, bounds=branch.bounds)


def _chosen(component: Component, claims: Sequence[int], branch: Branch) -> dict[int, Alternative]:
    """Return the way that each claim is taken to hold in a branch, without the claims that it leaves open."""
    chosen: dict[str, list[tuple[int, int]]] = {}
    for name, reading, case in branch.choices:
        chosen.setdefault(name, []).append((reading, case))
    ways = {}
    for i in claims:
        open_ways = component.ways(i)
        if len(open_ways) == 1:
            ways[i] = open_ways[0]
            continue
        wanted = chosen.get(component.constraints[i].id)
        for way in open_ways:
            if wanted == [(way.reading, case) for case in way.cases or (1,)]:
                ways[i] = way
    return ways


def _assumed(
    component: Component, ways: dict[int, Alternative]
) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[Linear, int], ...]]:
    """Return what a case takes for granted: readings of claims that have several, and signs of denominators."""
    readings: list[tuple[str, int]] = []
    signs: list[tuple[Linear, int]] = []
    for i, way in ways.items():
        if len(component.ways(i)) == 1:
            continue
        constraint = component.constraints[i]
        if len(constraint.readings) > 1:
            readings.append((constraint.id, way.reading))
        for row in way.rows if way.cases else ():
            statement = constraint.readings[way.reading][row.statement]
            if row.side == "sign" and isinstance(statement, Statement) and statement.denominator:
                entry = (statement.denominator, row.case)
                if entry not in signs:
                    signs.append(entry)
    return tuple(readings), tuple(signs)


def _cuts(component: Component, branch: Branch) -> list[Row]:
    from claimcheck.engine.decide import cut

    return [cut(component.columns[quantity], int(bound), side) for quantity, side, bound in branch.bounds]


def _step(component: Component, link: Link) -> Step:
    """Return a link in the sheet's words."""
    row = link.group[0]
    name, note = "", ""
    if row.claim >= 0:
        constraint = component.constraints[row.claim]
        condition = constraint.readings[row.reading][row.statement]
        name, note = constraint.id, condition.note
    factors, constant = _relation(component, link.group, link.column)
    return Step(
        name,
        component.quantities[link.column],
        link.interval,
        None if link.before in UNTOLD else link.before,
        tuple(component.quantities[j] for j in link.given),
        factors,
        constant,
        note,
        whole=link.column in component.whole,
    )


def _relation(
    component: Component, group: Group, column: int
) -> tuple[tuple[tuple[Quantity, Interval], ...], Interval | None]:
    """Return a statement solved for one column: the factor of each other quantity, and the number beside them.

    `1.165 <= x1 / x0 <= 1.175` solved for x1 gives x0 the factor [1.165, 1.175]. An end is `None` where the statement
    does not bound the column on that side.
    """
    ends: dict[int, list[Fraction | None]] = {}
    from fractions import Fraction as Rational

    for form, _ in bounds(group):
        own = form.get(column)
        if own:
            for j, a in form.items():
                if j != column:
                    ends.setdefault(j, [None, None])[own < 0] = Rational(-a, own)
    intervals = {j: _between(low, high) for j, (low, high) in ends.items()}
    constant = intervals.pop(ONE, None)
    return tuple((component.quantities[j], interval) for j, interval in intervals.items()), constant


def _between(low: Fraction | None, high: Fraction | None) -> Interval:
    return Interval(high, low) if low is not None and high is not None and low > high else Interval(low, high)
