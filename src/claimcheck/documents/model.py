"""A document: its visible text, and where each piece of it stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from claimcheck.documents.pieces import text_offset
from claimcheck.findings import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.anchor import Anchor
    from claimcheck.documents.digits import DigitRuns
    from claimcheck.documents.normal import Normalised
    from claimcheck.documents.words import Words


class DocumentError(Exception):
    """A document that cannot be read: one line for people, with the place where it is known (lines count from 1)."""

    def __init__(self, message: str, path: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message, path, line, column)
        self.message = message
        self.path = path
        self.line = line
        self.column = column

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.message}"


class Document:
    """The visible text of one file, immutable; offsets count characters of `text`.

    `source` is the text of the file where the reader works on one (Markdown, HTML), else `text` itself stands for it
    (PDF, DOCX, XLSX), and `labels` name places that have no line: `page 3`, `Sheet1!B7`.
    `breaks` are pairs of equally long lists: from offset `breaks[0][i]` on, the text runs along with the source from
    `breaks[1][i]`. `code` are the spans of the text that show code, in order. What is derived is kept on first use.
    """

    __slots__ = (
        "_digit_runs", "_lines", "_normal_digit_runs", "_normalised", "_words",
        "breaks", "code", "labels", "path", "similar", "source", "text",
    )  # fmt: skip

    def __init__(
        self,
        path: str,
        text: str,
        *,
        source: str | None = None,
        breaks: tuple[Sequence[int], Sequence[int]] = ((), ()),
        labels: tuple[Sequence[int], Sequence[str]] = ((), ()),
        code: Sequence[tuple[int, int]] = (),
    ) -> None:
        self.path = path
        self.text = text
        self.source = text if source is None else source
        self.breaks = breaks
        self.labels = labels
        self.code = code
        self._lines: list[int] | None = None
        self._digit_runs: DigitRuns | None = None
        self._normal_digit_runs: DigitRuns | None = None
        self._normalised: Normalised | None = None
        self._words: Words | None = None
        self.similar: dict[tuple[str, str, str, int | None], list[Anchor]] = {}  # what was found for a lost quote

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (self.path, self.text, self.source, self.breaks, self.labels, self.code)

    def __repr__(self) -> str:
        return f"Document({self.path!r}, {len(self.text)} characters)"

    def source_offset(self, offset: int) -> int:
        """Return where in the source the character at `offset` of the text stands."""
        mine, theirs = self.breaks
        at = bisect_right(mine, offset) - 1
        if at < 0:
            return offset
        there = theirs[at] + offset - mine[at]
        # What was inserted or shortened (an entity, a tab for a cell's end) never runs past the next piece.
        return min(there, theirs[at + 1]) if at + 1 < len(theirs) else min(there, len(self.source))

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column in the source of the character at `offset`, both from 1; columns count characters."""
        there = self.source_offset(offset)
        starts = self.line_starts()
        line = bisect_right(starts, there)
        return line, there - starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """Return the place of `text[start:end]` in the source, the end exclusive."""
        line, column = self.place(start)
        label = self.label(start)
        if end <= start:
            return Span(self.path, line, column, line, column, label)
        end_line, end_column = self.place(end - 1)
        return Span(self.path, line, column, end_line, end_column + 1, label)

    def label(self, offset: int) -> str:
        """Return the name of the place, `page 3` or `Sheet1!B7`; "" where lines say it."""
        at = bisect_right(self.labels[0], offset) - 1
        return self.labels[1][at] if at >= 0 else ""

    def in_code(self, offset: int) -> bool:
        """Whether the character at `offset` shows code."""
        at = bisect_right(self.code, offset, key=itemgetter(0)) - 1
        return at >= 0 and offset < self.code[at][1]

    def on_line(self, line: int) -> tuple[int, int]:
        """Return the offsets in the text between which a line of the source is shown."""
        starts = self.line_starts()
        if not 1 <= line <= len(starts):
            return 0, 0
        end = text_offset(self.breaks, starts[line]) if line < len(starts) else len(self.text)
        return text_offset(self.breaks, starts[line - 1]), end

    def line_text(self, line: int) -> str:
        """Return a line of the source without its end; "" past the last."""
        starts = self.line_starts()
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.source)
        return self.source[starts[line - 1] : end].rstrip("\r\n")

    def line_starts(self) -> list[int]:
        r"""Return the offset in the source of each line's first character; lines end at \n, \r\n or \r."""
        if self._lines is None:
            source = self.source
            if "\r" in source:
                source = source.replace("\r\n", " \n").replace("\r", "\n")
            starts, at = [0], source.find("\n")
            while at >= 0:
                starts.append(at + 1)
                at = source.find("\n", at + 1)
            self._lines = starts
        return self._lines

    @property
    def normalised(self) -> Normalised:
        """The text as quotes are compared in it; built once."""
        if self._normalised is None:
            from claimcheck.documents.normal import normalise

            self._normalised = normalise(self.text)
        return self._normalised

    @property
    def digit_runs(self) -> DigitRuns:
        """Where the digits of the text stand; built once."""
        if self._digit_runs is None:
            from claimcheck.documents.digits import DigitRuns

            self._digit_runs = DigitRuns(self.text)
        return self._digit_runs

    @property
    def normal_digit_runs(self) -> DigitRuns:
        """Where the digits of the normalised text stand; built once."""
        if self._normal_digit_runs is None:
            from claimcheck.documents.digits import DigitRuns

            self._normal_digit_runs = DigitRuns(self.normalised.text)
        return self._normal_digit_runs

    @property
    def words(self) -> Words:
        """The words of the normalised text and where each occurs; built once."""
        if self._words is None:
            from claimcheck.documents.words import Words

            self._words = Words(self.normalised.text)
        return self._words


def _rebuilt(path: str, text: str, *rest: Any) -> Document:
    source, breaks, labels, code = rest
    return Document(path, text, source=source, breaks=breaks, labels=labels, code=code)
