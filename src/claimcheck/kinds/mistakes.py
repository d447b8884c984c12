"""Mistakes that the arguments of several kinds may hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from claimcheck.kinds.base import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.kinds.base import Stated

T = TypeVar("T")


def relative(number: Stated, quotient: str = "") -> Iterator[Problem]:
    """Yield a number that says by how much something is more or less, where a multiple is wanted: "a third more".

    Of a `quotient` of two quantities the help says the formula that means it.
    """
    written = number.written
    worded = written.unit.family == "percent" or written.form in ("word", "fraction")
    if not (worded and written.direction and written.by_to != "to"):
        return
    help_ = "of one quantity over time the kind is `growth`"
    if quotient:
        sign = "-" if written.direction == "down" else ""
        told = f"= {sign}{written.digits}%" if written.unit.family == "percent" else f"~ {sign}{written.value}"
        help_ = f'say it as a formula, `assert: "{quotient} - 1 {told}"`; {help_}'
    yield Problem("is", f"{written.text!r} says by how much it is more or less", help_)


def listed_twice(key: str, items: Sequence[T], said: Callable[[T], str], help_: str = "") -> Iterator[Problem]:
    """Yield the first item that a list holds a second time; the help says what to write where that is meant."""
    twice = next((item for at, item in enumerate(items) if item in items[:at]), None)
    if twice is not None:
        yield Problem(key, f"{said(twice)} is listed twice", help_)
