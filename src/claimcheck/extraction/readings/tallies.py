"""Counts with their shares of one whole: "147 cases. Of these, 67 (45.6%) were confirmed and 42 (28.6%) negative."."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, printed_of, reckoned_share
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.fractions import closes, counts
from claimcheck.extraction.forms.partitions import is_both
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import WORD
from claimcheck.quantity.interval import Interval
from claimcheck.quantity.show import show_number
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_OF_THESE = lazy(r"\W*(?:out\s+of|of|among)\s+(?:these|those|them)(?:\s+[a-z]+)?\s*,?\s*", re.IGNORECASE)
_NOUN = lazy(rf"\s*(?:(?:were|was|are|is)\s+)?({WORD})", re.IGNORECASE)
_ALL = Fraction(85, 100)  # of a whole; where fewer are missing, another share may be of those that are known
_SOME = Fraction(1, 2)  # the same of a share that is said to be of them
_PAIR = 2
_FEWEST = 3  # counts that make their own whole
_FIGURES = 3  # of a share of which two may be swapped, at the least
_BACK = 6  # sentences to the whole of some counts
_NEAR = 2  # those to another count of that whole
_SMALLEST, _LARGE = 10, 100  # of a whole; of one that only the counts tell
_ALIKE = Fraction(102, 100)  # times, up to which a share may be of another whole than the one that is told
_CLOSE = Fraction(103, 100)  # times, by which the ends of a whole that is known may be apart


class Tally(NamedTuple):
    """A count and the share that it makes."""

    part: Draft
    share: Draft

    def fits(self, whole: Fraction) -> bool:
        """Whether it may be of such a whole."""
        return 0 < self.part.written.value <= whole and _fits(self.part.written, self.share.written, whole)

    @property
    def whole(self) -> Interval:
        """What the whole may be."""
        return interval(self.share.written).inverted().scaled(self.part.written.value)


def tallies(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the shares that are none of the whole that the words before, or the other counts, say."""
    told = by_sentence(draft for draft in drafts if draft.kind in ("value", "share"))
    found = {position: own for position, each in told.items() if (own := _tallies(each, sentences[position]))}
    for position, own in found.items():
        wrong = _of_these(own, told, sentences) or _of_told(own, told, sentences) or _of_all(own, sentences)
        wrong = wrong or _of_both(own, sentences) or _swapped(position, found, told, sentences)
        if wrong is not None:
            yield wrong


def _tallies(drafts: Sequence[Draft], sentence: Sentence) -> list[Tally]:
    """Return the counts of a sentence that have a share in parentheses behind them."""
    pairs = [Tally(*pair) for pair in pairwise(sorted(drafts, key=lambda draft: draft.written.number_start))]
    pairs = [pair for pair in pairs if counts(pair.part.written) and pair.share.written.parenthesised]
    pairs = [pair for pair in pairs if closes(sentence, pair.part.written, pair.share.written)]
    return [Tally(part, share._replace(written=without_parentheses(share.written))) for part, share in pairs]


def _of_these(own: Sequence[Tally], told: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> Bond | None:
    """Return the first share that is none of the only count before: "There were 147 cases. Of these, 67 (54.6%)"."""
    first = own[0]
    sentence = sentences[first.part.sentence]
    before = [draft for draft in told.get(first.part.sentence - 1, ()) if counts(draft.written)]
    said = _OF_THESE.fullmatch(sentence.gap(sentence.start, first.part.written.amount_start))
    if not said or len(before) != 1 or any(first.fits(value) for value in _near(first, told, _NEAR)):
        return None
    if any(
        pair.part is before[0] and pair.whole.meets(first.whole)
        for pair in _tallies(told[before[0].sentence], sentences[before[0].sentence])
    ):
        return None  # "Of 147 cases 67 (45.6%) were severe. Of these, 42 (28.6%) died": both are of all
    whole, meant = before[0].written.value, first.whole
    missing = meant.high is not None and _SOME * whole < meant.high < whole
    return None if missing or first.part.written.value > whole else _bond(first, (before[0],), whole, sentences)


def _of_told(own: Sequence[Tally], told: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> Bond | None:
    """Return the only share that is none of the whole that the counts make, and the text or the other shares say.

    Where the others are too few to say that they are all, it is to be a slip.
    """
    whole = sum((pair.part.written.value for pair in own), start=Fraction(0))
    said = _near(own[0], told, _BACK).get(whole)
    odd = [pair for pair in own if not pair.fits(whole)]
    listed = len(own) >= _FEWEST
    if whole < _LARGE or len(odd) != 1 or len(own) == 1 or not (said or listed):
        return None
    if not ((said and _is_slipped(odd[0], whole)) or (listed and not _is_near(odd[0], whole))):
        return None
    others = tuple(pair.part for pair in own if pair is not odd[0])
    return _bond(odd[0], (said, *others) if said else others, whole, sentences)


def _is_near(pair: Tally, whole: Fraction) -> bool:
    """Whether a share is off by no more than one in its last digit, as one that was made to fit into 100%."""
    share = interval(pair.share.written)
    step = (share.high or Fraction(0)) - (share.low or Fraction(0))
    return abs(pair.part.written.value / whole - pair.share.written.value) <= step * 3 / 2


def _of_all(own: Sequence[Tally], sentences: Sequence[Sentence]) -> Bond | None:
    """Return the only count or share that does not go with those that make a whole with it, but for a slip."""
    if len(own) < _FEWEST or not all(pair.share.written.decimals for pair in own):
        return None
    whole = sum((pair.part.written.value for pair in own), start=Fraction(0))
    made = added(interval(pair.share.written) for pair in own).contains(Fraction(1))
    wholes = [pair.whole for pair in own]
    odd = []
    for at, pair in enumerate(own):
        others = [other for other in own if other is not pair]
        of = _pinned([*wholes[:at], *wholes[at + 1 :]])
        if of is None or Interval(*of).meets(wholes[at]):
            continue
        value = sum(of, start=Fraction(0)) / len(of) if made else whole
        if value >= _LARGE and of[0] <= value <= of[1] and _is_slipped(pair, value):
            odd.append((pair, others, value))
    if len(odd) != 1:
        return None
    wrong, others, value = odd[0]
    return _bond(wrong, tuple(pair.part for pair in others), Fraction(round(value)), sentences)


def _of_both(own: Sequence[Tally], sentences: Sequence[Sentence]) -> Bond | None:
    """Return the share of one of two parts that are all there is, where only the other one is of them together."""
    sentence = sentences[own[0].part.sentence]
    if len(own) != _PAIR or not is_both(" ".join(_called(sentence, pair) for pair in own)):
        return None
    whole = sum((pair.part.written.value for pair in own), start=Fraction(0))
    odd = [pair for pair in own if not pair.fits(whole)]
    sure = whole >= _LARGE and all(pair.share.written.decimals for pair in own)
    other = next((pair for pair in own if pair not in odd), None)
    return _bond(odd[0], (other.part,), whole, sentences) if sure and odd and other else None


def _called(sentence: Sentence, pair: Tally) -> str:
    """Return the first word that says what a count is of: "321 men (53.5%)", "321 (53.5%) were men"."""
    said = (
        f"{sentence.gap(pair.part.written.number_end, pair.share.written.start)} {sentence.after(pair.share.written)}"
    )
    named = _NOUN.match(said)
    return named[1] if named else ""


def _pinned(wholes: Sequence[Interval]) -> tuple[Fraction, Fraction] | None:
    """Return what some counts and their shares say of their whole, where that is nearly one number."""
    low = max(whole.low or Fraction(0) for whole in wholes)
    high = min((whole.high for whole in wholes if whole.high is not None), default=None)
    if high is None or not _SMALLEST <= low <= high <= _CLOSE * low:
        return None
    return (low, high) if ceil(low) <= high else None  # it is a whole number


def _swapped(
    position: int, found: dict[int, list[Tally]], told: dict[int, list[Draft]], sentences: Sequence[Sentence]
) -> Bond | None:
    """Return a share of which two digits are swapped, as the whole says that another one nearby is of."""
    near = [pair for at in range(position - _NEAR, position + _NEAR + 1) for pair in found.get(at, ())]
    parts = {other.part.written.number_start for other in near}
    odd = (other for other in near if not any(map(other.fits, _near(other, told, _BACK))))
    sole, more = next(odd, None), next(odd, None)  # two or more are of those of whom something is known
    if sole is None or more is not None or sole.share.sentence != position or not _has_digits(sole.share.written):
        return None
    for whole, said in _near(sole, told, _BACK).items():
        sure = [other for other in near if other.share.written.decimals and other.fits(whole)]
        alike = Interval(_ALL * whole, _ALIKE * whole).meets(sole.whole)
        plain = whole >= _SMALLEST and said.written.number_start not in parts
        if sure and plain and not alike and _is_swapped(sole, whole):
            return _bond(sole, (said, sure[0].part), whole, sentences)
    return None


def _has_digits(share: Written) -> bool:
    return sum(map(str.isdecimal, share.digits)) >= _FIGURES


def _near(pair: Tally, told: dict[int, list[Draft]], most: int) -> dict[Fraction, Draft]:
    """Return the counts up to a share that are larger than its own, and where they are told."""
    at = pair.part.sentence
    drafts = [draft for near in range(at - most, at + 1) for draft in told.get(near, ())]
    counted = [draft for draft in drafts if draft is not pair.part and counts(draft.written)]
    return {draft.written.value: draft for draft in counted if draft.written.value >= pair.part.written.value}


def _is_swapped(pair: Tally, whole: Fraction) -> bool:
    """Whether two digits of a share are swapped, of which the whole makes the right one."""
    slips = digit_slips(pair.share.written)
    return any(name == "swapped" and _fits(pair.part.written, other, whole) for name, other in slips)


def _is_slipped(pair: Tally, whole: Fraction) -> bool:
    """Whether one digit changed in a count or its share, or two swapped, keep it from being of a whole."""
    count, share = pair.part.written, pair.share.written
    meant = [*((count, other) for _, other in digit_slips(share)), *((other, share) for _, other in digit_slips(count))]
    return any(_fits(one, other, whole) for one, other in meant)


def _fits(count: Written, share: Written, whole: Fraction) -> bool:
    return interval(share).contains(count.value / whole)


def _bond(pair: Tally, beside: tuple[Draft, ...], whole: Fraction, sentences: Sequence[Sentence]) -> Bond:
    told = reckoned_share(pair.part.written.value / whole, pair.share.written)
    printed, stated = printed_of(pair.part, sentences), printed_of(pair.share, sentences).strip("()")
    said = f"{printed} is {told} of {show_number(whole)}, not {stated}"
    told_whole = next((draft for draft in beside if draft.written.value == whole), None)
    law = (
        laws.quotient(pair.share, pair.part, told_whole)
        if told_whole
        else laws.share_of_all(pair.share, pair.part, beside)
    )
    return Bond(pair.share, (*beside, pair.part), said, "it is a share of those of line {line}", law)
