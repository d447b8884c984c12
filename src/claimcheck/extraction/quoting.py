"""The shortest quote of a number that stands once in its document and is read as that number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.documents.anchor import anchor
from claimcheck.documents.boundary import cuts_number
from claimcheck.extraction.records import means_minus
from claimcheck.quantity.terms import QUANTITIES
from claimcheck.quantity.written import scan
from claimcheck.sheet.counted import ALL_AHEAD
from claimcheck.sheet.meant import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.model import Document
    from claimcheck.quantity.written import Written

_MOST_WORDS = 24
_LED = 40  # characters of "of all the"
_NEAR = 20_000  # characters
_A_PAIR = 2


class Quoted(NamedTuple):
    """A quote, where it stands in the text, and what `is:` has to say (""  where the quote's number is plain)."""

    text: str
    start: int
    end: int
    said: str = ""
    line: int = 0  # of the document, where the phrase stands in several


def quote_of(
    document: Document, written: Written, start: int, end: int, also: tuple[Written, ...] = (), locale: str = "en"
) -> Quoted | None:
    """Return a quote for a number of the sentence `text[start:end]`; `None` where none is read as the number.

    With `also`, the other numbers of a fraction, the quote holds all of them and no more. Of a sentence that stands in
    several places the quote has its line as well.
    """
    if also:
        return _whole_quote(document, (*also, written), locale)
    found = _quoted(document, written, start, end, locale, 0)
    return found or _quoted(document, written, start, end, locale, document.place(written.amount_start)[0])


def cell_quote(document: Document, start: int, end: int) -> Quoted | None:
    """Return the text of a cell as a quote, whatever a sentence would read in it; `is:` has to say its number."""
    text, line = document.text[start:end], document.place(start)[0]
    for hint in (0, line):
        if not (not hint and _repeated(document, text, start)) and _stands_once(document, text, start, hint):
            return Quoted(text, start, end, line=hint)
    return None


def _quoted(document: Document, written: Written, start: int, end: int, locale: str, line: int) -> Quoted | None:
    plain = written.parenthesised and not means_minus(document.text, written)
    for first, last in _wider(document.text, written, start, end):
        text = " ".join(document.text[first:last].split())
        if cuts_number(document.text, first, last) or (not line and _repeated(document, text, first)):
            continue
        if not text.isprintable() or not _stands_once(document, text, first, line):
            continue
        numbers = _numbers(text, locale)
        own = [one for one in numbers if _is(one, written)]
        if plain and own and unwrapped(own[0], text) is own[0]:
            continue  # by itself it would be below 0
        if not own:
            continue
        if len(numbers) == 1:
            return Quoted(text, first, last, line=line)
        digits = document.text[written.amount_start : written.amount_end]
        if sum(one.digits == written.digits for one in numbers) > 1:
            break  # of "53k | 53" `is: 53` would be the first, and of whatever is longer
        if sum(one.value == written.value and one.unit == written.unit for one in numbers) == 1:
            said = " ".join(digits.split())
            return Quoted(text, first, last, re.sub("[()]", "", said) if written.parenthesised else said, line)
    return None


@lru_cache(maxsize=2 * _MOST_WORDS)  # a phrase that is no quote of a document is tried again for its line
def _numbers(text: str, locale: str) -> tuple[Written, ...]:
    return tuple(one for one in scan(text, locale) if one.form in QUANTITIES)


def _stands_once(document: Document, phrase: str, at: int, line: int) -> bool:
    """Whether a phrase that stands at a place stands nowhere else; with `line`, nowhere else on its line."""
    if not line or not document.text.startswith(phrase, at):
        return len(anchor(document, phrase, line=line or None, fuzzy=False, most=_A_PAIR)) == 1
    near = (document.text.find(phrase, at + 1), document.text.rfind(phrase, 0, at))
    return all(other < 0 or document.place(other)[0] != line for other in near)


def _repeated(document: Document, phrase: str, at: int) -> bool:
    """Whether a phrase stands once more near a place of its own: a quick answer, before it is looked for everywhere."""
    normal = document.normalised
    for text, here in ((document.text, at), (normal.text, normal.shortened(at))):  # as it stands, or over lines
        behind = text.find(phrase, here + 1, here + _NEAR)
        other = behind if behind >= 0 else text.find(phrase, max(0, here - _NEAR), here)
        if other >= 0 and not cuts_number(text, other, other + len(phrase)):
            return True
    return False


def _whole_quote(document: Document, numbers: tuple[Written, ...], locale: str) -> Quoted | None:
    first, last = min(n.amount_start for n in numbers), max(n.amount_end for n in numbers)
    near = document.text[max(0, first - _LED) : first]
    if first < numbers[0].amount_start and (ahead := ALL_AHEAD.search(near)):  # "Of 42 patients, 23 (55%)"
        first -= len(near) - ahead.start()
    text = " ".join(document.text[first:last].split())
    held = _numbers(text, locale)
    alone = len(anchor(document, text, fuzzy=False)) == 1
    same = sorted(abs(one.value) for one in held) == sorted(abs(one.value) for one in numbers)
    return Quoted(text, first, last) if alone and same and text.isprintable() else None


def _is(one: Written, written: Written) -> bool:
    """Whether a number read from a quote says all that the same number says in its sentence."""
    return (one.value, one.upper, one.unit, one.hedge, one.direction, one.by_to) == (
        *(written.value, written.upper, written.unit),
        *(written.hedge, written.direction, written.by_to),
    )


def _wider(text: str, written: Written, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of longer and longer phrases around a number, by whole words, within its sentence."""
    first, last = max(start, min(written.start, written.amount_start)), min(end, max(written.end, written.amount_end))
    yield first, last
    for step in range(_MOST_WORDS):
        if first > start and (step % 2 == 0 or last >= end):
            first = _word_before(text, start, first)
        elif last < end:
            last = _word_after(text, last, end)
        else:
            return
        yield first, last - (text[last - 1] in ".,;:" and last > written.end)


def _word_before(text: str, start: int, at: int) -> int:
    at -= 1
    while at > start and text[at - 1].isspace():
        at -= 1
    while at > start and not text[at - 1].isspace():
        at -= 1
    return at


def _word_after(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    while at < end and not text[at].isspace():
        at += 1
    return at
