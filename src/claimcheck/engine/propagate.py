"""Interval propagation in floats, rounded outward, with a trail of which row narrowed what.

It refutes most wrong components within microseconds a claim and gives every quantity a box to start from. A refutation
is only a candidate: the claims on its trail are handed to the exact program.
"""

from __future__ import annotations

from collections import deque
from math import inf
from typing import TYPE_CHECKING

from claimcheck.engine.rows import ONE, facing, is_sign

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from claimcheck.engine.rows import Row

_ROUNDING = 4e-16  # a unit in the last place, with room for the few operations of one row
_NARROW = 2.0  # a box no wider than this, end to end, is a value to go by
_WORTHWHILE = 0.2  # the share of a box that a narrowing must take away to be followed
_REVISIONS = 4  # of a row, on average
_ROUNDS = 12  # of mending
_SETTLING = 1  # rounds of it that may break more rows than they mend
CLEARANCE = 1e-7  # of the largest term of a row: how far above 0 it is kept
SHARE = 0.1  # of the distance of a statement's ends: no more than that is kept from either
_BEYOND = 1.5  # times the way to a row's end

_Scaled = tuple[list[tuple[int, float]], float, float]  # a form to be mended: its entries, its least value, its aim
_Step = tuple[list[tuple[int, float]], float]  # the entries that may move, what a step is divided by


class Propagation:
    """Boxes of the columns; `run` narrows them and names the rows of a refutation."""

    def __init__(self, size: int, rows: Sequence[Row], signed: Collection[int], unit: int | None) -> None:
        """Take columns 1 to `size`; `unit` is a column that may be taken as 1 because no row has a constant."""
        self.size, self.signed = size, signed
        self.unit = ONE if unit is None else unit
        self.low, self.high = self._widest()
        self.low_event = [-1] * (size + 1)
        self.high_event = [-1] * (size + 1)
        self.events: list[tuple[int, list[int]]] = []  # (row, events it rests on)
        self.forms: list[tuple[tuple[int, float], ...]] = []
        self.equations: set[int] = set()  # forms that must be exactly 0; each stands beside its negative
        self.facing: set[int] = set()  # forms that are the high end of what the form before them is the low end of
        self.settled = False  # whether narrowing came to an end
        self.rows = 0
        self.owner: list[int] = []
        self.touching: list[list[int]] = [[] for _ in range(size + 1)]
        self.add(rows)

    def _widest(self) -> tuple[list[float], list[float]]:
        """Return the ends of boxes as wide as signs allow."""
        low, high = [0.0] * (self.size + 1), [inf] * (self.size + 1)
        for j in self.signed:
            low[j] = -inf
        for one in (ONE, self.unit):
            low[one] = high[one] = 1.0
        return low, high

    def add(self, rows: Sequence[Row]) -> None:
        """Take in rows, which count on from those taken before; `run` is done before any is added."""
        start = self.rows
        before: Row | None = None
        for position, row in enumerate(rows):
            if len(row.form) == 1 and is_sign(row, self.signed):
                continue  # a box from 0 up says as much
            form = floats(row.form)
            if row.side == "high" and facing(row, before):
                self.facing.add(len(self.forms))
            before = row
            self._take(start + position, form)
            if row.side == "point":
                self.equations.update((len(self.forms) - 1, len(self.forms)))
                self._take(start + position, tuple([(j, -a) for j, a in form]))
        self.rows += len(rows)

    def _take(self, position: int, form: tuple[tuple[int, float], ...]) -> None:
        number = len(self.forms)
        for j, _ in form:
            self.touching[j].append(number)
        self.forms.append(form)
        self.owner.append(position)

    def run(self) -> set[int] | None:  # noqa: PLR0912  the inner loop, in one piece: a call a revision is half its time
        """Narrow until nothing worthwhile is left; return the rows of a refutation, by position, or `None`."""
        waiting = deque(range(len(self.forms)))
        queued = [True] * len(self.forms)
        forms, low, high, touching = self.forms, self.low, self.high, self.touching
        for _ in range(_REVISIONS * len(forms)):
            if not waiting:
                self.settled = True
                break
            number = waiting.popleft()
            queued[number] = False
            form = forms[number]
            total = size = 0.0
            loose = -1
            for j, a in form:
                end = a * (high[j] if a > 0 else low[j])
                if end == inf:
                    if loose >= 0:
                        break
                    loose = j
                else:
                    total += end
                    size += end if end > 0 else -end
            else:
                error = _ROUNDING * (len(form) + 2) * size
                if loose < 0:
                    if total < -error:
                        return self._trail(number)
                    narrowed = self._narrow(number, form, total, error)
                else:
                    narrowed = self._narrow_one(number, form, loose, total, error)
                for column in narrowed:
                    for other in touching[column]:
                        if not queued[other] and other != number:
                            queued[other] = True
                            waiting.append(other)
        return None

    def _narrow(self, number: int, form: tuple[tuple[int, float], ...], total: float, error: float) -> list[int]:
        """Narrow the columns of a form that must be at least 0 and is at most `total`; return the narrowed ones."""
        low, high = self.low, self.high
        narrowed = []
        for j, a in form:
            least, most = low[j], high[j]
            width = most - least
            if a > 0:
                bound = most - (total + error) / a
                if bound > least + (_WORTHWHILE * width if width < inf else _WORTHWHILE * abs(bound)) and j != ONE:
                    self._keep(number, form, j, bound, self.low, self.low_event)
                    narrowed.append(j)
            else:
                bound = least - (total + error) / a
                if bound < most - (_WORTHWHILE * width if width < inf else _WORTHWHILE * abs(bound)) and j != ONE:
                    self._keep(number, form, j, bound, self.high, self.high_event)
                    narrowed.append(j)
        return narrowed

    def _narrow_one(
        self, number: int, form: tuple[tuple[int, float], ...], column: int, total: float, error: float
    ) -> list[int]:
        """Narrow the one column that has no bound on the side that matters, the others being at most `total`."""
        a = next(entry for j, entry in form if j == column)
        if column == ONE:
            return []
        bound = -(total + error) / a
        if a > 0 and bound > self.low[column] + _WORTHWHILE * abs(bound):
            self._keep(number, form, column, bound, self.low, self.low_event)
        elif a < 0 and bound < self.high[column] - _WORTHWHILE * abs(bound):
            self._keep(number, form, column, bound, self.high, self.high_event)
        else:
            return []
        return [column]

    def _keep(
        self,
        number: int,
        form: tuple[tuple[int, float], ...],
        column: int,
        bound: float,
        ends: list[float],
        by: list[int],
    ) -> None:
        by[column] = len(self.events)
        self.events.append((self.owner[number], self._rests_on(form, column)))
        ends[column] = bound

    def against(self, row: Row) -> set[int] | None:
        """Return the rows, by position, whose boxes keep the form of another one below 0; `None` if none do."""
        form = floats(row.form)
        ends = [a * (self.high[j] if a > 0 else self.low[j]) for j, a in form]
        most = sum(ends)
        error = _ROUNDING * (len(ends) + 2) * sum(map(abs, ends))
        return self.behind(self._rests_on(form, -1)) if most < -error else None

    def guess(self) -> list[float]:
        """Return a value for each column: the middle of a narrow box, else what a row makes of known columns.

        Where narrowing found no end, boxes open to one side are taken as at first: rows that clash may drive them away.
        Where no column is left that those tell of, one is taken as it is, what follows from it is found, and all of
        these are brought to the size that other rows ask for: ratios are often known where no level is.
        """
        boxes = list(zip(self.low, self.high, strict=True))
        if not self.settled:
            widest = zip(*self._widest(), strict=True)
            boxes = [box if box[0] > 0 and box[1] < inf else wide for box, wide in zip(boxes, widest, strict=True)]
        values = [_middle(low, high) for low, high in boxes]
        known = {j for j, (low, high) in enumerate(boxes) if low > 0 and high <= _NARROW * low}
        self._follow(known, values, list(known), boxes)
        for seed in sorted(range(len(values)), key=lambda j: -len(self.touching[j])):
            if seed in known:
                continue
            known.add(seed)
            group = [seed]
            self._follow(known, values, group, boxes)
            size = self._size(known, values, set(group))
            for j in group:
                values[j] *= size
        return values

    def _follow(
        self, known: set[int], values: list[float], waiting: list[int], boxes: Sequence[tuple[float, float]]
    ) -> None:
        """Find what rows make of known columns, if it is within boxes, and add it to them and to `waiting`."""
        for column in waiting:
            if len(known) == len(values):
                return
            for number in self.touching[column]:
                form = self.forms[number]
                unknown = [pair for pair in form if pair[0] not in known]
                if len(unknown) == 1:
                    other, a = unknown[0]
                    value = -sum([b * values[j] for j, b in form if j != other]) / a
                    if value > 0 and boxes[other][0] <= value <= boxes[other][1]:
                        values[other] = value
                        known.add(other)
                        waiting.append(other)

    def _size(self, known: set[int], values: list[float], group: set[int]) -> float:
        """Return the factor for a group of columns that rows with other known columns, or a constant, ask for."""
        least, most = 0.0, inf
        for number in {number for j in group for number in self.touching[j]}:
            form = self.forms[number]
            inner = sum([a * values[j] for j, a in form if j in group])
            outer = sum([a * values[j] for j, a in form if j not in group])
            if inner and outer and all(j in known for j, _ in form):
                factor = -outer / inner
                if inner > 0:
                    least = max(least, factor)
                else:
                    most = min(most, factor)
        if most == inf:
            return 1.1 * least or 1.0
        return (least + most) / 2 if most > 0 else 1.0

    def mend(self, values: list[float], rounds: int = _ROUNDS) -> bool:
        """Move values to where rows are broken until none is, if a few rounds do; return whether they did.

        Values stay as they are where that breaks more rows than it mends.
        Each broken row is put right by the shortest way in columns taken relative to their values, a little beyond its
        end (the relaxation method: Agmon, 1954; Motzkin and Schoenberg, 1954).
        """
        forms = self._scaled(values)
        steps: list[_Step | None] = [None] * len(forms)  # made for forms that are broken: most never are
        moved = [1.0] * len(values)
        first = broken = len(forms) + 1
        for turn in range(rounds):
            broken = 0
            for number, (scaled, least, aim) in enumerate(forms):
                value = 0.0
                for j, a in scaled:
                    value += a * moved[j]
                if value < least:
                    ways, square = steps[number] = steps[number] or self._step(number, scaled)
                    if square:
                        broken += 1
                        step = (aim - value) / square
                        for j, a in ways:
                            moved[j] += step * a
            if turn == 0:
                first = broken
            if not broken or (turn >= _SETTLING and broken > first):
                break
        if broken <= first:
            for j, factor in enumerate(moved):
                values[j] *= factor
        return not broken

    def _scaled(self, values: Sequence[float]) -> list[_Scaled]:
        """Return forms in columns relative to their values, as mending needs them.

        Each is to be kept above 0 by a little of its largest term, or of its statement's width.
        """
        forms: list[_Scaled] = []
        before, largest_before = 0.0, 1.0
        for number, form in enumerate(self.forms):
            scaled = [(j, a * values[j]) for j, a in form]
            terms = [term for _, term in scaled]
            largest = max(map(abs, terms)) or 1.0
            value, share = sum(terms) / largest, CLEARANCE
            if number in self.facing:
                share = max(min(CLEARANCE, SHARE * (value + before)), 0.0)
                clear = share * largest_before
                forms[-1] = (forms[-1][0], clear, 2.0 * clear)
            clear = share * largest
            forms.append((scaled, -clear, 0.0) if number in self.equations else (scaled, clear, 2.0 * clear))
            before, largest_before = value, largest
        return forms

    def _step(self, number: int, scaled: list[tuple[int, float]]) -> _Step:
        """Return what of a form may move, and what a step is divided by: 0 where it cannot be mended and need not."""
        ways = [(j, a) for j, a in scaled if j not in (ONE, self.unit)]
        square = sum([a * a for _, a in ways])
        return ways, (square or 1.0) if number in self.equations else square / _BEYOND

    def broken(self, values: Sequence[float]) -> int:
        """Return how many forms are below 0."""
        return sum([sum([a * values[j] for j, a in form]) < 0 for form in self.forms])

    def _rests_on(self, form: tuple[tuple[int, float], ...], but: int) -> list[int]:
        events = [self.high_event[j] if a > 0 else self.low_event[j] for j, a in form if j not in (but, ONE)]
        return [event for event in events if event >= 0]

    def _trail(self, number: int) -> set[int]:
        return {self.owner[number]} | self.behind(self._rests_on(self.forms[number], -1))

    def behind(self, events: Iterable[int]) -> set[int]:
        """Return the rows, by position, that brought about narrowings; -1 stands for a box as it was at first."""
        rows = set()
        seen = {event for event in events if event >= 0}
        stack = list(seen)
        while stack:
            row, parents = self.events[stack.pop()]
            rows.add(row)
            fresh = [event for event in parents if event not in seen]
            seen.update(fresh)
            stack.extend(fresh)
        return rows


def _middle(low: float, high: float) -> float:
    if low == -inf:
        return min(0.0, high - abs(high) / 10)
    if high == inf:
        return low * 1.1 if low > 0 else max(1.0, low)
    return (low + high) / 2


def floats(form: dict[int, int]) -> tuple[tuple[int, float], ...]:
    """Return a form in floats; whole numbers too long for one are scaled down alike."""
    try:
        return tuple([(j, float(a)) for j, a in form.items()])
    except OverflowError:
        shift = max(abs(a).bit_length() for a in form.values()) - 900
        return tuple((j, float(a >> shift) if a > 0 else -float(-a >> shift)) for j, a in form.items())
