"""What several parts of the sentence before make together: "Together, the five drank 111.4 million hectolitres"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, added, alike, amount, is_earlier, is_level, printed_of, value
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.show import show_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_TOGETHER = re.compile(
    rf"\W*(?:together|combined|taken\s+together|between\s+them|in\s+all),?\s+(?:the|these|those)\s+(?P<many>{'|'.join(_COUNTS)})\b"
    rf"(?!\W+(?:larg|big|top|small|first|last))(?:\s+{WORD}){{1,3}}\s+{HEDGES}",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:includ\w+|with|plus|counting|as\s+well)\b", re.IGNORECASE)  # than these
_NEAR = 15  # percent of the total that the parts may be wrong by


def together(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield what so many parts are said to make together, and what the only ones right before do not."""
    levels = (draft for draft in drafts if is_level(draft) and draft.written.digits[:1].isdecimal())
    told = by_sentence(draft for draft in levels if not is_earlier(draft))
    for position, own in told.items():
        sentence, total = sentences[position], own[0]
        said = _TOGETHER.fullmatch(sentence.gap(sentence.start, total.written.amount_start))
        parts = told.get(position - 1, [])
        ended = ENDED.match(timeless(sentence.after(total.written)))  # and is told of no more than they are
        if (
            said is None
            or not ended
            or _MORE.search(sentence.after(total.written))
            or len(parts) != _COUNTS[said["many"].lower()]
            or not all(alike(part, total) for part in parts)
        ):
            continue
        made = sum(map(value, parts), start=Fraction(0))
        fits = added(map(amount, parts)).meets(amount(total))
        if not fits and 100 * abs(made - value(total)) <= _NEAR * made:
            shown, printed = show_number(made, total.written.unit), printed_of(total, sentences)
            said_ = f"the {len(parts)} numbers before {printed} add up to {shown}"
            yield Doubt(total, tuple(parts), said_, "those from line {line} on are all of it")
