"""One unit into another."""

from __future__ import annotations

from fractions import Fraction

import pytest

from claimcheck.quantity.conversion import factor, is_other_currency, may_mean
from claimcheck.quantity.lexicon.conversions import DIMENSIONS, HUNDREDTHS, SHARED
from claimcheck.quantity.unit_names import names
from claimcheck.quantity.written import read


def unit(text):
    return read(text).unit


@pytest.mark.parametrize(
    ("one", "other", "worth"),
    [
        ("1 tonne", "1 kg", Fraction(1000)),
        ("1 kg", "1 tonne", Fraction(1, 1000)),
        ("1 mile", "1 km", Fraction("1.609344")),
        ("1 hectare", "1 km²", Fraction(1, 100)),
        ("1 sq ft", "1 m²", Fraction("0.09290304")),
        ("1 hour", "1 minute", Fraction(60)),
        ("1 year", "1 quarter", Fraction(4)),
        ("1 GWh", "1 kWh", Fraction(10**6)),
        ("1 cent", "1 dollar", Fraction(1, 100)),
        ("1 euro", "1 cent", Fraction(100)),
        ("1 penny", "1 pound sterling", Fraction(1, 100)),
        ("1 kg per hectare", "1 tonne per km²", Fraction(1, 10)),
        ("1 km per hour", "1 m per second", Fraction(5, 18)),
        ("1 dollar a litre", "1 cent per litre", Fraction(100)),
        ("7 litres per 100 km", "1 litre per km", Fraction(1, 100)),
        ("7 litres per 100 km", "1 mL per m", Fraction(1, 100)),
        ("10.9 per 1,000", "1 per 100,000", Fraction(100)),
        ("5 per 1,000", "1%", Fraction(1, 1000)),
        ("1%", "5 per 1,000 people", Fraction(1000)),
        ("5 per 1,000", "1 ppm", Fraction(1000)),
        ("5 per 1,000 households", "1%", None),
        ("5 cases per 1,000", "1%", None),
        ("5 per hectare", "5", None),
        ("7 litres per 100 km", "1 litre per 100 miles", Fraction("1.609344")),
        ("5 cases per 1,000 people", "5 cases per household", None),
        ("1 kg per hectare", "1 km per km²", None),
        ("5 dollars per ton", "5 dollars per kg", Fraction(0)),
        ("500 cases per million people", "5 cases per 1,000", Fraction(1, 1000)),
        ("33.3 m/s", "1 km/h", Fraction(18, 5)),
        ("33.3 metres per second", "1 km per hour", Fraction(18, 5)),
        ("1 tonne-kilometre", "1 kg-km", Fraction(1000)),
        ("1 passenger-mile", "1 passenger-kilometre", Fraction("1.609344")),
        ("1 passenger-kilometre", "1 seat-kilometre", Fraction(1)),
        ("1 passenger-kilometre", "1 tonne-kilometre", None),
        ("1 tonne-kilometre", "1 tonne", None),
        ("1 cent per tonne-km", "1 dollar per kg-km", Fraction(1, 100000)),
        ("1%", "1 ppm", Fraction(10**6)),
        ("1 ppb", "1%", Fraction(1, 10**9)),
        ("1%", "1 kg", None),
        ("1 ton", "1 kg", Fraction(0)),
        ("1 GB", "1 MB", Fraction(0)),
        ("1 km", "1 kg", None),
        ("1 cent", "1 pound sterling", None),
        ("1 kg per hectare", "1 kg", None),
        ("2 firms", "1 kg", None),
    ],
)
def test_one_unit_is_worth_so_many_of_another(one, other, worth):
    assert factor(unit(one), unit(other)) == worth


def test_every_unit_of_the_table_is_one_that_numbers_print():
    known = {each.name for each in names().values()}
    listed = {line.split()[0].replace("-", " ") for units in DIMENSIONS.values() for line in units.split(",")}
    assert listed - known == set()
    assert {*SHARED, *HUNDREDTHS, *(code for codes in HUNDREDTHS.values() for code in codes)} <= known


@pytest.mark.parametrize(
    ("text", "currency", "may"),
    [
        ("$5.00", "1 Canadian dollar", True),
        ("5.0 million dollars", "1 Canadian dollar", True),
        ("US$5.00", "1 Canadian dollar", False),
        ("5 US dollars", "1 Canadian dollar", False),
        ("$5.00", "1 euro", False),
        ("¥5.00", "1 yuan", True),
        ("€5.00", "1 Canadian dollar", False),
        ("$5.00", "1 kg", False),
    ],
)
def test_a_bare_sign_may_be_that_of_another_currency(text, currency, may):
    assert may_mean(read(text), unit(currency)) is may


def test_dollars_and_euros_are_different_and_cents_are_not():
    assert is_other_currency(unit("$1"), unit("€1"))
    assert not is_other_currency(unit("$1"), unit("1 cent"))
    assert not is_other_currency(unit("$1"), unit("1 kg"))
