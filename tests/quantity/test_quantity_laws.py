from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.quantity.written import Style, half_unit, interval, plain_interval, read, scan

MAGNITUDES = {"": 0, " thousand": 3, " million": 6, "bn": 9, " trillion": 12}
UNITS = ("", "%", " pp", " yuan", " km", " people", " times")
HEDGES = ("", "about ", "more than ", "at least ", "less than ", "nearly ", "just over ", "exactly ")


@st.composite
def printed(draw: st.DrawFn, rounding: str = ROUND_HALF_EVEN) -> tuple[Fraction, str]:
    """Return a true value and a text in which it is rounded to some digits, with a magnitude and a unit."""
    true = draw(st.decimals(min_value=Decimal("0.001"), max_value=10**6, places=6))
    places = draw(st.integers(0, 4))
    magnitude = draw(st.sampled_from(sorted(MAGNITUDES)))
    unit = draw(st.sampled_from(UNITS)) if magnitude in ("", " million") else ""
    shown = true.quantize(Decimal(1).scaleb(-places), rounding=rounding)
    share = 100 if unit in ("%", " pp") else 1
    value = Fraction(true) * 10 ** MAGNITUDES[magnitude] / share
    return value, f"{shown:,}{magnitude}{unit}"


@given(printed())
def test_a_true_value_lies_in_the_interval_of_its_rounded_text(sample: tuple[Fraction, str]) -> None:
    true, text = sample
    if " people" not in text or "." in text or "million" in text:  # a count is no rounded number
        assert interval(read(text)).contains(true)


@given(printed(rounding=ROUND_FLOOR))
def test_a_true_value_lies_in_the_interval_of_its_text_rounded_down(sample: tuple[Fraction, str]) -> None:
    true, text = sample
    if " people" not in text:
        assert interval(read(text), Style(rounding="down")).contains(true)


@given(st.decimals(min_value=-1000, max_value=1000, places=5), st.integers(0, 3))
def test_a_truncated_text_holds_its_true_value(true: Decimal, places: int) -> None:
    shown = true.quantize(Decimal(1).scaleb(-places), rounding=ROUND_DOWN)
    if shown or not shown.is_signed():
        assert interval(read(f"{shown}"), Style(rounding="truncate", precision="printed")).contains(Fraction(true))


@given(st.integers(1, 999), st.integers(0, 9))
def test_a_level_rounded_to_any_tens_lies_in_the_wide_interval(lead: int, zeros: int) -> None:
    text = f"{lead * 10**zeros:,}"
    off = Fraction(10**zeros, 2)
    assert interval(read(text)).contains(lead * 10**zeros + off)
    assert interval(read(text)).contains(lead * 10**zeros - off)


@given(printed(), st.sampled_from(HEDGES))
def test_the_wide_interval_holds_the_narrow_and_the_hedged_the_plain(sample: tuple[Fraction, str], hedge: str) -> None:
    written = read(hedge + sample[1])
    assert interval(written, narrow=True).within(interval(written))
    assert plain_interval(written).within(interval(written))
    half = half_unit(written)
    assert half is None or half > 0


@given(printed(), st.sampled_from(HEDGES))
def test_the_number_itself_lies_in_its_interval_or_on_its_edge(sample: tuple[Fraction, str], hedge: str) -> None:
    written = read(hedge + sample[1])
    found = interval(written)
    closed = found._replace(low_open=False, high_open=False)
    assert closed.contains(written.value)


WORDS = st.sampled_from(
    """
    the firm sold about 5 7.5% 1,200 $3.4bn 24.59 trillion yuan fell by rose to and between
    20-25% in 2015 half a third doubled of (9.4%) 1 January 2016 per km² 三分之一 7600亿元 约 section
    3.2 , . ; - – ± USD 100 people more than 3e5 ½ 1 234 567 one in five
    """.split()  # noqa: SIM905 - a text is easier to read than sixty strings
)


@settings(max_examples=300)
@given(st.lists(WORDS, max_size=14), st.sampled_from([" ", "", "\n"]))
def test_offsets_slice_back_and_no_two_numbers_share_digits(words: list[str], joint: str) -> None:
    text = joint.join(words)
    last = 0
    for written in scan(text):
        assert text[written.start : written.end] == written.text
        assert text[written.number_start : written.number_end] == written.digits
        assert (
            written.start
            <= written.amount_start
            <= written.number_start
            < written.number_end
            <= written.amount_end
            <= written.end
        )
        assert written.number_start >= last
        last = written.number_end


@given(st.text(alphabet="0123456789.,-–%$€()±e/:+ ½一二百万亿点半abM'", max_size=40))
def test_any_text_is_scanned_without_a_fault(text: str) -> None:
    for written in scan(text):
        assert text[written.start : written.end] == written.text
        assert not interval(written).is_empty


@given(st.text(max_size=60))
def test_any_text_at_all_is_scanned_without_a_fault(text: str) -> None:
    digits = [place for place, sign in enumerate(text) if sign in "0123456789"]
    covered = {place for written in scan(text) for place in range(written.start, written.end)}
    assert covered.issuperset(digits), "every digit belongs to some number"


@given(st.integers(0, 10**9 - 1))
def test_number_words_and_digits_say_the_same(value: int) -> None:
    assert read(spell(value)).value == value


def spell(value: int) -> str:
    """Return a whole number below a billion in English words."""
    small = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen
    """.split()  # noqa: SIM905 - as above
    tens = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    if value < 20:
        return small[value]
    if value < 100:
        return tens[value // 10] + (f"-{small[value % 10]}" if value % 10 else "")
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if value >= size:
            rest = value % size
            link = " and " if rest and rest < 100 else " "
            return f"{spell(value // size)} {name}" + (link + spell(rest) if rest else "")
    raise AssertionError
