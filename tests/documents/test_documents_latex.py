"""LaTeX: the text without its commands, with places in the source."""

from __future__ import annotations

import time

import pytest

from claimcheck.documents.readers import document_from_bytes


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"\textbf{fell} by 7\%", "fell by 7%"),
        (r"24{,}590~bn", "24,590\xa0bn"),
        (r"20--25\,\% --- so", "20–25\u2009% — so"),
        ("a % comment 5\nb", "a b"),
        (r"\$5 \& \pounds 6", "$5 & £6"),
        (r"$x = 5$", "x = 5"),
        (r"\cite[p.~3]{key2015} \label{tab:5} \section*{Trade}", "  Trade"),
        ("a & 14.1 \\\\ b", "a \t 14.1 \n b"),
        (r"``so''", "“so”"),
        (r"\SI{24.59}{\percent}", "24.59%"),
        ("\\documentclass[12pt]{x}\n\\begin{document}Text 7\\end{document} 9", "Text 7"),
        ("\\", ""),
    ],
)
def test_what_is_shown(source: str, shown: str) -> None:
    assert document_from_bytes("a.tex", source.encode()).text == shown


def test_places_are_those_of_the_source() -> None:
    document = document_from_bytes("a.tex", b"% x\n\\begin{document}\nIt \\emph{fell} by 7\\% now\n\\end{document}\n")
    for word, place in (("fell", (3, 10)), ("7", (3, 19)), ("%", (3, 20)), ("now", (3, 23))):
        assert document.place(document.text.index(word)) == place


@pytest.mark.parametrize("part", ["\\", "{", "\\cite[", "\\cite{", "%", "\\begin{document}", "$", "--", "[", "\\x [a]"])
def test_hostile_latex_takes_linear_time(part: str) -> None:
    start = time.perf_counter()
    document_from_bytes("a.tex", (part * (100_000 // len(part))).encode())
    assert time.perf_counter() - start < 2
