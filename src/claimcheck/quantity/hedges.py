"""Hedges: the words beside a number that widen it, open it, or take one of its sides away."""

from __future__ import annotations

from fractions import Fraction

# The one table of widths, each a share of the number. A sheet overrides them with `hedges: {about: 10%}`.
WIDTHS: dict[str, Fraction] = {
    "about": Fraction(1, 20),  # to both sides, at least the rounding
    "nearly": Fraction(1, 10),  # from so far below up to the number, which is not reached
    "just over": Fraction(1, 10),  # its mirror
    "word": Fraction(1, 10),  # half, a third, doubled, tenfold: to both sides
}

ONE_SIDED = ("more than", "at least", "less than", "at most")
NAMES = (
    "about",
    "more than",
    "at least",
    "less than",
    "at most",
    "nearly",
    "just over",
    "plus-minus",
    "exactly",
)
