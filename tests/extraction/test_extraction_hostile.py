"""Texts that nobody writes: what is looked for in a sentence or a table takes time in proportion to its length."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from claimcheck.app.api import check_text
from claimcheck.extraction import quoting

if TYPE_CHECKING:
    from collections.abc import Callable


def wide(columns: int) -> str:
    return "\n".join("|" + f"{cell}|" * columns for cell in ("a", "-", "5", "6"))


HOSTILE = {
    "a word without end": lambda size: "a" * size + " rose 5%.",
    "letters and apostrophes": lambda size: "a'" * size + " rose 5%.",
    "nothing but comments opened": lambda size: "Sales " + "<!--" * (size // 2) + " rose 5%.",
    "Chinese without a stop": lambda size: "出口" * (size // 2) + "增长5%",
    "spaces of all kinds": lambda size: "Sales 5 " + " \t" * (size // 2) + "% rose 5%.",
    "marks of lists on one line": lambda size: "- " * size + "sales rose 5%.",
    "a row of many cells": lambda size: wide(size // 80),
}


@pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
def test_checking_takes_time_in_proportion_to_the_text(made: Callable[[int], str]) -> None:
    def seconds(size: int) -> float:
        text, start = made(size), process_time()
        check_text(text)
        return process_time() - start

    seconds(100)
    quarter = min(seconds(4_000) for _ in range(2))
    assert seconds(16_000) < 10 * quarter + 0.2


def test_what_would_cut_a_number_is_looked_for_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    anchor = quoting.anchor
    monkeypatch.setattr(
        quoting, "anchor", lambda text, quote, **known: looked.append(quote) or anchor(text, quote, **known)
    )
    check_text("1," * 300 + "1 apples were sold, up 5%.")
    assert len(looked) < 10
