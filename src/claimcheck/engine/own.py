"""What a claim prints beside its number and that makes it: the counts of "23/42 (55%)" make the percentage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.signs import value
from claimcheck.kinds.statement import Statement
from claimcheck.quantity.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from fractions import Fraction

    from claimcheck.kinds.statement import Condition, Linear, Quantity


def own_value(reading: Sequence[Condition]) -> Interval | None:
    """Return the one value that a reading's other conditions leave for its number; `None` where they leave several.

    Only exact numbers of single forms are used: 23 and 42 make 23/42. The same number printed again makes nothing.
    """
    first = reading[0]
    if not isinstance(first, Statement):
        return None
    forms: dict[Linear, Fraction] = {}
    for each in reading[1:]:
        if isinstance(each, Statement) and each.denominator is None and each[:2] != first[:2]:
            low, high, *_ = each.interval
            if low is not None and low == high:
                forms[each.numerator] = low
    quantities = {f.terms[0][0]: v / f.terms[0][1] for f, v in forms.items() if len(f.terms) == 1 and not f.constant}
    above = _made(first.numerator, forms, quantities)
    below = 1 if first.denominator is None else _made(first.denominator, forms, quantities)
    return Interval.point(above / below) if forms and above is not None and below else None


def _made(form: Linear, forms: Mapping[Linear, Fraction], quantities: Mapping[Quantity, Fraction]) -> Fraction | None:
    if form in forms:
        return forms[form]
    return value(form, quantities) if all(q in quantities for q, _ in form.terms) else None
