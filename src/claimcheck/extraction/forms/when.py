"""When: the periods of the numbers of a sentence, as far as it says."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.draft import BEFORE, HERE
from claimcheck.extraction.text.comparatives import is_comparative
from claimcheck.extraction.text.earlier import is_pair, is_told_when
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.points import meant_as_points
from claimcheck.extraction.text.settings import is_awaited
from claimcheck.extraction.text.then import EXPECTED, is_said_then, year_then
from claimcheck.extraction.text.words import AGAINST, HEDGES, NORM, is_year_on_year, step_back
from claimcheck.quantity.period import PeriodError, before, parse_period, previous

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_SPAN = lazy(r"\b(?:past|last|previous|recent|preceding)\s*$", re.IGNORECASE)
_FORECAST = lazy(r"\bforecast(?:ed)? period\b|\bforecast years\b|\bcoming years\b", re.IGNORECASE)
_A_YEAR_EARLIER = lazy(
    r"^\s*(?:a|one|the) (?:year|previous year|prior year)\b(?: (?:earlier|ago|before))?", re.IGNORECASE
)
_SINCE = lazy(
    r"\s*(?:(?:overall|more|fewer|less|higher|lower)\s+)?"
    r"(?:from|(?:when |as )?compared (?:with|to)|on|over|than in|versus|since)\s+(?:that (?:of|in)\s+)?",
    re.IGNORECASE,
)
_AWAITED = lazy(rf"{EXPECTED.pattern}|\b(?:will|should|would|could|may|might|by|until)\b", re.IGNORECASE)
_HELD = lazy(rf"\s*,\s*(?:{AGAINST})\b", re.IGNORECASE)
_STRAIGHT = lazy(rf"\s*,?\s*from\s+{HEDGES}", re.IGNORECASE)

_OR = lazy(rf"\s*,?\s*or\s+(?:an?\s+(?:net\s+)?(?:loss|profit|gain)\s+of\s+)?{HEDGES}", re.IGNORECASE)

PAST = "the past {} years are the same ones everywhere in the text"


class Moved(NamedTuple):
    """The periods a change runs between, what was guessed of them, and what is to be decided."""

    end: str
    start: str
    guesses: tuple[str, ...] = ()
    decide: tuple[str, ...] = ()
    over: str = ""  # "quarter" where the text says that it is one from the quarter before


class Timing(NamedTuple):
    """What is known of the periods of a whole text."""

    reference: int | None = None  # the year that it speaks of most
    here: str = ""  # the period of what it names none of, where somebody said so
    before: str = ""  # that of what this rose or fell from
    latest: int | None = None  # the last year that it tells of, forecasts left out


def timing_of(sentences: Iterable[Sentence], period: str) -> Timing:
    """Return what is known where numbers without a period are of one, "" for none; that before it is a year earlier."""
    told = [*sentences]
    reference = reference_year(told)
    latest = max((year for sentence in told for year in _years_told(sentence)), default=None)
    if not period:
        return Timing(reference, latest=latest)
    return Timing(reference, period, previous(parse_period(period)).text, latest)


def _years_told(sentence: Sentence) -> list[int]:
    """Return the years that a sentence tells of, where it is no forecast."""
    if _AWAITED.search(sentence.words):
        return []
    parts = [int(named.period[:4]) for named in sentence.named if named.period[:4].isdigit()]
    return [*(int(year.value) for year in sentence.years), *parts]


class When:
    """What one sentence says of periods, of those of its text.

    `here` and `before` are labels for the period of the sentence and an earlier one, where it names none and nobody
    said which it is.
    """

    def __init__(self, sentence: Sentence, position: int, timing: Timing) -> None:
        self.sentence, self.position, self.timing = sentence, position, timing
        self.given = timing.here if all(named.period for named in sentence.named) else ""  # "in the first quarter"
        self.here, self.before = f"{HERE} {position + 1}", f"{BEFORE} {position + 1}"
        if self.given:
            self.here, self.before = self.given, timing.before

    def year(self, written: Written) -> str:
        """Return the period of a number, or a label of its own where the sentence names none, and of a forecast."""
        found = self.sentence.time_of(written)
        if self.given and not found and is_awaited(self.sentence, written):
            return f"{HERE} {self.position + 1}"
        if found is None:
            found = self.sentence.leading_time(written)
        return found or self.here

    def earlier(self, written: Written) -> str:
        """Return the period of a number of an earlier time: the one beside it, or a label."""
        found = self.year(written)
        return self.before if found == self.here else found

    def told(self, written: Written, found: Sequence[Draft]) -> str:
        """Return the period of a number that the words beside it put into an earlier time, or that says one over again.

        "$1.4 million in the prior-year period", "$1.4 million, or 5 cents per share"; "" where they do neither.
        """
        if self.year(written) != self.here:
            return ""
        at = self.sentence.quantities.index(written)
        last = self.sentence.quantities[at - 1] if at else None
        if last is not None and _OR.fullmatch(self.sentence.between(last, written)):
            return next((draft.in_ for draft in found if draft.written is last and draft.kind == "value"), "")
        return self.earlier(written) if is_said_then(self.sentence, written) else ""

    def periods(self, change: Written, earlier: Written | None, later: Written | None) -> Moved:
        """Return the periods a change runs between."""
        sentence = self.sentence
        own = later or change
        end = sentence.time_of(own) or (sentence.time_of(change) if own is not change else None)
        start = sentence.time_of(earlier) if earlier is not None else None
        start = start or self.since(change)
        span = next((pair for pair in sentence.spans() if str(pair[1]) == end or end is None), None)
        lasting = self.lasting()
        end = end if end != start else None
        if end is None and span is not None and start in (None, str(span[0])):
            return Moved(str(span[1]), str(span[0]))
        if lasting and start is None:
            return Moved(*self.past(lasting), (PAST.format(lasting),))
        end = end or sentence.leading_time(change) or (self.given if start != self.given else "")
        if end and start and before(parse_period(start), parse_period(end)):
            return Moved(end, start)
        step = step_back(sentence, change) or (
            "year" if is_year_on_year(sentence, change) or self._year_earlier(earlier) else ""
        )
        if end and start is None and step:
            try:
                return Moved(end, previous(parse_period(end), step).text, over="" if step == "year" else step)
            except PeriodError:
                pass
        if not end and start:  # "up 8.6 from 158.8 in 2013"
            return Moved(self.here, start)
        norm = earlier is not None and NORM.fullmatch(sentence.between(change, earlier))  # of many years
        return Moved(end or self.here, f"{BEFORE} {self.position + 1}" if norm else self.base(end))

    def basis(self, change: Written, earlier: Written, later: Written) -> str:
        """Return what is assumed where a change may not be from a level behind: "up 4% to 31, against 45 in 1970"."""
        sentence = self.sentence
        if is_comparative(sentence, later, earlier):
            return f"“({earlier.digits})” is of the period before"
        if meant_as_points(change, earlier, later):
            said = sentence.text[change.amount_start : change.amount_end]
            return f"“{said}” is relative, where percentage points may be meant"
        own = sentence.time_of(later) or sentence.time_of(change) or sentence.leading_time(change)
        named = sentence.time_of(earlier, ahead=sentence.headed(earlier)) is not None or year_then(sentence, earlier)
        last = change.start < later.start < earlier.start
        held = named and last and not own and not _STRAIGHT.fullmatch(sentence.between(later, earlier))
        if not (held or is_told_when(sentence, earlier)):
            return ""
        said, level = (sentence.text[w.amount_start : w.amount_end] for w in (change, earlier))
        return f"“{said}” is from “{level}”"

    def compared(self, later: Written, earlier: Written) -> Moved:
        """Return the periods of a level and of the earlier one that it is held against."""
        end = self.sentence.time_of(later) or self.sentence.leading_time(later) or self.given
        start = self.sentence.time_of(earlier, ahead=self.sentence.headed(earlier)) or ""
        if end and not start and self._year_earlier(earlier):
            start = previous(parse_period(end)).text
        return Moved(end or self.here, start or self.base(end))

    def moved(self, later: Written, earlier: Written) -> Moved:
        """Return the periods of two levels of one move: "In June orders rose from 1,150 to 1,240" is told of June."""
        end, start = self.sentence.time_of(later), self.sentence.time_of(earlier)
        if not (end or start) and len(self.sentence.spans()) == 1:
            ((first, last),) = self.sentence.spans()
            return Moved(str(last), str(first))
        if start and not end and self.sentence.time_of(earlier, ahead=False) is None:
            end, start = start, None
        return Moved(end or self.here, start or self.base(end))

    def base(self, end: str | None) -> str:
        """Return the period of what something rose from to a period: that of a month is none of the year before."""
        return self.before if end in (None, "", self.here) else f"{BEFORE} {self.position + 1}"

    def within(self, year: str) -> Moved:
        """Return the periods of growth in a year, which is taken to be from the year before."""
        return Moved(year, str(int(year) - 1), (f"growth in {year} is from {int(year) - 1}",))

    def _year_earlier(self, earlier: Written | None) -> bool:
        return earlier is not None and bool(_A_YEAR_EARLIER.match(self.sentence.after(earlier)))

    def since(self, change: Written) -> str | None:
        """Return the period of "down 7% from 2014", "compared with 2015", "since 2010"."""
        for time in self.sentence.times():
            gap = self.sentence.gap(change.amount_end, time.start) if time.start >= change.amount_end else ""
            if _SINCE.fullmatch(gap):
                return self.sentence.period(time) or None
        return None

    def is_since(self, change: Written, earlier: Written | None) -> bool:
        """Whether a change may be from a level, not "4% more than in 2022, against 38 million in 2019"."""
        since = self.since(change)
        if not since or earlier is None:
            return True
        then = self.sentence.time_of(earlier, ahead=self.sentence.headed(earlier)) or year_then(self.sentence, earlier)
        return not then or since == str(then) or str(then) == since.partition("-")[0]

    def is_long_ago(self, change: Written, earlier: Written, later: Written) -> bool:
        """Whether a level is of years before the one that a text goes up to, where its change tells no time.

        "Sales rose 4% to $31 million, compared with $39 million in 2019", in a text that speaks of 2023.
        """
        own = self.sentence.time_of(later) or self.sentence.time_of(change) or self.sentence.leading_time(change)
        year = self.sentence.year_of(earlier) or year_then(self.sentence, earlier)
        ordered = change.start < later.start < earlier.start
        joint = self.sentence.between(later if ordered else change, earlier)
        direct = _STRAIGHT.fullmatch(joint) if ordered else not _HELD.match(joint)
        if own or direct or year is None or self.since(change) or self.timing.latest is None:
            return False
        return self.timing.latest - year > 1

    def lasting(self) -> int | None:
        """Return the years of "in the past five years"."""
        for length in self.sentence.durations:
            plain = length.unit.name == "year" and length.upper is None and length.value.denominator == 1
            if plain and _SPAN.search(self.sentence.gap(self.sentence.start, length.amount_start)):
                return int(length.value)
        return None

    def past(self, years: int) -> tuple[str, str]:
        """Return the end and the start of the past so many years."""
        reference = self.timing.reference
        if reference is None:
            return "now", f"{years} years ago"
        return str(reference), str(reference - years)


def rate_length(
    spans: list[tuple[int, int]], dated: list[tuple[int, Written]], sentence: Sentence
) -> tuple[int | None, int | None, tuple[int, ...], tuple[str, ...]]:
    """Return the first and last year of a rate, the lengths it may stand for, and what is to be decided."""
    years = [year for year, _ in dated]
    low, high = years[0], years[-1]
    span = next((pair for pair in spans if pair[1] in years), None)
    if spans and span is None:
        return None, None, (), ()
    if span is not None:
        if span[0] in years:
            return span[0], span[1], (), ()
        base = max((year for year in years if year < span[1]), key=lambda year: -abs(year - span[0]))
        if abs(span[0] - base) > 1:
            return None, None, (), ()
        note = f"whether the rate starts from the size of {base} or of {span[0]}, which is not printed"
        return span[0], span[1], (span[1] - base, span[1] - span[0]), (note,)
    return _by_sizes(low, high, len(years), sentence, paired=is_pair(sentence, dated[0][1], dated[-1][1]))


def _by_sizes(
    low: int, high: int, sizes: int, sentence: Sentence, *, paired: bool
) -> tuple[int | None, int | None, tuple[int, ...], tuple[str, ...]]:
    """Return the same for a rate whose years the sentence does not name: those of its sizes, or nearly."""
    years = [int(d.value) for d in sentence.durations if d.unit.name == "year" and d.value.denominator == 1]
    # "Valued at A in 2020, and expected to reach B by 2027, at 9% a year": the forecast may begin in 2021.
    again, decide = (high - low, high - low - 1), ()
    if _FORECAST.search(sentence.words):
        return low, high, again, ("which years the forecast period has",)
    if years and years[0] != high - low:
        return low, high, (high - low, years[0]), (f"whether it runs over {years[0]} years or from {low} to {high}",)
    if sizes > 2:  # noqa: PLR2004  a size between the first and the last
        return None, None, (), ()
    return low, high, () if paired else again, decide


def reference_year(sentences: Iterable[Sentence]) -> int | None:
    """Return the year that a text speaks of most, the latest of equals."""
    counts = Counter(int(year.value) for sentence in sentences for year in sentence.years)
    return max(counts, key=lambda year: (counts[year], year)) if counts else None


def with_years(drafts: Iterable[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts that say what is assumed of their months whose year another sentence says."""
    found = []
    for draft in drafts:
        sentence, own = sentences[draft.sentence], (draft.in_, draft.from_, draft.to)
        taken = [each for each in sentence.named if each.assumed and each.period in own]
        said = [f"“{sentence.text[each.start : each.end]}” is of {each.period.partition('-')[0]}" for each in taken]
        found.append(draft._replace(guesses=(*draft.guesses, *dict.fromkeys(said))))
    return found
