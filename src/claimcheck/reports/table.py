"""The report for a terminal: a table of claims, then one diagnostic for each conflict and each other finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from claimcheck.reports import has_table
from claimcheck.reports.gathered import gathered
from claimcheck.reports.summary import summary
from claimcheck.reports.terminal import SEVERITY_STYLES, Terminal
from claimcheck.reports.visible import plain
from claimcheck.reports.wording import result_text, stated_text
from claimcheck.verdicts import WORST_FIRST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.findings import Finding
    from claimcheck.reports import View
    from claimcheck.sheet.model import Claim
    from claimcheck.verdicts import Report

COLUMNS = ("claim", "line", "stated", "recomputed", "verdict")
_DROPPED = (  # what is left out when the terminal is narrow: the first that makes the rest fit
    (),
    ("line",),
    ("stated",),
    ("line", "stated"),
    ("line", "recomputed"),
    ("line", "stated", "recomputed"),
)
_LONGEST_NUMBER = 32  # characters
_LONGEST = 40  # rows, unless all are asked for
_STYLE = {
    "contradicted": "bold red",
    "undecided": "yellow",
    "rounding": "cyan",
    "consistent": "",
    "confirmed": "green",
    "unchecked": "dim",
}
_PIPE = 200  # columns where nothing says how wide the reader is


def render(reports: Sequence[Report], view: View) -> str:
    """Return the reports as they look in a terminal of `view.width` columns."""
    told = ["".join(line + "\n" for line in _Printer(report, view).print()) for report in reports]
    return "\n".join(filter(None, told)) if any(text.count("\n") > 1 for text in told) else "".join(told)


class _Printer(Terminal):
    """Prints one report into lines."""

    def __init__(self, report: Report, view: View) -> None:
        super().__init__(view, view.width or _PIPE)
        self.report, self.results = report, report.results

    def cell(self, text: str, width: int, style: str = "") -> str:
        return self.paint(text, style) + " " * (width - cell_len(text))

    def print(self) -> list[str]:
        report, view = self.report, self.view
        if report.sheet is not None and not view.quiet and has_table(report, view):
            self.table()
        shown = gathered(report, view)
        for before, each in zip((None, *shown), shown, strict=False):
            again = before is not None and (before.code, before.help) == (each.code, each.help)
            self.finding(each._replace(help="") if again and each.conflict is None else each)
        if not view.quiet:
            self.line(self.text(summary(report, notes=view.verbose), "bold"))
        return self.lines

    def table(self) -> None:
        claims = sorted(self.report.claims, key=self._rank)
        cut = claims if self.view.all else claims[:_LONGEST]
        rows = [self._row(claim) for claim in cut]
        if not rows:
            return
        self.columns(rows)
        if len(cut) < len(claims):
            self.line(self.text(f"… and {len(claims) - len(cut):,} more claims (--all shows them)", "dim"))
        assumed = [claim.id for claim in cut if claim.assumed]
        structure = [claim.id for claim in self.report.sheet.claims if claim.structure] if self.report.sheet else []
        if structure and (
            self.view.verbose or any(name in c.claims for c in self.report.conflicts for name in structure)
        ):
            self.line(self.text("assumed structure: ", "dim"), self.text("; ".join(structure)))
        if assumed and self.report.documents:
            self.line(self.text("assumed, not printed: ", "dim"), self.text(", ".join(assumed)))
        self.lines.append("")

    def columns(self, rows: list[dict[str, str]]) -> None:
        """Print a head, a rule and the rows; no cell is ever cut."""
        widths = self._widths(rows)
        rule, cross, between = ("-", "-+-", " | ") if self.view.ascii else ("─", "───", "   ")
        self.lines.append(between.join(self.cell(name, width, "bold") for name, width in widths.items()).rstrip())
        self.lines.append(cross.join(rule * width for width in widths.values())[: self.width])
        for row in rows:
            styles = {"verdict": _STYLE[row["verdict"]]}
            cells = [self.cell(row[n], width, styles.get(n, "")) for n, width in widths.items()]
            self.lines.append(between.join(cells).rstrip())

    def _rank(self, claim: Claim) -> int:
        return WORST_FIRST.index(self.results[claim.id].verdict)

    def _row(self, claim: Claim) -> dict[str, str]:
        result = self.results[claim.id]
        located = next((each for each in self.report.places.get(claim.id, ()) if each), None)
        line = str(located.document.place(located.start)[0]) if located else ""
        row = {
            "claim": claim.id,
            "line": (located.document.label(located.start) if located else "") or line,
            "stated": _stated(claim),
            "recomputed": result_text(self.report.sheet, claim, result),
            "verdict": result.verdict.value,
        }
        return {name: plain(cell, ascii_only=self.view.ascii) for name, cell in row.items()}

    def _widths(self, rows: list[dict[str, str]]) -> dict[str, int]:
        """Return the columns that fit, and how wide: whole ones are dropped before a number or an id would be cut."""
        widths = {name: max(cell_len(name), *(cell_len(row[name]) for row in rows)) for name in COLUMNS}
        if not any(row["line"] for row in rows):
            del widths["line"]
        choices = [{name: widths[name] for name in widths if name not in dropped} for dropped in _DROPPED]
        return next((c for c in choices if sum(c.values()) + 3 * len(c) <= self.width), choices[-1])

    def finding(self, finding: Finding) -> None:
        label = finding.severity.label
        head = self.text(f"{label}[{finding.code}]", SEVERITY_STYLES[label])
        self.line(head, self.text(f" {finding.name}: ", "bold"), self.text(finding.message))
        if finding.conflict is None or self.report.sheet is None:
            self._place(finding)
        else:
            self.conflict(self.report, finding, self.report.conflicts[finding.conflict])
        self.lines.append("")

    def _place(self, finding: Finding) -> None:
        self.line(self.text(f"at {finding.primary.where}", "cyan"), indent=2)
        for each in finding.related:
            self.line(self.text(f"at {each.span.where}: ", "cyan"), self.text(each.message), indent=2)
        if finding.help:
            self.line(self.text("help: ", "green"), self.text(finding.help), indent=2)


def _stated(claim: Claim) -> str:
    """Return what a claim states in a cell: its number without a long noun behind it, its word, or its kind."""
    stated = claim.kind.stated
    if stated is None:
        return str(getattr(claim.kind, "word", claim.kind.name))
    text, written = stated_text(claim), stated.written
    if len(text) <= _LONGEST_NUMBER or written.unit.family != "count" or written.magnitude != 1:
        return text
    return f"{' '.join(written.text[: written.number_end - written.start].split())} …"
