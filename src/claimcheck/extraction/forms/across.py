"""Two sentences read as one: "It is to reach ...", "This was 5% up", "By 2024 that had risen to ..."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.forms.asides import without_asides
from claimcheck.extraction.forms.changes import changes, fits
from claimcheck.extraction.forms.ends import ends
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, LEVELS, names_market

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_GOES_ON = lazy(
    r"(?:it|this|that|the (?:figure|company)|analysts"
    r"|(?:the )?(?P<of>market|industry|sector|segment|business|sales|revenue))\b",
    re.IGNORECASE,
)
_CARRIES_ON = lazy(
    r"(?:it|this|that|the (?:figure|total|result)) (?:is|was) (?=(?:up|down|an?|the|growth|twice|[\d.]+ times)\b)"
    r"|(?:it|this|that)(?: is| was|['’]s) (?=[\d.,]+(?: [a-z]+)? (?:more|fewer|less|higher|lower) than\b)"
    r"|(?:the|this) (?=\d[\d.]* ?(?:%|per ?cent) (?:increase|rise|growth|gain|decrease|decline|drop|fall|reduction)\b)"
    r"|(?:it|this|that|the (?:figure|total|result)) (?:represent|mark|mean|equal|compare)(?:s|ed|d)?\s",
    re.IGNORECASE,
)
_IT = (
    r"(?:it|they|this|that|these|the\s+(?:figure|number|total|market|industry|sector|segment|population|sum|list|price"
    r"|share|rate|level|value))"
)
_VERB = r"(?:risen|grown|climbed|increased|fallen|dropped|declined|decreased|shrunk)"
_MULTIPLIED = lazy(
    rf"{_IT}\s+(?:has|have|had)\s+(?:since\s+)?(?={HEDGES}(?:doubled|tripled|trebled|quadrupled|halved)\b)",
    re.IGNORECASE,
)
_HAD = lazy(
    rf"(?:by|in)\s+[^,.;]{{2,24}}?,?\s+{_IT}\s+had\s+(?:(?P<to>reached|{_VERB}\s+to)\b|(?={_VERB}\b))", re.IGNORECASE
)


class Led(NamedTuple):
    """A sentence led by one level of the sentence before, which the second one goes on about."""

    sentence: Sentence
    level: Written

    def told(self, found: Sequence[Draft], level: Draft, second: Sentence) -> list[Draft]:
        """Return the drafts of one quantity with `level`, the draft of its own sentence, but for that level again."""
        again = next((d for d in found if d.written is self.level and d.kind == "value"), None)
        if again is None:
            return []
        periods = {again.in_: level.in_}
        return [
            draft._replace(
                group=level.group,
                in_=periods.get(draft.in_, draft.in_),
                from_=periods.get(draft.from_, draft.from_),
                to=periods.get(draft.to, draft.to),
                guesses=(told_of(second),),
                confidence="medium",
            )
            for draft in found
            if draft.group == again.group and draft is not again
        ]


def told_of(second: Sentence) -> str:
    """Return what is guessed of a sentence that goes on about the one before."""
    return f"“{second.words.split()[0]}” in “{second.words[:40]}…” is what the sentence before is about"


def spanning(found: Sequence[Draft], second: Sentence, position: int) -> list[Draft]:
    """Return drafts of two sentences read as one, of which `position` is that of the second; none of one alone."""
    behind = [draft.written.number_start >= second.start for draft in found]
    if len(set(behind)) < len((False, True)):
        return []
    guess = (told_of(second),)
    return [
        draft._replace(sentence=position - (not later), guesses=guess, confidence="medium")
        for draft, later in zip(found, behind, strict=True)
    ]


def goes_on(first: Sentence, second: Sentence) -> bool:
    """Whether a sentence goes on about the subject of the one right before: "It is expected to ..."."""
    said = _GOES_ON.match(second.words)
    if said is None or not _is_next(first, second):
        return False
    return said["of"] is None or said["of"].lower() in first.words.lower() or names_market(first.words)


def carried_on(first: Sentence, second: Sentence) -> Sentence | None:
    """Return both as one where the second tells the change of the last number of the first: "This was 5% up"."""
    said = _CARRIES_ON.match(first.text, second.start, second.end)
    alike = sum(written.unit == first.quantities[-1].unit for written in first.quantities)
    if said is None or not 0 < alike <= 1 + (len(second.quantities) == 1):
        return None
    link = " compared" if "compare" in said[0] else ""
    instead = ((max(first.quantities[-1].end, first.end - 1), said.end(), f",{link} "),)
    return first.joined(second)._replace(instead=instead)


def led_on(first: Sentence, second: Sentence) -> Led | None:
    """Return the second led by the main level of the first: "It has doubled since 1980", "By 2024 it had risen to"."""
    text, begins = first.text, second.start
    multiplied, had = (pattern.match(text, begins, second.end) for pattern in (_MULTIPLIED, _HAD))
    told = goes_on(first, second) or (_is_next(first, second) and (multiplied or had))
    level = _main_level(first) if told else None
    if level is None:
        return None
    start = max(level.end, first.end - 1) if level is first.quantities[-1] else level.amount_end
    instead = [(start, begins, ". ")]
    if multiplied:
        instead = [(start, multiplied.end(), ", ")]
    elif had:
        before = (max(level.amount_start - 1, first.start), level.amount_start, " from ")
        instead = [before, (start, had.end(), " to " if had["to"] else " and ")]
    return Led(first.joined(second)._replace(quantities=(level, *second.quantities), instead=tuple(instead)), level)


def _is_next(first: Sentence, second: Sentence) -> bool:
    return not first.text[first.end : second.start].strip()


def _main_level(sentence: Sentence) -> Written | None:
    """Return the level that a sentence tells: that which its first move leads to, or the only one of its unit."""
    bare = without_asides(sentence)
    for change in changes(bare):
        earlier, later = ends(bare, bare.quantities.index(change))
        if later is not None and fits(bare, change, earlier, later):
            return later
    levels = [w for w in bare.quantities if w.unit.family in LEVELS and not w.upper]
    return levels[0] if len(levels) == 1 else None
