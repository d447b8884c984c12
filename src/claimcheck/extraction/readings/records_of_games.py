"""Games won, drawn and lost, and how many there were: "won 17 of their 38 games, drew nine and lost 12"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.words import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_WON = re.compile(r"\b(?:won|winning)\s+$", re.IGNORECASE)
_GAPS = (
    re.compile(r"\s+of\s+(?:(?:its|the|their|our|his|her)\s+)?(?:(?:first|last|opening|final)\s+)?", re.IGNORECASE),
    re.compile(
        rf"(?:\s+(?:{WORD}\s+){{0,3}}?(?:games|matches|fixtures))?\s*,?\s+(?:drew|drawing|tied)\s+", re.IGNORECASE
    ),
    re.compile(r"\s*,?\s+and\s+(?:lost|losing)\s+(?:the\s+other\s+)?", re.IGNORECASE),
)
_AND = re.compile(r"\s+and\s+(?:finished|ended|came|took|scored)\b", re.IGNORECASE)


def records_of_games(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the numbers of games that are not those won, drawn and lost."""
    told = by_sentence(draft for draft in drafts if draft.kind == "value")
    for position, own in told.items():
        for four in zip(own, own[1:], own[2:], own[3:], strict=False):
            won, games, drawn, lost = (draft.written.value for draft in four)
            if won + drawn + lost != games and _is_told(sentences[position], four):
                printed = [printed_of(draft, sentences) for draft in four]
                said = f"{printed[0]}, {printed[2]} and {printed[3]} are {won + drawn + lost} games, not {printed[1]}"
                yield Doubt(four[1], (four[0], *four[2:]), said, "each of them was won, drawn or lost")


def _is_told(sentence: Sentence, four: Sequence[Draft]) -> bool:
    numbers = [draft.written for draft in four]
    whole = all(number.upper is None and not number.hedge and number.value.denominator == 1 for number in numbers)
    gaps = [sentence.gap(left.amount_end, right.amount_start) for left, right in pairwise(numbers)]
    after = sentence.after(numbers[-1])
    return (
        whole
        and bool(_WON.search(sentence.gap(sentence.start, numbers[0].amount_start)))
        and all(words.fullmatch(gap) for words, gap in zip(_GAPS, gaps, strict=True))
        and bool(ENDED.match(after) or _AND.match(after))
    )
