"""Shares and what they are together: "Norland (27%), Holm (12%) and Isla (4%) account for 43%"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.skeleton import SHARE, skeleton
from claimcheck.extraction.text.words import HEDGES
from claimcheck.quantity.show import show_number
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_GAP = lazy(r"\)?[\w\s.&'’-]{0,60}(?:,|\band\b)[\w\s,.&'’-]{1,60}\(?", re.IGNORECASE)  # from a share to the next
_HOLD = r"(?:account(?:s|ed)?\s+for|ma[dk]es?\s+up|represent(?:s|ed)?|holds?|held|ha[ds]|have|controls?|controlled)"
_TOGETHER = r"(?:together|jointly|combined|between\s+them|in\s+(?:all|total)|taken\s+together)"
_ALL = r"(?:a\s+(?:combined|total|joint)(?:\s+\w+)?(?:\s+of)?|totalling)"
_SO_MUCH = rf"\s+(?:just\s+)?{HEDGES}"
_SURE = lazy(rf"\)?,?\s+(?:{_TOGETHER},?(?:\s+{_HOLD})?|(?:(?:for|or|giving)\s+)?{_ALL}){_SO_MUCH}", re.IGNORECASE)
_LIKELY = lazy(rf"\)?,?\s+(?:{_HOLD}|making){_SO_MUCH}", re.IGNORECASE)
_OPENED = lazy(rf"^\W*{_TOGETHER}\b", re.IGNORECASE)
_CLOSED = lazy(rf"\s+(?:[\w'’-]+\s+){{0,5}}?{_TOGETHER}\b", re.IGNORECASE)
_AHEAD = lazy(r"\s+of\s+[^:()]{2,80}:\s*(?:[\w.&'’-]+\s+){1,4}\(?", re.IGNORECASE)
_THEY = r"(?:they|these|those|the)\b\s*(?:(?!other)[\w'’-]+\s+){0,3}?"
_NEXT = lazy(rf"^\W*{_TOGETHER},?\s+{_THEY}(?:{_HOLD}|[\w'’-]+){_SO_MUCH}", re.IGNORECASE)
_OTHERS = lazy(
    r"\b(?:others?|more|rest|each|both|than|up|down|rose|fell|compared|against|rates?|growth)\b", re.IGNORECASE
)
_MORE = lazy(r"\b(?:includ\w+|with|plus|counting|as\s+well|together\s+with)\b", re.IGNORECASE)  # than these
_SHARE = lazy(SHARE)
_FEWEST, _PAIR = 3, 2
_NEAR = Fraction(1, 4)  # of the total; beyond, the numbers are likely to be of something else


def shares_together(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the totals of the shares before them, behind them, or of the sentence before, and whether they are."""
    told = by_sentence(d for d in drafts if d.kind in ("value", "share") and d.written.unit.family == "percent")
    for position, own in told.items():
        if 1 < len(own) < _FEWEST or (len(own) == 1 and not _OPENED.match(sentences[position].words)):
            continue
        before, *gaps = _parted(own, sentences[position])
        if len(own) == 1 and _NEXT.fullmatch(before) and not _MORE.search(gaps[0]):
            parts = told.get(position - 1, [])
            if parts and _is_list(_parted(parts, sentences[position - 1])[1:-1]):
                yield from _bond(parts, own[0], sentences, sure=True)
        elif len(own) >= _FEWEST and len(gaps) == len(own) and not _MORE.search(gaps[-1]):
            opened = bool(_OPENED.match(before))
            if _is_list(gaps[:-2]) and (_SURE.fullmatch(gaps[-2]) or _LIKELY.fullmatch(gaps[-2])):
                sure = opened or bool(_SURE.fullmatch(gaps[-2]) or _CLOSED.match(gaps[-1]))
                yield from _bond(own[:-1], own[-1], sentences, sure=sure)
            elif _AHEAD.fullmatch(gaps[0]) and _is_list(gaps[1:-1]):
                yield from _bond(own[1:], own[0], sentences, sure=opened)


def _parted(own: Sequence[Draft], sentence: Sentence) -> list[str]:
    """Return the words before, between and behind some shares that are plain; one empty text where they are not."""
    if any(draft.written.direction or draft.written.upper for draft in own):
        return ["", ""]
    return _SHARE.split(skeleton(sentence, [draft.written for draft in own]))


def _is_list(gaps: Sequence[str]) -> bool:
    return bool(gaps) and all(_GAP.fullmatch(gap) and not _OTHERS.search(gap) for gap in gaps)


def _bond(parts: Sequence[Draft], total: Draft, sentences: Sequence[Sentence], *, sure: bool) -> Iterator[Bond]:
    if len(parts) < (_PAIR if sure else _FEWEST):
        return
    whole = without_parentheses(total.written)
    made = added(interval(without_parentheses(part.written)) for part in parts)
    value = sum((abs(part.written.value) for part in parts), start=Fraction(0))
    if not sure and abs(value - whole.value) > _NEAR * whole.value:
        return
    shown, printed = show_number(value, total.written.unit), printed_of(total, sentences).strip("()")
    wrong = "" if made.meets(interval(whole)) else f"the {len(parts)} shares beside {printed} add up to {shown}"
    law = laws.added_up(total, parts)
    yield Bond(total, tuple(parts), wrong, "those from line {line} on are all of it", law)
