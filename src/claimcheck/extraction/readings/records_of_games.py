"""Games won, drawn and lost, and how many there were: "won 17 of their 38 games, drew nine and lost 12"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, printed_of
from claimcheck.extraction.readings.clauses import clauses
from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_WORDS = {  # right before a number, and right behind it
    "won": (r"\b(?:w[io]n|winning)", r"(?:wins?|victories|won)\b"),
    "drawn": (r"\b(?:dr[ae]w|drawn|drawing|tied|tying)", r"(?:draws?|ties|drawn|tied)\b"),
    "lost": (r"\b(?:lost|los(?:e|ing))", r"(?:loss(?:es)?|defeats?|losses|lost)\b"),
    "games": (r"\b(?:played|fought)", r"(?:games?|match(?:es)?|fixtures?|bouts?|fights?|tests?|races|times|outings)\b"),
}
_ROLES = {
    role: (
        lazy(rf"{before}\s+(?:(?:the|its|their|another)\s+(?:other\s+)?)?$", re.IGNORECASE),
        lazy(rf"\s*(?:(?:of\s+)?(?:(?:its|the|their|league|previous)\s+)*)?{behind}", re.IGNORECASE),
    )
    for role, (before, behind) in _WORDS.items()
}
_OF = lazy(r"\s+of\s+(?:(?:its|the|their|our|his|her)\s+)?(?:(?:first|last|opening|final)\s+)?$", re.IGNORECASE)
_FOUR = 4


def records_of_games(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the numbers of games, and whether they are those won, drawn and lost."""
    for clause in clauses(drafts, sentences):
        for at in range(len(clause.told) - _FOUR + 1):
            four = clause.told[at : at + _FOUR]
            found = _roles(clause.sentence, four)
            if found and clause.asked is clause.told:
                games, others = found["games"], [found[role] for role in ("won", "drawn", "lost")]
                made = sum(draft.written.value for draft in others)
                printed = [printed_of(draft, sentences) for draft in others]
                told = f"{made} games, not {printed_of(games, sentences)}"
                wrong = f"{printed[0]}, {printed[1]} and {printed[2]} are {told}"
                wrong = wrong if made != games.written.value else ""
                law = laws.added_up(games, others)
                yield Bond(games, tuple(others), wrong, "each of them was won, drawn or lost", law)


def _roles(sentence: Sentence, four: Sequence[Draft]) -> dict[str, Draft]:
    """Return which of four numbers are games, won, drawn and lost; none where not each is one of them."""
    found: dict[str, Draft] = {}
    for draft in four:
        number = draft.written
        if number.upper is not None or number.hedge or number.value.denominator != 1:
            return {}
        role = _role(sentence, number)
        if role == "" and "won" in found and _OF.fullmatch(sentence.before(number)):
            role = "games"
        found.setdefault(role, draft)
    return found if found.keys() == _ROLES.keys() else {}


def _role(sentence: Sentence, number: Written) -> str:
    """Return what is said of a number, behind it first: "17 wins", "won 17"."""
    behind = f"{sentence.text[number.number_end : number.amount_end]}{sentence.after(number)}"
    before = sentence.before(number)
    for role, (_, words) in _ROLES.items():
        if words.match(behind):
            return role
    return next((role for role, (words, _) in _ROLES.items() if words.search(before)), "")
