"""Findings: one diagnostic each, with a code, a place and facts; the rules behind them are in `rules`."""

from enum import IntEnum
from typing import NamedTuple


class Severity(IntEnum):
    """How much a finding weighs; `--fail-on` compares them."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The word for people: "error"."""
        return self.name.lower()


class Span(NamedTuple):
    """A place in a file: lines and columns count from 1, the end column is exclusive.

    `label` names it where lines say nothing to people: `page 3`, `Sheet1!B7`.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 0
    end_column: int = 0
    label: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def where(self) -> str:
        """The place as people find it: "brief.md:3:9", "report.docx: table 1 row 3"."""
        return f"{self.path}: {self.label}" if self.label else str(self)


class Related(NamedTuple):
    """Another place that bears on a finding, with a word on how."""

    span: Span
    message: str
    claim: str = ""


class Finding(NamedTuple):
    """One diagnostic: its rule, one primary place, related places, and a next step."""

    code: str
    name: str
    severity: Severity
    message: str
    primary: Span
    related: tuple[Related, ...] = ()
    help: str = ""
    claim: str = ""
    conflict: int | None = None

    @classmethod
    def of(
        cls,
        rule_name: str,
        message: str,
        primary: Span,
        related: tuple[Related, ...] = (),
        help_: str = "",
        claim: str = "",
    ) -> "Finding":
        """Return a finding of a rule, as severe as the rule says; the rules are imported when the first one is told."""
        from claimcheck.findings.rules import rule

        broken = rule(rule_name)
        return cls(broken.code, rule_name, broken.severity, message, primary, related, help_, claim)

    @property
    def is_unread(self) -> bool:
        """Whether it says that a sheet or its input could not be read, so that something was not checked."""
        return self.code.startswith("CC0") and self.severity is Severity.ERROR
