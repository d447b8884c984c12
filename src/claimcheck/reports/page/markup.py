"""Pieces of HTML: text that is escaped, and the names by which parts of a page are linked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from claimcheck.reports.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.verdicts import Report

_MOST_LINKS = 12  # in one list of claims


def text(words: str) -> str:
    """Return text as HTML, in one line, with nothing in it that a browser or a reader's eye would obey."""
    return escape(visible(words), quote=True)


def cells(words: str) -> str:
    """Return text as HTML with its tabs, which part the cells of a table."""
    return "\t".join(text(cell) for cell in words.split("\t"))


class Anchors:
    """The names by which claims and contradictions of one report are linked; short, since there may be thousands.

    With several reports on a page each has a number, which all its names begin with.
    """

    def __init__(self, report: Report, number: int = 0) -> None:
        self.prefix = f"s{number}" if number else ""
        self._claims = {claim.id: f"{self.prefix}c{position}" for position, claim in enumerate(report.claims, 1)}

    def claim(self, name: str) -> str:
        """Return the anchor of a claim that the page shows."""
        return self._claims[name]

    def conflict(self, position: int) -> str:
        """Return the anchor of a contradiction."""
        return f"{self.prefix}x{position + 1}"

    def link(self, name: str) -> str:
        """Return a link to a claim, or its name alone where the page does not show it (structure)."""
        shown = text(name)
        return f'<a href="#{self._claims[name]}">{shown}</a>' if name in self._claims else shown

    def links(self, names: Iterable[str]) -> str:
        """Return links to claims with commas between; a long list is cut with a count."""
        every = list(names)
        shown = ", ".join(self.link(name) for name in every[:_MOST_LINKS])
        return f"{shown} and {len(every) - _MOST_LINKS:,} more" if len(every) > _MOST_LINKS else shown
