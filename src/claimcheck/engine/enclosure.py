"""What other claims, some with products of unknowns, leave for a claim's number: an interval that holds all of it."""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from claimcheck.engine.component import quantities_of
from claimcheck.engine.nonlinear import EXACT_AT_MOST, Piece, Search, shortened
from claimcheck.engine.polynomials import as_ratio, signs_of
from claimcheck.engine.program import Program
from claimcheck.engine.relaxed import Cut, Cuts, cut_row
from claimcheck.engine.rows import Row
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.interval import ANY, Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.polynomials import Monomial, Polynomial
    from claimcheck.engine.recompute import Implied
    from claimcheck.kinds.statement import Condition, Linear, Quantity

    Known = Callable[[Quantity], Implied]

PIECES = 8  # cut in two for what a claim of a conflict needs
_NEAR = (12, 6)  # of the claims around one, so many are tried: with fewer where programs grow too large
_ROUNDS = 2  # of ends that are implied before anything is cut: a margin by its levels, the next by what it rose


def enclosed(
    component: Component, claim: int, others: Sequence[int], pieces: int = PIECES, known: Known | None = None
) -> Interval | None:
    """Return an interval that holds every value that `others` and a claim's side conditions leave for its number.

    `None` where they leave none, or where its quantities occur nowhere else. `ANY` where there are too many claims to
    ask exactly. The widest of the pieces that others leave is cut again and again, so the interval shrinks towards the
    tight one; it is not said to be tight. `known` tells the range of a quantity by other claims than the asked one.
    """
    constraint = component.constraints[claim]
    relaxed = component.with_readings(claim, (constraint.readings[0][1:],))
    try:
        ratio = _ratio_of(constraint.readings[0][0], relaxed.columns)
    except KeyError:
        return None
    if ratio is None:
        return ANY
    found: Interval | None = None
    for case in signs_of(ratio[1], relaxed.signed):
        part = _Range(relaxed, [*others, claim], ratio, case).run(pieces, known)
        if part is not None:
            found = part if found is None else found.hull(part)
    return found


def enclosed_nearby(
    component: Component, claim: int, others: Sequence[int], known: Known | None = None
) -> tuple[Interval, tuple[int, ...]]:
    """Return an enclosure of what `others` leave for a claim that holds beside them, and those of them it rests on.

    Only the claims nearest to it are asked, so it costs the same in a component of any size; and what is `known`.
    """
    asked: tuple[int, ...] = ()
    left: tuple[Interval, tuple[int, ...]] = ANY, ()
    for nearest, most in ((_nearest, _NEAR[0]), (_nearest, _NEAR[1]), (_nearest_products, _NEAR[0])):
        near = nearest(component, claim, others, most)
        if near == asked or (left[0] != ANY and nearest is _nearest):
            continue
        asked = near
        found = enclosed(component, claim, near, 0, known)
        if found not in (None, ANY) and (left[0] == ANY or not _is_open(found)):
            carried = (known(q).bearing for q in _in_formulas(component, near)) if known else ()
            left = found, tuple(sorted({*near}.union(*carried)))
            if not _is_open(found):
                break
    return left


def _is_open(interval: Interval) -> bool:
    """Whether a range says no more than a sign may."""
    return interval.high is None and not interval.low


def _in_formulas(component: Component, members: Iterable[int]) -> set[Quantity]:
    """Return the quantities of the claims with formulas among some."""
    curved = (component.constraints[i] for i in members if component.has_formula(i))
    return {quantity for constraint in curved for quantity in quantities_of(constraint)}


def _nearest(component: Component, claim: int, others: Sequence[int], most: int) -> tuple[int, ...]:
    """Return `most` claims: those that share a quantity with a claim, then those that share one with these.

    Of those that share one with the same claim the levels come first, which say most of it.
    """
    holders: dict[Quantity, list[int]] = {}
    for i in others:
        for quantity in dict.fromkeys(quantities_of(component.constraints[i])):
            holders.setdefault(quantity, []).append(i)
    waiting, found = deque([claim]), dict[int, None]()
    while waiting and len(found) < most:
        near = dict.fromkeys(quantities_of(component.constraints[waiting.popleft()]))
        fresh = dict.fromkeys(i for quantity in near for i in holders.pop(quantity, ()) if i not in found)
        levels = [i for i in fresh if len({*quantities_of(component.constraints[i])}) == 1]
        fresh = dict.fromkeys((*levels, *fresh))
        found |= fresh
        waiting.extend(fresh)
    return tuple(sorted([*found][:most]))


def _nearest_products(component: Component, claim: int, others: Sequence[int], most: int) -> tuple[int, ...]:
    """Return `most` claims: the formulas that share a quantity with a claim, with the levels of all they speak of."""
    spoken = {i: set(quantities_of(component.constraints[i])) for i in (*others, claim)}
    formulas = [i for i in others if component.has_formula(i) and spoken[i] & spoken[claim]]
    around = spoken[claim].union(*(spoken[i] for i in formulas))
    levels = [i for i in others if len(spoken[i]) == 1 and spoken[i] <= around]
    return tuple(sorted([*formulas, *levels][:most]))


class _Range:
    """A walk over pieces that keeps the range of a ratio over each; the one that reaches farthest is cut next."""

    def __init__(
        self, component: Component, members: Sequence[int], ratio: tuple[Polynomial, Polynomial], case: int
    ) -> None:
        self.search, self.members = Search(component, members), members
        self.search.space.meet(monomial for form in ratio for monomial in form)
        above, below = ({m: case * c for m, c in polynomial.items()} for polynomial in ratio)
        scale = lcm(*(c.denominator for c in (*above.values(), *below.values())))
        self.above, self.below = ({m: int(c * scale) for m, c in form.items()} for form in (above, below))

    def run(self, pieces: int, known: Known | None) -> Interval | None:
        """Return the hull of the ranges after so many pieces; `None` where nothing is left."""
        root = self.search.narrowed(Piece({}, self._ends(known) if known else {}), _ROUNDS)
        open_pieces = [each for each in [self._range(root)] if each is not None]
        for turn in range(pieces):
            if not open_pieces:
                return None
            key = (lambda each: _low(each[0])) if turn % 2 else (lambda each: -_high(each[0]))
            widest = min(open_pieces, key=key)
            halves = self.search.split(widest[1])
            if not halves:
                continue
            open_pieces.remove(widest)
            made = [self._range(half) for half in halves]
            open_pieces += [each for each in made if each is not None]
        hull: Interval | None = None
        for interval, _ in open_pieces:
            hull = interval if hull is None else hull.hull(interval)
        return hull

    def _ends(self, known: Known) -> Cuts:
        """Return the ends of what is known of quantities in formulas, a little farther out where that is short."""
        component, cuts = self.search.component, Cuts()
        columns = {j for monomial in self.search.space.curved for j in monomial}
        columns |= {component.columns[q] for q in _in_formulas(component, self.members)}
        for j in sorted(columns):
            low, high, low_open, high_open = known(component.quantities[j]).interval or ANY
            if low is not None:
                cuts[j, "low"] = shortened(low, low_open, -1, high)
            if high is not None:
                cuts[j, "high"] = shortened(high, high_open, 1, low)
        return cuts

    def _range(self, piece: Piece) -> tuple[Interval, Piece] | None:
        rows = self.search.relaxation(piece).rows
        if len(rows) > EXACT_AT_MOST:
            return ANY, piece
        found = self._within(rows, ())
        for j in self._partners() if found is not None else ():
            if (
                found is not None
                and self._within([*rows, cut_row(j, "high", Cut(Fraction(0), strict=False))], ()) is None
            ):
                other = self._within(rows, (j,))
                found = None if other is None else found.meet(other)
        return None if found is None or found.is_empty else (found, piece)

    def _partners(self) -> list[int]:
        """Return the columns that multiply those of the ratio: price over price is value over value at one volume."""
        own = {j for form in (self.above, self.below) for monomial in form for j in monomial}
        pairs = [m for m in self.search.space.curved if len(m) == 2 and not own.isdisjoint(m)]  # noqa: PLR2004
        return sorted({j for m in pairs for j in m if j not in own and j not in self.search.space.signed})

    def _within(self, rows: Sequence[Row], by: Monomial) -> Interval | None:
        """Return the range of the ratio, both sides times a column above 0 where one is given; `None` for no point."""
        space = self.search.space
        above, below = (
            {space.column(tuple(sorted(m + by))): c for m, c in form.items()} for form in (self.above, self.below)
        )
        sign = Row(below, strict=True, claim=-1, reading=0, statement=0, side="sign", case=1)
        program = Program(space.size, space.signed)
        program.add([*rows, sign])
        return program.range(above, below)[0] if program.solve() else None


def _low(interval: Interval) -> Fraction | float:
    return -float("inf") if interval.low is None else interval.low


def _high(interval: Interval) -> Fraction | float:
    return float("inf") if interval.high is None else interval.high


def _ratio_of(condition: Condition, columns: Mapping[Quantity, int]) -> tuple[Polynomial, Polynomial] | None:
    if not isinstance(condition, Statement):
        return as_ratio(condition.expression, columns)
    return _polynomial(condition.numerator, columns), _polynomial(condition.denominator, columns)


def _polynomial(linear: Linear | None, columns: Mapping[Quantity, int]) -> Polynomial:
    if linear is None:
        return {(): Fraction(1)}
    made: Polynomial = {(columns[q],): Fraction(c) for q, c in linear.terms}
    if linear.constant:
        made[()] = Fraction(linear.constant)
    return made
