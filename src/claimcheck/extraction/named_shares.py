"""Shares in parentheses and what they make together: "Norland (27%), Holm (12%) and Isla (4%) account for 43%"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, added, printed_of
from claimcheck.extraction.words import HEDGES, WORD
from claimcheck.quantity.show import show_number
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.interval import Interval

_NEXT = re.compile(rf"\s*(?:,|,?\s+and)\s+(?:{WORD}\s+){{1,8}}", re.IGNORECASE)
_MAKE = re.compile(
    r"\s*(?:(?:together|jointly|combined)\s+)?(?:account(?:ed)?\s+for|ma[dk]e\s+up|represent(?:ed)?|held|hold)\s+"
    rf"(?:just\s+)?{HEDGES}",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:others?|more|rest|each|both)\b", re.IGNORECASE)
_FEWEST = 3
_NEAR = Fraction(1, 4)  # of the total; beyond, the numbers are likely to be of something else


def named_shares(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the totals that nearly are, but are not, the sum of the shares listed before them."""
    told = [d for d in drafts if not d.cell and d.kind in ("value", "share") and d.written.unit.family == "percent"]
    for position, group in groupby(told, key=lambda draft: draft.sentence):
        own = [*group]
        at = next((i for i, draft in enumerate(own) if not draft.written.parenthesised), 0)
        if at >= _FEWEST and _is_list(sentences[position], own[: at + 1]):
            yield from _doubt(own[:at], own[at], sentences)


def _is_list(sentence: Sentence, own: Sequence[Draft]) -> bool:
    """Whether shares follow each other with names between, up to what they make together."""
    *gaps, last = [sentence.gap(a.written.amount_end, b.written.amount_start) for a, b in pairwise(own)]
    listed = all(_NEXT.fullmatch(gap) and not _OTHERS.search(gap) for gap in gaps)
    return listed and bool(_MAKE.fullmatch(last))


def _doubt(parts: Sequence[Draft], total: Draft, sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    made, whole = added(_share(part) for part in parts), interval(total.written)
    value = sum((abs(part.written.value) for part in parts), start=Fraction(0))
    if made.meets(whole) or abs(value - total.written.value) > _NEAR * total.written.value:
        return
    shown, printed = show_number(value, total.written.unit), printed_of(total, sentences)
    said = f"the {len(parts)} shares before {printed} add up to {shown}"
    yield Doubt(total, tuple(parts), said, "those from line {line} on are all of it")


def _share(part: Draft) -> Interval:
    """Return what a share stands for, which parentheses do not put below 0."""
    shown = interval(part.written)
    return shown.negated() if part.written.value < 0 else shown
