"""One mistake in a sheet is one finding: where it is, what was expected, and what to write."""

from __future__ import annotations

import pytest

from claimcheck.app.verify import verify_bytes

CLAIM = "claims:\n  - id: a\n    value:\n      of: x\n      in: 2015\n      is: 3.5 million\n"
MISTAKES = {  # the sheet, the place and words of its only finding
    "claims:\n  - id: a\n    sum: {parts: [b, c, b], total: x}\n": ("3:18", "b is listed twice"),
    "claims:\n  - id: a\n    sum: {parts: [b, b, c], total: x}\n": (
        "3:18",
        "what counts three times is told by a formula",
    ),
    "quantities:\n  x: {parts: [b, b]}\n" + CLAIM: ("2:14", "b is listed twice"),
    "claims:\n  - id: a\n    count: {items: [b, c, b], is: three}\n": ("3:20", "'b' is listed twice"),
    "claims:\n  - id: a\n    value: {of: x, in: [2014, 2014], is: [3, 4]}\n": ("3:31", "2014 is listed twice"),
    "quantities:\n  x: {ratio: [a, b]}\n" + CLAIM: ("2:14", "x.ratio is a text, not a list"),
    CLAIM.replace("2015", "2015 to 2016"): ("5:11", "did you mean 2015..2016?"),
    CLAIM.replace("2015", "2015-07-31T00:00"): ("5:11", "did you mean 2015-07-31?"),
    CLAIM.replace("2015", "1H 2015"): ("5:11", "did you mean 2015-H1?"),
    "claims:\n  - id: a\n    growth: {of: x, in: 2015, from: 2014, to: 2016, is: 3%}\n": (
        "3:25",
        "growth ends in 2015 by `in:`, and in 2016 by `to:`",
    ),
    "claims:\n  - id: a\n    cagr: {of: x, in: 2015, from: 2010, to: 2016, is: 3%}\n": (
        "3:23",
        "cagr ends in 2015 by `in:`, and in 2016 by `to:`",
    ),
    "claims:\n  - id: a\n    cagr: {of: x, to: 2015, years: -5, is: 3%}\n": ("3:36", "years is above 0, not -5"),
    CLAIM.replace("    value", "    quote: {quote: x, line: first}\n    value"): (
        "3:29",
        "line is a whole number above 0, not 'first'",
    ),
    CLAIM.replace("    value", "    quote: {quote: x, line: 12%}\n    value"): (
        "3:29",
        "line is a whole number above 0, not '12%'",
    ),
    CLAIM.replace("    value", "    ignore: CC201\n    value"): ("3:13", "write `- code: CC201`"),
    CLAIM + "exempt:\n  - 1 January\n": ("8:5", "write `- quote: 1 January`"),
    CLAIM + "exempt:\n  quote: 1 January\n  because: x\n": ("8:3", "begin each exemption with `- quote:`"),
    "quantities:\n  x: EUR\n" + CLAIM: ("2:6", "write `unit: EUR` below it"),
    "quantities: [x, y]\n" + CLAIM: ("1:13", "write each name with a colon"),
    "claims:\n  - id: a\n    assert: [x > 1, y > 1]\n": ("3:13", "make a claim of each"),
    "claims:\n  - id: a\n    value:\n": ("3:11", "value is a mapping, and nothing stands here"),
    "claims:\n  - id: a\n    <<: {value: {of: x, is: 3}}\n": ("3:5", "merge keys are not read"),
    "claims:\n  - id: a\n    percentage: {of: x, is: 3}\n": ("3:5", "a claim has no key 'percentage'"),
    "claims:\n  - id: a\n    ratio: {of: x, per: y, is: 8 percentage points}\n": ("3:32", "points are a difference of"),
    "claims:\n  - id: a\n    share: {of: x, whole: y, is: 8 percentage points}\n": (
        "3:34",
        "points are a difference of",
    ),
    "claims:\n  - id: a\n    compare: {of: x, claim: b, than: y, is: less}\n": ("3:19", "either `of:`"),
}


@pytest.mark.parametrize("text", MISTAKES, ids=[words for _, words in MISTAKES.values()])
def test_one_mistake_is_one_finding_with_its_place(text):
    place, words = MISTAKES[text]
    found = [each for each in verify_bytes("claims.yaml", text.encode(), {}).findings if each.severity != "note"]
    told = [f"{each.primary.line}:{each.primary.column}: {each.message} ({each.help})" for each in found]
    told = [each for each in told if "no document" not in each]
    assert len(told) == 1, told
    assert told[0].startswith(f"{place}: "), told
    assert words in told[0], told


def test_a_default_period_gives_way_to_the_one_that_a_claim_ends_in():
    text = "defaults: {in: 2015}\nclaims:\n  - id: a\n    growth: {of: x, from: 2014, to: 2016, is: 3%}\n"
    report = verify_bytes("claims.yaml", text.encode(), {})
    assert [claim.kind.working() for claim in report.sheet.claims] == ["x[2016] / x[2014] - 1"]
