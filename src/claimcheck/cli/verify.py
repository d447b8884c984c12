"""`claimcheck verify`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.output import choice, fail, sheets_of, view_of, write
from claimcheck.reports import NAMES, render

if TYPE_CHECKING:
    from claimcheck.verdicts import Report


def verify(
    sheets: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SHEET]...", help="Sheets; none: those at or below this folder.", show_default=False),
    ] = None,
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
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write the report to a file.")
    ] = None,
    fail_on: Annotated[
        str, typer.Option(metavar="error|warning|note", help="The least severity that exits 1.")
    ] = "error",
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit 0 where it would be 1.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Print long lists whole.")] = False,
    color: Annotated[str, typer.Option(metavar="auto|always|never", help="Whether to color.")] = "auto",
    width: Annotated[int | None, typer.Option(min=20, metavar="N", help="Columns of the terminal.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print findings alone.")] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Print notes, and the table even when all holds.")
    ] = False,
    allow_outside: Annotated[
        bool, typer.Option("--allow-outside", help="Read documents outside the sheet's repository.")
    ] = False,
    exact: Annotated[bool, typer.Option("--exact", help="Tight ranges, however large the sheet.")] = False,
) -> None:
    """Recompute every claim, and report those that cannot all be true."""
    from claimcheck.app.verify import Options
    from claimcheck.app.verify import verify as run

    choice(format_, NAMES, "--format")
    view = view_of(
        fail_on, width, color, to_file=output is not None, all_=all_, verbose=verbose, quiet=quiet, format_=format_
    )
    options = Options(
        tuple(document or ()), _codes(select, "--select"), _codes(ignore, "--ignore"), allow_outside, exact
    )
    paths = sheets_of(sheets, document)
    reports = [run(path, options) for path in paths]
    code = max(report.exit_code(view.fail_on) for report in reports)
    if only:
        reports = [_narrowed(report, only) for report in reports]
    write(render(reports, view), output)
    if code == 1 and exit_zero:
        code = 0
    raise typer.Exit(code)


def _codes(given: list[str] | None, option: str) -> tuple[str, ...]:
    """Return the codes of an option; each is a code, the beginning of one, or a rule's name."""
    if not given:
        return ()
    from claimcheck.findings.near import did_you_mean
    from claimcheck.sheet.rules import rule_names

    known = rule_names()
    codes = [code.strip() for text in given for code in text.split(",") if code.strip()]
    for code in codes:
        if code not in known and not (code.startswith("CC") and any(name.startswith(code) for name in known)):
            fail(f"{option}: no rule is called {code!r}", did_you_mean(code, known))
    return tuple(codes)


def _narrowed(report: Report, expression: str) -> Report:
    from claimcheck.app.matching import ExpressionError, narrowed

    try:
        return narrowed(report, expression)
    except ExpressionError as error:
        return fail(f"-k: {error}")
