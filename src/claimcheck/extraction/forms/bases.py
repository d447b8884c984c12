"""Whether an earlier level may be what a change is from, or is of another step of time: of the quarter before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.comparatives import is_comparative
from claimcheck.extraction.text.earlier import ends_here, in_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.named_periods import MONTH
from claimcheck.extraction.text.then import WEEKDAY, is_then, owned, year_then
from claimcheck.extraction.text.words import AGAINST, HEDGES, LATER, NORM, WORD, is_year_on_year, of_one_unit, step_back

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_STEP = r"\b(?:(?:previous|prior|preceding|last) (?:quarter|month|week)"
_STEP_BEFORE = lazy(rf"[^,;]{{0,20}}{_STEP}|(?:{MONTH}) quarter(?!\s+(?:of|in|last|a year)))\b", re.IGNORECASE)
_NTH_STEP = lazy(r"\s*\(?in the (?:first|second|third|fourth) quarter(?=\s*(?:[,.;)]|$|and\b|but\b))", re.IGNORECASE)
_OF_STEP = lazy(rf"{_STEP})['’]s\b[^,;]*$", re.IGNORECASE)  # "the previous quarter's 42"
_SHORT_AGO = lazy(rf"{_STEP})\b", re.IGNORECASE)
_STEPWISE = lazy(
    rf"{_SHORT_AGO.pattern}|\b(?:quarter|month|week)[- ](?:on|over|to)[- ](?:quarter|month|week)\b"
    r"|\bsequential|\b[qm]-?o-?[qm]\b",
    re.IGNORECASE,
)
_THIS = lazy(rf"\b(?:this|over the|on the) (?:year|quarter|month|week|day)\b|\b{WEEKDAY}\b", re.IGNORECASE)
_REPORTED = lazy(  # "said on Tuesday that": no time of what rose
    rf"\b(?:said|says|reported|announced|showed|stated|disclosed|confirmed)(?:\s+late)?\s+(?:on\s+)?{WEEKDAY}\b"
    rf"|\b{WEEKDAY}\s+that\b",
    re.IGNORECASE,
)
_LONG_AGO = lazy(r"\s*(?:(?:a|one|the) decade\b|\w+ (?:years|decades)\b)", re.IGNORECASE)
_ON_YEAR = lazy(r"\b(?:from|than) a year (?:ago|earlier|before)\b|\b(?:on|over) the year\b", re.IGNORECASE)
_IN_YEAR = lazy(r"\b(?:in|over) the (?:year|(?:12|twelve) months) to\b", re.IGNORECASE)
_OF_YEAR = lazy(r"\byear[- ](?:ago|earlier|before)\b|\b(?:last|previous|prior) year|\b[12]\d{3}\b", re.IGNORECASE)
_AGAIN_FROM = lazy(r"\b(?P<way>up|down)\s+from\b", re.IGNORECASE)
_ON_THE_SIDE = lazy(  # "above the five-year average of", "when it stood at", "(2022: ", "of the total of"
    rf"\b(?:above|below|than|against|from|after|following|despite|short\s+of|including|excluding|{AGAINST})"
    rf"(?:\s+(?:{WORD}|[12]\d{{3}}(?:['’]s)?|\d+-{WORD})){{0,8}}?\s+(?:{HEDGES})$"
    rf"|\bwhen\s+(?:{WORD}\s+){{1,3}}?(?:was|were|at|to|totall?ed)\s+{HEDGES}$|\([^()]{{2,30}}:\s*$"
    rf"|^\s*of\s+(?:{WORD}\s+){{0,4}}?of\s+{HEDGES}$",
    re.IGNORECASE,
)
_FOLLOWING = lazy(r"\b(?:after|following|despite|from|having)\b[^,;]*$", re.IGNORECASE)
_HELD = lazy(r"\b(?:from|than|over|above|below)\b", re.IGNORECASE)
_NEAR = 24  # characters before a change


def is_base(sentence: Sentence, change: Written, later: Written, earlier: Written) -> bool:
    """Whether an earlier level may be what a change is from, not "fell 4% in 2023, to 31 million from 45 in 1990"."""
    beside = is_comparative(sentence, later, earlier)
    if not (beside or ends_here(sentence, earlier) or is_then(sentence, earlier) or owned(sentence.before(earlier))):
        return False  # "from 3,900 at the peak"
    if beside and _STEPWISE.search(sentence.words):
        return False  # "up 5% from the previous quarter to 82.2 (76.1) million": the year before
    if _LONG_AGO.match(sentence.after(earlier)) or NORM.fullmatch(sentence.between(later, earlier)):
        return False
    again = _AGAIN_FROM.search(sentence.between(later, earlier))
    if again and change.unit.family == "points" and is_then(sentence, earlier):
        return False  # "fell 0.1 points to 4.1%, down from 4.9% a year earlier": since the month before
    told = f"{sentence.before(change)[-_NEAR:]} {sentence.gap(change.amount_end, later.amount_start)}"
    if _is_over_other_time(sentence, told, later, earlier) or is_of_other_step(sentence, change, earlier):
        return False
    year = sentence.year_of(earlier) or year_then(sentence, earlier)
    times = sentence.year_of(later) or sentence.year_of(change), year
    return None in times or abs(times[0] - times[1]) == 1  # type: ignore[operator]


def _is_over_other_time(sentence: Sentence, told: str, later: Written, earlier: Written) -> bool:
    """Whether the words around a change say that it is over another time than that since a level."""
    behind = in_parentheses(sentence, later, earlier)
    if _STEPWISE.search(told) and (behind or _is_of_year_before(sentence, earlier)):
        return True  # "rose 8% from the previous quarter to 42 million (2022: 31 million)"
    if _IN_YEAR.search(told) and _AGAIN_FROM.search(sentence.between(later, earlier)):
        return True  # "rose 13% in the year to May to 190, up from 185 in April"
    if _ON_YEAR.search(told) and is_step_before(sentence, earlier):
        return True
    beside = is_comparative(sentence, later, earlier)
    short = _THIS.search(_REPORTED.sub(" ", told)) or _SHORT_AGO.search(told)
    return bool(short) and (beside or not ends_here(sentence, earlier))


def _is_of_year_before(sentence: Sentence, level: Written) -> bool:
    """Whether a level is said to be of a year before, and not of the quarter before."""
    said = f"{sentence.before(level)[-_NEAR:]} | {sentence.after(level)[:_NEAR]}"
    return bool(_OF_YEAR.search(said)) and not is_step_before(sentence, level)


def is_step_before(sentence: Sentence, level: Written) -> bool:
    """Whether a level is said to be of the quarter, month or week before."""
    return bool(_STEP_BEFORE.match(sentence.after(level)) or _OF_STEP.search(sentence.before(level)))


def is_of_other_step(sentence: Sentence, change: Written, earlier: Written) -> bool:
    """Whether a level is of the quarter before, where a change is one from the year before, or may well be.

    "rose 12% to 42 million, compared with 40 million in the previous quarter", "42 million, up 12%, up from 40 million
    in the previous quarter"; not "rose 5% to 42 million from 40 million in the previous quarter".
    """
    gap = sentence.before(earlier)
    again = _AGAIN_FROM.search(gap)
    if again and re.search(",|and|but", gap[: again.start()]):
        if change.direction not in ("", again["way"].lower()) or _ON_YEAR.search(gap[: again.start()]):
            return True  # "42 million, up 12%, down from 45 million", "to 42 million from a year ago and up from 40"
        if is_year_on_year(sentence, change) and _NTH_STEP.match(sentence.after(earlier)):
            return True
    if not is_step_before(sentence, earlier) or step_back(sentence, change):
        return False
    apart = bool(again) or not _HELD.search(gap)
    told = sentence.instead or "month" in sentence.after(
        earlier
    )  # of the rates that English tells by the quarter: both
    by_month = change.unit.family == "points" and bool(told)
    return is_year_on_year(sentence, change) or (apart and not by_month)


def is_on_the_side(sentence: Sentence, level: Written) -> bool:
    """Whether a level is only held against the one before it, so that what is said behind is of that one.

    "rose to 42 million, above the five-year average of 38 million, up 5% from 40 million"
    """
    ahead = sentence.ahead(level.amount_start)
    change = ahead[-1] if ahead and ahead[-1].unit.family in ("percent", "points") else None
    if change and _FOLLOWING.search(sentence.before(change)) and LATER.match(sentence.between(change, level)):
        return True  # "after a fall of 5% to 40 million in 2022"
    return any(of_one_unit(other, level) for other in ahead) and bool(_ON_THE_SIDE.search(sentence.before(level)))
