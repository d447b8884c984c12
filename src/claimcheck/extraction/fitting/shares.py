"""Shares that fit a whole near them: the 28% of "The firm has 1,240 employees. Of these, 347 (28%) work abroad"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import alike, over, printed_of, value
from claimcheck.extraction.fitting.levels import Levels, exact, may_be_of
from claimcheck.extraction.readings.listed_shares import ends_what_is_said
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence

_OR = lazy(
    rf"(?:\s+{WORD}){{0,4}}\s*,\s+(?:(?:or|representing|making|which\s+is)\s+)?"
    rf"(?:(?:an?|the)\s+(?:{WORD}\s+){{0,3}}?(?:rate|share|proportion|percentage|turnout|factor)\s+of\s+)?{HEDGES}",
    re.IGNORECASE,
)
_OUT_OF = lazy(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|our|all|these|those)\s+)*", re.IGNORECASE)
_OTHER = lazy(r"\s*\)?\s*(?:of|in|among|ci|confidence|credible)\b", re.IGNORECASE)
_FIGURES = 2  # of a share; one of a single digit fits too many
_BACK = 3  # sentences to the whole


def with_shares(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts in which a percentage behind a level is its share of the one level near them that it fits."""
    levels = Levels(drafts, names, sentences)
    changed: dict[int, Draft] = {}
    for position, own in levels.by_place.items():
        for part, share in _pairs(own, sentences[position]):
            whole = _whole(part, share, levels) if levels.is_alone(part) and levels.is_alone(share) else None
            if whole is not None:
                where = "the same" if whole.sentence == position else "another"
                guess = f"it is the share of the {printed_of(whole, sentences)} of {where} sentence"
                moved = part._replace(in_=whole.in_)
                made = moved._replace(written=share.written, kind="share", whole=whole.subject, whole_group=whole.group)
                changed |= {
                    id(part): moved,
                    id(share): made._replace(confidence=share.confidence, guesses=(*share.guesses, guess)),
                }
    return [changed.get(id(draft), draft) for draft in drafts]


def _pairs(own: Sequence[Draft], sentence: Sentence) -> Iterator[tuple[Draft, Draft]]:
    """Yield levels and the percentages behind them: "347 work abroad (28%)", "188 of 214 pupils, or 88%"."""
    for at, share in enumerate(own):
        written, before = share.written, own[:at]
        plain = written.form == "number" and written.hedge in ("", "about") and not (written.upper or written.direction)
        percent = written.unit.family == "percent" and not written.unit.per and share.kind == "value"
        if not (before and plain and percent and sum(map(str.isdecimal, written.digits)) >= _FIGURES):
            continue
        gap = sentence.gap(before[-1].written.amount_end, written.number_start)
        said = ends_what_is_said(gap) if written.parenthesised else _OR.fullmatch(gap)
        if said and not _OTHER.match(sentence.after(written)):
            of = len(before) > 1 and _OUT_OF.fullmatch(sentence.between(before[-2].written, before[-1].written))
            yield before[-2 if of else -1], share


def _whole(part: Draft, share: Draft, levels: Levels) -> Draft | None:
    """Return the only level of a part's sentence that its share fits, else the only one shortly before."""
    stated = interval(without_parentheses(share.written))
    if not any(level is part for level in levels.of([part.sentence])):
        return None
    for places in ([part.sentence], range(part.sentence - _BACK, part.sentence)):
        larger = [level for level in levels.of(places) if _may_be_whole(level, part)]
        fitting = [level for level in larger if (made := over(exact(part), exact(level))) and made.meets(stated)]
        if fitting:
            return fitting[0] if len(fitting) == 1 and may_be_of(part, fitting[0].in_) else None
    return None


def _may_be_whole(level: Draft, part: Draft) -> bool:
    """Whether a level is larger than a part, and in its unit or counted as it is: no minutes for seconds."""
    families = {draft.written.unit.family for draft in (level, part)}
    in_unit = level.written.unit == part.written.unit or families <= {"count", "none"}
    return in_unit and alike(level, part) and value(level) > value(part)
