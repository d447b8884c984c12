"""Baselines: findings that a team knows of already, so that only new ones fail.

A baseline is a JSON file that people may edit: each entry holds a finding's fingerprint, which moved lines do
not change, what it was, and if someone writes them there a reason and the last day on which the entry counts. A
mistake in a sheet or its input (CC0xx) is never in a baseline: what was not checked cannot be known.
"""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.app.paths import seen_from
from claimcheck.findings import Finding, Severity, Span
from claimcheck.reports.fingerprint import claims_of, fingerprints
from claimcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.verdicts import Report

VERSION = 1
_KEYS = ("sheet", "fingerprint", "code", "claims", "message", "reason", "expires")


class Entry(NamedTuple):
    """One finding that is known; `sheet` is relative to the baseline's folder, `expires` is "2027-01-31" or ""."""

    sheet: str
    fingerprint: str
    code: str
    claims: tuple[str, ...] = ()
    message: str = ""
    reason: str = ""
    expires: str = ""
    line: int = 0  # where it stands in the file


class BaselineError(ValueError):
    """A baseline that cannot be read: one line for people."""


def read_baseline(text: str) -> tuple[Entry, ...]:
    """Return the entries of a baseline; raises BaselineError."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BaselineError(f"this is not JSON: {error}") from None
    if not isinstance(whole, dict) or whole.get("version") != VERSION or not isinstance(whole.get("findings"), list):
        raise BaselineError(f'this is not a baseline: it begins with "version": {VERSION} and holds a list "findings"')
    return tuple(_entry(each, number, text) for number, each in enumerate(whole["findings"], 1))


def _entry(record: Any, number: int, text: str) -> Entry:
    where = f"entry {number}"
    if not isinstance(record, dict):
        raise BaselineError(f"{where} is not an object")
    unknown = [key for key in record if key not in _KEYS]
    if unknown:
        from claimcheck.findings.near import did_you_mean

        raise BaselineError(f"{where} has a key {unknown[0]!r} ({did_you_mean(unknown[0], _KEYS) or ', '.join(_KEYS)})")
    claims = record.get("claims", [])
    texts = {key: record.get(key, "") for key in _KEYS if key != "claims"}
    if not isinstance(claims, list) or not all(isinstance(each, str) for each in (*claims, *texts.values())):
        raise BaselineError(f"{where}: each value is a text, and claims a list of texts")
    for key in ("sheet", "fingerprint", "code"):
        if not texts[key]:
            raise BaselineError(f"{where} has no {key}")
    _check_day(texts["expires"], where)
    at = text.find(f'"{texts["fingerprint"]}"')
    return Entry(**texts, claims=tuple(claims), line=text.count("\n", 0, at) + 1 if at >= 0 else 1)


def _check_day(day: str, where: str) -> None:
    from datetime import date

    try:
        right = not day or date.fromisoformat(day).isoformat() == day
    except ValueError:
        right = False
    if not right:
        raise BaselineError(f"{where}: expires is a day like 2027-01-31, not {day!r}")


def baseline_text(entries: Iterable[Entry]) -> str:
    """Return the file that `read_baseline` reads; a reason or an expiry that is empty stands there to be filled in."""
    records = [{key: value for key, value in entry._asdict().items() if key != "line"} for entry in entries]
    return json.dumps({"version": VERSION, "findings": records}, ensure_ascii=False, indent=2) + "\n"


def acknowledged(
    reports: Sequence[Report], entries: Sequence[Entry], path: str, today: str, *, complete: bool = True
) -> list[Report]:
    """Return the reports with what the baseline at `path` knows moved from `findings` to `known`.

    An entry that has expired by `today` ("2026-11-24") covers nothing. One that covers nothing although its
    sheet was read is reported as stale, unless the findings are not `complete`, since some were not asked for.
    """
    waiting = {(entry.sheet, entry.fingerprint): entry for entry in entries}
    sorted_out = [_sort_out(report, waiting, path, today) for report in reports]
    if not complete:
        return sorted_out
    read = {sheet_name(report, path): position for position, report in reversed(list(enumerate(reports)))}
    for entry in waiting.values():
        position = read.get(entry.sheet, None if os.path.exists(_sheet_path(entry, path)) else 0)
        if position is not None and reports[position].sheet is not None:
            report = sorted_out[position]
            sorted_out[position] = report._replace(findings=(*report.findings, _stale(entry, path)))
    return sorted_out


def recorded(reports: Sequence[Report], entries: Sequence[Entry], path: str, least: Severity) -> tuple[Entry, ...]:
    """Return the entries of a new baseline: every finding of `reports` from severity `least` on.

    Reasons and expiries of entries that are still found are kept, as are the entries of sheets that were not read, or
    of which a part or a document was not.
    """
    old = {(entry.sheet, entry.fingerprint): entry for entry in entries}
    read = {sheet_name(report, path) for report in reports if _is_whole(report)}
    new = [entry for entry in entries if entry.sheet not in read and os.path.exists(_sheet_path(entry, path))]
    waiting = {(entry.sheet, entry.fingerprint) for entry in new}
    for report in reports:
        findings = [*report.findings, *report.known]
        for finding, mark in zip(findings, fingerprints(report, findings), strict=True):
            if finding.severity < least or not can_be_known(finding):
                continue
            name = sheet_name(report, path)
            if (name, mark) in waiting:
                continue
            kept = old.get((name, mark))
            new.append(
                Entry(
                    name,
                    mark,
                    finding.code,
                    claims_of(report, finding),
                    visible(finding.message),
                    kept.reason if kept else "",
                    kept.expires if kept else "",
                )
            )
    return tuple(sorted(new, key=lambda entry: entry.sheet))


def _is_whole(report: Report) -> bool:
    """Whether a sheet and its documents were read, so that what is not found any more is gone."""
    return report.sheet is not None and not any(finding.is_unread for finding in report.findings)


def can_be_known(finding: Finding) -> bool:
    """Whether a baseline may acknowledge a finding: no unreadable input, and no stale entry of its own."""
    return not finding.code.startswith("CC0") and finding.name != "stale-baseline"


def sheet_name(report: Report, path: str) -> str:
    """Return the path of a report's sheet relative to the folder of the baseline at `path`, with slashes."""
    folder = os.path.dirname(os.path.realpath(path))
    return seen_from(folder, os.path.realpath(report.path)).replace(os.sep, "/")


def _sheet_path(entry: Entry, path: str) -> str:
    return os.path.join(os.path.dirname(os.path.realpath(path)), entry.sheet)


def _sort_out(report: Report, waiting: dict[tuple[str, str], Entry], path: str, today: str) -> Report:
    """Move the known findings of one report; take their entries out of `waiting`."""
    name = sheet_name(report, path)
    kept: list[Finding] = []
    known: list[Finding] = []
    for finding, mark in zip(report.findings, fingerprints(report, report.findings), strict=True):
        entry = waiting.pop((name, mark), None) if can_be_known(finding) else None
        if entry is None:
            kept.append(finding)
        elif entry.expires and entry.expires < today:
            expired = f"its entry in {path} expired on {entry.expires}"
            kept.append(finding._replace(help=f"{finding.help}; {expired}" if finding.help else expired))
        else:
            known.append(finding)
    return report._replace(findings=tuple(kept), known=tuple(known))


def _stale(entry: Entry, path: str) -> Finding:
    about = f" about {', '.join(entry.claims)}" if entry.claims else ""
    message = f"the baseline knows a finding {entry.code}{about} of {entry.sheet} that is not found any more"
    help_ = "remove the entry, or write the baseline again with --write-baseline"
    return Finding.of("stale-baseline", message, Span(path, entry.line or 1), help_=help_)
