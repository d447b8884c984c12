"""Rows of a table that head the rows below them and are their sum, though no word says so: "Revenue", "Taxes", "Fees".

They are told by the whole of it: each row of the table is such a head, stands below one, or is a result at the end.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.totals import SURE, sureness

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.tables.totals import Totals

_MOST_ROWS = 60
_FEWEST = 2  # rows below a head, and sums that are right
_MANY = 3  # sums that are right, of several heads, beside one that is not


class _Group(NamedTuple):
    head: int
    parts: range
    fits: dict[int, bool]  # by column, whether the parts make the head


def groups(totals: Totals, columns: Sequence[int]) -> None:
    """Draft that rows make up the ones that head them, where all rows of a table fall into such groups."""
    rows = [row[0].text for row in totals.table.rows]
    if totals.below or totals.levels.by_rows or len(rows) > _MOST_ROWS or len({*totals.table.parts}) > 1:
        return
    end = len(rows)
    while end and words.RESULT.search(rows[end - 1]):
        end -= 1
    found = _parted(totals, end, columns)
    right = sum(sum(group.fits.values()) for group in found)
    wrong = sum(len(group.fits) for group in found) - right
    if right < (_MANY if wrong or len(found) > 1 else _FEWEST) or wrong > 1:
        return
    for group in found:
        guess = f"the rows below “{rows[group.head]}” are all its parts"
        totals.add(group.head, group.parts, group.fits, guess)


def _parted(totals: Totals, end: int, columns: Sequence[int]) -> tuple[_Group, ...]:
    """Return the groups that all rows up to an end fall into, as many of whose sums as may be are right."""

    @cache
    def best(start: int) -> tuple[int, tuple[_Group, ...]] | None:
        if start == end:
            return 0, ()
        found: list[tuple[int, tuple[_Group, ...]]] = []
        for stop in range(start + 1 + _FEWEST, end + 1):
            group = _group(totals, start, range(start + 1, stop), columns)
            rest = best(stop) if any(group.fits.values()) else None
            if rest is not None:
                found.append((rest[0] + sum(group.fits.values()), (group, *rest[1])))
        return max(found, key=lambda each: each[0], default=None)

    whole = best(0)
    return whole[1] if whole else ()


def _group(totals: Totals, head: int, parts: range, columns: Sequence[int]) -> _Group:
    tried = totals.tried(head, parts, columns)
    sure = {j: sureness(totals.levels.at(head, j), totals.parts_of(parts, j)) >= SURE for j in tried}
    return _Group(head, parts, tried if all(sure.values()) else {})
