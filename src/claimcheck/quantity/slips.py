"""Likely slips of a written number: what the writer may have meant instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.quantity.terms import Written


def slips(written: Written) -> Iterator[tuple[str, Written]]:
    """Yield (name of the slip, the number without it)."""
    yield "sign", written._replace(value=-written.value)
