"""Of where and of whom a number is told, beside its subject: a heading, "Retail: ", "In services, ", " at Honda"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.named_periods import MONTH
from claimcheck.extraction.text.subjects import meaning
from claimcheck.extraction.text.then import is_expected, timeless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_WHERE = (
    r"(?:in|at|for|among|amongst|across|within|inside|outside|throughout|between|under|excluding|including|without"
    r"|before|after|net of|adjusted for|according to|on an?|on the|near|off|around|beyond|along|per|using|measured in"
    r"|(?:not )?counting|stripping out|leaving aside|together with|(?:north|south|east|west) of)"
)
_FAR = (
    r"(?:abroad|there|elsewhere|overseas|worldwide|globally|nationally|nationwide|locally|domestically|regionally"
    r"|internationally|online|organically|unadjusted|restated|pro forma|(?:seasonally|inflation)[- ]adjusted)"
)
_LABEL = lazy(r"\W*([^\W_][^.,;:()|\n]{1,40}?)\s?:\s")
_LEAD = lazy(rf"\W*({_WHERE}\s[^,;:()]{{2,60}}|{_FAR}),\s", re.IGNORECASE)
_AT_LEVEL = lazy(
    r"at\s+(?:(?:about|around|some|nearly|almost|just\s+\w+)\s+)?\W?\d", re.IGNORECASE
)  # "At 1.6 million,"
_TAIL = lazy(
    rf"\s*(?:({_WHERE}\s+(?:[^\W\d_][\w'’&-]*\s?){{1,4}}?)|({_FAR}))\s*"
    r"(?=[.,;:()–—]|$|\b(?:and|but|or|while|whereas|from|to|up|down|on|by|with|as|compared|versus|against|when|which|who"
    r"|that|after|before|due|thanks|because|is|was|were|are|has|had)\b)",
    re.IGNORECASE,
)
_FIRST = lazy(rf"{_WHERE}\s+(?:the\s+|an?\s+)?", re.IGNORECASE)
_TIME = lazy(
    rf"\b(?:years?|quarters?|months?|weeks?|days?|decades?|half|halves|periods?|seasons?|(?<!-)times?|now|then"
    rf"|beginning|start|end|[QH][1-4]|{MONTH})\b|\d{{4}}",
    re.IGNORECASE,
)
_FORESEEN = lazy(  # no other clause since
    r"\b(?:expected|forecast|projected|predicted|estimated|likely|set|will)\b(?:(?!,\s+(?:and|but|while|which|after)\b|;).)*$",
    re.IGNORECASE | re.DOTALL,
)
_SOURCE = lazy(  # which tells who counted, and not what
    r"according to\b.*\b(?:statistics|data|figures|numbers|reports?|survey|estimates?|study|bureau|office|ministry"
    r"|agency)\b",
    re.IGNORECASE,
)
# Words that lead on, and tell no place and no group.
_LEADING_ON = """
addition total fact particular general turn contrast comparison short sum all response line spite part return
other example instance present first least most last average balance whole recent that this it them which row
value revenue revenues sales cash more less some each both effect
"""
# Words of headings that divide a text, and tell nothing of whom it speaks.
_DIVIDING = """
summary abstract introduction results result discussion conclusion conclusions highlights overview background
methods findings outlook key main figures facts points update correction note notes news glance brief report release
contents appendix analysis comment commentary performance data review numbers statement statements guidance forecast
about financial table figure source sources headline headlines bottom
"""
_EMPTY, _PARTS = frozenset(_LEADING_ON.split()), frozenset(_DIVIDING.split())
_FEW = 3  # words of a heading that is a label
_SHORT_FORM = lazy(r"\s*\(\S+\)\s*$")  # "Medical Devices (MD)"
_JOINING = ("&", "and")  # of a label: "Food & Drink"
_HEADING = 12  # words of the longest heading
_MARKS = 12  # characters before a heading on its line: "### "
# What the numbers of a table are in, on a line of its own above it: it stands below a heading and is none.
_UNIT = (
    r"(?:[$€£¥%]|(?:[a-z]+\s+)?(?:thousands?|millions?|billions?|trillions?|per\s?cent|dollars|euros?|pounds|yuan|yen"
    r"|rupees|tonnes|units)\b)"
)
_IN_UNITS = lazy(
    rf"\({_UNIT}.*\)|\(?(?:(?:all|amounts?|figures?|values?|are|expressed|stated|shown)\s+)*in\s+{_UNIT}.*",
    re.IGNORECASE,
)
_RUN_IN = 2  # words of a label that runs in: "Retail. Net sales were ..."


def label_of(text: str, start: int, end: int) -> str | None:
    """Return the label that `text[start:end]`, without numbers, is to what comes behind it; `None` for no heading.

    It is "" for a heading that says nothing of whom a text speaks.
    """
    said = text[start:end]
    words = said.split()
    before = text[max(0, start - _MARKS) : start].rstrip(" \t#*_>-–—•")
    first, last = before.endswith("\n") or not before, text[end : end + 1] in ("", "\n")
    if first and not last and said[-1] == "." and len(words) <= _RUN_IN:
        return _label(said.rstrip("."))
    if not (first and last) or said[-1] in ".!?;,|" or "|" in said or "\t" in said or len(words) > _HEADING:
        return None
    if _IN_UNITS.fullmatch(said):
        return None
    return _label(said.rstrip(":"))


def _label(text: str) -> str:
    words = [word for word in _SHORT_FORM.sub("", text.lower()).split() if word not in _JOINING]
    return "" if len(words) > _FEW or not _PARTS.isdisjoint(meaning(text)) else " ".join(words)


def setting_of(sentence: Sentence, numbers: Sequence[Written], subject: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words for where, or of whom, some numbers of a sentence about a subject are told."""
    found: dict[str, None] = {}
    heading = tuple(sentence.heading.split())
    if not any(_alike(word, other) for word in heading for other in subject):  # "Retail sales" above "sales"
        found |= dict.fromkeys(heading)
    place = sentence.text, sentence.start, min(number.start for number in numbers)
    if label := _LABEL.match(*place):
        found |= dict.fromkeys(_label(label[1]).split())
    elif (lead := _LEAD.match(*place)) and not _AT_LEVEL.match(lead[1]):
        found |= dict.fromkeys(_place(lead[1]))
    for number in numbers:
        after = timeless(sentence.after(number))
        tail = None if "respectively" in after else _TAIL.match(after)
        found |= dict.fromkeys(_place(tail[0]) if tail else ())
    return tuple(word for word in found if word not in subject)


def is_awaited(sentence: Sentence, number: Written) -> bool:
    """Whether a number is what somebody thinks, or thought, that it would be."""
    return is_expected(sentence, sentence.before(number), number)


def is_foreseen(sentence: Sentence, number: Written) -> bool:
    """Whether a number is a forecast, also where others stand between: "is expected to grow from A to B"."""
    return is_awaited(sentence, number) or bool(_FORESEEN.search(sentence.gap(sentence.start, number.start)))


def _place(phrase: str) -> tuple[str, ...]:
    """Return the words of a phrase that tell a place or a group; none of one that tells a time or leads on."""
    rest = timeless(f" {phrase} ").strip()
    words = meaning(_FIRST.sub("", rest, count=1)) if rest else ()
    return () if _TIME.search(rest) or _SOURCE.match(rest) or not words or words[0] in _EMPTY else words


def _alike(first: str, second: str) -> bool:
    """Whether two words are forms of one: "exports", "export"."""
    return first.rstrip("s") == second.rstrip("s")
