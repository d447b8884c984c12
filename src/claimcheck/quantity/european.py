"""What stands beside a number in German, French or Spanish: percent and points, hedges, and which way it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.quantity.digits import Numeral, trailing_zeros
from claimcheck.quantity.lexicon import european as words
from claimcheck.quantity.lexicon.numbers import MAGNITUDES, MULTIPLES
from claimcheck.quantity.terms import Class

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_HEDGES = {phrase: name for name, phrases in words.HEDGES.items() for phrase in phrases}
_LONGEST = 3  # words of a hedge
_FAR = 7  # words from a link back to its verb
_ANYWHERE = ("zurück", "über", "unter")  # "um 71,2 Prozent über dem Vorjahr"; the others end their clause
_SIGNS = {"plus": "up", "minus": "down"}
THAN = frozenset(("als", "que", "de"))
_ARTICLES = ("un", "el", "los", "las", "les", "une")
_LAST_DAY, _YEAR_DIGITS = 31, 4
_ENDS = frozenset((".", ";", ":", "!", "?", "(", ")", ",", ""))


def percent_behind(parts: Parts, index: int) -> tuple[str, int] | None:
    """Return ("percent", "points" or "basis", index after it) of "Prozent", "puntos porcentuales", "Basispunkte"."""
    one, two = parts.words[index].lower(), parts.words[index + 1].lower()
    for phrase in words.HUNDREDTH_PHRASES:
        if tuple(word.lower() for word in parts.words[index : index + len(phrase)]) == phrase:
            return "basis", index + len(phrase)
    if one in words.HUNDREDTHS:
        return "basis", index + 1
    if one in words.POINTS or (one, two) in words.POINT_PAIRS:
        return "points", index + 1 + (one not in words.POINTS)
    if one in words.PERCENT or (one, two) in words.PERCENT_PAIRS:
        return "percent", index + 1 + (one not in words.PERCENT)
    return None


def to_unit(parts: Parts, index: int) -> int:
    """Return where the unit behind a magnitude may begin: behind the point of "Mrd.", behind "de" and "d'"."""
    word = parts.words[index].lower()
    if word == "." and parts.glued(index) and parts.words[index - 1].lower() in words.ABBREVIATED:
        return index + 1
    if word in words.OF:
        return index + 1 + (parts.words[index + 1] == "'")
    return index


def past_first(parts: Parts, index: int) -> int:
    """Return the index behind the "premiers" of "six premiers mois"; `index` of none."""
    return index + (parts.foreign and parts.words[index].lower() in words.FIRST)


def numeral_at(parts: Parts, index: int) -> Numeral | None:
    """Return the numeral of a number word before a percent or a magnitude: "zehn Prozent", "dix millions"."""
    value, behind = words.NUMBERS[parts.words[index].lower()], parts.words[index + 1].lower()
    if behind not in MAGNITUDES and percent_behind(parts, index + 1) is None:
        return None
    return Numeral(value, 1, 0, trailing_zeros(str(value)), index, index + 1, "word")


def class_at(parts: Parts, index: int) -> Class | None:
    """Return the date of "25. Mai 2022", "1er janvier", "31 de diciembre de 2020", the ordinal of "2. Quartal"."""
    value, start = int(parts.words[index]), parts.starts[index]
    k = index + 1
    ranked = parts.glued(k) and parts.words[k].lower() in words.ORDINAL_ENDINGS
    dotted = parts.glued(k) and parts.words[k] == "."
    k += ranked or dotted
    month = k + (parts.words[k] == "de")
    if value <= _LAST_DAY and parts.words[month].lower() in words.MONTHS:
        year = month + 1 + (parts.words[month + 1] in ("de", "del"))
        is_dated = len(parts.words[year]) == _YEAR_DIGITS and parts.words[year].isdecimal()
        return Class("date", start, parts.end(year if is_dated else month), value)
    if ranked or (dotted and parts.words[k].lower() in words.RANKED):
        return Class("ordinal", start, parts.end(k - 1), value)
    return None


def hedge_before(parts: Parts, index: int) -> tuple[str, int]:
    """Return (hedge, index of its first part) of the words right before `index`; ("", index) of none."""
    if parts.words[index - 1].lower() in _ARTICLES and (hedged := _right_before(parts, index - 1))[0]:
        return hedged  # "casi un 36 %"
    return _right_before(parts, index)


def _right_before(parts: Parts, index: int) -> tuple[str, int]:
    found: tuple[str, int] = ("", index)
    for count in range(1, _LONGEST + 1):
        name = _HEDGES.get(" ".join(parts.words[max(index - count, 0) : index]).lower())
        found = (name, index - count) if name else found
    return ("", index) if found[0] == "more than" and _is_for(parts, index - 1) else found


def _is_for(parts: Parts, index: int) -> bool:
    """Whether an "über" says how much something is for: "ein Auftrag über 3,2 Mio. Euro", "einen Kredit über"."""
    return parts.words[index].lower() == "über" and parts.words[index - 1].lower().endswith(words.FOR_SO_MUCH)


def way_before(parts: Parts, index: int) -> tuple[str, str, int] | None:
    """Return (way, by or to, index of its first part) of "stieg um", "en baisse de", "creció un"; `None` of none."""
    k = index - 1 - (parts.words[index - 1] == "'")
    if parts.words[k].lower() in _ARTICLES and words.LINKS.get(parts.words[k - 1].lower()) == "to":
        k -= 1  # "subió hasta un 25 %"
    link = parts.words[k].lower()
    if link not in words.LINKS:
        way = _way(link)
        return (way, "", k) if way else None
    if link in words.OF and _is_start(parts, index) and not is_change_of(parts, k):
        return None
    for at in range(k - 1, max(k - 1 - _FAR, 0), -1):
        word = parts.words[at].lower()
        if link == "von" and word in _SIGNS:
            return _SIGNS[word], "", at  # "ein Minus von 4 %"
        if way := _way(word):
            noun = parts.words[at][:1].isupper()
            return (way, words.LINKS[link], at) if link != "von" or noun else None
        if word in _ENDS or (word[-1].isdecimal() and not (link == "um" and at == k - 1 and _is_of_year(parts, at))):
            break
    return None


def _is_of_year(parts: Parts, index: int) -> bool:
    """Whether a verb moves in a year: "stieg 2023 um 5 %", "im Jahr 2023"; "seit 2013" is over several."""
    word, said = parts.words[index], [each.lower() for each in parts.words[index - 2 : index]]
    verb = index - 3 if said[:1] == ["im"] and said[1] in ("jahr", "jahre") else index - 1
    return len(word) == _YEAR_DIGITS and word.isdecimal() and bool(_way(parts.words[verb].lower()))


def is_change_of(parts: Parts, index: int) -> bool:
    """Whether the "de" at `index` tells a change by its size: "une hausse de 3 à 5 %", not "a reculé de 8 à 5 %"."""
    articled = parts.words[index - 2].lower() in words.ARTICLES
    return parts.words[index].lower() in words.LINKS and articled and bool(_way(parts.words[index - 1].lower()))


def _is_start(parts: Parts, index: int) -> bool:
    """Whether a number behind "de" is where something started: "bajó de 3,2 a 2,9 millones", not "de 8 % à 54"."""
    for at in range(index + 1, index + _FAR):
        if parts.words[at].lower() in ("à", "a", "hasta") and parts.words[at + 1][:1].isdecimal():
            return _is_percent(parts, index) == _is_percent(parts, at + 1)
        if parts.words[at] in _ENDS:
            break
    return False


def _is_percent(parts: Parts, index: int) -> bool:
    return parts.words[index + 1] == "%" or percent_behind(parts, index + 1) is not None


def way_behind(parts: Parts, index: int, before: int) -> tuple[str, int]:
    """Return (way, index after it) of "mehr", "de moins" at `index`, and of the verb behind "um 3,2 % auf 5 Mio.".

    ("", index) of none, and for the number that something moved to.
    """
    link = parts.words[before - 1].lower()
    if words.LINKS.get(link) == "to":
        return "", index
    if link == "um":
        return _verb_at_end(parts, index), index
    k = to_unit(parts, index)
    if parts.words[k].istitle() and parts.words[k + 1].lower() in ("mehr", "weniger"):
        k += 1  # "5.000 Menschen mehr", "3 Mio. Personen weniger"
    word = parts.words[k].lower()
    if word == "mehr" and parts.words[k + 1] == "als" and parts.words[k + 2].lower() in MULTIPLES:
        return "", index  # "mit 5,3 Mio. Euro mehr als verdoppelt"
    way = _way(word, words.UP_BEHIND, words.DOWN_BEHIND) or (
        "up" if word == "plus" and parts.words[k - 1].lower() in words.OF else ""
    )
    return (way, k + 1) if way else ("", index)


def _verb_at_end(parts: Parts, index: int) -> str:
    """Return the way of the German verb, or the end of one, that closes the clause: "gestiegen", "zurück"."""
    for k in range(index, index + _FAR):
        word, behind = parts.words[k].lower(), parts.words[k + 1]
        if word in words.PARTICLES and (word in _ANYWHERE or not behind[:1].isalnum()):
            return words.PARTICLES[word]
        if way := _way(word, words.UP_BEHIND, words.DOWN_BEHIND):
            return way
        if not word or (word in _ENDS and not (word == "." and parts.words[k - 1].lower() in words.ABBREVIATED)):
            break
    return ""


def _way(word: str, up: frozenset[str] = words.UP, down: frozenset[str] = words.DOWN) -> str:
    return "up" if word in up else "down" if word in down else ""
