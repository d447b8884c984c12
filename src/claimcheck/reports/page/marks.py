"""What is marked in a document: its numbers, and the phrases of claims that print none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.documents.covered import EXEMPTED, UNCOVERED
from claimcheck.verdicts import WORST_FIRST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.covered import Number
    from claimcheck.documents.model import Document
    from claimcheck.verdicts import Report, Verdict


class Mark(NamedTuple):
    """A stretch of a document's text, what it is, and the claims it leads to."""

    start: int
    end: int
    kind: str  # a verdict, "exempted" or "uncovered"
    claims: tuple[str, ...] = ()
    because: str = ""


def marks(report: Report, document: Document) -> list[Mark]:
    """Return the marks of a document in order; none overlaps another."""
    results = report.results
    verdicts = {claim.id: results[claim.id].verdict for claim in report.claims}
    numbers = [_of_number(verdicts, number) for number in report.numbers if number.document is document]
    found = [mark for mark in numbers if mark]
    linked = {name for mark in found for name in mark.claims}
    for name, places in report.places.items():
        if name in verdicts and name not in linked:
            here = [each for each in places if each and each.document is document]
            found += [Mark(each.start, each.end, verdicts[name], (name,)) for each in here]
    parted = _apart(sorted(found, key=lambda mark: (mark.start, -mark.end)))
    return [mark for mark in parted if document.text[mark.start : mark.end].strip()]


def _of_number(verdicts: dict[str, Verdict], number: Number) -> Mark | None:
    start, end = number.written.amount_start, number.written.amount_end
    # A unit on the next line is not marked with its number: in a table the next line is another row.
    last = number.document.text.find("\n", number.written.number_end, end)
    end = max(number.written.number_end, last) if last >= 0 else end
    known = [name for name in number.claims if name in verdicts]
    names = sorted(known, key=lambda name: WORST_FIRST.index(verdicts[name]))
    if names:
        return Mark(start, end, verdicts[names[0]], tuple(names))
    if number.status in (EXEMPTED, UNCOVERED):
        return Mark(start, end, number.status, (), number.because)
    return None


def _apart(found: list[Mark]) -> Iterator[Mark]:
    """Yield the marks parted where they overlap: a number inside a phrase parts the phrase in two."""
    waiting: Mark | None = None
    for mark in found:
        if waiting is not None:
            if waiting.end <= mark.start:
                yield waiting
            else:
                if waiting.start < mark.start:
                    yield waiting._replace(end=mark.start)
                if waiting.end > mark.end:
                    yield mark
                    waiting = waiting._replace(start=mark.end)
                    continue
        waiting = mark
    if waiting is not None:
        yield waiting
