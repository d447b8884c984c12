"""The change that stands bare behind two levels: "from 38 to 42 million, or 11%", "from 15.4 to 13.8 kg (-1.6 kg)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.forms.ends import ELSE, ENDED, is_plain
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import LEVELS, OR, WORD, in_unit_of
from claimcheck.quantity.terms import BARE

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_CLOSED = lazy(rf"\s*,\s+(?:in|over|during)\s+(?!.*(?:{ELSE}|average|annual))", re.IGNORECASE)
_BEHIND = lazy(
    rf"(?:\s+(?:in|with|for|among|on|at)(?:\s+{WORD}){{1,5}})?\s*(?:\(|,\s+(?P<said>))\s*"
    r"(?:(?P<of>an?\s+(?:(?:net|total|overall|absolute)\s+)*change\s+of\s+))?",
    re.IGNORECASE,
)


def said_of_pair(sentence: Sentence, last: Written) -> Written | None:
    """Return the change that stands bare behind the levels it runs between: "from 38 to 42 million, or 11%"."""
    change = next((w for w in sentence.quantities if w.amount_start >= last.amount_end), None)
    if change is None or change.unit.family != ("points" if last.unit.family == "percent" else "percent"):
        return None
    gap = timeless(sentence.untimed(last.amount_end, change.amount_start))
    if change.parenthesised:  # "from 38 to 42 (21%)" may say that 42 is 21% of something
        beside = last.unit.family == "currency" and not gap.strip()
    elif gap.strip() == "(":
        beside = change.text.lstrip()[:1] in "+-−"
    else:
        beside = bool(OR.fullmatch(gap)) and change.hedge in ("", "about")
    plain = is_plain(sentence, change) or _CLOSED.match(sentence.after(change))  # "from 38 to 42, or 11%, in 2023"
    return change if beside and not change.direction and plain else None


def signed(sentence: Sentence, change: Written, *, down: bool) -> str:
    """Return what a change that names no direction has to say of a fall: "-9.5%" for "(9.5%)"; "" for a rise."""
    text = sentence.gap(change.amount_start, change.amount_end).strip("()").lstrip("-−")
    return f"-{text}" if down and not text.startswith("+") else ""


def amount_of_pair(sentence: Sentence, last: Written) -> Written | None:
    """Return the amount behind two levels that is told with its sign as the change between them."""
    change = next((w for w in sentence.quantities if w.amount_start >= last.amount_end), None)
    if change is None or change.upper or change.text.lstrip("( ")[:1] not in "+-−" or change.direction:
        return None
    if change.unit.family not in LEVELS or not (in_unit_of(change, last) or change.unit == BARE):
        return None
    if last.unit.family == "percent":
        return None  # "from 14.2% to 15.1% (+0.9)" are points
    behind = _BEHIND.fullmatch(timeless(sentence.untimed(last.amount_end, change.amount_start)))
    told = behind is not None and (behind["of"] or behind["said"] is None)
    return change if told and ENDED.match(sentence.after(change)) else None
