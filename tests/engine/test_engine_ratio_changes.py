"""Changes of ratios: by the printed ratios, else by what they are ratios of."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.app.verify import verify_bytes

HEAD = """
quantities:
  margin: {ratio: profit / revenue, unit: "%"}
claims:
"""
PRINTED = "  - {id: margin, value: {of: margin, in: [2014, 2015], is: [10.0%, 12.0%]}}\n"
LEVELS = """
  - {id: revenue, value: {of: revenue, in: [2014, 2015], is: [50.0 million, 60.0 million]}}
  - {id: profit, value: {of: profit, in: [2014, 2015], is: [5.0 million, 7.2 million]}}
"""
ONE_OF_EACH = """
  - {id: margin, value: {of: margin, in: 2014, is: 10.0%}}
  - {id: revenue, value: {of: revenue, in: 2015, is: 60.0 million}}
  - {id: profit, value: {of: profit, in: 2015, is: 7.2 million}}
"""


def verdict(claims: str, change: str) -> str:
    sheet = f"{HEAD}{claims}  - {{id: rose, change: {{of: margin, in: 2015, is: {change}}}}}\n"
    return verify_bytes("claims.yaml", sheet.encode(), {}).results["rose"].verdict.value


@pytest.mark.parametrize("claims", [PRINTED, PRINTED + LEVELS, LEVELS, ONE_OF_EACH], ids=range(4))
def test_a_change_of_a_ratio_that_is_too_large_is_found(claims):
    assert verdict(claims, "up 5.0 points") == "contradicted"


@pytest.mark.parametrize("claims", [PRINTED, PRINTED + LEVELS, LEVELS, ONE_OF_EACH], ids=range(4))
def test_a_change_of_a_ratio_that_fits_is_said_to_be_checked(claims):
    assert verdict(claims, "up 2.0 points") in ("consistent", "confirmed", "rounding")


def test_a_change_of_a_ratio_of_levels_is_recomputed_as_an_enclosure_that_holds_the_range_by_corners():
    sheet = f"{HEAD}{LEVELS}  - {{id: rose, change: {{of: margin, in: 2015, is: up 2.0 points}}}}\n"
    rose = verify_bytes("claims.yaml", sheet.encode(), {}).results["rose"]
    low, high = Fraction(715, 5995 + 10) - Fraction(505, 4995), Fraction(725, 5995) - Fraction(495, 5005)
    assert not rose.exact
    assert rose.recomputed.low <= low < high <= rose.recomputed.high
    assert high - low > Fraction(98, 100) * (rose.recomputed.high - rose.recomputed.low)
    assert {"revenue[2014]", "profit[2014]", "revenue[2015]", "profit[2015]"} <= {*rose.bearing}


@pytest.mark.parametrize("years", [3, 8])
def test_a_chain_of_changes_of_any_length_is_recomputed_from_the_levels_beside_each(years):
    claims = ""
    for k in range(years):
        year, revenue, margin = 2010 + k, 50 + 7 * k, 10 + 1.3 * k
        claims += f"""
  - {{id: r{year}, value: {{of: revenue, in: {year}, is: {revenue:.1f} million}}}}
  - {{id: p{year}, value: {{of: profit, in: {year}, is: {revenue * margin / 100:.2f} million}}}}
"""
        claims += f"  - {{id: m{year}, change: {{of: margin, in: {year}, is: up 1.3 points}}}}\n" if k else ""
    report = verify_bytes("claims.yaml", (HEAD + claims).encode(), {})
    assert {report.results[claim.id].verdict.value for claim in report.claims} == {"consistent", "confirmed"}
