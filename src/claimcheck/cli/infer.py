"""`claimcheck infer`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.output import choice, fail, read_sheet, sheets_of, view_of, write


def infer(
    sheets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SHEET]...", help="Sheets, or folders that hold some; none: this folder.", show_default=False
        ),
    ] = None,
    quantity: Annotated[
        list[str] | None,
        typer.Option(
            "--quantity",
            "-Q",
            metavar="NAME[PERIOD]",
            help="Only these, with all they rest on; printed ones, too.",
            show_default=False,
        ),
    ] = None,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="table|json", help="How to print.")] = "table",
    width: Annotated[int | None, typer.Option(min=20, metavar="N", help="Columns of the terminal.")] = None,
    allow_outside: Annotated[
        bool, typer.Option("--allow-outside", help="Read documents outside the sheet's repository.")
    ] = False,
    exact: Annotated[bool, typer.Option("--exact", help="Tight ranges, however large the sheet.")] = False,
) -> None:
    """Show what the claims imply for quantities that nobody printed."""
    from claimcheck.app.infer import infer as run
    from claimcheck.app.infer import unknown
    from claimcheck.reports.inferred import render_inferred

    choice(format_, ("table", "json"), "--format")
    view = view_of(
        "error", width, "never", to_file=False, all_=bool(quantity), verbose=False, quiet=False, format_=format_
    )
    read = [read_sheet(path, allow_outside=allow_outside) for path in sheets_of(sheets or (), ())]
    asked = tuple(quantity or ())
    for name in asked:
        missing = unknown(read, name)
        if missing is not None:
            fail(f"no claim speaks of {name}", missing)
    text = render_inferred([(sheet, run(sheet, asked, exact=exact)) for sheet in read], view)
    write(text, None, for_people=format_ == "table")
