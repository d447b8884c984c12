"""Lines of a terminal: no line is too wide, and nothing is lost but spaces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claimcheck.reports.styled import painted, wrapped

texts = st.lists(
    st.tuples(st.text(st.sampled_from("ab销é👩. "), max_size=60), st.sampled_from(["", "bold", "dim"])), max_size=4
)


@given(texts, st.integers(20, 60))
def test_wrapped_lines_fit_and_keep_every_character_with_its_style(pieces, width):
    lines = wrapped(tuple(pieces), width)
    assert all(cell_len("".join(text for text, _ in line)) <= width for line in lines)
    kept = [(letter, style) for line in lines for text, style in line for letter in text if letter != " "]
    assert kept == [(letter, style) for text, style in pieces for letter in text if letter != " "]


def test_a_line_is_broken_between_words_and_only_a_longer_word_inside():
    assert wrapped((("one ", "bold"), ("two three", "")), 8) == [[("one ", "bold"), ("two", "")], [("three", "")]]
    assert wrapped((("a 销售额销售额", ""),), 6) == [[("a", "")], [("销售额", "")], [("销售额", "")]]


def test_a_style_is_painted_in_the_sixteen_colours_of_every_terminal():
    assert painted("no", "bold red") == "\x1b[1;31mno\x1b[0m"
    assert painted("", "bold red") == ""
