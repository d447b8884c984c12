from __future__ import annotations

import pytest

from support_numbers import classes, values

CLASSES = {
    "In 2015 and 2016, and from 2005 to 2010.": [
        ("2015", "year"),
        ("2016", "year"),
        ("2005", "year"),
        ("2010", "year"),
    ],
    "Plans for 2024–25 and 2015/16.": [("2024–25", "year"), ("2015/16", "year")],
    "The 1990s, FY2019 and mid-2015.": [("1990s", "year"), ("2019", "year"), ("2015", "year")],
    "2015 exports rose.": [("2015", "year")],
    "On 1 January 2016, March 5, 2021 and 31 May.": [
        ("1 January 2016", "date"),
        ("March 5, 2021", "date"),
        ("31 May", "date"),
    ],
    "On 2021-05-03 at 10:30 and 31/03/2017, 2 pm.": [
        ("2021-05-03", "date"),
        ("10:30", "date"),
        ("31/03/2017", "date"),
        ("2 pm", "date"),
    ],
    "2015年3月5日, 2016年": [("2015年3月5日", "date"), ("2016年", "year")],
    "The 21st time, the 2nd place.": [("21st", "ordinal"), ("2nd", "ordinal")],
    "Section 3.2, Table 4, Figures 5 and 6, No. 7.": [
        ("3.2", "label"),
        ("4", "label"),
        ("5", "label"),
        ("6", "label"),
        ("7", "label"),
    ],
    "It is known [12] and [3, 4].": [("12", "label"), ("3", "label"), ("4", "label")],
    "Call +1-202-555-0172 now.": [("+1-202-555-0172", "label")],
    "It won 14.4% +1.0 21.": [],
    "It was 20% below 2000 euros.": [],
    "It was 20% below 1990 levels, and 3.0 points above 2019.": [("1990", "year"), ("2019", "year")],
    "Version 2.0.1 and v1.2 run on Python3.": [("2.0.1", "label"), ("1.2", "label"), ("3", "label")],
    "COVID-19, H1N1, A4, 5G.": [("19", "label"), ("1N1", "label"), ("4", "label")],
    "See https://example.com/2019/05/report-42 for it.": [("2019", "label"), ("05", "label"), ("42", "label")],
    "(1) First things\n(190) bps\n(3.2) million": [("1", "label")],
    "1. First things\n2) Second things": [("1", "label"), ("2", "label")],
    "Among women <25 and adults ≥ 65, in patients <25% of them.": [("25", "label"), ("65", "label")],
    "It was priority 4, 53.3%, and stage 2 of grade 3.": [("4", "label"), ("2", "label"), ("3", "label")],
    "24/7 and 9/11": [("24/7", "label"), ("9/11", "label")],
}


@pytest.mark.parametrize(("text", "expected"), CLASSES.items(), ids=CLASSES)
def test_numbers_that_are_no_quantities_have_classes_of_their_own(text: str, expected: list[tuple[str, str]]) -> None:
    assert classes(text) == expected


QUANTITIES = {
    "It has 2000 employees.": ["2000 employee"],
    "CNY 2000 was paid.": ["2000 CNY"],
    "At least 2000 came.": ["2000"],
    "2000 tonnes left.": ["2000 t"],
    "The 2,016 pages.": ["2016 page"],
    "5% in May.": ["1/20 %"],
    "The ratio was 1.2 in it.": ["6/5"],
}


@pytest.mark.parametrize(("text", "expected"), QUANTITIES.items(), ids=QUANTITIES)
def test_a_unit_a_count_or_a_hedge_makes_four_digits_a_quantity(text: str, expected: list[str]) -> None:
    assert classes(text) == []
    assert values(text) == expected


def test_a_span_of_years_has_both_ends() -> None:
    from claimcheck.quantity.written import scan

    (span,) = scan("in 2010-2015")
    assert (span.value, span.upper) == (2010, 2015)
