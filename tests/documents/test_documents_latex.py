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
        (r"\cite[p.~3]{key2015} \label{tab:5} \section*{Trade}", "  \n\nTrade\n\n"),
        ("a & 14.1 \\\\ b", "a \t 14.1 \n\n b"),
        (r"``so''", "“so”"),
        (r"\SI{24.59}{\percent}", "24.59%"),
        ("\\documentclass[12pt]{x}\n\\begin{document}Text 7\\end{document} 9", "Text 7"),
        ("\\", ""),
        (r"42\footnote{3 were left \emph{out}.} patients", "42 (3 were left out.) patients"),
        (r"\frac{1}{2}, \frac12, \nicefrac{1}{4} and 2\frac{1}{2}", "1/2, 1/2, 1/4 and 2 1/2"),
        (r"\SIrange{10}{20}{\percent} or \qtyrange{10}{20}{kg} or \numrange{1}{2}", "10–20% or 10–20 kg or 1–2"),
        (r"\SI{12.5}{\kilo\gram} \qty{7}{\kilogram} \qty{8}{\giga\watt\hour}", "12.5 kg 7 kg 8 GWh"),
        (r"\qty{3}{\square\metre} \qty{3}{\metre\squared} \qty{90}{\kilo\metre\per\hour}", "3 m² 3 m² 90 km/h"),
        (r"\num{1,500} \texteuro 33 million", "1,500 €33 million"),
        (r"10\textsuperscript{6} at 7$^{\circ}$C, $5^\circ$C", "10⁶ at 7°C, 5°C"),
        (r"\fontsize{11}{12}5 \multicolumn{3}{c}{\textbf{25} firms} & 6", "5 25 firms\t\t \t 6"),
        (r"\begin{tabular}{lp{3cm}r}5 & 6\end{tabular}", "\n\n5 \t 6\n\n"),
        (r"\begin{tabular*}{3cm}[t]{l}5", "\n\n[t]l5"),
        (r"a\begin{comment}5\end{comment}b\iffalse 6 \fi 7", "a\n\nb 7"),
        (r"from \sout{210}\st{9} 200", "from  200"),
        (r"a\iffalse 6 \hspace{\fill} 8 \fi7 \iffalse 5\fill", "a7  5"),
        (r"\begin{comment}5", "\n\n5"),
        (r"a\\[3pt]b\\*[-0.5\baselineskip]c\\*d\tabularnewline [1.5 ex] e", "a\n\nb\n\nc\n\nd\n\n e"),
        (r"5 \\ [1.2, 3.4] & [7]", "5 \n\n [1.2, 3.4] \t [7]"),
        ("\\newcommand{\\n}{12} 5", " 5"),
        ("} 5", " 5"),
        (r"\num{5 +- 0.3} \SI{12.3(4)}{\metre} \SI{5 \pm 0.3}{kg}", "5 ± 0.3 12.3 ± 0.4 m 5 ± 0.3 kg"),
        (r"sold 5\par million, \item million", "sold 5\n\nmillion, \n\nmillion"),
    ],
)
def test_what_is_shown(source: str, shown: str) -> None:
    assert document_from_bytes("a.tex", source.encode()).text == shown


def test_places_are_those_of_the_source() -> None:
    document = document_from_bytes("a.tex", b"% x\n\\begin{document}\nIt \\emph{fell} by 7\\% now\n\\end{document}\n")
    for word, place in (("fell", (3, 10)), ("7", (3, 19)), ("%", (3, 20)), ("now", (3, 23))):
        assert document.place(document.text.index(word)) == place


@pytest.mark.parametrize(
    "part",
    [
        "\\",
        "{",
        "\\cite[",
        "\\cite{",
        "%",
        "\\begin{document}",
        "$",
        "--",
        "[",
        "\\x [a]",
        "\\iffalse",
        "\\frac{",
        "\\begin{comment}",
        "\\begin{tabular}{",
        "\\qty{",
        "\\footnote{",
    ],
)
def test_hostile_latex_takes_linear_time(part: str) -> None:
    start = time.process_time()
    document_from_bytes("a.tex", (part * (100_000 // len(part))).encode())
    assert time.process_time() - start < 2
