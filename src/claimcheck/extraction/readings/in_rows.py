"""Rows told "respectively": "Sales and costs were $46m and $18m, up 38% and 29% respectively from $33m and $14m"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import Bond, is_level
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.changes import on_other_basis
from claimcheck.extraction.readings.moved import MOVED, moves
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import AGAINST, HEDGES, WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_WORD = lazy(r"\brespectively\b", re.IGNORECASE)
_SAID = lazy(r",?\s*\brespectively\b,?", re.IGNORECASE)
_NEXT = lazy(rf"\s*(?:,|,?\s+and)\s+(?:by\s+|to\s+)?{HEDGES}", re.IGNORECASE)
_TO = lazy(rf"\s*,?\s+to\s+{HEDGES}", re.IGNORECASE)
_BY = lazy(
    rf"\s*,?\s+(?:by|(?P<up>up|higher|rises|increases|growth)|(?P<down>down|lower|falls|decreases))\s+(?:(?:by|of)\s+)?{HEDGES}",
    re.IGNORECASE,
)
_FROM = lazy(rf"(?:\s+{WORD}){{0,3}}?\s*,?\s+(?:from|{AGAINST})\s+(?:the\s+)?{HEDGES}", re.IGNORECASE)
_VERB = lazy(rf"\b{MOVED}(?:\s+(?:by|to))?\s+{HEDGES}$", re.IGNORECASE)
_ROWS = 3


def in_rows(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the changes of a row, and whether they are those between the levels in their places."""
    for position, own in by_sentence(drafts).items():
        sentence = sentences[position]
        if not _WORD.search(sentence.text, sentence.start, sentence.end):
            continue
        told = [draft for draft in own if draft.kind != "direction" and draft.written.upper is None]
        rows = [told[at : at + len(told) // _ROWS] for at in range(0, len(told), max(len(told) // _ROWS, 1))]
        if len(rows) == _ROWS and len(rows[0]) > 1 and len(rows[0]) == len(rows[-1]):
            yield from _moved(sentence, sentences, rows)


def _moved(sentence: Sentence, sentences: Sequence[Sentence], rows: Sequence[Sequence[Draft]]) -> Iterator[Bond]:
    if not all(_is_row(sentence, row) for row in rows):
        return
    at = next((n for n, row in enumerate(rows[:2]) if row[0].written.unit.family == "percent"), None)
    if at is None or any(on_other_basis(sentence, draft.written) for draft in rows[at]):
        return
    gaps = [_gap(sentence, left, right) for left, right in pairwise(rows)]
    verb = _VERB.search(sentence.gap(sentence.start, rows[0][0].written.amount_start))
    by = _BY.fullmatch(gaps[0]) if at else _TO.fullmatch(gaps[0]) and verb
    way = by and (by if by["up"] or by["down"] else verb)
    if not way or not _FROM.fullmatch(gaps[1]):
        return
    for end, change, start in zip(rows[1 - at], rows[at], rows[2], strict=True):
        told = "up" if way["up"] else "down"
        yield from moves(start, end, change, told, sentences, "the lists go together in their order")


def _is_row(sentence: Sentence, row: Sequence[Draft]) -> bool:
    """Whether numbers are all percents or all levels, and nothing but "and" stands between them."""
    percents = [draft.written.unit.family == "percent" for draft in row]
    alike = all(percents) or (not any(percents) and all(is_level(draft) for draft in row))
    gaps = (sentence.between(left.written, right.written) for left, right in pairwise(row))
    return alike and all(_NEXT.fullmatch(gap) for gap in gaps)


def _gap(sentence: Sentence, left: Sequence[Draft], right: Sequence[Draft]) -> str:
    """Return the words between two rows without times, and without "respectively"."""
    start, end = left[-1].written.amount_end, right[0].written.amount_start
    return timeless(_SAID.sub("", sentence.untimed(start, end)))
