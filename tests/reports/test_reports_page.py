"""The page as text: what it marks, what it draws, and what it costs. `tests/browser` looks at it."""

from __future__ import annotations

import re
from base64 import b64encode
from fractions import Fraction
from hashlib import sha256
from html import escape
from html.parser import HTMLParser

import pytest

import claimcheck
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.terms import BARE
from claimcheck.reports.page.marks import Mark, _apart
from claimcheck.reports.page.scale import apart, pair, tiny
from support_golden import EXPLAINED, report
from support_reports import PASSING, PASSING_BRIEF, many, rendered, report_of


@pytest.fixture(scope="module")
def page():
    return rendered("html", report_of())


def test_the_policy_allows_the_own_style_by_its_hash_and_nothing_else(page):
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]
    mark = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{mark}'; base-uri 'none'; form-action 'none'"
    assert f'http-equiv="Content-Security-Policy" content="{policy}"' in page
    assert "<script" not in page
    assert not re.search(r"https?://", page)


def test_every_number_is_marked_with_its_verdict_in_words(page):
    for number, kind, said in (
        ("201 million dollars", "contradicted", "contradicted"),
        ("43%", "contradicted", "contradicted"),
        ("12 shops", "unchecked", "unchecked"),
        ("7 schools", "uncovered", "not covered"),
    ):
        assert re.search(f'class="m {kind}"[^>]*>(up )?{number}<small> {said}</small>', page), number


def test_a_contradiction_stands_below_the_first_line_it_joins(page):
    line = page.index('id="L3"')
    assert line < page.index('id="x1"') < page.index('id="L4"')


def test_what_was_found_leads_to_the_lines_that_it_is_about(page):
    found = page[page.index(">Found<") : page.index('class="doc')]
    assert re.search(r'<a href="#x1">Contradiction 1</a>: “[^”]+” \(<a href="#L\d">line \d</a>\)', found)
    lost = rendered("html", report_of(PASSING.replace("up 30%", "up 20%"), PASSING_BRIEF))
    assert re.search(r'<ul><li><a href="#L4">[^<]*:4:\d+</a> the nearest words are', lost)


def test_of_several_sheets_the_list_says_which_one_to_look_at():
    page = rendered("html", report_of(), report_of(PASSING, PASSING_BRIEF, name="other.yaml"))
    listed = re.findall(r'<li><a href="#[^"]+">([^<]+)</a>: ([^<]+)', page[page.index("<nav") : page.index("</nav>")])
    assert [(name, said.partition(" in ")[0]) for name, said in listed] == [
        ("claims.yaml", "1 contradiction"),
        ("other.yaml", "no contradiction"),
    ]


TABLE = """Sales of 1,240 ships.

| port | 2014 | 2015 |
|---|---|---|
| Northport | 1,240 | 1,310 |
| All | 2,480 | 2,620 |
"""


def test_the_cells_of_a_table_stand_in_columns_and_a_contradiction_beside_it():
    sheet = """document: brief.md
claims:
  - {id: north, quote: "1,310", value: {of: north, in: 2015}}
  - {id: all, quote: "2,620", value: {of: whole, in: 2015}}
  - {id: share, share: {of: north, whole: whole, in: 2015, is: 60%}}
  - {id: across, quote: "All 2,480", value: {of: whole, in: 2014}}
"""
    page = rendered("html", report_of(sheet, TABLE))
    rows = re.findall(r'<tr id="(L\d)"><td class="no">\d<t[dh][^>]*>([^<]*)((?:<td class="num">)?)', page)
    assert [row[:2] for row in rows] == [("L3", "port"), ("L5", "Northport"), ("L6", "All")]
    assert '<td class="num">1,240\n' not in page
    assert page.index('id="x1"') < page.index("<table")
    assert page.count("<table") == 1


def test_a_warning_is_no_contradiction_in_the_headline():
    sheet = """claims:
  - {id: one, value: {of: north, is: 1310}}
  - {id: two, value: {of: south, is: 730}}
  - {id: all, sum: {parts: [north, south], total: whole}}
  - {id: whole, value: {of: whole, is: 2050}}
"""
    assert "<h1>no contradiction in 4 claims, 1 possible</h1>" in rendered("html", report_of(sheet, ""))


def test_an_opened_claim_says_quote_interval_recomputed_range_and_slack():
    page = rendered("html", report_of(PASSING, PASSING_BRIEF))
    claim = page[page.index("<b>rise</b>") :]
    assert '<dt>quote<dd>“up 30%”, <a href="#L4">line 4</a>' in claim
    assert "<dt>stated<dd>up 30%, that is +29.5% to +30.5%" in claim
    assert "<dt>recomputed<dd>+29.77% to +30.93%" in claim
    assert "half-units until it fails" in claim


def test_one_half_unit_that_is_nearly_one_is_told_in_the_singular():
    sheet = (
        "claims:\n  - id: whole\n    value: {of: a, in: 2014, is: 3.0 tonnes}\n"
        "  - id: same\n    value: {of: a, in: 2014, is: 3.00001 tonnes}\n"
    )
    assert "<dd>1 half-unit until it fails" in rendered("html", report_of(sheet, ""))


def test_the_picture_of_a_contradiction_has_the_figures_of_its_sentences():
    sheet = """claims:
  - {id: before, growth: {of: market, in: 2023, is: 17%}}
  - {id: after, growth: {of: market, in: 2024, is: 21%}}
  - {id: both, growth: {of: market, from: 2022, to: 2024, is: 52%}}
"""
    page = rendered("html", report_of(sheet, ""))
    captions = re.findall(r'<text x="0" y="\d+">[^<]*: ([^<]* times [^<]*)</text>', page)
    assert captions == ["1.515 to 1.525 times market[2022]", "1.403 to 1.428 times market[2022]"]
    assert all(page.count(caption.partition(" times ")[0]) > 1 for caption in captions)


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links = [], set()

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        if tag == "a":
            self.links.add(found["href"])


@pytest.mark.parametrize("count", [1, 2])
def test_every_link_leads_somewhere_and_no_name_is_given_twice(count):
    links = Links()
    links.feed(rendered("html", *[report_of()] * count))
    assert len(links.ids) == len(set(links.ids))
    assert {link[1:] for link in links.links} <= set(links.ids)


def test_a_sheet_that_cannot_be_read_is_said_on_the_page():
    page = rendered("html", report_of("claims: [\n"))
    assert "1 sheet not checked" in page
    assert "invalid-yaml" in page


def test_a_page_without_a_document_shows_the_contradiction_all_the_same():
    sheet = "claims:\n" + "".join(
        f"  - id: {name}\n    value:\n      of: x\n      is: {number}\n"
        for name, number in (("a", "5 firms"), ("b", "7 firms"))
    )
    page = rendered("html", report_of(sheet))
    assert "Contradiction 1" in page
    assert "<svg" in page


def test_of_a_very_long_document_only_the_lines_around_claims_are_shown():
    brief = report_of().documents[0].source
    page = rendered("html", report_of(brief=brief + "\nA line without any figure in it at all.\n" * 8000))
    assert len(page) < 60_000
    assert re.search(r"\d,\d{3} lines without claims are not shown", page)


def test_two_thousand_claims_make_a_page_below_three_megabytes():
    sheet, brief = many(2001)
    page = rendered("html", report_of(sheet, brief))
    assert page.count('<details class="k') == 2001
    assert len(page.encode()) < 3_000_000


def test_a_number_inside_a_phrase_parts_the_phrase():
    found = [Mark(0, 20, "confirmed", ("a",)), Mark(5, 8, "exempted"), Mark(20, 22, "unchecked", ("b",))]
    assert [(mark.start, mark.end) for mark in _apart(found)] == [(0, 5), (5, 8), (8, 20), (20, 22)]


def bars(svg, kind):
    """Return the horizontal extents of the bars of a kind."""
    return [(float(a), float(b)) for a, b in re.findall(rf'class="{kind}" d="M([\d.]+) \d+H([\d.]+)v7', svg)]


def test_bars_lie_on_one_axis_in_the_order_of_their_numbers():
    stated, others = Interval(Fraction(10), Fraction(11)), Interval(Fraction(12), Fraction(20))
    svg = pair(stated, others, BARE, signed=False)
    ((a, b),), ((c, d),) = bars(svg, "s"), bars(svg, "r")
    assert 64 < a < b < c < d < 350
    assert abs((d - c) - 8 * (b - a)) < 1


@pytest.mark.parametrize(
    "others",
    [
        Interval(Fraction(10), Fraction(10)),
        Interval(Fraction(10), None),
        Interval(None, Fraction(10)),
        Interval(Fraction(10**30), Fraction(10**30) + 1),
        Interval(Fraction(1, 10**30), Fraction(2, 10**30)),
        Interval(Fraction(-5), Fraction(0)),
    ],
)
def test_any_two_ranges_can_be_drawn(others):
    stated = Interval(Fraction(10), Fraction(10))
    for svg in (
        tiny(stated, others),
        pair(stated, others, BARE, signed=True),
        apart([("a", stated), ("b", others)], BARE, ""),
    ):
        assert "nan" not in svg
        assert "inf" not in svg
        for start, end in bars(svg, "s") + bars(svg, "r"):
            assert 0 <= start < end <= 360


def test_the_gap_between_ranges_that_do_not_meet_is_shaded():
    low, high = Interval(Fraction(1), Fraction(2)), Interval(Fraction(3), Fraction(4))
    assert 'class="q"' in apart([("a", high), ("b", low)], BARE, "")
    assert 'class="q"' not in apart([("a", low), ("b", low)], BARE, "")


@pytest.mark.parametrize(
    ("sheet", "brief", "said"),
    [
        (PASSING, PASSING_BRIEF, "no contradiction in 4 claims"),
        (
            "claims:\n  - id: a\n    value:\n      of: x\n      is: 5 firms\n",
            "",
            "1 claim, and nothing bears on it",
        ),
        ("claims: [\n", "", "no contradiction in 0 claims; 1 sheet not checked"),
    ],
)
def test_the_headline_never_passes_over_what_was_not_checked(sheet, brief, said):
    assert f"<h1>{said}</h1>" in rendered("html", report_of(sheet, brief))


def test_coverage_is_never_rounded_up_to_all():
    report = report_of(PASSING, PASSING_BRIEF)
    bound = next(number for number in report.numbers if number.status == "bound")
    report = report._replace(numbers=(*(bound,) * 999, report.numbers[-1]))
    assert "Coverage 99%" in rendered("html", report)


def test_a_document_of_cells_names_its_places():
    from claimcheck.documents.model import Document
    from claimcheck.reports.page.markup import Anchors
    from claimcheck.reports.page.passages import Passages

    document = Document("b.xlsx", "Sales\t201\nCost\t100\n", labels=((0, 6, 10, 15), ("S!A1", "S!B1", "S!A2", "S!B2")))
    shown = Passages(document, [Mark(6, 9, "confirmed", ())], Anchors(report_of()), 0)
    assert [re.findall(r'class="no">([^<]*)<', row) for row in shown.rows({}) if row] == [["S!A1", "S!A2"]]
    assert shown.where(7) == "S!B1"


def test_the_head_of_a_column_of_numbers_stands_over_them():
    from claimcheck.documents.model import Document
    from claimcheck.reports.page.markup import Anchors
    from claimcheck.reports.page.passages import Passages

    document = Document("b.csv", "Country\tChange, %\tNote\nFrance\t7.5\tnone\n")
    (table,) = filter(None, Passages(document, [], Anchors(report_of()), 0).rows({}))
    assert '<th scope="col">Country<th scope="col" class="r">Change, %<th scope="col">Note' in table


def test_the_first_row_and_the_first_words_of_others_are_the_heads_of_a_table():
    from claimcheck.documents.model import Document
    from claimcheck.reports.page.markup import Anchors
    from claimcheck.reports.page.passages import Passages

    def heads(text, *marked):
        marks = [Mark(text.index(number), text.index(number) + len(number), "confirmed", ()) for number in marked]
        (table,) = filter(None, Passages(Document("b.csv", text), marks, Anchors(report_of()), 0).rows({}))
        return re.findall(r'<th scope="(\w+)"[^>]*>([^<\n]*)', table)

    columns = [("col", "2023"), ("col", "2024")]
    assert heads("\t2023\t2024\nNorth\t10\t<b>\n\t30\t40\n", "10", "30", "40") == [*columns, ("row", "North")]
    assert heads("North\t10\nSouth\t20\n", "10") == [("row", "North"), ("row", "South")]
    assert heads("10\tNorth\n", "10") == []


def test_a_contradiction_that_is_known_or_acknowledged_is_shown_and_not_counted():
    report = report_of()
    known = report._replace(findings=report.findings[1:], known=report.findings[:1])
    assert "<h1>no contradiction in 4 claims; 1 known</h1>" in rendered("html", known)
    assert "<span>in the baseline</span>" in rendered("html", known)
    ignored = report._replace(findings=())
    assert "<span>acknowledged</span>" in rendered("html", ignored)


def test_contradictions_of_claims_that_nobody_asked_to_see_are_left_out():
    from claimcheck.app.matching import narrowed

    page = rendered("html", narrowed(report_of(), "shops"))
    assert "Contradiction" not in page
    assert page.count('<details class="k') == 1


def test_many_contradictions_are_folded_so_that_they_stay_near_their_lines():
    assert "How, and what would mend it" not in rendered("html", report_of())
    lines, claims = "", ""
    for word in ("tin", "zinc", "lead", "iron", "gold"):
        lines += f"The price of {word} was 201 dollars, and the cost of {word} was 262 dollars.\n"
        for i, what in enumerate(("price", "cost")):
            quote = f"{what} of {word} was {(201, 262)[i]} dollars"
            claims += f"  - id: {word}-{what}\n    quote: {quote}\n    value:\n      of: {word}\n      in: 2015\n"
    page = rendered("html", report_of(f"document: brief.md\nclaims:\n{claims}", lines))
    assert page.count("How, and what would mend it") == 5


@pytest.mark.parametrize("name", [name for name in EXPLAINED if not name.startswith("passing")])
def test_a_contradiction_is_drawn_and_names_its_claims_and_what_a_reader_knows(name):
    found = report(name)
    assert found.conflicts
    cards = re.findall(r'<div class="card".*?</div>\n', claimcheck.render(found, "html"), re.DOTALL)
    for card, conflict in zip(cards, found.conflicts, strict=True):
        known = [claim for claim in conflict.claims if found.sheet.claim(claim).structure]
        assert "<svg" in card
        assert card.count("which a reader knows") == len(known)
        assert all(escape(claim, quote=False) in card for claim in conflict.claims)
