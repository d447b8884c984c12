"""Percents that are meant as percentage points: "84.6 percent, up 1.9 percent from 82.7 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.interval import Interval
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from claimcheck.quantity.written import Written


def meant_as_points(change: Written, earlier: Written, later: Written) -> bool:
    """Whether a percentage is the difference between two others, and so perhaps one in percentage points."""
    if any(number.unit.family != "percent" or number.upper for number in (change, earlier, later)):
        return False
    start, end, told = interval(earlier), interval(later), interval(change)
    if None in (*start[:2], *end[:2]):
        return False
    difference = Interval(end.low - start.high, end.high - start.low)  # type: ignore[operator]
    return difference.meets(told.negated() if change.direction == "down" else told)
