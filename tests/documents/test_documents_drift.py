"""Drift: the nearest passage for a quote that is gone, and what changed in it."""

from __future__ import annotations

import time

import pytest

from claimcheck.documents.anchor import anchor
from claimcheck.documents.drift import Change, compare
from claimcheck.documents.model import Document

TEXT = """Customs put total trade in 2015 at 24.59 trillion yuan, down 7% from 2014: exports fell by 1.8%
and imports fell by 13.2%. Volume is expected to be approximately 760 billion yuan, a year-on-year increase of 34%,
and half of the global market. 去年跨境电商交易额约为7600亿元，同比增长43%。
"""


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("year-on-year increase of 43%", "year-on-year increase of 34%"),
        ("24.95 trillion yuan", "24.59 trillion yuan"),
        ("24.59 billion yuan", "24.59 trillion yuan"),
        ("exports rose by 1.8%", "exports fell by 1.8%"),
        ("expected to be about 780 billion yuan", "expected to be approximately 760 billion yuan"),
        ("half of the world market", "half of the global market"),
        ("imports fell by 13.2 points", "imports fell by 13.2%"),
        ("跨境电商交易额约为6700亿元", "跨境电商交易额约为7600亿元"),
    ],
)
def test_the_passage_that_took_a_quotes_place_is_found(quote: str, passage: str) -> None:
    document = Document("a.txt", TEXT)
    best = anchor(document, quote)[0]
    assert best.how == "fuzzy"
    assert document.text[best.start : best.end] in (passage, passage.removesuffix("%"))
    assert 0.5 <= best.score < 1


@pytest.mark.parametrize(
    ("quote", "passage"),
    [
        ("followed up, 31 (15%)", "followed up, 31 (18%)"),
        ("(8%) more of them", "(9%) more of them"),
    ],
)
def test_a_passage_keeps_the_signs_in_which_its_quote_stands(quote: str, passage: str) -> None:
    document = Document("a.txt", "Of 211 followed up, 31 (18%) came back, 4 (9%) more of them (see above).\n")
    best = anchor(document, quote)[0]
    assert (best.how, document.text[best.start : best.end]) == ("fuzzy", passage)


@pytest.mark.parametrize(
    "quote", ["a wholly different sentence", "88%", "99 trillion yuan in gold", "!!!", "Venezuela"]
)
def test_what_has_nothing_in_common_is_nowhere(quote: str) -> None:
    assert anchor(Document("a.txt", TEXT), quote) == []


def test_a_line_lets_a_bare_number_be_found_again() -> None:
    document = Document("a.txt", "up 12%\nand 45% of all\n")
    assert anchor(document, "43%") == []
    [one] = anchor(document, "43%", line=2)
    assert document.text[one.start : one.end] == "45%"


def test_prefix_and_suffix_are_context_of_a_quote_that_changed() -> None:
    document = Document("a.txt", "Exports rose to 14.4 billion in May. Imports rose to 10.4 billion in May.")
    [one, *_] = anchor(document, "10.9 billion", prefix="Imports rose to", suffix="in May")
    assert document.text[one.start : one.end] == "10.4 billion"


def test_of_rows_that_differ_in_numbers_alone_that_with_most_of_the_quotes_is_nearest() -> None:
    document = Document("a.txt", "Q1 29.11 31.84\nQ2 28.42 27.63\nQ3 24.36 29.27\nQ4 21.72 19.95\n")
    best = anchor(document, "Q3 24.36 29.72")[0]
    assert document.text[best.start : best.end] == "Q3 24.36 29.27"


def test_fuzzy_search_can_be_left_out() -> None:
    assert anchor(Document("a.txt", TEXT), "24.95 trillion yuan", fuzzy=False) == []


def test_a_fuzzy_passage_never_cuts_a_number() -> None:
    document = Document("a.txt", "The total was 1,200,000 units in all")
    for one in anchor(document, "The total was 1,200 units in all"):
        assert document.text[one.start : one.end] == "The total was 1,200,000 units in all"


def test_the_change_is_told_in_words() -> None:
    told = compare("up 43% to 760 billion yuan", "up 34% to about 760 billion yuan")
    assert told.changes == (Change("43", "34"), Change("", "about"))
    assert told.digits_differ
    assert told.number_changed


@pytest.mark.parametrize(
    ("quote", "passage", "digits", "units"),
    [
        ("rose by 43%", "rose by 34%", True, False),
        ("rose by 43%", "rose by 43.0%", True, False),
        ("rose by 4%", "rose by 4 percentage points", False, True),
        ("5 million yuan", "5 billion yuan", False, True),
        ("$5 million", "€5 million", False, True),
        ("1,200 firms", "1200 firms", True, False),
        ("a change of -7%", "a change of 7%", False, True),
        ("20% and 30%", "30% and 20%", True, False),
        ("43% of them", "43 of them", False, True),
        ("half of the market", "a third of the market", True, False),
        ("a third of the market", "one third of the market", False, False),
        ("doubled in May", "tripled in May", True, False),
        ("the seven categories", "the eight categories", True, False),
        ("占百分之四十三", "占百分之三十四", True, False),
        ("the “double decline”", 'the "double decline"', False, False),
        ("20–25%", "20-25%", False, False),
        ("in 43% of all", "in some 43% of cases", False, False),
    ],
)
def test_digits_and_units_are_compared_exactly(quote: str, passage: str, digits: bool, units: bool) -> None:
    told = compare(quote, passage)
    assert (told.digits_differ, told.units_differ) == (digits, units)


def test_a_verb_or_a_hedge_beside_a_number_changes_what_it_says() -> None:
    assert compare("fell by 1.8%", "rose by 1.8%").sense_differs
    assert compare("more than 200,000", "less than 200,000").sense_differs
    assert not compare("fell by 1.8% in May", "fell by 1.8% in June").number_changed


@pytest.mark.parametrize(
    ("quote", "passage", "differs"),
    [
        ("revenue rose 18%", "revenue rose by 18%", False),
        ("up by 5 million yuan", "up 5 million yuan", False),
        ("revenue rose by 18%", "revenue rose to 18%", True),
        ("revenue rose 18%", "revenue rose to 18%", True),
        ("increased by three times", "increased three times", True),
    ],
)
def test_by_beside_a_move_says_what_is_said_without_it(quote: str, passage: str, differs: bool) -> None:
    assert compare(quote, passage).sense_differs is differs


def test_a_quote_is_compared_with_the_nearest_passage() -> None:
    document = Document("a.txt", TEXT)
    [one, *_] = anchor(document, "a year-on-year increase of 43%")
    told = compare("a year-on-year increase of 43%", document.text[one.start : one.end])
    assert (told.found, told.changes) == ("a year-on-year increase of 34%", (Change("43", "34"),))


def test_a_long_quote_in_a_long_text_is_looked_for_in_bounded_time() -> None:
    document = Document("a.txt", TEXT * 2000)
    start = time.process_time()
    anchor(document, " ".join(["exports fell by 1.9%"] * 50))
    anchor(document, "word " * 5000)
    assert time.process_time() - start < 5


DECOY = "Of the group's sales, by which 12% rose.\n" + "Nothing is said here of anything at all. " * 8 + "\n"


def test_words_that_stand_as_quoted_beside_another_number_are_found_among_many_that_share_them_all() -> None:
    document = Document("a.txt", DECOY * 40 + "Sales of the group rose by 15%.\n" + DECOY * 40)
    best = anchor(document, "Sales of the group rose by 12%")[0]
    assert (best.how, best.score) == ("fuzzy", 1.0)
    assert document.text[best.start : best.end] == "Sales of the group rose by 15%"


def test_where_a_quotes_number_still_stands_with_words_put_in_no_other_number_takes_its_place() -> None:
    document = Document(
        "a.txt", "Sales of the whole group rose by 12%.\n" + DECOY + "Sales of the group rose by 15%.\n"
    )
    best = anchor(document, "Sales of the group rose by 12%")[0]
    assert document.text[best.start : best.end] == "Sales of the whole group rose by 12%"


@pytest.mark.parametrize("quote", ["12.4 million", "Sales of the group rose"])
def test_a_quote_of_numbers_alone_or_of_none_is_not_looked_for_with_other_numbers(quote: str) -> None:
    document = Document("a.txt", "There were 9.8 million of them, sales of a group that falls.\n")
    assert all(best.score < 1 for best in anchor(document, quote))


def test_a_line_behind_the_last_is_no_place() -> None:
    document = Document("a.txt", "Sales of the group rose by 15%.\n")
    best = anchor(document, "Sales of the group rose by 12%", line=99)[0]
    assert document.text[best.start : best.end] == "Sales of the group rose by 15%"


@pytest.mark.parametrize("quote", ["zebras 77", "—", "zebras"])
def test_words_that_stand_only_around_a_quote_are_not_where_it_stands(quote: str) -> None:
    document = Document("a.txt", "In all, the sales of the group and of its shops rose by 15% in the year.\n")
    before = "In all, the sales of the group and of its shops "
    assert not [best for best in anchor(document, quote, prefix=before, suffix=" in the year") if best.how != "fuzzy"]
    for best in anchor(document, quote, prefix=before, suffix=" in the year"):
        assert "sales" not in document.text[best.start : best.end]
