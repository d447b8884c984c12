"""Markdown: what is shown, what is hidden, and that every character keeps its place."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.documents.anchor import anchor
from claimcheck.documents.readers import document_from_bytes

if TYPE_CHECKING:
    from claimcheck.documents.model import Document


def read(source: str) -> Document:
    return document_from_bytes("a.md", source.encode())


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("*one* **two** ***three*** _four_ __five__", "one two three four five"),
        ("**7%** more", "7% more"),
        ("**24**.59", "24.59"),
        ("3 * 4 * 5", "3 * 4 * 5"),
        ("5 *3 and 20.7%", "5 *3 and 20.7%"),
        ("snake_case_name and _this_", "snake_case_name and this"),
        ("an *open mark", "an *open mark"),
        ("**bold *nested* bold**", "bold nested bold"),
        ("*crossed _marks* here_", "crossed _marks here_"),
        ("~~7%~~ 8%, ~5% of it", " 8%, ~5% of it"),
        ("from ~~210~~ 200, <del>*3*</del>4 and <s>5</s> 6 <S>7</s>8 <s>9", "from  200, 4 and  6 8 9"),
        ("7 ~~8~~~~9~~ 10 ~~11", "7  10 ~~11"),
        ("`code *x*` and ``a ` b``", "code *x* and a ` b"),
        ("an `open tick", "an `open tick"),
        ("[7% more](https://a.b/c_(d)?x=5 'title 9') so", "7% more so"),
        ("[a [b] c](x)", "a [b] c"),
        ("![a chart of 35%](chart-2015.png)", "a chart of 35%"),
        ("[![badge](b.svg)](https://a.b)", "badge"),
        ("[7%] and [x](not closed", "[7%] and [x](not closed"),
        ("[one][ref], [two][] and [ref]\n\n[ref]: http://a.b/99 'x'\n", "one, [two][] and ref\n\n"),
        ("14.1[^1] bn\n\n[^1]: Source: 5\n", "14.1 bn\n\nSource: 5\n"),
        ("<https://a.b/99> <x@y.org>", "https://a.b/99 x@y.org"),
        ("<b>7%</b> <span style='a: 5'>more</span><br>so", "7% more\nso"),
        (
            r"$3 \times 10^5$, $5\%$, $1{,}234$, $\frac{3}{4}$, $12.5\,\text{kg}$",
            "3 × 10^5, 5%, 1,234, 3/4, 12.5\u2009kg",
        ),
        ("There were $10^6$ users and $p$ 5 firms.", "There were 10^6 users and p 5 firms."),
        ("It is $5, or $6 and C$.", "It is $5, or $6 and C$."),
        ("$5 million to $10 million, US$ 5-$10", "$5 million to $10 million, US$ 5-$10"),
        ("3.5--4.5%, 2010---42 firms -- and `a--b` --check", "3.5–4.5%, 2010—42 firms – and a--b --check"),
        ("14.1<sup>1</sup> km<sup>2</sup> CO<sub>2</sub>", "14.1¹ km² CO₂"),
        ("7&nbsp;% &lt; 8% &amp; &#8364;5 &unknown; &", "7\xa0% < 8% & €5 &unknown; &"),
        (r"5\% of \*it\* a\b", r"5% of *it* a\b"),
        ("a <!-- 99 --> b <!-- c", "a  b <!-- c"),
        ("[Trade]{.mark} fell", "Trade fell"),
        ("5 < 6 and 7 > 4", "5 < 6 and 7 > 4"),
    ],
)
def test_marks_inside_a_paragraph_are_hidden(source: str, shown: str) -> None:
    assert read(source).text == shown


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("# Head 7% #x\n", "Head 7% #x\n\n"),
        ("## Head {#sec-2 .x}\n", "Head \n\n"),
        ("#hashtag\n", "#hashtag\n"),
        ("Head\n====\nText\n----\n", "Head\n\nText\n\n"),
        ("one\n\n---\n\n***\n\n- - -\ntwo\n", "one\n\n\n\n\n\n\ntwo\n"),
        ("- one\n* two\n  + three\n", "\none\n\ntwo\n  \nthree\n"),
        ("- -7% in May\n", "\n-7% in May\n"),
        ("1. one\n2015. two\n", "1. one\n2015. two\n"),
        ("In the year\n2015. *It* fell\n", "In the year\n2015. It fell\n"),
        ("1. an *open mark\n2. a second* one\n", "1. an *open mark\n2. a second* one\n"),
        ("1. item\n\n    in *it*\n", "1. item\n\n    in it\n"),
        ("-\n  *one*\n", "\n  one\n"),
        ("> quoted **two\n> lines**\n", " quoted two\n lines\n"),
        ("```r\nx <- *5*\n```\nafter\n", "\nx <- *5*\n\nafter\n"),
        ("> ```\n> x > 5\n> ```\n> after\n", "\nx > 5\n\n after\n"),
        ("~~~\n```\n~~~\nafter\n", "\n```\n\nafter\n"),
        ("```\nnever closed *5*\n", "\nnever closed *5*\n"),
        ("    code *5*\n\ntext\n", "    code *5*\n\ntext\n"),
        ("- item\n\n    in *it*\n", "\nitem\n\n    in it\n"),
        ("::: {.callout-note}\nNote 5\n:::\n", "Note 5\n"),
        ("<!--\nhidden 9\n\nstill 9\n-->\nshown\n", "\nshown\n"),
        ("<style>\np { width: 50% }\n</style>\nshown\n", "\nshown\n"),
        ("a | b\n", "a | b\n"),
        ("| a | b |\n|---|--:|\n| **14.1** | -1.8% |\n\n| c |\n", " a \t b \n\n 14.1 \t -1.8% \n\n\n| c |\n"),
        ("a|b\n-|-\n1|2\\|3\n", "a\tb\n\n1\t2|3\n\n"),
        ("line one  \nline two\\\nthree\n", "line one  \nline two\nthree\n"),
    ],
)
def test_marks_of_blocks_are_hidden(source: str, shown: str) -> None:
    assert read(source).text == shown


@pytest.mark.parametrize("closing", ["---", "..."])
def test_front_matter_is_data_and_not_text(closing: str) -> None:
    document = read(f"---\ntitle: 35%\ndate: 2015\n{closing}\nText\n")
    assert (document.text, document.place(0)) == ("Text\n", (5, 1))


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert read("---\nText 7%\n").text == "\nText 7%\n"


def test_code_is_shown_and_noted() -> None:
    document = read("text `x = 5` and\n\n```\ny = 6\n```\n\n    z = 7\n")
    assert [document.text[start:end] for start, end in document.code] == ["x = 5", "y = 6\n", "    z = 7\n"]


@pytest.mark.parametrize(
    ("source", "quote", "shown"),
    [
        ("It went down **7%** in May", "down **7%**", "down 7%"),
        ("It went down **7%** in May", "down **7", "down 7"),
        ("see [24.59 trillion](http://a.b/5) yuan", "[24.59 trillion](http://a.b/5) yuan", "24.59 trillion yuan"),
        ("| a | b |\n|---|---|\n| exports | 14.1 |\n", "| exports | 14.1 |", "exports \t 14.1"),
    ],
)
def test_a_quote_copied_with_its_marks_is_found_as_it_is_shown(source: str, quote: str, shown: str) -> None:
    document = read(source)
    [one] = anchor(document, quote, fuzzy=False)
    assert (one.how, document.text[one.start : one.end]) == ("normalised", shown)


@pytest.mark.parametrize("quote", ["http://a.b/5", "(http://a.b/5)", "**", "4.59](http"])
def test_what_is_hidden_is_no_place_of_a_quote(quote: str) -> None:
    document = read("see [24.59 trillion](http://a.b/5) **yuan**")
    assert anchor(document, quote, fuzzy=False) == []


def test_places_are_those_of_the_source() -> None:
    document = read("# One\n\n- **Volume.** It is *7%* of\n  [the total](http://a.b/5), 8&nbsp;% more\n")
    for word, place in (("Volume", (3, 5)), ("7%", (3, 22)), ("the total", (4, 4)), ("8", (4, 30)), ("more", (4, 39))):
        assert document.place(document.text.index(word)) == place


MARKS = (
    "*", "**", "_", "`", "``", "[", "]", "](", ")", "<", ">", "<b>", "&", "&amp;", "\\", "|", "-", "#", "```",
    "~~~", "[^1]", "<!--", "-->", "<sup>", "</sup>", "7%", "a", ":::", "{.x}", "- ", "> ", "# ", "\n", "\n\n",
    "    ", "---\n", "|-|-|\n", "[a]: ", "word ",
)  # fmt: skip
PARTS = st.sampled_from(MARKS)
REPLACED = set("\t\n&–—⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₇₋")


@given(st.lists(PARTS, max_size=40).map("".join))
@example("_--_")  # a dash in emphasis
@example("`\n>`")  # code whose end is hidden with the end of the text
@example(">```\n    ")  # code of which nothing is left to show at the end
def test_every_character_shown_stands_at_its_place_in_any_text(source: str) -> None:
    document = read(source)
    places = [document.source_offset(offset) for offset in range(len(document.text))]
    assert places == sorted(places)
    for shown, place in zip(document.text, places, strict=True):
        assert shown == document.source[place : place + 1] or shown in REPLACED
    assert all(0 <= start <= end <= len(document.text) for start, end in document.code)


@given(st.text(alphabet="abc 0123456789.,%\n", max_size=60))
def test_words_and_numbers_alone_are_shown_as_they_are(source: str) -> None:
    assert read(f"x{source}").text.replace(" ", "").replace("\n", "") == f"x{source}".replace(" ", "").replace("\n", "")


HOSTILE = [
    "*", "**a", "_a ", "`", "`a``", "[", "[a](", "](", "![", "<", "<a ", '<a "', "<!--", "<!--\n", "&", "\\", "> ",
    "- ", "|", "a|", "[^", "[a]: ", "](x (", '](x "', "* a *", "[a][", "#", "```\n", "|-\n", "    ", "<b>", "*_",
    "{", "[](", "---\n", "a\n=\n",
]  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE)
def test_hostile_markdown_takes_linear_time(part: str) -> None:
    start = time.process_time()
    read(part * (100_000 // len(part)))
    assert time.process_time() - start < 2
