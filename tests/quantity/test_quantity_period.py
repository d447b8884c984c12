"""Periods: what is read, what is refused, order, distance and the period before."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantity.days import date_of, days_in, iso_week, ordinal_of
from claimcheck.quantity.period import (
    Period,
    PeriodError,
    before,
    contains,
    parse_period,
    previous,
    years_before,
    years_between,
)

DATES = st.dates(min_value=dt.date(2, 1, 1))
YEARS = st.integers(min_value=2, max_value=9998)


def p(text: str) -> Period:
    return parse_period(text)


@pytest.mark.parametrize(
    ("written", "text", "kind"),
    [
        ("2015", "2015", "year"),
        (" 2015 ", "2015", "year"),
        ("2015-H1", "2015-H1", "half"),
        ("2015-Q3", "2015-Q3", "quarter"),
        ("2015-07", "2015-07", "month"),
        ("2015-07-31", "2015-07-31", "day"),
        ("2015-W10", "2015-W10", "week"),
        ("2015-W10..W22", "2015-W10..W22", "span"),
        ("2015-W10..2015-W22", "2015-W10..W22", "span"),
        ("2015-W10..W11", "2015-W10..W11", "span"),
        ("2015-W10..W10", "2015-W10", "week"),
        ("2015-W50..2016-W03", "2015-W50..2016-W03", "span"),
        ("FY2015-Q2..Q4", "FY2015-Q2..Q4", "fiscal span"),
        ("2004-06..2004-08", "2004-06..2004-08", "span"),
        ("2005..2010", "2005..2010", "span"),
        ("2005 .. 2010", "2005..2010", "span"),
        ("2015-Q2..2015-Q4", "2015-Q2..Q4", "span"),
        ("2015-01..2015-09", "2015-Q1..Q3", "span"),
        ("2015-Q4..2016-Q1", "2015-Q4..2016-Q1", "span"),
        ("2004-06-10..2004-08-03", "2004-06-10..2004-08-03", "span"),
        ("FY2019", "FY2019", "fiscal year"),
        ("FY2021-Q4", "FY2021-Q4", "fiscal quarter"),
        ("FY2021-H2", "FY2021-H2", "fiscal half"),
        ("FY2024-Q3-YTD", "FY2024-Q3-YTD", "year to date"),
        ("FY2019..FY2021", "FY2019..FY2021", "fiscal span"),
        ("wave 2", "wave 2", "label"),
        ("the  2nd\nround", "the 2nd round", "label"),
        ("2010s", "2010s", "label"),
    ],
)
def test_a_written_period_has_one_text_and_one_kind(written: str, text: str, kind: str) -> None:
    assert (p(written).text, p(written).kind) == (text, kind)
    assert p(p(written).text) == p(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2015-01..2015-12", "2015"),
        ("2015-Q1..Q4", "2015"),
        ("2015-01-01..2015-12-31", "2015"),
        ("2015-04..2015-06", "2015-Q2"),
        ("2015-Q3..Q4", "2015-H2"),
        ("2015..2015", "2015"),
        ("2016-02-01..2016-02-29", "2016-02"),
        ("FY2024-Q1..Q3", "FY2024-Q3-YTD"),
        ("FY2024-Q2-YTD", "FY2024-H1"),
        ("FY2024-Q4-YTD", "FY2024"),
        ("2015-08-YTD", "2015-01..2015-08"),
        ("2015-H1-YTD", "2015-H1"),
        ("2015-H2-YTD", "2015"),
    ],
)
def test_the_same_stretch_of_time_is_the_same_period_however_it_is_written(one: str, other: str) -> None:
    assert p(one) == p(other)


def test_a_span_of_days_that_misses_a_leap_day_is_not_the_month() -> None:
    assert p("2016-02-01..2016-02-28").kind == "span"


@pytest.mark.parametrize(
    "text",
    [
        "2015-Q5", "2015-Q0", "2015-13", "2015-00", "2015-02-30", "2015-02-29", "2015-H3", "2015-W54",
        "2014-W53", "0000", "20155", "15", "Q3", "FY19", "FY2019-07", "2015-YTD", "2015-07-Q3", "2015-",
        "..", "2015..", "..2015", "2015...2016", "2010..2005", "2015..Q3", "2015..FY2016",
        "2015-W10..2015-07", "July 2015", "31 July 2015", "Q3 2015", "2015Q3", "2015 q3", "2015-7",
        "2015/16", "2005-2010", "2015–2016", "", "  ", "x" * 201, "2015-Q10", "2015-W1",
        "FY2015-W07", "2015-03-00", "2015-W00", "2015-Q01", "2015-Q5-YTD", "2015-W10-YTD", "FY2015..2016",
        "2015-03..2015-Q1", "2004-06..08",
    ],
)  # fmt: skip
def test_what_looks_like_a_period_and_is_none_is_refused(text: str) -> None:
    with pytest.raises(PeriodError):
        p(text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2015Q3", "2015-Q3"),
        ("2015 q3", "2015-Q3"),
        ("Q3 2015", "2015-Q3"),
        ("Q3 FY2015", "FY2015-Q3"),
        ("2015-7", "2015-07"),
        ("2015-7-1", "2015-07-01"),
        ("2015/07/31", "2015-07-31"),
        ("FY19", "FY2019"),
        ("FY 2019", "FY2019"),
        ("2005-2010", "2005..2010"),
        ("2005–2010", "2005..2010"),
        ("2015-W1", "2015-W01"),
        ("July 2015", "2015-07"),
        ("31 July 2015", "2015-07-31"),
        ("July 31, 2015", "2015-07-31"),
    ],
)
def test_a_refused_period_names_the_one_that_was_meant(text: str, meant: str) -> None:
    with pytest.raises(PeriodError, match=f"did you mean {meant}\\?"):
        p(text)


@pytest.mark.parametrize(("text", "part"), [("2010..2015-Q5", "2015-Q5"), ("2010-13..2011", "2010-13")])
def test_a_refused_span_names_the_end_that_is_none(text: str, part: str) -> None:
    with pytest.raises(PeriodError, match=f"'{text}': '{part}' is not a period; expected"):
        p(text)


def test_a_refused_period_without_a_near_one_lists_the_forms() -> None:
    with pytest.raises(PeriodError, match="'2015-Q5' is not a period; expected 2015, 2015-H1"):
        p("2015-Q5")


@pytest.mark.parametrize(
    ("period", "over", "earlier"),
    [
        ("2015", "", "2014"),
        ("2015-Q3", "", "2014-Q3"),
        ("2015-07", "", "2014-07"),
        ("2015-H1", "half", "2014-H2"),
        ("2015-Q1", "quarter", "2014-Q4"),
        ("2015-07", "quarter", "2015-04"),
        ("2015-01", "month", "2014-12"),
        ("2016-02-29", "", "2015-02-28"),
        ("2017-02-28", "", "2016-02-28"),
        ("2015-03-31", "month", "2015-02-28"),
        ("2015-01-01", "day", "2014-12-31"),
        ("2015-01-05", "week", "2014-12-29"),
        ("2015-W01", "week", "2014-W52"),
        ("2015-W10", "", "2014-W10"),
        ("2015-W10..W22", "", "2014-W10..W22"),
        ("2004-06..2004-08", "", "2003-06..2003-08"),
        ("FY2019", "", "FY2018"),
        ("FY2021-Q1", "quarter", "FY2020-Q4"),
        ("FY2024-Q3-YTD", "", "FY2023-Q3-YTD"),
    ],
)
def test_the_period_before(period: str, over: str, earlier: str) -> None:
    assert previous(p(period), over).text == earlier


@pytest.mark.parametrize(
    ("period", "over"),
    [
        ("pilot", ""), ("2005..2010", ""), ("2015", "quarter"), ("2015-Q1", "month"), ("2015-07", "week"),
        ("2015-W10", "month"), ("2015-W10", "day"), ("2015-W53", ""), ("0001", ""), ("0001-01-03", "week"),
        ("2015-01-05..2015-01-06", "day"),
        ("FY2024-Q3-YTD", "quarter"),
    ],
)  # fmt: skip
def test_where_no_period_before_is_known_that_is_said(period: str, over: str) -> None:
    with pytest.raises(PeriodError):
        previous(p(period), over)


@pytest.mark.parametrize(
    ("a", "b", "years"),
    [
        ("2010", "2015", 5),
        ("2015", "2010", -5),
        ("FY2019", "FY2024", 5),
        ("2015-Q1", "2015-Q4", Fraction(3, 4)),
        ("2015-H1", "2016-H2", Fraction(3, 2)),
        ("2015-01", "2015-02", Fraction(1, 12)),
        ("2004-06..2004-08", "2009-06..2009-08", 5),
        ("2010-03-15", "2015-03-15", 5),
        ("2015-01-01", "2015-12-01", Fraction(11, 12)),
        ("2016-02-29", "2017-02-28", 1),
        ("2015-01-31", "2015-02-28", Fraction(1, 12)),
        ("2010-W10", "2015-W10", 5),
        ("2003-W10", "2016-W10", 13),
        ("2015-06-15", "2016-03-15", Fraction(3, 4)),
        ("FY2023-Q3-YTD", "FY2024-Q3-YTD", 1),
    ],
)
def test_the_years_between(a: str, b: str, years: Fraction | int) -> None:
    assert years_between(p(a), p(b)) == years


@pytest.mark.parametrize(
    ("a", "b"),
    [("2010", "2015-Q1"), ("2010", "FY2015"), ("before", "after"), ("2010-03-15", "2015-03-16"),
     ("2010-W10", "2015-W11"),
     ("2010", "2010-03-15")],
)  # fmt: skip
def test_the_years_between_are_not_guessed(a: str, b: str) -> None:
    assert years_between(p(a), p(b)) is None


def test_years_before_keeps_the_kind_of_the_period() -> None:
    def texts(period: str, years: Fraction | int) -> str | None:
        found = years_before(p(period), years)
        return found and found.text

    assert texts("2015", 5) == "2010"
    assert texts("2015-Q3", Fraction(1, 4)) == "2015-Q2"
    assert texts("FY2024", 5) == "FY2019"
    assert texts("2015", Fraction(1, 2)) is None
    assert texts("2015-Q3", Fraction(1, 12)) is None
    assert texts("2015", Fraction(1, 7)) is None
    assert texts("pilot", 1) is None


def test_order_and_containment() -> None:
    assert before(p("2014"), p("2015-Q1")) is True
    assert before(p("2015"), p("2015-Q4")) is False
    assert before(p("2015-W53"), p("2016-01-04")) is True
    assert before(p("pilot"), p("2015")) is None
    assert before(p("FY2015"), p("2017")) is None
    assert contains(p("2015"), p("2015-07-31")) is True
    assert contains(p("2015-Q3"), p("2015")) is False
    assert contains(p("2015"), p("2015-W53")) is False
    assert contains(p("FY2015"), p("FY2015-Q4")) is True
    assert contains(p("pilot"), p("pilot")) is True
    assert contains(p("pilot"), p("2015")) is None


@given(DATES)
def test_the_calendar_is_that_of_the_standard_library(day: dt.date) -> None:
    assert ordinal_of(day.year, day.month, day.day) == day.toordinal()
    assert date_of(day.toordinal()) == (day.year, day.month, day.day)
    assert iso_week(day.toordinal()) == day.isocalendar()[:2]
    assert 1 <= day.day <= days_in(day.year, day.month)


@given(DATES, DATES)
def test_days_are_ordered_as_dates_are(a: dt.date, b: dt.date) -> None:
    assert before(p(a.isoformat()), p(b.isoformat())) == (a < b)


@given(DATES)
def test_a_week_holds_its_seven_days_and_is_read_back(day: dt.date) -> None:
    year, week, _ = day.isocalendar()
    written = p(f"{year:04}-W{week:02}")
    assert contains(written, p(day.isoformat()))
    assert written.last - written.first == 6
    assert p(written.text) == written


@given(
    YEARS,
    st.sampled_from(["{}", "{}-H2", "{}-Q3", "{}-07", "{}-07-31", "{}-W10", "FY{}", "FY{}-Q3-YTD", "{}-06..{}-08"]),
)
def test_a_year_before_is_a_year_between(year: int, form: str) -> None:
    period = p(form.replace("{}", f"{year:04}"))
    assert years_between(previous(period), period) == 1
    assert years_before(period, 1) == previous(period)
    assert before(previous(period), period)


@given(st.text(alphabet="0123456789-.QHWFYTD ", max_size=14))
def test_no_text_is_read_as_a_period_whose_text_is_not_read_back(text: str) -> None:
    try:
        period = p(text)
    except PeriodError:
        return
    assert p(period.text) == period


def test_importing_periods_brings_no_slow_module() -> None:
    code = (
        "import __future__, sys, typing, functools; had = set(sys.modules);"
        "import claimcheck.quantity.period as m; m.parse_period('2015-Q3');"
        "print(*sorted(set(sys.modules) - had))"
    )
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert {name for name in loaded if not name.startswith("claimcheck")} == set()
