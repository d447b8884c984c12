"""Strength: what share of slips a sheet catches, and that the quick answer is the one the engine would give."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.app import strength as module
from claimcheck.app.coverage import cover
from claimcheck.app.strength import strength
from claimcheck.app.verify import verify, verify_bytes
from claimcheck.findings import Severity
from claimcheck.reports import View
from claimcheck.reports.strength_text import by_slip, score, strength_json, strength_table

if TYPE_CHECKING:
    from claimcheck.documents.covered import Edited

ROOT = Path(__file__).parents[2]
TEXT = "Sales rose 9% from 41.2 million to 44.9 million units. We have 62 shops.\n"
SHEET = """
document: a.md
claims:
  - id: growth
    quote: rose 9%
    growth: {of: sales, in: 2015}
  - id: before
    quote: from 41.2 million
    value: {of: sales, in: 2014}
  - id: after
    quote: to 44.9 million units
    value: {of: sales, in: 2015}
  - id: shops
    quote: 62 shops
    value: {of: shops, in: 2015}
"""


def edited(sheet: str = SHEET, text: str = TEXT, **options: float) -> dict[str, Edited]:
    report = verify_bytes("claims.yaml", sheet.encode(), {"a.md": text.encode()})
    return {each.number.claims[0]: each for each in strength(report, **options)}


def caught(each: Edited, slip: str) -> list[bool | None]:
    return [edit.caught for edit in each.edits if edit.slip == slip]


def test_numbers_that_bear_on_each_other_catch_slips() -> None:
    found = edited()
    assert all(caught(found["growth"], "digit"))
    assert all(caught(found["after"], "factor 1000"))
    assert all(caught(found["growth"], "points"))
    assert all(caught(found["growth"], "sign"))


LOSS = """
document: a.md
claims:
  - id: sales
    quote: 412.5 dollars
    value: {of: sales, in: 2023}
  - id: costs
    quote: 453.8 dollars
    value: {of: costs, in: 2023}
  - id: loss
    quote: QUOTE
    value: {of: result, in: 2023, is: -41.3 dollars}
  - id: made
    assert: {formula: "result = sales - costs", in: 2023}
"""


@pytest.mark.parametrize("quote", ["41.3 dollars", "they lost 41.3 dollars"])
def test_an_edit_keeps_the_sign_that_is_gives_the_number(quote: str) -> None:
    text = "Sales were 412.5 dollars and costs 453.8 dollars: they lost 41.3 dollars in 2023."
    found = edited(LOSS.replace("QUOTE", quote), text)["loss"]
    assert [edit.text for edit in found.edits if edit.slip != "sign" and not edit.caught] == ["41.2", "41.4"]


def test_a_number_that_nothing_bears_on_could_be_anything() -> None:
    found = edited()
    assert found["shops"].could_be_anything
    assert not found["growth"].could_be_anything
    assert "could be anything (1): shops" in strength_table(list(found.values()), View(Severity.ERROR))


def test_a_slip_within_the_rounding_of_the_others_is_not_caught() -> None:
    found = edited()
    last_digit = [edit.caught for edit in found["after"].edits if edit.slip == "digit" and edit.text == "44.8"]
    assert last_digit == [False]


def test_a_count_of_listed_things_is_caught_by_itself() -> None:
    sheet = "document: a.md\nclaims:\n  - id: n\n    quote: three shops\n    count: {items: [a, b, c]}\n"
    found = edited(sheet, "We have three shops in all.\n")
    assert found["n"].edits
    assert all(edit.caught for edit in found["n"].edits)


def test_a_number_that_two_claims_print_is_edited_in_both() -> None:
    sheet = """
document: a.md
claims:
  - id: one
    quote: of 62 shops
    value: {of: shops, in: 2015}
  - id: two
    quote: 62 shops
    value: {of: stores, in: 2015}
  - id: same
    assert: "shops[2015] - stores[2015] <= 0"
"""
    (number,) = edited(sheet, "A chain of 62 shops is open.\n").values()
    assert number.number.claims == ("one", "two")
    assert not any(edit.caught for edit in number.edits if edit.slip == "digit")


def test_a_number_printed_twice_is_held_by_its_other_quote() -> None:
    sheet = """
document: a.md
claims:
  - id: shops
    quote: [62 shops are open, the 62 shops]
    value: {of: shops, in: 2015}
"""
    report = verify_bytes("c.yaml", sheet.encode(), {"a.md": b"In all 62 shops are open. We love the 62 shops.\n"})
    found = strength(report)
    assert len(found) == 2
    # 60 is read as 55 to 65, since its zero may be rounding: so that one slip passes.
    passed = {edit.text for each in found for edit in each.edits if edit.slip == "digit" and not edit.caught}
    assert passed == {"60"}


@pytest.mark.parametrize("name", ["market-report", "trade-statistics", "budget-table"])
def test_the_quick_answer_is_that_of_the_engine(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    report = verify(str(ROOT / "examples" / name / "claims.yaml"))
    quick = strength(report)
    monkeypatch.setattr(module._Tester, "_quick", lambda *_: None)
    some = 5  # every fifth edit of every third number decided by the engine alone
    monkeypatch.setattr(module, "cover", lambda given: cover(given)[::3])
    kept = iter(range(10**6))
    monkeypatch.setattr(module, "edits", _thinned(module.edits, some, kept))
    slow = {each.number.written.number_start: each for each in strength(report)}
    compared = 0
    for each in quick:
        other = slow.get(each.number.written.number_start)
        known = {(edit.slip, edit.text): edit.caught for edit in each.edits}
        for edit in other.edits if other else ():
            conflicted = any(report.results[name].conflicts for name in each.number.claims)
            if not conflicted and _unique(each, edit.slip, edit.text):
                compared += 1
                assert known[edit.slip, edit.text] == edit.caught, (each.number.text, edit)
    assert compared > 15


def _thinned(edits, some, kept):  # type: ignore[no-untyped-def]
    return lambda *given: (edit for edit in edits(*given) if next(kept) % some == 0)


def _unique(each: Edited, slip: str, text: str) -> bool:
    return sum((edit.slip, edit.text) == (slip, text) for edit in each.edits) == 1


def test_what_the_budget_leaves_untried_is_said_and_not_counted() -> None:
    report = verify(str(ROOT / "examples" / "clinical-abstract" / "claims.yaml"))
    found = strength(report, budget=0.0)
    untried = sum(len(each.edits) - each.tried for each in found)
    assert untried > 0
    assert f"not tried: {untried} edits" in strength_table(found, View(Severity.ERROR))
    assert sum(by_slip(found)[0].values()) == sum(each.tried for each in found)


def test_the_data_hold_every_edit() -> None:
    found = list(edited().values())
    data = strength_json(found)
    assert data["score"] == round(score(found), 4)
    assert data["tried"] == sum(len(number["edits"]) for number in data["numbers"])
