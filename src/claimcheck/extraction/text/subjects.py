"""What a number is about, as far as the words before it say: "the transaction volume of cross-border e-commerce"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.extraction.text.gloss_chinese import is_chinese
from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_CLAUSE = lazy(
    r"(?:[,;:—–]\s*(?:(?:and|but|while|whereas|of which|with|where|as|which|or)\b)?"
    r"|\bof which\b|\bbut\b|\bwhile\b|\bwhereas\b|\bthat\b|\(|\)|[.!?]\s|\s-\s|\s\|\s|^[-*•#]+)\s*",
    re.IGNORECASE,
)
# Verbs and their company, at the end of a subject.
_VERBS = """
has have had is are was were be been being will would may could should also still only even again now then
already further currently there expected projected forecast forecasted estimated anticipated predicted set
likely poised slated valued worth priced to at by of about from in for with reached reach reaches hit totalled
totaled totals stood stands amounted came went increased decreased increase decrease rose fell grew grow grows
growing risen fallen grown dropped climbed declined dipped jumped surged slumped gained lost up down recorded
reported posted accounted accounting represented representing made makes making contributed exceed exceeded
surpass surpassed surpassing reaching rising falling a an the some nearly almost approximately around roughly
more less than over under just cagr compound annual rate growth average year-on-year year on record total as
shrank widened narrowed expanded doubled tripled compared
"""
# What a clause begins with that tells of another subject: "exceeded the previous record".
_PREDICATE = lazy(
    r"\W*(?:also\s+|again\s+)?(?:has|have|had|is|are|was|were|rose|fell|grew|went|came|stood|exceed(?:s|ed)|surpass(?:es|ed)"
    r"|reach(?:es|ed)|outpac(?:es|ed)|amounted|totall?ed|accounted|dropped|climbed|dipped|jumped|surged|slumped"
    r"|surpassing|exceeding|beating|breaking|topping|eclipsing|following|including|excluding|bringing|leaving|making"
    r"|taking|giving|above|below|despite|amid|against|versus|than)\b",
    re.IGNORECASE,
)
_VERB = lazy(rf"\s*\b(?:(?:{'|'.join(_VERBS.split())})\b\W*)+$", re.IGNORECASE)
_TIME = lazy(
    r"\b(?:in|during|over|for|within|by|since|at the end of|as of)\s+(?:the\s+)?"
    r"(?:past|last|next|coming|previous|recent|first|second|third|fourth|full|same|following|forecast|year|fiscal|calendar"
    r"|end of|period|quarter|half|\d{4}|FY)[\w\s,-]*?"
    r"(?:years?|months?|quarters?|decades?|period|half|\d{4})\b,?"
    r"|\b(?:in|since|by|during|for|as\s+of|at\s+(?:the\s+)?(?:end|start|beginning)\s+of)\s+\d{4}\b,?"
    r"|\bin recent years,?",
    re.IGNORECASE,
)
_RATE_OF = lazy(
    r"^(?:the\s+)?(?:(?:average|annual|yearly|compound|compounded|mean|overall)\s+)*"
    r"(?:growth(?:\s+rate)?|rate of growth|increase|decrease|decline|rise|fall|cagr|change|level|value|number|amount)"
    r"\s+(?:of|in)\s+(?:the\s+)?",
    re.IGNORECASE,
)
# What stands in a sentence without being its subject.
_ASIDE = lazy(
    r",\s*(?:including|such as|among them|for example)\b[^.;]*?,"
    r"(?=\s*(?:was|were|is|are|has|have|rose|fell|grew|brought)\b)"
    r"|^\W*(?:according to|based on|for example|in addition|in terms of|as a result)\b[^,]*,|^\s*(?:and|or|to|then)\b",
    re.IGNORECASE,
)
_APPOSED = lazy(  # "Load factor, a measure of occupancy, rose"
    rf"([^\W\d_])\s*,\s+(?:an?|the|or)\s[^,;:()]{{3,80}},\s*(?=$|\b(?:{'|'.join(_VERBS.split())})\b\W*$)", re.IGNORECASE
)
_NAMELESS = lazy(r",\s+an?\s+(?:[^\W\d_][\w-]*\s+)?$", re.IGNORECASE)  # ", an unprecedented" fall
_OF_NOUN = lazy(r"\s+of\s+((?:[^\W\d_][\w-]*\s?){1,4})", re.IGNORECASE)
_OF = lazy(r"(?:['’]s)?\s+of\b", re.IGNORECASE)
_COUNTED = lazy(r"\bof (?:the |its |their |about |some )?$", re.IGNORECASE)
_WORD = lazy(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MEANINGLESS = """
e g i vs the a an its their our his her my this that these those of in on at for to by and or with from as there
it they we which who whom whose s per total overall entire whole about some all is are was were has have been also
however meanwhile according will be moreover respectively year-on-year average annual between during over than more less
up down past last years year example hundred thousand million billion trillion
"""
_EMPTY = frozenset(_MEANINGLESS.split())
_FEWEST = 2  # words of a subject that may be the beginning of another one
_LONGEST = 8  # words; beyond, it is a clause and no subject
_LONGEST_CLAUSE = 400  # characters


class Subject(NamedTuple):
    """What a number is about: the words as printed, and those of them that carry meaning."""

    text: str = ""
    words: tuple[str, ...] = ()


def subject_of(sentence: Sentence, written: Written) -> Subject:
    """Return the subject of a number's clause; an empty one where the words say none."""
    if (
        _COUNTED.search(sentence.gap(sentence.start, written.start))
        and (noun := _subject_behind(sentence, written)).words
    ):
        return noun  # "the value of seven categories" is no value of 7
    for start in dict.fromkeys((sentence.start_before(written.start), sentence.start)):
        before = without_insertions(sentence.untimed(start, written.start))
        before = _APPOSED.sub(r"\1 ", _NAMELESS.sub("", before))
        for clause in reversed([each for each in _CLAUSE.split(before) if each and each.strip()]):
            found = _subject(clause)
            if found.words:
                return found
    return _subject_behind(sentence, written)


def noun_behind(sentence: Sentence, written: Written) -> Subject:
    """Return what a size is of by the words behind it: "12.8 billion of sales"."""
    found = _OF_NOUN.match(sentence.after(written))
    return Subject(found[1].strip(), meaning(found[1])) if found else Subject()


def without_insertions(text: str) -> str:
    """Return a text without what stands in it and is not its subject: "For example, ", ", including bags, "."""
    return _ASIDE.sub(" ", text)


def cleaned(clause: str) -> str:
    """Return a clause without its times, and without the verbs at its end."""
    text = _TIME.sub(" ", clause).strip()
    text = _VERB.sub("", text).strip()
    text = _TIME.sub(" ", text).strip()
    text = _RATE_OF.sub("", text).strip(" ,.;:\"“”'()")
    return re.sub(r"\s+", " ", text)


def _subject(clause: str) -> Subject:
    if len(clause) > _LONGEST_CLAUSE or _PREDICATE.match(clause):
        return Subject()
    text = cleaned(clause)
    words = meaning(text)
    if len(words) > 1 and is_chinese(text, 0, len(text)):
        words = ("".join(words),)  # whose spaces part no words: two that begin alike are not taken to be one
    return Subject(text, words) if 0 < len(words) <= _LONGEST and not any(c.isdigit() for c in text) else Subject()


def _subject_behind(sentence: Sentence, written: Written) -> Subject:
    """Return the noun behind a number: "more than 200,000 cross-border e-commerce companies"."""
    noun = sentence.text[written.number_end : written.amount_end]
    words = meaning(noun) if written.unit.family == "count" else ()
    return Subject(" ".join(noun.split()), words) if words else Subject()


def meaning(text: str) -> tuple[str, ...]:
    """Return the words of `text` that carry meaning, in lower case and in order."""
    found = (word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(text))
    return tuple(word for word in found if word not in _EMPTY)


def same(first: Subject, second: Subject) -> bool:
    """Whether two subjects may be one: the same words, or the shorter one with what it is of behind it.

    "The volume" may be "the volume of trade", and is not "the volume in Asia". The shorter one has two words or more.
    """
    if not first.words or not second.words:
        return False
    if first.words == second.words:
        return True
    short, long = sorted((first, second), key=lambda subject: len(subject.words))
    size = len(short.words)
    if size < _FEWEST or long.words[:size] != short.words:
        return False
    found = [word for word in _WORD.finditer(long.text) if meaning(word[0])]
    more = len(long.words) - size
    return more < len(found) and bool(_OF.match(long.text, found[-more - 1].end()))
