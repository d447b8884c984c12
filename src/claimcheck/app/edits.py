"""Edits of one written number: the slips that a check of numbers is there to notice."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.quantity.slips import slips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.quantity.written import Written

_KEPT = ("digit", "swapped", "sign", "points")
_THOUSAND = (Fraction(1000), Fraction(1, 1000))
_SMALLEST_COUNT = 2


def edits(written: Written, reads: str) -> Iterator[tuple[str, Written]]:
    """Yield (slip, the number with it): a digit changed, two swapped, the sign, a factor of 1000, points for percent.

    A verb is turned round only where the claim reads it (`reads`, the method of `Stated` for its kind): "rose to 41%"
    as a level has no sign in its verb. Numbers in words become their neighbours: seven six and eight, a half a third.
    """
    if not any(sign.isdigit() for sign in written.digits):
        yield from _words(written)
    for slip, other in slips(written):
        if slip == "sign" and reads in ("level", "share", "times") and written.direction:
            yield "sign", written._replace(value=-written.value, upper=None)
        elif slip in _KEPT:
            yield slip, other
        elif slip == "power of ten" and written.value and other.value / written.value in _THOUSAND:
            yield "factor 1000", other


def _words(written: Written) -> Iterator[tuple[str, Written]]:
    if written.upper is not None:
        return
    value = written.value
    if value.denominator == 1:
        step = written.magnitude
        for other in (value - step, value + step):
            if abs(other) >= _SMALLEST_COUNT * step or written.form != "multiple":
                yield "digit", written._replace(value=other, text=f"{other}", digits=f"{other}")
    else:
        for other in (Fraction(value.numerator, value.denominator + 1), (value + value.numerator) / 2):
            yield "digit", written._replace(value=other, text=f"{other}", digits=f"{other}")


def shown(slip: str, written: Written) -> str:
    """Return an edited number for people; digits alone where the slip is in them."""
    if slip in ("digit", "swapped"):
        return written.digits
    return {"sign": "the other sign", "points": "points and percent mixed up"}.get(slip, slip)
