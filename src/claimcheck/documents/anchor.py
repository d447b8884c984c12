"""Finding a quote in a document: as it stands, else normalised, else by what is nearest to it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from claimcheck.documents.boundary import cuts_number
from claimcheck.documents.model import Document
from claimcheck.documents.pieces import text_offset

INDEXED_FROM = 50_000  # characters; a shorter text is searched faster than it is indexed
MOST = 10_000  # places of one quote that are looked at: more than one is ambiguous already
NEAR = 200  # characters before and after a match in which prefix and suffix are looked for, beyond their own length


class Anchor(NamedTuple):
    """Where a quote stands in a text, how it was found ("exact", "normalised", "fuzzy"), and how alike it is."""

    start: int
    end: int
    how: str
    score: float = 1.0


def anchor(
    document: Document,
    quote: str,
    *,
    prefix: str = "",
    suffix: str = "",
    line: int | None = None,
    fuzzy: bool = True,
    most: int = MOST,
) -> list[Anchor]:
    """Return where `quote` stands, in the order of the text; more than one is for the caller to report.

    Exact matches only, where there is one; else normalised ones, or those of a quote copied with its markup; else
    (with `fuzzy`) the most similar passages, best first, which is drift and never a match. No match begins or ends
    inside a number. `prefix` and `suffix` must stand right before and after, spaces aside. `line` is a hint: of
    several, those nearest to it are returned. No more than `most` are looked for, on that line or anywhere, but to tell
    by these three which are meant.
    """
    quote = quote.strip()
    if not quote:
        return []
    most = MOST if prefix or suffix else most
    if line and (found := _beside(document, list(islice(_on_line(document, quote, line), most)), prefix, suffix)):
        return found
    most = MOST if line else most
    found = [Anchor(start, start + len(quote), "exact") for start in islice(_exact(document, quote), most)]
    found = _beside(document, found, prefix, suffix)
    if not found:
        found = _beside(document, list(islice(_normalised(document, quote), most)), prefix, suffix)
    if not found and document.source is not document.text:
        found = _beside(document, list(_in_source(document, quote)), prefix, suffix)
    if not found and fuzzy:
        from claimcheck.documents.fuzzy import nearest

        return nearest(document, quote, prefix=prefix, suffix=suffix, line=line)
    return _nearest_line(document, found, line) if line and len(found) > 1 else found


def _on_line(document: Document, quote: str, line: int) -> Iterator[Anchor]:
    """Yield where a quote stands on a line, so that a table is not searched for each of the numbers that fill it."""
    text, (start, end) = document.text, document.on_line(line)
    found = False
    for at in occurrences(text, quote, start, end):
        if not cuts_number(text, at, at + len(quote)):
            found = True
            yield Anchor(at, at + len(quote), "exact")
    if not found and quote not in text:
        yield from _normalised(document, quote, start, end)


def _exact(document: Document, quote: str) -> Iterator[int]:
    text = document.text
    starts: Iterator[int]
    if len(text) >= INDEXED_FROM and (runs := document.digit_runs.candidates(quote)) is not None:
        starts = (start for start in runs if start >= 0 and text.startswith(quote, start))
    else:
        starts = occurrences(text, quote)
    return (start for start in starts if not cuts_number(text, start, start + len(quote)))


def _normalised(document: Document, quote: str, begin: int = 0, stop: int | None = None) -> Iterator[Anchor]:
    from claimcheck.documents.normal import normalise

    normal = document.normalised
    wanted = normalise(quote).text.strip()
    if not wanted:
        return
    long = stop is None and len(normal.text) >= INDEXED_FROM
    runs = document.normal_digit_runs.candidates(wanted) if long else None
    starts: Iterable[int]
    if runs is None:
        ends = normal.shortened(begin), None if stop is None else normal.shortened(stop)
        starts = occurrences(normal.text, wanted, *ends)
    else:
        starts = (start for start in runs if start >= 0 and normal.text.startswith(wanted, start))
    for at in starts:
        start, end = normal.original(at, at + len(wanted))
        joined = _joined(normal.text, at) or _joined(normal.text, at + len(wanted))
        if not joined and not cuts_number(document.text, start, end):
            yield Anchor(start, end, "normalised")


def _in_source(document: Document, quote: str) -> Iterator[Anchor]:
    """Yield where a quote with its markup, copied from the source, is shown: `down **7%**` is shown as down 7%."""
    for at in occurrences(document.source, quote):
        start = text_offset(document.breaks, at)
        shown = document.text[start : text_offset(document.breaks, at + len(quote))]
        start += len(shown) - len(shown.lstrip())
        end = start + len(shown.strip())
        if start < end and not cuts_number(document.text, start, end):
            yield Anchor(start, end, "normalised")


def _joined(normal: str, at: int) -> bool:
    """Whether two digits meet at `at`: what parted them in the text was invisible."""
    pair = normal[at - 1 : at + 1] if at else ""
    return len(pair) == len("77") and pair.isdecimal()


def occurrences(text: str, part: str, begin: int = 0, stop: int | None = None) -> Iterator[int]:
    """Yield the first offsets from `begin` to `stop`, up to `MOST`, at which `part` begins; they may overlap."""
    end = len(text) if stop is None else stop + len(part) - 1
    at = text.find(part, begin, end)
    left = MOST
    while at >= 0 and left:
        yield at
        at = text.find(part, at + 1, end)
        left -= 1


def _beside(document: Document, found: list[Anchor], prefix: str, suffix: str) -> list[Anchor]:
    """Return those that have `prefix` right before and `suffix` right after."""
    if not found or not (prefix.strip() or suffix.strip()):
        return found
    return [one for one in found if _has_before(document, one.start, prefix) and _has_after(document, one.end, suffix)]


def _has_before(document: Document, start: int, prefix: str) -> bool:
    wanted = prefix.strip()
    before = document.text[max(0, start - len(wanted) - NEAR) : start].rstrip()
    return before.endswith(wanted) or _plain(before).endswith(_plain(wanted))


def _has_after(document: Document, end: int, suffix: str) -> bool:
    wanted = suffix.strip()
    after = document.text[end : end + len(wanted) + NEAR].lstrip()
    return after.startswith(wanted) or _plain(after).startswith(_plain(wanted))


def _plain(text: str) -> str:
    from claimcheck.documents.normal import normalise

    return normalise(text).text.strip()


def _nearest_line(document: Document, found: list[Anchor], line: int) -> list[Anchor]:
    away = [abs(document.place(one.start)[0] - line) for one in found]
    least = min(away)
    return [one for one, distance in zip(found, away, strict=True) if distance == least]
