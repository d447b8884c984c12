"""Why claims are unchecked: nothing bears on them, what does is set aside, or leaves no range to be enclosed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.verdicts import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.sheet.occurring import Speaking
    from claimcheck.verdicts import Report, Result

_NOTHING = "nothing else in the sheet bears on it"
_SET_ASIDE = "apart from claims that contradict each other, nothing else in the sheet bears on it"
_OPEN = "the claims around it leave no range that could be enclosed"


def why_unchecked(report: Report) -> Mapping[str, str]:
    """Return for each unchecked claim why it is so.

    A claim with a quantity that occurs in no other is as free as it would be alone. Of the others a tight range is
    what nothing bears on, unless that is in a contradiction, whose claims are set aside; of an enclosure that is not
    known.
    """
    unchecked = {r.claim: r for r in report.results.values() if r.verdict is Verdict.UNCHECKED}
    if report.sheet is None or not unchecked:
        return dict.fromkeys(unchecked, _NOTHING)
    from claimcheck.sheet.occurring import Speaking

    spoken = Speaking(report.sheet.claims)
    clash = {name for conflict in report.conflicts if not conflict.narrow for name in conflict.claims}
    clashing = _reached(clash, spoken)

    def why(result: Result) -> str:
        lone = spoken.alone(result.claim)
        if lone:
            return f"no other claim speaks of {' or '.join(map(str, lone))}"
        if result.claim in clashing:
            return _SET_ASIDE
        return _NOTHING if result.exact else _OPEN

    return {name: why(result) for name, result in unchecked.items()}


def _reached(start: set[str], spoken: Speaking) -> set[str]:
    """Return the claims that hang together with some, directly or through others."""
    found, waiting = set(start), [*start]
    while waiting:
        for quantity in spoken.of.get(waiting.pop(), ()):
            new = [name for name in spoken.by[quantity] if name not in found]
            found.update(new)
            waiting += new
    return found
