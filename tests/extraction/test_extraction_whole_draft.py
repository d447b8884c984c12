"""A draft sheet says what its numbers make: what holds is held against edits, and what is doubted is contradicted."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.app.extract import extract, report_of
from claimcheck.app.whole_draft import whole_draft
from claimcheck.documents.readers import document_from_bytes
from claimcheck.sheet.load import load_sheet
from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from claimcheck.verdicts import Report

SOUND = sorted(Path(__file__).parent.glob("sound/*.md"))

DOUBTED = {  # a text, and what it says that its numbers do not make
    "The firm has 1,240 employees. Of these, 347 (38%) work abroad.": "work_abroad / firm_employees = 38%",
    "The firm sold 12 of its 345 trucks, leaving it with 343.": "trucks_2 = trucks - firm",
    "The fair drew 8.26 million spectators over 306 games, an average of 39,693 a game.": "fair_drew / games = 39,693",
    "The region of 8.4 million people has 120 hospitals, or 2.9 hospitals per 100,000 inhabitants.": (
        "100000 * hospitals / people = 2.9"
    ),
    "The yard built 312 boats over six years, which works out at 25 boats a year.": "yard_boats / 6 = 25",
    "Turnout was 61% in the hills and 48% on the coast, leaving a gap of 31 points.": (
        "hills_turnout - coast_turnout = 31%"
    ),
    "In 2019 the clinic treated 4,321 patients; in 2020 it treated 5,211, an increase of 31%.": (
        "treated[2020] / clinic_treated[2019] - 1 = 31%"
    ),
    "In 2019 the clinic treated 5,211 patients; in 2020 it treated 4,321, a decrease of 71%.": (
        "treated[2020] / clinic_treated[2019] - 1 = -71%"
    ),
    "The average room rate was €118, €7 or 3.6% above the €111 of the year before.": (
        "room_rate_2 / (room_rate - room_rate_2) = 3.6%"
    ),
    "There were 512 fires in 2012, 498 in 2013 and 544 in 2014, an average of 581 a year.": (
        "fires_4 = (fires[2012] + fires_2[2013] + fires_3[2014]) / 3"
    ),
    "60% goes by sea and 30% by rail. The remaining 25% goes by air.": "remaining = 1 - quantity_2 - quantity",
    "Of the members, 85% were women and 42% men.": "women + women_2 <= 1",
    "A third of respondents (43%) had no opinion.": "respondents ~ 1/3",
    "The hazard ratio was 0.64 (95% CI 0.48 to 0.88), a 63% reduction in risk.": "hazard_ratio - 1 = -63%",
    "The path is 12 miles (25 km) long.": "path_2 = path",
}
HOLD = {  # a text, and what its numbers make
    "The fair drew 8.26 million spectators over 306 games, an average of 26,990 a game.": "fair_drew / games = 26,990",
    "The firm sold 12 of its 345 trucks, leaving it with 333.": "trucks_2 = trucks - firm",
    "They bought 4.2 million shares at an average price of €17.40 each, for €73.1 million.": (
        "each / price_shares = 17.40"
    ),
    "In 2019 the clinic treated 4,321 patients; in 2020 it treated 5,211, an increase of 21%.": (
        "treated[2020] / clinic_treated[2019] - 1 = 21%"
    ),
}


def drafted(text: str) -> tuple[str, Report]:
    """Return the draft of a text, and the report on it."""
    document = document_from_bytes("text.md", text.encode())
    draft, _ = whole_draft(document, extract(document, "text.md"))
    sheet, findings = load_sheet("claims.yaml", draft.encode())
    assert sheet is not None
    assert not [finding for finding in findings if finding.severity.name == "ERROR"]
    return draft, report_of(document, sheet)


def said(draft: str, ending: str) -> dict[str, str]:
    """Return the formulas of a draft by their claims, without the periods that no text names."""
    found = re.findall(rf'- id: (\S+-{ending}(?:-\d+)?)\n(?:    (?:quote|line): .*\n)*    assert: "?([^"\n]+)', draft)
    return {claim: re.sub(r"\[(?:in|before) sentence \d+\]", "", formula) for claim, formula in found}


@pytest.mark.parametrize("text", DOUBTED)
def test_what_is_doubted_is_a_claim_that_verify_calls_contradicted(text: str) -> None:
    draft, report = drafted(text)
    formulas = said(draft, "doubted")
    assert DOUBTED[text] in formulas.values()
    contradicted = {result.claim for result in report.assessment.results if result.verdict is Verdict.CONTRADICTED}
    assert formulas.keys() <= contradicted


@pytest.mark.parametrize("text", HOLD)
def test_what_holds_is_a_claim_that_the_numbers_are_held_against(text: str) -> None:
    draft, report = drafted(text)
    formulas = said(draft, "follows")
    assert HOLD[text] in formulas.values()
    held = {result.claim for result in report.assessment.results if result.verdict is not Verdict.UNCHECKED}
    assert formulas.keys() <= held
    assert not report.assessment.conflicts


@pytest.mark.parametrize(
    ("text", "formula"),
    [
        ("In all, 2,140 teachers were hired and 1,870 left, so that staff grew by 270.", "teachers - teachers_2 = 270"),
        ("Deaths were 84,100 and births 78,900, a natural change of -5,200.", "natural_change = births - deaths"),
        ("Tax was £18.3 million on profit of £79.4 million; the rate was 23.0%, in brief.", "tax / profit = 23.0%"),
    ],
)
def test_what_numbers_make_too_exactly_for_chance_is_drafted_whatever_the_words(text: str, formula: str) -> None:
    draft, report = drafted(text)
    assert formula in said(draft, "follows").values()
    assert not report.assessment.conflicts


@pytest.mark.parametrize(
    "text",
    [
        "The 3 best of 914 patients had 911 points.",  # a difference of a single digit
        "Some 12 of 25 boats, 13 crews and 38 guests came.",  # two differences that fit
        "Of 21 streets 9 have trees, and 43% of people are glad.",  # so loose a share fits by chance
    ],
)
def test_what_numbers_make_by_chance_is_not_drafted(text: str) -> None:
    assert "it is what these make" not in drafted(text)[0]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_the_draft_of_a_sound_document_holds(path: Path) -> None:
    draft, report = drafted(path.read_text(encoding="utf-8"))
    assert not report.assessment.conflicts
    assert "# doubted" not in draft


def test_what_a_claim_says_already_is_not_said_again() -> None:
    draft, _ = drafted("Of the 214 pupils, 188 (88%) passed. Sales rose 21% to $2.4 billion from $2.0 billion.")
    assert not said(draft, "follows")
