"""Changing single values in the text of a sheet, every other byte of it left as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.kinds.base import Mode
from claimcheck.sheet.load import load_sheet
from claimcheck.sheet.nodes import Mapping, Scalar, Sequence, YamlError, parse_yaml
from claimcheck.sheet.quoted import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.findings import Span
    from claimcheck.sheet.model import Sheet
    from claimcheck.sheet.nodes import Node

    _Kept = dict[Span, tuple[str, tuple[tuple[int, int, str], ...]]]

# What ends a line in YAML 1.1, which PyYAML counts by.
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Edit(NamedTuple):
    """What follows one drift: the quote's place, the ways in which it may be written, and what the quote says then."""

    place: Span
    ways: tuple[tuple[tuple[int, int, str], ...], ...]  # each of `text[start:end]` and what stands there then
    words: str = ""  # "" where only its `line:` changes


class Rewriter:
    """The text of a sheet, and what it asserts: changes that would alter the latter are not made."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        mark = text.startswith("\ufeff")  # which places do not count
        self._starts = [int(mark), *(found.end() for found in _BREAK.finditer(text))]
        root, _ = parse_yaml(text[mark:])
        self._lines = dict(_lines(root)) if root else {}

    def quote(self, place: Span, words: str, line: int | None) -> Edit:
        """Return the edit that puts `words` in place of a quote, in the style it has, and `line` beside it."""
        start, end = self._offsets(place)
        beside = self.line(place, line) if line else None
        also = beside.ways[0] if beside else ()
        ways = _styled(self.text[start:end], words)
        return Edit(place, tuple(((start, end, new), *also) for new in ways), words)

    def line(self, place: Span, number: int) -> Edit | None:
        """Return the edit that changes the `line:` beside a quote; `None` where there is none."""
        node = self._lines.get((place.line, place.column))
        if node is None:
            return None
        start, end = self._offsets(node)
        return Edit(place, (((start, end, self.text[start:end].replace(node.text, str(number), 1)),),))

    def made(self, edits: list[Edit]) -> set[Span]:
        """Make the edits, but for those at fault where the sheet would assert something else; return their places."""
        asserted = _asserted(self._load(self.text))
        kept = self._kept({}, edits, asserted)
        self.text = self._with(kept)
        return set(kept)

    def _kept(self, kept: _Kept, edits: list[Edit], asserted: object) -> _Kept:
        """Return `kept` and, beside it, the edits that are not at fault: all at once, else half by half."""
        tried = kept | {edit.place: (edit.words, edit.ways[0]) for edit in edits}
        if not edits or self._asserts(tried, asserted):
            return tried
        if len(edits) == 1:
            other = edits[0]._replace(ways=edits[0].ways[1:])
            return self._kept(kept, [other], asserted) if other.ways else kept
        half = len(edits) // 2
        return self._kept(self._kept(kept, edits[:half], asserted), edits[half:], asserted)

    def _asserts(self, kept: _Kept, asserted: object) -> bool:
        sheet = self._load(self._with(kept))
        if sheet is None or _asserted(sheet) != asserted:
            return False
        return {words for words, _ in kept.values() if words} <= _quotes(sheet)

    def _with(self, kept: _Kept) -> str:
        # Of quotes that share a `line:` the first decides.
        changes = {(start, end): new for _, way in reversed(kept.values()) for start, end, new in way}
        parts, at = [], 0
        for (start, end), new in sorted(changes.items()):
            parts += [self.text[at:start], new]
            at = end
        return "".join((*parts, self.text[at:]))

    def _load(self, text: str) -> Sheet | None:
        return load_sheet(self.path, text.encode("utf-8", "surrogatepass"))[0]

    def _offsets(self, place: Span | Scalar) -> tuple[int, int]:
        """Return where in the text a place of the parser begins and ends."""
        starts = self._starts
        return starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1


def _styled(old: str, words: str) -> list[str]:
    """Return how `words` may be written in place of `old`, in its own style first."""
    single = "'" + words.replace("'", "''") + "'"
    double = quoted(words)
    if old.startswith("'"):
        return [single, double]
    if old.startswith(("|", ">")):
        head, tail = old.split("\n", 1)[0], old[len(old.rstrip()) :]
        mark = head.find("#")
        return [double + (f"  {head[mark:].rstrip()}" if mark >= 0 else "") + tail]
    return [double] if old.startswith('"') or not _is_plain(words) else [words, double]


def _is_plain(words: str) -> bool:
    """Whether words need no quotation marks in a list."""
    try:
        root, slips = parse_yaml(f"- {words}")
    except YamlError:
        return False
    items = root.items if isinstance(root, Sequence) and not slips else ()
    return [item.text for item in items if isinstance(item, Scalar)] == [words]


def _asserted(sheet: Sheet | None) -> object:
    """Return what must stay: which claims there are, of which kinds, and the numbers they assert."""
    if sheet is None:
        return None
    claims = [
        (
            claim.id,
            [(kind.name, kind.working(), kind.asserted(Mode.WIDE)) for kind in claim.readings],
            len(claim.quotes),
        )
        for claim in sheet.claims
    ]
    return claims, [(each.because, len(each.quotes)) for each in sheet.exempt], sheet.documents and len(sheet.documents)


def _quotes(sheet: Sheet) -> set[str]:
    claimed = {quote.text for claim in sheet.claims for quote in claim.quotes}
    return claimed | {quote.text for each in sheet.exempt for quote in each.quotes}


def _lines(node: Node) -> Iterator[tuple[tuple[int, int], Scalar]]:
    """Yield the place of each quote that has a `line:` beside it, and that."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _lines(item)
    if not isinstance(node, Mapping):
        return
    beside = next((value for key, value in node.pairs if key.text == "line" and isinstance(value, Scalar)), None)
    for _, value in node.pairs:
        for item in value.items if beside and isinstance(value, Sequence) else (value,):
            if beside and isinstance(item, Scalar):
                yield (item.line, item.column), beside
        yield from _lines(value)
