"""Which of two levels is said to be more: "5.2 million, up from 4.8", "fell from 42 to 38", "above May's 42"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.forms.bases import is_on_the_side
from claimcheck.extraction.forms.changes import A_LOSS
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.earlier import came_from, is_pair, unhedged
from claimcheck.extraction.text.languages import tells_otherwise
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import AGAINST, HEDGE, HEDGES, LEVELS, WORD
from claimcheck.quantity.conversion import dimension
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

# Words that say no more than up or down: "improved", "widened" and "lost" may be said of either.
_UP = (
    r"up|ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ew|own|owing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?"
    r"|soar(?:ed|ing)|rais(?:ed|ing)|lift(?:ed|ing)|hik(?:ed|ing)|surg(?:ed|ing)|swell(?:ed|ing)|swollen|expand(?:ed|ing)"
)
_DOWN = (
    r"down|f[ae]ll(?:s|en|ing)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|shr(?:ank|unk|inking)"
    r"|slump(?:ed|ing)?|tumbl(?:ed|ing)|plung(?:ed|ing)|reduc(?:ed|ing|tion)|lower(?:ed|ing)|cut"
    r"|dwindl(?:ed|ing)|slid|slipp(?:ed|ing)|dipp(?:ed|ing)|sank|sunk|slash(?:ed|ing)|trimm(?:ed|ing)|scaled\s+back"
)
_WAY = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b"
_HOW = r"(?:\s+(?:[a-z]+ly|again|further|back|even|just|only))?"
_VERB_FROM = lazy(rf"{_WAY}(?:{_HOW}|\s+[a-z]+ly,)\s+from\s+{HEDGES}$", re.IGNORECASE)
_VERB_TO = lazy(
    rf"{_WAY}{_HOW}(?:\s+(?:for|in|over)\s+[^,;.]{{2,30}},|\s+(?:the|its|their|our)(?:\s+{WORD}){{1,4}}?)?\s+to\s+{HEDGES}$",
    re.IGNORECASE,
)
_TAIL = (  # more of the first level: "3,456 people watched the debate, more than the"
    rf"(?:\s+(?!(?:and|but|with|for|as|at|while|after|bringing|taking|total|year|up|down|to|from)\b){WORD}){{0,4}}"
)
_FROM = lazy(
    rf"(?:{_TAIL}(?=\s*[,(–—-]))?[\s,(–—-]*(?:(?:which|that|is|was|were|still|also|and|an?|the|slightly|sharply)\s+)*{_WAY}{_HOW}\s+from\s+{HEDGES}",
    re.IGNORECASE,
)
_BEFORE = r"(?:previous|prior|earlier|former|old|all-time)"
_WHOSE = r"(?:the|that\s+of|its|their|our|(?:last\s+)?[^\W\d_][\w-]*['’]s)"  # else "42, more than 38" may be of the 42
_THAN = lazy(
    rf"(?:{_TAIL}\s*[,(–—-]\s*|\s+(?=was|were|is|are))"
    r"(?:(?:which|that|was|were|is|are|still|even|slightly|far|much|well|only|just)\s+)*"
    r"(?:(?P<up>(?:more|greater|higher|larger)\s+than|above|up\s+on)"
    r"|(?P<down>(?:less|fewer|lower|smaller)\s+than|below|falling\s+short\s+of|down\s+on))\s+"
    rf"(?:{_WHOSE}\s+|(?<=er than )(?<!fewer than ))(?:{_BEFORE}\s+)?"
    rf"(?:(?:record|high|peak|average|level|total|figure|rate)\s+(?:of|at)\s+)?{HEDGES}",
    re.IGNORECASE,
)
_OWN = lazy(rf"\bthan\s+the\s+{HEDGES}$", re.IGNORECASE)  # "3,456 pupils, more than the 5,678 of 2019"
_BASE = lazy(  # "fell to 61% from 74%, below the 70%": of the 74% that says nothing
    rf"\b(?:from|than|above|below|exceed\w*|over|{AGAINST})\b[^,;]*$|\([^)]*$", re.IGNORECASE
)
_OTHERWISE = lazy(  # where a smaller number is more of it, or nothing went that way
    r"\b(?:not|never|cannot|without|rank\w*|exchange\s+rates?|currenc(?:y|ies)|against\s+the|(?:to|per)\s+the|odds|would|could"
    r"|dollar|greenback|euro|yen|yuan|renminbi|rupee|rupiah|won|rou?ble|peso|lira|real|franc|kron[ae]|pound|sterling|rand"
    r"|baht|ringgit|naira|cedi|shilling|kwacha|rial|riyal|dinar|dirham|shekel|zloty|forint|koruna|leu|lev|hryvnia|tenge"
    r"|taka|dong|birr|depths?|deep|deeper|water\s+(?:tables?|levels?)|groundwater|loonie|aussie|kiwi|(?:local|domestic|home|indian)\s+unit|interbank|forex"
    r"|treasur(?:y|ies)|bonds?|notes?|gilts?|bunds?|below\s+(?:zero|freezing|ground|sea)"
    r"|deflation|contraction|if|suppos\w+|false\w*|wrong\w*|erroneous\w*|mistak\w+|incorrect\w*|contrary"
    r")\b|n['’]t\b",
    re.IGNORECASE,
)
_INVERSE = lazy(  # "performance fell from 12 ms to 18 ms": more of it is a smaller number
    r"\b(?:performance|speeds?|pace|frequen\w+|service|efficien\w+|fuel|mileage|consumption|resolution|precision|accura\w+"
    r"|sensitivity|aperture|quality|grades?|handicap|acid\w*|magnitude|bright\w*"
    r"|positions?|charts?|standings)\b",
    re.IGNORECASE,
)
_RATE = lazy(  # what stands at a percentage, and is none by which something changes
    r"\b(?:rates?|shares?|proportion|percentage|portion|ratio|margins?|yields?|inflation|unemployment|turnout|stake|support"
    r"|approval|prevalence|occupancy|participation|probability|growth)\b",
    re.IGNORECASE,
)
_STRAIGHT = lazy(
    rf"(?:\s*\(\s*(?:[12]\d{{3}})?\s*\))?\s*,?\s*to(?:\s+(?:a|an|total|of|record|reach|{HEDGE}))*\s*", re.IGNORECASE
)
_PARTED = lazy(r"[,(–—]|\s-\s|^\s+(?:up|down)\b", re.IGNORECASE)
_OF_IT = lazy(rf"(?:\bof|,\s+at)\s+(?:(?:{HEDGE})\s+)*$", re.IGNORECASE)
_BESIDE_IT = lazy(  # "the response to a dose of": the number is none of what is told
    rf"\b(?:at|with|to|in|for|under|having|by|after|on|from|among)\s+(?:{WORD}\s+){{1,5}}of\s+{HEDGES}$", re.IGNORECASE
)
_BESIDE_OTHER = lazy(  # "340 applications in the first 72 hours, up from 82": the latter are applications
    rf"\b(?:at|with|to|in|for|under|by|after|on|among|within|over|across|of|per|out\s+of)\s+(?:{WORD}\s+){{0,3}}?{HEDGES}$",
    re.IGNORECASE,
)
_AND = lazy(rf"\s*(?:(?:and|or|to|through)\s+{HEDGES}|[,/–-]\s*)", re.IGNORECASE)
_ONE_OF = lazy(rf"\band\s+(?:(?:{WORD}\s+){{1,2}}of\s+)?{HEDGES}$", re.IGNORECASE)
_BARE = lazy(r"[\s,(–—-]*(?:(?:which|that|is|was|were|are|also|and)\s+)*", re.IGNORECASE)
_OF_OTHER = lazy(r"\s+(?:in|of|for)\s+[a-z]", re.IGNORECASE)  # "from $5.1 billion in assets"
_FALL = lazy(rf"\b(?:{_DOWN}|contract\w*|discounts?)\b", re.IGNORECASE)
_TAKEN = ("count", "measure", "currency")  # units that a number behind may do without
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
        together = one.group == other.group or _OWN.search(sentence.between(first, second))
        alike = _of_one_unit(sentence, first, second) if together else (first, second)
        move = _move(sentence, first, second) if _are_plain(sentence, *alike) else None
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


def _of_one_unit(sentence: Sentence, first: Written, second: Written) -> tuple[Written, Written]:
    """Return two numbers of one thing, a bare one with the unit that the other has: "3,150 people, down from 3,290"."""
    if first.unit == BARE and second.unit.family == "count":
        return first._replace(unit=second.unit), second
    ended = ENDED.match(timeless(sentence.untimed(second.amount_end, sentence.end)))
    of_other = sentence.ahead(first.amount_start) and _BESIDE_OTHER.search(sentence.before(first))
    taken = ended and not of_other and second.unit == BARE and first.unit.family in _TAKEN
    return first, second._replace(unit=first.unit) if taken else second


def _is_otherwise(sentence: Sentence) -> bool:
    """Whether less may be more in a sentence, of which each language has its own words."""
    if sentence.instead:
        return tells_otherwise(sentence)
    return bool(A_LOSS.search(sentence.words) or _OTHERWISE.search(sentence.words))


def _are_plain(sentence: Sentence, first: Written, second: Written) -> bool:
    """Whether the words for more and less are meant of two numbers as they stand."""
    if _is_otherwise(sentence) or any(map(_is_attribute, (first, second))):
        return False
    for written in (first, second):
        family = written.unit.family
        if written.value <= 0 or written.upper or written.parenthesised:
            return False
        if family not in (*LEVELS, "percent") or (family == "none" and not written.decimals and written.value < _MANY):
            return False
    if first.unit.family in ("measure", "none") and _INVERSE.search(sentence.words):
        return False
    taken = first.unit.family in ("percent", "measure") and first.amount_end == first.number_end
    alike = first.unit == second.unit or (
        first.unit.name == second.unit.name and "" in (first.unit.per, second.unit.per)
    )
    deep = dimension(first.unit) == "length"  # what rises may come from below
    return alike and first.magnitude == second.magnitude and not (taken or deep)  # "fell from 10 to 20%"


def _is_attribute(written: Written) -> bool:
    """Whether a number only tells one thing from others: "the 0.05-mg/L group"."""
    return written.text.replace(written.digits, "", 1).startswith("-")


def _move(sentence: Sentence, first: Written, second: Written) -> Move | None:
    """Return what two numbers are told of, as far as the words right beside them say which way."""
    between = sentence.between(first, second)
    if told := _FROM.fullmatch(timeless(between)) or _THAN.fullmatch(between):
        beside = _BASE.search(sentence.before(first)) or is_on_the_side(sentence, first)
        if beside or not _is_told_of(sentence, first, second):
            return None
        return _told(sentence, first, second, told, (first.amount_end, second.amount_start))
    ends = [other.amount_end for other in sentence.quantities if other.amount_end <= first.amount_start]
    start = max(ends, default=sentence.start)
    ahead = sentence.gap(start, first.amount_start)
    if is_pair(sentence, first, second) and (told := _VERB_FROM.search(ahead)):
        apart = first.value < second.value and not told["up"] and first.unit.family == "percent"
        lead = sentence.untimed(first.amount_end, second.amount_start)
        straight = _STRAIGHT.fullmatch(timeless(unhedged(lead)))
        ranged = len(ends) > 0 and _BARE.fullmatch(ahead[: told.start()])  # "410 to 430, down from 460 to 480"
        if not straight or ranged or (apart and not _RATE.search(ahead)):  # "fell from 5% to 8%" here and there
            return None
        return _told(sentence, second, first, told, (start, first.amount_start))
    other = _OF_OTHER.match(timeless(sentence.after(second)))
    if came_from(sentence, first, second) and not other and (told := _VERB_TO.search(ahead)):
        return _told(sentence, first, second, told, (start, first.amount_start))
    return None


def _is_told_of(sentence: Sentence, first: Written, second: Written) -> bool:
    """Whether what is said behind a number is said of it alone, not of "loans at 4.5%" or "4.5% and 3.2%"."""
    before = sentence.before(first)
    if not _PARTED.search(sentence.between(first, second)) and (not _OF_IT.search(before) or _BESIDE_IT.search(before)):
        return False
    at = sentence.quantities.index(second) + 1
    behind = sentence.quantities[at : at + 1]
    listed = (
        behind and _AND.fullmatch(sentence.between(second, behind[0])) and behind[0].unit.family == first.unit.family
    )
    one_of = sentence.quantities.index(first) and _ONE_OF.search(before)
    return not (listed or one_of)


def _told(
    sentence: Sentence, level: Written, base: Written, told: re.Match[str], within: tuple[int, int]
) -> Move | None:
    """Return a move by the word that tells it, which stands last of those that are alike within a part of the text."""
    word = told["up"] or told["down"]
    at = sentence.text.rfind(word.split()[0], *within)
    if sentence.instead:  # the words of another language, read as English ones
        starts = (
            start for start, end, said in sentence.instead if within[0] <= start and end <= within[1] and word == said
        )
        at = max(starts, default=-1)
    ends = [other.amount_end for other in sentence.quantities if other.amount_end <= min(at, level.amount_start)]
    ahead = sentence.gap(max(ends, default=sentence.start), min(at, level.amount_start))
    if at < 0 or (level.unit.family == "percent" and _FALL.search(ahead)):  # "a decline of 3%, up from 4%"
        return None
    return Move(level, base, "up" if told["up"] else "down", at)
