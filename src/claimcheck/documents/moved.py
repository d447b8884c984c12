"""A quote that does not stand in its document as the sheet has it: both texts side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.documents.drift import Change
    from claimcheck.findings import Span

CHANGED, REWORDED, MOVED, GONE = "number changed", "reworded", "moved", "gone"


class Moved(NamedTuple):
    """One drifted quote: what the sheet says and where, what the document says and where, and what became of it.

    `what` is one of CHANGED, REWORDED, MOVED (its `line:` is another now) and GONE. `outcome` is "" until an update was
    asked for; then "rewritten", or why it was not.
    """

    owner: str  # the ids of its claims, or "exempt"
    place: Span
    quote: str
    what: str
    found: str = ""
    there: Span | None = None
    changes: tuple[Change, ...] = ()
    outcome: str = ""
    places: int = 1  # at which the quote stands, beside what is said to be beside it
    follows: bool = False  # whether an update, not asked for yet, would rewrite it
