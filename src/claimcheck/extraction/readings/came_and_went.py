"""How many there are after some came and others went: "had 512 shops, opened 45 and closed 23, ending with 534"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond
from claimcheck.extraction.readings.clauses import clauses, counts, plain
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.show import show_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.readings.clauses import Clause
    from claimcheck.extraction.text.passage import Sentence

_BUILT = r"opened|added|hired|recruited|acquired|built|admitted"
_SHUT = r"closed|sold|shut|removed|scrapped|dismissed|released"
_WAYS = {  # right before a number, and behind it
    "came": (rf"(?:{_BUILT}|gained|signed)", rf"(?:{_BUILT}|joined|arrived|came)"),
    "went": (rf"(?:{_SHUT}|lost|shed)", rf"(?:{_SHUT}|left|departed|died|went)"),
}
_SAID = {
    way: (
        lazy(rf"\b{before}\s+(?:another\s+)?(?:{WORD}\s+)?{HEDGES}$", re.IGNORECASE),
        lazy(rf"\s*(?:(?!and\b){WORD}\s+){{0,2}}?{behind}\b", re.IGNORECASE),
    )
    for way, (before, behind) in _WAYS.items()
}
_ENDS = lazy(r"\b(?:bringing|brings|taking|lifting|leaving|end(?:ing|ed)|finish\w*|to)\b", re.IGNORECASE)
_STARTS = lazy(r"\b(?:from|start\w*|began|beginning|had|compared)\b", re.IGNORECASE)
_YEAR_BEFORE = lazy(
    r"\b(?:a\s+year\s+(?:earlier|ago|before)|more|includ\w+|closures|openings|transferred|renamed|converted)\b",
    re.IGNORECASE,
)
_FOUR = 4


def came_and_went(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the numbers at both ends of what came and went, and whether these lead from one to the other."""
    for clause in clauses(drafts, sentences):
        words = clause.sentence.words
        if _ENDS.search(words) and _STARTS.search(words) and not _YEAR_BEFORE.search(words):
            yield from _held(clause)


def _held(clause: Clause) -> Iterator[Bond]:
    ways = {id(draft): _way(clause, draft) for draft in clause.told}
    came, went, others = ([d for d in clause.told if ways[id(d)] == way] for way in ("came", "went", ""))
    values = [end for draft in others for end in (draft.written.value, draft.written.upper) if end is not None]
    plainly = all(counts(d.written) and not d.written.hedge and d.written.magnitude == 1 for d in clause.told)
    if not plainly or not (len(came) == len(went) == 1) or len(values) + len(came) + len(went) != _FOUR:
        return
    more, fewer = plain(came[0]).value, plain(went[0]).value
    printed = clause.printed(came[0], went[0], *others)
    made = show_number(more - fewer)
    wrong = f"{printed[0]} less {printed[1]} is {made}, which does not lead from {' to '.join(printed[2:])}"
    wrong = wrong if abs(values[0] - values[1]) != abs(more - fewer) else ""
    ends = sorted(others, key=lambda draft: draft.written.value, reverse=more < fewer)
    law = laws.moved_on(ends[1], ends[0], came[0], went[0]) if len(ends) > 1 else None
    yield Bond(others[-1], (came[0], went[0], *others[:-1]), wrong, "nothing else came or went", law)


def _way(clause: Clause, draft: Draft) -> str:
    """Return whether so many came or went, by the words before or behind; "" where neither is said."""
    behind = clause.sentence.text[draft.written.number_end : draft.written.amount_end] + clause.sentence.after(
        draft.written
    )
    lead = clause.lead(draft)
    found = [way for way, (before, _) in _SAID.items() if before.search(lead)]
    found = found or [way for way, (_, after) in _SAID.items() if after.match(behind)]
    return found[0] if found else ""
