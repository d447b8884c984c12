"""Shares of answers that leave room for no other: "48% approved, 41% disapproved and 21% were undecided"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.show import show_number
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_OPPOSITES = (
    ("approv", "disapprov"),
    ("agree", "disagree"),
    ("satisfied", "dissatisfied"),
    ("support", "oppos"),
    ("favou?r", "oppos"),
    ("yes", "no"),
)
_AGAINST = (  # which are so where they are said of the same thing
    ("in favou?r", "against"),
    ("for", "against"),
    ("back", "(?:reject|oppos)"),
    ("rise", "fall"),
    ("increase", "(?:decrease|decline|fall)"),
    ("better", "worse"),
    ("improv", "(?:worse|deteriorat)"),
)
_NOT = lazy(
    r"(?:said\s+)?(?:they\s+)?(?:do|did|would|are|were|have|had|will|can)(?:\s+not|n['’]t)\b[^,]*,?(?:\s*(?:and|with))?",
    re.IGNORECASE,
)
_NEITHER = lazy(
    r"\b(?:no\s+(?:view|opinion|answer|preference|idea)|undecided|unsure|not\s+sure|unable\s+to\s+say|neutral|neither|yet\s+to\s+(?:decide|say)|(?:did\s+not|didn['’]t)\s+say|abstain(?:ed)?"
    r"|(?:don['’]t|didn['’]t|do\s+not|did\s+not)\s+know|unchanged|(?:the|about\s+the|much\s+the|stay\s+the)\s+same|stable"
    r"|steady|no\s+(?:change|difference))\b",
    re.IGNORECASE,
)
_OTHERS = lazy(  # of whom, or of when, the next share is
    r"\b(?:men|women|among|while|whereas|versus|compared|than|from|last\s+year|a\s+year|earlier|ago|both|each|also|or\s+more"
    r"|[12]\d{3})\b|\bof\s+(?!(?:them|those|these|the\s+\w+|respondents|adults|people|voters|firms|households|all)\b)",
    re.IGNORECASE,
)
_LISTED = lazy(r"[^.;:]*,\s*$|[^.;:]*\b(?:and|with)\s*$", re.IGNORECASE)
_ASIDE = lazy(r"\([^()]*\)")
_LITTLE = 2  # words of an answer that names nothing
_FEWEST = 3


def answers(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the last of some answers of which each excludes the others, and that together are more than all."""
    told = by_sentence(d for d in drafts if d.kind in ("value", "share") and d.written.unit.family == "percent")
    for position, own in told.items():
        sentence = sentences[position]
        shares = [draft for draft in own if not _is_aside(sentence, draft)]
        said = [_said(sentence, draft, shares[at + 1 :]) for at, draft in enumerate(shares)]
        if len(shares) == _FEWEST and _is_plain(shares) and _is_list(said) and _exclude_each_other(said):
            low = added(interval(share.written) for share in shares).low
            if low is not None and low > 1:
                total = show_number(sum((share.written.value for share in shares), start=Fraction(0)), PERCENT)
                last = printed_of(shares[-1], sentences)
                told_ = f"the {len(shares)} shares up to {last} add up to {total}"
                guess, law = "those from line {line} on are answers to one question", laws.at_most_all(shares)
                yield Bond(shares[-1], tuple(shares[:-1]), told_, guess, law)


def _is_aside(sentence: Sentence, draft: Draft) -> bool:
    """Whether a share stands in parentheses: "63% (2022: 58%)"."""
    before = sentence.text[sentence.start : draft.written.number_start]
    return draft.written.parenthesised or before.count("(") > before.count(")")


def _is_plain(shares: Sequence[Draft]) -> bool:
    numbers = [share.written for share in shares]
    return not any(w.direction or w.upper or w.unit.per or w.hedge not in ("", "about") for w in numbers)


def _said(sentence: Sentence, draft: Draft, behind: Sequence[Draft]) -> str:
    """Return what is said behind a share, up to the next one, without what stands in parentheses."""
    end = behind[0].written.start if behind else sentence.end
    return _ASIDE.sub(" ", sentence.gap(draft.written.amount_end, end))


def _is_list(said: Sequence[str]) -> bool:
    return all(_LISTED.fullmatch(gap) for gap in said[:-1]) and not any(_OTHERS.search(gap) for gap in said)


def _exclude_each_other(said: Sequence[str]) -> bool:
    """Whether one answer is the opposite of another, of the same, and the third neither of the two."""
    for at, neither in enumerate(said):
        if _NEITHER.search(neither):
            one, other = (gap for i, gap in enumerate(said) if i != at)
            if _NOT.fullmatch(one.strip()) or _NOT.fullmatch(other.strip()):
                return True
            ways = [(yes, no, own) for own, pairs in ((False, _OPPOSITES), (True, _AGAINST)) for yes, no in pairs]
            for yes, no, own in ways:
                for here, there in ((yes, no), (no, yes)):
                    if _says(one, here) and _ends_with(other, there) and not (own and not _is_of_same(other)):
                        return True
    return False


def _says(gap: str, stem: str) -> bool:
    return bool(re.search(rf"\b{stem}", gap, re.IGNORECASE))


def _is_of_same(gap: str) -> bool:
    """Whether an answer names nothing of its own: "expect them to fall", "got worse", not "expect rents to fall"."""
    words = re.findall(r"[\w'’]+", re.sub(r"\s*,?\s*(?:and|with)?\s*$", "", gap).lower())
    return len(words) <= _LITTLE or any(word in ("it", "them", "they", "so") for word in words)


def _ends_with(gap: str, stem: str) -> bool:
    """Whether an answer says hardly more than its verb: "disapproved of it", "said they would not"."""
    return bool(re.search(rf"\b{stem}\w*(?:\s+\w+){{0,2}}\s*,?\s*(?:and|with)?\s*$", gap, re.IGNORECASE))
