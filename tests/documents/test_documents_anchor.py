"""Anchoring: raw, then normalised; never inside a number."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimcheck.documents import anchor as anchors
from claimcheck.documents.anchor import Anchor, anchor
from claimcheck.documents.boundary import cuts_number
from claimcheck.documents.model import Document


def found(text: str, quote: str, **how: object) -> list[str]:
    document = Document("a.txt", text)
    return [text[one.start : one.end] for one in anchor(document, quote, fuzzy=False, **how)]  # type: ignore[arg-type]


def test_a_quote_is_found_where_it_stands() -> None:
    assert anchor(Document("a.txt", "down 7% from 2014"), "7%") == [Anchor(5, 7, "exact", 1.0)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("rose by 24.1 points", "4.1"),
        ("rose by 24.1 points", "24"),
        ("rose by 24.1 points", ".1"),
        ("1,200,000 firms", "1,200"),
        ("1,200,000 firms", "200,000 firms"),
        ("433% of it", "43%"),
        ("433% of it", "33%"),
        ("1'200'000 firms", "1'200"),
        ("1 200 000 firms", "1 200"),
        ("1 200 firms", "200 firms"),
        ("1\u2009200\u2009000 firms", "1\u2009200"),
        ("1\xa0200 firms", "200 firms"),
        ("1\u202f200 firms", "1"),
        ("3½ million", "3"),
        ("a rise of .5 points", "5 points"),
        ("a change of -7% in May", "7%"),
        ("a change of −7% in May", "7%"),
        ("-7% in May", "7%"),
        ("(−7%)", "7%"),
        ("a change of –7% in May", "7%"),
        ("a result of -$5 million", "$5 million"),
        ("a result of −€5.2m", "€5.2m"),
        ("a result of £-5m", "5m"),
        ("a result of -US$5 million", "US$5 million"),
        ("a result of -US$5 million", "$5 million"),
        ("a result of -$5 million", "5 million"),
        ("a result of −EUR 5 million", "EUR 5 million"),
        ("a result of −EUR 5 million", "5 million"),
        ("٤٣٣ units", "٤٣"),
    ],
)
def test_no_match_begins_or_ends_inside_a_number(text: str, quote: str) -> None:
    assert found(text, quote) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It was 43.", "43"),
        ("In 2015, 30 firms closed", "2015"),
        ("In 2015, 30 firms closed", "30 firms"),
        ("a rise of 20-25%", "25%"),
        ("a rise of 20–25%", "25%"),
        ("a fee of $5-$10", "$10"),
        ("a fee – $5", "$5"),
        ("a fee – US$5", "US$5"),
        ("five firms –SME 5 and others", "5"),
        ("a fee of US$5-US$10", "US$10"),
        ("a non-EUR 5 million loan", "EUR 5 million"),
        ("from 2014-15 on", "2014"),
        ("see p.5 and", "5"),
        ("(9.4%)", "9.4%"),
        ("in 2015 200 firms", "200 firms"),
        ("in 2015 200 firms", "2015"),
        ("by 24.5 200 firms", "200 firms"),
        ("between 20 30 and 40", "30"),
        ("Exports\t141\t138", "141"),
        ("7% by May—7 in all", "7 in"),
        ("23/42 (55%)", "23"),
        ("14.1¹ billion", "14.1"),
        ("- 7% more", "7%"),
        ("24.59 trillion", "24.59"),
        ("a year-7 pupil", "7"),
        ("done.5 more", "5 more"),
    ],
)
def test_what_stands_beside_a_number_does_not_belong_to_it(text: str, quote: str) -> None:
    assert found(text, quote) == [quote]


def test_all_exact_matches_are_returned_in_order() -> None:
    assert [one.start for one in anchor(Document("a.txt", "7% and 7% and 77% and 7%"), "7%")] == [0, 7, 22]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("trade fell\n   by 7%", "trade fell by 7%"),
        ("trade fell\r\nby 7%", "trade fell by 7%"),
        ("trade fell by 7\xa0%", "fell by 7%"),
        ("trade fell by 7%", "fell by 7 %"),
        ("a “double decline” of it", 'a "double decline"'),
        ("China’s trade", "China's trade"),
        ("a rise of 20–25%", "20-25%"),
        ("a change of −7%", "a change of -7%"),
        ("24.59\u2009trillion yuan", "24.59 trillion yuan"),
        ("trans\u00ad\nactions rose", "transactions rose"),
        ("zero\u200bwidth 5", "zerowidth 5"),
        ("141\n“555” units", '"555" units'),
        ("rose\xa0by 141\n138 units", "rose by 141"),
        ("7\u3000%", "7%"),
    ],
)
def test_other_quotes_dashes_and_spaces_are_the_same_when_nothing_matches_raw(text: str, quote: str) -> None:
    document = Document("a.txt", text)
    [one] = anchor(document, quote, fuzzy=False)
    assert one.how == "normalised"
    assert cuts_number(text, one.start, one.end) is False
    assert text[one.start] == quote[0] or not text[one.start].isalnum()


@pytest.mark.parametrize(
    ("text", "quote"), [("10⁶ units", "106 units"), ("½ of it", "1/2 of it"), ("４３ firms", "43 firms")]
)
def test_digits_are_never_folded_into_others(text: str, quote: str) -> None:
    assert found(text, quote) == []


def test_a_raw_match_keeps_the_normalised_ones_out() -> None:
    assert found("20-25% and 20–25%", "20–25%") == ["20–25%"]
    assert found("20-25% and 20–25%", "20—25%") == ["20-25%", "20–25%"]


def test_prefix_and_suffix_tell_equal_quotes_apart() -> None:
    text = "exports fell by 2% while imports\nfell by 2%, and trade fell by 2%."
    at = [one.start for one in anchor(Document("a.txt", text), "fell by 2%", prefix="imports")]
    assert at == [text.index("\n") + 1]
    assert len(found(text, "fell by 2%", suffix=", and")) == 1
    assert len(found(text, "fell by 2%", prefix="exports", suffix="while imports")) == 1
    assert found(text, "fell by 2%", prefix="trade", suffix="while") == []


def test_the_line_is_a_hint_that_picks_the_nearest() -> None:
    document = Document("a.txt", "7%\n\n7%\n\n\n7%\n")
    assert [document.place(one.start)[0] for one in anchor(document, "7%", line=5)] == [6]
    assert [document.place(one.start)[0] for one in anchor(document, "7%", line=4)] == [3]
    assert [document.place(one.start)[0] for one in anchor(document, "7%", line=2)] == [1, 3]
    assert len(anchor(Document("a.txt", "7%"), "7%", line=900)) == 1


def test_an_empty_quote_is_nowhere() -> None:
    assert anchor(Document("a.txt", "text"), "  ") == []


WORDS = st.sampled_from(
    [
        "rose",
        "fell",
        "4.1",
        "24.1",
        "1,200",
        "1,200,000",
        "43%",
        "−7%",
        "-7%",
        "–",
        "“",
        "2015",
        "，",
        "亿",
        ".",
        "é",
        "\n",
        " ",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join) | st.text(alphabet="12.,%' \xa0\n-−½٣a", max_size=40)


@given(TEXTS, st.data())
def test_every_part_of_the_text_that_cuts_no_number_is_found_exactly_where_it_stands(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    assume(quote.strip())
    start += len(quote) - len(quote.lstrip())
    end -= len(quote) - len(quote.rstrip())
    assume(not cuts_number(text, start, end))
    assert Anchor(start, end, "exact") in anchor(Document("a.txt", text), quote)


RESPELLED = {
    " ": ["\n", "\xa0", "  ", " \n\t", "\u2009"],
    "-": ["–", "‑", "−"],
    "'": ["’", "‘"],
    '"': ["“", "”"],
    "%": [" %", "\xa0%"],
}
SENTENCES = st.lists(
    st.sampled_from(
        ["rose", "by", "43%", "the", "China's", '"double"', "20-25%", "24.59", "trillion", "year-on-year", "1,200"]
    ),
    min_size=2,
    max_size=12,
).map(" ".join)


@given(SENTENCES, st.data())
def test_a_quote_is_found_in_a_text_with_other_dashes_quotes_and_spaces(quote: str, data: st.DataObject) -> None:
    printed = "".join(data.draw(st.sampled_from([sign, *RESPELLED.get(sign, [])])) for sign in quote)
    text = f"Before, {printed}, after"
    spans = [(one.start, one.end) for one in anchor(Document("a.txt", text), quote, fuzzy=False)]
    assert (len("Before, "), len("Before, ") + len(printed)) in spans


@given(TEXTS, st.data())
def test_the_index_of_a_long_text_finds_what_the_plain_search_finds(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))] or "7"
    plain = anchor(Document("a.txt", text), quote, fuzzy=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(anchors, "INDEXED_FROM", 0)
        assert anchor(Document("a.txt", text), quote, fuzzy=False) == plain
