"""Moves that cannot be of one thing: each holds in itself, and none of their levels is the same.

"Harvested area was 84 million acres, down 4% from 88 million in 2013", and in another paragraph "Harvested area was 46
million acres, up 2% from 45 million in 2013", speak of two crops, however alike they are called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import amount, is_named, less
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft


def are_two(first: Sequence[Draft], second: Sequence[Draft]) -> bool:
    """Whether two groups of drafts are moves from a time that both name, of things that differ in every level."""
    one, two = (_levels(own) for own in (first, second))
    shared = {draft.in_ for draft in one} & {draft.in_ for draft in two}
    if not any(map(is_named, shared)) or any(amount(a).meets(amount(b)) for a in one for b in two):
        return False
    return all(_holds(own) for own in (first, second))


def differ_in(period: str, first: Sequence[Draft], second: Sequence[Draft]) -> bool:
    """Whether two groups of drafts tell numbers of one kind for a period that are not the same."""
    return any(
        one.in_ == other.in_ == period and (one.kind, one.from_) == (other.kind, other.from_) and not _meet(one, other)
        for one in first
        for other in second
    )


def _meet(first: Draft, second: Draft) -> bool:
    if first.kind == "value":
        return amount(first).meets(amount(second))
    return _signed(first).meets(_signed(second))


def _signed(change: Draft) -> Interval:
    said = interval(change.written)
    return said.negated() if change.written.direction == "down" else said


def _levels(own: Sequence[Draft]) -> list[Draft]:
    return [draft for draft in own if draft.kind == "value"]


def _holds(own: Sequence[Draft]) -> bool:
    """Whether a change between two levels is theirs, as rounded."""
    at = {draft.in_: amount(draft) for draft in _levels(own)}
    changes = [draft for draft in own if draft.kind in ("growth", "change") and {draft.in_, draft.from_} <= {*at}]
    return bool(changes) and all(_is_between(draft, at[draft.from_], at[draft.in_]) for draft in changes)


def _is_between(change: Draft, start: Interval, end: Interval) -> bool:
    """Whether a change leads from one level to another one, as far as their rounding goes."""
    said = interval(change.written)
    if start.low is None or start.high is None or end.low is None or end.high is None or start.low <= 0:
        return False
    moved = less(end, start)
    if change.kind == "growth":
        moved = Interval(end.low / start.high - 1, end.high / start.low - 1)
    return said.meets(moved.negated() if change.written.direction == "down" else moved)
