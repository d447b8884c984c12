"""Pictures of intervals on one axis, as inline SVG: what a claim states against what the others make of it.

Positions are worked out in exact numbers and only then rounded, so that ends 10^15 apart, or equal to the
twentieth digit, are drawn right.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.quantity.show import exponent_of, show_number
from claimcheck.reports.page.markup import text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.quantity.interval import Interval
    from claimcheck.quantity.terms import Unit

_LEAST = 3  # a bar is never thinner
_PAD = Fraction(1, 8)  # of what is shown, on either side
_TICKS = 3


class Window(NamedTuple):
    """The stretch of the number line that a picture shows, and where it lies in the picture."""

    low: Fraction
    high: Fraction
    left: int
    right: int

    def at(self, value: Fraction) -> float:
        """Return the position of a value, to a tenth; beyond the window it is the edge."""
        if value <= self.low or value >= self.high:
            return self.left if value <= self.low else self.right
        share = (value - self.low) / (self.high - self.low)
        return round(self.left + float(share) * (self.right - self.left), 1)


def window(intervals: Sequence[Interval], left: int, right: int) -> Window | None:
    """Return the window that shows all ends of `intervals`; `None` where there is none to show."""
    ends = [end for interval in intervals for end in (interval.low, interval.high) if end is not None]
    if not ends:
        return None
    low, high = min(ends), max(ends)
    pad = (high - low) * _PAD or abs(low) / 10 or Fraction(1)
    return Window(low - pad, high + pad, left, right)


def tiny(stated: Interval, recomputed: Interval) -> str:
    """Return the small picture of a claim's row: stated above, recomputed below. It says nothing that text does not."""
    shown = window((stated, recomputed), 8, 92)
    if shown is None:
        return ""
    bars = f'<path class="s" d="{_bar(stated, shown, 4)}"/><path class="r" d="{_bar(recomputed, shown, 11)}"/>'
    return f'<svg class="t" viewBox="0 0 100 16" aria-hidden="true">{bars}</svg>'


def pair(stated: Interval, recomputed: Interval, unit: Unit, *, signed: bool) -> str:
    """Return the picture of an opened claim; what is the same in all of them stands once, as `FRAME`."""
    shown = window((stated, recomputed), 64, 350)
    if shown is None:
        return ""
    bars = f'<path class="s" d="{_bar(stated, shown, 14)}"/><path class="r" d="{_bar(recomputed, shown, 36)}"/>'
    return (
        '<svg class="g" viewBox="0 0 360 70" role="img" aria-label="stated and recomputed on one axis">'
        f'<use href="#frame"/>{bars}{_ticks(shown, unit, 50, signed=signed)}</svg>'
    )


FRAME = (
    '<svg class="h" aria-hidden="true"><defs><g id="frame"><text x="0" y="18">stated</text>'
    '<text x="0" y="40">others</text><path class="x" d="M56 50H358"/></g></defs></svg>'
)


def apart(rows: Sequence[tuple[str, Interval]], unit: Unit, said: str, *, signed: bool = False) -> str:
    """Return the picture of ranges that do not meet: each with its words above, and the gap between them."""
    shown = window([interval for _, interval in rows], 8, 352)
    if shown is None:
        return ""
    parts = []
    for position, (words, interval) in enumerate(rows):
        y = 38 * position
        kind = "s" if position else "r"
        parts.append(f'<text x="0" y="{y + 13}">{text(_cut(words))}</text>')
        parts.append(f'<path class="{kind}" d="{_bar(interval, shown, y + 25)}"/>')
    bottom = 38 * len(rows) + 4
    gap = _gap([interval for _, interval in rows], shown, bottom)
    axis = f'<path class="x" d="M4 {bottom}H356"/>{_ticks(shown, unit, bottom, signed=signed)}'
    return (
        f'<svg class="g w" viewBox="0 0 360 {bottom + 20}" role="img" aria-label="{text(said)}">'
        f"{gap}{''.join(parts)}{axis}</svg>"
    )


def _cut(words: str, most: int = 54) -> str:
    return words if len(words) <= most else f"{words[: most - 1]}…"


def _bar(interval: Interval, shown: Window, middle: int) -> str:
    """Return the path of one bar, seven high; at an end that lies at infinity it has an arrow at the edge."""
    start = shown.left if interval.low is None else shown.at(interval.low)
    end = shown.right if interval.high is None else shown.at(interval.high)
    if end - start < _LEAST:
        start, end = (round((start + end + by) / 2, 1) for by in (-_LEAST, _LEAST))
    arrows = f"M{start - 6:g} {middle}l6 -6v12z" if interval.low is None else ""
    arrows += f"M{end + 6:g} {middle}l-6 -6v12z" if interval.high is None else ""
    return f"M{start:g} {middle - 3}H{end:g}v7H{start:g}z{arrows}"


def _gap(intervals: Sequence[Interval], shown: Window, bottom: int) -> str:
    """Return the shade between the ranges, where two of them leave one."""
    if len(intervals) != 2:  # noqa: PLR2004  a gap lies between two
        return ""
    first, second = sorted(intervals, key=lambda each: (each.low is not None, each.low or 0))
    if first.high is None or second.low is None or first.high >= second.low:
        return ""
    start, end = shown.at(first.high), shown.at(second.low)
    return f'<path class="q" d="M{start:g} 18H{end:g}V{bottom}H{start:g}z"/>' if end - start > 1 else ""


def _ticks(shown: Window, unit: Unit, y: int, *, signed: bool) -> str:
    bare = unit._replace(name="", per="") if unit.family not in ("percent", "points", "multiple") else unit
    parts = []
    for value in _round_values(shown.low, shown.high):
        x = shown.at(value)
        words = text(show_number(value, bare, signed=signed).strip())
        anchor = ' class="e"' if x > shown.right - 24 else ' class="b"' if x < shown.left + 24 else ""
        parts.append(f'<path class="x" d="M{x:g} {y}v4"/><text{anchor} x="{x:g}" y="{y + 16}">{words}</text>')
    return f'<g class="k">{"".join(parts)}</g>'


def _round_values(low: Fraction, high: Fraction) -> list[Fraction]:
    """Return up to three multiples of 1, 2 or 5 times a power of ten within a window."""
    width = high - low
    power = Fraction(10) ** (exponent_of(width) - 1)
    for factor in (1, 2, 5, 10, 20, 50):
        step = power * factor
        first, last = -(-low // step), high // step
        if last - first + 1 <= _TICKS:
            return [step * number for number in range(int(first), int(last) + 1)] or [low + width / 2]
    return [low + width / 2]
