"""Numbers that a sentence adds up: exports, imports and their balance, and a list with its total."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.ends import ENDED
from claimcheck.extraction.subjects import subject_of
from claimcheck.extraction.words import HEDGES, LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

_WORD = r"[^\W\d_][\w'’-]*"
_REST = (
    r"(?P<way>surplus|deficit|gap|shortfall)\s+"
    rf"(?:of|was|is|stood\s+at|came\s+to|amounted\s+to|totall?ed)\s+{HEDGES}$"
)
_LEAVES = re.compile(
    r"\s*[,;:(–—-]?\s*(?:and\s+)?(?:which\s+)?(?:thus\s+)?"
    r"(?:(?:leaving|left|resulting\s+in|resulted\s+in|giving|gave|yielding|producing|creating|generating|making\s+for"
    rf"|for|with)\s+)?(?:an?|the)\s+(?:{_WORD}\s+){{0,2}}?{_REST}",
    re.IGNORECASE,
)
_LED = re.compile(rf"\b{_REST}", re.IGNORECASE)
_AS = re.compile(r"\s*[,;:(–—-]?\s*(?:as|with|since|on)\s", re.IGNORECASE)
_NEXT = re.compile(rf"(?:\s+{_WORD}){{0,4}}(?:,|,?\s+and|,?\s+plus)\s+(?:{_WORD}\s+){{0,5}}", re.IGNORECASE)
_NO_PART = re.compile(
    r"\b(?:which|including|included|from|to|than|up|down|compared|against|versus|per|while|but|or|rose|fell|by|with)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    rf"(?:\s+{_WORD}){{0,4}}\s*[,;:–—-]\s*(?:(?:for|making|giving|which\s+makes|or|and)\s+)?"
    rf"(?P<total>(?:an?\s+(?:{_WORD}\s+)?total\s+of|totall?ing|in\s+(?:all|total),?|altogether,?)\s+)?",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"\s*(?:in\s+(?:all|total)|altogether)\b", re.IGNORECASE)
_FEWEST = 2  # parts of a total


class Balance(NamedTuple):
    """A number that is one less another one: a surplus exports less imports, a deficit imports less exports."""

    name: str
    written: Written
    given: Written
    taken: Written


def balance(sentence: Sentence, found: Sequence[Draft]) -> Balance | None:
    """Return the balance of exports and imports that a sentence tells."""
    known = {draft.written.start: draft.subject for draft in found}
    for exports, imports, rest, way in _balances(sentence):
        own, other = ((known.get(w.start) or subject_of(sentence, w)).words for w in (exports, imports))
        if (own[-1:], other[-1:]) != (("exports",), ("imports",)) or len({own[:-1], other[:-1], ()}) > _FEWEST:
            continue  # of goods the one, of oil the other
        low, _, high = sorted((exports, imports, rest), key=lambda written: written.start)
        timed = sentence.untimed(low.amount_end, high.start) != sentence.gap(low.amount_end, high.start)
        if exports.unit == imports.unit == rest.unit and not timed:
            given, taken = (exports, imports) if way.lower() == "surplus" else (imports, exports)
            return Balance(way, rest, given, taken)
    return None


def _balances(sentence: Sentence) -> Iterator[tuple[Written, Written, Written, str]]:
    """Yield what may be exports, imports and their balance, and what that is called; it may stand first or last."""
    levels = [written for written in sentence.quantities if _is_level(written)]
    for first, second, third in zip(levels, levels[1:], levels[2:], strict=False):
        leaves = _LEAVES.fullmatch(sentence.gap(second.amount_end, third.amount_start))
        if leaves is not None and ENDED.match(sentence.after(third)):
            yield first, second, third, leaves["way"]
        led = _LED.search(sentence.gap(sentence.start, first.amount_start))
        if led is not None and _AS.match(sentence.gap(first.amount_end, second.amount_start)):
            yield second, third, first, led["way"]


def _is_level(written: Written) -> bool:
    return written.unit.family in LEVELS and not written.upper and (not written.direction or written.by_to == "to")


def total(sentence: Sentence) -> tuple[Written, ...]:
    """Return a total and its parts, of which there is nothing else: "5 tonnes of tea and 3 of coffee, 8 in all"."""
    numbers = sentence.quantities
    for at in range(_FEWEST, len(numbers)):
        parts, whole = numbers[:at], numbers[at]
        if any(w.unit != whole.unit or w.direction or not _is_level(w) for w in (*parts, whole)):
            return ()
        said, after = _TOTAL.fullmatch(sentence.gap(parts[-1].amount_end, whole.amount_start)), sentence.after(whole)
        ended = _IN_ALL.match(after) or (said and said["total"] and ENDED.match(after))
        if said and ended and _is_list(sentence, parts):
            return whole, *parts
    return ()


def _is_list(sentence: Sentence, parts: Sequence[Written]) -> bool:
    gaps = [sentence.between(*pair) for pair in pairwise(parts)]
    return all(_NEXT.fullmatch(gap) and not _NO_PART.search(gap) for gap in gaps)
