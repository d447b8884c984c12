"""An index of the digits in a long text: nearly every quote has some, and few places have the same."""

from __future__ import annotations

import re

_RUN = re.compile("[0-9]+")


class DigitRuns:
    """Where each run of digits begins; a quote's rarest run says where the quote can stand."""

    __slots__ = ("_places",)

    def __init__(self, text: str) -> None:
        places: dict[str, list[int]] = {}
        for run in _RUN.finditer(text):
            places.setdefault(run[0], []).append(run.start())
        self._places = places

    def candidates(self, quote: str) -> list[int] | None:
        """Return where `quote` can begin (some below 0); `None` where it has no digits, so that it can be anywhere.

        A match never begins or ends inside a number, so each run of the quote is a whole run of the text.
        """
        best: list[int] | None = None
        offset = 0
        for run in _RUN.finditer(quote):
            places = self._places.get(run[0], [])
            if best is None or len(places) < len(best):
                best, offset = places, run.start()
        return None if best is None else [place - offset for place in best]
