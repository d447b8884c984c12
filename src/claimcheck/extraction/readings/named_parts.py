"""Numbers in parentheses behind names, and their total: "9,640 in Holm (5,812), Isla (2,418) and Norland (1,410)"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.partitions import is_part
from claimcheck.extraction.forms.slipped import is_slipped
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import WORD, of_one_unit
from claimcheck.quantity.show import show_number
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_NEXT = lazy(rf"\s*(?:,|,?\s+and)\s+(?:{WORD}\s+){{1,8}}", re.IGNORECASE)
_OTHERS = lazy(r"\b(?:others?|more|rest|each|both)\b", re.IGNORECASE)
_FEWEST = 3


def named_parts(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the total that is the sum of a list, but for a slip: "9,640 in Holm (5,812), Isla (2,418)"."""
    told = by_sentence(d for d in drafts if d.kind == "value")
    for position, own in told.items():
        at = next((i for i, draft in enumerate(own) if draft.written.parenthesised), 0)
        parts = [*takewhile(lambda draft: draft.written.parenthesised, own[at:])]
        gaps = [sentences[position].gap(a.written.amount_end, b.written.amount_start) for a, b in pairwise(parts)]
        listed = len(parts) >= _FEWEST and all(_NEXT.fullmatch(gap) and not _OTHERS.search(gap) for gap in gaps)
        if not at or not listed or not is_part(own[at - 1].written):
            continue
        total, numbers = own[at - 1], [without_parentheses(part.written) for part in parts]
        if not all(of_one_unit(total.written, number) for number in numbers):
            continue
        fits = added(map(interval, numbers)).meets(interval(total.written))
        if fits or is_slipped(numbers, total.written):
            value = sum((number.value for number in numbers), start=Fraction(0))
            shown, printed = show_number(value, total.written.unit), printed_of(total, sentences)
            wrong = "" if fits else f"the {len(parts)} numbers in parentheses add up to {shown}, not {printed}"
            law = laws.added_up(total, parts)
            yield Bond(total, tuple(parts), wrong, "those from line {line} on are all of it", law)
