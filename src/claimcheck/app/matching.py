"""The expressions of `-k`: words that a claim's id or kind holds, with `and`, `or`, `not` and parentheses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.sheet.model import Claim
    from claimcheck.verdicts import Report

    Test = Callable[[str], bool]

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


def matches(test: Test, claim: Claim) -> bool:
    """Whether a claim's id or kind passes."""
    return test(f"{claim.id} {claim.kind.name}".lower())


def parse(expression: str) -> Test:
    """Return what `expression` asks of a text; raises ExpressionError."""
    tokens = _TOKEN.findall(expression)[::-1]  # the next one is the last
    test = _either(tokens, 0)
    if tokens:
        raise ExpressionError(f"{tokens[-1]!r} is not expected in {expression!r}")
    return test


def _either(tokens: list[str], depth: int) -> Test:
    tests = [_both(tokens, depth)]
    while _taken(tokens, "or"):
        tests.append(_both(tokens, depth))
    return lambda text: any(test(text) for test in tests)


def _both(tokens: list[str], depth: int) -> Test:
    tests = [_one(tokens, depth)]
    while _taken(tokens, "and"):
        tests.append(_one(tokens, depth))
    return lambda text: all(test(text) for test in tests)


def _one(tokens: list[str], depth: int) -> Test:
    if not tokens or tokens[-1] in ("and", "or", ")"):
        raise ExpressionError("a word is expected" + (f" before {tokens[-1]!r}" if tokens else " at the end"))
    if depth > _DEEPEST:
        raise ExpressionError("nested too deep")
    if _taken(tokens, "not"):
        test = _one(tokens, depth + 1)
        return lambda text: not test(text)
    if _taken(tokens, "("):
        test = _either(tokens, depth + 1)
        if not _taken(tokens, ")"):
            raise ExpressionError("a parenthesis is not closed")
        return test
    word = tokens.pop().lower()
    return lambda text: word in text


def _taken(tokens: list[str], token: str) -> bool:
    """Whether `token` is the next one, which is taken then."""
    return bool(tokens) and tokens[-1] == token and bool(tokens.pop())
