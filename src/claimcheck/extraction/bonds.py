"""Numbers that go together as a text is read, or do not, beside what the drafts themselves say."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.draft import BEFORE, HERE
from claimcheck.extraction.text.bare import unrounded
from claimcheck.extraction.text.words import LEVELS, of_one_unit
from claimcheck.quantity.interval import ANY, Interval
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.written import interval, parse_scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.laws import Law
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.terms import Unit, Written


class Bond(NamedTuple):
    """Numbers that words bind together: the one that says so, the others, and by which law.

    Where they do not go together `wrong` says what they make. The guess that this rests on names the first of the
    others by "{line}".
    """

    at: Draft
    beside: tuple[Draft, ...]
    wrong: str
    guess: str
    law: Law | None = None


def amount(draft: Draft) -> Interval:
    """Return what a level stands for, that of a table in the scale of its head; "some 68.3 million" is not rounded."""
    written = unrounded(draft.written)
    if draft.scale and written.magnitude == 1:
        written = written.times(parse_scale(draft.scale))
    return interval(written)


def value(draft: Draft) -> Fraction:
    """Return a level as printed, that of a table in the scale of its head."""
    scaled = draft.scale and draft.written.magnitude == 1
    return draft.written.value * (parse_scale(draft.scale) if scaled else 1)


def alike(first: Draft, second: Draft) -> bool:
    """Whether two levels may be of one kind, as far as their units say; the head of a table may say that of a cell."""
    told = first.cell or second.cell
    return of_one_unit(first.written, second.written) or bool(
        told and "none" in (first.written.unit.family, second.written.unit.family)
    )


def added(levels: Iterable[Interval]) -> Interval:
    """Return the sum of what some levels stand for."""
    low, high = Fraction(0), Fraction(0)
    for level in levels:
        if level.low is None or level.high is None:
            return ANY
        low, high = low + level.low, high + level.high
    return Interval(low, high)


def is_named(period: str) -> bool:
    """Whether a period is one that the text names, and no label for "in this sentence"."""
    return bool(period) and not period.startswith((HERE, BEFORE))


def is_earlier(draft: Draft) -> bool:
    """Whether a number is of an earlier time than its sentence, of which that says no more."""
    return draft.in_.startswith(BEFORE)


def is_level(draft: Draft) -> bool:
    """Whether a draft is of one plain level: no change, no range, no fraction, nothing per head."""
    written = draft.written
    plain = written.upper is None and (not written.direction or written.by_to == "to") and not written.unit.per
    plain = plain and written.form != "fraction"
    return draft.kind == "value" and plain and written.value > 0 and written.unit.family in LEVELS


def printed_of(draft: Draft, sentences: Sequence[Sentence]) -> str:
    """Return a number as the text prints it."""
    return " ".join(sentences[draft.sentence].text[draft.written.amount_start : draft.written.amount_end].split())


def over(a: Interval, b: Interval, *, signed: bool = False) -> Interval | None:
    """Return the range of a ratio of two numbers above 0 or two below it; a `signed` one may lie above the line."""
    if a.high is not None and b.high is not None and a.high < 0 and b.high < 0:  # costs in parentheses
        a, b = a.negated(), b.negated()
    if a.low is None or a.high is None or b.low is None or b.high is None or b.low <= 0 or (a.low < 0 and not signed):
        return None
    return Interval(a.low / (b.high if a.low >= 0 else b.low), a.high / (b.low if a.high >= 0 else b.high))


def less(whole: Interval, taken: Interval) -> Interval:
    """Return what is left of a level that another one is taken off."""
    return added((whole, taken.negated()))


def reckoned_number(value: Fraction, unit: Unit, printed: Fraction | None = None) -> str:
    """Return what numbers are reckoned to be, with four digits, or as many as tell it from the one that is printed."""
    shown = [Fraction(f"{float(value):.{digits}g}") for digits in range(4, 16)]
    told = (each for each in shown if printed is None or 10 * abs(each - value) <= abs(value - printed))
    return show_number(next(told, shown[-1]), unit)


def reckoned_percent(value: Fraction) -> str:
    """Return the same of a number in percent."""
    return show_number(Fraction(f"{float(value):.3g}"), PERCENT)


def reckoned_share(value: Fraction, printed: Written) -> str:
    """Return the same for a share, with one digit more than the one that is printed."""
    return show_number(Fraction(round(100 * value, printed.decimals + 1)) / 100, PERCENT)
