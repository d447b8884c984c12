"""Shares and what they are together: "Norland (27%), Holm (12%) and Isla (4%) account for 43%"."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.extraction.doubts import Doubt, added, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.skeleton import SHARE, place_of, skeleton
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.show import show_number
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_AND = rf"\)?(?:\s+of\s+(?:{WORD}\s*){{1,4}})?,?(?:\s*,|\s+and)\s+(?:{WORD},?\s+){{0,8}}\(?"
_LIST = rf"(?P<list>{SHARE}(?:{_AND}{SHARE}){{1,8}})\)?"
_HOLD = r"(?:account(?:s|ed)?\s+for|ma[dk]es?\s+up|represent(?:s|ed)?|holds?|held|ha[ds]|have|controls?|controlled)"
_TOGETHER = r"(?:together|jointly|combined|between\s+them|in\s+(?:all|total)|taken\s+together)"
_ALL = r"(?:a\s+(?:combined|total|joint)(?:\s+\w+)?(?:\s+of)?|totalling)"
_TOTAL = rf"(?:just\s+)?{HEDGES}(?P<total>{SHARE})"
_BEHIND = (
    rf",?\s+(?P<sure>{_TOGETHER}),?\s+(?:{_HOLD}\s+)?{_TOTAL}",
    rf",?\s+{_HOLD}\s+{_TOTAL}\s+(?:{WORD}\s+){{0,5}}?(?P<sure>{_TOGETHER})\b",
    rf",\s+(?:(?:for|or|giving)\s+)?(?P<sure>{_ALL})\s+{_TOTAL}",
    rf",\s+making\s+{_TOTAL}\s+(?P<sure>{_TOGETHER})\b",
    rf",?\s+{_HOLD}\s+{_TOTAL}(?P<sure>\b\B)?",  # never
)
_NAME = rf"(?:{WORD}\s+){{1,4}}\(?"
_AHEAD = rf"(?P<sure>^\W*{_TOGETHER})?.*?{_TOTAL}\s+of\s+[^:()]{{2,80}}:\s*{_NAME}{_LIST}(?=\s*[.;]|$)"
_THEY = rf"(?:they|these|those|the)\b\s*(?:(?!other){WORD}\s+){{0,3}}?"
_NEXT = rf"^\W*(?P<sure>{_TOGETHER}),?\s+{_THEY}{_HOLD}\s+{_TOTAL}"
_OPENED = rf"^\W*{_TOGETHER}\b"
_ONLY = re.compile(rf"[^\ue400-\ue7ff]*{_LIST}[^\ue400-\ue7ff]*", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:others?|more|rest|each|both|than|up|down|rose|fell|compared|against|rates?|growth)\b", re.IGNORECASE
)
_MORE = re.compile(r"\b(?:includ\w+|with|plus|counting|as\s+well|together\s+with)\b", re.IGNORECASE)  # than these
_SHARES = re.compile(SHARE)
_FEWEST, _PAIR = 3, 2
_NEAR = Fraction(1, 4)  # of the total; beyond, the numbers are likely to be of something else


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def shares_together(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Doubt]:
    """Yield the totals that are not the sum of the shares before them, behind them, or of the sentence before."""
    told = by_sentence(d for d in drafts if d.kind in ("value", "share") and d.written.unit.family == "percent")
    for position, each in told.items():
        own = [draft for draft in each if not (draft.written.direction or draft.written.upper)]
        if len(own) < len(each):
            continue
        text = skeleton(sentences[position], [draft.written for draft in own])
        ways = (rf"{_LIST}{behind}" for behind in _BEHIND) if len(own) >= _FEWEST else ()
        found = next((match for way in (*ways, _AHEAD) if (match := _compiled(way).search(text))), None)
        if found and len(own) >= _FEWEST:
            parts = [own[place_of(sign)] for sign in _SHARES.findall(found["list"])]
            if (
                len(parts) == len(own) - 1
                and not _MORE.search(text[found.end() :])
                and not _OTHERS.search(found["list"])
            ):
                sure = bool(found["sure"] or _compiled(_OPENED).match(text))
                yield from _doubt(parts, own[place_of(found["total"])], sentences, sure=sure)
        elif len(own) == 1 and (found := _compiled(_NEXT).match(text)) and not _MORE.search(text):
            before = told.get(position - 1, [])
            said = skeleton(sentences[position - 1], [draft.written for draft in before]) if before else ""
            listed = _ONLY.fullmatch(said)
            if listed and len(_SHARES.findall(listed["list"])) == len(before) and not _OTHERS.search(said):
                yield from _doubt(before, own[0], sentences, sure=True)


def _doubt(parts: Sequence[Draft], total: Draft, sentences: Sequence[Sentence], *, sure: bool) -> Iterator[Doubt]:
    if len(parts) < (_PAIR if sure else _FEWEST):
        return
    whole = without_parentheses(total.written)
    made = added(interval(without_parentheses(part.written)) for part in parts)
    value = sum((abs(part.written.value) for part in parts), start=Fraction(0))
    if made.meets(interval(whole)) or (not sure and abs(value - whole.value) > _NEAR * whole.value):
        return
    shown, printed = show_number(value, total.written.unit), printed_of(total, sentences).strip("()")
    said = f"the {len(parts)} shares beside {printed} add up to {shown}"
    yield Doubt(total, tuple(parts), said, "those from line {line} on are all of it")
