"""A level and by how much it is more, told twice: "196,000 people, 48,000 or 32% more than in April"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, added, is_level, less, over, printed_of, reckoned_percent
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.bare import undirected, without_parentheses
from claimcheck.extraction.text.words import HEDGES, WORD, of_one_unit
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_BESIDE = re.compile(
    rf"(?:\s+{WORD}){{0,6}}?\s*(?:,|\s[–—-])\s+(?:(?:or|which\s+(?:is|was)|this\s+(?:is|was))\s+)?{HEDGES}",
    re.IGNORECASE,
)
_OR = re.compile(rf"(?:\s+(?!and\b|but\b){WORD})?\s*(?:,?\s+or\s+{HEDGES}|\s*\(\s*(?:or\s+)?)", re.IGNORECASE)
_MORE = re.compile(
    r"\s*\)?,?\s*(?:(?P<more>more|higher|above)|less|fewer|lower|below)\b(?!\s+than\s+(?:half|\d))", re.IGNORECASE
)
_THAN = re.compile(
    r"\s*\)?,?\s*(?:\w+\s+than|above|below)\s+(?:(?:in|at|on|a|one|the|last|during|it|they)\b)(?![^,.;]*\b(?:average|forecast|expected|planned"
    r"|target)\b)",
    re.IGNORECASE,
)
_OF = re.compile(r"\W*(?:(?:out\s+)?of|among|from|sur|von|de)\b", re.IGNORECASE)


def more_than(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the relative change that is, but for a slip, the amount of change beside it of the level before."""
    for position, own in by_sentence(d for d in drafts if d.kind in ("value", "growth", "change")).items():
        sentence = sentences[position]
        for level, by, rate in zip(own, own[1:], own[2:], strict=False):
            way = _way(sentence, level, by, rate)
            if way:
                numbers = level.written, _bare(by.written), _bare(rate.written)
                if not _fits(way, *numbers) and _is_slipped(way, *numbers):
                    yield _doubt(way, level, by, rate, sentences)


def _way(sentence: Sentence, level: Draft, by: Draft, rate: Draft) -> int:
    """Return 1 where a level is said to be so much more, -1 where it is less, 0 where nothing of the kind is said."""
    one, amount, share = level.written, by.written, rate.written
    behind = sentence.gap(share.amount_end, sentence.end)
    said = _MORE.match(behind)
    alike = of_one_unit(one, amount) and amount.value < one.value and share.unit.family == "percent"
    beside = _BESIDE.fullmatch(sentence.gap(one.amount_end, amount.amount_start))
    again = _OR.fullmatch(sentence.gap(amount.amount_end, share.number_start))
    if not (said and alike and beside and again and _THAN.match(behind) and is_level(level)):
        return 0
    if _OF.match(sentence.text, sentence.start, one.amount_start):
        return 0  # "Of 84 million, 21 million, or 24% more than in 2022, came from abroad"
    return 1 if said["more"] else -1


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


def _doubt(way: int, level: Draft, by: Draft, rate: Draft, sentences: Sequence[Sentence]) -> Doubt:
    before = level.written.value - way * by.written.value
    told = reckoned_percent(by.written.value / before)
    printed = [printed_of(draft, sentences) for draft in (level, by, rate)]
    said = f"{printed[1]} {'more' if way > 0 else 'less'} to {printed[0]} is {told}, not {printed[2].strip('()')}"
    return Doubt(rate, (level, by), said, "both say the same of the number of line {line}")
