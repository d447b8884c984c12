"""What a `verify` does beside printing one report: further reports into files (`--also`), and baselines."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from claimcheck.cli.output import choice, fail, write
from claimcheck.reports import NAMES, render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.app.baseline import Entry
    from claimcheck.findings import Severity
    from claimcheck.reports import View
    from claimcheck.verdicts import Report


def also_of(given: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of format and file that `--also FORMAT=FILE` names."""
    pairs = []
    for text in given:
        name, equals, path = text.partition("=")
        if not equals or not path:
            fail(f"--also is FORMAT=FILE, not {text!r}", "for example --also sarif=claims.sarif")
        pairs.append((choice(name, NAMES, "--also"), path))
    return pairs


def write_also(reports: Sequence[Report], pairs: Sequence[tuple[str, str]], view: View) -> None:
    """Write each report beside the printed one; a file is no terminal."""
    for name, path in pairs:
        write(render(reports, view._replace(format=name, width=None, color=False, ascii=False)), path)


def with_root(view: View, sheets: Sequence[str]) -> View:
    """Return the view with the folder that annotations are relative to: the sheets' repository, else the current one.

    Of sheets in several repositories it is the one of the current folder.
    """
    from claimcheck.app.paths import repository

    roots = {repository(os.path.dirname(sheet) or ".") for sheet in sheets}
    root = roots.pop() if len(roots) == 1 else repository(".")
    return view._replace(root=root or os.path.realpath("."))


def with_numbers(reports: Sequence[Report]) -> list[Report]:
    """Return the reports with all numbers of their documents, which the page marks."""
    from claimcheck.app.coverage import cover

    return [report._replace(numbers=tuple(cover(report))) for report in reports]


def with_baseline(reports: list[Report], path: str, *, complete: bool) -> list[Report]:
    """Return the reports without the findings that the baseline at `path` knows."""
    from datetime import UTC, datetime

    from claimcheck.app.baseline import acknowledged

    today = datetime.now(UTC).date().isoformat()
    return acknowledged(reports, _entries(path), path, today, complete=complete)


def write_baseline(reports: list[Report], path: str, fail_on: Severity) -> list[Report]:
    """Record what was found, and return the reports as they stand against the new baseline."""
    from claimcheck.app.baseline import baseline_text, recorded
    from claimcheck.findings import Severity as Weight

    old = _entries(path) if os.path.exists(path) else ()
    write(baseline_text(recorded(reports, old, path, min(fail_on, Weight.WARNING))), path)
    return with_baseline(reports, path, complete=True)


def _entries(path: str) -> tuple[Entry, ...]:
    from claimcheck.app.baseline import BaselineError, read_baseline

    try:
        with open(path, encoding="utf-8") as file:
            return read_baseline(file.read())
    except OSError as error:
        return fail(f"{path}: {error.strerror}", "--write-baseline writes a first one")
    except (BaselineError, UnicodeDecodeError) as error:
        return fail(f"{path}: {error}")
