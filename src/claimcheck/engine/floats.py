"""A sparse simplex in floats that only proposes: a point, an infeasible set of rows, the rows that hold an optimum.

Variables may stand anywhere between their bounds, basic or not, so the search starts at a good guess and most of the
answer stays inside its bounds. Rows can be switched on and off, and the next search goes on from where the last one
ended. Nothing decided here is believed: what it proposes is checked in exact numbers.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

from claimcheck.engine.tableau import PIVOT, TINY, Tableau

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

SLOPE = 1e-9  # a reduced cost below this is 0
FEASIBLE = 1e-9
_STEADY = 1e-3  # an exchange over an entry above this is as good as any
_ROOM = 20


class Floats(Tableau):
    """Searches over a tableau: for a point within all bounds, for what forbids one, and for the most of a form."""

    watch: Callable[[int], None] | None = None  # told how many variables are beyond a bound, as a search goes on

    def restore(self) -> tuple[bool | None, set[int], set[int]]:
        """Move until no bound is broken; return True, or False, the variables that are, and those that forbid it.

        `None` stands for giving up. The sum of all breaks is brought down first; where that ends above 0, the breaks
        are mended one after another, so that mostly the last one alone is named.
        """
        broken = self._broken()
        done, _ = self._mend(broken, set())
        if done is not False:
            return done, set(), set()
        ignored = set(broken)
        while ignored:
            ignored.discard(max(ignored, key=self._gap))
            done, slopes = self._mend(broken, ignored)
            if not done:
                return done, broken - ignored, {j for j, slope in slopes.items() if abs(slope) > SLOPE}
            ignored &= broken
        return None, set(), set()

    def _broken(self) -> set[int]:
        """Return the basic columns and the rows that are beyond a bound."""
        idle, written, size = self.idle, self.written, self.size
        return {
            variable
            for variable, (low, value, high) in enumerate(zip(self.low, self.value, self.high, strict=True))
            if (value < low - FEASIBLE or value > high + FEASIBLE)
            and (variable in written if variable < size else variable not in idle)
        }

    def _gap(self, variable: int) -> float:
        """Return how far a variable is beyond a bound."""
        value = self.value[variable]
        return max(self.low[variable] - value, value - self.high[variable])

    def _mend(self, broken: set[int], ignored: Collection[int]) -> tuple[bool | None, dict[int, float]]:
        """Bring the sum of the breaks that are not ignored down to 0, keeping `broken` current.

        Return True, or False and the slopes of the free variables where it ends above 0; `None` for giving up.
        """
        for _ in range(3 * (self.size + _ROOM)):
            if self.watch is not None:
                self.watch(len(broken))
            slopes = self._slopes(broken, ignored)
            if slopes is None:
                return True, {}
            entering, direction = self._steepest(slopes)
            if entering < 0:
                return False, slopes
            if not self._stride(entering, direction, abs(slopes[entering]), broken, ignored):
                return None, {}
        return None, {}

    def _slopes(self, broken: set[int], ignored: Collection[int]) -> dict[int, float] | None:
        """Return by how much the sum of breaks falls as each free variable rises; `None` when nothing is broken."""
        value, low, size, forms = self.value, self.low, self.size, self.forms
        form: dict[int, float] = {}
        none = True
        for variable in broken:
            if variable not in ignored:
                none = False
                sign = 1.0 if value[variable] < low[variable] else -1.0
                if variable < size:
                    form[variable] = form.get(variable, 0.0) + sign
                else:
                    for j, a in forms[variable - size].items():
                        form[j] = form.get(j, 0.0) + sign * a
        return None if none else self.written_out(form)

    def _steepest(self, slopes: Mapping[int, float]) -> tuple[int, float]:
        """Return the free variable with the largest slope that has room to follow it, and the way to go; or -1."""
        value, low, high = self.value, self.low, self.high
        best, entering, direction = SLOPE, -1, 1.0
        for j, slope in slopes.items():
            if slope > best and high[j] - value[j] > TINY:
                best, entering, direction = slope, j, 1.0
            elif -slope > best and value[j] - low[j] > TINY:
                best, entering, direction = -slope, j, -1.0
        return entering, direction

    def _richest(self, slopes: Mapping[int, float]) -> tuple[int, float]:
        """Return the free variable with the most to bring, as far as its width goes, and the way to go; or -1."""
        value, low, high, width = self.value, self.low, self.high, self.width
        best, entering, direction, least, most = 0.0, -1, 1.0, -SLOPE, SLOPE
        for j, slope in slopes.items():
            if slope > most:
                if slope * width[j] > best and high[j] - value[j] > TINY:
                    best, entering, direction = slope * width[j], j, 1.0
            elif slope < least and -slope * width[j] > best and value[j] - low[j] > TINY:
                best, entering, direction = -slope * width[j], j, -1.0
        return entering, direction

    def _stride(
        self, entering: int, direction: float, slope: float, broken: set[int], ignored: Collection[int]
    ) -> bool:
        """Move a variable past bounds as long as the sum of breaks falls, and exchange it for the last one met.

        False when nothing stops it, or no exchange can be made, which only rounding errors can bring about.
        """
        value, low, high = self.value, self.low, self.high
        changes = self._changes(entering)
        stops = self._stops(changes, direction, ignored)
        stops.sort()
        own = high[entering] - value[entering] if direction > 0 else value[entering] - low[entering]
        leaving, size, end, reach = -1, 0.0, 0.0, own
        for stop in stops:
            if stop[0] >= own:
                break
            if size < min(stop[1], _STEADY) or stop[1] > _STEADY:
                reach, size, leaving, end = stop
            slope -= stop[1]
            if slope <= 0:
                break
        if slope > 0 and own < inf:
            leaving, reach = -1, own
        elif leaving < 0:
            return False
        step, error = direction * reach, FEASIBLE
        value[entering] += step
        for variable, change in changes.items():
            moved = value[variable] = value[variable] + change * step
            if moved < low[variable] - error or moved > high[variable] + error:
                broken.add(variable)
            elif variable in broken:
                broken.discard(variable)
        if leaving >= 0:
            value[leaving] = end
            broken.discard(leaving)
            return self._exchange(leaving, entering)
        value[entering] = high[entering] if direction > 0 else low[entering]
        return True

    def _stops(
        self, changes: Mapping[int, float], direction: float, ignored: Collection[int]
    ) -> list[tuple[float, float, int, float]]:
        """Return where moving variables meet a bound: how far off, the entry, the variable, the bound."""
        value, low, high = self.value, self.low, self.high
        rise, fall, error, nothing = PIVOT, -PIVOT, FEASIBLE, -inf
        stops = []
        for variable, change in changes.items():
            a = change * direction
            if a > rise:
                v, most = value[variable], high[variable]
                if v < low[variable] - error:
                    if variable not in ignored:
                        stops.append(((low[variable] - v) / a, a, variable, low[variable]))
                        if most < inf:
                            stops.append(((most - v) / a, a, variable, most))
                elif most < inf and v <= most + error and variable not in ignored:
                    stops.append((max((most - v) / a, 0.0), a, variable, most))
            elif a < fall:
                v, least = value[variable], low[variable]
                if v > high[variable] + error:
                    if variable not in ignored:
                        stops.append(((high[variable] - v) / a, -a, variable, high[variable]))
                        if least > nothing:
                            stops.append(((least - v) / a, -a, variable, least))
                elif least > nothing and v >= least - error and variable not in ignored:
                    stops.append((max((least - v) / a, 0.0), -a, variable, least))
        return stops

    def centre(self) -> None:
        """Move each free column to the middle of what the bounds leave it, the others standing still.

        Where there is no bound, there is taken to be room for its value again.
        """
        value, low, high = self.value, self.low, self.high
        for column in range(self.size):
            if column in self.written or low[column] == high[column]:
                continue
            changes = self._changes(column)
            up, down = high[column] - value[column], value[column] - low[column]
            for variable, a in changes.items():
                if -TINY < a < TINY:
                    continue
                above, below = (high[variable] - value[variable]) / a, (value[variable] - low[variable]) / a
                if a < 0:
                    above, below = -below, -above
                up, down = min(up, above), min(down, below)
            if up < inf or down < inf:
                far = abs(value[column])
                self._move(column, ((far if up == inf else up) - (far if down == inf else down)) / 2, changes)

    def maximise(self, form: Mapping[int, float], enough: float = inf) -> tuple[bool | None, dict[int, float]]:
        """Move until a form of columns is as large as can be; return True and the slopes of the variables that hold it.

        It may stop when the form is above `enough`. False when it has no bound, `None` for giving up.
        """
        for _ in range(2 * (self.size + _ROOM)):
            slopes = self.written_out(form)
            if enough < inf and self.at(form) > enough:
                return True, slopes
            entering, direction = self._steepest(slopes)
            if entering < 0:
                return True, slopes
            moved = self._advance(entering, direction)
            if not moved:
                return moved, {}
        return None, {}

    def maximise_ratio(
        self, numerator: Mapping[int, float], denominator: Mapping[int, float]
    ) -> tuple[bool | None, dict[int, float]]:
        """Move until a ratio of forms is as large as can be; return True and the slopes of the variables that hold it.

        Where the denominator stays above 0, what raises `numerator - ratio * denominator` raises the ratio (Martos,
        1964). False when nothing stops it on its way, with that way in columns; `None` for giving up.
        """
        for _ in range(2 * (self.size + _ROOM)):
            below = self.at(denominator)
            if below <= _STEADY:
                return None, {}
            ratio = self.at(numerator) / below
            slopes = self._raising(numerator, denominator, ratio)
            entering, direction = self._richest(slopes)
            if entering < 0:
                return True, slopes
            moved = self._advance(entering, direction)
            if moved is False:
                ray = {entering: 1.0, **self._changes(entering)}
                return False, {j: a * direction for j, a in ray.items() if j < self.size}
            if not moved:
                return None, {}
        return None, {}

    def held(self, numerator: Mapping[int, float], denominator: Mapping[int, float]) -> dict[int, float] | None:
        """Return the slopes of the variables that hold a ratio of forms where it is; `None` where it can be raised."""
        below = self.at(denominator)
        if below <= _STEADY:
            return None
        slopes = self._raising(numerator, denominator, self.at(numerator) / below)
        return None if self._richest(slopes)[0] >= 0 else slopes

    def _raising(
        self, numerator: Mapping[int, float], denominator: Mapping[int, float], ratio: float
    ) -> dict[int, float]:
        """Return the slopes of the free variables by which a ratio of forms rises from where it is."""
        form = {**numerator}
        for j, a in denominator.items():
            form[j] = form.get(j, 0.0) - ratio * a
        return self.written_out(form)

    def _advance(self, entering: int, direction: float) -> bool | None:
        """Move a variable until it or a basic one meets a bound, and exchange the two; False when nothing stops it.

        `None` where rounding errors have made the exchange impossible.
        """
        value, low, high = self.value, self.low, self.high
        stop = high[entering] - value[entering] if direction > 0 else value[entering] - low[entering]
        leaving, size, end = -1, 0.0, high[entering] if direction > 0 else low[entering]
        least, most, nothing = -PIVOT, PIVOT, -inf
        changes = self._changes(entering)
        near, far = stop - TINY, stop + TINY
        for basic, change in changes.items():
            a = change * direction
            if a > most:
                bound = high[basic]
                if bound == inf:
                    continue
            elif a < least:
                bound = low[basic]
                if bound == nothing:
                    continue
            else:
                continue
            reach = (bound - value[basic]) / a
            if reach > far:
                continue
            reach = max(reach, 0.0)
            if reach < near or abs(a) > size:
                stop, leaving, size, end = min(reach, stop), basic, abs(a), bound
                near, far = stop - TINY, stop + TINY
        if stop == inf:
            return False
        self._move(entering, direction * stop, changes)
        value[leaving if leaving >= 0 else entering] = end
        return True if leaving < 0 or self._exchange(leaving, entering) else None

    def cut(self, denominator: dict[int, float], unit: int) -> None:
        """Scale the whole cone so that a form is 1 and stays so, in place of the column `unit`, which is let go."""
        variable, scale = len(self.value), 1.0 / self.at(denominator)
        self.value = [*(v * scale for v in self.value), 1.0]
        self.low.append(1.0)
        self.high.append(1.0)
        self.forms.append(denominator)  # which no column is told of, as copies share what those know
        self.low[unit], self.high[unit] = 0.0, inf
        row = self.row(variable)
        self.pivot(variable, max(row, key=lambda j: abs(row[j])), row)
