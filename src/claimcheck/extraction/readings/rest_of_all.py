"""Shares of which words say that they leave nothing: "60% by sea and 30% by rail. The remaining 10% goes by air."."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.partitions import is_both
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import compiled, lazy
from claimcheck.extraction.text.skeleton import SHARE, skeleton
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval

_REST = rf"\b(?:the|a|its|their)\s+(?:(?:remaining|other)|(?:rest|balance|remainder)(?:\s+of|,)?)\s+\(?{SHARE}"
_LAST = rf"{SHARE}.*{_REST}(?:(?!{SHARE}).)*"
_FIRST = rf"\W*(?:and\s+|while\s+)?{_REST}(?:(?!{SHARE}).)*"
_MADE_UP = r"(?:ma[dk]es?\s+up|account(?:s|ed)?\s+for|compris(?:es?|ed)|represent(?:s|ed)?|constitut(?:es?|ed))"
_ARE = r"(?:are|were|is|was)"
_OF = rf"(?:\s+of\s+(?:{WORD}\s*){{1,4}})?"
_END = r"\s*(?:[.;]|$)"
_BOTH = (
    rf"{_MADE_UP}\s+{HEDGES}{SHARE}{_OF},?\s+(?:and|while)\s+{WORD}(?:\s+for)?\s+{HEDGES}{SHARE}{_OF}{_END}",
    rf"{SHARE}\s+of\s+(?:{WORD}\s+){{1,4}}?{_ARE}\s+{WORD},?\s+(?:(?:and|while)\s+)?{HEDGES}{SHARE}\s+(?:{_ARE}\s+)?{WORD}{_END}",
    rf"{SHARE}\s+{WORD}\s+to\s+{SHARE}\s+{WORD}{_END}",
    rf"share\s+of\s+{WORD}\s+{_ARE}\s+{HEDGES}{SHARE},?\s+(?:and\s+)?that\s+of\s+{WORD}\s+(?:{_ARE}\s+)?{HEDGES}{SHARE}{_END}",
)
_MIX = (
    r"\b(?:made\s+up\s+of|consist(?:s|ed|ing)\s+of|composed\s+of|(?:mix|split|breakdown|composition|make-?up)\s+(?:is|was))\s+"
    rf"{HEDGES}{SHARE}(?:\s+{WORD}){{1,3}}(?:,\s+{SHARE}(?:\s+{WORD}){{1,3}})*,?\s+and\s+{SHARE}(?:\s+{WORD}){{1,3}}{_END}"
)
_SAYS_REST = lazy(r"\b(?:remaining|other|rest|balance|remainder)\b", re.IGNORECASE)
_SAYS_MIX = lazy(r"\b(?:of|is|was)\s+\d", re.IGNORECASE)
_NO_PART = lazy(
    r"\b(?:than|(?<!made\s)(?<!make\s)(?<!makes\s)up|down|rose|fell|compared|against|rates?|growth|of\s+(?:these|those|them|whom|which)|another|also|both"
    r"|interest|discount|stake|cut|probability|chance|\d+)\b",
    re.IGNORECASE,
)
_BACK = 4  # sentences that the rest may be of


def rest_of_all(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the last of some shares that are said to be all there is, and whether they make 100%."""
    told = by_sentence(drafts)
    for position, own in told.items():
        shares = _shares(own, sentences[position])
        words = sentences[position].words if shares else ""
        if not (_SAYS_REST.search(words) or (len(shares) > 1 and (_SAYS_MIX.search(words) or is_both(words)))):
            continue
        text = skeleton(sentences[position], [draft.written for draft in shares])
        if _NO_PART.search(text):
            continue
        if compiled(_FIRST).fullmatch(text) or (len(shares) > 1 and compiled(_LAST).search(text)):
            yield from _rest(position, shares, told, sentences)
        elif len(shares) > 1 and (compiled(_MIX).search(text) or (len(shares) == 2 and _is_both(text))):  # noqa: PLR2004
            made = _sum(shares)
            if made.low is not None and (made.low > 1 or made.contains(Fraction(1))):
                yield _bond(shares, sentences, "those from line {line} on leave nothing over", fits=made.low <= 1)


def _rest(
    position: int, shares: Sequence[Draft], told: Mapping[int, list[Draft]], sentences: Sequence[Sentence]
) -> Iterator[Bond]:
    """Yield the rest, and whether it is what some shares before it leave."""
    runs = [*_before(position, told, sentences)]
    near = list(shares)
    for before in (*runs, []):
        whole = next((near[at:] for at in range(len(near) - 1) if _sum(near[at:]).contains(Fraction(1))), None)
        if whole:
            yield _bond(whole, sentences, "those from line {line} on are all there is", fits=True)
            return  # "50% of body weight makes 80% of it, with the remaining 20% ..."
        near = [*before, *near]
    if any(_sum(shares[at:]).contains(Fraction(1)) for at in range(1, len(shares) - 1)):
        return  # "50% of the weight makes 80% of it, with the remaining 20% behind"
    alone = len(shares) == 1
    if len(runs) == alone:  # else those of a sentence before may be of the same list
        listed = [*runs[0], *shares] if alone else shares
        if not _sum(listed[1:]).meets(_sum(listed[:1])):  # "takes 8% out, puts 3% back and pays the remaining 5%"
            yield _bond(listed, sentences, "those from line {line} on are all there is")


def _before(position: int, told: Mapping[int, list[Draft]], sentences: Sequence[Sentence]) -> Iterator[Sequence[Draft]]:
    """Yield the shares of the sentences before one, back to the first that tells something else."""
    for at in range(position - 1, max(position - _BACK - 1, -1), -1):
        shares = _shares(told.get(at, ()), sentences[at])
        if not shares:
            return
        yield shares


def _shares(own: Sequence[Draft], sentence: Sentence) -> list[Draft]:
    """Return the shares of a sentence that tells no other numbers and no changes."""
    found = {draft.written.number_start: draft for draft in own if draft.kind in ("value", "share")}
    numbers = [draft.written for draft in found.values()]
    plain = all(
        w.unit.family == "percent" and not (w.direction or w.upper or w.unit.per or w.hedge not in ("", "about"))
        for w in numbers
    )
    return [found[place] for place in sorted(found)] if plain and len(found) == len(sentence.quantities) else []


def _is_both(text: str) -> bool:
    """Whether the two shares are those of women and of men, and the like."""
    return is_both(text) and any(compiled(way).search(text) for way in _BOTH)


def _sum(shares: Sequence[Draft]) -> Interval:
    return added(interval(without_parentheses(draft.written)) for draft in shares)


def _bond(shares: Sequence[Draft], sentences: Sequence[Sentence], guess: str, *, fits: bool = False) -> Bond:
    total = show_number(sum((abs(draft.written.value) for draft in shares), start=Fraction(0)), PERCENT)
    last = printed_of(shares[-1], sentences).strip("()")
    wrong = "" if fits else f"the {len(shares)} shares up to {last} add up to {total}"
    return Bond(shares[-1], tuple(shares[:-1]), wrong, guess, laws.all_of_it(shares))
