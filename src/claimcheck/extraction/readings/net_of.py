"""What came and what went, and the one less the other: "gained 27 seats and lost four, a net gain of 23"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, less, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.bare import undirected
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, WORD, of_one_unit
from claimcheck.quantity.show import show_number
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval

_CAME = r"gained|won|added|opened|hired|recruited|created|attracted|picked\s+up|received|earned|bought|took\s+in|raised"
_WENT = r"lost|closed|shed|cut|dropped|shut|removed|dismissed|spent|paid|sold"
_FIRST = re.compile(rf"\b(?:(?P<came>{_CAME})|(?:{_WENT}))\s+(?:{WORD}\s+)?{HEDGES}$", re.IGNORECASE)
_THEN = re.compile(
    rf"(?:\s+{WORD}){{0,6}}\s*,?\s+(?:and|but|while)\s+(?:(?P<came>{_CAME})|(?:{_WENT}))\s+{HEDGES}", re.IGNORECASE
)
_NET = re.compile(
    rf"(?:\s+{WORD}){{0,6}}\s*[,–—-]\s+(?:(?:for|giving|making|leaving|resulting\s+in|or)\s+(?:(?:it|them)\s+)?)?an?\s+net\s+"
    rf"(?:gain|loss|increase|decrease|addition|outlay|spend|inflow|outflow)\s+of\s+{HEDGES}",
    re.IGNORECASE,
)


def net_of(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the net gains that are not what came less what went."""
    told = by_sentence(draft for draft in drafts if draft.kind == "value" and draft.written.upper is None)
    for position, own in told.items():
        for three in zip(own, own[1:], own[2:], strict=False):
            if _is_net(sentences[position], *three):
                one, other, net = (_range(draft) for draft in three)
                between = less(one, other)
                if not (between.meets(net) or between.negated().meets(net)):
                    yield _doubt(*three, sentences)


def _is_net(sentence: Sentence, one: Draft, other: Draft, net: Draft) -> bool:
    first = _FIRST.search(sentence.gap(sentence.start, one.written.amount_start))
    then = _THEN.fullmatch(sentence.gap(one.written.amount_end, other.written.amount_start))
    last = _NET.fullmatch(sentence.gap(other.written.amount_end, net.written.amount_start))
    alike = of_one_unit(one.written, other.written) and of_one_unit(one.written, net.written)
    if not (first and then and last and alike and ENDED.match(timeless(sentence.after(net.written)))):
        return False
    return bool(first["came"]) != bool(then["came"])


def _range(draft: Draft) -> Interval:
    """Return what a number stands for without the verb before it."""
    return interval(undirected(draft.written))


def _doubt(one: Draft, other: Draft, net: Draft, sentences: Sequence[Sentence]) -> Doubt:
    larger, smaller = sorted((one, other), key=lambda draft: -draft.written.value)
    shown = show_number(larger.written.value - smaller.written.value, net.written.unit)
    printed = [printed_of(draft, sentences) for draft in (larger, smaller, net)]
    said = f"{printed[0]} less {printed[1]} is {shown}, not {printed[2]}"
    return Doubt(net, (one, other), said, "nothing else came or went")
