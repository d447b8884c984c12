"""What only the place of a quote tells of its number: whether parentheses are a minus, and a space a cell's end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.findings import Finding
from claimcheck.kinds.base import Fit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.app.anchors import Places
    from claimcheck.kinds.base import Stated
    from claimcheck.sheet.model import Claim, Sheet
    from claimcheck.verdicts import Located

_NEAR = 120  # characters
_PROSE = re.compile(
    r"(?:\S+ ){2}(?:[^\W\d_][\w'’,-]* ){2}$"
    r"|(?:\S+ ){3}(?:in|than|from|since) (?:[^\W\d_]+ )?\d{1,4} $"  # "more than in week 5 ", no head "Loss in 2023 "
)
_NAME = re.compile(r"[^\W\d_] $")
_GOES_ON = re.compile(r",? (?:and|or) [^\W\d_]|[,;] [^\W\d_]+ \(")
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
    return any(_is_wrapped(claim) or _was_unwrapped(claim) for claim in sheet.claims)


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
    if len(claim.readings) > 1 or claim.number_place or claim.kind.fit not in (*_LEVELS, *_MOVES):
        return False
    return any(each.written.parenthesised and each.written.value < 0 for each in _numbers(claim) if each)


def _was_unwrapped(claim: Claim) -> bool:
    """Whether a level or a move is printed in parentheses that were read as those of a sentence."""
    if len(claim.readings) > 1 or claim.number_place or claim.kind.fit not in (Fit.LEVEL, *_MOVES):
        return False
    return any(_is_in_parentheses(each) for each in _numbers(claim) if each)


def _is_in_parentheses(number: Stated) -> bool:
    text = number.written.text
    return text[:1] + text[-1:] == "()" and number.written.value > 0 and not number.written.parenthesised


def _numbers(claim: Claim) -> tuple[Stated | None, ...]:
    """Return the number of each quote."""
    return claim.printed[0] if claim.printed else (claim.kind.stated,)


def _read(claim: Claim, located: tuple[Located | None, ...]) -> Claim:
    if not _is_wrapped(claim) and not _was_unwrapped(claim):
        return claim
    stated, numbers = claim.kind.stated, _numbers(claim)
    pairs = zip(numbers, located, strict=False)
    read = (
        *(_in_cell(_plain(number, place, claim.kind.fit), place) for number, place in pairs),
        *numbers[len(located) :],
    )
    first = next((after for before, after in zip(numbers, read, strict=True) if before == stated), stated)
    kind = claim.kind.with_number(first) if first and first != stated else claim.kind
    return claim._replace(readings=(kind,), printed=(read,) if claim.printed else ())


def _plain(number: Stated | None, place: Located | None, fit: Fit) -> Stated | None:
    """Return the number of a quote, above 0 where its parentheses stand within a sentence."""
    if number is None or place is None or place.how != "exact":
        return number
    written, text = number.written, place.document.text
    if not written.parenthesised or written.value >= 0:
        return number
    from claimcheck.extraction.records import means_minus

    start = place.start + written.start
    plain = (
        _is_behind_rise(text, start, number.style.locale)
        if fit in _MOVES
        else _is_prose(text, start) or _is_listed(text, start, place.start + written.end)
    )
    if not plain or place.document.in_code(start) or means_minus(text, written._replace(start=start)):
        return number
    return number._replace(written=written._replace(value=-written.value, parenthesised=False))


def _in_cell(number: Stated | None, place: Located | None) -> Stated | None:
    """Return the number of a quote, below 0 where it fills a cell of the row that is quoted."""
    if number is None or place is None or not _is_in_parentheses(number):
        return number
    written, text = number.written, place.document.text
    row = text[max(0, place.start - 1) : place.end + 1]
    if not re.search(rf"(?:^|[\t\n]) *{re.escape(written.text)} *(?:[\t\n]|$)", row) or "\t" not in row:
        return number
    return number._replace(written=written._replace(value=-written.value, parenthesised=True))


def _is_behind_rise(text: str, start: int, locale: str) -> bool:
    """Whether the number right before a place is a rise, which is told once more there: "rose by 539 (2.5%)"."""
    from claimcheck.quantity.written import scan

    before = text[max(0, start - _NEAR) : start]
    found = scan(before, locale)[-1:]
    return bool(found) and found[0].direction == "up" and not before[found[0].end :].strip(" ")


def _is_listed(text: str, start: int, end: int) -> bool:
    """Whether a number is one of those a sentence lists behind their names: "Rent (€212,000), travel (€48,500) and"."""
    return bool(_NAME.search(text[max(0, start - _NEAR) : start])) and bool(_GOES_ON.match(text, end))


def _is_prose(text: str, start: int) -> bool:
    """Whether a sentence leads up to a place: some words with single spaces, the last of them right before.

    A line that begins with a small letter goes on with the line before it.
    """
    line = text.rfind("\n", 0, start) + 1
    while line and text[line].islower() and text[line - 2 : line - 1].strip():
        line = text.rfind("\n", 0, line - 1) + 1
    return bool(_PROSE.search(text[line:start][-_NEAR:].replace("\n", " ")))
