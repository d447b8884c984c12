"""Shares of a whole whose level another sentence tells: "Car sales were $512 million, or 40% of total revenue"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import (
    Bond,
    alike,
    amount,
    is_earlier,
    is_level,
    is_named,
    printed_of,
    reckoned_share,
    value,
)
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.comparatives import is_comparative
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.moments import moments
from claimcheck.extraction.text.settings import is_awaited
from claimcheck.extraction.text.subjects import Subject, cleaned, meaning
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES
from claimcheck.quantity.conversion import factor
from claimcheck.quantity.interval import ANY, Interval
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence

_NOUNS = {"global", "world", "worldwide", "national", "nationwide", "group", "country", "company"}
_AHEAD = (
    r"(?:^|[,;:(–—]\s*|\b(?:the|an?|its|their|our|total|overall|all|had|has|have|with|reported|posted|recorded"
    r"|generated|[12]\d{3})\s+)(?:(?:total|overall|consolidated)\s+)?"
)
_TOTAL = lazy(r"\b(?:total|totall?ed|totall?ing|overall|altogether|in all|as a whole|combined)\b", re.IGNORECASE)
_MEAN = lazy(r"\b(?:average|mean|median|typical)\b", re.IGNORECASE)
_MARGIN = lazy(
    r"\s*,\s+(?:(?:for|giving|representing|reflecting|implying|yielding|with|or|resulting\s+in|which\s+is|(?:which\s+is\s+)?equal\s+to"
    r"|correspond(?:ing|s)\s+to|which\s+correspond(?:s|ed)\s+to|translating\s+(?:in)?to)\s+)?"
    r"(?:an?|the)\s+(?:(?!interest)[^\W\d_][\w-]*\s+){0,3}?"
    rf"(?P<named>(?:operating|gross|net|profit|ebit\w*|cash\s+flow|pre-?tax)\s+)?margin\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_SALES = Subject("revenue", ("revenue",))
_SOLD = {
    ("revenue",),
    ("revenues",),
    ("sales",),
    ("net", "sales"),
    ("net", "revenue"),
    ("net", "revenues"),
    ("turnover",),
}
_RESULTS = {"profit", "profits", "income", "loss", "earnings", "ebit", "ebitda", "result", "results"}
_KINDS = {
    *("gross", "operating", "net", "adjusted", "non-gaap", "gaap", "pre-tax", "pretax", "before", "tax", "interest"),
    *("underlying", "core", "comparable", "attributable", "after", "taxes", "quarter", "year"),
}
_SOME = lazy(  # "14.8 million students are enrolled full-time" are not all of them
    r"\s*(?:are|were|is|was|have|had|do|did)\b(?!\s+(?:asked|surveyed|polled|interviewed|counted|registered|questioned|tested)\b)",
    re.IGNORECASE,
)
_FAR = 40  # sentences between a share and its whole
_NEAR = 6  # those between a share "of the total" and it
_BELIEVED = Fraction(7, 2)  # times; beyond, the whole is likely to be another one
_LIKELY = Fraction(3, 2)  # the same of a whole that nothing names


def with_wholes(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts in which the shares of a level that another sentence tells of their time, and fit, are of it."""
    found = {}
    for own, share, _, called, fitting in _shares_of(drafts, names, sentences):
        whole = next((level for level in called if level in fitting and level.in_ == share.in_), None)
        if whole is not None:
            assert share.whole is not None  # noqa: S101  every share has one
            guess = f"“{share.whole.text}” is the {printed_of(whole, sentences)} of another sentence"
            found[own.written.number_start] = share._replace(whole_group=whole.group, guesses=(*share.guesses, guess))
    return [
        found.get(draft.written.number_start, draft) if draft.kind in ("share", "value") else draft for draft in drafts
    ]


def far_shares(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the shares that fit no level around them, though one is called as their whole is."""
    for own, share, part, called, fitting in _shares_of(drafts, names, sentences):
        fits = any(_may_fit(level, part) and None not in amount(level)[:2] for level in fitting)
        if not fits and not any(level in fitting for level in called):
            whole = min(called, key=partial(_distance, share))
            yield _bond(share, part, whole, sentences)._replace(law=laws.quotient(own, part, whole))


def _shares_of(
    drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]
) -> Iterator[tuple[Draft, Draft, Draft, list[Draft], list[Draft]]]:
    """Yield shares as drafted and as meant, their parts, the levels called as their wholes are, and those that fit."""
    levels = [draft for draft in drafts if is_level(draft)]
    ranges = {level.written.number_start: amount(level) for level in levels}
    places = [level.sentence for level in levels]
    for own, share in _shares(drafts, sentences):
        near = levels[bisect_left(places, share.sentence - _FAR) : bisect_right(places, share.sentence + _FAR)]
        part = _part_of(share, near)
        if part is None or is_awaited(sentences[part.sentence], part.written) or _is_of_unit(share):
            continue
        others = [level for level in near if level.group != part.group and alike(level, part)]
        others = [level for level in others if _believed(share, part, level)]
        called = _called(share, part, others, names, sentences)
        if not called:
            continue
        meant = _meant(share, part)
        fitting = [
            level for level in near if ranges[level.written.number_start].scaled(_into(level, part)).meets(meant)
        ]
        yield own, share, part, called, fitting


def _called(
    share: Draft, part: Draft, others: Sequence[Draft], names: Names, sentences: Sequence[Sentence]
) -> list[Draft]:
    """Return the levels that are called as the whole of a share is, and may be of its time."""
    called = _total(share, part, others, sentences) or [
        level for level in others if _is_whole(share, level, names, sentences)
    ]
    said = moments(sentences[share.sentence], share.written) if called else ()
    called = [level for level in called if _agree(share, level)]
    return [level for level in called if not said or said & moments(sentences[level.sentence], level.written)]


def _shares(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[tuple[Draft, Draft]]:
    """Yield the shares whose whole has no level beside them, as drafted and as meant: margins are shares of sales."""
    for at, draft in enumerate(drafts):
        if draft.cell or draft.whole_group:
            continue
        if draft.kind == "share":
            yield draft, draft
        elif draft.kind == "value" and draft.written.unit.family == "percent" and at:
            part, sentence = drafts[at - 1], sentences[draft.sentence]
            gap = sentence.gap(part.written.amount_end, draft.written.amount_start)
            if at > 1 and is_comparative(sentence, drafts[at - 2].written, part.written):
                part = drafts[at - 2]
            ended = ENDED.match(sentence.after(draft.written))
            margin = _MARGIN.fullmatch(timeless(gap)) if part.sentence == draft.sentence and ended else None
            if margin and (margin["named"] or _RESULTS.intersection(part.subject.words)):
                yield draft, part._replace(written=draft.written, kind="share", whole=_SALES)


def _distance(share: Draft, level: Draft) -> tuple[bool, int]:
    """Return how far a level stands from a share, what stands before it first."""
    return level.sentence > share.sentence, abs(level.sentence - share.sentence)


def _part_of(share: Draft, levels: Sequence[Draft]) -> Draft | None:
    """Return the level beside a share that it is the share of."""
    plain = share.written.form == "number" and share.written.hedge in ("", "about") and not share.written.direction
    same = (share.group, share.sentence, share.in_)
    return next((d for d in levels if plain and (d.group, d.sentence, d.in_) == same), None)


def _is_of_unit(share: Draft) -> bool:
    """Whether a result may be that of one unit, as a share of what that sold: "Cloud profit was 31% of revenue"."""
    words = set(share.subject.words)
    whole = share.whole is not None and _TOTAL.search(share.whole.text)
    return not whole and bool(words & _RESULTS) and not words <= _RESULTS | _KINDS


def _meant(share: Draft, part: Draft) -> Interval:
    """Return what the whole of a part may be by its share."""
    of, own = interval(share.written), amount(part)
    if own.low is None or own.high is None or not of.low or not of.high or of.low < 0:
        return ANY
    return Interval(own.low / of.high, own.high / of.low)


def _into(level: Draft, part: Draft) -> Fraction:
    """Return what one of a level's unit is worth in that of another one: a tonne in megatonnes."""
    own, other = level.written.unit, part.written.unit
    return Fraction(1) if own.name == other.name else factor(own, other) or Fraction(1)


def _may_fit(level: Draft, part: Draft) -> bool:
    """Whether a level may be the whole of a part by its unit: visitors of people as well."""
    counted = all(draft.written.unit.family in ("count", "none") for draft in (level, part))
    return level.group != part.group and (counted or alike(level, part))


def _believed(share: Draft, part: Draft, whole: Draft, most: Fraction = _BELIEVED) -> bool:
    """Whether a level is a likely whole: larger than its part, and not out of all proportion."""
    meant = value(part) / share.written.value if share.written.value else Fraction(0)
    return value(part) < value(whole) and meant / most <= value(whole) <= meant * most


def _agree(share: Draft, whole: Draft) -> bool:
    """Whether a share and a level may be of one time; the share of an earlier one has its own whole."""
    if is_earlier(share) or is_earlier(whole):
        return False
    return share.in_ == whole.in_ or not is_named(share.in_)


def _is_whole(share: Draft, level: Draft, names: Names, sentences: Sequence[Sentence]) -> bool:
    """Whether a level is called as the whole is, and told of the same place and group."""
    assert share.whole is not None  # noqa: S101  every share has one
    words = tuple(word for word in share.whole.words if word != "total")
    if not words or set(words) <= _NOUNS:
        return False
    mine, theirs = names.linked[share.group], names.linked[level.group]
    called = _SOLD if share.whole is _SALES else {words}
    set_ = set(theirs.words) - set(level.subject.words) - {word for each in called for word in each}
    sentence = sentences[level.sentence]
    if not set_ <= set(mine.words) or is_awaited(sentence, level.written) or _is_some(sentence, level):
        return False
    if not level.cell and _MEAN.search(sentence.before(level.written)) and not _MEAN.search(share.whole.text):
        return False  # "an average invoice of $161" is no total invoice
    if meaning(level.subject.text) in called:
        return True
    return not level.cell and any(_is_called(sentence, level, each) for each in called)


def _is_some(sentence: Sentence, level: Draft) -> bool:
    """Whether a sentence begins with a number and says what so many of them do."""
    first = not level.cell and not sentence.before(level.written).strip(" ,•*-–—")
    return first and bool(_SOME.match(sentence.after(level.written)))


def _total(share: Draft, part: Draft, others: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Draft]:
    """Return the levels before a share "of the total" that may be it: a total by name, else all that is larger.

    Where there are several, the others are to fit into the one that stands first.
    """
    if share.whole is None or not set(share.whole.words) <= {*_NOUNS, "total", "figure"}:
        return []
    near = [level for level in others if 0 < share.sentence - level.sentence <= _NEAR and not level.cell]
    larger = [level for level in near if value(level) > value(part) and _agree(share, level)]
    larger = [level for level in larger if not is_awaited(sentences[level.sentence], level.written)]
    named = [level for level in larger if _TOTAL.search(sentences[level.sentence].before(level.written))]
    found = named or [level for level in larger if _believed(share, part, level, _LIKELY)]
    first = _latest([level for level in found if level.group == found[0].group])
    rest = [level for level in found if level.group != found[0].group and _may_be_of(level, first)]
    return first if sum(map(value, rest)) <= min(map(value, first), default=0) else []


def _latest(levels: Sequence[Draft]) -> list[Draft]:
    """Return those levels of one thing that are of the last time that is told: no share is of last year's."""
    last = max((level.in_ for level in levels if is_named(level.in_)), default="")
    return [level for level in levels if not is_named(level.in_) or level.in_ == last]


def _may_be_of(level: Draft, others: Sequence[Draft]) -> bool:
    """Whether a level may be of the time of others: a peak of 2021 takes nothing off a total of 2024."""
    return not is_named(level.in_) or any(not is_named(other.in_) or other.in_ == level.in_ for other in others)


def _is_called(sentence: Sentence, level: Draft, words: tuple[str, ...]) -> bool:
    """Whether the words before a level, or its noun, are those: "the city had a population of 201,318"."""
    if meaning(sentence.text[level.written.number_end : level.written.amount_end]) == words:
        return not sentence.before(level.written).strip(" ,")
    said = cleaned(timeless(sentence.before(level.written)))
    return bool(re.search(rf"{_AHEAD}{re.escape(' '.join(words))}$", said, re.IGNORECASE))


def _bond(share: Draft, part: Draft, whole: Draft, sentences: Sequence[Sentence]) -> Bond:
    told = reckoned_share(value(part) / value(whole), share.written)
    printed, of, stated = (printed_of(draft, sentences) for draft in (part, whole, share))
    assert share.whole is not None  # noqa: S101
    guess = f"“{share.whole.text}” is the {of} of line {{line}}"
    return Bond(share, (whole, part), f"{printed} is {told} of {of}, not {stated}", guess)
