"""The levels that a number may be made of: those beside it, read as they are printed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import is_level, is_named
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.text.settings import is_awaited
from claimcheck.quantity.rounding import interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.interval import Interval


class Levels:
    """The drafts of sentences by place, and those of them that are levels and no forecast."""

    def __init__(self, drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> None:
        self.by_place = by_sentence(sorted(drafts, key=lambda draft: draft.written.number_start))
        self._of = {
            position: [d for d in own if is_level(d) and not is_awaited(sentences[position], d.written)]
            for position, own in self.by_place.items()
        }
        self._names = names
        self._told = Counter(names.of[draft.group] for draft in drafts)

    def of(self, positions: Iterable[int]) -> list[Draft]:
        """Return the levels of some sentences, in their order."""
        return [level for position in positions for level in self._of.get(position, ())]

    def is_alone(self, draft: Draft) -> bool:
        """Whether nothing else is drafted of a quantity, so that it may be taken for one of another time."""
        return self._told[self._names.of[draft.group]] == 1


def may_be_of(draft: Draft, period: str) -> bool:
    """Whether a number may be of a period: its own one, or any where the text names none for it."""
    return draft.in_ == period or not is_named(draft.in_)


def exact(level: Draft) -> Interval:
    """Return what a level stands for where the zeros at its end are digits."""
    return interval(level.written, narrow=True)
