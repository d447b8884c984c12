"""The rules of a SARIF log, with help from the manuals: those of the rules, and those of the claim kinds."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING, Any

from claimcheck.kinds import NAMES, kind_class

if TYPE_CHECKING:
    from claimcheck.findings.rule import Rule


def rule_record(rule: Rule) -> dict[str, Any]:
    """Return a `reportingDescriptor`: what the rule says, why, and what to do, as text and as Markdown."""
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.what},
        "fullDescription": {"text": rule.why or rule.what},
        "help": {"text": _text(rule), "markdown": _markdown(rule)},
        "defaultConfiguration": {"level": rule.severity.label},
    }


def _text(rule: Rule) -> str:
    parts = [rule.what, rule.why, f"For example:\n{rule.example}" if rule.example else "", rule.instead]
    return "\n\n".join(part for part in parts if part)


def _markdown(rule: Rule) -> str:
    example = f"```yaml\n{rule.example}\n```" if rule.example else ""
    parts = [
        rule.what,
        rule.why,
        example,
        f"**What to do:** {rule.instead}" if rule.instead else "",
        _manual(rule.code),
    ]
    return "\n\n".join(part for part in parts if part)


def _manual(code: str) -> str:
    """Return the manual of the kind that owns a code, "" for the other rules."""
    cls = next((kind_class(name) for name in NAMES if kind_class(name).code == code), None)
    manual = cleandoc(cls.__doc__ or "") if cls else ""
    return manual.replace("```yaml holds", "It holds:\n\n```yaml").replace("```yaml fails", "It fails:\n\n```yaml")
