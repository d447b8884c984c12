"""German, French, Spanish and Chinese texts: a wrong number is found, the right one left in peace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from claimcheck.app.extract import check, extract
from claimcheck.documents.readers import document_from_bytes

TEXTS = yaml.safe_load(Path(__file__).with_name("languages.yaml").read_text(encoding="utf-8"))


def found(case: dict[str, str], number: str = "") -> bool:
    document = document_from_bytes("text.md", re.sub(r"(?<![A-Za-z])R(?![A-Za-z])", number, case["text"]).encode())
    return bool(check(document, extract(document, "text.md", locale=case["locale"]), mend=False).findings)


@pytest.mark.parametrize("case", TEXTS["others"], ids=lambda case: case["text"][:60])
def test_numbers_of_other_languages_are_held_against_each_other(case: dict[str, str]) -> None:
    assert not found(case, case["right"])
    assert found(case, case["wrong"])


@pytest.mark.parametrize("case", TEXTS["sound"], ids=lambda case: case["text"][:60])
def test_a_text_of_another_language_that_may_be_true_is_left_in_peace(case: dict[str, str]) -> None:
    assert not found(case)


def test_the_little_words_are_read_in_their_own_language_only() -> None:
    german = TEXTS["others"][1]
    assert not found({**german, "locale": "nl"}, german["wrong"])


def test_a_letter_that_is_longer_in_lower_case_moves_no_word_behind_it() -> None:
    case = {"locale": "es", "text": "İzmir. Las ventas pasaron de 2,0 a 2,2 millones de euros, un aumento del R %."}
    assert not found(case, "10")
    assert found(case, "20")
