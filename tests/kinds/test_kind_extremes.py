"""What an extreme is held against: the levels since a period, or all earlier ones, of periods like its own."""

from __future__ import annotations

import pytest

from claimcheck.app.verify import verify_bytes

LOWEST = """\
claims:
  - id: rain
    value: {{of: rain, in: [{periods}], is: [{levels}]}}
  - id: low
    extreme: {{of: rain, in: {period}, {since}is: {word}}}
"""
# What is said: the periods and their levels, and which of them clash with it.
CASES = {
    "2015 lowest": ("2013, 2014, 2015, 2016", "95.0, 91.0, 90.0, 80.0", None),
    "2015 lowest, lower long before": ("2011, 2014, 2015", "80.0, 91.0, 90.0", "2011"),
    "2015 lowest since 2012": ("2011, 2012, 2015", "80.0, 91.0, 90.0", None),
    "2015 lowest since 2012, lower then": ("2011, 2012, 2015", "80.0, 85.0, 90.0", "2012"),
    "2015 lowest since 2012, lower between": ("2012, 2013, 2015", "91.0, 85.0, 90.0", "2013"),
    "2015 highest": ("2013, 2014, 2015, 2016", "85.0, 89.0, 90.0, 99.0", None),
    "2015 highest since 2012": ("2011, 2014, 2015", "80.0, 91.0, 90.0", "2014"),
    "2015-Q3 lowest": ("2014, 2015-Q1, 2015-Q3", "50.0, 91.0, 90.0", None),
    "2015-W11 lowest": ("2015-W07..W08, 2015-W10, 2015-W11", "50.0, 91.0, 90.0", None),
    "2015-W11 highest": ("2015-W07..W08, 2015-W10, 2015-W11", "50.0, 91.0, 90.0", "2015-W10"),
    "2015-Q3 lowest since 2014": ("2014-Q1, 2014-Q4, 2015-Q3", "95.0, 80.0, 90.0", "2014-Q4"),
}


@pytest.mark.parametrize("said", CASES)
def test_an_extreme_is_held_against_the_levels_it_speaks_of(said):
    periods, levels, clashing = CASES[said]
    period, word, *rest = said.split(",")[0].split()
    since = f"since: {rest[1]}, " if rest[:1] == ["since"] else ""
    sheet = LOWEST.format(periods=periods, levels=levels, period=period, since=since, word=word)
    report = verify_bytes("claims.yaml", sheet.encode(), {})
    assert report.sheet, report.findings
    clash = {f"rain[{clashing}]", f"rain[{period}]", "low"}
    assert [set(conflict.claims) for conflict in report.conflicts] == ([clash] if clashing else [])


@pytest.mark.parametrize("since", ["", "since: 2012, "])
def test_the_first_level_is_held_against_it_though_nothing_prints_that(since):
    sheet = LOWEST.format(periods="2015", levels="90.0", period=2015, since=since, word="lowest")
    before = 2012 if since else 2014
    sheet += f"  - id: fell\n    growth: {{of: rain, from: {before}, to: 2015, is: up 3%}}\n"
    conflicts = verify_bytes("claims.yaml", sheet.encode(), {}).conflicts
    assert [set(conflict.claims) for conflict in conflicts] == [{"fell", "low"}]


# What is said of the years up to 2015, and what the rest makes of "the lowest of 2015".
WEIGHED = {
    "below all of them": ("2013, 2014, 2015", "95.0, 91.0, 90.0", "", "confirmed"),
    "below the year before, and maybe a year long before": ("2011, 2014, 2015", "90.0, 91.0, 90.0", "", "consistent"),
    "below the year before, and a first year that nothing tells of": ("2014, 2015", "91.0, 90.0", "2011", "consistent"),
}


@pytest.mark.parametrize("said", WEIGHED)
@pytest.mark.parametrize("beside", ["", "  - {id: product, assert: 'price * rain[2015] = cost'}\n"])
def test_an_extreme_is_confirmed_only_by_all_the_levels_it_is_held_against(said, beside):
    periods, levels, since, verdict = WEIGHED[said]
    sheet = LOWEST.format(
        periods=periods, levels=levels, period=2015, since=f"since: {since}, " if since else "", word="lowest"
    )
    report = verify_bytes("claims.yaml", (sheet + beside).encode(), {})
    assert report.sheet, report.findings
    assert report.results["low"].verdict.value == verdict


def test_an_extreme_follows_from_all_the_levels_it_is_held_against():
    sheet = LOWEST.format(periods="2013, 2014, 2015", levels="91.0, 95.0, 90.0", period=2015, since="", word="lowest")
    report = verify_bytes("claims.yaml", sheet.encode(), {})
    assert set(report.results["low"].bearing) == {"rain[2013]", "rain[2014]", "rain[2015]"}
