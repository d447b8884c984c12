"""The public Python interface: what `import claimcheck` offers. It holds no state.

>>> import claimcheck
>>> sheet = '''
... claims:
...   - id: before
...     value: {of: sales, in: 2014, is: 201 million}
...   - id: after
...     value: {of: sales, in: 2015, is: 262 million}
...   - id: rise
...     growth: {of: sales, in: 2015, is: 43%}
... '''
>>> report = claimcheck.verify_text(sheet)
>>> [(result.claim, result.verdict.value) for result in report.results.values()]
[('before', 'contradicted'), ('after', 'contradicted'), ('rise', 'contradicted')]
>>> report.conflicts[0].claims
('before', 'after', 'rise')
>>> claimcheck.render(report, "concise").startswith("claims.yaml:3:9: error CC201 contradiction: ")
True
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from claimcheck.app.paths import SHEET
from claimcheck.app.verify import Options, finding
from claimcheck.app.verify import verify as _verify
from claimcheck.app.verify import verify_bytes as _verify_bytes
from claimcheck.findings import Severity, Span
from claimcheck.reports import NAMES, View
from claimcheck.reports import render as _render
from claimcheck.verdicts import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from claimcheck.app.verify import Progress


def verify(
    sheet: str | os.PathLike[str],
    *,
    documents: Iterable[str | os.PathLike[str]] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    allow_outside: bool = False,
    exact: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Return the report on the sheet at a path.

    `documents` are read in place of those that the sheet names; `select` keeps only findings of these codes, prefixes
    of codes or names, and `ignore` drops some; `allow_outside` reads documents outside the sheet's repository; `exact`
    asks for tight ranges however many claims hang together; `progress` is called with (claims done, claims in all) as
    the sheet is decided, now and then within thousands of claims that hang together. Nothing is raised for what cannot
    be read: `report.findings` say why (their codes begin with CC0), and without a sheet `report.sheet` is None. Raises
    ValueError for a code that no rule has, TypeError for a text in place of several.
    """
    paths = tuple(os.fspath(path) for path in _several(documents, "documents"))
    options = Options(paths, _codes(select, "select"), _codes(ignore, "ignore"), allow_outside, exact)
    return _verify(os.fspath(sheet), options, progress)


def verify_text(
    sheet: str | bytes,
    documents: Mapping[str, str | bytes] | None = None,
    *,
    name: str = SHEET,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    exact: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Return the report on a sheet from its text, and from its documents' texts by the names the sheet gives them.

    No file is read. A document that the sheet names and `documents` does not hold is left out: its quotes are not
    checked; one that cannot be read is a finding. `progress` is called with (claims done, claims in all) as the sheet
    is decided.
    """
    read = {path: _bytes(content) for path, content in (documents or {}).items()}
    options = Options(select=_codes(select, "select"), ignore=_codes(ignore, "ignore"), exact=exact)
    return _verify_bytes(name, _bytes(sheet), read, options, progress)


def check(document: str | os.PathLike[str], *, locale: str = "en", period: str = "") -> Report:
    """Return what the document at a path says against itself: the report on a draft of its claims, with no sheet.

    Its findings are contradictions: an error fails within one sentence, a warning rests on a guess and says which.
    Numbers of which the text names no period are of `period`, as sheets write it, where it is given. Nothing is raised
    for what cannot be read: `report.findings` say why. Raises ValueError for an unknown `locale`, and for a `period`
    that is none.
    """
    from claimcheck.app.about import without_sheet

    return _checked(without_sheet(os.fspath(document)), locale, period)


def check_text(text: str | bytes, *, name: str = "text.md", locale: str = "en", period: str = "") -> Report:
    """Return what a text says against itself, as `check` does; `name` says by its ending how it is read.

    >>> report = check_text("Sales rose 21% to $2.2 billion from $2.0 billion.")
    >>> [finding.name for finding in report.findings]
    ['contradiction']
    """
    from claimcheck.app.about import of_bytes

    return _checked(of_bytes(name, _bytes(text)), locale, period)


def _checked(report: Report, locale: str, period: str) -> Report:
    from claimcheck.app.extract import check as drafted
    from claimcheck.app.extract import extract
    from claimcheck.quantity.period import known_period
    from claimcheck.quantity.style import LOCALES

    if locale not in LOCALES:
        raise ValueError(f"locale is one of {', '.join(LOCALES)}, not {locale!r}")
    if period:
        period = known_period(period)
    if not report.documents:
        return report
    (document,) = report.documents
    made = extract(document, report.path, locale=locale, period=period)
    if made.refused:
        message = f"{report.path}: nothing was checked, as no draft of it is accepted: {made.refused}"
        return report._replace(findings=(finding("unreadable-file", message, Span(report.path)),))
    return drafted(document, made)


def render(  # noqa: PLR0913  each is an option of `verify`
    reports: Report | Iterable[Report],
    format: str = "json",  # noqa: A002  the name of the option
    *,
    fail_on: Severity = Severity.ERROR,
    width: int | None = None,
    color: bool = False,
    all: bool = False,  # noqa: A002  the name of the option
    verbose: bool = False,
    root: str | os.PathLike[str] = "",
) -> str:
    """Return one report or several as text in a format of `verify --format`: "json", "html", "sarif", "table", ...

    `width` is in columns, for the table; `fail_on` decides the exit code that some formats hold; `all` leaves long
    lists whole, `verbose` adds notes; paths in the formats of other tools are relative to the folder `root`. Raises
    ValueError for a format that does not exist.
    """
    if format not in NAMES:
        raise ValueError(f"format is one of {', '.join(NAMES)}, not {format!r}")
    every = [reports] if isinstance(reports, Report) else list(reports)
    if format == "html":
        from claimcheck.app.coverage import cover

        every = [report if report.numbers else report._replace(numbers=tuple(cover(report))) for report in every]
    view = View(fail_on, width, color, all=all, verbose=verbose, format=format, root=os.fspath(root))
    return _render(every, view)


def _several(given: Iterable[Any], name: str) -> Iterable[Any]:
    """Return what holds several things; one text alone would be taken letter by letter."""
    if isinstance(given, (str, bytes)):
        raise TypeError(f"{name} holds several, as a list does: [{given!r}]")
    return given


def _codes(given: Iterable[str], name: str) -> tuple[str, ...]:
    """Return the codes that `select` or `ignore` hold; raises ValueError for one that names no rule."""
    codes = tuple(_several(given, name))
    if codes:
        from claimcheck.sheet.rules import unknown_code

        if not all(isinstance(code, str) for code in codes):
            raise TypeError(f"{name} holds texts, codes or names of rules")
        if (code := unknown_code(codes)) is not None:
            raise ValueError(f"{name}: no rule is called {code!r}")
    return codes


def _bytes(content: str | bytes) -> bytes:
    return content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
