"""What an amount over some years is a year: "$312 million over five years, an average of $62.4 million a year"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, amount, printed_of, reckoned_number
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, LEVELS, WORD, is_listed
from claimcheck.quantity.conversion import factor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_OR = lazy(
    rf"(?:\s+(?:{WORD}|\d+)){{0,8}}\s*(?:,\s*|\(\s*|\s[–—-]\s*|\s+)(?:or|an\s+average\s+of|averaging|i\.e\.,?|which\s+is|equivalent\s+to"
    rf"|equal\s+to)\s+(?:an\s+average\s+of\s+)?{HEDGES}",
    re.IGNORECASE,
)
_OVER = lazy(
    rf"\b(?:over|in|for|during|within|across)\s+(?:(?:the|its|their|a|a\s+period\s+of)\s+)?"
    rf"(?:(?:next|past|last|coming|following|first|previous)\s+)?{HEDGES}$",
    re.IGNORECASE,
)
_MEAN = lazy(r"\s+(?:on\s+average|in\s+the\s+mean)\b", re.IGNORECASE)
_A_DAY = lazy(r"\s+(?:an?|per)\s+(year|month|week|day|hour)\b", re.IGNORECASE)
_OTHER = lazy(r"\b(?:each|apiece|initial\w*|at\s+first|up\s+to|additional|more|extra|further)\b", re.IGNORECASE)


def yearly_means(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield what is so much a year, or a day, over the number of years that is told, and whether it is."""
    for position, own in by_sentence(draft for draft in drafts if draft.kind == "value").items():
        sentence = sentences[position]
        for whole, each in pairwise(own):
            lasting = (
                _lasting(sentence, whole.written, each.written)
                if _are_told(sentence, whole.written, each.written)
                else None
            )
            if lasting is None or is_listed(sentence, whole.written):
                continue  # "grants of 15.5, 21.1 and 28.4 million, an average of 21.7 million a year"
            into = factor(each.written.unit._replace(per=""), whole.written.unit) or 1
            mean = amount(each).scaled(lasting.value * into)
            fits = mean.meets(amount(whole))
            if not fits and any(mean.meets(amount(level)) for level in own if level is not each):
                continue
            shown = reckoned_number(whole.written.value / lasting.value / into, each.written.unit)
            printed, told = printed_of(whole, sentences), printed_of(each, sentences)
            length = " ".join(sentence.text[lasting.amount_start : lasting.amount_end].split())
            wrong = "" if fits else f"{printed} over {length} is {shown}, not {told}"
            guess = f"the {printed} of line {{line}} is all of these {length}"
            yield Bond(each, (whole,), wrong, guess, laws.each_of(each, whole, lasting.value * into))


def _are_told(sentence: Sentence, whole: Written, each: Written) -> bool:
    """Whether a level is told over again as so much a year."""
    if whole.upper or each.upper or whole.direction or each.direction or whole.unit.per or not _per(sentence, each):
        return False
    counted = all(written.unit.family in ("count", "none") for written in (whole, each))
    alike = whole.unit.family in LEVELS and (
        counted or whole.unit.name == each.unit.name or factor(each.unit._replace(per=""), whole.unit)
    )
    joined = _OR.fullmatch(timeless(sentence.between(whole, each)))
    after = sentence.after(each) if each.unit.per else _A_DAY.sub("", sentence.after(each), count=1)
    after = _MEAN.sub("", after, count=1)
    return bool(alike and joined and ENDED.match(timeless(after))) and not _OTHER.search(sentence.words)


def _lasting(sentence: Sentence, whole: Written, each: Written) -> Written | None:
    """Return the only length of time in a sentence, if a level is told over it and it is counted as a rate is."""
    if len(sentence.durations) != 1:
        return None
    (length,) = sentence.durations
    counted = length.unit.name == _per(sentence, each) and length.upper is None and length.value > 1
    plain = counted and length.form in ("number", "word") and not length.hedge
    if length.end <= whole.amount_start and sentence.ahead(length.amount_start):
        return None  # "cut 1,200 jobs over two years and spent 40 million, or 3 million a year"
    return length if plain and _OVER.search(sentence.gap(sentence.start, length.amount_start)) else None


def _per(sentence: Sentence, each: Written) -> str:
    """Return the length of time that a level is told for: "day" of "8,241 a day"; "" where it is for none."""
    behind = _A_DAY.match(sentence.after(each))
    return each.unit.per or (behind[1].lower() if behind else "")
