"""The engine: decide a system of claims, prove every conflict, recompute and repair; `check` is the way in."""

from __future__ import annotations

from claimcheck.engine.assess import check

__all__ = ["check"]
