"""The expressions of `-k`: words that a claim's id or kind holds, with `and`, `or`, `not` and parentheses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.sheet.model import Claim
    from claimcheck.verdicts import Report

_TOKEN = re.compile(r"\s*([()]|[^\s()]+)")
_DEEPEST = 50


class ExpressionError(ValueError):
    """An expression that cannot be read."""


def narrowed(report: Report, expression: str) -> Report:
    """Return the report with only the claims that match, and the findings that speak of one of them."""
    test = parse(expression)
    if report.sheet is None or report.assessment is None:
        return report
    kept = {claim.id for claim in report.sheet.claims if not claim.structure and matches(test, claim)}
    claims = tuple(claim for claim in report.sheet.claims if claim.structure or claim.id in kept)
    findings = tuple(
        each
        for each in report.findings
        if (not each.claim and each.conflict is None)
        or each.claim in kept
        or (each.conflict is not None and kept.intersection(report.conflicts[each.conflict].claims))
    )
    return report._replace(
        hidden=frozenset(c.id for c in report.sheet.claims) - {c.id for c in claims}, findings=findings
    )


def matches(test: Callable[[str], bool], claim: Claim) -> bool:
    """Whether a claim's id or kind passes."""
    return test(f"{claim.id} {claim.kind.name}".lower())


def parse(expression: str) -> Callable[[str], bool]:
    """Return what `expression` asks of a text; raises ExpressionError."""
    tokens = _TOKEN.findall(expression)
    test, rest = _either(tokens, 0)
    if rest:
        raise ExpressionError(f"{rest[0]!r} is not expected in {expression!r}")
    return test


def _either(tokens: list[str], depth: int) -> tuple[Callable[[str], bool], list[str]]:
    left, tokens = _both(tokens, depth)
    while tokens and tokens[0] == "or":
        right, tokens = _both(tokens[1:], depth)
        left = _any(left, right)
    return left, tokens


def _both(tokens: list[str], depth: int) -> tuple[Callable[[str], bool], list[str]]:
    left, tokens = _one(tokens, depth)
    while tokens and tokens[0] == "and":
        right, tokens = _one(tokens[1:], depth)
        left = _all(left, right)
    return left, tokens


def _one(tokens: list[str], depth: int) -> tuple[Callable[[str], bool], list[str]]:
    if not tokens or tokens[0] in ("and", "or", ")"):
        raise ExpressionError("a word is expected" + (f" before {tokens[0]!r}" if tokens else " at the end"))
    if depth > _DEEPEST:
        raise ExpressionError("nested too deep")
    if tokens[0] == "not":
        test, rest = _one(tokens[1:], depth + 1)
        return (lambda text: not test(text)), rest
    if tokens[0] == "(":
        test, rest = _either(tokens[1:], depth + 1)
        if not rest or rest[0] != ")":
            raise ExpressionError("a parenthesis is not closed")
        return test, rest[1:]
    word = tokens[0].lower()
    return (lambda text: word in text), tokens[1:]


def _any(a: Callable[[str], bool], b: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: a(text) or b(text)


def _all(a: Callable[[str], bool], b: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda text: a(text) and b(text)
