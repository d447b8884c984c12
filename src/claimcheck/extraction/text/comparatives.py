"""Comparatives: what a level was the year before, in parentheses behind it: "EUR 82.2 (75.1) million"."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.terms import BARE, PERCENT

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Unit, Written

_MAGNITUDES = {3: "thousand", 5: "lakh", 6: "million", 7: "crore", 9: "billion", 12: "trillion"}
SCALES = {Fraction(10) ** power: name for power, name in _MAGNITUDES.items()}
_GIVEN = ("currency", "measure", "percent")  # families whose unit one of the two tells for both
_FEWEST = 3  # digits of a whole number that is no note and no reference
_FEWEST_OF_MONEY = 2
_MOST = 5  # times that one is the other
_BESIDE = lazy(r"\s*[;,(]?\s*")
_CLOSED = lazy(r"\s*\)")
_HEADED = lazy(r"\s*(?:[;,]\s*|\()[^();,\d]{0,16}[12]\d{3}\s?:")


def is_comparative(sentence: Sentence, later: Written, earlier: Written) -> bool:
    """Whether a number in parentheses is what the level right before it was a year before: "SEK 143 million (123)"."""
    if later.upper or earlier.upper or earlier.hedge or earlier.direction or not _is_inside(sentence, later, earlier):
        return False
    if later.unit == earlier.unit != BARE:
        return True
    if later.unit == BARE and earlier.unit == PERCENT and not later.decimals:
        return False  # "398 (100%)" is a count and its share
    alike = BARE in (later.unit, earlier.unit) and later.unit.family in (*_GIVEN, "count", "none")
    ends = abs(later.value), abs(earlier.value)
    both = meant(later, earlier)
    told = [abs(one.value) for one in both]
    alike = alike and all(one.magnitude in SCALES or one.magnitude == 1 or one.unit == PERCENT for one in both)
    plain = later.decimals == earlier.decimals and 0 not in ends and max(told) <= _MOST * min(told)
    return alike and plain and _is_long(later, earlier)


def meant(later: Written, earlier: Written) -> tuple[Written, Written]:
    """Return a level and its comparative with the unit and the magnitude that one of them tells for both."""
    first, second = later, earlier._replace(value=abs(earlier.value), parenthesised=False)
    unit = next((each.unit for each in (later, earlier) if each.unit.family in _GIVEN), None)
    scale = next((each.magnitude for each in (later, earlier) if each.magnitude != 1), Fraction(1))
    return _told(first, unit, scale), _told(second, unit, scale)


def without_comparatives(sentence: Sentence) -> Sentence:
    """Return a sentence without them, so that what is said of a level stands beside it: "8.2 (7.1) million, or 10%"."""
    pairs = pairwise(sentence.quantities)
    found = [earlier for later, earlier in pairs if earlier.parenthesised and is_comparative(sentence, later, earlier)]
    if not found:
        return sentence
    instead = sorted([*sentence.instead, *((each.amount_start, each.amount_end, " ") for each in found)])
    kept = tuple(written for written in sentence.quantities if written not in found)
    return sentence._replace(quantities=kept, instead=tuple(instead))


def _told(written: Written, unit: Unit | None, scale: Fraction) -> Written:
    """Return a number in a unit and a magnitude, where it has none of its own."""
    found = written if written.magnitude != 1 else written.times(scale)
    return found if unit is None or found.unit != BARE else found._replace(unit=unit)


def _is_inside(sentence: Sentence, later: Written, earlier: Written) -> bool:
    between, after = sentence.between(later, earlier).strip(), sentence.after(earlier).lstrip()
    if earlier.parenthesised:
        return not between
    return between == "(" and after.startswith(")") and earlier.value > 0


def _is_long(later: Written, earlier: Written) -> bool:
    """Whether a number has too many digits for a note, a reference or a count: not "to 43 (12)", "38% (33)"."""
    if earlier.decimals:
        return True
    fewest = _FEWEST_OF_MONEY if later.unit.family == "currency" and later.magnitude > 1 else _FEWEST
    return later.unit.family != "percent" and all(
        sum(map(str.isdecimal, one.digits)) >= fewest for one in (later, earlier)
    )


def signed_change(sentence: Sentence, later: Written) -> tuple[Sentence, Written] | None:
    """Return a sentence without the change that a level and its comparative have by a mere sign, and that change.

    "42.0 million (2022: 38.0 million; +11%)", "42.0 million (+11%; 2022: 38.0 million)", "42 million, +11% (2022: ...)"
    """
    at = sentence.quantities.index(later)
    family = "points" if later.unit.family == "percent" else "percent"
    for last, change in pairwise(sentence.quantities[at : at + 3]):
        signed = change.unit.family == family and not change.direction and change.text.lstrip()[:1] in ("+", "-", "−")
        gap = sentence.between(last, change)
        behind = _HEADED if last is later else _CLOSED
        if signed and _BESIDE.fullmatch(gap) and behind.match(sentence.gap(change.amount_end, sentence.end)):
            start = change.amount_start if "(" in gap else last.amount_end
            instead = (*sentence.instead, (start, change.amount_end, " "))
            kept = tuple(number for number in sentence.quantities if number is not change)
            return sentence._replace(quantities=kept, instead=tuple(sorted(instead))), change
    return None
