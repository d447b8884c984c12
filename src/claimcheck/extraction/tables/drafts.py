"""Drafts of the cells of a table: levels by row and period, and what other columns and totals make of them.

What a column or a total is gets told by its head, and by what most of its numbers fit: a growth, a difference, a yearly
rate, a share, a sum. A column whose head says nothing of the kind follows from others only where all its numbers do.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.averages import averages
from claimcheck.extraction.tables.balances import Balances
from claimcheck.extraction.tables.counts import counted
from claimcheck.extraction.tables.followers import Followers
from claimcheck.extraction.tables.grid import tables
from claimcheck.extraction.tables.groups import groups
from claimcheck.extraction.tables.hundreds import hundreds
from claimcheck.extraction.tables.leads import leads
from claimcheck.extraction.tables.levels import Levels
from claimcheck.extraction.tables.openings import openings
from claimcheck.extraction.tables.points import points
from claimcheck.extraction.tables.quotients import Quotients, without_levels
from claimcheck.extraction.tables.row_growth import RowGrowth
from claimcheck.extraction.tables.running import running
from claimcheck.extraction.tables.shares import shares
from claimcheck.extraction.tables.totals import Totals, is_total

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_FIRST_GROUP = 10**9  # beyond those of sentences


def table_drafts(
    text: str, numbers: Sequence[Written], sentences: Sequence[Sentence], borders: Collection[int] = ()
) -> list[Draft]:
    """Return a draft for each number that fills a cell of a table with heads, and the sums that its totals make."""
    found: list[Draft] = []
    starts = [sentence.start for sentence in sentences]
    first = _FIRST_GROUP
    for number, table in enumerate(tables(text, numbers, borders), 1):
        levels = Levels(table, first)
        found += [
            draft._replace(sentence=max(0, bisect_right(starts, draft.written.number_start) - 1))
            for draft in _drafts(levels, number)
        ]
        first += len(levels.groups)
    return found


def _drafts(levels: Levels, number: int) -> list[Draft]:
    """Return the drafts of levels, of the totals that they make, and of the rows and columns that follow from them."""
    table = levels.table
    columns = [j for j in range(1, len(table.heads)) if any(row[j].written for row in table.rows)]
    may_follow = [j for j in columns if _may_follow(levels, j)]
    plain = [j for j in columns if j not in may_follow]
    levels.several = len({levels.measures[j] for j in plain if not is_total(table, j)}) > 1
    found = [draft for j in plain for draft in levels.drafts(j)]
    growth = RowGrowth(levels, plain)
    quotients = Quotients(levels, growth.made)
    quotients.rows(plain)
    divided = quotients.columns(plain)
    plain = [j for j in plain if j not in divided]
    apart = growth.made | quotients.made
    totals = Totals(levels, apart)
    totals.rows(plain)
    groups(totals, plain)
    totals.columns(plain)
    balances = Balances(levels, totals, apart)
    balances.rows(plain)
    balances.columns(plain, plain)
    followers = Followers(levels, totals.below)
    followed = followers.followed(may_follow)
    found += [draft for j, way in followed.items() for draft in followers.drafts(j, way)]
    left = [j for j in may_follow if j not in followed]
    of_whole = dict(shares(levels, left, number))
    found += [draft for drafts in of_whole.values() for draft in drafts]
    left = [j for j in left if j not in of_whole]
    gaps = [j for j in left if words.is_gap(table.heads[j].text)]  # between percentages, which may follow as well
    levels.several |= len({levels.measures[j] for j in (*plain, *left) if levels.measures[j]}) > 1
    found += [draft for j in left if j not in gaps for draft in levels.drafts(j)]
    followed = followers.followed(gaps)
    found += [draft for j, way in followed.items() for draft in followers.drafts(j, way)]
    ahead = dict(leads(levels, [j for j in gaps if j not in followed]))
    found += [draft for drafts in ahead.values() for draft in drafts]
    left = [j for j in left if j not in followed and j not in ahead]
    found += [draft for j in left for draft in levels.drafts(j)]
    quotients.columns(left)
    balances.columns(left, sorted([*plain, *left]))
    totals.rows(left)
    found += [*counted(levels), *averages(levels, [*plain, *left], apart), *hundreds(levels)]
    found += [*running(levels, sorted([*plain, *left])), *points(levels)]
    found += openings(levels, sorted([*plain, *left]))
    follow = [*quotients.found, *growth.found]
    return without_levels([*found, *totals.found, *balances.found, *follow], follow)


def _may_follow(levels: Levels, j: int) -> bool:
    """Whether the numbers of a column may follow from those of others."""
    head = levels.table.heads[j]
    points = j in levels.of_games and not words.is_gap(head.text)  # "Pts" of a league are no percentage points
    other = words.OTHER_GROWTH.search(head.text) or words.RANK.search(head.text)
    if points or other or (words.NET_CHANGE.search(head.text) and not head.unit):
        return False
    if words.CHANGE.search(head.text) or words.CAGR.search(head.text) or words.SHARE.search(head.text):
        return True
    percents = (levels.in_percent(k) or levels.table.heads[k].unit == "%" for k in range(1, j))
    if words.NET.fullmatch(head.text) or (words.LEAD.fullmatch(head.text) and not head.unit):
        return not levels.in_percent(j) and any(percents)
    if words.GAP.search(head.text):
        return head.unit == "points"
    if head.period or words.PART_OF_YEAR.search(head.text):
        beside = (other.period == head.period and not other.unit for other in levels.table.heads)
        return head.unit == "%" and not head.measure and any(beside)  # "Votes 2023", "% 2023"
    dated = not levels.by_rows and any(other.period for other in levels.table.heads[1:])
    if head.unit or dated:
        return True
    return levels.in_percent(j) and not all(levels.in_percent(k) for k in range(1, len(levels.table.heads)))
