"""Tell a conflict as a chain: each step puts one quantity into an interval, and the last one does not fit."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.rows import ONE
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.interval import ANY, NON_NEGATIVE, Interval
from claimcheck.verdicts import Miss, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.rows import Row
    from claimcheck.engine.system import Constraint
    from claimcheck.kinds.statement import Quantity
    from claimcheck.verdicts import Branch, Line

LONGEST = 8  # steps; a person loses a longer chain, and the weighted sum tells it better
_ROUNDS = 12

_Group = list["Row"]  # the rows of one statement of one claim


class _Event(NamedTuple):
    """One narrowing, and the narrowings that it rests on."""

    claim: int
    column: int
    interval: Interval
    before: Interval
    parents: frozenset[int]
    given: tuple[int, ...]


def chain(component: Component, claims: Sequence[int]) -> tuple[tuple[Step, ...], Quantity | None]:
    """Return the shortest chain found that ends in a step nothing meets, and the quantity taken as 1 in it.

    Empty when propagation along single claims does not prove the conflict, when the chain is longer than `LONGEST`, or
    when a claim has several ways to hold.
    """
    if any(len(component.ways(i)) != 1 for i in claims):
        return (), None
    rows = [row for i in claims for row in component.ways(i)[0].rows]
    unit = None if any(ONE in row.form for row in rows) else _unit(rows)
    events, last = _Propagation(component, rows, unit).run()
    if last is None:
        return (), None
    wanted = sorted(_ancestors(events, last))
    if len(wanted) > LONGEST:
        return (), None
    steps = tuple(_step(component, events[position]) for position in wanted)
    return steps, None if unit is None else component.quantities[unit]


def _step(component: Component, event: _Event) -> Step:
    subject = component.quantities[event.column]
    given = tuple(component.quantities[j] for j in event.given)
    before = None if event.before in (ANY, NON_NEGATIVE) else event.before
    return Step(component.constraints[event.claim].id, subject, event.interval, before, given)


def _ancestors(events: Sequence[_Event], last: int) -> set[int]:
    wanted, stack = {last}, [last]
    while stack:
        for parent in events[stack.pop()].parents:
            if parent not in wanted:
                wanted.add(parent)
                stack.append(parent)
    return wanted


def _unit(rows: Iterable[Row]) -> int:
    """Return the column that most rows have a word on: the best one to take as 1."""
    counts: dict[int, int] = {}
    for row in rows:
        for j in row.form:
            counts[j] = counts.get(j, 0) + (2 if row.side == "sign" else 1)
    return max(counts, key=lambda j: (counts[j], -j))


class _Propagation:
    """Breadth-first interval propagation in exact numbers, with a record of what each narrowing rests on."""

    def __init__(self, component: Component, rows: Iterable[Row], unit: int | None) -> None:
        self.events: list[_Event] = []
        self.box = {j: ANY if j in component.signed else NON_NEGATIVE for j in range(len(component.quantities))}
        self.box[ONE] = Interval.point(1)
        if unit is not None:
            self.box[unit] = Interval.point(1)
        self.since: dict[int, dict[str, int]] = {}  # column -> the events that made its low and its high end
        groups: dict[tuple[int, int], _Group] = {}
        for row in rows:
            if row.side == "sign" and len(row.form) == 1:
                self._sign(row)
            else:
                groups.setdefault((row.claim, row.statement), []).append(row)
        self.groups = list(groups.values())
        self.changed: set[int] | None = None

    def run(self) -> tuple[list[_Event], int | None]:
        """Return all events, and the position of one that nothing meets."""
        fresh: set[int] | None = None
        for _ in range(_ROUNDS):
            fresh, clash = self._round(fresh)
            if clash is not None or not fresh:
                return self.events, clash
        return self.events, None

    def _sign(self, row: Row) -> None:
        ((column, a),) = row.form.items()
        above = Interval(Fraction(0), None, low_open=True)
        self.box[column] = self.box[column].meet(above if a > 0 else above.negated())

    def _round(self, fresh: set[int] | None) -> tuple[set[int], int | None]:
        """Narrow every column once from the boxes as they stand; return the narrowed ones, and a clash."""
        found = []
        for group in self.groups:
            columns = {j for row in group for j in row.form if j != ONE}
            if fresh is not None and not columns & fresh:
                continue
            for column in sorted(columns):
                derived = derive(group, column, self.box)
                if not self.box[column].within(derived):
                    found.append((group[0].claim, column, derived, columns - {column}))
        clashes, narrowed = [], set()
        for claim, column, derived, given in found:
            before = self.box[column]
            met = before.meet(derived)
            if met == before:
                continue
            parents = {e for j in given for e in self.since.get(j, {}).values()}
            if met.is_empty:
                parents |= set(self.since.get(column, {}).values())
            self.events.append(_Event(claim, column, derived, before, frozenset(parents), tuple(sorted(given))))
            position = len(self.events) - 1
            if met.is_empty:
                clashes.append(position)
                continue
            self.box[column] = met
            narrowed.add(column)
            ends = self.since.setdefault(column, {})
            if (met.low, met.low_open) != (before.low, before.low_open):
                ends["low"] = position
            if (met.high, met.high_open) != (before.high, before.high_open):
                ends["high"] = position
        return narrowed, min(clashes, key=lambda e: len(_ancestors(self.events, e)), default=None)


def derive(group: Iterable[Row], column: int, box: Mapping[int, Interval]) -> Interval:
    """Return where the rows of one statement put a column, the others being in their boxes."""
    result = ANY
    for row in group:
        for form in (row.form, {j: -a for j, a in row.form.items()}) if row.side == "point" else (row.form,):
            own = form.get(column)
            rest = _greatest(form, column, box) if own else None
            if own and rest is not None:
                end, is_open = -rest[0] / own, rest[1] or row.strict
                side = Interval(end, None, is_open) if own > 0 else Interval(None, end, high_open=is_open)
                result = result.meet(side)
    return result


def _greatest(form: Mapping[int, int], but: int, box: Mapping[int, Interval]) -> tuple[Fraction, bool] | None:
    """Return the greatest value of a form without one column, and whether it is only approached; `None`: no bound."""
    total, is_open = Fraction(0), False
    for j, a in form.items():
        if j == but:
            continue
        low, high, low_open, high_open = box[j]
        end, end_open = (high, high_open) if a > 0 else (low, low_open)
        if end is None:
            return None
        total += a * end
        is_open = is_open or end_open
    return total, is_open


def missed(component: Component, certificate: Sequence[Branch]) -> Miss | None:
    """Return the weighted sum that proves a conflict without cases, in the unit of its printed levels.

    The weights are those of the certificate, scaled so that the heaviest printed level counts once.
    """
    if len(certificate) != 1 or certificate[0].choices:
        return None
    named = {constraint.id: constraint for constraint in component.constraints}
    entries = [(line, named[line.claim]) for line in certificate[0].lines if line.claim]
    levels = [line.multiplier for line, claim in entries if _is_level(claim, line)]
    scale = max(levels or [line.multiplier for line, _ in entries])
    gap = -sum((line.multiplier * line_constant(claim, line) for line, claim in entries), Fraction(0))
    terms = tuple((line.claim, line.multiplier / scale, line.side) for line, _ in entries)
    return Miss(gap / scale, terms)


def _is_level(constraint: Constraint, line: Line) -> bool:
    statement = constraint.readings[line.reading][line.statement]
    return not constraint.structure and isinstance(statement, Statement) and statement.denominator is None


def line_constant(constraint: Constraint, line: Line) -> Fraction:
    """Return the number that stands in a line's inequality beside its quantities."""
    statement = constraint.readings[line.reading][line.statement]
    if not isinstance(statement, Statement):
        return Fraction(0)
    above, below = statement.numerator.constant, 1 if statement.denominator is None else statement.denominator.constant
    end = statement.interval.low if line.side == "low" else statement.interval.high
    if line.side == "sign" or end is None:
        return Fraction(line.case * below)
    side = 1 if line.side == "low" else -1
    return line.case * side * (above - end * below)
