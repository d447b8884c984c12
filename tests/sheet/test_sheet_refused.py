"""Sheets that are refused: each with the place and the words of what is said of it."""

from __future__ import annotations

import pytest

REFUSED = {
    "quote: [{prefix: In all}]\n    value: {of: a}": "3:13: error CC007 missing-key: a quote has its text",
    "value: {of: 'a[2015-13]', is: 1.5}": "3:17: error CC009 unreadable-period: value.of: '2015-13' is not a period",
    "value: {of: a, is: [1.5, 2.5]}": "3:24: error CC018 bad-arguments: `is` holds 2 numbers for 1 claim",
    "readings: value": "3:15: error CC006 wrong-type: readings is a list of kinds, not the text 'value'",
    "readings: []": "3:5: error CC006 wrong-type: readings is an empty list",
    "readings: [{value: {of: [a, b], is: [1.5, 2.5]}}, {value: {of: c, is: 1.5}}]": (
        "3:5: error CC018 bad-arguments: the readings make different numbers of claims"
    ),
    "fraction: {of: k, out_of: n, is: 2.5 of 42}": "CC008 unreadable-number: a count is a whole number, not '2.5'",
    "? [a, b]\n    : value": "3:7: error CC006 wrong-type: a key is a plain text",
    "quote: sales: up: 5%": "a text with a colon and a space in it stands in quotes",
    "value: {of: a, is: 5.1}\nexempt: 5 firms": "4:9: error CC006 wrong-type: exempt is a list, not the text '5 firms'",
    "assert: 'a[2015 > 3'": "the ] behind a period is missing, at character 2 of the formula",
    "assert: 'a > 2 ?'": "'?' has no place in a formula, at character 7 of the formula",
    "assert: 'a > 2 3'": "expected the end of the formula, found '3', at character 7 of the formula",
    "assert: '(a + b > 2'": "expected a closing parenthesis, found '>', at character 8 of the formula",
    "assert: 'a[2015-13] > 2'": "'2015-13' is not a period",
    "assert: 'a > 1.2.3'": "'1.2.3' is no number",
    f"assert: '{'(' * 99}a{')' * 99} > 2'": "CC016 unreadable-formula: a formula nests at most",
}


@pytest.mark.parametrize(("lines", "told"), REFUSED.items(), ids=[lines[:30] for lines in REFUSED])
def test_a_sheet_is_refused_with_the_place_and_what_was_expected(lines, told, claimcheck, sheet):
    ran = claimcheck("verify", sheet(f"claims:\n  - id: a\n    {lines}\n"), "-f", "concise")
    assert ran.code == 2
    assert told in ran.out
