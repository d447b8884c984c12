"""`claimcheck drift`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.options import AllowOutside, Format, Sheets
from claimcheck.cli.output import choice, fail, readable, save, sheets_of, view_of, write

if TYPE_CHECKING:
    from claimcheck.documents.moved import Moved
    from claimcheck.verdicts import Report


def drift(
    sheets: Sheets = None,
    document: Annotated[
        list[str] | None,
        typer.Option("--document", "-d", metavar="FILE", help="Compare with this text, not the one the sheet names."),
    ] = None,
    update: Annotated[
        bool,
        typer.Option("--update", help="Rewrite quotes that were moved or reworded; never one whose number changed."),
    ] = False,
    format_: Format = "table",
    allow_outside: AllowOutside = False,
) -> None:
    """Show quotes that the document no longer holds, side by side."""
    from claimcheck.app.drift import drifted
    from claimcheck.app.verify import Options, verify
    from claimcheck.reports.drift_text import drift_json, drift_table
    from claimcheck.reports.machine import json_text
    from claimcheck.reports.summary import counted

    choice(format_, ("table", "json"), "--format")
    options = Options(tuple(document or ()), allow_outside=allow_outside)
    paths = {os.path.realpath(path): path for path in reversed(sheets_of(sheets or (), document or ()))}
    reports, code = readable([verify(path, options) for path in reversed(paths.values())])
    for report in reports:
        left_out = sum(finding.name in ("unit-mismatch", "number-differs") for finding in report.findings)
        if left_out:
            told = f"{report.path}: {counted(left_out, 'claim')} left out"
            sys.stderr.write(f"claimcheck: {told}, whose number cannot be read; `claimcheck verify` says why\n")
    found: list[Moved] = []
    for report in reports:
        moved = drifted(report, hints=not document)
        found += _update(report, moved, hints=not document, write=update)
    if format_ == "json":
        write(json_text(drift_json(found)), None, for_people=False)
    else:
        view = view_of()
        write(drift_table(found, view), None)
    raise typer.Exit(code or int(any(each.outcome != "rewritten" for each in found)))


def _update(report: Report, moved: list[Moved], *, hints: bool, write: bool) -> list[Moved]:
    """Write the sheet anew where its words can follow, and say what became of each quote, or would."""
    from claimcheck.app.drift import updated

    try:
        with open(report.path, encoding="utf-8", newline="") as file:
            before = file.read()
        after, told = updated(report.path, before, moved, report.documents, hints=hints)
        if not write:
            return [each._replace(outcome="", follows=each.outcome == "rewritten") for each in told]
        if after != before:
            save(after, report.path)
    except OSError as error:
        fail(f"{report.path}: {error.strerror}")
    return told
