"""Formulas over `name[period]`: a small parser, and the ratios of linear forms that most of them are."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.kinds.statement import Expression, Linear, Quantity, total
from claimcheck.quantity.period import PeriodError, parse_period
from claimcheck.quantity.written import NumberError, Written, read

if TYPE_CHECKING:
    from claimcheck.quantity.period import Period

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<name>[^\W\d]\w*)(?:\[(?P<period>[^\]]*)\])?
    | (?P<number>(?:[$€£¥]\s?)?(?:\d(?:[\d,.]*\d)?|\.\d+)(?:\s*(?:[%$€£¥°]|[^\W\d_]+(?:\.(?=\s)|(?<=m)[23]\b)?))*)
    | (?P<sign><=|>=|[-+*/^()=~<>−×·])
    )""",
    re.VERBOSE,
)
_DEPTH = 60
_TALL = 64
_LONG = 2_000


class FormulaError(ValueError):
    """A formula that cannot be read: what was expected, and the offset where."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset


class Comparison(NamedTuple):
    """Two formulas and the sign between them; `written` is a lone number to the right."""

    left: Expression
    sign: str
    right: Expression
    written: Written | None


class Form(NamedTuple):
    """A ratio of two linear forms."""

    above: Linear
    below: Linear


class _Token(NamedTuple):
    kind: str
    text: str
    offset: int
    period: str | None = None


@lru_cache(maxsize=1024)  # a claim is asked for its formula again and again
def parse(text: str, period: Period | None, locale: str = "en") -> Comparison:
    """Read `text` as one comparison; names without a period are at `period`. Raises `FormulaError`."""
    if len(text) > _LONG:
        raise FormulaError(f"a formula is at most {_LONG:,} characters", 0)
    return _Parser(text, period, locale).comparison()


def linear(expression: Expression) -> Form | None:
    """Return `expression` as a ratio of linear forms, or `None` where it is not one."""
    op = expression.op
    one = Linear((), 1)
    if op == "number":
        return Form(Linear((), expression.number or 0), one)
    if op == "quantity" and expression.quantity:
        return Form(Linear(((expression.quantity, 1),)), one)
    parts = [linear(child) for child in expression.children]
    left, right = parts[0], parts[-1]
    if left is None or right is None:
        return None
    if op == "neg":
        return Form(_scale(left.above, -1), left.below)
    if op in "+-":
        return _add(left, right, 1 if op == "+" else -1)
    if op == "*":
        return _times(left, right)
    if op == "/":
        return _times(left, Form(right.below, right.above))
    return _raise(left, right)


def _scale(form: Linear, by: Fraction | int) -> Linear:
    return total([(q, c * by) for q, c in form.terms], form.constant * by)


def _sum(a: Linear, b: Linear) -> Linear:
    return total([*a.terms, *b.terms], a.constant + b.constant)


def _add(a: Form, b: Form, sign: int) -> Form | None:
    if a.below == b.below:
        return Form(_sum(a.above, _scale(b.above, sign)), a.below)
    if not a.below.terms and not b.below.terms:
        above = _sum(_scale(a.above, b.below.constant), _scale(b.above, sign * a.below.constant))
        return Form(above, _scale(a.below, b.below.constant))
    if not b.above.terms and not b.below.terms:
        return Form(
            _sum(_scale(a.above, b.below.constant), _scale(a.below, sign * b.above.constant)),
            _scale(a.below, b.below.constant),
        )
    if not a.above.terms and not a.below.terms:
        turned = _add(b, a, sign)
        return Form(_scale(turned.above, sign), turned.below) if turned else None
    return None


def _times(a: Form, b: Form) -> Form | None:
    if a.above == b.below and a.above.terms:
        return Form(b.above, a.below)
    if a.below == b.above and a.below.terms:
        return Form(a.above, b.below)
    above, below = _product(a.above, b.above), _product(a.below, b.below)
    return Form(above, below) if above is not None and below is not None else None


def _product(a: Linear, b: Linear) -> Linear | None:
    if not b.terms:
        return _scale(a, b.constant)
    return None if a.terms else _scale(b, a.constant)


def _raise(base: Form, exponent: Form) -> Form | None:
    if exponent.above.terms or exponent.below.terms or not exponent.below.constant:
        return None
    power = Fraction(exponent.above.constant) / exponent.below.constant
    if power == 1:
        return base
    if base.above.terms or base.below.terms or power.denominator != 1 or not base.below.constant:
        return None
    value = Fraction(base.above.constant) / base.below.constant
    if abs(power) > _TALL or (not value and power < 0):
        return None
    return Form(Linear((), value**power.numerator), Linear((), 1))


class _Parser:
    """Recursive descent: comparison, sums, products, powers, atoms."""

    def __init__(self, text: str, period: Period | None, locale: str) -> None:
        self.text, self.period, self.locale = text, period, locale
        self.tokens = self._split()
        self.at = 0
        self.depth = 0

    def _split(self) -> list[_Token]:
        tokens, offset, end = [], 0, len(self.text.rstrip())
        while offset < end:
            found = _TOKEN.match(self.text, offset)
            if not found:
                start = offset + len(self.text[offset:]) - len(self.text[offset:].lstrip())
                sign = self.text[start]
                message = "the ] behind a period is missing" if sign == "[" else f"{sign!r} has no place in a formula"
                raise FormulaError(message, start)
            kind = "name" if found["name"] else "number" if found["number"] else "sign"
            tokens.append(_Token(kind, found[kind], found.start(kind), found["period"]))
            offset = found.end()
        return tokens

    def comparison(self) -> Comparison:
        left = self.sum()
        sign = self.peek()
        if sign.text not in ("=", "~", "<", "<=", ">", ">="):
            self.fail("one of = ~ < <= > >=", sign)
        self.at += 1
        rest = self.at
        right = self.sum()
        if self.peek().kind:
            self.fail("the end of the formula", self.peek())
        lone = sign.text in "=~" and all(t.kind == "number" or t.text in "-−" for t in self.tokens[rest:])
        return Comparison(
            left,
            sign.text,
            right,
            self.number(self.text[self.tokens[rest].offset :], self.tokens[rest]) if lone else None,
        )

    def sum(self) -> Expression:
        left = self.product()
        while self.peek().text in ("+", "-", "−"):
            op = self.take().text.replace("−", "-")
            left = Expression(op, (left, self.product()))
        return left

    def product(self) -> Expression:
        left = self.signed()
        while self.peek().text in ("*", "/", "×", "·"):
            op = "/" if self.take().text == "/" else "*"
            token = self.peek()
            right = self.signed()
            if op == "/" and (form := linear(right)) is not None and form.above == Linear(()):
                raise FormulaError("a division by 0", token.offset)
            left = Expression(op, (left, right))
        return left

    def signed(self) -> Expression:
        if self.peek().text in ("-", "−"):
            self.take()
            return Expression("neg", (self.nested(self.signed),))
        base = self.atom()
        if self.peek().text == "^":
            self.take()
            return Expression("^", (base, self.nested(self.signed)))
        return base

    def atom(self) -> Expression:
        token = self.peek()
        if token.kind == "name":
            self.take()
            if self.peek().text == "(":
                raise FormulaError(
                    f"{token.text!r} is no function: formulas take + - * / ^ and parentheses", token.offset
                )
            return Expression("quantity", quantity=Quantity(token.text, self.when(token)))
        if token.kind == "number":
            self.take()
            return Expression("number", number=self.number(token.text, token).value)
        if token.text == "(":
            self.take()
            inside = self.nested(self.sum)
            if self.peek().text != ")":
                self.fail("a closing parenthesis", self.peek())
            self.take()
            return inside
        return self.fail("a quantity, a number or a parenthesis", token)

    def nested(self, rule: object) -> Expression:
        self.depth += 1
        if self.depth > _DEPTH:
            raise FormulaError(f"a formula nests at most {_DEPTH} deep", self.peek().offset)
        inside = rule() if callable(rule) else None
        self.depth -= 1
        assert isinstance(inside, Expression)  # noqa: S101  every rule returns one
        return inside

    def when(self, token: _Token) -> str:
        if token.period is None:
            return self.period.text if self.period else ""
        try:
            return parse_period(token.period.strip()).text
        except PeriodError as error:
            raise FormulaError(str(error), token.offset + len(token.text) + 1) from None

    def number(self, text: str, token: _Token) -> Written:
        try:
            return read(text.strip(), self.locale)
        except NumberError as error:
            raise FormulaError(str(error), token.offset) from None

    def peek(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else _Token("", "", len(self.text))

    def take(self) -> _Token:
        self.at += 1
        return self.tokens[self.at - 1]

    def fail(self, expected: str, token: _Token) -> Expression:
        found = f"found {token.text!r}" if token.kind else "the formula ends"
        raise FormulaError(f"expected {expected}, {found}", token.offset)
