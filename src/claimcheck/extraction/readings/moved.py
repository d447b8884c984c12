"""Whether a change is the one between two levels, and what is told where it is not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, amount, less, over, printed_of, reckoned_number, reckoned_percent, value
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.bare import undirected
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import of_one_unit
from claimcheck.quantity.terms import POINTS
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval
    from claimcheck.quantity.written import Written

MOVED = (  # a verb of change, with the way that it tells
    r"(?:(?P<up>ros|risen|increas|grew|grown|climb|went\s+up|gone\s+up|advanc)"
    r"|(?P<down>fell|fallen|dropp|declin|decreas|went\s+down|gone\s+down|slipp))\w*"
)
_SINCE = lazy(r"[^,.;:!?)]*\b(?:since|from|than|over|on)\b", re.IGNORECASE)


def ends_plainly(sentence: Sentence, last: Written) -> bool:
    """Whether no more is told of a number than its time: not "a drop of 52% since 1990"."""
    behind = sentence.untimed(last.amount_end, sentence.end)
    return bool(ENDED.match(timeless(behind))) and not _SINCE.match(behind)


def is_met(start: Draft, end: Draft, change: Draft, direction: str) -> bool | None:
    """Whether a change of a direction, "up" or "down", may be the one between two levels; `None` in other terms."""
    made = _made(start, end, change) if of_one_unit(start.written, end.written) else None
    stated = interval(undirected(change.written))
    return made and made.meets(stated if direction == "up" else stated.negated())


def moves(
    start: Draft, end: Draft, change: Draft, direction: str, sentences: Sequence[Sentence], guess: str
) -> Iterator[Bond]:
    """Yield that a change is, or is not, the one between two levels; nothing where it is in other terms."""
    met = is_met(start, end, change, direction)
    if met is not None:
        yield moved_bond(start, end, change, sentences, guess, met=met)


def moved_bond(
    start: Draft, end: Draft, change: Draft, sentences: Sequence[Sentence], guess: str, *, met: bool
) -> Bond:
    """Return that a change is, or is not, the one between two levels; `guess` may name the first one's "{line}"."""
    printed = [printed_of(draft, sentences) for draft in (start, end, change)]
    before, after = value(start), value(end)
    if _is_relative(start, change):
        told = reckoned_percent(after / before - 1)
    else:
        unit = POINTS if start.written.unit.family == "percent" else start.written.unit
        told = reckoned_number(after - before, unit)
    law = laws.growth(change, start, end) if _is_relative(start, change) else laws.change(change, start, end)
    wrong = "" if met else f"from {printed[0]} to {printed[1]} is {told}, not {printed[2]}"
    return Bond(change, (start, end), wrong, guess, law)


def _is_relative(start: Draft, change: Draft) -> bool:
    return change.written.unit.family == "percent" and start.written.unit.family != "percent"


def _made(start: Draft, end: Draft, change: Draft) -> Interval | None:
    """Return the change between two levels in the terms of another; `None` where these differ."""
    family, levels = change.written.unit.family, start.written.unit.family
    if _is_relative(start, change):
        ratio = over(amount(end), amount(start))
        return ratio and ratio.shifted(-1)
    if (family == "points") == (levels == "percent") and (
        family == "points" or of_one_unit(start.written, change.written)
    ):
        return less(amount(end), amount(start))
    return None
