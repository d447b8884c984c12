"""What numbers make as a text says, in the formulas of sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.text.bare import falls

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction

    from claimcheck.extraction.draft import Draft

SIGNED = ("growth", "change", "cagr")  # kinds that sheets read as below 0 where their verb says so


class Law(NamedTuple):
    """A formula in which "{}" stands for each of some drafts in turn, and the number of one that it is.

    Without that number it is a comparison. A rate is a number in it, as quotients of unknowns alone are hard to decide.
    """

    formula: str
    of: tuple[Draft, ...]
    told: Draft | None = None
    below: bool = False  # whether the number is one below 0


def quotient(made: Draft, top: Draft, bottom: Draft, scale: Fraction | int = 1) -> Law:
    """Return that a number is one divided by another; `scale` is of how many it is told, as "per 100"."""
    return Law("{} / {}" if scale == 1 else f"{scale} * {{}} / {{}}", (top, bottom), made)


def each_of(each: Draft, whole: Draft, times: Fraction) -> Law:
    """Return that a number is one of so many that make a whole."""
    return Law(f"{{}} / {times}" if times.denominator == 1 else f"{{}} / ({times})", (whole,), each)


def share_of_all(share: Draft, part: Draft, others: Sequence[Draft]) -> Law:
    """Return that a share is of all parts together."""
    return Law(f"{{}} / ({_sum(len(others) + 1)})", (part, part, *others), share)


def growth(rate: Draft, start: Draft, end: Draft) -> Law:
    """Return that a number in percent is the change of a level to another one."""
    if rate.kind not in SIGNED and end.written.value < start.written.value:
        return Law("1 - {} / {}", (end, start), rate)
    return Law("{} / {} - 1", (end, start), rate, below=falls(rate.written))


def growth_of(rate: Draft, ratio: Draft) -> Law:
    """Return that a number in percent is the change that a ratio is."""
    if rate.kind not in SIGNED and ratio.written.value < 1:
        return Law("1 - {}", (ratio,), rate)
    return Law("{} - 1", (ratio,), rate, below=falls(rate.written))


def gained(rate: Draft, by: Draft, end: Draft) -> Law:
    """Return that a number in percent is how much a level rose that rose by another one."""
    return Law(f"{_size(by)} / ({{}} - {_size(by)})", (by, end, by), rate)


def lost(rate: Draft, by: Draft, end: Draft) -> Law:
    """Return that a number in percent is how much a level fell that fell by another one."""
    return Law(f"{_size(by)} / ({{}} + {_size(by)})", (by, end, by), rate)


def change(by: Draft, start: Draft, end: Draft) -> Law:
    """Return that a number is by how much a level moved to another one."""
    if by.kind in SIGNED:
        return Law("{} - {}", (end, start), by, below=falls(by.written))
    larger, smaller = (start, end) if end.written.value < start.written.value else (end, start)
    return difference(by, larger, smaller)


def difference(left: Draft, whole: Draft, taken: Draft) -> Law:
    """Return that a number is what is left of another one."""
    if left.kind != "value":
        return Law("{} - {}", (whole, taken), left)
    return Law("{} = {} - {}", (left, whole, taken))


def added_up(total: Draft, parts: Sequence[Draft]) -> Law:
    """Return that parts make up a total."""
    return Law("{} = " + _sum(len(parts)), (total, *parts))


def moved_on(now: Draft, then: Draft, came: Draft, went: Draft) -> Law:
    """Return that a level is what came and went from an earlier one."""
    return Law("{} = {} + {} - {}", (now, then, came, went))


def averaged(mean: Draft, levels: Sequence[Draft]) -> Law:
    """Return that a number is the mean of others."""
    return Law(f"{{}} = ({_sum(len(levels))}) / {len(levels)}", (mean, *levels))


def in_turn(whole: Draft, first: Draft, second: Draft) -> Law:
    """Return that a growth is that of two in turn."""
    below = falls(first.written) and (whole.kind not in SIGNED or falls(whole.written))
    return Law("(1 + {}) * (1 + {}) - 1", (first, second), whole, below=below)


def compounded(whole: Draft, rate: Draft, years: int) -> Law:
    """Return that a growth is a yearly rate over so many years."""
    return Law(f"(1 + {{}})^{years} - 1", (rate,), whole, below=falls(whole.written))


def all_of_it(shares: Sequence[Draft]) -> Law:
    """Return that shares leave nothing."""
    last, *others = reversed(shares)
    return Law(" - ".join(["{} = 1", *["{}"] * len(others)]), (last, *others))


def at_most_all(shares: Sequence[Draft]) -> Law:
    """Return that shares are of one whole, beside which there may be others."""
    return Law(f"{_sum(len(shares))} <= 1", tuple(shares))


def part_of(part: Draft, whole: Draft) -> Law:
    """Return that a number is of a part of what another one is of."""
    return Law("{} <= {}", (part, whole))


def same(one: Draft, other: Draft) -> Law:
    """Return that two numbers are of one level."""
    return Law("{} = {}", (one, other))


def compared(draft: Draft, sign: str, number: Fraction) -> Law:
    """Return that a number is above, below or about another one that is told in words."""
    return Law(f"{{}} {sign} {number}", (draft,))


def _size(draft: Draft) -> str:
    """Return what stands for how much a level rose or fell by."""
    return "-{}" if draft.kind in SIGNED and falls(draft.written) else "{}"


def _sum(count: int) -> str:
    return " + ".join(["{}"] * count)
