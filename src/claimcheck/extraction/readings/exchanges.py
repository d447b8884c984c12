"""Sums told in two currencies at one rate: "3.0 million euros ($3.3 million)", each against the others of its text."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.bonds import Bond, amount, over, printed_of, reckoned_number, value
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval

_INSIDE = lazy(r"\s*\(?\s*")
_FEWEST = 3  # pairs, all but one of which are at about one rate
_LOOSE = Fraction(2, 100)  # by which rates of one text may differ
_FAR = Fraction(6, 100)  # by which one differs that is not at the rate of the others
_BELIEVED = 12  # times; beyond, it is no exchange of currencies that goes wrong


class _Pair(NamedTuple):
    first: Draft
    second: Draft
    rate: Interval

    @property
    def middle(self) -> Fraction:
        return value(self.second) / value(self.first)


def exchanges(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the one sum in parentheses that is not at the rate at which all others of a text are told."""
    told = sorted((d for d in drafts if d.kind == "value" and not d.cell), key=lambda draft: draft.written.start)
    pairs: dict[tuple[str, str], list[_Pair]] = {}
    for first, second in pairwise(told):
        if first.sentence == second.sentence and _says_again(sentences[first.sentence], first, second):
            again = second._replace(written=without_parentheses(second.written))
            rate = over(amount(again), amount(first))
            if rate is not None:
                units = first.written.unit.name, second.written.unit.name
                pairs.setdefault(units, []).append(_Pair(first, again, rate))
    for alike in pairs.values():
        yield from _odd(alike, sentences)


def _odd(pairs: Sequence[_Pair], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the only pair that is far from the rate of all others, and goes with it in no rounding."""
    if len(pairs) < _FEWEST:
        return
    for odd in pairs:
        others = [pair for pair in pairs if pair is not odd]
        rates = sorted(pair.middle for pair in others)
        usual = rates[len(rates) // 2]
        if rates[-1] > rates[0] * (1 + _LOOSE):
            continue
        low, high = usual * (1 - _FAR), usual * (1 + _FAR)
        apart = odd.rate.high is not None and odd.rate.low is not None and (odd.rate.high < low or odd.rate.low > high)
        if apart and usual / _BELIEVED < odd.middle < usual * _BELIEVED:
            shown = reckoned_number(value(odd.first) * usual, odd.second.written.unit)
            printed, again = printed_of(odd.first, sentences), printed_of(odd.second, sentences).strip("()")
            said = f"at the rate of the other sums {printed} is about {shown}, not {again}"
            yield Bond(odd.second, (odd.first, others[0].second), said, "the sum of line {line} is told again in it")


def _says_again(sentence: Sentence, first: Draft, second: Draft) -> bool:
    """Whether a sum stands in parentheses right behind another one of another currency."""
    one, other = first.written, second.written
    money = one.unit.family == other.unit.family == "currency" and one.unit.name != other.unit.name
    plain = not (one.upper or other.upper or one.unit.per or other.unit.per) and one.value > 0 and other.value
    return bool(money and plain and other.parenthesised and _INSIDE.fullmatch(sentence.between(one, other)))
