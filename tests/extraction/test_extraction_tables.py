"""Tables as drafts: what cells are about, and what columns and totals make of them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from claimcheck.app.extract import check, extract
from claimcheck.documents.readers import read_document
from claimcheck.extraction.tables.grid import head_of
from claimcheck.sheet.load import load_sheet

BALANCE = [
    ["$ thousand", "31 Dec 2015", "31 Dec 2014", "Change, %"],
    ["Cash", "1,200", "1,100", "9.1"],
    ["Receivables", "815", "763", "6.8"],
    ["Total assets", "2,015", "1,863", "8.2"],
    ["Debt", "902", "1,003", "(10.1)"],
    ["Equity", "1,113", "860", "29.4"],
    ["Total liabilities", "2,015", "1,863", "8.2"],
]
VOTES = [
    ["Party", "Votes", "%"],
    ["Red", "12,340", "41.1"],
    ["Blue", "10,010", "33.4"],
    ["Green", "7,650", "25.5"],
    ["All", "30,000", "100.0"],
]
YEARS = [
    ["Year", "Revenue (€m)", "Growth (%)", "Profit (€m)", "Margin"],
    ["2013", "100.4", "–", "10.2", "10.2%"],
    ["2014", "110.4", "10.0", "12.1", "11.0%"],
    ["2015", "120.2", "8.9", "11.9", "9.9%"],
    ["2016", "131.0", "9.0", "15.0", "11.5%"],
]
AGES = [
    ["Age", "Men", "Women", "Total", "Women, %"],
    ["0-14", "1,201", "1,150", "2,351", "48.9"],
    ["15-64", "4,120", "4,305", "8,425", "51.1"],
    ["65+", "830", "1,102", "1,932", "57.0"],
    ["Total", "6,151", "6,557", "12,708", "51.6"],
]
RATES = [
    ["", "Q1 2024", "Q2 2024", "Change (pp)"],
    ["North", "4.1%", "4.5%", "0.4"],
    ["South", "6.0%", "5.2%", "-0.8"],
    ["West", "7.7%", "7.9%", "0.2"],
]
TABLES = [BALANCE, VOTES, YEARS, AGES, RATES]


def markdown(rows: list[list[str]]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|---" * len(rows[0]) + "|", *lines[1:]]) + "\n"


def html(rows: list[list[str]]) -> str:
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


def csv(rows: list[list[str]]) -> str:
    return "\n".join(";".join(row) for row in rows) + "\n"


@pytest.fixture
def drafted(tmp_path: Path):
    def make(text: str, name: str = "text.md"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        document = read_document(str(path))
        made = extract(document, name)
        assert made.sheet is not None
        return made, check(document, made)

    return make


SIZES = """\
| Region | {0} size 2020 | {0} size 2024 | CAGR |
|---|---|---|---|
| Asia | 101.5 | 148.6 | 10.0% |
| Africa | 303.1 | 443.8 | 10.0% |
| Europe | 201.7 | 295.3 | 5.0% |
"""


@pytest.mark.parametrize("word", ["Product", "Market", "Marketing", "Decided", "Novel", "Junior", "Octane"])
def test_a_word_that_begins_as_a_month_does_is_none(word, drafted) -> None:
    _, report = drafted(SIZES.format(word))
    assert ["europe-cagr" in finding.help for finding in report.findings] == [True]


@pytest.mark.parametrize("month", ["Mar", "March", "Sept", "Sep."])
def test_a_month_puts_columns_of_one_year_in_order(month: str) -> None:
    heads = head_of(f"{month} 2020"), head_of("Dec. 2020")
    assert heads[0].order < heads[1].order


def found(made) -> set[tuple[str, ...]]:
    """Return each draft as kind, subject, periods, digits and what `is:` says."""
    return {
        (d.kind, d.subject.text, d.from_, d.in_, d.written.digits, d.said)
        for d in (entry.draft for entry in made.entries)
    }


@pytest.mark.parametrize(("write", "name"), [(markdown, "t.md"), (html, "t.html"), (csv, "t.csv")])
def test_cells_are_levels_of_their_row_in_the_period_of_their_column(drafted, write, name) -> None:
    made, _ = drafted(write(BALANCE), name)
    drafts = found(made)
    assert ("value", "Cash", "", "2015-12-31", "1,200", "") in drafts
    assert ("growth", "Debt", "2014-12-31", "2015-12-31", "10.1", "-10.1%") in drafts
    sums = [entry.draft for entry in made.entries if entry.draft.kind == "sum"]
    assert [(d.subject.text, d.in_, len(d.parts)) for d in sums] == [
        ("Total assets", "2015-12-31", 2),
        ("Total assets", "2014-12-31", 2),
        ("Total liabilities", "2015-12-31", 2),
        ("Total liabilities", "2014-12-31", 2),
    ]
    assert made.text.count("    scale: thousand\n") == 12


def test_a_column_is_what_most_of_its_numbers_are(drafted) -> None:
    drafts = found(drafted("\n\n".join(f"## {n}\n\n{markdown(rows)}" for n, rows in enumerate(TABLES)))[0])
    assert ("share", "Red", "", "", "41.1", "41.1%") in drafts
    assert ("growth", "revenue", "2013", "2014", "10.0", "10.0%") in drafts
    assert ("share", "profit", "", "2014", "11.0%", "") in drafts or (
        "share",
        "profit",
        "",
        "2014",
        "11.0",
        "",
    ) in drafts
    assert ("share", "15-64 women", "", "", "51.1", "51.1%") in drafts
    assert ("change", "South", "2024-Q1", "2024-Q2", "0.8", "-0.8 points") in drafts


@pytest.mark.parametrize("rows", TABLES)
def test_a_true_table_is_not_contradicted_and_every_claim_of_it_is_read(drafted, rows) -> None:
    made, report = drafted(markdown(rows))
    assert report.findings == ()
    assert len(made.sheet.claims) == len(made.entries)
    assert {result.verdict.value for result in report.assessment.results} <= {
        "confirmed",
        "rounding",
        "consistent",
        "unchecked",
    }


@pytest.mark.parametrize(
    ("rows", "true", "wrong", "guess"),
    [
        (BALANCE, "2,015", "2,051", "are all its parts"),
        (BALANCE, "(10.1)", "10.1", "“Change, %” is from 2014-12-31 to 2015-12-31"),
        (VOTES, "33.4", "34.3", "“%” is a share of “All”"),
        (YEARS, "8.9", "7.9", "“Growth (%)” is from 2014 to 2015"),
        (AGES, "4,305", "4,350", "are all its parts"),
        (RATES, "0.4", "0.7", "“Change (pp)” is from 2024-Q1 to 2024-Q2"),
    ],
)
def test_one_wrong_cell_is_a_warning_that_names_what_was_guessed(drafted, rows, true, wrong, guess) -> None:
    made, report = drafted(markdown([[wrong if cell == true else cell for cell in row] for row in rows]))
    assert {finding.severity.label for finding in report.findings} == {"warning"}
    assert any(guess in finding.message for finding in report.findings)
    assert all(
        span.path.endswith("text.md") for f in report.findings for span in (f.primary, *(r.span for r in f.related))
    )
    assert made.entries


@pytest.mark.parametrize(
    "rows",
    [
        [["", "2014", "2015", "Growth"], ["Tea", "10.1", "12.2", "3.4%"], ["Wool", "20.3", "25.0", "99%"]],
        [["Region", "Share"], ["North", "40%"], ["South", "30%"], ["Total", "80%"]],
        [["", "2014"], ["Sales", "100.4"], ["Costs", "60.2"], ["Total staff", "123"]],
        [["Name", "Score", "Rank"], ["A", "12.5", "1"], ["B", "11.0", "2"]],
    ],
)
def test_what_fits_nothing_is_a_level_by_itself(drafted, rows) -> None:
    made, report = drafted(markdown(rows))
    assert report.findings == ()
    assert {entry.draft.kind for entry in made.entries} == {"value"}


def test_numbers_of_prose_are_drafted_beside_a_table(drafted) -> None:
    made, _ = drafted(f"{markdown(VOTES)}\nExports rose by 5.2% to $30.1 million from $28.6 million.\n")
    assert ("growth", "Exports", "before sentence 5", "in sentence 5", "5.2", "") in found(made)


@pytest.mark.parametrize("seed", range(25))
def test_a_table_made_by_rounding_hidden_values_is_never_contradicted(drafted, seed) -> None:
    rng = random.Random(seed)  # noqa: S311
    places = rng.choice([0, 1])
    hidden = [[rng.uniform(5, 999) for _ in range(2)] for _ in range(rng.randint(2, 7))]
    hidden.append([sum(column) for column in zip(*hidden, strict=True)])
    names = [f"Part {n}" for n in range(len(hidden) - 1)] + ["Total"]
    rows = [["Item", "2014", "2015", "Change", "Share 2015"]]
    for name, (a, b) in zip(names, hidden, strict=True):
        rate, share = 100 * (b / a - 1), 100 * b / hidden[-1][1]
        rows.append([name, f"{a:,.{places}f}", f"{b:,.{places}f}", f"{rate:.1f}%", f"{share:.1f}%"])
    made, report = drafted(markdown(rows))
    assert report.findings == ()
    kinds = {entry.draft.kind for entry in made.entries}
    assert {"value", "growth", "sum"} <= kinds


BLOCKS = Path(__file__).with_name("true_tables.txt").read_text(encoding="utf-8").split("=== ")[1:]
TRUE = dict(block.split("\n", 1) for block in BLOCKS)


@pytest.mark.parametrize("name", TRUE)
def test_a_true_table_of_a_report_is_left_in_peace_and_its_draft_holds(drafted, name) -> None:
    """Withheld cells, rates in total columns, two totals, other growth, ranks, years for counts, parts of parts."""
    made, report = drafted(TRUE[name], name)
    assert report.findings == ()
    assert [
        finding for finding in load_sheet("draft.yaml", made.text.encode())[1] if finding.severity.label == "error"
    ] == []


@pytest.mark.parametrize(
    ("name", "true", "wrong"),
    [
        ("a1.csv", "4230", "4320"),
        ("a3.md", "640", "460"),
        ("a4.md", "10.0", "1.0"),
        ("a5.md", "14.9", "19.4"),
        ("a6.md", "33.3", "38.3"),
        ("a7b.md", "38", "83"),
        ("a12.md", "7.5", "15.7"),
        ("a13.md", "354", "345"),
        ("a14.md", "4.8", "8.4"),
        ("a16.md", "20.3", "23.0"),
        ("b10.md", "84", "48"),
        ("c2.md", "840", "480"),
        ("d4.md", "12.0", "21.0"),
        ("d9.md", "38", "68"),
        ("d12.md", "-18.1", "-48.1"),
        ("d13.md", "603", "803"),
        ("e1.md", "744.2", "774.2"),  # operating profit: gross profit, other income, less expenses
        ("e1.md", "528.0", "582.0"),
        ("e2.md", "(806)", "(608)"),
        ("e2.md", "110,336", "111,336"),
        ("e3.md", "14,010", "14,100"),  # net cash: what stands since the result before
        ("e3.md", "5,655", "6,555"),  # results of results
        ("e4.md", "17,761", "17,716"),  # total assets less total liabilities
        ("e6.md", "8,240,100", "8,420,100"),  # births and immigration are added
        ("e7.md", "8,709", "8,790"),
        ("e8.md", "-50.6", "50.6"),
        ("e9.md", "58.2", "52.8"),
        ("e10.md", "424.0", "442.0"),  # a year and its quarters
        ("e15.md", "223.9", "232.9"),
        ("e16.md", "414.6", "416.4"),
        ("h1.md", "22,693", "22,963"),  # under a year in the corner
        ("h1.md", "88,339", "83,889"),
        ("h2.md", "1,135", "1,315"),  # quarters of two years in turn
        ("h2.md", "$1,891", "$1,981"),  # with what is taken off printed below 0
        ("h3.md", "617.7", "671.7"),  # a currency on the first and the last row alone
        ("h3.md", "460.1", "406.1"),  # a total of what stands since a result
        ("h3.md", "(41.2)", "(42.1)"),
        ("h4.md", "10,045", "10,405"),  # costs, of which the revenue before them is none
        ("h4.md", "6,159", "6,195"),
        ("i1.md", "3,041", "3,401"),  # carried forward: brought forward and the movement of the year
        ("i1.md", "| 1,742", "| 1,472"),
        ("j1.md", "67 (54.5)", "67 (58.5)"),  # a count and its percentage of n
        ("j1.md", "61 (50.4)", "16 (50.4)"),
        ("j2.md", "18.1%", "11.8%"),  # margins, and points among growth
        ("j2.md", "40.0%", "41.0%"),
        ("j2.md", "| 496 |", "| 469 |"),
        ("j2.md", "(287)", "(278)"),
        ("j2.md", "186", "168"),
        ("j2.md", "15.0%", "16.0%"),
        ("j2.md", "3.0 pp", "3.5 pp"),
        ("j2.md", "12.2%", "21.2%"),
        ("j3.md", "9.3%", "3.9%"),  # a row per another one
        ("j3.md", "60.5", "65.0"),
        ("j4.md", "30.8%", "38.0%"),  # a total that shares prove
        ("j4.md", "| 180 |", "| 190 |"),
        ("j5.md", "49,231", "42,931"),  # scales in heads
        ("j5.md", "16,000", "61,000"),
        ("j6.md", "| 34 |", "| 43 |"),  # averages
        ("j6.md", "| 18 | 15 |", "| 81 | 15 |"),
        ("j7.md", "12.3", "13.2"),
        ("j7.md", "| 12.4 | 12.6 | 13.0 |", "| 14.2 | 12.6 | 13.0 |"),
        ("j8.md", "| 60 |", "| 66 |"),  # a share of what is below 0
        ("j8.md", "-3.0%", "-30.0%"),
        ("j9.md", "| 384 |", "| 348 |"),  # totals that their labels name
        ("j9.md", "| Equity | 401", "| Equity | 441"),
        ("j10.md", "| 57 |", "| 67 |"),
        ("j10.md", "| 188 |", "| 158 |"),
        ("j10.md", "(81)", "(88)"),
        ("j10.md", "| 131 | 99 |", "| 141 | 99 |"),
        ("j11.md", "27.0", "22.0"),
        ("j11.md", "9,601", "6,901"),
        ("j12.md", "26.4", "24.6"),  # shares of a whole that is not printed
        ("j12.md", "| 119 |", "| 191 |"),
        ("j13.md", "5,400", "4,500"),  # prices
        ("j13.md", "6,300", "3,600"),
        ("j14.md", "2.5%", "5.2%"),  # rates of few rows
        ("j14.md", "| 31 |", "| 13 |"),
        ("j15.md", "51.7", "57.1"),
        ("j15.md", "6.5%", "5.6%"),
        ("j15.md", "15.0%", "16.0%"),
        ("j15.md", "1.0 pt", "2.0 pt"),
        ("j15.md", "8.2%", "2.8%"),
        ("j16.md", "19.3", "13.9"),  # between two percentages
        ("j16.md", "66.5", "65.5"),
        ("j17.md", "6.1", "1.6"),
        ("j17.md", "-7.5", "7.5"),
        ("j18.md", "787", "878"),
        ("j18.md", "12,150", "12,510"),
        ("m1.md", "811", "181"),
        ("m1.md", "| 977 |", "| 997 |"),
        ("m2.md", "88.1", "81.8"),
        ("m2.md", "572.7", "527.7"),
        ("m3.md", "31 (15.2)", "31 (12.5)"),
        ("m3.md", "18 (9.0)", "81 (9.0)"),
        ("m4.md", "61.0%", "16.0%"),
        ("m4.md", "22.0%", "20.0%"),
        ("m5.md", "10.2", "12.0"),
        ("m5.md", "455.3", "453.5"),
        ("m6.md", "8.9%", "9.8%"),
        ("m7.md", "+8.7%", "+7.8%"),
        ("m7.md", "36.0", "63.0"),
        ("m8.md", "27,412", "24,712"),
        ("m8.md", "(8)%", "8%"),
        ("m9.md", "54.1%", "51.4%"),
        ("p1.md", "| 22 | 9 | 7", "| 22 | 9 | 8"),  # games are counted one by one
        ("p1.md", "| 38 | 25", "| 37 | 25"),
        ("p1.md", "+22", "+21"),
        ("p6.md", "| 4 | 5 | 0 | 1", "| 4 | 7 | 0 | 1"),
        ("p2.md", "| 13%", "| 23%"),  # answers that make a hundred
        ("p2.md", "-18", "-16"),
        ("p3.md", "-20.21", "-22.01"),
        ("p4.md", "| 21", "| 20"),
        ("p5.md", "38,901", "38,910"),
        ("p5.md", "27% | 27%", "72% | 27%"),
        ("p8.md", "12,407", "12,704"),  # rows that head their parts
        ("p8.md", "17,385", "17,835"),
        ("p8.md", "| 771", "| 717"),
        ("q1.md", "| 33.0", "| 30.3"),  # of the votes, not of all electors
        ("q2.md", "| 8 | 2 | 6 |", "| 8 | 2 | 9 |"),  # net points
        ("q3.md", "| 8 | 4 | 4", "| 9 | 4 | 4"),  # the same number twice in a row
        ("q3.md", "| 8 | 4 | 4", "| 18 | 4 | 4"),  # more games won than played
        ("q3.md", ".667", ".676"),
        ("q3.md", "| 3 | 3 | 0 | 0", "| 2 | 3 | 0 | 0"),
        ("q3.md", "| 78", "| 87"),  # a total of what is alike, not of the games before
        ("q3.md", "| 28 | 19", "| 82 | 19"),  # more medals of one sort than in all
        ("q4.md", "52.43", "54.23"),  # of all games, draws too
        ("q4.md", "| 7.3", "| 3.7"),
        ("q4.md", "4,126", "4,621"),
        ("q4.md", "| 12%", "| 21%"),
        ("q6.md", "| 7 |", "| 17 |"),  # leads
        ("q6.md", "33%", "39%"),
        ("q6.md", "21,300", "23,100"),
        ("r2.md", "12.20%", "21.20%"),  # of the row whose share is all
        ("r2.md", "9,067,114", "9,607,114"),
        ("r3.md", "(8)%", "(3)%"),  # between the years beside it
        ("r4.md", "797.9", "779.9"),  # a total that the balance is no part of
        ("r5.csv", "2650.00", "2560.00"),  # what was there, and what came and went
        ("r5.csv", "82.40", "98.40"),
        ("r6.md", "199,025.42", "199,052.42"),
        ("j2.md", "8.6%", "6.8%"),  # growth of what is printed below 0
    ],
)
def test_one_wrong_cell_of_such_a_table_is_found(drafted, name, true, wrong) -> None:
    assert TRUE[name].count(f"{true}") >= 1
    _, report = drafted(TRUE[name].replace(true, wrong, 1), name)
    assert {finding.severity.label for finding in report.findings} == {"warning"}


GERMAN = [
    ["Land", "2022", "2023", "Veränderung in %"],
    ["Bayern", "1.234,5", "1.358,0", "10,0"],
    ["Berlin", "500,5", "550,5", "10,0"],
    ["Hessen", "400,5", "440,6", "10,0"],
]


def test_decimal_commas_are_told_of_and_read_in_their_locale(claimcheck, tmp_path) -> None:
    (tmp_path / "q.md").write_text(markdown(GERMAN), encoding="utf-8")
    assert "--locale de reads them so" in claimcheck("extract", "q.md", cwd=tmp_path).err
    ran = claimcheck("extract", "q.md", "--locale", "de", "-o", "q.claims.yaml", cwd=tmp_path)
    assert (ran.code, ran.err) == (0, "")
    ran = claimcheck("verify", "q.claims.yaml", cwd=tmp_path)
    assert (ran.code, "6 consistent, 3 confirmed" in ran.out) == (0, True)


def test_a_total_is_told_with_all_of_its_parts(drafted) -> None:
    (finding,) = drafted(TRUE["d9.md"].replace("38", "68", 1), "d9.md")[1].findings
    assert finding.message.startswith("“China total” is 89, but its 3 parts add up to 119;")
    assert [related.message for related in finding.related] == [
        "China gold: “68”",
        "China silver: “32”",
        "China bronze: “19”",
    ]
    assert finding.help.endswith("one of its parts is wrong")


MERGED = {
    "t.html": "<table><tr><th rowspan=2>Region</th><th colspan=2>Exports</th><th colspan=2>Imports</th></tr>"
    "<tr><th>2022</th><th>2023</th><th>2022</th><th>2023</th></tr>"
    "<tr><td>Asia</td><td>120.5</td><td>130.2</td><td>90.1</td><td>95.3</td></tr>"
    "<tr><td>Europe</td><td>80.4</td><td>85.6</td><td>70.2</td><td>72.5</td></tr>"
    "<tr><td>Total</td><td>200.9</td><td>215.8</td><td>160.3</td><td>167.8</td></tr></table>",
    "t.tex": "\\begin{tabular}{lrrrr} Region & \\multicolumn{2}{c}{Exports} & \\multicolumn{2}{c}{Imports} \\\\\n"
    " & 2022 & 2023 & 2022 & 2023 \\\\\nAsia & 120.5 & 130.2 & 90.1 & 95.3 \\\\\n"
    "Europe & 80.4 & 85.6 & 70.2 & 72.5 \\\\\nTotal & 200.9 & 215.8 & 160.3 & 167.8 \\\\\n\\end{tabular}",
    "t.md": "| | Exports | | Imports | |\n|---|---|---|---|---|\n| Region | 2022 | 2023 | 2022 | 2023 |\n"
    "| Asia | 120.5 | 130.2 | 90.1 | 95.3 |\n| Europe | 80.4 | 85.6 | 70.2 | 72.5 |\n"
    "| Total | 200.9 | 215.8 | 160.3 | 167.8 |\n",
    "t.csv": "Region,Exports,,Imports,\n,2022,2023,2022,2023\nAsia,120.5,130.2,90.1,95.3\n"
    "Europe,80.4,85.6,70.2,72.5\nTotal,200.9,215.8,160.3,167.8\n",
}


@pytest.mark.parametrize("name", MERGED)
def test_a_head_over_several_columns_heads_each_of_them(drafted, name) -> None:
    made, report = drafted(MERGED[name], name)
    assert {
        ("value", "Asia exports", "", "2022", "120.5", ""),
        ("value", "Asia exports", "", "2023", "130.2", ""),
        ("value", "Asia imports", "", "2023", "95.3", ""),
    } <= found(made)
    assert report.findings == ()
    wrong = drafted(MERGED[name].replace("215.8", "251.8"), name)[1]
    assert [finding.message.partition(";")[0] for finding in wrong.findings] == [
        "“Total exports”, 2023 is 251.8, but its 2 parts add up to 215.8"
    ]


def test_a_head_over_several_columns_of_a_workbook_heads_each_of_them(tmp_path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the extra `xlsx` is not installed")
    book = openpyxl.Workbook()
    for row in MERGED["t.csv"].splitlines():
        book.active.append([float(cell) if "." in cell else cell or None for cell in row.split(",")])
    book.active["B4"] = None  # what is not known leaves the others under their heads
    book.save(tmp_path / "t.xlsx")
    made = extract(read_document(str(tmp_path / "t.xlsx")), "t.xlsx")
    assert {
        ("value", "Europe exports", "", "2023", "85.6", ""),
        ("value", "Asia imports", "", "2023", "95.3", ""),
    } <= found(made)


def test_heads_that_are_fewer_than_the_cells_below_head_none_of_them(drafted) -> None:
    """As a PDF has them, where spaces part the cells."""
    rows = ["Shop 2022\t2023\t2024 Change, %", "North 1,100\t1,204\t1,310\t8.8", "South 950\t988\t1,002\t1.4"]
    made, report = drafted("\n".join([*rows, "East 480\t500\t550\t10.0", ""]), "t.txt")
    assert {draft[3] for draft in found(made)}.isdisjoint({"2022", "2023", "2024"})
    assert report.findings == ()
