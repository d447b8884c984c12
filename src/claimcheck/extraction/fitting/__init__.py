"""What numbers near each other make, whatever the words between them: drafted as a guess where it fits.

A fit is a proposal for the sheet alone. What does not fit is no finding: `readings` tells what the words say and the
numbers do not. `FITTING` says which kind of claim a number is; `triples` are for those that are left, as formulas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extraction.fitting.ratios import with_ratios
from claimcheck.extraction.fitting.shares import with_shares
from claimcheck.extraction.fitting.sums import with_sums

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence

FITTING: tuple[Callable[[Sequence[Draft], Names, Sequence[Sentence]], list[Draft]], ...] = (
    with_shares,
    with_ratios,
    with_sums,
)


def with_fitting(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts and what their levels make: shares, rates and sums."""
    found = list(drafts)
    for fitted in FITTING:
        found = fitted(found, names, sentences)
    return found
