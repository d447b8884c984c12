"""What all numbers before make together, however it is told: "12 in the valley and 15 on the coast, 27 in all"."""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added
from claimcheck.extraction.forms.ends import ENDED
from claimcheck.extraction.forms.sums import AND_MORE
from claimcheck.extraction.readings.clauses import EARLIER, clauses, counts, is_alike, plain, stands_for
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import HEDGES, WORD, of_one_unit
from claimcheck.quantity.show import show_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.readings.clauses import Clause
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_LEAD = r"(?:^|[.,;:(–—])\s*(?:(?:and|or|which|so|thus|for|giving|makes?|making|them|it|that|have|hold|had|held)\s+)*"
_BEFORE = lazy(
    rf"(?:{_LEAD}(?:(?:an?|the|its|their)\s+(?:{WORD}\s+)?(?:total|(?:full-)?year\s+(?:total|figure))\s+(?:of|to|at|is|was)"
    rf"|an?\s+(?:combined|joint|aggregate)(?:\s+{WORD}){{0,2}}?(?:\s+of)?|totall?ing|add(?:s|ed|ing)?\s+up\s+to|making(?:\s+for)?"
    rf"|an?\s+(?:{WORD}\s+)?(?:total|combined)\s+(?:{WORD}\s+){{1,2}}of"
    rf"|bringing\s+the\s+(?:{WORD}\s+){{1,2}}?for\s+the\s+{WORD}\s+to"
    rf"|(?:together|combined|altogether|in\s+(?:all|total)),?(?:\s+(?!with\b){WORD}){{0,4}}?)"
    rf"|\b(?:for|giving|making)\s+an?\s+(?:{WORD}\s+)?total\s+(?:{WORD}\s+)?of)\s+{HEDGES}$",
    re.IGNORECASE,
)
_BEHIND = lazy(
    r"\s*(?:in\s+(?:all|total)|all\s+told|altogether|between\s+(?:them|the\s+(?:two|three|four))|(?:taken\s+)?together|combined)\b"
    r"(?!\s+(?:with|including|the|of|its|their|these)\b)",
    re.IGNORECASE,
)
_ANY = lazy(
    r"\b(?:total\w*|sum|combined|joint|aggregate|add\w*|making|together|altogether|all|between|bringing)\b",
    re.IGNORECASE,
)
_MORE = lazy(
    r"\b(?:of\s+(?:which|whom|these|those|them)|includ\w+|than|compared|against|versus|per|while|but|rose|fell|grew|up\s+(?!to\b)|down|also"
    r"|other|another|both|each|average|price|joined|left|already|since|so\s+far|making,\s+with)\b",
    re.IGNORECASE,
)
_SINCE = lazy(r"\s*(?:since|from|per|a\b|over\b|of\b)", re.IGNORECASE)
_BELIEVED = 20  # times; beyond, it is a total of other numbers
_PARTS = 2
_MOST = 8
_UP_TO = lazy(rf"\badd(?:s|ed|ing)?\s+up\s+to\s+{HEDGES}$", re.IGNORECASE)
_WITH = lazy(r"\b(?:includ\w+|with|plus|counting|as\s+well)\b", re.IGNORECASE)
_AMONG_THEM = lazy(rf"\bwith\s+{HEDGES}$", re.IGNORECASE)
_ADDED = lazy(r"\badded\b", re.IGNORECASE)  # "If to this is added"
_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight")
_MANY = lazy(
    rf"\b(?:the|these|those)\s+(?P<many>{'|'.join(_COUNTS)})\b(?P<some>\W+(?:larg|big|top|small|first|last))?",
    re.IGNORECASE,
)


def all_told(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the totals of the numbers before them, of which there are no others, and whether they are."""
    for clause in clauses(drafts, sentences):
        if len(clause.told) > _PARTS and _ANY.search(clause.sentence.words):
            for last in clause.asked:
                parts = _parts(clause, last)
                if parts and _is_told(clause, last) and not _has_more(clause, parts, last):
                    yield from _wrong(clause, parts, last)


def _is_told(clause: Clause, last: Draft) -> bool:
    after = clause.sentence.after(last.written)
    if _BEHIND.match(after):
        return not last.written.parenthesised  # "Norland (31%) and Isla (11%) together"
    ended = ENDED.match(
        timeless(clause.sentence.untimed(last.written.amount_end, last.written.amount_end + len(after)))
    )
    return bool(_BEFORE.search(clause.lead(last)) and ended and not _SINCE.match(after))


def _parts(clause: Clause, last: Draft) -> list[Draft]:
    """Return the numbers before a total that are of its kind; none where there may be others."""
    ahead = clause.before(last)
    share = last.written.unit.family == "percent"
    alike = [d for d in ahead if is_alike(d.written, last.written) or (counts(d.written) and counts(last.written))]
    moved = any(d.written.direction and d.written.by_to != "to" for d in (*alike, last)) if share else False
    plainly = not any(
        d.written.upper or d.written.unit.per or (d.written.value <= 0 and not d.written.parenthesised) for d in alike
    )
    pooled = share and any(d.written.parenthesised for d in alike) and any(counts(d.written) for d in ahead)
    plainly = plainly and not pooled  # "2 of 18 (11%) and 3 of 10 (30%), a total of 17.9%"
    plainly = plainly and not (counts(last.written) and any(d.written.decimals for d in alike))  # "a score of 3.5"
    plainly = plainly and all(is_alike(d.written, alike[0].written) or counts(d.written) for d in alike)
    plainly = plainly and ahead[ahead.index(alike[0]) :] == alike if alike else False  # "3 farms and 400 hectares"
    return alike if _PARTS <= len(alike) <= _MOST and plainly and not moved and not last.written.upper else []


def _has_more(clause: Clause, parts: Sequence[Draft], last: Draft) -> bool:
    """Whether words among the parts tell of others, or of other times."""
    between = clause.since(parts[0], last)
    said = f"{between} {clause.behind(last)}"
    if any(_AMONG_THEM.search(clause.sentence.before(part.written)) for part in parts[1:]):
        return True  # "68 began by phone, with 20 going on to video, for a total of 127 by video"
    if len({_is_inside(clause, draft) for draft in (*parts, last)}) > 1:
        return True  # "Eight trials fitted (six of them well), with 20 arms in total"
    nouns = {part.written.unit.name for part in parts} - {""}
    if len(nouns) > 1 and last.written.unit.name in nouns:
        return True  # "3 patients had 2 lesions each, making a total of 59 lesions"
    if clause.follows_semicolon():
        return True  # "roads took 5 million; rail took 4 million and buses 3 million, making 12 million"
    many = _MANY.search(clause.lead(last))
    if many and (many["some"] or _COUNTS.index(many["many"].lower()) + _PARTS != len(parts)):
        return True
    if _WITH.search(clause.lead(last)) or _WITH.search(clause.sentence.after(last.written)):
        return True
    opening = clause.sentence.gap(clause.sentence.start, parts[0].written.amount_start)
    return bool(_ADDED.search(opening) or any(way.search(between) for way in (_MORE, EARLIER)) or AND_MORE.search(said))


def _is_inside(clause: Clause, draft: Draft) -> bool:
    """Whether a number stands in parentheses that hold more than it."""
    before = clause.sentence.gap(clause.sentence.start, draft.written.number_start)
    return not draft.written.parenthesised and before.count("(") > before.count(")")


def _wrong(clause: Clause, parts: Sequence[Draft], last: Draft) -> Iterator[Bond]:
    numbers = [plain(draft) for draft in (last, *parts)]
    if _UP_TO.search(clause.lead(last)):
        numbers[0] = numbers[0]._replace(hedge="")  # and no "up to"
    fits = _add_up(numbers)
    if not fits and (
        _add_up(numbers[1:]) or any(_add_up([numbers[0], *some]) for some in _some(_all_before(clause, last)))
    ):
        return
    made = sum((number.value for number in numbers[1:]), start=Fraction(0))
    if made < numbers[0].value * _BELIEVED and numbers[0].value < made * _BELIEVED:
        printed = clause.printed(*parts, last)
        listed = f"{', '.join(printed[:-2])} and {printed[-2]}"
        wrong = "" if fits else f"{listed} add up to {show_number(made, numbers[0].unit)}, not {printed[-1]}"
        yield Bond(last, tuple(parts), wrong, "nothing else is in it", laws.added_up(last, parts))


def _all_before(clause: Clause, last: Draft) -> list[Written]:
    """Return what may be parts of a total, in front of a semicolon too."""
    ahead = (plain(draft) for draft in clause.told if draft.written.amount_end <= last.written.amount_start)
    return [number for number in ahead if of_one_unit(number, last.written) or number.unit.family == "count"][-_MOST:]


def _some(parts: Sequence[Written]) -> Iterator[tuple[Written, ...]]:
    """Yield the parts but for some of them."""
    for size in range(_PARTS, len(parts) + 1):
        yield from combinations(parts, size)


def _add_up(numbers: Sequence[Written]) -> bool:
    whole, *parts = map(stands_for, numbers)
    return added(parts).meets(whole)
