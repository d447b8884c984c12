"""A text as sentences, each with its quantities, its years, and the words between them."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.text.gloss import glossed
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.named_periods import Named, named_periods
from claimcheck.extraction.text.old_years import with_old_years
from claimcheck.extraction.text.reference import stated_year
from claimcheck.extraction.text.sentences import in_one_line, sentence_spans
from claimcheck.extraction.text.settings import label_of
from claimcheck.quantity.terms import QUANTITIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.quantity.written import Written

_MOST_NUMBERS = 100  # of a sentence; what has more is a table or a list, and read in pieces
DURATIONS = ("year", "month", "quarter", "decade", "week", "day")
# Between a number and the year it is of: "in 2015", "worldwide by the end of 2027", "(2020)".
_YEAR_AFTER = lazy(
    r"^\W{0,3}(?:(?!(?:and|but|or|to|while|from|up|down|than)\b)[\w-]+\s){0,3}?"
    r"(?:in|by|for|during|as of|through|until|at the end of|by the end of)\s+"
    r"(?:the year\s+|the full year\s+|fiscal\s+(?:year\s+)?|calendar\s+|fy\s*)?$|^\s*\($",
    re.IGNORECASE,
)
_YEAR_BEFORE = lazy(r"\b(?:in|by|for|during|as of|the end of)\s+(?:the year\s+|fiscal\s+(?:year\s+)?)?$", re.IGNORECASE)
_HEADING = lazy(r"\s?:\s*(?:an?\s+(?:[^\W\d_]+\s+){1,2}of\s+)?")  # "(2023: $46.9 million)", "(2023: a loss of 5)"
_BEFORE_NAMED = lazy(
    r"\b(?:at\s+the\s+(?:end|start|beginning)\s+of|as\s+of|in|by|for|during|over|since|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CENTURY = 100
_PLAIN_YEAR = lazy(r"[12]\d{3}")
_BASE = lazy(r"\([^()=]{1,24}=\s*$")  # "(2015 = 100)"
_PER = lazy(r"\b(?:per|(?:for|of|in|on)\s+(?:each|every))\s+\W?$", re.IGNORECASE)
_BASE_BUT_SIZE = lazy(r"\((?!\s*n\s*=)[^()=]{1,24}=\s*$", re.IGNORECASE)  # not "assigned to A (n = 432)"
_ASSIGNED = lazy(r"\b(?:assign|allocat|randomi[sz])(?:ed|ated)\b", re.IGNORECASE)
_FROM_TO = lazy(r"^\s*(?:to|and|until|till|through|[-–—])\s*(?:the year\s+)?$", re.IGNORECASE)
_FROM_LENGTH = lazy(r",?\s+(?:to|from)\s[^;]{1,60}?(?:\sto|\sfrom)\s+", re.IGNORECASE)
_FROM = lazy(r"(?:\bfrom|\bbetween|\bperiod(?:\s+of)?|\bduring|\bover|\()\s*(?:the year\s+)?$", re.IGNORECASE)


class Sentence(NamedTuple):
    """One sentence of a text; all offsets are of the whole text."""

    text: str  # the whole text
    start: int
    end: int
    quantities: tuple[Written, ...]  # what may be claimed, lengths of time left out
    durations: tuple[Written, ...]
    years: tuple[Written, ...]  # those that are no part of a quarter, a half or a month
    named: tuple[Named, ...] = ()  # quarters, halves and months
    heading: str = ""  # the label that a heading above gives it
    instead: tuple[tuple[int, int, str], ...] = ()  # what some of its text is read as, in order

    @property
    def words(self) -> str:
        """The sentence itself, in one line."""
        return " ".join(self.text[self.start : self.end].split())

    def gap(self, left: int, right: int) -> str:
        """Return the words of `text[left:right]` in one line, with single spaces kept at its ends."""
        kept, at = [], left
        for start, end, said in self.instead:
            if start < right and end > at:
                kept += [self.text[at : max(start, at)], said]
                at = min(end, right)
        return in_one_line("".join([*kept, self.text[at:right]]))

    def untimed(self, left: int, right: int) -> str:
        """Return the words of `text[left:right]` without the quarters, halves and months they name."""
        kept, at = [], left
        for named in self.named:
            if left <= named.start and named.end <= right:
                kept.append(_BEFORE_NAMED.sub(" ", self.gap(at, named.start)))
                at = named.end
        return " ".join([*kept, self.gap(at, right)])

    def ahead(self, at: int) -> list[Written]:
        """Return the numbers that end before a place."""
        return [written for written in self.quantities if written.amount_end <= at]

    def start_before(self, at: int) -> int:
        """Return where the words before a place begin: behind the number before it, else with the sentence."""
        return max((written.amount_end for written in self.ahead(at)), default=self.start)

    def between(self, left: Written, right: Written) -> str:
        """Return the words between two numbers, verbs and hedges of the second among them."""
        return self.gap(left.amount_end, right.amount_start)

    def before(self, written: Written) -> str:
        """Return the words before a number, back to the number before it or the beginning of the sentence."""
        return self.gap(self.start_before(written.amount_start), written.amount_start)

    def after(self, written: Written) -> str:
        """Return the words after a number, up to the next one or the end of the sentence."""
        starts = [other.amount_start for other in self.quantities if other.amount_start >= written.amount_end]
        return self.gap(written.amount_end, min(starts, default=self.end))

    def year_of(self, written: Written) -> int | None:
        """Return the year that a number is of: right behind it, else named before it with no number between."""
        period = self.time_of(written)
        return int(period) if period and period.isdigit() else None

    def time_of(self, written: Written, *, ahead: bool = True) -> str | None:
        """Return the period that a number is of, as sheets write it, found as a year is; `None` where none is named.

        It is "" for a quarter, a half or a month of a year that is not said. Not `ahead`: only what stands behind it.
        """
        times = [time for time in self.times() if not self._crossed(written, time)]
        behind = [time for time in times if time.start >= written.amount_end][:1]
        if behind and self._dates(behind[0], written):
            return self.period(behind[0])
        return self._time_before(written, times) if ahead else None

    def leading_time(self, written: Written) -> str | None:
        """Return the last period named with "in" before a number, whatever stands between."""
        return self._time_before(written, self.times())

    def times(self) -> list[Written | Named]:
        """Return the years and other periods that the sentence names, in order."""
        return sorted((*(year for year in self.years if year.upper is None), *self.named), key=lambda time: time.start)

    def _time_before(self, written: Written, times: Sequence[Written | Named]) -> str | None:
        before = [time for time in times if time.end <= written.start and not self._taken(time, written)]
        if before and self.heads(before[-1], written):
            return self.period(before[-1])
        if before and (
            _YEAR_BEFORE.search(self.gap(self.start, before[-1].start))
            or (isinstance(before[-1], Named) and not self.gap(self.start, before[-1].start).strip())
        ):
            return self.period(before[-1])
        return None

    def period(self, time: Written | Named) -> str:
        """Return a period as sheets write it; "" for a part of a year that is not said."""
        if not isinstance(time, Named):
            year = int(time.value)
            return str(year) if year > _CENTURY else f"FY20{year:02}"  # "FY22"
        if time.period or not time.part:
            return time.period
        led = [year for year in self.years if year.upper is None and year.end <= time.start]
        if len(led) == 1 and _YEAR_BEFORE.search(self.gap(self.start, led[0].start)):
            return f"{int(led[0].value)}-{time.part}"
        return ""

    def _taken(self, year: Written | Named, written: Written) -> bool:
        """Whether a period dates another number, the one right before it."""
        ahead = [w for w in self.ahead(year.start) if w is not written]
        return bool(ahead) and self._dates(year, ahead[-1])

    def _dates(self, time: Written | Named, written: Written) -> bool:
        """Whether a period behind a number is the number's own: "in 2015", "(2020)", but not "(2020: 5 million)"."""
        own = _YEAR_AFTER.match(self.gap(written.amount_end, time.start))
        return bool(own) and not _HEADING.match(self.text, time.end)

    def heads(self, time: Written | Named, written: Written) -> bool:
        """Whether a period stands as a head before a number: "(2023: $46.9 million)"."""
        return bool(_HEADING.fullmatch(self.text, time.end, written.amount_start))

    def headed(self, written: Written) -> bool:
        """Whether a period stands as a head before a number."""
        return any(self.heads(time, written) for time in self.times())

    def _crossed(self, written: Written, time: Written | Named) -> bool:
        """Whether another quantity stands between a number and a period, in either order."""
        low, high = min(written.amount_end, time.end), max(written.amount_start, time.start)
        return any(low <= other.amount_start < high for other in self.quantities if other is not written)

    def joined(self, other: Sentence) -> Sentence:
        """Return the sentence with the one behind it as one."""
        return Sentence(
            self.text,
            self.start,
            other.end,
            self.quantities + other.quantities,
            self.durations + other.durations,
            self.years + other.years,
            self.named + other.named,
            instead=self.instead + other.instead,
        )

    def spans(self) -> list[tuple[int, int]]:
        """Return the pairs of years that name a period: "2021-2028", "from 2010 to 2015"."""
        found = [(int(y.value), int(y.upper)) for y in self.years if y.upper is not None]
        for first, second in zip(self.years, self.years[1:], strict=False):
            if first.upper is not None or second.upper is not None:
                continue
            joined = _FROM_TO.match(self.gap(first.end, second.start))
            if joined and _FROM.search(self.gap(self.start, first.start)) and first.value < second.value:
                found.append((int(first.value), int(second.value)))
        return found


def sentences(text: str, numbers: Sequence[Written], locale: str = "en", period: str = "") -> list[Sentence]:
    """Return the sentences that hold numbers, given all `numbers` that count, in order; `locale` is their language.

    Where `period`, that of what the text names none of, is a year, its quarters and months are of that year.
    """
    found, at, heading = [], 0, ""
    for start, end in sentence_spans(text):
        inside = []
        while at < len(numbers) and numbers[at].number_start < end:
            if numbers[at].number_start >= start:
                inside.append(numbers[at])
            at += 1
        if not inside and (label := label_of(text, start, end)) is not None:
            heading = label
        pieces = [inside[i : i + _MOST_NUMBERS] for i in range(0, len(inside), _MOST_NUMBERS)]
        borders = [start, *(piece[0].start for piece in pieces[1:]), end]
        for (low, high), piece in zip(pairwise(borders), pieces, strict=False):  # none of a sentence without numbers
            gloss = glossed(text, low, high, piece, locale)
            found.append(_sentence(text, low, high, piece)._replace(heading=heading, instead=gloss))
    if _PLAIN_YEAR.fullmatch(period):
        return [each._replace(named=tuple(_dated(named, period) for named in each.named)) for each in found]
    return _in_stated_year(text, numbers, found)


def _dated(named: Named, year: str) -> Named:
    """Return a part of a year whose year is not said as one of a year."""
    known = named.period or not named.part
    return named if known else named._replace(period=f"{year}-{named.part}", assumed=True)


def _in_stated_year(text: str, numbers: Sequence[Written], found: list[Sentence]) -> list[Sentence]:
    """Return sentences in which the months without a year are of the one year that a text states, where it does."""
    years = [each.number_start for each in numbers if each.form == "year" and each.upper is None]
    year = stated_year(text, years, [named for sentence in found for named in sentence.named])
    if year is None:
        return found
    return [each._replace(named=tuple(year.dated(named) for named in each.named)) for each in found]


def _sentence(text: str, start: int, end: int, inside: Sequence[Written]) -> Sentence:
    named = tuple(named_periods(text, start, end))
    free = [w for w in with_old_years(text, inside) if not any(n.start <= w.number_start < n.end for n in named)]
    base = _BASE if _ASSIGNED.search(text, start, end) is None else _BASE_BUT_SIZE
    claimed = [w for w in free if w.form in QUANTITIES and not _is_base(w, text[start : w.number_start], base)]
    lengths = _lengths(text, [w for w in claimed if w.unit.name in DURATIONS])
    return Sentence(
        text,
        start,
        end,
        tuple(w for w in claimed if w not in lengths),
        tuple(lengths),
        tuple(w for w in free if w.form == "year"),
        named,
    )


def _is_base(written: Written, before: str, base: re.Pattern[str]) -> bool:
    """Whether a number says what others are counted by: "(2015 = 100)", "$11.78 per $1,000 of value"."""
    return bool(base.search(before)) or (set(written.digits) <= set("10,") and bool(_PER.search(before)))


def _lengths(text: str, lengths: list[Written]) -> list[Written]:
    """Return the lengths of time but for levels and their change: "shortened by 32 days, from 118 to 86 days"."""
    for at, change in enumerate(lengths[:-1], 1):
        if change.by_to == "by" and _FROM_LENGTH.fullmatch(text[change.amount_end : lengths[-1].amount_start]):
            return lengths[: at - 1]
    return lengths
