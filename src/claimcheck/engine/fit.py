"""A point in the midst of what claims allow: weighted least squares over the logarithms of quantities.

A claim with two ends pulls at the middle between them, and the harder the closer they are; where all pulls are at rest
(Gauss's least squares) mostly no claim is broken. Ratios of two quantities are straight in logarithms, other forms
nearly so where the point is near, so that a few steps lead there (Gauss and Newton's method), and no quantity comes to
be negative. A claim with one end pulls only once it is broken, and what is broken at rest pulls harder in the next step
(Lawson, 1961). Where claims clash, the pulls that hold each other at rest are theirs. Nothing here is believed: points
and contradictions are checked in exact numbers.
"""

from __future__ import annotations

from math import exp, inf, isfinite, log
from typing import TYPE_CHECKING

from claimcheck.engine.pulls import CLEAR, EQUAL, SHARE, STRONGEST
from claimcheck.engine.rows import ONE
from claimcheck.engine.springs import Springs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.engine.pulls import Band, Bound, Pulls, Terms

_STEPS = 8
_PATIENT = 3  # of them, in which all may move far
_SETTLED = 0.3  # a shorter step leads about to where all pulls are at rest
_STRAIGHT = 0.4  # a shorter step is taken along the line, which keeps sums as they are
_FAR = 2.0  # a longer one is cut
_HARDER = 5.0  # times as strong pulls a claim that is broken at rest
_HARDER_END = 9.0  # times as strong pulls one with a single end
_FIRM = 1e13  # pull beyond which no claim pulls harder
_INSIDE = 1e-3  # how far within its end a broken claim with one end is pulled
_NEARER = 0.3  # times that each time that it is broken again
_NEAR = 2.0  # half-widths, up to which ends are taken to move with the columns
_LITTLE = 0.3  # half-widths, below which that does not matter
_OFF = 10.0  # half-widths that a claim is off at rest: no more steps are taken unless the next one halves that
_TORN = 2.5  # half-widths that a claim is off after the last step where it probably clashes with others
_BESIDE = 0.05  # how far within an end a quantity is taken of which nothing else tells


class Fit:
    """Pulls at columns, the number 1 and those from 1 to `size`; `run` moves these until none is broken."""

    def __init__(self, size: int, pulls: Pulls) -> None:
        self.size, self.pulls = size, pulls
        self.strengths = pulls.strengths[:]
        self.harder = [1.0] * len(pulls.bands)  # how much stronger each pulls than its width says
        self.leaning = [(0.0, _INSIDE)] * (len(pulls.ends) + len(pulls.bounds))  # how strongly, and how far within
        self.released: set[int] = set()  # of the latter, those that had pulled enough
        self.values: list[float] = []
        self.logs: list[float] = []
        self.torn = False  # whether what is broken is so far off that claims probably clash

    def run(self, start: Sequence[float] = ()) -> bool:
        """Find values of the columns, perhaps from others, and return whether no statement seems broken by them.

        Raises `ArithmeticError` or `ValueError` where floats cannot hold them.
        """
        self.values = [*start] or first_values(self.size, self.pulls)
        self.logs = [log(value) for value in self.values]
        order: list[int] = []
        moved = before = inf
        worst = 0.0
        for step in range(_STEPS):
            rests = moved < _SETTLED or step >= _PATIENT
            springs = Springs(self.size)
            broken, worst = self._pull(springs, rests=rests)
            if not isfinite(sum(self.values)):
                raise OverflowError
            if not broken:
                return True
            if rests and worst > max(_OFF, before / 2):
                break
            before = worst if rests else inf
            order = springs.solve(order)
            moved = self._move(springs.steps)
        self.torn = worst > _TORN
        return False

    def _pull(self, springs: Springs, *, rests: bool) -> tuple[int, float]:
        """Add up all pulls; return how many statements are broken, and how many half-widths one is off at rest."""
        values, logs, strengths = self.values, self.logs, self.strengths
        steps, own, ties = springs.steps, springs.own, springs.ties
        broken, worst = 0, 0.0
        for number, (_, above, below, low, high, aim) in enumerate(self.pulls.ratios):
            ratio = values[above] / values[below]
            strength = strengths[number]
            if not low <= ratio <= high:
                broken += 1
                if rests:
                    worst = max(worst, abs(2 * ratio - low - high) / (high - low))
                    if strength < _FIRM:
                        strength = strengths[number] = strength * _HARDER
            force = strength * (logs[above] - logs[below] - aim)  # from here on as `Springs.add`, which is most of it
            steps[above] -= force
            steps[below] += force
            own[above] += strength
            own[below] += strength
            tie = ties[above]
            if below in tie:
                tie[below] -= strength
                ties[below][above] -= strength
            else:
                tie[below] = ties[below][above] = -strength
        for number, band in enumerate(self.pulls.bands):
            off, _ = self._pull_band(springs, number, band)
            if off >= 1:
                broken += 1
                if rests and band.width:
                    worst = max(worst, off)
                    self.harder[number] *= _HARDER
        return broken + (self._pull_ends(springs) if self.leaning else 0), worst

    def _pull_band(self, springs: Springs, number: int, band: Band) -> tuple[float, float]:
        """Add the pull of a form to 0; return how far off it is, 1 being as far as it may be, and the pull."""
        form, value, largest = self._scaled(band.form)
        if not largest:
            return 0.0, 0.0
        strength = STRONGEST / (largest * largest)
        if not band.width:
            springs.add(form, value, strength)
            return abs(value) / (EQUAL * largest), strength * value * largest
        half = sum([a * self.values[j] for j, a in band.width])
        if half:
            off = min(max(value / half, -_NEAR), _NEAR)
            if abs(off) > _LITTLE and band.width[0][0] != ONE:  # as the columns move, so do the ends
                widths = {j: off * a * self.values[j] for j, a in band.width}
                form = [(j, a - widths.get(j, 0.0)) for j, a in form]
            half = abs(half)
            strength = min(self.harder[number] / (half * half), strength)
        springs.add(form, value, strength)
        inner = half - min(CLEAR * largest, SHARE * half)
        return abs(value) / inner if inner else inf, strength * value * largest

    def _pull_ends(self, springs: Springs) -> int:
        """Add the pulls of statements with one end that are broken or were; return how many are."""
        logs, leaning, ends = self.logs, self.leaning, self.pulls.ends
        broken = 0
        for number, (_, above, below, side, end) in enumerate(ends):
            room = side * (logs[above] - logs[below] - end)
            if room < CLEAR or leaning[number][0]:
                broken += room < CLEAR
                strength, inside = self._lean(number, room)
                springs.add([(above, 1.0), (below, -1.0)], side * (room - inside), strength)
        for number, bound in enumerate(self.pulls.bounds, len(ends)):
            form, value, largest = self._bounded(bound)
            if largest and (value < CLEAR * largest or leaning[number][0]):
                broken += value < CLEAR * largest
                strength, inside = self._lean(number, value / largest)
                springs.add(form, value - inside * largest, strength / (largest * largest))
        return broken

    def _lean(self, number: int, room: float) -> tuple[float, float]:
        """Let an end pull, the harder the oftener it is broken, until others keep it farther within than it asks for.

        It is let go once: it would come and go for ever.
        """
        strength, inside = self.leaning[number]
        if room < CLEAR:
            if strength:
                strength, inside = min(strength * _HARDER_END, _FIRM), inside * _NEARER
            else:
                strength = 1 / (inside * inside)
        elif room > inside and number not in self.released:
            strength = 0.0
            self.released.add(number)
        self.leaning[number] = strength, inside
        return strength, inside

    def _bounded(self, bound: Bound) -> tuple[Terms, float, float]:
        """Return the form that a bound asks to be above 0 as `_scaled` does."""
        form, value, largest = self._scaled(bound.form)
        if bound.over and sum([a * self.values[j] for j, a in bound.over]) < 0:
            return [(j, -a) for j, a in form], -value, largest
        return form, value, largest

    def _scaled(self, form: Terms) -> tuple[Terms, float, float]:
        """Return a form in columns relative to their values, its value, and its largest term."""
        values = self.values
        scaled, total, largest = [], 0.0, 0.0
        for j, a in form:
            term = a * values[j]
            total += term
            scaled.append((j, term))
            if term > largest:
                largest = term
            elif -term > largest:
                largest = -term
        return scaled, total, largest

    def _move(self, steps: Sequence[float]) -> float:
        """Take the steps, long ones in part; return the longest."""
        values, logs = self.values, self.logs
        for j in range(1, self.size + 1):
            step = steps[j]
            if -_STRAIGHT < step < _STRAIGHT:
                values[j] = value = values[j] * (1 + step)
                logs[j] = log(value)
            else:
                logs[j] += min(max(step, -_FAR), _FAR)
                values[j] = exp(logs[j])
        return max(map(abs, steps[1:]))

    def strained(self) -> list[int]:
        """Return the claims that pull, those that pull hardest first: where some clash, these do."""
        strain: dict[int, float] = {}

        def add(claim: int, force: float) -> None:
            strain[claim] = max(strain.get(claim, 0.0), abs(force))

        logs, pulls, springs = self.logs, self.pulls, Springs(self.size)
        for (claim, above, below, _, _, aim), strength in zip(pulls.ratios, self.strengths, strict=True):
            add(claim, strength * (logs[above] - logs[below] - aim))
        for number, band in enumerate(pulls.bands):
            add(band.claim, self._pull_band(springs, number, band)[1])
        leaning = iter(self.leaning)
        for claim, above, below, side, end in pulls.ends:
            strength, inside = next(leaning)
            add(claim, strength * (side * (logs[above] - logs[below] - end) - inside))
        for bound in pulls.bounds:
            strength, inside = next(leaning)
            _, value, largest = self._bounded(bound)
            add(bound.claim, strength * (value / largest - inside) if largest else 0.0)
        return sorted((claim for claim, force in strain.items() if force), key=lambda claim: -strain[claim])


def first_values(size: int, pulls: Pulls) -> list[float]:
    """Return a value for each column: what one statement after another makes of those that are known."""
    near: list[list[tuple[int, float]]] = [[] for _ in range(size + 1)]
    for _, above, below, low, high, _ in pulls.ratios:
        middle = (low + high) / 2
        near[above].append((below, 1 / middle))
        near[below].append((above, middle))
    sums: list[list[Terms]] = [[] for _ in range(size + 1)]
    for _, form, _ in pulls.bands:
        for j, _ in form:
            sums[j].append(form)
    values = [0.0] * (size + 1)
    values[ONE] = 1.0
    known = [ONE]
    at = 0
    while True:
        while at < len(known):
            column = known[at]
            at += 1
            for other, factor in near[column]:
                if not values[other]:
                    values[other] = values[column] * factor
                    known.append(other)
            for form in sums[column]:
                unknown = [pair for pair in form if not values[pair[0]]]
                if len(unknown) == 1:
                    ((other, a),) = unknown
                    found = _balance(form, values) / a
                    if found > 0:
                        values[other] = found
                        known.append(other)
        if len(known) > size:
            return values
        column, value = _seed(values, pulls)
        values[column] = value
        known.append(column)


def _balance(form: Terms, values: Sequence[float]) -> float:
    """Return what unknown columns, whose values are 0, have to make up for to bring a form to 0."""
    return -sum([a * values[j] for j, a in form])


def _seed(values: Sequence[float], pulls: Pulls) -> tuple[int, float]:
    """Return a column without a value, and a value that statements with one end, or too many unknowns, do not deny."""
    for _, above, below, side, end in pulls.ends:
        if bool(values[above]) != bool(values[below]):
            factor = exp(end + side * _BESIDE)
            return (below, values[above] / factor) if values[above] else (above, values[below] * factor)
    for _, form, _ in pulls.bands:
        balance = _balance(form, values)
        unknown = [(j, a) for j, a in form if not values[j] and a * balance > 0]
        if unknown:
            j, a = unknown[0]
            return j, balance / a / (len(unknown) + 0.5)
    for _, form, _ in pulls.bounds:
        balance = _balance(form, values)
        for j, a in form:
            if not values[j] and a * balance > 0:
                return j, balance / a * (1 + _BESIDE if a > 0 else 1 - _BESIDE)
    known = [log(value) for value in values[1:] if value]
    return values.index(0.0), exp(sum(known) / len(known)) if known else 1.0
