"""The levels that a change runs between, by the words that join them in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.words import EARLIER, HEDGES, LATER, TO, aside_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

_HEDGE = re.compile(r"\s*\b(?:about|approximately|around|roughly|nearly|almost|over|more than|just)\b\s*$")
_DATED = re.compile(
    r"\bin (?:the year )?\d{4}\b|\b(?:a|one|the) (?:(?:previous|prior) year|year (?:earlier|ago|before))\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(
    r"\s*(?:[,(–—-]|, or|, which (?:is|was)|and)?\s*"
    r"(?:(?:representing|marking|reflecting|up|down|a|an|by|year-on-year|annual|total|the|of)\s*)*",
    re.IGNORECASE,
)

_WAS = re.compile(r"\s*(?:was|were|is|are|stood)\s*", re.IGNORECASE)
_CAME_FROM = re.compile(r"\s*(?:(?:in|by) (?:the year )?\d{4}\s*)?[,(–—-]?\s*(?:up |down )?from\s*", re.IGNORECASE)

_OTHERWISE = re.compile(
    r"constant|currenc|organic|like[- ]for[- ]like|comparable|underlying|adjust|exclud|real\b|expect|forecast"
    r"|quarter|month|year|since\b|from\b|than\b|compared|versus|against|over\b|in\s|for\s",
    re.IGNORECASE,
)
ENDED = re.compile(r"\s*(?:[,.;:!?)\]–—]|$)")

_AGAINST = re.compile(
    r"[^;]{0,24}?\b(?:compared (?:with|to)|versus|vs\.?|against|up from|down from)\s+(?:the\s+)?"
    rf"{HEDGES}",
    re.IGNORECASE,
)
_BACK_THEN = re.compile(
    r"\s*(?:a|one|the) (?:year|same (?:period|quarter|month)|previous|prior)\b|\s*last year\b|\s*in \d{4}\b"
    r"|\s*(?:in|for|during) the (?:same|previous|prior|year-earlier|year-ago)\b",
    re.IGNORECASE,
)

Ends = tuple["Written | None", "Written | None"]  # the level before a change, and the one after it


def ends(sentence: Sentence, at: int) -> Ends:
    """Return the levels before and after a change, as the words between say; `at` is its position."""
    change = sentence.quantities[at]
    left = aside_of(sentence, change) or change
    after = sentence.quantities.index(left) + 1
    behind = sentence.quantities[after : after + 2]
    ahead = sentence.quantities[max(0, at - 2) : at]
    found = _behind(sentence, left, behind)
    if found is not None or not ahead:
        return found or (None, None)
    against = behind[0] if behind and _is_against(sentence, left, behind[0]) else None
    if _WAS.fullmatch(sentence.gap(ahead[-1].amount_end, change.start)):
        return (against, ahead[-1]) if against else (None, None)
    if not _apposed(sentence, ahead[-1], change):
        return None, None
    return (against, ahead[-1]) if against else _ahead(sentence, ahead, change)


def _behind(sentence: Sentence, change: Written, levels: Sequence[Written]) -> Ends | None:
    """Return the levels that stand behind a change: "up 43% to 760 billion from 531 billion", "from 2% to 8%"."""
    if not levels:
        return None
    first, second = levels[0], levels[1] if len(levels) > 1 else None
    lead = _lead(sentence, change, first)
    if LATER.match(lead):
        came = second and EARLIER.search(_lead(sentence, first, second)) and _short(sentence, first, second)
        return (second if came else None), first
    straight = EARLIER.search(lead) and _short(sentence, change, first, 12)
    return (first, second) if second and straight and TO.match(_lead(sentence, first, second)) else None


def _is_against(sentence: Sentence, change: Written, earlier: Written) -> bool:
    """Whether a change is one from the level right behind it: "up 43% from 531 billion"."""
    return bool(EARLIER.search(_lead(sentence, change, earlier))) and _short(sentence, change, earlier, 24)


def _ahead(sentence: Sentence, levels: Sequence[Written], change: Written) -> Ends:
    """Return the levels that stand in front of a change: "from 2% to 8%, up 6 points", "to 8% from 2%, up 6 points"."""
    last, before = levels[-1], levels[0] if len(levels) > 1 else None
    if before and TO.match(_lead(sentence, before, last)) and starts_from(sentence, before):
        return before, last
    if last.upper is None and EARLIER.search(_HEDGE.sub(" ", sentence.before(last))):
        moved = before and (came_from(sentence, before, last) or is_comparison(sentence, before, last))
        return (last, before) if moved and is_plain(sentence, change) else (None, None)
    return None, last


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


def _short(sentence: Sentence, left: Written, right: Written, most: int = 45) -> bool:
    return len(sentence.between(left, right)) <= most and ";" not in sentence.between(left, right)


def _apposed(sentence: Sentence, level: Written, change: Written) -> bool:
    """Whether a change stands right beside a level: "760 billion yuan, a year-on-year increase of 43%"."""
    gap = _DATED.sub("", sentence.gap(level.amount_end, change.start))
    return bool(_APPOSED.fullmatch(gap)) and bool(re.search(r"[,(–—-]", gap))


def starts_from(sentence: Sentence, written: Written) -> bool:
    """Whether a level is said to be where something started: "from about 2%"."""
    phrase = sentence.gap(sentence.start, written.amount_start)
    return bool(
        re.search(r"\bfrom\s*(?:about|around|approximately|nearly|roughly|some|just|over)?\s*$", phrase, re.IGNORECASE)
    )


def is_comparison(sentence: Sentence, later: Written, earlier: Written) -> bool:
    """Whether a level is held against an earlier one: "$5 million, compared with $4 million a year earlier"."""
    return (
        later.unit == earlier.unit
        and not (later.upper or earlier.upper or later.direction or earlier.direction)
        and (_held_against(sentence, later, earlier) or _in_parentheses(sentence, later, earlier))
    )


def _held_against(sentence: Sentence, later: Written, earlier: Written) -> bool:
    between = sentence.between(later, earlier)
    return bool(_AGAINST.fullmatch(between)) and bool(_BACK_THEN.match(sentence.after(earlier)))


def _in_parentheses(sentence: Sentence, later: Written, earlier: Written) -> bool:
    """Whether the earlier level stands behind the later one with its period: "$48.2 million (2023: $46.9 million)"."""
    return sentence.headed(earlier) and bool(
        re.fullmatch(r"\s*[(\[][^()\[\]]{2,24}:\s*", sentence.between(later, earlier))
    )
