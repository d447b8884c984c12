"""The levels that a change runs between, by the words that join them in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.forms.bases import is_base, is_of_other_step, is_on_the_side
from claimcheck.extraction.text.comparatives import is_comparative
from claimcheck.extraction.text.earlier import (
    FROM,
    OTHER_MOVED,
    came_from,
    in_parentheses,
    in_turn,
    is_back,
    is_comparison,
    is_pair,
    is_times,
    lead_to,
    starts_from,
    unhedged,
)
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import is_then, timeless
from claimcheck.extraction.text.words import (
    AGAINST,
    HEDGES,
    LATER,
    LEVELS,
    TO,
    YEAR_ON_YEAR,
    aside_of,
    in_unit_of,
    is_year_on_year,
    leads_to,
    of_one_unit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_APPOSED = lazy(
    r"\)?\s*(?:[,:(–—-]|, or|,? which (?:is|was|represent(?:s|ed)|mark(?:s|ed)|mean(?:s|t))|and)?\s*"
    r"(?:(?:representing|marking|reflecting|showing|registering|recording|equivalent to|equal to|corresponding to"
    r"|translating (?:in)?to|resulting in|so (?:it|they|this)|up"
    r"|down|still|a|an|by|year-on-year|annual|mean|relative|total"
    r"|the|of)\s*)*",
    re.IGNORECASE,
)
_LOOSE = lazy(
    r"(?:(?:\s+[^\W\d_][\w'’-]*){0,5}\s*,|(?:,?\s+[^\W\d_][\w'’-]*){0,9}\s+[–—-])"
    r"\s*(?:(?:marking|representing|reflecting|registering|recording|showing)\s+)?"
    r"(?:an?\s+)?(?:(?:mean|annual|year-on-year|sharp|slight|small|net|further)\s+)*",
    re.IGNORECASE,
)
_PART = lazy(  # "18 goals, four of them penalties, 9 fewer than the 27 of"
    rf"(?:\s+[^\W\d_][\w'’-]*){{0,3}}\s*[,(–—]\s*(?:(?:including|among\s+them|of\s+(?:whom|which))\s+)?{HEDGES}",
    re.IGNORECASE,
)
_OF_IT = lazy(r"\s+of\s+(?:it|them|this|these|that|which|whom)\b", re.IGNORECASE)
_RESULTING = lazy(r"\bresulting in\b", re.IGNORECASE)  # perhaps in a change of something else
_MARK = lazy(r"[,:(–—-]|\bwhich\b")
_IS = r"(?:was|were|is|are|stood|had|has|represent(?:s|ed)|mark(?:s|ed)|reflect(?:s|ed))"
_WAS = lazy(rf"\s*(?:{_IS}\s+)?(?:an?\s+)?", re.IGNORECASE)
_AT = lazy(rf"(?:^\s*|(,)\s+)at\s+{HEDGES}$", re.IGNORECASE)
_IT_WAS = lazy(rf"(?:\s+[^\W\d_]+)?,\s+{_IS}\s+", re.IGNORECASE)
_THEN_WAS = lazy(rf",\s+(?:[^\W\d_][\w'’&-]*\s+){{1,6}}?(?:{_IS}\s+)?", re.IGNORECASE)
_OPENING = lazy(rf"\s*(?:from|after|{AGAINST})\s+(?:the\s+)?{HEDGES}", re.IGNORECASE)
_OPENED = lazy(r"\s*,\s+(?:(?!(?:and|but|while)\b)[^\W\d_][\w'’&-]*\s+){1,6}", re.IGNORECASE)
_AND = lazy(r"\s*,?\s*(?:(?:and|but|then|before)\s*)*", re.IGNORECASE)
_BASIS = lazy(r"constant|currenc|organic|like[- ]for|comparable|underlying|adjust|exclud|real\b", re.IGNORECASE)
ELSE = (
    r"constant|currenc|organic|like[- ]for[- ]like|comparable|underlying|adjust|exclud|real\b|expect|forecast"
    r"|since\b|from\b|than\b|compared|versus|against"
)
_OTHERWISE = lazy(rf"{ELSE}|quarter|month|year|over\b|\bin\s|\bfor\s", re.IGNORECASE)
ENDED = lazy(r"\s*(?:[,.;:!?)\]–—]|$)")
_IN_ONE_YEAR = lazy(
    r"^\s+(?:with)?in\s+(?:just\s+|only\s+)?(?:a\s+single|one|a)\s+year\b(?:\s+and\s+(?:leaves|brings|puts|takes)\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_SAID_SO = lazy(r",\s+(?:(?!and|but)\w+\s+){1,5}?(?:said|says|reported|announced|added)\s.*", re.IGNORECASE)
_NEXT_CLAUSE = lazy(r",\s+(?:and|but|while|whereas|which)\s", re.IGNORECASE)  # ", and accounted for"
_BECAUSE = lazy(
    r"\s+(?:(?:primarily|mainly|largely|mostly|principally|partly|in part)\s+)?"
    r"(?:due to|owing to|attributable to|thanks to|because|driven by|reflecting|resulting from|as a result of)\b",
    re.IGNORECASE,
)
_ELSEWHEN = lazy(
    r"[\s,(]*(?:since\b|so far\b|(?:this|for the) (?:year|quarter|month|week)\b|to date|year[- ]to[- ]date|in total\b"
    r"|on average|(?:from|than|on) the same (?:week|month|day)\b"
    r"|over the (?:past|last)\b|per\b|an? (?:year|month|quarter)\b(?! (?:earlier|ago|before)))",
    re.IGNORECASE,
)
_ANY_AGAINST = lazy(rf"\b(?:{AGAINST})\b", re.IGNORECASE)
_ON_THAT_YEAR = lazy(  # the year before, that the number in parentheses is of
    r"\s+(?:on|from|over|than|compared (?:with|to))\s+(?:in\s+)?"
    r"(?:(?:the\s+)?(?:previous|prior|preceding|last)\s+year|a\s+year\s+(?:ago|earlier|before))\b"
    r"(?=\s*(?:[,.;:)]|$))",
    re.IGNORECASE,
)
_LATELY = lazy(r"\b(?:last|this) (?:year|quarter|month|week)\b", re.IGNORECASE)
_BASE = lazy(r"\b(?:from|than|over|above|below|on|against|with)\b(?!.*\bto\b)[^,;]*$", re.IGNORECASE)
_IN = lazy(r"\s*\(?")
_THAN_IN = lazy(r"\)?\s*than\s*\(?", re.IGNORECASE)
_OVER = lazy(r"\s*(?:over|on)\s+(?:the\s+)?", re.IGNORECASE)
_THAN_OTHERS = lazy(
    r"\s*(?:than|from|off|against|versus|compared\s+(?:with|to)|on\s+(?:the|its|their))\s+[^\W\d_]", re.IGNORECASE
)
_ON_YEAR_OF = lazy(
    r"\s*(?:than|from|on|over|against|versus|compared\s+(?:with|to))\s+(?:in\s+)?([12]\d{3})\b", re.IGNORECASE
)
_THAN = lazy(rf",\s+than\s+the\s+previous\s+year's\s+{HEDGES}", re.IGNORECASE)
_YEARLY = lazy(r"\b(?:annual|average|mean)\b", re.IGNORECASE)
_OBJECT = lazy(r"(?:\s+[^\W\d_][\w'’&-]*){1,18}?\s*,?\s+from\s*", re.IGNORECASE)
_RISE_IN = lazy(  # "a 37% increase in the wage bill from 198 to 264 million"
    r"(?:\s+[a-z]+)?\s+in(?:\s+(?!(?:rose|fell|grew|went|was|were|is|are|has|had|have|took|brought|moved|climbed|dropped"
    r"|increased|decreased|declined|jumped|rising|falling|terms|from|to)\b)[^\W\d_][\w'’&-]*){1,8}?,?\s+(?:(?:up|down)\s+)?from\s*",
    re.IGNORECASE,
)
_TAKES = lazy(r"\s+(?:the|its|their|our|his|her)\s", re.IGNORECASE)  # "has doubled its debt"
_ANOTHER = lazy(r";|\b(?:but|while|which|whose|as|because|though|although|whereas|and\s+[^\W\d_]+)\b", re.IGNORECASE)
_RISE = lazy(  # "a 10% rise to 44,513", "a 10% rise in thefts to 44,513"
    r"^\s*(?:rise|increase|gain|growth|jump|surge|fall|decline|decrease|drop|reduction)"
    r"(?:\s+in(?:\s+(?!(?:to|from|and|but|while|as|with)\b)[^\W\d_][\w'’&-]*){1,6}?)?(?=\s*,?\s+to\b)",
    re.IGNORECASE,
)
_YEAR_ON_YEAR = lazy(rf"\s*\b(?:{YEAR_ON_YEAR})\b", re.IGNORECASE)
_NEXT = 24  # characters between a change and the level it starts from
_NEAR = 30  # characters between a change and what it is one from

Ends = tuple["Written | None", "Written | None"]  # the level before a change, and the one after it


def ends(sentence: Sentence, at: int) -> Ends:
    """Return the levels before and after a change, as the words between say; `at` is its position."""
    change = sentence.quantities[at]
    left = aside_of(sentence, change) or change
    after = sentence.quantities.index(left) + 1
    behind = sentence.quantities[after : after + 2]
    ahead = sentence.quantities[max(0, at - 2) : at]
    earlier, later = _behind(sentence, left, behind)
    if later is not None:
        return earlier or _led(sentence, change, ahead) or _right_ahead(sentence, change, ahead), later
    if not ahead or (
        change.unit.family == "multiple"
        and change.direction
        and _TAKES.match(sentence.gap(left.amount_end, sentence.end))
    ):
        return None, None
    if len(ahead) > 1 and _is_than(sentence, ahead[0], ahead[1], change):
        return ahead[1], ahead[0]
    back = behind and (is_back(sentence, left, behind[0], _NEAR) or is_times(sentence, change, behind[0]))
    back = back and not is_of_other_step(sentence, left, behind[0])
    against = behind[0] if back and not _RESULTING.search(sentence.before(change)) else None
    level = ahead[-1]
    other = ahead[0].unit.family != level.unit.family
    if against and other and not of_one_unit(level, against) and of_one_unit(ahead[0], against):
        level = ahead[0]  # "1,384 customers with orders of $5,000 or more, an increase of 23% from 1,127"
    if against and len(ahead) > 1 and is_comparison(sentence, ahead[0], level):
        level = ahead[0]  # "7.2 million, up from 6.6 million in April and down 23% from 9.3 million a year earlier"
    elif against and len(ahead) > 1 and _is_other(sentence, ahead[0], level):
        return None, None
    if _is_of(sentence, ahead[-1], change):
        return against, level
    if ahead[-1].direction and ahead[-1].by_to == "" and sentence.instead:
        return None, None  # 比年初增加10亿元,增长11.1%: no level
    pair = len(ahead) > 1 and is_pair(sentence, ahead[-2], ahead[-1])
    loosely = (pair or against is not None or left is not change) and _is_loose(sentence, ahead[-1], change)
    if not loosely and not is_apposed(sentence, ahead[-1], change):
        return None, None
    found = (against, level) if against else _ahead(sentence, ahead, change)
    aside = found == (None, ahead[-1]) and is_on_the_side(sentence, ahead[-1])
    return (None, None) if aside else found


def _behind(sentence: Sentence, change: Written, levels: Sequence[Written]) -> Ends:
    """Return the levels that stand behind a change: "up 43% to 760 billion from 531 billion", "from 2% to 8%"."""
    if not levels:
        return None, None
    first, second = levels[0], levels[1] if len(levels) > 1 else None
    if second is not None and _is_dated(sentence, change, first, second):
        return second, first
    lead = timeless(lead_to(sentence, change, first))
    if LATER.match(_RISE.sub("", lead)):
        ways = is_back, in_parentheses, is_comparative
        back = second is not None and any(way(sentence, first, second) for way in ways)
        return (second if second and back and is_base(sentence, change, first, second) else None), first
    straight = (
        FROM.search(lead)
        and (len(_YEAR_ON_YEAR.sub("", lead)) <= _NEXT or _is_object(change, lead))
        and not (_ANOTHER.search(lead) or OTHER_MOVED.search(lead))
    )
    if second is None or not straight or not leads_to(lead_to(sentence, first, second)):
        return None, None
    own, start = sentence.year_of(change), sentence.year_of(first)
    lately = _LATELY.search(sentence.gap(change.amount_end, first.amount_start))
    apart = start is not None and (lately or (own is not None and own - start > 1))
    return (None, None) if apart else (first, second)  # "cut by 2 in 2024, from 25 in 2021 to 18"


def _is_than(sentence: Sentence, later: Written, earlier: Written, change: Written) -> bool:
    """Whether a change stands right behind what it is from, as in Chinese: "42, than the previous year's 38 up 11%"."""
    joined = _THAN.fullmatch(sentence.between(later, earlier)) and of_one_unit(later, earlier)
    alone = change.direction and change.by_to != "to" and not sentence.gap(earlier.amount_end, change.start).strip()
    return bool(joined and alone) and not (later.upper or earlier.upper)


def _is_dated(sentence: Sentence, change: Written, later: Written, earlier: Written) -> bool:
    """Whether levels stand behind the times that a change is between: "8% higher in 2017 (42) than in 2007 (39)"."""
    gap = sentence.untimed(change.end, later.amount_start)
    times = gap.strip() and _IN.fullmatch(timeless(gap)) and later.parenthesised and earlier.parenthesised
    return bool(times) and bool(_THAN_IN.fullmatch(timeless(sentence.untimed(later.amount_end, earlier.amount_start))))


def _is_other(sentence: Sentence, before: Written, level: Written) -> bool:
    """Whether a level is what the number before it is from, a part of that, or only held against it."""
    aim = level.direction and level.end > level.amount_end  # "42 million, 3 million more than planned, 5% less than"
    ways = _is_from, _is_part
    return bool(aim) or any(way(sentence, before, level) for way in ways) or is_on_the_side(sentence, level)


def _is_from(sentence: Sentence, change: Written, level: Written) -> bool:
    """Whether a level is what the change before it is from: the 38 of "up 5% over the 38 of May and 11% over ..."."""
    moved = change.direction and change.by_to != "to"
    return bool(moved and _BASE.search(sentence.between(change, level)))


def _is_part(sentence: Sentence, whole: Written, level: Written) -> bool:
    """Whether a number that nothing names may be a part of the one before it, of which a change behind is told."""
    larger = whole.unit.family in LEVELS and whole.value > level.value and not (whole.direction or level.direction)
    gap = sentence.gap(whole.amount_end, level.amount_start)
    of_it = _OF_IT.match(sentence.after(level)) and _PART.fullmatch(
        timeless(gap)
    )  # "$61 million in 2023, $12 million of it"
    return larger and bool(of_it or _PART.fullmatch(gap))


def _is_object(change: Written, lead: str) -> bool:
    """Whether words behind a change say what changed: "doubled the number of rangers, from", "a rise in costs from"."""
    multiplied = change.unit.family == "multiple" and _OBJECT.fullmatch(lead)
    return bool(multiplied or (change.end > change.amount_end and _RISE_IN.fullmatch(lead)))


def _led(sentence: Sentence, change: Written, ahead: Sequence[Written]) -> Written | None:
    """Return the level before a change to another one: "was 5 million in 2014 and rose", "From 5 million in 2014"."""
    if not ahead or ahead[-1].upper or ahead[-1].direction or not is_then(sentence, ahead[-1]):
        return None
    level = ahead[-1]
    gap = _up_to(sentence, level, change)
    if _AND.fullmatch(gap):
        return level
    opening = _OPENING.fullmatch(sentence.gap(sentence.start, level.amount_start))
    return level if opening and _OPENED.fullmatch(gap) else None


def _right_ahead(sentence: Sentence, change: Written, ahead: Sequence[Written]) -> Written | None:
    """Return the level right before a change that starts from it, as in Chinese: "from 52.6% fell 3.0 points to"."""
    if not ahead or not sentence.instead or sentence.gap(ahead[-1].amount_end, change.start).strip():
        return None
    return ahead[-1] if starts_from(sentence, ahead[-1]) and not ahead[-1].upper else None


def _ahead(sentence: Sentence, levels: Sequence[Written], change: Written) -> Ends:
    """Return the levels that stand in front of a change: "from 2% to 8%, up 6 points", "to 8% from 2%, up 6 points"."""
    last, before = levels[-1], levels[0] if len(levels) > 1 else None
    if before is None:
        return None, last
    since = is_comparative(sentence, before, last) and _ON_THAT_YEAR.match(sentence.gap(change.end, sentence.end))
    plain = (is_plain(sentence, change) or since) and not (is_of_other_step(sentence, change, last))
    years = sentence.year_of(before), sentence.year_of(last)
    if _IN_ONE_YEAR.match(sentence.gap(change.end, sentence.end)):
        plain = plain and (None in years or abs(years[0] - years[1]) == 1)  # type: ignore[operator]
    if TO.match(lead_to(sentence, before, last)) and starts_from(sentence, before):
        mean = change.unit.family == "percent" and _YEARLY.search(sentence.before(change))
        other = mean or _is_of_last_step(sentence, change, before, last)
        return (None, None) if other or _ELSEWHEN.match(sentence.gap(change.end, sentence.end)) else (before, last)
    if last.upper is None and any(way(sentence, before, last) for way in (came_from, is_comparison, is_comparative)):
        turned = None not in years and years[0] < years[1]  # type: ignore[operator]
        levels = (before, last) if turned else (last, before)  # "516 in 2018, against 318 in 2019"
        return levels if plain else (None, None)
    if last.upper is None and FROM.search(unhedged(sentence.before(last))):
        return None, None
    if (turned := in_turn(sentence, before, last)) is not None:
        return turned if plain and not _YEARLY.search(sentence.before(change)) else (None, None)
    against = _ANY_AGAINST.search(sentence.between(before, last))  # "compared with a profit of 4 million, down 150%"
    return (None, None) if against else (None, last)


def _is_of_last_step(sentence: Sentence, change: Written, first: Written, last: Written) -> bool:
    """Whether a change is none of a move: "from 54 in 2012 to 83 in 2017, up 7% year on year", "than the average"."""
    if _THAN_OTHERS.match(timeless(sentence.gap(change.end, sentence.end))):
        return True
    years = sentence.year_of(first), sentence.year_of(last)
    base = _ON_YEAR_OF.match(sentence.gap(change.end, sentence.end))
    if base and int(base[1]) not in (years[0], (years[1] or 0) - 1):
        return True  # "fell from 48 to 44 million, down 12% on 2019"
    return is_year_on_year(sentence, change) and None not in years and abs(years[0] - years[1]) != 1  # type: ignore[operator]


def bared(sentence: Sentence, change: Written, earlier: Written) -> Written:
    """Return the level a change started from without what only joins them: "an increase of 11% over 38 million"."""
    joined = earlier.amount_start >= change.end and _OVER.fullmatch(sentence.gap(change.end, earlier.amount_start))
    if not joined:
        return earlier
    text = sentence.text[earlier.amount_start : earlier.end]
    return earlier._replace(hedge="", direction="", by_to="", text=text, start=earlier.amount_start)


def is_plain(sentence: Sentence, change: Written) -> bool:
    """Whether nothing beside a change says that it is another one: "up 8% at constant currency", "on last year"."""
    said = sentence.gap(change.start, change.amount_start)
    again = aside_of(sentence, change)  # "a decrease of 5.4 million or 15%"
    last = again if again and "," not in sentence.between(change, again) else change
    end = max(last.end, last.amount_end)
    behind = next((w.start for w in sentence.quantities if w.start >= end), sentence.end)
    after = _SAID_SO.sub(",", _IN_ONE_YEAR.sub("", sentence.gap(end, behind)))
    if _BECAUSE.match(after):
        return not _OTHERWISE.search(said)
    own = _NEXT_CLAUSE.split(after[:40])[0] if not _BASIS.search(after[:40]) else after[:40]
    return bool(ENDED.match(after)) and not _OTHERWISE.search(f"{said} {own}")


def _is_loose(sentence: Sentence, level: Written, change: Written) -> bool:
    """Whether no more than a few words part a level from a change: "138 mmHg in the drug group, a reduction of"."""
    gap = _up_to(sentence, level, change)
    return bool(_LOOSE.fullmatch(gap) or (gap.strip() and _AND.fullmatch(gap) and not level.parenthesised))


def is_apposed(sentence: Sentence, level: Written, change: Written) -> bool:
    """Whether a change stands right beside a level: "760 billion yuan, a year-on-year increase of 43%"."""
    gap = _up_to(sentence, level, change)
    return bool(_APPOSED.fullmatch(gap)) and bool(_MARK.search(gap))


def _is_of(sentence: Sentence, level: Written, change: Written) -> bool:
    """Whether a level is said to have changed: "5 million was 3% more", "At 5 million, revenue was 3% more"."""
    gap = _up_to(sentence, level, change)
    if _WAS.fullmatch(gap):
        return True
    at = _AT.search(sentence.gap(sentence.start, level.amount_start))
    return at is not None and bool((_THEN_WAS if at[1] is None else _IT_WAS).fullmatch(gap))


def is_apposed_amount(sentence: Sentence, amount: Written) -> bool:
    """Whether an amount stands beside a level as its change: "42 million, up 4 million"."""
    at = sentence.quantities.index(amount)
    if not at or not amount.direction or amount.by_to == "to":
        return False
    level = sentence.quantities[at - 1]
    if level.direction and level.by_to != "to" and not sentence.instead:
        return False  # "gaining 18 seats and losing 6, a net gain of 12"
    later, before = sentence.quantities[at + 1 : at + 2], sentence.quantities[max(at - 2, 0) : at - 1]
    back = bool(later) and is_back(sentence, amount, later[0], _NEAR)
    sure = back or (before and is_pair(sentence, before[0], level)) or aside_of(sentence, amount)
    beside = is_apposed(sentence, level, amount) or (sure and _is_loose(sentence, level, amount))
    held = before and is_comparison(sentence, before[0], level)
    most = max(before[0].value, level.value) if held else level.value
    smaller = in_unit_of(amount, level) and (back or amount.value < most)
    return smaller and bool(beside or _is_of(sentence, level, amount))


def _up_to(sentence: Sentence, level: Written, change: Written) -> str:
    """Return the words between a level and a change, its verb left out, without the times in them."""
    return timeless(sentence.untimed(level.amount_end, change.start))
