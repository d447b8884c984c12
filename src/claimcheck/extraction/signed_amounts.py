"""Amounts whose sign says that they are the change between two levels: "from 152.4 kg to 138.1 kg (-14.3 kg)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.ends import ENDED
from claimcheck.extraction.then import timeless
from claimcheck.extraction.words import LEVELS, WORD, in_unit_of
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from claimcheck.extraction.passage import Sentence
    from claimcheck.quantity.written import Written

_BEHIND = re.compile(
    rf"(?:\s+(?:in|with|for|among|on|at)(?:\s+{WORD}){{1,5}})?\s*(?:\(|,\s+(?P<said>))\s*"
    r"(?:(?P<of>an?\s+(?:(?:net|total|overall|absolute)\s+)*change\s+of\s+))?",
    re.IGNORECASE,
)


def amount_of_pair(sentence: Sentence, last: Written) -> Written | None:
    """Return the amount behind two levels that is told with its sign as the change between them."""
    change = next((w for w in sentence.quantities if w.amount_start >= last.amount_end), None)
    if change is None or change.upper or change.text.lstrip("( ")[:1] not in "+-−" or change.direction:
        return None
    if change.unit.family not in LEVELS or not (in_unit_of(change, last) or change.unit == BARE):
        return None
    behind = _BEHIND.fullmatch(timeless(sentence.untimed(last.amount_end, change.amount_start)))
    told = behind is not None and (behind["of"] or behind["said"] is None)
    return change if told and ENDED.match(sentence.after(change)) else None
