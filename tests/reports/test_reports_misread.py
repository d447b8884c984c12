"""Slips that leave the digits of a number right: what was meant is another assertion, and a repair says which."""

from __future__ import annotations

import json

import pytest

LEVELS = """\
claims:
  - {id: first, value: {of: x, in: 2010, is: 83.4 million}}
  - {id: second, value: {of: x, in: 2011, is: 90.2 million}}
  - {id: before, value: {of: x, in: 2014, is: 100.4 million}}
  - {id: now, value: {of: x, in: 2015, is: 145.6 million}}
  - {id: wrong, %s}
"""
FALLING = """\
claims:
  - {id: first, value: {of: x, in: FY2013, is: 200.2 million}}
  - {id: before, value: {of: x, in: FY2014, is: 100.4 million}}
  - {id: now, value: {of: x, in: FY2015, is: 60.2 million}}
  - {id: wrong, %s}
"""
RATES = """\
quantities: {r: {unit: "%%"}}
claims:
  - {id: before, value: {of: r, in: 2014, is: 40.0%%}}
  - {id: now, value: {of: r, in: 2015, is: 44.0%%}}
  - {id: wrong, %s}
"""
COUNTS = """\
claims:
  - {id: wrong, %s}
"""
CASES = [
    (COUNTS, 'fraction: {of: women, out_of: members, is: "16 of 140 members (43.6%)"}', "swapped", "61 of 140"),
    (RATES, "change: {of: r, in: 2015, is: rose by 10.0 points}", "points", "10.0%"),
    (RATES, "growth: {of: r, in: 2015, is: rose by 4.0%}", "points", "4.0 percentage points"),
    (RATES, "growth: {of: r, in: 2015, is: rose by 44.0%}", "by for to", "to 44.0%"),
    (RATES, "value: {of: r, in: 2015, is: rose to 4.0%}", "by for to", "by 4.0 points"),
    (RATES, "change: {of: r, in: 2015, is: rose by 1000 basis points}", "points", "10%"),
    (LEVELS, "growth: {of: x, in: 2015, is: rose by 145%}", "by for to", "to 145% of it"),
    (FALLING, "growth: {of: x, in: FY2015, is: fell by 60.0%}", "by for to", "to 60.0% of it"),
    (FALLING, "growth: {of: x, from: FY2014, to: FY2015, is: fell by 69.9%}", "year", "from FY2013"),
    (LEVELS, "change: {of: x, in: 2015, is: rose by 145.6 million}", "by for to", "to 145.6 million"),
    (LEVELS, "value: {of: x, in: 2015, is: rose to 45.2 million}", "by for to", "by 45.2 million"),
    (LEVELS, "growth: {of: x, from: 2011, to: 2015, is: rose by 74.6%}", "year", "from 2010"),
    (LEVELS, "cagr: {of: x, from: 2010, to: 2015, is: rose by 74.6%}", "reading", "74.6% over the 5 years"),
    (LEVELS, "growth: {of: x, from: 2010, to: 2015, is: rose by 11.8%}", "reading", "11.8% a year"),
]


@pytest.mark.parametrize(("sheet_of", "claim", "slip", "text"), CASES, ids=[claim for _, claim, *_ in CASES])
def test_a_repair_says_what_was_likely_meant(claimcheck, sheet, sheet_of, claim, slip, text):
    path = sheet((sheet_of % claim).replace("%%", "%"))
    (conflict, *_) = json.loads(claimcheck("verify", path, "-f", "json").out)["conflicts"]
    found = {repair["claim"]: repair["slip"] for repair in conflict["repairs"]}
    assert found["wrong"] == {"name": slip, "text": text}


def test_a_year_of_which_no_level_is_printed_is_not_proposed(claimcheck, sheet):
    ran = claimcheck("verify", sheet(LEVELS % "growth: {of: x, in: 2015, is: rose by 20.4%}"), "-f", "json")
    assert '"year"' not in ran.out


@pytest.mark.parametrize(
    "claims",
    [
        [
            "value: {of: x, in: 2014, is: 900.0 million}",
            "value: {of: x, in: 2015, is: 43.4 million}",
            "value: {of: x, in: 2015, is: rose to 30.5 million}",
        ],
        ["change: {of: x, in: 2015, is: rose by 18.8 million}", "change: {of: x, in: 2015, is: rose by 804 million}"],
        [
            "value: {of: r, in: 2014, is: 40.0%}",
            "value: {of: r, in: 2015, is: 44.0%}",
            "growth: {of: r, in: 2015, is: rose by between 3% and 5%}",
        ],
        [
            "value: {of: x, in: 9998, is: 100.5 million}",
            "value: {of: x, in: 9999, is: 120.5 million}",
            "growth: {of: x, from: 9998, to: 9999, is: rose by 90%}",
        ],
        [
            "value: {of: x, in: 2014, is: 5.0 million}",
            "value: {of: x, in: 2015, is: 3.0 million}",
            "value: {of: x, in: 2015, is: 2.0 million}",
        ],
    ],
)
def test_nothing_is_proposed_that_would_not_mend_or_that_anything_would(claimcheck, sheet, claims):
    """An earlier level that does not fit, no level at all, a range, the last year there is, an end that touches."""
    text = "claims:\n" + "".join(f"  - {{id: c{n}, {claim}}}\n" for n, claim in enumerate(claims))
    ran = claimcheck("verify", sheet(text), "-f", "json")
    assert ran.code == 1
    slips = [r["slip"] for c in json.loads(ran.out)["conflicts"] for r in c["repairs"] if r["slip"]]
    assert [slip for slip in slips if slip["name"] in ("points", "by for to", "year", "reading")] == []
    assert "2.9 million" not in ran.out


def test_points_printed_for_percent_are_no_clear_slip_where_a_digit_explains_it_as_well(claimcheck, sheet):
    """Who writes "percentage points" knows the difference: 78.3% may as well be 77.3%."""
    levels = RATES.replace("40.0%%", "82.5%%").replace("44.0%%", "78.3%%")
    claim = "change: {of: r, in: 2015, is: down 5.2 percentage points}"
    path = sheet((levels % claim).replace("%%", "%"))
    (conflict,) = json.loads(claimcheck("verify", path, "-f", "json").out)["conflicts"]
    assert conflict["suspect"] is None
