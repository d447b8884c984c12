"""Shares behind what their parts do: "18,740 people, of whom 11,244 work part-time (60%)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.doubts import Doubt, alike, amount, is_level, over, printed_of, reckoned_share, value
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_OF_WHICH = re.compile(
    rf"(?:\s+{WORD}){{0,8}}?\s*,?\s+(?:of\s+(?:which|whom)|including)\s+(?:{WORD}\s+){{0,6}}?{HEDGES}", re.IGNORECASE
)
_OF = re.compile(r"\W*(?:out\s+)?of\s+(?:(?:the|its|their|our|all|these|those)\s+)*", re.IGNORECASE)
_HEADS = re.compile(rf"(?:\s+{WORD}){{0,8}}\s*,\s+(?:{WORD}\s+){{0,4}}?{HEDGES}", re.IGNORECASE)
_BEHIND = re.compile(rf"(?:,?\s+{WORD}){{0,9}}\s*\(", re.IGNORECASE)
_OR = re.compile(rf"(?:\s+{WORD}){{0,3}}\s*,\s+or\s+{HEDGES}", re.IGNORECASE)
_CLOSED = re.compile(r"\s*(?:[,.;]|$)")
_THAT_IS = re.compile(
    r"\W*(?:that|this|it)\s+(?:is|was|represents|represented|equals|makes\s+up|made\s+up|corresponds\s+to|accounts\s+for|accounted"
    rf"\s+for)\s+{HEDGES}",
    re.IGNORECASE,
)
_OF_TOTAL = re.compile(r"\s*of\s+(?:the\s+total|all\s+of\s+it|the\s+whole)\b", re.IGNORECASE)
_NEXT = re.compile(rf"\s*(?:,|,?\s+(?:and|while)|;)\s+(?:{WORD}\s+){{0,6}}?{HEDGES}", re.IGNORECASE)
_ENDED = re.compile(r"\s*(?:[,.;]|$|(?:and|while)\b)", re.IGNORECASE)
_PART_OF = re.compile(r"\s*\)?\s*of\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:which|whom|them|those|these|also|than|from\s+last|up|down|compared|against|but|rose|fell|including|owns?|owned|stakes?|rates?|interest|coupons?|yields?|margins?|returns?|growth|tax"
    r"|bonds?|notes|loans?|each|both)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\b(?<!\bat )(?<!\bin )[A-Z][\w&.-]*\s*\($")  # "went to Holm (51%)" may tell whose it is
_FIGURES = 2  # of a share; of one digit any other is a slip


class _Pair(NamedTuple):
    part: Draft
    share: Draft

    def fits(self, whole: Draft) -> bool:
        """Whether a part makes its share of a whole."""
        made = over(amount(self.part), amount(whole))
        return made is None or made.meets(interval(without_parentheses(self.share.written)))


def told_shares(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the only share of a list that, but for a slip, its part makes of the whole that the sentence tells."""
    told = sorted((d for d in drafts if d.kind in ("value", "share")), key=lambda draft: draft.written.number_start)
    by_place = by_sentence(told)
    for position, own in by_place.items():
        sentence = sentences[position]
        for at, whole in enumerate(own):
            if not is_level(whole):
                continue
            last, behind = _behind_comparative(sentence, whole, own[at + 1 :])
            opened = _opened(sentence, whole, last, behind[0]) if behind else ""
            pairs = _pairs(sentence, whole, behind) if opened else []
            if not pairs and opened == "which":
                pairs = _that_is(sentences, whole, behind[0], by_place.get(position + 1, ()))
            odd = [pair for pair in pairs if not pair.fits(whole)]
            sure = len(pairs) > 1 or (pairs and opened == "which" and not _NAME.search(_behind(sentence, pairs[0])))
            if len(odd) == 1 and sure and _is_slipped(odd[0], whole) and not _is_of_part(odd[0], pairs):
                yield _doubt(odd[0], whole, sentences)


def _behind_comparative(sentence: Sentence, whole: Draft, own: Sequence[Draft]) -> tuple[Draft, Sequence[Draft]]:
    """Return the last number of a whole and those behind it: "948 million (911), of which" has its year before."""
    beside = bool(own) and own[0].written.parenthesised and own[0].written.unit.family != "percent"
    if not beside or sentence.between(whole.written, own[0].written).strip(" ("):
        return whole, own
    return own[0], own[1:]


def _that_is(sentences: Sequence[Sentence], whole: Draft, part: Draft, behind: Sequence[Draft]) -> list[_Pair]:
    """Return the share that the next sentence begins with: "That is 57% of the total"."""
    share = behind[0] if behind else None
    if share is None or not (is_level(part) and alike(part, whole) and value(part) < value(whole)):
        return []
    sentence = sentences[share.sentence]
    said = _THAT_IS.fullmatch(sentence.gap(sentence.start, share.written.amount_start))
    of = _OF_TOTAL.match(sentence.gap(share.written.amount_end, sentence.end))
    return [_Pair(part, share)] if said and of and share.written.unit.family == "percent" else []


def _opened(sentence: Sentence, whole: Draft, last: Draft, first: Draft) -> str:
    """Return how a whole, of which `last` is the last number, leads to its parts: "which", "of", or ""."""
    gap = sentence.gap(last.written.amount_end, first.written.amount_start)
    if _OF_WHICH.fullmatch(gap):
        return "which"
    headed = _OF.fullmatch(sentence.gap(sentence.start, whole.written.amount_start)) and _HEADS.fullmatch(gap)
    return "of" if headed else ""


def _pairs(sentence: Sentence, whole: Draft, own: Sequence[Draft]) -> list[_Pair]:
    """Return the parts in the order of a list, each with the share in parentheses that ends what is said of it."""
    found: list[_Pair] = []
    for part, share in zip(own[::2], own[1::2], strict=False):
        pair = _Pair(part, share)
        gap = sentence.gap(found[-1].share.written.amount_end, part.written.amount_start) if found else ""
        if (
            not is_level(part)
            or not alike(part, whole)
            or value(part) >= value(whole)
            or (gap and not _NEXT.fullmatch(gap))
        ):
            break
        if not _is_told(sentence, pair):
            break
        found.append(pair)
    return found


def _is_told(sentence: Sentence, pair: _Pair) -> bool:
    share, behind = pair.share.written, _behind(sentence, pair)
    plain = share.unit.family == "percent" and not (share.hedge or share.upper or share.direction)
    after = sentence.gap(share.amount_end, sentence.end)
    if behind.strip() == "(":  # "of whom 9,420 (66%) work part-time"
        return bool(plain) and not _PART_OF.match(after)
    if not share.parenthesised:
        return bool(plain and _OR.fullmatch(behind) and _CLOSED.match(after))
    return bool(plain and ends_what_is_said(behind) and _ENDED.match(after))


def ends_what_is_said(gap: str) -> bool:
    """Whether words between a part and a parenthesis say no more than what the part does: " work part-time ("."""
    return bool(_BEHIND.fullmatch(gap)) and not _OTHER.search(gap)


def _behind(sentence: Sentence, pair: _Pair) -> str:
    """Return what is said between a part and its share."""
    return sentence.gap(pair.part.written.amount_end, pair.share.written.number_start)


def _is_slipped(pair: _Pair, whole: Draft) -> bool:
    """Whether one digit changed in a share or its part, or two swapped, make the one that of the other."""
    part, share = pair.part.written, without_parentheses(pair.share.written)
    if sum(map(str.isdecimal, share.digits)) < _FIGURES:
        return False
    shares = (pair._replace(share=pair.share._replace(written=other)) for _, other in digit_slips(share))
    long = sum(map(str.isdecimal, part.digits)) - part.zeros > _FIGURES  # else any number is near a slip of it
    parts = (pair._replace(part=pair.part._replace(written=other)) for _, other in digit_slips(part) if long)
    return any(each.fits(whole) for each in (*shares, *parts))


def _is_of_part(pair: _Pair, pairs: Sequence[_Pair]) -> bool:
    """Whether a share may be one of another part: "40 had a cough (32%) and 12 a fever (30%)"."""
    others = (other.part for other in pairs if value(other.part) > value(pair.part))
    return any(pair.fits(other) for other in others)


def _doubt(pair: _Pair, whole: Draft, sentences: Sequence[Sentence]) -> Doubt:
    told = reckoned_share(value(pair.part) / value(whole), pair.share.written)
    part, of, share = (printed_of(draft, sentences) for draft in (pair.part, whole, pair.share))
    said = f"{part} is {told} of {of}, not {share.strip('()')}"
    return Doubt(pair.share, (whole, pair.part), said, f"it is the share of the {of} of line {{line}}")
