"""Regular expressions that are compiled when a text asks them first: a run asks few of some seven hundred.

Compiling all of them took three quarters of a second, most of what checking a short text took.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, cast


class _Lazy:
    """What a pattern can do, taken from the compiled one at the first use of any of it."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self._flags = pattern, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._flags)
        for each in ("match", "fullmatch", "search", "finditer", "findall", "split", "sub"):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


def lazy(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern as `re.compile` does, compiled at its first use; its text may be part of another one."""
    return cast("re.Pattern[str]", _Lazy(pattern, flags))


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that ignores case, for one that is put together from the parts of a table when it is asked."""
    return re.compile(pattern, re.IGNORECASE)
