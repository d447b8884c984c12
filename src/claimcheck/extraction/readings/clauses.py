"""The numbers of a sentence one by one, and which of them stand with the one that says what others make."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.bonds import printed_of
from claimcheck.extraction.draft import UNPRINTED, by_sentence
from claimcheck.extraction.text.bare import undirected, without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import of_one_unit
from claimcheck.quantity.interval import ANY, Interval
from claimcheck.quantity.slips import slips
from claimcheck.quantity.terms import BARE
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_SLIPS = ("digit", "swapped", "power of ten")
_GOES_ON = lazy(
    r"\W*(?:(?:all\s+|taken\s+)?together|combined|between\s+them|in\s+(?:all|total)|this|that|the\s+(?:[^\W\d_]+\s+)?(?:gap|difference"
    r"|lead|margin|majority|surplus|deficit|total))\b",
    re.IGNORECASE,
)
_THE = lazy(r"\b(?:the|these|those|all)\s*$", re.IGNORECASE)  # "together the three"
EARLIER = lazy(
    r"\b(?:(?:a|one|the)\s+(?:year|month|quarter|week|decade)\s+(?:earlier|ago|before)|earlier|ago|previous(?:ly)?|prior|last\s+time"
    r"|expected|forecasts?|(?:against|compared|versus|up|down|from|than)\b[^,;]*\blast\s+(?:year|month|quarter))\b",
    re.IGNORECASE,
)


class Clause(NamedTuple):
    """A sentence and its numbers, each drafted once, in order; with the sentence before where it goes on about that."""

    sentence: Sentence
    told: tuple[Draft, ...]
    asked: tuple[Draft, ...]  # those that may be what others make
    near: tuple[Draft, ...]  # its numbers and those of the sentence before
    sentences: Sequence[Sentence]

    def before(self, last: Draft) -> list[Draft]:
        """Return the numbers before one."""
        return [draft for draft in self.told if draft.written.amount_end <= last.written.amount_start]

    def lead(self, last: Draft) -> str:
        """Return the words that lead from the number before to one, its verb and hedge among them."""
        ahead = self.before(last)
        start = ahead[-1].written.amount_end if ahead else self.sentence.start
        return self.sentence.gap(start, last.written.amount_start)

    def since(self, first: Draft, last: Draft) -> str:
        """Return all words between two numbers, with the numbers in them."""
        return self.sentence.gap(first.written.amount_end, last.written.amount_start)

    def behind(self, last: Draft) -> str:
        """Return all words behind a number."""
        return self.sentence.gap(last.written.amount_end, self.sentence.end)

    def follows_semicolon(self) -> bool:
        """Whether the sentence goes on behind a semicolon."""
        return self.sentence.text[: self.sentence.start].rstrip().endswith(";")

    def printed(self, *drafts: Draft) -> list[str]:
        """Return numbers as the text prints them."""
        return [printed_of(draft, self.sentences).strip("()") for draft in drafts]


def clauses(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Clause]:
    """Yield the sentences with their numbers, and once more with the sentence before those that go on about it."""
    numbers = {position: _numbers(own, sentences[position]) for position, own in by_sentence(drafts).items()}
    for position, told in numbers.items():
        before = numbers.get(position - 1, ())
        near = (*before, *told)
        yield Clause(sentences[position], told, told, near, sentences)
        if len(before) > 1 and told and _continues(sentences[position - 1], sentences[position]):
            joined = sentences[position - 1].joined(sentences[position])
            earlier = numbers.get(position - 2, ())
            yield Clause(joined, (*before, told[0]), (told[0],), (*earlier, *near), sentences)


def _numbers(own: Sequence[Draft], sentence: Sentence) -> tuple[Draft, ...]:
    """Return the drafts of a sentence that are numbers of it, one for each; none where one of them has no draft."""
    kinds = ("assert", "direction", "compare", *UNPRINTED)
    told = {draft.written.number_start: draft for draft in own if draft.kind not in kinds}
    drafted = told.keys() | {written.number_start for draft in own for written in draft.also}
    if any(written.number_start not in drafted for written in sentence.quantities):
        return ()
    return tuple(told[start] for start in sorted(told) if not _is_pronoun(told[start].written, sentence))


def _is_pronoun(written: Written, sentence: Sentence) -> bool:
    """Whether a number only says of how many is told: "the three"."""
    word = written.unit == BARE and not written.digits[:1].isdecimal()
    return word and bool(_THE.search(sentence.before(written)))


def _continues(first: Sentence, second: Sentence) -> bool:
    """Whether a sentence goes on about the one before: behind a semicolon, or by a word for it."""
    gap = first.text[first.end : second.start]
    return "\n" not in gap and bool(first.words.endswith(";") or _GOES_ON.match(second.words))


def plain(draft: Draft) -> Written:
    """Return a number without its verb, and without parentheses that only set it aside."""
    return undirected(without_parentheses(draft.written) if draft.written.parenthesised else draft.written)


def stands_for(written: Written) -> Interval:
    """Return what a plain number stands for; anything where a hedge leaves it open."""
    return interval(written) if written.hedge in ("", "about", "exactly") else ANY


def is_alike(one: Written, other: Written) -> bool:
    """Whether two numbers may be of one thing, neither a change of the other nor per something else."""
    plainly = one.form == other.form == "number" and one.upper is None
    return plainly and of_one_unit(one, other) and one.unit.per == other.unit.per


def is_meant(numbers: Sequence[Written], fits: Callable[[Sequence[Written]], bool]) -> bool:
    """Whether a slip of the pen in one number keeps some from what they would fit: a digit, two swapped, the point."""
    return any(
        fits([*numbers[:at], other, *numbers[at + 1 :]])
        for at, number in enumerate(numbers)
        for name, other in slips(number)
        if name in _SLIPS
    )


def counts(written: Written) -> bool:
    """Whether a number counts one by one, whatever the noun."""
    return written.unit.family in ("count", "none") and not written.unit.per and written.form == "number"
