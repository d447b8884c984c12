"""What a text says of its numbers beside its drafts: each way to hold some against others is one entry here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extraction.answers import answers
from claimcheck.extraction.arms import arms
from claimcheck.extraction.balances import far_balances
from claimcheck.extraction.completed import completed
from claimcheck.extraction.compounded import compounded
from claimcheck.extraction.converted import converted
from claimcheck.extraction.estimates import estimates
from claimcheck.extraction.exchanges import exchanges
from claimcheck.extraction.far_changes import far_changes
from claimcheck.extraction.in_rows import in_rows
from claimcheck.extraction.lengths import gaps
from claimcheck.extraction.listed_shares import listed_shares
from claimcheck.extraction.more_than import more_than
from claimcheck.extraction.moved_next import moved_next
from claimcheck.extraction.named_shares import named_shares
from claimcheck.extraction.net_of import net_of
from claimcheck.extraction.norms import norms
from claimcheck.extraction.outdone import outdone
from claimcheck.extraction.over_all import over_all
from claimcheck.extraction.quotients import quotients
from claimcheck.extraction.reckoned import reckoned
from claimcheck.extraction.records_of_games import records_of_games
from claimcheck.extraction.restated import restated
from claimcheck.extraction.series import series
from claimcheck.extraction.tallies import tallies
from claimcheck.extraction.threes import threes
from claimcheck.extraction.together import together
from claimcheck.extraction.told_shares import told_shares
from claimcheck.extraction.wholes import far_shares
from claimcheck.extraction.yearly_means import yearly_means

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.extraction.doubts import Doubt
    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.passage import Sentence

READINGS: tuple[Callable[[Sequence[Draft], Sequence[Sentence]], Iterator[Doubt]], ...] = (
    gaps,
    completed,
    far_changes,
    reckoned,
    quotients,
    outdone,
    compounded,
    restated,
    over_all,
    converted,
    tallies,
    listed_shares,
    named_shares,
    yearly_means,
    estimates,
    told_shares,
    norms,
    net_of,
    arms,
    answers,
    together,
    more_than,
    in_rows,
    moved_next,
    threes,
    series,
    exchanges,
    records_of_games,
)
NAMED = (far_shares, far_balances)  # those that ask as well what quantities are called


def doubts(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the numbers that do not go with others as a text is read."""
    for named in NAMED:
        yield from named(drafts, names, sentences)
    for reading in READINGS:
        yield from reading(drafts, sentences)
    if any(draft.cell for draft in drafts):
        from claimcheck.extraction.in_tables import in_tables

        yield from in_tables(drafts, names, sentences)
