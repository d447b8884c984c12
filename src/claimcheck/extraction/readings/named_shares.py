"""Numbers in parentheses behind names, and their total: "Norland (27%), Holm (12%) and Isla (4%) account for 43%"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, added, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.partitions import is_part
from claimcheck.extraction.forms.slipped import is_slipped
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.words import HEDGES, WORD, of_one_unit
from claimcheck.quantity.show import show_number
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_NEXT = re.compile(rf"\s*(?:,|,?\s+and)\s+(?:{WORD}\s+){{1,8}}", re.IGNORECASE)
_MAKE = re.compile(
    r"\s*(?:(?:together|jointly|combined)\s+)?(?:account(?:ed)?\s+for|ma[dk]e\s+up|represent(?:ed)?|held|hold)\s+"
    rf"(?:just\s+)?{HEDGES}",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\b(?:together|jointly|combined)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:others?|more|rest|each|both)\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:includ\w+|with|plus|counting|as\s+well|together)\b", re.IGNORECASE)  # than these
_FEWEST = 3
_NEAR = Fraction(1, 4)  # of the total; beyond, the numbers are likely to be of something else


def named_shares(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the totals that nearly are, but are not, the sum of the shares before them or of the numbers behind."""
    yield from _named_parts(by_sentence(d for d in drafts if d.kind == "value"), sentences)
    told = by_sentence(d for d in drafts if d.kind in ("value", "share") and d.written.unit.family == "percent")
    for position, own in told.items():
        at = next((i for i, draft in enumerate(own) if not draft.written.parenthesised), 0)
        sentence = sentences[position]
        together = at == _FEWEST - 1 and _TOGETHER.search(sentence.gap(sentence.start, own[at].written.amount_start))
        if (at >= _FEWEST or together) and _is_list(sentence, own[: at + 1]):
            yield from _doubt(own[:at], own[at], sentences)


def _is_list(sentence: Sentence, own: Sequence[Draft]) -> bool:
    """Whether shares follow each other with names between, up to what they make together."""
    *gaps, last = [sentence.gap(a.written.amount_end, b.written.amount_start) for a, b in pairwise(own)]
    listed = all(_NEXT.fullmatch(gap) and not _OTHERS.search(gap) for gap in gaps)
    return listed and bool(_MAKE.fullmatch(last)) and not _MORE.search(sentence.after(own[-1].written))


def _named_parts(told: Mapping[int, Sequence[Draft]], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the total that a slip alone keeps from being the sum of a list: "9,640 in Holm (5,812), Isla (2,418)"."""
    for position, own in told.items():
        at = next((i for i, draft in enumerate(own) if draft.written.parenthesised), 0)
        parts = [*takewhile(lambda draft: draft.written.parenthesised, own[at:])]
        gaps = [sentences[position].gap(a.written.amount_end, b.written.amount_start) for a, b in pairwise(parts)]
        listed = len(parts) >= _FEWEST and all(_NEXT.fullmatch(gap) and not _OTHERS.search(gap) for gap in gaps)
        if not at or not listed or not is_part(own[at - 1].written):
            continue
        total, numbers = own[at - 1], [without_parentheses(part.written) for part in parts]
        if all(of_one_unit(total.written, number) for number in numbers) and is_slipped(numbers, total.written):
            value = sum((number.value for number in numbers), start=Fraction(0))
            shown, printed = show_number(value, total.written.unit), printed_of(total, sentences)
            said = f"the {len(parts)} numbers in parentheses add up to {shown}, not {printed}"
            yield Doubt(total, tuple(parts), said, "those from line {line} on are all of it")


def _doubt(parts: Sequence[Draft], total: Draft, sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    made, whole = added(interval(without_parentheses(part.written)) for part in parts), interval(total.written)
    value = sum((abs(part.written.value) for part in parts), start=Fraction(0))
    if made.meets(whole) or abs(value - total.written.value) > _NEAR * total.written.value:
        return
    shown, printed = show_number(value, total.written.unit), printed_of(total, sentences)
    said = f"the {len(parts)} shares before {printed} add up to {shown}"
    yield Doubt(total, tuple(parts), said, "those from line {line} on are all of it")
