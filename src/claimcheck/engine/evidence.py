"""What speaks for a claim of a conflict being the wrong one: whether its change cures all, and how well a slip fits."""

from __future__ import annotations

from collections import Counter
from copy import copy
from fractions import Fraction
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.engine.boxed import MANY, boxed
from claimcheck.engine.decide import Outcome, decide
from claimcheck.engine.program import Program
from claimcheck.engine.ranges import Ranges
from claimcheck.engine.recompute import Implied, implied, implied_by
from claimcheck.engine.rows import denominator_signs, ratio
from claimcheck.engine.solve import BEYOND_FLOATS, Solver
from claimcheck.engine.system import beside
from claimcheck.kinds.statement import ITS_NUMBER, Statement
from claimcheck.quantity.interval import ANY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.engine.component import Component
    from claimcheck.engine.rows import Row
    from claimcheck.engine.system import Readings, Variant
    from claimcheck.quantity.interval import Interval

_OFTEN = {"digit": 0.3, "swapped": 0.2, "sign": 0.15, "power of ten": 0.08}  # how writers slip; any other: as below
_SELDOM = 0.1
_HARDLY = 0.02  # "percentage points" where percent are meant: who writes them knows the difference
_NO_SLIP = 1e-3  # how likely any one wrong number is that no slip explains
_TRIED = 8  # slips of one claim whose number fits
_ENOUGH = 3  # of them that make all consistent
_PIECES = 20  # of products, to see whether a cure holds beside formulas
LONG = 6  # claims of a conflict; an exact program of more is slower than floats with exact ends
_FEW = 8  # claims that refute a slip: of more, what they leave is not asked
_NARROW = 4  # times as wide as what a printed number stands for: the middle of such a range tells digits apart
_LONGEST = 12  # claims; of more, what floats leave open is an enclosure


class Likely(NamedTuple):
    """A slip, and how likely it is among all that could happen to a number."""

    variant: Variant
    weight: float
    alike: bool  # whether it says the same with another number, so that what the others leave tells whether it fits


class Evidence:
    """A conflict within members of a component; what is asked of a claim is found once."""

    def __init__(self, component: Component, claims: Sequence[int], members: Sequence[int]) -> None:
        self.component, self.claims, self.members = component, claims, members
        self._outcomes: dict[int, Outcome] = {}
        self._needs: dict[int, Implied] = {}
        self._lefts: dict[int, Interval] = {}  # what refutations of slips leave of a claim's ratio
        self._slips: dict[int, tuple[Likely, ...]] = {}
        self._fitting: dict[int, tuple[Likely, ...]] = {}
        self._hit = frozenset(claims)  # what every contradiction known so far needs: nothing else cures them all
        self._beside: dict[tuple[int, Readings], bool | None] = {}
        self._all: tuple[int, ...] = ()  # with formulas, where there are any

    def beside(self, holding: Iterable[int], formulas: Iterable[int]) -> Evidence:
        """Return the evidence where a cure has to hold beside formulas, and the claims that hold with these.

        What else clashes with a formula is set aside, as other conflicts are.
        """
        other = copy(self)
        kept = {*holding, *self.claims}
        other._all = (*(i for i in self.members if i in kept), *formulas)  # noqa: SLF001  of its own class
        other._fitting, other._beside = {}, {}  # noqa: SLF001
        return other

    def without(self, claim: int) -> Outcome:
        """Return whether all members can hold where the claim may print any number."""
        known = self._outcomes.get(claim)
        if known is not None:
            return known
        if claim not in self._hit:
            return Outcome(feasible=False)
        readings = self.component.constraints[claim].beside
        outcome = self._outcomes[claim] = decide(self.component.with_readings(claim, readings), self.members)
        if outcome.feasible is False:
            self._hit &= outcome.support
        return outcome

    def cures(self, claim: int) -> bool:
        """Whether changing the claim alone makes the members consistent."""
        return self.cured(claim) is True

    def cured(self, claim: int) -> bool | None:
        """Return whether changing the claim alone makes the members consistent; `None` for not decided."""
        feasible = self.without(claim).feasible
        if feasible and len(self._own(claim)) > 1:
            feasible = self._one_number_cures(claim)
        return self._beside_formulas(claim, self.component.constraints[claim].beside) if feasible else feasible

    def cured_once(self, claim: int) -> bool | None:
        """Return whether the members hold where only a claim's first quote counts; `None` for not decided."""
        constraint = self.component.constraints[claim]
        if constraint.once == constraint.readings:
            return False
        feasible = decide(self.component.with_readings(claim, constraint.once), self.members).feasible
        return self._beside_formulas(claim, constraint.once) if feasible else feasible

    def _beside_formulas(self, claim: int, readings: Readings) -> bool | None:
        """Return whether other readings of a claim hold beside formulas as well; `None` for not decided."""
        if not self._all:
            return True
        key = claim, readings
        if key not in self._beside:
            from claimcheck.engine.nonlinear import decide_all

            component = self.component.with_readings(claim, readings)
            self._beside[key] = decide_all(component, self._all, _PIECES).feasible
        return self._beside[key]

    def needs(self, claim: int) -> Interval | None:
        """Return the range of a claim's ratio that the others and its side conditions leave; `None` for no value."""
        return self._need(claim).interval

    def tight(self, claim: int) -> bool:
        """Whether what a claim needs is no wider than the others ask for."""
        return self._need(claim).exact

    def needs_itself(self, claim: int) -> Interval:
        """Return the range that is left of a compared number whose ratio says it otherwise: a rate a year."""
        constraint = self.component.constraints[claim]
        own = self._own(claim)
        found = ANY
        for other in (constraint.readings[0][k] for k in own[1:]):
            if isinstance(other, Statement) and other.interval != constraint.readings[0][0].interval:
                found = found.meet(self._left(claim, other, own).interval or ANY)
        return found

    def _one_number_cures(self, claim: int) -> bool | None:
        """Return whether members can hold where all that says a compared claim's number lies in what it needs."""
        constraint, needs = self.component.constraints[claim], self.needs(claim)
        if needs is None:
            return False
        first, *rest = constraint.readings[0]
        same = tuple(
            c._replace(interval=needs) if c.note == ITS_NUMBER and c.interval == first.interval else c for c in rest
        )
        kept = tuple(c for c in same if c.note != ITS_NUMBER or c.interval == needs)
        return decide(
            self.component.with_readings(claim, ((first._replace(interval=needs), *kept),)), self.members
        ).feasible

    def _own(self, claim: int) -> list[int]:
        """Return the places of the statements that say a claim's own number."""
        reading = self.component.constraints[claim].readings[0]
        return [k for k, each in enumerate(reading) if not k or each.note == ITS_NUMBER]

    def _need(self, claim: int) -> Implied:
        if claim not in self._needs:
            self._needs[claim] = self._needed(claim)
        return self._needs[claim]

    def _needed(self, claim: int) -> Implied:
        constraint = self.component.constraints[claim]
        first = constraint.readings[0][0]
        if not isinstance(first, Statement):
            return Implied(None)
        own = self._own(claim)
        needed = self._left(claim, first, own)
        for other in (constraint.readings[0][k] for k in own[1:]):
            if not isinstance(other, Statement) or other.interval != first.interval:
                continue  # see `needs_itself`
            left = self._left(claim, other, own)
            if needed.interval is None or left.interval is None:
                return Implied(None)
            needed = Implied(needed.interval.meet(left.interval), exact=needed.exact and left.exact)
        return needed

    def _left(self, claim: int, first: Statement, own: Sequence[int]) -> Implied:
        """Return the range of a ratio where a claim's statements of its own number are lifted."""
        component = self.component
        side = [row for row in component.ways(claim)[0].rows if row.statement not in own]
        if self._plain and len(self.claims) > MANY:
            rows = [row for i in self.claims if i != claim for row in component.ways(i)[0].rows]
            signs = denominator_signs(first.denominator, component.columns, component.signed)
            box = boxed(component, [*side, *rows], ratio(first, component.columns, signs[0]))
            if len(signs) == 1 and box is not None:
                return Implied(box.interval, exact=False)
        if self._plain and len(self.claims) > LONG:
            found = self._walked(claim, first, side)
            if found is not None and (found.exact or len(self.claims) > _LONGEST):
                return found
        if self._plain:
            program = self._program.copy()
            for k in own:
                program.lift(claim, statement=k)
            return implied_by(program, (), first, component)
        return implied(component, [i for i in self.claims if i != claim], first, side)

    def _walked(self, claim: int, first: Statement, side: Sequence[Row]) -> Implied | None:
        """Return the range of a long conflict's claim by floats and exact ends, perhaps an enclosure of it."""
        component = self.component
        rows = [*side, *(row for i in self.claims if i != claim for row in component.ways(i)[0].rows)]
        signs = denominator_signs(first.denominator, component.columns, component.signed)
        try:
            witness = self._solver.solve(rows).witness
            if witness is None or len(signs) > 1:
                return None
            ranges = Ranges(rows, self._solver.size, component.signed, witness, retry=False)
            found = ranges.range(*ratio(first, component.columns, signs[0]), ())
        except BEYOND_FLOATS:
            return None
        return None if found is None else Implied(found.interval, exact=found.exact)

    @cached_property
    def _solver(self) -> Solver:
        return Solver(len(self.component.columns), self.component.signed)

    @cached_property
    def _plain(self) -> bool:
        """Whether no claim of the conflict has cases."""
        return not self.component.whole and all(len(self.component.ways(i)) == 1 for i in self.claims)

    @cached_property
    def _program(self) -> Program:
        """The conflict as one exact program; it has no cases."""
        program = Program(len(self.component.columns), self.component.signed)
        for i in self.claims:
            program.add(self.component.ways(i)[0].rows)
        program.solve()
        return program

    def slips(self, claim: int) -> tuple[Likely, ...]:
        """Return the likely slips whose number fits what the others of the conflict leave.

        Those whose number itself lies there come first, then those of a kind that explains most: where many a changed
        digit fits, a lost point says little. Of one kind the number in the middle of a narrow range does, of a wide one
        that nearest to the printed one.
        """
        if claim not in self._slips:
            found = list(self._weighed(claim))
            kinds: Counter[str] = Counter()
            for likely in found:
                kinds[likely.variant.slip] += likely.weight  # type: ignore[assignment]  # a Counter adds floats as well
            own, needs = self.component.constraints[claim].readings[0][0].interval, self.needs(claim)
            found.sort(
                key=lambda likely: (
                    likely.alike and not _is_within(likely.variant, needs),
                    -kinds[likely.variant.slip],
                    _off(likely, needs, own),
                )
            )
            self._slips[claim] = tuple(found)
        return self._slips[claim]

    def _weighed(self, claim: int) -> Iterator[Likely]:
        constraint, needs = self.component.constraints[claim], self.needs(claim)
        if constraint.variants is None or needs is None:
            return
        variants = tuple(constraint.variants())
        first, counts = constraint.readings[0][0], Counter(variant.slip for variant in variants)
        for variant in variants:
            other = variant.readings[0][0]
            alike = isinstance(other, Statement) and other[:2] == first[:2] and len(variant.readings) == 1
            alike = alike and beside(variant.readings) == constraint.beside
            if not alike or _lands(other.interval, needs):
                yield Likely(variant, _weight(variant) / counts[variant.slip], alike)

    def fitting(self, claim: int) -> tuple[Likely, ...]:
        """Return the slips among the likeliest whose number makes all members consistent."""
        if claim not in self._fitting:
            slips = self.slips(claim) if self.cures(claim) else ()
            long = len(self.claims) > LONG  # each of many claims is tried with few slips
            alike = [s for s in slips if s.alike][: _ENOUGH if long else _TRIED]
            tried = [*[s for s in slips if not s.alike], *alike]  # first what leaves the digits as they are
            fitting = (likely for likely in tried if self._mends(claim, likely))
            self._fitting[claim] = tuple(islice(fitting, 1 if long else _ENOUGH))
        return self._fitting[claim]

    def _mends(self, claim: int, slip: Likely) -> bool:
        """Whether a slip makes all members consistent; what refutes it is asked first about the next one."""
        readings = slip.variant.readings
        left = self._lefts.get(claim) if slip.alike else None
        if left is not None and readings[0][0].interval.meet(left).is_empty:
            return False
        linear = decide(self.component.with_readings(claim, readings), self.members)
        others, first = linear.support - {claim}, self.component.constraints[claim].readings[0][0]
        if slip.alike and isinstance(first, Statement) and 0 < len(others) <= _FEW:
            found = implied(self.component, sorted(others), first).interval
            if found is not None:
                self._lefts[claim] = found if left is None else found.meet(left)
        return linear.feasible is True and self._beside_formulas(claim, readings) is True

    def likelihood(self, claim: int, slips: Iterable[Likely]) -> float:
        """Return how likely it is that slips, or a mistake that none explains, made of the claim what it says."""
        return 0.0 if self.component.constraints[claim].structure else _NO_SLIP + sum(slip.weight for slip in slips)


def _weight(variant: Variant) -> float:
    """Return how likely a slip of its kind is."""
    if variant.slip == "points" and variant.text.endswith("%"):
        return _HARDLY
    return _OFTEN.get(variant.slip, _SELDOM)


def _is_within(variant: Variant, needs: Interval | None) -> bool:
    """Whether the number of a slip lies in a range itself, and not only what is rounded to it."""
    middle = _middle(variant.readings[0][0].interval)
    return needs is None or middle is None or needs.contains(middle)


def _off(likely: Likely, needs: Interval | None, own: Interval) -> Fraction:
    """Return how far a slip's number lies from the middle of a narrow range, from the printed number of a wide one."""
    there = _middle(likely.variant.readings[0][0].interval)
    middle = _middle(needs) if needs and likely.alike and _is_narrow(needs, own) else None
    return _apart(likely.variant, own) if there is None or middle is None else abs(there - middle)


def _is_narrow(needs: Interval, own: Interval) -> bool:
    """Whether few numbers of as many digits as the printed one lie in a range."""
    if needs.low is None or needs.high is None or own.low is None or own.high is None:
        return False
    return needs.high - needs.low <= _NARROW * (own.high - own.low)


def _middle(interval: Interval) -> Fraction | None:
    return None if interval.low is None or interval.high is None else (interval.low + interval.high) / 2


def _apart(variant: Variant, own: Interval) -> Fraction:
    """Return how far a slip's number lies from the printed one."""
    other = variant.readings[0][0].interval
    ends = [(a, b) for a, b in ((own.low, other.low), (own.high, other.high)) if a is not None and b is not None]
    return max((abs(a - b) for a, b in ends), default=Fraction(0))


def _lands(stated: Interval, needs: Interval) -> bool:
    """Whether a number fits a range; "more than 5" fits where 5 does, or it would fit nearly anywhere."""
    if stated.low is None or stated.high is None:
        end = stated.high if stated.low is None else stated.low
        return end is not None and needs.contains(end)
    both = stated.meet(needs)
    inside = both.low is None or both.high is None or both.low < both.high  # more than an end that touches
    return not both.is_empty and (inside or stated.is_point or needs.is_point)
