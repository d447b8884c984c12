"""The levels that a change runs between, by the words that join them in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.words import EARLIER, LATER, TO

if TYPE_CHECKING:
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

_HEDGE = re.compile(r"\s*\b(?:about|approximately|around|roughly|nearly|almost|over|more than|just)\b\s*$")
_APPOSED = re.compile(
    r"\s*(?:[,(–—-]|, or|, which (?:is|was)|and)?\s*"
    r"(?:(?:representing|marking|reflecting|up|down|a|an|by|year-on-year|annual|total|the|of)\s*)*",
    re.IGNORECASE,
)


def ends(sentence: Sentence, at: int) -> tuple[Written | None, Written | None]:
    """Return the levels before and after a change, as the words between say; `at` is its position."""
    numbers = sentence.quantities
    behind: list[Written | None] = [*numbers[at + 1 : at + 3], None, None]
    ahead: list[Written | None] = [None, None, *numbers[max(0, at - 2) : at]]
    if behind[0] and LATER.match(_lead(sentence, numbers[at], behind[0])):
        rest = behind[1] if behind[1] and EARLIER.search(_lead(sentence, behind[0], behind[1])) else None
        return (rest if _short(sentence, behind[0], rest) else None), behind[0]
    if behind[0] and behind[1] and EARLIER.search(_lead(sentence, numbers[at], behind[0])):
        straight = _short(sentence, numbers[at], behind[0], 12)
        if straight and TO.match(_lead(sentence, behind[0], behind[1])):
            return behind[0], behind[1]
    if ahead[-1] is None or not _apposed(sentence, ahead[-1], numbers[at]):
        return None, None
    if (
        behind[0]
        and EARLIER.search(_lead(sentence, numbers[at], behind[0]))
        and _short(sentence, numbers[at], behind[0], 24)
    ):
        return behind[0], ahead[-1]
    if ahead[-2] and TO.match(_lead(sentence, ahead[-2], ahead[-1])) and starts_from(sentence, ahead[-2]):
        return ahead[-2], ahead[-1]
    return None, ahead[-1]


def is_pair(sentence: Sentence, first: Written, second: Written) -> bool:
    """Whether two levels are the ends of one move: "from 2% in 2010 to 8%"."""
    alike = first.unit == second.unit and first.upper is None
    return alike and starts_from(sentence, first) and bool(TO.match(_lead(sentence, first, second)))


def _lead(sentence: Sentence, left: Written, right: Written) -> str:
    """Return the words between two numbers, without a hedge in front of the second one's digits."""
    return _HEDGE.sub(" ", sentence.between(left, right))


def _short(sentence: Sentence, left: Written, right: Written | None, most: int = 45) -> bool:
    return right is not None and len(sentence.between(left, right)) <= most and ";" not in sentence.between(left, right)


def _apposed(sentence: Sentence, level: Written, change: Written) -> bool:
    """Whether a change stands right beside a level: "760 billion yuan, a year-on-year increase of 43%"."""
    gap = sentence.gap(level.amount_end, change.start)
    gap = re.sub(r"\bin (?:the year )?\d{4}\b", "", gap)
    return bool(_APPOSED.fullmatch(gap)) and bool(re.search(r"[,(–—-]", gap))


def starts_from(sentence: Sentence, written: Written) -> bool:
    """Whether a level is said to be where something started: "from about 2%"."""
    phrase = sentence.gap(sentence.start, written.amount_start)
    return bool(
        re.search(r"\bfrom\s*(?:about|around|approximately|nearly|roughly|some|just|over)?\s*$", phrase, re.IGNORECASE)
    )
