"""Changes of levels of the sentence before: "Costs went from $4 to $5 million. That is a rise of 25%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import Bond, alike, is_level, is_named
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.changes import on_other_basis
from claimcheck.extraction.readings.moved import MOVED, ends_plainly, moves
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.period import PeriodError, parse_period, previous

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_UP = r"(?:rise|increase|gain|growth|jump|improvement|climb)"
_DOWN = r"(?:fall|drop|decrease|decline|reduction|loss)"
_AN = rf"an?\s+(?:{WORD}\s+){{0,2}}?(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\s+of\s+{HEDGES}"
_THAT_IS = lazy(
    r"\W*(?:that|this|it|the\s+change)\s+(?:is|was|represents|represented|means|meant|amounts\s+to|amounted\s+to|equals"
    rf"|corresponds\s+to|corresponded\s+to|works\s+out\s+(?:at|as)|marks|marked)\s+{_AN}",
    re.IGNORECASE,
)
_IT = r"(?:it|they|(?:the|this|that)\s+(?:figure|number|total|count|sum))"
_MOVED = rf"(?:(?:had|has|have)\s+)?{MOVED}"
_IT_MOVED = lazy(rf"\W*{_IT}\s+{_MOVED}\s+(?:by\s+)?{HEDGES}", re.IGNORECASE)
_TO = lazy(rf"\s*,?\s+(?:to|reaching)\s+{HEDGES}", re.IGNORECASE)
_AGO = (
    r"(?:(?:(?:a|one|the)\s+year\s+(?:earlier|before))|(?:in\s+)?the\s+(?:year\s+before|previous\s+year|prior\s+year))"
)
_IT_WAS = lazy(
    rf"\W*(?:{_AGO}\s*,?\s*)?{_IT}\s+(?:had\s+been|was|were|stood\s+at|had\s+stood\s+at|came\s+to)\s+"
    rf"(?:(?:still|only|just)\s+)?{HEDGES}",
    re.IGNORECASE,
)
_EARLIER = lazy(rf"\W*{_AGO}", re.IGNORECASE)
_SO_IT_MOVED = lazy(
    rf"\s*(?:{_AGO}\s*)?,\s+so\s+(?:that\s+)?(?:{WORD}\s+){{1,6}}?{_MOVED}\s+(?:by\s+)?{HEDGES}", re.IGNORECASE
)
_A_RISE = lazy(rf"\s*(?:{_AGO}\s*)?,\s+(?:which\s+is\s+)?{_AN}", re.IGNORECASE)
_TWO = 2  # numbers of a sentence that tells one more level and a change, or of a move


def moved_next(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the changes between the levels of the sentence before, or from that to their own, and whether they are."""
    told = by_sentence(draft for draft in drafts if draft.kind not in ("direction", "compare"))
    for position, own in told.items():
        behind = told.get(position - 1, ())
        if not behind or not _goes_on(sentences, position):
            continue
        for way in (_of_pair, _to_level, _from_level):
            yield from way(sentences, behind, own)


def _goes_on(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether nothing but a space stands between a sentence and the one before it that has numbers."""
    return position > 0 and not sentences[position].text[sentences[position - 1].end : sentences[position].start].strip(
        " "
    )


def _of_pair(sentences: Sequence[Sentence], behind: Sequence[Draft], own: Sequence[Draft]) -> Iterator[Bond]:
    """Yield the change of the only move before it: "from 4 to 5 million. That is a rise of 25%"."""
    sentence, change = sentences[own[0].sentence], own[0]
    said = _THAT_IS.fullmatch(sentence.gap(sentence.start, change.written.amount_start))
    levels = [draft for draft in behind if draft.kind == "value"]
    if not said or len(levels) != _TWO or len({draft.group for draft in levels}) > 1 or levels[0].in_ == levels[1].in_:
        return
    starts = {draft.from_ for draft in behind if draft.from_}
    start, end = levels if levels[0].in_ in starts or _is_before(levels[0].in_, levels[1].in_) else levels[::-1]
    if not (starts or _is_before(start.in_, end.in_)):
        return
    yield from _bonds(sentences, start, end, change, "up" if said["up"] else "down")


def _to_level(sentences: Sequence[Sentence], behind: Sequence[Draft], own: Sequence[Draft]) -> Iterator[Bond]:
    """Yield the change from the only level before it: "In 2011 it was 4 kt. In 2012 it rose by 25% to 5 kt"."""
    if len(own) != _TWO or len(behind) != 1 or not (is_level(behind[0]) and is_level(own[1])):
        return
    sentence, (change, end), start = sentences[own[0].sentence], own, behind[0]
    said = _IT_MOVED.fullmatch(timeless(sentence.untimed(sentence.start, change.written.amount_start)))
    to = _TO.fullmatch(timeless(sentence.untimed(change.written.amount_end, end.written.amount_start)))
    if said and to and _is_year_before(start.in_, end.in_):
        yield from _bonds(sentences, start, end, change, "up" if said["up"] else "down")


def _from_level(sentences: Sequence[Sentence], behind: Sequence[Draft], own: Sequence[Draft]) -> Iterator[Bond]:
    """Yield the change to the only level before it: "It was 5 kt. A year earlier it had been 4 kt, a rise of 25%"."""
    if len(own) != _TWO or len(behind) != 1 or not (is_level(behind[0]) and is_level(own[0])):
        return
    sentence, (start, change), end = sentences[own[0].sentence], own, behind[0]
    lead = sentence.gap(sentence.start, start.written.amount_start)
    gap = sentence.gap(start.written.amount_end, change.written.amount_start)
    said = _SO_IT_MOVED.fullmatch(gap) or _A_RISE.fullmatch(gap)
    if not said or not _IT_WAS.fullmatch(timeless(lead) if not _EARLIER.match(lead) else lead):
        return
    if _EARLIER.match(lead) or _EARLIER.match(said[0]) or _is_year_before(start.in_, end.in_):
        yield from _bonds(sentences, start, end, change, "up" if said["up"] else "down")


def _bonds(sentences: Sequence[Sentence], start: Draft, end: Draft, change: Draft, direction: str) -> Iterator[Bond]:
    sentence, written = sentences[change.sentence], change.written
    last = end if end.sentence == change.sentence and end.written.start >= written.amount_end else change
    plain = ends_plainly(sentence, last.written) and written.upper is None and not on_other_basis(sentence, written)
    if plain and alike(start, end):
        yield from moves(start, end, change, direction, sentences, "it is the change between these")


def _is_before(first: str, second: str) -> bool:
    return first[:1].isdigit() and second[:1].isdigit() and first < second


def _is_year_before(first: str, second: str) -> bool:
    """Whether a period is that of a year earlier than another one, both named."""
    if not is_named(first) or not is_named(second):
        return False
    try:
        return previous(parse_period(second), "year").text == first
    except PeriodError:
        return False
