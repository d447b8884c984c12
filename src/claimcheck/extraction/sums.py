"""Numbers that a sentence adds up: exports, imports and their balance, and a list with its total."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.ends import ENDED
from claimcheck.extraction.subjects import subject_of
from claimcheck.extraction.words import HEDGES, LEVELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

_BALANCE = re.compile(
    r"\s*[,;:(–—-]?\s*(?:and\s+)?(?:which\s+)?(?:thus\s+)?"
    r"(?:(?:leaving|left|resulting\s+in|resulted\s+in|giving|gave|yielding|producing|creating|generating|making\s+for|for|with)\s+)?"
    r"(?:an?|the)\s+(?:[^\W\d_][\w-]*\s+){0,2}?(?P<way>surplus|deficit|gap|shortfall)\s+"
    rf"(?:of|was|is|stood\s+at|came\s+to|amounted\s+to|totall?ed)\s+{HEDGES}",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"(?:\s+[^\W\d_][\w'’-]*){0,4}(?:,|,?\s+and|,?\s+plus)\s+(?:[^\W\d_][\w'’-]*\s+){0,5}", re.IGNORECASE
)
_NO_PART = re.compile(
    r"\b(?:which|including|included|from|to|than|up|down|compared|against|versus|per|while|but|or|rose|fell|by|with)\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:\s+[^\W\d_][\w'’-]*){0,4}\s*[,;:–—-]\s*(?:(?:for|making|giving|which\s+makes|or|and)\s+)?"
    r"(?P<total>(?:an?\s+(?:[^\W\d_][\w-]*\s+)?total\s+of|totall?ing|in\s+(?:all|total),?|altogether,?)\s+)?",
    re.IGNORECASE,
)
_IN_ALL = re.compile(r"\s*(?:in\s+(?:all|total)|altogether)\b", re.IGNORECASE)
_FEWEST = 2  # parts of a total


def balance(sentence: Sentence, found: Sequence[Draft]) -> tuple[Written, Written, Written] | None:
    """Return a sum and its two parts: exports are imports and a surplus, imports are exports and a deficit."""
    known = {draft.written.start: draft.subject for draft in found}
    levels = [
        w
        for w in sentence.quantities
        if w.unit.family in LEVELS and not w.upper and (not w.direction or w.by_to == "to")
    ]
    for exports, imports, rest in zip(levels, levels[1:], levels[2:], strict=False):
        said = _BALANCE.fullmatch(sentence.gap(imports.amount_end, rest.amount_start))
        if said is None or not exports.unit == imports.unit == rest.unit or not ENDED.match(sentence.after(rest)):
            continue
        own, other = ((known.get(w.start) or subject_of(sentence, w)).words for w in (exports, imports))
        if own[-1:] != ("exports",) or other[-1:] != ("imports",) or not _alike(own[:-1], other[:-1]):
            continue
        if sentence.untimed(exports.amount_end, rest.start) == sentence.gap(exports.amount_end, rest.start):
            surplus = said["way"].lower() == "surplus"
            return (exports, imports, rest) if surplus else (imports, exports, rest)
    return None


def _alike(first: Sequence[str], second: Sequence[str]) -> bool:
    return first == second or not first or not second


def total(sentence: Sentence) -> tuple[Written, ...]:
    """Return a total and its parts, of which there is nothing else: "5 tonnes of tea and 3 of coffee, 8 in all"."""
    numbers = sentence.quantities
    for at in range(_FEWEST, len(numbers)):
        parts, whole = numbers[:at], numbers[at]
        if any(w.unit != whole.unit or w.upper or w.direction or w.unit.family not in LEVELS for w in (*parts, whole)):
            continue
        said = _TOTAL.fullmatch(sentence.gap(parts[-1].amount_end, whole.amount_start))
        behind = _IN_ALL.match(sentence.after(whole))
        if (
            said
            and (said["total"] or behind)
            and (behind or ENDED.match(sentence.after(whole)))
            and _listed(sentence, parts)
        ):
            return whole, *parts
    return ()


def _listed(sentence: Sentence, parts: Sequence[Written]) -> bool:
    gaps = [sentence.between(*pair) for pair in pairwise(parts)]
    return all(_NEXT.fullmatch(gap) and not _NO_PART.search(gap) for gap in gaps)
