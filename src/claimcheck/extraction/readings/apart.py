"""How far two numbers of a sentence are apart, however they are told: "61% to 48%, a gap of 13 points"."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, less
from claimcheck.extraction.readings.clauses import EARLIER, clauses, counts, is_alike, is_meant, plain, stands_for
from claimcheck.extraction.readings.moved import ends_plainly
from claimcheck.extraction.text.bare import undirected, without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, LEVELS, WORD
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.readings.clauses import Clause
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_GAP = (
    r"(?:difference|gap|spread|lead|(?<!inferiority\s)margin(?!\s+of\s+error)|majority|advantage"
    r"|(?:out|under)performance)"
)
_NET = (
    r"(?:net\s+(?:gain|loss|increase|decrease|rise|fall|growth|addition|reduction|inflow|outflow|outlay|migration|change"
    r"|immigration|emigration|worth|assets|debt|profit|income|premiums)|natural\s+(?:gain|increase|decrease|growth|loss)"
    r"|surplus|deficit|shortfall|overshoot|excess|(?:free|net)\s+cash\s+flow|(?:gross|operating)\s+(?:profit|loss))"
)
_IS = (
    r"(?:of|is|was|were|at|to|(?:stands|stood)\s+at|(?:came|comes|amount(?:ed|s|ing)|work(?:s|ed))"
    r"\s+(?:out\s+)?(?:to|at))"
)
_GAP_OF = lazy(
    rf"\b{_GAP}\s+(?:{WORD}\s+){{0,3}}?{_IS}\s+{HEDGES}$|[(,;]\s*(?:(?:absolute|risk)\s+)*difference,?\s+$",
    re.IGNORECASE,
)
_NET_OF = lazy(
    r"^(?!\s*of\b)(?:.*(?:[,;:(–—]\s*|\b(?:and|or|an?|the|its|their|for|in|with|giving|leaving|that|so|to)\s+))?"
    rf"(?:(?:trade|budget|fiscal|overall|operating|annual|monthly|resulting|record|small)\s+)?{_NET}\s+{_IS}\s+{HEDGES}$",
    re.IGNORECASE,
)
_BEHIND = lazy(
    rf"[\s-]*(?:percentage[\s-]points?[\s-]|points?[\s-])?(?:(?:apart|ahead|clear)\b|{_GAP}\b)", re.IGNORECASE
)
_BEATING = (
    r"(?:w[io]n(?:s|ning)?|beat(?:s|en|ing)?|defeat(?:ed|s|ing)?|led|leads?|leading|ahead|behind|(?:exceed|surpass|topp?|trail"
    r"|outperform|outpac|underperform|lagg?|miss)(?:ed|es|s|ing)?|short)"
)
_BY = lazy(rf"\bby\s+{HEDGES}$", re.IGNORECASE)
_BEAT = lazy(rf"\b{_BEATING}\b", re.IGNORECASE)
_ANY = lazy(rf"\b(?:{_GAP}|{_NET}|apart|ahead|clear|by|than|above|below|over)\b", re.IGNORECASE)
_GOES_ON = lazy(
    r"\s+(?:for|in|between|to|that|which|among|at|over\s+(?:the|his|her|its|their))\b(?!.*\b(?:basis|years?|months?)\b)[^\d]*$",
    re.IGNORECASE,
)
_BESIDE = lazy(rf"(?:[,;–—]|\b(?:was|is|were|are))\s+{HEDGES}$", re.IGNORECASE)
_MORE = lazy(
    r"\s*(?:percentage\s+)?(?:points?\s+)?(?:above|below|over|ahead\s+of|(?:more|less|fewer|[a-z]+er)\s+than)\s"
    rf"(?:(?!\b(?:and|but|while|year|forecast|expected)\b)[^,;])*?(?:,\s+(?:where|which|who)\s[^,;]*?)?[(]?{HEDGES}",
    re.IGNORECASE,
)
_THEN = lazy(r"\s*(?:[:(–—]\s*|,?\s+(?:with|as|reflecting|since)\b[^\d]*)", re.IGNORECASE)
_FROM = lazy(rf"\b(?:from|than)\s+(?:{WORD}\s+)?{HEDGES}$", re.IGNORECASE)
_OTHERWISE = lazy(
    r"\b(?:annuali[sz]ed|relative|cumulative|respectively|adjusted|of\s+(?:which|whom)|including|excluding|average[ds]?"
    r"|widen\w*|narrow\w*|combined|(?:is|are|be)\s+added|together)\b",
    re.IGNORECASE,
)
_ELSEWHERE = lazy(r"[;.]\W*(?:with|in|to|from|for|against|between)\s+[^,;]{2,40},", re.IGNORECASE)  # "with the EU, "
_AGAINST = lazy(r"\b(?:compared|against|versus|from|than|up|down)\b[^,;:(–—]*$", re.IGNORECASE)
_BELIEVED = 50  # times; beyond, it is how far other numbers are apart
_PAIR = 2
_MOST = 5  # numbers that a balance may be made of


def apart(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the gaps, leads and net gains of the only two numbers beside them, and whether these are so far apart."""
    for clause in clauses(drafts, sentences):
        if len(clause.told) > _PAIR and _ANY.search(clause.sentence.words):
            for last in clause.asked:
                pair = _pair(clause, last)
                if pair is not None:
                    yield from _held(clause, *pair, last)


def _pair(clause: Clause, last: Draft) -> tuple[Draft, Draft] | None:
    """Return the only two numbers beside a difference that it may be of, where words say that it is one."""
    before, after, ahead = clause.lead(last), clause.sentence.after(last.written), clause.before(last)
    if any(draft.written.unit.family == "points" for draft in ahead) or _AGAINST.search(before):
        return None  # "40% to 35%, a lead of 5 points; the actual lead was 6.7 points"
    gap, net = _GAP_OF.search(before), _NET_OF.search(before) and not _ELSEWHERE.search(before)
    alike = [draft for draft in ahead if _are_alike(draft, last)]
    if len(alike) == 1 and (base := _base(clause, last)) is not None:
        return _alone([*alike, base], last)
    if gap and not alike and _THEN.fullmatch(after):
        return _alone([draft for draft in clause.told if draft.written.start >= last.written.end], last)
    opening = clause.sentence.gap(clause.sentence.start, last.written.amount_start)
    beat = _BY.search(before) and _BEAT.search(opening)
    ended = ends_plainly(clause.sentence, last.written) or (
        not net and last is clause.told[-1] and _GOES_ON.match(after)
    )
    if not alike or not (((gap or net or beat) and ended) or _BEHIND.match(after)):
        return None
    if _OTHERWISE.search(opening) or (not beat and EARLIER.search(clause.since(alike[0], last))):
        return None
    if any(way.search(clause.lead(draft)) for way in (_FROM, _GAP_OF, _NET_OF) for draft in alike):
        return None
    if last.written.unit.family != "points" and any(_BY.search(clause.lead(d)) for d in alike):
        return None
    return None if net and _is_of_more(clause, last) else _alone(alike, last)


def _base(clause: Clause, last: Draft) -> Draft | None:
    """Return what a number before is so much more than: "61%, 13 points higher than in the west, where it is 48%"."""
    base = next((draft for draft in clause.told if draft.written.start >= last.written.end), None)
    if base is None or not _BESIDE.search(clause.lead(last)):
        return None
    said = _MORE.fullmatch(clause.since(last, base))
    return base if said and clause.told[-1] is base and ends_plainly(clause.sentence, base.written) else None


def _is_of_more(clause: Clause, last: Draft) -> bool:
    """Whether more numbers than two make a balance, those of the sentence before among them: "after minorities"."""
    if counts(last.written):
        return False
    near = [
        stands_for(plain(draft)) for draft in clause.near if draft is not last and is_alike(draft.written, last.written)
    ]
    stated = stands_for(plain(last))
    ways = (
        added(each.negated() if sign < 0 else each for sign, each in zip(signs, near[-_MOST:], strict=True) if sign)
        for signs in product((0, 1, -1), repeat=len(near[-_MOST:]))
        if sum(map(abs, signs)) > _PAIR
    )
    return any(way.meets(stated) for way in ways)


def _alone(beside: Sequence[Draft], last: Draft) -> tuple[Draft, Draft] | None:
    """Return two numbers of a kind, of which there are no others that a difference may be of."""
    alike = [draft for draft in beside if _are_alike(draft, last)]
    nameless = all(draft.written.unit == BARE and draft.written.magnitude == 1 for draft in (*alike, last))
    if len(alike) != _PAIR or nameless or not all(map(_is_level, (*alike, last))):
        return None  # "resumed at 0 for 3, a lead of 68"
    return alike[0], alike[1]


def _are_alike(level: Draft, last: Draft) -> bool:
    """Whether a difference may be one of a level, as far as their units say."""
    if last.written.unit.family == "points":
        return level.written.unit.family == "percent"
    return (counts(level.written) and counts(last.written)) or is_alike(level.written, last.written)


def _is_level(draft: Draft) -> bool:
    written = draft.written  # "a third fewer" is no number of its own
    return written.unit.family in (*LEVELS, "percent", "points") and written.upper is None and written.form != "word"


def _fits(first: Draft, second: Draft, last: Draft) -> bool:
    """Whether two numbers may be so far apart; those in parentheses may be below 0: "(9%)"."""
    pairs = (first.written, second.written), (without_parentheses(first.written), without_parentheses(second.written))
    return any(_is_gap([undirected(one), undirected(other), plain(last)]) for one, other in pairs)


def _is_gap(three: Sequence[Written]) -> bool:
    one, other, stated = map(stands_for, three)
    between = less(one, other)
    return between.meets(stated) or between.negated().meets(stated)


def _held(clause: Clause, first: Draft, second: Draft, last: Draft) -> Iterator[Bond]:
    """Yield what two numbers are apart; if they are not, for a slip alone where one stands behind, of another time.

    So it is where they are told in the sentence before: a deficit may be of others.
    """
    three = [plain(draft) for draft in (first, second, last)]
    made, stated = abs(three[0].value - three[1].value), abs(three[2].value)
    behind = max(first, second, last, key=lambda draft: draft.written.start) is not last and clause.told[0] is not last
    fits = _fits(first, second, last)
    if fits or (
        is_meant(three, _is_gap)
        if behind or clause.asked is not clause.told
        else made < stated * _BELIEVED and stated < made * _BELIEVED
    ):
        printed = clause.printed(first, second, last)
        wrong = f"{printed[0]} and {printed[1]} are {show_number(made, three[2].unit)} apart, not {printed[2]}"
        larger, smaller = (first, second) if three[0].value > three[1].value else (second, first)
        law = laws.difference(last, larger, smaller)
        yield Bond(last, (first, second), "" if fits else wrong, "it is how far these are apart", law)
