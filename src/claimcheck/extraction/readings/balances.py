"""Balances over several sentences: "Expenditure was £39.2 million, so we ended the year with a surplus of ..."."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, alike, amount, is_earlier, is_level, is_named, less, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.moments import moments
from claimcheck.extraction.text.named_periods import MONTH
from claimcheck.extraction.text.settings import is_awaited
from claimcheck.extraction.text.subjects import cleaned
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES
from claimcheck.quantity.show import show_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence


class _Way(NamedTuple):
    """What a balance is called, what it is of, what is taken off, and whether it may be below 0."""

    name: re.Pattern[str]
    given: re.Pattern[str]
    taken: re.Pattern[str]


def _way(name: str, given: str, taken: str) -> _Way:
    ahead = (
        r"(?:^|.*[,;:(–—]\s*|.*\b(?:the|an?|its|our|their|with|and|while|that|of|had|total|overall|annual"
        rf"|(?:{MONTH})(?:['’]s)?)\s+)"
    )
    return _Way(
        lazy(rf"\b(?:{name})$", re.IGNORECASE),
        lazy(rf"{ahead}(?:{given})$", re.IGNORECASE),
        lazy(rf"{ahead}(?:{taken})$", re.IGNORECASE),
    )


_THE = r"(?:the|an?|its|their|our|overall|total|annual|resulting)\s+"
_EXPENSES = "expenditure|expenditures|spending|outlays|expenses|costs"
_WAYS = (
    _way(rf"{_THE}(?:trade\s+|goods\s+and\s+services\s+)?(?:surplus|deficit|gap|balance)", "exports", "imports"),
    _way(rf"{_THE}(?:budget\s+)?(?:surplus|deficit)", "income|revenue|revenues|receipts", _EXPENSES),
    _way(
        "free cash flow",
        r"(?:net\s+)?cash\s+(?:flows?\s+)?(?:provided\s+by|from|generated\s+by)\s+(?:operating\s+activities|operations)"
        r"|operating\s+cash\s+flows?",
        r"capital\s+(?:expenditures?|spending|investments?)|capex|investments?",
    ),
    _way(
        r"net\s+(?:income|profit|earnings)|profit\s+(?:after\s+tax|for\s+the\s+(?:year|period))",
        r"(?:profit|income|earnings)\s+before\s+(?:income\s+)?tax(?:es|ation)?|pre-?tax\s+(?:profit|income|earnings)",
        r"(?:(?:corporation|corporate)\s+)?tax(?:\s+(?:charge|expense|bill|provision))?"
        r"|(?:provision\s+for\s+)?income\s+tax(?:es)?(?:\s+expense)?|(?:provision\s+for\s+)?taxes",
    ),
    _way(r"natural\s+(?:increase|decrease|growth)", "births", "deaths"),
    _way(r"net\s+(?:migration|immigration)", "immigration|arrivals", "emigration|departures"),
)
_ANY = lazy(r"\b(?:surplus|deficit|gap|balance|flow|net|profit|natural)\b", re.IGNORECASE)
_OTHER = lazy(
    r"\b(?:(?<!goods and )services|adjusted|underlying|excluding|including|organic|cumulative|so far|to date|primary"
    r"|structural|current[- ]account|expected|forecast|target|larger|smaller|wider|compar(?:es|ed)|against|versus)\b",
    re.IGNORECASE,
)
# What a balance may be made of besides.
_APART = lazy(
    r"\b(?:minority|minorities|non-?controlling|discontinued|attributable|after(?!\s+tax)|gains?|other income|transfers"
    r"|together with|adding|in addition|exceptional|special items|dividends? (?:received|from))\b",
    re.IGNORECASE,
)
_LED = lazy(r"^\W*(?:with|in|to|from|for|against|between)\s+[^,:;]{2,40},", re.IGNORECASE)  # "With China, "
_IS = lazy(
    rf"\s+(?:of|was|is|were|(?:came|amounted|rose|fell|narrowed|widened)\s+to|stood\s+at|totall?ed|reached|:)\s+{HEDGES}$",
    re.IGNORECASE,
)
_NUMBERED = lazy(r"\s+(?:numbered|took|(?:were|was)\s+put)$|^there$", re.IGNORECASE)
_MONTH = lazy(rf"\b(?:{MONTH})", re.IGNORECASE)
_NEAR = 2  # sentences between what a balance is of and itself
_BEHIND = 4  # those behind a balance that may tell what it is of, if all name one month
_BELIEVED = Fraction(9, 5)  # times; beyond, the balance is likely to be another one


def far_balances(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the balances that the sentences before tell both sides of, and whether these make them."""
    told = by_sentence(d for d in drafts if is_level(d) and not is_awaited(sentences[d.sentence], d.written))
    summed = {draft.sentence for draft in drafts if draft.kind == "sum"}
    for own in told.values():
        for rest in own if own[0].sentence not in summed else ():
            for way in _ways(rest, sentences):
                near = [draft for at in range(rest.sentence - _NEAR, rest.sentence + 1) for draft in told.get(at, ())]
                near = [draft for draft in near if draft is not rest and alike(draft, rest) and _at_once(draft, rest)]
                sides = _sides(way, near, sentences) or _sides(way, _behind(rest, told, sentences), sentences)
                others = [draft for draft in near if not sides or draft not in sides]
                if sides and not _is_of_more(rest, *sides, others) and (found := _held(rest, *sides, names, sentences)):
                    yield found
                    break


def _behind(rest: Draft, told: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> list[Draft]:
    """Return the levels of the sentences behind a balance that tell of the month that it names."""
    month = _month(rest, sentences)
    after = range(rest.sentence + 1, rest.sentence + _BEHIND + 1)
    near = [draft for at in after for draft in told.get(at, ())] if month else []
    near = [draft for draft in near if alike(draft, rest) and _at_once(draft, rest)]
    near = [draft for draft in near if month in sentences[draft.sentence].words.lower()]
    return [draft for draft in near if _month(draft, sentences) in (month, "")]


def _month(draft: Draft, sentences: Sequence[Sentence]) -> str:
    """Return the month named beside a number, behind it first; "" where there is none."""
    sentence = sentences[draft.sentence]
    found = _MONTH.search(sentence.after(draft.written)) or _MONTH.search(sentence.before(draft.written))
    return found[0].lower() if found else ""


def _ways(rest: Draft, sentences: Sequence[Sentence]) -> list[_Way]:
    """Return what a level may be the balance of, by the words around it."""
    sentence = sentences[rest.sentence]
    raw = sentence.before(rest.written)
    if not _ANY.search(raw):
        return []
    before = _IS.sub("", timeless(raw))
    if any(other.search(before) for other in (_OTHER, _LED)) or _OTHER.match(sentence.after(rest.written)):
        return []
    return [way for way in _WAYS if way.name.search(before)]


def _sides(way: _Way, near: Sequence[Draft], sentences: Sequence[Sentence]) -> tuple[Draft, Draft] | None:
    """Return the only two levels that a balance may be of."""
    said = [(draft, _said(draft, sentences)) for draft in near]
    given = [draft for draft, words in said if way.given.match(words)]
    taken = [draft for draft, words in said if way.taken.match(words)]
    return (given[0], taken[0]) if len(given) == len(taken) == 1 else None


def _held(rest: Draft, one: Draft, other: Draft, names: Names, sentences: Sequence[Sentence]) -> Bond | None:
    """Return a balance of two levels; `None` where it may be another one."""
    sentence, stands, between = sentences[rest.sentence], amount(rest), less(amount(one), amount(other))
    value = abs(one.written.value - other.written.value)
    fits = between.meets(stands) or between.negated().meets(stands)
    believed = rest.written.value / _BELIEVED <= value <= rest.written.value * _BELIEVED
    settings = {frozenset(names.linked[draft.group].words) - {*draft.subject.words} for draft in (one, other, rest)}
    first = min(one.written.start, other.written.start)
    apart = _APART.search(sentence.gap(first, sentence.end)) or _are_at_other_times(rest, (one, other), sentences)
    if not believed or apart or len(settings) > 1:
        return None
    shown = show_number(value, rest.written.unit)
    larger, smaller = sorted((one, other), key=lambda draft: -draft.written.value)
    said = f"{printed_of(larger, sentences)} less {printed_of(smaller, sentences)} is {shown}"
    guess = f"it is the balance of the {printed_of(one, sentences)} of line {{line}} and {printed_of(other, sentences)}"
    law = laws.difference(rest, larger, smaller)
    return Bond(rest, (one, other), "" if fits else f"{said}, not {printed_of(rest, sentences)}", guess, law)


def _is_of_more(rest: Draft, one: Draft, other: Draft, others: Sequence[Draft]) -> bool:
    """Whether a balance fits once a level beside its two sides is taken off or added as well, or their own is told."""
    between, stands = less(amount(one), amount(other)), amount(rest)
    beside = (amount(more) for more in others if more.sentence == one.sentence != rest.sentence)
    if any(between.meets(level) or between.negated().meets(level) for level in beside):
        return True  # "Exports of A and imports of B left a surplus of C. The deficit of the budget was D"
    return any(
        less(between, amount(more)).meets(stands) or added((between, amount(more))).meets(stands) for more in others
    )


def _are_at_other_times(rest: Draft, sides: Sequence[Draft], sentences: Sequence[Sentence]) -> bool:
    """Whether a balance and what it may be of are told of times of which none is the same."""
    own = moments(sentences[rest.sentence], rest.written)
    others = [moments(sentences[side.sentence], side.written) for side in sides]
    return any(own and other and not own & other for other in others)


def _said(draft: Draft, sentences: Sequence[Sentence]) -> str:
    """Return the words before a level, without times and verbs, and what it counts."""
    before = timeless(sentences[draft.sentence].before(draft.written))
    said = "" if _LED.search(before) else cleaned(before)
    if not said.strip() and draft.written.by_to == "to":  # "imports fell $4.2 billion to $228.7 billion"
        said = draft.subject.text
    counted = draft.written.unit.family == "count"
    noun = sentences[draft.sentence].text[draft.written.number_end : draft.written.amount_end] if counted else ""
    return f"{_NUMBERED.sub('', said)}{noun}".strip()


def _at_once(one: Draft, other: Draft) -> bool:
    """Whether two levels may be of one time."""
    if is_earlier(one) or is_earlier(other):
        return False
    return one.in_ == other.in_ or not (is_named(one.in_) and is_named(other.in_))
