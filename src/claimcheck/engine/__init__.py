"""The engine: decide a system of claims, prove every conflict, recompute and repair; `check` is the way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.engine.assess import check

if TYPE_CHECKING:
    from claimcheck.engine.inference import Inferred, infer
    from claimcheck.engine.listing import all_conflicts

__all__ = ["Inferred", "all_conflicts", "check", "infer"]

_LATE = {"Inferred": "inference", "infer": "inference", "all_conflicts": "listing"}


def __getattr__(name: str) -> object:
    """Return what a plain check does not need, imported when it is asked for."""
    if name not in _LATE:
        raise AttributeError(name)
    from importlib import import_module

    return getattr(import_module(f"claimcheck.engine.{_LATE[name]}"), name)
