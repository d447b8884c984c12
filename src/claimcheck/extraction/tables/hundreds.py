"""Percentages that make a hundred in most rows of a table, or in most of its columns: answers of polls, shares."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import added
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.levels import nearly_all

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels

_ALL = Fraction(1)
_A_PAIR = 2


def hundreds(levels: Levels) -> Iterator[Draft]:
    """Yield the drafts that say that percentages make a hundred: those of each row, else those of each column."""
    table = levels.table
    heads, rows = table.heads, range(len(table.rows))
    columns = [j for j in range(1, len(heads)) if heads[j].unit == "%" or levels.in_percent(j)]
    columns = [j for j in columns if not words.CHANGE.search(heads[j].text)]
    if not columns or words.NO_SUM.search(table.title):
        return
    found: list[Draft] = []
    together = columns[-1] - columns[0] < len(columns) and not any(heads[j].period for j in columns)
    if together and not any(words.TOTAL.search(heads[j].text) for j in columns):
        found += _made(levels, [(row[0].text, [(i, j) for j in columns]) for i, row in enumerate(table.rows)])
    labels = [row[0].text for row in table.rows]
    if not found and not levels.by_rows and not any(map(words.TOTAL.search, labels)) and len({*table.parts}) == 1:
        answers = [i for i in rows if not (words.NET.fullmatch(labels[i]) or words.BASE.fullmatch(labels[i]))]
        found += _made(levels, [(heads[j].text, [(i, j) for i in answers]) for j in columns])
    yield from found


def _made(levels: Levels, lines: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> Iterator[Draft]:
    """Yield a draft for each of some lines, where most of them make a hundred percent."""
    named = [(name, [levels.at(*place) for place in line]) for name, line in lines]
    whole = [(name, parts) for name, line in named if (parts := _parts(line))]
    right = sum(added(part.range for part in parts).contains(_ALL) for _, parts in whole)
    if not nearly_all(right, len(whole)):
        return
    for name, parts in whole:
        guess = f"the percentages of “{name}” make 100%, as others of the table do"
        groups = tuple(part.draft.group for part in parts)
        yield parts[-1].draft._replace(kind="hundred", parts=groups, guesses=(guess,))


def _parts(line: Sequence[Level | None]) -> list[Level]:
    """Return the percentages of a row or a column where all its cells are some, and more than one is not 0."""
    parts = [level for level in line if level and level.written.unit.family == "percent" and level.written.value >= 0]
    told = sum(bool(part.written.value) for part in parts) >= _A_PAIR
    return parts if told and len(parts) == len(line) else []
