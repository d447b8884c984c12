"""Numbers in formulas, as texts print them."""

from __future__ import annotations

import pytest

from claimcheck.kinds.expression import parse

NUMBERS = {
    ("en", "price * sales = £1.23 billion"): 1_230_000_000,
    ("en", "price * sales ~ $ 1,230 million"): 1_230_000_000,
    ("de", "preis * menge = 1,23 Mrd. €"): 1_230_000_000,
    ("de", "preis * menge = 1.234,5 Mio. Euro"): 1_234_500_000,
    ("en", "warm - cold = 3 °C"): 3,
}


@pytest.mark.parametrize(("locale", "formula"), NUMBERS)
def test_the_number_of_a_formula_is_written_as_a_text_prints_it(locale: str, formula: str) -> None:
    written = parse(formula, None, locale).written
    assert written
    assert written.value == NUMBERS[locale, formula]
