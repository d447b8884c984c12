"""Relations: which numbers of a text say something about each other, in one sentence and over two, as drafts."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from claimcheck.extraction.forms.across import carried_on, goes_on, led_on, spanning
from claimcheck.extraction.forms.drafter import Drafter
from claimcheck.extraction.forms.units_taken import with_units
from claimcheck.extraction.forms.when import timing_of, with_years

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.forms.when import Timing
    from claimcheck.extraction.text.passage import Sentence


def drafts(sentences: list[Sentence], tabled: Sequence[Draft] = (), period: str = "") -> list[Draft]:
    """Return a draft for each quantity of the sentences, in the order of the text; `tabled` are those of tables.

    `period` is the one of what a sentence names none of, where that is known.
    """
    timing = timing_of(sentences, period)
    found = [*tabled]
    taken = {draft.written.number_start for draft in tabled}
    for position in range(1, len(sentences)):
        if goes_on(sentences[position - 1], sentences[position]):
            across = _across(sentences[position - 1], sentences[position], position, timing, taken)
            found += across
            taken |= {draft.written.number_start for draft in across}
    for position, (sentence, after) in enumerate(zip_longest(sentences, sentences[1:])):
        own = Drafter(sentence, position, timing, taken).all()
        led = _led(sentence, after, position + 1, timing, own, taken) if after else []
        found += [*own, *led]
        taken |= {draft.written.number_start for draft in led}
    return sorted(with_units(with_years(found, sentences), sentences), key=lambda draft: draft.written.number_start)


def _across(first: Sentence, second: Sentence, position: int, timing: Timing, taken: set[int]) -> list[Draft]:
    """Return two sizes and their rate where the second sentence goes on about the first: "It is to reach ..."."""
    carried = carried_on(first, second)
    drafter = Drafter(carried or first.joined(second), position - 1, timing, taken)
    drafter.groups += 500  # the sentence's own drafts count from its beginning
    drafter.sizes()
    if carried:
        drafter.moves()
    return spanning(drafter.found, second, position)


def _led(
    first: Sentence, second: Sentence, position: int, timing: Timing, own: Sequence[Draft], taken: set[int]
) -> list[Draft]:
    """Return what a sentence tells of a level drafted in the one before: "It has more than doubled since 1980"."""
    led = led_on(first, second)
    level = next((d for d in own if led and d.written is led.level and d.kind == "value"), None)
    if led is None or level is None:
        return []
    drafter = Drafter(led.sentence, position, timing, taken)
    drafter.groups += 500
    drafter.sizes()
    drafter.moves()
    return led.told(drafter.found, level, second)
