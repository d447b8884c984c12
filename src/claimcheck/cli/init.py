"""`claimcheck init`."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli.output import fail, save, spare, verify_command, write
from claimcheck.reports.visible import visible


def init(
    document: Annotated[
        str, typer.Argument(metavar="DOC", help="The text that the sheet is about.", show_default=False)
    ],
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The sheet to write.")] = "claims.yaml",
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
) -> None:
    """Write a first sheet for a document, to be filled in by hand."""
    import os
    import sys

    from claimcheck.app.paths import seen_from
    from claimcheck.app.starter import starter
    from claimcheck.cli.quantities import document_of

    if document == "-":
        fail("a sheet names its document, and stdin has no name")
    read = document_of(document)
    if output == "-":
        write(starter(read, document), None, for_people=sys.stdout.isatty())  # in a pipe it becomes a file
        return
    spare([output], [document])
    if os.path.exists(output) and not force:
        fail(f"{output} is there already", "--force writes over it, -o names another file")
    name = seen_from(os.path.dirname(output), document)
    save(starter(read, name), output)
    typer.echo(f"wrote {visible(output)}; next: fill in its claims, then `{verify_command(output, document)}`")
