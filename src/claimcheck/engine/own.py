"""What a claim prints beside its number and that helps make it: the counts of "23/42 (55%)" make the percentage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.kinds.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.kinds.statement import Condition


def printed_beside(reading: Sequence[Condition]) -> tuple[Condition, ...]:
    """Return the exact numbers that a reading prints beside its own; the same number printed again is none."""
    first = reading[0]
    return tuple(
        each
        for each in reading[1:]
        if isinstance(each, Statement) and each.denominator is None and each.interval.is_point and each[:2] != first[:2]
    )
