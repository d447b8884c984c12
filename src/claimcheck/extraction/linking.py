"""Which drafts speak of one quantity: those of one relation, and, as a guess, those whose words are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.clashes import are_two, differ_in
from claimcheck.extraction.draft import by_group
from claimcheck.extraction.naming import named
from claimcheck.extraction.text.settings import is_awaited, setting_of
from claimcheck.extraction.text.subjects import Subject, same
from claimcheck.extraction.titles import titles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence

_RATES = ("growth", "cagr")
_MOST_WORDS = 5
_FEWEST = 2  # words that a subject needs to be known again in another sentence
_LAST = 20  # moves that one more is held against


WholeKey = tuple[tuple[str, ...], int]


class Names(NamedTuple):
    """The quantity's name for each group of drafts and each whole, and the subjects that were taken to be one."""

    of: dict[int, str]
    whole: dict[WholeKey, str]
    linked: dict[int, Subject]  # the subject of each group, as its sentence prints it


def name_quantities(drafts: Sequence[Draft], sentences: Sequence[Sentence], period: str = "") -> Names:
    """Return a name for every group; two groups share one when their words are the same and their units may be.

    `sentences` are those that drafts count. Where `period` is that of what they name none of, no more than its numbers
    tell that it is the same one: what differs is of two quantities then.
    """
    groups = by_group(drafts)
    printed = {group: next((d.subject for d in own if d.subject.words), Subject()) for group, own in groups.items()}
    settings = {group: _setting(printed[group], own, sentences) for group, own in groups.items()}
    subjects = {group: _ahead(settings[group], subject) for group, subject in printed.items()}
    called = titles(groups, printed, settings, sentences)
    # What is called by other words than its own is known again by none: "for flats" of "rose 6% for flats and 5% ...".
    linked = {
        g: subjects[g] if not called[g].words or {*called[g].words} & {*printed[g].words} else Subject() for g in groups
    }
    home = _homes(groups, linked, period)
    taken: dict[str, int] = {}
    names: dict[int, str] = {}
    for group in groups:
        if home[group] == group:
            names[group] = _fresh(called[group].place + called[group].words, taken)
    of = {group: names[home[group]] for group in groups}
    known = [g for g, own in groups.items() if subjects[g].words and not own[0].cell and _may_be_whole(own)]
    by_words = {subjects[group].words: group for group in reversed(known)}
    return Names(of, _wholes(drafts, of, by_words, taken), subjects)


def _may_be_whole(own: Sequence[Draft]) -> bool:
    """Whether something may be a whole of which there are parts: nothing at -196 °C is."""
    return all(draft.written.value > 0 for draft in own if draft.kind == "value")


def _ahead(setting: tuple[str, ...], subject: Subject) -> Subject:
    """Return a subject with the words for where it is told ahead of its own."""
    return subject._replace(words=(*setting, *subject.words)) if subject.words else subject


def _setting(subject: Subject, own: Sequence[Draft], sentences: Sequence[Sentence]) -> tuple[str, ...]:
    """Return the words for where some numbers of a subject are told; those of a table tell that themselves."""
    if own[0].cell:
        return ()
    setting: dict[str, None] = {}
    for position in dict.fromkeys(draft.sentence for draft in own):
        numbers = [draft.written for draft in own if draft.sentence == position]
        setting |= dict.fromkeys(setting_of(sentences[position], numbers, subject.words))
    levels = [draft for draft in own if draft.kind == "value"]
    if len(levels) == 1 and is_awaited(sentences[levels[0].sentence], levels[0].written):
        setting["expected"] = None
    return tuple(setting)


def _wholes(
    drafts: Sequence[Draft], of: dict[int, str], by_words: dict[tuple[str, ...], int], taken: dict[str, int]
) -> dict[WholeKey, str]:
    """Return a name for each whole that has no level beside its share: that of the quantity its words are known by."""
    units = {draft.group: draft.written.unit for draft in drafts if draft.kind == "value"}
    whole: dict[WholeKey, str] = {}
    for draft in drafts:
        if draft.whole is None or draft.whole_group or whole_key(draft) in whole:
            continue
        words, group = key = whole_key(draft)
        known = by_words.get(words) if group == 0 else None
        mine, theirs = units.get(draft.group), units.get(known) if known is not None else None
        if known is not None and of[known] != of[draft.group] and (mine is None or theirs is None or mine == theirs):
            whole[key] = of[known]
        else:
            whole[key] = _fresh(named(words), taken)
    return whole


def whole_key(draft: Draft) -> WholeKey:
    """Return what tells the whole of one draft from that of another: its words; where they say little, the draft too.

    "9 of 42 patients" and "12 of 40 patients" are about different patients, "the total" is another one each time.
    """
    words = draft.whole.words if draft.whole else ()
    return words, draft.group if draft.kind == "fraction" or len(words) < _FEWEST else 0


def whole_name(names: Names, draft: Draft) -> str:
    """Return the name of a draft's whole."""
    return names.of[draft.whole_group] if draft.whole_group else names.whole[whole_key(draft)]


def _homes(groups: dict[int, list[Draft]], subjects: dict[int, Subject], period: str) -> dict[int, int]:
    """Return for each group the first one that it is taken to be the same as; by itself where that is not clear.

    Groups are looked up by their words and units, so that thousands of sentences about one thing stay quick.
    """
    home: dict[int, int] = {}
    told: dict[tuple[int, int], list[list[Draft]]] = {}  # by home and sentence
    moves: dict[int, list[list[Draft]]] = {}  # by home: those that are more than one number
    given: dict[int, list[list[Draft]]] = {}  # by home
    ends: dict[int, set[str]] = {}  # by home: the ends of growth that were told of it
    known: dict[tuple[str, ...], dict[tuple[Subject, frozenset[str]], dict[int, None]]] = {}
    for group, own in groups.items():
        if own[0].cell:  # a table's rows and columns say what is one quantity
            home[group] = group
            continue
        words, units, mine = subjects[group].words, _units(own), {draft.in_ for draft in own}
        near = known.get(words[:_FEWEST], {})
        homes: dict[int, None] = {}
        for (theirs, counted), held in near.items():
            if same(subjects[group], theirs) and (not units or not counted or units == counted):
                homes |= held
        first = next(iter(homes), group)
        clear = len(homes) == 1 and all(_apart(own, other) for other in told.get((first, own[0].sentence), ()))
        clear = clear and not any(are_two(own, other) for other in moves.get(first, ())[-_LAST:])
        if period:
            clear = clear and not any(differ_in(period, own, other) for other in given.get(first, ()))
        if len(words) < _FEWEST:
            # "exports" may be one name for growth up to years that follow each other: that never contradicts itself.
            clear = clear and _grows_once(own) and not (ends[first] & mine)
        home[group] = first if clear else group
        told.setdefault((home[group], own[0].sentence), []).append(own)
        ends.setdefault(home[group], set()).update(mine)
        if period:
            given.setdefault(home[group], []).append(own)
        if len(own) > _FEWEST:
            moves.setdefault(home[group], []).append(own)
        if len(words) >= _FEWEST or (words and _grows_once(own)):
            known.setdefault(words[:_FEWEST], {}).setdefault((subjects[group], units), {})[home[group]] = None
    return home


def _apart(first: list[Draft], second: list[Draft]) -> bool:
    """Whether two groups of one sentence are a change and a yearly rate of one thing.

    Two numbers that one sentence puts side by side are two things, unless it says otherwise.
    """
    kinds = {draft.kind for draft in first}, {draft.kind for draft in second}
    return kinds in (({"growth"}, {"cagr"}), ({"cagr"}, {"growth"}))


def _grows_once(own: list[Draft]) -> bool:
    return len(own) == 1 and own[0].kind == "growth" and own[0].in_[:1].isdigit()


def _units(group: list[Draft]) -> frozenset[str]:
    """Return the units of a group, of which two of one quantity agree; rates fit any."""
    return frozenset(
        "share" if d.kind == "share" else d.written.unit.name or "-" for d in group if d.kind not in _RATES
    )


def _fresh(words: tuple[str, ...], taken: dict[str, int]) -> str:
    """Return a name made of the words that no quantity has yet."""
    kept = ["".join(c for c in word if c.isalnum()) for word in words]
    base = "_".join([word for word in kept if word][:_MOST_WORDS])[:60].strip("_") or "quantity"
    if not (base[0].isalpha() or base[0] == "_"):
        base = f"q_{base}"
    return untaken(base, taken, "_")


def untaken(base: str, taken: dict[str, int], joint: str) -> str:
    """Return a name that nothing has yet, which is taken then: itself, else with a number behind the joint."""
    name = base
    while name in taken:
        taken[base] += 1
        name = f"{base}{joint}{taken[base]}"
    taken[name] = 1
    return name
