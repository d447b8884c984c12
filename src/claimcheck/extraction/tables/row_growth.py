"""Rows of a table that are the growth of another from one column to the next: "Revenue", and below it "growth, %"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import over
from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.levels import in_unit, most, range_of, said
from claimcheck.extraction.tables.ways import months_between
from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.period import YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels
    from claimcheck.quantity.written import Written

_GROWTH = lazy(
    r"\b(?:growth|change|chg|increase|decrease|rise|yoy|y/y|y-o-y|qoq|q/q|q-o-q|year[- ]on[- ]year|on year|annual|vs"
    r"|previous|prior|quarter[- ]on[- ]quarter)\b|[Δ%]|\+/-",
    re.IGNORECASE,
)
_NEAREST = 3  # rows that the words of a label may name

Steps = list[tuple[int, int]]  # columns that follow each other in time


class RowGrowth:
    """The growth rows of one table: their drafts, and where they stand."""

    def __init__(self, levels: Levels, columns: Sequence[int]) -> None:
        """Draft that a row is the growth of another one, where that fits in most of `columns`."""
        self.levels = levels
        self.made: set[int] = set()
        self.found: list[Draft] = []
        labels = [row[0].text for row in levels.table.rows]
        for i, label in enumerate(labels) if not levels.by_rows else ():
            if not words.CHANGE.search(label) or words.OTHER_GROWTH.search(label) or words.NET_CHANGE.search(label):
                continue
            steps = _steps(levels, columns, yearly=bool(words.YEARLY.search(label)))
            tried = {k: self._tried(i, k, steps) for k in self._named(i, labels)}
            best = max(tried, key=lambda k: sum(tried[k].values()), default=i)
            fits = tried.get(best, {})
            wrong = [{*step} for step, fit in fits.items() if not fit]
            one_level = bool(wrong) and bool(set.intersection(*wrong))  # a slip of which would make all of them wrong
            if len(wrong) < len(fits) and (one_level or most(len(fits) - len(wrong), len(fits))):
                self.made.add(i)
                self.found += [self._draft(i, best, step) for step in fits]

    def _named(self, i: int, labels: Sequence[str]) -> Iterator[int]:
        """Yield the rows that a growth may be of: those whose words its label has, else the one above."""
        sought = words.content(_GROWTH.sub(" ", labels[i]))
        if sought:
            found = [(len(own), k) for k, other in enumerate(labels) if sought <= (own := words.content(other))]
            yield from (k for _, k in sorted(found)[:_NEAREST] if k != i and k not in self.made)
        elif i:
            yield max((k for k in range(i) if k not in self.made), default=i)

    def _tried(self, i: int, k: int, steps: Steps) -> Mapping[tuple[int, int], bool]:
        """Return for each step whether the number of row `i` is the growth of row `k`, where that can be tried."""
        tried = {}
        for start, end in steps:
            before, after, written = self._numbers(i, k, start, end)
            if before is None or after is None or written is None or after.written.unit.family == "percent":
                continue
            ratio = over(after.range, before.range)
            shown = in_unit(written, "%")
            if ratio is not None and shown.unit.family == "percent":
                tried[start, end] = range_of(shown).meets(ratio.shifted(-1))
        return tried

    def _numbers(self, i: int, k: int, start: int, end: int) -> tuple[Level | None, Level | None, Written | None]:
        return self.levels.at(k, start), self.levels.at(k, end), self.levels.table.rows[i][end].written

    def _draft(self, i: int, k: int, step: tuple[int, int]) -> Draft:
        start, end = step
        before, after, written = self._numbers(i, k, start, end)
        assert before is not None and after is not None and written is not None  # noqa: S101, PT018  as tried
        part = after.draft
        label = self.levels.table.rows[i][0].text
        guess = f"“{label}” is of “{part.subject.text}” from {before.draft.in_} to {part.in_}"
        draft = self.levels.draft(i, end, "growth", part.group, part.subject)
        shown = said(written, in_unit(written, "%"))
        return draft._replace(from_=before.draft.in_, in_=part.in_, said=shown, guesses=(guess,))


def _steps(levels: Levels, columns: Sequence[int], *, yearly: bool) -> Steps:
    """Return the columns that lie a year apart, or whose periods follow each other as closely as any do."""
    heads = levels.table.heads
    dated = sorted((heads[j].order, j) for j in columns if heads[j].period and any(heads[j].order))
    apart = [(months_between(a, b), j, k) for (a, j), (b, k) in combinations(dated, 2)]
    step = YEAR if yearly else min((months for months, *_ in apart if months), default=0)
    return [(a, b) for months, a, b in apart if months == step]
