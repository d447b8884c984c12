"""The valid name that a mistyped one was plausibly meant to be: the one place where nearness is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


_LISTED = 32  # names; a longer list helps nobody
_LONGEST = 200  # letters
_ABBREVIATION = 3  # letters at least


def nearest(word: str, names: Iterable[str]) -> str:
    """Return the name that `word` was plausibly meant to be, or "": misspelt, or the one said in more words."""
    return _best(word, names, loosely=True)


def misspelt(word: str, names: Iterable[str]) -> str:
    """Return the name of which `word` is a misspelling, or "": where longer names may well be others."""
    return _best(word, names, loosely=False)


def did_you_mean(word: str, names: Iterable[str], meant: Iterable[str] | None = None) -> str:
    """Return "did you mean 'growth'?", or the valid names where they are few, or "".

    Only what is in `meant` is suggested, where that is given.
    """
    known = list(dict.fromkeys(names))
    near = nearest(word, known if meant is None else meant)
    if near:
        return f"did you mean {near!r}?"
    return f"valid here: {', '.join(known)}" if 0 < len(known) <= _LISTED else ""


def _best(word: str, names: Iterable[str], *, loosely: bool) -> str:
    """Return the nearest of the plausible names, the first of equals."""
    base, tail = _parts(word)
    best, least = "", (_LONGEST * 2, 0)
    for name in names:
        other, end = _parts(name)
        if _plausible(base, other, loosely=loosely):
            away = differences("-".join(base), "-".join(other)), differences(tail, end)
            if away < least:
                best, least = name, away
    return best


def _parts(name: str) -> tuple[list[str], str]:
    """Return the parts of a name in small letters, and what stands in its brackets: a period or an index."""
    import re

    base, _, tail = name[:_LONGEST].lower().partition("[")
    return re.findall(r"[^\W_]+", base), tail


def _plausible(word: list[str], name: list[str], *, loosely: bool) -> bool:
    """Say whether `word` may be meant to be `name`; only misspellings where not `loosely`."""
    begin = _shared(word, name)
    end = _shared(word[begin:][::-1], name[begin:][::-1])
    rests = ["-".join(parts[begin : len(parts) - end]) for parts in (word, name)]
    if all(rests) and _alike(*rests):
        return True
    joined = "-".join(word), "-".join(name)
    if joined[0].replace("-", "") == joined[1].replace("-", ""):
        return True
    return loosely and (
        2 * (begin + end) > max(len(word), len(name)) or _within(*joined) or _within(*joined[::-1]) or _begun(*joined)
    )


def _alike(word: str, name: str) -> bool:
    """Say whether a third of the letters at most differ, or two neighbours are swapped and nothing else.

    The third is of the shorter word where even the first letter differs: `amount` is not meant to be `count`.
    """
    allowed = (max if word[0] == name[0] else min)(len(word), len(name)) // 3
    if sorted(word) == sorted(name) and differences(word, name) == 1:
        return True
    letters = set(word), set(name)
    if max(abs(len(word) - len(name)), len(letters[0] - letters[1]), len(letters[1] - letters[0])) > allowed:
        return False  # quickly: each of these letters is a difference
    return differences(word, name) <= allowed


def _within(inner: str, outer: str) -> bool:
    """Say whether whole parts of one name are the other, as in `growth` and `growth-rate`."""
    return len(inner) > 1 and f"-{inner}-" in f"-{outer}-"


def _begun(word: str, name: str) -> bool:
    """Say whether `word` abbreviates `name`, or is a longer form of it, as `comparison` is of `compare`."""
    same = _shared(word, name)
    return (same == len(word) >= _ABBREVIATION) or (same >= len(name) - 1 and 2 * same > len(word))


def _shared(one: list[str] | str, other: list[str] | str) -> int:
    """Return how many items are equal from the start on."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def differences(one: str, other: str) -> int:
    """Return by how many letters two words differ: one too many, missing, another, or two neighbours swapped."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            best = min(last[j] + 1, row[-1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, before[j - 2] + 1)
            row.append(best)
        before, last = last, row
    return last[-1]
