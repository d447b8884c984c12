"""Tables that go from an opening to a closing number in each row: opening, what was added, what was taken, closing."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from claimcheck.extraction.tables.balances import meets
from claimcheck.extraction.tables.levels import most
from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels

_OPENING = lazy(r"\W*(?:opening|starting|beginning|start|brought\s+forward|at\s+(?:the\s+)?start)\b", re.IGNORECASE)
_CLOSING = lazy(r"\W*(?:closing|ending|end|carried\s+forward|at\s+(?:the\s+)?end)\b", re.IGNORECASE)
_MOST_BETWEEN = 5  # columns
_FEWEST = 3  # rows that fit

_Parts = list[tuple["Level", int]]  # with 1, or -1 where it is taken off


def openings(levels: Levels, columns: Sequence[int]) -> Iterator[Draft]:
    """Yield that closing numbers are the opening ones with what stands between, where that fits in most rows."""
    heads = [head.text for head in levels.table.heads]
    for first in (j for j in columns if _OPENING.match(heads[j])):
        last = next((j for j in columns if j > first and _CLOSING.match(heads[j])), first)
        between = [j for j in columns if first < j < last]
        if not 0 < len(between) <= _MOST_BETWEEN:
            continue
        ways = [_rows(levels, first, last, between, signs) for signs in product((1, -1), repeat=len(between))]
        best = max(ways, key=lambda rows: sum(meets(level, parts) for level, parts in rows))
        right = sum(meets(level, parts) for level, parts in best)
        if right >= _FEWEST and most(right, len(best)):
            yield from (_draft(level, parts) for level, parts in best)


def _rows(
    levels: Levels, first: int, last: int, between: Sequence[int], signs: Sequence[int]
) -> list[tuple[Level, _Parts]]:
    """Return the closing number of each row with what it is made of; none of a row that leaves a number out."""
    found = []
    for i in range(len(levels.table.rows)):
        level = levels.at(i, last)
        parts = [(levels.at(i, j), sign) for j, sign in zip((first, *between), (1, *signs), strict=True)]
        told = [(part, sign) for part, sign in parts if part is not None]
        if level and len(told) == len(parts) and all(part.draft.scale == level.draft.scale for part, _ in told):
            found.append((level, told))
    return found


def _draft(level: Level, parts: _Parts) -> Draft:
    given, taken = ([part.draft for part, sign in parts if sign == side] for side in (1, -1))
    times = tuple(part.in_ for part in (*given, *taken))
    return level.draft._replace(
        kind="sum",
        parts=tuple(part.group for part in given),
        minus=tuple(part.group for part in taken),
        times=times if {*times} != {level.draft.in_} else (),
        guesses=(f"“{level.draft.subject.text}” is “{given[0].subject.text}” and what came and went",),
    )
