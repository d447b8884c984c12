"""Columns of polls headed "Lead": how far the largest percentage of a row is ahead of the next, where most are that."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.bonds import less
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.levels import in_unit, nearly_all, range_of, said
from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels
    from claimcheck.quantity.written import Written

_FIRST = 3  # percentages of which two may make a lead: the largest may be of those who do not know
_PAIR = 2
_NO_PARTY = lazy(
    r"\b(?:undecided|unsure|not sure|don.?t know|dk|refused?|none|no (?:opinion|answer)|abst\w+"
    r"|(?:will|would) ?n.t vote)\b",
    re.IGNORECASE,
)


class _Lead(NamedTuple):
    """The number of a row, the two largest percentages, and whether it is their difference."""

    shown: Written
    first: Level
    second: Level
    fits: bool


def leads(levels: Levels, columns: Sequence[int]) -> Iterator[tuple[int, list[Draft]]]:
    """Yield the columns among some that are leads, with the drafts of their numbers."""
    for j in columns:
        if not words.LEAD.fullmatch(levels.table.heads[j].text):
            continue
        found = {i: lead for i in range(len(levels.table.rows)) if (lead := _lead(levels, i, j))}
        right = sum(lead.fits for lead in found.values())
        if nearly_all(right, len(found)):
            yield j, [_draft(levels, i, j, lead) for i, lead in found.items()]


def _lead(levels: Levels, i: int, j: int) -> _Lead | None:
    """Return what a row says of a lead; `None` where it says nothing, or may mean other two of the first three."""
    heads, written = levels.table.heads, levels.table.rows[i][j].written
    parties = [k for k in range(1, j) if not (words.OTHERS.search(heads[k].text) or _NO_PARTY.search(heads[k].text))]
    known = [level for k in parties if (level := levels.at(i, k)) and level.written.unit.family == "percent"]
    known.sort(key=lambda level: level.written.value, reverse=True)
    if written is None or written.value < 0 or len(known) < _PAIR:
        return None
    shown = in_unit(written, "points")
    own = range_of(shown)
    meet = [own.meets(less(a.range, b.range)) for a, b in combinations(known[:_FIRST], 2)]
    return _Lead(shown, known[0], known[1], meet[0]) if meet[0] or not any(meet) else None


def _draft(levels: Levels, i: int, j: int, lead: _Lead) -> Draft:
    first, second = lead.first.draft, lead.second.draft
    draft = levels.draft(i, j, "difference", first.group, first.subject)
    guess = f"“{levels.table.heads[j].text}” is “{first.subject.text}” less “{second.subject.text}”"
    return draft._replace(in_=first.in_, said=said(draft.written, lead.shown), minus=(second.group,), guesses=(guess,))
