"""Where sentences end: at marks that end them, and never inside a number or behind an abbreviation."""

from __future__ import annotations

from time import process_time

import pytest

from claimcheck.extraction.text.sentences import sentence_at, sentence_spans
from claimcheck.extraction.text.subjects import Subject, meaning, same


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose 1.5%. It fell 2%.", ["It rose 1.5%.", "It fell 2%."]),
        ("Sales of Acme Inc. grew by 5%.", ["Sales of Acme Inc. grew by 5%."]),
        ("He works at Acme Inc. Sales grew.", ["He works at Acme Inc.", "Sales grew."]),
        ("In the U.S. it rose, e.g. in May.", ["In the U.S. it rose, e.g. in May."]),
        ("One line\nof a paragraph.\n\nAnother one", ["One line\nof a paragraph.", "Another one"]),
        ("- first 5%\n- second 6%", ["- first 5%", "- second 6%"]),
        ("It rose to 5%; it fell to 3%.", ["It rose to 5%;", "it fell to 3%."]),
        ("进口下降。出口上升！", ["进口下降。", "出口上升！"]),
        ("He said “it rose 5%.” Then left.", ["He said “it rose 5%.”", "Then left."]),
        ("It rose... then fell?!) Yes.", ["It rose...", "then fell?!)", "Yes."]),
        ("Said (so?). Then ...x and ?).. Left", ["Said (so?).", "Then ...x and ?)..", "Left"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_its_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@pytest.mark.parametrize("run", [".", "!?", ".)", "?)))", "\n "])
def test_sentences_are_cut_in_time_in_proportion_to_the_text(run: str) -> None:
    def seconds(times: int) -> float:
        start = process_time()
        split(f"It rose {run * times}x 5%")
        return process_time() - start

    assert seconds(20_000) < 12 * min(seconds(5_000) for _ in range(2)) + 0.1


def test_a_place_lies_in_the_sentence_that_holds_it() -> None:
    text = "It rose. It fell."
    assert [sentence_at(sentence_spans(text), at) for at in (0, 7, 9, 16)] == [0, 0, 1, 1]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the transaction volume", "transaction volume of cross-border e-commerce", True),
        ("sales of apples", "sales of pears", False),
        ("sales", "sales of pears", False),
        ("sales of pears", "Sales of pears", True),
        ("", "", False),
    ],
)
def test_two_subjects_are_one_when_their_words_are(first: str, second: str, expected: bool) -> None:
    assert same(Subject(first, meaning(first)), Subject(second, meaning(second))) is expected
