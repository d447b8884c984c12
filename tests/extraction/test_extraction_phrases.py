"""Sentences as news and reports write them: with a wrong number each is found, with the right one left in peace."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
import yaml

from claimcheck.app.extract import check, extract
from claimcheck.documents.readers import document_from_bytes
from claimcheck.findings import Finding, Severity

PHRASES = yaml.safe_load(Path(__file__).with_name("phrases.yaml").read_text(encoding="utf-8"))
MOVES, OTHERS, SOUND, DOUBTFUL, PAIRS = (PHRASES[name] for name in ("moves", "others", "sound", "doubtful", "pairs"))
UP_AND_DOWN = {
    "an increase": "a decrease",
    "increase": "decrease",
    "increased": "decreased",
    "a rise": "a fall",
    "rise": "fall",
    "rose": "fell",
    "rising": "falling",
    "grew": "shrank",
    "up": "down",
    "higher": "lower",
    "above": "below",
    "more than": "less than",
    "gain": "drop",
    "jump": "drop",
    "growth": "decline",
    "+R": "-R",
}
WORDS = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(UP_AND_DOWN, key=len, reverse=True)))


def findings(text: str, number: str = "", name: str = "text.txt") -> tuple[Finding, ...]:
    document = document_from_bytes(name, re.sub(r"\bR\b", number, text).encode())
    return check(document, extract(document, name), mend=False).findings


def found(text: str, number: str = "", name: str = "text.txt") -> bool:
    return bool(findings(text, number, name))


@pytest.mark.parametrize("text", MOVES)
def test_a_move_is_held_against_its_levels(text: str) -> None:
    assert not found(text, "11%")
    assert found(text, "21%")


@pytest.mark.parametrize("text", [text for text in MOVES if "growth" not in text and "based on" not in text])
def test_a_fall_is_held_against_its_levels(text: str) -> None:
    fallen = WORDS.sub(lambda word: UP_AND_DOWN[word[0]], text)
    swapped = {"42": "38", "38": "42", "4,210": "3,790", "3,790": "4,210"}
    fallen = re.sub("42|38|4,210|3,790", lambda number: swapped[number[0]], fallen)
    assert not found(fallen, "10%")
    assert found(fallen, "30%")


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case["text"][:60])
def test_shares_rates_and_sums_are_held_against_what_they_are_of(case: dict[str, str]) -> None:
    assert not found(case["text"], case["right"])
    assert found(case["text"], case["wrong"])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair["wrong"][:60])
def test_a_wrong_number_is_found_and_the_right_one_left_in_peace(pair: dict[str, str]) -> None:
    assert found(pair["wrong"])
    assert not found(pair["sound"])


@pytest.mark.parametrize("text", SOUND)
def test_a_sentence_that_may_be_true_is_left_in_peace(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_may_be_meant_otherwise_is_a_warning_that_names_the_guess(text: str) -> None:
    (finding,) = findings(text)
    assert finding.severity is Severity.WARNING
    assert "this rests on the guess that" in finding.message


@pytest.mark.parametrize(
    "text", [text for text in MOVES if "$42" in text and "$4 " not in text and "based on" not in text]
)
def test_a_move_made_by_rounding_true_values_is_left_in_peace(text: str) -> None:
    draw = random.Random(text)  # noqa: S311  repeatable, not secret
    for places in (0, 1, 2):
        start = draw.uniform(10, 900)
        end = start * draw.uniform(1.02, 1.9)
        levels = {"$42": f"${end:.{places}f}", "$38": f"${start:.{places}f}"}
        said = re.sub(r"\$(?:42|38)", lambda level, levels=levels: levels[level[0]], text)
        assert not found(said, f"{100 * (end / start - 1):.{places}f}%")


DOCUMENTS = {path.stem: path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("sound/*.md")}
RELEASE = DOCUMENTS["release"]


PLANTED = yaml.safe_load(Path(__file__).with_name("planted.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "true", "wrong"), [(name, *pair) for name in PLANTED for pair in PLANTED[name]])
def test_a_slip_in_a_whole_document_is_found(name: str, true: str, wrong: str) -> None:
    assert DOCUMENTS[name].count(true) == 1
    assert found(DOCUMENTS[name].replace(true, wrong), name="text.md")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_whole_sound_document_is_left_in_peace(name: str) -> None:
    assert not found(DOCUMENTS[name], name="text.md")


@pytest.mark.parametrize(
    ("true", "wrong"),
    [
        ("an increase of 7.3%", "an increase of 3.7%"),
        ("up 120 basis points", "up 210 basis points"),
        ("up 16% from SEK 2.94", "up 61% from SEK 2.94"),
        ("12% more than", "21% more than"),
        ("rose 9.8% to", "rose 8.9% to"),
        ("SEK 18.3 million, or 6.9%", "SEK 18.3 million, or 9.6%"),
        ("(SEK 123.5 million), an increase of 16%", "(SEK 132.5 million), an increase of 16%"),
        ("from 2,301, an increase of 5.1%", "from 2,301, an increase of 1.5%"),
        ("812 of the 2,418", "182 of the 2,418"),
        ("a gross margin of 43.2%", "a gross margin of 42.3%"),
        ("| Gross profit | 554.9", "| Gross profit | 594.5"),
        ("| (729.7)", "| (792.7)"),
        ("| 1,634.5 |", "| 1,643.5 |"),
        ("| Profit before tax | 182.4", "| Profit before tax | 128.4"),
        ("| Tax | (39.2)", "| Tax | (32.9)"),
        ("| Services | 240.3", "| Services | 204.3"),
        ("| 415.2 | 4.0 |", "| 415.2 | 0.4 |"),
    ],
)
def test_one_wrong_number_of_a_whole_release_is_found(true: str, wrong: str) -> None:
    assert RELEASE.count(true) == 1
    assert found(RELEASE.replace(true, wrong), name="text.md")
