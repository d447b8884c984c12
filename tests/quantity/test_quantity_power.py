"""Powers and roots of intervals: exact where that is short, else an enclosure of few digits for any exponent."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantity.interval import Interval
from claimcheck.quantity.power import power

BITS = 20_000  # of either end of an enclosure, with the point far away

HUGE = {
    "24,007 months of 1.5% a year": (Fraction("1.0145"), Fraction("1.0155"), Fraction(24_007, 12)),
    "the yearly rate of them": (Fraction(8), Fraction(9), Fraction(12, 24_007)),
    "a whole number of years": (Fraction("1.0145"), Fraction("1.0155"), Fraction(9_998)),
    "growth past all numbers": (Fraction(10) ** 300, Fraction(10) ** 300 + 1, Fraction(998)),
    "a fall below all numbers": (Fraction(1, 10**300), Fraction(2, 10**300), Fraction(998)),
    "hardly any growth": (1 + Fraction(1, 10**300), 1 + Fraction(2, 10**300), Fraction(127, 12)),
    "the root of a number of many digits": (Fraction(10) ** 4_000 + 1, Fraction(10) ** 4_000 + 2, Fraction(7, 12)),
}


@pytest.mark.parametrize(("low", "high", "exponent"), HUGE.values(), ids=HUGE)
def test_a_huge_exponent_gives_an_enclosure_of_few_digits(low: Fraction, high: Fraction, exponent: Fraction) -> None:
    found = power(Interval(low, high), exponent)
    assert found.low is not None
    assert found.low**exponent.denominator <= low**exponent.numerator
    assert found.high is None or found.high**exponent.denominator >= high**exponent.numerator
    ends = [end for end in (found.low, found.high) if end is not None]
    assert all(max(end.numerator.bit_length(), end.denominator.bit_length()) < BITS for end in ends)


def test_an_enclosure_is_narrow_where_numbers_are_no_larger_than_any_document_has_them() -> None:
    point = Fraction("1.015")
    found = power(Interval.point(point), Fraction(24_007, 12))
    assert found.low is not None
    assert found.high is not None
    assert 0 < found.high / found.low - 1 < Fraction(1, 10**25)


@given(st.fractions(0, 1000, max_denominator=1000), st.integers(1, 60), st.integers(1, 60))
def test_a_power_and_its_root_meet_exactly(value: Fraction, up: int, down: int) -> None:
    value = Fraction(round(value * 1000), 1000)
    raised = power(Interval.point(value), Fraction(up))
    assert raised == Interval.point(value**up)
    assert power(raised, Fraction(1, up)) == Interval.point(value)
    part = power(Interval.point(value), Fraction(up, down))
    assert part.low is not None
    assert part.high is not None
    assert part.low**down <= value**up <= part.high**down
    assert part.high - part.low <= part.high / 10**25
