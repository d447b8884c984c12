"""Lists that say they are all of a total told before: "Petrol took £3 billion and the remaining £4 billion ..."."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction import laws
from claimcheck.extraction.bonds import Bond, added, alike, amount, is_earlier, is_level, printed_of
from claimcheck.extraction.draft import by_sentence
from claimcheck.extraction.forms.partitions import is_both, run
from claimcheck.extraction.forms.slipped import is_slipped
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.moments import moments
from claimcheck.extraction.text.subjects import meaning
from claimcheck.extraction.text.words import HEDGES, WORD
from claimcheck.quantity.show import show_number
from claimcheck.quantity.written import interval

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_REST = lazy(
    r"\b(?:the|a)\s+(?:remaining|other|final)\s*$|\b(?:the\s+)?(?:rest|remainder|balance)\b(?:[^,;.]{0,25}|,\s*)$",
    re.IGNORECASE,
)
_OTHERS = lazy(r",?\s+and\s+(?:all\s+|the\s+)?others?\b(?P<what>[^,;.]{0,30})$", re.IGNORECASE)
_ELSEWHERE = lazy(r"\s*(?:elsewhere|(?:in|to|from|for|by)\s+(?:the\s+rest|(?:all\s+)?others?)\b)", re.IGNORECASE)
_OF_THOSE = lazy(r"\W*of\s+(?:those|these|them|the)\b", re.IGNORECASE)
_THAT_LEFT = lazy(rf"\W*(?:that|this|which)\s+(?:left|leaves)\s+{HEDGES}", re.IGNORECASE)
_OF_WHOM = lazy(r"\bof\s+(?:whom|which)\b|^\W*(?:out\s+)?of\b", re.IGNORECASE)
_OF_ALL = lazy(r"\W*(?:out\s+)?of\s+(?:those|these|them|the|all)\b", re.IGNORECASE)
_SIFTED = lazy(r"\b(?:screened|assessed|invited|approached|contacted|identified|applied)\b", re.IGNORECASE)
_OF_REST = lazy(rf"(?:\s+{WORD}){{0,2}}\s+(?:out\s+)?of\s+(?:the\s+)?(?:remaining|other|rest)\b", re.IGNORECASE)
_NOUN = lazy(rf"\s*\([^()]*\)\s+({WORD})")
_SIZE = lazy(r"\bn\s?=\s?(\d+)\b")
_MOVES = ("growth", "change", "cagr", "difference")
_FEWEST, _MANY = 2, 3  # parts of a total
_MOST = 12
_NEAR = 15  # percent of the total that parts that are all of it may be wrong by
_BACK = 10  # sentences between a list and its total


class _List(NamedTuple):
    """The levels up to the one that is the rest, with those before it in the same paragraph."""

    parts: tuple[Draft, ...]
    starts: tuple[int, ...]  # how many of the last parts begin with a sentence, the most first


def completed(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the lists that are said to be all, and add up to a level before, or nearly to one."""
    told = by_sentence(drafts)
    summed = {group for draft in drafts if draft.kind == "sum" for group in (draft.group, *draft.parts)}
    for position, own in told.items():
        last = _rest(own, sentences[position])
        if last is None and not any(draft.group in summed for draft in own):
            yield from _slipped(own, told, sentences)
            yield from _left(own, told, sentences)
        if last is None or last.group in summed or is_earlier(last):
            continue
        listed = _listed(last, told, sentences)
        totals = _totals(listed, told)
        sizes = range(_FEWEST, len(listed.parts) + 1)
        made = [(listed.parts[-size:], total) for size in sizes for total in totals]
        made = [(parts, total) for parts, total in made if _adds_up(parts, total)]
        if made:
            yield from (_bond(*each, sentences, fits=True) for each in made[-1:] if _may_be(*each, sentences))
            continue
        for size in listed.starts:
            parts = listed.parts[-size:]
            near = [total for total in totals if _is_near(parts, total) and _may_be(parts, total, sentences)]
            slipped = [total for total in near if is_slipped([part.written for part in parts], total.written)]
            near = slipped or [total for total in near if not _is_nearly(parts, total)]
            if near and _is_told(parts, near[0], told, sentences):
                break
            if len({total.sentence for total in near}) == 1 or len({total.written.value for total in near}) == 1:
                yield _bond(parts, near[0], sentences)
            if near:
                break


def _slipped(own: Sequence[Draft], told: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield the list of a sentence that makes a level right before it, but for a slip."""
    levels = [draft for draft in own if is_level(draft)]
    sentence = sentences[levels[0].sentence] if levels else None
    if sentence is None or len(levels) < _FEWEST or not all(alike(draft, levels[0]) for draft in levels):
        return
    of = _OF_ALL.match(sentence.text, sentence.start, levels[0].written.start) or is_both(sentence.words)
    numbers = [draft.written for draft in levels]
    if len(levels) < (_FEWEST if of else _MANY) or run(sentence, numbers) != numbers:
        return
    if _adds_up(levels[1:], levels[0]):
        return  # "Of sales of $85.0 million, $31.8 million came from Europe, ... and $37 million from elsewhere"
    totals = _totals(_List(tuple(levels), ()), told)
    near = [each for each in totals if _is_near(levels, each) and _may_be(levels, each, sentences)]
    near = [each for each in near if levels[0].sentence - each.sentence <= _FEWEST]
    made = [each for each in near if _adds_up(levels, each)]
    near = [each for each in near if is_slipped(numbers, each.written)]
    if made:
        yield _bond(levels, made[0], sentences, fits=True)
    elif (
        len(near) == 1
        and not any(_adds_up(levels, each) for each in totals)
        and not _is_told(levels, near[0], told, sentences)
    ):
        yield _bond(levels, near[0], sentences)


def _is_told(parts: Sequence[Draft], total: Draft, told: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> bool:
    """Whether what is missing from a list is told right behind it: "...; 21 ballots were spoiled"."""
    gap = abs(total.written.value - sum(part.written.value for part in parts))
    behind = [draft for at in (0, 1) for draft in told.get(parts[-1].sentence + at, ())]
    counts = (found for at in sentences[parts[-1].sentence :][:2] for found in _SIZE.findall(at.words))
    return str(gap) in counts or any(is_level(draft) and interval(draft.written).contains(gap) for draft in behind)


def _left(own: Sequence[Draft], told: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> Iterator[Bond]:
    """Yield what is left of the two levels before it: "Of 96,412 patients 70,381 were seen. That left 26,031"."""
    levels = [draft for draft in own if is_level(draft)]
    if not levels or not _THAT_LEFT.fullmatch(sentences[levels[0].sentence].before(levels[0].written)):
        return
    rest = levels[0]
    near = [draft for draft in told.get(rest.sentence - 1, ()) if is_level(draft) and alike(draft, rest)]
    if len(near) != _FEWEST or not _is_largest((near[1], rest), near[0]):
        return
    parts, whole = (near[1], rest), near[0]
    of = _OF_WHOM.search(sentences[whole.sentence].words)
    if of and _is_near(parts, whole):
        yield _bond(parts, whole, sentences, fits=_adds_up(parts, whole))


def _rest(own: Sequence[Draft], sentence: Sentence) -> Draft | None:
    """Return the last level of a sentence if it is what is left, or one of the two that there are of those."""
    levels = [draft for draft in own if is_level(draft)]
    if not levels:
        return None
    last = levels[-1]
    before, after = sentence.before(last.written), sentence.after(last.written)
    if _REST.search(before) or _ELSEWHERE.match(after):
        return last
    if len(levels) > _MANY - 1 and _OTHERS.search(before):
        return last
    of = len(levels) == _FEWEST and _OF_THOSE.match(sentence.text, sentence.start, levels[0].written.start)
    return last if of and is_both(sentence.words) else None


def _listed(last: Draft, told: dict[int, list[Draft]], sentences: Sequence[Sentence]) -> _List:
    """Return the levels up to the rest, of its sentence and of those before it in the same paragraph."""
    parts: list[Draft] = []
    starts: list[int] = []
    at = last.sentence
    while len(parts) < _MOST:
        own = [draft for draft in told.get(at, ()) if is_level(draft) and alike(draft, last)]
        own = [draft for draft in own if not is_earlier(draft) and _is_beside(draft, last, sentences[at])]
        parts = [*own, *parts]
        if any(draft.kind in _MOVES for draft in told.get(at, ())):
            break
        starts.append(len(parts))
        if not at or "\n" in sentences[at].text[sentences[at - 1].end : sentences[at].start]:
            break
        at -= 1
    return _List(tuple(parts), tuple(size for size in reversed(starts) if size >= _FEWEST))


def _is_beside(draft: Draft, last: Draft, sentence: Sentence) -> bool:
    """Whether a level may stand in a list with the rest: no part of it, and no other thing, "32 (65%) seizures"."""
    after = sentence.gap(draft.written.amount_end, sentence.end)
    named, noun = _NOUN.match(after), last.written.unit.name
    other = (
        named and last.written.unit.family == "count" and not any(_is_form(word, noun) for word in meaning(named[1]))
    )
    return not _OF_REST.match(after) and not other


def _totals(listed: _List, told: dict[int, list[Draft]]) -> list[Draft]:
    """Return the levels before a list, in it and right behind it that may be its total."""
    last = listed.parts[-1]
    near = range(listed.parts[0].sentence - _BACK, last.sentence + 2)
    levels = [draft for at in near for draft in told.get(at, ()) if is_level(draft)]
    return [draft for draft in levels if alike(draft, last) and draft is not last]


def _adds_up(parts: Sequence[Draft], total: Draft) -> bool:
    return total not in parts and added(amount(part) for part in parts).meets(amount(total))


def _is_near(parts: Sequence[Draft], total: Draft) -> bool:
    whole, all_ = total.written.value, sum(part.written.value for part in parts)
    return total not in parts and 100 * abs(all_ - whole) <= _NEAR * whole and _is_largest(parts, total)


def _is_nearly(parts: Sequence[Draft], total: Draft) -> bool:
    """Whether two parts lack so little of a total that it may be those of whom it is not known which they are."""
    missing = total.written.value - sum(part.written.value for part in parts)
    return len(parts) == _FEWEST and 0 < 100 * missing < total.written.value


def _is_largest(parts: Sequence[Draft], total: Draft) -> bool:
    return all(part.written.value < total.written.value for part in parts)


def _may_be(parts: Sequence[Draft], total: Draft, sentences: Sequence[Sentence]) -> bool:
    """Whether a level of the same time stands before a list, and not too far; "other taxes" are of a tax."""
    before = sentences[parts[-1].sentence].before(parts[-1].written)
    if len(parts) == _FEWEST and _SIFTED.search(sentences[total.sentence].words):
        return False
    others = _OTHERS.search(before)
    if others and not any(_is_form(*pair) for pair in product(meaning(others["what"]), total.subject.words)):
        return False
    said = {moment for part in parts for moment in moments(sentences[part.sentence], part.written)}
    if said - moments(sentences[total.sentence], total.written):
        return False
    most = _BACK if _REST.search(before) or len(parts) > _MANY else 1
    ahead = total.written.end <= parts[0].written.start and not is_earlier(total)
    return ahead and parts[0].sentence - total.sentence <= most


def _is_form(first: str, second: str) -> bool:
    """Whether two words may be forms of one: "tax", "taxes"."""
    size = min(len(first), len(second), 5)
    return first[:size] == second[:size]


def _bond(parts: Sequence[Draft], total: Draft, sentences: Sequence[Sentence], *, fits: bool = False) -> Bond:
    told = show_number(
        sum((part.written.value for part in parts), start=parts[0].written.value * 0), total.written.unit
    )
    printed, last = printed_of(total, sentences), printed_of(parts[-1], sentences)
    said = f"the {len(parts)} parts up to {last} add up to {told}, not {printed}"
    guess, law = f"they are all of the {printed} of line {{line}}", laws.added_up(total, parts)
    return Bond(parts[-1], (total, *parts[:-1]), "" if fits else said, guess, law)
