"""A sheet as one system of unknowns: each claim a constraint, with its readings and what is known of its quantities."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.engine.system import Constraint, System, Terms, Variant
from claimcheck.kinds.base import Fit, Known, Mode, level_names
from claimcheck.kinds.statement import ITS_NUMBER, PRINTED_AGAIN, Linear, Quantity, Statement, quantities
from claimcheck.kinds.sum import Sum
from claimcheck.kinds.value import Value
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.terms import ONE
from claimcheck.sheet.occurring import occurrences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.engine.system import Readings
    from claimcheck.kinds.base import Kind
    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period
    from claimcheck.quantity.terms import Written
    from claimcheck.sheet.model import Claim, Sheet

_ZERO = Interval.point(Fraction(0))
_WIDENING = ("about", "nearly", "just over")


def compile_sheet(sheet: Sheet) -> System:
    """Return the system that the claims of `sheet` make."""
    return _Compiler(sheet).system()


class _Compiler:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.compared = _compared(sheet)
        self.periods = _periods(sheet)
        self.signed_names = {name for name, known in sheet.series.items() if known.signed}
        self.signed_names.update(name for c in sheet.claims for kind in c.readings for name in _prints_signed(kind))
        self.signed_names.difference_update(name for name, known in sheet.series.items() if known.positive)
        self.percent_names = _percentages(sheet)
        self.known = {
            mode: Known(mode, self._periods_of, self._number_of, self.signed_names.__contains__, self._is_zero)
            for mode in Mode
        }

    def system(self) -> System:
        constraints = tuple(self.constraint(claim) for claim in self.sheet.claims if not self._bounds_nothing(claim))
        whole: set[Quantity] = set()
        for claim in self.sheet.claims:
            for kind in claim.readings:
                whole.update(kind.whole_numbers())
        named = {q for c in constraints for reading in c.readings for each in reading for q in quantities(each)}
        signed = {q for q in named if q.name in self.signed_names} | {_pseudo(name) for name in self.compared}
        return System(constraints, frozenset(signed), frozenset(whole))

    def _bounds_nothing(self, claim: Claim) -> bool:
        """Whether a claim is a structure that says "at most the whole" where other parts may be below 0."""
        kind = claim.kind
        if not (claim.structure and isinstance(kind, Sum) and not kind.complete):
            return False
        return any(term.name in self.signed_names for each in (*kind.parts, kind.total) for term in each.terms)

    def constraint(self, claim: Claim) -> Constraint:
        readings = self.readings(claim, Mode.WIDE)
        kind = claim.kind
        stated = kind.asserted(Mode.WIDE)
        written = kind.stated
        if stated is None or written is None:
            first = readings[0][0].interval if readings[0] else None
            return Constraint(claim.id, readings, stated=first, structure=claim.structure)
        numbers = [n for kinds in _meant(claim) for each in kinds if (n := each.stated)]
        narrow = any(n.written.zeros and n.level(Mode.NARROW) != n.level(Mode.WIDE) for n in numbers)
        return Constraint(
            claim.id,
            readings,
            narrow=self.readings(claim, Mode.NARROW) if narrow else None,
            plain=self.readings(claim, Mode.PLAIN) if any(n.written.hedge in _WIDENING for n in numbers) else None,
            stated=stated,
            printed=written.printed(kind.reads),
            half_unit=written.half_unit(),
            restate=_restated(kind) if self.sheet.derived.units else kind.restate,
            variants=self.variants(claim, Mode.WIDE),
            narrow_variants=self.variants(claim, Mode.NARROW) if narrow else None,
            terms=self.terms(claim) if len(readings) > 1 else (),
        )

    def terms(self, claim: Claim) -> tuple[Terms, ...]:
        """Return the terms of each reading, those in other ways of meaning a reading last, as in `readings`."""
        kinds = list(enumerate(claim.readings))
        other = [(i, way.kind) for i, kind in kinds for way in kind.otherwise(self.known[Mode.WIDE])]
        return tuple(
            Terms(
                i,
                kind.asserted(Mode.WIDE),
                kind.stated and kind.stated.printed(kind.reads),
                kind.stated and kind.stated.half_unit(),
                _restated(kind),
            )
            for i, kind in (*kinds, *other)
        )

    def readings(self, claim: Claim, mode: Mode) -> Readings:
        known, printed = self.known[mode], _meant(claim)
        meant = [self.completed(claim, kinds, mode, [self.conditions(k, mode) for k in kinds]) for kinds in printed]
        for kinds in printed:
            ways = zip(*(k.otherwise(known) for k in kinds), strict=True)
            meant += [self.completed(claim, kinds, mode, [self.in_units(*each) for each in way]) for way in ways]
        return tuple(tuple(conditions) for conditions in meant)

    def conditions(self, kind: Kind, mode: Mode) -> tuple[Condition, ...]:
        """Return what a reading asserts."""
        return self.in_units(kind, kind.conditions(self.known[mode]))

    def in_units(self, kind: Kind, conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
        """Return conditions of a reading, its number in the unit of its quantities."""
        first, *rest = conditions
        worth = kind.stated.factor if self.sheet.derived.units and kind.stated else ONE
        return (first if worth == 1 else first._replace(interval=first.interval.scaled(worth)), *rest)

    def completed(
        self, claim: Claim, kinds: Sequence[Kind], mode: Mode, printed: Sequence[tuple[Condition, ...]]
    ) -> Iterator[Condition]:
        """Yield conditions, those of numbers printed again, and what ties the number to claims that compare it."""
        first = printed[0]
        for condition in first:
            yield self.linked(condition)
        for again, conditions in zip(kinds[1:], printed[1:], strict=True):
            note = f"{PRINTED_AGAIN}“{again.stated.written.text}”" if again.stated else ""
            for condition in conditions:
                if condition not in first:
                    yield self.linked(condition)._replace(note=note)
        kind = kinds[0]
        compared = claim.id in self.compared and self._level_of(claim) is None
        if compared and (asserted := kind.compared(mode)):
            worth = kind.stated.factor if kind.stated else ONE
            yield Statement(Linear(((_pseudo(claim.id), 1),)), None, asserted.scaled(worth), ITS_NUMBER)

    def linked(self, condition: Condition) -> Condition:
        """Put `a / b` in the place of a ratio that occurs in levels alone; others are unknowns of their own."""
        ratios = self.sheet.derived.ratios
        if not ratios or not isinstance(condition, Statement) or condition.denominator is not None:
            return condition
        terms, constant = condition.numerator
        if len(terms) != 1 or constant or terms[0][0] not in ratios:
            return condition
        quantity, factor = terms[0]
        above, below, period = ratios[quantity]
        scaled = condition.interval.scaled(1 / Fraction(factor))
        return Statement(above.at(period), below.at(period), scaled, condition.note)

    def variants(self, claim: Claim, mode: Mode) -> Callable[[], Iterator[Variant]]:
        """Return the likely slips of a claim's number, each with the readings it would have had."""

        def tried() -> Iterator[Variant]:
            from claimcheck.quantity.show import show_number
            from claimcheck.quantity.slips import slips

            stated = claim.kind.stated
            if stated is None:
                return
            own = stated.written
            others = tuple(tuple(claim.again(i)) for i in range(len(claim.readings)))  # they stay as printed
            printed = self.readings(claim, mode)
            for name, slipped in slips(own):
                if name == "sign" and claim.kind.fit is Fit.LEVEL and own.unit.family == "percent" and own.value > 0:
                    continue  # "60% by sea" lost no minus
                written = _as_precise(slipped, own)
                other = stated._replace(written=written)
                same = own.value  # a reading that takes the digits in another unit keeps its number
                readings = tuple(
                    kind.with_number(other) if kind.stated and kind.stated.written.value == same else kind
                    for kind in claim.readings
                )
                bare = claim._replace(readings=readings, printed=others)
                text = written.text
                if text == own.text:  # the slip is in the sign or the size: the digits do not show it
                    amount = own.text[own.amount_start - own.start : own.amount_end - own.start]
                    turned = written.direction if name == "sign" else ""
                    text = f"{turned} {amount}" if turned else show_number(written.value, written.unit)
                meant = self.readings(bare, mode)
                if meant != printed:
                    yield Variant(name, text, meant)
            if len(claim.readings) == 1 and not others[0]:
                from claimcheck.app.misread import misread

                names = level_names(claim.kind)
                percent = all(name in self.percent_names for name in names)
                name_of = names[0] if len(names) == 1 else ""
                for name, text, kind in misread(
                    claim.kind, percent=percent, level=lambda period: self._level_beside(claim, name_of, period)
                ):
                    meant = self.readings(claim._replace(readings=(kind,)), mode)
                    if meant != printed:
                        yield Variant(name, text, meant)

        return tried

    def _periods_of(self, name: str) -> tuple[Period, ...]:
        return tuple(self.periods.get(name, {}).values())

    def _level_beside(self, claim: Claim, name: str, period: Period) -> Interval | None:
        """Return what another claim prints as the level of a quantity at a period."""
        printed = self._levels.get((name, period.text), [])
        return next((level for other, level in printed if other != claim.id), None)

    @cached_property
    def _levels(self) -> dict[tuple[str, str], list[tuple[str, Interval]]]:
        """Return the claims that print a level of each single quantity at a period, with what they print."""
        levels: dict[tuple[str, str], list[tuple[str, Interval]]] = {}
        for claim, kind in ((claim, claim.kind) for claim in self.sheet.claims):
            if isinstance(kind, Value) and kind.in_ and len(kind.of.terms) == 1 and not kind.of.terms[0].period:
                place = kind.of.terms[0].name, kind.in_.text
                levels.setdefault(place, []).append((claim.id, kind.number.level(Mode.WIDE)))
        return levels

    @cached_property
    def _zeros(self) -> set[Quantity]:
        """Return the levels that some claim prints as exactly 0."""
        found: set[Quantity] = set()
        for claim in self.sheet.claims:
            kind = claim.kind
            if kind.name == "value" and len(claim.readings) == 1 and kind.asserted(Mode.WIDE) == _ZERO:
                form = kind.conditions(self.known[Mode.WIDE])[0]
                found.update(quantities(form) if isinstance(form, Statement) and len(form.numerator.terms) == 1 else ())
        return found

    def _is_zero(self, form: Linear) -> bool:
        return bool(form.terms) and not form.constant and all(quantity in self._zeros for quantity, _ in form.terms)

    def _number_of(self, identifier: str) -> Linear | None:
        """Return what a compared claim's number is: a level, or else an unknown of its own."""
        claim = self.sheet.claim(identifier)
        if claim is None:
            return None
        return self._level_of(claim) or Linear(((_pseudo(identifier), 1),))

    def _level_of(self, claim: Claim) -> Linear | None:
        """Return the level that the number of a claim is by each of its readings; `None` where there is no such one."""
        forms = set()
        for kind in claim.readings:
            first = kind.conditions(self.known[Mode.WIDE])[0] if kind.name == "value" else None
            linear = isinstance(first, Statement) and self.linked(first) is first
            forms.add(first.numerator if isinstance(first, Statement) and linear else None)
        return forms.pop() if len(forms) == 1 else None


def _meant(claim: Claim) -> list[list[Kind]]:
    """Return each reading of a claim, followed by it with every other number that further quotes print for it."""
    return [[kind, *map(kind.with_number, claim.again(i))] for i, kind in enumerate(claim.readings)]


def _restated(kind: Kind) -> Callable[[Interval], Interval]:
    """Return what carries a range in the unit of a claim's quantities into the claim's own terms."""
    worth = kind.stated.factor if kind.stated else ONE
    return kind.restate if worth == 1 else lambda ratio: kind.restate(ratio.scaled(1 / worth))


def _as_precise(slipped: Written, own: Written) -> Written:
    """Return a slip printed to the digit of the number in whose place it would be: 40 firms for 41 are no 35 to 45."""
    return slipped._replace(zeros=own.zeros, exact=own.exact) if slipped.zeros > own.zeros else slipped


def _pseudo(identifier: str) -> Quantity:
    """Return the unknown that stands for the number of a claim that another claim compares."""
    return Quantity(f"number of {identifier}")


def _compared(sheet: Sheet) -> set[str]:
    pairs = [
        (getattr(kind, "claim", ""), getattr(kind, "than", ""))
        for claim in sheet.claims
        for kind in claim.readings
        if kind.name == "compare"
    ]
    return {name for claim, than in pairs if claim for name in (claim, than) if isinstance(name, str)}


def _periods(sheet: Sheet) -> dict[str, dict[str, Period]]:
    """Return the periods at which each name occurs, when some claim asks for them."""
    if not any(kind.name == "extreme" for claim in sheet.claims for kind in claim.readings):
        return {}
    from claimcheck.quantity.period import parse_period

    found: dict[str, dict[str, Period]] = {}
    for quantity in occurrences(sheet.claims):
        if quantity.period:
            found.setdefault(quantity.name, {})[quantity.period] = parse_period(quantity.period)
    return found


def _percentages(sheet: Sheet) -> set[str]:
    """Return the names of quantities that are percentages: declared so, or printed as their level."""
    found = {name for name, known in sheet.series.items() if known.unit and known.unit.family == "percent"}
    for kind in (kind for claim in sheet.claims for kind in claim.readings):
        if kind.name == "value" and kind.stated and kind.stated.written.unit.family == "percent":
            found.update(level_names(kind))
    return found


def _prints_signed(kind: Kind) -> Iterator[str]:
    """Yield the names of which a claim prints a negative level or average, or a percentage as their level."""
    if kind.name not in {"value", "average"} or kind.stated is None:
        return
    written = kind.stated.written
    if written.value < 0 or kind.stated.negative or (kind.name == "value" and written.unit.family == "percent"):
        yield from level_names(kind)
