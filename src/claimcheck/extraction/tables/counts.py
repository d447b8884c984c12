"""Cells of a table that hold a count and its percentage, "67 (54.5)", of the number that heads their column, "n = 123".

They are held against it where most cells of the table fit, and of the row as well: some rows are of fewer people.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.draft import Draft
from claimcheck.extraction.tables.levels import in_unit, labelled, most, range_of
from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.tables.grid import Cell
    from claimcheck.extraction.tables.levels import Levels
    from claimcheck.extraction.text.subjects import Subject
    from claimcheck.quantity.written import Written

_BOTH = lazy(r"\d[\d,.   ]*?\s*(?:/\s*\d[\d,]*)?\s*[(\[]\s*\d+(?:\.\d+)?\s*%?\s*[)\]]\W*")
_SIZES = lazy(
    r"(?:total\s+)?(?:n|number|no\.?|sample size|participants|patients|respondents|subjects)(?:\s+of\s+\w+)?\W*",
    re.IGNORECASE,
)
_FEWEST = 3  # cells that fit
_KNOWN = Fraction(97, 100)  # of the number in the head: a percentage may be of those alone whose answer is known
_PAIR = 2


class _Base(NamedTuple):
    """How many there are of a column: the number that says it, its group, and the cell of its head, if it is there."""

    written: Written
    group: int
    subject: Subject
    cell: Cell | None = None


class _Part(NamedTuple):
    """A count of a row and a column, and its percentage."""

    number: Written
    percent: Written
    base: _Base
    fits: bool


def counted(levels: Levels) -> Iterator[Draft]:
    """Yield the drafts of counts with their percentages, and of how many there are where a head says that."""
    sizes = [i for i, row in enumerate(levels.table.rows) if _SIZES.fullmatch(row[0].text)]
    rows = {i: row for i in range(len(levels.table.rows)) if (row := dict(_parts(levels, i, sizes)))}
    tried = [part.fits for row in rows.values() for part in row.values()]
    if sum(tried) < _FEWEST or not most(sum(tried), len(tried)):
        return
    told: set[int] = set()
    for i, row in rows.items():
        if 2 * sum(part.fits for part in row.values()) < len(row):
            continue
        for j, part in row.items():
            if part.base.cell and part.base.group not in told:
                told.add(part.base.group)
                yield _level(part.base.written, part.base.cell, part.base.group, part.base.subject)
            yield from _both(levels, i, j, part)


def _parts(levels: Levels, i: int, sizes: Sequence[int]) -> Iterator[tuple[int, _Part]]:
    """Yield the cells of a row that hold a count with a percentage, by their columns; `sizes` are rows of wholes."""
    for j, cell in enumerate(levels.table.rows[i]):
        if j and _BOTH.fullmatch(cell.text) and len(cell.numbers) == _PAIR and (base := _base(levels, i, j, sizes)):
            count, percent = cell.numbers
            percent = percent._replace(value=abs(percent.value))
            size, whole = base.written.value, range_of(in_unit(percent, "%"))
            known = whole.low is not None and count.value < whole.low * size <= count.value / _KNOWN
            if count.form == "number" and 0 <= count.value <= size > 0 and not known:
                yield j, _Part(count, percent, base, whole.contains(count.value / size))


def _base(levels: Levels, i: int, j: int, sizes: Sequence[int]) -> _Base | None:
    """Return how many there are of a column: as its head says, or the nearest row above that is only of that."""
    head = levels.table.heads[j]
    if head.size is not None:
        cell, written = head.size
        subject = _subject(head.text)
        return _Base(written, levels.group((-1, f"{j} of all")), subject, cell)
    for k in reversed(sizes):
        if k < i and (level := levels.at(k, j)):
            return _Base(level.written, level.draft.group, level.draft.subject)
    return None


def _both(levels: Levels, i: int, j: int, part: _Part) -> Iterator[Draft]:
    """Yield the drafts of a count and of its percentage."""
    cell, label = levels.table.rows[i][j], levels.table.rows[i][0].text
    subject = _subject(f"{label}, {levels.table.heads[j].text}")
    count = _level(part.number, cell, levels.group((i, f"{j} counted")), subject)
    yield count
    yield count._replace(
        written=part.percent,
        kind="share",
        precision="",
        whole=part.base.subject,
        whole_group=part.base.group,
        said=f"{part.percent.digits}%",
        guesses=(f"“{cell.text}” is a count and its percentage of {part.base.written.digits}",),
    )


def _subject(text: str) -> Subject:
    """Return what a text is about, without what it says of numbers: "Female, n (%), Treatment (n = 123)"."""
    return labelled(re.sub(r"[,;]?\s*(?:\bn\s*)?\([^()]*\)|[,;]?\s*\bn\s*=\s*[\d,]+", "", text, flags=re.IGNORECASE))


def _level(written: Written, cell: Cell, group: int, subject: Subject) -> Draft:
    place = (cell.start, cell.end)
    return Draft(written, 0, group, "value", subject, confidence="medium", cell=place, precision="exact")
