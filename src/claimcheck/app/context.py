"""What only the place of a quote tells of its number: whether parentheses are a minus, and a space a cell's end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.findings import Finding
from claimcheck.kinds.base import Fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.app.anchors import Places
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Located

_NEAR = 120  # characters
_PROSE = re.compile(
    r"(?:\S+ ){2}(?:[^\W\d_][\w'’,-]* ){2}$"
    r"|(?:\S+ ){3}(?:in|than|from|since) (?:[^\W\d_]+ )?\d{1,4} $"  # "more than in week 5 ", no head "Loss in 2023 "
)
_LEVELS = (Fit.LEVEL, Fit.SHARE, Fit.RATIO, Fit.COUNT)
_MOVES = (Fit.RATE, Fit.CHANGE)


def in_context(sheet: Sheet, places: Places) -> Sheet:
    """Return the sheet with numbers in parentheses above 0 where their document has them so within a sentence.

    "(1,234)" by itself or in a cell is below 0, as accounts print it; the level of "a year ago ($3.2 million)" is not,
    nor the move of "rose by 539 (2.5%)".
    """
    claims = tuple(_read(claim, places.get(claim.id, ())) for claim in sheet.claims)
    return sheet if claims == sheet.claims else sheet._replace(claims=claims)


def needs_context(sheet: Sheet) -> bool:
    """Whether a level or a move is printed in parentheses, so that its place has to be looked at."""
    return any(_is_wrapped(claim) for claim in sheet.claims)


def over_cells(sheet: Sheet, places: Places) -> Iterator[Finding]:
    """Yield a finding on each number whose digits stand in two cells: "682 611" of a row is no 682,611."""
    for claim in sheet.claims:
        for quote, located in zip(claim.quotes, places.get(claim.id, ()), strict=False):
            if located is None or quote.number is None or " " not in quote.number.written.digits:
                continue
            groups = quote.number.written.digits.split(" ")
            there = re.search(r"\s+".join(map(re.escape, groups)), located.document.text[located.start : located.end])
            if there and "\t" in there[0]:
                cells = " and ".join(map(repr, there[0].split()))
                message = f"the quote holds {cells} in cells of their own"
                yield Finding.of("number-not-said", message, quote.place, help_="say which with `is:`", claim=claim.id)


def _is_wrapped(claim: Claim) -> bool:
    stated = claim.kind.stated
    if stated is None or len(claim.readings) > 1 or claim.number_place or claim.kind.fit not in (*_LEVELS, *_MOVES):
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
    if (kind.fit in _MOVES and not _is_behind_rise(document.text, start, stated.style.locale)) or (
        document.in_code(start)
        or (kind.fit in _LEVELS and not _is_prose(document.text, start))
        or means_minus(document.text, written._replace(start=start))
    ):
        return claim
    plain = stated._replace(written=written._replace(value=-written.value, parenthesised=False))
    printed = tuple(tuple(plain if each == stated else each for each in numbers) for numbers in claim.printed)
    return claim._replace(readings=(kind.with_number(plain),), printed=printed)


def _is_behind_rise(text: str, start: int, locale: str) -> bool:
    """Whether the number right before a place is a rise, which is told once more there: "rose by 539 (2.5%)"."""
    from claimcheck.quantity.written import scan

    before = text[max(0, start - _NEAR) : start]
    found = scan(before, locale)[-1:]
    return bool(found) and found[0].direction == "up" and not before[found[0].end :].strip(" ")


def _is_prose(text: str, start: int) -> bool:
    """Whether a sentence leads up to a place: some words with single spaces, the last of them right before."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(_PROSE.search(line[-_NEAR:]))
