"""Shares that their parts do not make of the whole that the words name: "Of 1,240 people, 347 died (25%)"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, alike, amount, is_level, over, printed_of, reckoned_share, value
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.fractions import counts
from claimcheck.extraction.readings.parts_said import Said, links, lone_share, shares_of_before, shares_said
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.skeleton import skeleton
from claimcheck.extraction.text.words import may_be_below_zero
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_THAT = lazy(r"\W*(?:that|this|it|which)\b", re.IGNORECASE)
_SOME = Fraction(1, 2)
_FIGURES = 2  # of a share; of one digit any other is a slip
_BACK = 6  # sentences to another whole that a share may be of


class _Told(NamedTuple):
    part: Draft
    share: Draft
    whole: Draft
    sure: bool

    def fits(self, whole: Draft, *, round_: bool = True) -> bool:
        """Whether a part makes its share of a whole; where they are not `round_`, zeros that end counts are exact."""
        made = over(_range(self.part, whole, round_=round_), _range(whole, self.part, round_=round_))
        share = interval(without_parentheses(self.share.written))
        if made is None or share.low is None or share.high is None:
            return True
        return made.meets(Interval(share.low, share.high + (share.high - share.low) / 2))  # 61.5% may be cut to 61%


def parts_of_wholes(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the only share of a list that its part does not make, and the parts that are more than their whole."""
    told = {position: _plain(own) for position, own in by_sentence(drafts).items()}
    for position, own in told.items():
        if not _may_say(own, sentences[position]):
            continue
        text = skeleton(sentences[position], [draft.written for draft in own])
        before = told.get(position - 1, [])
        pairs = [*_told(text, own), *_of_before(text, own, before), *_that_is(text, own, before, sentences)]
        near = [draft for at in range(position - _BACK, position + 2) for draft in told.get(at, ()) if _is_level(draft)]
        for whole in {id(pair.whole): pair.whole for pair in pairs}.values():
            odd = [pair for pair in pairs if pair.whole is whole and not pair.fits(whole)]
            if len(odd) == 1 and not _is_of_other(odd[0], near) and (odd[0].sure or _is_slipped(odd[0], whole)):
                yield _bond(odd[0], sentences)
        yield from _too_large(text, own, sentences)


def _may_say(own: Sequence[Draft], sentence: Sentence) -> bool:
    """Whether a sentence may tell a part and something else, or one share: "That is 57%"."""
    return any(map(_is_level, own)) if len(own) > 1 else bool(own and _THAT.match(sentence.words))


def _plain(own: Sequence[Draft]) -> list[Draft]:
    """Return the levels and shares of a sentence in order, each number once."""
    found: dict[int, Draft] = {}
    for draft in own:
        written = draft.written
        share = draft.kind in ("value", "share") and written.unit.family == "percent" and not written.unit.per
        if (share and not (written.direction or written.upper) and written.hedge in ("", "about")) or _is_level(draft):
            found.setdefault(written.number_start, draft)
    return [found[place] for place in sorted(found)]


def _told(text: str, own: Sequence[Draft]) -> Iterator[_Told]:
    for said, sure in shares_said(text).items():
        if (
            said.whole is not None
            and _may_be_part(own[said.part], own[said.whole])
            and not (said.nearest and _is_after_other(own, said.part, said.whole))
        ):
            yield from _of(own, said, own[said.whole], sure=sure)


def _may_be_part(part: Draft, whole: Draft) -> bool:
    """Whether a number may count some of a whole: "at a threshold of 1.020, 42.4% of the 139 children" tells none."""
    return part.written.decimals == 0 or part.written.magnitude > 1 or whole.written.unit.family != "count"


def _is_after_other(own: Sequence[Draft], part: int, whole: int) -> bool:
    """Whether a part may be of another level before the nearest one: "500 workers in 3 towns, of which 120"."""
    ahead = (draft for draft in own[: min(part, whole)] if _is_level(draft))
    return any(alike(draft, own[part]) and _value(draft) >= _value(own[part]) for draft in ahead)


def _bare(draft: Draft) -> Draft:
    """Return a number without its parentheses: "53% (£16.6 billion)"."""
    return draft._replace(written=without_parentheses(draft.written)) if draft.written.parenthesised else draft


def _is_level(draft: Draft) -> bool:
    bare = _bare(draft)
    return is_level(bare) and (bare.written.form == "number" or value(bare) >= 1)  # "nearly half (48.6%) of them"


def _amount(draft: Draft) -> Interval:
    return amount(_bare(draft))


def _value(draft: Draft) -> Fraction:
    return value(_bare(draft))


def _of_before(text: str, own: Sequence[Draft], before: Sequence[Draft]) -> Iterator[_Told]:
    """Yield the shares of the only level of the sentence before that is of their kind.

    Some of those that were counted may have given no answer: where a share is too large, only a slip is sure.
    """
    for said, sure in shares_of_before(text).items():
        part = own[said.part]
        wholes = [draft for draft in before if _is_level(draft) and alike(part, draft)]
        if len(wholes) == 1:
            meant = _value(part) / (abs(own[said.share].written.value) or Fraction(1))
            missing = counts(part.written) and _SOME * _value(wholes[0]) < meant < _value(wholes[0])
            yield from _of(own, said, wholes[0], sure=sure and not missing)


def _that_is(
    text: str, own: Sequence[Draft], before: Sequence[Draft], sentences: Sequence[Sentence]
) -> Iterator[_Told]:
    """Yield the share that a sentence tells of the part and the whole of the one before: "That is 57%."."""
    share = lone_share(text)
    if share is None or not before:
        return
    sentence = sentences[before[0].sentence]
    said = {each[:2] for each in links(skeleton(sentence, [draft.written for draft in before]))}
    if len(said) == 1 and len(before) == len({*said.pop()}):
        part, whole = sorted(before, key=_value)
        yield _Told(part, own[share], whole, sure=True)


def _of(own: Sequence[Draft], said: Said, whole: Draft, *, sure: bool) -> Iterator[_Told]:
    """Yield a share of a whole, where the part may be one of it; of a group of another name only a slip is sure."""
    part, share = own[said.part], own[said.share]
    units = part.written.unit, whole.written.unit
    counted = all(unit.family in ("count", "none") for unit in units)
    if _is_level(part) and _is_level(whole) and (counted or alike(part, whole)) and _value(part) < _value(whole):
        named = units[0].family == "count" and units[0].name != units[1].name
        yield _Told(part, share, whole, sure and not named)


def _is_of_other(pair: _Told, near: Sequence[Draft]) -> bool:
    """Whether a share may be one of another whole, or that of another part.

    "40 had a cough (32%) and 12 a fever (30%)", "Profit was 42 million, against a target of 51 million, or 18% of ...".
    """
    others = [draft for draft in near if draft not in (pair.part, pair.whole)]
    beside = [draft for draft in others if draft.sentence == pair.part.sentence]
    if any(pair.fits(other) for other in others if _value(other) >= _value(pair.part)):
        return True
    share = interval(without_parentheses(pair.share.written))
    both = (over(added((_amount(pair.part), _amount(other))), _amount(pair.whole)) for other in beside)
    together = any(made is not None and made.meets(share) for made in both)
    return together or any(pair._replace(part=other).fits(pair.whole) for other in beside)


def _range(own: Draft, other: Draft, *, round_: bool) -> Interval:
    """Return what a level stands for: a count beside another one is printed as it is."""
    exact = counts(own.written) and counts(other.written) and not (round_ and own.written.zeros)
    return Interval(_value(own), _value(own)) if exact else _amount(own)


def _is_slipped(pair: _Told, whole: Draft) -> bool:
    """Whether a share or its part has one digit changed or two swapped, or is ten times as much, or of all others."""
    part, share = pair.part.written, without_parentheses(pair.share.written)
    if sum(map(str.isdecimal, share.digits)) < _FIGURES:
        return False
    others = (share.value * 10, share.value / 10, 1 - share.value)
    meant = (*(other for _, other in digit_slips(share)), *(share._replace(value=other) for other in others))
    shares = (pair._replace(share=pair.share._replace(written=other)) for other in meant)
    long = sum(map(str.isdecimal, part.digits)) - part.zeros > _FIGURES  # else any number is near a slip of it
    parts = (pair._replace(part=pair.part._replace(written=other)) for _, other in digit_slips(part) if long)
    return any(each.fits(whole, round_=False) for each in (*shares, *parts))


def _too_large(text: str, own: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the parts that are larger than their whole: "Of the 209 judges, 318 declared an interest".

    Of a loss of 4 million, one of 5 million may come from cars.
    """
    if own and may_be_below_zero(sentences[own[0].sentence]):
        return
    for part, whole, nearest in {*links(text, strict=True)}:
        one, other = own[part], own[whole]
        if nearest and _is_after_other(own, part, whole):
            continue
        low, high = _amount(one).low, _amount(other).high
        counted = [draft.written.unit.family == "count" for draft in (one, other)]
        named = counted == [False, False] or counted[1]  # "Of the 3 studies on knees, 4, 9 and 11 patients"
        if named and alike(one, other) and low is not None and high is not None and low > high:
            more, all_ = printed_of(one, sentences), printed_of(other, sentences)
            said = f"{more} are more than the {all_} that they are of"
            yield Bond(one, (other,), said, "they are some of those", laws.part_of(one, other))


def _bond(pair: _Told, sentences: Sequence[Sentence]) -> Bond:
    told = reckoned_share(_value(pair.part) / _value(pair.whole), pair.share.written)
    part, of, share = (printed_of(draft, sentences).strip("()") for draft in (pair.part, pair.whole, pair.share))
    said = f"{part} is {told} of {of}, not {share}"
    guess, law = f"it is the share of the {of} of line {{line}}", laws.quotient(pair.share, pair.part, pair.whole)
    return Bond(pair.share, (pair.whole, pair.part), said, guess, law)
