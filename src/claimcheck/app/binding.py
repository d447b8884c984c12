"""Which numbers of a document the claims and exemptions of a sheet hold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimcheck.quantity.terms import BARE, PERCENT
from claimcheck.quantity.written import scan

if TYPE_CHECKING:
    from claimcheck.documents.model import Document
    from claimcheck.kinds.base import Kind
    from claimcheck.quantity.written import Written
    from claimcheck.sheet.model import Claim, Quote
    from claimcheck.verdicts import Located, Report

# How many years one of each unit of time is.
YEARS = {"year": Fraction(1), "month": Fraction(1, 12), "quarter": Fraction(1, 4), "decade": Fraction(10)}


class Bindings:
    """The numbers of one document, by their position in its scan, with the claims and exemptions that hold them.

    A claim binds the number that its quote was read by, not every number in the quote: the others are `touched`.
    """

    def __init__(self, report: Report, document: Document, found: list[Written]) -> None:
        self.document = document
        self.found = found
        self.starts = [written.number_start for written in found]
        self.claims: dict[int, list[str]] = {}
        self.touched: dict[int, list[str]] = {}
        self.exempted: dict[int, str] = {}
        self._ends: dict[int, tuple[dict[str, None], dict[str, None]]] = {}
        self._kinds: dict[str, Kind] = {}
        self._sentences: list[tuple[int, int]] | None = None
        self._by_sentence: dict[int, list[str]] = {}
        if report.sheet is None:
            return
        for claim in report.sheet.claims:
            self._kinds[claim.id] = claim.kind
            for quote, located in zip(claim.quotes, report.places.get(claim.id, ()), strict=False):
                if located is not None and located.document is document:
                    self._bind(claim, quote, located)
        for each, places in zip(report.sheet.exempt, report.exempted, strict=False):
            for located in places:
                if located is not None and located.document is document:
                    for index in self._inside(located.start, located.end):
                        self.exempted.setdefault(index, each.because)

    def lasting(self, index: int) -> tuple[str, ...]:
        """Return the claims of the same sentence whose period is as long as the number says, "five years"."""
        written = self.found[index]
        factor = YEARS.get(written.unit.name)
        if factor is None or written.upper is not None or written.hedge not in ("", "exactly"):
            return ()
        length = written.value * factor
        names = dict.fromkeys((*self.touched.get(index, ()), *self._beside(written.number_start)))
        return tuple(name for name in names if _length(self._kinds[name]) == length)

    def _bind(self, claim: Claim, quote: Quote, located: Located) -> None:
        inside = self._inside(located.start, located.end)
        held = self._held(claim, quote, located, inside)
        for index in inside:
            (self.claims if index in held else self.touched).setdefault(index, []).append(claim.id)
        self._bind_end(claim, quote, located)

    def _bind_end(self, claim: Claim, quote: Quote, located: Located) -> None:
        """Note the end that a quote cuts out of a range, "fell by 2.3 kg | to 6.1 kg"; with both the range is held."""
        if quote.number is None or located.how != "exact":
            return
        start = located.start - (len(quote.text) - len(quote.text.lstrip())) + quote.number.written.number_start
        index = bisect_right(self.starts, start) - 1
        if index < 0 or not self._is_end(index, start) or index in self._inside(located.start, located.end):
            return
        ends = self._ends.setdefault(index, ({}, {}))
        ends[start > self.starts[index]][claim.id] = None
        if all(ends):
            self.claims[index] = list(dict.fromkeys((*self.claims.get(index, ()), *ends[0], *ends[1])))

    def _held(self, claim: Claim, quote: Quote, located: Located, inside: range) -> set[int]:
        """Return which numbers of a quote's passage are the claim's own."""
        kind: Any = claim.kind
        values = _asserted_values(claim)
        if values:
            percents = _percents(claim)
            return {index for index in inside if _is_among(self.found[index], values, percents)}
        if getattr(kind, "takes_all", False):
            return set(inside)
        if quote.number is None:
            return set()
        own = quote.number.written
        if located.how == "exact":
            lead = located.start - (len(quote.text) - len(quote.text.lstrip()))
            first, last = lead + own.amount_start, lead + own.amount_end
            whole = {index for index in inside if first <= self.starts[index] and self._end(index) <= last}
            return whole or {index for index in inside if self._is_end(index, lead + own.number_start)}
        return self._nth(quote, own, inside)

    def _is_end(self, index: int, start: int) -> bool:
        """Whether the number at `start` is an end of a range: "from 18% to 24%" is two levels for a claim of two."""
        return self.found[index].upper is not None and self.starts[index] <= start < self._end(index)

    def _nth(self, quote: Quote, own: Written, inside: range) -> set[int]:
        """Return the number of a reworded passage that stands for `own`: of like ones the one at the same rank."""
        alike = [index for index in inside if _is_alike(self.found[index], own)]
        rank = sum(_is_alike(written, own) and written.number_start < own.number_start for written in scan(quote.text))
        return {alike[rank]} if rank < len(alike) else set()

    def _inside(self, start: int, end: int) -> range:
        """Return the positions of the numbers that lie in `text[start:end]`."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end)
        while last > first and self._end(last - 1) > end:
            last -= 1
        return range(first, last)

    def _end(self, index: int) -> int:
        """Return where the digits of a number end; of a range those of its other end."""
        written = self.found[index]
        if written.upper is None:
            return written.number_end
        text = self.document.text
        end = min(written.amount_end, len(text))
        while end > written.number_end and not text[end - 1].isdecimal():
            end -= 1
        return end

    def _beside(self, offset: int) -> list[str]:
        """Return the claims that bind a number of the sentence around `offset`."""
        from claimcheck.extraction.text.sentences import sentence_at, sentence_spans

        if self._sentences is None:
            self._sentences = sentence_spans(self.document.text)
            for index, names in self.claims.items():
                at = sentence_at(self._sentences, self.starts[index])
                self._by_sentence.setdefault(at, []).extend(names)
        return self._by_sentence.get(sentence_at(self._sentences, offset), [])


def _asserted_values(claim: Claim) -> set[Fraction]:
    """Return the numbers that a claim asserts by other means than its quote: in a formula, or in `is`."""
    kind: Any = claim.kind
    if kind.name == "assert":
        return {value for written in scan(kind.formula) for value in _values(written)}
    if getattr(kind, "takes_all", False) and claim.number_place is not None:
        return {value for written in (kind.number.written, *kind.number.counts) for value in _values(written)}
    return set()


def _percents(claim: Claim) -> set[str]:
    """Return the digits of the percentages that `is` says, of cells whose head has the sign."""
    stated = claim.kind.stated
    numbers = (stated.written, *stated.counts) if stated else ()
    return {each.digits for each in numbers if each.unit == PERCENT}


def _is_among(written: Written, values: set[Fraction], percents: set[str]) -> bool:
    return bool(_values(written) & values) or (written.unit == BARE and written.digits in percents)


def _values(written: Written) -> set[Fraction]:
    if written.form != "fraction":
        return {abs(written.value)}
    from claimcheck.kinds.fraction import counts_in

    return {abs(written.value), *counts_in(written)}


def _is_alike(written: Written, own: Written) -> bool:
    """Whether a number is one that a claim asserts, or its bare digits, as a cell has them whose unit `is` says."""
    return abs(written.value) == abs(own.value) or written.digits == own.digits


def _length(kind: Kind) -> Fraction | None:
    """Return how many years lie between the periods of a claim."""
    from claimcheck.quantity.period import years_between

    start = getattr(kind, "start", None) or getattr(kind, "since", None) or getattr(kind, "from_", None)
    end = getattr(kind, "end", None) or getattr(kind, "to", None) or getattr(kind, "in_", None)
    return years_between(start, end) if start and end else None
