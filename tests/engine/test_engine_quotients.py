"""What is recomputed beside formulas that divide by sums and differences, of which rates are told."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from claimcheck import verify_text
from claimcheck.verdicts import Verdict

F = Fraction


def results(claims):
    """Return the report on claims, each a level or a formula, and its results."""
    lines = ["claims:"]
    for name, text in claims.items():
        told = f'value: {{of: {name}, in: 2020, is: "{text}"}}' if "=" not in text else f'assert: "{text}"'
        lines += [f"  - id: {name}", f"    {told}"]
    report = verify_text("\n".join(lines) + "\n")
    return report, {result.claim: result for result in report.assessment.results}


def at(formula):
    """Return a formula of quantities of one letter with their period."""
    return "".join(f"{c}[2020]" if c.isalpha() else c for c in formula)


GAIN = {"l": "31,207", "b": "1,223", "f": at("r = b / (l - b)")}


@pytest.mark.parametrize(
    ("claim", "low", "high"),
    [
        ("r", F(1223, 31207 - 1223), F(1223, 31207 - 1223)),
        ("l", 1223 + F(1223) / F("0.0415"), 1223 + F(1223) / F("0.0405")),
        ("b", 31207 * F("0.0405") / F("1.0405"), 31207 * F("0.0415") / F("1.0415")),
    ],
)
def test_each_number_of_a_rate_of_what_was_there_before_is_recomputed_from_the_others(claim, low, high):
    _, found = results({**GAIN, "r": "4.1%"})
    assert found[claim].verdict in (Verdict.CONSISTENT, Verdict.CONFIRMED)
    recomputed = found[claim].recomputed
    assert recomputed.low <= low <= high <= recomputed.high
    assert recomputed.high - recomputed.low <= (high - low) * F(3, 2) + high / 500  # each is rounded to one


def test_a_rate_that_does_not_fit_is_told_with_what_it_would_have_to_be():
    report, found = results({**GAIN, "r": "1.4%"})
    assert found["r"].verdict is Verdict.CONTRADICTED
    assert found["r"].recomputed.contains(F(1223, 31207 - 1223))
    assert found["l"].recomputed.high < 100_000
    (conflict,) = report.conflicts
    assert conflict.steps


def test_a_growth_that_a_formula_makes_of_levels_is_recomputed():
    report = verify_text(
        """claims:
  - id: level
    value: {of: level, in: 2023, is: "31,207"}
  - id: more
    value: {of: more, in: 2023, is: "1,223"}
  - id: grew
    growth: {of: other, from: 2022, to: 2023, is: 4.1%}
  - id: same
    assert: "other[2023] / other[2022] - 1 = more[2023] / (level[2023] - more[2023])"
"""
    )
    found = {result.claim: result for result in report.assessment.results}
    assert found["grew"].recomputed.contains(F(1223, 31207 - 1223))
    assert found["level"].verdict is Verdict.CONSISTENT


FORMULAS = {
    "a / (b + c)": lambda v: v["a"] / (v["b"] + v["c"]),
    "a / (b - c)": lambda v: v["a"] / (v["b"] - v["c"]),
    "(a - b) / a": lambda v: (v["a"] - v["b"]) / v["a"],
    "(a + b) / (c + d)": lambda v: (v["a"] + v["b"]) / (v["c"] + v["d"]),
    "a / (b - a)": lambda v: v["a"] / (v["b"] - v["a"]),
}


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("seed", range(4))
def test_what_is_recomputed_holds_the_true_value(formula, seed):
    rng = random.Random(seed)  # noqa: S311
    hidden = {name: F(value) for name, value in zip("abcd", rng.sample(range(50, 99_999), 4), strict=True)}
    hidden["r"] = FORMULAS[formula](hidden)
    claims = {name: f"{int(hidden[name]):,}" for name in "abcd" if name in formula and rng.random() < 0.8}
    claims["r"] = f"{float(100 * hidden['r']):.1f}%"
    report, found = results({**claims, "f": at(f"r = {formula}")})
    assert not report.conflicts
    for name in claims:
        recomputed = found[name].recomputed
        assert recomputed is None or recomputed.contains(hidden[name])
    told = all(name in claims for name in "abcd" if name in formula)
    assert not told or abs(hidden["r"]) < F(1, 500) or found["r"].verdict is not Verdict.UNCHECKED
