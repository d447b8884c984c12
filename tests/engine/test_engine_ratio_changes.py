"""Changes of ratios: by the printed ratios, else by what they are ratios of."""

from __future__ import annotations

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


@pytest.mark.parametrize(
    "claims",
    [
        PRINTED,
        PRINTED + LEVELS,
        pytest.param(LEVELS, marks=pytest.mark.xfail(reason="no claim is recomputed: said to be unchecked")),
        pytest.param(ONE_OF_EACH, marks=pytest.mark.xfail(reason="no claim is recomputed: said to be unchecked")),
    ],
    ids=range(4),
)
def test_a_change_of_a_ratio_that_fits_is_said_to_be_checked(claims):
    assert verdict(claims, "up 2.0 points") in ("consistent", "confirmed", "rounding", "undecided")
