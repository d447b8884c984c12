"""What the words between numbers say of them: which quantity each is about, when, and of what it is a part."""

from __future__ import annotations

import pytest

from claimcheck.app.extract import Extract, check, extract
from claimcheck.documents.model import Document
from claimcheck.extraction.linking import whole_name
from claimcheck.findings import Severity


def made(text: str) -> Extract:
    return extract(Document("text.txt", text), "text.txt")


def drafts(text: str) -> list[str]:
    """Return each draft as "kind name in period", with where it comes from and what it is a share of."""
    draft = made(text)
    assert draft.sheet is not None
    found = []
    for entry in draft.entries:
        one = entry.draft
        told = f"{one.kind} {draft.names.of[one.group]} in {one.in_}"
        told += f" over {one.over}" if one.over else f" from {one.from_}" if one.from_ else ""
        found.append(told + (f" of {whole_name(draft.names, one)}" if one.whole else ""))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "For example, trade with Chile and Peru dropped by 3.4% and 8.1% respectively.",
            [
                "growth trade_chile in in sentence 1 from before sentence 1",
                "growth trade_peru in in sentence 1 from before sentence 1",
            ],
        ),
        ("In May 386 fires burned.", ["value fires in in sentence 1"]),
        (
            "In 2011, sales in Chile, Peru and Spain were $3 billion, $2 billion and $1 billion, respectively.",
            ["value sales_chile in 2011", "value sales_peru in 2011", "value sales_spain in 2011"],
        ),
        (
            "Deliveries fell by 5% and 7% in Spain and Italy respectively.",
            [
                "growth deliveries_spain in in sentence 1 from before sentence 1",
                "growth deliveries_italy in in sentence 1 from before sentence 1",
            ],
        ),
        (
            "Residents (1.4 million) and guests (1.3 million) rose by 17.7% and 4.4% year on year respectively.",
            [
                "value residents in in sentence 1",
                "value guests in in sentence 1",
                "growth residents_2 in in sentence 1 from before sentence 1",
                "growth guests_2 in in sentence 1 from before sentence 1",
            ],
        ),
        (
            "Tide and biogas made up most of the rest, with capacities of 623 GW and 586 GW respectively.",
            ["value capacities_tide in in sentence 1", "value capacities_biogas in in sentence 1"],
        ),
        (
            "Steam (STM), plug-in diesel (PDV) engines grew by 49.4% and 11.5% respectively.",
            [
                "growth steam in in sentence 1 from before sentence 1",
                "growth plugin_diesel_engines in in sentence 1 from before sentence 1",
            ],
        ),
        (
            "Revenue was $5 million and $6 million in 2014 and 2015, respectively.",
            ["value revenue in 2014", "value revenue in 2015"],
        ),
    ],
)
def test_lists_that_go_together_are_one_claim_each(text: str, expected: list[str]) -> None:
    assert drafts(text) == expected


def test_a_verb_before_a_list_counts_for_each_of_its_numbers() -> None:
    text = made("Trade with Chile and Peru dropped by 3.4% and 8.1% respectively.").text
    assert "quote: dropped by 3.4% and 8.1% respectively\n" in text
    assert "is: 8.1%" in text


@pytest.mark.parametrize(
    "text",
    [
        "Trade with Chile, Peru and Spain dropped by 3.4% and 8.1% respectively.",
        "Exports and imports rose by 5% and 6% to $3 billion and $4 billion, respectively.",
        "Men and women, respectively, waited 3 and 4 times.",
    ],
)
def test_a_list_that_does_not_fit_its_names_is_not_told_apart(text: str) -> None:
    assert len({each.split()[1] for each in drafts(text)}) == len(drafts(text))


def test_parts_run_over_the_periods_of_their_whole() -> None:
    text = "In 2009, all trade was 8.4 trillion yuan, down 6% from 2008, of which wood fell by 2% and coal by 11%."
    assert drafts(text)[2:] == ["growth wood in 2009 from 2008", "growth coal in 2009 from 2008"]
    assert "whether this is a part of" in made(text).text


def test_a_size_behind_of_which_is_one_of_the_same_period() -> None:
    text = "Sales reached $5 million in 2015, of which tea sales were $3 million."
    assert drafts(text) == ["value sales in 2015", "value tea_sales in 2015", "assert tea_sales in 2015"]


def test_a_part_moves_over_the_periods_of_its_whole_with_its_own_size() -> None:
    text = "Sales were $9.1 million in 2015, up 4% from 2014, of which tea rose by 6% to $3.1 million."
    assert drafts(text)[2:4] == ["growth tea in 2015 from 2014", "value tea in 2015"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sales reached $5.1 million in 2015, of which tea sales were $3.2 million.", False),
        ("Sales reached $5.1 million in 2015, of which tea sales were $6.2 million.", True),
        ("Sales rose 5% to $20.0 million from $19.0 million, of which $19.5 million came from tea.", False),
        ("It has 500 workers in 3 towns, of which 120 are large.", False),
        ("It has 512 workers, of which 518 workers are in Spain.", True),
        ("Tea was 30% of the menu in 2015, of which 60% was green.", False),
        ("Of 200 patients, 30 (15%) had tumours, of which 10 (33%) were malignant and 20 (67%) benign.", False),
    ],
)
def test_what_is_part_of_a_size_is_at_most_that_size(text: str, wrong: bool) -> None:
    document = Document("text.txt", text)
    found = check(document, extract(document, "text.txt")).findings
    assert [finding.severity for finding in found] == [Severity.WARNING] * wrong
    assert all("the guess that one is a part of the other" in finding.message for finding in found)


def test_what_is_said_of_a_second_thing_runs_over_the_same_periods() -> None:
    text = (
        "In 2016, foreign trade fell by 0.9% overall compared with 2015, and wood fell by 2%. In 2017, wood fell by 3%."
    )
    assert drafts(text)[1] == "growth wood in 2016 from 2015"
    assert "guessed: what is said behind “fell by 0.9%” runs over the same time" in made(text).text
    assert drafts(text)[2].startswith("growth wood in 2017")  # one name for growth in turn


def test_a_size_of_one_word_is_not_taken_to_be_that_of_another_sentence() -> None:
    text = (
        "In 2016, exports fell by 2% from 2015. Exports were $5 million in 2016. In 2016, exports rose by 3% from 2015."
    )
    assert len({each.split()[1] for each in drafts(text)}) == 3


@pytest.mark.parametrize("making", ["accounting for", "which represented about", "making up"])
def test_a_size_its_growth_and_its_share_are_about_one_quantity(making: str) -> None:
    text = f"Exports of bags were 2.93 billion yuan, a decrease of 1.7%, {making} 20.7% of the total export value."
    assert drafts(text) == [
        "value exports_bags in in sentence 1",
        "growth exports_bags in in sentence 1 from before sentence 1",
        "share exports_bags in in sentence 1 of export_value",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sales were $5 million, 20% of them online.",
        "Profits fell by $5 million, or 20% of the total value.",
        "Revenue was $5 million, 20% of revenue being rent.",
        "The firm has 500 workers, 20% of the staff in Spain.",
    ],
)
def test_a_share_of_the_thing_itself_is_not_its_share_in_a_whole(text: str) -> None:
    value, share = drafts(text)
    assert value.split()[1] != share.split()[1]


@pytest.mark.parametrize(
    ("share", "expected"), [("25%", None), ("24.6%", None), ("35%", Severity.ERROR), ("2.5%", Severity.ERROR)]
)
def test_a_share_is_held_against_the_part_and_the_whole_beside_it(share: str, expected: Severity | None) -> None:
    text = f"Exports of bags were $20.1 billion, accounting for {share} of the total export value of $81 billion."
    document = Document("text.txt", text)
    found = [finding.severity for finding in check(document, extract(document, "text.txt")).findings]
    assert found == ([expected] if expected else [])


def test_the_total_is_another_one_in_each_sentence() -> None:
    text = (
        "In 2015 tea was $5 million, accounting for 25% of the total.\n\n"
        "In 2015 coal was $9 million, accounting for 90% of the total."
    )
    assert len({each.split(" of ")[-1] for each in drafts(text) if " of " in each}) == 2


def test_a_size_held_against_an_earlier_one_shares_its_quantity() -> None:
    assert drafts("Revenue was $5 million in 2015, compared with $4 million a year earlier.") == [
        "value revenue in 2015",
        "value revenue in 2014",
    ]


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("In the third quarter of 2024", "2024-Q3"),
        ("In Q3 2024", "2024-Q3"),
        ("In Q3 of fiscal 2024", "FY2024-Q3"),
        ("In 2024Q3", "2024-Q3"),
        ("In 3Q24", "2024-Q3"),
        ("In July 2015", "2015-07"),
        ("In Sept. 2015", "2015-09"),
        ("In the first half of 2023", "2023-H1"),
        ("In H2 2023", "2023-H2"),
        ("In the three months to June 2024", "2024-04..2024-06"),
        ("In the six months ended June 30, 2024", "2024-01..2024-06"),
    ],
)
def test_a_named_part_of_a_year_is_a_period(said: str, period: str) -> None:
    (draft,) = drafts(f"{said} tea sales were $3.4 million.")
    assert draft == f"value tea_sales in {period}"
    (behind,) = drafts(f"Tea sales were $3.4 million {said[0].lower()}{said[1:]}.")
    assert behind == f"value tea_sales in {period}"


def test_a_part_of_a_year_that_is_not_said_is_no_period() -> None:
    assert drafts("Tea sales were $3.4 million in the third quarter.") == ["value tea_sales in in sentence 1"]
    assert drafts("In 2015, tea sales were $3 million in the third quarter.") == ["value tea_sales in 2015-Q3"]


def test_a_month_is_of_the_year_that_the_text_states_with_its_first_month() -> None:
    stated = "The vacancy rate rose to 6.1% in March 2018. It was 5.3% in January."
    assert drafts(stated)[-1] == "value vacancy_rate_2 in 2018-01"
    assert made(stated).entries[-1].draft.guesses == ("“January” is of 2018",)
    assert made(stated).entries[0].draft.guesses == ()


@pytest.mark.parametrize(
    "text",
    [
        "The vacancy rate rose to 6.1% in March 2018. It was 5.3% in December.",  # of which year?
        "The vacancy rate rose to 6.1% in March 2018 and 7% in March 2019. It was 5.3% in January.",
        "The rate of May 2018 was 6.1%. In 2017, it had been 7.2%. It was 5.3% in January.",
        "The vacancy rate rose to 6.1%, from 5% in March 2018. It was 5.3% in January.",
        "The rate rose to 6.1% in May. That of March 2017 was revised to 6.3%. It was 5.3% in January.",
    ],
)
def test_a_month_is_of_no_year_where_the_text_states_several_or_none_of_its_own(text: str) -> None:
    assert "in in sentence" in drafts(text)[-1]


def test_a_level_of_an_earlier_time_is_not_of_now() -> None:
    text = (
        "The mill made $9.7 million, or a profit of 37 cents per share, compared to 12 cents in the prior-year period."
    )
    assert [told.partition(" in ")[2] for told in drafts(text)] == [
        "in sentence 1",
        "in sentence 1",
        "before sentence 1",
    ]
    text = "In 2015 the mill made $9.7 million, or 37 cents per share."
    assert [told.partition(" in ")[2] for told in drafts(text)] == ["2015", "2015"]
    text = "Wheat yield was forecast at 67.4 tonnes, up 8.6 tonnes from 58.8 tonnes in 2013."
    assert [told.partition(" in ")[2] for told in drafts(text)] == ["in sentence 1", "in sentence 1 from 2013", "2013"]


@pytest.mark.parametrize("said", ["By 3 July 2015", "From May to July 2015"])
def test_a_day_or_the_end_of_a_stretch_is_not_its_month(said: str) -> None:
    assert "2015-07" not in drafts(f"{said} tea sales were $3.4 million.")[0]


@pytest.mark.parametrize(
    ("from_when", "expected"),
    [
        ("from a year earlier", "in 2024-Q3 from 2023-Q3"),
        ("year on year", "in 2024-Q3 from 2023-Q3"),
        ("from the previous quarter", "in 2024-Q3 over quarter"),
        ("quarter-on-quarter", "in 2024-Q3 over quarter"),
    ],
)
def test_growth_of_a_quarter_is_from_the_year_or_the_quarter_before(from_when: str, expected: str) -> None:
    assert drafts(f"In the third quarter of 2024 tea sales rose 5% {from_when}.") == [f"growth tea_sales {expected}"]


def test_growth_from_the_quarter_before_is_held_against_both_quarters() -> None:
    text = (
        "In the second quarter of 2024 tea sales were $40.0 million.\n\n"
        "In the third quarter of 2024 tea sales reached $44.0 million, up 5% from the previous quarter.\n"
    )
    document = Document("text.txt", text)
    (finding,) = check(document, extract(document, "text.txt")).findings
    assert finding.severity is Severity.WARNING
    assert "“tea sales” is the same quantity in each sentence" in finding.message


def test_a_range_from_one_share_to_another_stays_what_the_change_behind_it_is_about() -> None:
    assert drafts("Its part of all fruit ranged from 18% to 24%, up 6 percentage points.") == [
        "change part_fruit_ranged in in sentence 1 from before sentence 1"
    ]


def test_a_change_from_the_year_before_stands_beside_its_level() -> None:
    assert drafts("Trade is expected to be about 760 billion yuan in 2015, a year-on-year increase of 43%.") == [
        "value trade in 2015",
        "growth trade in 2015 from 2014",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Employment at the yards rose 14,000.", ["change"]),
        ("The deficit increased $6.4 billion, or 1.8%, from the same period of 2019.", ["change", "growth"]),
        ("China poured 638 million tonnes, up 37.9 million tonnes or 6.3% on the year.", ["value", "change", "growth"]),
        # one verb for two changes, with its sign
        (
            "The fuel index fell 2.8% from the previous month and 6.5% from the previous year.",
            ["growth", "growth -6.5%"],
        ),
        ("Orders were up 5% at home and 6% abroad.", ["growth", "growth"]),
        ("Passengers: 14.3 million, -50.5% on 2019.", ["value", "growth"]),
        # none of those
        ("Turnout rose 5% and was 40% in the end.", ["growth", "value"]),
        ("The fuel index fell 2.8% on the month, and 6.5% of drivers came by bus.", ["growth", "share"]),
        ("The fund raised $5 million.", ["value"]),
        ("Prices rose to 14,000.", ["value"]),
    ],
)
def test_a_number_behind_a_verb_of_change_is_one(text: str, expected: list[str]) -> None:
    assert [f"{each.draft.kind} {each.draft.said}".strip() for each in made(text).entries] == expected


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        (
            "The firm has 1,240 employees, of whom 347 (28%) work abroad.",
            ["work_abroad in in sentence 1 of firm_employees"],
        ),
        (
            "In 2023 there were 147 cases. Of these, 67 (45.6%) were confirmed and 42 (28.6%) negative.",
            ["confirmed in 2023 of cases", "negative in 2023 of cases"],
        ),
        ("Revenue was £812 million. Services brought £203 million, or 25%.", ["services in in sentence 1 of revenue"]),
        ("In all, 188 of the 214 pupils passed, a pass rate of 87.9%.", ["quantity in in sentence 1 of pupils"]),
        ("There were 147 cases. In Holm there were 67 (54.6%).", []),  # that fits none
        ("Of 147 cases and 146 others, 67 (46%) were new.", []),  # either may be meant
        ("There were 147 cases, 67 (46%) of them new.", []),  # it says of what else it is
        ("There were 20 cases. In Holm there was 1 (5%).", []),  # of one digit any fits
        ("It plans for 400 jobs. Some 100 (25%) are there.", []),  # a plan has no parts yet
        ("In 2022 there were 147 cases. In 2023, 67 (45.6%) were new.", []),  # of other years
        ("After excluding 50 of 200 patients, 30 (20%) had tumours.", []),  # of 150, and no zero is rounded here
    ],
)
def test_a_share_is_of_the_one_level_near_it_that_it_fits(text: str, shares: list[str]) -> None:
    assert [draft.removeprefix("share ") for draft in drafts(text) if draft.startswith("share")] == shares


@pytest.mark.parametrize(
    ("text", "made_of"),
    [
        ("Fires burned 12,400 hectares. In May, 386 fires burned 9,650 hectares, 25 hectares per fire.", ["fires"]),
        ("In May, 386 fires burned 9,650 hectares, 35 hectares per fire.", []),
        ("In 2022 and 2023, 386 fires burned 9,650 hectares, up from 25 hectares per fire in 2021.", []),
    ],
)
def test_a_rate_is_of_the_levels_in_its_units_that_make_it(text: str, made_of: list[str]) -> None:
    assert [draft.rpartition(" of ")[2] for draft in drafts(text) if draft.startswith("ratio")] == made_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It sold 61,382 boats. Holm took 28,405, Isla 20,166 and Alto 12,811.", ["28,405", "20,166", "12,811"]),
        ("Profit before tax was £18.6 million. Tax took £4.4 million and £14.2 million was left.", ["£4.4", "£14.2"]),
        ("It sold 61,382 boats. Holm took 28,405, Isla 20,166 and Alto 12,812.", []),  # a boat is no rounding
        ("Costs of $30 million, of which $10 million were wages, were below the $31.6 million of 2022.", []),
        ("It has 12 teams. Holm has 7 of them and Isla 5.", []),  # made by chance
        ("In 2023 it sold 61,382 boats. Holm took 28,405 in 2021 and Isla 32,977 in 2022.", []),
    ],
)
def test_levels_side_by_side_are_drafted_as_the_sum_that_they_make(text: str, parts: list[str]) -> None:
    entries = made(text).entries
    printed = {entry.draft.group: entry.draft.written.text for entry in entries if entry.draft.kind == "value"}
    sums = [entry.draft for entry in entries if entry.draft.kind == "sum"]
    found = [printed[group] for sum_ in sums for group in sum_.parts]
    assert [text.removesuffix(" million") for text in found] == parts
    assert made(text).refused == ""
