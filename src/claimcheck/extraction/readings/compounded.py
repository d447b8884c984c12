"""Changes of two years in turn, and that of both: "grew by 17% in 2023 and by 21% in 2024, 42% larger than in 2022"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of, reckoned_percent
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.changes import on_other_basis
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_IN = r"\s+(?:in|during|for)\s+(?P<year>[12]\d{3})"
_FIRST = rf"(?:{_IN}|\s+in\s+the\s+first(?:\s+year)?)"
_SECOND = (
    r"(?:\s+(?:in|during|for)\s+(?P<year>[12]\d{3})"
    r"|\s+(?:in\s+the\s+second(?:\s+year)?|(?:in\s+)?the\s+(?:year\s+after|(?:next|following)\s+year)))"
)
_THEN = lazy(
    rf"{_FIRST}\s*(?:,?\s+(?:and|then|followed\s+by)|,)\s+(?:then\s+)?(?:(?!while\b|but\b|whereas\b){WORD}\s+){{0,6}}?{HEDGES}",
    re.IGNORECASE,
)
_ON = lazy(rf"{_SECOND}\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_IN_ALL = lazy(
    r"\b(?:cumulative(?:ly)?|compound(?:ed)?|combined|in\s+total|total|altogether|overall|together|over\s+(?:the|these)\s+two"
    r"\s+years)\b",
    re.IGNORECASE,
)
_SINCE = lazy(
    rf"(?:\s+{WORD}){{0,4}}?\s+(?:than\s+in|since|from|compared\s+(?:with|to)|above(?:\s+its)?|on)\s+(?P<year>[12]\d{{3}})\b"
)
_TWO_YEARS = lazy(r"\s+(?:over|in|across)\s+(?:(?:the|these|those|both)\s+)?(?:two\s+years|period)\b", re.IGNORECASE)
_OTHERWISE = lazy(r"\b(?:annuali[sz]ed|per\s+year|a\s+year|average|annual|points?|real)\b", re.IGNORECASE)
_APART = lazy(r"\b(?:while|whereas|although|but|compared|against|with)\b|[;:]|,\s+and\b", re.IGNORECASE)
_FEWEST = 3


def compounded(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the changes over two years, and whether those of each year make them."""
    told = by_sentence(d for d in drafts if d.written.unit.family == "percent" and d.kind in ("growth", "value"))
    for position, own in told.items():
        if len(own) < _FEWEST or _OTHERWISE.search(sentences[position].words):
            continue
        for three in zip(own, own[1:], own[2:], strict=False):
            if _follow(sentences[position], *three) and (bond := _bond(*three, sentences)):
                yield bond


def _follow(sentence: Sentence, first: Draft, second: Draft, whole: Draft) -> bool:
    """Whether two changes are said of years that follow each other, and a third one of both."""
    then = _THEN.fullmatch(sentence.gap(first.written.amount_end, second.written.amount_start))
    on = _ON.fullmatch(sentence.gap(second.written.amount_end, whole.written.start))
    if then is None or on is None or not first.written.direction:
        return False
    if on["year"] and (not then["year"] or int(on["year"]) != int(then["year"]) + 1):
        return False
    if _APART.search(on["rest"]) or any(
        on_other_basis(sentence, draft.written) or draft.written.upper for draft in (first, second, whole)
    ):
        return False
    after = sentence.gap(whole.written.amount_end, sentence.end)
    since = _SINCE.match(after)
    said = sentence.gap(whole.written.start, whole.written.amount_start)
    in_all = _IN_ALL.search(on["rest"] + said) or _IN_ALL.match(after.lstrip()) or _TWO_YEARS.match(after)
    return bool(then["year"]) and int(since["year"]) == int(then["year"]) - 1 if since else bool(in_all)


def _bond(first: Draft, second: Draft, whole: Draft, sentences: Sequence[Sentence]) -> Bond | None:
    """Return that a change over two years is, or is not, what the two make in turn."""
    down = first.written.direction == "down"
    again = (second.written.direction or first.written.direction) == "down"
    one, other = _factor(first, down=down), _factor(second, down=again)
    if one.low is None or one.high is None or other.low is None or other.high is None:
        return None
    low, high = one.low * other.low - 1, one.high * other.high - 1
    said = interval(whole.written)
    said = said.negated() if whole.written.direction == "down" else said
    fits = said.meets(Interval(low, high)) or said.meets(Interval(-high, -low))
    middle = (low + high) / 2
    printed = " and ".join(printed_of(draft, sentences) for draft in (first, second))
    shown = reckoned_percent(middle)
    wrong = "" if fits else f"{printed} in turn make {shown}, not {printed_of(whole, sentences)}"
    law = laws.in_turn(whole, first, second)
    return Bond(whole, (first, second), wrong, "all are changes of what line {line} speaks of", law)


def _factor(draft: Draft, *, down: bool) -> Interval:
    """Return what a change multiplies by."""
    own = interval(draft.written)
    return (own.negated() if down else own).shifted(1)
