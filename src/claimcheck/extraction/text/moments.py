"""The times that a clause names, also where no year is said: "In June online sales were ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.named_periods import MONTH

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_SAID = lazy(
    r"\b(?:(?:last|next|previous|prior|this|that)\s+(?:year|month|quarter|week|season)|so\s+far|to[- ]date"
    r"|(?:first|second|third|fourth)\s+(?:quarter|half)|(?:three|six|nine|twelve)\s+months|full[- ]year"
    r"|a\s+(?:year|month|quarter|decade)\s+(?:ago|earlier|before)|at\s+the\s+time|then|years\s+(?:ago|earlier))\b",
    re.IGNORECASE,
)
_MONTH = lazy(rf"\b(?=[A-Z])(?i:{MONTH})(?!\w)")  # "June exports were"; "may" is none
_CLAUSE = lazy(r"[,;:()–—.]\s|[.;]$|$")


def moments(sentence: Sentence, written: Written) -> set[str]:
    """Return the times named before a number in its sentence, and behind it in its clause."""
    end = written.amount_end + len(_CLAUSE.split(sentence.text[written.amount_end : sentence.end], maxsplit=1)[0])
    start = sentence.start
    named = {named.part or named.period for named in sentence.named if start <= named.start < end}
    years = {str(int(year.value)) for year in sentence.years if start <= year.start < end}
    said = {" ".join(found[0].lower().split()) for found in _SAID.finditer(sentence.text, start, end)}
    months = {found[0].lower() for found in _MONTH.finditer(sentence.text, start, end)}
    return named | years | said | months
