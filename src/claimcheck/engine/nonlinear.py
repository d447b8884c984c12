"""Claims with products of unknown quantities: refuted piece by piece, satisfied by a checked witness.

A piece is a box of the quantities that occur in products. In it the claims, and what ties products to their factors,
are a linear program (see `relaxed`). Where that is refuted, its weights are the proof for this piece. Where it has a
point that is no witness, ends that the program implies are made ends of the piece, and then the piece is cut in two.
An implied end is a cut as well: what lies beyond it is a piece that is refuted at once. So the pieces cover everything,
and each is proved by itself. Where the budget runs out the claims stay undecided.
"""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.decide import Outcome, holds
from claimcheck.engine.formulas import true_at
from claimcheck.engine.guess import witness_near
from claimcheck.engine.polynomials import value_of
from claimcheck.engine.program import Program
from claimcheck.engine.relaxed import Cut, Space, Way, cut_row, point_of
from claimcheck.engine.rows import ONE, Row
from claimcheck.engine.solve import Solver
from claimcheck.verdicts import Branch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.engine.component import Component
    from claimcheck.engine.program import Weights
    from claimcheck.engine.relaxed import Box, Cuts
    from claimcheck.engine.solve import Solved
    from claimcheck.quantity.interval import Interval
    from claimcheck.verdicts import Line

BUDGET = 60  # pieces

EXACT_AT_MOST = 90  # rows; so many are asked for implied ends, which takes exact programs
_ROUNDS = 4  # of a piece: first without products of claims, then with implied ends
_WORTH = Fraction(1, 8)  # of a width: an implied end that takes less away is not worth a piece
_INSIDE = Fraction(1, 5)  # of a width: a cut keeps this far from the ends
_NARROW = Fraction(1, 2**24)  # relative; a side this narrow is not made narrower
_SIMPLE = 10**4  # denominator of an end that is kept as it is; others are rounded outward


class Piece(NamedTuple):
    """The ways of claims that were chosen on the way to a piece, and the ends that it keeps columns to."""

    chosen: Mapping[int, Way]
    cuts: Cuts


class _Relaxation(NamedTuple):
    """The rows of a piece, and the inequalities behind those that tie products."""

    rows: list[Row]
    factors: list[tuple[Line, ...]]


def decide_all(component: Component, members: Iterable[int], budget: int = BUDGET) -> Outcome:
    """Return whether `members`, positions in the component, can all hold, claims with formulas among them."""
    return Search(component, members).run(budget)


class Search:
    """A walk over pieces, widest first, that stops at a witness, or when all pieces are refuted."""

    def __init__(self, component: Component, members: Iterable[int]) -> None:
        self.component = component
        self.space = Space(component)
        self.ways = {i: self.space.ways(i) for i in members}
        sure = [ways[0] for ways in self.ways.values() if len(ways) == 1]
        self.base = [row for way in sure for row in (*way.rows, *way.curved)]
        self.branches: list[Branch] = []
        self.support: set[int] = set()
        self.unsure = False
        self.solver = Solver(self.space.size, self.space.signed)
        self.waiting = deque([Piece({}, {})])

    def run(self, budget: int) -> Outcome:
        """Return the outcome after at most `budget` pieces."""
        for _ in range(budget):
            if not self.waiting:
                break
            witness = self._visit(self.waiting.popleft())
            if witness is not None:
                return Outcome(feasible=True, witness=witness)
        if self.waiting or self.unsure:
            return Outcome(feasible=None)
        return Outcome(feasible=False, branches=tuple(self.branches), support=frozenset(self.support))

    def _visit(self, piece: Piece) -> Mapping[int, Fraction] | None:
        """Refute a piece, or find a witness in it, or leave smaller pieces to visit."""
        for turn in range(_ROUNDS):
            relaxation = self.relaxation(piece, rich=turn > 0)
            solved = self.solved(relaxation)
            if solved.witness is None:
                if solved.decided:
                    self._refute(piece, solved.weights, relaxation)
                self.unsure = self.unsure or not solved.decided
                return None
            witness = self._witness(piece, solved.witness)
            if witness is not None:
                return witness
            cases = self._cases(piece, solved.witness)
            smaller = cases or self._halves(piece, solved.witness)
            if turn or cases:
                tighter = None if cases else self._tightened(piece, relaxation)
                if tighter is None:
                    break
                piece, smaller = tighter, smaller and [tighter]
        self.unsure = self.unsure or not smaller
        self.waiting.extend(smaller)
        return None

    def relaxation(self, piece: Piece, *, rich: bool = True) -> _Relaxation:
        """Return the linear rows that hold in a piece; rich ones have products of claims as well."""
        chosen = [row for way in piece.chosen.values() for row in (*way.rows, *way.curved)]
        rows = [*self.base, *chosen]
        ties, factors = self.space.ties(self.space.box(rows, piece.cuts), rows if rich else ())
        cuts = [cut_row(j, side, cut) for (j, side), cut in piece.cuts.items()]
        return _Relaxation([*rows, *cuts, *ties], factors)

    def solved(self, relaxation: _Relaxation) -> Solved:
        """Return a point of a relaxation or its refutation."""
        if self.solver.size != self.space.size:  # products have come up since
            self.solver = Solver(self.space.size, self.space.signed)
        return self.solver.solve(relaxation.rows)

    def _refute(self, piece: Piece, weights: Weights, relaxation: _Relaxation) -> None:
        lines = self.space.lines(weights, relaxation.factors)
        named = {line.claim for each in lines for line in (each, *each.factors)}
        self.support |= {i for i in self.ways if self.space.names[i] in named} | piece.chosen.keys()
        choices = tuple(
            (self.space.names[i], way.reading, case) for i, way in piece.chosen.items() for case in way.cases or (1,)
        )
        self.branches.append(Branch(lines, choices, self.space.bounds(piece.cuts)))

    def _witness(self, piece: Piece, point: Mapping[int, Fraction]) -> Mapping[int, Fraction] | None:
        """Return a witness of all members at a point of the relaxation or near it."""
        at = point_of(self.space, point)
        if self._true(at):
            return at
        ways = [piece.chosen.get(i) or self._nearest(i, at) for i in self.ways]
        for near in witness_near(self.component, ways, self.space.curved, at):
            if self._true(near):
                return near
        return None

    def _nearest(self, claim: int, point: Mapping[int, Fraction]) -> Way:
        ways = self.ways[claim]
        return next((way for way in ways if holds(way.rows, point)), ways[0])

    def _true(self, point: Mapping[int, Fraction]) -> bool:
        if any(point[j].denominator != 1 for j in self.component.whole):
            return False
        return all(any(self._holds(way, point) for way in ways) for ways in self.ways.values())

    def _holds(self, way: Way, point: Mapping[int, Fraction]) -> bool:
        columns = self.component.columns
        return holds(way.rows, point) and all(true_at(formula, point, columns) for formula in way.formulas)

    def _cases(self, piece: Piece, point: Mapping[int, Fraction]) -> list[Piece]:
        """Return the pieces to visit because the point breaks every way of a claim, or a whole number."""
        for claim, ways in self.ways.items():
            if len(ways) == 1 or claim in piece.chosen:
                continue
            if not any(holds((*way.rows, *way.curved), point) for way in ways):
                return [Piece({**piece.chosen, claim: way}, piece.cuts) for way in ways]
        for j in sorted(self.component.whole):
            if point[j].denominator != 1:
                return self._cut(piece, j, point[j])
        return []

    @staticmethod
    def _with(piece: Piece, column: int, side: str, cut: Cut) -> Piece:
        return Piece(piece.chosen, {**piece.cuts, (column, side): cut})

    def _tightened(self, piece: Piece, relaxation: _Relaxation) -> Piece | None:
        """Return a piece with the ends that its rows imply, what lies beyond refuted; `None` where they take little."""
        if len(relaxation.rows) > EXACT_AT_MOST:
            return None
        program = Program(self.space.size, self.space.signed)
        program.add(relaxation.rows)
        found = piece
        for j, (low, high) in self._box(piece).items():
            ranges = list(self._ranges(program, j))
            for side, sign, known, other in (("low", -1, low, high), ("high", 1, high, low)):
                far = None if other is None else other.end
                best = None if known is None else known.end
                for implied in ranges:
                    end, is_open = implied[0::2] if side == "low" else implied[1::2]
                    if end is None:
                        continue
                    cut = shortened(end, is_open, sign, far)
                    if best is None or _gains(best, cut.end, sign, far):
                        closer = self._beyond(found, j, side, cut)
                        found, best = (closer, cut.end) if closer else (found, best)
        return None if found is piece else found

    def _ranges(self, program: Program, column: int) -> Iterator[Interval]:
        """Yield ranges that the rows of a program imply for a column: as x, and as w / y where w is x*y.

        The second is the one that tells where nothing is printed in levels: a margin is profit over revenue.
        """
        ratios = [(column, ONE)]
        for monomial in self.space.curved:
            if len(monomial) == 2 and column in monomial and monomial[0] != monomial[1]:  # noqa: PLR2004
                other = monomial[monomial[0] == column]
                ratios += [(self.space.column(monomial), other)] if other not in self.space.signed else []
        for above, below in ratios:
            trial = program
            if below != ONE:
                trial = program.copy()
                trial.add([cut_row(below, "low", Cut(Fraction(0), strict=True))])
            if trial.solve():
                yield trial.range({above: 1}, {below: 1})[0]

    def _beyond(self, piece: Piece, column: int, side: str, cut: Cut) -> Piece | None:
        """Return a piece with one more end, once what lies beyond is refuted; `None` where that fails."""
        across = "high" if side == "low" else "low"
        outside = self._with(piece, column, across, Cut(cut.end, not cut.strict))
        relaxation = self.relaxation(outside)
        solved = self.solved(relaxation)
        if solved.witness is not None or not solved.decided:
            return None
        self._refute(outside, solved.weights, relaxation)
        return self._with(piece, column, side, cut)

    def narrowed(self, piece: Piece, rounds: int = 1) -> Piece:
        """Return a piece with the ends that its rows imply, and in further rounds those that these ends imply."""
        for _ in range(rounds):
            tighter = self._tightened(piece, self.relaxation(piece))
            if tighter is None:
                break
            piece = tighter
        return piece

    def split(self, piece: Piece) -> list[Piece]:
        """Return a piece cut in two across its relatively widest side, implied ends taken; nothing without one."""
        piece = self.narrowed(piece)
        widths = {
            j: _relative(low.end, high.end) for j, (low, high) in self._box(piece).items() if low is not None and high
        }
        widest = max(widths, key=lambda j: widths[j], default=None)
        if widest is None or not widths[widest]:
            return []
        low, high = self._box(piece)[widest]
        if low is None or high is None:
            return []
        return self._cut(piece, widest, _rounded((low.end + high.end) / 2, (high.end - low.end) / 64))

    def _box(self, piece: Piece) -> Box:
        chosen = [row for way in piece.chosen.values() for row in way.rows]
        return self.space.box([*self.base, *chosen], piece.cuts)

    def _cut(self, piece: Piece, column: int, at: Fraction) -> list[Piece]:
        """Return a piece cut in two at a number; between two whole numbers where the column is one."""
        below, above = at, at
        if column in self.component.whole:
            below = Fraction(at.numerator // at.denominator)
            above = below + 1
        ends = (("high", below), ("low", above))
        return [self._with(piece, column, side, Cut(end, strict=False)) for side, end in ends]

    def _halves(self, piece: Piece, point: Mapping[int, Fraction]) -> list[Piece]:
        """Return a piece cut in two where a product is farthest from its factors; nothing where none is off."""
        box = self._box(piece)
        best: tuple[Fraction, int] | None = None
        for monomial in self.space.curved:
            column = self.space.column(monomial)
            true = value_of(monomial, point)
            off = abs(point[column] - true) / (abs(point[column]) + abs(true) or 1)
            for j in dict.fromkeys(monomial) if off else ():
                low, high = box[j]
                score = off * _relative(low.end if low else None, high.end if high else None)
                if score and (best is None or score > best[0]):
                    best = score, j
        if best is None:
            return []
        j = best[1]
        low, high = box[j]
        return self._cut(piece, j, _between(low.end if low else None, high.end if high else None, point[j]))


def _relative(low: Fraction | None, high: Fraction | None) -> Fraction:
    """Return the width of a box side, relative to its numbers; 2 for one without an end."""
    if low is None or high is None:
        return Fraction(2)
    size = max(abs(low), abs(high))
    width = (high - low) / size if size else Fraction(0)
    return width if width > _NARROW else Fraction(0)


def _between(low: Fraction | None, high: Fraction | None, value: Fraction) -> Fraction:
    """Return where to cut: at a value, but not close to an end."""
    if low is None or high is None:
        away = abs(value) or Fraction(1)
        near = value
        if low is not None and value - low < away / 2:
            near = low + (away if value == low else 2 * (value - low))
        if high is not None and high - value < away / 2:
            near = high - (away if value == high else 2 * (high - value))
        return near.limit_denominator(_SIMPLE) if abs(near) > 1 else near
    width = high - low
    inside = min(max(value, low + width * _INSIDE), high - width * _INSIDE)
    return _rounded(inside, width / 64)


def _rounded(value: Fraction, unit: Fraction) -> Fraction:
    """Return a number near another, within a unit, that is short to write."""
    power = Fraction(1)
    while power > unit:
        power /= 2
    while power * 2 <= unit:
        power *= 2
    return (value / power).__floor__() * power


def shortened(end: Fraction, is_open: bool, sign: int, other: Fraction | None) -> Cut:
    """Return an end as it is where that is short to write, else a little farther out."""
    if end.denominator <= _SIMPLE:
        return Cut(end, is_open)
    width = abs(end - other) if other is not None and other != end else abs(end)
    unit = width / 2**16
    return Cut(_rounded(end, unit) if sign < 0 else -_rounded(-end, unit), strict=False)


def _gains(known: Fraction, end: Fraction, sign: int, other: Fraction | None) -> bool:
    """Whether an implied end takes enough away from a side of a box."""
    gain = sign * (known - end)
    if gain <= 0:
        return False
    return other is None or (gain > _WORTH * abs(known - other) and bool(_relative(*sorted((known, other)))))
