"""The words, numbers and signs of a text, an index of them, and the alignment of a quote with a passage."""

from __future__ import annotations

import re
from typing import NamedTuple

# Numbers; Chinese and Japanese signs one by one, for they have no spaces; words; signs that change a number.
_TOKEN = re.compile(
    r"\d+(?:[.,'’]\d+)*|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_\u3040-\u30ff\u3400-\u9fff]+"
    r"|[%‰‱％$€£¥₹]|[-+−](?=\d)"
)

# Words that scale or measure a number: where one stands for another, the number is another.
SCALES = frozenset((
    "thousand", "million", "millions", "billion", "billions", "trillion", "trillions", "hundred", "hundreds",
    "thousands", "bn", "tn", "mn", "m", "k", "lakh", "crore", "percent", "percentage", "points", "point", "pp",
    "bp", "basis", "万", "亿", "兆", "千", "百", "%", "‰", "‱", "％", "$", "€", "£", "¥", "₹", "yuan", "rmb", "usd",
    "eur", "dollars", "euros", "tonnes", "tons",
))  # fmt: skip

ANOTHER_NUMBER, SAME_DIGITS = 0.5, 0.7  # how alike two numbers are


class Token(NamedTuple):
    """One word, number or sign of a text, lower case."""

    text: str
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is written with digits."""
        return self.text[0].isdigit()


class Pair(NamedTuple):
    """One step of an alignment: a token of each side, or of one side alone."""

    left: Token | None
    right: Token | None

    @property
    def same(self) -> bool:
        """Whether both sides say the same."""
        return self.left is not None and self.right is not None and self.left.text == self.right.text


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]`."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Token(match[0].lower(), match.start(), match.end()) for match in found]


class Words:
    """Where each word of a text begins, in order of the text."""

    __slots__ = ("places",)

    def __init__(self, text: str) -> None:
        places: dict[str, list[int]] = {}
        for match in _TOKEN.finditer(text):
            word = match[0].lower()
            if word in places:
                places[word].append(match.start())
            else:
                places[word] = [match.start()]
        self.places = places


def likeness(a: Token, b: Token) -> float:
    """Return how alike two tokens are, from 0 to 1; different numbers are half alike, more so with the same digits."""
    if a.text == b.text:
        return 1.0
    if a.is_number or b.is_number:
        if not (a.is_number and b.is_number):
            return 0.0
        return SAME_DIGITS if sorted(a.text) == sorted(b.text) else ANOTHER_NUMBER
    if a.text in SCALES and b.text in SCALES:
        return 0.5
    return _shared_stem(a.text, b.text)


def _shared_stem(a: str, b: str) -> float:
    shared = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        shared += 1
    longer = max(len(a), len(b))
    return 0.8 * shared / longer if shared * 2 >= longer else 0.0


def weight(token: Token) -> float:
    """Return how much a token says: a number more than a word, a short word less."""
    return 2.0 if token.is_number else 1.0 if len(token.text) > len("the") else 0.5


def align(left: list[Token], right: list[Token]) -> tuple[float, list[Pair]]:
    """Return how well `left` fits into a stretch of `right`, from 0 to 1, and the pairs of that stretch.

    What `right` has before and after the stretch costs nothing. Takes time and space of the two lengths multiplied.
    """
    width = len(right)
    weights = [weight(token) for token in left]
    best = [[0.0] * (width + 1)]
    gains: list[list[float]] = []
    for token, heavy in zip(left, weights, strict=True):
        gain = [heavy * likeness(token, other) or -_CHANGED for other in right]
        above, row = best[-1], [0.0]
        for j in range(width):
            row.append(max(above[j] + gain[j], above[j + 1], row[j] - _SKIPPED))
        best.append(row)
        gains.append(gain)
    end = max(range(width + 1), key=best[-1].__getitem__)
    return best[-1][end] / sum(weights) if left else 0.0, _way_back(best, gains, left, right, end)


_SKIPPED = 0.2  # what a word of the passage costs that the quote has not: the stretch stays short
_CHANGED = 0.05  # what another word in a word's place costs: less than one left out and one put in


def _way_back(
    best: list[list[float]], gains: list[list[float]], left: list[Token], right: list[Token], end: int
) -> list[Pair]:
    pairs: list[Pair] = []
    i, j = len(left), end
    while i:
        score = best[i][j]
        if j and score == best[i - 1][j - 1] + gains[i - 1][j - 1]:
            pairs.append(Pair(left[i - 1], right[j - 1]))
            i, j = i - 1, j - 1
        elif j and score == best[i][j - 1] - _SKIPPED:
            pairs.append(Pair(None, right[j - 1]))
            j -= 1
        else:
            pairs.append(Pair(left[i - 1], None))
            i -= 1
    pairs.reverse()
    return pairs
