"""Law: what two kinds say alike is judged alike, whether it is true, true but for its rounding, or false."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.app.verify import verify_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

Levels = dict[str, Fraction]

LEVELS = """\
claims:
  - {{id: a, value: {{of: a, in: [2014, 2015], is: ["{a}", "{A}"]}}}}
  - {{id: b, value: {{of: b, in: [2014, 2015], is: ["{b}", "{B}"]}}}}
"""
# Of the levels a and b in 2014, A and B in 2015: a number, its printed decimals, and two ways to say it.
ALIKE: dict[str, tuple[Callable[[Levels], Fraction], int, str, str]] = {
    "growth and multiple": (
        lambda x: x["A"] / x["a"] - 1,
        3,
        "growth: {{of: a, in: 2015, is: {way} {size:.1%}}}",
        "multiple: {{of: a, in: 2015, is: {more:.3f} times}}",
    ),
    "growth and cagr": (
        lambda x: x["A"] / x["a"] - 1,
        3,
        "growth: {{of: a, from: 2014, to: 2015, is: {n:.1%}}}",
        "cagr: {{of: a, from: 2014, to: 2015, is: {way} {size:.1%}}}",
    ),
    "growth and a formula": (
        lambda x: x["A"] / x["a"] - 1,
        3,
        "growth: {{of: a, in: 2015, is: {n:.1%}}}",
        'assert: "a[2015] / a[2014] - 1 = {n:.1%}"',
    ),
    "share and ratio": (
        lambda x: x["a"] / (x["a"] + x["b"]),
        3,
        "share: {{of: a, whole: a + b, in: 2014, is: {n:.1%}}}",
        "ratio: {{of: a, per: a + b, in: 2014, is: {n:.3f}}}",
    ),
    "share and per 1,000": (
        lambda x: x["a"] / (x["a"] + x["b"]),
        3,
        "share: {{of: a, whole: a + b, in: 2014, is: {n:.1%}}}",
        'share: {{of: a, whole: a + b, in: 2014, is: "{thousandths:.0f} per 1,000"}}',
    ),
    "change and difference": (
        lambda x: x["A"] - x["a"],
        1,
        'change: {{of: a, in: 2015, is: "{n:+.1f}"}}',
        'difference: {{of: "a[2015]", minus: "a[2014]", is: "{n:.1f}"}}',
    ),
    "difference and a formula": (
        lambda x: x["A"] - x["B"],
        1,
        'difference: {{of: a, minus: b, in: 2015, is: "{n:.1f}"}}',
        'assert: "a[2015] - b[2015] = {n:.1f}"',
    ),
    "sum and a formula": (
        lambda x: x["a"] + x["b"],
        1,
        'value: {{of: all, in: 2014, is: "{n:.1f}"}}\n  - id: again\n    sum: {{parts: [a, b], total: all, in: 2014}}',
        'assert: "a[2014] + b[2014] = {n:.1f}"',
    ),
    "mean and a formula": (
        lambda x: (x["a"] + x["b"]) / 2,
        1,
        'average: {{of: [a, b], in: 2014, is: "{n:.1f}"}}',
        'assert: "(a[2014] + b[2014]) / 2 = {n:.1f}"',
    ),
    "weighted mean and mean": (
        lambda x: (3 * x["a"] + x["b"]) / 4,
        1,
        'average: {{of: [a, b], weights: [75%, 25%], in: 2014, is: "{n:.1f}"}}',
        'average: {{of: [a, a, a, b], in: 2014, is: "{n:.1f}"}}',
    ),
    "contribution and a formula": (
        lambda x: (x["A"] - x["a"]) / x["b"],
        3,
        "contribution: {{of: a, whole: b, in: 2015, is: {n:.1%}}}",
        'assert: "(a[2015] - a[2014]) / b[2014] = {n:.1%}"',
    ),
    "share of the change and a formula": (
        lambda x: (x["A"] - x["a"]) / (x["B"] - x["b"] or 1),
        2,
        "share_of_change: {{of: a, whole: b, in: 2015, is: {n:.0%}}}",
        'assert: "(a[2015] - a[2014]) / (b[2015] - b[2014]) = {n:.0%}"',
    ),
    "direction and comparison": (
        lambda x: x["A"] - x["a"],
        1,
        "direction: {{of: a, in: 2015, is: {way}}}",
        'compare: {{of: "a[2015]", than: "a[2014]", is: {greater}}}',
    ),
    "extreme and a formula": (
        lambda x: x["A"] - x["a"],
        1,
        "extreme: {{of: a, in: 2015, is: {highest}}}",
        'assert: "a[2015] {at_least} a[2014]"',
    ),
}


def judged(levels: Levels, said: str) -> tuple[bool, set[str]]:
    """Return whether a claim clashes with the levels, and which of them it clashes with."""
    printed = LEVELS.format(**{name: f"{float(value):.1f}" for name, value in levels.items()})
    report = verify_bytes("claims.yaml", f"{printed}  - id: said\n    {said}\n".encode(), {})
    assert report.sheet, report.findings
    clashing = {name for conflict in report.conflicts for name in conflict.claims}
    return bool(report.conflicts), clashing - {"said", "again"}


LEVEL = st.integers(100, 400).map(lambda tenths: Fraction(tenths, 10))


@pytest.mark.parametrize("pair", ALIKE)
@settings(max_examples=8)
@given(levels=st.fixed_dictionaries(dict.fromkeys("aAbB", LEVEL)), off=st.integers(-8, 8))
def test_what_two_kinds_say_alike_is_judged_alike(pair: str, levels: Levels, off: int) -> None:
    truth, decimals, *ways = ALIKE[pair]
    number = float(round(truth(levels), decimals) + Fraction(off, 10**decimals))
    words = {
        "n": number,
        "size": abs(number),
        "more": 1 + number,
        "thousandths": 1000 * number,
        "way": "up" if number >= 0 else "down",
        "greater": "greater" if number >= 0 else "less",
        "highest": "highest" if number >= 0 else "lowest",
        "at_least": ">=" if number >= 0 else "<=",
    }
    one, other = (judged(levels, way.format(**words)) for way in ways)
    assert one == other
