"""`claimcheck rule`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.output import fail, view_of, write


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]", help="A code, CC201, or a name, contradiction; none: list all.", show_default=False
        ),
    ] = None,
) -> None:
    """Say what a rule reports, why, and what to do."""
    from claimcheck.app.manual import rule_page
    from claimcheck.reports.rows import columns_text, prose
    from claimcheck.sheet.rules import all_rules, known_rule, rule_names

    view = view_of()
    if code is None:
        rows = [(each.code, each.severity.label, each.name, each.what) for each in all_rules()]
        write("\n".join(columns_text(("code", "severity", "name", "what it reports"), rows, view)) + "\n", None)
        return
    known = known_rule(code)
    if not known:
        from claimcheck.findings.near import did_you_mean

        fail(f"no rule is called {code!r}", did_you_mean(code, rule_names()) or "`claimcheck rule` lists them")
    write(prose(rule_page(next(each for each in all_rules() if each.code == known)), view), None)
