"""Columns of a table that run on from row to row: cumulated numbers, and balances of an account or a loan.

Each number is the one in the row above with what its own row adds, some taken off. Where rows are left out between two
of them no number says so but their labels; a row that is more than its parts is left alone unless these count on.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise, permutations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.balances import meets
from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels

_RUNNING = lazy(
    r"\W*(?:cum\b\.?|cumulat\w+\b|running (?:total|balance)\b|(?:closing |remaining |outstanding )?balance\W*$)",
    re.IGNORECASE,
)
_NUMBER = lazy(r"\d+")
_FEWEST = 3  # steps that fit
_TO_ONE = 3  # of them for each number that does not
_NEAR = 4  # columns beside it that may be what is added


class _Way(NamedTuple):
    given: tuple[int, ...]
    taken: tuple[int, ...] = ()


class _Step(NamedTuple):
    row: int
    level: Level
    parts: list[tuple[Level, int]]  # with 1, or -1 where it is taken off
    fits: bool


def running(levels: Levels, columns: Sequence[int]) -> Iterator[Draft]:
    """Yield the drafts of the columns that run on from row to row, where most of their steps fit."""
    heads = levels.table.heads
    for j in columns:
        if not _RUNNING.match(heads[j].text):
            continue
        near = sorted((k for k in columns if k != j), key=lambda k: (abs(k - j), k))[:_NEAR]
        ways = [*(_Way((k,)) for k in near), *(_Way((), (k,)) for k in near)]
        ways += [_Way((a,), (b,)) for a, b in permutations(near, 2)]
        steps = max((_steps(levels, j, way) for way in ways), key=_counted, default=[])
        right, slips = _counted(steps)
        if right >= _FEWEST and right >= -_TO_ONE * slips:
            for step in steps:
                if step.fits or _counts_on(levels, step.row) or not _is_more(step):
                    yield _draft(step)


def _steps(levels: Levels, j: int, way: _Way) -> list[_Step]:
    """Return the steps from each row to the next; none where a column begins anew."""
    rows, found = levels.table.rows, []
    apart = [words.TOTAL.search(row[0].text) or words.RESULT.search(row[0].text) for row in rows]
    for i in range(1, len(rows)):
        before, level = levels.at(i - 1, j), levels.at(i, j)
        if not before or not level or apart[i] or levels.table.parts[i] != levels.table.parts[i - 1]:
            continue
        cells = [(k, sign) for some, sign in ((way.given, 1), (way.taken, -1)) for k in some]
        parts = [(part, sign) for k, sign in cells if (part := levels.at(i, k)) and part.written.value]
        hidden = any(rows[i][k].is_withheld for k, _ in cells)
        alike = all(_alike(part, level) for part, _ in [(before, 1), *parts])
        begins = any(part.written.value == level.written.value for part, _ in parts) and before.written.value
        if parts and alike and not hidden and not begins and _counts_on(levels, i) is not False:
            whole = [(before, 1), *parts]
            found.append(_Step(i, level, whole, meets(level, whole)))
    return found


def _alike(one: Level, other: Level) -> bool:
    return one.draft.scale == other.draft.scale and one.written.unit.family == other.written.unit.family


def _counts_on(levels: Levels, i: int) -> bool | None:
    """Whether the numbers in the label of a row are those of the one above and 1 more; `None` where it has none."""
    before, own = ([int(n) for n in _NUMBER.findall(levels.table.rows[k][0].text)] for k in (i - 1, i))
    if not before or not own:
        return None
    return len(before) == len(own) and any(b == a + 1 for a, b in zip(before, own, strict=True))


def _is_more(step: _Step) -> bool:
    """Whether a number is further from the one above than what is added, as it is where rows are left out between."""
    before, *added = [sign * part.written.value for part, sign in step.parts]
    move, told = step.level.written.value - before, sum(added, Fraction(0))
    return move > told > 0 or move < told < 0


def _counted(steps: Sequence[_Step]) -> tuple[int, int]:
    """Return how many steps fit, and below 0 how many numbers are wrong.

    Two wrong steps on end that are right together fit as one: the number between them is the slip.
    """
    wrong = [step for step in steps if not step.fits]
    passed = sum(b.row == a.row + 1 and meets(b.level, [*a.parts, *b.parts[1:]]) for a, b in pairwise(wrong))
    return len(steps) - len(wrong) + passed, passed - len(wrong)


def _draft(step: _Step) -> Draft:
    draft = step.level.draft
    given, taken = ([part.draft for part, sign in step.parts if sign == side] for side in (1, -1))
    times = tuple(part.in_ for part in (*given, *taken))
    return draft._replace(
        kind="sum",
        parts=tuple(part.group for part in given),
        minus=tuple(part.group for part in taken),
        times=times if {*times} != {draft.in_} else (),
        guesses=(f"“{draft.subject.text}” is the number above it and what its row adds",),
    )
