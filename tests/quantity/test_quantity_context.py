from __future__ import annotations

import pytest

from support_numbers import context, only, quantities

HEDGES = {
    "about": ("approximately 760 billion yuan", "some 7,500 workers", "~45%", "10% or so", "circa 300 km", "c. 300 km"),
    "nearly": ("nearly 3 million", "almost half", "close to 50%", "just under 20 km", "nearly doubled"),
    "just over": ("just over 5%", "slightly more than 300 firms", "a little over 3 km"),
    "more than": (
        "more than 200,000 firms",
        "over 1.2 million users",
        "to exceed 1 trillion yuan",
        "> 5%",
        "for over 3 years",
    ),
    "at least": ("at least 15 banks", "no fewer than 5", "5,000+ staff", "200,000-plus firms", "10% or more", ">= 3"),
    "less than": ("less than 2%", "fewer than 50 firms", "below 170", "< 5%", "p < .05"),
    "at most": ("up to 300 jobs", "at most 5%", "no more than 3 km", "as much as $40 million", "5% or less"),
    "exactly": ("exactly 5", "precisely 20%"),
    "plus-minus": ("5.2 ± 0.3", "5 plus or minus 1", "5 +/- 1"),
    "": ("grew 200% over five years", "43%", "5% more firms", "about the 5 firms"),
}
CASES = [(name, text) for name, texts in HEDGES.items() for text in texts]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("41 plus 3 reserves", ""), ("£5 plus £3", ""), ("5 + 3", ""), ("41 plus three", ""), ("5+ 3", "at least")],
)
def test_a_plus_between_two_numbers_adds_them(text: str, hedge: str) -> None:
    assert [each.hedge for each in quantities(text)] == [hedge, ""]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("45 goals over 38 games", ""),
        ("8.26 million spectators over 306 matches", ""),
        ("5 towns over 20,000 inhabitants", "more than"),
        ("12 players in over 300 games", "more than"),
    ],
)
def test_over_is_no_hedge_of_occasions_right_behind_an_amount(text: str, hedge: str) -> None:
    assert [each.hedge for each in quantities(text)] == ["", hedge]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [("£500 plus VAT", ""), ("£500+VAT", ""), ("5% plus the fee", ""), ("500 plus staff", "at least")],
)
def test_a_plus_before_what_is_added_is_no_more_than(text: str, hedge: str) -> None:
    assert [each.hedge for each in quantities(text)] == [hedge]


@pytest.mark.parametrize(("name", "text"), CASES, ids=[text for _, text in CASES])
def test_a_hedge_is_read_from_the_words_on_either_side(name: str, text: str) -> None:
    assert quantities(text)[-1].hedge == name


@pytest.mark.parametrize(
    ("text", "hedge"), [("100-odd people", "about"), ("5,000+ people", "at least"), ("200-plus people", "at least")]
)
def test_what_is_counted_is_read_behind_a_hedge_that_is_joined_to_its_number(text: str, hedge: str) -> None:
    read = only(text)
    assert (read.hedge, read.unit.name) == (hedge, "people")


def test_chinese_hedges_are_read_too() -> None:
    hedges = [
        only(text).hedge
        for text in ("约7600亿元", "超过20万人", "近300家", "不到5%", "至少15家", "高达30%", "300家以上")
    ]
    assert hedges == ["about", "more than", "nearly", "less than", "at least", "at most", "at least"]


DIRECTIONS = {
    "Trade fell by approximately 1.8%.": [("about", "down", "by")],
    "Trade was down 7% on the year.": [("", "down", "")],
    "It was a year-on-year increase of 43%.": [("", "up", "")],
    "A decrease of 1.7% was seen.": [("", "down", "")],
    "Trade with both dropped by 7.2% and 9.9% respectively.": [("", "down", "by"), ("", "down", "by")],
    "Exports fell by 1.8% and imports by 13.2%.": [("", "down", "by"), ("", "down", "by")],
    "The bank raised its key rate by 25 basis points to 5.25%.": [("", "up", "by"), ("", "", "to")],
    "The figure climbed to 41%.": [("", "up", "to")],
    "It grew 3.7%, compared with a 3.1% gain.": [("", "up", ""), ("", "up", "")],
    "Output was 1.8% less than in May, prices 8 percent higher.": [("", "down", ""), ("", "up", "")],
    "It is a 5% year-on-year increase.": [("", "up", "")],
    "It fell by more than 1.8%.": [("more than", "down", "by")],
    "The share was up from 38%.": [("", "", "")],
    "Sales are growing at 3%.": [("", "up", "")],
    "Shares closed 3.2% lower at 412.5p, making up 13.5% of it.": [("", "down", ""), ("", "", ""), ("", "", "")],
    "Shares of the 747 fell 3%.": [("", "", ""), ("", "down", "")],
    "Sales doubled, then halved.": [("", "up", ""), ("", "down", "")],
    "Sales fell by only 5%.": [("", "down", "by")],
    "Sales fell by another 5%, then by a further 45%.": [("", "down", "by"), ("", "down", "by")],
    "Sales fell by a mere 5%.": [("", "down", "by")],
    "Sales fell a record 5%.": [("", "down", "")],
    "Sales fell by a total of 5%, or by an average of 2%.": [("", "down", "by"), ("", "down", "by")],
    "Sales dropped by the same 5%, the equivalent of 3%.": [("", "down", "by"), ("", "", "")],
    "Sales fell between 4% and 6%.": [("", "down", "")],
    "Sales were down a full 5%.": [("", "down", "")],
    "Sales rose to a record 5 million.": [("", "up", "to")],
    "Sales went up to 5 million.": [("", "up", "to")],
    "Use was 4.5% below the peak, 3% above the plan.": [("", "down", ""), ("", "up", "")],
    "4.5% below": [("", "down", "")],  # a quote that ends there
    "use was 3% above": [("", "up", "")],
    "12 people above": [("", "", "")],
    "Prices are 5% cheaper, the pound 3% weaker, the yen 2% stronger.": [
        ("", "down", ""),
        ("", "down", ""),
        ("", "up", ""),
    ],
    "Shares sagged 5%, the market softened by 4%, the flood receded by 3%.": [
        ("", "down", ""),
        ("", "down", "by"),
        ("", "down", "by"),
    ],
    "Shares gave up 5%.": [("", "down", "")],
    "Use was 20% below 1990 levels.": [("", "down", "")],
    "It lost a total of 5%, after a weaker 3% rise.": [("", "down", ""), ("", "up", "")],
    "It recorded non-negative growth of 5%.": [("", "up", "")],
    "It recorded negative growth of 5%.": [("", "down", "")],
    "It takes up 9 cents of every dollar.": [("", "", "")],
    "Sales more than halved, then nearly halved.": [("less than", "down", ""), ("just over", "down", "")],
    "The Left took 14.4% +1.0 of it.": [("", "", ""), ("", "", "")],
    "Older people, 12% of them above 65.": [("", "", ""), ("more than", "", "")],
}


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS.items(), ids=DIRECTIONS)
def test_the_verb_gives_the_direction_and_leaves_the_value_alone(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert context(text) == expected
    assert all(written.value > 0 for written in quantities(text))


def test_chinese_verbs_give_the_direction() -> None:
    assert context("出口同比增长43%，进口下降了7%，增长到8%") == [("", "up", ""), ("", "down", "by"), ("", "up", "to")]


def test_the_phrase_holds_hedge_verb_and_unit() -> None:
    text = "Exports fell by about 1.8% in May."
    written = only(text)
    assert written.text == "fell by about 1.8%"
    assert text[written.number_start : written.number_end] == written.digits == "1.8"
    assert text[written.amount_start : written.amount_end] == "1.8%"


def test_parentheses_are_a_minus_that_a_kind_may_take_for_mere_parentheses() -> None:
    written = only("an operating margin (9.4%)")
    assert (written.value * 1000, written.parenthesised, written.text) == (-94, True, "(9.4%)")
    assert not only("(about 9.4%)").parenthesised
    assert not only("(15 firms)").parenthesised


def test_a_comparison_is_no_hedge_of_the_number_compared_with() -> None:
    assert context("It was 1.8% less than 2.0 million.") == [("", "down", ""), ("", "", "")]


def test_the_next_row_of_a_table_is_not_counted() -> None:
    assert [w.unit.name for w in quantities("Goods 27,693\nServices 18,412\n\nmore than 200\nfirms")] == [
        "",
        "",
        "firm",
    ]
    assert [w.unit.name for w in quantities("surgery \t 240 \t 19,610 \n children \t 95 \t girls")] == ["", "", ""]


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The fall is attributed to a 6 per cent decline in sown area.", ("down", "")),
        ("The increase is equal to an 8% rise.", ("up", "")),
        ("Costs were $2.2 million for depreciation and amortization.", ("", "")),
        ("It rose to a record $5 million.", ("up", "to")),
    ],
)
def test_what_a_noun_behind_a_number_says_moved_by_it_is_led_to_by_no_verb_before(
    text: str, way: tuple[str, str]
) -> None:
    read = only(text)
    assert (read.direction, read.by_to) == way
