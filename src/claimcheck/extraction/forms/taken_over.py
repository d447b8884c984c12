"""What a number takes from the one before it: the periods of its whole, its quantity, the level it is held against."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.draft import BEFORE
from claimcheck.extraction.forms.alone import kind_of_change
from claimcheck.extraction.forms.bases import is_on_the_side
from claimcheck.extraction.forms.ends import ENDED, is_plain
from claimcheck.extraction.forms.when import Moved
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import AGAINST, HEDGES, LEVELS, is_change, leads_on, of_one_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.extraction.text.subjects import Subject
    from claimcheck.quantity.written import Written

_OF_WHICH = lazy(r"\bof which\b", re.IGNORECASE)
_OF_ANOTHER = lazy(  # "with the receipts of which", "all of which"
    r"(?:\b(?:the|an?|its|their|our)\s+(?:[^\W\d_][\w-]*\s+){1,2}"
    r"|\b(?:all|both|each|most|much|many|some|part|none|any|neither|either|half|two-thirds)\s+)$",
    re.IGNORECASE,
)
_HELD = lazy(
    rf"\b(?:{AGAINST}|(?:up|down) from|short of|below|above|than|since|when)\b"
    r"|,\s+(?:with|while|as|but|though|up|down|bringing|taking|leaving|thus|so|hence|therefore)\b",
    re.IGNORECASE,
)
_AND = lazy(r"[^;:()]*?(?:\s|,)(?:and|while|whereas|but)\s+[^,;:()\d]{2,40}", re.IGNORECASE)
_MAKING = lazy(
    r"\s*[,(–—-]?\s*(?:and\s+)?(?:which\s+|that\s+)?(?:accounting for|accounted for|accounts for|account for"
    r"|representing|represented|represents|making up|made up|makes up|comprising|constituting|equal to|equivalent to"
    r"|amounting to|or|i\.e\.,?|which (?:is|was|are|were|equals?|equalled)|corresponding to"
    rf"|which (?:corresponds?|corresponded|amounts?|amounted) to)\s+{HEDGES}",
    re.IGNORECASE,
)
_WAS = lazy(rf"\s*,?\s*(?:is|was|are|were|equals?|equalled|represent(?:s|ed)|made up)\s+{HEDGES}", re.IGNORECASE)
_LEVEL_OF = lazy(rf"[^\W\d_]\s+of\s+{HEDGES}$", re.IGNORECASE)  # "capital spending of $146 million was 18% of"
_BARE = lazy(rf"\s*[,(–—-]\s*{HEDGES}", re.IGNORECASE)
_SURE_WHOLE = lazy(r"(?:total|whole|overall|entire|all|national|global|world|country)\b", re.IGNORECASE)
_PRONOUN = lazy(r"(?:them|it|those|these|which|whom|that|this|us)\b", re.IGNORECASE)
_OR = lazy(rf"\s*of\s+[^,;:()\d]{{2,60}}(?:,\s+or|\s*\()\s*{HEDGES}", re.IGNORECASE)
_SAID_AGAIN = lazy(rf"\s*[,(–—-]\s*(?:or\s+)?(?:(?:representing|marking)\s+)?{HEDGES}(?:an\s+)?", re.IGNORECASE)
_COMPOUND = lazy(r"\bcagr\b|\bcompound|\bannuali[sz]ed\b", re.IGNORECASE)  # "10% a year" may be a mean
_CAGR = lazy(r"\s*(?:compound(?:ed)?\s+)?(?:cagr|annually|a year|per year|per annum)(?![^\W\d_])", re.IGNORECASE)
_LASTING = lazy(rf"\b(?:in|over|within|during|across|for)\s+{HEDGES}(?:(?:past|last|previous)\s+)?$", re.IGNORECASE)
_BESIDE = lazy(r"\s*(?:[,(–—-]\s*(?:or\b)?|or\b)\s*", re.IGNORECASE)
_PAIR = 2
GOES_ON = lazy(r"\b(?:and|but|then|now|next|coming|expected|forecast|projected|should|will)\b", re.IGNORECASE)


def periods_taken(sentence: Sentence, found: Sequence[Draft], written: Written) -> Moved | None:
    """Return the periods of a change that are those of a change before it in the sentence.

    "Trade fell by 7% from 2014, of which exports fell by 1.8%", "trade fell by 0.9% compared with 2015, and exports
    fell by 2%"; `None` where it has a year of its own, or the words do not say so.
    """
    before = [d for d in found if d.kind == "growth" and d.written.amount_end <= written.start]
    if not before or sentence.time_of(written, ahead=False):
        return None
    last = max(before, key=lambda draft: draft.written.start)
    whole = whole_before(sentence, before, written)
    if whole is not None:
        part = (f"whether this is a part of “{whole.subject.text}”",) if whole.subject.words else ()
        return Moved(whole.in_, whole.from_, whole.guesses, part, whole.over)
    between = sentence.gap(last.written.amount_end, written.start)
    ahead = sentence.ahead(written.start)
    if ahead[-1] is not last.written or not last.in_[:1].isdigit() or not _AND.fullmatch(between):
        return None
    said = " ".join(sentence.text[last.written.start : last.written.amount_end].split())
    guess = f"what is said behind “{said}” runs over the same time"
    return Moved(last.in_, last.from_, (*last.guesses, guess), (), last.over)


def said_again(sentence: Sentence, found: Sequence[Draft], change: Written, later: Written) -> Draft | None:
    """Return the move that a second number says over again in another unit: "by 1,200 to 38,400, a reduction of 3%"."""
    own = [d for d in found if d.written is later and d.kind == "value"]
    moves = [d for d in found if own and d.group == own[0].group and d.kind in ("growth", "change")]
    if len(moves) != 1 or moves[0].kind == kind_of_change(change) or sentence.time_of(change, ahead=False):
        return None
    before = sentence.ahead(change.amount_start)
    gap = timeless(sentence.gap(before[-1].amount_end, change.start))
    return moves[0] if _SAID_AGAIN.fullmatch(gap) and is_plain(sentence, change) else None


def between_sizes(found: Sequence[Draft], change: Written, later: Written | None) -> Draft | None:
    """Return the growth between two sizes of a yearly rate, to the last of which a change leads: "eightfold to A"."""
    own = [d for d in found if d.written is later and d.kind == "value"]
    group = [d for d in found if own and d.group == own[0].group]
    rate = next((d for d in group if d.kind == "cagr"), None)
    sizes = sorted((d for d in group if d.kind == "value"), key=lambda draft: draft.in_)
    if rate is None or len(sizes) != _PAIR or sizes[-1] is not own[0] or kind_of_change(change) != "growth":
        return None
    return own[0]._replace(kind="growth", from_=sizes[0].in_)


def lasted(sentence: Sentence, found: Sequence[Draft], rate: Written) -> tuple[Draft, int] | None:
    """Return the growth that a yearly rate says over again, and its years: "by 200% in five years, a CAGR of 35%"."""
    before = sentence.ahead(rate.amount_start)
    growth = _growth_to(found, before[-1]) if before else None
    lengths = [d for d in sentence.durations if d.unit.name == "year" and d.amount_end <= rate.amount_start]
    if (
        growth is None
        or rate.unit.per not in ("", "year", "annum")
        or len(lengths) != 1
        or not _is_length(sentence, lengths[0])
    ):
        return None
    start, years = growth.written.amount_end, int(lengths[0].value)
    if lengths[0].amount_start >= start:
        if not leads_on(sentence.gap(start, lengths[0].amount_start)):
            return None
        start = lengths[0].amount_end
    gap, after = sentence.gap(start, rate.number_start), sentence.after(rate)
    beside, behind = _BESIDE.match(gap), _CAGR.match(after)
    compound = _COMPOUND.search(f"{gap} {behind[0] if behind else ''}")
    apposed = beside and compound and leads_on(gap[beside.end() :]) and not GOES_ON.search(gap)
    ended = ENDED.match(after, behind.end() if behind else 0)
    return (growth, years) if apposed and ended and _runs_over(growth, years) else None


def _growth_to(found: Sequence[Draft], written: Written) -> Draft | None:
    """Return the growth that a number says, or that which its level came to from the only other one of its group."""
    own = next((d for d in found if d.written is written and d.kind in ("growth", "value")), None)
    if own is None or own.kind == "growth":
        return own
    group = [d for d in found if d.group == own.group and d.written.end <= written.start]
    return own._replace(from_=group[0].in_) if len(group) == 1 and group[0].kind == "value" else None


def _is_length(sentence: Sentence, length: Written) -> bool:
    """Whether something is said to have taken so many whole years."""
    whole = length.upper is None and length.value.denominator == 1
    return whole and bool(_LASTING.search(sentence.gap(sentence.start, length.amount_start)))


def _runs_over(growth: Draft, years: int) -> bool:
    """Whether growth may run over so many years, as far as its periods are known."""
    if growth.from_.isdigit() and growth.in_.isdigit():
        return int(growth.in_) - int(growth.from_) == years
    return growth.from_.startswith(BEFORE) or growth.from_ == f"{years} years ago"


def whole_before(sentence: Sentence, found: Sequence[Draft], written: Written) -> Draft | None:
    """Return the draft that "of which" in front of a number looks back to: for a move, the level it came to."""
    marks = [*_OF_WHICH.finditer(sentence.text, sentence.start, written.start)]
    behind = sentence.text[marks[-1].end() : written.start] if marks else ";"
    if ";" in behind or behind.count(")") > behind.count("(") or _HELD.search(behind):
        return (
            None  # "42, of which 30% is due in May, compared with 40 a year ago", "9 (of which 3 are public), over 12"
        )
    before = [d for d in found if d.written.amount_end <= marks[-1].start() and d.kind in ("value", "growth")]
    if not before or _OF_ANOTHER.search(sentence.text, sentence.start, marks[-1].start()):
        return None
    last = max(before, key=lambda draft: draft.written.start)
    if any(
        of_one_unit(draft.written, written) and last.written.value < written.value <= draft.written.value
        for draft in before
    ):
        return None  # "312 confirmed and 14 probable cases, of which 177 died"
    if last.kind == "value" and is_on_the_side(sentence, last.written):
        return None  # "still short of the 109 million of 2010, of which 86 million"
    own = [d for d in found if d.group == last.group]
    growth = next((d for d in own if d.kind == "growth"), last)
    if is_change(sentence, written):
        return growth
    return next((d for d in own if d.kind == "value" and d.in_ == growth.in_), last)


def part_before(sentence: Sentence, found: Sequence[Draft], share: Written, whole: Subject) -> Draft | None:
    """Return the draft of the number whose share this is: "2.93 trillion yuan, accounting for 20.7% of the total"."""
    ahead = sentence.ahead(share.amount_start)
    own = [d for d in found if ahead and d.written is ahead[-1] and d.kind in ("value", "growth")]
    if not own or _PRONOUN.match(whole.text) or whole.words == own[0].subject.words:
        return None
    if is_on_the_side(sentence, own[0].written):
        return None  # "against a target of 8 million, or 44% of the total"
    if own[0].kind == "value" and own[0].written.direction and own[0].written.by_to != "to":
        return None  # "fell by $5 million, or 20% of the total" is no share of a level
    gap = sentence.between(own[0].written, share)
    told = _WAS.fullmatch(gap) and _LEVEL_OF.search(sentence.before(own[0].written))
    if not (told or _MAKING.fullmatch(gap) or (_BARE.fullmatch(gap) and _SURE_WHOLE.match(whole.text))):
        return None
    return next((d for d in found if (d.group, d.in_, d.kind) == (own[0].group, own[0].in_, "growth")), own[0])


def part_behind(sentence: Sentence, share: Written, whole: Subject) -> Written | None:
    """Return the level that says a share over again: "accounted for 55% of the total, or 4.63 million"."""
    level = next((w for w in sentence.quantities if w.amount_start >= share.amount_end), None)
    if level is None or _PRONOUN.match(whole.text) or level.unit.family not in LEVELS or level.unit.per or level.upper:
        return None
    return level if not level.direction and _OR.fullmatch(sentence.between(share, level)) else None
