"""A contradiction between two levels and the word that says which way they go, told at that word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.findings import Related

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.model import Document
    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.draft_sheet import Entry
    from claimcheck.findings import Finding

_THAN = {"up": "more", "down": "less"}


def of_direction(document: Document, found: Finding, entries: Sequence[Entry]) -> Finding:
    """Return a finding on two levels and their direction as a reader says it; as it is where other claims take part."""
    moves = [entry for entry in entries if entry.draft.kind == "direction"]
    levels = {entry.draft.in_: entry.draft for entry in entries if entry.draft.kind == "value"}
    if len(moves) != 1 or len(entries) != 3:  # noqa: PLR2004  a direction and its two levels
        return found
    (move,) = moves
    later, earlier = levels.get(move.draft.in_), levels.get(move.draft.from_)
    if later is None or earlier is None or move.quoted is None:
        return found
    amounts = [_printed(document, each) for each in (later, earlier)]
    message = f"{amounts[0]} is not {_THAN[move.draft.said]} than {amounts[1]}, as “{move.quoted.text}” says"
    place = document.span(move.quoted.start, move.quoted.end)
    related = tuple(
        Related(document.span(each.written.amount_start, each.written.amount_end), f"“{amount}”")
        for each, amount in zip((later, earlier), amounts, strict=True)
    )
    return found._replace(message=message, primary=place, related=related, claim=move.id)


def _printed(document: Document, draft: Draft) -> str:
    return " ".join(document.text[draft.written.amount_start : draft.written.amount_end].split())
