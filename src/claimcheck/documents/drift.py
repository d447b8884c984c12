"""What changed between a quote and the passage that stands in its place now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.documents.normal import normalise
from claimcheck.documents.words import SCALES, Pair, Token, align, tokens

if TYPE_CHECKING:
    from fractions import Fraction

    from claimcheck.quantity.terms import Written


class Change(NamedTuple):
    """Words that were replaced: `before` in the quote, `after` in the text; one of them is "" for a pure addition."""

    before: str
    after: str


class Drift(NamedTuple):
    """How a passage differs from a quote. What no one needs to decide has none of the three flags."""

    quote: str
    found: str
    changes: tuple[Change, ...]
    digits_differ: bool  # the numbers, digit for digit, in order; those in words by their value
    units_differ: bool  # percent for points, billion for million, another currency, a minus
    sense_differs: bool  # a verb or hedge beside a number: fell for rose, more than for about, by for to

    @property
    def number_changed(self) -> bool:
        """Whether the two say different numbers, so that no rewording of the quote would be harmless."""
        return self.digits_differ or self.units_differ or self.sense_differs


def compare(quote: str, found: str) -> Drift:
    """Return how `found` differs from `quote`: words by alignment, digits and units exactly.

    "up 43% to 760 billion" against "up 34% to 760 billion" is one change, 43 to 34, and the digits differ.
    """
    from claimcheck.quantity.scanner import scan

    left, right = tokens(normalise(quote).text), tokens(normalise(found).text)
    told, telling = scan(quote), scan(found)
    return Drift(
        quote,
        found,
        tuple(_changes(_pairs(left, right))),
        _numbers(left) != _numbers(right) or _spelled(told) != _spelled(telling),
        _scales(left) != _scales(right),
        _senses(told) != _senses(telling),
    )


def _pairs(left: list[Token], right: list[Token]) -> list[Pair]:
    _, pairs = align(left, right)
    used = [pair.right for pair in pairs if pair.right]
    first = right.index(used[0]) if used else len(right)
    last = right.index(used[-1]) + 1 if used else len(right)
    return [
        *(Pair(None, token) for token in right[:first]),
        *pairs,
        *(Pair(None, token) for token in right[last:]),
    ]


def _changes(pairs: list[Pair]) -> list[Change]:
    """Return what differs, neighbouring words as one change."""
    changes: list[Change] = []
    before: list[str] = []
    after: list[str] = []
    for pair in [*pairs, None]:
        if pair is not None and not pair.same:
            before += [pair.left.text] if pair.left else []
            after += [pair.right.text] if pair.right else []
        elif before or after:
            changes.append(Change(" ".join(before), " ".join(after)))
            before, after = [], []
    return changes


def _numbers(found: list[Token]) -> list[str]:
    return [token.text for token in found if token.is_number]


def _scales(found: list[Token]) -> list[str]:
    return [token.text for token in found if token.text in SCALES or token.text in "-+"]


def _spelled(found: list[Written]) -> list[tuple[Fraction, Fraction | None]]:
    """Return the values of the numbers that are words: half, doubled, seven categories."""
    return [(one.value, one.upper) for one in found if not any(sign.isdecimal() for sign in one.digits)]


def _senses(found: list[Written]) -> list[tuple[str, ...]]:
    """Return what the words beside each number say of it, as the scanner of written numbers reads them."""
    return [(one.hedge, one.direction, _way(one), one.unit.name, one.unit.per) for one in found]


def _way(one: Written) -> str:
    """Return whether a move is by or to a number; "rose 5%" is "rose by 5%", and "rose three times" may be either."""
    return "" if one.by_to == "by" and one.direction and one.unit.family != "multiple" else one.by_to
