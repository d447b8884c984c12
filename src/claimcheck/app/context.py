"""What only the place of a quote tells of its number: whether parentheses around it are a minus sign."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Fit

if TYPE_CHECKING:
    from claimcheck.app.anchors import Places
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Located

_NEAR = 120  # characters
_PROSE = re.compile(r"(?:\S+ ){2}(?:[^\W\d_][\w'’,-]* ){2}$")
_LEVELS = (Fit.LEVEL, Fit.SHARE, Fit.COUNT)


def in_context(sheet: Sheet, places: Places) -> Sheet:
    """Return the sheet with levels in parentheses above 0 where their document has them within a sentence.

    "(1,234)" by itself or in a cell is below 0, as accounts print it; "a year ago ($3.2 million)" is not.
    """
    claims = tuple(_read(claim, places.get(claim.id, ())) for claim in sheet.claims)
    return sheet if claims == sheet.claims else sheet._replace(claims=claims)


def needs_context(sheet: Sheet) -> bool:
    """Whether a level is printed in parentheses, so that its place has to be looked at."""
    return any(_is_wrapped(claim) for claim in sheet.claims)


def _is_wrapped(claim: Claim) -> bool:
    stated = claim.kind.stated
    if stated is None or len(claim.readings) > 1 or claim.number_place or claim.kind.fit not in _LEVELS:
        return False
    return stated.written.parenthesised and stated.written.value < 0


def _read(claim: Claim, located: tuple[Located | None, ...]) -> Claim:
    kind, place = claim.kind, located[0] if located else None
    stated = kind.stated
    if place is None or stated is None or not _is_wrapped(claim) or place.how != "exact":
        return claim
    written = stated.written
    from claimcheck.extraction.records import means_minus

    document, start = place.document, place.start + written.start
    if (
        document.in_code(start)
        or not _is_prose(document.text, start)
        or means_minus(document.text, written._replace(start=start))
    ):
        return claim
    plain = stated._replace(written=written._replace(value=-written.value, parenthesised=False))
    printed = tuple(tuple(plain if each == stated else each for each in numbers) for numbers in claim.printed)
    return claim._replace(readings=(kind.with_number(plain),), printed=printed)


def _is_prose(text: str, start: int) -> bool:
    """Whether a sentence leads up to a place: some words with single spaces, the last of them right before."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(_PROSE.search(line[-_NEAR:]))
