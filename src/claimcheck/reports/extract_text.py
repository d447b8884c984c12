"""What a document says against itself, as lines for people or as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimcheck.reports.visible import plain

if TYPE_CHECKING:
    from claimcheck.verdicts import Report

FORMAT_VERSION = "1.0"


def check_text(report: Report, counted: int, *, ascii_only: bool = False) -> str:
    """Return each contradiction with its numbers' places, and one line that says how many numbers were looked at."""
    lines = []
    for finding in report.findings:
        lines.append(f"{finding.primary}: {finding.severity.label} {finding.name}: {finding.message}")
        claim = report.sheet.claim(finding.claim) if report.sheet else None
        if claim is not None and claim.quotes:
            lines.append(f"  {finding.primary}  “{claim.quotes[0].text}”")
        lines += [f"  {related.span}  {related.message}" for related in finding.related]
        lines += [f"  to mend it: {finding.help}"] if finding.help else []
        lines.append("")
    path, found = report.path, len(report.findings)
    numbers = f"{counted:,} number{'' if counted == 1 else 's'}"
    if found:
        lines.append(f"{path}: {numbers} read: {found} contradiction{'' if found == 1 else 's'}")
    else:
        lines.append(f"{path}: {numbers} read: no contradiction found; what no sheet says was guessed or left alone")
    return "\n".join(plain(line, ascii_only=ascii_only) for line in lines) + "\n"


def check_json(report: Report, counted: int) -> dict[str, Any]:
    """Return the contradictions as data."""
    return {
        "format_version": FORMAT_VERSION,
        "document": report.path,
        "numbers": counted,
        "findings": [
            {
                "code": finding.code,
                "name": finding.name,
                "severity": finding.severity.label,
                "message": finding.message,
                "help": finding.help or None,
                "primary": finding.primary._asdict(),
                "related": [
                    {"place": related.span._asdict(), "message": related.message} for related in finding.related
                ],
            }
            for finding in report.findings
        ],
    }
