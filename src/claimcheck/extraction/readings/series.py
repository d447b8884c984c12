"""Levels year by year with their changes, and their mean: "16 in 2008, 20 in 2009 (up 25%), an average of 18"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, amount, is_level, printed_of, reckoned_number, value
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.readings.moved import ends_plainly, moves
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, of_one_unit
from claimcheck.quantity.period import PeriodError, parse_period, previous

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_OF = r"\s+(?:in|for|during)\s+(?:the\s+year\s+)?[12]\d{3}"
_NEXT = lazy(rf"{_OF}(?:\s*\([^()]*\))?\s*(?:,|,?\s+and|\s+to)\s+(?:to\s+)?{HEDGES}", re.IGNORECASE)
_INSIDE = lazy(rf"{_OF}\s*\((?:(?:up|down|a\s+\w+\s+of)\s+)?", re.IGNORECASE)
_MEAN = lazy(
    rf"{_OF}\s*[,:–—-]\s*(?:(?:or|which\s+is|giving|making)\s+)?"
    rf"(?P<mean>an?\s+(?:yearly\s+|annual\s+)?average\s+of\s+|on\s+average\s+)?{HEDGES}",
    re.IGNORECASE,
)
_A_YEAR = lazy(r"(?:\s+(?:a|per|each)\s+year\b)?(?P<mean>\s+on\s+average\b)?", re.IGNORECASE)
_BELIEVED = 12  # times
_FEWEST = 2  # levels of which a mean is told


def series(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the changes between two levels of a series, and their mean, and whether they are."""
    for position, own in by_sentence(d for d in drafts if d.kind in ("value", "growth")).items():
        sentence, before = sentences[position], None
        run: list[Draft] = []
        for draft in own:
            if draft.written.unit.family == "percent":
                way = _way(sentence, run[-1], draft) if before is not None else ""
                if before and way:
                    yield from moves(before, run[-1], draft, way, sentences, "it is the change between these")
            elif run and _is_mean(sentence, run, draft):
                yield from _mean(run, draft, sentences)
            elif is_level(draft):
                before = run[-1] if run and _follows(sentence, run[-1], draft) else None
                run = [*run, draft] if before else [draft]


def _follows(sentence: Sentence, before: Draft, level: Draft) -> bool:
    """Whether a level is that of the year behind another one's, told right behind it."""
    if not of_one_unit(before.written, level.written):
        return False
    if not _NEXT.fullmatch(sentence.gap(before.written.amount_end, level.written.amount_start)):
        return False
    try:
        return previous(parse_period(level.in_), "year").text == before.in_
    except PeriodError:
        return False


def _way(sentence: Sentence, level: Draft, change: Draft) -> str:
    """Return the way of a change in parentheses behind a level: "20 in 2009 (up 25%)", "(+25%)"; "" of none."""
    if not _INSIDE.fullmatch(sentence.gap(level.written.amount_end, change.written.amount_start)):
        return ""
    signed = change.written.text.lstrip("( ")[:1] in ("+", "-", "−")
    return change.written.direction or ("up" if signed else "")


def _is_mean(sentence: Sentence, run: Sequence[Draft], mean: Draft) -> bool:
    said = _MEAN.fullmatch(sentence.gap(run[-1].written.amount_end, mean.written.amount_start))
    behind = _A_YEAR.match(sentence.after(mean.written))
    alike = mean.written.unit.per in ("", "year") and of_one_unit(run[0].written, mean.written)
    if not said or not (said["mean"] or (behind and behind["mean"])):
        return False
    return len(run) >= _FEWEST and alike and bool((behind and behind[0]) or ends_plainly(sentence, mean.written))


def _mean(run: Sequence[Draft], mean: Draft, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the mean of a run of levels, and whether it has that."""
    made = sum(map(value, run), start=Fraction(0)) / len(run)
    if made / _BELIEVED < value(mean) < made * _BELIEVED:
        shown = reckoned_number(made, run[0].written.unit)
        wrong = f"the average of the {len(run)} numbers before {printed_of(mean, sentences)} is {shown}"
        wrong = "" if added(map(amount, run)).meets(amount(mean).scaled(len(run))) else wrong
        yield Bond(mean, tuple(run), wrong, "it is that of those from line {line} on", laws.averaged(mean, run))
