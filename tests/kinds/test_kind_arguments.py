"""Arguments of a kind that do not go together are told, each with what is wrong, and nothing is decided from them."""

from __future__ import annotations

import pytest

WRONG = {
    "fraction: {of: yes, out_of: 0, is: 38%}": "a whole number above 0",
    "fraction: {of: yes, out_of: 2.5, is: 38%}": "a whole number above 0",
    "compare: {than: costs, is: greater}": "takes either `of:`, a quantity, or `claim:`",
    "compare: {of: sales, claim: known, than: known, is: greater}": "takes either `of:`, a quantity, or `claim:`",
    "compare: {of: sales, than: sales, is: greater}": "something against itself",
    "compare: {claim: known, than: known, is: greater}": "something against itself",
    "extreme: {of: sales, is: lowest}": "needs the period it is about",
    "extreme: {of: sales, in: 2014, since: 2015, is: lowest}": "since 2015 is not before 2014",
    "extreme: {of: sales, in: 2014, since: 2014, is: lowest}": "since 2014 is not before 2014",
    "extreme: {of: sales, in: wave 2, is: lowest}": "the periods before wave 2 are not known",
    "cagr: {of: sales, from: 2010, is: 5%}": "needs the last period",
    "cagr: {of: sales, from: 2015, to: 2015, is: 5%}": "from 2015 is not before 2015",
    "cagr: {of: sales, from: 2016, to: 2015, is: 5%}": "from 2016 is not before 2015",
    "cagr: {of: sales, to: 2015, is: 5%}": "needs the first period",
    "cagr: {of: sales, to: 2015, years: 2.5, is: 5%}": "2.5 years before 2015 is not a known period",
    "cagr: {of: sales, to: 2015, years: 0.3, is: 5%}": "0.3 years before 2015 is not a known period",
    "cagr: {of: sales, to: 2015, years: 3000, is: 5%}": "3,000 years before 2015 is not a known period",
    "cagr: {of: sales, to: wave 2, years: 3, is: 5%}": "3 years before wave 2 is not a known period",
    "cagr: {of: sales, from: 2010, to: 2015, years: 4, is: 5%}": "from 2010 to 2015 it is 5 years, not 4 years",
    "cagr: {of: sales, from: 2014-Q1, to: 2014-Q3, years: 1, is: 5%}": "it is 0.5 years, not 1 year",
    "cagr: {of: sales, from: wave 1, to: wave 2, is: 5%}": "the years from wave 1 to wave 2 are not known",
    "average: {of: [sales, costs], weights: [2, -1], is: 5}": "weights are not negative, and one is above 0",
    "average: {of: [sales, costs], weights: [1, -1], is: 5}": "weights are not negative, and one is above 0",
    "average: {of: [sales, costs], weights: [0, 0], is: 5}": "weights are not negative, and one is above 0",
    "growth: {of: sales, in: wave 2, is: 5%}": "the period before wave 2 is not known",
    "growth: {of: sales, from: 2010, to: 2015, is: up 5% a year}": "growth is what it makes in 5 years",
    "growth: {of: sales, from: 2010, to: 2015, is: up 5% annually}": "growth is what it makes in 5 years",
    "growth: {of: sales, from: 2010, to: 2015, is: up 5% every year}": "growth is what it makes in 5 years",
    "growth: {of: sales, in: 2015-Q3, over: quarter, is: up 5% p.a.}": "growth is what it makes in 0.25 years",
    "multiple: {of: sales, is: 3 times}": "multiple needs the period it is about",
    "contribution: {of: sales, whole: all, is: 3 points}": "contribution needs the period it is about",
    "sum: {parts: [sales, costs], total: sales}": "sales is the total and one of its parts",
    "sum: {parts: ['sales[2014]', costs], total: sales, in: 2014}": "sales is the total and one of its parts",
    "change: {of: sales, from: 2015, to: 2015, is: up 5}": "from 2015 is not before 2015",
}


@pytest.mark.parametrize(("kind", "told"), WRONG.items(), ids=WRONG)
def test_arguments_that_do_not_go_together_are_told(kind, told, claimcheck, sheet):
    path = sheet("claims:\n  - id: known\n    value: {of: sales, in: 2015, is: 5}\n  - id: a\n    " + kind + "\n")
    ran = claimcheck("verify", path, "--format", "concise", "-v")
    assert ran.code == 2
    assert "CC018" in ran.out
    assert told in ran.out


RIGHT = (
    "fraction: {of: yes, out_of: 1, is: 0%}",
    "extreme: {of: sales, in: wave 2, since: wave 1, is: lowest}",
    "cagr: {of: sales, from: wave 1, to: wave 2, years: 3, is: 5%}",
    "cagr: {of: sales, from: 2010, to: 2015, years: 5, is: 5%}",
    "cagr: {of: sales, to: 2015-Q3, years: 0.5, is: 5%}",
    "average: {of: [sales, costs], weights: [0, 1], is: 5}",
    "growth: {of: sales, in: 2015, is: up 5% a year}",
    "growth: {of: sales, from: wave 1, to: wave 2, is: up 5% a year}",
)


@pytest.mark.parametrize("kind", RIGHT)
def test_arguments_that_are_only_just_enough_are_taken(kind, claimcheck, sheet):
    ran = claimcheck("verify", sheet("claims:\n  - id: a\n    " + kind + "\n"))
    assert ran.code == 0, ran.out
