"""What only the place of a quote tells of its number: whether parentheses around it are a minus sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit

if TYPE_CHECKING:
    from claimcheck.app.anchors import Places
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Located

_LEVELS = (Fit.LEVEL, Fit.SHARE, Fit.COUNT)


def in_context(sheet: Sheet, places: Places) -> Sheet:
    """Return the sheet with levels in parentheses above 0 where their document has them within a sentence.

    "(1,234)" by itself or in a cell is below 0, as accounts print it; "a year ago ($3.2 million)" is not.
    """
    claims = tuple(_read(claim, places.get(claim.id, ())) for claim in sheet.claims)
    return sheet if claims == sheet.claims else sheet._replace(claims=claims)


def _read(claim: Claim, located: tuple[Located | None, ...]) -> Claim:
    kind, place = claim.kind, located[0] if located else None
    stated = kind.stated
    if place is None or stated is None or len(claim.readings) > 1 or claim.number_place or kind.fit not in _LEVELS:
        return claim
    written = stated.written
    if not written.parenthesised or written.value >= 0:
        return claim
    from claimcheck.extraction.records import means_minus

    text = place.document.text
    if place.how != "exact" or means_minus(text, written._replace(start=place.start + written.start)):
        return claim
    plain = stated._replace(written=written._replace(value=-written.value, parenthesised=False))
    printed = tuple(tuple(plain if each == stated else each for each in numbers) for numbers in claim.printed)
    return claim._replace(readings=(kind.with_number(plain),), printed=printed)
