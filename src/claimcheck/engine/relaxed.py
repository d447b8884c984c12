"""Products of unknowns as columns of their own, and the linear rows that tie them to their factors.

A formula is linear in its products. What ties a product to its factors are products of inequalities: from x <= 3 and
y >= 2 follows (3 - x)(y - 2) >= 0, a linear row once x*y is a column (McCormick, 1976; for powers the same with each
end several times, Bernstein's form). Each such row is true, so where no point satisfies all rows the claims clash, and
the weights of the linear program are a proof in the claims' own inequalities and their products.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.polynomials import as_ratio, in_whole_numbers, signs_of, times
from claimcheck.engine.rows import ONE, Row
from claimcheck.verdicts import Line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.polynomials import Monomial, Polynomial
    from claimcheck.engine.program import Weights
    from claimcheck.engine.rows import Alternative
    from claimcheck.kinds.statement import Formula, Quantity

_MOST_PRODUCTS = 130  # rows for one product; beyond, it is left loose


class Way(NamedTuple):
    """One way for a claim to hold: its linear rows, and its formulas as rows over products."""

    reading: int
    cases: tuple[int, ...]
    rows: tuple[Row, ...]  # over the component's columns
    curved: tuple[Row, ...]  # over columns and products
    formulas: tuple[Formula, ...]


class Factor(NamedTuple):
    """An inequality of one column, `form >= 0`, its end, and how a certificate names it."""

    form: dict[int, int]
    strict: bool
    end: Fraction
    line: Line


class Cut(NamedTuple):
    """An end that a piece keeps a column to."""

    end: Fraction
    strict: bool


Cuts = dict[tuple[int, str], Cut]  # column, "low" or "high"
Box = dict[int, tuple[Factor | None, Factor | None]]


class Space:
    """The columns of a component and of the products of its formulas."""

    def __init__(self, component: Component) -> None:
        self.component = component
        self.names = [constraint.id for constraint in component.constraints]
        self.linear = len(component.columns)
        self.products: dict[Monomial, int] = {}
        self.monomials: list[Monomial] = []
        self.signed = set(component.signed)
        self.curved: list[Monomial] = []  # the products of formulas; the others are made by ties
        self._ways: dict[int, tuple[Way, ...]] = {}

    @property
    def size(self) -> int:
        """The number of columns, products included."""
        return self.linear + len(self.products)

    def column(self, monomial: Monomial) -> int:
        """Return the column of a monomial, a new one for a product not met before."""
        if len(monomial) < 2:  # noqa: PLR2004  1, or a column by itself
            return monomial[0] if monomial else ONE
        found = self.products.get(monomial)
        if found is None:
            found = self.products[monomial] = self.size + 1
            self.monomials.append(monomial)
            if not self.signed.isdisjoint(monomial):
                self.signed.add(found)
        return found

    def meet(self, monomials: Iterable[Monomial]) -> None:
        """Make columns of the products among monomials, which are tied to their factors from now on."""
        for monomial in monomials:
            self.column(monomial)
        self.curved = list(self.monomials)

    def monomial(self, column: int) -> Monomial:
        """Return what a column stands for."""
        return (column,) if column <= self.linear else self.monomials[column - self.linear - 1]

    def ways(self, claim: int) -> tuple[Way, ...]:
        """Return the ways for a claim to hold, the signs of its formulas' denominators told apart.

        Every claim is to be asked for before the first `box`, which is of the products met till then.
        """
        found = self._ways.get(claim)
        if found is None:
            ways = self.component.ways(claim)
            found = self._ways[claim] = tuple(each for way in ways for each in self._split(claim, way))
            self.curved = list(self.monomials)
        return found

    def _split(self, claim: int, way: Alternative) -> Iterator[Way]:
        formulas = tuple(formula for _, formula in way.formulas)
        ratios = [(i, f, as_ratio(f.expression, self.component.columns)) for i, f in way.formulas]
        known = [(i, f, ratio) for i, f, ratio in ratios if ratio is not None]
        signs = [signs_of(ratio[1], self.component.signed) for _, _, ratio in known]
        for cases in product(*signs):
            rows = [
                row
                for (i, formula, ratio), case in zip(known, cases, strict=True)
                for row in self._formula_rows((claim, way.reading, i), formula, ratio, case)
            ]
            chosen = tuple(case for case, each in zip(cases, signs, strict=True) if len(each) > 1)
            yield Way(way.reading, way.cases + chosen, way.rows, tuple(rows), formulas)

    def _formula_rows(
        self, source: tuple[int, int, int], formula: Formula, ratio: tuple[Polynomial, Polynomial], case: int
    ) -> Iterator[Row]:
        above, below = ratio
        interval = formula.interval
        if len(below) != 1 or below.get((), 0) * case <= 0:
            yield self._row(source, {m: case * c for m, c in below.items()}, "sign", case, strict=True)
        sides = (("low", interval.low, case, interval.low_open), ("high", interval.high, -case, interval.high_open))
        for side, end, sign, strict in sides[:1] if interval.is_point else sides:
            if end is not None:
                form = {m: sign * c for m, c in above.items()}
                for m, c in below.items():
                    form[m] = form.get(m, Fraction(0)) - sign * end * c
                yield self._row(source, form, "point" if interval.is_point else side, case, strict=strict)

    def _row(self, source: tuple[int, int, int], polynomial: Polynomial, side: str, case: int, *, strict: bool) -> Row:
        whole, scale, over = in_whole_numbers({m: c for m, c in polynomial.items() if c})
        form = {self.column(m): c for m, c in whole.items()}
        return Row(form, strict, *source, side, case, scale, over)

    def box(self, rows: Iterable[Row], cuts: Cuts) -> Box:
        """Return the ends of every column that occurs in a product: its sign, rows of it alone, and cuts."""
        wanted = {j for monomial in self.curved for j in monomial}
        quantities = self.component.quantities
        found: dict[tuple[int, str], Factor] = {}
        for j in wanted - self.signed:
            found[j, "low"] = self._sign(j)
        for row in rows:
            columns = row.form.keys() - {ONE}
            if len(columns) == 1 and columns <= wanted:
                (j,) = columns
                for factor in self._factors(row, j):
                    _tighten(found, j, factor)
        for (j, side), cut in cuts.items():
            if j in wanted:
                row = cut_row(j, side, cut)
                line = Line("", 0, 0, row.side, Fraction(row.times), 1, quantities[j])
                _tighten(found, j, Factor(row.form, cut.strict, cut.end, line))
        return {j: (found.get((j, "low")), found.get((j, "high"))) for j in sorted(wanted)}

    def _factors(self, row: Row, j: int) -> Iterator[Factor]:
        end, weight = Fraction(-row.form.get(ONE, 0), row.form[j]), Fraction(row.times, row.over)
        for sign, side in ((1, "low"), (-1, "high")) if row.side == "point" else ((1, row.side),):
            line = Line(self.names[row.claim], row.reading, row.statement, side, weight, row.case)
            yield Factor({k: sign * a for k, a in row.form.items()}, row.strict, end, line)

    def ties(self, box: Box, across: Iterable[Row] = ()) -> tuple[list[Row], list[tuple[Line, ...]]]:
        """Return the rows that tie products to their factors over a box, and the inequalities that each multiplies.

        Such a row has the side "product", and its `quantity` is its position in the second list. `across` are rows to
        multiply by ends as well, where that may tell: of rates between prices by the volumes sold at them.
        """
        rows: list[Row] = []
        lines: list[tuple[Line, ...]] = []
        chosen = list(self._chosen(box))
        for multiplied in (chosen, self._across(across, box)):
            for factors in multiplied:
                polynomial: Polynomial = {(): Fraction(1)}
                for factor in factors:
                    polynomial = times(polynomial, {(j,) if j else (): Fraction(a) for j, a in factor.form.items()})
                whole, scale, over = in_whole_numbers(polynomial)
                form = {self.column(m): c for m, c in whole.items()}
                strict = all(factor.strict for factor in factors)
                rows.append(Row(form, strict, -1, 0, 0, "product", 1, scale, over, len(lines)))
                lines.append(tuple(factor.line for factor in factors))
        return rows, lines

    def _chosen(self, box: Box) -> Iterator[tuple[Factor, ...]]:
        """Yield the products of ends that tie each product; of one with fixed columns, x*y*z is 3*y*z, where x is 3."""
        loose: dict[Monomial, None] = {}
        done: set[Monomial] = set()
        for monomial in self.curved:
            fixed = [j for j in monomial if _is_fixed(*box[j])] if self.signed.isdisjoint(monomial) else []
            rest = tuple(j for j in monomial if j not in fixed)
            for k, j in enumerate(fixed):
                behind = tuple(sorted((*fixed[k + 1 :], *rest)))
                if behind and (j, *behind) not in done:
                    done.add((j, *behind))
                    yield from ((end, *map(self._sign, behind)) for end in box[j] if end)
            loose[rest] = None
        for monomial in _largest(list(loose)):
            yield from _choices(monomial, box)

    def _sign(self, column: int) -> Factor:
        line = Line("", 0, 0, "sign", Fraction(1), 1, self.component.quantities[column])
        return Factor({column: 1}, strict=False, end=Fraction(0), line=line)

    def _across(self, rows: Iterable[Row], box: Box) -> Iterator[tuple[Factor, Factor]]:
        """Yield the products of rows among factors by the ends of what these factors are multiplied by."""
        partners: dict[int, set[int]] = {j: set() for j in box}
        for monomial in self.curved:
            for j in monomial if len(monomial) == 2 else ():  # noqa: PLR2004
                partners[j].add(monomial[monomial[0] == j])
        for row in rows:
            columns = row.form.keys() - {ONE}
            if len(columns) > 1 and columns <= box.keys():
                ends = [end for k in sorted(set().union(*(partners[j] for j in columns))) for end in box[k] if end]
                j = min(columns)
                yield from ((factor, end) for factor in self._factors(row, j) for end in ends)

    def lines(self, weights: Weights, factors: Sequence[tuple[Line, ...]]) -> tuple[Line, ...]:
        """Return the lines of a certificate in the claims' own inequalities and their products."""
        return tuple(self._line(row, weight, factors) for row, weight in weights)

    def _line(self, row: Row | int, weight: int, factors: Sequence[tuple[Line, ...]]) -> Line:
        quantities = self.component.quantities
        if isinstance(row, int):
            signs = tuple(Line("", 0, 0, "sign", Fraction(1), 1, quantities[j]) for j in self.monomial(row))
            if len(signs) == 1:
                return signs[0]._replace(multiplier=Fraction(weight))
            return Line("", 0, 0, "product", Fraction(weight), factors=signs)
        multiplier = Fraction(abs(weight) * row.times, row.over)
        if row.side == "product":
            return Line("", 0, 0, "product", multiplier, factors=factors[row.quantity])
        if row.claim < 0:
            return Line("", 0, 0, row.side, multiplier, 1, quantities[row.quantity])
        side = row.side if row.side != "point" else "low" if weight > 0 else "high"
        return Line(self.names[row.claim], row.reading, row.statement, side, multiplier, row.case)

    def bounds(self, cuts: Cuts) -> tuple[tuple[Quantity, str, Fraction], ...]:
        """Return cuts as a branch of a certificate tells them."""
        named = self.component.quantities
        return tuple((named[j], _SIGNS[side, cut.strict], cut.end) for (j, side), cut in cuts.items())


_SIGNS = {("low", False): ">=", ("low", True): ">", ("high", False): "<=", ("high", True): "<"}


def cut_row(column: int, side: str, cut: Cut) -> Row:
    """Return the row that keeps a column to one side of a number."""
    sign = 1 if side == "low" else -1
    form = {column: sign * cut.end.denominator, ONE: -sign * cut.end.numerator}
    if not cut.end:
        form = {column: sign}
    return Row(form, cut.strict, -1, 0, 0, _SIGNS[side, cut.strict], 1, cut.end.denominator, 1, column)


def _tighten(found: dict[tuple[int, str], Factor], j: int, factor: Factor) -> None:
    side = "low" if factor.form[j] > 0 else "high"
    known = found.get((j, side))
    sign = 1 if side == "low" else -1
    if known is None or (sign * factor.end, factor.strict) > (sign * known.end, known.strict):
        found[j, side] = factor


def _is_fixed(low: Factor | None, high: Factor | None) -> bool:
    return low is not None and high is not None and low.end == high.end


def _largest(monomials: list[Monomial]) -> list[Monomial]:
    """Return the products that are no part of another one: what ties those ties these."""
    counts = [{j: monomial.count(j) for j in monomial} for monomial in monomials]
    return [
        monomial
        for monomial, own in zip(monomials, counts, strict=True)
        if not any(own is not other and all(other.get(j, 0) >= n for j, n in own.items()) for other in counts)
    ]


def _choices(monomial: Monomial, box: Box) -> Iterator[tuple[Factor, ...]]:
    """Yield products of ends: each column takes its ends as often as it occurs; an only end up to as often."""
    parts = []
    for j in dict.fromkeys(monomial):
        low, high = box[j]
        degree = monomial.count(j)
        if low and high:
            parts.append([(low,) * i + (high,) * (degree - i) for i in range(degree + 1)])
        else:
            only = low or high
            parts.append([(only,) * i for i in range(degree + 1)] if only else [()])
    if prod(map(len, parts)) <= _MOST_PRODUCTS:
        for chosen in product(*parts):
            factors = tuple(factor for part in chosen for factor in part)
            if len(factors) > 1:
                yield factors


def point_of(space: Space, witness: Mapping[int, Fraction]) -> dict[int, Fraction]:
    """Return the part of a witness that gives quantities, without the products."""
    return {j: witness[j] for j in range(1, space.linear + 1)}
