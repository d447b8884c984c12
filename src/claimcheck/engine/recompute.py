"""Recompute a claim from other claims: the exact range they imply for its number, and the claims that carry it."""

from __future__ import annotations

from collections import deque
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import prod
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.boxed import MANY, boxed
from claimcheck.engine.decide import holds
from claimcheck.engine.program import Program
from claimcheck.engine.rows import ONE, Row, denominator_signs, ratio, statement_rows
from claimcheck.engine.solve import BEYOND_FLOATS, solve, unit_of
from claimcheck.kinds.statement import Linear, Statement
from claimcheck.quantity.interval import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from claimcheck.engine.component import Component
    from claimcheck.engine.propagate import Propagation
    from claimcheck.engine.ranges import Found, Ranges
    from claimcheck.engine.rows import Alternative, Form
    from claimcheck.kinds.statement import Condition, Quantity
    from claimcheck.quantity.interval import Interval

CASES = 64  # combinations of readings and signs that are gone through; beyond, their common claims give an enclosure

_FEW = 6  # other claims: so few are solved exactly at once
_SOME = 8  # other claims: so few are gone through exactly, one after another
_FEW_WITH_CASES = 14  # likewise where cases of readings and signs must be gone through
_FEW_CASES = 8
TIGHT = 200  # claims of a component up to which ranges are tight; beyond, the nearest claims give an enclosure
NEAR = 40
AT_ONCE = 40  # claims among which an end that floats are not sure of is found by one exact program


class Implied(NamedTuple):
    """What other claims imply for a ratio; `interval` is `None` when they leave it no value."""

    interval: Interval | None
    bearing: frozenset[int] = frozenset()
    exact: bool = True


def implied(component: Component, others: Sequence[int], statement: Statement, own: Sequence[Row] = ()) -> Implied:
    """Return the range of a statement's ratio over all values that satisfy `others` and the rows of `own`."""
    open_ways = [ways for ways in map(component.ways, others) if len(ways) != 1]
    exact = not component.whole
    if prod(map(len, open_ways)) > CASES:
        open_ways, exact = [], False
    base = Program(len(component.columns), component.signed)
    base.add(own)
    for i in others:
        if len(component.ways(i)) == 1:
            base.add(component.ways(i)[0].rows)
    return implied_by(base, open_ways, statement, component)._replace(exact=exact)


def implied_by(
    base: Program, open_ways: Iterable[Sequence[Alternative]], statement: Statement, component: Component
) -> Implied:
    """Return the range of a statement's ratio over what a program allows in any way for some claims to hold."""
    whole, bearing = None, set()
    for part, carried in _cases(base, open_ways, statement, component):
        whole = part if whole is None else whole.hull(part)
        bearing |= carried
    return Implied(whole, frozenset(bearing - {-1}), not component.whole)


def _cases(
    base: Program, open_ways: Iterable[Sequence[Alternative]], statement: Statement, component: Component
) -> Iterator[tuple[Interval, set[int]]]:
    for case in denominator_signs(statement.denominator, component.columns, component.signed):
        sign = [r for r in statement_rows((-1, 0, 0), statement, case, component.columns) if r.side == "sign"]
        for ways in product(*open_ways):
            program = base.copy()
            program.add(sign)
            for way in ways:
                program.add(way.rows)
            if program.solve():
                yield program.range(*ratio(statement, component.columns, case))


class Lifted:
    """Claims without cases as one exact program, of which a copy is relaxed to recompute each from the others."""

    def __init__(self, component: Component, claims: Sequence[int]) -> None:
        self.component, self.claims = component, claims

    def implied(self, claim: int, statement: Statement) -> Implied:
        """Return the range of a statement's ratio without the rows of a claim; where they are many, an enclosure."""
        if len(self.claims) > MANY:
            component = self.component
            rows = [row for i in self.claims if i != claim for row in component.ways(i)[0].rows]
            signs = denominator_signs(statement.denominator, component.columns, component.signed)
            parts = ratio(statement, component.columns, signs[0])
            if len(signs) == 1 and (box := boxed(component, rows, parts)) is not None:
                return Implied(*box, exact=False)
        base = self._program.copy()
        base.lift(claim)
        return implied_by(base, (), statement, self.component)

    @cached_property
    def _program(self) -> Program:
        program = Program(len(self.component.columns), self.component.signed)
        for i in self.claims:
            program.add(self.component.ways(i)[0].rows)
        program.solve()
        return program


class Rest:
    """Consistent claims and their witness; each is recomputed from the others by lifting its own rows."""

    def __init__(
        self, component: Component, members: Sequence[int], witness: Mapping[int, Fraction], *, exact: bool = False
    ) -> None:
        """Take members that `decide` found a witness of; `exact` asks for tight ranges whatever they cost."""
        self.component = component
        self.members = members
        self.witness = witness
        self.size = len(component.columns)
        self.limit = len(members) if exact or len(members) <= TIGHT else NEAR
        self.exact = exact
        self._lifted = Lifted(component, members)
        self._ranges: Ranges | None = None
        self._open: dict[int, list[frozenset[int]]] | None = None
        self._signs: dict[int, int] = {}  # of claims whose denominator has one sign whatever they say themselves
        self._without: dict[tuple[int, int], bool] = {}
        self._holders: dict[int, list[int]] | None = None
        self._quantities: dict[Quantity, Implied] = {}

    def reading(self, claim: int) -> int:
        """Return the first reading of the claim that the witness satisfies."""
        return self._way(claim).reading

    def implied(self, claim: int, statement: Condition | None = None) -> Implied:
        """Return what the other claims imply for the claim's number, or for another condition of it."""
        statement = statement or self.component.constraints[claim].readings[self.reading(claim)][0]
        if not isinstance(statement, Statement):
            return Implied(None, exact=False)
        others = [i for i in self.members if i != claim]
        if len(others) <= _FEW:
            return implied(self.component, others, statement)
        if len(others) < AT_ONCE and all(len(self.component.ways(i)) == 1 for i in self.members):
            found = self.bounded(statement, claim) if len(others) >= _SOME else None
            return found if found is not None and found.exact else self._lifted.implied(claim, statement)
        known = all(self._settled().values())
        many = len(others) > AT_ONCE and not self.exact  # then a range that is not tight is left as it is
        found = None
        if self.limit == len(self.members) and (known or many):
            found = self.bounded(statement, claim, (claim,), exact=known)
            if (found.exact or many) and all(self._forced(i, claim) for i in found.bearing & self._settled().keys()):
                return found  # what does not bear on a range leaves it as it is in any of its cases
        settled = all(self._forced(i, claim) for i in self._settled())
        if not settled and (self.exact or self._cheap(others)):
            return implied(self.component, others, statement)
        if not settled or found is None:
            found = self.bounded(statement, claim, exact=settled)
        if settled and not found.exact and len(others) <= AT_ONCE:
            return implied(self.component, others, statement)
        return found

    def _cheap(self, others: Sequence[int]) -> bool:
        """Whether all cases of readings and signs can be gone through exactly."""
        cases = prod(len(self.component.ways(i)) for i in others)
        return len(others) <= _FEW_WITH_CASES or (len(others) < AT_ONCE and cases <= _FEW_CASES)

    def rows(self, claim: int) -> tuple[Row, ...]:
        """Return the rows of the case of a claim that the witness stands in."""
        return self._way(claim).rows

    def without(self, claim: int) -> Rest:
        """Return the others by themselves."""
        others = [i for i in self.members if i != claim]
        return Rest(self.component, others, self.witness, exact=self.exact)

    def quantity(self, quantity: Quantity) -> Implied:
        """Return the range that all claims imply for a quantity."""
        found = self._quantities.get(quantity)
        if found is None:
            found = self._quantities[quantity] = self._quantity(quantity)
        return found

    def _quantity(self, quantity: Quantity) -> Implied:
        statement = Statement(Linear(((quantity, 1),)), None, ANY)
        if len(self.members) <= _FEW:
            return implied(self.component, self.members, statement)
        found = self.bounded(statement, exact=all(self._settled().values()))
        if not found.exact and len(self.members) <= AT_ONCE:
            return implied(self.component, self.members, statement)
        return found

    def bounded(
        self, statement: Statement, claim: int = -2, lifted: Sequence[int] = (), *, exact: bool = True
    ) -> Implied:
        """Return the range of any ratio without the rows of a claim; an enclosure where cases are left open.

        `lifted` are the claims whose rows are left out, by default all that rest on the claim.
        """
        component = self.component
        case = self._case(claim, statement)
        try:
            search = self._nearby if self.limit < len(self.members) else self._throughout
            lifted = lifted or self._resting_on(claim)
            found = search(ratio(statement, component.columns, case), lifted) if case else None
        except BEYOND_FLOATS:
            found = None
        if found is None:
            return Implied(ANY, exact=False)
        complete = self.limit == len(self.members) and not component.whole
        # Floats do not see for sure that nothing bounds an end.
        sure = found.interval.low is not None and found.interval.high is not None
        return Implied(found.interval, found.bearing, exact and complete and found.exact and sure)

    def _throughout(self, parts: tuple[Form, Form], lifted: Sequence[int]) -> Found | None:
        """Return the range of a ratio among all members."""
        from claimcheck.engine.ranges import LONG_WALKS, Found, Ranges

        if self._ranges is None:
            retry = bool(self._settled()) or len(self.members) > AT_ONCE  # else an exact program tells what is open
            rows = self._forced_rows(self.members)
            self._ranges = Ranges(rows, self.size, self.component.signed, self.witness, retry=retry)
        if self._ranges.exchanges > LONG_WALKS and not self.exact:
            rows = self._forced_rows([i for i in self.members if i not in lifted])
            if (box := boxed(self.component, rows, parts)) is not None:
                return Found(*box, exact=False)
        return self._ranges.range(*parts, lifted)

    def _forced_rows(self, members: Iterable[int]) -> list[Row]:
        """Return of each member the rows of the case of the witness, where other claims force it."""
        settled = self._settled()
        return [row for i in members if settled.get(i, True) for row in self._way(i).rows]

    def _resting_on(self, claim: int) -> tuple[int, ...]:
        """Return a claim, and the claims whose case is not forced without it."""
        return (claim, *(i for i, refuted in self._settled().items() if refuted and not self._forced(i, claim)))

    def _forced(self, split: int, claim: int) -> bool:
        """Whether the claims other than `claim` leave a claim with several cases no other than the one at hand."""
        refuted = self._settled()[split]
        if not refuted or any(claim not in support for support in refuted):
            return bool(refuted)
        known = self._without.get((split, claim))
        if known is None:
            sure = [i for i in self.members if i != claim and i not in self._settled()]
            support = self._refuters(split, [row for i in sure for row in self.rows(i)])
            known = self._without[split, claim] = support is not None
            if support is not None:
                refuted.append(support)
        return known

    def _nearby(self, parts: tuple[Form, Form], lifted: Sequence[int]) -> Found | None:
        """Return the range of a ratio among the claims nearest to it, which bound it from outside.

        Columns are numbered anew: a search is not to go through those of thousands of claims that it does not ask.
        """
        from claimcheck.engine.ranges import Ranges

        rows = self._forced_rows(self._near(parts))
        alike = _alike(rows, {j for form in parts for j in form}, self.component.signed)
        place = {ONE: ONE} | {j: number for number, j in enumerate(alike, 1)}
        rows = [row._replace(form={place[j]: a for j, a in row.form.items() if j in place}) for row in rows]
        signed = {place[j] for j in self.component.signed & place.keys()}
        values = {place[j]: sum([self.witness[k] for k in same], Fraction(0)) for j, same in alike.items()}
        ranges = Ranges(rows, len(alike), signed, values)
        top, bottom = ({place[j]: a for j, a in form.items()} for form in parts)
        return ranges.range(top, bottom, lifted)

    def _near(self, parts: tuple[Form, Form]) -> Iterable[int]:
        """Return the members nearest to the columns of a ratio."""
        if self._holders is None:
            self._holders = {}
            for i in self.members:
                for j in {j for row in self._way(i).rows for j in row.form} - {ONE}:
                    self._holders.setdefault(j, []).append(i)
        waiting = deque(j for form in parts for j in form if j != ONE)
        seen, near = set(waiting), dict[int, None]()
        while waiting and len(near) < self.limit:
            for i in self._holders.get(waiting.popleft(), ())[: self.limit]:
                near[i] = None
                fresh = {j for row in self._way(i).rows for j in row.form} - seen - {ONE}
                seen |= fresh
                waiting.extend(sorted(fresh))
        return near

    def _way(self, claim: int) -> Alternative:
        ways = self.component.ways(claim)
        return next((way for way in ways if holds(way.rows, self.witness)), ways[0]) if len(ways) > 1 else ways[0]

    def _settled(self) -> dict[int, list[frozenset[int]]]:
        """Return for each claim with several cases the sets of claims known to refute all but the one at hand."""
        if self._open is None:
            split = [i for i in self.members if len(self.component.ways(i)) != 1]
            sure = [row for i in self.members if i not in split for row in self.component.ways(i)[0].rows]
            boxes = self._boxes(sure) if split else None
            found = {i: (boxes and self._apart(i, sure, boxes)) or self._refuters(i, sure) for i in split}
            self._open = {i: [] if support is None else [support] for i, support in found.items()}
        return self._open

    def _boxes(self, rows: Sequence[Row]) -> Propagation:
        """Return the boxes that rows leave the columns."""
        from claimcheck.engine.propagate import Propagation

        boxes = Propagation(self.size, rows, self.component.signed, unit_of(rows))
        boxes.run()
        return boxes

    def _apart(self, claim: int, sure: Sequence[Row], boxes: Propagation) -> frozenset[int] | None:
        """Return claims whose boxes leave the denominator of another claim one sign, whatever that says itself."""
        here = self._way(claim)
        first = here.rows[0]  # where the other case is that of another sign, this and its counterpart say so
        others = [way.rows[0] for way in self.component.ways(claim) if way is not here]
        if [(row.side, row.reading, row.case) for row in others] != [("sign", first.reading, -first.case)]:
            return None
        row = others[0]
        trail = boxes.against(row)
        if trail is None:
            return None
        found = self.component.solver.exactly([*(sure[place] for place in sorted(trail)), row])
        if found.witness is not None:
            return None
        self._signs[claim] = first.case
        return frozenset(row.claim for row, _ in found.weights if isinstance(row, Row)) - {claim}

    def _refuters(self, claim: int, sure: Sequence[Row]) -> frozenset[int] | None:
        """Return claims among those of some rows that refute all cases of a claim but the one at hand, if they do."""
        found: set[int] = set()
        for way in self.component.ways(claim):
            if way is not self._way(claim):
                witness, weights, decided, _ = solve([*sure, *way.rows], self.size, self.component.signed)
                if witness is not None or not decided:
                    return None
                found |= {row.claim for row, _ in weights if isinstance(row, Row)} - {claim}
        return frozenset(found)

    def _case(self, claim: int, statement: Statement) -> int:
        """Return the sign of a denominator that signs, or the claims that stay, leave it; 0 when they leave both."""
        if claim in self._signs:
            return self._signs[claim]
        component = self.component
        signs = denominator_signs(statement.denominator, component.columns, component.signed)
        if len(signs) == 1:
            return signs[0]
        sure = [i for i in self.members if i != claim and len(component.ways(i)) == 1]
        rows = [row for i in sure for row in component.ways(i)[0].rows]
        denominator = ratio(statement, component.columns, 1)[1]
        here = sum([a if j == ONE else a * self.witness[j] for j, a in denominator.items()])
        left = []
        for case in signs:
            sign = [r for r in statement_rows((-1, 0, 0), statement, case, component.columns) if r.side == "sign"]
            solved = None if here * case > 0 else component.solver.solve([*rows, *sign])
            if solved is None or solved.witness is not None or not solved.decided:
                left.append(case)
        return left[0] if len(left) == 1 else 0


def _alike(rows: Sequence[Row], asked: set[int], signed: AbstractSet[int]) -> dict[int, list[int]]:
    """Return the columns of rows and what is asked, those that stand in the same rows in the same way under the first.

    Together these are one column: the parts of a whole of which nothing else is said are a rest of it.
    """
    stands: dict[int, list[tuple[int, int]]] = {j: [(-1, j)] for j in asked}
    for number, row in enumerate(rows):
        for j, a in row.form.items():
            stands.setdefault(j, []).append((number, a))
    stands.pop(ONE, None)
    alike: dict[tuple[object, ...], list[int]] = {}
    for j in sorted(stands):
        alike.setdefault((j in signed, *stands[j]), []).append(j)
    return {same[0]: same for same in alike.values()}
