"""Units as texts write them, beside those that a sheet declares or says with `is`."""

from __future__ import annotations

from fractions import Fraction

import pytest

import claimcheck
from claimcheck.kinds.base import Mode

SOUND = [  # the quote, what `is` says, the unit of the quantity
    ("5.2 kr", "5.2", "SEK"),
    ("1.2 million pounds", "1.2 million pounds", "GBP"),
    ("1.2 million pounds", "1.2 million pounds", "kg"),
    ("6.1 kr", "6.1 NOK", "NOK"),
    ("7.2 kr per kg", "7.2", "NOK/kg"),
    ("341 kEUR", "341", "EUR"),
    ("100", "exactly 100", ""),
    ("$5.00", "CAD 5.00", "CAD"),
    ("12.4 p/kWh", "12.4", "pence/kWh"),
    ("120 qm", "120", "m²"),
    ("15 cbm", "15 m³", "m³"),
    ("12.5 MWp", "12.5", "MW"),
    ("340 man-hours", "340", "hours"),
    ("121 bed days", "121", "days"),
    ("501 iPad", "501", "devices"),
    ("52 plc", "52", "companies"),
    ("13 tag teams", "13", "teams"),
    ("57 metros", "57", "metro areas"),
    ("12.1 degrees", "12.1 °C", "°C"),
    ("12 to 15 degrees below zero", "-15 to -12 degrees", ""),
    ("25.3 million tons", "25.3 million t", "t"),
    ("2,001 oz of gold", "2,001 oz t", ""),
    ("3.2 gpt", "3.2", "g/t"),
    ("5.6 mmol/L", "5.6 mmol/l", "mmol/l"),
    ("7.3 ng/mL", "7.3", "ng/ml"),
    ("78.4 dt per hectare", "78.4", "dt/ha"),
    ("14 cwt", "14 kg", "kg"),
    ("EUR 445.2 (398.5) million", "445.2 million", "EUR"),
]
MISTAKEN = [
    ("1.2 million pounds", "1.2 million pounds", "EUR", "CC301"),
    ("1.2 million pounds sterling", "1.2 million pounds sterling", "kg", "CC301"),
    ("5.1 lb", "5.1 lb", "GBP", "CC301"),
    ("3.5%", "3.5%", "EUR", "CC301"),
    ("3.5%", "3.5%", "km", "CC301"),
    ("3.5 km", "3.5 km", "EUR", "CC301"),
    ("3.5 percentage points", "3.5 percentage points", "km", "CC301"),
    ("14 cwt", "14", "kg", "CC301"),
    ("340 man-hours", "340", "km", "CC301"),
    ("12.1 °C", "12.1 °F", "", "CC302"),
    ("5.2 kr", "5.2 EUR", "", "CC302"),
    ("341 cwt", "314 kg", "", "CC302"),
]


PAIRS = [
    ("5 kr", "6 NOK"),
    ("6 NOK", "5 kr"),
    ("$5.0", "CAD 6.0"),
    ("300 man-hours", "340 hours"),
    ("130 days", "120 bed days"),
    ("421 ppm", "0.0430%"),
    ("0.0421%", "430 parts per million"),
]
OTHERS = [("5 SEK", "6 NOK"), ("5 kr", "6 EUR"), ("300 man-hours", "340 km")]


def problems(quote: str, said: str, unit: str) -> list[str]:
    """Return the codes of the errors of a sheet with one claim."""
    declared = f'quantities: {{q: {{unit: "{unit}"}}}}\n' if unit else ""
    sheet = f'document: doc.md\n{declared}claims:\n  - {{id: a, quote: "{quote}", value: {{of: q, is: "{said}"}}}}\n'
    report = claimcheck.verify_text(sheet, {"doc.md": f"It was {quote} then.\n"})
    return [each.code for each in report.findings if each.severity is claimcheck.Severity.ERROR]


@pytest.mark.parametrize(("quote", "said", "unit"), SOUND)
def test_what_may_be_the_unit_that_a_sheet_says_is_taken(quote: str, said: str, unit: str) -> None:
    assert problems(quote, said, unit) == []


@pytest.mark.parametrize(("quote", "said", "unit", "code"), MISTAKEN)
def test_what_is_another_unit_is_told(quote: str, said: str, unit: str, code: str) -> None:
    assert problems(quote, said, unit) == [code]


@pytest.mark.parametrize(
    ("level", "formula", "codes"),
    [
        ("$1.50", "a = 150 cents", ["CC301"]),
        ("2.0 km", "a > 1500 m", ["CC301"]),
        ("$2.00", "a = €2.00", ["CC301"]),
        ("CAD 5.0", "a = $5.0", []),
        ("$2.00", "a > $1.50", []),
        ("2.0 km", "a = 2.0", []),
    ],
)
def test_a_formula_of_a_sheet_in_one_unit_is_in_that_unit(level: str, formula: str, codes: list[str]) -> None:
    sheet = f'claims:\n  - {{id: a, value: {{of: a, is: "{level}"}}}}\n  - {{id: b, assert: "{formula}"}}\n'
    found = claimcheck.verify_text(sheet).findings
    assert [each.code for each in found if each.severity is claimcheck.Severity.ERROR] == codes


@pytest.mark.parametrize(
    ("one", "other", "codes"), [*((*each, []) for each in PAIRS), *((*each, ["CC301"]) for each in OTHERS)]
)
def test_a_quantity_is_in_the_clearest_of_its_units(one: str, other: str, codes: list[str]) -> None:
    levels = zip((2023, 2024), (one, other), strict=True)
    claims = "".join(f'  - {{id: a{year}, value: {{of: a, in: {year}, is: "{level}"}}}}\n' for year, level in levels)
    found = claimcheck.verify_text(f"claims:\n{claims}").findings
    assert [each.code for each in found if each.severity is claimcheck.Severity.ERROR] == codes


@pytest.mark.parametrize(("share", "codes"), [("0.0421%", []), ("0.0424%", ["CC101"]), ("421,000 ppb", [])])
def test_parts_per_million_and_a_percent_agree_where_they_are_the_same(share: str, codes: list[str]) -> None:
    text = f"CO₂ is at 421 parts per million, {share}."
    sheet = f'document: doc.md\nclaims:\n  - {{id: a, quote: [421 parts per million, "{share}"], value: {{of: co2}}}}\n'
    found = claimcheck.verify_text(sheet, {"doc.md": text}).findings
    assert [each.code for each in found if each.severity is claimcheck.Severity.ERROR] == codes


@pytest.mark.parametrize("declared", ["", "quantities: {t: {unit: degrees}}\n"])
@pytest.mark.parametrize("levels", [("14 °F", "-10 °C"), ("14.2 degrees", "14.2 °C", "57.6 °F")])
def test_temperatures_in_two_units_are_told_not_to_be_converted(declared: str, levels: tuple[str, ...]) -> None:
    claims = "".join(f'  - {{id: a{t[-1]}, value: {{of: t, is: "{t}"}}}}\n' for t in levels)
    (found,) = claimcheck.verify_text(f"{declared}claims:\n{claims}").findings
    assert "temperatures are not converted" in found.message


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$5,000 per person", "$5,000 per capita"),
        ("24 litres per minute", "1.44 m³/h"),
        ("95.2 cents per share", "$0.952 per diluted share"),
    ],
)
def test_what_two_numbers_are_per_may_be_said_in_two_ways(one: str, other: str) -> None:
    sheet = f'claims:\n  - id: a\n    value: {{of: x, is: "{one}"}}\n  - id: b\n    value: {{of: x, is: "{other}"}}\n'
    report = claimcheck.verify_text(sheet)
    assert [finding.code for finding in report.findings] == []
    assert len(report.results) == 2


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [("5%", "50 tonnes", ["CC301"]), ("$50", "5%", ["CC301"]), ("5%", "3 ppm", []), ("5%", "3%", [])],
)
@pytest.mark.parametrize(
    "together",
    [
        "claims: [{id: c, compare: {of: a, than: b, is: less}}]",
        "claims: [{id: c, difference: {of: a, minus: b, is: 5}}]",
        "claims: [{id: c, assert: a < b + b}]",
        "quantities: {a: {part_of: b}}\nclaims: []",
    ],
)
def test_a_percentage_is_neither_added_to_an_amount_nor_compared_with_one(together, one, other, codes) -> None:
    levels = f'{{id: a, value: {{of: a, is: "{one}"}}}}, {{id: b, value: {{of: b, is: "{other}"}}}}, '
    text = together.replace("claims: [", f"claims: [{levels}")
    report = claimcheck.verify_text(text)
    assert [each.code for each in report.findings if each.code == "CC301"] == codes


def test_a_percentage_may_be_a_part_of_what_is_an_amount() -> None:
    text = """
    claims:
      - {id: profit, value: {of: profit, is: $50 million}}
      - {id: revenue, value: {of: revenue, is: $100 million}}
      - {id: margin, value: {of: margin, is: 50%}}
      - {id: ratio, ratio: {of: profit, per: revenue, is: 50%}}
      - {id: divided, assert: "profit / revenue = margin"}
      - {id: times, assert: "profit = 50% * revenue"}
    """
    assert [each.code for each in claimcheck.verify_text(text).findings] == []


@pytest.mark.parametrize(
    ("quote", "levels"),
    [
        ("from 11 to 12 million", ["10,500,000", "11,500,000"]),
        ("12.0 to 15.0 million", ["11,950,000", "11,950,000"]),
        ("11.0 million to 15.0 million", ["10,950,000", "14,950,000"]),
        ("ranged from 18% to 24%", ["0.175", "0.175"]),
        ("from 18% to 24%", ["0.175", "0.235"]),
    ],
)
def test_two_levels_are_the_ends_of_a_move_and_each_all_of_a_range(quote: str, levels: list[str]) -> None:
    sheet = f'document: doc.md\nclaims:\n  - {{id: a, quote: "{quote}", value: {{of: [a, b]}}}}\n'
    sheet = claimcheck.verify_text(sheet, {"doc.md": f"It {quote} then.\n"}).sheet
    assert sheet
    lows = [claim.kind.asserted(Mode.WIDE).low for claim in sheet.claims]
    assert lows == [Fraction(level.replace(",", "")) for level in levels]


@pytest.mark.parametrize("kind", ["share: {of: bad, whole: loans,", "ratio: {of: bad, per: loans,"])
@pytest.mark.parametrize(("said", "codes"), [("21 basis points", []), ("12 basis points", ["CC201"])])
def test_basis_points_of_something_are_a_part_of_it(kind: str, said: str, codes: list[str]) -> None:
    levels = "  - {id: a, value: {of: bad, is: $21.0 million}}\n  - {id: b, value: {of: loans, is: $10.0 billion}}\n"
    found = claimcheck.verify_text(f"claims:\n{levels}  - {{id: c, {kind} is: {said}}}}}\n").findings
    assert [each.code for each in found if each.severity is claimcheck.Severity.ERROR] == codes


@pytest.mark.parametrize("part", ["239.1 million", "$239.1 million", "23,910 million cents"])
def test_cents_of_every_dollar_are_a_part_of_what_is_in_dollars(part: str) -> None:
    sheet = f"""claims:
  - {{id: all, value: {{of: spending, is: $412.3 million}}}}
  - {{id: fund, ratio: {{of: fund, per: spending, is: 58 cents}}}}
  - {{id: part, value: {{of: fund, is: "{part}"}}}}
"""
    report = claimcheck.verify_text(sheet)
    assert [finding.message for finding in report.findings] == []
    assert report.results["fund"].verdict is claimcheck.Verdict.CONFIRMED
    off = claimcheck.verify_text(sheet.replace("239.1", "293.1").replace("23,91", "29,31"))
    assert [conflict.claims for conflict in off.conflicts] == [("all", "fund", "part")]


def test_mere_points_that_make_up_a_percentage_are_told_how_to_be_percentage_points() -> None:
    declared = 'quantities: {food: {unit: "%"}, rest: {unit: "%"}}\n'
    sheet = """claims:
  - {id: all, value: {of: inflation, is: 2.4%}}
  - {id: food, value: {of: food, is: 0.5 points}}
  - {id: rest, value: {of: rest, is: 1.9 percentage points}}
  - {id: sum, sum: {parts: [food, rest], total: inflation}}
"""
    (finding,) = [each for each in claimcheck.verify_text(sheet).findings if each.code == "CC301"]
    assert 'where its points are percentage points, declare `unit: "%"` for food' in finding.message
    report = claimcheck.verify_text(declared + sheet)
    assert [each.code for each in report.findings if each.severity is claimcheck.Severity.ERROR] == []
    assert report.results["food"].verdict is claimcheck.Verdict.CONSISTENT


@pytest.mark.parametrize(
    "quote", ["one doctor for every 350 people", "a doctor for every 350 people", "one per 350 residents"]
)
@pytest.mark.parametrize("said", ["", ", is: one in 350", ", is: 1 per 350"])
def test_one_for_every_so_many_is_a_part_of_them(quote: str, said: str) -> None:
    sheet = f"""document: t.md
claims:
  - {{id: doctors, value: {{of: doctors, is: 120 doctors}}}}
  - {{id: people, value: {{of: people, is: "42,000 people"}}}}
  - {{id: each, quote: {quote}, ratio: {{of: doctors, per: people{said}}}}}
"""
    texts = {"t.md": f"There is {quote}."}
    report = claimcheck.verify_text(sheet, texts)
    assert [each.message for each in report.findings if each.severity is claimcheck.Severity.ERROR] == []
    assert report.results["each"].verdict is claimcheck.Verdict.CONFIRMED
    off = claimcheck.verify_text(sheet.replace("120", "210"), texts)
    assert [conflict.claims for conflict in off.conflicts] == [("doctors", "people", "each")]
