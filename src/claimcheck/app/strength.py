"""Strength: the share of slips in single numbers that a sheet would notice, the text and the sheet edited alike."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from claimcheck.app.coverage import cover
from claimcheck.app.edits import edits, shown
from claimcheck.documents.covered import BOUND, Edit, Edited, Number
from claimcheck.kinds.base import Fit, Mode, Operand, Stated

if TYPE_CHECKING:
    from claimcheck.kinds.base import Kind
    from claimcheck.quantity.written import Unit, Written
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Report, Result

BUDGET = 20.0  # seconds for the edits that take a decision of their own; most need only the recomputed range


def strength(report: Report, budget: float = BUDGET) -> list[Edited]:
    """Return each bound number with its edits, and whether the sheet catches them.

    The sheet follows the edit: its quote and its `is` hold the edited number as well, so that what is caught is caught
    by the other claims, by the unit, or by the claim itself. An edit whose interval does not meet the range that the
    other claims imply is caught; where that range is not all there is to know (whole numbers, readings, a number that
    several claims print), the component is decided anew, within `budget` seconds.
    """
    if report.sheet is None or report.assessment is None:
        return []
    tester = _Tester(report, monotonic() + budget)
    return [tester.edited(number) for number in cover(report) if number.status == BOUND and not number.period]


class _Tester:
    def __init__(self, report: Report, deadline: float) -> None:
        assert report.sheet is not None  # noqa: S101  asked for with a sheet
        self.sheet: Sheet = report.sheet
        self.results = report.results
        self.deadline = deadline
        self.claims = {claim.id: claim for claim in self.sheet.claims}
        self._groups: dict[str, tuple[str, ...]] | None = None

    def edited(self, number: Number) -> Edited:
        """Return the number with the outcome of each edit."""
        claims = [self.claims[name] for name in number.claims]
        owners = [(claim, own) for claim in claims if (own := _printed(claim, number.written))]
        if not owners:
            return Edited(number, ())
        first, printed = owners[0]
        tried = []
        for slip, written in edits(printed, first.kind.reads):
            changed = [_with_number(claim, own, written) for claim, own in owners]
            followed = [claim for claim in changed if claim is not None]
            if len(followed) == len(owners):
                tried.append(Edit(slip, shown(slip, written), self._caught(owners, followed, slip, written)))
        return Edited(number, tuple(tried))

    def _caught(
        self, owners: list[tuple[Claim, Written]], changed: list[Claim], slip: str, written: Written
    ) -> bool | None:
        if not all(_fits(self.sheet, claim, written) for claim in changed):
            return True
        if len(changed) == 1:
            quick = self._quick(owners[0][0], changed[0], slip, written)
            if quick is not None:
                return quick
        return self._slow(changed) if monotonic() < self.deadline else None

    def _quick(self, claim: Claim, changed: Claim, slip: str, written: Written) -> bool | None:
        """Decide an edit by the range the other claims imply; `None` where that does not decide it."""
        kind = changed.kind
        other = kind.asserted(Mode.WIDE)
        if other is None:
            return None
        own = kind.stated.factor if kind.stated else 1
        again = [(kind.with_number(number).asserted(Mode.WIDE), number.factor / own) for number in changed.again(0)]
        if any(not each.scaled(worth).meets(other) for each, worth in again if each):
            return True
        result: Result | None = self.results.get(claim.id)
        if result is None or result.recomputed is None or len(claim.readings) > 1:
            return None
        if kind == claim.kind or kind.whole_numbers():  # what was edited stands in another quote, or in a count
            return None
        turned = kind.name == "value" and written.value < 0  # a negative level lets its quantity be negative
        if turned or (slip == "sign" and kind.reads in ("level", "share", "times")):
            return None
        if not result.recomputed.meets(other):
            return True
        # A range that is the hull of several readings holds numbers that no reading allows.
        return False if result.exact and not self._has_readings(claim.id) else None

    def _has_readings(self, name: str) -> bool:
        return any(len(self.claims[other].readings) > 1 for other in self._group(name))

    def _slow(self, changed: list[Claim]) -> bool:
        """Decide the component of the edited claims anew."""
        from claimcheck.app.compile import compile_sheet
        from claimcheck.engine import check

        names = {claim.id: claim for claim in changed}
        group = dict.fromkeys(name for claim in changed for name in self._group(claim.id))
        kept = tuple(names.get(name, self.claims[name]) for name in group)
        assessment = check(
            compile_sheet(self.sheet._replace(claims=kept)), narrow=False, recompute=False, explain=False
        )
        return any(names.keys() & set(conflict.claims) for conflict in assessment.conflicts)

    def _group(self, name: str) -> tuple[str, ...]:
        """Return the claims that bear on a claim, itself among them, in the order of the sheet."""
        if self._groups is None:
            from claimcheck.app.compile import compile_sheet
            from claimcheck.engine.component import components

            self._groups = {}
            for component in components(compile_sheet(self.sheet)):
                ids = tuple(constraint.id for constraint in component.constraints)
                self._groups.update(dict.fromkeys(ids, ids))
        return self._groups[name]


def _printed(claim: Claim, written: Written) -> Written | None:
    """Return which of a claim's numbers a number of the text is."""
    stated = [*(quote.number for quote in claim.quotes), claim.kind.stated]
    numbers = [own for each in stated if each for own in (*each.counts, each.written)]
    near = [own for own in numbers if own.digits == written.digits]
    return next((own for own in near if abs(own.value) == abs(written.value)), next(iter(near), None))


def _with_number(claim: Claim, own: Written, written: Written) -> Claim | None:
    """Return the claim with another number in the place of one of its own; `None` where it cannot be put there."""
    kind: Any = claim.kind
    if kind.name == "assert":
        if own.digits not in kind.formula or written.digits == own.digits:
            return None
        return claim._replace(readings=(kind.changed(formula=kind.formula.replace(own.digits, written.digits, 1)),))
    if kind.stated is None:
        return None
    if kind.name == "fraction" and not _may_stand_for(own, written):
        return None

    def edited(stated: Stated) -> Stated:
        counts = tuple(written if each == own else each for each in stated.counts)
        return stated._replace(written=written if stated.written == own else stated.written, counts=counts)

    main = edited(kind.stated)
    if claim.number_place is not None and main == kind.stated:
        main = main._replace(written=_followed(main.written, own, written))
    return claim._replace(
        readings=(kind.with_number(main), *claim.readings[1:]),
        quotes=tuple(q._replace(number=q.number and edited(q.number)) for q in claim.quotes),
        printed=tuple(tuple(n and edited(n) for n in numbers) for numbers in claim.printed),
    )


def _followed(said: Written, own: Written, written: Written) -> Written:
    """Return what `is` says once a quote's `own` number was edited: that with its own sign, hedge and verb."""
    if said.digits != own.digits or abs(said.value) != abs(own.value):
        return said
    sign = 1 if said.value == own.value else -1
    upper = None if written.upper is None else sign * written.upper
    kept = written._replace(value=sign * written.value, upper=upper)
    return kept._replace(hedge=said.hedge, direction=said.direction, by_to=said.by_to)


def _may_stand_for(own: Written, written: Written) -> bool:
    """Whether an edit of a number of a fraction leaves a percentage one, and a count a whole number."""
    from claimcheck.kinds.fraction import is_rate

    whole = written.value.denominator == 1 and written.value >= 0 and written.digits.replace(",", "").isdecimal()
    return whole or is_rate(own)


def _fits(sheet: Sheet, claim: Claim, written: Written) -> bool:
    """Whether the edited number is one that the claim's kind and its quantity's unit take."""
    from claimcheck.sheet.fitting import fits

    kind: Kind = claim.kind
    if kind.fit is Fit.NONE:
        return True
    operand, unit = getattr(kind, "of", None), None
    if kind.fit in (Fit.LEVEL, Fit.CHANGE) and isinstance(operand, Operand):
        unit = _unit(sheet, operand)
    return fits(type(kind), written, unit)


def _unit(sheet: Sheet, operand: Operand) -> Unit | None:
    known = sheet.series.get(operand.terms[0].name)
    return known.unit if known and known.unit else sheet.defaults.unit
