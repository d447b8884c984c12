"""A part, the whole it is of, and the share that it makes: "3.2 million of the 12.8 million shares, or 25%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.bonds import over
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.forms.fractions import is_said
from claimcheck.extraction.text.bare import bare, without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import meaning
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import CHINESE, HEDGES, LEVELS, of_one_unit
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_WORDS = r"(?:[^\W\d_][\w'’-]*\s+)"
_NAMED = r"(?:\s+(?:of|in|on|at|with)(?:\s+[^\W\d_][\w-]*){1,4})?"
_MINE = (
    r"(?:(?:the|its|their|our|his|her|all|a total(?: of)?|the total(?: of)?) )?"
    r"(?:[\w-]+['’]s? )?(?:(?:total|combined|overall|entire) )?"
)
_OF = lazy(rf"{_NAMED}\s+(?:out )?of {_MINE}{HEDGES}", re.IGNORECASE)
_TEST = r"(?:for\s+)?a\s+(?:sensitivity|specificity|detection\s+rate|success\s+rate|survival\s+rate)\s+of"
_SO = lazy(
    rf"(?:\s+[^\W\d_][\w-]*){{0,2}}{_NAMED}\s*"
    rf"(?:,\s+(?:or|a\s+(?:market\s+)?share\s+of|representing|equivalent\s+to|equal\s+to|which\s+is|{_TEST})\s+|\()\s*"
    rf"{HEDGES}",
    re.IGNORECASE,
)
_IN_PARENTHESES = lazy(rf"{_NAMED}\s*\(", re.IGNORECASE)
_AHEAD = lazy(rf"(?:^|.*[,;:]\s+)(?:of|among) {_MINE}(?:{_WORDS}{{1,4}}of )?{HEDGES}", re.IGNORECASE)
_THEN = lazy(rf"(?:\s+[^\W\d_][\w-]*){{0,3}}{_NAMED},\s+{_WORDS}{{0,6}}", re.IGNORECASE)
_WHICH = lazy(
    rf"(?:\s+[^\W\d_][\w-]*){{0,2}},\s+of\s+wh(?:ich|om)\s+(?:only\s+)?(?:{CHINESE}\s+)?{HEDGES}", re.IGNORECASE
)
_ON = lazy(
    rf"\s+on\s+(?:(?:total|net|taxable|pre-?tax)\s+)?(?:revenues?|sales|turnover|income|profits?|earnings|orders)"
    rf"(?:\s+before\s+(?:income\s+)?tax(?:es|ation)?)?\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_MARGIN = lazy(
    r"\s*,\s+(?:(?:for|giving|representing|yielding|resulting\s+in|which\s+is)\s+)?an?\s+(?:[^\W\d_][\w-]*\s+){0,2}"
    rf"(?:margin|rate)\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_MADE_UP = lazy(
    rf"\s+(?:equals?|equalled|is|was|were|represent(?:s|ed)|made\s+up|makes\s+up|accounted\s+for)\s+{HEDGES}",
    re.IGNORECASE,
)
_OF_THIS = lazy(rf"\s*,\s+of\s+{_MINE}{HEDGES}", re.IGNORECASE)
_WITH = lazy(
    rf"(?:\s+(?:of|from|in)(?:\s+[^\W\d_][\w-]*){{1,4}})?{_NAMED}(?:,\s+(?:or|with|making)|\s*:)\s+{HEDGES}",
    re.IGNORECASE,
)
_OF_THEM = lazy(r"\s+of\s+(?:them|these|whom)(?:\s+[^\W\d_][\w-]*){0,2}\s*\(", re.IGNORECASE)
_JOINED = lazy(r"(?:\s+[^\W\d_][\w-]*){0,3}\s*(?:[,:.]\s+|\s+and\s+)(?:[^\W\d_][\w-]*\s+){0,3}", re.IGNORECASE)
_LISTED = lazy(rf"(?:\s+[^\W\d_][\w-]*){{0,6}}(?:,|,?\s+and)\s+{HEDGES}", re.IGNORECASE)
_ANSWERED = lazy(
    r"(?:\s+[^\W\d_][\w-]*){0,4}\s*,\s+(?:for\s+)?an?\s+(?:\w+\s+)?"
    rf"(?:response|return|participation|completion|attendance|success|retention)\s+rate\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_AND = lazy(rf"(?:\s+[^\W\d_][\w-]*){{0,2}},?\s+and\s+{_WORDS}{{1,6}}{HEDGES}", re.IGNORECASE)
_RATIO = lazy(
    rf"(?:\s+[^\W\d_][\w-]*){{0,2}}\s*,\s+(?:giving|for|which\s+gives|resulting\s+in|yielding)\s+an?\s+{_WORDS}{{0,3}}"
    rf"ratio\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_OF_WHOLE = lazy(rf"\s+of\s+{_MINE}(?:{_WORDS}{{1,4}}of\s+)?{HEDGES}", re.IGNORECASE)
_BESIDE = lazy(rf"\s*,\s+{HEDGES}", re.IGNORECASE)
_OF_PART = lazy(r"\s*,?\s*(?:out\s+)?of\b", re.IGNORECASE)
_TOTAL = lazy(r"\b(?:total|combined|overall|entire) ", re.IGNORECASE)
_NOUN_ENDED = lazy(rf"(?:\s+[^\W\d_][\w-]*){{0,2}}{ENDED.pattern}")  # "of the total 11.4 billion of income"
_NAMELY = lazy(rf"(?:\s+[^\W\d_][\w-]*){{0,2}}{_NAMED},\s+(?:or\s+|i\.e\.,?\s+|namely\s+)?{HEDGES}", re.IGNORECASE)
_BOUNDS = lazy(r"\s*\((?:\d+% ?)?(?:CI|confidence)?\s*$", re.IGNORECASE)  # "92.3% (95% CI, 86.4%-95.5%)"
_TURNOUT = lazy(r"\b(?:turnout|participation|response\s+rate)\b", re.IGNORECASE)
_STAFF = {"job", "post", "position", "employee", "worker", "person", "staff"}
_COUPON = lazy(r"\b(?:bonds?|notes|debentures?|loans?|bills)\b", re.IGNORECASE)


class Portion(NamedTuple):
    """The numbers of such a phrase."""

    part: Written
    whole: Written
    share: Written
    basis: str = ""  # what was assumed


def portions(sentence: Sentence) -> Iterator[Portion]:
    """Yield such phrases, in whatever order they tell the three."""
    numbers = sentence.quantities
    for three in zip(numbers, numbers[1:], numbers[2:], strict=False):
        for said in (_said_last, _said_first, _said_between, _said_before_both, _said_of_them, _said_as_ratio):
            found = said(sentence, *three)
            if found is not None and _fits(*found[:3]):
                yield found
                if said is _said_last and found.whole is three[0]:
                    yield from _others(sentence, *found[1:3])
                break


def _others(sentence: Sentence, whole: Written, share: Written) -> Iterator[Portion]:
    """Yield the parts behind the first one of a whole: "..., of which 31 (63%) at home and 18 (37%) abroad"."""
    numbers = sentence.quantities
    behind = numbers[numbers.index(share) + 1 :]
    parts = [numbers[numbers.index(share) - 1]]
    for part, own in zip(behind[::2], behind[1::2], strict=False):
        listed = _LISTED.fullmatch(sentence.between(share, part))
        found = Portion(part, whole, own)
        if not listed or not own.parenthesised or not _fits(*found[:3]) or sentence.between(part, own).strip():
            return
        if _OF_PART.match(sentence.after(own)) or any(_is_share_of(part, before, own) for before in parts):
            return  # "40 (32%) had a cough and 12 (30%) of them a fever"
        yield found
        parts.append(part)
        share = own


def _is_share_of(part: Written, whole: Written, share: Written) -> bool:
    """Whether a share is, as printed, the one that a part makes of a whole."""
    made = over(interval(part), interval(whole))
    return made is not None and interval(without_parentheses(share)).meets(made)


def _said_last(sentence: Sentence, first: Written, second: Written, share: Written) -> Portion | None:
    """Return "3.2 of the 12.8 million shares, or 25%", "12.8 million, of which 3.2 million (25%)"."""
    between = sentence.between(first, second)
    if not _is_told(sentence, second, share):
        return None
    if _OF.fullmatch(between) or _ON.fullmatch(between):
        return Portion(first, second, share)
    ahead = _AHEAD.fullmatch(sentence.gap(sentence.start, first.amount_start)) and _THEN.fullmatch(between)
    return Portion(second, first, share) if ahead or _WHICH.fullmatch(between) else None


def _said_first(sentence: Sentence, share: Written, whole: Written, part: Written) -> Portion | None:
    """Return "47% of our 9,800 employees, or 4,018", "a quarter of the 2,400 employees, 600 people,"."""
    of = _OF_WHOLE.fullmatch(sentence.between(share, whole)) and _NAMELY.fullmatch(sentence.between(whole, part))
    return Portion(part, whole, share) if of and is_said(sentence.after(part)) else None


def _said_between(sentence: Sentence, part: Written, share: Written, whole: Written) -> Portion | None:
    """Return "84 million, giving a margin of 8% on sales of 1,050 million", "2 million, or 64%, of the 3 million".

    What was cut is a part too: "cut 2,900 jobs, or 7.8% of its workforce of 37,100"; and so is what rose to a level:
    "climbed to 35 million, 15% of revenue of 236 million".
    """
    if part.by_to == "to":
        part = bare(sentence, part)
    gap, behind = timeless(sentence.gap(part.amount_end, share.amount_start)), sentence.between(share, whole)
    so = _SO.fullmatch(gap)
    on = (so or _MARGIN.fullmatch(gap)) and _ON.fullmatch(behind)
    of = (so and _OF_THIS.fullmatch(behind)) or (_MADE_UP.fullmatch(gap) and _OF_WHOLE.fullmatch(behind))
    beside = _BESIDE.fullmatch(gap) and _OF_WHOLE.fullmatch(behind)
    if so and part.direction and part.by_to != "to" and _OF_WHOLE.fullmatch(behind):
        return Portion(bare(sentence, part), whole, share)
    ended = (_NOUN_ENDED if beside and _TOTAL.search(behind) else ENDED).match(sentence.after(whole))
    return Portion(part, whole, share) if of or ((on or beside) and ended) else None


def _said_before_both(sentence: Sentence, share: Written, part: Written, whole: Written) -> Portion | None:
    """Return "turnout was 62%, with 1.8 of 2.9 million voters"; "24% of the vote, or 41 of 150 seats" is none."""
    gap = timeless(sentence.between(share, part))
    counted = sentence.text[whole.number_end : whole.amount_end]
    if ":" in gap and not _TURNOUT.search(sentence.before(share)):
        return None  # "accuracy was 92%: 131 of 150 in the first test"
    if not _WITH.fullmatch(gap) or not _OF.fullmatch(sentence.between(part, whole)):
        return None
    at = sentence.quantities.index(share)
    if at and sentence.quantities[at - 1].unit.family == "percent":
        return None  # "sensitivity was 92% and specificity 80%, with 131 of 142 ..."
    of, things = set(meaning(gap)), set(meaning(counted))
    other = re.search(r"\bor\s*$", gap) and of and things and not of & things
    return None if other else Portion(part, whole, share)


def _said_of_them(sentence: Sentence, whole: Written, part: Written, share: Written) -> Portion | None:
    """Return "248 patients, 31 of them (12.5%)", "640 were sent out and 423 returned, a response rate of 66%"."""
    gap, joined = sentence.gap(part.amount_end, share.amount_start), _JOINED.fullmatch(sentence.between(whole, part))
    of = (share.parenthesised and _OF_THEM.fullmatch(f"{gap}(")) or _ANSWERED.fullmatch(gap)
    ahead = sentence.ahead(whole.amount_start)
    others = any(of_one_unit(other, part) and other.value > part.value for other in ahead)
    return Portion(part, whole, share) if joined and of and not others else None  # "them" may be either


def _said_as_ratio(sentence: Sentence, first: Written, second: Written, share: Written) -> Portion | None:
    """Return "capital was 9.9 billion and risk-weighted assets 61.4 billion, giving a capital ratio of 16.1%"."""
    gap = timeless(sentence.between(first, second))
    if not _AND.fullmatch(gap) or not _RATIO.fullmatch(sentence.gap(second.amount_end, share.amount_start)):
        return None
    part, whole = sorted((first, second), key=lambda size: size.value)
    return Portion(part, whole, share, "the ratio is that of the two numbers before it")


def _fits(part: Written, whole: Written, share: Written) -> bool:
    plain = not any(each.upper or each.direction or each.unit.per for each in (part, whole, share))
    alike = of_one_unit(part, whole) or {part.unit.name, whole.unit.name} <= _STAFF
    sizes = part.unit.family in LEVELS and alike and 0 < part.value <= whole.value
    worded = share.form in ("word", "fraction") and share.value < 1
    return plain and sizes and (share.unit.family == "percent" or worded) and share.hedge in ("", "about")


def _is_told(sentence: Sentence, size: Written, share: Written) -> bool:
    """Whether a share stands behind a size and says nothing else: in parentheses, or between commas."""
    gap, after = timeless(sentence.gap(size.amount_end, share.amount_start)), sentence.after(share)
    if share.parenthesised and _COUPON.search(gap):
        return False  # "3.2 billion of the 12.8 billion of bonds (5%)"
    if share.parenthesised:
        return bool(_IN_PARENTHESES.fullmatch(f"{gap}(")) and is_said(after)
    ended = ENDED.match(after) or _BOUNDS.match(after)
    return bool(_SO.fullmatch(gap) or _MARGIN.fullmatch(gap)) and bool(ended)
