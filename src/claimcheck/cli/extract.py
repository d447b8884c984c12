"""`claimcheck extract`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.output import choice, fail, locale_of, spare, verify_command, view_of, write
from claimcheck.reports.visible import visible

if TYPE_CHECKING:
    from claimcheck.app.extract import Extract
    from claimcheck.documents.model import Document


_SURE = 2  # numbers with decimal commas: more are no chance
_WORDS = {  # beside numbers of a text in that language
    "de": r"\b(?:Prozent|Prozentpunkten?|Mio\.|Mrd\.|Millionen|Milliarden)(?!\w)",
    "fr": r"\bpour cent\b|\b(?:millions|milliards) (?:d['’]|de\b)",
    "es": r"\bpor ciento\b|\bmillones\b",
}


def extract(
    document: Annotated[str, typer.Argument(metavar="DOC|-", help="A document; -: plain text from stdin.")],
    check: Annotated[
        bool, typer.Option("--check", help="Write no sheet: print which numbers cannot all be true; exit 1 for any.")
    ] = False,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="The sheet to write; none: print it.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there.")] = False,
    format_: Annotated[str, typer.Option("--format", "-f", metavar="table|json", help="How --check prints.")] = "table",
    locale: Annotated[str, typer.Option(metavar="LOCALE", help="How numbers are printed: de reads 1.234,5.")] = "en",
) -> None:
    """Draft a sheet from a text, or check it with none."""
    import os

    from claimcheck.app.extract import extract as run
    from claimcheck.app.paths import seen_from
    from claimcheck.cli.progress import Bar
    from claimcheck.cli.quantities import document_of

    choice(format_, ("table", "json"), "--format")
    locale_of(locale)
    if check and output:
        fail("--check writes no sheet", "leave out -o")
    if not check and format_ != "table":
        fail("a draft is a sheet", "--format is for --check")
    if output:
        spare([output], [document])
    if document == "-" and not check:
        fail("a sheet names its document, and stdin has no name", "`extract - --check` needs none")
    bar = Bar(document)
    read = document_of(document, bar)
    name = seen_from(os.path.dirname(output), document) if output else document
    made = run(read, name, locale=locale, progress=bar)
    bar.close()
    if locale == "en" and (other := _other_locale(read.text)):
        typer.echo(f"claimcheck: numbers here have decimal commas; --locale {other} reads them so", err=True)
    if check:
        raise typer.Exit(_check(read, made, format_))
    if not made.entries:
        typer.echo(f"claimcheck: {document} holds no number that a claim can be drafted of", err=True)
        return
    if output and os.path.exists(output) and not force:
        fail(f"{output} is there already", "--force writes over it, -o names another file")
    write(made.text, output)
    if output:
        then = verify_command(output, document)
        drafts = f"{len(made.entries):,} draft{'' if len(made.entries) == 1 else 's'}"
        typer.echo(f"wrote {visible(output)}: {drafts}; next: look at each, then `{then}`")


def _other_locale(text: str) -> str:
    """Return the locale of a text whose numbers are printed 1.234,5, and none as in English; "" where they are not.

    A few such numbers may be chance, but for the words beside them.
    """
    import re

    commas = re.findall(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d|(?<![\d.,])\d+,\d{1,2}(?![\d.,]\d|\d)", text)
    if not commas or re.search(r"(?<![\d.,])\d+(?:,\d{3})*\.\d{1,2}(?![\d.,])", text):
        return ""
    told = next((locale for locale, words in _WORDS.items() if re.search(words, text)), "")
    return told or ("de" if len(commas) > _SURE else "")


def _check(document: Document, made: Extract, format_: str) -> int:
    """Print what the document says against itself; return the exit code."""
    from claimcheck.app.extract import check
    from claimcheck.reports.extract_text import check_json, check_text

    if made.refused:
        fail(f"{document.path}: nothing was checked, as no draft of it is accepted: {made.refused}")
    report = check(document, made)
    counted = sum(len(sentence.quantities) for sentence in made.sentences)
    if format_ == "json":
        import json

        write(json.dumps(check_json(report, counted), indent=2, ensure_ascii=False) + "\n", None, for_people=False)
    else:
        view = view_of("error", None, "auto", to_file=False, all_=False, verbose=False, quiet=False)
        write(check_text(report, counted, view), None)
    return int(bool(report.findings))
