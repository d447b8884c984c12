"""How a contradiction is told: its steps, its weighted sum, or its cases, as sentences with the claim of each."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.findings import Related
from claimcheck.kinds.base import Mode
from claimcheck.quantity.interval import ANY
from claimcheck.quantity.show import show_number
from claimcheck.reports.figures import gap
from claimcheck.reports.sentences import Sentence, Words, sum_text
from claimcheck.reports.wording import claim_unit, needed_text, number_text, said, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.findings import Finding
    from claimcheck.kinds.base import Stated
    from claimcheck.kinds.statement import Linear
    from claimcheck.quantity.interval import Interval
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Added, Case, Conflict, Step

SHOWN_CASES = 6


def told(sheet: Sheet, conflict: Conflict, *, numbered: bool = False) -> list[Sentence]:
    """Return the telling of a conflict, a sentence a line; empty where there is none.

    `numbered` says that lines are shown with their numbers, by which one can speak of another.
    """
    if conflict.cases:
        return list(_cases(sheet, conflict.cases))
    return list(_told(sheet, conflict, numbered=numbered))


def opening(conflict: Conflict) -> str:
    """Return what is said before the lines of a telling; "" where nothing need be."""
    if conflict.cases:
        return f"in each of {len(conflict.cases)} cases it fails" if len(conflict.cases) > 1 else ""
    unit = f"take {conflict.unit_quantity} as 1" if conflict.unit_quantity else ""
    if not conflict.miss or not conflict.miss.lines:
        return unit
    return "no short chain shows it; put together, each at the favourable end of its rounding:"


def mending(conflict: Conflict) -> str:
    """Return what is said before the repairs of a conflict, of which one is enough."""
    return "to mend it, one of" if len(conflict.repairs) > 1 else "to mend it"


def headline(sheet: Sheet, conflict: Conflict) -> str:
    """Return the message of a conflict's finding."""
    claims = [claim for name in conflict.claims if (claim := sheet.claim(name))]
    if len(claims) == 1:
        printed = list(dict.fromkeys(quote.text for quote in claims[0].quotes))
        if len(printed) > 1:
            return f"the quotes of {claims[0].id} disagree: {' and '.join(f'“{text}”' for text in printed)}"
        return f"{said(claims[0])} cannot be true by itself: {_alone(sheet, claims[0])}"
    few = "" if conflict.minimal else " (perhaps fewer of them already: the budget did not tell)"
    start = f"these {len(claims)} claims cannot all be true{few}"
    if not conflict.steps:
        several = f" in any of {len(conflict.cases)} cases" if len(conflict.cases) > 1 else ""
        return f"{start}{several or _against_the_others(sheet, conflict)}"
    words, last = Words(sheet, conflict.unit_quantity, _ends(conflict)), conflict.steps[-1]
    apart = gap(last.interval, last.before) if last.before else None
    own = words.amount(last.interval, last.subject, apart)
    if last.before is None or apart is None or last.subject == conflict.unit_quantity:
        return f"{start}: {words.clash(last, conflict.steps)}"
    pair = len(conflict.steps) == len(claims) == 2  # noqa: PLR2004  one against one
    other = words.amount(last.before, last.subject, apart, bare=not pair)
    if pair:
        own = words.amount(last.interval, last.subject, apart, bare=True)
        return f"{last.subject} is {other} by {conflict.steps[0].claim}, but {own} by {last.claim}"
    if set(last.given) <= {conflict.unit_quantity}:
        return f"{start}: {last.subject} is {own} by {last.claim}, but the other claims make it {other}"
    return f"{start}: some of them make {last.subject} {own}, the others make it {other}"


def _against_the_others(sheet: Sheet, conflict: Conflict) -> str:
    """Return what the likeliest claim says that the others put in a range, and that range; "" where there is none."""
    for repair in conflict.repairs:
        claim, needs = sheet.claim(repair.claim), repair.needs
        if (
            claim
            and not claim.structure
            and claim.kind.stated
            and needs
            and needs != ANY
            and not needs.is_empty
            and not _agrees(claim, needs, conflict)
        ):
            range_ = f"{within(needs, exact=repair.exact)}{needed_text(sheet, claim, needs)}"
            return f": {claim.id} says “{number_text(claim)}”, but the other claims make it {range_}"
    return ""


def _agrees(claim: Claim, needs: Interval, conflict: Conflict) -> bool:
    """Whether a claim says what the others make of it: then it clashes by the counts beside it, or not by itself."""
    asserted = claim.kind.asserted(Mode.NARROW if conflict.narrow else Mode.WIDE)
    return asserted is not None and asserted.meets(needs)


def _alone(sheet: Sheet, claim: Claim) -> str:
    """Return what is to be known of a claim that fails by itself: what its counts make, or how it is worked out."""
    from claimcheck.reports.counting import countable

    counted = countable(sheet, claim, ANY) if claim.kind.name == "fraction" else ""
    as_printed = claim.kind.stated is not None and counted.startswith(f"{claim.kind.stated.written.digits}% (")
    return f"it would be {counted}" if counted and not as_printed else claim.kind.working()


def printed(sheet: Sheet, finding: Finding) -> Iterator[Related]:
    """Yield where the claims of a conflict stand and what they print; of one whose quotes disagree, each quote."""
    claim = sheet.claim(finding.claim)
    if claim:
        yield Related(finding.primary, said(claim), claim.id)
    yield from finding.related


def clashing(sheet: Sheet, conflict: Conflict, last: Step) -> tuple[str, str]:
    """Return where the last step puts its subject, and where those before had put it, as its sentence shows them."""
    words, before = Words(sheet, conflict.unit_quantity, _ends(conflict)), last.before or ANY
    missed = gap(last.interval, before)
    return words.put(last, missed), words.amount(before, last.subject, missed)


def _told(sheet: Sheet, told: Conflict | Case, *, numbered: bool = True) -> Iterator[Sentence]:
    words = Words(sheet, told.unit_quantity, _ends(told), numbered=numbered)
    for number, step in enumerate(told.steps):
        last = number == len(told.steps) - 1
        yield Sentence(step.claim, words.clash(step, told.steps) if last else words.step(step))
    if told.miss:
        yield from words.sum(told.miss)


def _cases(sheet: Sheet, cases: Sequence[Case]) -> Iterator[Sentence]:
    for case in cases[:SHOWN_CASES]:
        yield Sentence("", f"if {' and '.join(_assumed(sheet, case))}:")
        # A level is told beside its claim already; and of a sum its end says why the case fails.
        steps = tuple(step for step in case.steps if step.factors or step is case.steps[-1])
        for each in _told(sheet, case._replace(steps=steps), numbered=False):
            yield each._replace(depth=1)
    if len(cases) > SHOWN_CASES:
        yield Sentence("", f"and {len(cases) - SHOWN_CASES} more cases, each of which fails as well")


def _assumed(sheet: Sheet, case: Case) -> Iterator[str]:
    for name, reading in case.readings:
        claim = sheet.claim(name)
        if claim and reading < len(claim.readings):
            yield f"{name} is read as {_reading(claim, reading)}"
        else:
            yield f"{name} is read as {_other_way(claim, reading)}"
    for form, sign in case.signs:
        mirrored = all(c < 0 for _, c in form.terms)  # the size of a negative base
        shown = form._replace(terms=tuple((q, -c) for q, c in form.terms)) if mirrored else form
        yield f"{_linear(shown)} is {'above' if (sign > 0) is not mirrored else 'below'} 0"
    for quantity, side, bound in case.bounds:
        yield f"{quantity} is {'at most' if side == '<=' else 'at least'} {bound}"


def _reading(claim: Claim, reading: int) -> str:
    kind = claim.readings[reading]
    if kind.stated and kind.stated.either:
        return _moved(kind.stated)
    return f"{kind.name.replace('_', ' ')}, {kind.working()}"


def _other_way(claim: Claim | None, reading: int) -> str:
    """Return what a claim means otherwise: a move the other way, which comes first, or one by the size of its base."""
    stated = claim and claim.kind.stated
    if claim and stated and stated.either and reading == len(claim.readings):
        return _moved(stated.turned())
    return "a move by the size of its base"


def _moved(stated: Stated) -> str:
    return "a fall" if stated.written.direction == "down" else "a rise"


def _linear(form: Linear) -> str:
    return sum_text([(q, Fraction(c)) for q, c in form.terms], up=True)


def _ends(told: Conflict | Case) -> list[Fraction]:
    return [end for step in told.steps for end in (step.interval.low, step.interval.high) if end is not None]


def favourable(sheet: Sheet, line: Added, *, narrow: bool) -> str:
    """Return the end of a claim's number that a weighted sum uses: "even at -6.5%"; "" where it prints none."""
    claim = sheet.claim(line.claim)
    if claim is None or claim.structure or line.note or claim.kind.stated is None:
        return ""
    from claimcheck.kinds.base import Mode

    stated = claim.kind.asserted(Mode.NARROW if narrow else Mode.WIDE)
    end = None if stated is None else stated.low if line.side == "low" else stated.high
    return "" if end is None else f"even at {show_number(end, claim_unit(sheet, claim))}"
