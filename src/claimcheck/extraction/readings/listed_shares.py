"""Amounts with their shares of one whole: "It used 38.2 TWh: homes 12.6 TWh (33%), industry 15.3 TWh, 40%, ..."."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, alike, amount, is_level, over, printed_of, reckoned_number, value
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import WORD
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_SAID = lazy(rf"(?:,?\s+{WORD}){{0,9}}\s*\(", re.IGNORECASE)
_OTHER = lazy(
    r"\b(?:which|whom|them|those|these|also|than|from\s+last|up|down|compared|against|but|rose|fell|including|owns?|owned|stakes?|rates?|interest|coupons?|yields?|margins?|returns?|growth|tax"
    r"|bonds?|notes|loans?|each|both)\b",
    re.IGNORECASE,
)
_BEHIND = lazy(r"\s*\(\s*|,\s+(?:or\s+)?|\s+or\s+", re.IGNORECASE)
_OF_ALL = (
    r"of\s+(?:(?:the|all|its|total|group|overall)\s+)*(?:total|all|it|spending|expenditure|budget|costs|sales|revenues?"
    r"|turnover|income|exports|imports|output|production|demand|consumption|emissions|votes?)"
)
_ENDED = lazy(rf"\s*(?:{_OF_ALL}\s*)?(?:[,.;)]|and\b|$)", re.IGNORECASE)
_OF_ANOTHER = lazy(r"[^()\n]{0,60}\)\s*(?:out\s+)?of\s+(?:the\s+)?\d", re.IGNORECASE)
_IS_WHOLE = lazy(r"\bof\s+the\s+$", re.IGNORECASE)
_OF_OTHER = lazy(rf"\s*(?!{_OF_ALL})of\b", re.IGNORECASE)
_BACK = 6  # sentences to the whole
_BESIDE = 1  # those to another share of it
_ALIKE = Fraction(15, 100)  # of a share, by which it may be one of another whole: of the valid votes among all
_FEWEST = 2  # other shares that show what the whole is
_FIGURES = 2  # of a share that may have a slip; of one digit any other is


class _Pair(NamedTuple):
    """A part, the share that it makes, and what the whole may be; `None` where the part has no end."""

    part: Draft
    share: Draft
    whole: Interval | None

    def is_of(self, whole: Draft) -> bool:
        """Whether a part makes its share of a whole."""
        return self.whole is not None and self.whole.meets(amount(whole))


def listed_shares(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the shares that are, but for a slip, those of the whole that the others around them are of."""
    told = by_sentence(sorted(drafts, key=lambda draft: draft.written.number_start))
    pairs = {position: found for position, own in told.items() if (found := _pairs(own, sentences[position]))}
    for position, own in pairs.items():
        near = [pair for at in range(position - _BESIDE, position + _BESIDE + 1) for pair in pairs.get(at, ())]
        parts = {pair.part.written.number_start for pair in near}
        before = (draft for at in range(position - _BACK, position + 1) for draft in told.get(at, ()))
        wholes = [draft for draft in before if is_level(draft) and draft.written.number_start not in parts]
        slipped: dict[int, tuple[_Pair, Draft]] = {}
        for whole in wholes:
            odd = _odd(near, whole)
            if odd is not None and odd in own and (_is_slipped(odd, whole) or _is_last(odd, near, whole)):
                slipped.setdefault(odd.part.written.number_start, (odd, whole))
        for pair, whole in slipped.values():
            larger = (level for level in wholes if alike(level, pair.part) and value(level) > value(pair.part))
            if not any(map(pair.is_of, larger)):
                yield _bond(pair, whole, sentences)


def _pairs(own: Sequence[Draft], sentence: Sentence) -> list[_Pair]:
    """Return the parts of a sentence that have a share right behind them, or stand in parentheses behind it."""
    found = [pair for pair in pairwise(own) if _is_pair(sentence, *pair)]
    if not found:
        bare = [draft._replace(written=without_parentheses(draft.written)) for draft in own]
        found = [(bare[at], share) for at, share in enumerate(own[:-1], 1) if _is_ahead(sentence, share, own[at])]
    return [
        _Pair(part, share, _made(amount(part), interval(without_parentheses(share.written)))) for part, share in found
    ]


def ends_what_is_said(gap: str) -> bool:
    """Whether words between a part and a parenthesis say no more than what the part does: " work part-time ("."""
    return bool(_SAID.fullmatch(gap)) and not _OTHER.search(gap)


def _made(part: Interval, share: Interval) -> Interval | None:
    """Return the whole of which a part is a share, without end where that may be 0: "0%"."""
    if part.low and share.low is not None and share.high and share.low <= 0 < share.high:
        return Interval(part.low / share.high, None)
    return over(part, share)


def _is_pair(sentence: Sentence, part: Draft, share: Draft) -> bool:
    """Whether a bare percentage stands right behind a level."""
    written = share.written
    plain = written.unit.family == "percent" and not (written.direction or written.hedge or written.upper)
    if not plain or share.kind not in ("value", "share") or not is_level(part):
        return False
    gap = sentence.gap(part.written.amount_end, written.number_start)
    if _IS_WHOLE.search(sentence.before(part.written)):
        return False  # "two cases of the 18 implants (11%)"
    if _OF_ANOTHER.match(sentence.text, written.amount_end):
        return False  # "ten (30%; 17-47) of 33, 18 (86%; 65-95) of 21"
    behind = _BEHIND.fullmatch(gap) or (written.parenthesised and ends_what_is_said(gap))
    after = sentence.gap(written.amount_end, sentence.end)
    return bool(behind and (_ENDED.match(after) or (written.parenthesised and not _OF_OTHER.match(after))))


def _is_ahead(sentence: Sentence, share: Draft, part: Draft) -> bool:
    """Whether a bare percentage stands right before its part: "27% (118) are in Holm"."""
    written, bare = share.written, part._replace(written=without_parentheses(part.written))
    plain = written.unit.family == "percent" and not (written.direction or written.hedge or written.upper)
    gap = sentence.gap(written.amount_end, part.written.number_start)
    inside = part.written.parenthesised and gap.strip() == "("
    return plain and inside and share.kind in ("value", "share") and is_level(bare)


def _is_last(odd: _Pair, near: Sequence[_Pair], whole: Draft) -> bool:
    """Whether the parts around a share add up to a whole, or the shares to 100%, so that it is of no other.

    A share that is off by one in its last digit may have been made to fit.
    """
    around = [pair for pair in near if alike(pair.part, whole)]
    told = [interval(without_parentheses(pair.share.written)) for pair in around]
    parts = added(amount(pair.part) for pair in around)
    if not parts.meets(amount(whole)) and not added(told).contains(Fraction(1)):
        return False
    made, share = over(amount(odd.part), amount(whole)), interval(without_parentheses(odd.share.written))
    if made is None or share.low is None or share.high is None:
        return False
    step = share.high - share.low
    return not made.meets(Interval(share.low - step, share.high + step))


def _odd(near: Sequence[_Pair], whole: Draft) -> _Pair | None:
    """Return the only pair that is not of a whole; `None` where there are more of them, or too few others."""
    around = [pair for pair in near if alike(pair.part, whole)]
    odd = (pair for pair in around if not pair.is_of(whole))
    found, more = next(odd, None), next(odd, None)
    return found if more is None and len(around) > _FEWEST else None


def _is_slipped(pair: _Pair, whole: Draft) -> bool:
    """Whether a share is far from that of a whole, and has two digits swapped or one changed."""
    made, share = over(amount(pair.part), amount(whole)), without_parentheses(pair.share.written)
    apart = abs(value(pair.part) / value(whole) - share.value) > _ALIKE * share.value
    slips = (interval(other) for _, other in digit_slips(share))
    long = sum(map(str.isdecimal, share.digits)) >= _FIGURES
    larger = value(pair.part) < value(whole)
    return long and larger and made is not None and apart and any(map(made.meets, slips))


def _bond(pair: _Pair, whole: Draft, sentences: Sequence[Sentence]) -> Bond:
    told = reckoned_number(value(pair.part) / value(whole), PERCENT)
    part, of, share = (printed_of(draft, sentences) for draft in (pair.part, whole, pair.share))
    said = f"{part} is {told} of {of}, not {share.strip('()')}"
    guess = "it is a share of the number of line {line}, as those around it are"
    return Bond(pair.share, (whole, pair.part), said, guess, laws.quotient(pair.share, pair.part, whole))
