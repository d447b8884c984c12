"""`claimcheck rule`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.output import fail, write


def rule(
    code: Annotated[
        str | None, typer.Argument(help="A code, CC201, or a name, contradiction; none: list all.", show_default=False)
    ] = None,
) -> None:
    """Say what a rule reports, why, and what to do."""
    from claimcheck.app.manual import rule_page, rule_table
    from claimcheck.sheet.rules import all_rules, known_rule, rule_names

    if code is None:
        write(rule_table(), None)
        return
    known = known_rule(code)
    if not known:
        from claimcheck.findings.near import did_you_mean

        fail(f"no rule is called {code!r}", did_you_mean(code, rule_names()))
    write(rule_page(next(each for each in all_rules() if each.code == known)), None)
