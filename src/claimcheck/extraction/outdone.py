"""By how much one rate is said to be above another: "returned 7.8%, outperforming the index, at 6.9%, by 0.9"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, less, printed_of
from claimcheck.extraction.ends import ENDED
from claimcheck.extraction.words import HEDGES, WORD
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import POINTS
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.passage import Sentence

_OUTDID = re.compile(
    r"\b(?:out|under)perform(?:ed|ing|s)?\b|\b(?:beat|beating|beats|trail(?:ed|ing|s)|lagg?(?:ed|ing|s)|ahead\s+of|behind)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:versus|against|compared\s+(?:with|to)|while|whereas|and)\b", re.IGNORECASE)
_BY = re.compile(rf"(?:\s+{WORD}){{0,5}}?\s*,?\s+by\s+{HEDGES}", re.IGNORECASE)
_LEAD = re.compile(
    rf"(?:\s+{WORD}){{0,6}}?\s*,\s+(?:for\s+)?an?\s+(?:{WORD}\s+)?(?:out|under)performance\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(r"\b(?:annuali[sz]ed|relative|cumulative|gross|net|respectively)\b", re.IGNORECASE)
_NEAR = 90  # characters between the two rates


def outdone(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the leads in points that are not the difference of the two rates before them."""
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.written.unit.family in ("percent", "points") and not draft.cell and draft.written.upper is None:
            told.setdefault(draft.sentence, []).append(draft)
    for position, own in told.items():
        for three in zip(own, own[1:], own[2:], strict=False):
            yield from _lead(sentences[position], sentences, *three)


def _lead(
    sentence: Sentence, sentences: Sequence[Sentence], first: Draft, second: Draft, lead: Draft
) -> Iterator[Doubt]:
    rates = all(each.written.unit.family == "percent" and not each.written.hedge for each in (first, second))
    if not rates or lead.written.unit.family != "points" or not ENDED.match(sentence.after(lead.written)):
        return
    gap, behind = (
        sentence.gap(one.written.amount_end, other.written.amount_start)
        for one, other in ((first, second), (second, lead))
    )
    outdid = (_OUTDID.search(gap) and _BY.fullmatch(behind)) or (_BESIDE.search(gap) and _LEAD.fullmatch(behind))
    if not outdid or len(gap) > _NEAR or _OTHERWISE.search(sentence.words):
        return
    apart, stated = less(interval(first.written), interval(second.written)), interval(lead.written)
    if not apart.meets(stated) and not apart.negated().meets(stated):
        shown = show_number(abs(first.written.value - second.written.value), POINTS)
        printed = [printed_of(draft, sentences) for draft in (first, second, lead)]
        said = f"{printed[0]} and {printed[1]} are {shown} apart, not {printed[2]}"
        yield Doubt(lead, (first, second), said, "they are told of the same time")
