from __future__ import annotations

from fractions import Fraction
from time import process_time

import pytest

from claimcheck.quantity.written import NumberError, Style, check_style, parse_scale, read, scan

REFUSED = {
    "": "a number is expected, this is empty",
    "   ": "a number is expected, this is empty",
    "-": "is only signs",
    "±": "is only signs",
    "%": "is only signs",
    "many": "holds none",
    "1e999999999": "refused: at most 300 digits and powers of ten",
    "1e-999999999": "refused",
    "3 × 10^999": "two",
    "1.2.3": "is no number",
    "12,34,5": "one number is expected",
    "1١2": "of different scripts",
    "43 44": "one number is expected, here are 2: 43, 44",
    "abuot 43%": "'abuot' belongs to no number here",
    "43% frobnicated": "'frobnicated' belongs to no number here",
    "2,5": "a comma groups three digits",
    "3 milllion people": "'milllion' belongs to no number here; did you mean 'million'?",
    "$5 bilion": "did you mean 'billion'?",
    "five banana": "'banana' belongs to no number here",
    "1 milllion": "'milllion' belongs to no number here; did you mean 'million'?",
    "1 because": "'because' belongs to no number here",
    "1.0 banana": "'banana' belongs to no number here",
    "1 %% banana": "'banana' belongs to no number here",
    "1.2 million tonnes of CO2": "'CO2' belongs to no number here",
}


@pytest.mark.parametrize(("text", "message"), REFUSED.items(), ids=[text or "nothing" for text in REFUSED])
def test_what_is_no_number_is_refused_and_why_is_said(text: str, message: str) -> None:
    with pytest.raises(NumberError) as caught:
        read(text)
    assert message in caught.value.message or message == "two"
    assert 0 <= caught.value.offset <= len(text)


@pytest.mark.parametrize("text", ["1 firm", "one firm", "exactly 1 small firm"])
def test_the_singular_behind_one_is_what_is_counted(text: str) -> None:
    one, two = read(text), read("2 firms")
    assert (one.value, one.unit, one.exact) == (1, two.unit, True)
    assert one.text == text[one.start : one.end] == text


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "1" + ",000" * 100_000, "(" * 100_000, "1e" + "9" * 100_000, "-" * 5000 + "1"]
)
def test_long_input_is_refused_before_it_is_computed(text: str) -> None:
    start = process_time()
    with pytest.raises(NumberError, match="at most 400 characters"):
        read(text)
    assert process_time() - start < 0.05


def test_three_hundred_digits_are_read_and_more_are_not() -> None:
    assert read("9" * 300).value == int("9" * 300)
    with pytest.raises(NumberError, match="a number of 301 characters is refused"):
        read("9" * 301)


HOSTILE = (
    "1 " * 20_000,
    "1-" * 20_000,
    "1." * 20_000,
    "1/" * 20_000,
    "one in " * 10_000,
    "two hundred and " * 10_000,
    "between 1 and " * 5_000,
    "9" * 50_000,
    "五百" * 10_000,
    "百 分 之 " * 5_000,
    "a@" * 20_000,
    "(" * 20_000 + "1" + ")" * 20_000,
    "+1-" * 10_000,
    "1) " * 10_000,
    "5 dollars " * 5_000,
    "x-" * 20_000 + "1",
    "100 " * 20_000,
    "1" + "\u2009000" * 20_000,
    "one in " + "0" * 50_000,
    "five point" + " one" * 20_000,
)


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_scanning_takes_time_in_proportion_to_the_text(text: str) -> None:
    def seconds(sample: str) -> float:
        start = process_time()
        scan(sample)
        return process_time() - start

    seconds(text[:200])
    quarter = min(seconds(text[: len(text) // 4]) for _ in range(2))
    assert seconds(text) < 12 * quarter + 0.1


def test_four_digits_are_a_number_where_one_is_asked_for() -> None:
    assert read("2015").value == 2015
    assert read("2015").form == "number"


def test_words_around_a_number_that_say_nothing_are_passed() -> None:
    assert read("a decrease of 1.7%").direction == "down"
    assert read("growth of 43% year on year").value == Fraction(43, 100)
    assert read("2.4% annualised").value == Fraction(24, 1000)
    assert read("plus 3.2%").value == Fraction(32, 1000)
    assert (read("3 points ahead").direction, read("3 points behind").direction) == ("up", "down")
    races = "5 points behind in the race, 20% ahead in volume, 60% behind bars"
    assert [written.direction for written in scan(races)] == ["down", "up", ""]


def test_scales_are_magnitudes() -> None:
    scales = {
        text: parse_scale(text)
        for text in ("thousand", "thousands", "1,000", "million", "millions", "bn", "万", "亿", "1e6")
    }
    assert scales == {
        "thousand": 1000,
        "thousands": 1000,
        "1,000": 1000,
        "million": 10**6,
        "millions": 10**6,
        "bn": 10**9,
        "万": 10**4,
        "亿": 10**8,
        "1e6": 10**6,
    }


@pytest.mark.parametrize("text", ["", "many", "-5", "43%", "about 1,000", "0"])
def test_a_scale_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(NumberError, match="scale is a magnitude"):
        parse_scale(text)


BAD_STYLES = (
    (Style(rounding="sideways"), "rounding is one of"),
    (Style(precision="rather"), "precision is printed, exact"),
    (Style(precision="0 digits"), "precision is"),
    (Style(precision="-1"), "precision is one positive amount"),
    (Style(locale="xx"), "locale is one of"),
    (Style(scale=Fraction(0)), "scale is a positive number"),
    (Style(hedges=(("sort of", Fraction(1, 20)),)), "has no width of its own"),
    (Style(hedges=(("about", Fraction(2)),)), "is a share from 0 to below 1"),
)


@pytest.mark.parametrize(("style", "message"), BAD_STYLES)
def test_a_style_that_is_none_is_refused(style: Style, message: str) -> None:
    with pytest.raises(NumberError, match=message):
        check_style(style)


def test_a_good_style_is_returned() -> None:
    style = Style(precision="1 billion", rounding="down", locale="de", hedges=(("about", Fraction(1, 10)),))
    assert check_style(style) is style


def test_numbers_of_two_cells_or_lines_are_never_one():
    for between in ("\t", "\n", "\r", "\v"):
        assert [str(written.value) for written in scan(f"201{between}262")] == ["201", "262"]
    assert [str(written.value) for written in scan("201\u2009262 t")] == ["201262"]


def test_a_number_never_ends_beyond_its_text():
    for text in ("约5£", "20~100个", "近3$", "5£"):
        assert all(written.end <= len(text) and written.amount_end <= len(text) for written in scan(text))
