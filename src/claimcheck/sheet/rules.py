"""All rules by code and by name: those of `findings`, and one for each claim kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.findings import Severity
from claimcheck.findings.rule import Rule
from claimcheck.findings.rules import RULES
from claimcheck.kinds import NAMES, kind_class

if TYPE_CHECKING:
    from collections.abc import Iterable


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the codes."""
    return tuple(sorted((*RULES, *(_kind_rule(name) for name in NAMES)), key=lambda rule: rule.code))


def known_rule(text: str) -> str:
    """Return the code of the rule that `text` names by code or by name; "" where there is none."""
    wanted = text.strip().lower()
    return next((rule.code for rule in all_rules() if wanted in (rule.code.lower(), rule.name)), "")


def rule_names() -> list[str]:
    """Return every code and every name."""
    return [text for rule in all_rules() for text in (rule.code, rule.name)]


def unknown_code(codes: Iterable[str]) -> str | None:
    """Return the first that is no rule's name or code, nor the beginning of one; `None` where all are."""
    known = rule_names()
    for code in codes:
        if code not in known and not (code.startswith("CC") and any(each.startswith(code) for each in known)):
            return code
    return None


def _kind_rule(name: str) -> Rule:
    cls = kind_class(name)
    return Rule(
        cls.code,
        cls.fault,
        Severity.ERROR,
        f"A claim of the kind `{name}` fails by itself: its own parts, or its own quotes, cannot all be true.",
        f"The kind asserts {cls.summary}. No other claim is needed to see that this one cannot hold.",
        "",
        "Correct its number, or its arguments.",
    )
