"""Arguments and options that several commands take, each with the words of its help."""

from typing import Annotated

import typer

CHECK_FORMATS = ("table", "concise", "json", "html", "sarif", "github", "gitlab", "rdjson")  # of `extract --check`

Sheets = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[SHEET]...", help="Sheets, or folders that hold some; none: this folder.", show_default=False
    ),
]
Format = Annotated[str, typer.Option("--format", "-f", metavar="table|json", help="How to print.")]
Width = Annotated[int | None, typer.Option(min=20, metavar="N", help="Columns of the terminal.")]
AllowOutside = Annotated[bool, typer.Option("--allow-outside", help="Read documents outside the sheet's repository.")]
Exact = Annotated[bool, typer.Option("--exact", help="Tight ranges, however large the sheet.")]


def printed(path: str | None) -> str | None:
    """Return the file of `--output`; `-` is none, as it is stdin for a document."""
    return None if path == "-" else path
