from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.quantity.interval import Interval
from claimcheck.quantity.show import decimal_text, exponent_of, outward, power_of_ten, show_interval, show_number
from claimcheck.quantity.terms import PERCENT, POINTS, TIMES, Unit
from claimcheck.quantity.written import scan

CNY = Unit("CNY", "currency")
INTERVALS = (
    (("-0.07063", "-0.06905"), PERCENT, "-7.06% to -6.91%"),
    (("14.351e12", "14.483e12"), CNY, "14.35 to 14.48 trillion CNY"),
    (("0.24531", "0.24615"), PERCENT, "24.53% to 24.62%"),
    (("4.402", "4.572"), None, "4.40 to 4.57"),
    (("4.402", "4.572"), TIMES, "4.40 to 4.57 times"),
    (("200000", "210000"), Unit("company", "count"), "200,000 to 210,000 companies"),
    (("3", "4"), Unit("class", "count"), "3.0 to 4.0 classes"),
    (("3", "4"), Unit("person", "count"), "3.0 to 4.0 people"),
    (("20e9", "21e9"), Unit("cent", "currency"), "20.0 to 21.0 billion cents"),
    (("0.075", "0.085"), POINTS, "7.5 to 8.5 pp"),
    (("5e8", "1.2e12"), CNY, "500 million to 1.2 trillion CNY"),
    (("1e20", "1.0001e20"), CNY, "1e20 to 1.0001e20 CNY"),
    (("5", "5"), CNY, "5 CNY"),
)


@pytest.mark.parametrize(("pair", "unit", "expected"), INTERVALS)
def test_an_interval_shows_the_fewest_decimals_that_keep_its_ends_apart(
    pair: tuple[str, str], unit: Unit | None, expected: str
) -> None:
    assert show_interval(Interval(Fraction(pair[0]), Fraction(pair[1])), unit) == expected


def test_signs_are_shown_on_request() -> None:
    assert show_interval(Interval(Fraction("3.402"), Fraction("3.572")), PERCENT, signed=True) == "+340% to +357%"
    assert show_number(Fraction("0.43"), PERCENT, signed=True) == "+43%"


def test_open_and_endless_intervals_say_so() -> None:
    trillion = Fraction(10) ** 12
    assert show_interval(Interval(trillion, None, low_open=True), CNY) == "above 1 trillion CNY"
    assert show_interval(Interval(trillion, None), CNY) == "at least 1 trillion CNY"
    assert show_interval(Interval(None, Fraction(1, 20)), PERCENT) == "at most 5%"
    assert show_interval(Interval(None, Fraction(1, 20), high_open=True), PERCENT) == "below 5%"
    assert show_interval(Interval(None, None)) == "any number"
    assert show_interval(Interval(Fraction(1), Fraction(0))) == "no number"


NUMBERS = (
    ("24.59e12", CNY, "24.59 trillion CNY"),
    ("0.08", POINTS, "8 pp"),
    ("41", Unit("firm", "count"), "41 firms"),
    ("1", Unit("firm", "count"), "1 firm"),
    ("1e-9", None, "1e-9"),
    ("0", PERCENT, "0%"),
    ("1234567", None, "1.234567 million"),
    ("123456", None, "123,456"),
    ("10.95", Unit("", "none", "1,000"), "10.95 per 1,000"),
)


@pytest.mark.parametrize(("value", "unit", "expected"), NUMBERS)
def test_a_number_is_shown_as_a_person_writes_it(value: str, unit: Unit | None, expected: str) -> None:
    assert show_number(Fraction(value), unit) == expected


@given(st.fractions(), st.fractions(), st.sampled_from([None, PERCENT, CNY, TIMES, POINTS]))
def test_two_ends_that_differ_never_look_equal(first: Fraction, second: Fraction, unit: Unit | None) -> None:
    low, high = sorted((first, second))
    shown = show_interval(Interval(low, high), unit)
    if low != high:
        left, right = shown.replace("%", "").split(" to ")
        assert left != right.split(" ")[0]


DECIMALS = (
    ("0.245315418862345", False, "0.245315418862"),
    ("1/3", True, "0.333333333334"),
    ("-1/3", False, "-0.333333333334"),
    ("-1/3", True, "-0.333333333333"),
    ("24590000000000", True, "24590000000000"),
    ("99.99999999999999", True, "100"),
    ("0", True, "0"),
)


@pytest.mark.parametrize(("value", "up", "expected"), DECIMALS)
def test_decimals_are_rounded_outward_to_twelve_digits(value: str, up: bool, expected: str) -> None:
    assert decimal_text(Fraction(value), up=up) == expected


@given(st.fractions())
def test_outward_rounding_encloses_the_number(value: Fraction) -> None:
    low, high = decimal_text(value, up=False), decimal_text(value, up=True)
    assert Fraction(low) <= value <= Fraction(high)
    assert all(len(text.lstrip("-0.").replace(".", "").rstrip("0")) <= 12 for text in (low, high))


def test_a_range_with_one_end_is_rounded_outward_to_the_digits_that_matter():
    assert show_interval(outward(Interval(Fraction("0.566038"), None, low_open=True))) == "above 0.566"
    assert show_interval(outward(Interval(None, Fraction("-0.797320")))) == "at most -0.7973"
    both = Interval(Fraction("1.23456"), Fraction("2.34567"))
    assert outward(both) == both


@pytest.mark.parametrize(
    "printed", ["buses", "analyses", "wives", "potatoes", "aircraft", "people", "staff", "classes"]
)
def test_counted_things_are_shown_in_the_plural_in_which_they_were_printed(printed):
    (written,) = scan(f"There were 12 {printed}.")
    assert show_number(written.value, written.unit) == f"12 {printed}"


def test_products_of_units_have_a_plural_where_they_are_words():
    person_years, per = Unit("person-year", "measure"), Unit("injury", "count", "1,000 person-year")
    assert show_number(Fraction(744), person_years) == "744 person-years"
    assert show_number(Fraction(1), person_years) == "1 person-year"
    assert show_number(Fraction(54), Unit("passenger-km", "measure")) == "54 passenger-km"
    assert show_number(Fraction("5.5"), per) == "5.5 injuries per 1,000 person-years"


@pytest.mark.parametrize("exponent", [-90_000, -4301, -2, -1, 0, 1, 2, 4301, 90_000])
def test_the_exponent_of_a_number_is_exact_however_long_it_is(exponent: int) -> None:
    least, next_one = power_of_ten(exponent), power_of_ten(exponent + 1)
    assert exponent_of(least) == exponent_of(-least) == exponent
    assert exponent_of((least + 9 * next_one) / 10) == exponent
    assert exponent_of(next_one * (1 - power_of_ten(-40))) == exponent
