"""A share in words and the percentage that says it over again: "more than two-thirds of the victims (68%)"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import WORD
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_NUMBERS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_ALL = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_ABOVE, _BELOW, _UP_TO = "more than|over|well over", "less than|under|fewer than", "nearly|almost|close to|just under"
_WORDED = (
    rf"(?:(?P<above>{_ABOVE})|(?P<below>{_BELOW})|(?P<up_to>{_UP_TO})|just over|about|around|roughly|some)?\s*\b"
    rf"(?:(?:(?P<number>{'|'.join(_NUMBERS)})[\s-]+)?(?P<part>{'|'.join(_PARTS)})s?"
    rf"|(?P<some>{'|'.join(_NUMBERS)})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<all>{'|'.join(_ALL)})(?P<named>(?:\s+(?!of\b){WORD}){{0,2}}))"
)
_SHARE = lazy(
    rf"(?:(?P<before>{WORD})\s+)??\b{_WORDED}(?P<of>\s+of\s+(?:{WORD}\s+){{0,3}}{WORD})?"
    r"\s*(?:\(|(?:,|\s[–—-])\s+|,\s+or\s+)?$",
    re.IGNORECASE,
)
_AGAIN = lazy(rf"(?P<before>)\s*(?:,\s+or\s+|(?P<opened>\(\s*)){_WORDED}\s*(?(opened)\)|(?:,|of\b))", re.IGNORECASE)
_NO_SHARE = lazy(r"(?:first|second|third|last|other|top|bottom|this|that|each|per|the|by)$", re.IGNORECASE)
_OR = lazy(r",\s+or\s+$", re.IGNORECASE)
_ENDED = lazy(r"\s*(?:,|\)|of\b)")
_ASIDE = lazy(r"(?:,|\s[–—-])\s+$")
_CLOSED = lazy(r"\s*,|\s+[–—-]\s")
_WIDE = Fraction(1, 5)  # of it, or of what it leaves, by which a share in words may be off
_LEAST = Fraction(6, 100)  # the same at the least, of what it leaves: "nine in ten (85%)"
_LOOSE = Fraction(1, 50)  # the same where words say on which side it lies
_BELIEVED = Fraction(3, 5)  # beyond, the percentage is likely to be another one


def restated(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the percentages that are not the share in words right before them."""
    for draft in drafts:
        written, sentence = draft.written, sentences[draft.sentence]
        plain = draft.kind in ("value", "share") and written.hedge in ("", "exactly")
        if draft.cell or not plain or written.unit.family != "percent":
            continue
        before, after = (
            sentence.gap(sentence.start, written.amount_start),
            sentence.gap(written.amount_end, sentence.end),
        )
        said = _said(before, after, draft) or _AGAIN.match(after)
        if said is None or _NO_SHARE.match(said["before"] or "") or _is_period(said):
            continue
        some, all_ = (said["some"], _ALL) if said["all"] else (said["number"], _PARTS)
        share = Fraction(_NUMBERS[(some or "one").lower()], all_[(said["all"] or said["part"]).lower()])
        adjacent = said.re.pattern == _AGAIN.pattern or not (said["of"] or said["named"])
        if _may_be(share, said, draft, sure=adjacent):
            continue
        told = " ".join(said[0][len(said["before"] or "") :].strip(" (,)–—-").removesuffix(", or").split())
        told = told.removeprefix("or ").removesuffix(" of").strip(" (,)")
        guess = "the percentage of line {line} says the same share over again"
        stated = printed_of(draft, sentences).strip("()")
        law = laws.compared(draft, ">=" if said["above"] else "<=" if said["below"] else "~", share)
        yield Bond(draft, (draft,), f"“{told}” is not {stated}", guess, law)


def _said(before: str, after: str, draft: Draft) -> re.Match[str] | None:
    """Return the share in words right before a percentage that stands in parentheses, or between commas or dashes."""
    beside = draft.written.parenthesised or (_OR.search(before) and _ENDED.match(after))
    aside = _ASIDE.search(before) and _CLOSED.match(after)
    return _SHARE.search(before) if beside or aside else None


def _is_period(said: re.Match[str]) -> bool:
    """Whether a quarter or a third is one without a number: "third quarter"."""
    return not (said["all"] or said["number"]) and said["part"].lower() != "half"


def _may_be(share: Fraction, said: re.Match[str], draft: Draft, *, sure: bool) -> bool:
    """Whether a percentage may be a share in words, or is so far from it that it is likely to be another one.

    It is not where it stands right behind the words, or they right behind it: then `sure`.
    """
    printed = interval(draft.written)
    if printed.low is None or printed.high is None:
        return True
    low, high = sorted((abs(printed.low), abs(printed.high)))
    if not sure and not _BELIEVED * share <= low <= share / _BELIEVED:
        return True
    if said["above"]:
        return high > (1 - _LOOSE) * share
    if said["below"]:
        return low < (1 + _LOOSE) * share
    off = min(_WIDE * share, max(_WIDE * (1 - share), _LEAST))
    return share - off <= high and low <= share + (_LOOSE * share if said["up_to"] else off)
