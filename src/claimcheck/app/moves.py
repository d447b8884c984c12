"""A contradiction between two levels and the word that says which of them is more, told at that word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.app.sums import printed
from claimcheck.extraction.draft import ORDERS, levels_of
from claimcheck.findings import Related

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.model import Document
    from claimcheck.extraction.draft_sheet import Entry
    from claimcheck.findings import Finding

_THAN = {"up": "more", "greater": "more", "down": "less", "less": "less"}


def of_move(document: Document, found: Finding, entries: Sequence[Entry]) -> Finding:
    """Return a finding on two levels and their order as a reader says it; as it is where other claims take part."""
    moves = [entry for entry in entries if entry.draft.kind in ORDERS]
    levels = {(entry.draft.group, entry.draft.in_): entry.draft for entry in entries if entry.draft.kind == "value"}
    if len(moves) != 1 or len(entries) != 3:  # noqa: PLR2004  a move and its two levels
        return found
    (move,) = moves
    draft = move.draft
    level, base = levels_of(draft)
    if level not in levels or base not in levels or move.quoted is None:
        return found
    one, other = levels[level], levels[base]
    amounts = [printed(document, each) for each in (one, other)]
    message = f"{amounts[0]} is not {_THAN[draft.said]} than {amounts[1]}, as “{move.quoted.text}” says"
    place = document.span(move.quoted.start, move.quoted.end)
    related = tuple(
        Related(document.span(*each.place), f"“{amount}”") for each, amount in zip((one, other), amounts, strict=True)
    )
    return found._replace(message=message, primary=place, related=related, claim=move.id)
