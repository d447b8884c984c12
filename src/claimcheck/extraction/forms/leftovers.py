"""What is left of a number within one sentence: "Of 51,119 adults, 2,207 were excluded, leaving 48,912"."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.forms.partitions import is_near, is_part
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import HEDGES, LEVELS, WORD, of_one_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_AIM = lazy(
    rf"(?:\s+{WORD}){{0,8}}?,?\s+(?:(?:as\s+)?against|compared\s+(?:with|to)|versus|(?:well\s+)?(?:below|short\s+of|above))"
    rf"\s+(?:(?:an?|the|its|their|our)\s+)?(?:{WORD}\s+){{0,2}}?(?:target|goal|plan|quota|objective|requirement|need|demand"
    rf"|budget)s?\s+(?:of|for)\s+{HEDGES}",
    re.IGNORECASE,
)
_MISSED = lazy(
    rf"(?:\s+{WORD}){{0,2}}\s*[,–—(-]\s*(?:(?:which\s+is|leaving|that\s+is)\s+)?(?:an?|the)\s+(?:{WORD}\s+)?"
    rf"(?P<way>shortfall|gap|deficit|surplus|excess)\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
_LEAVING = lazy(
    rf",\s+(?:and\s+)?(?:thus\s+)?(?:leaving|which\s+(?:leaves|left)|so\s+that)\s+(?:it\s+with\s+|a\s+total\s+of\s+)?{HEDGES}$",
    re.IGNORECASE,
)
_OFF = lazy(
    r"\b(?:excluded|withdrew|withdrawn|dropped\s+out|removed|lost|died|declined|refused|discarded|sold|spent|used|repaid"
    r"|deducted|cancelled|written\s+off|ineligible|missing|did\s+not)\b",
    re.IGNORECASE,
)
_ADDS = lazy(r"\b(?:added|joined|new|more|recruited|bought|acquired|opened|raised|per|each|including)\b", re.IGNORECASE)
_OF = lazy(r"\s+(?:out\s+)?of\s+(?:the\s+|its\s+|these\s+|those\s+)?", re.IGNORECASE)
_OTHER = lazy(r"(?:[,;]|\band\b|\bwhile\b)[^,;:]{0,40}\bthe\s+(?:other|remaining)\s*$", re.IGNORECASE)
_THREE = 3


def left_over(sentence: Sentence) -> tuple[Written, ...]:
    """Return a number and the parts that it falls into: what was taken off, and what is left."""
    levels = [written for written in sentence.quantities if _is_amount(written)]
    for three in zip(levels, levels[1:], levels[2:], strict=False):
        if all(of_one_unit(*pair) for pair in combinations(three, 2)):
            for way in (_missed, _other):
                if found := way(sentence, *three):
                    return found
    return _left(sentence, [level for level in levels if is_part(level)])


def _is_amount(written: Written) -> bool:
    plain = not written.upper and not written.unit.per and written.form == "number"
    return plain and written.unit.family in LEVELS and written.value > 0


def _missed(sentence: Sentence, reached: Written, aim: Written, gap: Written) -> tuple[Written, ...]:
    """Return "212,000 homes were built against a target of 300,000, a shortfall of 88,000"."""
    said = _MISSED.fullmatch(sentence.between(aim, gap)) if _AIM.fullmatch(sentence.between(reached, aim)) else None
    if said is None or not ENDED.match(sentence.after(gap)):
        return ()
    more = said["way"].lower() in ("surplus", "excess")
    return (reached, aim, gap) if more else (aim, reached, gap)


def _other(sentence: Sentence, part: Written, whole: Written, rest: Written) -> tuple[Written, ...]:
    """Return "was positive in 131 of the 142 participants, and negative in the other 11"."""
    of = _OF.fullmatch(sentence.between(part, whole)) and part.value < whole.value
    other = of and _OTHER.search(sentence.before(rest)) and ENDED.match(sentence.after(rest))
    return (whole, part, rest) if other and is_near((part, rest), whole) else ()


def _left(sentence: Sentence, numbers: Sequence[Written]) -> tuple[Written, ...]:
    """Return "Of 51,119 adults, 2,207 were excluded, leaving 48,912"."""
    for at, rest in enumerate(numbers):
        if not _LEAVING.search(sentence.gap(sentence.start, rest.amount_start)):
            continue
        ahead = [number for number in numbers[:at] if of_one_unit(number, rest)]
        said = sentence.gap(ahead[0].amount_end, rest.amount_start) if len(ahead) + 1 >= _THREE else ""
        ended = not any(of_one_unit(number, rest) for number in sentence.quantities if number.start >= rest.end)
        smaller = all(ahead[0].value > each.value for each in ahead[1:])
        if _OFF.search(said) and not _ADDS.search(said) and ended and smaller:
            return ahead[0], *ahead[1:], rest
    return ()
