"""Directions: the verbs and nouns around a number that say up or down, and whether by it or to it."""

from __future__ import annotations

from typing import NamedTuple

from claimcheck.quantity.tokens import Parts

_UP = (
    "rise rises rose risen rising raise raised raises raising increase increases increased increasing grow grows grew grown growing growth climb "
    "climbs climbed climbing gain gains gained gaining jump jumps jumped jumping surge surges surged surging soar soars soared soaring up expand "
    "expands expanded expanding expansion advance advances advanced advancing improve improves improved improving improvement accelerate "
    "accelerated lift lifted lifts boost boosted boosts higher uptick upturn rebound rebounded rebounding rally rallied leap leapt leaped "
    "swelled swell widened widen hike hiked hikes strengthened appreciated appreciation increment skyrocketed rocketed spike spiked added more "
    "greater larger bigger faster multiplied"
)
_DOWN = (
    "fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing down "
    "slip slips slipped slipping shrink shrinks shrank shrunk shrinking contract contracts contracted contracting contraction slump slumps "
    "slumped slumping tumble tumbles tumbled tumbling plunge plunges plunged plunging sink sinks sank sunk sinking slide slides slid sliding dip "
    "dips dipped dipping cut cuts cutting reduce reduces reduced reducing reduction lower lowered lowers lowering narrowed narrow narrowing ease "
    "eased easing slow slowed slowing lose loses lost losing loss losses less fewer smaller shed sheds shedding off plummet plummeted plummets "
    "downturn weakened weaken depreciated depreciation diminished retreated retreat crashed collapsed collapse halve tightened dwindled "
    "trimmed trim slashed slash erosion eroded shortfall slower"
)
VERBS = dict.fromkeys(_UP.split(), "up") | dict.fromkeys(_DOWN.split(), "down")
# Behind a number: "a 5% increase", "1.8% less than", "8 percent higher".
_NOT_AFTER = frozenset("contract contracts cut cuts off narrow slow lift added up-to shed slide".split())
AFTER = {word: way for word, way in VERBS.items() if word not in _NOT_AFTER} | {
    "cut": "down",
    "cuts": "down",
    "off": "down",
}
_BETWEEN_AFTER = frozenset(
    "year on over month quarter annual annualised annualized yearly monthly quarterly yoy sharp steep further net average compound real nominal "
    "overall total - price rate pay wage tax revenue sales profit same store like for organic".split()
)
_ADVERBS = frozenset(
    "sharply slightly modestly strongly steeply further again only just another also even rapidly quickly slowly significantly substantially "
    "marginally moderately dramatically considerably steadily gradually markedly notably year on over yoy month a an the additional extra "
    "annually overall - nearly almost estimated total or rate rates".split()
)
_LINKS = frozenset(("by", "to", "of", "at", "from", "with"))
_STOPS = frozenset(
    (".", ";", ":", "!", "?", ")", "。", "；", "，", ",", "but", "while", "whereas", "which", "because", "although")
)
_BACK = 9  # how many words a "by" looks back for its verb: "raised its key policy rate by"

CHINESE = {
    "增长": "up", "增長": "up", "增加": "up", "上升": "up", "上涨": "up", "上漲": "up", "提高": "up", "增幅": "up", "涨": "up", "增": "up",
    "上调": "up", "扩大": "up", "涨幅": "up", "升": "up", "上升了": "up", "提升": "up", "下降": "down", "减少": "down", "減少": "down",
    "下跌": "down", "降低": "down", "回落": "down", "降幅": "down", "跌": "down", "降": "down", "下滑": "down", "下调": "down", "萎缩": "down",
    "跌幅": "down", "缩小": "down", "减": "down",
}  # fmt: skip
_CHINESE_LINKS = {"到": "to", "至": "to", "为": "", "了": "by", "達": "to", "达": "to", "約": "", "约": ""}


class Direction(NamedTuple):
    """Up or down, by or to, and the part where the words that say so begin."""

    way: str
    by_to: str
    first: int


def direction_before(parts: Parts, index: int) -> Direction | None:
    """Return the direction that the words before `index` (a number with its hedge) give: "fell by", "an increase of", "up"."""
    word = parts.words[index - 1]
    if not word.isascii():
        return _chinese_before(parts, index)
    link, k = "", index - 1
    lower = word.lower()
    if lower in ("between", "from") and parts.words[k - 1].lower() in ("of", "by"):
        lower, k = parts.words[k - 1].lower(), k - 1
    if lower in _LINKS:
        link, k = lower, k - 1
    way, first = _verb_back(parts, k, reach=_BACK if link in ("by", "to") else 4)
    if not way or link == "from":
        return None  # "up from 38%": the 38% did not rise
    if not link and first < index - 3:
        return None
    return Direction(way, link if link in ("by", "to") else "", first)


def _verb_back(parts: Parts, index: int, *, reach: int) -> tuple[str, int]:
    """Return (way, index) of the nearest verb or noun of direction at or before `index`; only adverbs are passed when `reach` is short."""
    for k in range(index, max(index - reach, 0), -1):
        word = parts.words[k].lower()
        if word in VERBS and not (word == "more" and k < index):
            return VERBS[word], k
        if not word or word in _STOPS or word[:1].isdigit() or word == "%":
            break
        if reach < _BACK and word not in _ADVERBS:
            break
    return "", index


def direction_after(parts: Parts, index: int) -> tuple[str, int]:
    """Return (way, index after the word) of "increase", "less", "higher", "down" right behind a number; ("", index) of none."""
    for k in range(index, index + 4):
        word = parts.words[k].lower()
        if word in AFTER:
            if word in ("off", "more", "up", "down") and k > index:
                break
            return AFTER[word], k + 1
        if word not in _BETWEEN_AFTER:
            break
    return "", index


def _chinese_before(parts: Parts, index: int) -> Direction | None:
    by_to, k = "", index
    if parts.words[k - 1] in _CHINESE_LINKS:
        by_to, k = _CHINESE_LINKS[parts.words[k - 1]], k - 1
    for count in (3, 2, 1):
        way = CHINESE.get("".join(parts.words[max(k - count, 0) : k]))
        if way:
            return Direction(way, by_to, k - count)
    return None
