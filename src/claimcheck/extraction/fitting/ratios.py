"""Rates that say what they are made of: "12,400 hectares in 386 fires, 32 hectares per fire"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import over, printed_of
from claimcheck.extraction.fitting.levels import Levels, exact, may_be_of
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.linking import Names
    from claimcheck.extraction.text.passage import Sentence


def with_ratios(drafts: Sequence[Draft], names: Names, sentences: Sequence[Sentence]) -> list[Draft]:
    """Return drafts in which a number "per fire" is that of the levels in its two units, where these make it."""
    levels = Levels(drafts, names, sentences)
    changed: dict[int, Draft] = {}
    for position, own in levels.by_place.items():
        for rate in own:
            unit = rate.written.unit
            if rate.kind != "value" or not unit.per or rate.written.direction or not levels.is_alone(rate):
                continue
            near = levels.of([position])
            tops = [level for level in near if level.written.unit.name == unit.name]
            bottoms = [level for level in near if level.written.unit.name == unit.per]
            pairs = [(top, bottom) for top in tops for bottom in bottoms if _makes(top, bottom, rate)]
            if len(pairs) == 1:
                top, bottom = pairs[0]
                guess = f"it is the {printed_of(top, sentences)} by the {printed_of(bottom, sentences)}"
                made = top._replace(written=rate.written, kind="ratio", whole=bottom.subject, whole_group=bottom.group)
                changed[id(rate)] = made._replace(confidence=rate.confidence, guesses=(*rate.guesses, guess))
    return [changed.get(id(draft), draft) for draft in drafts]


def _makes(top: Draft, bottom: Draft, rate: Draft) -> bool:
    """Whether two levels of one time are a rate, as far as their digits say."""
    made = over(exact(top), exact(bottom))
    timed = top.in_ == bottom.in_ and may_be_of(rate, top.in_)
    return timed and made is not None and made.meets(interval(rate.written))
