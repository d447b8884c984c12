"""What a rule is: one entry of a table, with its page in the manual."""

from typing import NamedTuple

from claimcheck.findings import Severity


class Rule(NamedTuple):
    """One rule: what it reports, why that matters, an example, and what to do."""

    code: str
    name: str
    severity: Severity
    what: str
    why: str
    example: str = ""
    instead: str = ""
