"""Chinese text set with spaces between its characters: 百 分 之 五 is read as 百分之五, and keeps its places."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from claimcheck.quantity.terms import Written


def scan_spaced(text: str, locale: str) -> list[Written] | None:
    """Return the numbers of a text with its inner spaces left out; `None` when it has none of those."""
    pattern = _pattern()
    if not pattern.search(text):
        return None
    from claimcheck.quantity.scanner import Scan
    from claimcheck.quantity.tokens import cut

    places: list[int] = []
    last = 0
    for match in pattern.finditer(text):
        places += range(last, match.start())
        last = match.end()
    places += [*range(last, len(text)), len(text)]
    closed = "".join(text[place] for place in places[:-1])
    return [_moved(written, places, text) for written in Scan(cut(closed, locale), closed).run()]


def _moved(written: Written, places: list[int], text: str) -> Written:
    start, end = places[written.start], places[written.end - 1] + 1
    return written._replace(
        text=text[start:end],
        start=start,
        end=end,
        number_start=places[written.number_start],
        number_end=places[written.number_end - 1] + 1,
        amount_start=places[written.amount_start],
        amount_end=places[written.amount_end - 1] + 1,
        digits=text[places[written.number_start] : places[written.number_end - 1] + 1],
    )


@cache
def _pattern() -> re.Pattern[str]:
    import re

    from claimcheck.quantity.lexicon.chinese import NUMERAL_CHARS

    around = f"{NUMERAL_CHARS}分之成个個折余多幾几又"
    return re.compile(rf"(?<=[{around}]) +(?=[{around}\dkK])|(?<=\d) +(?=[{around}])")
