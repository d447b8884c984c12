"""Names of quantities that look like a slip of the pen: in one claim only, and one letter away from a name in use."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.sheet.model import Sheet

_STRUCTURE = "the structure of "
_SHORTEST = 5  # letters of a word in which one of them may be a slip


def mistyped(sheet: Sheet) -> Iterator[Finding]:
    """Yield a warning for each quantity that nothing else names, where another has nearly its name.

    Such a quantity is one of its own, on which nothing else bears: its claim passes without being checked.
    """
    claims = _claims(sheet)
    spelt: dict[str, list[str]] = defaultdict(list)
    for name, by in claims.items():
        for shorter in _shortened(name) if name in sheet.series or len(by) > 1 else ():
            spelt[shorter].append(name)
    for name, by in claims.items() if spelt else ():
        if name in sheet.series or len(by) > 1:
            continue
        (only,) = by
        near = dict.fromkeys(other for shorter in _shortened(name) for other in spelt.get(shorter, ()))
        meant = next((other for other in near if only not in claims[other] and _is_slip(name, other)), None)
        if meant:
            help_ = f"write {meant}, or declare {name} under `quantities:`"
            claim = next((each for each in sheet.claims if each.base == only), None)
            if claim is None:
                message = f"the quantity {name} is in no claim, and {meant} is one letter away"
                place = sheet.series[only.removeprefix(_STRUCTURE)].place
                yield Finding.of("mistyped-quantity", message, place, help_=help_)
                continue
            message = f"the quantity {name} is in no other claim, and {meant} is one letter away"
            yield Finding.of("mistyped-quantity", message, claim.place, help_=help_, claim=claim.id)


def _claims(sheet: Sheet) -> dict[str, dict[str, None]]:
    """Return the claims, as people wrote them, and the declared structures that name each quantity."""
    from claimcheck.sheet.occurring import occurrences

    found: dict[str, dict[str, None]] = {name: {} for name in sheet.series}
    for claim in sheet.claims:
        if not claim.structure:
            for quantity in occurrences([claim]):
                found.setdefault(quantity.name, {})[claim.base] = None
    for known in sheet.series.values():
        wholes = (known.part_of,) if known.part_of else ()
        for operand in (*known.parts, *wholes, *(known.ratio or ())):
            for term in operand.terms:
                found.setdefault(term.name, {})[f"{_STRUCTURE}{known.name}"] = None
    return found


def _shortened(name: str) -> set[str]:
    """Return a name without each of its letters: names one letter apart, or with two swapped, share one of these."""
    return {name[:at] + name[at + 1 :] for at in range(len(name))} | {name}


def _is_slip(name: str, other: str) -> bool:
    """Whether two names differ by one letter within a long word, or in a "_"; digits and first letters tell apart."""
    if name.replace("_", "") == other.replace("_", ""):
        return True
    left, right = (re.findall(r"[^\W_]+", each) for each in (name, other))
    pairs = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    if len(left) != len(right) or len(pairs) != 1:
        return False
    one, two = pairs[0]
    if min(len(one), len(two)) < _SHORTEST or one[0] != two[0] or re.search(r"\d", one + two):
        return False
    from claimcheck.findings.near import differences

    return differences(one, two) == 1
