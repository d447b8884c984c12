"""What would mend a contradiction, in the number's own terms."""

from __future__ import annotations

import pytest

from claimcheck.app.verify import verify_bytes
from claimcheck.reports.wording import repair_text

RATES = """
claims:
  - {id: a, growth: {of: a, in: 2015, is: 5%}}
  - {id: b, growth: {of: b, in: 2015, is: 7%}}
  - {id: rates, compare: {claim: a, than: b, is: greater}}
"""
RATIOS = """
claims:
  - {id: a, ratio: {of: r, per: s, is: "10.94 per 1,000"}}
  - {id: b, ratio: {of: u, per: v, is: 1.5%}}
  - {id: ratios, compare: {claim: a, than: b, is: greater}}
"""
YEARLY = """
claims:
  - {id: a, cagr: {of: k, from: 2010, to: 2015, is: 10%}}
  - {id: b, growth: {of: l, in: 2015, is: 12%}}
  - {id: yearly, compare: {claim: a, than: b, is: greater}}
"""
MARGINS = """
quantities:
  profit: {sign: any}
  margin: {ratio: profit / revenue, unit: "%"}
claims:
  - {id: a, value: {of: margin, in: 2015, is: 10%}}
  - {id: b, value: {of: margin, in: 2014, is: 12%}}
  - {id: margins, compare: {claim: a, than: b, is: greater}}
"""
COUNTS = """
claims:
  - {id: a, fraction: {of: yes, out_of: 41, is: 37%}}
  - {id: b, quote: [41 firms, 45 firms], value: {of: firms}}
"""
UNDECIDED = """
claims:
  - {id: a, value: {of: x, is: "3.0"}}
  - {id: b, value: {of: y, is: "3.2"}}
  - {id: equal, assert: "x ^ 2 + y ^ 2 = 2 * x * y"}
"""
NARROW = """
claims:
  - {id: a, value: {of: price, in: 2014, is: "£100"}}
  - {id: b, growth: {of: price, in: 2015, is: fell 15 per cent}}
  - {id: narrow, value: {of: price, in: 2015, is: to £80}}
"""
SHARES = """
claims:
  - {id: a, value: {of: sea, is: 60%}}
  - {id: b, value: {of: rail, is: 45%}}
  - {id: shares, assert: sea + rail <= 1}
"""
APART = """
claims:
  - {id: a, growth: {of: r, in: 2014, is: 12.0%}}
  - {id: b, growth: {of: s, in: 2014, is: 15.0%}}
  - {id: apart, compare: {claim: a, than: b, is: greater}}
"""
FIXED = """
claims:
  - {id: p, value: {of: p, is: "20.0"}}
  - {id: w, value: {of: w, is: "80.0"}}
  - {id: a, share: {of: p, whole: w, is: 25.0%}}
  - {id: b, share: {of: q, whole: w, is: 30.0%}}
  - {id: fixed, compare: {claim: a, than: b, is: greater}}
"""


@pytest.mark.parametrize(
    ("sheet", "mended"),
    [
        (RATES, "5% would have to be above +6.5%"),
        (RATIOS, "10.94 per 1,000 would have to be above 14.5 per 1,000"),
        (YEARLY, "10% would have to be above 11.5%"),
        (MARGINS, "10% would have to be above 11.5%"),
        (NARROW, "£80 would have to be 84.0 to 86.0 GBP; perhaps £85 (one digit changed)"),
        (SHARES, "60% would have to be at most 55.5%; perhaps 50% (one digit changed)"),
        (APART, "15.0% would have to be -100.00% to +12.05%; perhaps"),
        (FIXED, "25.0% would have to be 29.95% to 100.00%, and that alone would not do"),
        (UNDECIDED, "3.0 would have to be at least 3.085; whether that alone would do was not decided"),
        (COUNTS, "41 firms would have to be 45 firms; perhaps 45 firms (one digit changed)"),
    ],
)
def test_a_number_is_mended_in_its_own_terms(sheet, mended):
    report = verify_bytes("c.yaml", sheet.encode(), {})
    (conflict,) = report.assessment.conflicts
    texts = [repair_text(report.sheet, repair) for repair in conflict.repairs]
    assert any(text.startswith(mended) for text in texts), texts


def test_of_several_digits_that_would_mend_a_narrow_range_the_one_in_its_middle_is_named():
    sheet = b"""
claims:
  - {id: now, value: {of: staff, in: 2024, is: "1,240"}}
  - {id: then, value: {of: staff, in: 2023, is: "1,080"}}
  - {id: rise, growth: {of: staff, in: 2024, is: up 11%}}
"""
    report = verify_bytes("claims.yaml", sheet, {})
    texts = {r.claim: repair_text(report.sheet, r) for conflict in report.conflicts for r in conflict.repairs}
    assert texts["rise"] == "up 11% would have to be +13.8% to +15.9%; perhaps up 15% (one digit changed)"


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("tripled", "tripled would have to be 2.465 to 2.503 times"),
        ("increased by three times", "increased by three times would have to be +146.5% to +150.3%"),
        ("grew 200%", "grew 200% would have to be +146.5% to +150.3%"),
    ],
)
def test_a_multiple_that_is_growth_is_mended_in_times(said, mended):
    sheet = f"""
claims:
  - {{id: now, value: {{of: sales, in: 2024, is: 236 million}}}}
  - {{id: then, value: {{of: sales, in: 2019, is: 95 million}}}}
  - {{id: rise, growth: {{of: sales, from: 2019, to: 2024, is: {said}}}}}
"""
    report = verify_bytes("claims.yaml", sheet.encode(), {})
    texts = {r.claim: repair_text(report.sheet, r) for conflict in report.conflicts for r in conflict.repairs}
    assert texts["rise"].partition("; ")[0] == mended


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("rose by 1.4 points", "perhaps down 1.4 points (the sign, or the direction of the verb)"),
        ("1.4 points more", "perhaps down 1.4 points (the sign, or the direction of the verb)"),
        ("a rise of 1.4 points", "perhaps down 1.4 points (the sign, or the direction of the verb)"),
        ("1.4 points", "perhaps -1.4 pp (the sign, or the direction of the verb)"),
    ],
)
def test_a_verb_that_may_go_the_other_way_is_mended_with_its_direction(said, mended):
    sheet = f"""
claims:
  - {{id: now, value: {{of: rate, in: 2024, is: 86.2%}}}}
  - {{id: then, value: {{of: rate, in: 2023, is: 87.6%}}}}
  - {{id: moved, change: {{of: rate, in: 2024, is: {said}}}}}
"""
    report = verify_bytes("claims.yaml", sheet.encode(), {})
    texts = {r.claim: repair_text(report.sheet, r) for conflict in report.conflicts for r in conflict.repairs}
    assert texts["moved"].endswith(mended)
