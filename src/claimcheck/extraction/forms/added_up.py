"""Drafts of what a sentence adds up: its levels, and that one of them is the sum of others."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from claimcheck.extraction.draft import Draft
from claimcheck.extraction.forms.leftovers import left_over
from claimcheck.extraction.forms.partitions import partition
from claimcheck.extraction.forms.sums import balance, combined, counted_or_named, difference, total, whole_of_parts
from claimcheck.extraction.text.bare import bare
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import Subject, meaning

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.extraction.forms.when import When
    from claimcheck.quantity.written import Written


_ITEM = lazy(
    r"\s+(?:in|from|for|of|on|to|at|by|were|are|was|is)\s+(?:the\s+)?((?:[^\W\d_][\w-]*\s?){1,4}?)(?:[,.;]|\s*\band\b|$)"
)
_TAIL = lazy(  # of the number before, or what leads to the parts of a whole
    r"(?:in|from|for|of|on|to|at|by)\s+[^\d]{2,40}?(?:,|\band|,\s*and)"
    r"|[^\d]{0,40}(?::|\b(?:made up|consisting|consists?|composed|comprised) of|\bcomprising|\bof (?:which|whom))",
    re.IGNORECASE,
)


_THOUSAND = 1000


def _is_believed(numbers: Sequence[Written]) -> bool:
    """Whether a total may be one of its parts, a million printed for a billion perhaps.

    "27 countries: 38 from France, 23 from Belgium" is none.
    """
    whole, parts = numbers[0].value, [number.value for number in numbers[1:]]
    total = sum(parts, Fraction(0))
    sums = [total, *(total + part * (_THOUSAND - 1) for part in parts), total * _THOUSAND, total / _THOUSAND]
    return any(2 * abs(each - whole) <= whole for each in sums)


class AddedUp:
    """The sum of one sentence; `levels` are drafts of numbers that had none, `sums` what nobody prints."""

    def __init__(self, when: When, found: Sequence[Draft], left: Sequence[Written], group: Callable[[], int]) -> None:
        """Take the drafts known already and the numbers without any; `group` gives a new group."""
        self.when, self.found, self.left, self.group = when, found, left, group
        self.levels: list[Draft] = []
        self.sums: list[Draft] = []
        sentence = when.sentence
        if (one := balance(sentence, found)) is not None:
            self._sum(one.name, (one.written, one.given, one.taken), less=1)
        elif (apart := difference(sentence)) is not None:
            self._difference(*apart)
        elif numbers := total(sentence) or whole_of_parts(sentence) or combined(sentence) or partition(sentence):
            if _is_believed(numbers):
                self._sum("the total", numbers, guess="what is listed is all of it")
        elif numbers := left_over(sentence):
            self._sum("the whole", numbers, guess="nothing else is taken off")

    def _sum(self, name: str, numbers: Sequence[Written], *, less: int = 0, guess: str = "") -> None:
        """Draft a sum and its parts, of which the last ones are taken off."""
        drafts = self._at_once(numbers)
        if drafts:
            drafts[0] = drafts[0]._replace(subject=Subject(name, (name.rpartition(" ")[2],)))
            groups = tuple(draft.group for draft in drafts[1:])
            sum_ = drafts[0]._replace(
                kind="sum", parts=groups[: len(groups) - less], minus=groups[len(groups) - less :]
            )
            self.sums.append(sum_._replace(guesses=(guess,) if guess else ()))
            self._keep(drafts)

    def _difference(self, apart: Written, larger: Written, smaller: Written) -> None:
        """Draft how far two levels are apart."""
        drafts = self._at_once((larger, smaller))
        if drafts and apart in self.left:
            of, minus = drafts
            told = of._replace(written=apart, kind="difference", minus=(minus.group,), confidence="medium")
            self._keep([*drafts, told])

    def _keep(self, drafts: Sequence[Draft]) -> None:
        left = {written.number_start for written in self.left}
        self.levels += [draft for draft in drafts if draft.written.number_start in left]

    def _at_once(self, numbers: Sequence[Written]) -> list[Draft]:
        """Return the drafts of some levels in the one period that is named; none where it is not one."""
        items = all(_ITEM.match(self.when.sentence.after(written)) for written in numbers[1:])
        drafts = [d for written in numbers if (d := self._level(written, item=items and written is not numbers[0]))]
        named = {draft.in_ for draft in drafts} - {self.when.here}
        left = {written.number_start for written in self.left}
        known = {draft.in_ for draft in drafts if draft.written.number_start not in left}
        if len(drafts) < len(numbers) or len(named) > 1 or len(known) > 1:
            return []
        period = next(iter(known or named), self.when.here)
        return [draft._replace(in_=period) for draft in drafts]

    def _subject(self, written: Written, *, item: bool) -> Subject:
        """Return what a number is about; of "12 million in cash and 5 million in shares" each of what stands behind.

        Such a list is one whatever stands before it, where each of its numbers is an `item`.
        """
        sentence = self.when.sentence
        behind, before = _ITEM.match(sentence.after(written)), sentence.before(written).strip()
        if behind is not None and (item or not before or _TAIL.fullmatch(before)):
            return Subject(behind[1].strip(), meaning(behind[1]))
        return counted_or_named(sentence, written)

    def _level(self, written: Written, *, item: bool) -> Draft | None:
        """Return the draft of a level that is known already, else a new one; `None` where it is something else."""
        if written not in self.left:
            return next((d for d in self.found if d.written is written and d.kind == "value"), None)
        subject, period = self._subject(written, item=item), self.when.year(written)
        return Draft(
            bare(self.when.sentence, written),
            self.when.position,
            self.group(),
            "value",
            subject,
            period,
            confidence="medium",
        )
