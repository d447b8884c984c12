"""What `verify` does, without the parsing of its options: a plain run never imports typer."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.cli.output import choice, fail, sheets_of, view_of, write
from claimcheck.reports import NAMES, render

if TYPE_CHECKING:
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


def run(request: Request) -> int:
    """Verify, print the report, and return the exit code."""
    from claimcheck.app.verify import Options, verify

    choice(request.format, NAMES, "--format")
    view = view_of(
        request.fail_on,
        request.width,
        request.color,
        to_file=request.output is not None,
        all_=request.all,
        verbose=request.verbose,
        quiet=request.quiet,
        format_=request.format,
    )
    select, ignore = _codes(request.select, "--select"), _codes(request.ignore, "--ignore")
    options = Options(request.documents, select, ignore, request.allow_outside, request.exact)
    reports = [verify(path, options) for path in sheets_of(request.sheets, request.documents)]
    code = max(report.exit_code(view.fail_on) for report in reports)
    if request.only:
        reports = [_narrowed(report, request.only) for report in reports]
    write(render(reports, view), request.output)
    return 0 if code == 1 and request.exit_zero else code


def _codes(given: tuple[str, ...], option: str) -> tuple[str, ...]:
    """Return the codes of an option; each is a code, the beginning of one, or a rule's name."""
    if not given:
        return ()
    from claimcheck.findings.near import did_you_mean
    from claimcheck.sheet.rules import rule_names

    known = rule_names()
    codes = [code.strip() for text in given for code in text.split(",") if code.strip()]
    for code in codes:
        if code not in known and not (code.startswith("CC") and any(name.startswith(code) for name in known)):
            fail(f"{option}: no rule is called {code!r}", did_you_mean(code, known))
    return tuple(codes)


def _narrowed(report: Report, expression: str) -> Report:
    from claimcheck.app.matching import ExpressionError, narrowed

    try:
        return narrowed(report, expression)
    except ExpressionError as error:
        return fail(f"-k: {error}")
