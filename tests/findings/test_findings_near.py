"""Which valid name a mistyped one is told: the one that was plausibly meant, and otherwise none."""

import pytest

from claimcheck.findings.near import did_you_mean, misspelt, nearest
from claimcheck.kinds import NAMES
from claimcheck.sheet.claims import CLAIM_KEYS

CLAIM = (*CLAIM_KEYS, *NAMES)
SHARE = ("of", "whole", "in", "is")
MOVE = ("of", "in", "from", "to", "over", "is")
DECLARED = ("label", "unit", "sign", "parts", "part_of", "ratio", "complete")
IDS = ("trade-2015", "trade-fell", "exports-fell", "labour-share", "cover", "volume-cagr", "volume-five-years")
SERIES = ("exports[2014]", "exports[2015]", "imports[2015]", "gas[2015-Q3]")

MEANT = [
    # few letters are wrong, two neighbours swapped, another case
    (CLAIM, "qoute quot qute Quote qoutes", "quote"),
    (CLAIM, "growht grwth gorwth growths Growth", "growth"),
    (CLAIM, "coutn conut counts", "count"),
    (CLAIM, "presicion precison", "precision"),
    (CLAIM, "shre shares", "share"),
    (CLAIM, "reading redings", "readings"),
    (CLAIM, "contribtuion contrbution", "contribution"),
    (SHARE, "hole whol", "whole"),
    (SHARE, "fo off of_", "of"),
    (SHARE, "iss si", "is"),
    (MOVE, "form frm", "from"),
    (DECLARED, "partof parts_of", "part_of"),
    (("g_d_p", "c-p-i"), "gdp GDP", "g_d_p"),
    # the one is a part of the other, or its beginning
    (CLAIM, "growth_rate growth-yoy", "growth"),
    (CLAIM, "percent_change", "change"),
    (CLAIM, "diff", "difference"),
    (CLAIM, "comparison comparision", "compare"),
    (CLAIM, "assertion", "assert"),
    (MOVE, "from_period", "from"),
    (IDS, "trade_fell tradefell", "trade-fell"),
    (IDS, "trade", "trade-2015"),
    (IDS, "labour", "labour-share"),
    (IDS, "cagr vol volume-cgr", "volume-cagr"),
    (IDS, "volume-5-years", "volume-five-years"),
    (IDS, "trade-2014", "trade-2015"),
    # another period of the same quantity
    (SERIES, "exports[2013] Exports[2014] export[2014]", "exports[2014]"),
    (SERIES, "exports[2025]", "exports[2015]"),
    (SERIES, "imports", "imports[2015]"),
    # none is meant
    (CLAIM, "note comment page unit amount citation part rate ref summation kind type name source", ""),
    (CLAIM, "valor croissance Wachstum Wert Anteil 增长 إجمالي << -", ""),
    (SHARE, "out total period the at", ""),
    (MOVE, "total year issue since until", ""),
    (DECLARED, "children sum formula description", ""),
    (IDS, "sales trade-rose t eu", ""),
    (("___", "[2015]"), "gdp growth_rate", ""),
    (SERIES, "profit[2015] gdp[2015] tax[2015-Q3] as[2016] 2015", ""),
]


@pytest.mark.parametrize(("names", "words", "meant"), MEANT)
def test_a_name_is_suggested_where_it_is_plausibly_what_was_meant_and_none_otherwise(names, words, meant):
    assert {word: nearest(word, names) for word in words.split()} == dict.fromkeys(words.split(), meant)


def test_a_quantity_with_a_longer_name_of_its_own_is_no_misspelling():
    declared = ("trade", "exports", "part_of_world")
    assert [misspelt(name, declared) for name in ("trade_eu", "export", "tarde", "world")] == [
        "",
        "exports",
        "trade",
        "",
    ]


def test_a_key_that_stands_there_already_is_not_what_another_was_meant_to_be(claimcheck, sheet):
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n    share:\n      of: x\n      out_of: y\n      is: 3%\n"))
    assert ran.code == 2
    assert "did you mean" not in ran.out
    assert "valid here: of, whole, in, is" in ran.out


def test_a_key_of_a_claim_that_is_near_to_none_is_told_the_valid_ones(claimcheck, sheet):
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n    note: x\n    value:\n      of: x\n      is: 3\n"))
    assert ran.code == 2
    assert "valid here: id, quote, prefix" in ran.out


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ((), ""),
        (("up", "down", "up"), "valid here: up, down"),
        (tuple(f"n{i}" for i in range(32)), f"valid here: {', '.join(f'n{i}' for i in range(32))}"),
        (tuple(f"n{i}" for i in range(33)), ""),
        (("sideways", "down"), "did you mean 'sideways'?"),
    ],
)
def test_where_nothing_is_near_the_valid_names_are_listed_as_long_as_they_are_few(names, told):
    assert did_you_mean("sidways" if "sideways" in names else "zzz", names) == told


def test_only_what_is_missing_is_suggested():
    assert did_you_mean("form", ("from", "to"), ("to",)) == "valid here: from, to"
    assert did_you_mean("form", ("from", "to"), ("from",)) == "did you mean 'from'?"
