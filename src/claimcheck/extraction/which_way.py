"""Which way two levels of one thing are said to go: "5.2 million, up from 4.8 million", "fell from 42 to 38 tonnes"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.changes import A_LOSS
from claimcheck.extraction.earlier import came_from, is_pair
from claimcheck.extraction.then import timeless
from claimcheck.extraction.words import HEDGES, LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

# Words that say no more than up or down: "improved", "widened" and "lost" may be said of either.
_UP = (
    r"up|ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ew|own|owing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|soar(?:ed|ing)|rais(?:ed|ing)"
)
_DOWN = (
    r"down|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr(?:ank|unk|inking)"
    r"|slump(?:ed|ing)?|tumbl(?:ed|ing)|plung(?:ed|ing)|reduc(?:ed|ing|tion)|lower(?:ed|ing)|cut"
)
_WAY = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b"
_HOW = r"(?:\s+(?:[a-z]+ly|again|further|back|even|just|only))?"
_VERB_FROM = re.compile(rf"{_WAY}{_HOW}\s+from\s+{HEDGES}$", re.IGNORECASE)
_VERB_TO = re.compile(rf"{_WAY}{_HOW}\s+to\s+{HEDGES}$", re.IGNORECASE)
_FROM = re.compile(
    rf"[\s,(–—-]*(?:(?:which|that|is|was|were|still|also|and|an?|the|slightly|sharply)\s+)*{_WAY}{_HOW}\s+from\s+{HEDGES}",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(  # where a smaller number is more of it, or nothing went that way
    r"\b(?:not|never|cannot|without|rank\w*|exchange\s+rates?|currenc(?:y|ies)|against\s+the|(?:to|per)\s+the|odds|would|could"
    r"|dollar|euro|yen|yuan|renminbi|rupee|rupiah|won|rou?ble|peso|lira|real|franc|kron[ae]|pound|sterling|rand|baht|ringgit"
    r")\b|n['’]t\b",
    re.IGNORECASE,
)
_MANY = 1000  # as bare a number as this is no place in a list


class Move(NamedTuple):
    """Two levels, "up" or "down", and where in the text the word stands that says so."""

    earlier: Written
    later: Written
    way: str
    start: int


def directions(sentence: Sentence, found: Sequence[Draft]) -> Iterator[Draft]:
    """Yield which way pairs of levels went whose change nobody prints."""
    levels = {draft.written.number_start: draft for draft in found if draft.kind == "value"}
    moved = {draft.group for draft in found if draft.kind != "value"}
    for first, second in pairwise(sentence.quantities):
        drafted = [levels.get(written.number_start) for written in (first, second)]
        groups = {draft and draft.group for draft in drafted}
        if len(groups) > 1 or None in groups or groups & moved:
            continue
        move = _move(sentence, first, second) if _are_plain(sentence, first, second) else None
        if move is not None:
            later, earlier = levels[move.later.number_start], levels[move.earlier.number_start]
            told = min(first, second, key=lambda written: abs(written.start - move.start))
            quoted = told._replace(start=min(told.start, move.start))
            yield later._replace(written=quoted, kind="direction", from_=earlier.in_, said=move.way)


def _are_plain(sentence: Sentence, first: Written, second: Written) -> bool:
    """Whether the words for more and less are meant of two numbers as they stand."""
    if A_LOSS.search(sentence.words) or _OTHERWISE.search(sentence.words):
        return False
    for written in (first, second):
        family = written.unit.family
        if written.value <= 0 or written.upper or written.parenthesised or written.unit.per:
            return False
        if family not in (*LEVELS, "percent") or (family == "none" and not written.decimals and written.value < _MANY):
            return False
    taken = first.unit.family in ("percent", "measure") and first.amount_end == first.number_end
    return first.unit == second.unit and first.magnitude == second.magnitude and not taken  # "fell from 10 to 20%"


def _move(sentence: Sentence, first: Written, second: Written) -> Move | None:
    """Return the move that two numbers are told of, as far as the words right beside them say which way."""
    between = sentence.between(first, second)
    if told := _FROM.fullmatch(timeless(between)):
        return _told(sentence, second, first, told, first.amount_end, second.amount_start)
    ends = [other.amount_end for other in sentence.quantities if other.amount_end <= first.amount_start]
    start = max(ends, default=sentence.start)
    ahead = sentence.gap(start, first.amount_start)
    if is_pair(sentence, first, second) and (told := _VERB_FROM.search(ahead)):
        return _told(sentence, first, second, told, start, first.amount_start)
    if came_from(sentence, first, second) and (told := _VERB_TO.search(ahead)):
        return _told(sentence, second, first, told, start, first.amount_start)
    return None


def _told(
    sentence: Sentence, earlier: Written, later: Written, told: re.Match[str], start: int, end: int
) -> Move | None:
    """Return a move by the word that tells it, which stands last of those that are alike between two places."""
    word = told["up"] or told["down"]
    at = sentence.text.rfind(word, start, end)
    return Move(earlier, later, "up" if told["up"] else "down", at) if at >= 0 else None
