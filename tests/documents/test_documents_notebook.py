"""Notebooks: cells and outputs, with places in the JSON file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.model import Document, DocumentError
from claimcheck.documents.readers import document_from_bytes
from claimcheck.documents.readers.json_strings import located_strings

CELLS = [
    {"cell_type": "markdown", "source": ["# Trade *fell* by 7%\n", 'said "so" — é']},
    {
        "cell_type": "code",
        "source": "print(3)\nx",
        "outputs": [
            {"output_type": "stream", "name": "stdout", "text": ["3\n", "4"]},
            {"output_type": "display_data", "data": {"text/html": "<b>5</b>", "text/plain": ["'five'"]}},
            {"output_type": "display_data", "data": {"text/plain": "plain", "text/markdown": "**six**"}},
        ],
    },
    {"cell_type": "raw", "source": "raw *seven*"},
]


def read(source: str) -> Document:
    return document_from_bytes("a.ipynb", source.encode())


@pytest.mark.parametrize("layout", [{"indent": 1}, {}, {"ensure_ascii": False}, {"indent": 4, "sort_keys": True}])
def test_a_notebook_shows_text_code_and_what_was_printed(layout: dict[str, int]) -> None:
    document = read(json.dumps({"cells": CELLS, "metadata": {"x": "hidden"}, "nbformat": 4}, **layout))  # type: ignore[arg-type]
    blocks = ["Trade fell by 7%", 'said "so" — é', "print(3)\nx", "3\n4", "'five'", "six", "raw *seven*", ""]
    assert document.text == "\n\n".join(blocks)
    assert [document.text[start:end] for start, end in document.code] == ["print(3)\nx"]
    assert document.label(document.text.index("7%")) == "cell 1"
    assert document.label(document.text.index("six")) == "cell 2"


def test_code_in_text_is_noted_as_code() -> None:
    markdown = ["Sales *rose* 7% &amp; `x = 5` é\n", "\n", "```python\n", "y = 6\n", "```\n", "to `8` now\n"]
    cells = [CELLS[0], {"cell_type": "markdown", "source": markdown}, CELLS[1]]
    document = read(json.dumps({"cells": cells}))
    assert [document.text[start:end] for start, end in document.code] == ["x = 5", "y = 6\n", "8", "print(3)\nx"]


def test_a_number_of_very_many_digits_is_no_matter() -> None:
    source = json.dumps({"cells": CELLS[2:], "metadata": {"n": 0}}).replace("0", "9" * 5000)
    assert read(source).text == "raw *seven*\n\n"


def test_places_are_those_of_the_file() -> None:
    source = json.dumps({"cells": CELLS}, indent=1)
    document = read(source)
    for word in ("fell", "7%", "so", "print", "five", "six", "raw"):
        line, column = document.place(document.text.index(word))
        assert source.splitlines()[line - 1][column - 1 :].startswith(word)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("{", "Expecting property name"),
        ("[]", "no list of cells"),
        ('{"worksheets": []}', "no list of cells"),
        ('{"cells": [3]}', "no list of cells"),
        ("[" * 100_000, "nested too deeply|Expecting"),
        ('{"cells": ' + "[" * 5000 + "]" * 5000 + "}", "nested too deeply|no list of cells"),
    ],
)
def test_what_is_no_notebook_is_refused_in_one_line(source: str, message: str) -> None:
    with pytest.raises(DocumentError, match=message) as error:
        read(source)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    "cell",
    [
        {},
        {"source": 5},
        {"source": [5, None]},
        {"outputs": 5},
        {"outputs": [5, {"data": 5}, {"data": {"text/plain": {}}}]},
    ],
)
def test_an_odd_cell_shows_nothing(cell: dict[str, object]) -> None:
    assert read(json.dumps({"cells": [cell]})).text == ""


def test_surrogates_are_read_as_the_character_they_make() -> None:
    assert read(r'{"cells": [{"source": "\ud83d\ude00 7% \ud800 \u4ebf \/"}]}').text == "😀 7% ? 亿 /\n\n"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)


@given(JSON, st.booleans())
def test_every_string_of_a_json_text_is_located(value: object, ascii_only: bool) -> None:
    source = json.dumps(value, ensure_ascii=ascii_only)

    def strings(at: object) -> list[str]:
        if isinstance(at, str):
            return [at]
        inner = list(at.values()) if isinstance(at, dict) else at if isinstance(at, list) else []
        return [text for one in inner for text in strings(one)]

    found = [json.loads(f'"{source[one.start : one.end]}"') for one in located_strings(source, 100)]
    assert found == strings(value)
