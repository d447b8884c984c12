"""What sentences say of the rows of a table beside them."""

from __future__ import annotations

import random

import pytest

from claimcheck.app.extract import check, extract
from claimcheck.documents.readers import document_from_bytes

REPORT = """\
# Annual report

Revenue rose 4.4% to $19.0 million. Gifts grew by 3.8% to $12.4 million, and events brought in $4.4 million,
6.7% more than in 2022. Gifts made up 65.3% of revenue in 2023. Outlay was $17.4 million in 2022.
Most gifts came from members, and the outlay went to staff.

In thousands of dollars

| | 2022 | 2023 |
|---|---|---|
| Revenue | 18,204 | 19,011 |
| Gifts | 11,950 | 12,407 |
| Events | 4,123 | 4,398 |
| Outlay | 17,385 | 18,240 |
"""
TRADE = """\
Exports of goods amounted to 1,590.1 billion euros in 2023, a decrease of 1.1% from 2022. Imports fell by 9.7% to
1,359.7 billion euros in 2023. Net sales of the ports were €412.6 million in the third quarter of 2024;
net income was €31.4 million.

| EUR billion | 2021 | 2022 | 2023 |
|---|---|---|---|
| Exports of goods | 1,379.3 | 1,607.8 | 1,590.1 |
| Imports | 1,204.1 | 1,505.8 | 1,359.7 |

| € million | Three months ended September 30, 2024 | Three months ended September 30, 2023 |
|---|---|---|
| Net sales of the ports | 412.6 | 388.9 |
| Net income | 31.4 | 27.9 |
"""
CHANGES = """\
Exports rose 4.4% to 19.0 million euros in 2023.

| € thousand | 2022 | 2023 | Change, % |
|---|---|---|---|
| Exports | 18,204 | 19,011 | 4.4 |
| Imports | 11,950 | 12,407 | 3.8 |
"""


def found(text: str) -> list[str]:
    document = document_from_bytes("text.md", text.encode())
    return [finding.message for finding in check(document, extract(document, "text.md")).findings]


@pytest.mark.parametrize("text", [REPORT, TRADE, CHANGES])
def test_a_text_that_says_what_its_table_says_is_left_in_peace(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "true", "wrong", "said"),
    [
        (
            REPORT,
            "rose 4.4%",
            "rose 5.4%",
            "“rose 5.4%” is not the change of the table, 18,204 to 19,011, which is 4.43%",
        ),
        (REPORT, "by 3.8%", "by 2.8%", "which is 3.82%; this rests on the guess that “Gifts” of line 12 is the same"),
        (REPORT, "grew by 3.8%", "fell by 3.8%", "“fell by 3.8%” is not the change"),
        (REPORT, "$12.4 million", "$14.2 million", "$14.2 million is not the 12,407 of the table"),
        (REPORT, "$17.4 million", "$17.6 million", "$17.6 million is not the 17,385 of the table"),
        (REPORT, "65.3%", "56.3%", "12,407 of the 19,011 of the table are 65.3%, not 56.3%"),
        (TRADE, "1,590.1 billion", "1,509.1 billion", "1,509.1 billion euros is not the 1,590.1 of the table"),
        (TRADE, "9.7%", "7.9%", "which is -9.7%"),
        (TRADE, "1,359.7 billion", "1,259.7 billion", "1,259.7 billion euros is not the 1,359.7 of the table"),
        (TRADE, "1.1%", "2.1%", "which is -1.1%"),
        (TRADE, "€412.6", "€421.6", "€421.6 million is not the 412.6 of the table"),
        (TRADE, "€31.4", "€34.1", "€34.1 million is not the 31.4 of the table"),  # of no period
        (CHANGES, "rose 4.4%", "rose 5.4%", "“rose 5.4%” is not the change"),
        (CHANGES, "19.0 million", "19.2 million", "19.2 million euros is not the 19,011 of the table"),
    ],
)
def test_what_the_table_does_not_say_is_a_warning(text: str, true: str, wrong: str, said: str) -> None:
    assert said in " ".join(found(text.replace(true, wrong, 1)))


RATE = ("rose 4.4%", "rose 5.4%")
LEVEL = ("$17.4 million", "$17.6 million")


@pytest.mark.parametrize(
    ("slip", "old", "new"),
    [
        (RATE, "rose 5.4%", "rose 5.4% at constant currency"),
        (RATE, "Revenue rose", "Adjusted revenue rose"),
        (RATE, "Revenue rose", "In Europe, revenue rose"),
        (RATE, "rose 5.4%", "rose 14.4%"),  # too far off to be meant
        (RATE, "| Outlay |", "| Revenue |"),  # two rows of one name
        (RATE, "In thousands of dollars", "## Europe\n\nIn thousands of dollars"),  # another revenue
        (RATE, "In thousands of dollars", "## Europe\n\n(thousands of dollars)"),
        (RATE, "In thousands of dollars", "## Europe\n\nAmounts in US dollars, thousands"),
        (("rose 4.4%", "rose 5%"), "rose 5%", "rose about 5%"),
        (("by 3.8%", "by 2.8%"), "Gifts", "Germany"),  # of which anything may be said
        (("65.3%", "56.3%"), "56.3%", "35.3%"),
        (LEVEL, "$17.6 million in 2022", "$17.6 million in 2021"),
        (LEVEL, "was $17.6", "was forecast at $17.6"),
        (LEVEL, "$17.6 million", "17.6 million euros"),
    ],
)
def test_a_slip_is_told_but_not_what_may_be_about_something_else(slip: tuple[str, str], old: str, new: str) -> None:
    wrong = REPORT.replace(*slip)
    assert found(wrong)
    assert old in wrong
    assert found(wrong.replace(old, new)) == []


@pytest.mark.parametrize("seed", range(20))
def test_a_text_and_a_table_rounded_from_the_same_values_never_clash(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311  numbers to print
    names = ["Exports", "Imports", "Investment", "Consumption"]
    rows, said = [], []
    for name in names:
        before = rng.uniform(200, 90_000)
        after = before * rng.uniform(0.7, 1.4)
        places = rng.choice([0, 0, 1])
        verb = "rose" if after > before else "fell"
        rate = f"{abs(after / before - 1) * 100:.{rng.choice([0, 1])}f}%"
        level = f"{after / 1000:.{rng.choice([1, 2])}f} million euros"
        said.append(rng.choice([f"{name} {verb} by {rate} to {level} in 2023.", f"{name} came to {level} in 2023."]))
        rows.append(f"| {name} | {before:,.{places}f} | {after:,.{places}f} |")
    table = "\n".join(["| € thousand | 2022 | 2023 |", "|---|---|---|", *rows])
    assert found(f"{' '.join(said)}\n\n{table}\n") == []
