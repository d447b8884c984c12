"""Words that put a number into an earlier time: "a year ago", "in the same period of 2022", "last year's"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.named_periods import MONTH
from claimcheck.extraction.text.sentences import in_one_line

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_SPAN = r"(?:year|quarter|period|cycle|month|half|season|week)"
_SEASON = r"(?:winter|spring|summer|autumn|fall)"
_KIND = r"(?:(?:fiscal|calendar|full|financial)\s+)*"
_SAME = (
    r"(?:same|prior|previous|preceding|corresponding|comparable|equivalent|last"
    r"|year[- ]ago|year[- ]earlier|prior[- ]year)"
)
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|\d{1,2})\s+(?:year|quarter|month|week|decade)s"
_AGO = rf"(?:(?:a|one|the)\s+(?:year|quarter|month|week|decade)|{_MANY})\s+(?:earlier|ago|before|previously)\b"
_DAY = rf"(?:(?:\d{{1,2}}\s+)?(?:{MONTH})\s+(?:\d{{1,2}},?\s+)?)"
_YEAR = rf"(?:the\s+)?{_KIND}(?:year\s+)?(?:ended\s+)?{_DAY}?(?:(?:FY\s?)?[12]\d{{3}}(?:[-–/]\d\d)?|FY\s?\d\d)\b"
_LENGTH = r"(?:\w+\s+){0,3}(?:months?|weeks?|quarter|year|period|half)"
_YEAR_OF = r"(?:the\s+)?(?:previous|prior|last|preceding)\s+year\b"
_WITHIN = rf"{_SPAN}(?:[\s-]+(?:period|quarter|half|month))?"
_OF_YEAR = rf"(?:(?:of|in)\s+(?:{_YEAR}|{_YEAR_OF})|last\s+year\b|{_AGO}|{_YEAR_OF})"
_NTH = r"(?:first|second|third|fourth|last|final|full|past|whole|current)"
_QUARTER = rf"(?:the\s+)?(?:{MONTH})(?:\s*(?:to|[-–])\s*(?:{MONTH}))?\s+(?:quarter|half|period)\b(?:\s+(?:{_OF_YEAR}))?"
_PAST = "|".join(  # of another time than what is told
    (
        rf"(?:(?:in|for|during|over|of|at|by)\s+)?(?:the\s+)?(?:{_SAME}[\s-]+)+{_KIND}{_WITHIN}\b(?:\s+{_OF_YEAR})?",
        rf"(?:(?:for|in|during)\s+)?(?:the\s+)?{_LENGTH}\s+(?:ended|ending|of)\s+{_YEAR}",
        rf"last\s+{_SEASON}\b(?!\s+of\b)",
        rf"(?:(?:of|in|from)\s+)?{_AGO}",
        r"(?:of\s+)?the\s+year\s+before\b",
        r"of\s+the\s+(?:first|second|third|fourth)\s+(?:quarter|half)\b",
        r"(?:before|previously|until\s+then)(?=\s*(?:[,.;)]|$))",
        rf"(?:in|for|during|by|of|at|on|as\s+of|at\s+(?:the\s+)?end\s+of)\s+{_YEAR}",
        rf"(?:in|for|during|at\s+(?:the\s+)?end\s+of)\s+{_QUARTER}",
    )
)
_ANY = "|".join(
    (
        rf"(?:in|for|over|during)\s+the\s+{_LENGTH}\s+to\s+(?:(?:the\s+)?end\s+of\s+)?(?:(?:{MONTH})(?:\s+[12]\d{{3}})?|(?=\s*,))",
        _PAST,
        rf"(?:in|for|during|over|on)\s+the\s+(?:{_NTH}\s+)*{_KIND}{_SPAN}\b(?:\s+of\s+the\s+year\b)?",
        rf"(?:in|over|during|within)\s+(?:the\s+)?(?:(?:past|last|previous|most\s+recent)\s+)?(?:{_MANY}|decade)\b",
        r"(?:between|from)\s+[12]\d{3}\s+(?:and|to)\s+[12]\d{3}\b",
        rf"since\s+(?:(?:{MONTH})(?:\s+[12]\d{{3}})?|[12]\d{{3}})\b",
        r"at\s+(?:the\s+)?(?:quarter|year|period|month)[-\s]end\b",
        rf"at\s+the\s+(?:end|start|beginning)\s+of\s+(?:last\s+)?(?:{MONTH})\b(?:\s+[12]\d{{3}})?",
        rf"at\s+the\s+(?:end|start|beginning)\s+of\s+the\s+{_SPAN}\b|of\s+the\s+year\b|this\s+{_SPAN}\b|at\s+baseline\b|at\s+(?:week|month|day)\s+\d+\b",
        rf"(?:on|last|this)\s+{WEEKDAY}\b",
        rf"(?:in|on)\s+(?:\d{{1,2}}\s+)?(?:{MONTH})(?:\s+\d{{1,2}})?\b(?!\s*[\d,]*\d)",
    )
)
LEVEL = (
    r"(?:[a-z-]+\s+){0,2}(?:levels?|figures?|total|peak|value|record|number|sum|low|high|average|count|rate|yield|price"
    r"|tally|score|crop|harvest|output|turnout|attendance)\s+of\b"
)
_MONTHLY = rf"(?:{MONTH})(?:\s+[12]\d{{3}})?"
_REVISED = rf"revised\s+(?:{_MONTHLY}\s+)?(?:[a-z-]+\s+)?estimate\s+of\b"  # of what was, and no forecast
LEVEL_OF = (  # "the 2022 level of", "the June 2022 figure of"
    rf"(?:(?:the|its|their|our|an?)\s+)?(?:(?:revised\s+)?(?:{_MONTHLY}|(?:FY\s?)?[12]\d{{3}}(?:[-–/]\d\d)?)\s+{LEVEL}"
    rf"|{_REVISED})"
)
_OWN = (  # "the prior year's", "January's", "January" of "January exports of"
    rf"(?:the\s+)?(?:(?:first|second|third|fourth)\s+quarter['’]s|(?:{_SAME}[\s-]+)+{_KIND}(?:{_SPAN}|{_SEASON})['’]s(?:\s+{LEVEL})?|year-(?:earlier|ago)(?:\s+{LEVEL})?|[12]\d{{3}}['’]s"
    rf"|(?<![Ii]n\s)(?-i:(?=[A-Z])){_MONTHLY}(?:['’]s)?)"  # but not "In January 386 fires burned"
)
_SAID = (  # "the 10,233 delivered a year earlier"
    r"(?:(?:(?:it|they|we|who|that|which)\s+)?(?:had\s+|were\s+|was\s+)?"
    r"(?:[a-z]+ed|made|had|sold|built|spent|won|held|came|paid|grew|seen)\s+)?"
)
_TIMES = lazy(rf"\b(?:{_ANY})(?!['’]s|\s+{LEVEL})", re.IGNORECASE)
_BEHIND = lazy(rf"\s*\(?\s*{_SAID}(?:{_PAST})", re.IGNORECASE)
_AHEAD = lazy(rf"\b(?:{_OWN}|{LEVEL_OF})\s*$", re.IGNORECASE)
EXPECTED = lazy(
    r"\b(?:expect\w*|forecasts?|estimat\w+|budget\w*|plan|plans|planned|project(?:ed|ions?)|target\w*|guidance|consensus"
    r"|analysts?|est|predict\w*|anticipat\w+)\b",
    re.IGNORECASE,
)
_REVISED_NUMBER = lazy(_REVISED, re.IGNORECASE)
_NEAR = 24  # characters behind a number


@lru_cache(maxsize=4096)  # each reading asks it of the same words
def timeless(text: str) -> str:
    """Return a text without the times in it, but for those that own a number: "last year's"."""
    return in_one_line(_TIMES.sub(" ", text))


def is_time(text: str) -> bool:
    """Whether a text names a time and nothing else: "2022", "at the end of 2022"."""
    return not timeless(text).strip() or not timeless(f"in {text}").strip()


def is_then(sentence: Sentence, level: Written) -> bool:
    """Whether a level is said to be of another time, behind it or by "last year's" in front of it."""
    return is_said_then(sentence, level) or sentence.time_of(level, ahead=False) is not None


def is_said_then(sentence: Sentence, level: Written) -> bool:
    """Whether the words beside a level say that its time is an earlier one, and not only which: "a year earlier"."""
    return _said_then(sentence, level) is not None


def year_then(sentence: Sentence, level: Written) -> int | None:
    """Return the year of an earlier time that is said beside a level: "in the same month of 2019", "2019's"."""
    said = _said_then(sentence, level)
    year = re.search(r"\b[12]\d{3}\b", said[0]) if said else None
    return int(year[0]) if year else None


def _said_then(sentence: Sentence, level: Written) -> re.Match[str] | None:
    return _BEHIND.match(sentence.after(level)) or _AHEAD.search(sentence.before(level))


def owned(text: str) -> bool:
    """Whether a text ends with a time that owns the number behind it: "the prior year's"."""
    return bool(_AHEAD.search(text))


def unowned(text: str) -> str:
    """Return a text without the time at its end that owns the number behind it."""
    return _AHEAD.sub("", text)


_HELD_AGAINST = lazy(  # "from 41 million, against forecasts of 45 million"
    r"[,;(–—]\s*(?:(?:well|just|far|and|but)\s+)?"
    r"(?:against|versus|compared|below|above|beating|missing|topping|short|ahead|while|whereas)\b",
    re.IGNORECASE,
)


def is_expected(sentence: Sentence, before: str, level: Written) -> bool:
    """Whether a level behind the words `before` is what somebody thought it would be, and none that was."""
    after = _HELD_AGAINST.split(sentence.after(level)[:_NEAR])[0]
    return bool(EXPECTED.search(_REVISED_NUMBER.sub("", before)) or EXPECTED.search(after))
