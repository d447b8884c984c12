"""Words that praise or blame say no way: a combined ratio improves as it falls, a waiting time worsens as it rises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.lexicon.changes import JUDGED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.kinds.base import Stated
    from claimcheck.quantity.terms import Written

_NEAR = 4  # words between such a word and its number: "worsened by a full 1.4 points", "1.4 points a year worse"


def either_way(numbers: Sequence[Stated | None], texts: Sequence[str]) -> list[Stated | None]:
    """Return the numbers of a claim, each of one of the texts, as moves of either way where these only praise or blame.

    Where one of them says which way, it says so for all.
    """
    judged = [n is not None and _is_judged(n.written, text) for n, text in zip(numbers, texts, strict=True)]
    judged[0] |= any(one and n == numbers[0] for n, one in zip(numbers, judged, strict=True))
    plain = [n for n, one in zip(numbers, judged, strict=True) if n and not one]
    if not plain:
        return [n and n._replace(either=True) for n in numbers]
    way = "down" if plain[0].written.value < 0 else plain[0].written.direction
    turned = [n and n._replace(written=n.written._replace(direction=way)) for n in numbers]
    return [other if one else n for n, other, one in zip(numbers, turned, judged, strict=True)]


def _is_judged(written: Written, text: str) -> bool:
    if written.value < 0 or written.text.startswith(("+", "plus ")):
        return False
    if written.direction:
        return not JUDGED.isdisjoint(written.text.lower().split())
    before = text[: written.start].lower().split()[-_NEAR:]
    behind = text[written.end :].lower().split()[:_NEAR]
    return not JUDGED.isdisjoint(word.strip(".,;:()") for word in (*before, *behind))
