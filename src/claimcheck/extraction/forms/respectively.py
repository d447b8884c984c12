"""Lists that go together: "trade with the EU and Japan dropped by 7.2% and 9.9% respectively"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import Subject, cleaned, meaning, subject_of, without_insertions
from claimcheck.extraction.text.words import HEDGE
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_WORD = lazy(r"\brespectively\b", re.IGNORECASE)
_NEXT = lazy(rf"\s*(?:,|,?\s*and|&)\s*(?:(?:by|to|at|from|{HEDGE})\s+)*", re.IGNORECASE)
_BOTH = lazy(r"\s+and\s+(?:by\s+)?")  # "up 11% and 22% from 4,919 and 3,946"
_ITEMS = lazy(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s+&\s+")
_PREPOSITION = lazy(r"^(.*\b(?:with|of|in|to|from|for|by|at|between|among|on))\s+(.+)$", re.IGNORECASE)
_LEADS = lazy(r"^\s*(?:in|for|at|of|from|to|on|by)\s+(?:the\s+)?(?:case of\s+)?", re.IGNORECASE)
_CLAUSE = lazy(r"[;:(]|\b(?:while|whereas|but|that)\b", re.IGNORECASE)
_YEARLY = lazy(r"\byear[- ]on[- ]year\b", re.IGNORECASE)
_INSIDE = lazy(r"\s*\([^()]*\)")
_FINITE = lazy(r"\b(?:accounted|accounts?|made|make|makes|followed|contributed|led|lead|were|was|are|had|have)\b")
_WITH = lazy(r",\s+with\s+(?:[a-z-]+\s+){0,2}?([a-z-]+)\s+of\s*$")
_LONGEST = 5  # words of one name in such a list


class Listed(NamedTuple):
    """One number of such a list: what it is about, and its year where the list is one of years."""

    written: Written
    subject: Subject
    year: str = ""


def listed(sentence: Sentence) -> list[list[Listed]]:
    """Return, for each "respectively" with a list of numbers and one of as many names or years, what belongs together.

    What cannot be told apart by the words is left out.
    """
    found = []
    for word in _WORD.finditer(sentence.text, sentence.start, sentence.end):
        numbers = _numbers(sentence, word.start())
        if len(numbers) > 1:
            row = _dated(sentence, numbers, word.start()) or _named(sentence, numbers, word.start())
            found += [row] if row else []
    return found


def in_row(sentence: Sentence, written: Written) -> bool:
    """Whether a number stands in a row of percentages, or of numbers in a sentence that says "respectively"."""
    said = _WORD.search(sentence.text, sentence.start, sentence.end)
    pairs = (pair for pair in pairwise(sentence.quantities) if written in pair and _alike(*pair))
    return any(
        _NEXT.fullmatch(gap) if said else written.unit.family == "percent" and _BOTH.fullmatch(gap)
        for gap in (sentence.between(*pair) for pair in pairs)
    )


def _numbers(sentence: Sentence, end: int) -> list[Written]:
    """Return the numbers of one unit that are listed right before "respectively"."""
    run: list[Written] = []
    for written in reversed(sentence.ahead(end)):
        if run and not _NEXT.fullmatch(sentence.between(written, run[0])):
            break
        if run and not (_alike(written, run[0]) and written.form == run[0].form):
            break
        run.insert(0, written)
    return run


def _alike(first: Written, second: Written) -> bool:
    """Whether two numbers of a row are in one unit: "3% and 4%", "231,000 and 49,000 jobs"."""
    return first.unit == second.unit or (first.unit == BARE and second.unit.family == "count")


def _dated(sentence: Sentence, numbers: list[Written], end: int) -> list[Listed]:
    """Return the row of "5 million and 6 million in 2014 and 2015, respectively"."""
    years = [y for y in sentence.years if y.upper is None and numbers[-1].amount_end <= y.start < end]
    lead = years and sentence.gap(numbers[-1].amount_end, years[0].start)
    if len(years) != len(numbers) or not re.fullmatch(r"\s*(?:in|for|during)\s*", lead or ""):
        return []
    subject = subject_of(sentence, numbers[0])
    return [Listed(w, subject, str(int(y.value))) for w, y in zip(numbers, years, strict=True)]


def _named(sentence: Sentence, numbers: list[Written], end: int) -> list[Listed]:
    tail = _YEARLY.sub("", sentence.gap(numbers[-1].amount_end, end)).strip(" ,")
    if _LEADS.match(tail):
        about = subject_of(sentence, numbers[0]).text
        names = _ITEMS.split(_LEADS.sub("", tail))
        lead = _LEADS.match(tail)
        head = f"{about} {lead[0].strip()}" if about and lead else ""
    elif tail:
        return []
    else:
        for clause in _clauses(sentence, numbers[0]):
            head, names = _split(clause, len(numbers))
            if len(names) == len(numbers):
                break
    if len(names) != len(numbers) or not all(0 < len(name.split()) <= _LONGEST for name in names):
        return []
    subjects = [_subject(head, name) for name in names]
    distinct = len({subject.words for subject in subjects}) == len(subjects)
    return (
        [Listed(w, s) for w, s in zip(numbers, subjects, strict=True)]
        if distinct and all(s.words for s in subjects)
        else []
    )


def _clauses(sentence: Sentence, first: Written) -> Iterator[str]:
    """Yield what may list the names of numbers: the clause in front of them without its verb, what it is told of.

    "Residents (1.4 million) and guests (1.3 million) rose by", "Wind and solar energy made up the rest, with capacities
    of": of the latter the names stand before the first verb.
    """
    yield cleaned(
        _CLAUSE.split(without_insertions(sentence.untimed(sentence.start_before(first.start), first.start)))[-1]
    )
    text = without_insertions(_INSIDE.sub(" ", sentence.untimed(sentence.start, first.start)))
    if any(character.isdigit() for character in text):
        return
    yield cleaned(_CLAUSE.split(text)[-1])
    subject, verb, rest = text.partition(found[0]) if (found := _FINITE.search(text)) else (text, "", "")
    if verb and (thing := _WITH.search(rest)):
        yield f"{thing[1]} of {cleaned(subject)}"


def _split(text: str, count: int) -> tuple[str, list[str]]:
    """Return what the names of a list share, and its `count` names: ("trade with", ["the EU", "Japan"])."""
    names = _ITEMS.split(text)
    if len(names) != count:
        return "", []
    shared = _PREPOSITION.match(names[0])
    if shared is None or any(_PREPOSITION.match(name) for name in names[1:]):
        return "", names
    return shared[1], [shared[2], *names[1:]]


def _subject(head: str, name: str) -> Subject:
    text = f"{head} {name}".strip()
    return Subject(text, meaning(text))
