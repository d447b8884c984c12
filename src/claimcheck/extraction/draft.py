"""A draft of a claim: what a text suggests, before anyone has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.extraction.text.subjects import Subject
    from claimcheck.quantity.written import Written

HERE, BEFORE = "in sentence", "before sentence"  # labels of periods that no sentence names, each with its number
UNPRINTED = ("sum", "hundred")  # kinds whose number stands nowhere in the text
ORDERS = ("direction", "compare")  # kinds that say which of two levels is more

Level = tuple[int, str]  # the group and the period of one


class Draft(NamedTuple):
    """A claim as a text suggests it: drafts of one `group` speak of one quantity, periods are as sheets write them."""

    written: Written
    sentence: int
    group: int
    kind: str  # a kind of claim, or one of UNPRINTED that is drafted as a formula
    subject: Subject
    in_: str = ""
    from_: str = ""
    to: str = ""
    over: str = ""  # for a change: the step back, where it is no year
    years: int | None = None
    whole: Subject | None = None
    whole_group: int = 0  # the group of the whole's own level, where it stands beside the share
    decide: tuple[str, ...] = ()  # what a person must decide
    guesses: tuple[str, ...] = ()  # what was assumed of its period
    basis: str = ""  # what was assumed of the level that a change is from
    confidence: str = "low"
    parts: tuple[int, ...] = ()  # the groups that are together at most all, or at most `whole_group`, or make it up
    times: tuple[str, ...] = ()  # of a sum, the periods of its parts and of what is taken off, where they differ
    divisor: int = 1  # of a sum, what it is divided by: an average
    minus: tuple[int, ...] = ()  # of a sum or a difference, the groups that are taken off
    also: tuple[Written, ...] = ()  # the other numbers of a fraction: the count, and all there are
    again: tuple[int, ...] = ()  # for a rate: the lengths in years that the sentence allows
    cell: tuple[int, int] | None = None  # the cell of a table that the number fills, whose group is its row's
    said: str = ""  # what `is:` has to say of a cell whose unit stands in a head
    scale: str = ""  # what a head says that bare numbers are multiplied by
    precision: str = ""  # how far it is rounded, where its neighbours show that zeros at its end are digits as well

    @property
    def place(self) -> tuple[int, int]:
        """Where it stands in the text: its cell, or its number."""
        return self.cell or (self.written.amount_start, self.written.amount_end)


def levels_of(draft: Draft) -> tuple[Level, ...]:
    """Return the levels that a draft speaks of without printing them, its own one first."""
    own = (draft.group, draft.in_)
    if draft.kind in ORDERS:
        return own, (draft.minus[0] if draft.minus else draft.group, draft.from_)
    if draft.kind not in (*UNPRINTED, "difference"):
        return ()
    groups = (*draft.parts, *draft.minus)
    times = draft.times or (draft.in_,) * len(groups)
    return own, *zip(groups, times, strict=True)


def by_group(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """Return drafts by their groups, in order."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        found.setdefault(draft.group, []).append(draft)
    return found


def by_sentence(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """Return the drafts of sentences by their sentence, in order; those of tables are left out."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        if not draft.cell:
            found.setdefault(draft.sentence, []).append(draft)
    return found
