"""A quote that leaves out what its text says beside the number: a contradiction that rests on it says so."""

from __future__ import annotations

import json

TEXT = """\
More than 12,345 people took part, 13,418 by the final count.

Revenue fell 5.0% to 95.0 million from 100.0 million.
"""
SHEET = """
document: text.md
claims:
  - {{id: entered, quote: "{entered}", value: {{of: came}}}}
  - {{id: counted, quote: "13,418", value: {{of: came}}}}
  - {{id: fell, quote: "{fell}", growth: {{of: revenue, from: 2022, to: 2023}}}}
  - {{id: levels, quote: 95.0 million from 100.0 million, value: {{of: revenue, in: [2023, 2022]}}}}
"""


def test_a_hedge_and_a_verb_before_a_quote_are_told_beside_its_contradiction(claimcheck, sheet, tmp_path):
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    cut = sheet(SHEET.format(entered="12,345 people", fell="5.0%"))
    table = claimcheck("verify", cut, cwd=tmp_path)
    assert table.code == 1
    assert "quote: entered: the text says “More than 12,345 people”" in table.out
    assert "quote: fell: the text says “fell 5.0%”" in table.out
    assert "quote: fell: the text says “fell 5.0%”" in claimcheck("explain", "fell", cut, cwd=tmp_path).out
    page = claimcheck("verify", cut, "--format", "html", cwd=tmp_path).out
    assert "<p><b>quote</b>: fell: the text says “fell 5.0%”, and its quote leaves a part of that out</p>" in page
    markdown = claimcheck("verify", cut, "--format", "markdown", cwd=tmp_path).out
    assert "\n- quote: entered: the text says “More than 12,345 people”, and its quote leaves a part of" in markdown
    findings = json.loads(claimcheck("verify", cut, "--format", "json", cwd=tmp_path).out)["findings"]
    assert any("the text says “fell 5.0%”" in finding["help"] for finding in findings)


def test_whole_quotes_hold_and_nothing_is_told(claimcheck, sheet, tmp_path):
    (tmp_path / "text.md").write_text(TEXT, encoding="utf-8")
    whole = claimcheck("verify", sheet(SHEET.format(entered="More than 12,345", fell="fell 5.0%")), cwd=tmp_path)
    assert (whole.code, "the text says" in whole.out) == (0, False)


def test_the_text_is_read_in_the_locale_of_the_sheet(claimcheck, sheet, tmp_path):
    (tmp_path / "text.md").write_text("More than 12,5 million came, 13,4 million in the end.\n", encoding="utf-8")
    cut = sheet("""
    document: text.md
    defaults: {locale: de}
    claims:
      - {id: entered, quote: "12,5 million", value: {of: came}}
      - {id: counted, quote: "13,4 million", value: {of: came}}
    """)
    assert "quote: entered: the text says “More than 12,5 million”" in claimcheck("verify", cut, cwd=tmp_path).out


def test_a_formula_of_one_dimension_in_two_units_is_told(claimcheck, sheet):
    text = """\
claims:
  - {id: salt, value: {of: salt, is: 0.67 g}}
  - {id: bar, value: {of: salt_bar, is: 303 mg}}
  - {id: size, value: {of: bar, is: 45 g}}
  - {id: each, assert: "salt_bar / salt = bar / 100"}
"""
    said = "unit: each: its formula takes salt_bar in mg and salt in g, as they are printed"
    assert said in claimcheck("verify", sheet(text)).out
    declared = claimcheck("verify", sheet("quantities: {salt_bar: {unit: g}, salt: {unit: g}}\n" + text))
    assert (declared.code, said in declared.out) == (0, False)


FEES = """\
quantities:
  fee: {{unit: GBP}}
claims:
  - {{id: month, value: {{of: fee, is: {month}}}}}
  - {{id: year, value: {{of: fee, is: "{year}"}}}}
"""


def test_a_number_that_does_not_say_per_what_it_is_is_told_beside_one_that_does(claimcheck, sheet):
    ran = claimcheck("verify", sheet(FEES.format(month="£690", year="£8,280 a year")))
    assert ran.code == 1
    assert "unit: month: “£690” does not say per what it is, as “£8,280 a year” does; `is:` may say so" in ran.out
    assert "year: £8,280 a year would have to be 685 to 695 GBP\n" in ran.out


def test_numbers_per_month_and_per_year_are_one_quantity_whose_declared_unit_says_neither(claimcheck, sheet):
    assert claimcheck("verify", sheet(FEES.format(month="£690 a month", year="£8,280 a year"))).code == 0
    ran = claimcheck("verify", sheet(FEES.format(month="£690 a month", year="£9,281 a year")))
    assert ran.code == 1
    assert "month: £690 a month would have to be 773.375 to 773.459 GBP per month\n" in ran.out
    assert "year: £9,281 a year would have to be 8,220 to 8,340 GBP per year" in ran.out
