"""What `verify` does, without the parsing of its options: a plain run never imports typer."""

import sys
from typing import NamedTuple

from claimcheck.cli.output import choice, fail, sheets_of, spare, view_of, write
from claimcheck.reports import NAMES, View, render
from claimcheck.verdicts import Report


class Request(NamedTuple):
    """The options of one `verify`, as its help tells them."""

    sheets: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    only: str = ""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    format: str = "table"
    output: str | None = None
    fail_on: str = "error"
    exit_zero: bool = False
    all: bool = False
    color: str = "auto"
    width: int | None = None
    quiet: bool = False
    verbose: bool = False
    allow_outside: bool = False
    exact: bool = False
    also: tuple[str, ...] = ()
    baseline: str | None = None
    write_baseline: str | None = None
    if_any: bool = False


# In these formats paths stay as they were given; in all others they are relative to the repository.
_AS_GIVEN = ("table", "concise", "json", "jsonl")
_FOR_PEOPLE = ("table", "concise", "markdown")


def run(request: Request) -> int:
    """Verify, print the report, and return the exit code."""
    from claimcheck.app.verify import Options, verify

    choice(request.format, NAMES, "--format")
    also = _also(request)
    view = view_of(
        request.fail_on,
        request.width,
        request.color,
        to_file=request.output is not None,
        all_=request.all,
        verbose=request.verbose,
        quiet=request.quiet,
        format_=request.format,
    )._replace(exit_zero=request.exit_zero)
    select, ignore = _codes(request.select, "--select"), _codes(request.ignore, "--ignore")
    options = Options(request.documents, select, ignore, request.allow_outside, request.exact)
    sheets = sheets_of(request.sheets, request.documents, if_any=request.if_any and not request.documents)
    hint = ""
    if sys.stderr.isatty() and not request.quiet:
        from claimcheck.cli.progress import hint_of, verify_watched

        reports = verify_watched(sheets, options)
        hint = hint_of(reports)
    else:
        reports = [verify(path, options) for path in sheets]
    outputs = [path for path in (request.output, request.write_baseline, *(path for _, path in also)) if path]
    if outputs:
        kept = [request.baseline] if request.baseline else []
        spare(outputs, [*sheets, *kept, *request.documents, *(path for report in reports for path in _named(report))])
    if request.baseline or request.write_baseline:
        reports = _against_baseline(reports, request, view)
    if request.only:
        reports = _narrowed(reports, request.only)
    code = max((report.exit_code(view.fail_on) for report in reports), default=0)
    if also or request.format not in _AS_GIVEN:
        from claimcheck.cli.beside import with_numbers, with_root, write_also

        view = with_root(view, sheets)
        if "html" in (request.format, *(name for name, _ in also)):
            reports = with_numbers(reports)
        write_also(reports, also, view)
    text = render(reports, view)
    write(text, request.output, for_people=request.format in _FOR_PEOPLE)
    if hint:
        sys.stderr.write(f"claimcheck: {hint}\n")
    return 0 if code == 1 and request.exit_zero else code


def _named(report: Report) -> list[str]:
    """Return the documents that a sheet names, whether or not they could be read."""
    from claimcheck.app.paths import document_path

    named = report.sheet.documents if report.sheet else ()
    return [document_path(report.path, name) for name, _ in named]


def _also(request: Request) -> list[tuple[str, str]]:
    if not request.also:
        return []
    from claimcheck.cli.beside import also_of

    return also_of(request.also)


def _against_baseline(reports: list[Report], request: Request, view: View) -> list[Report]:
    from claimcheck.cli.beside import with_baseline, write_baseline

    complete = not (request.select or request.ignore)
    if request.write_baseline:
        if request.baseline or not complete:
            fail("--write-baseline records everything", "leave out --baseline, --select and --ignore")
        return write_baseline(reports, request.write_baseline, view.fail_on)
    return with_baseline(reports, request.baseline or "", complete=complete)


def _codes(given: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Return the codes of an option; each is a code, the beginning of one, or a rule's name."""
    if not given:
        return ()
    from claimcheck.findings.near import did_you_mean
    from claimcheck.sheet.rules import rule_names, unknown_code

    codes = [code.strip() for text in given for code in text.split(",") if code.strip()]
    if (code := unknown_code(codes)) is not None:
        fail(
            f"{option}: no rule is called {code!r}", did_you_mean(code, rule_names()) or "`claimcheck rule` lists them"
        )
    return tuple(codes)


def _narrowed(reports: list[Report], expression: str) -> list[Report]:
    """Return the reports with the claims that match; leave where none does: an empty report would lie."""
    from claimcheck.app.matching import ExpressionError, narrowed

    try:
        found = [narrowed(report, expression) for report in reports]
    except ExpressionError as error:
        return fail(f"-k: {error}")
    if not any(report.claims or report.sheet is None for report in found):
        fail(f"-k: no claim's id or kind matches {expression!r}")
    return found
