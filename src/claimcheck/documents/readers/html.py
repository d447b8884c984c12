"""HTML: the visible text.

Our own tokenizer, linear on any input: the standard library's is slower, and has been quadratic on hostile pages.
Line breaks of the source are spaces; empty lines part blocks and rows, tabs part cells. Scripts, styles, titles, hidden
elements, what is struck out and the hidden part of inline XBRL are not text.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from claimcheck.documents.model import Document, DocumentError
from claimcheck.documents.pieces import Pieces
from claimcheck.documents.readers.grid import Grid
from claimcheck.documents.readers.marks import BLOCKS, CELLS, ENTITY, STRUCK, decoded, small_digits
from claimcheck.documents.readers.plain import decode

if TYPE_CHECKING:
    from claimcheck.documents.readers import Progress

_RAW = frozenset(("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes"))
_UNSEEN = frozenset(
    ("template", "noscript", "svg", "ix:header", "select", "object", "audio", "video", "canvas", "datalist", *STRUCK)
)
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
)
_NAME = re.compile(r"/?([a-zA-Z][^\s/><]*)")
_QUOTE = re.compile("[\"'>]")
_HIDDEN = re.compile(r"(?:^|\s)hidden(?:\s|=|/|$)", re.IGNORECASE)
_VALUE = re.compile(r"""(style)?\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SHOWS_NOTHING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|line-through", re.IGNORECASE)
_HIDING = ("hidden", "none", "line-through")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-zA-Z0-9_.:-]{2,40})""", re.IGNORECASE)
_OF_PYTHON = frozenset(("idna", "punycode", "unicode-escape", "raw-unicode-escape", "mbcs", "oem"))  # in no page
_GRID = frozenset((*CELLS, "tr", "table", "thead", "tbody", "tfoot"))
_SPAN = re.compile(r"\b(col|row)span\s*=\s*[\"']?\s*(\d{1,4})", re.IGNORECASE)
_MOST_ACROSS = 60
_SPACES = str.maketrans("\n\r\t\f", "    ")
_STEP = 2000  # tags between two words to `progress`


def read(path: str, data: bytes, progress: Progress | None) -> Document:
    """Return the visible text of an HTML page, in UTF-8 or in the encoding it declares."""
    source = decode(path, data, _encoding(path, data))
    page = _Page(source)
    page.run(progress)
    return Document(path, page.pieces.text(), source=source, breaks=page.pieces.breaks)


def _encoding(path: str, data: bytes) -> str:
    declared = _CHARSET.search(data, 0, 2048)
    if not declared or data.startswith(b"\xef\xbb\xbf"):
        return "utf-8"
    given = declared[1].decode("ascii")
    try:
        "".encode(given)  # which no codec does that is none of texts
        name = codecs.lookup(given).name
    except (LookupError, UnicodeError):
        name = ""
    if not name or name in _OF_PYTHON:
        raise DocumentError(f"declares an encoding that is not known: {given}", path)
    # Browsers take these for the wider one that holds them, and a page that says UTF-16 here can not be it.
    wider = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030"}
    return "utf-8" if name.startswith("utf") else wider.get(name, name)


class _Page:
    """The state of the one pass over the source."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.pieces = Pieces()
        self.shown = "\n"  # the last character shown
        self.unseen = ""  # the element that hides all within it
        self.depth = 0  # how many of its name are open
        self.small = ""  # sup or sub
        self.preformatted = 0
        self.trusts_quotes = True
        self.tables = [Grid()]  # those around this place; the first stands for cells outside of all
        self.missing: set[str] = set()  # what is known not to follow any more

    def run(self, progress: Progress | None) -> None:
        source, size = self.source, len(self.source)
        at = count = 0
        while at < size:
            tag = source.find("<", at)
            if tag < 0:
                tag = size
            if tag > at and not self.unseen:
                self.text(at, tag)
            if tag == size:
                break
            at = self.markup(tag)
            count += 1
            if progress and not count % _STEP:
                progress(at, size)

    def markup(self, at: int) -> int:
        """Take what begins with `<`; return where it ends."""
        source = self.source
        name = _NAME.match(source, at + 1)
        if name:
            end = self.tag_end(at)
            if end < 0:
                return self.literal(at)
            return self.tag(name[1].lower(), source[at + 1] == "/", name.end(), at, end)
        if source.startswith("<!--", at):
            return self.past("-->", at + len("<!--"), at)
        if source.startswith(("<!", "<?", "</"), at):
            return self.past(">", at, at)
        return self.literal(at)

    def literal(self, at: int) -> int:
        if not self.unseen:
            self.text(at, at + 1)
        return at + 1

    def past(self, closing: str, start: int, at: int) -> int:
        """Return the end of what `closing` closes; where nothing does, `<` is a character."""
        end = -1 if closing in self.missing else self.source.find(closing, start)
        if end < 0:
            self.missing.add(closing)
            return self.literal(at)
        return end + len(closing)

    def tag_end(self, at: int) -> int:
        """Return the place after the tag's `>`, quotes heeded; -1 where there is none."""
        source = self.source
        first = -1 if ">" in self.missing else source.find(">", at)
        if first < 0:
            self.missing.add(">")
            return -1
        if not self.trusts_quotes:
            return first + 1
        place = at
        while found := _QUOTE.search(source, place):
            if found[0] == ">":
                return found.end()
            closing = source.find(found[0], found.end())
            if closing < 0:
                break
            place = closing + 1
        # A quote that never ends: from here on no quote is trusted, or hostile pages would be read again and again.
        self.trusts_quotes = False
        return first + 1

    def tag(self, name: str, closes: bool, attributes: int, at: int, end: int) -> int:
        if self.unseen:
            if name == self.unseen:
                self.depth += -1 if closes else self.source[end - 2] != "/"
                if not self.depth:
                    self.unseen = ""
            elif name in _RAW and not closes:
                return self.raw(name, end)
            return end
        if not closes:
            if name in _RAW:
                return self.raw(name, end)
            if name not in _VOID and self.is_unseen(name, attributes, end):
                self.unseen, self.depth = name, 1
                return end
        if name in _GRID:
            self.grid(name, closes, self.source[attributes : end - 1], at)
        else:
            self.mark(name, closes=closes, at=at)
        return end

    def grid(self, name: str, closes: bool, given: str, at: int) -> None:
        """Show what a table, a row or a cell shows: tabs for cells, also for those that merged ones cover."""
        if name in CELLS:
            if not closes:
                spans = {found[1].lower(): int(found[2]) for found in _SPAN.finditer(given)}
                tabs = self.tables[-1].cell(min(spans.get("col", 1), _MOST_ACROSS), spans.get("row", 1))
                self.put("\t" * (tabs or self.shown != "\n"), at)
            return
        opens = name == "table" and not closes  # within a cell it ends no row
        if not opens:
            self.put("\t" * self.tables[-1].end(), at)
        self.mark(name, closes=closes, at=at)
        if opens:
            self.tables.append(Grid())
        elif name == "table":
            self.tables[1:] = self.tables[1:-1]
        elif name != "tr":
            self.tables[-1] = Grid()  # nothing reaches from one section into the next
        elif not closes:
            self.tables[-1].row()

    def is_unseen(self, name: str, attributes: int, end: int) -> bool:
        if self.source[end - 2] == "/":
            return False
        if name in _UNSEEN:
            return True
        if end - attributes < len(" hidden"):
            return False
        given = self.source[attributes : end - 1]
        return any(word in given for word in _HIDING) and _hides(given)

    def raw(self, name: str, end: int) -> int:
        """Return the place of the end tag of an element whose content is no text."""
        if name in self.missing:
            return end
        closing = re.compile(f"</{name}", re.IGNORECASE).search(self.source, end)
        if closing is None:
            self.missing.add(name)
            return end
        return closing.start()

    def mark(self, name: str, *, closes: bool, at: int) -> None:
        """Show what a tag shows: nothing, a tab or a new line."""
        if name in ("sup", "sub"):
            self.small = "" if closes else name
        elif name == "pre":
            self.preformatted += -1 if closes else 1
        if name in BLOCKS and self.shown != "\n":
            self.put("\n" if name == "br" else "\n\n", at)

    def put(self, shown: str, at: int) -> None:
        if shown:
            self.pieces.put(shown, at)
            self.shown = shown[-1]

    def text(self, start: int, end: int) -> None:
        source = self.source
        chunk = source[start:end]
        if self.preformatted <= 0:
            if chunk.isspace():
                if self.shown not in " \n\t":
                    self.put(" ", start)
                return
            chunk = chunk.translate(_SPACES) if "\n" in chunk or "\t" in chunk or "\r" in chunk else chunk
        at = 0
        if "&" in chunk:
            for entity in re.finditer(ENTITY, chunk):
                self.plain(chunk[at : entity.start()], start + at)
                self.pieces.put(decoded(entity[0]), start + entity.start())
                at = entity.end()
        self.plain(chunk[at:], start + at)
        self.shown = chunk[-1]

    def plain(self, chunk: str, start: int) -> None:
        self.pieces.add(small_digits(chunk, self.small) if self.small else chunk, start)


def _hides(attributes: str) -> bool:
    """Whether the attributes hide an element: `hidden`, or a style that shows nothing."""
    if any(value[1] and _SHOWS_NOTHING.search(value[0]) for value in _VALUE.finditer(attributes)):
        return True
    return _HIDDEN.search(_VALUE.sub("=", attributes)) is not None
