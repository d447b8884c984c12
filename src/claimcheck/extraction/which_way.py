"""Which of two levels is said to be more: "5.2 million, up from 4.8", "fell from 42 to 38", "above May's 42"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.changes import A_LOSS
from claimcheck.extraction.earlier import came_from, is_pair
from claimcheck.extraction.then import timeless
from claimcheck.extraction.words import AGAINST, HEDGES, LEVELS, WORD

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
_VERB_FROM = re.compile(rf"{_WAY}(?:{_HOW}|\s+[a-z]+ly,)\s+from\s+{HEDGES}$", re.IGNORECASE)
_VERB_TO = re.compile(
    rf"{_WAY}{_HOW}(?:\s+(?:for|in|over)\s+[^,;.]{{2,30}},|\s+(?:the|its|their|our)(?:\s+{WORD}){{1,4}}?)?\s+to\s+{HEDGES}$",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:\s+(?:in|of)(?:\s+{WORD}){{1,3}}(?=\s*[,(–—-]))?[\s,(–—-]*(?:(?:which|that|is|was|were|still|also|and|an?|the|slightly|sharply)\s+)*{_WAY}{_HOW}\s+from\s+{HEDGES}",
    re.IGNORECASE,
)
_BEFORE = r"(?:previous|prior|earlier|former|old|all-time)"
_WHOSE = r"(?:the|that\s+of|its|their|our|(?:last\s+)?[^\W\d_][\w-]*['’]s)"  # else "42, more than 38" may be of the 42
_THAN = re.compile(
    r"(?:\s*[,(–—-]\s*|\s+(?=was|were|is|are))"
    r"(?:(?:which|that|was|were|is|are|still|even|slightly|far|much|well|only|just)\s+)*"
    r"(?:(?P<up>(?:more|greater|higher|larger)\s+than|above)|(?P<down>(?:less|fewer|lower|smaller)\s+than|below))\s+"
    rf"(?:{_WHOSE}\s+|(?<=er than )(?<!fewer than ))(?:{_BEFORE}\s+)?"
    rf"(?:(?:record|high|peak|average|level|total|figure|rate)\s+(?:of|at)\s+)?{HEDGES}",
    re.IGNORECASE,
)
_MET = (  # what costs, emissions and accidents beat and exceed by being less
    r"(?:targets?|goals?|aims?|ambitions?|objectives?|guidance|budgets?|plans?|forecasts?|projections?|estimates?"
    r"|expectations?|consensus|benchmarks?)"
)
_BEATS = re.compile(
    r"(?:,\s+(?P<record>beating|topping|surpassing|exceeding)|,?(?:\s+(?:[a-z]+ly|has|have|had|also))*"
    r"\s+(?P<up>exceed(?:s|ed)|surpass(?:es|ed)|outnumber(?:s|ed)|outstrip(?:s|ped))(?P<down>(?!))?)"
    rf"\s+(?:{_WHOSE}\s+)?(?:(?!{_MET}\b){WORD}\s+){{0,4}}?(?:of|at)\s+{HEDGES}",
    re.IGNORECASE,
)
_BASE = re.compile(  # "fell to 61% from 74%, below the 70%": of the 74% that says nothing
    rf"\b(?:from|than|above|below|exceed\w*|over|{AGAINST})\b[^,;]*$|\([^)]*$", re.IGNORECASE
)
_OTHERWISE = re.compile(  # where a smaller number is more of it, or nothing went that way
    r"\b(?:not|never|cannot|without|rank\w*|exchange\s+rates?|currenc(?:y|ies)|against\s+the|(?:to|per)\s+the|odds|would|could"
    r"|dollar|euro|yen|yuan|renminbi|rupee|rupiah|won|rou?ble|peso|lira|real|franc|kron[ae]|pound|sterling|rand|baht|ringgit"
    r"|zloty|forint|koruna|leu|lev|hryvnia|shekel|dirham|dinar|riyal|rial|naira|cedi|shilling|kwacha|birr|taka|dong|tenge"
    r"|depths?|deep|deeper|water\s+(?:tables?|levels?)|groundwater|below\s+(?:zero|ground|the\s+surface|sea)|magnitudes?"
    r")\b|n['’]t\b",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:low|lows|lower|lowest|least|fewest|minimum|smallest|fastest|quickest)\b", re.IGNORECASE)
_MANY = 1000  # as bare a number as this is no place in a list


class Move(NamedTuple):
    """Two levels, of which one is said to be "up" or "down" from the other, and where in the text that word stands."""

    level: Written
    base: Written
    way: str
    start: int


def ways(sentence: Sentence, found: Sequence[Draft]) -> Iterator[Draft]:
    """Yield which way pairs of levels go, or which of them is more, where nobody prints by how much."""
    levels = {draft.written.number_start: draft for draft in found if draft.kind == "value"}
    moved = {draft.group for draft in found if draft.kind != "value"}
    for first, second in pairwise(sentence.quantities):
        one, other = levels.get(first.number_start), levels.get(second.number_start)
        if one is None or other is None or moved & {one.group, other.group}:
            continue
        move = _move(sentence, first, second) if _are_plain(sentence, first, second) else None
        if move is not None:
            yield _draft(move, levels[move.level.number_start], levels[move.base.number_start])


def _draft(move: Move, level: Draft, base: Draft) -> Draft:
    """Return a move as the direction of one quantity, or as two numbers compared."""
    behind = (each for each in (move.level, move.base) if each.amount_start > move.start)
    told = min(behind, key=lambda each: each.amount_start)
    quoted = level._replace(written=told._replace(start=min(told.start, move.start)))
    if level.group == base.group:
        return quoted._replace(kind="direction", from_=base.in_, said=move.way)
    said = "greater" if move.way == "up" else "less"
    return quoted._replace(kind="compare", from_=base.in_, minus=(base.group,), said=said)


def _are_plain(sentence: Sentence, first: Written, second: Written) -> bool:
    """Whether the words for more and less are meant of two numbers as they stand."""
    if A_LOSS.search(sentence.words) or _OTHERWISE.search(sentence.words):
        return False
    for written in (first, second):
        family = written.unit.family
        if written.value <= 0 or written.upper or written.parenthesised:
            return False
        if family not in (*LEVELS, "percent") or (family == "none" and not written.decimals and written.value < _MANY):
            return False
    taken = first.unit.family in ("percent", "measure") and first.amount_end == first.number_end
    alike = first.unit == second.unit or (
        first.unit.name == second.unit.name and "" in (first.unit.per, second.unit.per)
    )
    return alike and first.magnitude == second.magnitude and not taken  # "fell from 10 to 20%"


def _move(sentence: Sentence, first: Written, second: Written) -> Move | None:
    """Return what two numbers are told of, as far as the words right beside them say which way."""
    between = sentence.between(first, second)
    told = _FROM.fullmatch(timeless(between)) or _THAN.fullmatch(between) or _BEATS.fullmatch(between)
    start = sentence.start_before(first.amount_start)
    ahead = sentence.gap(start, first.amount_start)
    of_base = _BASE.search(ahead)
    if told and not of_base and (not told.groupdict().get("record") or _is_greatest(sentence, first)):
        return _told(sentence, first, second, told, (first.amount_end, second.amount_start))
    if is_pair(sentence, first, second) and (told := _VERB_FROM.search(ahead)):
        return _told(sentence, second, first, told, (start, first.amount_start))
    if came_from(sentence, first, second) and (told := _VERB_TO.search(ahead)):
        return _told(sentence, first, second, told, (start, first.amount_start))
    return None


def _is_greatest(sentence: Sentence, written: Written) -> bool:
    """Whether a record is the greatest number: of sums of money and millions, not of "9.58" or of "270 strokes"."""
    large = written.unit.family == "currency" or written.magnitude > 1
    return large and not _LEAST.search(sentence.words)


def _told(
    sentence: Sentence, level: Written, base: Written, told: re.Match[str], within: tuple[int, int]
) -> Move | None:
    """Return a move by the word that tells it, which stands last of those that are alike within a part of the text."""
    up = told["up"] or told.groupdict().get("record")
    word = up or told["down"]
    at = sentence.text.rfind(word.split()[0], *within)
    return Move(level, base, "up" if up else "down", at) if at >= 0 else None
