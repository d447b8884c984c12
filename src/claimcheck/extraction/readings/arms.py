"""How many were assigned to each group of a trial: "862 were randomised to the drug (n = 432) or placebo (n = 430)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.fractions import counts
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import WORD
from claimcheck.quantity.show import show_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_VERB = r"(?:assign|allocat|randomi[sz])(?:ed|ated)"
_ASSIGNED = lazy(rf"(?:\s+{WORD}){{0,6}}?\s+{_VERB}\b(?P<said>[^();]{{2,160}})\(\s*(?:n\s*=\s*)?", re.IGNORECASE)
_ACTIVE = lazy(rf"\b{_VERB}\s+$", re.IGNORECASE)
_TO = lazy(r"(?P<said>[^();]{0,80}?\bto\b[^();]{2,120})\(\s*(?:n\s*=\s*)?", re.IGNORECASE)
_PEOPLE = r"(?:\s+(?:patients|participants|subjects|children|adults|women|men|people|infants|volunteers|individuals))?"
_OR = lazy(rf"{_PEOPLE}\s*\)\s*,?\s+or\b", re.IGNORECASE)  # one more, of which no number is told
_INSIDE = lazy(r"\(\s*(?:n\s*=\s*)?$", re.IGNORECASE)
_NO_ARM = lazy(
    r"\b(?:complet|analy[sz]|includ|exclud|withdr|receiv(?:ed|ing)\s+no|ratio|of\s+wh|stratif|aged|years)\w*",
    re.IGNORECASE,
)
_OTHER = lazy(
    r"\d(?![\d.,]*[\s-]*(?:\d|[.,:%]|mg|µg|mcg|g\b|ml\b|IU\b|weeks?|days?|hours?|months?|h\b))", re.IGNORECASE
)
_NEXT = lazy(
    rf"{_PEOPLE}\s*\)\s*(?:,|;|,?\s*(?:and|or|versus|vs\.?))\s+(?:(?!\b(?:then|both|of)\b)[\w.,µ/'’+-]+\s+){{0,14}}?"
    r"\(\s*(?:n\s*=\s*)?",
    re.IGNORECASE,
)
_FEWEST = 2  # groups
_NEAR = 15  # percent of the whole that the groups may be wrong by


def arms(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the numbers assigned to some groups, and whether they are together all that were assigned."""
    for position, own in by_sentence(draft for draft in drafts if draft.kind == "value").items():
        sentence = sentences[position]
        inside = [draft for draft in own if _INSIDE.search(sentence.text, sentence.start, draft.written.number_start)]
        for whole in own if len(inside) >= _FEWEST else ():
            behind = [draft for draft in inside if draft.written.start >= whole.written.end]
            if not behind or whole in inside or not counts(whole.written):
                continue
            groups = _listed(sentence, behind)
            more = _OR.match(sentence.text, groups[-1].written.number_end)
            if _is_assigned(sentence, whole, behind[0]) and not more:
                yield from _unlike(whole, groups, sentences)


def _is_assigned(sentence: Sentence, whole: Draft, first: Draft) -> bool:
    """Whether so many are said to have been assigned to groups, of which the first number in parentheses is one."""
    active = _ACTIVE.search(sentence.text, sentence.start, whole.written.amount_start)
    lead = _TO if active else _ASSIGNED
    said = lead.fullmatch(sentence.text, whole.written.amount_end, first.written.number_start)
    return bool(said and not _NO_ARM.search(said["said"]) and not _OTHER.search(said["said"]))


def _listed(sentence: Sentence, inside: Sequence[Draft]) -> list[Draft]:
    """Return the numbers in parentheses that stand behind one group each, in a list."""
    found = [inside[0]]
    for draft in inside[1:]:
        said = _NEXT.fullmatch(sentence.text, found[-1].written.number_end, draft.written.number_start)
        if said is None or _OTHER.search(said[0]):
            break
        found.append(draft)
    return found


def _unlike(whole: Draft, groups: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    sizes = [without_parentheses(draft.written) for draft in groups]
    if len(sizes) < _FEWEST or not all(map(counts, sizes)):
        return
    made, stated = sum(size.value for size in sizes), whole.written.value
    if 100 * abs(made - stated) <= _NEAR * stated:
        printed, of = printed_of(whole, sentences), show_number(sizes[0].value * 0 + made)
        wrong = "" if made == stated else f"the {len(sizes)} groups add up to {of}, not {printed}"
        law = laws.added_up(whole, groups)
        yield Bond(whole, tuple(groups), wrong, "those from line {line} on are all of them", law)
