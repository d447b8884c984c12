"""Sentences from facts: what claims state, how a conflict goes, what would mend it."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit
from claimcheck.quantity.show import outward, show_interval
from claimcheck.quantity.terms import BARE, PERCENT, POINTS, Unit

if TYPE_CHECKING:
    from claimcheck.kinds.statement import Quantity
    from claimcheck.quantity.interval import Interval
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Repair, Result

NUMBER_OF = "number of "  # how the unknown behind a compared claim's number is called
_SIGNED = ("growth", "change", "contribution")
_SLIPS = {
    "digit": "one digit changed",
    "swapped": "two digits swapped",
    "sign": "the sign, or the direction of the verb",
    "power of ten": "a decimal point out of place",
    "magnitude": "million for billion",
    "points": "percent for percentage points",
    "by for to": '"by" for "to"',
    "year": "the year off by one",
    "reading": "the other reading",
}


def said(claim: Claim) -> str:
    """Return what a claim prints, in quotation marks, or what it assumes."""
    if claim.quotes:
        return f"“{claim.quotes[0].text}”"
    return claim.id if claim.structure else f"{stated_text(claim)} (assumed)"


def structure_text(claim: Claim) -> str:
    """Return in words what a structure says, which a reader knows and nobody prints."""
    if len(getattr(claim.kind, "parts", ())) == 1:
        return "a part is at most its whole"
    complete = getattr(claim.kind, "complete", True)
    return "the parts make the whole" if complete else "the parts are at most the whole"


def stated_text(claim: Claim) -> str:
    """Return the written number of a claim, its word, or its sum."""
    stated = claim.kind.stated
    if stated is not None:
        return " ".join(stated.written.text.split())
    word: str = getattr(claim.kind, "word", "")
    return word or claim.kind.working()


def claim_unit(claim: Claim) -> Unit:
    """Return the unit in which a claim's own number is shown."""
    stated = claim.kind.stated
    if stated is None:
        return BARE
    unit = stated.written.unit
    if claim.kind.fit in (Fit.RATE, Fit.SHARE, Fit.ADDED):
        return POINTS if unit.family == "points" else PERCENT
    return unit


def interval_text(claim: Claim, interval: Interval) -> str:
    """Return a range of a claim's number in its own unit, with a sign where it is a change."""
    return show_interval(interval, claim_unit(claim), signed=claim.kind.name in _SIGNED)


def result_text(claim: Claim, result: Result) -> str:
    """Return the range that the other claims imply; "" where they imply nothing."""
    if result.recomputed is None or result.verdict.value == "unchecked":
        return ""
    if claim.kind.stated is None:
        return ""
    text = interval_text(claim, outward(result.recomputed))
    return text if result.exact else f"within {text}"


def series_unit(sheet: Sheet, quantity: Quantity) -> Unit:
    """Return the unit of a quantity: as declared, as some claim prints it, or the sheet's default."""
    if quantity.name.startswith(NUMBER_OF):
        named = sheet.claim(quantity.name.removeprefix(NUMBER_OF))
        return claim_unit(named) if named else BARE
    known = sheet.series.get(quantity.name)
    if known and known.unit:
        return known.unit
    for claim in sheet.claims:
        operand = getattr(claim.kind, "of", None)
        if claim.kind.name == "value" and claim.kind.stated and operand and operand.terms[0].name == quantity.name:
            unit = claim.kind.stated.written.unit
            if unit.family != "none":
                return unit
    return sheet.defaults.unit or BARE


def repair_text(sheet: Sheet, repair: Repair) -> str:
    """Return what one claim would have to be: "35% would have to be 24.53% to 24.61%"."""
    claim = sheet.claim(repair.claim)
    if claim is None:
        return ""
    if claim.structure:
        return "would not hold"
    if claim.kind.stated is None or repair.needs is None or repair.needs.is_empty:
        return f"{claim.kind.working()} would not hold"
    counted = _countable(claim)
    if counted:
        return f"{stated_text(claim)} would have to be {counted}"
    within = "" if repair.exact else "within "
    text = f"{stated_text(claim)} would have to be {within}{interval_text(claim, repair.needs)}"
    if repair.slip:
        text += f"; perhaps {repair.slip.text} ({_SLIPS.get(repair.slip.name, repair.slip.name)})"
    return text if repair.cures else f"{text}, and that alone would not do"


def _countable(claim: Claim) -> str:
    """Return the percentages nearest to a claim's that so many things can make: 37% (15 of 41) or 39% (16 of 41)."""
    whole = getattr(claim.kind, "out_of", None)
    stated = claim.kind.stated
    if not isinstance(whole, Fraction) or stated is None or stated.written.unit.family != "percent":
        return ""
    below = int(stated.written.value * whole)
    digits = max(0, stated.written.decimals)
    made = [
        f"{float(count / whole * 100):.{digits}f}% ({count} of {whole})"
        for count in (below, below + 1)
        if count <= whole
    ]
    return " or ".join(made)
