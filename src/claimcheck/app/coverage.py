"""Coverage: each number of a sheet's documents is bound to a claim, exempted, or uncovered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.app.binding import Bindings
from claimcheck.documents.covered import BOUND, EXEMPTED, UNCOVERED, Number
from claimcheck.quantity.terms import QUANTITIES
from claimcheck.quantity.written import scan

if TYPE_CHECKING:
    from claimcheck.documents.model import Document
    from claimcheck.findings import Finding, Span
    from claimcheck.quantity.written import Written
    from claimcheck.verdicts import Report

_RANKED = (UNCOVERED, "code", "label", "ordinal", "date", "year", EXEMPTED, BOUND)


def cover(report: Report) -> list[Number]:
    """Return every number of the report's documents in order, with its status."""
    return [number for document in report.documents for number in _cover_one(report, document)]


def cover_all(reports: list[Report]) -> list[Number]:
    """Return the numbers of all documents of several sheets; what one of the sheets covers is covered."""
    merged: dict[tuple[str, int], Number] = {}
    for report in reports:
        for number in cover(report):
            key = number.document.path, number.written.number_start
            merged[key] = _joined(merged[key], number) if key in merged else number
    return list(merged.values())


def uncovered(report: Report) -> list[Finding]:
    """Return one finding for each uncovered number: a note, or an error where the sheet says `coverage: required`.

    A number that stands where a drifted quote is told already is left out.
    """
    from claimcheck.findings import Finding, Related, Severity

    if report.sheet is None:
        return []
    required = report.sheet.defaults.coverage == "required"
    told = _told(report)
    found = []
    for number in cover(report):
        if number.status != UNCOVERED:
            continue
        place = number.place
        if any(_within(place, span) for span in told.get(place.path, ())):
            continue
        message = f"{number.text!r} is in no claim and not exempted"
        if number.touched:
            message += f": the quote of {', '.join(number.touched)} holds it, and asserts another number"
        related = tuple(
            Related(claim.place, "its quote holds the number", name)
            for name in number.touched
            if (claim := report.sheet.claim(name))
        )
        help_ = "claim it, or exempt it with a reason"
        each = Finding.of("uncovered-number", message, place, related, help_)
        found.append(each._replace(severity=Severity.ERROR) if required else each)
    return found


def _told(report: Report) -> dict[str, list[Span]]:
    """Return the places in documents at which a finding on a drifted quote points, by path."""
    told: dict[str, list[Span]] = {}
    for finding in report.findings:
        if finding.name == "quote-not-found":
            for related in finding.related:
                told.setdefault(related.span.path, []).append(related.span)
    return told


def _within(place: Span, span: Span) -> bool:
    first, last = (span.line, span.column), (span.end_line, span.end_column)
    return first <= (place.line, place.column) and (place.end_line, place.end_column) <= last


def _cover_one(report: Report, document: Document) -> list[Number]:
    locale = report.sheet.defaults.style.locale if report.sheet else "en"
    found = scan(document.text, locale)
    bindings = Bindings(report, document, found)
    return [_judged(bindings, document, index, written) for index, written in enumerate(found)]


def _judged(bindings: Bindings, document: Document, index: int, written: Written) -> Number:
    bound = bindings.claims.get(index, ())
    exempt = bindings.exempted.get(index)
    if bound:
        return Number(document, written, BOUND, tuple(dict.fromkeys(bound)))
    if exempt is not None:
        return Number(document, written, EXEMPTED, because=exempt)
    if written.form not in QUANTITIES:
        return Number(document, written, written.form)
    if document.in_code(written.number_start):
        return Number(document, written, "code")
    lasting = bindings.lasting(index)
    if lasting:
        return Number(document, written, BOUND, lasting, period=True)
    touched = tuple(dict.fromkeys(bindings.touched.get(index, ())))
    return Number(document, written, UNCOVERED, touched=touched)


def _joined(first: Number, second: Number) -> Number:
    """Return the better of what two sheets say of one number."""
    swap = _RANKED.index(second.status) > _RANKED.index(first.status)
    best, other = (second, first) if swap else (first, second)
    return best._replace(claims=tuple(dict.fromkeys((*best.claims, *other.claims))))
