"""Lines of a terminal: wrapped with a hanging indent, painted where there are colours, and how they tell a conflict."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.reports.styled import painted, wrapped
from claimcheck.reports.visible import plain
from claimcheck.reports.wording import repair_text

if TYPE_CHECKING:
    from claimcheck.findings import Finding
    from claimcheck.reports import View
    from claimcheck.reports.styled import Piece
    from claimcheck.verdicts import Conflict, Report

SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "note": "cyan"}
_NARROWEST = 20


class Terminal:
    """Collects lines; every text of a document or a sheet goes through `text`."""

    def __init__(self, view: View, width: int) -> None:
        self.view, self.width = view, width
        self.lines: list[str] = []

    def text(self, words: str, style: str = "") -> Piece:
        """Return words as they can be shown, with their style."""
        return plain(words, ascii_only=self.view.ascii), style

    def paint(self, text: str, style: str) -> str:
        """Return a text in its style where there are colours."""
        return painted(text, style) if style and self.view.color else text

    def line(self, *pieces: Piece, indent: int = 0) -> None:
        """Print pieces one after the other, wrapped between words with a hanging indent."""
        width = max(_NARROWEST, self.width - indent)
        fits = sum(len(text) for text, _ in pieces) <= width
        for i, row in enumerate(wrapped(pieces, width if fits else width - 2)):
            self.lines.append(" " * (indent + (2 if i else 0)) + "".join(self.paint(*piece) for piece in row))

    def conflict(self, report: Report, finding: Finding, conflict: Conflict) -> None:
        """Print the claims of a conflict where they stand, how they clash, and what would mend it."""
        sheet = report.sheet
        assert sheet is not None  # noqa: S101  a conflict comes from a sheet
        from claimcheck.reports.hints import hints
        from claimcheck.reports.telling import mending, opening, printed, told

        for place, text, name in printed(sheet, finding):
            claim = sheet.claim(name)
            named = self.text(f"{name} ", "bold") if claim and not claim.structure else ("", "")
            where = f"{place.where}: " if place.label else f"{place.where} "
            self.line(self.text(where, "cyan"), named, self.text(text), indent=2)
        sentences = told(sheet, conflict)
        if sentences:
            self.line(self.text(f"how: {opening(conflict)}".rstrip(), "green"), indent=2)
        for sentence in sentences:
            self.line(self._of(sentence.claim, conflict), self.text(sentence.text), indent=4 + 2 * sentence.depth)
        if conflict.repairs:
            self.line(self.text(f"{mending(conflict)}:", "green"), indent=2)
        for repair in conflict.repairs:
            self.line(self._of(repair.claim, conflict), self.text(repair_text(sheet, repair)), indent=4)
        for what, note in hints(report, conflict.claims):
            self.line(self.text(f"{what}: ", "green"), self.text(note), indent=2)

    def _of(self, claim: str, conflict: Conflict) -> Piece:
        """Return the claim that a line is about; a conflict of one claim needs no name at every line."""
        return self.text(f"{claim}: ", "bold") if claim and len(conflict.claims) > 1 else ("", "")
