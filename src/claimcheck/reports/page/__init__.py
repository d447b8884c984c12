"""The page: one HTML file that needs nothing else, no network and no script.

It shows each document as text with every number marked by what is known of it, each contradiction beside the
lines it joins, and each claim with its intervals on one axis. What comes from documents and sheets is escaped,
and the Content-Security-Policy allows the page's own style and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from claimcheck import __version__
from claimcheck.findings import Severity
from claimcheck.reports.page.conflict import standing
from claimcheck.reports.page.markup import Anchors, text
from claimcheck.reports.page.scale import FRAME
from claimcheck.reports.page.sheet import Section
from claimcheck.reports.summary import counted, counts, unlinked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.reports import View
    from claimcheck.verdicts import Report


def render(reports: Sequence[Report], view: View) -> str:
    """Return the page on all reports."""
    style = (Path(__file__).parent / "style.css").read_text(encoding="utf-8")
    allowed = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    several = len(reports) > 1
    sections = [
        Section(report, Anchors(report, number if several else 0), view) for number, report in enumerate(reports, 1)
    ]
    contents = "".join(
        f'<li><a href="#{each.anchor}">{text(each.report.path)}</a>: {text(_found([each.report]))}' for each in sections
    )
    nav = f'<nav aria-label="Sheets"><ul>{contents}</ul></nav>' if several else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{text(_title(reports))}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<a class="skip" href="#{sections[0].anchor if sections else ""}">Skip to the report</a>\n'
        f"<header><h1>{text(_found(reports))}</h1>{nav}</header>\n{FRAME}<main>\n"
        f"{''.join(part for each in sections for part in each.parts())}</main>\n"
        f"<footer>claimcheck {__version__}. Every number is recomputed from all the others, "
        "with the rounding that its digits imply.</footer>\n"
        "</body>\n</html>\n"
    )


def _title(reports: Sequence[Report]) -> str:
    texts = all(report.path in (document.path for document in report.documents) for report in reports)  # no sheets
    named = reports[0].path if len(reports) == 1 else counted(len(reports), "document" if texts else "sheet")
    return f"{named}: {_found(reports)}"


def _found(reports: Sequence[Report]) -> str:
    """Return what was found in one line; what was not checked or not decided is said, never passed over."""
    found = sum((counts(report) for report in reports), Counter[str]())
    words = [word for report in reports for word in standing(report).values()]
    told = [each for report in reports for each in report.findings if each.conflict is not None]
    claims, maybe = found.total(), sum(each.severity < Severity.ERROR for each in told)
    wrong = words.count("") - maybe
    maybe += sum(
        each.conflict is None and each.name == "contradiction" for report in reports for each in report.findings
    )
    said = f"{counted(wrong, 'contradiction') if wrong else 'no contradiction'} in {counted(claims, 'claim')}"
    said += f", {maybe:,} possible" if maybe else ""
    if claims and found["unchecked"] == claims:
        said = unlinked(claims)
    if known := len(words) - words.count(""):
        said += f"; {known:,} known"
    if found["undecided"]:
        said += f"; {found['undecided']:,} undecided"
    unread = sum(report.sheet is None for report in reports)
    return f"{said}; {counted(unread, 'sheet')} not checked" if unread else said
