"""A sentence with each of its numbers as one sign, for patterns over what it says of several at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extraction.text.then import timeless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_FIRST_LEVEL, _FIRST_SHARE, _MOST = 0xE000, 0xE400, 0x400
LEVEL, SHARE = "[\ue000-\ue3ff]", "[\ue400-\ue7ff]"


def skeleton(sentence: Sentence, numbers: Sequence[Written]) -> str:
    """Return the words of a sentence, without times, in which `LEVEL` and `SHARE` stand for its plain numbers.

    A number that is not among the given ones stays as it is, so that no words reach over it.
    """
    kept, at = [], sentence.start
    for place, written in enumerate(numbers[:_MOST]):
        percent = written.unit.family == "percent"
        start = written.number_start if percent else written.amount_start
        start += sentence.text[start] == "("
        if start >= at:
            kept += [sentence.gap(at, start), chr((_FIRST_SHARE if percent else _FIRST_LEVEL) + place)]
            at = max(written.number_end, written.amount_end - written.parenthesised)
    return timeless("".join([*kept, sentence.gap(at, sentence.end)]))


def place_of(sign: str) -> int:
    """Return which of the numbers a sign stands for."""
    return ord(sign) - (_FIRST_LEVEL if ord(sign) < _FIRST_SHARE else _FIRST_SHARE)
