"""`claimcheck coverage`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import AllowOutside, Format
from claimcheck.cli.output import choice, readable, sheets_of, view_of, write

if TYPE_CHECKING:
    from claimcheck.reports import View
    from claimcheck.verdicts import Report


def coverage(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SHEET]... [DOC]...",
            help="Sheets, folders that hold some, documents; none: this folder.",
            show_default=False,
        ),
    ] = None,
    fail_under: Annotated[
        float | None, typer.Option(min=0, max=100, metavar="N", help="Exit 1 when less than N percent is covered.")
    ] = None,
    strength: Annotated[
        bool, typer.Option("--strength", help="Edit every bound number, and tell what share of edits is caught.")
    ] = False,
    budget: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="The most time that --strength takes.")
    ] = 20.0,
    format_: Format = "table",
    all_: Annotated[bool, typer.Option("--all", help="List years, dates, labels as well.")] = False,
    allow_outside: AllowOutside = False,
) -> None:
    """List which numbers of a text are claimed, exempted or neither."""
    choice(format_, ("table", "json"), "--format")
    reports, code = readable(_reports(paths or [], allow_outside=allow_outside))
    view = view_of(all_=all_, format_=format_)
    score = _strength(reports, budget, view) if strength else _coverage(reports, view)
    raise typer.Exit(code or int(fail_under is not None and not score >= fail_under))


def _reports(paths: list[str], *, allow_outside: bool) -> list[Report]:
    from claimcheck.app.about import parted, reports_about
    from claimcheck.app.verify import Options, verify

    sheets, documents = parted(paths)
    if documents and not sheets:
        options = Options(allow_outside=allow_outside)
        return [report for path in documents for report in reports_about(path, options)]
    options = Options(tuple(documents), allow_outside=allow_outside)
    return [verify(path, options) for path in sheets_of(sheets, documents)]


def _coverage(reports: list[Report], view: View) -> float:
    from claimcheck.app.coverage import cover_all
    from claimcheck.documents.covered import percent
    from claimcheck.reports.coverage_text import coverage_json, coverage_table
    from claimcheck.reports.machine import json_text

    numbers = cover_all(reports)
    if view.format == "json":
        write(json_text(coverage_json(numbers)), None, for_people=False)
    else:
        write(coverage_table(numbers, view), None)
    for report in reports:
        if report.sheet is None and report.documents:
            typer.echo(f"claimcheck: no sheet names {report.path}: `claimcheck extract` drafts one", err=True)
    return percent(numbers)


def _strength(reports: list[Report], budget: float, view: View) -> float:
    from time import monotonic

    from claimcheck.app.strength import strength
    from claimcheck.reports.machine import json_text
    from claimcheck.reports.strength_text import score, strength_json, strength_table

    deadline = monotonic() + budget
    numbers = [each for report in reports for each in strength(report, max(0.0, deadline - monotonic()))]
    if view.format == "json":
        write(json_text(strength_json(numbers)), None, for_people=False)
    else:
        write(strength_table(numbers, view), None)
    return score(numbers)
