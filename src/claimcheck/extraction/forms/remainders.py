"""Shares of one whole, as "the remaining 20%" says that they are: together they are at most all of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import is_change, is_yearly

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_REST_BEFORE = lazy(
    r"\b(?:the|a) (?:remaining|other|final)\s*$|\b(?:the|a) (?:rest|remainder|balance)\b[^,;]{0,20}$", re.IGNORECASE
)
_REST_BEHIND = lazy(r"\s*(?:(?:in|from|to|by|for|went to|comes? from)\s+)?the (?:rest|remainder)\b", re.IGNORECASE)
# "Of the 60% who agreed, 20% ...": a share of a share, so not all are shares of one whole.
_NESTED = lazy(r"\bof (?:these|those|them|whom|which)\b|\bof (?:the|this|that)?\s*$", re.IGNORECASE)
_OF = lazy(r"\s*of\s+(?:(?:the|its|their|our|all)\s+)*([^\W\d_]+)", re.IGNORECASE)
_OPENED = lazy(r"\(([^()]*)$")
_CLOSED = lazy(r"([^()]*)\)")
_FEWEST = 2  # shares, the remaining one among them


def shares_with_rest(sentence: Sentence) -> tuple[Written, ...]:
    """Return the shares of a sentence whose last one is said to be the rest; none where it holds anything else."""
    shares = tuple(written for written in sentence.quantities if not _is_aside(sentence, written))
    plain = all(
        w.unit.family == "percent" and not (is_change(sentence, w) or is_yearly(sentence, w) or w.hedge or w.upper)
        for w in shares
    )
    if len(shares) < _FEWEST or not plain:
        return ()
    if not (_REST_BEFORE.search(sentence.before(shares[-1])) or _REST_BEHIND.match(sentence.after(shares[-1]))):
        return ()
    if any(_NESTED.search(sentence.before(share)) for share in shares):
        return ()
    wholes = {found[1].lower() for share in shares if (found := _OF.match(sentence.after(share)))}
    return (
        shares if len(wholes) <= 1 else ()
    )  # "at 50% of body weight 80% of correction was reached, the remaining 20%"


def _is_aside(sentence: Sentence, share: Written) -> bool:
    """Whether a share stands in parentheses with words of its own: "41% (2022: 36%)"."""
    opened = _OPENED.search(sentence.text, sentence.start, share.number_start)
    closed = _CLOSED.match(sentence.text, share.amount_end, sentence.end)
    return bool(opened and closed and (opened[1].strip() or closed[1].strip()))
