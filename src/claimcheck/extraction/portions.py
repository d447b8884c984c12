"""A part, the whole it is of, and the share that it makes: "3.2 million of the 12.8 million shares, or 25%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.ends import ENDED
from claimcheck.extraction.fractions import SAID_OF, counts
from claimcheck.extraction.words import HEDGES, LEVELS, of_one_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

_NAMED = r"(?:\s+of(?:\s+[^\W\d_][\w-]*){1,4})?"
_OF = re.compile(rf"\s*(?:out )?of (?:(?:the|its|their|our|a total(?: of)?) )?{HEDGES}", re.IGNORECASE)
_SO = re.compile(rf"{_NAMED}\s*(?:, or |\()\s*{HEDGES}", re.IGNORECASE)
_AHEAD = re.compile(
    rf"(?:^|.*[,;:]\s+)of (?:(?:the|its|their|our) )?(?:(?:[^\W\d_][\w-]*\s+){{1,4}}of )?{HEDGES}", re.IGNORECASE
)
_THEN = re.compile(rf"{_NAMED},\s+(?:[^\W\d_][\w'’-]*\s+){{0,6}}", re.IGNORECASE)
_ON = re.compile(rf"\s+on\s+(?:(?:total|net)\s+)?(?:revenues?|sales|turnover)\s+of\s+{HEDGES}", re.IGNORECASE)
_MARGIN = re.compile(
    rf",\s+(?:(?:for|giving|representing|yielding)\s+)?an?\s+(?:[^\W\d_][\w-]*\s+){{0,2}}margin\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_COUPON = re.compile(r"\b(?:bonds?|notes|debentures?|loans?|bills)\b", re.IGNORECASE)


class Portion(NamedTuple):
    """The numbers of such a phrase."""

    part: Written
    whole: Written
    share: Written


def portions(sentence: Sentence) -> Iterator[Portion]:
    """Yield such phrases about sizes; those about people and things that are counted one by one are fractions."""
    numbers = sentence.quantities
    for first, second, share in zip(numbers, numbers[1:], numbers[2:], strict=False):
        between = sentence.between(first, second)
        if _OF.fullmatch(between) or _ON.fullmatch(between):
            part, whole = first, second
        elif _AHEAD.fullmatch(sentence.gap(sentence.start, first.amount_start)) and _THEN.fullmatch(between):
            part, whole = second, first
        else:
            continue
        counted = counts(part) and counts(whole)
        if not counted and _fits(part, whole, share) and _is_said(sentence, second, share):
            yield Portion(part, whole, share)


def _fits(part: Written, whole: Written, share: Written) -> bool:
    plain = not any(each.upper or each.direction or each.unit.per for each in (part, whole, share))
    sizes = part.unit.family in LEVELS and of_one_unit(part, whole) and 0 < part.value <= whole.value
    return plain and sizes and share.unit.family == "percent" and share.hedge in ("", "about")


def _is_said(sentence: Sentence, size: Written, share: Written) -> bool:
    """Whether a share stands behind a size and says nothing else: in parentheses, or between commas."""
    gap, after = sentence.gap(size.amount_end, share.amount_start), sentence.after(share)
    if share.parenthesised and _COUPON.search(gap):
        return False  # "3.2 billion of the 12.8 billion of bonds (5%)"
    if share.parenthesised:
        return bool(_SO.fullmatch(f"{gap}(")) and bool(SAID_OF.match(after))
    return bool(_SO.fullmatch(gap) or _MARGIN.fullmatch(gap)) and bool(ENDED.match(after))
