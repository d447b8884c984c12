"""Rows and columns of a table that are others divided by each other: margins, rates, amounts per head, prices.

A row is what its label says, "Operating margin" or "R&D as % of revenue", where that fits in most columns; a column is
one of the others divided by another where that fits in most rows, and so closely that it is hardly so by chance.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import permutations, product
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.tables import words
from claimcheck.extraction.tables.levels import most, said
from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.style import parse_scale

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels

_CLOSE = Fraction(1, 20)  # of a number, how much its rounding may leave open for a quotient to tell something
_OPEN = Fraction(1, 4)  # of a quotient, how much the rounding of what is divided may leave open
_FEW = 2
_SURE = 3  # numbers that all fit, where no word says what a column is
_NEAREST = 3  # rows that a word of a label may mean
_FEWEST_WRONG = 3
_TRIED_ROWS = 200
_TRIED_COLUMNS = 8
_PER = lazy(r"(?P<above>.+?)\s+(?:per|to)\s+(?P<below>.+)|(?P<left>[^\W\d]+)\s*/\s*(?P<right>.+)", re.IGNORECASE)
_OF = lazy(
    r"(?P<above>.*?)[\s,(–—-]*(?:\b(?:as|in)\s+)?(?:\ban?\s+)?(?:%|\b(?:per ?cent|percentage|share|proportion))\s+"
    r"(?:of|to)\s+(?P<below>[^()]+)\)?",
    re.IGNORECASE,
)
_MARGIN = lazy(r"(?P<above>.*?)\s*\bmargin\b", re.IGNORECASE)
_TAX_RATE = lazy(r"\b(?:effective )?tax rate\b", re.IGNORECASE)
_SALES = lazy(r"\b(?:revenues?|sales|turnover)\b", re.IGNORECASE)
_PCT = lazy(r"\W*(?:win )?pct\W*", re.IGNORECASE)  # of games won
_QUOTIENT = lazy(
    r"\b(?:per|each|rates?|ratio|margin|price|average|avg|mean|yield|density|share|cost of one|speed-?up|factor|faster"
    r"|vs|pct)\b|/|%|×",
    re.IGNORECASE,
)

_Place = tuple[int, int]  # row and column


class _Way(NamedTuple):
    above: int
    below: int


class _Fit(NamedTuple):
    """Whether a number is a quotient, just as printed and hardly by chance, or not only as its parts are so rough."""

    fits: bool
    close: bool
    likely: bool


class Quotients:
    """The quotients of one table: their drafts, and the rows that hold them."""

    def __init__(self, levels: Levels, apart: Collection[int] = ()) -> None:
        """Take levels; the rows `apart` are neither divided nor divide."""
        self.levels, self.table, self.apart = levels, levels.table, apart
        self.labels = [row[0].text for row in self.table.rows]
        self.made: set[int] = set()  # the rows that are quotients
        self.found: list[Draft] = []
        self._used: set[frozenset[int]] = set()

    def rows(self, columns: Sequence[int]) -> None:
        """Draft that a row is the quotient of two others that its label names, where that fits in most columns."""
        for i in range(len(self.labels)) if not self.levels.by_rows else ():
            if i in self.apart:
                continue
            best: dict[int, _Fit] = {}
            at = _Way(i, i)
            for way in self._told(i):
                tried = {j: fit for j in columns if (fit := self._fits((i, j), (way.above, j), (way.below, j)))}
                if _right(tried) > _right(best):
                    best, at = tried, way
            right = _right(best)
            pair = len(best) == _FEW and any(fit.close for fit in best.values())
            if right and (most(right, len(best)) or pair):
                self.made.add(i)
                for j in best:
                    self._add((i, j), (at.above, j), (at.below, j), self.labels[i])

    def columns(self, columns: Sequence[int]) -> list[int]:
        """Draft that columns are quotients of others where that fits in most rows; return these."""
        made = []
        heads = self.table.heads
        counted = self.levels.of_games  # one by one: no quotients
        tried = [j for j in columns if j not in counted and not words.CHANGE.search(heads[j].text)]
        for j in sorted(tried, key=lambda j: not _QUOTIENT.search(heads[j].text)):
            beside = [k for k in range(1, len(heads)) if k != j and heads[k].period == heads[j].period]
            near = sorted(beside, key=lambda k: abs(k - j))[:_TRIED_COLUMNS]
            best: dict[int, _Fit] = {}
            at = _Way(j, j)
            told = bool(_QUOTIENT.search(heads[j].text))
            if not told:  # what is headed as a quotient is none of its parts
                near = [k for k in near if not _QUOTIENT.search(heads[k].text)]
            for way in (_Way(*pair) for pair in permutations(near, 2) if frozenset((j, *pair)) not in self._used):
                if counted and _PCT.fullmatch(heads[j].text) and not self.levels.games(way.below):
                    continue
                fit = self._down(j, way)
                if _right(fit) > _right(best):
                    best, at = fit, way
            clear = sum(fit.fits and fit.close for fit in best.values())
            least = _FEW if told else _SURE
            if clear >= least and most(sum(fit.likely for fit in best.values()), len(best)):
                self._used.add(frozenset((j, *at)))
                made.append(j)
                for i in range(len(self.table.rows)):
                    if i in best or not self.levels.is_drawn(i, at.above):
                        self._add((i, j), (i, at.above), (i, at.below), heads[j].text)
        return made

    def _down(self, j: int, way: _Way) -> dict[int, _Fit]:
        """Return how the rows of a column fit a way; none where the first of them do not."""
        tried: dict[int, _Fit] = {}
        wrong = 0
        for i in range(min(len(self.table.rows), _TRIED_ROWS)):
            fit = self._fits((i, j), (i, way.above), (i, way.below))
            if fit is not None:
                tried[i] = fit
                wrong += not fit.fits
                if 2 * wrong > len(tried) + _FEWEST_WRONG:
                    return {}
        halved = self.levels.halved({i: fit.fits for i, fit in tried.items()}, way.above)
        return {i: fit for i, fit in tried.items() if i not in halved}

    def _told(self, i: int) -> list[_Way]:
        """Return the rows that a label may name, the one above and the other below the line, the likeliest first."""
        label = self.labels[i]
        bare = re.sub(r"\s*\([^()%]*\)", "", label)
        if found := _OF.fullmatch(label) or _OF.fullmatch(bare):
            above, below = self._naming(found["above"], i), self._naming(found["below"], i)
        elif _TAX_RATE.search(label):
            above, below = self._naming("tax", i), self._naming("before tax", i)
        elif found := _MARGIN.match(bare):
            above = [k for k in self._naming(found["above"], i) if words.EARNED.search(self.labels[k])]
            below = [k for k in self._others(i) if _SALES.search(self.labels[k])][:_NEAREST]
        elif found := _PER.fullmatch(re.sub(r"\s+ratio\b", "", bare, flags=re.IGNORECASE)):
            above = self._naming(found["above"] or found["left"], i)
            below = self._naming(found["below"] or found["right"], i)
        else:
            return []
        return [_Way(a, b) for a, b in product(above, below) if a != b]

    def _others(self, i: int) -> list[int]:
        return [k for k in range(len(self.labels)) if k != i and not self._is_rate(k)]

    def _is_rate(self, i: int) -> bool:
        made = i in self.made or i in self.apart
        return made or bool(_MARGIN.match(self.labels[i])) or self.levels.labels[i].unit == "%"

    def _naming(self, told: str, i: int) -> list[int]:
        """Return the rows whose labels have all of some words, those with few others first; the one above for none."""
        sought = words.content(told)
        if not sought:
            return [i - 1] if i and not self._is_rate(i - 1) else []
        found = [(len(own), k) for k in self._others(i) if sought <= (own := words.content(self.labels[k]))]
        return [k for _, k in sorted(found)[:_NEAREST]]

    def _fits(self, place: _Place, above: _Place, below: _Place) -> _Fit | None:
        """Return whether a number is a quotient; `None` where one of the three is not printed, or nothing divides."""
        level, a, b = (self.levels.at(*each) for each in (place, above, below))
        if level is None or a is None or b is None:
            return None
        own, over, under = (_scaled(each) for each in (level, a, b))
        if over.low is None or over.high is None or under.low is None or under.high is None or under.low <= 0:
            return None
        if own.low is None or own.high is None or not level.written.value or not a.written.value:
            return None
        ends = [end / divisor for end in (over.low, over.high) for divisor in (under.low, under.high)]
        exact = own.contains(a.written.value * _scale(a) / (b.written.value * _scale(b)))
        close = own.high - own.low <= _CLOSE * max(abs(own.low), abs(own.high))
        fits, narrow = (
            own.meets(Interval(min(ends), max(ends))),
            max(ends) - min(ends) <= _OPEN * abs(max(ends, key=abs)),
        )
        return _Fit(fits, exact and close, exact or (fits and narrow))

    def _add(self, place: _Place, above: _Place, below: _Place, name: str) -> None:
        level, a, b = (self.levels.at(*each) for each in (place, above, below))
        written = self.table.rows[place[0]][place[1]].written
        if level is None or a is None or b is None or written is None or self._fits(place, above, below) is None:
            return
        part, whole = a.draft, b.draft
        percent = level.written.unit.family == "percent"
        share = percent and 0 <= level.written.value <= 1 and _scaled(a).within(Interval(Fraction(0), _scaled(b).high))
        draft = self.levels.draft(*place, "share" if share else "ratio", part.group, part.subject)
        guess = f"“{name}” is “{part.subject.text}” divided by “{whole.subject.text}”"
        self.found.append(
            draft._replace(
                in_=level.draft.in_,
                whole=whole.subject,
                whole_group=whole.group,
                guesses=(guess,),
                said=said(written, level.written),
                scale=level.draft.scale,
            )
        )


def _right(tried: Mapping[int, _Fit]) -> int:
    return sum(fit.fits for fit in tried.values())


def _scale(level: Level) -> Fraction:
    """Return what the head or the label multiplies a number by: none that has a magnitude itself."""
    return parse_scale(level.draft.scale) if level.draft.scale and level.written.magnitude == 1 else Fraction(1)


def _scaled(level: Level) -> Interval:
    return level.range.scaled(_scale(level))


def without_levels(found: Sequence[Draft], quotients: Collection[Draft]) -> list[Draft]:
    """Return drafts without the levels of quotients of which nothing else speaks."""
    told = {draft.written.number_start for draft in quotients}
    needed = {
        group
        for draft in found
        if draft.kind != "value"
        for group in (draft.group, draft.whole_group, *draft.parts, *draft.minus)
    }
    return [d for d in found if d.kind != "value" or d.group in needed or d.written.number_start not in told]
