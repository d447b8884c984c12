"""Shares of one whole that together are more than all of it: "58% were women and 48% men"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.forms.partitions import is_both
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import WORD
from claimcheck.quantity.show import show_number
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_MAKEUP = lazy(r"\b(?:make-?up|composition|spread\s+out)\b", re.IGNORECASE)
_OVERLAPS = lazy(  # who may be counted twice
    r"\b(?:any\s+race|hispanics?|latin[oax]s?|of\s+wh(?:om|ich)|of\s+(?:them|these|those)|ancestr(?:y|ies)|speak\w*|languages?"
    r"|including|up\s+from|down\s+from|compared|census(?:es)?|than)\b",
    re.IGNORECASE,
)
_IS = lazy(
    rf"\s+(?:(?:of\s+(?:{WORD}\s+){{1,4}})?(?:were|are|was|is)\s+)?({WORD})(?=\s*(?:[,.;)]|and\b|while\b|$))",
    re.IGNORECASE,
)
_MADE = lazy(
    rf"(?:^|[,;]\s*|\b(?:and|while|whereas)\s+)(?:the\s+)?({WORD})(?:\s+{WORD})?\s+"
    r"(?:made\s+up|make\s+up|account(?:ed)?\s+for|constituted?|represent(?:ed)?)\s+$",
    re.IGNORECASE,
)
_ACCOUNTS = lazy(r"\b(?:accounts?|accounted|accounting)\s+for\s+$", re.IGNORECASE)
_FOR_NEXT = lazy(
    rf"(?:\s+of\s+(?:{WORD}\s+){{0,4}}{WORD})?\s*(?:,|,?\s+and)\s+(?:(?!and\b){WORD}\s+){{1,5}}?for\s+", re.IGNORECASE
)
_OF = lazy(rf"\s*of\s+({WORD}(?:\s+{WORD}){{0,3}}?)\s+(?:were|are|was|is)\b", re.IGNORECASE)
_ELSE = lazy(r"\b(?:in|at|among|for|by)\s", re.IGNORECASE)  # of another year, place or group
_FEWEST = 3  # shares of a makeup


def over_all(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the last of some shares that together are more than all."""
    told = by_sentence(d for d in drafts if d.kind in ("value", "share") and d.written.unit.family == "percent")
    for position, own in told.items():
        sentence = sentences[position]
        if not all(_is_plain(draft) for draft in own):
            continue
        first = sentence.before(own[0].written)
        if len(own) >= _FEWEST and _MAKEUP.search(first) and not _OVERLAPS.search(sentence.words):
            yield from _bond(own, sentences)
            continue
        if len(own) >= _FEWEST and _is_accounted_for(sentence, own):
            yield from _bond(own, sentences)
            continue
        for one, other in pairwise(own):
            if _are_both(sentence, one, other):
                yield from _bond((one, other), sentences)


def _is_plain(draft: Draft) -> bool:
    written = draft.written
    return not (written.hedge or written.direction or written.upper or written.parenthesised or written.unit.per)


def _is_accounted_for(sentence: Sentence, own: Sequence[Draft]) -> bool:
    """Whether two digits swapped alone keep shares from all: "drama accounted for 58%, film for 27%, sport for 51%"."""
    listed = all(_FOR_NEXT.fullmatch(sentence.between(one.written, other.written)) for one, other in pairwise(own))
    if not listed or not _ACCOUNTS.search(sentence.before(own[0].written)):
        return False
    numbers = [draft.written for draft in own]
    swaps = ((i, slip) for i, w in enumerate(numbers) for name, slip in digit_slips(w) if name == "swapped")
    meant = ([*numbers[:i], slip, *numbers[i + 1 :]] for i, slip in swaps)
    return any(added(map(interval, each)).contains(Fraction(1)) for each in meant)


def _are_both(sentence: Sentence, one: Draft, other: Draft) -> bool:
    """Whether two shares are of two parts between which nothing is left: "58% were women and 42% were men"."""
    behind = [_IS.match(sentence.after(draft.written)) for draft in (one, other)]
    ahead = [_MADE.search(sentence.before(draft.written)) for draft in (one, other)]
    ended = ENDED.match(sentence.after(other.written))
    wholes = {found[1].lower() for each in (one, other) if (found := _OF.match(sentence.after(each.written)))}
    alike = len(wholes) <= 1 and not _ELSE.search(sentence.between(one.written, other.written))
    for said in (behind if alike else (), ahead if ended else ()):
        nouns = [found[1].lower() for found in said if found]
        if len(set(nouns)) == len((one, other)) and is_both(" ".join(nouns)):
            return True
    return False


def _bond(shares: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    low = added(interval(share.written) for share in shares).low
    if low is not None and low > 1:
        total = show_number(sum((share.written.value for share in shares), start=Fraction(0)), PERCENT)
        said = f"the {len(shares)} shares up to {printed_of(shares[-1], sentences)} add up to {total}"
        law = laws.at_most_all(shares)
        yield Bond(shares[-1], tuple(shares[:-1]), said, "those from line {line} on are shares of one whole", law)
