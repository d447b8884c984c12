"""A level and by how much it is more, told twice: "196,000 people, 48,000 or 32% more than in April"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, is_level, less, over, printed_of, reckoned_percent
from claimcheck.extraction.draft import ORDERS, by_sentence
from claimcheck.extraction.forms.changes import on_other_basis
from claimcheck.extraction.text.bare import undirected, without_parentheses
from claimcheck.extraction.text.earlier import FROM
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import EXPECTED
from claimcheck.extraction.text.words import HEDGES, WORD, is_yearly, of_one_unit
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_THREE = 3  # numbers of a sentence that tells no more than a level and its change
_AGAIN = lazy(  # between an amount and a rate: "48,000 people, or 32%", "48,000 more than in April (32%)"
    rf"(?:\s+(?!and\b|but\b){WORD}){{0,2}}?\s*(?:,?\s+or\s+(?:by\s+)?{HEDGES}|\s*\(\s*(?:or\s+|up\s+|down\s+)?)"
    rf"|(?P<loose>(?:\s+(?!and\b|but\b)(?:{WORD}|[12]\d{{3}})){{0,6}}?\s*,?\s*(?:\(\s*|,\s+(?:or\s+|an?\s+{WORD}\s+of\s+){HEDGES}))",
    re.IGNORECASE,
)
_MORE = lazy(
    r"\s*\)?,?\s*(?:(?P<more>more|higher|above)|less|fewer|lower|below)\b(?!\s+than\s+(?:half|\d))", re.IGNORECASE
)
_BY = lazy(r"\bby\s*$", re.IGNORECASE)
_PART = lazy(r"\b(?:of\s+(?:which|whom|it|them|these|those)|including|among\s+them|each)\b", re.IGNORECASE)
_OF = lazy(r"\W*(?:(?:out\s+)?of|among|from|sur|von|de)\b", re.IGNORECASE)
_INTERVAL = lazy(r"\s*(?:CI|CrI|UI|HDI|confidence|credible)\b")  # of an estimate: "(95% CI 0.1 to 0.6)"
_AIM = lazy(r"\b(?:average|normal|target|plan\w*|budget\w*|goal|limit|rival|record)\b", re.IGNORECASE)


def more_than(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the relative change beside an amount of change of one level, and whether they are the same.

    Where a sentence tells more than these three, it is told only where a slip alone keeps the two apart.
    """
    for position, own in by_sentence(d for d in drafts if d.kind not in ORDERS).items():
        sentence = sentences[position]
        for three in zip(own, own[1:], own[2:], strict=False):
            for level, by, rate in (three, (three[2], three[0], three[1])):
                way = _way(sentence, level, by, rate)
                numbers = level.written, _bare(by.written), _bare(rate.written)
                fits = bool(way) and _fits(way, *numbers)
                if way and (fits or len(sentence.quantities) == _THREE or _is_slipped(way, *numbers)):
                    yield _bond(way, level, by, rate, sentences, fits=fits)


def _way(sentence: Sentence, level: Draft, by: Draft, rate: Draft) -> int:
    """Return 1 where a level is said to be so much more, -1 where it is less, 0 where nothing of the kind is said."""
    one, amount, share = level.written, by.written, rate.written
    if not (is_level(level) and share.unit.family == "percent" and of_one_unit(one, amount)) or amount.upper:
        return 0
    told = {amount.direction, share.direction, _behind(sentence, share)} - {""}
    if len(told) != 1 or "to" in (amount.by_to, share.by_to) or level.group == by.group == rate.group:
        return 0
    again = _AGAIN.fullmatch(sentence.gap(amount.amount_end, share.number_start))
    if not again or (again["loose"] and amount.end <= amount.amount_end) or _OF.match(sentence.after(share)):
        return 0  # "added 390, a rise of 3.5%", "up $4 million, or 15% of the increase"
    if (
        _BY.search(sentence.before(one))
        or _OF.match(sentence.text, sentence.start, one.amount_start)
        or FROM.search(sentence.before(one))
    ):
        return 0  # "Of 84 million, 21 million, or 24% more than in 2022, came from abroad"
    first, last = sorted((one, amount), key=lambda written: written.start)
    aside = " | ".join([sentence.gap(first.amount_end, last.amount_start), again[0], sentence.after(share)])
    if any(other.search(aside) for other in (_PART, _AIM, EXPECTED)) or is_yearly(sentence, share):
        return 0
    up = told == {"up"}
    if _INTERVAL.match(sentence.after(share)) or on_other_basis(sentence, share) or (up and amount.value >= one.value):
        return 0
    return 1 if up else -1


def _behind(sentence: Sentence, rate: Written) -> str:
    """Return which way the sign of a rate says, or the word behind its parenthesis: "(+32%)", "(32%) more than"."""
    said = _MORE.match(sentence.gap(rate.amount_end, sentence.end))
    if said:
        return "up" if said["more"] else "down"
    sign = rate.text.lstrip("( ")[:1]
    return "up" if sign == "+" else "down" if sign in ("-", "−", "–") else ""


def _bare(written: Written) -> Written:
    return without_parentheses(undirected(written))


def _fits(way: int, level: Written, by: Written, rate: Written) -> bool:
    """Whether an amount is such a share of what the level was before."""
    of = interval(level), interval(by)
    made = over(of[1], less(*of) if way > 0 else added(of))
    return made is None or made.meets(interval(rate))


def _is_slipped(way: int, level: Written, by: Written, rate: Written) -> bool:
    """Whether one digit changed in a change, or two swapped, make it fit."""
    return any(_fits(way, level, by, other) for _, other in digit_slips(rate)) or any(
        _fits(way, level, other, rate) for _, other in digit_slips(by)
    )


def _bond(way: int, level: Draft, by: Draft, rate: Draft, sentences: Sequence[Sentence], *, fits: bool) -> Bond:
    before = level.written.value - way * by.written.value
    told = reckoned_percent(by.written.value / before)
    printed = [printed_of(draft, sentences) for draft in (level, by, rate)]
    said = f"{printed[1]} {'more' if way > 0 else 'less'} to {printed[0]} is {told}, not {printed[2].strip('()')}"
    law = laws.gained(rate, by, level) if way > 0 else laws.lost(rate, by, level)
    return Bond(rate, (level, by), "" if fits else said, "both say the same of the number of line {line}", law)
