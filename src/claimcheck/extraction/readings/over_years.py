"""What growth over some years is a year: "Over five years, the fund returned 45%, or 7.7% annualised"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of, reckoned_percent
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.changes import on_other_basis
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.bare import undirected
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import EXPECTED, timeless
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_PAIR = 2
_LENGTH = (
    rf"(?:\s+(?:over|in|during|within|for)\s+(?:the\s+)?(?:past|last|previous)?\s*{WORD}[\s-]years?(?:\s+period)?)?"
)
_OR = lazy(  # between growth and its yearly rate
    rf"{_LENGTH}\s*(?:[,.(–—]\s*)?(?:(?:or|that|this|it|which)\s+)?"
    r"(?:(?:is|was|means|represents|equals|corresponds|works\s+out\s+(?:at|as))\s+)?"
    r"(?:(?:equal|equivalent|equates|amounting|amounts|corresponding|to)\s+)*"
    r"(?:(?:an?|the)\s+)?(?:(?:average|equivalent|mean|compound|compounded|annual|annuali[sz]ed|yearly|growth|increase|rise|return|rate|cagr)\s+)*"
    rf"(?:of\s+)?{HEDGES}",
    re.IGNORECASE,
)
_YEARLY = lazy(
    r"\s*(?:(?:a|per|each|every)\s+(?:year|annum)|annually|annuali[sz]ed|cagr|p\.a\.)(?:\s+on\s+average)?",
    re.IGNORECASE,
)
_A_RATE = lazy(r"\b(?:cagr|annual|annuali[sz]ed|yearly|compound)\b", re.IGNORECASE)
_RETURNED = lazy(r"\b(?:returned|yielded)\s+$", re.IGNORECASE)
_YEARLY = lazy(r"year|annual|annum", re.IGNORECASE)
_MOST = 30  # years


def over_years(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the yearly rates beside a growth over the years that are told, and whether they make it."""
    told = by_sentence(drafts)
    for position, own in told.items():
        behind = told.get(position - 1, [])
        both = [*behind, *own] if len(own) == 1 == len(behind) else own
        if len(both) != _PAIR or any(d.written.unit.family != "percent" or d.written.upper for d in both):
            continue
        passage = sentences[position - 1].joined(sentences[position]) if both is not own else sentences[position]
        years = _years(passage)
        if years and _is_restated(passage, *(draft.written for draft in both)):
            yield _bond(both[0], both[1], years, sentences)


def _years(passage: Sentence) -> int:
    """Return the only number of years that a passage tells, 0 of none."""
    lengths = {
        int(d.value) for d in passage.durations if d.unit.name == "year" and d.value.denominator == 1 and not d.upper
    }
    lengths |= {end - start for start, end in passage.spans()}
    years = next(iter(lengths)) if len(lengths) == 1 else 0
    return years if 1 < years < _MOST else 0


def _is_restated(passage: Sentence, growth: Written, rate: Written) -> bool:
    """Whether growth over some years is said over again as a yearly rate, and no more is told."""
    if len(passage.quantities) != _PAIR or passage.instead or EXPECTED.search(passage.words):
        return False
    before = passage.gap(passage.start, growth.amount_start)
    grown = growth.direction == "up" and growth.by_to != "to" and not _A_RATE.search(before)
    gap = passage.untimed(growth.amount_end, rate.amount_start)
    behind = _YEARLY.match(passage.after(rate))
    yearly = behind or rate.unit.per in ("year", "annum") or _A_RATE.search(gap)
    ended = ENDED.match(timeless(passage.gap(rate.amount_end + (behind.end() if behind else 0), passage.end)))
    plain = not (growth.hedge or rate.hedge or rate.unit.per not in ("", "year", "annum"))
    plain = plain and not on_other_basis(passage, growth)
    return bool((grown or _RETURNED.search(before)) and _OR.fullmatch(timeless(gap)) and yearly and ended and plain)


def _fits(growth: Draft, rate: Draft, years: int) -> bool:
    """Whether a rate makes growth over so many years, compounded or by the mean of the years."""
    whole, each = _plain(growth.written), _plain(rate.written)
    if None in (*whole[:2], *each[:2]):
        return True
    made = Interval((1 + each.low) ** years - 1, (1 + each.high) ** years - 1)  # type: ignore[operator]
    return made.meets(whole) or each.scaled(years).meets(whole)


def _plain(written: Written) -> Interval:
    return interval(undirected(written)._replace(parenthesised=False, value=abs(written.value)))


def _bond(growth: Draft, rate: Draft, years: int, sentences: Sequence[Sentence]) -> Bond:
    made = reckoned_percent((1 + abs(rate.written.value)) ** years - 1)
    printed = [printed_of(draft, sentences).strip("()") for draft in (growth, rate)]
    yearly = "" if _YEARLY.search(printed[1]) else " a year"
    wrong = f"{printed[1]}{yearly} over {years} years is {made}, not {printed[0]}"
    wrong = "" if _fits(growth, rate, years) else wrong
    law = laws.compounded(growth, rate, years)
    return Bond(rate, (growth,), wrong, "the rate says over again what line {line} does", law)
