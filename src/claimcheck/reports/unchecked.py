"""Why claims are unchecked: nothing bears on them, what does is set aside, or leaves no range to be enclosed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.kinds.statement import Quantity
    from claimcheck.verdicts import Report, Result

_NOTHING = "nothing else in the sheet bears on it"
_SET_ASIDE = "apart from claims that contradict each other, nothing else in the sheet bears on it"
_OPEN = "the claims around it leave no range that could be enclosed"


def why_unchecked(report: Report) -> Mapping[str, str]:
    """Return for each unchecked claim why it is so.

    A tight range is what nothing bears on, unless that is in a contradiction, whose claims are set aside. Of an
    enclosure that is not known, unless a quantity of the claim occurs in no other: that is as free as it would be
    alone.
    """
    unchecked = {r.claim: r for r in report.results.values() if r.verdict is Verdict.UNCHECKED}
    if report.sheet is None or not (report.conflicts or any(not result.exact for result in unchecked.values())):
        return dict.fromkeys(unchecked, _NOTHING)
    from claimcheck.sheet.occurring import occurrences

    named = {claim.id: set(occurrences([claim])) for claim in report.sheet.claims}
    holders: dict[Quantity, list[str]] = {}
    for name, quantities in named.items():
        for quantity in quantities:
            holders.setdefault(quantity, []).append(name)
    clash = {name for conflict in report.conflicts if not conflict.narrow for name in conflict.claims}
    clashing = _reached(clash, named, holders)

    def why(result: Result) -> str:
        if result.claim in clashing:
            return _SET_ASIDE
        shared = all(len(holders[quantity]) > 1 for quantity in named[result.claim])
        return _OPEN if shared and not result.exact else _NOTHING

    return {name: why(result) for name, result in unchecked.items()}


def _reached(
    start: set[str], named: Mapping[str, Iterable[Quantity]], holders: Mapping[Quantity, Iterable[str]]
) -> set[str]:
    """Return the claims that hang together with some, directly or through others."""
    found, waiting = set(start), [*start]
    while waiting:
        for quantity in named.get(waiting.pop(), ()):
            new = [name for name in holders[quantity] if name not in found]
            found.update(new)
            waiting += new
    return found
