"""Coverage: which numbers of a text are bound, exempted or neither, and that no edit of one goes unnoticed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.app.coverage import cover, cover_all, uncovered
from claimcheck.app.verify import verify, verify_bytes
from claimcheck.documents.covered import BOUND, EXEMPTED, UNCOVERED, percent
from claimcheck.findings import Severity

if TYPE_CHECKING:
    from claimcheck.documents.covered import Number
    from claimcheck.verdicts import Report

ROOT = Path(__file__).parents[2]
SHEET = ROOT / "claims.yaml"
BRIEF = ROOT / "documents" / "cross-border-ecommerce.md"
NAME = "documents/cross-border-ecommerce.md"


def report_on(text: str, claims: str, name: str = "a.md", head: str = "") -> Report:
    sheet = f"document: {name}\n{head}{claims}"
    report = verify_bytes("claims.yaml", sheet.encode(), {name: text.encode()})
    assert report.sheet is not None, [finding.message for finding in report.findings]
    return report


def statuses(numbers: list[Number]) -> dict[str, str]:
    return {number.text: number.status for number in numbers}


NOTHING = "claims:\n  - id: assumed\n    value: {of: shops, is: 3}\n"
GREW = """
claims:
  - id: grew
    quote: increased by 200% in five years
    growth:
      of: sales
      from: 2010
      to: {to}
"""


def test_a_number_is_bound_by_the_claim_that_asserts_it_and_not_by_a_quote_around_it() -> None:
    text = "Sales rose 12% to 340 units, and 9 shops closed.\n"
    claims = "claims:\n  - id: a\n    quote: rose 12% to 340 units\n    growth: {of: sales, in: 2015, is: 12%}\n"
    numbers = cover(report_on(text, claims))
    assert statuses(numbers) == {"12%": BOUND, "340 units": UNCOVERED, "9 shops": UNCOVERED}
    assert [number.touched for number in numbers] == [(), ("a",), ()]


@pytest.mark.parametrize("cells", ["63 (11.0)", "63 (11)", "63 11.0"])
def test_a_fraction_binds_the_cell_of_its_percentage_whose_sign_is_in_the_head(cells: str) -> None:
    text = f"| Event | n (%) |\n|---|---|\n| Headache | {cells} |\n"
    said = f"is: 63 ({cells[3:].strip('()')}%)"
    claims = f"claims:\n  - id: a\n    quote: {cells}\n    fraction: {{of: x, out_of: 575, {said}}}\n"
    numbers = [number for number in cover(report_on(text, claims)) if number.text[0] in "6(1"]
    assert [(number.status, number.claims) for number in numbers] == [(BOUND, ("a",))] * 2


def test_a_change_and_its_level_that_stand_like_a_range_are_held_by_their_two_claims() -> None:
    text = "Lignite dropped by 28.5 TWh to 77.5 TWh.\n"
    change = "claims:\n  - id: a\n    quote: dropped by 28.5 TWh\n    change: {of: lignite, in: 2023}\n"
    level = "  - id: b\n    quote: to 77.5 TWh\n    value: {of: lignite, in: 2023}\n"
    for claims, held in ((change, ()), (change + level, ("a", "b"))):
        (number,) = cover(report_on(text, claims))
        assert (number.status, number.claims) == (BOUND if held else UNCOVERED, held)


def test_a_finding_says_by_which_quote_an_uncovered_number_is_touched() -> None:
    text = "Sales rose 12% to 340 units.\n"
    claims = "claims:\n  - id: a\n    quote: rose 12% to 340 units\n    growth: {of: sales, in: 2015, is: 12%}\n"
    (finding,) = [f for f in report_on(text, claims).findings if f.name == "uncovered-number"]
    assert "'340 units' is in no claim and not exempted: the quote of a holds it" in finding.message
    assert (finding.primary.line, finding.primary.column, finding.severity) == (1, 19, Severity.NOTE)


def test_a_length_is_bound_when_the_periods_of_its_claim_are_that_far_apart() -> None:
    numbers = cover(report_on("Sales increased by 200% in five years here.\n", GREW.format(to=2015)))
    assert [(number.text, number.status, number.period) for number in numbers] == [
        ("200%", BOUND, False),
        ("five years", BOUND, True),
    ]


def test_a_length_is_uncovered_when_the_periods_of_its_claim_say_otherwise() -> None:
    numbers = cover(report_on("Sales increased by 200% in five years here.\n", GREW.format(to=2016)))
    assert statuses(numbers)["five years"] == UNCOVERED


def test_a_length_beside_the_quote_counts_in_its_own_sentence_only() -> None:
    claims = GREW.format(to=2015).replace(" in five years", "")
    beside = cover(report_on("In the past five years, sales increased by 200%.\n", claims))
    apart = cover(report_on("It took five years. Sales increased by 200%.\n", claims))
    assert statuses(beside)["five years"] == BOUND
    assert statuses(apart)["five years"] == UNCOVERED


def test_years_dates_ordinals_and_labels_need_no_claim() -> None:
    text = "In 2015 the 3rd shop opened on 1 January 2016, as Section 4.2 says.\n"
    numbers = cover(report_on(text, NOTHING))
    assert [number.status for number in numbers] == ["year", "ordinal", "date", "label"]
    assert percent(numbers) == 100


def test_numbers_in_code_need_no_claim() -> None:
    numbers = cover(report_on("Run this:\n\n```\nmake -j 8 units\n```\n", NOTHING))
    assert {number.status for number in numbers} <= {"code", "label"}


def test_an_exemption_covers_the_numbers_of_its_quote_with_its_reason() -> None:
    text = "All 12 shops are open on 5 days.\n"
    numbers = cover(report_on(text, NOTHING + "exempt:\n  - quote: All 12 shops\n    because: hearsay\n"))
    assert [(number.status, number.because) for number in numbers] == [(EXEMPTED, "hearsay"), (UNCOVERED, "")]


def test_a_fraction_read_whole_binds_each_of_its_numbers() -> None:
    claims = "claims:\n  - id: a\n    quote: 23 of 42 patients (55%)\n    fraction: {of: better, out_of: patients}\n"
    numbers = cover(report_on("In all 23 of 42 patients (55%) got better.\n", claims))
    assert [number.status for number in numbers] == [BOUND, BOUND, BOUND]


def test_one_end_of_a_range_does_not_bind_the_range() -> None:
    claims = "claims:\n  - id: a\n    quote: at 10\n    value: {of: rate, in: 2015}\n"
    numbers = cover(report_on("It stood at 10 to 12 units.\n", claims))
    assert [number.status for number in numbers] == [UNCOVERED]


def test_a_formula_binds_the_number_it_repeats() -> None:
    claims = 'claims:\n  - id: a\n    quote: more than 3 million\n    assert: "a[2015] - b[2015] > 3 million"\n'
    assert statuses(cover(report_on("The gap is more than 3 million.\n", claims))) == {"3 million": BOUND}


def test_a_reworded_quote_still_binds_its_number() -> None:
    claims = (
        "claims:\n  - id: a\n    quote: total sales of some 340 units in that year\n    value: {of: sales, in: 2015}\n"
    )
    report = report_on("We had total sales of 340 units in that good year.\n", claims.replace("some ", ""))
    assert statuses(cover(report))["340 units"] == BOUND


def test_a_cell_is_bound_by_the_claim_that_says_its_unit() -> None:
    row = "| Item | 2014 | 2015 | % |\n|---|---|---|---|\n| Schools | 161.8 | 168.2 | 4.0 |\n"
    claims = (
        "claims:\n  - id: before\n    quote: 161.8\n    value: {of: schools, in: 2014}\n"
        "  - id: growth\n    quote: 168.2 4.0\n    growth: {of: schools, in: 2015, is: 4.0%}\n"
    )
    report = report_on(row, claims)
    assert statuses(cover(report)) == {"2014": "year", "2015": "year", "161.8": BOUND, "168.2": UNCOVERED, "4.0": BOUND}


def test_coverage_required_makes_an_uncovered_number_an_error() -> None:
    report = report_on("We sold 12 cars.\n", NOTHING, head="defaults:\n  coverage: required\n")
    assert [(f.name, f.severity) for f in report.findings if f.name == "uncovered-number"] == [
        ("uncovered-number", Severity.ERROR)
    ]
    assert report.exit_code(Severity.ERROR) == 1


def test_what_one_of_two_sheets_covers_is_covered() -> None:
    text = "Up 12% to 340 units.\n"
    first = report_on(text, "claims:\n  - id: a\n    quote: Up 12%\n    growth: {of: sales, in: 2015}\n")
    second = report_on(text, "claims:\n  - id: b\n    quote: 340 units\n    value: {of: sales, in: 2015}\n")
    assert percent(cover(first)) == 50
    assert percent(cover_all([first, second])) == 100


def test_a_text_without_numbers_is_covered() -> None:
    assert percent(cover(report_on("Nothing is said.\n", NOTHING))) == 100


def test_the_projects_own_sheet_covers_every_number_of_the_brief() -> None:
    report = verify(str(SHEET))
    assert percent(cover(report)) == 100
    assert uncovered(report) == []


@pytest.mark.parametrize("sheet", sorted((ROOT / "examples").glob("*/claims.yaml")), ids=lambda path: path.parent.name)
def test_the_examples_cover_every_number_of_their_documents(sheet: Path) -> None:
    assert percent(cover(verify(str(sheet)))) == 100


# What an edit may do to a number of the brief: (words before, the number, words after) to other text.
WAYS = {
    "fell": "rose",
    "dropped": "grew",
    "increase": "decrease",
    "decrease": "increase",
    "down": "up",
    "increased": "fell",
}
WORDS = {"five": "six", "seven": "eight", "half": "a third"}


def edits_of(text: str, number: Number) -> list[tuple[str, str]]:
    """Return (what was done, the brief with it) for one of its numbers."""
    start, end = number.written.number_start, number.written.number_end
    digits, done = text[start:end], []
    places = [place for place, sign in enumerate(digits) if sign.isdigit()]
    for place, sign in enumerate(digits):
        if place in (places[:1] + places[-1:]):
            other = "1" if sign == "9" else str(int(sign) + 1)
            done.append((f"digit {place}", digits[:place] + other + digits[place + 1 :]))
        if place and sign.isdigit() and digits[place - 1].isdigit() and sign != digits[place - 1]:
            done.append((f"swapped {place}", digits[: place - 1] + sign + digits[place - 1] + digits[place + 1 :]))
    done.append(("word", WORDS[digits]) if digits in WORDS else ("minus", f"-{digits}"))
    made = [(name, text[:start] + other + text[end:]) for name, other in done]
    for old, new in (("trillion", "billion"), ("billion", "million"), ("%", " percentage points"), ("%", "‰")):
        tail = text[end : end + len(old) + 1]
        if tail.strip().startswith(old):
            made.append((new, text[:end] + tail.replace(old, new) + text[end + len(tail) :]))
    line = text.rfind("\n", 0, start) + 1
    for old, new in WAYS.items():
        at = text.rfind(old, max(line, start - 14), start)
        if at >= 0:
            made.append((new, text[:at] + new + text[at + len(old) :]))
    return made


def test_no_edit_of_a_number_in_the_brief_alone_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    sheet, text = SHEET.read_bytes(), BRIEF.read_text(encoding="utf-8")
    whole = verify_bytes("claims.yaml", sheet, {NAME: text.encode()})
    # The sheet stays as it is, and so does what its claims say of each other: that is decided once.
    monkeypatch.setattr("claimcheck.engine.check", lambda *_, **__: whole.assessment)
    numbers = [number for number in cover(whole) if number.status in (BOUND, EXEMPTED)]
    assert len(numbers) > 25
    before = {f.message for f in whole.findings if f.severity is Severity.ERROR}
    # The brief's visible text is its source but for a few marks, so that an edit of one is an edit of the other.
    moved = {
        number.written.number_start: number.document.source_offset(number.written.number_start) for number in numbers
    }
    tried, passed = 0, []
    for number in numbers:
        shift = moved[number.written.number_start] - number.written.number_start
        placed = number._replace(
            written=number.written._replace(
                number_start=number.written.number_start + shift, number_end=number.written.number_end + shift
            )
        )
        for name, edited in edits_of(text, placed):
            tried += 1
            report = verify_bytes("claims.yaml", sheet, {NAME: edited.encode()})
            errors = {f.message for f in report.findings if f.severity is Severity.ERROR}
            if not errors - before:
                passed.append((number.text, name))
    assert tried > 120
    assert passed == []
