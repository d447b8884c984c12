"""One line a finding, `path:line:column: severity CODE name: message`, as editors and `grep` read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.findings import Severity
from claimcheck.reports.machine import at_its_place
from claimcheck.reports.summary import summary
from claimcheck.reports.visible import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reports import View
    from claimcheck.verdicts import Report


def render(reports: Sequence[Report], view: View) -> str:
    """Return the findings of all sheets, then a line of summary for each."""
    lines = []
    for report in reports:
        for finding in report.findings:
            if finding.severity > Severity.NOTE or view.verbose:
                help_ = f" ({finding.help})" if finding.help else ""
                rule = f"{finding.severity.label} {finding.code} {finding.name}"
                lines.append(f"{finding.primary}: {rule}: {at_its_place(finding.message, finding.primary)}{help_}")
    if not view.quiet:
        lines += [summary(report, notes=view.verbose) for report in reports]
    return "".join(plain(line, ascii_only=view.ascii) + "\n" for line in lines)
