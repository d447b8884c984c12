"""Three numbers of which words say how one follows from the others: "debt of 207, or 5.0 times profit of 41"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import (
    Bond,
    added,
    less,
    over,
    printed_of,
    reckoned_number,
    reckoned_percent,
    reckoned_share,
)
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.bases import is_on_the_side
from claimcheck.extraction.readings.moved import MOVED, ends_plainly, moves
from claimcheck.extraction.text.bare import undirected, without_parentheses
from claimcheck.extraction.text.lazy import compiled, lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, SO, WORD, of_one_unit
from claimcheck.quantity.interval import ANY, Interval
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import BARE
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

    _Law = Callable[[Sequence[Sentence], Draft, Draft, Draft, re.Match[str]], Iterator[Bond]]

_BELIEVED = 10  # times; beyond, a quotient is likely to be another one
_OF_IT = rf"(?:\s+(?!than\b|from\b|since\b|in\b|and\b){WORD}){{0,5}}"  # "of the 400 TWh of electricity generated"
_PER = lazy(r"(10*(?:,000)*)\b")
_TIDY = r"(?:operating|net|pre-?tax|gross|group|total|its|an?|the|annual)"


class _Three(NamedTuple):
    """The words before, between and behind three numbers, and the places of those of which one follows.

    They are patterns, compiled when they are asked: most sentences have none of the first.
    """

    law: _Law
    places: tuple[int, int, int]
    first: str  # between the first two
    second: str  # between the last two
    lead: str = ""  # up to the first number, from where its sentence begins
    timed: bool = True  # whether times may stand between them
    behind: str = ""  # words that may follow, beside the end of what is said


def _quotient(
    sentences: Sequence[Sentence], top: Draft, bottom: Draft, made: Draft, _: re.Match[str]
) -> Iterator[Bond]:
    per = _PER.match(made.written.unit.per)
    scale = Fraction(per[1].replace(",", "")) if per else Fraction(1)
    family, counted = made.written.unit.family, bottom.written.unit.family in ("count", "none")
    if per:
        fits = made.written.unit.name == "" and top.written.unit.family == "count"
    elif family in ("multiple", "percent"):
        fits = of_one_unit(top.written, bottom.written)
    else:
        fits = counted and family == "currency" and made.written.unit == top.written.unit  # "for each of the 3 million"
    if not fits or is_on_the_side(sentences[top.sentence], top.written):
        return  # "against a target of 51 million, or 18% of the total of 233 million"
    stated = without_parentheses(made.written)
    between = over(_range(top.written), _range(bottom.written))
    if between is None or made.written.direction:
        return
    value = top.written.value / bottom.written.value * scale
    if not stated.value / _BELIEVED < value < stated.value * _BELIEVED:
        return
    told = (
        reckoned_share(value, stated)
        if family == "percent"
        else reckoned_number(value, made.written.unit if family == "currency" else BARE)
    )
    printed = [printed_of(draft, sentences) for draft in (top, bottom, made)]
    wrong = f"{printed[0]} divided by {printed[1]} is {told}, not {printed[2].strip('()')}"
    wrong = "" if between.scaled(scale).meets(_range(stated)) else wrong
    yield Bond(
        made, (top, bottom), wrong, "it is the one divided by the other", laws.quotient(made, top, bottom, scale)
    )


def _total(
    sentences: Sequence[Sentence], first: Draft, second: Draft, total: Draft, _: re.Match[str]
) -> Iterator[Bond]:
    alike = of_one_unit(first.written, second.written) and of_one_unit(first.written, total.written)
    if alike:
        shown = show_number(first.written.value + second.written.value, total.written.unit)
        printed = [printed_of(draft, sentences) for draft in (first, second, total)]
        fits = added((_range(first.written), _range(second.written))).meets(_range(total.written))
        wrong = "" if fits else f"{printed[0]} and {printed[1]} add up to {shown}, not {printed[2]}"
        yield Bond(total, (first, second), wrong, "it is all of both", laws.added_up(total, (first, second)))


def _difference(
    sentences: Sequence[Sentence], whole: Draft, taken: Draft, left: Draft, _: re.Match[str]
) -> Iterator[Bond]:
    alike = of_one_unit(whole.written, taken.written) and of_one_unit(whole.written, left.written)
    levels = left.written.unit.family in ("count", "none") and whole.written.value > taken.written.value
    if alike and levels:
        shown = show_number(whole.written.value - taken.written.value, left.written.unit)
        printed = [printed_of(draft, sentences) for draft in (whole, taken, left)]
        fits = added((_range(taken.written), _range(left.written))).meets(_range(whole.written))
        wrong = "" if fits else f"{printed[0]} less {printed[1]} is {shown}, not {printed[2]}"
        law = laws.difference(left, whole, taken)
        yield Bond(left, (whole, taken), wrong, "it is how far these are apart", law)


def _move(
    sentences: Sequence[Sentence], start: Draft, end: Draft, change: Draft, said: re.Match[str]
) -> Iterator[Bond]:
    yield from moves(start, end, change, "up" if said["up"] else "down", sentences, "it is the change between these")


def _gained(sentences: Sequence[Sentence], by: Draft, end: Draft, rate: Draft, _: re.Match[str]) -> Iterator[Bond]:
    before = less(_range(end.written), _range(by.written))
    made = over(_range(by.written), before)
    relative = rate.written.unit.family == "percent" and of_one_unit(by.written, end.written)
    if relative and made is not None:
        told = reckoned_percent(by.written.value / (end.written.value - by.written.value))
        printed = [printed_of(draft, sentences) for draft in (by, end, rate)]
        fits = made.meets(_range(rate.written))
        wrong = "" if fits else f"{printed[0]} more to {printed[1]} is {told}, not {printed[2]}"
        law = laws.gained(rate, by, end)
        yield Bond(rate, (by, end), wrong, "both say the same of the number of line {line}", law)


def _compared(
    sentences: Sequence[Sentence], base: Draft, level: Draft, more: Draft, _: re.Match[str]
) -> Iterator[Bond]:
    if more.written.direction:
        yield from moves(base, level, more, more.written.direction, sentences, "it compares these two")


def _range(written: Written) -> Interval:
    """Return what a number stands for without the verb before it; anything where a hedge leaves it open."""
    plain = undirected(written)
    return ANY if plain.hedge and plain.hedge != "about" else interval(plain)


THREES = (
    _Three(  # "207.2 million, 5.0 times operating profit of 41.4 million": the first by the third is the second
        _quotient,
        (0, 2, 1),
        rf"(?:\s+{WORD}){{0,3}}?\s*,\s+(?:(?:or|at|which\s+(?:is|was))\s+)?{HEDGES}",
        rf"\s+(?:its\s+|the\s+|their\s+)?(?:(?!more|less|higher|lower|as\b|than){WORD}\s+){{1,4}}?of\s+{HEDGES}",
    ),
    _Three(  # "4,949 deaths among 4.64 million people, the rate was 106.7 per 100,000"
        _quotient,
        (0, 1, 2),
        rf"(?:\s+{WORD}){{0,4}}?\s+(?:among|(?:in|out\s+of|of)\s+an?\s+(?:{WORD}\s+){{0,2}}?(?:population|city|town|region|country"
        rf"|group|sample)\s+of)\s+(?:the\s+)?{HEDGES}",
        rf"(?:\s+{WORD}){{0,4}}?\s*,\s+{SO}?(?:an?|the|its)\s+(?:(?!\S*(?:adjusted|standard)){WORD}\s+){{0,3}}?rate\s+(?:of|was|is)\s+{HEDGES}",
    ),
    *(  # "With revenue of 11.9 million and operating profit of 5.5 million, the operating margin was 46.6%"
        _Three(
            _quotient,
            (1, 0, 2),
            rf"\s*,?\s+and\s+(?:an?\s+)?{kind}\s+(?:profits?|income|earnings)\s+of\s+{HEDGES}",
            rf"\s*,\s+(?:an?|the|its)\s+(?:{kind}\s+)?(?:profit\s+)?margin\s+(?:was|is|of|came\s+to|stood\s+at)\s+{HEDGES}",
            rf"\b(?:revenues?|sales|turnover)\s+of\s+{HEDGES}",
        )
        for kind in ("operating", "net", "gross", r"pre-?tax")
    ),
    _Three(  # "contributed 6.1 million (37%) of revenue of 16.4 million"
        _quotient,
        (0, 2, 1),
        r"\s*",
        rf"\s+of\s+(?:{_TIDY}\s+){{0,3}}(?:(?!which|whom|them){WORD}\s+){{1,3}}?of\s+{HEDGES}",
    ),
    _Three(  # "Wind farms produced 96.1 TWh, 24% of the 400.4 TWh generated"
        _quotient,
        (0, 2, 1),
        rf"(?:\s+{WORD}){{0,2}}?\s*,\s+(?:(?:or|which\s+(?:is|was))\s+)?{HEDGES}",
        rf"\s+of\s+(?:the|its|all)\s+(?:total\s+of\s+)?{HEDGES}",
        behind=_OF_IT,
    ),
    _Three(  # "Exports to Asia, at 4.1 billion, were 24% of the total of 17.0 billion"
        _quotient,
        (0, 2, 1),
        rf"\s*,?\s+(?:was|were|is|are|made\s+up|accounted\s+for|represented)\s+{HEDGES}",
        rf"\s+of\s+(?:the|a)\s+(?:{WORD}\s+){{0,2}}?total\s+of\s+{HEDGES}",
    ),
    _Three(  # "added 1,204 customers, a rise of 5.2%, and now has 24,310"
        _gained,
        (0, 2, 1),
        rf"(?:\s+{WORD}){{0,3}}?\s*,\s+an?\s+(?:rise|increase|gain|growth)\s+of\s+{HEDGES}",
        rf"\s*,\s+and\s+(?:now\s+(?:has|had|counts|counted)|had|has|counted|ended\s+with)\s+{HEDGES}",
        rf"\b(?:added|gained|won|signed\s+up)\s+{HEDGES}",
        timed=False,
    ),
    _Three(  # "won 40,790 votes to 20,891 for the runner-up, a majority of 19,899"
        _difference,
        (0, 1, 2),
        rf"(?:\s+{WORD}){{0,4}}?\s+(?:to|against|ahead\s+of)\s+(?:(?:{WORD}\s+){{0,3}}?['’]s\s+)?{HEDGES}",
        rf"(?:\s+(?!last\b|before\b|earlier\b){WORD}){{0,6}}?\s*,\s+(?:(?:and\s+)?(?:won|winning|a\s+win)\s+by|(?:giving\s+(?:him|her|them)\s+)?an?\s+"
        rf"(?:majority|margin|lead)\s+of)\s+{HEDGES}",
        rf"\b(?:won|took|polled|received|secured|got|gained|with)\s+{HEDGES}",
        timed=False,  # "12,345 votes against 10,000 in 2019, and won by 2,001"
    ),
    _Three(  # "Since 2004, when it was 7,349, the number of homes sold has risen 57.8% to 11,594"
        _move,
        (0, 2, 1),
        rf"(?:\s+{WORD}){{0,2}}?\s*,\s+(?:(?:{WORD}|['’]s)\s+){{1,8}}?(?:has|have|had)\s+{MOVED}\s+(?:by\s+)?{HEDGES}",
        rf"\s*,?\s+to\s+{HEDGES}",
        rf"^\W*since\s+[12]\d{{3}}\s*,\s+when\s+(?:{WORD}\s+){{1,4}}?(?:was|were|stood\s+at|numbered|totall?ed|came\s+to)\s+{HEDGES}",
    ),
    _Three(  # "Alto's revenue of 4.2 billion was 8% higher than Brio's 3.9 billion"
        _compared,
        (2, 0, 1),
        rf"\s+(?:was|were|is|are)\s+{HEDGES}",
        rf"\s*(?:(?:higher|lower|more|less|fewer|larger|smaller|above|below)\s+)?(?:than\s+)?(?-i:[A-Z])[\w&.-]*(?:\s+(?-i:[A-Z])[\w&.-]*)?"
        rf"['’]s\s+{HEDGES}",
    ),
    _Three(  # "4.21 billion in the first half and 3.90 billion in the second, 8.11 billion for the year"
        _total,
        (0, 1, 2),
        rf"\s+in\s+the\s+first\s+(?:half|six\s+months)(?:\s+of\s+the\s+year)?\s*,?\s+and\s+{HEDGES}",
        r"\s+in\s+the\s+(?:second|latter)(?:\s+(?:half|six\s+months))?(?:\s*,\s+(?:(?:or|for|giving|making)\s+)?(?:a\s+total\s+of\s+)?"
        rf"|\s+brought\s+the\s+(?:year['’]s\s+|annual\s+)?total\s+(?:for\s+the\s+year\s+)?to\s+){HEDGES}",
        timed=False,
    ),
    _Three(  # "Output was 450 billion, or 9,657 for each of the 46.6 million inhabitants"
        _quotient,
        (0, 2, 1),
        rf"\s*,\s+(?:or|which\s+is)\s+{HEDGES}",
        rf"\s+for\s+each\s+of\s+(?:the|its|their)\s+(?:country['’]s\s+)?{HEDGES}",
    ),
    _Three(  # "50 billion, of which 18%, or 9.14 billion"
        _quotient,
        (2, 0, 1),
        rf"(?:\s+{WORD}){{0,3}}?\s*,\s+of\s+(?:which|whom)\s+{HEDGES}",
        rf"\s*,\s+or\s+{HEDGES}",
    ),
    _Three(  # "closed 25 of its 437 branches in the quarter, leaving 412"
        _difference,
        (1, 0, 2),
        rf"\s+of\s+(?:its|the|their|our|his)\s+{HEDGES}",
        rf"(?:\s+{WORD}){{0,8}}?\s*,\s+leaving\s+(?:(?:it|them)\s+with\s+)?{HEDGES}",
        rf"\b(?:clos(?:ed?|ing)|shut|cut(?:ting)?|lost|shed|sold|scrapped|retired|withdrew|axed)\s+{HEDGES}",
    ),
    _Three(  # "29% of operating costs of 612 million, or 177 million"
        _quotient,
        (2, 1, 0),
        rf"\s*of\s+(?:{WORD}\s+){{1,6}}?of\s+{HEDGES}",
        rf"(?:\s+{WORD}){{0,3}}?\s*,\s+(?:or|which\s+is|that\s+is)\s+{HEDGES}",
    ),
    _Three(  # "188 of 214 pupils passed, a rate of 87.9%"
        _quotient,
        (0, 1, 2),
        rf"\s+(?:out\s+)?of\s+(?:(?:its|the|their|our|all|his)\s+)?{HEDGES}",
        rf"(?:\s+{WORD}){{0,6}}?\s*,\s+{SO}?an?\s+(?:{WORD}\s+){{0,2}}?(?:rate|turnout|share|proportion)\s+of\s+{HEDGES}",
    ),
    _Three(  # "has grown from 582 million in 2009 to 1.167 billion now, by 100.5%"
        _move,
        (0, 1, 2),
        rf"(?:\s+{WORD}){{0,2}}?\s*,?\s+to\s+{HEDGES}",
        rf"(?:\s+(?:now|today))?\s*,\s+by\s+{HEDGES}",
        rf"\b{MOVED}\s+from\s+{HEDGES}",
    ),
)


def threes(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the numbers that follow from two beside them as the words say, and whether they do."""
    kinds = ("value", "share", "growth", "change", "cagr")
    for position, own in by_sentence(d for d in drafts if d.kind in kinds and d.written.upper is None).items():
        sentence = sentences[position]
        bare = [draft for draft in own if not draft.written.parenthesised]
        for told in (own, bare) if len(bare) < len(own) else (own,):
            gaps = [_gap(sentence, left.written, right.written) for left, right in pairwise(told)]
            for at, three in enumerate(zip(told, told[1:], told[2:], strict=False)):
                for form in THREES:
                    if (found := _said(sentence, form, three, gaps[at : at + 2])) is not None:
                        first, second, last = (three[place] for place in form.places)
                        yield from form.law(sentences, first, second, last, found)


def _said(
    sentence: Sentence, form: _Three, three: Sequence[Draft], gaps: Sequence[tuple[str, str]]
) -> re.Match[str] | None:
    """Return the match that tells a direction, or any, where the words say so."""
    one, other = (gap[form.timed] for gap in gaps)
    first = compiled(form.first).fullmatch(one)
    if not first or not compiled(form.second).fullmatch(other):
        return None
    last = three[2].written
    more = form.behind and compiled(rf"{form.behind}\s*(?:[,.;)]|$)").match(sentence.after(last))
    if not (more or ends_plainly(sentence, last)):
        return None
    lead = compiled(f"{form.lead}$").search(sentence.gap(sentence.start, three[0].written.amount_start))
    return lead and (lead if "up" in lead.re.groupindex else first)


def _gap(sentence: Sentence, left: Written, right: Written) -> tuple[str, str]:
    """Return the words between two numbers without parentheses, and the same without times."""
    gap = re.sub(r"\s*\([^()]*\)", "", sentence.gap(left.amount_end, right.amount_start))
    return gap, timeless(gap)
