"""`claimcheck extract`."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from claimcheck.cli.options import CHECK_FORMATS, printed
from claimcheck.cli.output import choice, fail, locale_of, period_of, spare, verify_command, write
from claimcheck.reports.summary import counted
from claimcheck.reports.visible import visible


def extract(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOC...", help="A document, or - for plain text; with --check several, or folders."),
    ],
    check: Annotated[
        bool, typer.Option("--check", help="Write no sheet: print which numbers cannot all be true; exit 1 for any.")
    ] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="The sheet, or report, to write; none: print it.", callback=printed
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    format_: Annotated[
        str,
        typer.Option("--format", "-f", metavar="|".join(CHECK_FORMATS), help="How --check prints."),
    ] = "table",
    fail_on: Annotated[
        str,
        typer.Option(metavar="error|warning", help="The least that makes --check exit 1: warnings rest on a guess."),
    ] = "warning",
    locale: Annotated[str, typer.Option(metavar="LOCALE", help="How numbers are printed: de reads 1.234,5.")] = "en",
    period: Annotated[
        str,
        typer.Option("--in", metavar="PERIOD", help="Of what numbers without a period are: 2023, 2024-Q3."),
    ] = "",
    force_exclude: Annotated[
        bool,
        typer.Option(
            "--force-exclude",
            help="Leave out what .claimcheckignore names, and what cannot be read, though it is named here.",
        ),
    ] = False,
) -> None:
    """Draft a sheet from a text, or check texts with none."""
    locale_of(locale)
    choice(fail_on, ("error", "warning"), "--fail-on")
    period = period_of(period) if period else ""
    if check:
        from claimcheck.cli.texts import check_texts

        raise typer.Exit(check_texts(documents, format_, output, fail_on, locale, period, force_exclude=force_exclude))
    if format_ != "table" or fail_on != "warning" or force_exclude:
        fail("a draft is a sheet", "--format, --fail-on and --force-exclude are for --check")
    if len(documents) > 1:
        fail("a sheet is drafted of one document", "--check takes several")
    _draft(documents[0], output, locale, period, force=force)


def _draft(document: str, output: str | None, locale: str, period: str, *, force: bool) -> None:
    """Write or print the sheet that is drafted of a document."""
    from claimcheck.app.extract import extract as drafted
    from claimcheck.app.paths import seen_from
    from claimcheck.app.whole_draft import whole_draft
    from claimcheck.cli.progress import Bar
    from claimcheck.cli.quantities import document_of
    from claimcheck.cli.texts import tell_locale
    from claimcheck.extraction.draft import HERE
    from claimcheck.extraction.forms.when import reference_year

    if output:
        spare([output], [document])
    if document == "-":
        fail("a sheet names its document, and stdin has no name", "`extract - --check` needs none")
    bar = Bar(document)
    read = document_of(document, bar)
    path = seen_from(os.path.dirname(output), document) if output else document
    made = drafted(read, path, locale=locale, period=period, progress=bar)
    bar.close()
    tell_locale(read.text, document, locale)
    if not made.entries:
        typer.echo(f"claimcheck: {document} holds no number that a claim can be drafted of", err=True)
        return
    if output and os.path.exists(output) and not force:
        fail(f"{output} is there already", "--force writes over it, -o names another file")
    text, doubts = whole_draft(read, made)
    write(text, output, for_people=sys.stdout.isatty())  # in a pipe it becomes a file that `verify` reads
    if output:
        then = verify_command(output, document)
        drafts = counted(len(made.entries), "draft")
        unnamed = 0 if period else sum(entry.draft.in_.startswith(HERE) for entry in made.entries)
        year = reference_year(made.sentences) or 2024
        hint = f", {unnamed} of no period that the text names (`--in {year}` would give one)" if unnamed > 1 else ""
        hint += f"; {counted(doubts, 'doubt')} about them, marked “# doubted”" if doubts else ""
        typer.echo(f"wrote {visible(output)}: {drafts}{hint}; next: look at each, then `{then}`")
