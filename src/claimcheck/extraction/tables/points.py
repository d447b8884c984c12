"""The points of a league: three for each game won, or two, and one for each drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.tables.levels import nearly_all
from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.slips import digit_slips

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.tables.levels import Level, Levels

_POINTS = lazy(r"p(?:oin)?ts\.?", re.IGNORECASE)
_WON, _DRAWN = lazy(r"w(?:on|ins?)?", re.IGNORECASE), lazy(r"d(?:rawn|raws?)?", re.IGNORECASE)
_FOR_A_WIN = (3, 2)


def points(levels: Levels) -> Iterator[Draft]:
    """Yield what the points of each row are made of, where nearly all rows fit; fewer may have been taken off."""
    won, drawn, made = (_column(levels, called) for called in (_WON, _DRAWN, _POINTS))
    if won is None or drawn is None or made is None:
        return
    rows = [
        (own, win, draw)
        for i in range(len(levels.table.rows))
        if (own := levels.at(i, made)) and (win := levels.at(i, won)) and (draw := levels.at(i, drawn))
    ]
    for each in _FOR_A_WIN:
        meant = [each * win.written.value + draw.written.value for _, win, draw in rows]
        fits = [own.written.value == value for (own, *_), value in zip(rows, meant, strict=True)]
        if nearly_all(sum(fits), len(fits)):
            for (own, win, draw), value in zip(rows, meant, strict=True):
                if own.written.value >= value or _is_swapped(own, value):
                    yield _sum(own, [win] * each + [draw], each)
            return


def _column(levels: Levels, called: re.Pattern[str]) -> int | None:
    found = [
        j for j, head in enumerate(levels.table.heads) if j in levels.of_games and called.fullmatch(head.text.strip())
    ]
    return found[0] if len(found) == 1 else None


def _is_swapped(own: Level, value: Fraction) -> bool:
    return any(name == "swapped" and other.value == value for name, other in digit_slips(own.written))


def _sum(own: Level, parts: list[Level], each: int) -> Draft:
    times = tuple(part.draft.in_ for part in parts)
    return own.draft._replace(
        kind="sum",
        parts=tuple(part.draft.group for part in parts),
        times=times if {*times} != {own.draft.in_} else (),
        guesses=(f"a win is worth {each} points",),
    )
