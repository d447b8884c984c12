"""Formulas: their numbers as texts print them, and the ratios of linear forms that most of them are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.app.verify import verify_bytes
from claimcheck.kinds.expression import FormulaError, linear, parse
from claimcheck.kinds.statement import Expression, Linear, Quantity

NUMBERS = {
    ("en", "price * sales = £1.23 billion"): 1_230_000_000,
    ("en", "price * sales ~ $ 1,230 million"): 1_230_000_000,
    ("de", "preis * menge = 1,23 Mrd. €"): 1_230_000_000,
    ("de", "preis * menge = 1.234,5 Mio. Euro"): 1_234_500_000,
    ("en", "warm - cold = 3 °C"): 3,
    ("en", "rain * area = 338 m3"): 338,
    ("en", "plots * size = 1.5 km2"): Fraction(3, 2),
}


@pytest.mark.parametrize(("locale", "formula"), NUMBERS)
def test_the_number_of_a_formula_is_written_as_a_text_prints_it(locale: str, formula: str) -> None:
    written = parse(formula, None, locale).written
    assert written
    assert written.value == NUMBERS[locale, formula]


# Formulas that are linear in their quantities once multiplied by what is below the line.
RATIOS = (
    "3*a - b/4", "-(a + b)/7", "(a + b)/(a - c)", "a/b - 1", "1 - a/b", "100 * (a/b - 1)", "2 + a/b/3", "a/2 + b/3 + 1",
    "a/b + c/b", "a/b*b", "b*(a/b)", "a/b * b/c", "(a/c)/(b/c)", "2^3 * a", "a * 4^-1", "a * (2/3)^2", "(a + b)^1",
    "(a/b)^(3/3)",
)  # fmt: skip
# Those that are not.
OTHERS = ("a*b", "a/b + b/a", "a/b * c", "a^2", "2^a", "2^(1/(b + 1))", "2^(1/2)", "2^100", "a/b + c", "(a/b)/c")


@pytest.mark.parametrize("formula", [*RATIOS, *OTHERS])
def test_a_formula_is_taken_as_a_ratio_of_linear_forms_where_it_is_one(formula: str) -> None:
    assert (linear(parse(f"{formula} > 0", None).left) is not None) is (formula in RATIOS)


LEAVES = st.sampled_from("abc").map(lambda name: Expression("quantity", quantity=Quantity(name))) | st.sampled_from(
    [-2, -1, 0, 1, 2, 3, Fraction(1, 2)]
).map(lambda value: Expression("number", number=Fraction(value)))
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(lambda op, *children: Expression(op, children), st.sampled_from("+-*/^"), inner, inner)
        | st.builds(lambda child: Expression("neg", (child,)), inner)
    ),
    max_leaves=6,
)
VALUES = st.fixed_dictionaries(dict.fromkeys("abc", st.integers(-4, 4).map(Fraction)))


def value(of: Expression | Linear, values: dict[str, Fraction]) -> Fraction:
    """Return what a formula comes to; ArithmeticError where it comes to nothing rational."""
    if isinstance(of, Linear):
        return sum((c * values[q.name] for q, c in of.terms), Fraction(of.constant))
    if of.op == "quantity":
        return values[of.quantity.name]
    if of.op == "number":
        return of.number
    left, right = (value(child, values) for child in (of.children * 2)[:2])
    if of.op == "^" and right.denominator != 1:
        raise ArithmeticError
    both = {"+": left + right, "-": left - right, "*": left * right, "neg": -left}
    if of.op in both:
        return both[of.op]
    return left / right if of.op == "/" else left**right.numerator


@settings(max_examples=300)
@given(TREES, VALUES)
def test_the_ratio_of_a_formula_is_what_the_formula_comes_to(tree: Expression, values: dict[str, Fraction]) -> None:
    form = linear(tree)
    try:
        true = value(tree, values)
    except ArithmeticError:
        return
    if form is not None:
        assert value(form.above, values) == true * value(form.below, values)
        assert value(form.below, values) != 0


FORMULAS = {  # of 20 firms, 21 shops, 0 banks, a mean of 20.4 and an index of 104.0: whether it may be true
    "mean + shops = 41 firms": False,  # a count is one by one
    "2 * mean = 41 firms": False,
    "(mean + shops) / 2 = 21 firms": True,  # and rounded where it is divided
    "mean / 2 + shops / 2 = 21 firms": True,
    "mean * shops = 428 firms": True,
    "mean / shops * 23 = 22 firms": True,
    "(firms + 1) / 2 = 10.5": True,
    "(firms + 1) / 2 = 12.0": False,
    "firms > banks": True,
    "firms - 20 ~ banks / firms": True,
    "firms - shops ~ banks / firms": False,
    "firms * shops ~ banks": False,
    "firms ~ banks * firms": False,
    "firms + shops = 41 firms": True,
    "firms + shops = 42 firms": False,
    "3 * firms - shops = 39 firms": True,
    "3 * firms - shops = 40 firms": True,
    "(firms + shops) / 2 = 21 firms": True,
    "(firms + shops) / 2 = 22 firms": False,
    "firms / shops * 100 = 95 firms": True,
    "firms / shops * 100 = 96 firms": False,
    "firms * shops = 420": True,
    "firms ~ shops": True,
    "2 * firms ~ shops": False,
    "index ~ 5 * firms": True,
    "index ~ 5 * shops": True,
    "banks ~ firms": False,
    "firms ~ banks": False,
    "banks ~ 3 * banks": True,
    "firms - 20 ~ banks": True,
    "firms - shops ~ banks": False,
    "firms / shops ~ 0.9": False,
    "firms / shops ~ 1": True,
    "index ~ 99.1": True,
    "index ~ 104.1 or more": False,
    "index = 104.0 or more": True,
    "index ~ 98": False,
    "index = 100": True,
    "index > 104.1": False,
    "index >= 104.0": True,
}
LEVELS = """\
claims:
  - {id: firms, value: {of: firms, is: exactly 20}}
  - {id: shops, value: {of: shops, is: exactly 21}}
  - {id: banks, value: {of: banks, is: exactly 0}}
  - {id: mean, value: {of: mean, is: exactly 20.4}}
  - {id: index, value: {of: index, is: exactly 104.0}}
"""


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_holds_or_clashes_with_the_levels(formula: str) -> None:
    report = verify_bytes("claims.yaml", f'{LEVELS}  - {{id: said, assert: "{formula}"}}\n'.encode(), {})
    assert report.sheet, report.findings
    assert any(not conflict.narrow for conflict in report.conflicts) is not FORMULAS[formula]


def test_a_formula_of_too_many_characters_is_refused() -> None:
    with pytest.raises(FormulaError, match="at most 2,000 characters"):
        parse("a > " + "1" * 2000, None)
    parse("a > " + "b + " * 498 + "cdef", None)
