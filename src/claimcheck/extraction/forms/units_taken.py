"""Numbers that take the unit of others of one move: "from 67.4 to 81.7 gigawatts", "EUR 82.2 (75.1) million"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.text.comparatives import SCALES, is_comparative, meant
from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.terms import BARE, MEASURED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Unit, Written

_POINTS = lazy(r"(?<!basis)(?<!percentage)(?<!\s|-)[\s-]+points?\b", re.IGNORECASE)


def is_of_score(change: Written, level: Written) -> bool:
    """Whether points are those of a score, and no percentage points: "rose by 13.4 points, from 48.3 to 61.7"."""
    return change.unit.family == "points" and level.unit == BARE and bool(_POINTS.search(change.text))


def with_units(drafts: Iterable[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts that tell bare numbers with the unit that another one of their group has, and points without."""
    found = [draft if draft.cell else _beside(draft, sentences[draft.sentence]) for draft in drafts]
    units: dict[int, Unit] = {}
    scores: dict[int, Written] = {}
    for draft in found:
        unit = draft.written.unit
        measured = unit.family in MEASURED or unit.per == "share"
        if draft.kind in ("value", "change") and measured and not draft.cell:
            units.setdefault(draft.group, unit)
        if draft.kind == "value" and draft.written.unit == BARE and not (draft.cell or draft.said):
            scores.setdefault(draft.group, draft.written)
    return [draft._replace(said=draft.said or _said(draft, units, scores)) for draft in found]


def _beside(draft: Draft, sentence: Sentence) -> Draft:
    """Return a level with the unit and the magnitude that its comparative has, or the other way round."""
    at = sentence.quantities.index(draft.written) if draft.written in sentence.quantities else None
    if draft.kind != "value" or at is None:
        return draft
    for first, second in pairwise(sentence.quantities[max(at - 1, 0) : at + 2]):
        if not is_comparative(sentence, first, second):
            continue
        own = meant(first, second)[0 if first is draft.written else 1]
        if own.magnitude != draft.written.magnitude or own.unit != draft.written.unit:
            scale, per = SCALES.get(own.magnitude, ""), f" per {own.unit.per}" if own.unit.per else ""
            bare = own.unit.family == "measure" and scale  # a sheet scales no measure
            unit = own.unit.name if own.unit.family in (*MEASURED, "percent") and not bare else ""
            scaled = draft.written.magnitude != 1  # by its own words
            told = " ".join(filter(None, (draft.written.digits, scale if scaled else "", unit))) + per
            return draft._replace(said=told, scale="" if scaled else scale)
    return draft


def _said(draft: Draft, units: dict[int, Unit], scores: dict[int, Written]) -> str:
    """Return what a number says where its unit is another's; "" where it says that itself."""
    told, group = " ".join(draft.written.text.split()), draft.group
    if draft.kind in ("value", "change") and group in units and not draft.cell:
        unit, per = units[group], f" per {units[group].per}" if units[group].per else ""
        if draft.written.unit == BARE and unit.family in MEASURED:
            return f"{told.strip('()')} {unit.name}{per}"
        if unit.per == "share" and draft.written.unit == unit._replace(per=""):
            return f"{told}{per}"
    if draft.kind == "change" and group in scores and is_of_score(draft.written, scores[group]):
        return _POINTS.sub("", told)
    return ""
