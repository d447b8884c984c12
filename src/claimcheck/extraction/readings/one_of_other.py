"""What share or multiple of one number another one is: "12 million on sales of 80 million, a margin of 15%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, over, reckoned_number, reckoned_share
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.readings.clauses import EARLIER, clauses, counts, is_alike, plain, stands_for
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, LEVELS, WORD
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.readings.clauses import Clause
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval
    from claimcheck.quantity.written import Written

_KIND = r"operating|net|gross|pre-?tax|ebitda?|profit"
_CALLED = (
    rf"(?:(?:(?:{_KIND})\s+)*margin|share|proportion|percentage|turnout|ratio|cover(?:age)?|multiple|load\s+factor|return\s+on\s+{WORD}"
    r"|(?:response|return|participation|completion|attendance|success|retention|occupancy|acceptance|admissions?|graduation|pass"
    r"|conviction|detection|clearance|clear-up|utili[sz]ation|recovery|approval|survival|win|positivity|wastage|fatality"
    r"|cancellation|vacancy|failure|lambing|cure|hit|strike)\s+rate|rate)"
)
_SO = (
    r"(?:or|which\s+(?:is|was|means|equals|makes|gives)|that\s+is|i\.e\.|giving|making|meaning|for|representing|equal(?:s|\s+to)|equivalent\s+to"
    r"|(?:which\s+|that\s+)?(?:works?|worked)\s+out\s+(?:at|to)|(?:which\s+|that\s+)?(?:comes?|came|amount(?:s|ed|ing)?)\s+to)"
)
_NAMED = lazy(
    rf"\b(?:(?:an?|the|its|their)\s+)?(?:{WORD}\s+){{0,2}}?(?P<called>{_CALLED})\s+(?:of|is|was|were|at|to|(?:stands|stood)\s+at)\s+{HEDGES}$",
    re.IGNORECASE,
)
_SAID = lazy(rf"(?:[,:(–—]|\s-)\s*{_SO}\s+{HEDGES}$|\bequal\s+to\s+{HEDGES}$", re.IGNORECASE)
_BESIDE = lazy(rf"\s*(?:[(,–—]|\b(?:was|were|is|are|{_SO})\b)\s*(?:{_SO}\s+)?{HEDGES}$", re.IGNORECASE)
_OF = lazy(rf"\s*\)?\s*of\s+(?:(?!which\b|whom\b|these\b|those\b|them\b){WORD}\s+){{0,5}}?{HEDGES}", re.IGNORECASE)
_OF_WHICH = lazy(rf"(?:\s+{WORD}){{0,4}}?\s*,\s+(?:of\s+(?:which|whom)\s+)?{HEDGES}", re.IGNORECASE)
_WHICH = lazy(r"\s*of\s+(?:which|whom|these|them|those)\b", re.IGNORECASE)
_OR = lazy(rf"(?:\s+{WORD}){{0,3}}?\s*(?:,\s+(?:{_SO})\s+|\(\s*){HEDGES}$", re.IGNORECASE)
_OTHERWISE = lazy(
    r"\b(?:from|up|down|rose|risen|fell|fallen|increas\w+|decreas\w+|grew|growth|gain\w*|cut|drop\w*|more|less|fewer|higher|lower|than|above|below"
    r"|compared|versus|while|but|target|adjusted|excluding|including|annual\w*|tax\s+rate|interest|default|discount|respectively"
    r"|coupon|maturit\w+|premium|loss)\b",
    re.IGNORECASE,
)
_COMPARES = lazy(r"\s*,?\s*(?:above|below|more|less|fewer|higher|lower|ahead|behind)\b", re.IGNORECASE)
_APART = lazy(r"\band\s+(?:the\s+)?other\b", re.IGNORECASE)  # two groups, and neither is a part
_TOGETHER = lazy(r"\b(?:total|combined|joint)\b", re.IGNORECASE)
_WHERE = lazy(rf"\b(?:across|throughout)\s+{HEDGES}$", re.IGNORECASE)
_ANY = lazy(r"%|per\s?cent|times|٪", re.IGNORECASE)
_KINDS = lazy(rf"\b(?:{_KIND})\b", re.IGNORECASE)
_BELIEVED = 12  # times; beyond, it is a share of something else
_PAIR = 2


def one_of_other(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the share or the multiple of the only two other numbers of a sentence, and whether they make it."""
    for clause in clauses(drafts, sentences):
        rates = [d for d in clause.told if d.written.unit.family in ("percent", "multiple")]
        if len(rates) != 1 or len(clause.told) != _PAIR + 1 or not _ANY.search(clause.sentence.words):
            continue
        rate = rates[0]
        levels = [draft for draft in clause.told if draft is not rate]
        alike = is_alike(levels[0].written, levels[1].written) or all(counts(draft.written) for draft in levels)
        nameless = all(draft.written.unit == BARE for draft in levels)  # "a 2, 4, or 5 percent tax"
        if (
            alike
            and not nameless
            and all(map(_is_level, levels))
            and not rate.written.direction
            and rate.written.upper is None
        ):
            yield from _held(clause, rate, levels)


def _is_level(draft: Draft) -> bool:
    written = draft.written
    return written.unit.family in LEVELS and written.upper is None and not written.unit.per and written.value != 0


def _held(clause: Clause, rate: Draft, levels: Sequence[Draft]) -> Iterator[Bond]:
    last = clause.told[-1]
    words = clause.sentence.gap(clause.sentence.start, last.written.amount_start)
    if any(_WHERE.search(clause.sentence.before(level.written)) for level in levels):
        return  # "113 answers across 25 countries, a response rate of 31%"
    if _TOGETHER.search(clause.lead(rate)) or _APART.search(words):
        return  # "133 had an excellent and 16 a good result, for a total rate of 73%"
    if _COMPARES.match(clause.behind(last)):
        return  # "$286 million, $23 million, or 7.5%, below those of a year ago"
    if _OTHERWISE.search(words) or EARLIER.search(words) or not _is_told(clause, rate):
        return
    yield from _wrong(clause, rate, (levels[0], levels[1]), last)


def _is_told(clause: Clause, rate: Draft) -> bool:
    """Whether words join a share or a multiple with both numbers beside it."""
    first, second, last = clause.told
    if rate is last:
        named, after = _NAMED.search(clause.lead(last)), clause.sentence.after(last.written)
        ended = ENDED.match(timeless(after)) or not re.search(r"\d", clause.behind(last))
        kinds = set(map(str.lower, _KINDS.findall(named["called"]))) if named else set()
        fits = kinds <= set(
            map(str.lower, _KINDS.findall(clause.sentence.gap(clause.sentence.start, second.written.amount_end)))
        )
        return bool(
            ended and ((named and fits) or (_SAID.search(clause.lead(last)) and not re.match(r"\s*of\b", after)))
        )
    if rate is second:
        after = clause.since(rate, last)
        multiple = rate.written.unit.family == "multiple"
        if _BESIDE.search(clause.lead(rate)) and (_OF.fullmatch(after) or (multiple and _TIMES.fullmatch(after))):
            return bool(ENDED.match(clause.sentence.after(last.written)))
        which = _OF_WHICH.fullmatch(clause.since(first, rate)) and (_WHICH.match(after) or "of " in clause.lead(rate))
        return bool(which and _OR.search(after))
    return bool(
        _OF.fullmatch(clause.since(rate, second))
        and _OR.search(clause.lead(last))
        and ENDED.match(clause.sentence.after(last.written))
    )


_TIMES = lazy(
    rf"\s*(?:as\s+(?:much|many|high|large)\s+as\s+)?(?:(?:the|its|their|last\s+year['’]s)\s+)?(?:(?!and\b|or\b){WORD}\s+){{0,4}}?(?:of\s+)?{HEDGES}",
    re.IGNORECASE,
)


def _wrong(clause: Clause, rate: Draft, levels: tuple[Draft, Draft], last: Draft) -> Iterator[Bond]:
    part, whole = sorted(levels, key=lambda draft: abs(draft.written.value))
    if rate.written.unit.family == "multiple":
        part, whole = whole, part
    stated, ranges = plain(rate), [stands_for(plain(draft)) for draft in (part, whole)]
    ways = over(*ranges), over(*ranges[::-1])
    if None in ways:
        return
    value = abs(part.written.value / whole.written.value)
    if stated.value < value * _BELIEVED and value < stated.value * _BELIEVED:
        share = rate.written.unit.family == "percent"
        told = reckoned_share(value, stated) if share else reckoned_number(value, BARE)
        printed = clause.printed(part, whole, rate)
        wrong = f"{printed[0]} is {told}{' of' if share else ' times'} {printed[1]}, not {printed[2]}"
        wrong = "" if any(way is not None and _meets(way, stated) for way in ways) else wrong
        beside = tuple(d for d in (*levels, rate) if d is not last)
        yield Bond(last, beside, wrong, "it is the one by the other", laws.quotient(rate, part, whole))


def _meets(way: Interval, stated: Written) -> bool:
    """Whether a ratio is what is stated, or the change that it is."""
    said = stands_for(stated)
    return way.meets(said) or way.shifted(-1).meets(said) or way.shifted(-1).negated().meets(said)
