"""`claimcheck infer`, and every contradiction around a claim."""

from __future__ import annotations

import json
from fractions import Fraction


def test_exports_of_2014_come_out_tight_with_what_they_rest_on(claimcheck, root):
    ran = claimcheck("infer", "claims.yaml", "--format", "json", cwd=root)
    assert json.loads(ran.out)["format_version"] == "1.0"
    found = {each["quantity"]: each for each in json.loads(ran.out)["quantities"]}
    exports = found["exports[2014]"]
    low, high = Fraction(exports["range"]["low"]), Fraction(exports["range"]["high"])
    assert Fraction("14.34e12") < low < Fraction("14.36e12")
    assert Fraction("14.47e12") < high < Fraction("14.49e12")
    assert {"labour-exports", "labour-share", "exports-fell"} <= set(exports["bearing"])
    assert "trade[2015]" not in found, "what is printed is not inferred"


def test_the_table_names_ranges_for_people(claimcheck, root):
    ran = claimcheck("infer", "claims.yaml", cwd=root)
    (line,) = [line for line in ran.out.splitlines() if line.startswith("exports[2014]")]
    assert "14.347 to 14.481 trillion" in line


def test_one_quantity_can_be_asked_for_and_a_mistyped_one_gets_the_nearest(claimcheck, root):
    ran = claimcheck("infer", "claims.yaml", "-Q", "trade[2015]", "--format", "json", cwd=root)
    assert [each["quantity"] for each in json.loads(ran.out)["quantities"]] == ["trade[2015]"]
    ran = claimcheck("infer", "claims.yaml", "-Q", "exprts[2014]", cwd=root)
    assert (ran.code, "did you mean 'exports[2014]'?" in ran.err) == (2, True)


def test_a_product_of_printed_quantities_is_inferred_as_an_enclosure(claimcheck, sheet):
    text = """claims:
  - id: price
    value: {of: price, in: 2015, is: 20.0}
  - id: volume
    value: {of: volume, in: 2015, is: 30.0 million}
  - id: tie
    assert: "price[2015] * volume[2015] = sales[2015]"
  - id: sold
    growth: {of: sales, in: 2015, is: up 10%}
"""
    ran = claimcheck("infer", sheet(text), "--format", "json")
    found = {each["quantity"]: each for each in json.loads(ran.out)["quantities"]}
    assert found.keys() == {"sales[2014]", "sales[2015]"}
    sales = found["sales[2015]"]
    low, high = Fraction("19.95") * 29_950_000, Fraction("20.05") * 30_050_000
    assert Fraction(99, 100) * low < Fraction(sales["range"]["low"]) <= low
    assert high <= Fraction(sales["range"]["high"]) < Fraction(101, 100) * high
    assert not sales["range"]["exact"]
    assert {"price", "volume", "tie"} <= set(sales["bearing"])
    ran = claimcheck("infer", sheet(text))
    assert "sales[2015]  within 597.5 to 602.6 million" in ran.out


def test_a_product_beside_a_contradiction_is_inferred_without_it(claimcheck, sheet):
    text = """claims:
  - {id: price, value: {of: price, is: 20.0}}
  - {id: other, value: {of: price, is: 25.0}}
  - {id: volume, value: {of: volume, is: 30.0 million}}
  - {id: tie, assert: "price * volume = sales"}
"""
    assert "sales" not in claimcheck("infer", sheet(text)).out
    without = text.replace("is: 25.0", "is: 20.0")
    assert "within 597.5 to 602.6 million" in claimcheck("infer", sheet(without)).out


def test_explain_lists_every_minimal_contradiction(claimcheck, sheet):
    text = "claims:\n" + "".join(
        f"  - id: {name}\n    value:\n      of: x\n      is: {number}\n"
        for name, number in (("a", "1.0"), ("b", "2.0"), ("c", "3.0"))
    )
    ran = claimcheck("explain", "a", sheet(text), "--all-conflicts")
    assert "3 minimal contradictions around a:" in ran.out
    for pair in ("a, b", "a, c", "b, c"):
        assert f"  {pair}\n" in ran.out


def test_what_is_counted_is_whole_and_one_bound_is_worth_telling(claimcheck, tmp_path):
    sheet = """
claims:
  - {id: a, fraction: {of: agreed, out_of: 41, is: 37%}}
  - {id: b, value: {of: home, is: 5.0 million}}
  - {id: c, compare: {of: abroad, than: home, is: greater}}
  - {id: d, direction: {of: idle, in: 2015, is: up}}
"""
    (tmp_path / "claims.yaml").write_text(sheet, encoding="utf-8")
    ran = claimcheck("infer", "--format", "json", cwd=tmp_path)
    found = {each["quantity"]: each["range"] for each in json.loads(ran.out)["quantities"]}
    assert {name: (each["low"], each["high"], each["low_open"]) for name, each in found.items()} == {
        "agreed": ("15", "15", False),
        "abroad": ("4950000", None, True),
    }


def test_a_declared_ratio_is_inferred_as_narrowly_as_a_division_tells(claimcheck, root):
    sheet = root / "tests" / "cases" / "whole-energy-transition" / "sheet.yaml"
    found = json.loads(claimcheck("infer", sheet, "-Q", "wind_share[2025]", "--format", "json").out)
    (share,) = found["quantities"]
    low, high = (Fraction(share["range"][end]) for end in ("low", "high"))
    assert Fraction("158.15") / Fraction("589.95") - Fraction("0.0002") < low
    assert high < Fraction("158.25") / Fraction("589.85")


def test_numbers_are_read_as_a_document_outside_the_sheets_folder_has_them(claimcheck, tmp_path):
    (tmp_path / "text.md").write_text("The result of the firm was better than a year ago ($3.2 million) by a lot.\n")
    (tmp_path / "inner").mkdir()
    sheet = "document: ../text.md\nclaims:\n  - {id: a, quote: ($3.2 million), value: {of: result}}\n"
    (tmp_path / "inner" / "claims.yaml").write_text(sheet)
    ran = claimcheck("infer", "claims.yaml", "--allow-outside", "-Q", "result", cwd=tmp_path / "inner")
    assert (ran.code, "-3" in ran.out, "3.150 to 3.250 million" in ran.out) == (0, False, True)
    ran = claimcheck("impact", "a", "claims.yaml", "--is", "3.3", "--allow-outside", "--all", cwd=tmp_path / "inner")
    assert (ran.code, "-3" in ran.out) == (0, False)


def test_what_is_printed_for_each_or_as_a_change_alone_is_inferred_with_its_unit(claimcheck, sheet):
    text = """claims:
  - {id: profit, value: {of: profit, in: 2024, is: €61.8 million}}
  - {id: earned, ratio: {of: profit, per: shares, in: 2024, is: €1.54 a share}}
  - {id: paid, ratio: {of: dividend, per: shares, in: 2024, is: €0.62 a share}}
  - {id: pay, ratio: {of: pay, per: staff, in: 2024, is: "€15,712 a year"}}
  - {id: staff, value: {of: staff, in: 2024, is: "5,214"}}
  - {id: rose, change: {of: rent, in: 2024, is: up 12.5 million krone}}
  - {id: doubled, growth: {of: rent, in: 2024, is: up 10.0%}}
  - {id: risen, change: {of: rate, in: 2024, is: up 40bp}}
"""
    ran = claimcheck("infer", sheet(text))
    found = {line.split()[0]: line for line in ran.out.splitlines() if line}
    assert "39.96 to 40.30 million shares" in found["shares[2024]"]
    assert "24.58 to 25.19 million EUR" in found["dividend[2024]"]
    assert "million EUR" in found["pay[2024]"]
    assert "million NOK" in found["rent[2023]"]
    assert "at least 0.395%" in found["rate[2024]"]


def test_a_part_is_inferred_in_the_unit_of_its_whole(claimcheck, sheet):
    text = """claims:
  - {id: all, value: {of: spending, is: $412.3 million}}
  - {id: roads, share: {of: roads, whole: spending, is: 12%}}
  - {id: fund, ratio: {of: fund, per: spending, is: 58 cents}}
"""
    ran = claimcheck("infer", sheet(text))
    found = {line.split()[0]: line for line in ran.out.splitlines() if line}
    assert "47.4 to 51.6 million USD" in found["roads"]
    assert "237.0 to 241.3 million USD" in found["fund"]
