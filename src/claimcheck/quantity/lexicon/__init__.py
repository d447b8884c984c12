"""The words, signs and names by which numbers are known: tables only."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text between its white space."""
    return frozenset(text.split())
