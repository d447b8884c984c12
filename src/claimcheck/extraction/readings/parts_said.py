"""The ways in which a sentence says that a number is a part of another one, and which share it makes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.forms.fractions import is_said
from claimcheck.extraction.text.lazy import compiled, lazy
from claimcheck.extraction.text.skeleton import LEVEL, SHARE, place_of
from claimcheck.extraction.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHOLE, _PART, _SHARE = rf"(?P<whole>{LEVEL})", rf"(?P<part>{LEVEL})", rf"(?P<share>{SHARE})"
_ABOUT = (  # the usual hedges alone: all of them would make the patterns six times as long
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|approx\.|just|only|exactly|well|over|under|above|below|close\s+to"
    r"|(?:more|less|fewer|greater)\s+than|an\s+estimated|estimated|as\s+(?:many|much|few)\s+as|at\s+least|up\s+to|no\s+(?:more|fewer)\s+than"
    r"|a|the)\s+){0,4}"
)
_THE = r"(?:(?:the|its|their|our|his|her|all|these|those|a|an|total|overall|some)\s+|total\s+of\s+)*"
_KIND = rf"(?:(?:{WORD}\s+){{0,4}}?of\s+)?"  # "of sales of 42 million"
_ALL = (
    r"(?:all\s+of\s+)?(?:it|them|these|those|this|that|which|whom|(?:the|this|that)\s+(?:(?:grand|overall)\s+)?"
    r"(?:total|whole|lot|amount|sum|number|figure))\b"
)
_THAT = r"(?:all\s+of\s+(?:it|them)|it|them|(?:these|those|this|that)(?:\s+(?:total|amount|sum|number|figure))?)\b"
_NO_LINK = (
    r"(?!(?:which|whom|them|those|these|than|but|while|whereas|also|both|each|up|down|compared|against|rose|fell"
    r"|including|per|or)\b)"
)
_SAID = rf"(?P<said>(?:\s+{_NO_LINK}{WORD}){{0,12}}?)"  # of a part
_NAMED = rf"(?:\s+{_NO_LINK}{WORD}){{0,9}}?(?:\s*\(\s*{LEVEL}\s*\))?"  # of a whole; beside it that of the year before
_SO = (
    r"(?:(?:(?:and|which|that|this)\s+)?(?:is|was|represents|represented|makes|made\s+up|equals)|or|i\.e\.|namely|which\s+works\s+out\s+at|works\s+out\s+at|good\s+for"
    r"|(?:(?:which|that)\s+(?:is|was)\s+)?(?:equal|equivalent)\s+to|correspond(?:ing|s)\s+to|which\s+correspond(?:s|ed)\s+to"
    r"|representing|accounting\s+for|making(?:\s+up)?|constituting|equalling"
    r"|(?:(?:for|giving|with|which\s+is|or)\s+)?an?\s+(?!(?:decline|decrease|increase|rise|fall|gain|drop|interest|growth|tax)\b)"
    rf"(?:{WORD}\s+){{0,2}}?(?:share|rate|proportion|percentage|margin|quota|portion)\s+of)\s+"
)
_END = r"(?=\s*(?:[,.;:!?)\"”–—]|-\s|$))"
_MAKES = (  # behind a part
    rf"(?:\s*\(\s*(?:or\s+|i\.e\.,?\s+)?{_ABOUT}(?P<inside>{SHARE})(?:\s+of\s+{_ALL})?\s*\)"
    rf"|\s*(?:,|\s[–—-])\s+(?:{_SO})?{_ABOUT}{_SHARE}(?:\s+of\s+{_ALL})?{_END}"
    rf"|\s+or\s+{_ABOUT}(?P<plain>{SHARE})(?:\s+of\s+{_ALL})?(?!\s*(?:of|more|less|fewer|higher|lower|above|below|than)\b))"
)
_OF_IT = rf"(?:\s+{WORD}){{0,2}}?\s+of\s+{_ALL}"
_OF_THAT = rf"(?:\s+{WORD}){{0,2}}?\s+of\s+{_THAT}"
_BESIDE = rf"(?:\s+{WORD}){{0,2}}?\s*(?:\(\s*(?:n\s*=\s*)?|,?\s+or\s+|,\s+(?:or\s+)?){_ABOUT}{_PART}{_END}"  # a share
_HEAD = (
    rf"(?:^|[.;:,(“\"‘–—]|\b(?:that|said|says|found|shows|showed|and|but|while))\s*"
    rf"(?:out\s+of|of|among|from\s+a\s+total\s+of|in\s+an?\s+(?:group|sample|cohort|total)\s+of)\s+{_THE}"
)
_OF = rf"{_HEAD}{_KIND}{_ABOUT}{_WHOLE}{_NAMED}\s*,\s+(?:(?!of\b){WORD}\s+){{0,6}}?{_ABOUT}"
_WHICH = (
    rf"{_WHOLE}{_NAMED}\s*[,(–—]?\s*(?:and\s+)?(?:of\s+(?:wh(?:ich|om)|these|those|them)|includ(?:ing|es|ed)|among\s+(?:them|whom|which)"
    rf"|with\s+(?:{WORD}\s+){{1,4}}?(?:accounting\s+for|making\s+up|contributing|providing|at))\s*:?\s+"
    rf"(?:{WORD}:?\s+){{0,6}}?{_ABOUT}"
)
_AND = rf"{_WHOLE}{_NAMED}(?:\s*[,;(–—]|\s+and|\s+but)+\s+(?:{WORD}\s+){{0,4}}?{_ABOUT}"
_PART_OF = (
    rf"{_PART}(?:\s+(?!(?:and|with|for|in|at|on|as|by|to|worth)\b){_NO_LINK}{WORD}){{0,2}}?\s+"
    rf"(?:out\s+of\s+|of\s+(?:the|its|their|our|all)\s+|(?<={LEVEL}\s)of\s+){_THE}{_KIND}{_ABOUT}{_WHOLE}"
)
_THESE = rf"^\W*(?:out\s+of|of|among)\s+{_THAT}(?:\s+{WORD}){{0,2}}?\s*,?\s+(?:(?!of\b){WORD}\s+){{0,5}}?{_ABOUT}"
_NEXT = rf"\s*(?:,|;|,?\s+(?:and|while))\s+(?:(?!of\b){WORD}\s+){{0,6}}?{_ABOUT}"
_MADE_UP = (
    r"(?:is|was|were|are|equals?|equalled|ma[dk]es?\s+up|account(?:s|ed)?\s+for|represent(?:s|ed)?|suppl(?:y|ies|ied)"
    r"|came\s+to|provided?)"
)
_BETWEEN = (  # a part and the share of the whole behind that
    rf"(?:{_SAID}\s*(?:\(|,\s+(?:{_SO})?|\s+or\s+|\s+(?:and\s+)?{_MADE_UP}\s+))"
)
_TO_WHOLE = (
    rf"\s+of\s+{_THE}(?:(?!(?:to|in|on|with|for|and|at|by)\b){_NO_LINK}{WORD}\s+){{0,4}}?"
    rf"(?:of\s+|\(\s*|,\s+which\s+(?:is|was|were)\s+)?{_ABOUT}{_WHOLE}(?:\s+{WORD}){{0,2}}?\)?{_END}"
)

_OF_OTHER = lazy(rf"\s*(?:of\b(?!\s+{_ALL})|(?:in|among|for|per|than|to)\b)", re.IGNORECASE)
_RATE = lazy(  # that a percentage in parentheses may be
    r"\b(?:stakes?|own(?:s|ed|ing)?|rates?|interest|coupons?|yields?|margins?|returns?|growth|tax|bonds?|notes|loans?|last"
    r"|oxygen|solution|alcohol)\b",
    re.IGNORECASE,
)
_NAME = lazy(r"(?<!\bat)(?<!\bin)\s+[A-Z][\w&.-]*\s*$")  # "went to Holm (51%)" may tell whose it is
LINKS = (  # of a part and its whole; the nearest one where no word repeats what it is of
    (rf"{_OF}{_PART}", False),
    (_PART_OF, False),
    (rf"{_WHICH}{_PART}", True),
    (rf"{_AND}{_PART}{_OF_IT}", True),
)
_SOME_OF = (  # the same where nothing else can be counted
    (rf"{_HEAD}{_ABOUT}{_WHOLE},\s+(?:only\s+|just\s+)?{_PART}(?!\s*(?:,|(?:and|or)\b))", False),
    (rf"{_PART}\s+(?:out\s+of\s+(?:the\s+|its\s+)?|of\s+(?:the|its|their|our)\s+){_WHOLE}", False),
    (
        rf"{_WHOLE}(?:,|\s*\(|\s+{WORD},)\s+of\s+wh(?:ich|om)\s+(?:only\s+|just\s+)?(?:{WORD}\s+(?:made\s+up|was|were)\s+)?{_PART}",
        True,
    ),
    (rf"{_WHOLE}(?:\s+{WORD}){{0,2}},\s+{_PART}\s+of\s+(?:which|whom|them|it)\b", True),
)
_WITH_SHARES = (
    (rf"{_OF}{_PART}{_SAID}{_MAKES}", False),
    (rf"{_PART_OF}{_SAID}{_MAKES}", False),
    (rf"{_PART}{_BETWEEN}{_ABOUT}{_SHARE}{_TO_WHOLE}", False),
    (
        rf"(?:^\W*|[,;:.]\s+)(?:at|with)\s+{_ABOUT}{_PART},\s+(?:{WORD}\s+){{1,5}}?{_MADE_UP}\s+{_ABOUT}{_SHARE}{_TO_WHOLE}",
        False,
    ),
    (rf"{_OF}{_SHARE}{_BESIDE}", False),
    (
        rf"{_SHARE}\s+of\s+{_THE}{_KIND}{_ABOUT}{_WHOLE}{_SAID}(?:\s*\(\s*(?:n\s*=\s*)?|,\s+{_SO}?){_ABOUT}{_PART}{_END}",
        False,
    ),
    (rf"{_WHICH}{_PART}{_SAID}{_MAKES}", True),
    (rf"{_AND}{_PART}{_OF_IT}{_SAID}{_MAKES}", True),
    (rf"{_AND}{_PART}(?:\s+{WORD}){{0,2}}?\s*\(\s*{_ABOUT}{_SHARE}\s*\){_OF_IT}", True),
    (
        rf"{_WHOLE}{_NAMED}(?:\s*[,(–—]|,?\s+and(?:\s+{WORD}){{0,4}}?)\s*{_ABOUT}{_SHARE}{_OF_IT}\s*(?:\(|,?\s+or\s+){_ABOUT}{_PART}{_END}",
        True,
    ),
)
_WITHOUT_WHOLE = (  # which the sentence before tells
    rf"{_THESE}{_PART}{_SAID}{_MAKES}",
    rf"{_THESE}{_SHARE}{_BESIDE}",
    rf"^(?:[^,;]{{0,80}}?\s)?{_PART}{_OF_THAT}{_SAID}{_MAKES}",
    rf"^(?:[^,;]{{0,80}}?\s)?{_PART}(?:\s+{WORD}){{0,2}}?\s*\(\s*{_ABOUT}{_SHARE}\s*\){_OF_THAT}",
    rf"^(?:[^,;]{{0,80}}?\s)?{_SHARE}{_OF_THAT}{_SAID}{_BESIDE}",
    rf"^(?:[^,;]{{0,80}}?\s)?{_PART}{_BETWEEN}{_ABOUT}{_SHARE}\s+of\s+{_THAT}",
    rf"^\W*(?:at|with)\s+{_ABOUT}{_PART},\s+(?:{WORD}\s+){{1,5}}?{_MADE_UP}\s+{_ABOUT}{_SHARE}\s+of\s+{_THAT}",
)
_MERELY = r"(?:in\s+all|in\s+total|overall|some|only|just|a\s+total\s+of)"
_PLAINLY = (  # the same with no word for it
    rf"^(?:\W|(?:{_MERELY}|{WORD}\s+(?:came\s+to|account(?:s|ed)?\s+for))\b)*?\s*{_ABOUT}{_PART}{_SAID}{_MAKES}",
    rf"^(?:\W|{_MERELY}\b)*?\s*{_ABOUT}{_SHARE}{_BESIDE}",
)
_THAT_IS = (
    rf"^\W*(?:that|this|it|which)\s+(?:{_MADE_UP}|corresponds\s+to)\s+{_ABOUT}{_SHARE}"
    rf"(?:\s+of\s+(?:all\s+of\s+it|the\s+(?:total|whole))\s*(?:[.,;]|and\b|$)|\s*[.!?\"”]*\s*$)"
)


class Said(NamedTuple):
    """Which numbers are a part, its share, and its whole, which may be that of the sentence before."""

    part: int
    share: int
    whole: int | None = None
    nearest: bool = False  # whether the whole is only the one that stands nearest


def shares_said(text: str) -> dict[Said, bool]:
    """Return what the skeleton of a sentence says of parts and shares, and whether that leaves no other reading."""
    found: dict[Said, bool] = {}
    for pattern, nearest in _WITH_SHARES:
        for match in compiled(pattern).finditer(text):
            _take(found, text, match, place_of(match["whole"]), nearest=nearest)
    return found


def shares_of_before(text: str) -> dict[Said, bool]:
    """Return the same of a whole that the sentence before tells."""
    found: dict[Said, bool] = {}
    for pattern in _WITHOUT_WHOLE:
        if match := compiled(pattern).search(text):
            _take(found, text, match, None)
    if found:
        return found
    for pattern in _PLAINLY:
        if match := compiled(pattern).search(text):
            _take(found, text, match, None)
    return dict.fromkeys(found, False)


def links(text: str, *, strict: bool = False) -> Iterator[tuple[int, int, bool]]:
    """Yield the numbers of which the first is a part of the second, and whether that is only the nearest one."""
    for pattern, nearest in _SOME_OF if strict else LINKS:
        for match in compiled(pattern).finditer(text):
            yield place_of(match["part"]), place_of(match["whole"]), nearest


def lone_share(text: str) -> int | None:
    """Return the share that is all that a sentence tells: "That is 57% of the total."."""
    match = compiled(_THAT_IS).match(text)
    return place_of(match["share"]) if match else None


def _take(
    found: dict[Said, bool], text: str, match: re.Match[str] | None, whole: int | None, *, nearest: bool = False
) -> None:
    """Add what is said of a part, and of those that are listed behind it."""
    while match:
        told = match.groupdict()
        share = told["share"] or told.get("inside") or told.get("plain") or ""
        does, behind = told.get("said") or "", text[match.end() :]
        sure = True
        if told.get("inside"):
            if _OF_OTHER.match(behind) or _RATE.search(does) or _NAME.search(does):
                return
            sure = not does.strip() and is_said(behind)
        said = Said(place_of(told["part"]), place_of(share), whole, nearest)
        found[said] = found.get(said, False) or sure
        listed = "said" in told and "inside" in told
        match = compiled(f"{_NEXT}{_PART}{_SAID}{_MAKES}").match(text, match.end()) if listed else None
