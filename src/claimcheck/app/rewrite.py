"""Changing single values in the text of a sheet, every other byte of it left as it is."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Mode
from claimcheck.sheet.load import load_sheet
from claimcheck.sheet.nodes import Mapping, Scalar, Sequence, parse_yaml

if TYPE_CHECKING:
    from claimcheck.findings import Span
    from claimcheck.sheet.model import Sheet
    from claimcheck.sheet.nodes import Node

# What ends a line in YAML 1.1, which PyYAML counts by.
_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


class Rewriter:
    """The text of a sheet, and what it asserts; a change that would alter the latter is undone."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.asserted = _asserted(self._load(text))

    def quote(self, place: Span, words: str) -> bool:
        """Put `words` in place of the quote at `place`, in the style it has; return whether that could be done."""
        start, end = self._offsets(place.line, place.column), self._offsets(place.end_line, place.end_column)
        old = self.text[start:end]
        return any(self._changed(start, end, new, words) for new in _styled(old, words))

    def line(self, place: Span, number: int) -> bool:
        """Put `number` in place of the `line:` beside the quote at `place`; return whether that could be done."""
        root, _ = parse_yaml(self.text.removeprefix("\ufeff"))
        node = _line_beside(root, place) if root else None
        if node is None:
            return False
        start, end = self._offsets(node.line, node.column), self._offsets(node.end_line, node.end_column)
        old = self.text[start:end]
        return self._changed(start, end, old.replace(node.text, str(number), 1), None)

    def _changed(self, start: int, end: int, new: str, words: str | None) -> bool:
        text = self.text[:start] + new + self.text[end:]
        sheet = self._load(text)
        if sheet is None or _asserted(sheet) != self.asserted:
            return False
        if words is not None and words not in _quotes(sheet):
            return False
        self.text = text
        return True

    def _load(self, text: str) -> Sheet | None:
        return load_sheet(self.path, text.encode("utf-8", "surrogatepass"))[0]

    def _offsets(self, line: int, column: int) -> int:
        """Return where in the text a place of the parser is; it does not count a byte order mark."""
        mark = 1 if self.text.startswith("\ufeff") else 0
        at = mark
        for number, found in enumerate(_BREAK.finditer(self.text), 1):
            if number == line:
                break
            at = found.end()
            if number == line - 1:
                break
        return at + column - 1


def _styled(old: str, words: str) -> list[str]:
    """Return how `words` may be written in place of `old`, in its own style first."""
    single = "'" + words.replace("'", "''") + "'"
    double = json.dumps(words, ensure_ascii=False)
    if old.startswith("'"):
        return [single, double]
    if old.startswith(("|", ">")):
        head, tail = old.split("\n", 1)[0], old[len(old.rstrip()) :]
        mark = head.find("#")
        return [double + (f"  {head[mark:].rstrip()}" if mark >= 0 else "") + tail]
    return [double] if old.startswith('"') else [words, double]


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


def _line_beside(node: Node, place: Span) -> Scalar | None:
    """Return the value of `line` in the mapping that holds the quote at `place`."""
    if isinstance(node, Sequence):
        return next((found for item in node.items if (found := _line_beside(item, place))), None)
    if not isinstance(node, Mapping):
        return None
    for _, value in node.pairs:
        found = _line_beside(value, place)
        if found is not None:
            return found
    lines = [value for key, value in node.pairs if key.text == "line" and isinstance(value, Scalar)]
    return lines[0] if lines and any(_holds(value, place) for _, value in node.pairs) else None


def _holds(node: Node, place: Span) -> bool:
    items = node.items if isinstance(node, Sequence) else (node,)
    return any(isinstance(item, Scalar) and (item.line, item.column) == (place.line, place.column) for item in items)
