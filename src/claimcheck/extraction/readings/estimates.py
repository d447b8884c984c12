"""An estimate and its confidence interval, a ratio and the reduction it means: "by 36% (HR 0.64; 95% CI 0.48-0.88)"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of, reckoned_percent
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from fractions import Fraction

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_RISK = r"(?:a?HRs?|a?RRs?|IRR|hazard\s+ratios?|risk\s+ratios?|rate\s+ratios?|relative\s+risks?)"
_RATIO = rf"(?:{_RISK}|a?ORs?|odds\s+ratios?)"
_IS = r"\s*[,:=]?\s*(?:(?:of|was|is|for\s+[^,;()\d]{3,40}\s(?:was|is))\s+)?"
_OPENS = lazy(r"\s*[(\[]\s*")
_NEXT = lazy(r"\s*[,;:]\s*")
_HEADED = lazy(rf"\b{_RATIO}{_IS}$|[(\[]\s*$", re.IGNORECASE)
_CALLED = lazy(
    r"\s*(?:CI|CrI|UI|(?:confidence|credible|uncertainty)\s+interval)s?\s*[:,;=]?\s*(?:(?:of|from)\s+)?[(\[]?\s*",
    re.IGNORECASE,
)
_TO = lazy(r"\s*(?:,|;|to|and|[-–—])\s*", re.IGNORECASE)
_RIVAL = lazy(r"\b(?:vs?|versus|and|or|to|from|than|with|against)\b\.?\s*(?:the\s+)?$", re.IGNORECASE)
_LEVELS = (90, 95, 99)  # percent, of a confidence interval
_THEN = lazy(
    rf"(?:\s+[^\W\d_][\w'’-]*){{0,9}}\s*[(\[]\s*(?:(?:adjusted|stratified|pooled|Cox)\s+)?{_RISK}{_IS}", re.IGNORECASE
)
_SO = lazy(
    r"\s*(?:[(\[][^()\[\]]{4,60}[)\]])?\s*,?\s+(?:(?:representing|corresponding\s+to|translating\s+(?:in)?to|which\s+is|or"
    r"|indicating|meaning|equivalent\s+to|for)\s+)?an?\s+(?:relative\s+)?",
    re.IGNORECASE,
)
_ENDED = lazy(r"\s*[,;)\[\](]")  # not "HR 0.62 after adjustment"
_NAMED = lazy(rf"\b{_RISK}{_IS}$", re.IGNORECASE)


def estimates(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the estimates outside their interval but for a slip, and the reductions that a ratio does not mean."""
    own = sorted((d for d in drafts if not d.cell), key=lambda draft: draft.written.number_start)
    text = sentences[0].text if sentences else ""
    for at, (one, other) in enumerate(pairwise(own)):
        if other.written.unit.family == "percent" and other.written.value * 100 in _LEVELS:
            if _is_estimate(text, one.written, other.written):
                yield from _outside(text, one, other, own[at + 2 : at + 4], sentences)
        elif _is_change(one) and _THEN.fullmatch(_gap(text, one, other)) and _ENDED.match(text, other.written.end):
            yield from _unlike(other, one, sentences)
        if one.kind == "value" and _NAMED.search(_before(text, one.written)):
            change = next((d for d in own[at + 1 : at + 5] if _is_change(d)), None)
            if change is not None and _SO.fullmatch(text[one.written.amount_end : change.written.amount_start]):
                yield from _unlike(one, change, sentences)


def _gap(text: str, one: Draft, other: Draft) -> str:
    return text[one.written.end : other.written.amount_start]


def _before(text: str, written: Written) -> str:
    return text[max(written.amount_start - 80, 0) : written.amount_start]


def _is_estimate(text: str, estimate: Written, level: Written) -> bool:
    """Whether a confidence interval is that of the number before it, and no difference of two: "13% vs 20% (95% CI"."""
    gap, before = text[estimate.end : level.amount_start], _before(text, estimate)
    if _RIVAL.search(before) or estimate.upper is not None:
        return False
    return bool(_OPENS.fullmatch(gap) or (_NEXT.fullmatch(gap) and _HEADED.search(before)))


def _outside(
    text: str, estimate: Draft, level: Draft, ends: Sequence[Draft], sentences: Sequence[Sentence]
) -> Iterator[Bond]:
    """Yield the estimate that a slip keeps out of its interval: "a ratio of 0.46 (95% CI 0.48 to 0.88)"."""
    if not ends or not _CALLED.fullmatch(_gap(text, level, ends[0])):
        return
    first = ends[0].written
    if first.upper is not None:
        low, high, used = first.value, first.upper, ends[:1]
    elif len(ends) > 1 and ends[1].written.upper is None and _TO.fullmatch(_gap(text, *ends)):
        low, high, used = first.value, ends[1].written.value, ends[:2]
    else:
        return
    of = without_parentheses(estimate.written)
    if of.unit.family == "percent" and first.unit.family == "none":
        low, high = low / 100, high / 100
    elif first.unit.family not in ("none", of.unit.family):
        return
    if low >= high or _is_inside(of, low, high):
        return
    if any(_is_inside(other, low, high) for _, other in digit_slips(of)):
        told = f"{printed_of(estimate, sentences)} is outside {' to '.join(printed_of(end, sentences) for end in used)}"
        law = None
        if len(used) > 1:
            law = laws.part_of(used[0], estimate) if of.value < low else laws.part_of(estimate, used[1])
        yield Bond(estimate, tuple(used), told, "it is the estimate whose interval stands behind it", law)


def _is_inside(estimate: Written, low: Fraction, high: Fraction) -> bool:
    """Whether an estimate may be inside an interval as printed; a fall may be told without its sign."""
    of = interval(estimate)
    return Interval(low, high).meets(of) or Interval(-high, -low).meets(of)


def _is_change(draft: Draft) -> bool:
    written = draft.written
    plain = written.unit.family == "percent" and written.upper is None and written.by_to != "to" and not written.hedge
    return plain and bool(written.direction)


def _unlike(ratio: Draft, change: Draft, sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the change that a ratio of risks does not mean: "reduced the risk by 36% (HR 0.46)"."""
    of, down = ratio.written, change.written.direction == "down"
    plain = of.unit.family == "none" and of.upper is None and of.form == "number" and of.decimals > 1
    if not plain or not 0 < of.value < 2 or (of.value < 1) != down:  # noqa: PLR2004  times
        return
    printed = change.written._replace(direction="", by_to="")
    if _is_meant(of, printed, down=down):
        return
    slips = (*((of, other) for _, other in digit_slips(printed)), *((other, printed) for _, other in digit_slips(of)))
    if any(_is_meant(*pair, down=down) for pair in slips):  # else it may be an absolute one
        value = reckoned_percent(abs(1 - of.value))
        said = f"a ratio of {printed_of(ratio, sentences)} is a change by {value}, not {printed_of(change, sentences)}"
        yield Bond(change, (ratio,), said, "both tell the same risk", laws.growth_of(change, ratio))


def _is_meant(ratio: Written, change: Written, *, down: bool) -> bool:
    """Whether a change may be the one that a ratio is."""
    of = interval(ratio)
    if of.low is None or of.high is None:
        return True
    meant = Interval(1 - of.high, 1 - of.low) if down else Interval(of.low - 1, of.high - 1)
    return meant.meets(interval(change))
