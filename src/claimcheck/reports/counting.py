"""What would mend a percentage of so many things, or their number: "37% (15 of 41) or 39% (16 of 41)"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

from claimcheck.kinds.base import Mode
from claimcheck.quantity.interval import ANY, Interval
from claimcheck.quantity.show import plural_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.kinds.statement import Quantity
    from claimcheck.sheet.model import Claim, Sheet

_FAR = 10  # how many more or fewer things are tried
_MOST = 10**6


def countable(sheet: Sheet, claim: Claim, needs: Interval) -> str:
    """Return what a claim would have to be where things are counted; "" where its range says it as well."""
    kind: Any = claim.kind
    if len(claim.readings) > 1:
        return ""
    if kind.name == "fraction":
        return _percentages(sheet, claim, needs)
    return _numbers(sheet, claim, needs) if kind.name == "value" else ""


def _percentages(sheet: Sheet, claim: Claim, needs: Interval) -> str:
    """Return the percentages nearest to a claim's that so many things can make."""
    kind: Any = claim.kind
    stated = claim.kind.stated
    if stated is None or stated.written.unit.family != "percent":
        return ""
    count, printed = kind.printed_counts()
    if count is not None and printed and 0 <= count <= printed and not needs.is_empty:
        return f"{_percent(claim, count, printed)} ({count:,} of {printed:,})"
    whole = kind.out_of if isinstance(kind.out_of, Fraction) else _fixed(sheet, kind.out_of.at(kind.in_), claim)
    whole = printed if stated.of_all else whole
    if whole is None or not 0 < whole <= _MOST:
        return ""
    part = _fixed(sheet, kind.of.at(kind.in_), claim) if count is None else Fraction(count)
    below = int(stated.written.value * whole)
    counts = [n for n in ((below, below + 1) if part is None else (int(part),)) if 0 <= n <= whole]
    farther = [
        int(end * whole) + k for end in (needs.low, needs.high) if end is not None and part is None for k in (0, 1)
    ]
    farther.sort(key=lambda n: abs(n - below))

    def fitting(numbers: list[int]) -> list[int]:
        return [n for n in numbers if 0 <= n <= whole and needs.contains(n / whole)]

    counts = fitting(counts) or fitting(farther)[:1] or counts
    return " or ".join(f"{_percent(claim, n, int(whole))} ({n:,} of {int(whole):,})" for n in counts)


def _percent(claim: Claim, count: int, whole: int) -> str:
    stated = claim.kind.stated
    digits = max(0, stated.written.decimals) if stated else 0
    return f"{float(Fraction(count, whole) * 100):.{digits}f}%"


def _fixed(sheet: Sheet, form: Any, but: Claim) -> Fraction | None:
    """Return the one whole number to which the levels that other claims print fix a quantity; `None` of none."""
    if len(form.terms) != 1:
        return None
    quantity = form.terms[0][0]
    met = ANY
    for claim in sheet.about([quantity.name]):
        for count in _printed(claim, quantity) if claim.id != but.id else ():
            met = met.meet(count)
    ends = met.whole_numbers()
    return Fraction(ends[0]) if ends and ends[0] == ends[1] and not met.is_empty else None


def _printed(claim: Claim, quantity: Quantity) -> Iterator[Interval]:
    """Yield the ranges in which a claim puts a quantity by a level, or by a count such as that of "23/42 (55%)"."""
    kind: Any = claim.kind
    if len(claim.readings) > 1 or kind.name not in ("value", "fraction"):
        return
    if kind.name == "value":
        asserted = kind.asserted(Mode.WIDE)
        if asserted is not None and kind.of.at(kind.in_).terms == ((quantity, 1),):
            yield asserted
        return
    operands = [operand for operand in (kind.of, kind.out_of) if not isinstance(operand, Fraction)]
    for operand, count in zip(operands, kind.printed_counts(), strict=False):
        if count is not None and operand.at(kind.in_).terms == ((quantity, 1),):
            yield Interval.point(count)


def _numbers(sheet: Sheet, claim: Claim, needs: Interval) -> str:
    """Return the nearest whole numbers of which some count makes the percentage that another claim prints of them."""
    kind: Any = claim.kind
    asserted = kind.asserted(Mode.WIDE)
    form = kind.of.at(kind.in_)
    rates = [each for each in sheet.about(term.name for term, _ in form.terms) if _is_share_of(each, form)]
    if len(rates) != 1 or asserted is None or not asserted.is_point or asserted.low.denominator != 1:
        return ""
    printed = int(asserted.low)
    share = rates[0].kind.asserted(Mode.WIDE)
    near = [*range(printed - 1, printed - _FAR, -1)], [*range(printed + 1, printed + _FAR)]
    found = [next((n for n in some if n > 0 and needs.contains(Fraction(n)) and _count(share, n)), 0) for some in near]
    found = [n for n in found if n]
    if not found or printed > _MOST:
        return ""
    noun = kind.stated.written.unit.name
    made = [f"{_count(share, n):,} of {n:,} is {_percent(rates[0], _count(share, n), n)}" for n in found]
    return f"{' or '.join(f'{n:,}' for n in found)}{f' {plural_of(noun)}' if noun else ''}: {', '.join(made)}"


def _is_share_of(claim: Claim, form: Any) -> bool:
    kind: Any = claim.kind
    if kind.name != "fraction" or isinstance(kind.out_of, Fraction) or len(claim.readings) > 1:
        return False
    return bool(kind.out_of.at(kind.in_) == form) and kind.stated.written.unit.family == "percent"


def _count(share: Interval | None, whole: int) -> int:
    """Return a count above 0 of `whole` things within a share of them; 0 of none."""
    if share is None or share.low is None:
        return 0
    first = max(1, (share.low * whole).__ceil__())
    return next((n for n in (first, first + 1) if n <= whole and share.contains(Fraction(n, whole))), 0)
