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

_CAME_FROM = re.compile(r"\s*(?:(?:in|by) (?:the year )?\d{4}\s*)?[,(–—-]?\s*(?:up |down )?from\s*", re.IGNORECASE)

_OTHERWISE = re.compile(
    r"constant|currenc|organic|like[- ]for[- ]like|comparable|underlying|adjust|exclud|real\b|expect|forecast"
    r"|quarter|month|year|since\b|from\b|than\b|compared|versus|against|over\b|in\s|for\s",
    re.IGNORECASE,
)
ENDED = re.compile(r"\s*(?:[,.;:!?)\]–—]|$)")


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
    if starts_from(sentence, ahead[-1]) and ahead[-1].upper is None:
        moved = ahead[-2] and came_from(sentence, ahead[-2], ahead[-1]) and is_plain(sentence, numbers[at])
        return (ahead[-1], ahead[-2]) if moved else (None, None)
    return None, ahead[-1]


def is_pair(sentence: Sentence, first: Written, second: Written) -> bool:
    """Whether two levels are the ends of one move: "from 2% in 2010 to 8%"."""
    alike = first.unit == second.unit and first.upper is None
    return alike and starts_from(sentence, first) and bool(TO.match(_lead(sentence, first, second)))


def came_from(sentence: Sentence, later: Written, earlier: Written) -> bool:
    """Whether two levels are the ends of one move, the later one said first: "to 8% in 2015 from 2% in 2010"."""
    alike = later.unit == earlier.unit and not (later.upper or earlier.upper)
    to = later.by_to == "to" or sentence.before(later).rstrip().endswith(" to")
    return alike and to and bool(_CAME_FROM.fullmatch(_lead(sentence, later, earlier)))


def is_plain(sentence: Sentence, change: Written) -> bool:
    """Whether nothing beside a change says that it is another one: "up 8% at constant currency", "on last year"."""
    said, after = sentence.gap(change.start, change.amount_start), sentence.after(change)
    return bool(ENDED.match(after)) and not _OTHERWISE.search(f"{said} {after[:40]}")


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
