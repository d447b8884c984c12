"""A rate, what it is a rate of and what it is by, as their units say: "412 of 3.4 million, 12.1 per 100,000"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, over, reckoned_number
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.readings.clauses import EARLIER, clauses, counts, plain, stands_for
from claimcheck.extraction.text.bare import undirected
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.passage import DURATIONS
from claimcheck.extraction.text.subjects import meaning
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, LEVELS, WORD
from claimcheck.quantity.conversion import PERSONS, factor, per_noun, per_number
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.readings.clauses import Clause
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written


class _Rate(NamedTuple):
    """A number that is so much by something: 12.1 per 100,000, $24 each, whose `noun` is "each"."""

    draft: Draft
    noun: str
    scale: Fraction


_PER = lazy(
    rf"\s*(?:(?P<each>each|apiece|on\s+average|for\s+(?:each|every\s+one)\s+of)\b|(?:per|an?|for\s+(?:each|every))\s+(?P<noun>{WORD}))",
    re.IGNORECASE,
)
_PER_BEFORE = lazy(
    rf"\bper\s+(?P<noun>{WORD})\s+(?:was|were|is|of|(?:stood|came)\s+(?:at|to))\s+{HEDGES}$", re.IGNORECASE
)
_AVERAGE = lazy(
    rf"\b(?:average|mean)(?:\s+(?:purchase|repurchase|selling))?\s+(?:price|cost|value)(?:\s+of)?\s+{HEDGES}$",
    re.IGNORECASE,
)
_CALLED = r"(?:average|mean|rate|density|ratio|yield|price|cost|incidence|productivity|output|prevalence)"
_IS = r"(?:of|is|was|at|to|(?:stands|stood)\s+at)"
_SO = (
    r"(?:or|which\s+(?:is|was|means|equals|makes|gives)|that\s+is|i\.e\.|giving|making|meaning|yielding|averaging|equal(?:s|\s+to)"
    r"|equivalent\s+to|means|there\s+(?:is|are|was|were)|averag(?:es|ed)"
    r"|(?:which\s+|that\s+)?(?:works?|worked)\s+out\s+(?:at|to)|(?:which\s+|that\s+)?(?:comes?|came|amount(?:s|ed|ing)?|translat(?:es|ed|ing))\s+(?:in)?to)"
)
_RATE_LEADS = lazy(
    rf"(?:[,:(–—]|\s-)\s*(?:and\s+)?(?:(?:{_SO}|for|at|with)\s+)?(?:(?:an?|the|its)\s+(?:{WORD}\s+){{0,5}}?{_IS}\s+)?{HEDGES}$"
    rf"|\b(?:{_SO}|{_CALLED}(?:\s+{WORD}){{0,3}}?\s+{_IS})\s+{HEDGES}$",
    re.IGNORECASE,
)
_TOTAL_LEADS = lazy(
    rf"(?:\s+(?:each|apiece|(?:per|an?)\s+{WORD}))?\s*,?\s+(?:(?:and\s+)?(?:raised|earned)|to\s+(?:raise|earn)|raising|for|generating|earning|costing"
    rf"|worth|totall?ing|bringing\s+in|netting|{_SO}|(?=an?\s+total\s))\s*(?:(?:an?|the)\s+)?(?:(?:{WORD}\s+){{1,3}}?of\s+|in\s+total\s+)?{HEDGES}$",
    re.IGNORECASE,
)
_NUMBER_LEADS = lazy(
    rf"^(?:\s+per\s+{WORD}|\s+an?\s+{WORD}|\s+(?:each|apiece))?\s*,?\s+(?:(?:based\s+)?on|for\s+(?:each|every(?:\s+one)?)\s+of|with|from|among)\s+"
    rf"(?:(?:the|its|their|all|an?\s+(?:{WORD}\s+)?average\s+of)\s+)*(?:{WORD}['’]s\s+)?{HEDGES}$",
    re.IGNORECASE,
)
_ON = lazy(r"\s*,?\s+(?:based\s+)?on\s", re.IGNORECASE)
_OTHERWISE = lazy(
    r"\b(?:compared|against|versus|whereas|while|but|target|minimum|maximum|at\s+least|up\s+to|more|fewer|less|rose|fell|grew|another"
    r"|excluding|including|adjusted|standardi[sz]ed|of\s+(?:which|whom))\b",
    re.IGNORECASE,
)
_ENDED = lazy(rf"(?:\s+(?:outstanding|in\s+issue|on\s+average|in\s+(?:all|total)))?{ENDED.pattern}", re.IGNORECASE)
_ANY = lazy(r"\b(?:per|an?|each|apiece|every|average)\b|/", re.IGNORECASE)
_BELIEVED = 12  # times; beyond, it is another rate
_PAIR = 2
_DEGREES = ("°C", "°F")  # "1200 °C at 5 °C/min" is not all of it


def by_units(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield a rate and the only two numbers that it may be of, by their units, and whether these make it."""
    for clause in clauses(drafts, sentences):
        if clause.asked is not clause.told or len(clause.told) < _PAIR or not _ANY.search(clause.sentence.words):
            continue
        rates = [rate for draft in clause.told if (rate := _rate(clause, draft)) is not None]
        if len(rates) == 1:
            yield from _held(clause, rates[0])


def _rate(clause: Clause, draft: Draft) -> _Rate | None:
    """Return what a number is by, as its unit or the words beside it say."""
    unit = draft.written.unit
    if draft.written.upper is not None or unit.family not in LEVELS or unit.name in _DEGREES:
        return None
    if unit.per:
        return _Rate(draft, per_noun(unit.per), Fraction(per_number(unit.per) or 1))
    said = _PER.match(clause.behind(draft)) or _PER_BEFORE.search(clause.lead(draft))
    if said is not None:
        words = meaning(said["noun"] or "")
        return _Rate(
            draft, "each" if said.groupdict().get("each") else words[0].removesuffix("s") if words else "", Fraction(1)
        )
    return _Rate(draft, "each", Fraction(1)) if _AVERAGE.search(clause.lead(draft)) else None


def _held(clause: Clause, rate: _Rate) -> Iterator[Bond]:
    """Yield the last one of a rate, its number and its total, where these are all that a sentence tells."""
    others = [d for d in clause.told if d is not rate.draft and d.written.unit.family != "percent"]
    lasted = [w for w in clause.sentence.durations if w.unit.name == rate.noun and w.upper is None]
    if len(others) == 1 and len(lasted) == 1 and rate.noun in DURATIONS:
        pairs = [(others[0].written, lasted[0])]
    elif len(others) == _PAIR and not lasted:
        pairs = [(one.written, other.written) for one, other in (others, others[::-1])]
    else:
        return
    found = [(top, bottom) for top, bottom in pairs if _is_of(rate, top) and _is_by(rate, bottom)]
    if len(found) > 1 and rate.scale > 1 and rate.draft.written.value < rate.scale:
        found = [(top, bottom) for top, bottom in found if top.value < bottom.value]
    if len(found) != 1:
        return
    (top, bottom), of = found[0], rate.draft.written
    last = max((top, bottom, of), key=lambda written: written.number_start)
    if _is_told(clause, rate, top, bottom, last):
        yield from _wrong(clause, rate, top, bottom, last)


def _is_of(rate: _Rate, top: Written) -> bool:
    """Whether a number is in the unit of a rate, or counted where the rate names none."""
    unit = rate.draft.written.unit
    plainly = not top.unit.per and top.upper is None and top.unit.family in LEVELS
    alike = factor(unit._replace(per=""), top.unit) or {_one(unit.name), _one(top.unit.name)} <= PERSONS
    return plainly and bool(alike or (unit.name == "" and counts(top)) or (top.unit == BARE and unit.family == "count"))


def _is_by(rate: _Rate, bottom: Written) -> bool:
    """Whether a number is one of those that a rate is by."""
    name = bottom.unit.name
    if bottom.unit.per or bottom.upper is not None:
        return False
    if rate.noun == "each":
        return counts(bottom)
    persons = {_one(name), _one(rate.noun)} <= PERSONS
    return name == rate.noun or (counts(bottom) and (persons or (rate.scale > 1 and not rate.noun)))


def _one(noun: str) -> str:
    """Return the person of persons; people where there is no noun."""
    return noun.removesuffix("s") or "people"


def _is_told(clause: Clause, rate: _Rate, top: Written, bottom: Written, last: Written) -> bool:
    """Whether words say that the last one of three numbers is what the others make."""
    sentence, of = clause.sentence, rate.draft.written
    first = min((top, bottom, of), key=lambda written: written.number_start)
    said = sentence.gap(first.amount_end, last.amount_start)
    start = max(w.amount_end for w in (top, bottom, of) if w is not last)
    lead = sentence.gap(start, last.amount_start)
    if _OTHERWISE.search(said) or EARLIER.search(said):
        return False
    if last is bottom and first is of:
        return bool(_ON.match(said)) or bool(_NUMBER_LEADS.search(lead))
    leads = _RATE_LEADS if last is of else _TOTAL_LEADS if last is top else _NUMBER_LEADS
    after = sentence.gap(last.amount_end, sentence.end)
    per = _PER.match(after) if last is of and not of.unit.per else None
    ended = _ENDED.match(timeless(after[per.end() :] if per else after))
    return bool((leads.match if last is top else leads.search)(lead) and ended)


def _wrong(clause: Clause, rate: _Rate, top: Written, bottom: Written, last: Written) -> Iterator[Bond]:
    of = plain(rate.draft)
    worth = factor(of.unit._replace(per=""), top.unit) or Fraction(1)
    ranges = [stands_for(undirected(written)) for written in (top, bottom)]
    made = over(*ranges)
    if made is None or not bottom.value or not of.value:
        return
    value = top.value / bottom.value * rate.scale / worth
    if of.value < value * _BELIEVED and value < of.value * _BELIEVED:
        at = {draft.written.number_start: draft for draft in clause.told}
        others = [w.number_start for w in (top, bottom, of) if w.number_start != last.number_start]
        beside = tuple(at[start] for start in others if start in at)
        text = clause.sentence.text
        printed = [" ".join(text[w.amount_start : w.amount_end].split()).strip("()") for w in (top, bottom, of)]
        wrong = f"{printed[0]} by {printed[1]} is {reckoned_number(value, of.unit, of.value)}, not {printed[2]}"
        wrong = "" if made.scaled(rate.scale / worth).meets(stands_for(of)) else wrong
        if last.number_start in at and beside:
            of_whole, by = at[top.number_start], at.get(bottom.number_start)
            scale = rate.scale / worth
            law = (
                laws.quotient(rate.draft, of_whole, by, scale)
                if by
                else laws.each_of(rate.draft, of_whole, bottom.value / scale)
            )
            yield Bond(at[last.number_start], beside, wrong, "it is the one by the other", law)
