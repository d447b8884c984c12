"""The weighted sum that refutes some rows, in an order in which it can be told: a running bound, a claim a line."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.decide import lines
from claimcheck.engine.rows import ONE, Row
from claimcheck.engine.solve import solve
from claimcheck.kinds.statement import Statement
from claimcheck.verdicts import Added, Miss

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.kinds.statement import Quantity
    from claimcheck.verdicts import Line

_ALL_ORDERS = 10  # lines of which all orders are weighed; of more, each next line is the best of those at hand

_LIGHT = 6  # what it costs to end in a level that counts for less than another, and misses by more

Sums = dict[int, Fraction]  # column -> coefficient, of a form that is at least 0


class _Entry(NamedTuple):
    """One weighted line of the proof."""

    row: Row | None  # None: the sign of a quantity
    line: Line
    form: Sums


def added(component: Component, rows: Sequence[Row]) -> Miss | None:
    """Return the weighted sum that refutes rows, in the order of telling.

    For `a + b = t`, a >= 3, b >= 4 and t <= 6 the lines are t <= 6, so a + b <= 6, so a <= 2; but a >= 3: they miss
    by 1. Where no level is printed, what is left over is quantities: 0.06 men + 0.02 women <= 0.
    """
    weights = solve(rows, len(component.columns), component.signed).weights
    entries = [
        _Entry(row if isinstance(row, Row) else None, line, _form(row, weight))
        for (row, weight), line in zip(weights, lines(component, weights), strict=True)
    ]
    if not any(ONE in entry.form for entry in entries):
        entries = [entry for entry in entries if not _is_sign(entry)]
    if all(entry.form.keys() <= {ONE} for entry in entries):
        return None  # a claim that speaks of numbers alone
    return _told(component, [entries[position] for position in _order(component, entries)])


def _form(row: Row | int, weight: int) -> Sums:
    form: Mapping[int, int] = {row: 1} if isinstance(row, int) else row.form
    return {j: Fraction(a * weight) for j, a in form.items()}


def _is_sign(entry: _Entry) -> bool:
    """Whether a line says no more than that quantities are above 0."""
    return entry.row is None or entry.row.side == "sign"


def _plus(left: Sums, right: Sums) -> Sums:
    result = dict(left)
    for j, a in right.items():
        value = result.pop(j, Fraction(0)) + a
        if value:
            result[j] = value
    return result


def _order(component: Component, entries: Sequence[_Entry]) -> list[int]:
    """Return the order in which the running sum holds the fewest quantities, and ends in a number that is printed."""
    if len(entries) > _ALL_ORDERS:
        return _greedy(entries)
    everything = (1 << len(entries)) - 1
    homogeneous = not any(ONE in entry.form for entry in entries)
    endings = [0 if homogeneous else _ending(component, entry) for entry in entries]
    heaviest = max((_size(e.form) for e, ending in zip(entries, endings, strict=True) if not ending), default=0)
    if not homogeneous:
        endings = [e if e or _size(entries[i].form) == heaviest else _LIGHT for i, e in enumerate(endings)]
    totals: list[Sums] = [{}]
    for subset in range(1, everything + 1):
        top = subset.bit_length() - 1
        totals.append(_plus(totals[subset ^ (1 << top)], entries[top].form))
    best: list[tuple[int, int]] = [(0, -1)] * (everything + 1)  # cost up to a subset, and its last line
    for subset in range(1, everything + 1):
        last = subset == everything
        best[subset] = min(
            (best[before][0] + _joining(entry, totals[before]) + (endings[i] if last else 0), i)
            for i, entry in enumerate(entries)
            if (before := subset & ~(1 << i)) != subset
        )
        best[subset] = (best[subset][0] + _clutter(*_signs(totals[subset])), best[subset][1])
    order, subset = [], everything
    while subset:
        order.append(best[subset][1])
        subset ^= 1 << best[subset][1]
    return order[::-1]


def _joining(entry: _Entry, total: Sums) -> int:
    """Return how hard a line is to join: easy is one that takes a quantity out, to put others in its place."""
    if not total:
        return 12 if _is_sign(entry) else 0
    if _cancelled(entry.form, total):
        return 0
    return (8 if _size(entry.form) <= _size(total) else 20) + (4 if ONE in entry.form else 0)


def _cancelled(form: Sums, total: Sums) -> list[int]:
    return [j for j in form if j != ONE and total.get(j, 0) == -form[j]]


def _size(form: Sums) -> Fraction:
    return max((abs(a) for j, a in form.items() if j != ONE), default=Fraction(0))


def _greedy(entries: Sequence[_Entry]) -> list[int]:
    left, total, order = set(range(len(entries))), Sums(), list[int]()
    while left:
        signs = _signs(total)
        following = min(left, key=lambda i: (_clutter(*_signs_with(signs, total, entries[i].form)), i))
        total = _plus(total, entries[following].form)
        order.append(following)
        left.remove(following)
    return order


def _signs(total: Sums) -> tuple[int, int]:
    """Return how many quantities stand on either side of a running sum."""
    above = sum(a > 0 for j, a in total.items() if j != ONE)
    return above, sum(a < 0 for j, a in total.items() if j != ONE)


def _signs_with(signs: tuple[int, int], total: Sums, form: Sums) -> tuple[int, int]:
    """Return the same with one more line, which costs as much as that line is long."""
    above, below = signs
    for j, a in form.items():
        if j != ONE:
            before = total.get(j, Fraction(0))
            after = before + a
            above += (after > 0) - (before > 0)
            below += (after < 0) - (before < 0)
    return above, below


def _clutter(above: int, below: int) -> int:
    """Return how hard a running sum is to read: its quantities, more if none of them stands alone on its side."""
    return 3 * (above + below) + (0 if min(above, below) <= 1 else 2) + (1 if above and below else 0)


def _ending(component: Component, entry: _Entry) -> int:
    """Return how badly a line ends a telling: best is a printed level, worst what nobody prints."""
    row = entry.row
    if row is None or row.claim < 0 or _is_sign(entry) or entry.form.keys() <= {ONE}:
        return 12
    constraint = component.constraints[row.claim]
    condition = constraint.readings[row.reading][row.statement]
    if constraint.structure or condition.note:
        return 9
    is_level = isinstance(condition, Statement) and condition.denominator is None
    return 0 if is_level else 4 * (len(entry.form.keys() - {ONE}) - 1)


def _told(component: Component, entries: Sequence[_Entry]) -> Miss:
    """Return the lines with their running sums, scaled so that the last quantity to go counts once."""
    last = entries[-1].form
    subject = max((j for j in last if j != ONE), key=lambda j: (abs(last[j]), -j))
    scale = abs(last[subject])
    lasting = _lasting(entries)
    told: list[Added] = []
    total, head = Sums(), -1
    for entry in entries:
        solved_for = _solved_for(entry.form, total, lasting)
        if not total:
            solved_for = head = _first(component, entry, solved_for)
        total = _plus(total, entry.form)
        head = _head(total, head, lasting)
        told.append(_added(component, entry, solved_for, total, head, scale))
    gap = -total.get(ONE, Fraction(0)) / scale
    terms = tuple((each.claim, each.weight, each.side) for each in told)
    return Miss(gap, terms, tuple(told), component.quantities[subject])


def _lasting(entries: Sequence[_Entry]) -> dict[int, int]:
    """Return for each column the last line that leaves it in the running sum."""
    total, lasting = Sums(), dict[int, int]()
    for position, entry in enumerate(entries):
        total = _plus(total, entry.form)
        lasting.update(dict.fromkeys(total, position))
    return lasting


def _alone(form: Sums) -> Iterator[int]:
    """Yield the columns that stand alone on their side of a form, those with an upper bound first."""
    for negative in (True, False):
        side = [j for j, a in form.items() if j != ONE and (a < 0) is negative]
        if len(side) == 1:
            yield side[0]


def _solved_for(form: Sums, total: Sums, lasting: Mapping[int, int]) -> int:
    """Return the column that a line puts an end to: one that it takes out of the running sum, where there is one."""
    cancelled = _cancelled(form, total)
    opposite = [j for j in form if j != ONE and total.get(j, 0) * form[j] < 0]
    alone = list(_alone(form))
    for choice in ([j for j in cancelled if j in alone], cancelled, opposite):
        if choice:
            return choice[0]
    return max(alone or form, key=lambda j: (j != ONE, lasting.get(j, -1)))


def _first(component: Component, entry: _Entry, otherwise: int) -> int:
    """Return the column of which a claim speaks first: what is a share, has grown, or is a level."""
    if entry.row is None or entry.row.claim < 0:
        return otherwise
    condition = component.constraints[entry.row.claim].readings[entry.row.reading][entry.row.statement]
    numerator = [component.columns[q] for q, _ in condition.numerator.terms] if isinstance(condition, Statement) else []
    return next((j for j in numerator if j in _alone(entry.form)), otherwise)


def _head(total: Sums, before: int, lasting: Mapping[int, int]) -> int:
    """Return the column of which a running sum is told as a bound: that of the line before, where it still can be."""
    alone = list(_alone(total))
    if before in alone:
        return before
    return max(alone, key=lambda j: lasting.get(j, -1), default=-1)


def _added(component: Component, entry: _Entry, subject: int, total: Sums, head: int, scale: Fraction) -> Added:
    def terms(form: Sums) -> tuple[tuple[Quantity, Fraction], ...]:
        return tuple((component.quantities[j], a / scale) for j, a in form.items() if j != ONE)

    note = ""
    if entry.row is not None and entry.row.claim >= 0:
        note = component.constraints[entry.row.claim].readings[entry.row.reading][entry.row.statement].note
    return Added(
        "" if _is_sign(entry) else entry.line.claim,
        entry.line.side,
        entry.line.multiplier / scale,
        component.quantities[subject],
        terms(entry.form),
        entry.form.get(ONE, Fraction(0)) / scale,
        entry.row is not None and entry.row.strict,
        terms(total),
        total.get(ONE, Fraction(0)) / scale,
        component.quantities[head] if head >= 0 else None,
        note,
    )
