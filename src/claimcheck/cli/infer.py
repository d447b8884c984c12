"""`claimcheck infer`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.options import AllowOutside, Exact, Format, Sheets, Width
from claimcheck.cli.output import choice, fail, read_sheet, sheets_of, view_of, write


def infer(
    sheets: Sheets = None,
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
    format_: Format = "table",
    width: Width = None,
    exact: Exact = False,
    allow_outside: AllowOutside = False,
) -> None:
    """Show what the claims imply for quantities that nobody printed."""
    from claimcheck.app.infer import infer as run
    from claimcheck.app.infer import unknown
    from claimcheck.reports.inferred import render_inferred

    choice(format_, ("table", "json"), "--format")
    view = view_of(width=width, all_=bool(quantity), format_=format_)
    read = [read_sheet(path, allow_outside=allow_outside) for path in sheets_of(sheets or (), ())]
    asked = tuple(quantity or ())
    for name in asked:
        missing = unknown(read, name)
        if missing is not None:
            fail(f"no claim speaks of {name}", missing)
    text = render_inferred([(sheet, run(sheet, asked, exact=exact)) for sheet in read], view)
    write(text, None, for_people=format_ == "table")
