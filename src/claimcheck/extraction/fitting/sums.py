"""Totals that the levels beside them make: "It sold 61,382 boats. Holm took 28,405, Isla 20,166 and Alto 12,811"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import alike, value
from claimcheck.extraction.fitting.levels import Levels, exact

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence

_FIGURES = 3  # of a total, at least: smaller ones are made by chance
_PARTS = 12  # at most
_LEVELS = 40  # of a sentence; more are a table's


def with_sums(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts and the sums of levels side by side that make a level of their sentence, or of the one before."""
    summed = {group for draft in drafts if draft.kind == "sum" for group in (draft.group, *draft.parts, *draft.minus)}
    levels = Levels(drafts, names, sentences)
    sums: list[Draft] = []
    for position in levels.by_place:
        own = levels.of([position])
        for total in levels.of([position - 1, position]) if len(own) <= _LEVELS else ():
            parts = _parts(total, [level for level in own if level.group not in summed])
            told = {names.of[level.group] for level in (total, *parts)}
            if not parts or total.group in summed or len(told) == len(parts):
                continue
            groups, times = tuple(part.group for part in parts), tuple(part.in_ for part in parts)
            sum_ = total._replace(kind="sum", parts=groups, guesses=("they are all of it",))
            sums.append(sum_._replace(times=times) if {*times} != {total.in_} else sum_)
            summed |= {total.group, *groups}
    return [*drafts, *sums]


def _parts(total: Draft, levels: Sequence[Draft]) -> Sequence[Draft]:
    """Return the first levels side by side that make a total, as printed; none for one that chance makes."""
    figures = len("".join(filter(str.isdecimal, total.written.digits)).strip("0"))
    if total.written.hedge or figures < _FIGURES + (total.written.decimals > 0 and total.written.unit.family == "none"):
        return ()
    low, high = exact(total)[:2]
    unit = (high - low) / 2 if total.written.decimals and low is not None and high is not None else 0
    for start, first in enumerate(levels):
        for end, part in enumerate(levels[start : start + _PARTS], start + 1):
            if part is total or part.written.hedge or part.in_ != first.in_ or not alike(part, total):
                break
            parts = levels[start:end]  # each is as precise as the total
            if abs(sum(map(value, parts)) - value(total)) <= unit * (len(parts) + 1):
                return parts if len(parts) > 1 else ()
    return ()
