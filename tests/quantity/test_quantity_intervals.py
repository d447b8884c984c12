from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.quantity.interval import Interval
from claimcheck.quantity.written import Style, half_unit, interval, plain_interval, read


def ends(text: str, *, low_open: bool = False, high_open: bool = False) -> Interval:
    """Return the interval of "low high", either end "-" for infinity."""
    low, high = (None if end == "-" else Fraction(end) for end in text.split())
    return Interval(low, high, low_open, high_open)


PRINTED = {
    "24.59 trillion": ends("24.585e12 24.595e12"),
    "43%": ends("0.425 0.435"),
    "20.70%": ends("0.20695 0.20705"),
    "760 billion": ends("755e9 765e9"),
    "200,000": ends("150000 250000"),
    "30%": ends("0.295 0.305"),
    "200%": ends("1.995 2.005"),
    "10 points": ends("0.095 0.105"),
    "25 bp": ends("0.00245 0.00255"),
    "41 firms": ends("41 41"),
    "40 firms": ends("35 45"),
    "2.5 jobs": ends("2.45 2.55"),
    "exactly 40": ends("40 40"),
    "seven categories": ends("7 7"),
    "23/42": Interval.point(Fraction(23, 42)),
    "41 days": ends("40.5 41.5"),
    "1.5 million firms": ends("1.45e6 1.55e6"),
    "about 41 firms": ends("38.95 43.05"),
    "about 43%": ends("0.4085 0.4515"),
    "About 43%": ends("0.4085 0.4515"),
    "At Least 15 banks": ends("15 -"),
    "15 Or More": ends("15 -"),
    "about 1%": ends("0.005 0.015"),
    "approximately 760 billion yuan": ends("722e9 798e9"),
    "more than 200,000": ends("200000 -", low_open=True),
    "at least 15 banks": ends("15 -"),
    "less than 50 firms": ends("- 50", high_open=True),
    "up to 300 jobs": ends("- 300"),
    "fell by less than 2%": ends("0 0.02", high_open=True),
    "fell by more than 1.8%": ends("0.018 -", low_open=True),
    "nearly 3 million": ends("2.7e6 3e6", high_open=True),
    "nearly -5%": ends("-0.05 -0.045", low_open=True),
    "close to 0%": ends("-0.005 0.005"),
    "just over 5%": ends("0.05 0.055", low_open=True),
    "just over 1%": ends("0.01 0.015", low_open=True),
    "nearly 3 points": ends("0.025 0.03", high_open=True),
    "just over 0%": ends("0 0.005", low_open=True),
    "20-25%": ends("0.195 0.255"),
    "between 20 and 25": ends("19.5 25.5"),
    "between 700,000 and 1.2 million": ends("650000 1250000"),
    "between 900,000 and 1.25 million": ends("850000 1300000"),
    "700 thousand to 1.2 million": ends("650000 1250000"),
    "between 712,345 and 1.2 million": ends("662345 1250000"),
    "200-300 km": ends("150 350"),
    "4.5-5%": ends("0.04 0.055"),
    "half": ends("0.45 0.55"),
    "a third": ends("0.3 11/30"),
    "two in five": ends("0.36 0.44"),
    "one in two": ends("0.45 0.55"),
    "Doubled": ends("1.8 2.2"),
    "about -43%": ends("-0.4515 -0.4085"),
    "about 20-25%": ends("0.1875 0.2625"),
    "up to 10-15%": ends("- 0.15"),
    "just over 0": ends("0 0.5", low_open=True),
    "two-thirds": ends("0.6 11/15"),
    "one in 3": ends("2/7 0.4"),
    "one in 3 or 4": ends("2/9 0.4"),
    "one in four or one in three": ends("2/9 0.4"),
    "one in eight": ends("0.1125 0.1375"),
    "doubled": ends("1.8 2.2"),
    "tenfold": ends("9 11"),
    "nearly doubled": ends("1.8 2", high_open=True),
    "1.4 times": ends("1.35 1.45"),
    "-7%": ends("-0.075 -0.065"),
    "(7%)": ends("-0.075 -0.065"),
    "0%": ends("-0.005 0.005"),
    "5.2 ± 0.3": ends("4.85 5.55"),
    "8 pp": ends("0.075 0.085"),
    "10.95 per 1,000": ends("10.945 10.955"),
    "10 1/2 miles": ends("10.25 10.75"),
    "1.3e6": ends("1.25e6 1.35e6"),
}


@pytest.mark.parametrize(("text", "expected"), PRINTED.items(), ids=PRINTED)
def test_an_interval_holds_what_would_be_printed_so(text: str, expected: Interval) -> None:
    assert interval(read(text)) == expected


def test_the_narrow_reading_takes_zeros_for_digits() -> None:
    assert interval(read("760 billion"), narrow=True) == ends("759.5e9 760.5e9")
    assert interval(read("1,200"), narrow=True) == ends("1199.5 1200.5")


def test_whole_groups_of_zeros_are_rounded_in_the_narrow_reading_too() -> None:
    assert interval(read("561,000"), narrow=True) == ends("560500 561500")
    assert interval(read("200,000"), narrow=True) == ends("199500 200500")
    assert interval(read("2,000%"), narrow=True) == ends("19.995 20.005")
    assert interval(read("200,000"), Style("printed"), narrow=True) == ends("199999.5 200000.5")


def test_the_plain_interval_leaves_out_a_hedge_of_default_width() -> None:
    about = read("about 43%")
    assert plain_interval(about) == interval(read("43%"))
    widened = Style(hedges=(("about", Fraction(1, 10)),))
    assert plain_interval(about, widened) == interval(about, widened), "a width that the sheet names is meant"
    assert plain_interval(read("nearly 43%")) == interval(read("nearly 43%"))


STYLED = (
    ("24.59 trillion", Style(precision="1 billion"), ends("24.5895e12 24.5905e12")),
    ("24.59 trillion", Style(precision="3 digits"), ends("24.54e12 24.64e12")),
    ("760 billion", Style(precision="printed"), ends("759.5e9 760.5e9")),
    ("760 billion", Style(precision="exact"), ends("760e9 760e9")),
    ("half", Style(precision="exact"), ends("0.5 0.5")),
    ("20.7%", Style(precision="0.5"), ends("0.2045 0.2095")),
    ("20.7%", Style(precision="0.5%"), ends("0.2045 0.2095")),
    ("1.2%", Style(rounding="down"), ends("0.012 0.013", high_open=True)),
    ("1.2%", Style(rounding="up"), ends("0.011 0.012", low_open=True)),
    ("41 firms", Style(rounding="down"), ends("41 41")),
    ("41 firms", Style(rounding="up"), ends("41 41")),
    ("41 firms", Style(precision="10"), ends("36 46")),
    ("0", Style(rounding="down"), ends("0 1", high_open=True)),
    ("0", Style(rounding="up"), ends("-1 0", low_open=True)),
    ("0", Style(precision="3 digits"), ends("0 0")),
    ("20.7%", Style(precision="1 billion"), ends("0.2065 0.2075")),
    ("one in 3", Style(precision="exact"), ends("1/3 1/3")),
    ("one in 3 or 4", Style(precision="exact"), ends("0.25 1/3")),
    ("12-15", Style(scale=Fraction(1000)), ends("11500 15500")),
    ("exactly 40", Style(scale=Fraction(1000)), ends("40000 40000")),
    ("1.2", Style(rounding="truncate"), ends("1.2 1.3", high_open=True)),
    ("-1.2", Style(rounding="truncate"), ends("-1.3 -1.2", low_open=True)),
    ("0", Style(rounding="truncate"), ends("-1 1", low_open=True, high_open=True)),
    ("1,234", Style(scale=Fraction(1000)), ends("1233500 1234500")),
    ("$1,234", Style(scale=Fraction(1000)), ends("1233500 1234500")),
    ("43%", Style(scale=Fraction(1000)), ends("0.425 0.435")),
    ("2 million", Style(scale=Fraction(1000)), ends("1.5e6 2.5e6")),
    ("41 firms", Style(scale=Fraction(1000)), ends("41 41")),
    ("about 100", Style(hedges=(("about", Fraction(1, 5)),), precision="1"), ends("80 120")),
)


@pytest.mark.parametrize(("text", "style", "expected"), STYLED)
def test_a_sheet_says_how_its_numbers_are_read(text: str, style: Style, expected: Interval) -> None:
    assert interval(read(text), style) == expected


def test_half_units_are_those_of_the_last_significant_digit() -> None:
    halves = {
        text: half_unit(read(text))
        for text in ("24.59 trillion", "760 billion", "30%", "41 firms", "half", "doubled", "20-25%", "0")
    }
    assert halves == {
        "24.59 trillion": 5 * 10**9,
        "760 billion": 5 * 10**9,
        "30%": Fraction(1, 200),
        "41 firms": None,
        "half": None,
        "doubled": None,
        "20-25%": None,
        "0": Fraction(1, 2),
    }
    assert half_unit(read("1,230"), Style(scale=Fraction(1000))) == 5000
