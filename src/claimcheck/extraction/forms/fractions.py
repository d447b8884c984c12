"""So many of so many, with their share: "23 of 42 (55%)", "55% of patients (23 of 42)", "of 42, 23 (55%)"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.lazy import lazy
from claimcheck.sheet.counted import ALL_AHEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_OF = lazy(r"\s*(?:/|(?:out )?of |among )(?:the |all |its |our )?", re.IGNORECASE)
_NEXT = lazy(r"(?: [^\W\d_][\w-]*){0,4}, ", re.IGNORECASE)
_FINITE = (
    r"(?:had|have|has|was|were|are|is|did|do|does|died|got|said|say|came|went|made|held|took|gave|would|will|could|can|may|might"
    r"|should|must|[^\W\d_]+ed)\b"
)
_ITS_OWN = lazy(rf"\s*(?!{_FINITE})[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){{0,6}}?\s+{_FINITE}", re.IGNORECASE)
_PART_OF = lazy(r"\s*(?:(?:of|in|with|among|for|per|than|more|less|fewer|to)\b|(?:and|or)\s*$)", re.IGNORECASE)
_NOUN = lazy(r"(?:\s+(?!(?:and|or|while|but)\b)[^\W\d_]+){0,4}\s*")
_OPENS = lazy(r"(?:\s+(?:of|in|among|for)(?:\s+[^\W\d_][\w-]*){1,5})?\s*\(\s*", re.IGNORECASE)
_BESIDE = lazy(rf"{_NOUN.pattern}(?:\(|, or )", re.IGNORECASE)
_CLOSED = lazy(r"(?:\s+[^\W\d_][\w-]*){0,3}\s*[),]")
_CLOSING = lazy(r"(?:\s+(?!(?:are|is|was|were|had|have|of)\b)[^\W\d_][\w-]*){0,3}\s*\)")
_LARGE = 100
_STEP = 10
_COUNTED = ("count", "none")


def fractions(sentence: Sentence) -> Iterator[tuple[Written, ...]]:
    """Yield the numbers of each such phrase, the count before all there are; the share is the one in percent."""
    numbers = sentence.quantities
    for first, second in pairwise(numbers):
        if _slashed(first) and closes(sentence, first, second):
            yield first, second
        elif _slashed(second) and _opens(sentence, first, second) and _closed(sentence, second):
            yield second, first
    for first, second, third in zip(numbers, numbers[1:], numbers[2:], strict=False):
        if counts(first) and _of(sentence, first, second, third):
            found = first, second, third
        elif counts(first) and counts(second) and _led(sentence, first, second, third):
            found = second, first, third
        elif counts(first) and counts(third) and _led_share(sentence, first, second, third):
            found = third, first, second
        elif counts(second) and counts(third) and _opens(sentence, first, second) and _both(sentence, second, third):
            found = second, third, first
        elif counts(first) and counts(third) and _share_of(sentence, first, second, third):
            found = first, third, second
        else:
            continue
        if not any(_may_be_rounded(number, found) for number in found):
            yield found


def _of(sentence: Sentence, first: Written, second: Written, third: Written) -> bool:
    bare = first.unit.name == ""
    if bare and counts(second) and second.value >= first.value and _OF.fullmatch(sentence.between(first, second)):
        return closes(sentence, second, third)
    behind = sentence.between(second, third)
    return (
        counts(third) and third.value >= first.value and closes(sentence, first, second) and bool(_OF.fullmatch(behind))
    )


def _slashed(written: Written) -> bool:
    return written.form == "fraction" and "/" in written.digits


def _opens(sentence: Sentence, share: Written, count: Written) -> bool:
    """Whether a count stands in parentheses behind its share: "55% of the patients (23"."""
    return _is_share(share) and not share.parenthesised and bool(_OPENS.fullmatch(sentence.between(share, count)))


def _closed(sentence: Sentence, count: Written) -> bool:
    return bool(_CLOSING.match(sentence.after(count)))


def _both(sentence: Sentence, count: Written, whole: Written) -> bool:
    """Whether a count and all there are end a pair of parentheses: "23 of 42 patients)"."""
    of = whole.value >= count.value and _OF.fullmatch(sentence.between(count, whole))
    return bool(of and _closed(sentence, whole))


def _share_of(sentence: Sentence, count: Written, share: Written, whole: Written) -> bool:
    """Whether a share stands between its count and all there are: "23 patients (55% of the 42 treated)"."""
    of = whole.value >= count.value and _is_share(share) and _OF.fullmatch(sentence.between(share, whole))
    beside = of and _BESIDE.fullmatch(sentence.gap(count.amount_end, share.amount_start))
    return bool(beside and _CLOSED.match(sentence.after(whole)))


def _may_be_rounded(number: Written, fraction: tuple[Written, ...]) -> bool:
    """Whether a count may be a rounded one: "2,000 of its 27,000 jobs, or 7.6%", less likely with parentheses."""
    share = next(each for each in fraction if each.unit.family == "percent")
    step = 1000 if share.parenthesised or number.start > share.start else _STEP
    return number is not share and number.value >= _LARGE and number.value % step == 0


def _led(sentence: Sentence, whole: Written, count: Written, share: Written) -> bool:
    """Whether all there are stand in front: "Of 42 patients, 23 (55%) recovered"."""
    if not _heads(sentence, whole):
        return False
    alone = sum(each.unit.family == "percent" for each in sentence.quantities) == 1  # else each may be of its own group
    near = whole.value >= count.value and _NEXT.fullmatch(sentence.between(whole, count))
    closed = closes(sentence, count, share) and not _words(sentence.gap(count.amount_end, share.amount_start))
    return bool(alone and near and closed and is_said(sentence.after(share)))


def _led_share(sentence: Sentence, whole: Written, share: Written, count: Written) -> bool:
    """Whether all there are stand in front of a share and its count: "Of 42 patients, 55% (23 patients) recovered"."""
    alone = sum(each.unit.family == "percent" for each in sentence.quantities) == 1
    near = whole.value >= count.value and _NEXT.fullmatch(sentence.between(whole, share))
    inside = _is_share(share) and sentence.between(share, count).strip() in ("", "(")
    closed = count.parenthesised or sentence.after(count).startswith(")")
    return bool(alone and near and inside and closed and _heads(sentence, whole))


def _heads(sentence: Sentence, whole: Written) -> bool:
    """Whether all there are stand at the head of a clause: "Of the state's 421 districts"."""
    before = sentence.gap(sentence.start, whole.amount_start)
    ahead = ALL_AHEAD.search(before)
    return ahead is not None and before[: ahead.start()].rstrip()[-1:] in ("", *",;:(")


def is_said(after: str) -> bool:
    """Whether words behind a share say what the part does: "work in Asia", not "women said so", a group of its own."""
    return not (_ITS_OWN.match(after) or _PART_OF.match(after))


def _words(gap: str) -> str:
    return gap.strip().removesuffix("or").strip(" ,")


def counts(written: Written) -> bool:
    """Whether a number counts one by one, so that it is printed as it is."""
    some = written.hedge == "about" and written.text.lower().startswith("some ") and written.value % _STEP
    plain = written.unit.family in _COUNTED and written.form == "number" and (not written.hedge or some)
    return bool(plain) and written.upper is None and written.value.denominator == 1 and written.magnitude == 1


def _is_share(written: Written) -> bool:
    plain = written.unit.family == "percent" and written.hedge in ("", "about")
    return plain and not (written.direction or written.unit.per)


def closes(sentence: Sentence, count: Written, share: Written) -> bool:
    """Whether a percentage stands alone behind a count and its noun, in parentheses or behind "or"."""
    if not _is_share(share):
        return False
    gap = sentence.gap(count.amount_end, share.amount_start)
    if not share.parenthesised:
        gap, said, _ = gap.rpartition(", or ")
        return bool(said and _NOUN.fullmatch(gap) and ENDED.match(sentence.after(share)))
    return bool(_NOUN.fullmatch(gap))
