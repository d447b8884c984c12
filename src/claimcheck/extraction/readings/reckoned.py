"""Numbers that a sentence reckons from others: "60 million shares at $24 each, raising $1.44 billion"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of, reckoned_number
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.bare import unrounded
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, WORD, is_beside, of_one_unit
from claimcheck.quantity.conversion import factor
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.show import show_number
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_AT = lazy(
    rf"(?:\s+{WORD}){{0,3}}\s+(?:at|for)\s+(?:(?:an?|the)\s+)?(?:(?:weighted|average|mean|offer|issue|fixed)[\s-]+)*"
    rf"(?P<price>price\s+of\s+)?{HEDGES}",
    re.IGNORECASE,
)
_EACH = lazy(r"\s+(?:each|apiece|a\s+share|per\s+share)\b", re.IGNORECASE)
_FOR = lazy(
    r"(?:\s+(?:each|apiece|a\s+share|per\s+share))?\s*,?\s+(?:and\s+)?(?:raising|raised|bringing\s+in|generating|yielding|for|totall?ing|costing|or)\s+"
    rf"(?:(?:an?\s+)?(?:(?:total|aggregate|gross)\s+)?(?:{WORD}\s+)?of\s+|in\s+total\s+)?{HEDGES}",
    re.IGNORECASE,
)
_OR = lazy(rf"\s*,?\s+or\s+{HEDGES}", re.IGNORECASE)
_ON = lazy(rf"\s*,?\s+(?:based\s+)?on\s+(?:an?\s+average\s+of\s+)?{HEDGES}", re.IGNORECASE)
_BUYING = lazy(
    rf"(?:\s+{WORD}){{0,4}}\s+for\s+(?:an?\s+(?:total|aggregate)\s+(?:(?:consideration|cost|amount)\s+)?of\s+)?{HEDGES}",
    re.IGNORECASE,
)
_AVERAGE = lazy(
    r"\s*(?:in\s+cash\s*)?,?\s+(?:(?:at|or|representing)\s+)?(?:an?|the)\s+(?:volume[\s-]weighted\s+|weighted\s+)?average\s+"
    rf"(?P<price>(?:purchase\s+|repurchase\s+)?(?:price|cost)\s+(?:per\s+share\s+)?)?of\s+{HEDGES}",
    re.IGNORECASE,
)
_CAME_FIRST = lazy(
    rf"(?:\s+{WORD}){{0,3}}\s+(?:(?:were|was)\s+)?(?:opened|added|acquired|built)\s+and\s+{HEDGES}", re.IGNORECASE
)
_THEN_WENT = lazy(r"\s+(?:(?:were|was)\s+)?(?:closed|sold|shut|removed|scrapped)\b", re.IGNORECASE)
_CAME = lazy(rf"\b(?:opened|added|hired|recruited|gained|acquired|built)\s+(?:{WORD}\s+)?{HEDGES}$", re.IGNORECASE)
_WENT = lazy(rf"(?:\s+{WORD}){{0,4}}\s+and\s+(?:closed|sold|lost|shut|removed|scrapped)\s+{HEDGES}", re.IGNORECASE)
_BRINGING = lazy(
    rf"(?:\s+{WORD}){{0,5}}\s*,?\s+(?:and\s+)?(?:(?:bringing|taking|which\s+brings|leaving)\s+(?:the|its|our|their)\s+"
    rf"(?:(?!clos|open|add){WORD}\s+){{1,4}}(?:to|at)|(?:ending|ended|to\s+end)\s+(?:the\s+{WORD}\s+)?with)\s+{HEDGES}",
    re.IGNORECASE,
)
_ENDED = lazy(r"\s*(?:[,.;)]|$|(?:at|in|on|a|one|by)\b)")
_FROM = lazy(
    rf"(?:\s+{WORD})?\s*,?\s+(?:(?:up|down)\s+)?(?P<from>from|compared\s+(?:with|to)|against|versus)\s+{HEDGES}",
    re.IGNORECASE,
)
_BEGINNING = lazy(
    rf"(?:\s+{WORD})?\s+at\s+the\s+(?:beginning|start|end\s+of\s+the\s+(?:previous|prior))\b", re.IGNORECASE
)


def reckoned(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield what is paid for so many at such a price, and how many there are after some came and went."""
    told = by_sentence(draft for draft in drafts if draft.kind == "value" and draft.written.upper is None)
    for position, own in told.items():
        for three in zip(own, own[1:], own[2:], strict=False):
            yield from _paid(sentences[position], sentences, *three)
        for four in zip(own, own[1:], own[2:], own[3:], strict=False):
            yield from _counted(sentences[position], sentences, *four)


def _paid(
    sentence: Sentence, sentences: Sequence[Sentence], first: Draft, second: Draft, third: Draft
) -> Iterator[Bond]:
    """Yield the sum that is so many times the price: "60 million shares at $24 each, raising $4.14 billion"."""
    gaps = sentence.between(first.written, second.written), sentence.between(second.written, third.written)
    each = second.written.unit.per == "share" or _EACH.match(sentence.after(second.written))
    at = _AT.fullmatch(gaps[0])
    if at and (at["price"] or each) and _FOR.fullmatch(gaps[1]):
        number, price, paid = first, second, third
    elif "share" in second.written.unit.per and _OR.fullmatch(gaps[0]) and _ON.fullmatch(gaps[1]):
        paid, price, number = first, second, third
    elif _BUYING.fullmatch(gaps[0]) and (average := _AVERAGE.fullmatch(gaps[1])):
        if not average["price"] and not (
            third.written.unit.per == "share" or _EACH.match(sentence.after(third.written))
        ):
            return
        number, paid, price = first, second, third
    else:
        return
    worth = factor(price.written.unit._replace(per=""), paid.written.unit)  # of a penny in pounds
    money = price.written.unit.family == paid.written.unit.family == "currency"
    if not money or not worth or number.written.unit.family != "count" or paid.written.unit.per:
        return
    if is_beside(sentence, number.written):
        return  # "1,200 cars and 300 vans for $33 million, an average of $22,000 each"
    low, high = _range(number), _range(price)
    if None in (*low[:2], *high[:2]):
        return
    shown = reckoned_number(number.written.value * price.written.value * worth, paid.written.unit)
    said = f"{printed_of(number, sentences)} times {printed_of(price, sentences)} is {shown}"
    fits = _product(low, high.scaled(worth)).meets(_range(paid))
    wrong = "" if fits else f"{said}, not {printed_of(paid, sentences)}"
    guess = "nothing else is in it"
    law = laws.quotient(price, paid, number, 1 / worth)
    yield Bond(paid, (price, number), wrong, guess, law)


def _counted(
    sentence: Sentence, sentences: Sequence[Sentence], came: Draft, went: Draft, now: Draft, then: Draft
) -> Iterator[Bond]:
    """Yield the number that came and went make of another: "opened 52 and closed 6, bringing the total to 1,539"."""
    drafts = (came, went, now, then)
    written = [unrounded(draft.written) for draft in drafts]
    gaps = [sentence.between(one, other) for one, other in pairwise(written)]
    said = _CAME.search(sentence.before(came.written)) and _WENT.fullmatch(gaps[0])
    passive = _THEN_WENT.match(gaps[1]) if _CAME_FIRST.fullmatch(gaps[0]) else None
    if passive:
        gaps[1] = gaps[1][passive.end() :]
    start = _FROM.fullmatch(gaps[2])
    if not ((said or passive) and _BRINGING.fullmatch(gaps[1]) and start):
        return
    if start["from"].lower() != "from" and not _BEGINNING.match(sentence.after(then.written)):
        return
    if not all(of_one_unit(written[0], other) for other in written[1:]) or any(w.hedge for w in written):
        return
    if not _ENDED.match(sentence.after(then.written)):
        return
    if any(of_one_unit(written[0], other) for other in sentence.quantities if other.start >= written[-1].end):
        return
    value = then.written.value + came.written.value - went.written.value
    if max(w.magnitude for w in written) == 1:
        said_ = f"{printed_of(then, sentences)} and {printed_of(came, sentences)} less {printed_of(went, sentences)}"
        told = f"{said_} is {show_number(value)}, not {printed_of(now, sentences)}"
        wrong = told if value != now.written.value else ""
        yield Bond(now, (then, came, went), wrong, "nothing else came or went", laws.moved_on(now, then, came, went))


def _range(draft: Draft) -> Interval:
    return interval(unrounded(draft.written))


def _product(first: Interval, second: Interval) -> Interval:
    assert first.low is not None and first.high is not None  # noqa: S101, PT018
    assert second.low is not None and second.high is not None  # noqa: S101, PT018
    return Interval(first.low * second.low, first.high * second.high)
