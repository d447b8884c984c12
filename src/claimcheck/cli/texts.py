"""What `claimcheck extract --check` does: texts checked with no sheet, one after another, and one report on them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import typer

from claimcheck.app.paths import IGNORE, not_ignored, texts_below
from claimcheck.cli.options import CHECK_FORMATS
from claimcheck.cli.output import choice, fail, spare, view_of, write
from claimcheck.cli.progress import Bar
from claimcheck.cli.quantities import document_of
from claimcheck.documents.readers import is_read, text_suffixes
from claimcheck.reports import render
from claimcheck.reports.summary import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.verdicts import Report

_SURE = 2  # numbers with decimal commas: more are no chance
_WORDS = {  # beside numbers of a text in that language
    "de": r"\b(?:Prozent|Prozentpunkten?|Mio\.|Mrd\.|Millionen|Milliarden)(?!\w)",
    "fr": r"\bpour cent\b|\b(?:millions|milliards) (?:d['’]|de\b)",
    "es": r"\bpor ciento\b|\bmillones\b",
}


def check_texts(
    documents: Sequence[str],
    format_: str,
    output: str | None,
    fail_on: str,
    locale: str,
    period: str,
    *,
    force_exclude: bool,
) -> int:
    """Report what each document says against itself; return the exit code, 2 where one could not be checked."""
    from claimcheck.reports.extract_text import check_json, check_summary, check_text

    choice(format_, CHECK_FORMATS, "--format")
    to_file = output is not None
    view = view_of(fail_on, None, "auto", to_file=to_file, quiet=True, format_=format_)
    checked, code, for_people = [], 0, format_ in ("table", "concise")
    documents = _named(documents, force_exclude=force_exclude)
    if output:
        spare([output], documents)
    for path in documents:
        try:
            checked.append(_checked(path, locale, period))
        except SystemExit:  # said already; the others are checked all the same
            code = 2
    if not checked and (code or for_people):
        return code
    reports = [report for report, _ in checked]
    if format_ == "table":
        text = check_text(checked, view)
    elif format_ == "json":
        from claimcheck.reports.machine import json_text

        records = [check_json(*each) for each in checked]
        text = json_text(records[0] if len(documents) == len(records) == 1 else records)
    else:
        from claimcheck.cli.beside import with_numbers, with_root

        text = render(with_numbers(reports) if format_ == "html" else reports, with_root(view, documents))
        if format_ == "concise":
            text += f"{check_summary(checked)}\n"
    write(text, output, for_people=for_people)
    return code or max((report.exit_code(view.fail_on) for report in reports), default=0)


def _named(given: Sequence[str], *, force_exclude: bool) -> list[str]:
    """Return the documents of a run: those named, and in place of a folder the texts in it and below, each once.

    What is named is checked though `.claimcheckignore` names it, too, unless exclusion is forced: that is for a caller
    who names whatever was changed, as pre-commit does.
    """
    found: list[str] = []
    left = _left(given) if force_exclude else given
    for path in left:
        below = texts_below(path) if os.path.isdir(path) else [path]
        if not below:
            fail(
                f"{path}: no text in this folder or below",
                f"texts are {', '.join(text_suffixes())}; others are named one by one",
            )
        found += below
    once: dict[str, str] = {}
    for path in found:
        once.setdefault(os.path.realpath(path) if path != "-" else path, path)  # called as it is called first
    return list(once.values())


def _left(given: Sequence[str]) -> list[str]:
    """Return what can be read and `.claimcheckignore` does not name; say how much is left out."""
    readable = [path for path in given if os.path.isdir(path) or is_read(path)]
    left = not_ignored(readable)
    for why, before, after in ((f"{IGNORE} says", readable, left), ("no reader reads it", given, readable)):
        if out := len(before) - len(after):
            typer.echo(f"claimcheck: left out as {why}: {counted(out, 'file')}", err=True)
    return left


def _checked(path: str, locale: str, period: str) -> tuple[Report, int]:
    """Return the report on a document's own draft, and how many numbers it has."""
    from claimcheck.app.extract import check, extract

    bar = Bar(path)
    document = document_of(path, bar)
    made = extract(document, path, locale=locale, period=period, progress=bar)
    bar.close()
    tell_locale(document.text, path, locale)
    if made.refused:
        fail(f"{path}: nothing was checked, as no draft of it is accepted: {made.refused}")
    return check(document, made), sum(len(sentence.quantities) for sentence in made.sentences)


def tell_locale(text: str, path: str, locale: str) -> None:
    """Say that the numbers of a document have decimal commas, where they are read as in English."""
    if locale == "en" and (other := _other_locale(text)):
        typer.echo(f"claimcheck: {path}: numbers here have decimal commas; --locale {other} reads them so", err=True)


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
