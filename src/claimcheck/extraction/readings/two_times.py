"""Two levels whose times alone say which came first, and the change: "In 2019 it had 400; in 2020 500, up 25%"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.bonds import Bond, alike, is_level, is_named
from claimcheck.extraction.draft import ORDERS, by_sentence
from claimcheck.extraction.forms.bases import is_base, is_of_other_step
from claimcheck.extraction.forms.changes import fits, on_other_basis
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.readings.moved import is_met, moved_bond
from claimcheck.extraction.text.bare import undirected
from claimcheck.extraction.text.earlier import FROM, is_comparison, is_pair, starts_from, unhedged
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import meaning
from claimcheck.extraction.text.then import EXPECTED, is_said_then, owned, timeless
from claimcheck.extraction.text.words import HEDGES, LATER, is_year_on_year, is_yearly
from claimcheck.quantity.period import PeriodError, before, parse_period
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.terms import BARE, POINTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_THREE = 3  # numbers in all: two levels and their change
_MINUS = ("-", "−", "–")
_STEP = (  # a time that is one step back
    r"(?:(?:an?|one|the)\s+(?:year|month|week|quarter|season)\s+(?:earlier|ago|before)"
    r"|(?:year|season|winter|month|week|quarter)\s+before|(?:previous|prior|preceding)\s+[a-z]+"
    r"|same\s+[a-z]+\s+(?:of\s+|in\s+)?(?:last|the\s+previous)\s+year|last\s+(?:year|month|week|quarter|season)['’]s)"
)
_ONE_BACK = lazy(rf"\b{_STEP}", re.IGNORECASE)
_AGO = lazy(
    rf"\b(?:{_STEP}|(?:two|three|four|five|six|seven|eight|nine|ten|twenty|\d+)\s+(?:year|month|week|decade)s\s+(?:earlier|ago|before)"
    r"|a\s+decade\s+(?:earlier|ago|before)|before\b(?=\s*\|?\s*$))",
    re.IGNORECASE,
)
_NOW = lazy(r"\b(?:now|today|currently|this\s+(?:year|month|week|quarter|season))\b", re.IGNORECASE)
_LAST = lazy(r"\blast\s+(?:year|month|week|quarter|season|winter|spring|summer|autumn)\b", re.IGNORECASE)
_LATELY = lazy(r"\b(?:this|last|past|so\s+far|to\s+date)\b", re.IGNORECASE)
_BASE = lazy(
    r"\s*(?:more|less|fewer|higher|lower|above|below|up|down)?\s*(?:[a-z]+\s+)??"
    r"(?:than|from|on|over|since|against|versus|below|above|compared\s+(?:with|to))\s+(?P<base>[^,;.:()]*)",
    re.IGNORECASE,
)
_BASED = lazy(r"\b(?:than|since|from|over|on|above|below|with|to)\s+(?:in\s+|of\s+)?$", re.IGNORECASE)
_YEAR = lazy(r"\b[12]\d{3}\b")
_CLAUSE = lazy(r"[,;.:–—()]|\s-\s|\b(?:and|while|whereas|but|as|because|though|although|with|so)\b", re.IGNORECASE)
_BEHIND = lazy(r"[,;:(–—]|\b(?:and|while|whereas|but|when|than)\b", re.IGNORECASE)
_SO = lazy(r",\s+so\s+(?:that\s+)?[^,;.]*$", re.IGNORECASE)  # what follows is of no other thing
_ENDED = lazy(rf"\s*(?:more|less|fewer|higher|lower)?{ENDED.pattern}", re.IGNORECASE)
_DONE = lazy(r"^\s+[a-z]+ed\b")
_ENDS = lazy("[.;!?]")
_WHEN = lazy(r",\s+when\b", re.IGNORECASE)
_SHARE = lazy(
    r"^\s*(?:out\s+)?of\b|\bof\s+(?:the\s+)?$"
    r"|\b(?:including|among|each|resulting|still|yet|of\s+(?:them|which|whom)|(?<!compared )with)\b"
    r"|\b(?:against\s+the\s+[a-z]+)\b",
    re.IGNORECASE,
)
_OF_LEVEL = lazy(rf"[^,;.]*?\b(?:than|from|on|over)\s+(?:the\s+)?{HEDGES}", re.IGNORECASE)
_PART = lazy(r"\s*of\b", re.IGNORECASE)
_MEAN = lazy(r"\b(?:average|annual\w*|per)\b", re.IGNORECASE)
_FEWEST = 3  # digits of levels of which a slip is no chance
_ANAPHOR = lazy(r"\W*(?:it|this|that|they|these|those|the\s+(?:figure|number|total))\b", re.IGNORECASE)
_NAMING_NOTHING = """
had has have having was were is are been be did do does so thus means meaning now then there here just only still
even this figure figures number total count sum level amount up down again half same point time when while whereas but
against versus vs compared comparison previous prior last first since than above below came went stood rose fell rise
fall risen fallen rising falling grew grow grown growing shrank shrunk shrinking increased increase increasing decreased
decrease decreasing dropped drop climbed climb declined decline gone jumped jump reached reaching numbered counted
recorded reported registered totalled totaled amounted represents represented marks marked higher lower fewer more less
larger smaller equivalent corresponding equal gain loss improvement reduction growth change said says py season
month week quarter decade ago earlier later before today
"""
_PLAIN = frozenset(_NAMING_NOTHING.split())


class _Three(NamedTuple):
    """Two levels, the earlier one first, the change between them, its way, and whether only they can be meant."""

    start: Draft
    end: Draft
    change: Draft
    way: str
    sure: bool


def two_times(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the changes between the only two levels beside them, which are of two times, and whether they are."""
    told = by_sentence(draft for draft in drafts if draft.kind not in ORDERS)
    for position, own in told.items():
        sentence = sentences[position]
        behind = told.get(position - 1, []) if _goes_on(sentences, position) else []
        apart = not (behind and _ANAPHOR.match(sentence.text, sentence.start, sentence.end))
        for three, passage in (
            (own, sentence if apart else None),
            ([*behind, *own], sentences[position - 1].joined(sentence) if behind else None),
        ):
            found = _read(passage, three, own) if passage and len(three) == _THREE else None
            met = _is_met(found) if found else None
            if found and met is not None and (met or found.sure or _is_slipped(found)):
                guess = "it is the change between these"
                yield moved_bond(found.start, found.end, found.change, sentences, guess, met=met)


def _goes_on(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence stands right behind the one before it that has numbers."""
    if not position:
        return False
    gap = sentences[position].text[sentences[position - 1].end : sentences[position].start]
    return not gap.strip() and gap.count("\n") <= 1


def _read(passage: Sentence, three: Sequence[Draft], own: Sequence[Draft]) -> _Three | None:
    """Return two levels and their change, where three numbers are that, the change being among its `own`."""
    if len(passage.quantities) != _THREE or passage.instead or EXPECTED.search(passage.words):
        return None
    found = [(draft, way) for draft in own if (way := _way(passage, draft.written))]
    if len(found) != 1:
        return None
    change, way = found[0]
    if change is three[0] and change.written.unit.family != "percent" and change.written.by_to != "by":
        return None  # "Excluding a gain of $14 million, net income was"
    levels = [draft for draft in three if draft is not change]
    plain = all(_is_level(level, change.written) for level in levels)
    if not plain or not alike(*levels) or _SHARE.search(_between(passage, levels, change)):
        return None
    order = _order(passage, *levels)
    if order is None or _is_linked(*order, change) or not _may_be(passage, *order, change):
        return None
    strange = _strange(passage, three, change)
    return None if strange is None else _Three(*order, change, way, not strange)


def _way(passage: Sentence, written: Written) -> str:
    """Return "up" or "down" for a number by which something changed, "" for any other."""
    if written.upper is not None or written.hedge not in ("", "about") or is_yearly(passage, written):
        return ""
    if on_other_basis(passage, written) or written.unit.family == "multiple":
        return ""
    if written.direction:
        return "" if written.by_to == "to" else written.direction
    sign = written.text.lstrip("( ")[:1] if written.unit.family == "percent" else ""
    if sign == "+" or (sign in _MINUS and written.value < 0):
        return "up"  # by less than nothing
    return "down" if sign in _MINUS else ""


def _is_level(draft: Draft, change: Written) -> bool:
    """Whether a number is a level that a change may be of, points being of percentages."""
    written = draft.written
    if written.unit.family == "percent" and not (written.upper or (written.direction and written.by_to != "to")):
        return draft.kind in ("value", "share") and written.value > 0 and change.unit.family in ("percent", "points")
    return is_level(draft) and written.form == "number" and change.unit.family != "points"


def _between(passage: Sentence, levels: Sequence[Draft], change: Draft) -> str:
    """Return the words between two levels that are none of their change."""
    first, second = (level.written for level in levels)
    gap = passage.gap(first.amount_end, second.amount_start)
    if first.amount_end <= change.written.start and change.written.end <= second.amount_start:
        return gap.replace(passage.gap(change.written.start, max(change.written.end, change.written.amount_end)), " ")
    return gap


def _is_linked(start: Draft, end: Draft, change: Draft) -> bool:
    """Whether drafts hold the three against each other already."""
    return start.group == end.group == change.group and change.from_ == start.in_ and change.in_ == end.in_


def _order(passage: Sentence, one: Draft, two: Draft) -> tuple[Draft, Draft] | None:
    """Return two levels, the earlier one first, where the words say so."""
    if is_named(one.in_) and is_named(two.in_):
        try:
            periods = parse_period(one.in_), parse_period(two.in_)
        except PeriodError:
            return None
        if before(*periods):
            return one, two
        return (two, one) if before(*periods[::-1]) else None
    if is_comparison(passage, one.written, two.written):
        return two, one
    ages = _age(passage, one, two), _age(passage, two, one)
    if ages[0] == ages[1]:
        return None
    return (one, two) if ages[0] > ages[1] else (two, one)


def _age(passage: Sentence, level: Draft, other: Draft) -> int:
    """Return how surely a level is of an earlier time, by the words around it."""
    written, own = level.written, _own(passage, level.written)
    lead, after = unhedged(passage.before(written)), passage.after(written)
    beside = not after.lstrip().startswith("(") and is_said_then(passage, written)
    if starts_from(passage, written) or beside or FROM.search(lead) or owned(lead) or _AGO.search(own):
        return 3
    if _NOW.search(own):
        return -1
    if is_named(level.in_):
        year = next((year for year in passage.years if str(int(year.value)) == level.in_), None)
        based = year is not None and _BASED.search(passage.gap(passage.start, year.start))
        if _LAST.search(_own(passage, other.written)):
            return 2
        return 2 if based or "when" in own or _NOW.search(_own(passage, other.written)) else 0
    return 1 if _LAST.search(own) and not is_named(other.in_) else 0


def _own(passage: Sentence, written: Written) -> str:
    """Return the words around a number that are of it and of no other."""
    lead = _CLAUSE.split(_WHEN.sub(" when", passage.before(written)))[-1]
    return f"{lead} | {_BEHIND.split(passage.after(written))[0]}"


def _may_be(passage: Sentence, start: Draft, end: Draft, change: Draft) -> bool:
    """Whether a change may be one from the earlier level to the later one, by the times that are told."""
    written, first = change.written, start.written
    if _MEAN.search(_clause_of(passage, written)) or is_of_other_step(passage, written, first):
        return False
    if written.direction and not fits(passage, written, first, end.written):
        return False
    years = [int(year[0]) if (year := _YEAR.match(draft.in_)) else None for draft in (start, end)]
    apart = None not in years and years[1] - years[0] != 1  # type: ignore[operator]
    step = not apart and (None not in years or bool(_ONE_BACK.search(_own(passage, first))))
    after = passage.gap(max(written.end, written.amount_end), passage.end)
    if _PART.match(after):
        return False  # "lost 12% of its 4,321 jobs"
    based = _BASE.match(after)
    said_of = _ANAPHOR.match(passage.gap(passage.start_before(written.start), passage.end))
    if based and said_of and _OF_LEVEL.fullmatch(passage.between(written, first)):
        return True  # "Pledges came to 42 million. That is 11% more than the 38 million of 2022"
    if based and passage.gap(first.amount_start, first.number_end).strip() not in based["base"]:
        year = _YEAR.search(based["base"])
        if year:
            return int(year[0]) == years[0]
        return step and not timeless(f"from {based['base']}").replace("from", "").strip()
    if written.start >= max(first.amount_end, end.written.amount_end):
        return bool(_ENDED.match(after)) and not (apart and is_year_on_year(passage, written))
    return _is_since(passage, start, end, change, step=step) and not apart


def _is_since(passage: Sentence, start: Draft, end: Draft, change: Draft, *, step: bool) -> bool:
    """Whether a change ahead of a level may be one from it, by what is said beside both of when that was."""
    own, year, clause = passage.year_of(change.written), _YEAR.match(start.in_), _clause_of(passage, change.written)
    if own is not None and year is not None and own - int(year[0]) != 1:
        return False  # "cut by 2 billion in 2024, from 25 billion in 2021 to 18 billion"
    if start.written.end <= change.written.start:
        leads = LATER.match(passage.between(change.written, end.written)) and not _LATELY.search(clause)
        return bool(leads) and (step or "since" in clause)  # "400 in 2019; it has since grown by 25%, to 500"
    if (_LATELY.search(clause) or "since" in clause) and not step:
        return False
    paired = is_pair(passage, start.written, end.written)
    return paired or ((step or year is None) and is_base(passage, change.written, end.written, start.written))


def _clause_of(passage: Sentence, change: Written) -> str:
    """Return the words of a change that are said of it alone, its own left out."""
    lead = _CLAUSE.split(passage.gap(passage.start_before(change.start), change.start))[-1]
    tail = _CLAUSE.split(passage.after(change._replace(amount_end=max(change.end, change.amount_end))))[0]
    return f"{lead} | {tail}"


def _strange(passage: Sentence, three: Sequence[Draft], change: Draft) -> set[str] | None:
    """Return the words that may name another thing than the first number is of; `None` where the change is of that."""
    numbers = [draft.written for draft in three]
    gaps = [passage.untimed(left.amount_end, right.amount_start) for left, right in pairwise(numbers)]
    lead = passage.untimed(passage.start, numbers[0].amount_start)
    tail, *rest = _CLAUSE.split(timeless(gaps[0]))
    said = _words(timeless(lead)) | _words(tail)
    if not said - _PLAIN and rest and not _ENDS.search(gaps[0]):
        said |= _words(rest.pop(0))  # "From 400 in 2019, the number of homes rose"
    for number in numbers:
        said |= _words(passage.gap(number.number_end, number.amount_end))
    last = _CLAUSE.split(timeless(passage.untimed(numbers[-1].amount_end, passage.end)))[0]
    last = _DONE.sub("", last)  # "the 36.1 million pledged in 2019"
    strange = _words(" ".join([*rest, timeless(gaps[1]), last])) - said - _PLAIN
    own = _words(timeless(_clause_of(passage, change.written))) - said - _PLAIN if change is not three[0] else set()
    so = _SO.search(passage.gap(passage.start_before(change.written.start), change.written.start))
    return None if own and not so else strange - own


def _words(text: str) -> set[str]:
    return {word for word in meaning(text) if not (word.endswith("ly") and len(word) > 5)}  # noqa: PLR2004


def _is_met(three: _Three) -> bool | None:
    start, end, change, way, _ = three
    relative = end.written.unit.family == "percent" == change.written.unit.family  # or points are meant
    others = [_as_plain(draft) for draft in (start, end)]
    if relative and is_met(others[0], others[1], change, way) is not False:
        return True
    as_points = change._replace(written=change.written._replace(unit=POINTS)) if relative else change
    return is_met(start, end, as_points, way)


def _as_plain(draft: Draft) -> Draft:
    return draft._replace(written=draft.written._replace(unit=BARE))


def _is_slipped(three: _Three) -> bool:
    """Whether one digit changed in the change, or two swapped in any of them, make it the one between the levels."""
    start, end, change, way, _ = three
    last = change.written.start > max(start.written.start, end.written.start)
    digits = min(sum(map(str.isdecimal, level.written.digits)) - level.written.zeros for level in (start, end))
    own = sum(map(str.isdecimal, change.written.digits))
    if not last or digits < _FEWEST or own < _FEWEST - 1:
        return False
    for name, other in digit_slips(undirected(change.written)):
        if (own >= _FEWEST or name == "swapped") and is_met(
            start, end, change._replace(written=other), way
        ) is not False:
            return True
    for level in (start, end):
        for name, other in digit_slips(level.written):
            one, two = (draft._replace(written=other) if draft is level else draft for draft in (start, end))
            if name == "swapped" and is_met(one, two, change, way) is not False:
                return True
    return False
