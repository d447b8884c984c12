"""`claimcheck quantities`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.output import choice, fail, locale_of, view_of, write

if TYPE_CHECKING:
    from claimcheck.documents.model import Document


def quantities(
    document: Annotated[str, typer.Argument(metavar="[DOC|-]", help="A document; -: plain text from stdin.")] = "-",
    format_: Annotated[str, typer.Option("--format", "-f", metavar="table|jsonl", help="How to print.")] = "table",
    jsonl_in: Annotated[
        bool, typer.Option("--jsonl-in", help='Read one JSON object a line, {"text": ...}, and print one a line.')
    ] = False,
    locale: Annotated[str, typer.Option(metavar="LOCALE", help="How numbers are printed: de reads 1.234,5.")] = "en",
) -> None:
    """List every number of a text with its value and unit."""
    choice(format_, ("table", "jsonl"), "--format")
    locale_of(locale)
    if jsonl_in:
        _lines(document, locale)
        return
    from claimcheck.cli.progress import Bar
    from claimcheck.extraction.records import to_record
    from claimcheck.extraction.text.whole import scan_whole

    bar = Bar(document)
    read = document_of(document, bar)
    found = scan_whole(read.text, locale, bar)
    bar.close()
    record = to_record(read.text, found)
    if format_ == "jsonl":
        write(_json(record), None, for_people=False)
        return
    from claimcheck.reports.quantities_text import quantities_table

    rows = []
    for each, written in zip(record["quantities"], found, strict=True):
        line, column = read.place(written.number_start)
        place = read.label(written.number_start) or f"{line}:{column}"
        rows.append((place, read.text[written.amount_start : written.amount_end], each))
    view = view_of()
    write(quantities_table(rows, view), None)


def document_of(path: str, bar: object = None) -> Document:
    """Return the document at `path`, or plain text from stdin for "-"; leaves with exit code 2 where there is none."""
    from claimcheck.documents.model import DocumentError
    from claimcheck.documents.readers import document_from_bytes, read_document

    try:
        if path == "-":
            return document_from_bytes("stdin", sys.stdin.buffer.read())
        return read_document(path, progress=bar if callable(bar) else None)
    except DocumentError as error:
        return fail(str(error))


def _lines(path: str, locale: str) -> None:
    """Answer each line of JSON with one."""
    import json

    from claimcheck.extraction.records import to_record
    from claimcheck.quantity.written import scan

    try:
        with sys.stdin.buffer if path == "-" else open(path, "rb") as lines:  # UTF-8 whatever the terminal's encoding
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                try:
                    text = json.loads(line)["text"]
                except (ValueError, KeyError, TypeError):
                    text = None
                if not isinstance(text, str):
                    fail(f'{path}:{number}: a line is a JSON object with a text, {{"text": "..."}}')
                write(_json(to_record(text, scan(text, locale))), None, for_people=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        fail(f"{path}: {error.strerror}")


def _json(record: dict[str, object]) -> str:
    import json

    return json.dumps(record, ensure_ascii=False) + "\n"
