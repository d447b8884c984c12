"""The passages of a document most like a quote that does not stand in it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from claimcheck.documents.anchor import Anchor
from claimcheck.documents.boundary import cuts_number
from claimcheck.documents.normal import normalise
from claimcheck.documents.pieces import text_offset
from claimcheck.documents.words import ANOTHER_NUMBER, SCALES, align, likeness, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.documents.model import Document
    from claimcheck.documents.words import Pair, Token

ENOUGH = 0.5  # how alike a passage must be to be named
MOST_TOKENS = 300  # of a quote with its prefix and suffix; a longer one is not looked for
COMMON = 2000  # places of a word beyond which only the first ones are looked at
CELLS = 60_000  # pairs of words to be compared for one quote, all passages together: about 60 ms
KEPT = 3
_AHEAD = 40  # characters before a number, where its verb or hedge stands
LONGEST_LINE = 2000  # characters of a hinted line that are looked at
_NUMBER = r"(?>\d+(?:[.,'’]\d+)*)"
_MOST_RENUMBERED = 1000
_HEAD, _TAIL = re.compile(r"[^\w\s]+"), re.compile(r"[^\w\s]+\Z")
_GAP = r"[^\w%$€£¥₹+-]{0,3}"


def nearest(
    document: Document, quote: str, *, prefix: str = "", suffix: str = "", line: int | None = None
) -> list[Anchor]:
    """Return up to three passages most like `quote`, best first; with `line`, of equal ones the nearest first.

    Words that the quote shares with the text vote for where it may stand; the best places are aligned word by word.
    `prefix` and `suffix` count as context. Bounded: see the constants above. A document is asked once for each quote.
    """
    key = quote, prefix, suffix, line
    if key not in document.similar:
        document.similar[key] = _searched(document, *key)
    return document.similar[key]


def _searched(document: Document, quote: str, prefix: str, suffix: str, line: int | None) -> list[Anchor]:
    before, after = normalise(prefix).text.strip(), normalise(suffix).text.strip()
    middle = normalise(quote).text.strip()
    whole = " ".join(part for part in (before, middle, after) if part)
    wanted = tokens(whole)
    if not wanted or len(wanted) > MOST_TOKENS:
        return []
    start = len(before) + 1 if before else 0
    found: dict[tuple[int, int], Anchor] = {}
    there = False  # whether a passage is the quote all the same, with words put in or at its line
    text = document.normalised.text
    for low, high in [*_line_window(document, line), *_windows(document, wanted, len(whole))]:
        score, pairs = align(wanted, tokens(text, low, high))
        span = _stretch(pairs, start, start + len(middle))
        if score >= ENOUGH and span and not cuts_number(text, *span):
            ends = _with_signs(document.text, document.normalised.original(*span), quote)
            if _lacks_its_head(pairs, start):
                ends = _with_phrase(document.text, *ends)
            if not (_is_evidence(pairs) or document.place(ends[0])[0] == line):
                continue
            if ends not in found or found[ends].score < score:
                found[ends] = Anchor(*ends, "fuzzy", round(score, 4))
                there |= _is_there(pairs) or (_has_numbers(pairs) and document.place(ends[0])[0] == line)
    if not there:
        other = _renumbered(document, wanted, start, start + len(middle))
        found |= {(ends := _with_signs(document.text, each, quote)): Anchor(*ends, "fuzzy", 1.0) for each in other}
    numbers = {token.text for token in wanted if token.is_number}

    def away(one: Anchor) -> tuple[int, int]:
        """Rank passages that are equally like: those near a line, else those with the most numbers of the quote."""
        if line:
            return abs(document.place(one.start)[0] - line), 0
        there = tokens(document.text, one.start, one.end)
        return -sum(token.text in numbers for token in there), one.start

    return sorted(found.values(), key=lambda one: (-one.score, away(one)))[:KEPT]


def _with_signs(text: str, span: tuple[int, int], quote: str) -> tuple[int, int]:
    """Return a span with the signs before and behind it that the quote has there too: parentheses, a point."""
    start, end = span
    head, tail = _HEAD.match(quote), _TAIL.search(quote)
    before, after = head[0] if head else "", tail[0] if tail else ""
    start -= next((n for n in range(len(before), 0, -1) if text.endswith(before[:n], 0, start)), 0)
    end += next((n for n in range(len(after), 0, -1) if text.startswith(after[-n:], end)), 0)
    return start, end


def _lacks_its_head(pairs: list[Pair], start: int) -> bool:
    """Whether the first word of a quote stands for none of the passage: the "about" of "about 40%" for "some 40%"."""
    return next((pair.right is None for pair in pairs if pair.left and pair.left.start >= start), False)


def _with_phrase(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a span with the words ahead that belong to its first number: the "down" of "down 7%"."""
    from claimcheck.quantity.written import scan

    low = text.rfind(" ", 0, max(0, start - _AHEAD)) + 1
    first = next((each for each in scan(text[low:end]) if low + each.number_end > start), None)
    return (min(start, low + first.start) if first else start), end


def _is_there(pairs: list[Pair]) -> bool:
    """Whether a passage has every word and number of a quote."""
    return all(pair.same for pair in pairs if pair.left)


def _has_numbers(pairs: list[Pair]) -> bool:
    """Whether a passage has every number of a quote."""
    return all(pair.same for pair in pairs if pair.left and pair.left.is_number)


def _renumbered(document: Document, wanted: list[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the passages that say a quote word for word with other numbers: it was they that changed, not the words.

    The quote is what `wanted` has from `start` to `end`; without a word there is none.
    """
    own = [token for token in wanted if start <= token.start < end]
    if not any(token.is_number for token in own) or all(token.is_number or token.text in SCALES for token in own):
        return
    shapes = [_NUMBER if token.is_number else re.escape(token.text) for token in wanted]
    first, last = wanted.index(own[0]), wanted.index(own[-1])
    shapes[first] = f"(?P<quote>{shapes[first]}"
    shapes[last] += ")"
    pattern = re.compile(rf"(?<!\w)(?<!\d[.,'’]){_GAP.join(shapes)}(?!\w)", re.IGNORECASE)
    for match in islice(pattern.finditer(document.normalised.text), _MOST_RENUMBERED):
        span = match.span("quote")
        if not cuts_number(document.normalised.text, *span):
            yield document.normalised.original(*span)


def _is_evidence(pairs: list[Pair]) -> bool:
    """Whether more than units is shared: 44% and 7% have nothing in common; 24.95 and 24.59 have their digits."""
    return any(
        (pair.same and pair.left.text not in SCALES)
        or (pair.left.is_number and likeness(pair.left, pair.right) > ANOTHER_NUMBER)
        for pair in pairs
        if pair.left and pair.right
    )


def _windows(document: Document, wanted: list[Token], length: int) -> list[tuple[int, int]]:
    """Return the stretches of the normalised text to align with, those with most votes first."""
    width = max(64, 2 * length)
    votes: dict[int, float] = {}
    for token in {token.text: token for token in wanted}.values():
        places = document.words.places.get(token.text, [])
        value = 1 / (1 + len(places) ** 0.5)
        for bucket in {(place - token.start) // width for place in places[:COMMON]}:
            votes[bucket] = votes.get(bucket, 0.0) + value
    # A passage on the border of two buckets has its votes in both.
    heard = {bucket: count + votes.get(bucket + 1, 0.0) for bucket, count in votes.items()}
    most = max(1, min(6, CELLS // (len(wanted) ** 2 * 6)))
    best = sorted(heard, key=lambda bucket: (-heard[bucket], bucket))[:most]
    size = len(document.normalised.text)
    return [
        (_word_start(document, max(0, bucket * width - length)), min(size, (bucket + 2) * width + length))
        for bucket in best
    ]


def _line_window(document: Document, line: int | None) -> list[tuple[int, int]]:
    """Return the stretch of the normalised text that shows a line of the source."""
    starts = document.line_starts()
    if not line or line > len(starts):
        return []
    ends = [*starts[line - 1 : line + 1], len(document.source)][:2]
    low, high = (document.normalised.shortened(text_offset(document.breaks, end)) for end in ends)
    return [(low, min(high, low + LONGEST_LINE))]


def _word_start(document: Document, at: int) -> int:
    """Return the beginning of the word or number that `at` lies in, so that no token is half of one."""
    return document.normalised.text.rfind(" ", 0, at) + 1


def _stretch(pairs: list[Pair], start: int, end: int) -> tuple[int, int] | None:
    """Return the span of the passage's tokens that stand for those of the quote between `start` and `end`."""
    within = [k for k, pair in enumerate(pairs) if pair.left and start <= pair.left.start < end]
    if not within:
        return None
    shown = [pair.right for pair in pairs[within[0] : within[-1] + 1] if pair.right]
    return (shown[0].start, shown[-1].end) if shown else None
