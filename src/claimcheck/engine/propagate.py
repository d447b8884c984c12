"""Interval propagation in floats, rounded outward, with a trail of which row narrowed what.

It refutes most wrong components within microseconds a claim and gives every quantity a box to start from. A refutation
is only a candidate: the claims on its trail are handed to the exact program.
"""

from __future__ import annotations

from collections import deque
from math import inf
from typing import TYPE_CHECKING

from claimcheck.engine.rows import ONE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.engine.rows import Row

_ROUNDING = 4e-16  # a unit in the last place, with room for the few operations of one row
_NARROW = 2.0  # a box no wider than this, end to end, is a value to go by
_WORTHWHILE = 0.05  # the share of a box that a narrowing must take away to be followed
_REVISIONS = 4  # of a row, on average


class Propagation:
    """Boxes of the columns; `run` narrows them and names the rows of a refutation."""

    def __init__(self, size: int, rows: Sequence[Row], signed: set[int], unit: int | None) -> None:
        """Take columns 1 to `size`; `unit` is a column that may be taken as 1 because no row has a constant."""
        self.rows = rows
        self.low = [0.0] * (size + 1)
        for j in signed:
            self.low[j] = -inf
        self.high = [inf] * (size + 1)
        for one in (ONE, ONE if unit is None else unit):
            self.low[one] = self.high[one] = 1.0
        self.low_event = [-1] * (size + 1)
        self.high_event = [-1] * (size + 1)
        self.events: list[tuple[int, list[int]]] = []  # (row, events it rests on)
        self.forms: list[tuple[tuple[int, float], ...]] = []
        self.owner: list[int] = []
        self.touching: list[list[int]] = [[] for _ in range(size + 1)]
        for position, row in enumerate(rows):
            form = floats(row.form)
            self._take(position, form)
            if row.side == "point":
                self._take(position, tuple((j, -a) for j, a in form))

    def _take(self, position: int, form: tuple[tuple[int, float], ...]) -> None:
        for j, _ in form:
            self.touching[j].append(len(self.forms))
        self.forms.append(form)
        self.owner.append(position)

    def run(self) -> set[int] | None:
        """Narrow until nothing worthwhile is left; return the rows of a refutation, by position, or `None`."""
        waiting = deque(range(len(self.forms)))
        queued = [True] * len(self.forms)
        for _ in range(_REVISIONS * len(self.forms)):
            if not waiting:
                break
            number = waiting.popleft()
            queued[number] = False
            narrowed = self._revise(number)
            if narrowed is None:
                return self._trail(number)
            for column in narrowed:
                for other in self.touching[column]:
                    if not queued[other] and other != number:
                        queued[other] = True
                        waiting.append(other)
        return None

    def _revise(self, number: int) -> list[int] | None:
        """Narrow the columns of a form that must be at least 0; `None` when even its greatest value is below."""
        form, low, high = self.forms[number], self.low, self.high
        total = size = 0.0
        loose = -1
        for j, a in form:
            end = a * (high[j] if a > 0 else low[j])
            if end == inf:
                if loose >= 0:
                    return []
                loose = j
            else:
                total += end
                size += end if end > 0 else -end
        error = _ROUNDING * (len(form) + 2) * size
        if loose < 0 and total < -error:
            return None
        narrowed = []
        for j, a in form:
            if j == ONE or loose not in (-1, j):
                continue
            end = 0.0 if loose == j else a * (high[j] if a > 0 else low[j])
            bound = (end - total) / a
            margin = error / (a if a > 0 else -a)
            width = high[j] - low[j]
            least = _WORTHWHILE * (width if width < inf else abs(bound))
            if a > 0 and bound - margin > low[j] + least:
                self.events.append((self.owner[number], self._rests_on(form, j)))
                low[j] = bound - margin
                self.low_event[j] = len(self.events) - 1
                narrowed.append(j)
            elif a < 0 and bound + margin < high[j] - least:
                self.events.append((self.owner[number], self._rests_on(form, j)))
                high[j] = bound + margin
                self.high_event[j] = len(self.events) - 1
                narrowed.append(j)
        return narrowed

    def guess(self) -> list[float]:
        """Return a value for each column: the middle of a narrow box, else what a row makes of known columns."""
        values = [_middle(low, high) for low, high in zip(self.low, self.high, strict=True)]
        known = {j for j, low in enumerate(self.low) if low > 0 and self.high[j] <= _NARROW * low}
        waiting = deque(known)
        while waiting:
            for number in self.touching[waiting.popleft()]:
                form = self.forms[number]
                unknown = [pair for pair in form if pair[0] not in known]
                if len(unknown) == 1:
                    column, a = unknown[0]
                    value = -sum(b * values[j] for j, b in form if j != column) / a
                    if value > 0 and self.low[column] <= value <= self.high[column]:
                        values[column] = value
                        known.add(column)
                        waiting.append(column)
        return values

    def _rests_on(self, form: tuple[tuple[int, float], ...], but: int) -> list[int]:
        events = [self.high_event[j] if a > 0 else self.low_event[j] for j, a in form if j not in (but, ONE)]
        return [event for event in events if event >= 0]

    def _trail(self, number: int) -> set[int]:
        rows = {self.owner[number]}
        stack = self._rests_on(self.forms[number], -1)
        seen = set(stack)
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
        return tuple((j, float(a)) for j, a in form.items())
    except OverflowError:
        shift = max(abs(a).bit_length() for a in form.values()) - 900
        return tuple((j, float(a >> shift) if a > 0 else -float(-a >> shift)) for j, a in form.items())
