"""Which of two levels is the earlier one, by the words between them: "from", "compared with", "(2023: 5 million)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.named_periods import MONTH
from claimcheck.extraction.text.then import (
    LEVEL,
    LEVEL_OF,
    is_expected,
    is_said_then,
    is_then,
    is_time,
    owned,
    timeless,
    unowned,
)
from claimcheck.extraction.text.words import AGAINST, HEDGE, HEDGES, NORM, ON_YEARLY, TO, WORD, of_one_unit
from claimcheck.quantity.period import PeriodError, before, parse_period

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_HEDGE = lazy(rf"\s*\b(?:(?:{HEDGE})\s+)?(?:{HEDGE})\s*$", re.IGNORECASE)
_FROM = lazy(rf"\bfrom(?:\s+{HEDGES}|\s*)$", re.IGNORECASE)
FROM = lazy(  # "than" and "after" lead to one only where the number behind it is of an earlier time
    rf"\b(?:from|{AGAINST}|(?P<than>than|over|on|above|below)|(?P<after>after))"
    rf"(?:\s+(?:the|that of|what was|{LEVEL_OF}"
    rf"|(?:the\s+)?[\w-]+(?:\s+[\w-]+)?['’]s(?:\s+{LEVEL})?|(?-i:(?=[A-Z]))(?:{MONTH})(?:\s+[12]\d{{3}})?"
    rf"|(?:the\s+)?year-(?:ago|earlier)\s+{LEVEL}"
    r"|(?:the\s+|an?\s+)?(?:pre-[a-z]+|previous|prior|earlier|former)(?:\s+[\w-]+){0,3}?(?:\s+of)?))?\s*$",
    re.IGNORECASE,
)
_IT_WAS = (
    r"\s+(?:it|they|there|(?:the|its|their)\s+(?:[\w-]+\s+)?(?:list|figure|total|number|count|level|index))"
    r"\s+(?:(?:was|were)(?:\s+worth)?|stood\s+at|(?:came|amounted)\s+to|(?:total|number|report|record|register|handl)l?ed"
    r"|(?P<again>[a-z]+))"  # a verb said before: "lost 1.1 million, 36% less than in 2022, when it lost"
)
_SAME_WAS = r"\s+(?P<same>[a-z]+(?:\s+[a-z]+){0,2}?)\s+(?:was|were|stood\s+at|totall?ed)"  # "when net sales were"
_WHEN_IT_WAS = lazy(
    rf"\b(?:than|on|over|from|since|as\s+(?:much|many|high|large|big)\s+as|{AGAINST})\s+(?P<time>[^,;()]{{2,45}}?)\s*(?:\((?:[12]\d{{3}}:\s*)?|,?\s*when(?:{_IT_WAS}|{_SAME_WAS})?(?:\s+|$){HEDGES})$",
    re.IGNORECASE,
)
_MOST_SINCE = lazy(  # "rose 0.2 points to 4.1%, the highest since 2021, when it stood at 4.6%"
    r"\b(?:most|least|first|\w+est)\s+(?:[\w-]+\s+){0,3}since\b[^,]*,?\s+when\b", re.IGNORECASE
)
_COLON = lazy(rf"[^;:()]{{0,30}}:\s+(?P<time>[^,;:()]{{2,40}}?),?{_IT_WAS}\s+{HEDGES}", re.IGNORECASE)
_THE = lazy(rf"\s+(?:as\s+(?:much|many)\s+as\s+)?(?:(?:the\s+)?[^,;]{{3,24}}['’]s|the)\s+{HEDGES}", re.IGNORECASE)
_TOLD_WHEN = lazy(r"\bwhen\b(?!\s+(?:it|they|there)\s+(?:was|were|stood|totall?ed)\b)", re.IGNORECASE)
_FORMER = lazy(r"\b(?:pre-[a-z]+|previous|prior|former|earlier)\s+(?:[\w-]+\s+){0,2}(?:of\s+)?$", re.IGNORECASE)
_MOVERS = (
    r"up|down|ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ew|own|owing|owth)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|gain(?:s|ed|ing)?"
    r"|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr(?:ank|unk|inking)|widen(?:s|ed|ing)"
    r"|narrow(?:s|ed|ing)|lift(?:s|ed|ing)|rais(?:es|ed|ing)|cut(?:s|ting)?|reduc(?:es|ed|ing)|lower(?:s|ed|ing)|push(?:es|ed|ing)"
    r"|bring(?:s|ing)?|brought|tak(?:es|ing)|took|mov(?:es|ed|ing)|went|swung|improv(?:es|ed|ing)|expand(?:s|ed|ing)|eas(?:es|ed|ing)"
)
_STILL = (  # words of the same thing: ", which was up from", "and has grown slightly from"
    r"(?:and|but|which|that|this|it|an?|is|was|were|are|has|had|have|having|still|also|even|again|just|only|sharp|slight|steep|further"
    r"|first|again|(?!family\b)[a-z]+ly)"
)
OTHER_MOVED = lazy(  # "to 2.94 million, though full-time jobs fell from", ", cutting the deficit from"
    r"(?:[,(–—]|\s-\s|\b(?:as|because|though|although|while|whereas|after|and|but|with|when)\b)"
    rf"(?=\s*(?:{_STILL}\s+)*+(?:(?!(?:{_MOVERS})\b)[^\W\d_]|(?:{_MOVERS})\s+(?:the|its|their|our|his|her)\b))"
    rf"[^,(–—;]*\b(?:{_MOVERS})\b[^,(–—;]*$|\b(?:after|following|despite|amid)\b[^,(–—;]*\b(?:{_MOVERS})\b[^,(–—;]*$",
    re.IGNORECASE,
)
NEXT_THING = lazy(r",\s+(?:and|while|whereas)\s+(?:the|an?|its|their)\s", re.IGNORECASE)
_FURTHER = lazy(r"\b(?:and|but|still|yet)\b", re.IGNORECASE)
_BESIDE = lazy(rf"\b(?:{AGAINST})\b", re.IGNORECASE)
_ENDED = lazy(rf"\s*(?:\w{{1,4}}\b|on\s+[a-z]+day\b|{ON_YEARLY})?\s*(?:[,.;:!?)\]]|$)", re.IGNORECASE)
_AGAIN = lazy(r"((?:[^\W\d_][\w'’-]*\s+){1,5})of\s*$", re.IGNORECASE)
_WORD = lazy(WORD)
_SMALL = frozenset(["a", "an", "the", "its", "our", "their", "of", "in", "for", "and"])
_CAME_FROM = lazy(r"\s*[,(–—-]?\s*(?:up |down )?from\s*", re.IGNORECASE)
_TURNS = lazy(
    r"\s*,?\s*(?:(?:and|but|then|before)\s+)*"
    r"(?:(?:rising|rose|growing|grew|climbing|climbed|increasing|increased|falling|fell|dropping|dropped|declining|declined"
    r"|decreasing|decreased|shrinking|shrank)\s+to\s+)?",
    re.IGNORECASE,
)
_PLACE = (
    r"(?:(?:\s+(?:registered|recorded|counted|reported))?\s+in\s+(?:the\s+)?(?-i:[A-Z])\w+"
    r"(?:\s+(?:and\s+)?(?-i:[A-Z])\w+)*)?"
)
_HELD = lazy(
    rf"{_PLACE}[^;]{{0,24}}?(?:\b(?:{AGAINST})|,\s+from|\b(?P<sure>up from|down from))\s+(?:the\s+)?{HEDGES}",
    re.IGNORECASE,
)
_HEAD = lazy(
    r"\s*[(\[](?:[^()\[\]]{2,24}:\s*|(?:(?:the\s+)?(?:previous|prior|last)\s+(?:fiscal\s+)?year|py)\s*[:,]?\s*)$",
    re.IGNORECASE,
)
_DATED = lazy(r"\d{2}|\byear\b|\bpy\b", re.IGNORECASE)  # no consensus, no group
_INSIDE = lazy(r"\s*\((?:from\s+)?", re.IGNORECASE)
_BEGINS_MOVE = lazy("[从由從]")  # Chinese says where a move starts before its verb
_AND_FROM = lazy(r"\band\s+from\b", re.IGNORECASE)  # "a fall of 8 in one group, and from 147 to 143 in the other"
_ON = lazy(r"\s*(?:up|down)\s+on\s+(?:the\s+)?", re.IGNORECASE)  # "12% down on 35.7 million"
_FAR = 45  # characters between levels
_LONG = 200  # those in which another clause is looked for


def is_back(sentence: Sentence, left: Written, level: Written, most: int = _FAR) -> bool:
    """Whether a level is an earlier one, by the words between it and what stands before: "from", "than last year's"."""
    raw = sentence.between(left, level)
    begins = _BEGINS_MOVE.search(sentence.text, left.amount_end, level.amount_start)
    if begins or any(other.search(raw[-_LONG:]) for other in (_AND_FROM, NEXT_THING, OTHER_MOVED, _MOST_SINCE)):
        return False  # "an increase of 7%, and a monthly pass from 39 to 42"
    was = _WHEN_IT_WAS.search(f"{raw}(" if level.parenthesised else raw)
    was = was or _COLON.fullmatch(raw)
    if was is not None and is_time(was["time"]) and _is_said(sentence, left, was["again"]):
        return _is_of(sentence, left, was.groupdict().get("same"))
    if NORM.fullmatch(raw) or (_ON.fullmatch(raw) and ends_here(sentence, level)):
        return True
    lead = _unrepeated(sentence, left, timeless(unhedged(raw)))
    found = FROM.search(lead) or FROM.search(timeless(raw))  # "up 11% over 38 million"
    if len(unowned(lead)) > most or ";" in lead or is_expected(sentence, lead, level):
        return False
    beside = _BESIDE.search(lead) and not ends_here(sentence, level) and not is_then(sentence, level)
    if beside and not owned(lead):
        return False  # "compared with 3.9% in the EU"
    before = owned(lead) or _FORMER.search(lead)
    if found is not None and found["than"] and (_FURTHER.search(lead) or TO.match(sentence.before(left))):
        return False  # "rose 4% to 3,100, still below the 3,900 of 2019"
    if found is not None and found["after"]:
        return bool(before) or is_said_then(sentence, level)
    return found is not None and (found["than"] is None or bool(before) or is_then(sentence, level))


def is_told_when(sentence: Sentence, level: Written) -> bool:
    """Whether a level is told of an earlier time by itself, perhaps of another thing: "when 19 million came"."""
    return bool(_TOLD_WHEN.search(sentence.before(level)))


def _is_said(sentence: Sentence, left: Written, verb: str | None) -> bool:
    """Whether a verb stands before a number; `None` is one that needs not."""
    return verb is None or verb.lower() in _WORD.findall(sentence.gap(sentence.start, left.amount_start).lower())


def _is_of(sentence: Sentence, left: Written, name: str | None) -> bool:
    """Whether a name stands before a number, and before the level in front of that; `None` is one that needs not."""
    at = sentence.quantities.index(left)
    start = sentence.quantities[at - 2].amount_end if at > 1 else sentence.start
    return name is None or name.lower() in sentence.gap(start, left.amount_start).lower()


def is_times(sentence: Sentence, multiple: Written, level: Written | None) -> bool:
    """Whether a number says how many times an earlier level another one is: "6.1 times the $46 billion of 2017"."""
    if multiple.unit.family != "multiple" or multiple.direction or level is None:
        return False
    return bool(_THE.fullmatch(sentence.between(multiple, level))) and (
        is_then(sentence, level) or owned(sentence.before(level))
    )


def ends_here(sentence: Sentence, level: Written) -> bool:
    """Whether nothing behind a level says more of it."""
    return bool(_ENDED.match(sentence.after(level)))


def _unrepeated(sentence: Sentence, left: Written, lead: str) -> str:
    """Return the words before a level without those that name its thing again: "compared to net sales of"."""
    named = _AGAIN.search(lead)
    if named is None:
        return lead
    said = {word.lower() for word in _WORD.findall(sentence.gap(sentence.start, left.amount_start))}
    again: list[str] = []
    for word in reversed(_WORD.findall(named[1])):
        if word.lower() not in said:
            break
        again.insert(0, word)
    if not any(word.lower() not in _SMALL for word in again):
        return lead
    return lead[: lead.rindex(again[0], 0, named.end(1))] if len(again) == 1 else lead[: lead.index(" ".join(again))]


def in_turn(sentence: Sentence, first: Written, second: Written) -> tuple[Written, Written] | None:
    """Return two levels of one thing in the order of their years: "5 million in 2014 and 6 million in 2015"."""
    if not of_one_unit(first, second) or first.upper or second.upper or first.direction:
        return None
    if not _TURNS.fullmatch(timeless(sentence.untimed(first.amount_end, second.amount_start))):
        return None
    one, two = sentence.time_of(first, ahead=False), sentence.time_of(second, ahead=False)
    if one and two is None and second.by_to == "to":
        return first, second
    if not one or not two:
        return None
    try:
        start, end = parse_period(one), parse_period(two)
    except PeriodError:
        return None
    if before(start, end):
        return first, second
    return (second, first) if before(end, start) else None


def is_pair(sentence: Sentence, first: Written, second: Written) -> bool:
    """Whether two levels are the ends of one move: "from 2% in 2010 to 8%"."""
    alike = of_one_unit(first, second) and first.upper is None
    return alike and starts_from(sentence, first) and bool(TO.match(lead_to(sentence, first, second)))


def came_from(sentence: Sentence, later: Written, earlier: Written) -> bool:
    """Whether two levels are the ends of one move, the later one said first: "to 8% in 2015 from 2% in 2010"."""
    alike = of_one_unit(later, earlier) and not (later.upper or earlier.upper)
    to = later.by_to == "to" or sentence.before(later).rstrip().endswith(" to")
    return alike and to and bool(_CAME_FROM.fullmatch(timeless(lead_to(sentence, later, earlier))))


def lead_to(sentence: Sentence, left: Written, right: Written) -> str:
    """Return the words between two numbers, without a hedge in front of the second one's digits."""
    return unhedged(sentence.between(left, right))


def unhedged(text: str) -> str:
    """Return a text without the hedge at its end."""
    return _HEDGE.sub(" ", text)


def starts_from(sentence: Sentence, written: Written) -> bool:
    """Whether a level is said to be where something started: "from about 2%"."""
    return bool(_FROM.search(sentence.gap(sentence.start, written.amount_start)))


def is_comparison(sentence: Sentence, later: Written, earlier: Written) -> bool:
    """Whether a level is held against an earlier one: "$5 million, compared with $4 million a year earlier"."""
    return (
        of_one_unit(later, earlier)
        and not (later.upper or earlier.upper or earlier.direction or (later.direction and later.by_to != "to"))
        and (_held_against(sentence, later, earlier) or in_parentheses(sentence, later, earlier))
    )


def _held_against(sentence: Sentence, later: Written, earlier: Written) -> bool:
    between = _unrepeated(sentence, later, timeless(sentence.between(later, earlier)))
    if OTHER_MOVED.search(between[-_LONG:]) or is_expected(sentence, between, earlier):
        return False
    if owned(between):
        return bool(FROM.search(between)) and len(between) <= _FAR
    held = _HELD.fullmatch(f"{between.rstrip()} ")
    return bool(held and (held["sure"] or is_then(sentence, earlier)))


def in_parentheses(sentence: Sentence, later: Written, earlier: Written) -> bool:
    """Whether the earlier level stands behind the later one: "$48.2 million (2023: $46.9 million)", "(5 in 2023)"."""
    gap = sentence.between(later, earlier)
    head = _HEAD.search(gap)
    if head is not None and not timeless(gap[: head.start()]).strip():
        return bool(_DATED.search(head[0])) and of_one_unit(later, earlier)
    inside = _INSIDE.fullmatch(timeless(gap)) and is_then(sentence, earlier)
    return bool(inside) and of_one_unit(later, earlier)
