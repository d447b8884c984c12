"""Numbers that a sentence adds up: a balance of two, a total behind what it is of, a whole before its parts."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.bare import unrounded
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import Subject, meaning, subject_of
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, LEVELS, WORD, of_one_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_INCOMING = """
exports revenue revenues income receipts inflows births immigration assets turnover sales arrivals cash operations
"""
_OUTGOING = """
imports costs cost expenses expense expenditure expenditures spending outlays outflows deaths emigration liabilities
departures debt
"""
_GIVEN, _TAKEN = frozenset(_INCOMING.split()), frozenset(_OUTGOING.split())
_LESS = ("deficit", "shortfall", "loss", "decrease")  # what the first of two is below the second
_WAYS = (
    r"(?P<way>surplus|deficit|gap|shortfall|profit|loss|(?<=natural )(?:increase|decrease)|(?<=net )migration|equity"
    r"|net\s+assets|(?<=net )cash position|(?<=free )cash\s+flow)"
)
_REST = rf"{_WAYS}\s+(?:of|was|is|stood\s+at|came\s+to|amounted\s+to|totall?ed)\s+{HEDGES}$"
_VERB = (
    r"(?:(?:leaving|leaves|left|resulting\s+in|resulted\s+in|giving|gave|yielding|producing|creating|generating|running"
    r"|recording|making\s+for|for|with|so)\s+)?"
)
_LEAVES = lazy(
    rf"(?:\s+{WORD}){{0,2}}\s*[,;:(–—-]?\s*(?:and\s+)?(?:which\s+)?(?:thus\s+)?{_VERB}(?:(?:an?|the)\s+)?"
    rf"(?:{WORD}\s+){{0,2}}?{_REST}",
    re.IGNORECASE,
)
_LEAVES_A = lazy(rf"(?:\s+{WORD}){{0,2}}\s*[,;:(–—-]?\s*(?:and\s+)?{_VERB}an?\s+{HEDGES}", re.IGNORECASE)
_SURPLUS = lazy(rf"\s*(?:(?:trade|budget|goods)\s+)?{_WAYS}\b", re.IGNORECASE)
_CHANGED = lazy(r"^(?:in|de)crease of\b|^loss of\b", re.IGNORECASE)
_MEANWHILE = lazy(r"\s*(?:for|in|during)\s+(?:the\s+(?:month|year|quarter|period)|[12]\d{3})\b", re.IGNORECASE)
_APART = lazy(
    rf"(?:\s+{WORD}){{0,6}}\s*,\s+(?:for\s+)?(?:an?|the)\s+(?:(?:absolute|net)\s+)?(?:difference|gap|spread)\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_LED = lazy(rf"\b{_REST}", re.IGNORECASE)
_AS = lazy(r"(?:\s+\w+){0,3}\s*[,;:(–—-]?\s*(?:as|with|since|on)\s", re.IGNORECASE)
_NEXT = lazy(rf"(?:\s+{WORD}){{0,4}}(?:,|,?\s+and|,?\s+plus)\s+(?:{WORD}\s+){{0,5}}", re.IGNORECASE)
_NO_PART = lazy(
    r"\b(?:which|including|included|from|to|than|up|down|compared|against|versus|per|while|but|or|rose|fell|by|with)\b",
    re.IGNORECASE,
)
_NO_ITEM = lazy(
    r"\b(?:which|including|included|than|up|down|compared|against|versus|per|while|but|or|rose|fell|total"
    r"|remaining\s+ones)\b",
    re.IGNORECASE,
)
_TOTAL = lazy(
    rf"(?:\s+{WORD}){{0,6}}\s*[,;:–—-]\s*(?:(?:for|making|giving|bringing|returning|which\s+makes|or|and)\s+)?"
    rf"(?P<total>(?:(?:an?|the)\s+(?:{WORD}\s+)?total\s+(?:of|to)|(?:total|combined)\s+(?:{WORD}\s+){{1,2}}?of|totall?ing"
    r"|total|in\s+(?:all|total),?|altogether,?)\s+)?",
    re.IGNORECASE,
)
_IN_ALL = lazy(
    r"\s*(?:in\s+(?:all(?!\s+(?!was\b|is\b|has\b)[^\W\d_]+s\b)|total)|altogether|between\s+them|(?:taken\s+)?together|combined)\b(?!\s+(?:with|including)\b)",
    re.IGNORECASE,
)
_OF = lazy(r"\s*of\s+(?:the\s+|all\s+|its\s+)*(\w+)", re.IGNORECASE)
_COMBINED = lazy(
    rf"(?:\s+{WORD}){{0,3}}\s*,?\s+(?:(?:which|that)\s+)?(?:(?:gives?|makes|giving|making|for|or|and\s+(?:have|hold|had|held))"
    rf"\s+)?(?:(?:them|it|the\s+{WORD})\s+)?(?:an?|the)\s+(?:combined|joint|total|aggregate)\s+(?:{WORD}\s+){{0,3}}?{HEDGES}",
    re.IGNORECASE,
)
_NO_TOTAL = lazy(r"\s*(?:of|from|since|over|more|less|per|a)\b", re.IGNORECASE)
_MADE_OF = lazy(
    rf"(?:\s+{WORD}){{0,4}}\s*[,:]?\s*(?:(?:which\s+)?(?:is\s+|was\s+|were\s+)?(?:made\s+up\s+of|consisting\s+of|consists?\s+of"
    rf"|consisted\s+of|comprised\s+of|comprising|split\s+between)\s+|(?<=:)\s*)(?:{WORD}\s+){{0,6}}",
    re.IGNORECASE,
)
AND_MORE = lazy(  # than what is listed, or what is listed twice
    r"\b(?:and|plus|with|as well as)\s+(?:a\s+(?:few|handful)|some|several|small(?:er)?|others?|more|many|dozens"
    r"|hundreds|thousands)\b|\bamong\s+others\b|\bplus\b|\betc\b|\bboth\b|\beach\b"
    r"|\b(?:and|while|with)\s+(?:all\s+)?the\s+(?:rest|remainder|balance|others)\b"
    r"|\b(?:excluding|without|not\s+counting|apart\s+from)\b",
    re.IGNORECASE,
)
ONE = lazy(r"\b(?:one|another)\b", re.IGNORECASE)  # "ten: six from here, one from there and three from abroad"
_FEWEST = 2  # parts of a total


class Balance(NamedTuple):
    """A number that is one less another one: a surplus exports less imports, a deficit imports less exports."""

    name: str
    written: Written
    given: Written
    taken: Written


def balance(sentence: Sentence, found: Sequence[Draft]) -> Balance | None:
    """Return the balance of two numbers that a sentence tells: of exports and imports, of births and deaths."""
    known = {draft.written.start: draft.subject for draft in found}
    for first, second, rest, way in _balances(sentence):
        pair = [(known.get(w.start) or counted_or_named(sentence, w), w) for w in (first, second)]
        if pair[0][0].words[-1:] and pair[0][0].words[-1] in _TAKEN:
            pair.reverse()
        (own, one), (others, other) = pair
        if not (_GIVEN.intersection(own.words[-1:]) and _TAKEN.intersection(others.words[-1:])) or _times(sentence) > 1:
            continue
        if own.words[-1] == "exports" and len({own.words[:-1], others.words[:-1], ()}) > _FEWEST:
            continue  # of goods the one, of oil the other
        if all(of_one_unit(rest, each) for each in (one, other)):
            given, taken = (other, one) if way.lower() in _LESS else (one, other)
            return Balance(way, rest, given, taken)
    return None


def counted_or_named(sentence: Sentence, written: Written) -> Subject:
    """Return what a number is about: what it counts, "148,300 births", else what its clause names."""
    noun = meaning(sentence.text[written.number_end : written.amount_end]) if written.unit.family == "count" else ()
    return Subject(" ".join(noun), noun) if noun else subject_of(sentence, written)


def difference(sentence: Sentence) -> tuple[Written, Written, Written] | None:
    """Return how far two numbers are apart, the larger and the smaller: "412 in one, 368 in another, a gap of 44"."""
    numbers = sentence.quantities
    for first, second, apart in zip(numbers, numbers[1:], numbers[2:], strict=False):
        plain = not any(w.upper or (w.direction and w.by_to != "to") for w in (first, second, apart))
        points = first.unit.family == "percent"
        alike = first.unit == second.unit and (apart.unit.family == "points" if points else of_one_unit(apart, first))
        said = _APART.fullmatch(timeless(sentence.untimed(second.amount_end, apart.amount_start)))
        joined = _NEXT.fullmatch(timeless(sentence.untimed(first.amount_end, second.amount_start)))
        if plain and alike and said and joined and ENDED.match(sentence.after(apart)):
            return (apart, first, second) if first.value >= second.value else (apart, second, first)
    return None


def _times(sentence: Sentence) -> int:
    return len(sentence.named) + len(sentence.years)


def _balances(sentence: Sentence) -> Iterator[tuple[Written, Written, Written, str]]:
    """Yield what may be two numbers and their balance, and what that is called; it may stand first or last."""
    levels = [w for w in sentence.quantities if _is_level(w) or _CHANGED.search(w.text)]
    for first, second, third in zip(levels, levels[1:], levels[2:], strict=False):
        gap, after = timeless(sentence.untimed(second.amount_end, third.amount_start)), sentence.after(third)
        leaves = _LEAVES.fullmatch(gap)
        if leaves is not None and (ENDED.match(after) or _MEANWHILE.match(after)):
            yield first, second, third, leaves["way"]
        behind = _SURPLUS.match(after) if _LEAVES_A.fullmatch(gap) else None
        if behind is not None:
            yield first, second, third, behind["way"]
        led = _LED.search(sentence.gap(sentence.start, first.amount_start))
        if led is not None and _AS.match(sentence.untimed(first.amount_end, second.amount_start)):
            yield second, third, first, led["way"]


def _is_level(written: Written) -> bool:
    return written.unit.family in LEVELS and not written.upper and (not written.direction or written.by_to == "to")


def total(sentence: Sentence) -> tuple[Written, ...]:
    """Return a total and its parts, of which there is nothing else: "5 tonnes of tea and 3 of coffee, 8 in all"."""
    numbers = sentence.quantities
    for at in range(_FEWEST, len(numbers)):
        parts, whole = numbers[:at], numbers[at]
        if not _is_alike((*parts, whole)):
            return ()
        said, after = _TOTAL.fullmatch(sentence.gap(parts[-1].amount_end, whole.amount_start)), sentence.after(whole)
        ended = _IN_ALL.match(after) or (said and said["total"] and not _NO_TOTAL.match(after))
        if said and ended and _is_list(sentence, parts, _NO_ITEM if said["total"] else _NO_PART):
            return whole, *parts
    return ()


def combined(sentence: Sentence) -> tuple[Written, ...]:
    """Return a share and those that it joins: "A held 31%, B 25% and C 11%, which gives them a combined 67%"."""
    shares = [w for w in sentence.quantities if w.unit.family == "percent"]
    if any(w.direction or w.upper or unrounded(w).hedge for w in shares):
        return ()
    for at in range(_FEWEST, len(shares)):
        parts, whole = shares[:at], shares[at]
        of = {found[1].lower() for each in (parts[-1], whole) if (found := _OF.match(sentence.after(each)))}
        if _COMBINED.fullmatch(sentence.between(parts[-1], whole)) and _is_list(sentence, parts) and len(of) <= 1:
            return whole, *parts
    return ()


def whole_of_parts(sentence: Sentence) -> tuple[Written, ...]:
    """Return a whole and what it is said to be made of, to the end of the sentence: "64, made up of 31, 20 and 13"."""
    numbers = sentence.quantities
    if len(numbers) <= _FEWEST or not _is_alike(numbers) or not _MADE_OF.fullmatch(sentence.between(*numbers[:2])):
        return ()
    after = sentence.after(numbers[-1])
    said = sentence.gap(numbers[0].amount_end, numbers[-1].amount_start)
    if numbers[0].value - sum(number.value for number in numbers[1:]) == len(ONE.findall(said)):
        return ()
    ended = re.fullmatch(rf"(?:\s+{WORD}){{0,5}}\.?\s*", after) and not AND_MORE.search(after)
    return numbers if ended and _is_list(sentence, numbers[1:], _NO_ITEM) else ()


def _is_alike(numbers: Sequence[Written]) -> bool:
    return all(_is_level(w) and not w.direction for w in numbers) and (
        len({w.unit for w in numbers}) == 1 or all(w.unit.family in ("none", "count") for w in numbers)
    )


def _is_list(sentence: Sentence, parts: Sequence[Written], no_item: re.Pattern[str] = _NO_PART) -> bool:
    """Whether numbers are one list: "5 of tea, 3 of coffee and 2 more", not "5 men and 3 women, 2 old and 6 young"."""
    gaps = [sentence.between(*pair) for pair in pairwise(parts)]
    apart = all("," in gap for gap in gaps[:-1])
    return apart and all(_NEXT.fullmatch(gap) and not no_item.search(gap) for gap in gaps)
