"""How a draft calls what its numbers are about: by the noun, without the verb and the little words at its ends."""

import re

import pytest

from claimcheck.app.extract import extract
from claimcheck.documents.readers import document_from_bytes
from claimcheck.extraction.naming import named

NAMED = {
    # the object of a verb that takes one, else what stands before it
    "corvane reported revenue": "revenue",
    "had expected operating margin": "operating margin",
    "customs put china goods trade": "china goods trade",
    "weaker yen left other income": "other income",
    "brought income before tax": "income before tax",
    "property tax brings": "property tax",
    "households spent": "households",
    "survey asked": "survey",
    # of what something is or becomes, the thing itself
    "machinery remains largest group": "machinery",
    "energy became cheaper": "energy",
    "surplus comes": "surplus",
    "staff costs go": "staff costs",
    # no little words at the ends, and no name of those alone
    "exports imports together": "exports imports",
    "therefore order book": "order book",
    "after": "",
    "compared": "",
    # no word for how it moved or stood, none of who told it
    "cement output unchanged": "cement output",
    "jobless little changed": "jobless",
    "underemployment still hovered": "underemployment",
    "harbour statistics show freight": "freight",
    "survey revealed rent": "rent",
    "brought": "",
    # all else stays
    "consumer prices": "consumer prices",
    "trade eu": "trade eu",
    "response seen after treatment": "response seen after treatment",
}


@pytest.mark.parametrize(("words", "name"), NAMED.items())
def test_a_quantity_is_named_by_its_noun(words, name):
    assert named(tuple(words.split())) == tuple(name.split())


def test_a_draft_has_no_verbs_in_its_names(claimcheck, tmp_path):
    path = tmp_path / "note.md"
    path.write_text("Corvane reported revenue of $412.6 million. Households spent €1.20 billion.\n", encoding="utf-8")
    draft = claimcheck("extract", path).out
    assert "of: revenue\n" in draft
    assert "of: households\n" in draft


# What a sentence says of its numbers, in their order.
TOLD = {
    # the noun behind the number, where it begins its clause
    "Of the total staff, 412 were nurses and 88 porters.": ["nurses", "porters"],
    "Of the vacancies notified, 314 were filled and 95 were still open.": ["filled", "open"],
    "In that time, 217 signed up.": ["signed"],
    "On the quay there were an estimated 52 cranes.": ["cranes"],
    "The mill produced 41 million tonnes of pig iron, 17 million tonnes of slag.": ["mill_pig_iron", "slag"],
    "Reports reveal a 6% fall in burglaries.": ["burglaries"],
    "The Society of Harbour Masters said 84,054 new boats were registered.": ["new_boats"],
    "The firm has 1,240 employees.": ["firm_employees"],
    "The firm has some 1,240 employees, of whom 347 (28%) work abroad.": [
        "firm_employees",
        "work_abroad",
        "work_abroad",
    ],
    # past the share of a count
    "There were 147 cases. Of these, 67 (45.6%) were confirmed, 42 (28.6%) negative and 38 (25.9%) open.": [
        *("cases", "confirmed", "confirmed", "negative", "negative", "open", "open", "cases"),
    ],
    # one comparison, one subject
    "Sales grew 7% in the north to an annual rate of 1.51 million.": ["north_sales", "north_sales_2"],
    "Ferry income fell 12% on the quarter versus a revised drop of 3% in May.": ["ferry_income", "ferry_income_2"],
    "The vacancy rate was 7.4%, up from 7.1% in May and down from 9.3% in June 2014.": [*["vacancy_rate"] * 3],
    "The ferry fund returned 6.2% in 2021 and 3.3% in 2022.": ["ferry_fund_returned", "ferry_fund_returned_2"],
    "Net profit was $31 million, or $0.44 per share.": ["net_profit", "net_profit_2"],
    # what is never a subject
    "Ticket sales came to 91,000, compared to the April figure of 86,000.": ["ticket_sales", "ticket_sales"],
    "The toll of the storm rose to 1,204 from 1,187 on Sunday.": ["toll_storm", "toll_storm"],
    "Ferry tonnage was unchanged at 41,200.": ["ferry_tonnage"],
    # the main clause, not what is said of its subject in passing
    "Net income, which leaves out taxes of all sorts, was $68 million.": ["net_income"],
    "Interest income, or the core of what a bank earns by lending, fell 5.7%.": ["interest_income"],
    # two changes of one thing for two groups, and never one quantity with the next thing of that group
    "New orders fell 7% for small vans but rose 12% for buses. Exports rose 6% for small vans and 15% for buses.": [
        *("small_vans_new_orders", "buses_new_orders", "small_vans_exports", "buses_exports"),
    ],
    "Ore orders fell 7% for small vans but rose 12% for cab/bus use. Rent rose 6% for small vans and 15% for cabs.": [
        *("small_vans_ore_orders", "ore_orders", "small_vans_rent", "cabs_rent"),
    ],
    # pronouns
    "The vacancy rate stood at 6.1% in February. It was 5.2% in January.": ["vacancy_rate", "vacancy_rate_2"],
    "Rent fell 3% in May. Nothing else was told. It was 5.2% in January.": ["rent", "quantity"],
    # shares of which only the whole is named
    "34% of burglaries involved a ladder.": ["part_of_burglaries"],
}


def names(text: str) -> list[str]:
    document = document_from_bytes("note.md", text.encode())
    return [
        made.names.of[entry.draft.group]
        for made in [extract(document, "note.md")]
        for entry in made.entries
        if entry.draft.kind != "direction"
    ]


@pytest.mark.parametrize("text", TOLD)
def test_a_number_is_called_by_what_its_sentence_says(text):
    assert names(text) == TOLD[text]


@pytest.mark.parametrize(
    ("first", "second", "things"),
    [
        ("were $10.2 million", "were $10.2 million, up 9% from $9.4 million", 1),
        ("were $10.2 million", "were $12.4 million, up 32% from $9.4 million", 2),
        ("rose 5.1%", "rose 5.1%, to $10.2 million", 1),
        ("rose 5.1%", "fell 5.1%, to $10.2 million", 2),
    ],
)
def test_what_differs_in_a_period_that_is_given_is_of_two_things_however_alike_they_are_called(first, second, things):
    text = f"Sales of black tea {first}.\n\nLater it said that sales of black tea {second}."
    draft = extract(document_from_bytes("text.md", text.encode()), "text.md", period="2023").text
    assert len(set(re.findall(r"of: (\w+)", draft))) == things
