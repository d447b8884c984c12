"""What a sentence says of a level on the side: "$12.1 million, or $1.21 per share", "58 of the 150 seats"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import EXPECTED
from claimcheck.extraction.text.words import AGAINST, HEDGES, of_one_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_FAR = 200  # characters before a number in which "or" leads to it
_BEFORE = lazy(
    rf"(?:\s*,\s*(?:representing|equal\s+to|i\.e\.,?)\s+|(?:\s*,\s*|\s+)or\s+|\((?:or\s+)?){HEDGES}[$€£]?$",
    re.IGNORECASE,
)
_SHARE = lazy(
    r"\s*(?:of|as a percentage of)(?:\s+[^\W\d_][\w-]*){1,4}?\s*"
    rf"(?:[,)]|(?=[.;]|$|\s(?:{AGAINST}|(?:up\s+|down\s+)?from)\s))",
    re.IGNORECASE,
)
_OF_TOTAL = lazy(rf"\s*of\s+(?:(?:the|its|their|our)\s+)?(?:[a-z-]+\s+){{0,3}}?(?:of\s+)?{HEDGES}", re.IGNORECASE)
_TOTAL = lazy(r"(?:\s+[a-z-]+){0,2}?\s*(?:[,)]|(?=(?:and|but)\b))", re.IGNORECASE)
_PER = lazy(r"\s*(?:per|a)\s+(?:[^\W\d_][\w-]*\s+){0,3}share\s*[,)]?", re.IGNORECASE)
_CLOSE = lazy(r"(?:\s+(?:based\s+)?on\s+[^,;()]{2,50}?\sshares)?\s*[,)]?", re.IGNORECASE)
_WORDS = lazy(
    r"(?:\s+of(?:\s+(?!(?:the|its|their|our|which)\b)[^\W\d_][\w-]*){1,4})?\s*\((?:[^()\d]|(?<=[^\W\d_])\d)+\)",
    re.IGNORECASE,
)
_AIM = lazy(
    r"\s*\((?:the\s+)?(?:target|budget|plan|guidance|forecast|consensus|expected|estimate)[^()]*\d[^()]*\)",
    re.IGNORECASE,
)
_BOUNDS = lazy(  # "2.1 million [1.6 million–2.7 million]", "2,114 (95% CI 1,904–2,320)"
    r"\s*[\[(](?:9\d(?:\.\d)?\s?%\s(?:[a-z]{2,3}|(?:confidence|uncertainty|credible)\sinterval)\s?[:,;=]?\s*)?"
    r"[^\[\]()%]{3,40}[\])]",
    re.IGNORECASE,
)
_OF_WHOLE = lazy(
    rf"(?:\s+[^\W\d_][\w-]*){{0,2}}?\s+(?:out\s+)?of\s+(?:the|its|their|our|all|(?:[^\W\d_][\w-]*\s+){{1,3}}of)\s+"
    rf"(?:[^\W\d_][\w-]*['’]s?\s+)?{HEDGES}",
    re.IGNORECASE,
)


def without_asides(sentence: Sentence) -> Sentence:
    """Return a sentence without such asides, so that what stands around them is beside each other."""
    numbers = sentence.quantities
    found = [
        _span(sentence, numbers[:at], numbers[at:])
        or _whole_span(sentence, numbers[:at], numbers[at:])
        or _parenthesis(sentence, written)
        or _bounds(sentence, written, numbers[at + 1 :])
        for at, written in enumerate(numbers)
    ]
    spans = [*filter(None, found)]
    if not spans:
        return sentence
    kept = tuple(w for w in numbers if not any(start < w.amount_end <= end for start, end in spans))
    instead = sorted([*sentence.instead, *((start, end, " ") for start, end in spans)])
    return sentence._replace(quantities=kept, instead=tuple(instead))


def _parenthesis(sentence: Sentence, written: Written) -> tuple[int, int] | None:
    """Return where words in parentheses behind a number stand: "5 million kilowatt hours (kWh)", "9 (target: 8)"."""
    words = _WORDS.match(sentence.text, written.amount_end, sentence.end)
    if words is not None and not EXPECTED.search(words[0]):
        return words.span()
    aim = _AIM.match(sentence.text, written.amount_end, sentence.end)
    return aim.span() if aim else None


def _bounds(sentence: Sentence, written: Written, behind: Sequence[Written]) -> tuple[int, int] | None:
    """Return where the range stands behind a level that it may lie in, as far as is known."""
    found = _BOUNDS.match(sentence.text, written.amount_end, sentence.end)
    inside = [other for other in behind if found is not None and other.amount_end <= found.end()]
    if found is None or not inside or inside[-1].upper is None or written.upper is not None:
        return None
    last, low = inside[-1], inside[-1].value
    alike = last.unit.family in (written.unit.family, "none") and last.upper is not None
    return found.span() if alike and low <= written.value <= (last.upper or low) else None


def asides_alike(sentence: Sentence, bare: Sentence, later: Written, earlier: Written) -> bool:
    """Whether the same is said on the side of two levels: "A, or 15% of sales, compared with B, or 14% of sales"."""
    numbers = sentence.quantities
    behind = [numbers[at] for level in (later, earlier) if (at := numbers.index(level) + 1) < len(numbers)]
    both = len(behind) > 1 and not any(aside in bare.quantities for aside in behind)
    return both and behind[0].unit == behind[1].unit and later.unit == earlier.unit


def _whole_span(sentence: Sentence, ahead: Sequence[Written], numbers: Sequence[Written]) -> tuple[int, int] | None:
    """Return where the whole of the number before stands: "58 of the 150 seats, 17 more than the 41 of 2020".

    `None` where what is said behind may be told of the whole: "exports of 12 out of sales of 40, up from 38".
    """
    part, whole = ahead[-1] if ahead else None, numbers[0]
    if part is None or not (of_one_unit(part, whole) and part.value < whole.value and not whole.upper):
        return None
    if not _OF_WHOLE.fullmatch(sentence.between(part, whole)):
        return None
    other = next((w for w in numbers[1:3] if of_one_unit(w, whole) and not w.direction), None)
    if other is not None and other.value**2 > part.value * whole.value:
        return None
    return part.amount_end, whole.amount_end


def _span(sentence: Sentence, ahead: Sequence[Written], numbers: Sequence[Written]) -> tuple[int, int] | None:
    """Return where an aside begins and ends; `None` where the number is none."""
    written = numbers[0]
    near = max(sentence.start, written.amount_start - _FAR)
    before = _BEFORE.search(sentence.text, near, written.amount_start)
    if before is None or written.start < written.amount_start:  # a change, by its own words
        return None
    if written.unit.per:
        led_on = _goes_on_about(ahead, numbers)
        end = None if led_on else _CLOSE.match(sentence.text, written.amount_end, sentence.end)
    elif written.parenthesised:  # "$(0.12) per share"
        end = _PER.match(sentence.text, written.amount_end, sentence.end)
    elif written.unit.family == "percent":
        end = _SHARE.match(sentence.text, written.amount_end, sentence.end) or _total(sentence, ahead, numbers)
    else:
        return None
    return (before.start(), end.end()) if end else None


def _total(sentence: Sentence, ahead: Sequence[Written], numbers: Sequence[Written]) -> re.Match[str] | None:
    """Return what ends a share and the whole that it is of: "42 million, or 17% of the total of 247 million,"."""
    if not ahead or len(numbers) < 2:  # noqa: PLR2004 - the share and its whole
        return None
    whole = numbers[1]
    if whole.unit != ahead[-1].unit or whole.upper or whole.direction or whole.value <= ahead[-1].value:
        return None
    of = _OF_TOTAL.fullmatch(sentence.text, numbers[0].amount_end, whole.start)
    return _TOTAL.match(sentence.text, whole.amount_end, sentence.end) if of else None


def _goes_on_about(ahead: Sequence[Written], numbers: Sequence[Written]) -> bool:
    """Whether what is said behind is told of the first number: "$12 million, or $1.21 per share, up from $1.05"."""
    written, level = numbers[0], ahead[-1] if ahead else None
    other = next((w for w in numbers[1:3] if w.unit.name == written.unit.name and not w.direction), None)
    if level is None or other is None or level.unit.name != written.unit.name:
        return False
    return abs(other.value) ** 2 < abs(written.value * level.value)
