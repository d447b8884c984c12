"""Columns of shares beside their levels: of a row that their head names, "% of sales", or of what no row prints.

Of a whole that no row prints each row says by its level and its share how large it is; where most of them agree, the
others are held against that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import added, over
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.levels import in_unit, most, range_of, said
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import Subject
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Levels

_OF = lazy(r"(?:%|\bper ?cent|\bpercentage|\bshare)\s+of\s+(?:the\s+)?([^\d()]+)", re.IGNORECASE)
_ALL = Fraction(1)
_FEWEST = 3  # rows that agree
_SPREAD = Fraction(3, 2)
_CLEAR = 10  # percent that the whole may be unclear by where a row tells it


def shares(levels: Levels, columns: Sequence[int], number: int) -> Iterator[tuple[int, list[Draft]]]:
    """Yield the columns among some that are shares of a whole that is not printed, with the drafts of their numbers.

    `number` tells the wholes of one table of a text from those of another.
    """
    for j in columns if not levels.by_rows and not levels.of_games else ():  # "PCT" counts draws as halves
        found = _of_row(levels, j) or _beside(levels, j, number)
        if found:
            yield j, found


def _beside(levels: Levels, j: int, number: int) -> list[Draft]:
    """Return drafts of a column as shares of what the nearest levels are of, where its head says that it is shares."""
    heads = levels.table.heads
    if (heads[j].unit != "%" and not words.SHARE.search(heads[j].text)) or words.CHANGE.search(heads[j].text):
        return []
    beside = [k for k in range(1, len(heads)) if k != j and heads[k].period == heads[j].period]
    if not (heads[j].period or heads[j].measure or heads[j - 1].unit):
        beside.append(j - 1)  # "2011", "%", "2021", "%"
    tried = (_shares(levels, k, j, number) for k in sorted(beside, key=lambda k: abs(k - j)))
    return next(filter(None, tried), [])


def _of_row(levels: Levels, j: int) -> list[Draft]:
    """Return drafts of a column as shares of the row that its head names, of the levels in the column before it."""
    named = _OF.search(levels.table.heads[j].text)
    sought = words.content(named[1]) if named else set()
    rows = range(len(levels.table.rows))
    labels = [words.content(levels.table.rows[i][0].text) for i in rows]
    whole = min((i for i in rows if sought and sought <= labels[i]), key=lambda i: len(labels[i]), default=None)
    base = levels.at(whole, j - 1) if whole is not None else None
    if base is None:
        return []
    fits: dict[int, bool] = {}
    for i in rows:
        level, written = levels.at(i, j - 1), levels.table.rows[i][j].written
        ratio = over(level.range, base.range, signed=True) if level and written else None
        if written and ratio and i != whole:
            fits[i] = range_of(in_unit(written, "%")).meets(ratio)
    right = sum(fits.values())
    if right < _FEWEST - 1 or not most(right, len(fits)):
        return []
    return [_draft(levels, i, j - 1, j, base.draft.subject, base.draft.group) for i in fits]


def _shares(levels: Levels, k: int, j: int, number: int) -> list[Draft]:
    """Return drafts of the numbers of column `j` as shares of the whole of column `k`, where most rows agree on one."""
    wholes: dict[int, Interval] = {}
    printed: list[Interval] = []
    for i, row in enumerate(levels.table.rows):
        if words.TOTAL.search(row[0].text):
            break
        level, written = levels.at(i, k), row[j].written
        if level is None or written is None or words.TURNOUT.search(row[0].text):
            continue
        part, share = level.range, range_of(in_unit(written, "%"))
        if part.low is None or part.high is None or share.low is None or share.high is None:
            continue
        if share.contains(_ALL):  # the whole by a name of its own
            if printed:
                break
            continue
        if part.low <= 0 or share.low <= 0 or share.high > 1:
            return []
        if _make_all(printed) and not _make_all([*printed, share]):
            break  # what stands behind all parts, and is more, is a share of something else
        printed.append(share)
        wholes[i] = Interval(part.low / share.high, part.high / share.low)
    clear = [whole for whole in wholes.values() if _is_clear(whole)]
    agree = _most_agree(clear)
    if agree < _FEWEST or not most(agree, len(clear)) or not _tell(printed):
        return []
    measure = levels.table.heads[k].text
    told = sorted(words.content(measure))
    subject = Subject(f"all of “{measure}”", ("all", *told, "of", "table", str(number)))
    return [_draft(levels, i, k, j, subject) for i in wholes]


def _tell(printed: Sequence[Interval]) -> bool:
    """Whether shares tell more than that they are about the same: they differ, or make a hundred percent."""
    lows, highs = ([share[side] or Fraction(0) for share in printed] for side in (0, 1))
    return _SPREAD * min(lows) <= max(highs) or _make_all(printed)


def _make_all(printed: Sequence[Interval]) -> bool:
    """Whether shares make a hundred percent."""
    return added(printed).contains(_ALL)


def _most_agree(wholes: Sequence[Interval]) -> int:
    """Return how many of some ranges have a point in common."""
    lows, highs = sorted(w.low for w in wholes if w.low), sorted(w.high for w in wholes if w.high)
    return max((n - bisect_left(highs, low) for n, low in enumerate(lows, 1)), default=0)


def _is_clear(whole: Interval) -> bool:
    """Whether a row tells how large the whole is: a share of 0.1% hardly does."""
    assert whole.low is not None and whole.high is not None  # noqa: S101, PT018  made of numbers with two ends
    return 100 * (whole.high - whole.low) <= _CLEAR * whole.high


def _draft(levels: Levels, i: int, k: int, j: int, whole: Subject, group: int = 0) -> Draft:
    level, written = levels.at(i, k), levels.table.rows[i][j].written
    assert level is not None and written is not None  # noqa: S101, PT018  as it has said how large the whole is
    part = level.draft
    draft = levels.draft(i, j, "share", part.group, part.subject)
    return draft._replace(
        in_=part.in_,
        whole=whole,
        whole_group=group,
        said=said(written, in_unit(written, "%")),
        guesses=(f"“{levels.table.heads[j].text}” is a share of {whole.text}",),
    )
