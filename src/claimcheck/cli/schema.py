"""`claimcheck schema`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.output import write


def schema(
    report: Annotated[bool, typer.Option("--report", help="The schema of `verify --format json` instead.")] = False,
) -> None:
    """Print the JSON Schema of claims sheets, for editors."""
    from claimcheck.reports.machine import json_text

    if report:
        from claimcheck.reports.report_schema import report_schema as wanted
    else:
        from claimcheck.sheet.schema import sheet_schema as wanted
    write(json_text(wanted()), None, for_people=False)
