"""`claimcheck verify`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.options import AllowOutside, Exact, Sheets, Width, printed
from claimcheck.cli.run import Request, run
from claimcheck.reports import NAMES


def verify(
    sheets: Sheets = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", "-d", metavar="FILE", help="Check against this text, not the one the sheet names."),
    ] = None,
    only: Annotated[
        str, typer.Option("-k", metavar="EXPR", help="Report claims whose id or kind matches: 'trade and not growth'.")
    ] = "",
    select: Annotated[
        list[str] | None, typer.Option(metavar="CODES", help="Keep only these findings (codes, prefixes, names).")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="CODES", help="Drop these findings.")] = None,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="|".join(NAMES), help="How to print.")] = "table",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file.", callback=printed),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="error|warning|note", help="The least severity that exits 1.")
    ] = "error",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 where it would be 1.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Print long lists whole.")] = False,
    color: Annotated[str, typer.Option(metavar="auto|always|never", help="Whether to color.")] = "auto",
    width: Width = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print findings alone.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Print notes, and the table even when all holds.")
    ] = False,
    allow_outside: AllowOutside = False,
    exact: Exact = False,
    also: Annotated[
        list[str] | None, typer.Option(metavar="FORMAT=FILE", help="Write one more report; may stand several times.")
    ] = None,
    baseline: Annotated[
        str | None, typer.Option(metavar="FILE", help="Fail only on findings that this file does not know.")
    ] = None,
    write_baseline: Annotated[
        str | None, typer.Option(metavar="FILE", help="Record all findings as known, for --baseline.")
    ] = None,
    if_any: Annotated[bool, typer.Option("--if-any", help="Exit 0 where there is no sheet.")] = False,
) -> None:
    """Recompute every claim, and report those that cannot all be true."""
    request = Request(
        tuple(sheets or ()),
        tuple(document or ()),
        only,
        tuple(select or ()),
        tuple(ignore or ()),
        format_,
        output,
        fail_on,
        exit_zero,
        all_,
        color,
        width,
        quiet,
        verbose,
        allow_outside,
        exact,
        tuple(also or ()),
        baseline,
        write_baseline,
        if_any,
    )
    raise typer.Exit(run(request))
