"""Hedges: the words beside a number that widen it, open it, or take one of its sides away."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

# The one table of widths, each a share of the number. A sheet overrides them with `hedges: {about: 10%}`.
WIDTHS: dict[str, Fraction] = {
    "about": Fraction(1, 20),  # to both sides, at least the rounding
    "nearly": Fraction(1, 10),  # from so far below up to the number, which is not reached
    "just over": Fraction(1, 10),  # its mirror
    "word": Fraction(1, 10),  # half, a third, doubled, tenfold: to both sides
}

ONE_SIDED = ("more than", "at least", "less than", "at most")
NAMES = ("about", "more than", "at least", "less than", "at most", "nearly", "just over", "plus-minus", "exactly")

# What stands before the number, by the hedge that it is.
BEFORE: dict[str, tuple[str, ...]] = {
    "about": (
        "about", "approximately", "approx", "approx.", "around", "roughly", "some", "circa", "ca", "ca.", "c.", "~", "≈", "≃", "∼", "an estimated",
        "estimated", "or so", "somewhere around", "in the region of", "in the order of", "on the order of", "in the neighborhood of",
        "in the neighbourhood of", "of the order of", "the best part of", "an average of about", "or about", "or around", "or roughly",
    ),
    "nearly": (
        "nearly", "almost", "close to", "just under", "just below", "just short of", "not quite", "slightly less than", "slightly under",
        "slightly below", "a little less than", "a little under", "a bit less than", "well-nigh", "approaching", "nearing", "near",
        "just shy of", "shy of", "short of", "slightly more than half of", "virtually",
    ),
    "just over": (
        "just over", "just above", "slightly more than", "slightly over", "slightly above", "a little more than", "a little over",
        "a bit more than", "a bit over", "a shade over", "marginally over", "a touch over", "just more than", "little more than",
    ),
    "more than": (
        "more than", "over", "greater than", "larger than", "higher than", "bigger than", "above", "in excess of", "exceed", "exceeds",
        "exceeded", "exceeding", "surpass", "surpasses", "surpassed", "surpassing", "topped", "topping", "tops", "beyond", "upwards of",
        "upward of", "well over", "well above", "far more than", "well more than", "longer than", "older than", "north of", ">", "broke through",
    ),
    "at least": (
        "at least", "no less than", "not less than", "no fewer than", "not fewer than", "a minimum of", "minimum of", "as little as",
        "as few as", "≥", ">=", "⩾", "no lower than", "not below", "greater than or equal to", "more than or equal to", "equal to or more than",
        "greater or equal than", "bigger or equal than", "higher or equal than", "at the least", "equal to or greater than",
    ),
    "less than": (
        "less than", "fewer than", "lower than", "smaller than", "below", "under", "<", "well under", "well below", "south of", "shorter than",
        "younger than", "far less than", "only just under",
    ),
    "at most": (
        "at most", "no more than", "not more than", "up to", "not exceeding", "a maximum of", "maximum of", "as much as", "as many as", "≤",
        "<=", "⩽", "no greater than", "no higher than", "not over", "no larger than", "less than or equal to", "equal to or less than",
        "smaller or equal than", "lower or equal than", "less or equal than", "as high as", "at the most", "or as much as",
    ),
    "exactly": ("exactly", "precisely", "just exactly"),
}  # fmt: skip
# What stands behind it.
AFTER: dict[str, tuple[str, ...]] = {
    "at least": (
        "- plus", "plus", "+", "or more", "and more", "or higher", "or greater", "or above", "and above", "and over", "or over", "or better",
        "at least", "or older", "and older", "upwards", "以上",
    ),
    "at most": ("or less", "or fewer", "or lower", "or below", "and below", "and under", "or under", "at most", "以内", "以內"),
    "less than": ("以下",),
    "about": ("or so", "or thereabouts", "approximately", "左右", "上下", "- ish"),
}  # fmt: skip
CHINESE_BEFORE: dict[str, tuple[str, ...]] = {
    "about": ("约", "約", "大约", "大約", "约为", "約為", "大概", "约合", "左右"),
    "nearly": ("近", "将近", "將近", "接近", "逼近"),
    "more than": ("超过", "超過", "超", "逾", "高于", "高於", "突破", "多于", "大于", "大於", "破", "超出", "远超", "首超"),
    "at least": ("至少", "不少于", "不少於", "不低于", "不低於", "不小于", "最少"),
    "less than": ("不到", "少于", "少於", "低于", "低於", "不足", "小于", "小於", "未达"),
    "at most": ("至多", "最多", "不超过", "不超過", "不高于", "不多于", "不大于", "高达", "高達"),
    "exactly": ("正好", "恰好", "刚好"),
}  # fmt: skip

_BY_PHRASE = {phrase: name for name, phrases in BEFORE.items() for phrase in phrases}
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1].rstrip(".") for phrase in _BY_PHRASE) | {"."}
_AFTER_PHRASE = {phrase: name for name, phrases in AFTER.items() for phrase in phrases}
_AFTER_STARTS = frozenset(phrase.split(" ", 1)[0] for phrase in _AFTER_PHRASE) | {
    "以",
    "左",
    "上",
    "-",
    "多",
    "余",
    "餘",
}
_CHINESE = {phrase: name for name, phrases in CHINESE_BEFORE.items() for phrase in phrases}
_CHINESE_LAST = frozenset(phrase[-1] for phrase in _CHINESE)
_LONGEST = max(len(phrase.split()) for phrase in _BY_PHRASE)


def hedge_before(parts: Parts, index: int) -> tuple[str, int]:
    """Return (hedge, index of its first part) of the words that end right before `index`; ("", index) of none."""
    last = parts.words[index - 1]
    if not last.isascii() and last in _CHINESE_LAST:
        for count in (3, 2, 1):
            name = _CHINESE.get("".join(parts.words[max(index - count, 0) : index]))
            if name:
                return name, index - count
    if last.lower() not in _LAST_WORDS:
        return "", index
    return _english_before(parts, index)


def _english_before(parts: Parts, index: int) -> tuple[str, int]:
    if parts.words[index - 1] == "=" and parts.words[index - 2] in ("<", ">"):
        return ("at most" if parts.words[index - 2] == "<" else "at least"), index - 2
    words: list[str] = []
    found, first = "", index
    for k in range(index - 1, max(index - 1 - _LONGEST, 0), -1):
        word = parts.words[k].lower()
        if not word or word in (",", ";", ":", "(", ")"):
            break
        words.insert(0, word)
        name = _BY_PHRASE.get(" ".join(words)) or (
            _BY_PHRASE.get(" ".join(words[:-1]) + ".") if words[-1] == "." else None
        )
        if name:
            found, first = name, k
    return found, first


def hedge_after(parts: Parts, index: int) -> tuple[str, int]:
    """Return (hedge, index after it) of the words that start at `index`, as in "5,000-plus", "10% or more"; ("", index) of none."""
    if parts.words[index].lower() not in _AFTER_STARTS:
        return "", index
    for count in (2, 1):
        name = _AFTER_PHRASE.get(" ".join(word.lower() for word in parts.words[index : index + count]))
        if not name:
            name = _AFTER_PHRASE.get("".join(parts.words[index : index + count]))
        if name:
            return name, index + count
    return "", index
