"""Reports: each maps what was found to text, and does nothing else."""

from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.findings import Severity

if TYPE_CHECKING:
    from claimcheck.verdicts import Report

# The formats by name, and the module that renders each; none is imported before it is asked for.
FORMATS = (
    ("table", "table"),
    ("concise", "concise"),
    ("json", "json_report"),
    ("jsonl", "json_report"),
    ("html", "page"),
    ("markdown", "markdown"),
    ("sarif", "sarif"),
    ("github", "github"),
    ("gitlab", "gitlab"),
    ("rdjson", "rdjson"),
    ("junit", "junit"),
)
NAMES = tuple(name for name, _ in FORMATS)


class View(NamedTuple):
    """How a report is to look: what a terminal can show, and how much its reader wants."""

    fail_on: Severity
    width: int | None = None  # columns; None: as wide as it comes
    color: bool = False
    ascii: bool = False  # only characters that every terminal has
    all: bool = False  # long lists whole
    verbose: bool = False  # notes, and the table even when everything holds
    quiet: bool = False  # findings alone, no summary
    format: str = "table"
    root: str = ""  # the folder that paths for other programs are relative to; "": as they are
    exit_zero: bool = False  # the run exits 0 where it would exit 1


def render(reports: Sequence["Report"], view: View) -> str:
    """Return the reports in `view.format`, ending in a newline unless empty."""
    if view.format == "table" and not any(has_table(report, view) for report in reports):
        from claimcheck.reports.summary import summary

        return "" if view.quiet else "".join(summary(report, notes=view.verbose) + "\n" for report in reports)
    text: str = import_module(f"claimcheck.reports.{dict(FORMATS)[view.format]}").render(reports, view)
    return text


def has_table(report: "Report", view: View) -> bool:
    """Whether there is more to say of a sheet than one plain line (which needs no rich)."""
    return view.verbose or view.all or (report.worst() or 0) > Severity.NOTE
