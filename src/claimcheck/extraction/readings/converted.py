"""A size and the same one in another unit right behind it: "300 square kilometres (116 sq mi)"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of, reckoned_number
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES
from claimcheck.quantity.conversion import dimension, factor
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_INSIDE = lazy(rf"\s*\(?\s*(?:or\s+|i\.e\.\s+)?{HEDGES}", re.IGNORECASE)
_CLOSED = lazy(r"\s*\)")
_OR = lazy(
    rf"\s*,\s+(?:or|which\s+(?:is|was)|that\s+is|equivalent\s+to|i\.e\.)\s+{HEDGES}", re.IGNORECASE
)  # "$1,240 a month, or $14,880 a year"
_NOMINAL = lazy(  # sizes by which things are called, and which they have not
    r"\b(?:nominal\w*|calib(?:re|er)\w*|bore|guns?|rifles?|cartridges?|ammunition|wheels?|tyres?|tires?|rims?|pipes?"
    r"|screens?|drives?|lumber|timber)\b",
    re.IGNORECASE,
)
_SIZES = ("mass", "length", "area", "volume", "power", "energy", "temperature")
_DEGREES = {  # times and more: what so many degrees are, and a difference of so many
    ("°C", "°F"): ((Fraction(9, 5), Fraction(32)), (Fraction(9, 5), Fraction(0))),
    ("°F", "°C"): ((Fraction(5, 9), Fraction(-160, 9)), (Fraction(5, 9), Fraction(0))),
}
_BELIEVED, _RATE = Fraction(9, 4), 12  # times; beyond, it is another size: the height in "the climb is 10 km (1,200 m)"
_SHIFTS = (10, Fraction(1, 10))  # of the point
_NEAR = 16  # characters between a size and the one that it goes on: "1 foot, 8 inches (51 cm)"
_LONG = lazy(r"\s+(?:long|tall|high|wide|deep|of|above|below|away)\b", re.IGNORECASE)


def converted(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the sizes in parentheses, and rates behind "or", that are to tell the one before in another unit."""
    told = [draft for draft in drafts if draft.kind == "value" and not draft.cell]
    for at, (first, second) in enumerate(pairwise(told)):
        if first.sentence == second.sentence and _says_again(sentences[first.sentence], first, second):
            before = told[at - 1].written if at else None
            yield from _wrong(first, second, before, sentences)


def _says_again(sentence: Sentence, first: Draft, second: Draft) -> bool:
    """Whether a size stands alone in parentheses, or a rate behind "or", right behind another one of its kind."""
    one, other = first.written, second.written
    plain = all(w.form == "number" and not w.upper and not w.direction for w in (one, other))
    between, after = sentence.between(one, other), sentence.after(other)
    inside = other.parenthesised or (between.lstrip().startswith("(") and _CLOSED.match(after))
    beside = inside and _INSIDE.fullmatch(between)
    rates = one.unit.per and other.unit.per
    sizes = dimension(one.unit) in _SIZES
    again = _OR.fullmatch(between) and (ENDED.match(after) or (sizes and _LONG.match(after)))
    told = (again or beside) and (rates or sizes)
    return bool(plain and told and one.unit != other.unit) and not _NOMINAL.search(sentence.words)


def _wrong(first: Draft, second: Draft, before: Written | None, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    one, other = first.written, without_parentheses(second.written) if second.written.unit.per else second.written
    times = factor(one.unit, other.unit)
    ways = ((times, Fraction(0)),) if times else _DEGREES.get((one.unit.name, other.unit.name), ())
    made = [interval(one).scaled(by).shifted(more) for by, more in ways]
    if not ways:
        return
    fits = any(each.meets(interval(other)) for each in made)
    value = one.value * ways[0][0] + ways[0][1]
    beside = before and dimension(before.unit) == dimension(one.unit) and one.start - before.amount_end < _NEAR
    believed = _RATE if one.unit.per else _BELIEVED
    near = value / believed < abs(other.value) < value * believed
    shifted = any(made[0].scaled(Fraction(by)).meets(interval(other)) for by in _SHIFTS)
    shifted = shifted and not one.unit.per and min(map(_digits, (one, other))) > 1
    if beside or (times and not (near or shifted or fits)):
        return
    shown = reckoned_number(value, other.unit, other.value)
    wrong = f"{printed_of(first, sentences)} is {shown}, not {printed_of(second, sentences).strip('()')}"
    yield Bond(
        second, (first,), "" if fits else wrong, "it says the size of line {line} over again", laws.same(second, first)
    )


def _digits(written: Written) -> int:
    """Return how many digits of a number say something."""
    return sum(map(str.isdecimal, written.digits)) - written.zeros
