"""Slips that leave a number's digits as they are: percent for points, "by" for "to", the year, all for each year.

What was meant is another assertion: "rose by 8%" for "rose by 8 percentage points" is a growth for a change.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.kinds.base import Mode
from claimcheck.kinds.cagr import Cagr
from claimcheck.kinds.change import Change
from claimcheck.kinds.fraction import Fraction as OutOf
from claimcheck.kinds.fraction import is_rate
from claimcheck.kinds.growth import Growth
from claimcheck.kinds.value import Value
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.period import PeriodError, parse_period, years_between
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.terms import PERCENT, POINTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.kinds.base import Kind
    from claimcheck.quantity.period import Period
    from claimcheck.quantity.terms import Written

_YEAR = re.compile(r"(FY)?(\d{4})")
_ENDS = (("from_", "from"), ("to", "to"), ("in_", "in"))

Meant = tuple[str, str, "Kind"]  # the slip's name, what would have been said, and what that asserts


def misread(kind: Kind, *, percent: bool, level: Callable[[Period], Interval | None]) -> Iterator[Meant]:
    """Yield what may have been meant by a claim of this kind whose digits are right.

    `percent` says that its quantity is a percentage; `level` returns what is printed as its level at a period.
    """
    stated = kind.stated
    if stated is None or stated.written.hedge or stated.written.upper is not None:
        return  # what it would be called is not plain
    if isinstance(kind, (Growth, Change)):
        yield from _held(_of_percentage(kind) if percent else _level_of(kind), level)
    if isinstance(kind, Value) and kind.number.written.direction and kind.in_:
        yield from _held(_by_for_to(kind, percent=percent), level)
    if isinstance(kind, (Growth, Change, Cagr)):
        yield from _other_years(kind, level)
    if isinstance(kind, (Growth, Cagr)):
        yield from _held(_each_for_all(kind), level)
    if isinstance(kind, OutOf):
        yield from _counted(kind)


def _held(meant: Iterator[Meant], level: Callable[[Period], Interval | None]) -> Iterator[Meant]:
    """Yield what the levels that are printed bear out: without them anything would mend a contradiction."""
    for name, text, kind in meant:
        if isinstance(kind, Value):
            printed, asserted = kind.in_ and level(kind.in_), kind.asserted(Mode.WIDE)
            if printed and asserted and printed.meets(asserted):
                yield name, text, kind
        elif isinstance(kind, (Growth, Change, Cagr)) and _fits(kind, level):
            yield name, text, kind


def _of_percentage(kind: Growth | Change) -> Iterator[Meant]:
    """Yield a change in points for a relative one, and the other way round; the level that either may be."""
    written, unit = kind.number.written, kind.number.written.unit
    if unit not in (PERCENT, POINTS):
        return
    if isinstance(kind, Growth):
        yield "points", f"{_digits(kind)} percentage points", _moved(Change, kind, written._replace(unit=POINTS))
    else:
        yield "points", f"{_digits(kind)}%", _moved(Growth, kind, written._replace(unit=PERCENT))
    level = kind.number._replace(written=written._replace(unit=PERCENT, direction="", by_to="to"), negative=False)
    yield "by for to", f"to {_digits(kind)}%", Value(of=kind.of, in_=kind.end, number=level)


def _moved(other: type[Growth | Change], kind: Growth | Change, written: Written) -> Kind:
    """Return a move over the same time of another kind."""
    number = kind.number._replace(written=written)
    return other(**{**vars(kind), "number": number})


def _level_of(kind: Growth | Change) -> Iterator[Meant]:
    """Yield the level that a move may have led to: "rose by 145%" for "to 145%" of what it was."""
    stated = kind.number
    written = stated.written
    if written.by_to == "to" or not written.direction or stated.negative or written.upper is not None:
        return
    if isinstance(kind, Change):
        level = stated._replace(written=written._replace(direction="", by_to="to"))
        yield "by for to", f"to {_plain(kind)}", Value(of=kind.of, in_=kind.end, number=level)
    elif written.unit == PERCENT and (written.value > 1) is (written.direction == "up"):
        lower = written._replace(value=written.value - 1, direction="", by_to="to")
        yield "by for to", f"to {_digits(kind)}% of it", kind.changed(number=stated._replace(written=lower))


def _by_for_to(kind: Value, *, percent: bool) -> Iterator[Meant]:
    """Yield the change that a level may have been: "rose to 5 million" for "by 5 million"."""
    written = kind.number.written
    unit = POINTS if percent and written.unit == PERCENT else written.unit
    number = kind.number._replace(written=written._replace(unit=unit, by_to="by"))
    moved = Change(of=kind.of, in_=kind.in_, from_=None, to=None, number=number)
    if moved.start:
        said = f"{_digits(kind)} points" if unit == POINTS else _plain(kind)
        yield "by for to", f"by {said}", moved


def _other_years(kind: Growth | Change | Cagr, level: Callable[[Period], Interval | None]) -> Iterator[Meant]:
    """Yield the same from or to the year before or behind, where the levels that are printed for those years fit it."""
    for field, key in _ENDS:
        period: Period | None = getattr(kind, field)
        found = _YEAR.fullmatch(period.text) if period else None
        for step in (-1, 1) if found else ():
            assert found is not None  # noqa: S101  else there is no step
            try:
                other = parse_period(f"{found[1] or ''}{int(found[2]) + step:04}")
            except PeriodError:  # beyond the years there are
                continue
            meant = kind.changed(**{field: other})
            if not any(True for _ in meant.problems()) and _fits(meant, level):
                yield "year", f"{key} {other.text}", meant


def _fits(kind: Growth | Change | Cagr, level: Callable[[Period], Interval | None]) -> bool:
    """Whether the levels that are printed for both ends of a move make its number."""
    start, end = (kind.start and level(kind.start)), (kind.end and level(kind.end))
    asserted = kind.asserted(Mode.WIDE)
    if not start or not end or asserted is None or None in (*start[:2], *end[:2]):
        return False
    (low, high), (least, most) = start[:2], end[:2]
    assert low is not None and high is not None and least is not None and most is not None  # noqa: S101, PT018
    if isinstance(kind, Change):
        return asserted.meets(Interval(least - high, most - low))
    return low > 0 and asserted.meets(kind.restate(_ratio(kind, Interval(least / high, most / low))))


def _ratio(kind: Growth | Cagr, ratio: Interval) -> Interval:
    """Return the ratio of two levels as the kind's first condition has it."""
    return ratio.shifted(-1) if isinstance(kind, Growth) else ratio


def _each_for_all(kind: Growth | Cagr) -> Iterator[Meant]:
    """Yield a yearly rate for a growth over several years, and the other way round."""
    start, end = kind.start, kind.end
    length = years_between(start, end) if start and end else None
    if length is None or length <= 1 or length.denominator != 1 or kind.number.written.unit != PERCENT:
        return
    if isinstance(kind, Growth):
        yield (
            "reading",
            f"{_digits(kind)}% a year",
            Cagr(of=kind.of, from_=start, to=end, in_=None, years=None, number=kind.number),
        )
    else:
        said = f"{_digits(kind)}% over the {length} years"
        yield "reading", said, Growth(of=kind.of, from_=start, to=end, in_=None, number=kind.number)


def _counted(kind: OutOf) -> Iterator[Meant]:
    """Yield counts with a digit changed or two swapped that make the percentage beside them: 61 of 140 for 16.

    Of "57 (16%)" other claims say the whole, and which part of it fits.
    """
    counts, asserted = kind.number.counts, kind.asserted(Mode.WIDE)
    if len(counts) == 1 and not kind.number.of_all and is_rate(kind.number.written):
        for name, slipped in digit_slips(counts[0]):
            yield name, f"{int(slipped.value):,} of them", kind.changed(number=kind.number._replace(counts=(slipped,)))
        return
    for at, count in enumerate(counts if len(counts) == len(("of", "out of")) else ()):
        for name, slipped in digit_slips(count):
            other = (*counts[:at], slipped, *counts[at + 1 :])
            part, whole = (each.value for each in other)  # no slip makes 0 of a count
            if 0 <= part <= whole and asserted and asserted.contains(part / whole):
                yield name, f"{part} of {whole}", kind.changed(number=kind.number._replace(counts=other))


def _digits(kind: Kind) -> str:
    """Return the digits of a number in percent or points."""
    assert kind.stated is not None  # noqa: S101  asked for of numbers
    written = kind.stated.written
    basis = written.magnitude == Fraction(1, 10000)
    return f"{float(written.value * 100):g}" if basis else written.digits


def _plain(kind: Kind) -> str:
    """Return a number without its verb."""
    assert kind.stated is not None  # noqa: S101  asked for of numbers
    written = kind.stated.written
    return written.text[written.amount_start - written.start : written.amount_end - written.start]
