"""A sparse symmetric system of equations, added up pull by pull and solved by elimination."""

from __future__ import annotations

from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from claimcheck.engine.pulls import TangledError
from claimcheck.engine.rows import ONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.engine.pulls import Terms

_LOOSE = 1.0  # pull of each column to where it is
_FILLED = 60  # products for a column, on average, beyond which another way is faster


class Springs:
    """Pulls at columns 1 to `size`, the number 1 standing still; `steps` are those after which all are at rest."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.own = [_LOOSE] * (size + 1)
        self.steps = [0.0] * (size + 1)  # at first the forces
        self.ties: list[dict[int, float]] = [{} for _ in self.own]

    def add(self, form: Terms, value: float, strength: float) -> None:
        """Pull at a form, whose value is too large by `value`."""
        own, steps, ties = self.own, self.steps, self.ties
        for j, a in form:
            force = strength * a
            steps[j] -= force * value
            own[j] += force * a
            tie = ties[j]
            for k, b in form:
                if k != j:
                    tie[k] = tie.get(k, 0.0) + force * b

    def solve(self, order: list[int]) -> list[int]:
        """Make steps of the forces; return the order in which columns were eliminated, the one given if any is.

        The column with the fewest ties goes first (Tinney and Walker, 1967). Raises `TangledError`.
        """
        own, steps, ties = self.own, self.steps, self.ties
        for j in ties[ONE]:
            del ties[j][ONE]
        done: list[int] = []
        left = _FILLED * self.size
        for j in order or self._least_tied():
            done.append(j)
            pairs = list(ties[j].items())
            left -= len(pairs) ** 2
            if left < 0:
                raise TangledError
            pivot, force = own[j], steps[j]
            if pivot < _LOOSE / 2:  # a rounding error
                pivot = own[j] = _LOOSE
            for k, a in pairs:
                factor = a / pivot
                tie = ties[k]
                del tie[j]
                own[k] -= factor * a
                steps[k] -= factor * force
                for i, b in pairs:
                    if i in tie:
                        tie[i] -= factor * b
                    elif i != k:
                        tie[i] = -factor * b
        for j in reversed(done):
            step = steps[j]
            for k, a in ties[j].items():
                step -= a * steps[k]
            steps[j] = step / own[j]
        return done

    def _least_tied(self) -> Iterator[int]:
        """Yield the columns while they are eliminated, next the one that has the fewest ties left."""
        ties = self.ties
        waiting = [(len(ties[j]), j) for j in range(1, self.size + 1)]
        heapify(waiting)
        while waiting:
            number, j = heappop(waiting)
            if number == len(ties[j]):
                yield j
            else:
                heappush(waiting, (len(ties[j]), j))
