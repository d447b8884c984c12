"""Laws of intervals: each operation holds the numbers that it says, its ends among them only where they are closed."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantity.interval import Interval

ENDS = st.just((None, False)) | st.tuples(st.integers(-3, 3).map(Fraction), st.booleans())
INTERVALS = st.builds(lambda low, high: Interval(low[0], high[0], low[1], high[1]), ENDS, ENDS)
NUMBERS = [Fraction(n, 2) for n in range(-8, 9)]  # the ends, what lies between them and what lies beyond


def held(interval: Interval) -> set[Fraction]:
    """Return those of the numbers that lie in an interval, by its definition."""
    low, high, low_open, high_open = interval
    return {
        x
        for x in NUMBERS
        if (low is None or (low < x if low_open else low <= x))
        and (high is None or (x < high if high_open else x <= high))
    }


@given(INTERVALS)
def test_an_interval_knows_what_lies_in_it(interval: Interval) -> None:
    inside = held(interval)
    assert {x for x in NUMBERS if interval.contains(x)} == inside
    assert interval.is_empty == (not inside)
    assert interval.is_point == (interval.width == 0 and len(inside) == 1)


@given(INTERVALS, INTERVALS)
def test_intervals_meet_in_what_lies_in_both_and_their_hull_is_the_smallest(one: Interval, other: Interval) -> None:
    both = held(one) & held(other)
    assert held(one.meet(other)) == both
    assert one.meets(other) == bool(both)
    assert one.within(other) == (held(one) <= held(other))
    either = held(one) | held(other)
    between = {x for x in NUMBERS if either and min(either) <= x <= max(either)}
    assert held(one.hull(other)) == between


@given(INTERVALS, st.sampled_from([-1, Fraction(-1, 2), Fraction(1, 2), 1]))
def test_a_scaled_or_shifted_interval_holds_the_numbers_scaled_or_shifted(interval: Interval, by: Fraction) -> None:
    inside = held(interval)
    scaled, shifted = interval.scaled(by), interval.shifted(by)
    assert all(scaled.contains(x * by) == (x in inside) for x in NUMBERS)
    assert all(shifted.contains(x + by) == (x in inside) for x in NUMBERS)
    assert interval.negated() == interval.scaled(-1)
