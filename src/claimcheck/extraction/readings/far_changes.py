"""Changes from a level to one that a sentence before tells: "46 were flats. Flats rose by 15% from 40 a year ago"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import (
    Bond,
    alike,
    amount,
    is_earlier,
    is_level,
    is_named,
    over,
    printed_of,
    reckoned_percent,
)
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.changes import on_other_basis
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.earlier import is_back
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.settings import is_awaited, setting_of
from claimcheck.extraction.text.subjects import meaning
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import WORD
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval
    from claimcheck.quantity.written import Written

_BACK = 2  # sentences to the level that a change leads to
_AROUND = 6  # those in which any level may be the one that is meant
_NEAR = Fraction(1, 50)  # points by which a change may be off and still be about the same levels
_SINCE = lazy(r"\s+since\s+[12]\d{3}\s*,\s+when\s+[^.;:]{0,60}", re.IGNORECASE)
_SINCE_WHEN = lazy(r"\bsince\s+[12]\d{3}\s*,\s+when\s+[^.;:,]{0,60}$", re.IGNORECASE)
_THEY_HAVE = lazy(rf"\s*,\s+(?:{WORD}\s+){{1,6}}?(?:has|have|had)\s+", re.IGNORECASE)
_WERE = lazy(
    rf"(?:\s*\([^()]*\))?\s+(?:were|was|are|is)\s+((?:{WORD}\s+){{0,2}}{WORD})(?=\s*(?:[,.;]|and\b|$))", re.IGNORECASE
)
_PLURAL = lazy(r"(?<=[^\Ws]{3})s$")


def far_changes(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the changes from a level that do not lead to the one which is called the same right before."""
    told = by_sentence(draft for draft in drafts if is_level(draft))
    for draft in drafts:
        if draft.kind != "growth" or draft.cell or draft.written.upper or draft.written.hedge:
            continue
        start = _start(draft, told.get(draft.sentence, ()), sentences)
        end = start and _end(draft, start, told, sentences)
        if start and end and (bond := _bond(draft, start, end, sentences)):
            yield bond


def _start(change: Draft, levels: Sequence[Draft], sentences: Sequence[Sentence]) -> Draft | None:
    """Return the level that a change is from, where its sentence does not say the one that it leads to."""
    sentence, written = sentences[change.sentence], change.written
    if any(level.group == change.group for level in levels) or on_other_basis(sentence, written):
        return None
    ahead = [level for level in levels if level.written.amount_end <= written.start]
    last = max(ahead, key=lambda level: level.written.amount_start, default=None)
    if last is not None and _THEY_HAVE.fullmatch(sentence.gap(last.written.amount_end, written.start)):
        return last if _SINCE_WHEN.search(sentence.before(last.written)) else None
    behind = [level for level in levels if level.written.amount_start >= written.amount_end]
    first = min(behind, key=lambda level: level.written.amount_start, default=None)
    if first is None or not _follows(sentence, written, first.written):
        return None
    if _SINCE.fullmatch(sentence.between(written, first.written)):
        return first
    ended = ENDED.match(timeless(sentence.untimed(first.written.amount_end, sentence.end)))
    return first if ended and is_back(sentence, written, first.written) else None  # "from 40 a year ago in the north"


def _follows(sentence: Sentence, change: Written, level: Written) -> bool:
    """Whether a level is the first number behind a change."""
    between = (other for other in sentence.quantities if change.amount_end <= other.amount_start < level.amount_start)
    return next(between, None) is None


def _end(change: Draft, start: Draft, told: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> Draft | None:
    """Return the level that a change ought to lead to and does not, unless any around it may be what it leads to."""
    at = change.sentence
    around = [level for near in range(at - _AROUND, at + _AROUND + 1) for level in told.get(near, ())]
    around = [level for level in around if level is not start and alike(level, start)]
    if any(_leads(change.written, start, level) for level in around):
        return None
    called = [
        level
        for level in around
        if at - _BACK <= level.sentence < at
        and not is_earlier(level)
        and not is_awaited(sentences[level.sentence], level.written)
        and _is_called(level, change, sentences[level.sentence])
        and _where(level, sentences) == _where(change, sentences)
    ]
    now = [level for level in called if not is_named(level.in_)]  # "€312,000, compared with €298,500 in 2023"
    latest = max((level.in_ for level in called), default="")
    last = now or [level for level in called if level.in_ == latest != start.in_]
    return last[0] if len(last) == 1 else None


def _is_called(level: Draft, change: Draft, sentence: Sentence) -> bool:
    """Whether a level is told of what a change is of, by the words before it, or by those behind: "46 were flats"."""
    words = _words(change.subject.words)
    if not words:  # "they have fallen"
        return level.sentence == change.sentence - 1
    were = _WERE.match(sentence.gap(level.written.amount_end, sentence.end))
    return words == _words(meaning(were[1])) if were else words <= _words(level.subject.words)


def _where(draft: Draft, sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the words for where, or of whom, a number is told: "In the north, flats rose"."""
    return setting_of(sentences[draft.sentence], [draft.written], draft.subject.words)


def _words(words: Sequence[str]) -> set[str]:
    return {_PLURAL.sub("", word) for word in words}


def _made(start: Draft, end: Draft) -> Interval | None:
    ratio = over(amount(end), amount(start))
    return ratio and ratio.shifted(-1)


def _leads(change: Written, start: Draft, end: Draft) -> bool:
    """Whether a change may lead from one level to another, up or down."""
    made, said = _made(start, end), interval(change)
    return made is None or said.meets(made) or said.negated().meets(made)


def _bond(change: Draft, start: Draft, end: Draft, sentences: Sequence[Sentence]) -> Bond | None:
    """Return that a change is none from one level to another, where it is near that or a slip away."""
    made = _made(start, end)
    if made is None or made.low is None or made.high is None:
        return None
    middle = (made.low + made.high) / 2
    down = change.written.direction == "down"
    if down != (middle < 0):
        return None
    slips = (other for _, other in digit_slips(change.written))
    near = abs(abs(change.written.value) - abs(middle)) <= _NEAR
    if not near and not any(_leads(other, start, end) for other in slips):
        return None
    text = sentences[change.sentence].text[change.written.start : change.written.amount_end]
    levels = " to ".join(printed_of(each, sentences) for each in (start, end))
    said = f"“{' '.join(text.split())}” is not the change from {levels}, which is {reckoned_percent(middle)}"
    law = laws.growth(change, start, end)
    return Bond(change, (end, start), said, "it leads to the number of line {line}", law)
