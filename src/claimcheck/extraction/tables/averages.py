"""Rows and columns of a table that are the plain average of others, where most of their numbers are."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import added
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.levels import most
from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels

_AVERAGE = lazy(r"\W*(?:average|avg|mean)\b\W*(?:\(.*\)\W*)?", re.IGNORECASE)
_FEWEST = 2
_MOST = 60  # numbers of an average

_Place = tuple[int, int]  # row and column


def averages(levels: Levels, columns: Sequence[int], apart: Collection[int]) -> Iterator[Draft]:
    """Yield drafts of what rows and columns headed as averages are made of; the rows `apart` are of another sort."""
    rows = range(len(levels.table.rows))
    averaged = [i for i in rows if _AVERAGE.fullmatch(levels.table.rows[i][0].text)]
    rates = [j for j in columns if levels.in_percent(j)]  # in a row of averages perhaps those of the averages
    off = {*averaged, *apart, *(i for i in rows if words.TOTAL.search(levels.table.rows[i][0].text))}
    for i in averaged:
        above = [k for k in range(i) if levels.table.parts[k] == levels.table.parts[i] and k not in off]
        if _FEWEST <= len(above) <= _MOST:
            own = [j for j in columns if j not in rates or len(rates) == len(columns)]
            yield from _made(levels, {(i, j): [(k, j) for k in above] for j in own})
    heads = levels.table.heads
    for j in columns:
        if _AVERAGE.fullmatch(heads[j].text):
            before = [k for k in columns if k < j and not _AVERAGE.fullmatch(heads[k].text)]
            before = [k for k in before if not words.TOTAL.search(heads[k].text)]
            if _FEWEST <= len(before) <= _MOST:
                yield from _made(levels, {(i, j): [(i, k) for k in before] for i in rows if i not in averaged})


def _made(levels: Levels, tried: dict[_Place, list[_Place]]) -> Iterator[Draft]:
    """Yield what averages are of, where most of them are the average of all these numbers."""
    found: dict[_Place, tuple[Level, list[Level], bool]] = {}
    for place, places in tried.items():
        level, parts = levels.at(*place), [part for each in places if (part := levels.at(*each))]
        if level and len(parts) == len(places):
            found[place] = level, parts, _is_average(level, parts)
    right = sum(fits for *_, fits in found.values())
    if right < _FEWEST or not most(right, len(found)):
        return
    for level, parts, _ in found.values():
        draft = level.draft
        times = tuple(part.draft.in_ for part in parts)
        yield draft._replace(
            kind="sum",
            parts=tuple(part.draft.group for part in parts),
            divisor=len(parts),
            times=times if {*times} != {draft.in_} else (),
            guesses=(f"“{draft.subject.text}” is the average of all {len(parts)}",),
        )


def _is_average(level: Level, parts: Sequence[Level]) -> bool:
    if any(part.written.unit != level.written.unit for part in parts):
        return False
    mean = added(part.range for part in parts).scaled(Fraction(1, len(parts)))
    return mean.low is not None and level.range.meets(mean)
