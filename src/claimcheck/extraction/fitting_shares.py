"""Shares that fit a whole near them: the 28% of "The firm has 1,240 employees. Of these, 347 (28%) work abroad"."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import alike, is_level, is_named, over, printed_of, value
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.readings.told_shares import ends_what_is_said
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.settings import is_awaited
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.rounding import interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval

_OR = re.compile(rf"(?:\s+{WORD}){{0,4}}\s*,\s+or\s+{HEDGES}", re.IGNORECASE)
_OF = re.compile(r"\s*\)?\s*(?:of|in|among)\b", re.IGNORECASE)
_FIGURES = 2  # of a share; one of a single digit fits too many
_BACK = 3  # sentences to the whole


def with_fitting_shares(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts in which a percentage beside a level is its share of the one level near them that it fits."""
    by_place = by_sentence(sorted(drafts, key=lambda draft: draft.written.number_start))
    told = Counter(names.of[draft.group] for draft in drafts)
    changed: dict[int, Draft] = {}
    for position, own in by_place.items():
        for part, share in pairwise(own):
            alone = told[names.of[part.group]] == told[names.of[share.group]] == 1
            if not alone or not _is_share(sentences[position], part, share):
                continue
            if (whole := _whole(part, share, by_place, sentences)) is not None:
                where = "the same" if whole.sentence == position else "another"
                guess = f"it is the share of the {printed_of(whole, sentences)} of {where} sentence"
                changed[id(part)] = part._replace(in_=whole.in_)
                changed[id(share)] = share._replace(
                    kind="share",
                    group=part.group,
                    subject=part.subject,
                    in_=whole.in_,
                    whole=whole.subject,
                    whole_group=whole.group,
                    guesses=(*share.guesses, guess),
                )
    return [changed.get(id(draft), draft) for draft in drafts]


def _is_share(sentence: Sentence, part: Draft, share: Draft) -> bool:
    """Whether a percentage stands behind a level as its share: "347 (28%)", "347 work abroad (28%)", "347, or 28%"."""
    written = share.written
    plain = written.form == "number" and written.hedge in ("", "about") and not (written.upper or written.direction)
    digits = sum(map(str.isdecimal, written.digits))
    if not plain or written.unit.family != "percent" or written.unit.per or share.kind != "value" or digits < _FIGURES:
        return False
    gap = sentence.gap(part.written.amount_end, written.number_start)
    said = ends_what_is_said(gap) if written.parenthesised else _OR.fullmatch(gap)
    return bool(said) and is_level(part) and not _OF.match(sentence.after(written))


def _whole(part: Draft, share: Draft, by_place: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> Draft | None:
    """Return the only level of a part's sentence that its share fits, else the only one shortly before."""
    if is_awaited(sentences[part.sentence], part.written):
        return None
    stated = interval(without_parentheses(share.written))
    for places in ([part.sentence], range(part.sentence - _BACK, part.sentence)):
        near = [level for at in places for level in by_place.get(at, ()) if is_level(level) and alike(level, part)]
        larger = [level for level in near if value(level) > value(part)]
        fitting = [level for level in larger if (made := over(_exact(part), _exact(level))) and made.meets(stated)]
        if fitting:
            whole = fitting[0]
            timed = whole.in_ == part.in_ or not is_named(part.in_)
            return (
                whole
                if len(fitting) == 1 and timed and not is_awaited(sentences[whole.sentence], whole.written)
                else None
            )
    return None


def _exact(level: Draft) -> Interval:
    """Return what a level stands for where the zeros at its end are digits."""
    return interval(level.written, narrow=True)
