"""By how much one rate is above another: "returned 7.8%, beating the index, at 6.9%, by 0.9", "52% to 48%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, less, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import POINTS
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_OUTDID = re.compile(
    r"\b(?:out|under)perform(?:ed|ing|s)?\b|\b(?:beat|beating|beats|trail(?:ed|ing|s)|lagg?(?:ed|ing|s)|ahead\s+of|behind)\b",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\b(?:versus|against|compared\s+(?:with|to)|while|whereas|and)\b", re.IGNORECASE)
_BY = re.compile(rf"(?:\s+{WORD}){{0,5}}?\s*,?\s+by\s+{HEDGES}", re.IGNORECASE)
_LEAD = re.compile(
    rf"\)?(?:\s+{WORD}){{0,6}}?\s*,\s+(?:for\s+)?an?\s+(?:{WORD}\s+)?(?:(?:out|under)performance|difference|gap)\s+of\s+{HEDGES}"
    rf"|\)?(?:\s+{WORD}){{0,6}}?\s*[,;(]\s*(?:(?:absolute|risk)\s+)*difference,?\s+(?:of\s+)?",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s*[(\[]")  # an interval of confidence
_TO = re.compile(r"\s*(?:to|against|versus|vs\.?)\s*", re.IGNORECASE)
_MARGIN = re.compile(rf"\s*,\s+an?\s+(?:{WORD}\s+)?(?:lead|margin|gap|advantage)\s+of\s+{HEDGES}", re.IGNORECASE)
_OTHERWISE = re.compile(r"\b(?:annuali[sz]ed|relative|cumulative|gross|net|respectively)\b", re.IGNORECASE)
_NEAR = 90  # characters between the two rates


def outdone(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the leads in points that are not the difference of the two rates before them."""
    rates = (d for d in drafts if d.written.unit.family in ("percent", "points") and d.written.upper is None)
    for position, own in by_sentence(rates).items():
        for three in zip(own, own[1:], own[2:], strict=False):
            yield from _lead(sentences[position], sentences, *three)


def _lead(
    sentence: Sentence, sentences: Sequence[Sentence], first: Draft, second: Draft, lead: Draft
) -> Iterator[Doubt]:
    after = sentence.after(lead.written)
    rates = all(each.written.unit.family == "percent" and not each.written.hedge for each in (first, second))
    if not rates or lead.written.unit.family != "points" or not (ENDED.match(after) or _CLOSED.match(after)):
        return
    gap, behind = (
        sentence.gap(left.written.amount_end, right.written.amount_start)
        for left, right in ((first, second), (second, lead))
    )
    outdid = (_OUTDID.search(gap) and _BY.fullmatch(behind)) or (_BESIDE.search(gap) and _LEAD.fullmatch(behind))
    won = _TO.fullmatch(gap) and _MARGIN.fullmatch(behind)
    if not (outdid or won) or len(gap) > _NEAR or _OTHERWISE.search(sentence.words):
        return
    stated = interval(lead.written)
    one, other = (without_parentheses(each.written) for each in (first, second))
    for rate, base in ((one, other), (first.written, second.written)):  # "(9%)" may be below 0
        apart = less(interval(rate), interval(base))
        if apart.meets(stated) or apart.negated().meets(stated):
            return
    shown = show_number(abs(one.value - other.value), POINTS)
    printed = [printed_of(draft, sentences) for draft in (first, second, lead)]
    said = f"{printed[0]} and {printed[1]} are {shown} apart, not {printed[2]}"
    yield Doubt(lead, (first, second), said, "they are told of the same time")
