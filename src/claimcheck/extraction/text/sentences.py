"""Where the sentences of a text begin and end: no full stop of a number, an abbreviation or an initial ends one."""

from __future__ import annotations

import re

from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.lexicon.labels import SHORT_MONTHS

_END = lazy(
    r"(?<![.!?])[.!?]++[\"'”’)\]]*+(?=\s|$)|[。！？；]+|;(?=\s)"  # a mark
    r"|\n[ \t]*(?=\n)|\n(?=[ \t]*(?:[-*•#]|\d{1,2}[.)]) )|\n(?=[ \t]*\|)"  # a paragraph, an item, a row
)
_ABBREVIATION = lazy(
    rf"(?:^|[\s(\"“‘])(?:[A-Za-z]|{'|'.join(SHORT_MONTHS)}|approx|vs|etc|inc|ltd|corp|co|mr|mrs|ms|dr|st|no|nos|fig|figs"
    r"|mio|mill|mrd|tsd|mld|bzw|rd|vgl|vol|ca|cf|est|e\.g|i\.e|u\.s|u\.k|p\.a|a\.m|p\.m|[A-Z](?:\.[A-Z])+)\.$",
    re.IGNORECASE,
)
_LONGEST_ABBREVIATION = 12
_LONGEST_ASIDE = 40  # characters to either side of a semicolon
_COMPARATIVE = lazy(r"\((?=[^()]*%)(?=[^()]*\b[12]\d{3}\s?:)[^();]*;[^();]*\)")
_GOES_ON = lazy(  # names that "U.S." begins
    r"(?:dollars?|treasur\w+|census|energy|departments?|bureau|federal|securities|geological|food|environmental|government"
    r"|centers|customs|postal|congress|senate|house|supreme|army|navy)\b",
    re.IGNORECASE,
)
_SURE = frozenset(("inc", "ltd", "corp", "co", "etc", "p.a", "a.m", "p.m", "u.s", "u.k"))


_SPACES = lazy(r"\s{2,}|[^\S ]")  # single blanks stay as they are


def in_one_line(text: str) -> str:
    """Return a text with a blank for whatever parts its words."""
    return _SPACES.sub(" ", text)


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of each sentence of `text` in order, without the white space around it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if found[0][0] == "." and not _ends_here(text, found.start(), found.end()):
            continue
        if found[0] == ";" and _compares(text, found.start()):
            continue
        start = _add(spans, text, start, found.end())
    _add(spans, text, start, len(text))
    return spans


def sentence_at(spans: list[tuple[int, int]], offset: int) -> int:
    """Return the position in `spans` of the sentence that holds `offset`, or of the last one before it."""
    from bisect import bisect_right

    return max(0, bisect_right(spans, (offset, 1 << 62)) - 1)


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> int:
    first, last = start, end
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first:
        spans.append((first, last))
    return end


def _compares(text: str, at: int) -> bool:
    """Whether a semicolon parts what parentheses say of the year before: "(2022: $38 million; +11%)"."""
    opened, closed = text.rfind("(", max(0, at - _LONGEST_ASIDE), at), text.find(")", at, at + _LONGEST_ASIDE)
    return 0 <= opened < closed and bool(_COMPARATIVE.fullmatch(text[opened : closed + 1]))


def _ends_here(text: str, at: int, end: int) -> bool:
    """Whether the full stop at `at` ends a sentence: "Acme Inc. grew" goes on, "at Acme Inc. Sales grew" does not."""
    found = _ABBREVIATION.search(text[max(0, at - _LONGEST_ABBREVIATION) : at + 1])
    if found is None:
        return True
    rest = text[end : end + 40].lstrip()
    word = found[0].strip(' \n\t("“‘').rstrip(".").lower()
    if word == "u.s" and _GOES_ON.match(rest):
        return False
    return not rest or (word in _SURE and rest[:1].isupper())
