from __future__ import annotations

from typing import Any

from claimcheck.extraction.records import to_record
from claimcheck.quantity.written import scan


def records(text: str) -> list[dict[str, Any]]:
    return to_record(text, scan(text))["quantities"]


def test_a_record_has_the_place_value_unit_modifier_and_change_of_a_quantity() -> None:
    text = "Sales rose by about 43% in May."
    assert to_record(text, scan(text)) == {
        "text": text,
        "quantities": [
            {
                "start": 20,
                "end": 23,
                "value": 43,
                "low": None,
                "high": None,
                "unit": "percent",
                "modifier": "~",
                "change": "up",
                "kind": "number",
            }
        ],
    }


def test_percents_and_points_are_printed_numbers_and_ranges_have_two_ends() -> None:
    found = records("from 20-25%, 20bp, 1.5 percentage points, $10-12 million, 5.2 ± 0.3 kg per day")
    assert [(r["value"], r["low"], r["high"], r["unit"]) for r in found] == [
        (None, 20, 25, "percent"),
        (20, None, None, "basis point"),
        (1.5, None, None, "percentage point"),
        (None, 10_000_000, 12_000_000, "USD"),
        (5.2, None, None, "kg per day"),
    ]


def test_years_keep_their_value_and_labels_and_dates_have_none() -> None:
    found = records("In 2015, Section 3, on 1 May 2016, the 21st")
    assert [(r["kind"], r["value"]) for r in found] == [
        ("year", 2015),
        ("label", None),
        ("date", None),
        ("ordinal", 21),
    ]


def test_parentheses_are_a_minus_where_the_sentence_says_the_number_so() -> None:
    assert [r["value"] for r in records("The margin was (9.4%).")] == [-9.4]
    assert [r["value"] for r in records("Exports made up a part (20.7%) of it.")] == [20.7]
    assert [r["value"] for r in records("Of them 23 (55%) answered.")] == [23, 55]


def test_a_change_to_a_level_is_no_change_of_it() -> None:
    assert [(r["value"], r["change"]) for r in records("fell by 0.3 points to 5.8%")] == [(0.3, "down"), (5.8, None)]


def test_modifiers_are_four() -> None:
    text = "nearly 5, just under 6, just over 7, at least 8, up to 9, exactly 10, 12 ± 1"
    assert [r["modifier"] for r in records(text)] == ["~", "<", ">", ">", "<", "=", "~"]
