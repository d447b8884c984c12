"""Claim kinds: one file each, one entry each in `KINDS`, imported when a sheet first uses them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.kinds.base import Kind

# The kinds in the order of the manual: the name in a sheet, and where its class stands.
KINDS = (
    ("value", "value.Value"),
    ("growth", "growth.Growth"),
    ("cagr", "cagr.Cagr"),
    ("change", "change.Change"),
    ("share", "share.Share"),
    ("ratio", "ratio.Ratio"),
    ("multiple", "multiple.Multiple"),
    ("sum", "sum.Sum"),
    ("difference", "difference.Difference"),
    ("contribution", "contribution.Contribution"),
    ("share_of_change", "share_of_change.ShareOfChange"),
    ("compare", "compare.Compare"),
    ("direction", "direction.Direction"),
    ("extreme", "extreme.Extreme"),
    ("count", "count.Count"),
    ("fraction", "fraction.Fraction"),
    ("average", "average.Average"),
    ("assert", "assertion.Assertion"),
)
NAMES = tuple(name for name, _ in KINDS)
_CLASSES = dict(KINDS)
_LOADED: dict[str, type[Kind]] = {}


def kind_class(name: str) -> type[Kind]:
    """Return the class of the kind `name`, one of `NAMES`."""
    if name not in _LOADED:
        module, _, title = _CLASSES[name].partition(".")
        _LOADED[name] = getattr(import_module(f"claimcheck.kinds.{module}"), title)
    return _LOADED[name]
