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
from claimcheck.engine.relaxed import Cuts
from claimcheck.engine.rows import ONE, Row
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.interval import ANY, Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.polynomials import Monomial, Polynomial
    from claimcheck.engine.recompute import Implied
    from claimcheck.kinds.statement import Condition, Linear, Quantity

    Known = Callable[[Quantity], Implied]

_Form = dict[tuple[int, ...], int]  # a polynomial in whole numbers

PIECES = 8  # cut in two for what a claim of a conflict needs
_WORTH = Fraction(7, 8)  # of a width: where cutting both ends leaves more, it is not cut on
_NEAR = (12, 6)  # of the claims around one, so many are tried: with fewer where programs grow too large
_FEW, _MOST_WAYS = 4, 16  # ways of formulas that are told apart, and asked
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
        roots = [self.search.narrowed(piece, _ROUNDS) for piece in self._roots(self._ends(known) if known else {})]
        open_pieces = [each for root in roots if (each := self._range(root)) is not None]
        wide = None
        for turn in range(pieces):
            if not open_pieces:
                return None
            if turn % 2 == 0:  # both ends have been cut since
                before, wide = wide, _width(open_pieces)
                if before is not None and wide is not None and wide > before * _WORTH:
                    break
            key = (lambda each: _low(each[0])) if turn % 2 else (lambda each: -_high(each[0]))
            widest = min(open_pieces, key=key)
            halves = self.search.split(widest[1])
            if not halves:
                continue
            open_pieces.remove(widest)
            made = [self._range(half) for half in halves]
            open_pieces += [each for each in made if each is not None]
        return _hull(open_pieces)

    def _roots(self, cuts: Cuts) -> list[Piece]:
        """Return the pieces to begin with: one for each way in which formulas can hold, where these are few."""
        roots = [Piece({}, cuts)]
        for claim, ways in self.search.ways.items():
            if len(ways) > 1 and self.search.component.has_formula(claim):
                split = [Piece({**root.chosen, claim: way}, cuts) for root in roots for way in ways]
                split = [piece for piece in split if self._is_open(piece)] if len(split) <= _MOST_WAYS else roots
                roots = split if len(split) <= _FEW else roots
        return roots

    def _is_open(self, piece: Piece) -> bool:
        solved = self.search.solved(self.search.relaxation(piece))
        return solved.witness is not None or not solved.decided

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
        found = self._within(rows, self.above, self.below)
        for j in self._partners() if found is not None else ():
            if found is not None and self._is_above(rows, {(j,): 1}):
                above, below = (
                    {tuple(sorted((*m, j))): c for m, c in form.items()} for form in (self.above, self.below)
                )
                other = self._within(rows, above, below)
                found = None if other is None else found.meet(other)
        for above, below in self._solved(piece) if found is not None else ():
            for sign in (1, -1):
                signed = {m: sign * c for m, c in below.items()}
                if found is not None and self._is_above(rows, signed):
                    other = self._within(rows, {m: sign * c for m, c in above.items()}, signed)
                    found = None if other is None else found.meet(other)
        return None if found is None or found.is_empty else (found, piece)

    def _partners(self) -> list[int]:
        """Return the columns that multiply those of the ratio: price over price is value over value at one volume."""
        own = {j for form in (self.above, self.below) for monomial in form for j in monomial}
        pairs = [m for m in self.search.space.curved if len(m) == 2 and not own.isdisjoint(m)]  # noqa: PLR2004
        return sorted({j for m in pairs for j in m if j not in own and j not in self.search.space.signed})

    def _solved(self, piece: Piece) -> Iterator[tuple[_Form, _Form]]:
        """Yield the ratio as formulas linear in it have it: x is y over z of y = x * z, and growth likewise."""
        over, rest = [*self.below], [monomial for monomial in self.above if monomial not in self.below]
        if len(over) != 1 or len(rest) != 1 or max(len(over[0]), len(rest[0])) > 1:
            return
        a, b, c = self.above[rest[0]], self.above.get(over[0], 0), self.below[over[0]]
        for claim, ways in self.search.ways.items():
            way = ways[0] if len(ways) == 1 else piece.chosen.get(claim)
            for row in way.curved if way else ():
                form = {() if j == ONE else self.search.space.monomial(j): n for j, n in row.form.items()}
                parts = _parted(form, rest[0][0], over[0]) if row.side == "point" else None
                if parts:
                    x, d = parts  # x times the one and d times the other is 0, so x over d is -d over x
                    yield {m: b * x.get(m, 0) - a * d.get(m, 0) for m in {**x, **d}}, {m: c * n for m, n in x.items()}

    def _is_above(self, rows: Sequence[Row], form: _Form) -> bool:
        """Whether a form is above 0 wherever all rows hold."""
        below = {self.search.space.column(m): -c for m, c in form.items()}
        program = Program(self.search.space.size, self.search.space.signed)
        program.add([*rows, Row(below, strict=False, claim=-1, reading=0, statement=0, side="sign", case=1)])
        return not program.solve()

    def _within(self, rows: Sequence[Row], above: _Form, below: _Form) -> Interval | None:
        """Return the range of a ratio whose denominator is kept above 0; `None` for no point."""
        space = self.search.space
        numerator, denominator = ({space.column(m): c for m, c in form.items() if c} for form in (above, below))
        sign = Row(denominator, strict=True, claim=-1, reading=0, statement=0, side="sign", case=1)
        program = Program(space.size, space.signed)
        program.add([*rows, sign])
        return program.range(numerator, denominator)[0] if program.solve() else None


def _parted(form: _Form, column: int, over: Monomial) -> tuple[_Form, _Form] | None:
    """Return what a column and what it is held against are multiplied by; `None` where a term has not one of them."""
    by_column, by_over = _Form(), _Form()
    for monomial, c in form.items():
        if monomial.count(column) == 1 and not set(over) & set(monomial):
            by_column[_without(monomial, column)] = c
        elif column not in monomial and (not over or monomial.count(over[0]) == 1):
            by_over[_without(monomial, *over)] = c
        else:
            return None
    return (by_column, by_over) if by_column else None


def _without(monomial: Monomial, *columns: int) -> Monomial:
    return tuple(j for j in monomial if j not in columns)


def _hull(pieces: Iterable[tuple[Interval, Piece]]) -> Interval | None:
    hull: Interval | None = None
    for interval, _ in pieces:
        hull = interval if hull is None else hull.hull(interval)
    return hull


def _width(pieces: Iterable[tuple[Interval, Piece]]) -> Fraction | None:
    """Return how wide the hull of some ranges is; `None` of one without an end."""
    hull = _hull(pieces)
    return None if hull is None or hull.low is None or hull.high is None else hull.high - hull.low


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
