"""HTML: what a browser shows, with places in the source; linear on hostile pages."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents.anchor import anchor
from claimcheck.documents.model import DocumentError
from claimcheck.documents.readers import document_from_bytes

if TYPE_CHECKING:
    from claimcheck.documents.model import Document


def read(source: str) -> Document:
    return document_from_bytes("a.html", source.encode())


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p>one <b>two</b></p><p>three", "one two\n\nthree"),
        ("<p>fell\n  by\t7%</p>", "fell   by 7%\n\n"),
        ("<pre>fell\n  by</pre>", "fell\n  by\n\n"),
        ("<table><tr><td>14</td><td>15</td></tr>\n<tr><th>a</th>\n<td>b</td></tr></table>", "14\t15\n\na \tb\n\n"),
        ("<table><tr><td>a<td colspan=2>b<td>c<tr><td><td>1<td>2<td>3</table>", "a\tb\t\tc\n\n\t1\t2\t3\n\n"),
        ("<table><tr><td rowspan='3'>a<td>1<tr><td>2<tr><td>3<tr><td>b<td>4</table>", "a\t1\n\n\t2\n\n\t3\n\nb\t4\n\n"),
        ("<tr><th rowspan=2>a<th colspan=2>b</tr><tr><th>1<th>2</tr>", "a\tb\t\n\n\t1\t2\n\n"),
        ("<tr><td>a<td rowspan=2>b</tr><tr><td>c</tr>", "a\tb\n\nc\t\n\n"),
        ("<tr><td rowspan=2>a</tr><tbody><tr><td>1<td>2</tr>", "a\n\n1\t2\n\n"),
        ("<table><tr><td>a<td><table><tr><td>1<td>2</table><td>b</table>", "a\t\n\n1\t2\n\n\tb\n\n"),
        ("one<br>two<br/>three", "one\ntwo\nthree"),
        ("7&nbsp;% &lt; 8&#37; &#x20AC;5 &amp &bogus;", "7\xa0% < 8% €5 &amp &bogus;"),
        ("14.1<sup>1</sup> km<sup>2</sup> x<sub>12</sub> &#8242;<sup>&#42;</sup>", "14.1¹ km² x₁₂ ′*"),
        ("<script>if (a < 5) '</p>'</script>shown<style>p{width:5%}</style>", "shown"),
        ("<SCRIPT>5</SCRIPT >shown", "shown"),
        ("<title>5%</title><textarea>6</textarea>shown", "shown"),
        ("<!-- 5 <p> -->shown<!doctype html><?xml 5?>", "shown"),
        ("<div style='DISPLAY : none'>5<div>6</div>7</div>shown", "shown"),
        (
            "from <del>210</del><ins>200</ins>, <s>3</s> <span style='text-decoration: line-through'>4</span>5",
            "from 200, 5",
        ),
        ("<div hidden>5</div><p hidden=''>6</p>shown", "shown"),
        ("<div class='hidden' style='overflow: hidden ; x'>shown</div>", "shown\n\n"),
        ("<ix:header><ix:hidden>5</ix:hidden></ix:header><ix:nonFraction>6</ix:nonFraction>", "6"),
        ("<svg><text>5</text></svg><noscript>6</noscript><select><option>7</select>shown", "shown"),
        ("<img alt='a > b' src=x>shown<input value=5>", "shown"),
        ("a < b and c > d, 5<6", "a < b and c > d, 5<6"),
        ("an <open tag", "an <open tag"),
        ("an <!-- open comment", "an <!-- open comment"),
        ('<p title="a>b">shown</p>', "shown\n\n"),
        ('<p title="never>closed</p>', "closed\n\n"),
        ("<div hidden>5<script></div></script>6</div>shown", "shown"),
        ("</p></div>shown", "shown"),
        ("", ""),
    ],
)
def test_what_is_shown(source: str, shown: str) -> None:
    assert read(source).text == shown


def test_places_are_those_of_the_source() -> None:
    document = read("<html>\n<p>fell by <b>7</b>&nbsp;%\n and 8&#37;</p>\n<td>9</td>\n")
    for word, place in (("fell", (2, 4)), ("7", (2, 15)), ("%", (2, 26)), ("8", (3, 6)), ("9", (4, 5))):
        assert document.place(document.text.index(word)) == place


def test_a_quote_is_found_across_tags_and_line_breaks() -> None:
    document = read("<p>Trade <i>fell</i>\n   by 7&nbsp;%<sup>1</sup></p>")
    [one] = anchor(document, "Trade fell by 7%")
    assert (one.how, document.text[one.start : one.end].endswith("%")) == ("normalised", True)


def test_a_declared_encoding_is_heeded_and_a_wrong_one_refused() -> None:
    page = "<meta charset='{}'><p>7 € für Öl 亿</p>"
    assert "für" in document_from_bytes("a.html", page[:-7].format("ISO-8859-1").encode("cp1252")).text
    assert "亿" in document_from_bytes("a.htm", "<meta charset=gb2312>亿".encode("gb18030")).text
    assert "亿" in document_from_bytes("a.htm", page.format("utf-16").encode()).text
    with pytest.raises(DocumentError, match="declares an encoding that is not known: nonsense"):
        document_from_bytes("a.html", page.format("nonsense").encode())
    with pytest.raises(DocumentError, match="not UTF-8"):
        document_from_bytes("a.html", page.format("utf-8").encode("gb18030"))


@pytest.mark.parametrize(
    "name",
    [
        "undefined",
        "idna",
        "punycode",
        "unicode_escape",
        "raw_unicode_escape",
        "Unicode-Escape",
        "base64",
        "rot13",
        "..",
        ":a",
    ],
)
def test_what_is_no_encoding_of_pages_is_refused_in_one_line(name: str) -> None:
    page = f"<meta charset={name}><p>7% .. \\x41 \\q xn--a-.com</p>"
    with pytest.raises(DocumentError, match=f"a.html: declares an encoding that is not known: {name}"):
        document_from_bytes("a.html", page.encode())


@pytest.mark.parametrize("name", ["latin-1", "ISO_8859-1", "u8", "U16", "l1", "us-ascii"])
def test_other_names_of_an_encoding_mean_it(name: str) -> None:
    written = "utf-8" if name.lower() in ("u8", "u16") else "cp1252"
    page = f"<meta charset={name}><p>7 € für Öl</p>".encode(written)
    assert document_from_bytes("a.html", page).text.strip() == "7 € für Öl"


def test_progress_is_told_on_long_pages() -> None:
    told: list[tuple[int, int]] = []
    data = b"<p>one</p>" * 5000
    document_from_bytes("a.html", data, progress=lambda done, of: told.append((done, of)))
    assert told
    assert told == sorted(told)
    assert all(done <= of == len(data) for done, of in told)


MARKS = (
    "<p>", "</p>", "<", ">", "</", "<!--", "-->", "<b", "'", '"', "<script>", "</script>", "<div hidden>", "</div>",
    "&amp;", "&", "<sup>", "</sup>", "<td>", "\n", " ", "7%", "a", "<a b='", "<pre>", "</pre>", "<br/>", "<!x",
    "<title>", "<svg/>",
)  # fmt: skip
REPLACED = set("\t\n &¹²⁷⁻")


@given(st.lists(st.sampled_from(MARKS), max_size=40).map("".join))
def test_every_character_shown_stands_at_its_place_in_any_page(source: str) -> None:
    document = read(source)
    places = [document.source_offset(offset) for offset in range(len(document.text))]
    assert places == sorted(places)
    for shown, place in zip(document.text, places, strict=True):
        assert shown == document.source[place : place + 1] or shown in REPLACED


HOSTILE = [
    *MARKS, "<a '", '<a "', "<a '>", '<a ">" "', "<div>", "<svg>", "<script", "</script", "<title>", "<!", "<?",
    "<p hidden>", "&#1;", "<a-b.c:d", "<a a=",
    "<td rowspan=999 colspan=999>", "<tr><td rowspan=999 colspan=60><td>", "<table>", "</table>",
    "<table><tr><td colspan=2>",
]  # fmt: skip


@pytest.mark.parametrize("part", HOSTILE)
def test_a_hostile_page_takes_linear_time(part: str) -> None:
    start = time.process_time()
    read(part * (100_000 // len(part)))
    read("<div hidden>" + part * (50_000 // len(part)) + "'")
    assert time.process_time() - start < 1.5
