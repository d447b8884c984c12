"""Amounts with their shares of one whole: "It used 38.2 TWh: homes 12.6 TWh (33%), industry 15.3 TWh, 40%, ..."."""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.bare import without_parentheses
from claimcheck.extraction.doubts import Doubt, alike, amount, is_level, printed_of, reckoned_number, value
from claimcheck.extraction.table_levels import over
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

_BEHIND = re.compile(r"\s*\(\s*|,\s+(?:or\s+)?|\s+or\s+", re.IGNORECASE)
_ENDED = re.compile(r"\s*(?:[,.;)]|of\s+(?:the\s+total|all|it)\b|and\b|$)", re.IGNORECASE)
_BACK = 6  # sentences to the whole
_BESIDE = 1  # those to another share of it
_ALIKE = Fraction(15, 100)  # of a share, by which it may be one of another whole: of the valid votes among all
_FEWEST = 2  # other shares that show what the whole is


class _Pair(NamedTuple):
    """A part and the share that it makes."""

    part: Draft
    share: Draft

    def is_of(self, whole: Draft, share: Written | None = None) -> bool:
        """Whether a part makes its share, or another one, of a whole."""
        made = over(amount(self.part), amount(whole))
        return made is not None and interval(share or without_parentheses(self.share.written)).meets(made)


def listed_shares(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the shares that are, but for a slip, those of the whole that the others around them are of."""
    pairs: dict[int, list[_Pair]] = defaultdict(list)
    levels: dict[int, list[Draft]] = defaultdict(list)
    told = sorted((draft for draft in drafts if not draft.cell), key=lambda draft: draft.written.number_start)
    for part, share in pairwise(told):
        if part.sentence == share.sentence and _is_pair(sentences[part.sentence], part, share):
            pairs[part.sentence].append(_Pair(part, share))
    for draft in told:
        if is_level(draft):
            levels[draft.sentence].append(draft)
    for position, own in pairs.items():
        near = [pair for at in range(position - _BESIDE, position + _BESIDE + 1) for pair in pairs.get(at, ())]
        wholes = [level for at in range(position - _BACK, position + 1) for level in levels.get(at, ())]
        for pair in own:
            others = [each for each in near if each is not pair and alike(each.part, pair.part)]
            parts = {each.part.written.number_start for each in near}
            larger = [w for w in wholes if alike(w, pair.part) and value(w) > value(pair.part)]
            whole = _whole(pair, others, [w for w in larger if w.written.number_start not in parts])
            if whole is not None:
                yield _doubt(pair, whole, sentences)


def _is_pair(sentence: Sentence, part: Draft, share: Draft) -> bool:
    """Whether a bare percentage stands right behind a level."""
    written = share.written
    plain = written.unit.family == "percent" and not (written.direction or written.hedge or written.upper)
    if not plain or share.kind not in ("value", "share") or not is_level(part):
        return False
    gap = sentence.gap(part.written.amount_end, written.number_start)
    return bool(_BEHIND.fullmatch(gap) and _ENDED.match(sentence.gap(written.amount_end, sentence.end)))


def _whole(pair: _Pair, others: Sequence[_Pair], wholes: Sequence[Draft]) -> Draft | None:
    """Return the whole that all others are of, and one but for a slip; `None` where it may be of any around."""
    if len(others) < _FEWEST or any(map(pair.is_of, wholes)):
        return None
    slips = [other for _, other in digit_slips(without_parentheses(pair.share.written))]
    common = [whole for whole in wholes if all(other.is_of(whole) for other in others)]
    share = abs(pair.share.written.value)
    apart = (whole for whole in common if abs(value(pair.part) / value(whole) - share) > _ALIKE * share)
    return next((whole for whole in apart if any(pair.is_of(whole, slip) for slip in slips)), None)


def _doubt(pair: _Pair, whole: Draft, sentences: Sequence[Sentence]) -> Doubt:
    told = reckoned_number(value(pair.part) / value(whole), PERCENT)
    part, of, share = (printed_of(draft, sentences) for draft in (pair.part, whole, pair.share))
    said = f"{part} is {told} of {of}, not {share.strip('()')}"
    return Doubt(
        pair.share, (whole, pair.part), said, "it is a share of the number of line {line}, as those around it are"
    )
