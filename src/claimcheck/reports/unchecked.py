"""Why claims are unchecked: nothing bears on them, or what does leaves no range that could be enclosed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.verdicts import Report

_NOTHING = "nothing else in the sheet bears on it"
_OPEN = "the claims around it leave no range that could be enclosed"


def why_unchecked(report: Report) -> Mapping[str, str]:
    """Return for each unchecked claim why it is so.

    A tight range is what nothing bears on. Of an enclosure that is not known, unless a quantity of the claim occurs in
    no other: that is as free as it would be alone.
    """
    unchecked = {r.claim: r for r in report.results.values() if r.verdict is Verdict.UNCHECKED}
    if report.sheet is None or all(result.exact for result in unchecked.values()):
        return dict.fromkeys(unchecked, _NOTHING)
    from collections import Counter

    from claimcheck.sheet.occurring import occurrences

    named = {claim.id: set(occurrences([claim])) for claim in report.sheet.claims}
    holders = Counter(quantity for quantities in named.values() for quantity in quantities)
    shared = {name for name in unchecked if all(holders[quantity] > 1 for quantity in named[name])}
    return {name: _OPEN if name in shared and not r.exact else _NOTHING for name, r in unchecked.items()}
