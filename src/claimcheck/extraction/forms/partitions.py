"""A whole and its parts within one sentence: "24,610 students, of whom 16,539 were undergraduates and 8,071 ..."."""

from __future__ import annotations

import re
from itertools import permutations
from typing import TYPE_CHECKING

from claimcheck.extraction.bonds import over
from claimcheck.extraction.forms.slipped import is_slipped
from claimcheck.extraction.forms.sums import AND_MORE, ONE
from claimcheck.extraction.text.bare import without_parentheses
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import CHINESE, HEDGES, LEVELS, WORD, of_one_unit
from claimcheck.quantity.slips import digit_slips
from claimcheck.quantity.terms import PERCENT
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_OPENS = lazy(
    rf"(?:\s+(?:{WORD}|\d{{1,3}})){{0,10}}\s*(?:,?\s*(?:(?P<some>of\s+(?:whom|which))"
    r"|(?:and\s+|which\s+)?(?:(?:is|was|are|were)\s+)?(?:made\s+up|consist(?:s|ed|ing)|comprised|composed)\s+of"
    r"|comprising|namely|divided\s+into|split\s+(?:into|between))\s+|(?P<colon>[:;]|,\s+(?:with\s)?|\()\s*)"
    rf"(?:{WORD}\s+){{0,5}}?{HEDGES}",
    re.IGNORECASE,
)
_HEADED = lazy(rf"\W*(?:out\s+)?of\s+(?:(?:the|its|their|our|these|those|all)\s+)*{HEDGES}", re.IGNORECASE)
_HEADS = lazy(rf"(?:\s+{WORD}){{0,8}},\s+(?P<some>(?:{WORD}\s+){{0,4}}?){HEDGES}", re.IGNORECASE)
_NEXT = lazy(
    rf"(?:\s+{WORD}){{0,8}}(?P<by>,|;|,?\s+and|,?\s+plus)\s+(?:(?!and\b){WORD}\s+){{0,6}}?{HEDGES}", re.IGNORECASE
)
_NO_PART = lazy(
    r"\b(?:which|whom|including|included|includes|than|up|down|compared|against|versus|per|while|but|or|rose|fell|total"
    r"|earlier|ago|both|also|corresponding|respectively|another|among)\b",
    re.IGNORECASE,
)
_GOES_ON = lazy(
    rf"(?:\s+{WORD}){{0,8}}\s*(?:,\s+(?:corresponding|representing|giving|compared|resulting|leaving|equal|equivalent"
    r"|which|making|with|up|down|against|and\s+(?:would|will|is|was|has|had)|but|while)\b|[;.])",
    re.IGNORECASE,
)
_CLOSES = lazy(rf"(?:\s+{WORD}){{0,8}}\s*\)", re.IGNORECASE)
_REST = lazy(r"\b(?:remaining|remainder|the rest|others?|elsewhere|the balance)\b", re.IGNORECASE)
_ASSIGNED = lazy(
    r"\b(?:assign|randomi[sz]|allocat|divid|split|fall(?:s|ing)? into|broken down|distribut|classif)\w*", re.IGNORECASE
)
_TO = lazy(rf"(?:\s+{WORD})?\s+to\s+(?!{WORD}\s+(?:more|less)\b)", re.IGNORECASE)  # "477 to reminders"
_ASIDES = lazy(r"\([^()]*\)|,?\s+or\s+\d[\d.]*\s?(?:%|per\s?cent)\s*,?", re.IGNORECASE)
_DOSE = lazy(r"\b\d[\d.,]*\s?(?:mg|µg|mcg|g|ml|IU|years?|weeks?|days?)\b")
_DATED = lazy(r"\b(?:of|in)\s+[12]\d{3}\b")
# Words that tell two parts between which nothing is left.
_BOTH = """
men women|male female|males females|boys girls|full-time part-time|full part|domestic international|domestic foreign
|undergraduates graduate|undergraduate graduate|undergraduates postgraduates|undergraduates graduates|urban rural
|fixed-rate floating-rate|fixed floating|public private|home abroad|insured uninsured|vaccinated unvaccinated
|permanent temporary|employed unemployed|native foreign-born|secured unsecured|drug placebo|intervention control
|placebo vaccine|inpatients outpatients|current non-current|onshore offshore|resident non-resident|owned rented
|owned leased
|owned chartered|frauen männer|jungen mädchen|femmes hommes|filles garçons|mujeres hombres|niñas niños|chicas chicos
"""
_CHINESE_BOTH = """
城镇 乡村|城镇 农村|城市 农村|男 女|出口 进口|境内 境外|国内 国外|国内 境外|国内 海外|境内 海外
"""
_BEFORE_NOUN = """
thousand million billion trillion were was assigned randomly to in on with for from the a an
"""
_LITTLE = frozenset(_BEFORE_NOUN.split())
_CHINESE_PAIRS = [pair.split() for pair in _CHINESE_BOTH.split("|")]
_PAIRS = [set(pair.split()) for pair in _BOTH.split("|")]
_SOME = lazy(r"\binclud(?:ing|ed|es?)\b", re.IGNORECASE)  # there may be more of them
_LEAVING = lazy(r"\bleav(?:ing|es)\b", re.IGNORECASE)  # what is taken off, and no list of parts
_FEWEST = 2  # parts of a whole
_NEAR = 15  # percent of the whole that parts that are all of it may be wrong by


def partition(sentence: Sentence) -> tuple[Written, ...]:
    """Return a whole and its parts, where words or their sizes say that nothing is left; none of a mere list."""
    if sentence.words.endswith(";"):
        return ()  # "...; 14 withdrew"
    levels = [written for written in sentence.quantities if is_part(_bared(written))]
    for alike in (of_one_unit, _are_counts):
        for at, whole in enumerate(levels):
            numbers = [written for written in levels[at + 1 :] if alike(whole, written) and is_part(written)]
            if len(numbers) >= _FEWEST and _have_shares(sentence, run(sentence, numbers) or numbers, whole):
                return ()  # nor is one of them a whole of those behind it
            parts = _parts(sentence, whole, numbers)
            if parts and (alike is of_one_unit or is_slipped(parts, whole) or _count_both(sentence, parts)):
                return whole, *parts
    return ()


def _bared(written: Written) -> Written:
    """Return a level without the verb that leads to it: "grew to 1,412 million, of which"."""
    return written._replace(direction="") if written.by_to == "to" else written


def _are_counts(whole: Written, part: Written) -> bool:
    """Whether a whole and its part are counted, by other nouns perhaps: "812 vessels", "162 tankers"."""
    return whole.unit.family == "count" and part.unit.family in ("count", "none")


def _parts(sentence: Sentence, whole: Written, numbers: Sequence[Written]) -> list[Written]:
    """Return those of the numbers behind a whole that are all its parts; none where they are a mere list."""
    opened = _opened(sentence, whole, numbers[0]) if numbers else None
    parts = run(sentence, numbers) if opened else []
    inside = opened is not None and opened.groupdict().get("colon") == "("
    if opened is None or len(parts) < _FEWEST or not _ends(sentence, numbers, parts[-1], inside=inside):
        return []
    more = [number.value for number in sentence.quantities if number not in parts]  # "and three withdrew"
    gap = abs(whole.value - sum(part.value for part in parts))
    ones = len(ONE.findall(sentence.gap(whole.amount_end, sentence.end)))
    ended = (
        gap not in (*more, ones)
        and sum(part.value for part in parts) not in more  # "39 of 45 patients (34 men, 5 women)"
        and not _have_shares(sentence, parts, whole)
        and not AND_MORE.search(sentence.gap(parts[-1].amount_end, sentence.end))
    )
    return parts if ended and _is_all(sentence, opened, parts, whole) else []


def _opened(sentence: Sentence, whole: Written, first: Written) -> re.Match[str] | None:
    """Return the words that lead from a whole to its parts: "812 vessels, of which", "Of the 812 vessels,"."""
    gap = _gap(sentence, whole, first)
    headed = _HEADED.fullmatch(sentence.gap(sentence.start, whole.amount_start)) and _HEADS.fullmatch(gap)
    return headed or _OPENS.fullmatch(gap)


def _is_all(sentence: Sentence, opened: re.Match[str], parts: Sequence[Written], whole: Written) -> bool:
    """Whether words, or parts that a slip alone keeps from making their whole, say that nothing is left."""
    sign = opened.groupdict().get("colon")
    if opened["some"] is None and sign is None:
        return True
    if _SOME.search(opened[0]) and sum(part.value for part in parts) < whole.value:
        return False
    if not (is_near(parts, whole) or _far_slip(parts, whole)):
        return False
    inside = _CLOSES.match(sentence.after(parts[-1])) if sign == "(" else None
    said = _ASIDES.sub(" ", sentence.gap(whole.amount_end, sentence.end))
    if inside is not None:
        said = f"{sentence.gap(whole.amount_end, parts[-1].amount_end)}{inside[0]}"
    if is_both(said) if sign in (None, ":") else _are_both(sentence, parts):
        return True
    if not is_near(parts, whole):
        return False
    apposed = sign in (", ", ";")  # where other numbers than parts may follow
    assigned = opened["some"] is None and _ASSIGNED.search(sentence.gap(sentence.start, parts[0].amount_start))
    if not apposed and (_REST.search(said) or (assigned and _ASSIGNED.search(opened[0]))):
        return True
    if apposed and assigned and all(_TO.match(sentence.after(part)) for part in parts):
        return True
    return not _LEAVING.search(said) and is_slipped(parts, whole, listed=sign == ":")


def _have_shares(sentence: Sentence, parts: Sequence[Written], whole: Written) -> bool:
    """Whether each part is the share of the whole that stands behind it, so that what is left out is no slip."""
    numbers = sentence.quantities
    shares = [next((other for other in numbers if other.amount_start >= part.amount_end), part) for part in parts]
    return all(
        share.parenthesised
        and share.unit == PERCENT
        and (made := over(interval(part), interval(whole))) is not None
        and made.meets(interval(without_parentheses(share)))
        for part, share in zip(parts, shares, strict=True)
    )


def _are_both(sentence: Sentence, parts: Sequence[Written]) -> bool:
    """Whether two parts are right behind their numbers two between which nothing is left: "761 boys and 721 girls"."""
    said = [f"{sentence.text[part.number_end : part.amount_end]} {sentence.after(part)}" for part in parts]
    nouns = [[word for word in re.findall(WORD, each.lower()) if word not in _LITTLE] for each in said]
    return len(parts) == _FEWEST and {noun[0] for noun in nouns if noun} in _PAIRS


def _count_both(sentence: Sentence, parts: Sequence[Written]) -> bool:
    """Whether two parts count all that a whole of another noun is: "3,213 employees, of whom 1,412 men, ... women"."""
    return len(parts) == _FEWEST and is_both(" ".join(sentence.text[p.number_end : p.amount_end] for p in parts))


def is_part(written: Written) -> bool:
    """Whether a number is a plain level, which may be a part or a whole."""
    plain = not written.upper and not written.direction and not written.parenthesised and not written.unit.per
    return plain and written.unit.family in LEVELS and written.form == "number" and written.value > 0


def _gap(sentence: Sentence, first: Written, second: Written) -> str:
    """Return the words between two numbers without what stands aside, doses and years."""
    gap = _ASIDES.sub(" ", sentence.gap(first.amount_end, second.amount_start))
    return re.sub(r"\s+", " ", _DATED.sub(" ", _DOSE.sub("so much", gap))).replace(" ,", ",")


def run(sentence: Sentence, numbers: Sequence[Written]) -> list[Written]:
    """Return the numbers that are listed from the first one on; none where behind "and" another list may begin."""
    parts, ended = [numbers[0]], False
    for number in numbers[1:]:
        gap = _gap(sentence, parts[-1], number)
        joined = _NEXT.fullmatch(gap)
        if not joined or _NO_PART.search(gap):
            break
        if ended and not _REST.search(gap):
            return []
        parts.append(number)
        ended = joined["by"].strip(" ,") == "and"
    return parts


def _ends(sentence: Sentence, numbers: Sequence[Written], last: Written, *, inside: bool) -> bool:
    """Whether a list ends with a number: it is the last one, or the sentence goes on about something else.

    One that is `inside` parentheses ends with them.
    """
    rest = numbers[numbers.index(last) + 1 :]
    if inside and _CLOSES.match(sentence.after(last)):
        return True
    return not rest or bool(_GOES_ON.match(_gap(sentence, last, rest[0])))


def is_near(parts: Sequence[Written], whole: Written) -> bool:
    """Whether parts are together about as much as a whole."""
    return 100 * abs(sum(part.value for part in parts) - whole.value) <= _NEAR * whole.value


def _far_slip(parts: Sequence[Written], whole: Written) -> bool:
    """Whether two digits swapped in a part keep two parts from making their whole: "143, of which 96 and 74"."""
    swapped = ([*parts[:at], other, *parts[at + 1 :]] for at, part in enumerate(parts) for other in _swapped(part))
    return len(parts) == _FEWEST and any(sum(part.value for part in meant) == whole.value for meant in swapped)


def _swapped(part: Written) -> list[Written]:
    return [other for name, other in digit_slips(part) if name == "swapped"]


def is_both(said: str) -> bool:
    """Whether words tell two parts between which nothing is left: "full time", "part time"."""
    words = set(re.findall(WORD, said.lower()))
    return any(pair <= words for pair in _PAIRS) or _is_both_in_chinese(re.findall(CHINESE, said))


def _is_both_in_chinese(nouns: Sequence[str]) -> bool:
    """Whether two nouns tell such parts of one thing: 城镇人口, 乡村人口; 农村转移劳动力 leaves something."""
    return any(
        one in noun and other in beside and noun.replace(one, "") == beside.replace(other, "")
        for noun, beside in permutations(nouns, 2)
        for one, other in _CHINESE_PAIRS
    )
