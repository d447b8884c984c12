"""Averages and rates that a sentence reckons from two numbers: "712,500 at 19 matches, an average of 37,500"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of, reckoned_number, reckoned_share
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.bare import unrounded
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import meaning
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, LEVELS, SO, WORD, is_beside
from claimcheck.quantity.interval import ANY, Interval
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_AVERAGE = lazy(
    rf"(?:\s+{WORD}){{0,4}}?\s*,\s+(?:{SO}?(?:(?:an?|the)\s+(?:{WORD}\s+)?average\s+of|averaging)|or)\s+{HEDGES}",
    re.IGNORECASE,
)
_ITS_OWN = lazy(
    rf"(?:\s+{WORD}){{0,4}}?\s*(?:,|\s[–—-])\s+{SO}?(?:an?\s+(?:{WORD}\s+){{0,3}})?{HEDGES}", re.IGNORECASE
)  # "1,024 goals, an entertaining 2.7 goals per game"
_PER = lazy(rf"\s*(?:(?:per|an?|for\s+(?:each|every))\s+)?({WORD})", re.IGNORECASE)
_ON_AVERAGE = lazy(r"\s+on\s+average(?=\s*(?:[,.;:)]|$))", re.IGNORECASE)
_YIELD = lazy(
    rf"(?:\s+{WORD}){{0,4}}?\s*,?\s+(?:at|with|and|yielding|averaging)\s+(?:(?:an?|the)\s+)?(?:{WORD}\s+){{0,3}}?{HEDGES}",
    re.IGNORECASE,
)
_GIVING = lazy(
    rf"(?:\s+{WORD}){{0,3}}?\s*,\s+(?:giving|yielding|producing|for|resulting\s+in|which\s+gives|which\s+gave)\s+"
    rf"(?:an?|the)\s+(?:{WORD}\s+){{0,3}}?of\s+{HEDGES}",
    re.IGNORECASE,
)
_JOINED = lazy(rf"(?:\s+{WORD}){{0,6}}?\s*(?:,|\band\b|\bof\b)\s+(?:{WORD}\s+){{0,4}}?{HEDGES}", re.IGNORECASE)
_NO_PART = lazy(
    r"\b(?:from|to|than|up|down|compared|against|versus|per|while|but|rose|fell|more|fewer|another|other)\b",
    re.IGNORECASE,
)
_RATE = lazy(
    rf"(?:\s+{WORD}){{0,4}}?\s*,\s+(?:(?:for|giving|which\s+gives|yielding|resulting\s+in|representing|or|which\s+is)\s+)?"
    rf"(?:an?|the)\s+(?:(?:overall|average|bed|room)\s+)?"
    r"(?:(?:response|return|participation|completion|attendance|success|retention|occupancy|acceptance|admissions?"
    r"|graduation|pass|conviction|detection|clearance|clear-up|utili[sz]ation|coverage|recovery|approval|survival|win"
    r"|positivity|wastage|fatality|cancellation|vacancy)\s+rate|(?:winning|save|shooting|success)\s+percentage"
    rf"|load\s+factor|turnout)\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_BELIEVED, _NAMED = Fraction(3, 2), 3  # times; beyond, an average is likely to be another one, or a rate by name
_SURE = Fraction(10)  # times, of an average that is called one, or that is by the unit of a number beside it
_TEMPERATURES = ("°C", "°F", "K")
_OVER = lazy(r"(?:over|across)\s", re.IGNORECASE)  # "8.26 million over 306 games" is not "more than 306"


def quotients(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the averages, products and rates of two numbers before them, and whether these make them."""
    told = by_sentence(d for d in drafts if d.kind == "value" and d.written.upper is None and d.written.value > 0)
    for position, own in told.items():
        near = [*told.get(position - 1, ()), *own]
        for three in zip(own, own[1:], own[2:], strict=False):
            for way in (_averaged, _yielded, _rated):
                found = way(sentences[position], sentences, *three)
                yield from (bond for bond in found if not bond.wrong or not _is_made(three[2], near))


def _is_made(last: Draft, near: Sequence[Draft]) -> bool:
    """Whether any two numbers near the last one make it, as a product or as a quotient."""
    ranges, made = [_range(draft) for draft in near if draft is not last], _range(last)
    products = (_is_wrong(one, other, made) for one, other in combinations(ranges, 2))
    return not all(products) or not all(_is_wrong(made, one, other) for one, other in permutations(ranges, 2))


def _averaged(
    sentence: Sentence, sentences: Sequence[Sentence], first: Draft, second: Draft, mean: Draft
) -> Iterator[Bond]:
    """Yield the average of a total and its number: "8.26 million spectators over 306 games, 29,693 a game"."""
    gap = sentence.between(second.written, mean.written)
    average, own = _AVERAGE.fullmatch(gap), _ITS_OWN.fullmatch(gap) and ENDED.match(sentence.after(mean.written))
    if not (average or own) or mean.written.direction:
        return
    after = sentence.after(mean.written)
    per = mean.written.unit.per or ("each" if _ON_AVERAGE.match(after) else _noun(_PER.match(after)))
    for number, total in ((first, second), (second, first)):
        measured = number.written.unit.family == "measure" and number.written.unit.name == mean.written.unit.per
        if total.written.unit.name in _TEMPERATURES:
            continue  # "a temperature of 1200 °C, a time of 60 min, a rate of 5 °C/min"
        counts = (number.written.unit.family == "count" or measured) and total.written.unit.family in LEVELS
        if not counts or per not in (number.written.unit.name, "each") or not _in_unit(total.written, mean.written):
            continue
        unit = mean.written.unit
        if not (average or (unit.per == per and unit.name == total.written.unit.name) or (measured and unit.name)):
            continue
        value, stated = total.written.value / number.written.value, mean.written.value
        alone = ENDED.match(_behind(sentence, mean.written)) and not is_beside(sentence, number.written)
        believed = _is_believed(value, stated, _SURE if alone and (average or measured) else _BELIEVED)
        if believed:
            said = f"{printed_of(total, sentences)} by {printed_of(number, sentences).removeprefix('over ')} is"
            shown = reckoned_number(value, total.written.unit)
            wrong = f"{said} {shown}, not {printed_of(mean, sentences)}"
            wrong = wrong if _is_wrong(_range(number), _range(mean), _range(total)) else ""
            law = laws.quotient(mean, total, number)
            yield Bond(mean, (total, number), wrong, "it is the average of these", law)


def _yielded(
    sentence: Sentence, sentences: Sequence[Sentence], size: Draft, mean: Draft, total: Draft
) -> Iterator[Bond]:
    """Yield the total of so many times as much: "412 hectares at 7.8 tonnes per hectare, a crop of 2,310"."""
    gaps = sentence.between(size.written, mean.written), sentence.between(mean.written, total.written)
    said = _YIELD.fullmatch(gaps[0]) and _GIVING.fullmatch(gaps[1])
    of = mean.written.unit.per == size.written.unit.name and mean.written.unit.name == total.written.unit.name
    value, stated = size.written.value * mean.written.value, total.written.value
    if not said or not of or not _is_believed(value, stated):
        return
    said_ = f"{printed_of(size, sentences)} times {printed_of(mean, sentences)} is"
    wrong = f"{said_} {reckoned_number(value, total.written.unit)}, not {printed_of(total, sentences)}"
    wrong = wrong if _is_wrong(_range(size), _range(mean), _range(total)) else ""
    yield Bond(total, (mean, size), wrong, "it is all of it", laws.quotient(mean, total, size))


def _rated(
    sentence: Sentence, sentences: Sequence[Sentence], first: Draft, second: Draft, rate: Draft
) -> Iterator[Bond]:
    """Yield the rate of two counts: "2,418 beds, of which 2,103 were occupied, an occupancy of 78%"."""
    gap = timeless(sentence.between(first.written, second.written))
    said = _RATE.fullmatch(timeless(sentence.between(second.written, rate.written)))
    if not said or not _JOINED.fullmatch(gap) or _NO_PART.search(gap) or not ENDED.match(sentence.after(rate.written)):
        return
    part, whole = sorted((first, second), key=lambda draft: draft.written.value)
    plain = all(draft.written.unit.family in ("count", "none") for draft in (part, whole))
    value, stated = part.written.value / whole.written.value, rate.written.value
    if not plain or rate.written.unit.family != "percent" or not value / _NAMED <= stated <= value * _NAMED:
        return
    told = reckoned_share(value, rate.written)
    printed = [printed_of(draft, sentences) for draft in (part, whole, rate)]
    wrong = f"{printed[0]} is {told} of {printed[1]}, not {printed[2]}"
    wrong = wrong if _is_wrong(_range(rate), _range(whole), _range(part)) else ""
    yield Bond(rate, (whole, part), wrong, "it is their rate", laws.quotient(rate, part, whole))


def _behind(sentence: Sentence, mean: Written) -> str:
    """Return the words behind an average without what it is for: " a year" of "$412 each a year"."""
    after = sentence.after(mean)
    per = None if mean.unit.per else _PER.match(after)
    return after[per.end() :] if per else after


def _noun(found: re.Match[str] | None) -> str:
    """Return the noun that an average is for, as units name it."""
    words = meaning(found[1]) if found else ()
    return words[0] if words else ""


def _in_unit(total: Written, mean: Written) -> bool:
    """Whether an average is in the unit of a total, of which one of the two may be printed without its noun."""
    counted = {total.unit.family, mean.unit.family} in ({"count", "none"}, {"none"})
    return counted or total.unit.name == mean.unit.name


def _is_wrong(first: Interval, second: Interval, product: Interval) -> bool:
    """Whether two numbers cannot make a product."""
    if None in (*first[:2], *second[:2]):
        return False
    low, high = (first.low or 0) * (second.low or 0), (first.high or 0) * (second.high or 0)
    return not Interval(Fraction(low), Fraction(high)).meets(product)


def _is_believed(value: Fraction, stated: Fraction, times: Fraction = _BELIEVED) -> bool:
    return value / times <= stated <= value * times


def _range(draft: Draft) -> Interval:
    written = unrounded(draft.written)
    if _OVER.match(written.text):
        written = written._replace(hedge="")
    return ANY if written.hedge and written.hedge != "about" else interval(written)
