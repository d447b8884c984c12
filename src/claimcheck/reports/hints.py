"""What helps to see why claims clash: signs that words may give, and words of the text that a quote cuts off."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.quantity.written import Written
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Located, Report

_AHEAD = 80  # characters before a number, where its verb may stand
_BEHIND = 40
_MOVED = ("rate", "signed")  # kinds that a verb turns round: how they read their number


def hints(report: Report, claims: Iterable[str]) -> list[tuple[str, str]]:
    """Return what is to be known of the claims of a contradiction, each with a word for what it is about."""
    from claimcheck.sheet.losses import sign_notes

    if report.sheet is None:
        return []
    names = tuple(claims)
    held = [claim for name in names if (claim := report.sheet.claim(name))]
    cut = (_cut_short(claim, report.places.get(claim.id, ())) for claim in held)
    mixed = (_mixed_units(claim, report.sheet) for claim in held)
    return [
        *(("sign", note) for note in sign_notes(report.sheet, names)),
        *(("quote", note) for note in cut if note),
        *(("unit", note) for note in (*mixed, *_without_per(held)) if note),
    ]


def _mixed_units(claim: Claim, sheet: Sheet) -> str:
    """Return which quantities of a formula are in several units of one dimension, in which its numbers stand."""
    from claimcheck.kinds.statement import quantities
    from claimcheck.quantity.conversion import factor
    from claimcheck.reports.wording import unit_of_name
    from claimcheck.sheet.occurring import BARE as NOTHING

    if claim.kind.name != "assert":
        return ""
    spoken = dict.fromkeys(each.name for condition in claim.kind.conditions(NOTHING) for each in quantities(condition))
    for (one, unit), (other, another) in combinations([(name, unit_of_name(sheet, name)) for name in spoken], 2):
        if factor(unit, another) not in (None, 0, 1):
            said = f"{one} in {unit.name} and {other} in {another.name}, as they are printed"
            return f"{claim.id}: its formula takes {said}; a `unit` declared for both brings them into one"
    return ""


def _without_per(claims: list[Claim]) -> Iterator[str]:
    """Yield which numbers of a quantity say what they are per, and which do not: "£690" beside "£8,280 a year"."""
    from claimcheck.kinds.base import Fit, level_names

    levels = [c for c in claims if c.kind.fit in (Fit.LEVEL, Fit.CHANGE)]
    printed = [(c, n.written) for c in levels for n in (c.kind.stated, *c.again(0)) if n and n.written.unit != BARE]
    rates = {name: written for claim, written in printed if written.unit.per for name in level_names(claim.kind)}
    for claim, written in printed:
        rate = next((rates[name] for name in level_names(claim.kind) if name in rates), None)
        if rate and not written.unit.per:
            said = f"“{written.text}” does not say per what it is, as “{rate.text}” does"
            yield f"{claim.id}: {said}; `is:` may say so"


def _cut_short(claim: Claim, located: tuple[Located | None, ...]) -> str:
    """Return what a text says beside a claim's number that its quote leaves out: "More than 12,345 people"."""
    place, stated = located[0] if located else None, claim.kind.stated
    if place is None or stated is None or claim.number_place or len(claim.readings) > 1 or place.how != "exact":
        return ""
    own, text = stated.written, place.document.text
    for written in _around(text, place.start + own.number_start, stated.style.locale):
        turned = written.direction == "down" and not own.direction and claim.kind.reads in _MOVED
        if written.start < written.amount_start and ((written.hedge and not own.hedge) or turned):
            return (
                f"{claim.id}: the text says “{' '.join(written.text.split())}”, and its quote leaves a part of that out"
            )
    return ""


def _around(text: str, number: int, locale: str) -> Iterator[Written]:
    """Yield the number that begins at a place of a text, as its own sentence has it."""
    from claimcheck.quantity.written import scan

    start = max(text.rfind(mark, max(0, number - _AHEAD), number) + 1 for mark in ("\n\n", ". ", ".\n"))
    start = max(start, number - _AHEAD, 0)
    for written in scan(text[start : number + _BEHIND], locale):
        if start + written.number_start == number:
            yield written
