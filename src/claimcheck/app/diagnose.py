"""Findings from what the engine gives: conflicts, refuted readings, the undecided; and what authors acknowledge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.app.mistyped import mistyped
from claimcheck.findings import Finding, Related, Severity, Span
from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.sheet.model import Claim
    from claimcheck.verdicts import Conflict, Report


def diagnose(report: Report, findings: list[Finding]) -> list[Finding]:
    """Return the findings of reading a sheet with those of deciding it, less what its claims acknowledge."""
    assessment, sheet = report.assessment, report.sheet
    if assessment is None or sheet is None:
        return findings
    found = [*findings, *mistyped(sheet)]
    for position, conflict in enumerate(assessment.conflicts):
        found.append(_contradiction(report, conflict, position))
    for name, position in assessment.refuted_readings:
        claim = sheet.claim(name)
        if claim and position < len(claim.readings) > 1 and report.results[name].verdict is not Verdict.CONTRADICTED:
            message = f"{name} cannot be read as {claim.readings[position].working()}: it holds by another reading"
            found.append(_of_claim(report, claim, "refuted-reading", message))
    for result in assessment.results:
        if result.verdict is Verdict.UNDECIDED and (claim := sheet.claim(result.claim)):
            message = f"whether {result.claim} holds could not be decided: {result.reason or 'no reason was given'}"
            found.append(_of_claim(report, claim, "undecided", message))
    return _acknowledged(report, found)


def place_of(report: Report, claim: Claim) -> Span:
    """Return where a claim stands: its number in the document, else its quote, else the claim in the sheet."""
    return next((place for place, _ in _quoted(report, claim)), claim.place)


def _quoted(report: Report, claim: Claim) -> Iterator[tuple[Span, str]]:
    """Yield where the document has the number of each quote of a claim, and the words of the quote."""
    for quote, located in zip(claim.quotes, report.places.get(claim.id, ()), strict=False):
        if located is None:
            continue
        start, end = located.start, located.end
        written = quote.number.written if quote.number else None
        if written is not None and located.how == "exact":
            start, end = located.start + written.number_start, located.start + written.number_end
        yield located.document.span(start, end), quote.text


def _of_claim(report: Report, claim: Claim, name: str, message: str) -> Finding:
    return Finding.of(name, message, place_of(report, claim), claim=claim.id)


def _contradiction(report: Report, conflict: Conflict, position: int) -> Finding:
    from claimcheck.reports.hints import hints
    from claimcheck.reports.telling import headline
    from claimcheck.reports.wording import repair_text, said

    sheet = report.sheet
    assert sheet is not None  # noqa: S101  conflicts come from a sheet
    claims = [claim for name in conflict.claims if (claim := sheet.claim(name))]
    first = claims[0]
    related = tuple(Related(place_of(report, claim), said(claim), claim.id) for claim in claims[1:])
    if not related:  # its quotes disagree, perhaps
        related = tuple(Related(place, f"“{text}”", first.id) for place, text in [*_quoted(report, first)][1:])
    repairs = [f"{r.claim}: {text}" for r in conflict.repairs if (text := repair_text(sheet, r))]
    repairs += [note for _, note in hints(report, conflict.claims)]
    message = headline(sheet, conflict)
    place, help_, kind = place_of(report, first), "; or ".join(repairs), first.kind
    if len(claims) == 1 and not conflict.narrow:
        return Finding(kind.code, kind.fault, Severity.ERROR, message, place, related, help_, first.id, position)
    broken = "contradiction-if-exact" if conflict.narrow else "contradiction"
    return Finding.of(broken, message, place, related, help_, first.id)._replace(conflict=position)


def _acknowledged(report: Report, findings: list[Finding]) -> list[Finding]:
    """Drop findings that a claim's `ignore` names, and note an `ignore` that names none."""
    sheet = report.sheet
    assert sheet is not None  # noqa: S101  asked for with a sheet
    ignoring = {claim.id: claim.ignores for claim in sheet.claims if claim.ignores}
    if not ignoring:
        return findings
    used: set[tuple[str, str]] = set()
    kept = []
    for found in findings:
        names = {found.claim} if found.conflict is None else set(report.conflicts[found.conflict].claims)
        matching = {(name, i.code) for name in names for i in ignoring.get(name, ()) if i.code == found.code}
        used |= matching
        if not matching:
            kept.append(found)
    for claim in sheet.claims:
        for each in claim.ignores:
            if (claim.id, each.code) not in used:
                message = f"{claim.id} ignores {each.code}, and nothing of that kind is found"
                kept.append(Finding.of("unused-ignore", message, each.place))
    return kept
