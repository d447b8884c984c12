"""The verdict of one claim and its slack, from the number as stated and the range recomputed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.verdicts import Result, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from claimcheck.engine.system import Constraint
    from claimcheck.quantity.interval import Interval


_new = tuple.__new__  # of a result, in half the time
_NOT_RECOMPUTED = Result("", Verdict.CONSISTENT, None, None, exact=False)[3:]  # what follows what is stated


def judge(constraint: Constraint, implied: Interval | None, signs: Interval, *, exact: bool = True) -> Result:
    """Return the verdict of a claim that no conflict names; `signs` is what signs alone make of its number.

    `implied` is `None` where recomputing was not asked for.
    """
    stated = stated_interval(constraint)
    if implied is None:
        return _new(Result, (constraint.id, Verdict.CONSISTENT, stated, *_NOT_RECOMPUTED))
    recomputed = in_own_terms(constraint, implied)
    result = Result(constraint.id, Verdict.CONSISTENT, stated, recomputed, exact)
    if (implied.low, implied.high) == (signs.low, signs.high) and not implied.is_point:
        return result._replace(verdict=Verdict.UNCHECKED)
    result = result._replace(slack=slack(stated, recomputed, constraint.half_unit))
    if stated is not None and recomputed.within(stated):
        return result._replace(verdict=Verdict.CONFIRMED)
    if constraint.printed is not None and not recomputed.contains(constraint.printed):
        return result._replace(verdict=Verdict.ROUNDING)
    return result


def together(results: Sequence[Result]) -> Result:
    """Return the result of a claim that says several things of one weight, from those of each: as good as the worst.

    Where some are unchecked, or not implied, the others do not confirm the claim.
    """
    verdicts = {result.verdict for result in results}
    first = next((each for each in results if each.verdict is not Verdict.CONFIRMED), results[0])
    bearing = dict.fromkeys(name for result in results for name in result.bearing)
    return first._replace(
        verdict=first.verdict if len(verdicts) == 1 else Verdict.CONSISTENT,
        bearing=tuple(bearing),
        exact=all(result.exact for result in results),
    )


def stated_interval(constraint: Constraint) -> Interval | None:
    """Return what the claim states, in its own terms."""
    if constraint.stated is not None:
        return constraint.stated
    return in_own_terms(constraint, constraint.readings[0][0].interval)


def in_own_terms(constraint: Constraint, interval: Interval) -> Interval:
    """Return a range of the claim's ratio as a range of its number: x1 / x0 as the growth between them."""
    return interval if constraint.restate is None else constraint.restate(interval)


def slack(stated: Interval | None, recomputed: Interval | None, half_unit: Fraction | None) -> Fraction | None:
    """Return by how many half-units two intervals overlap, below 0 the gap; `None` where they have no end to compare.

    35% [34.5%, 35.5%] against [24.53%, 24.61%] with half a unit of 0.5% is -19.8.
    """
    if not half_unit or stated is None or recomputed is None:
        return None
    overlaps = [
        end - start
        for end, start in ((stated.high, recomputed.low), (recomputed.high, stated.low))
        if end is not None and start is not None
    ]
    return min(overlaps) / half_unit if overlaps else None
