"""What the numbers of one sentence make: "closed 25 of its 437 branches, leaving 412", "29% of $612 million, or ...".

Each form is words that stand around some numbers, and what the others make of one of them.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.bare import unrounded, without_parentheses
from claimcheck.extraction.doubts import Doubt, added, less, printed_of, reckoned_number, reckoned_percent
from claimcheck.extraction.table_levels import over
from claimcheck.extraction.words import HEDGES, LEVELS, WORD, of_one_unit
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written


class _Form(NamedTuple):
    """The words before, between and behind some numbers, and what the ones before the last, or `at`, make of it."""

    words: tuple[re.Pattern[str], ...]
    made: Callable[[Sequence[Interval]], Interval | None]
    fit: Callable[[Sequence[Written]], bool]
    says: str  # with the numbers in order, and what they make last
    at: int = -1  # the number that is made


def _form(
    words: Sequence[str],
    made: Callable[[Sequence[Interval]], Interval | None],
    fit: Callable[[Sequence[Written]], bool],
    says: str,
    at: int = -1,
) -> _Form:
    return _Form(tuple(re.compile(each, re.IGNORECASE) for each in words), made, fit, says, at)


def _are_levels(numbers: Sequence[Written]) -> bool:
    return all(each.unit.family in LEVELS and not each.unit.per for each in numbers)


def _is_left(numbers: Sequence[Written]) -> bool:
    taken, whole, left = numbers
    alike = of_one_unit(whole, left) and of_one_unit(whole, taken)
    return _are_levels(numbers) and alike and taken.value < whole.value > left.value


def _is_so_much(numbers: Sequence[Written]) -> bool:
    share, whole, part = numbers
    return share.unit.family == "percent" and share.value < 1 and _are_levels((whole, part)) and whole.unit == part.unit


def _is_rate(numbers: Sequence[Written]) -> bool:
    part, whole, rate = numbers
    return rate.unit.family == "percent" and _are_levels((part, whole)) and 0 < part.value <= whole.value


def _are_counts(numbers: Sequence[Written]) -> bool:
    return all(each.unit.family in ("none", "count") and each.value.denominator == 1 for each in numbers)


def _part(share: Interval, whole: Interval) -> Interval | None:
    """Return the range of a share of a number above 0."""
    if share.low is None or share.high is None or whole.low is None or whole.high is None or whole.low <= 0:
        return None
    return Interval(max(share.low, Fraction(0)) * whole.low, share.high * whole.high)


_ENDED = r"\s*(?:[,.;)]|$)"
_GIVING = r"(?:(?:giving|for|which\s+is|that\s+is)\s+(?:(?:it|them|him|her)\s+)?)?"
_RATES = "rate|turnout|share|proportion"
_GAMES = rf"(?:\s+(?:{WORD}\s+){{0,3}}?(?:games|matches|fixtures))?"
_FORMS = (
    _form(
        (
            rf"\b(?:closed|closes|closing|shut|cut|lost|shed|sold|scrapped|retired|withdrew|axed|close|cutting)\s+{HEDGES}$",
            rf"\s+of\s+(?:its|the|their|our|his)\s+{HEDGES}",
            rf"(?:\s+{WORD}){{0,8}}?,\s+leaving\s+(?:(?:it|them)\s+with\s+)?{HEDGES}",
            rf"(?:\s+(?:open|left|still|in\s+(?:place|operation|service|all)))?{_ENDED}",
        ),
        lambda seen: less(seen[1], seen[0]),
        _is_left,
        "{0} of {1} leave {3}, not {2}",
    ),
    _form(
        (
            r"",
            rf"\s*of\s+(?:{WORD}\s+){{1,6}}?of\s+{HEDGES}",
            rf"(?:\s+{WORD}){{0,3}}?\s*(?:,\s+or|\(|,\s+which\s+is|,\s+that\s+is)\s+{HEDGES}",
            _ENDED,
        ),
        lambda seen: _part(seen[0], seen[1]),
        _is_so_much,
        "{0} of {1} is {3}, not {2}",
    ),
    _form(
        (
            r"(?:^|[^\w.])$|\s$",
            rf"\s+(?:out\s+)?of\s+(?:(?:its|the|their|our|all|his)\s+)?{HEDGES}",
            rf"(?:\s+{WORD}){{0,6}}?\s*,\s+{_GIVING}an?\s+(?:{WORD}\s+){{0,2}}?(?:{_RATES})\s+of\s+{HEDGES}",
            _ENDED,
        ),
        lambda seen: over(seen[0], seen[1]),
        _is_rate,
        "{0} of {1} is {3}, not {2}",
    ),
    _form(
        (
            rf"\b(?:won|winning)\s+{HEDGES}$",
            rf"\s+of\s+(?:(?:its|the|their|our|his|her)\s+)?(?:(?:first|last|opening|final)\s+)?{HEDGES}",
            rf"{_GAMES}\s*,?\s+(?:and\s+)?(?:drew|drawing|tied)\s+{HEDGES}",
            rf"\s*,?\s+and\s+(?:lost|losing)\s+(?:the\s+other\s+)?{HEDGES}",
            r"(?:\s*[,.;)]|$|\s+and\b)",
        ),
        lambda seen: added((seen[0], seen[2], seen[3])),
        _are_counts,
        "{0}, {2} and {3} games are {4}, not {1}",
        1,
    ),
)


def counted_out(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the numbers that the others of their sentence do not make, where its words say that they do."""
    told: dict[int, dict[int, Draft]] = {}
    for draft in drafts:
        if not draft.cell:
            told.setdefault(draft.sentence, {}).setdefault(draft.written.number_start, draft)
    for position, own in told.items():
        sentence = sentences[position]
        for form in _FORMS:
            size = len(form.words) - 1
            for at in range(len(sentence.quantities) - size + 1):
                numbers = sentence.quantities[at : at + size]
                found = [own[number.number_start] for number in numbers if number.number_start in own]
                if len(found) == size and _says(form, sentence, numbers) and (doubt := _doubt(form, found, sentences)):
                    yield doubt


def _says(form: _Form, sentence: Sentence, numbers: Sequence[Written]) -> bool:
    """Whether the words around some numbers are those of a form."""
    if any(number.upper is not None for number in numbers) or not form.fit([_bare(number) for number in numbers]):
        return False
    first, last = numbers[0], numbers[-1]
    gaps = [sentence.gap(one.amount_end, other.amount_start) for one, other in pairwise(numbers)]
    between = all(words.fullmatch(gap) for words, gap in zip(form.words[1:-1], gaps, strict=True))
    if not between or not form.words[0].search(sentence.gap(sentence.start, first.amount_start)):
        return False
    return bool(form.words[-1].match(sentence.gap(last.amount_end, sentence.end)))


def _bare(written: Written) -> Written:
    """Return a number without the verb before it, and without what may be no minus sign."""
    plain = written._replace(direction="", by_to="", start=written.amount_start)
    return unrounded(without_parentheses(plain))


def _doubt(form: _Form, found: Sequence[Draft], sentences: Sequence[Sentence]) -> Doubt | None:
    """Return the doubt on a number that is not what the others make."""
    numbers = [_bare(draft.written) for draft in found]
    made = form.made([interval(number) for number in numbers])
    if made is None or made.low is None or made.high is None or made.meets(interval(numbers[form.at])):
        return None
    at = found[form.at]
    others = [draft for draft in found if draft is not at]
    middle, unit = (made.low + made.high) / 2, numbers[form.at].unit
    told = reckoned_percent(middle) if unit.family == "percent" else reckoned_number(middle, unit)
    printed = [printed_of(draft, sentences).strip("()") for draft in found]
    return Doubt(
        at,
        tuple(others),
        form.says.format(*printed, told),
        "it is reckoned from the number of line {line} as it stands",
    )
