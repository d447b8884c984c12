"""A name for what a number is about: the noun of its words, without verbs and without little words at the ends."""

from __future__ import annotations

# Verbs that take what is counted as their object; none of them is a noun as well.
_OBJECT = """
reported posted recorded expect expects expected put bring brings brought left take takes took spend spends spent
invest invests invested buy buys bought sell sells sold save saves saved get gets got counted shipped asked held
carried had has have raised pay pays paid earn earns earned say says said see sees saw
"""
# Verbs that say what their subject is.
_STATE = "remain remains remained become becomes became come comes came go goes went stay stays stayed look looks"
_SMALL = """
after before earlier then since if so therefore within against compared together thus now nearly still only just yet
too hence though although because when
"""
_TAKING, _BEING, _LITTLE = (frozenset(text.split()) for text in (_OBJECT, _STATE, _SMALL))


def named(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words by which a quantity is called; none where they are all verbs and little words."""
    being = next((i for i, word in enumerate(words) if word in _BEING), 0)
    kept = _trimmed(words[:being]) or words
    last = max((i for i, word in enumerate(kept) if word in _TAKING), default=-1)
    return _trimmed(kept[last + 1 :]) or _trimmed(tuple(word for word in kept if word not in _TAKING | _BEING))


def _trimmed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without the little ones at their ends."""
    inner = [i for i, word in enumerate(words) if word not in _LITTLE]
    return words[inner[0] : inner[-1] + 1] if inner else ()
