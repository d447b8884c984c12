"""What the quantity of some numbers is called: by its own words, else by those behind the number or of one before it.

A title is for the reader of a draft alone: which numbers are of one quantity is never decided by it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.forms.respectively import in_row
from claimcheck.extraction.naming import named, takes_object, tells
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import Subject, cleaned, meaning, without_insertions
from claimcheck.extraction.text.then import timeless
from claimcheck.extraction.text.words import AGAINST, HEDGE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.extraction.draft import Draft
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_MOST = 5  # words of a name
_FAR = 400  # characters before a number that say what it is of
_WORD = r"[^\W\d_][\w-]*"
_WORDS = r"(?:[^\W\d_][\w'’&/-]*\s+){0,3}[^\W\d_][\w'’&/-]*"
_LINK = (
    rf"(?:{HEDGE}|{AGAINST}|an?|the|up|down|rise|increase|decrease|drop|gain|fall|decline|of|by|from|to|then|at|record"
    r"|high|low|still|is|was|were|slightly|sharply|considerably|series|peak|annual|annuali[sz]ed|rate|seasonally"
    r"|adjusted|revised)"
)
# Between two numbers: what is said of the first, then nothing that names another thing: " were men and ".
_INITIAL = lazy(
    rf"[^,;:()]*?(?:[,;]\s*(?:and|or|but|plus)?|\b(?:and|or|but|plus|{AGAINST}|from|to)\b)\s*(?:{_LINK}\s+){{0,8}}",
    re.IGNORECASE,
)
_PLACED = lazy(r"\b(?:for|in|at|among|within|across)\b", re.IGNORECASE)
_END = lazy(r"[,;.]\s")
_BESIDE = lazy(r"\s*\(?\s*[+-]?\s*")
_LEAD = lazy(
    rf"(?:[^;:()]*,|of\s+(?:them|these|those|which))\s*(?:{_LINK}\s+){{0,8}}|\s*", re.IGNORECASE
)  # "In that time, 243 signed on"
_STATED = lazy(
    rf"\s*(?:(?:people|of\s+them|of\s+these)\s+)?(?:were|was|are|is|had|have)\s+(?:(?:still|also|a|an|the|in)\s+)*({_WORDS})",
    re.IGNORECASE,
)
_DONE = lazy(r"\s*(?:(?:people|persons)\s+)?([a-z]+(?:ed|ing|men|en|s)\b(?:\s+(?:on|off|out|up))?)")
_CHANGED = lazy(
    rf"\s*(?:fall|rise|increase|decrease|drop|decline|growth|jump|gain|reduction)s?\s+in\s+(?:the\s+|its\s+)?({_WORDS})",
    re.IGNORECASE,
)
_OF = lazy(rf"\s*(?:[^\W\d_]+\s+)?of\s+(?:the\s+|its\s+)?({_WORDS})", re.IGNORECASE)
_ENDS = lazy(
    r"\b(?:in|at|on|for|from|to|by|with|and|or|but|who|which|that|while|as|since|over|during|after|before|per|than|up"
    r"|down|compared|was|were|is|are|has|have|had|will|of)\b",
    re.IGNORECASE,
)
_RELATIVE = lazy(  # "net income, which leaves out taxes, was", "income, or what a bank earns by loans, fell"
    r",\s*(?:which|who|whose|that|or\s+the|the|excluding|including)\b[^;]{0,300}?,"
    r"(?=\s*$|\s*(?:was|were|is|are|has|have|rose|fell|grew|increased|de[a-z]*ed|dropped)\b)"
)
_NOTED = lazy(r".{0,2}\(\d\)\s+(?:for|of|in|at|on|with)\s[^,;]*")  # a footnote: "price(2) for homes was"
_THERE = lazy(
    rf".*\bthere\s+(?:(?:were|are|was|is|(?:have|has|had)\s+been|currently|also)\s+)+(?:{_LINK}\s+|estimated\s+){{0,8}}",
    re.IGNORECASE,
)
_MADE_UP = lazy(
    rf"\b(?:accounting|accounts?|accounted|representing|making|or|equivalent|comprising)\s+(?:(?:for|up|to|{_LINK})\s+){{0,8}}$",
    re.IGNORECASE,
)
_RATED = lazy(r"\s*((?:[a-z-]+\s+){1,3}?(?:rate|ratio|margin|yield))\b")
_BESIDE_IT = lazy(rf"\s+((?!(?:of|in|at)\b)[^\W\d_][\w-]*(?:\s+{_WORD})?)\s*(?:[,.;]|$|and\b)")
_HAS = lazy(r"\b(?:has|have|had)\s+(?:(?:about|around|nearly|almost|some|over|only|just|now)\s+)*$", re.IGNORECASE)
_PARTICIPLE = lazy(r"\b[a-z]+ed\s+(by|in|at|for|from|on|with)\b", re.IGNORECASE)
_AND_ON = lazy(r"\b(?:and|was|were|is|are|has|have|had|will|who|which|that|while)\b", re.IGNORECASE)
_ASIDE = lazy(r"\([^()]*\)")
_PRONOUN = lazy(
    r"\W*(?:(?:but|and|however|meanwhile|also|now|overall|in\s+(?-i:[A-Z])[a-z]+(?:\s+\d{4})?),?\s+)*"
    r"(?:it|they|this|that|these|those|the\s+(?:figures?|numbers?))\b(?!\s+(?:of|said|says|shows?)\b)",
    re.IGNORECASE,
)
_FINITE = lazy(
    r"\b(?:was|were|is|are|has|have|had|will|would|rose|fell|grew|increased|decreased|declined|dropped|climbed|reached"
    r"|hit|stood|totall?ed|came|went|amounted|advanced|jumped|dipped|reflected|remained)\b",
    re.IGNORECASE,
)
_DIGITS = lazy(r"(?<!\S)[^\s\d]*\d\S*")
_CLAUSES = lazy(r"[,;:()]\s|\b(?:while|whereas|but|that)\b")


class Title(NamedTuple):
    """What a quantity is called: the words for where it is told, and those for what it is."""

    place: tuple[str, ...]
    words: tuple[str, ...]


def titles(
    groups: Mapping[int, Sequence[Draft]],
    printed: Mapping[int, Subject],
    settings: Mapping[int, tuple[str, ...]],
    sentences: Sequence[Sentence],
) -> dict[int, Title]:
    """Return the title of each group, in the order of the text; without words for what no word tells.

    `printed` are the subjects as sentences print them, `settings` the words for where they are told.
    """
    found: dict[int, Title] = {}
    by_number: dict[int, tuple[str, ...]] = {}
    places: dict[int, list[str]] = {}
    leading: dict[int, tuple[str, ...]] = {}  # by sentence: the title of its first number
    for group, own in groups.items():
        if own[0].cell:
            found[group] = Title((), named(printed[group].words))
            continue
        draft = min(own, key=lambda draft: draft.written.number_start)
        sentence = sentences[draft.sentence]
        ahead = [w for w in sentence.quantities if w.number_start < draft.written.number_start]
        before = by_number.get(ahead[-1].number_start, ()) if ahead else ()
        led = leading.get(draft.sentence - 1, ()) if _goes_on(sentences, draft.sentence) else ()
        own_words = _title(sentence, draft, printed[group], ahead[-1] if ahead else None, before)
        words = own_words or before or led
        place = [word for word in named(settings[group]) if word not in words][: max(_MOST - len(words), 0)]
        own_place = _PLACED.search(timeless(_END.split(sentence.gap(draft.written.amount_end, sentence.end))[0]))
        if ahead and not own_words and not place and not own_place:
            place = places.get(ahead[-1].number_start, [])
        found[group] = Title(tuple(place), words)
        leading.setdefault(draft.sentence, words)
        by_number |= {each.written.number_start: words for each in own}
        places |= {each.written.number_start: place for each in own}
    return found


def _goes_on(sentences: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence begins with a pronoun for what the one right before it is about."""
    sentence = sentences[position]
    if not position or not _PRONOUN.match(sentence.text, sentence.start):
        return False
    return not sentence.text[sentences[position - 1].end : sentence.start].strip()


def _title(
    sentence: Sentence, draft: Draft, subject: Subject, last: Written | None, before: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the words for one number; none where those of the number before it, or of another sentence, stand."""
    written = draft.written
    if in_row(sentence, written):
        return _own(sentence, subject, written)
    gap = sentence.gap(max(last.amount_end if last else sentence.start, written.start - _FAR), written.start)
    behind = _behind(sentence, draft)
    part = () if before and _MADE_UP.search(gap) else _part(draft)
    if last is not None and (_INITIAL.fullmatch(gap) or _BESIDE.fullmatch(gap)):
        return behind or part or (() if before else _own(sentence, subject, written))
    if behind and (_THERE.fullmatch(gap) or (last is None and _LEAD.fullmatch(gap))):
        return behind
    said = sentence.gap(max(sentence.start, written.start - _FAR), written.start)
    if _RELATIVE.search(said) and (main := _main(sentence, written)):
        return main
    if last is not None and before and _NOTED.fullmatch(sentence.gap(last.amount_start - 2, written.start)):
        return ()
    own = _own(sentence, subject, written)
    if (takes_object(subject.words) or (draft.written.unit.family == "count" and _HAS.search(gap))) and behind:
        return (*own, *(word for word in behind if word not in own))[:_MOST] if own or not before else ()
    if tells(own):
        return own
    return behind or part or (() if before else _main(sentence, written))


def _own(sentence: Sentence, subject: Subject, written: Written) -> tuple[str, ...]:
    """Return the words of a subject by which it is called: with "rate" at its end, where the text has it."""
    words = named(meaning(_PARTICIPLE.sub(r"\1", subject.text)))
    if not tells(words):
        return ()
    text = sentence.gap(sentence.start, written.start)
    rated = re.search(rf"{re.escape(subject.text)}\s+rate\b", text) if words[-1] == subject.words[-1] else None
    return (*words, "rate") if rated else words


def _part(draft: Draft) -> tuple[str, ...]:
    """Return words for a share of which only the whole is named: "34% of homicides"."""
    whole = named(meaning(_AND_ON.split(draft.whole.text)[0])) if draft.whole else ()
    return ("part", "of", *whole[: _MOST - 2]) if whole else ()


def _behind(sentence: Sentence, draft: Draft) -> tuple[str, ...]:
    """Return the words behind a number that say what it counts: "604 were men", "5% fall in crimes", "of pig iron"."""
    written, family = draft.written, draft.written.unit.family
    share = _share_beside(sentence, written) if family == "none" and draft.kind == "value" else None
    after = sentence.after(share or written).removeprefix(")" if share else "")
    if found := _CHANGED.match(after):
        return _short(found[1])
    if draft.kind not in ("value", "share") or draft.whole is not None:
        return ()
    if family == "count" and (noun := meaning(sentence.text[written.number_end : written.amount_end])):
        return named(noun)
    if family == "percent" and (found := _RATED.match(after)):
        return named(meaning(found[1]))
    if family in ("none", "percent", "count") and (found := _STATED.match(after)):
        return _short(found[1])
    of = _OF.match(after) if family in ("none", "measure", "currency") else None
    if found := of or (_BESIDE_IT.match(after) if share else None):
        return _short(found[1])
    if family == "none" and (found := _DONE.match(after)):
        words = named(meaning(found[1]))
        return words if tells(words) else ()
    return ()


def _share_beside(sentence: Sentence, written: Written) -> Written | None:
    """Return the percentage in parentheses right behind a number: "67 (45.6%) were confirmed"."""
    behind = (each for each in sentence.quantities if each.parenthesised and each.start >= written.amount_end)
    share = next((each for each in behind if each.unit.family == "percent"), None)
    near = share is not None and not sentence.gap(written.amount_end, share.amount_start).strip(" (")
    return share if near else None


def _short(text: str) -> tuple[str, ...]:
    """Return the words of a noun and not of what comes behind it."""
    words = named(meaning(_ENDS.split(text)[0]))
    return words if tells(words) else ()


def _main(sentence: Sentence, written: Written) -> tuple[str, ...]:
    """Return the noun before the verb of the last clause that has one: of a clause too long to be a subject."""
    text = _RELATIVE.sub(" ", _ASIDE.sub(" ", sentence.untimed(sentence.start, written.start)))
    clauses = _CLAUSES.split(without_insertions(text).replace("U.S.", "US"))
    for clause in reversed(clauses):
        verb = _FINITE.search(clause)
        said = clause[: verb.start()] if verb else clause if clause is clauses[-1] else ""
        words = named(meaning(cleaned(_DIGITS.sub(" ", said))))
        if words and tells(words):
            return words[:_MOST]
    return ()
