"""`claimcheck impact`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.output import choice, fail, read_sheet, sheets_of, view_of, write

if TYPE_CHECKING:
    from claimcheck.sheet.model import Claim, Sheet


def impact(
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim.", show_default=False)],
    number: Annotated[str, typer.Option("--is", metavar="NEW", help="The number it would print.", show_default=False)],
    sheet: Annotated[
        str | None,
        typer.Argument(metavar="[SHEET]", help="The sheet, or its folder; none: this folder.", show_default=False),
    ] = None,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="table|json", help="How to print.")] = "table",
    all_: Annotated[bool, typer.Option("--all", help="Print the claims that do not change, too.")] = False,
    width: Annotated[int | None, typer.Option(min=20, metavar="N", help="Columns of the terminal.")] = None,
    allow_outside: Annotated[
        bool, typer.Option("--allow-outside", help="Read documents outside the sheet's repository.")
    ] = False,
) -> None:
    """Show what every other claim would become if one number changed."""
    from claimcheck.app.impact import impact as run
    from claimcheck.quantity.written import NumberError
    from claimcheck.reports.impact import render_impact

    choice(format_, ("table", "json"), "--format")
    view = view_of("error", width, "never", to_file=False, all_=all_, verbose=False, quiet=False, format_=format_)
    read, own = read_claim(claim, sheets_of((sheet,) if sheet else (), ()), allow_outside=allow_outside)
    try:
        impacts, after = run(read, own, number)
    except NumberError as error:
        fail(f"--is: {error.message}")
    except ValueError as error:
        fail(str(error))
    write(render_impact(read, own, number, impacts, after, view), None, for_people=format_ == "table")


def read_claim(identifier: str, paths: list[str], *, allow_outside: bool) -> tuple[Sheet, Claim]:
    """Return the one sheet that holds a claim, and the claim; leave with the nearest id where there is none."""
    from claimcheck.findings.near import did_you_mean

    sheets = [read_sheet(path, allow_outside=allow_outside) for path in paths]
    holding = [(each, own) for each in sheets if (own := each.claim(identifier))]
    if len(holding) > 1:
        named = ", ".join(each.path for each, _ in holding[:5])
        return fail(f"{identifier!r} is a claim of several sheets", f"name one of {named}")
    if not holding:
        known = [each.id for sheet in sheets for each in sheet.claims if not each.structure]
        return fail(f"no claim is called {identifier!r}", did_you_mean(identifier, known))
    return holding[0]
