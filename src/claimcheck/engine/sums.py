"""The weighted sum that refutes some rows, in an order in which it can be told: a running bound, one claim at a time."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.chains import units
from claimcheck.engine.decide import lines
from claimcheck.engine.rows import ONE, Row
from claimcheck.engine.solve import solve
from claimcheck.kinds.statement import Statement
from claimcheck.verdicts import Added, Miss

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.kinds.statement import Quantity
    from claimcheck.verdicts import Line

_UNITS = 4  # quantities that are tried as what is taken as 1
_ALL_ORDERS = 12  # lines of which all orders are weighed; of more, each next line is the best of those at hand

_LIGHT = 6  # what it costs to end in a level that counts for less than another, and misses by more
_MUCH = 10**6  # the cost of an order that was not weighed against all others

Sums = dict[int, Fraction]  # column -> coefficient, of a form that is at least 0


class _Entry(NamedTuple):
    """One weighted line of the proof."""

    row: Row | None  # None: the sign of a quantity
    line: Line
    form: Sums


def added(component: Component, rows: Sequence[Row]) -> tuple[Miss | None, Quantity | None]:
    """Return the weighted sum that refutes rows, and the quantity taken as 1 where no level is printed.

    For `a + b = t`, a >= 3, b >= 4 and t <= 6 the lines are t <= 6, so a + b <= 6, so a <= 2; but a >= 3: they miss
    by 1.
    """
    if any(ONE in row.form for row in rows):
        found = _proved(component, rows, None)
        return (None if found is None else _told(component, found[1])), None
    proofs = [(_proved(component, rows, unit), unit) for unit in units(rows)[:_UNITS]]
    best = min(((p[0] + _is_part(rows, unit), n) for n, (p, unit) in enumerate(proofs) if p), default=None)
    if best is None:
        return None, None
    proof, unit = proofs[best[1]]
    return _told(component, proof[1]) if proof else None, component.quantities[unit]


def _is_part(rows: Iterable[Row], unit: int) -> int:
    """Return what it costs to take a part as 1 rather than its whole."""
    equations = [row.form for row in rows if row.side == "point" and unit in row.form]
    return sum(8 for form in equations if any(j != unit and a * form[unit] > 0 for j, a in form.items()))


def _proved(component: Component, rows: Sequence[Row], unit: int | None) -> tuple[int, list[_Entry]] | None:
    """Return how hard a proof is to follow, and its lines in the best order, `unit` being taken as 1."""
    fixed = [] if unit is None else [Row({unit: 1, ONE: -1}, False, -1, 0, 0, "point", 1, quantity=unit)]
    weights = solve([*rows, *fixed], len(component.columns), component.signed).weights
    entries = [
        _Entry(row if isinstance(row, Row) else None, line, _form(row, weight, unit))
        for (row, weight), line in zip(weights, lines(component, weights), strict=True)
        if row not in fixed
    ]
    entries = [entry for entry in entries if entry.form.keys() - {ONE}]  # not that what is taken as 1 is above 0
    if not entries:
        return None
    cost, order = _order(component, entries)
    return cost, [entries[position] for position in order]


def _form(row: Row | int, weight: int, unit: int | None) -> Sums:
    """Return a weighted row with what is taken as 1 among its numbers."""
    form: Mapping[int, int] = {row: 1} if isinstance(row, int) else row.form
    result: Sums = {}
    for j, a in form.items():
        key = ONE if j == unit else j
        result[key] = result.get(key, Fraction(0)) + a * weight
    return {j: a for j, a in result.items() if a}


def _plus(left: Sums, right: Sums) -> Sums:
    result = dict(left)
    for j, a in right.items():
        value = result.pop(j, Fraction(0)) + a
        if value:
            result[j] = value
    return result


def _order(component: Component, entries: Sequence[_Entry]) -> tuple[int, list[int]]:
    """Return the cost and the order in which the running sum holds the fewest quantities, and ends in a number that is printed."""
    if len(entries) > _ALL_ORDERS:
        return _MUCH, _greedy(entries)
    everything = (1 << len(entries)) - 1
    endings = [_ending(component, entry) for entry in entries]
    heaviest = max((_size(e.form) for e, ending in zip(entries, endings, strict=True) if not ending), default=0)
    endings = [e if e or _size(entries[i].form) == heaviest else _LIGHT for i, e in enumerate(endings)]
    totals: list[Sums] = [{}]
    for subset in range(1, everything + 1):
        top = subset.bit_length() - 1
        totals.append(_plus(totals[subset ^ (1 << top)], entries[top].form))
    best: list[tuple[int, int]] = [(0, -1)] * (everything + 1)  # cost up to a subset, and its last line
    for subset in range(1, everything + 1):
        last = subset == everything
        best[subset] = min(
            (best[subset ^ (1 << i)][0] + _joining(entries[i], totals[subset ^ (1 << i)]) + (endings[i] if last else 0), i)
            for i in range(len(entries))
            if subset >> i & 1
        )
        best[subset] = (best[subset][0] + _clutter(totals[subset]), best[subset][1])
    order, subset = [], everything
    while subset:
        order.append(best[subset][1])
        subset ^= 1 << best[subset][1]
    return best[everything][0], order[::-1]


def _joining(entry: _Entry, total: Sums) -> int:
    """Return how hard a line is to join: easy is one that takes a quantity out, to put others in its place."""
    if not total:
        return 12 if entry.row is None or entry.row.side == "sign" else 0
    return 0 if _cancelled(entry.form, total) else 8


def _cancelled(form: Sums, total: Sums) -> list[int]:
    return [j for j in form if j != ONE and total.get(j, 0) == -form[j]]


def _size(form: Sums) -> Fraction:
    return max((abs(a) for j, a in form.items() if j != ONE), default=Fraction(0))


def _greedy(entries: Sequence[_Entry]) -> list[int]:
    left, total, order = set(range(len(entries))), Sums(), list[int]()
    while left:
        following = min(left, key=lambda i: (_clutter(_plus(total, entries[i].form)), i))
        total = _plus(total, entries[following].form)
        order.append(following)
        left.remove(following)
    return order


def _clutter(total: Sums) -> int:
    """Return how hard a running sum is to read: its quantities, more if none of them stands alone on its side."""
    signs = [a > 0 for j, a in total.items() if j != ONE]
    alone = min(sum(signs), len(signs) - sum(signs)) <= 1
    return 3 * len(signs) + (0 if alone else 2) + (1 if len(signs) and all(signs) != any(signs) else 0)


def _ending(component: Component, entry: _Entry) -> int:
    """Return how badly a line ends a telling: best is a printed level, worst what nobody prints."""
    row = entry.row
    if row is None or row.claim < 0 or row.side == "sign":
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
    is_sign = entry.row is not None and entry.row.side == "sign"
    return Added(
        "" if is_sign else entry.line.claim,
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
