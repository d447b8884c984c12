"""`claimcheck explain`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import AllowOutside, Sheets, Width
from claimcheck.cli.output import leave_unread, sheets_of, unknown_claim, view_of, write

if TYPE_CHECKING:
    from claimcheck.reports import View
    from claimcheck.verdicts import Report


def explain(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim.", show_default=False)],
    sheets: Sheets = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", "-d", metavar="FILE", help="Read this text, not the one the sheet names."),
    ] = None,
    all_conflicts: Annotated[
        bool,
        typer.Option("--all-conflicts", help="List every minimal contradiction around it (up to about 15 claims)."),
    ] = False,
    width: Width = None,
    allow_outside: AllowOutside = False,
) -> None:
    """Show how one claim follows, or fails to follow, from the others."""
    from claimcheck.app.verify import Options, verify

    view = view_of(width=width, all_=True, verbose=True)
    paths = sheets_of(sheets or (), document or ())
    options = Options(tuple(document or ()), allow_outside=allow_outside, exact=True)
    reports = [verify(path, options) for path in paths]
    found = [report for report in reports if claim in report.results]
    if not found:
        # The claim may well be in a sheet that could not be read.
        leave_unread(each for report in reports if report.sheet is None for each in report.findings)
        unknown_claim(claim, [name for report in reports for name in report.results])
    from claimcheck.app.infer import implied
    from claimcheck.reports.explanation import render_explanation

    texts = [
        render_explanation(report, own, view, implied(report, claim))
        for report in found
        if report.sheet and (own := report.sheet.claim(claim))
    ]
    if all_conflicts:
        texts += [_listed(report, claim, view) for report in found]
    write("\n".join(texts), None)
    leave_unread(each for report in found for each in report.findings)  # no quote of it was held against its text


def _listed(report: Report, claim: str, view: View) -> str:
    """Return every minimal contradiction among the claims that bear on one, a line each."""
    from claimcheck.app.compile import compile_sheet
    from claimcheck.engine import all_conflicts
    from claimcheck.reports.rows import fitted
    from claimcheck.reports.summary import counted

    if report.sheet is None:
        return ""
    conflicts, complete = all_conflicts(compile_sheet(report.sheet), claim)
    lines = [f"{counted(len(conflicts), 'minimal contradiction')} around {claim}:"]
    lines += [f"  {', '.join(conflict.claims)}" for conflict in conflicts]
    lines += [] if complete else ["  and more: the list was cut short"]
    return "".join(f"{part}\n" for line in lines for part in fitted(line, view, "    "))
