"""Columns of shares of a whole that no row prints: "Share (%)" beside levels that make it up.

Each row says by its level and its share how large the whole is; where most of them agree, the others are held against
that.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from claimcheck.extraction import table_words as words
from claimcheck.extraction.subjects import Subject
from claimcheck.extraction.table_levels import in_unit, range_of, said
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.table_levels import Levels

_FEWEST = 3  # rows that agree
_CLEAR = 10  # percent that the whole may be unclear by where a row tells it


def shares(levels: Levels, columns: Sequence[int], number: int) -> Iterator[tuple[int, list[Draft]]]:
    """Yield the columns among some that are shares of a whole that is not printed, with the drafts of their numbers.

    `number` tells the wholes of one table of a text from those of another.
    """
    heads = levels.table.heads
    for j in columns if not levels.by_rows else ():
        if (heads[j].unit != "%" and not words.SHARE.search(heads[j].text)) or words.CHANGE.search(heads[j].text):
            continue
        beside = [k for k in range(1, len(heads)) if k != j and heads[k].period == heads[j].period]
        for k in sorted(beside, key=lambda k: abs(k - j)):
            found = _shares(levels, k, j, number)
            if found:
                yield j, found
                break


def _shares(levels: Levels, k: int, j: int, number: int) -> list[Draft]:
    """Return drafts of the numbers of column `j` as shares of the whole of column `k`, where most rows agree on one."""
    wholes: dict[int, Interval] = {}
    for i, row in enumerate(levels.table.rows):
        if words.TOTAL.search(row[0].text):
            break
        level, written = levels.at(i, k), row[j].written
        if level is None or written is None:
            continue
        part, share = level.range, range_of(in_unit(written, "%"))
        if part.low is None or part.high is None or share.low is None or share.high is None:
            continue
        if part.low <= 0 or share.low <= 0 or share.high > 1:
            return []
        wholes[i] = Interval(part.low / share.high, part.high / share.low)
    clear = [whole for whole in wholes.values() if _is_clear(whole)]
    agree = _most_agree(clear)
    if agree < _FEWEST or 3 * agree < 2 * len(clear):
        return []
    measure = levels.table.heads[k].text
    told = sorted(words.content(measure))
    subject = Subject(f"all of “{measure}”", ("all", *told, "of", "table", str(number)))
    return [_draft(levels, i, k, j, subject) for i in wholes]


def _most_agree(wholes: Sequence[Interval]) -> int:
    """Return how many of some ranges have a point in common."""
    lows, highs = sorted(w.low for w in wholes if w.low), sorted(w.high for w in wholes if w.high)
    return max((n - bisect_left(highs, low) for n, low in enumerate(lows, 1)), default=0)


def _is_clear(whole: Interval) -> bool:
    """Whether a row tells how large the whole is: a share of 0.1% hardly does."""
    assert whole.low is not None and whole.high is not None  # noqa: S101, PT018  made of numbers with two ends
    return 100 * (whole.high - whole.low) <= _CLEAR * whole.high


def _draft(levels: Levels, i: int, k: int, j: int, whole: Subject) -> Draft:
    level, written = levels.at(i, k), levels.table.rows[i][j].written
    assert level is not None and written is not None  # noqa: S101, PT018  as it has said how large the whole is
    part = level.draft
    draft = levels.draft(i, j, "share", part.group, part.subject)
    return draft._replace(
        in_=part.in_,
        whole=whole,
        said=said(written, in_unit(written, "%")),
        guesses=(f"“{levels.table.heads[j].text}” is a share of {whole.text}",),
    )
