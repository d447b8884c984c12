"""Drift: quotes that no longer stand in their documents as the sheet has them, and the sheet brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.anchor import anchor
from claimcheck.documents.drift import compare
from claimcheck.documents.moved import CHANGED, GONE, MOVED, REWORDED, Moved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.app.rewrite import Edit, Rewriter
    from claimcheck.documents.model import Document
    from claimcheck.findings import Span
    from claimcheck.sheet.model import Quote, Sheet
    from claimcheck.verdicts import Report


def drifted(report: Report, *, hints: bool = True) -> list[Moved]:
    """Return the quotes of claims and exemptions that drifted, in the order of the sheet.

    `hints` says whether `line:` counts; it does not with documents that the sheet does not name itself.
    """
    if report.sheet is None or not report.documents:
        return []
    found = []
    for owner, quote in _quotes(report.sheet):
        moved = _moved(report.documents, owner, quote, hints=hints)
        found += [moved] if moved else []
    return sorted(found, key=lambda each: (each.place.line, each.place.column))


def updated(
    path: str, text: str, moved: list[Moved], documents: tuple[Document, ...], *, hints: bool = True
) -> tuple[str, list[Moved]]:
    """Return the sheet's text with harmless drift followed, and each drift with its outcome.

    Only the quotes and `line:` numbers concerned are touched. A rewrite is kept only if the sheet still loads and every
    claim still asserts the same number; a quote whose number changed is never rewritten.
    """
    from claimcheck.app.rewrite import Rewriter

    if not moved:
        return text, []
    rewriter = Rewriter(path, text)
    ways = {each.place: _following(rewriter, each, documents, hints=hints) for each in moved}
    done = rewriter.made([way for way in ways.values() if not isinstance(way, str)])
    return rewriter.text, [each._replace(outcome=_outcome(each, ways[each.place], done)) for each in moved]


def _outcome(each: Moved, way: Edit | str, done: set[Span]) -> str:
    """Return what became of a drift."""
    if isinstance(way, str):
        return f"not rewritten: {way}"
    if each.place in done:
        return "rewritten"
    return "not rewritten: its claim would read another number from the new words"


def _following(rewriter: Rewriter, each: Moved, documents: tuple[Document, ...], *, hints: bool) -> Edit | str:
    """Return the edit that follows a drift, or why there is none."""
    if each.what == CHANGED:
        return "a number changed, correct the text or the claim"
    if each.what == GONE or each.there is None:
        return "nothing like it stands in the document"
    if each.what == MOVED:
        if each.places > 1:
            return f"{each.found!r} stands in the document {each.places} times"
        return rewriter.line(each.place, each.there.line) or "its `line:` was not found"
    places = [one for document in documents for one in anchor(document, each.found, fuzzy=False)]
    if len(places) != 1:
        return f"{each.found!r} stands in the document {len(places)} times"
    return rewriter.quote(each.place, each.found, each.there.line if hints else None)


def _quotes(sheet: Sheet) -> Iterator[tuple[str, Quote]]:
    """Yield each quote once, with the ids of the claims that share it."""
    owners: dict[Span, list[str]] = {}
    quotes: dict[Span, Quote] = {}
    for claim in sheet.claims:
        for quote in claim.quotes:
            owners.setdefault(quote.place, []).append(claim.base)
            quotes.setdefault(quote.place, quote)
    for place, quote in quotes.items():
        yield ", ".join(dict.fromkeys(owners[place])), quote
    for exemption in sheet.exempt:
        for quote in exemption.quotes:
            yield "exempt", quote


def _moved(documents: tuple[Document, ...], owner: str, quote: Quote, *, hints: bool) -> Moved | None:
    line = quote.line if hints else None
    found = [
        (document, one)
        for document in documents
        for one in anchor(document, quote.text, prefix=quote.prefix, suffix=quote.suffix, line=line)
    ]
    standing = [(document, one) for document, one in found if one.how != "fuzzy"]
    if standing:
        places = [document.span(one.start, one.end) for document, one in standing]
        if line is None or len(places) > 1 or places[0].line == line:
            return None
        several = sum(
            len(anchor(document, quote.text, prefix=quote.prefix, suffix=quote.suffix, fuzzy=False))
            for document in documents
        )
        return Moved(owner, quote.place, quote.text, MOVED, quote.text, places[0], places=several)
    if not found:
        return Moved(owner, quote.place, quote.text, GONE)
    document, best = max(found, key=lambda each: each[1].score)
    words = document.text[best.start : best.end]
    difference = compare(quote.text, words)
    what = CHANGED if difference.number_changed else REWORDED
    there = document.span(best.start, best.end)
    return Moved(owner, quote.place, quote.text, what, " ".join(words.split()), there, difference.changes)
