"""Three numbers near each other of which one is what the others make, too exactly for chance, whatever the words."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, alike, less, over, value
from claimcheck.extraction.fitting.levels import Levels, exact
from claimcheck.extraction.text.bare import falls, undirected, without_parentheses
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.laws import Law
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval

_CHANCE = Fraction(1, 20)  # at most, that some pair of levels makes a rate that is about others
_RARE = Fraction(1, 50)  # the same of a difference
_BACK = 1  # sentences to the levels
_MOST = 12  # levels; more are a table's
_WIDE = Fraction(10**30)
_FIGURES = 2  # of each number; one of a single digit differs from many


def triples(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the shares, changes and differences that one pair of levels in the same sentences makes, and no other."""
    levels = Levels(drafts, names, sentences)
    told: set[frozenset[int]] = set()
    for position, own in levels.by_place.items():
        near = [level for level in levels.of(range(position - _BACK, position + 1)) if _is_long(level)]
        for draft in own if 1 < len(near) <= _MOST else ():
            fits = [*_fits(draft, [level for level in near if level is not draft])] if _is_long(draft) else []
            three = frozenset(each.written.number_start for law in fits for each in (draft, *law.of))
            if len(fits) == 1 and three not in told:
                told.add(three)
                beside = tuple(each for each in fits[0].of if each is not draft)
                yield Bond(draft, beside, "", "it is what these make", fits[0])


def _is_long(draft: Draft) -> bool:
    written = draft.written
    plain = written.form == "number" and written.upper is None and not written.unit.per and not written.hedge
    return plain and sum(map(str.isdecimal, written.digits)) >= _FIGURES


def _fits(draft: Draft, levels: Sequence[Draft]) -> Iterator[Law]:
    """Yield how pairs of levels make a number; nothing where some pair may do so by chance."""
    written = draft.written
    relative, down = written.unit.family == "percent", falls(written)
    changes = relative and (bool(written.direction) or draft.kind == "growth")
    stated = interval(undirected(without_parentheses(written)), narrow=True)
    pairs = [sorted(pair, key=value) for pair in combinations(levels, 2) if alike(*pair)]
    for smaller, larger in pairs:
        if not relative and not alike(draft, larger):
            continue
        start, end = (larger, smaller) if down else (smaller, larger)
        made = less(exact(larger), exact(smaller))
        ends = (smaller, larger) if written.value < 0 and not written.parenthesised else (larger, smaller)
        law, scale, chance = laws.difference(draft, *ends), value(larger), _RARE
        if relative:
            ratio = over(exact(end), exact(start)) if changes else over(exact(smaller), exact(larger))
            if ratio is None:
                continue
            made = (ratio.shifted(-1).negated() if down else ratio.shifted(-1)) if changes else ratio
            law = laws.growth(draft, start, end) if changes else laws.quotient(draft, smaller, larger)
            scale, chance = abs(written.value), _CHANCE
        width = _width(made) + _width(stated)
        if made.meets(stated) and width * len(pairs) <= chance * scale and value(smaller) < value(larger):
            yield law


def _width(interval: Interval) -> Fraction:
    return interval.high - interval.low if interval.low is not None and interval.high is not None else _WIDE
