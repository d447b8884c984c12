"""The kind `assert`."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Kind, Known, Mode, Problem, Role, Stated, argument, beside, period
from claimcheck.kinds.expression import Comparison, FormulaError, linear, parse
from claimcheck.kinds.statement import Expression, Formula, Statement
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.terms import PLAIN_STYLE, Style

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Condition
    from claimcheck.quantity.period import Period

_ZERO = Fraction(0)
_BOUNDS = {
    "=": Interval(_ZERO, _ZERO),
    "<": Interval(None, _ZERO, high_open=True),
    "<=": Interval(None, _ZERO),
    ">": Interval(_ZERO, None, low_open=True),
    ">=": Interval(_ZERO, None),
}
# `a ~ b` between two formulas: within the width that "about" has.
_ABOUT = Interval(Fraction(19, 20), Fraction(21, 20))


class Assertion(Kind):
    """A formula over quantities, `name[period]`, with one of = ~ < <= > >= in it.

    A lone number after `=` is a written number, read with its rounding; after `~` it is read as "about". After an
    inequality it is exact. `a ~ b` between two formulas means within 5%. Formulas that are not linear in the quantities
    may stay undecided, and are reported so.

    ```yaml holds
    claims:
      - id: goods
        value:
          of: [exports, imports]
          in: 2015
          is: [14.14 trillion, 10.45 trillion]
      - id: surplus
        assert: "exports[2015] - imports[2015] > 3 trillion"
    ```

    ```yaml fails
    claims:
      - id: goods
        value:
          of: [exports, imports]
          in: 2015
          is: [14.14 trillion, 10.45 trillion]
      - id: cover
        assert: "exports[2015] / imports[2015] = 1.53"
    ```
    """

    name = "assert"
    code = "CC118"
    fault = "impossible-assertion"
    summary = "a formula over quantities"

    formula: str = argument("formula", Role.FORMULA, "the formula; `assert: ...` alone is short for it")
    in_: Period | None = period("the period of names without one")
    style: Style = beside(PLAIN_STYLE)
    instead: Stated | None = beside(None)  # in the place of the lone number: what it may have been meant to be

    def _parsed(self) -> Comparison:
        parsed = parse(self.formula, self.in_, self.style.locale)
        if self.instead:
            return parsed._replace(written=self.instead.written)
        if not parsed.written or _is_whole(parsed.left):
            return parsed
        return parsed._replace(written=parsed.written._replace(exact=False))

    def problems(self) -> Iterator[Problem]:
        """Yield what cannot be read in the formula."""
        try:
            self._parsed()
        except FormulaError as error:
            yield Problem("formula", f"{error.message}, at character {error.offset + 1} of the formula")

    def conditions(self, known: Known) -> tuple[Condition, ...]:
        """Return the formula as a ratio of linear forms in an interval, or as it stands."""
        parsed = self._parsed()
        if parsed.written:
            return (_within(parsed.left, self._lone(parsed, known.mode)),)
        if parsed.sign == "~" and _is_zero(parsed.right, known):  # within 5% of 0
            return (_within(Expression("-", (parsed.left, parsed.right)), _BOUNDS["="]),)
        if parsed.sign == "~":
            return (_within(Expression("/", (parsed.left, parsed.right)), _ABOUT),)
        return (_within(Expression("-", (parsed.left, parsed.right)), _BOUNDS[parsed.sign]),)

    def _lone(self, parsed: Comparison, mode: Mode) -> Interval:
        assert parsed.written  # noqa: S101  asked for only then
        about = parsed.sign == "~" and not parsed.written.hedge
        return Stated(parsed.written._replace(hedge="about") if about else parsed.written, self.style).level(mode)

    @property
    def stated(self) -> Stated | None:
        """The lone number, where there is one."""
        written = self._parsed().written
        return Stated(written, self.style) if written else None

    def with_number(self, number: Stated) -> Assertion:
        """Return the same formula with another lone number; itself where it has none."""
        return self.changed(instead=number) if self.stated else self

    def working(self) -> str:
        """Return the formula itself."""
        return self.formula


def _is_zero(expression: Expression, known: Known) -> bool:
    form = linear(expression)
    return form is not None and known.zero(form.above)


def _is_whole(expression: Expression) -> bool:
    """Whether a formula of whole numbers is one: 3*a - b, and not a / 7."""
    form = linear(expression)
    if form is None or form.below.terms or not form.below.constant:
        return False
    coefficients = [form.above.constant, *(c for _, c in form.above.terms)]
    return all((Fraction(c) / form.below.constant).denominator == 1 for c in coefficients)


def _within(expression: Expression, bounds: Interval) -> Condition:
    form = linear(expression)
    if form is None or not (form.below.terms or form.below.constant):
        return Formula(expression, bounds)
    if form.below.terms:
        return Statement(form.above, form.below, bounds)
    scale = 1 / Fraction(form.below.constant)
    above = form.above._replace(
        terms=tuple((q, c * scale) for q, c in form.above.terms), constant=form.above.constant * scale
    )
    return Statement(above, None, bounds)
