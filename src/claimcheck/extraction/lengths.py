"""How long a yearly rate runs: the lengths its sentence allows, held against the sizes it prints."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import Bond, printed_of
from claimcheck.extraction.draft import by_group
from claimcheck.extraction.text.bare import falls
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.power import power
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

# Beyond this much faster or slower than the stated rate, growth in the one year that nobody printed is not believed.
_BELIEVED = Fraction(1, 4)


def fitting_start(rate: Draft, group: Sequence[Draft]) -> str:
    """Return the first year with which a rate fits the sizes of its sentence, where it has a choice; else "".

    `group` are the drafts of its own relation.
    """
    if not rate.again:
        return ""
    sizes = _sizes(rate, group)
    if sizes is None:
        return ""
    first, last = sizes
    for length in rate.again:
        if fits(rate, first, last, length):
            return str(int(rate.to) - length) if rate.from_ == first.in_ else rate.from_
    return ""


def fits(rate: Draft, first: Draft, last: Draft, years: int) -> bool:
    """Whether two sizes can be the ends of growth at a yearly rate over so many years, all three as rounded."""
    low, high = interval(first.written), interval(last.written)
    if years <= 0 or low.low is None or low.low <= 0 or high.low is None:
        return True
    factor = power(_yearly(rate).shifted(1), Fraction(years))
    ratio = Interval(
        None if low.high is None else high.low / low.high,
        None if high.high is None else high.high / low.low,
    )
    return factor.meets(ratio)


def gaps(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the rates that start a year after the first size and fit by no reading, with any likely year between."""
    groups = by_group(drafts)
    for rate in drafts:
        sizes = _sizes(rate, groups[rate.group]) if rate.again else None
        if sizes is None or rate.from_ == sizes[0].in_:
            continue
        first, last = sizes
        if any(fits(rate, first, last, length) for length in rate.again):
            continue
        if not _believed(rate, first, last):
            printed, *ends = (printed_of(draft, sentences) for draft in (rate, first, last))
            lengths = " or ".join(map(str, rate.again))
            said = f"{printed} a year over {lengths} years does not lead from {ends[0]} to {ends[1]}"
            yield Bond(rate, sizes, said, f"nothing unusual happened between {first.in_} and {rate.from_}")


def _believed(rate: Draft, first: Draft, last: Draft) -> bool:
    """Whether the growth that is left for the year between would be within 25 points of the stated rate."""
    stated = _yearly(rate)
    if stated.low is None or stated.high is None:
        return True
    years = int(rate.to) - int(rate.from_)
    start = interval(first.written)
    end = interval(last.written)
    if start.low is None or start.high is None or end.low is None or end.high is None or start.low <= 0:
        return True
    factor = power(stated.shifted(1), Fraction(years))
    if factor.high == 0:
        return False
    back = factor.inverted()
    slow = end.low * (back.low or 0) / start.high - 1
    fast = None if back.high is None else end.high * back.high / start.low - 1
    return (fast is None or fast >= stated.low - _BELIEVED) and slow <= stated.high + _BELIEVED


def _yearly(rate: Draft) -> Interval:
    stated = interval(rate.written)
    return stated.negated() if falls(rate.written) else stated


def _sizes(rate: Draft, group: Sequence[Draft]) -> tuple[Draft, Draft] | None:
    """Return the sizes of a rate's own relation: the last one at or before its start, and the one at its end."""
    own = [d for d in group if d.kind == "value" and d.in_.isdigit()]
    last = [d for d in own if d.in_ == rate.to]
    first = [d for d in own if int(d.in_) <= int(rate.from_)] if rate.from_.isdigit() else []
    return (max(first, key=lambda d: int(d.in_)), last[0]) if first and last else None
