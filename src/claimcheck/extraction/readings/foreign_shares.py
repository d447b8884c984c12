"""A part, its share and the whole in German, French and Spanish: "Sur 84 millions, 21 millions, soit 25 %, ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, amount, is_level, over, printed_of, reckoned_share, value
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import of_one_unit
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_WORD = r"[^\W\d_][\w'’-]*"
_SO = r"(?:also|oder|das\s+sind|das\s+waren|d\.\s?h\.|soit|es\s+decir,?|o\s+sea,?|ou|o)"
_LED = lazy(r"\W*(?:von(?:\s+den)?|sur(?:\s+les)?|de(?:\s+los|\s+las)?)\s+", re.IGNORECASE)  # "Von 84 Millionen"
_THEN = lazy(rf"(?:\s+{_WORD}){{0,3}}\s*(?:,|\s)\s*", re.IGNORECASE)
_OR = lazy(rf"\s*,?\s+{_SO}\s+(?:(?:el|le|un)\s+)?|,\s+(?:el|le)\s+", re.IGNORECASE)
_OF = lazy(
    rf"\s*(?:des|der|du|del|de\s+la|de\s+l['’])\s*(?:{_WORD}\s+){{0,3}}?(?:(?:in\s+Höhe\s+)?von|de|d['’])\s*(?:insgesamt\s+)?",
    re.IGNORECASE,
)
_MORE = lazy(r"\s*(?:de\s+plus|de\s+moins|mehr|weniger|más|menos)\b", re.IGNORECASE)
_BELIEVED = 10  # times; beyond, a share is likely to be another one


def foreign_shares(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the shares of a part in the whole that is told beside both, and whether they are."""
    told = by_sentence(draft for draft in drafts if draft.kind in ("value", "share") and draft.written.upper is None)
    for position, own in told.items():
        sentence = sentences[position]
        for first, second, third in zip(own, own[1:], own[2:], strict=False):
            one, other = _gap(sentence, first, second), _gap(sentence, second, third)
            lead = sentence.text[sentence.start : first.written.amount_start]
            if _LED.fullmatch(lead) and _THEN.fullmatch(one) and _OR.fullmatch(other):
                yield from _bond(sentences, second, first, third)
            elif _OR.fullmatch(one) and _OF.fullmatch(other):
                yield from _bond(sentences, first, third, second)


def _gap(sentence: Sentence, left: Draft, right: Draft) -> str:
    """Return what stands between two numbers in the language of the text."""
    return sentence.text[left.written.amount_end : right.written.amount_start]


def _bond(sentences: Sequence[Sentence], part: Draft, whole: Draft, share: Draft) -> Iterator[Bond]:
    plain = share.written.unit.family == "percent" and not (share.written.hedge or share.written.direction)
    more = _MORE.match(sentences[share.sentence].text, share.written.amount_end)
    if more or not plain or not (is_level(part) and is_level(whole) and of_one_unit(part.written, whole.written)):
        return
    made, stated = over(amount(part), amount(whole)), share.written.value
    ratio = value(part) / value(whole)
    if made is None or not stated / _BELIEVED < ratio < stated * _BELIEVED:
        return
    printed = [printed_of(draft, sentences) for draft in (part, whole, share)]
    wrong = f"{printed[0]} is {reckoned_share(ratio, share.written)} of {printed[1]}, not {printed[2]}"
    wrong = "" if made.meets(interval(share.written)) else wrong
    law = laws.quotient(share, part, whole)
    yield Bond(share, (whole, part), wrong, "it is the share of the one in the other", law)
