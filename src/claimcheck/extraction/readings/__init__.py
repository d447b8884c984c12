"""What a text says of its numbers beside its drafts: each way to hold some against others is one entry here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extraction.lengths import gaps
from claimcheck.extraction.readings.all_told import all_told
from claimcheck.extraction.readings.answers import answers
from claimcheck.extraction.readings.apart import apart
from claimcheck.extraction.readings.arms import arms
from claimcheck.extraction.readings.balances import far_balances
from claimcheck.extraction.readings.by_units import by_units
from claimcheck.extraction.readings.came_and_went import came_and_went
from claimcheck.extraction.readings.completed import completed
from claimcheck.extraction.readings.compounded import compounded
from claimcheck.extraction.readings.converted import converted
from claimcheck.extraction.readings.estimates import estimates
from claimcheck.extraction.readings.exchanges import exchanges
from claimcheck.extraction.readings.far_changes import far_changes
from claimcheck.extraction.readings.foreign_shares import foreign_shares
from claimcheck.extraction.readings.in_rows import in_rows
from claimcheck.extraction.readings.left import left
from claimcheck.extraction.readings.listed_shares import listed_shares
from claimcheck.extraction.readings.more_than import more_than
from claimcheck.extraction.readings.moved_next import moved_next
from claimcheck.extraction.readings.named_parts import named_parts
from claimcheck.extraction.readings.norms import norms
from claimcheck.extraction.readings.one_of_other import one_of_other
from claimcheck.extraction.readings.over_all import over_all
from claimcheck.extraction.readings.over_years import over_years
from claimcheck.extraction.readings.parts_of_wholes import parts_of_wholes
from claimcheck.extraction.readings.quotients import quotients
from claimcheck.extraction.readings.reckoned import reckoned
from claimcheck.extraction.readings.records_of_games import records_of_games
from claimcheck.extraction.readings.rest_of_all import rest_of_all
from claimcheck.extraction.readings.restated import restated
from claimcheck.extraction.readings.series import series
from claimcheck.extraction.readings.shares_together import shares_together
from claimcheck.extraction.readings.tallies import tallies
from claimcheck.extraction.readings.threes import threes
from claimcheck.extraction.readings.two_times import two_times
from claimcheck.extraction.readings.yearly_means import yearly_means
from claimcheck.extraction.wholes import far_shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.extraction.bonds import Bond
    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence

READINGS: tuple[Callable[[Sequence[Draft], Sequence[Sentence]], Iterator[Bond]], ...] = (
    gaps,
    completed,
    far_changes,
    reckoned,
    quotients,
    compounded,
    restated,
    over_all,
    converted,
    tallies,
    listed_shares,
    named_parts,
    shares_together,
    rest_of_all,
    yearly_means,
    estimates,
    parts_of_wholes,
    norms,
    arms,
    answers,
    more_than,
    in_rows,
    moved_next,
    threes,
    series,
    exchanges,
    foreign_shares,
    records_of_games,
    apart,
    all_told,
    by_units,
    one_of_other,
    left,
    came_and_went,
    two_times,
    over_years,
)
NAMED = (far_shares, far_balances)  # those that ask as well what quantities are called


def bonds(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield what numbers make with others as a text is read, and whether they do."""
    for named in NAMED:
        yield from named(drafts, names, sentences)
    for reading in READINGS:
        yield from reading(drafts, sentences)
    if any(draft.cell for draft in drafts):
        from claimcheck.extraction.tables.bonds import in_tables

        yield from in_tables(drafts, names, sentences)
