"""Parts that a slip of the pen alone keeps from making their whole: "of 11,438: 7,205 ... and 4,323 ..." for 4,233."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import added
from claimcheck.extraction.text.bare import unrounded
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.quantity.written import Written

_LISTED, _SWAPPED, _CHANGED = 3, 4, 5  # digits that a whole has for such a slip to be no chance
_OF_PART = 2  # digits that each part has


def is_slipped(parts: Sequence[Written], whole: Written, *, listed: bool = False) -> bool:
    """Whether two digits swapped in one number, or one changed, make parts their whole, which they are not as printed.

    That is hardly chance where the numbers have many digits, and says that the parts are all of the whole; those that
    are `listed` behind a colon need fewer.
    """
    numbers = [unrounded(whole), *map(unrounded, parts)]
    digits = [_digits(number) for number in numbers]
    if digits[0] < (_LISTED if listed else _SWAPPED) or min(digits) < _OF_PART or _add_up(numbers):
        return False
    names = ("swapped", "digit") if digits[0] >= _CHANGED else ("swapped",)
    fits = _are_added_up if all(map(_is_count, numbers)) else _add_up
    return any(map(fits, _meant(numbers, names)))


def _is_count(number: Written) -> bool:
    """Whether a number may count one by one, so that nothing of it is rounded: "72,012"."""
    return number.magnitude == 1 and not (number.decimals or number.zeros) and number.unit.family in ("count", "none")


def _are_added_up(numbers: Sequence[Written]) -> bool:
    return numbers[0].value == sum(number.value for number in numbers[1:])


def _digits(number: Written) -> int:
    """Return how many digits of a number say something: those without zeros at either end."""
    return sum(map(str.isdecimal, number.digits.lstrip("0.,"))) - number.zeros


def _meant(numbers: Sequence[Written], names: Sequence[str]) -> Iterator[list[Written]]:
    """Yield the numbers with one of them as it may have been meant."""
    for at, number in enumerate(numbers):
        for name, other in digit_slips(number):
            if name in names:
                yield [*numbers[:at], other, *numbers[at + 1 :]]


def _add_up(numbers: Sequence[Written]) -> bool:
    """Whether the numbers behind the first one may add up to that."""
    whole, *parts = map(interval, numbers)
    return added(parts).meets(whole)
