"""Sizes of one thing in several years, around the yearly rate between them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.forms.taken_over import GOES_ON
from claimcheck.extraction.text.earlier import is_pair
from claimcheck.extraction.text.words import LEVELS, leads_on, names_market, without_market

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_FEWEST = 2  # sizes


def dated_sizes(sentence: Sentence, rate: Written, left: Collection[Written]) -> list[tuple[int, Written]]:
    """Return the sizes that a rate runs between with their years, in order; none where not each has one of its own."""
    near = _run(sentence, sentence.quantities.index(rate))
    levels = [w for w in near if w.unit.family in LEVELS and w.form in ("number", "range") and w in left]
    dated = [(year, w) for w in levels if (year := sentence.year_of(w)) is not None] or _over(sentence, levels, rate)
    alike = len({w.unit for w in levels}) == 1 and len({year for year, _ in dated}) == len(dated)
    return sorted(dated, key=lambda pair: pair[0]) if alike and len(dated) == len(levels) >= _FEWEST else []


def _over(sentence: Sentence, levels: Sequence[Written], rate: Written) -> list[tuple[int, Written]]:
    """Return two levels with the years of "from 2 billion to 3 billion between 2015 and 2020, a CAGR of 8%"."""
    spans = sentence.spans()
    if len(levels) != _FEWEST or len(spans) != 1 or not is_pair(sentence, *levels):
        return []
    start = max([levels[-1].amount_end, *(year.end for year in sentence.years if year.end <= rate.start)])
    behind = sentence.gap(start, rate.amount_start) + re.split("[,;]", sentence.after(rate))[0]
    if GOES_ON.search(behind):
        return []
    return list(zip(spans[0], levels, strict=True))


def _run(sentence: Sentence, at: int) -> list[Written]:
    """Return the numbers around one that speak of the same thing, as the words between them say."""
    numbers = sentence.quantities
    # The thing may be named once, in front of the first number or between two of them.
    named = names_market(sentence.gap(sentence.start, numbers[0].amount_start)) if numbers else True
    joined = []
    for left, right in pairwise(numbers):
        gap = sentence.between(left, right)
        if not named and names_market(gap):
            gap, named = without_market(gap), True
        joined.append(leads_on(gap))
    first = last = at
    while first > 0 and joined[first - 1]:
        first -= 1
    while last < len(joined) and joined[last]:
        last += 1
    return list(numbers[first : last + 1])
