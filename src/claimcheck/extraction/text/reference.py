"""The one year that a text states with its months: "in February 2018 ... in January" is of January 2018."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.text.named_periods import Named

_HELD = lazy(  # a year that others are held against: "from June 2016", "the second lowest since 2009"
    r"\b(?:from|than|against|versus|compared|since|after|until|same|corresponding|respective|ago|over|on|to|by|expected|forecast)\b[^;.]{0,60}$",
    re.IGNORECASE,
)
_MONTHLY = lazy(r"(?P<year>\d{4})-(?P<month>\d\d)")
_YEAR = lazy(r"\d{4}")
_BARE = lazy(r"\d\d")
_NEAR = 70  # characters before a year


class Stated(NamedTuple):
    """The year of a text, and the last month that it names with that year."""

    year: str
    last: str

    def dated(self, named: Named) -> Named:
        """Return a named month with its year; another period, or a month after the last one, as it is."""
        if named.period or not _BARE.fullmatch(named.part) or named.part > self.last:
            return named
        return named._replace(period=f"{self.year}-{named.part}", assumed=True)


def stated_year(text: str, years: Sequence[int], named: Sequence[Named]) -> Stated | None:
    """Return the one year that a text speaks of, but for those it is held against; `None` where it has several or none.

    Its first month has its year: where one without stands first, a year further on may be of another thing. `years`
    are the places of the years that numbers are read as.
    """
    months = [
        each for each in named if _MONTHLY.fullmatch(each.period) or (not each.period and _BARE.fullmatch(each.part))
    ]
    if not months or not months[0].period:
        return None
    told = {text[at : at + 4] for at in years if not _held(text, at)}
    free = [each for each in named if each.period and not _held(text, each.start)]
    told |= {year for each in free for year in _YEAR.findall(each.period)}
    last = max((found["month"] for each in free if (found := _MONTHLY.fullmatch(each.period))), default="")
    return Stated(min(told), last) if len(told) == 1 and last else None


def _held(text: str, at: int) -> bool:
    return bool(_HELD.search(text[max(0, at - _NEAR) : at]))
