"""Where the quotes of a sheet stand in its documents, and what is wrong with those that do not stand there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.anchor import anchor
from claimcheck.findings import Finding, Related, Span
from claimcheck.verdicts import Located

if TYPE_CHECKING:
    from claimcheck.documents.model import Document
    from claimcheck.sheet.model import Quote, Sheet

Places = dict[str, tuple[Located | None, ...]]
Exempted = tuple[tuple[Located | None, ...], ...]


def anchor_all(sheet: Sheet, documents: tuple[Document, ...], *, hints: bool) -> tuple[Places, Exempted, list[Finding]]:
    """Return the places of all quotes of claims and of exemptions, and the findings on those that drifted.

    `hints` says whether `line:` counts; it does not with documents that the sheet does not name itself.
    """
    finder = _Finder(documents, hints=hints)
    places: Places = {}
    for claim in sheet.claims:
        if claim.quotes:
            places[claim.id] = tuple(finder.find(quote, claim.id) for quote in claim.quotes)
    exempted = tuple(tuple(finder.find(quote, "") for quote in each.quotes) for each in sheet.exempt)
    return places, exempted, finder.findings


class _Finder:
    def __init__(self, documents: tuple[Document, ...], *, hints: bool) -> None:
        self.documents = documents
        self.hints = hints
        self.findings: list[Finding] = []
        self.found: dict[Quote, Located | None] = {}

    def find(self, quote: Quote, claim: str) -> Located | None:
        """Return where a quote stands; the claims of one list share theirs, and its findings."""
        key = quote._replace(number=None)
        if key not in self.found:
            self.found[key] = self._find(quote, claim)
        return self.found[key]

    def _find(self, quote: Quote, claim: str) -> Located | None:
        best = self._anchored(quote, fuzzy=False)
        if len(best) > 1:
            self._ambiguous(quote, claim, best)
        if best:
            return best[0]
        near = self._anchored(quote, fuzzy=True)
        return self._drifted(quote, claim, near[0] if near else None)

    def _anchored(self, quote: Quote, *, fuzzy: bool) -> list[Located]:
        line = quote.line if self.hints else None
        return [
            Located(document, each.start, each.end, each.how)
            for document in self.documents
            for each in anchor(document, quote.text, prefix=quote.prefix, suffix=quote.suffix, line=line, fuzzy=fuzzy)
        ]

    def _ambiguous(self, quote: Quote, claim: str, found: list[Located]) -> None:
        related = tuple(Related(_span(each), "it stands here") for each in found[:8])
        message = f"the quote {quote.text!r} stands in the document {len(found)} times"
        self._report(
            "quote-ambiguous", message, quote, claim, related, "quote more words, or add prefix:, suffix: or line:"
        )

    def _drifted(self, quote: Quote, claim: str, near: Located | None) -> Located | None:
        if near is None:
            names = ", ".join(document.path for document in self.documents)
            self._report("quote-not-found", f"the quote {quote.text!r} does not stand in {names}", quote, claim)
            return None
        from claimcheck.documents.drift import compare

        there = near.document.text[near.start : near.end]
        if there == quote.text:
            beside = " and ".join(f"{name} {text!r}" for name, text in _beside(quote))
            self._report(
                "quote-not-found", f"the quote {quote.text!r} stands nowhere beside its {beside}", quote, claim
            )
            return None
        said = repr(" ".join(there.split()))  # cells and lines are parted by white space that says nothing here
        related = (Related(_span(near), f"the nearest words are {said}"),)
        drift = compare(quote.text, there)
        if drift.number_changed:
            message = f"the quote {quote.text!r} does not stand in the document, which says {said}"
            what = "a number" if drift.digits_differ or drift.units_differ else "what is said of a number"
            help_ = f"{what} changed: correct the claim or the text"
            self._report("quote-not-found", message, quote, claim, related, help_)
            return None
        message = f"the quote {quote.text!r} is reworded in the document: {said}"
        self._report("quote-reworded", message, quote, claim, related, "`claimcheck drift --update` copies it again")
        return near

    def _report(
        self, name: str, message: str, quote: Quote, claim: str, related: tuple[Related, ...] = (), help_: str = ""
    ) -> None:
        self.findings.append(Finding.of(name, message, quote.place, related, help_, claim))


def _beside(quote: Quote) -> list[tuple[str, str]]:
    return [(name, text) for name, text in (("prefix", quote.prefix), ("suffix", quote.suffix)) if text]


def _span(located: Located) -> Span:
    return located.document.span(located.start, located.end)
