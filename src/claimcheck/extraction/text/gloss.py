"""The little words between numbers of a German, French or Spanish text as English ones, for the patterns to read.

Only words that join numbers are glossed: "von A auf B" is "from A to B", "nach A im Vorjahr" "after A a year earlier".
What is left in its own language names things, and joins nothing; articles are left out.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.extraction.text.gloss_chinese import chinese_glosses, is_chinese
from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.lexicon import words
from claimcheck.quantity.lexicon.european import DOWN, UP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.quantity.written import Written

_GERMAN = {
    "im vorjahr": "a year earlier", "im vorjahreszeitraum": "a year earlier", "im vorjahresquartal": "a year earlier",
    "im vorjahresmonat": "a year earlier", "ein jahr zuvor": "a year earlier", "ein jahr davor": "a year earlier",
    "im jahr zuvor": "a year earlier", "vor einem jahr": "a year ago", "vorjahr": "previous year",
    "im vormonat": "in the previous month", "im vorquartal": "in the previous quarter",
    "gegenüber dem vorjahr": "from a year earlier", "im vergleich zum vorjahr": "from a year earlier",
    "gegenüber dem vormonat": "from the previous month", "gegenüber dem vorquartal": "from the previous quarter",
    "im vergleich zu": "compared with", "im vergleich zum": "compared with", "verglichen mit": "compared with",
    "gegenüber": "compared with", "nach": "after", "als": "than", "auf": "to", "um": "by", "seit": "since",
    "im jahr": "in", "im jahre": "in", "im": "in", "in": "in", "ende": "at the end of",
    "und damit um": ", or by", "und": "and", "oder": "or", "aber": "but", "während": "while", "davon": "of which",
    "das waren": "this was", "das sind": "this is", "das ist": "this is", "dies war": "this was",
    "das entspricht": "this is", "dies entspricht": "this is", "das entsprach": "this was",
    "der": "", "die": "", "das": "", "den": "", "dem": "", "des": "", "ein": "", "eine": "", "einen": "", "einem": "",
    "einer": "", "war": "was", "waren": "were", "ist": "is", "sind": "are", "lag bei": "was", "lagen bei": "were",
    "lag": "was", "lagen": "were", "liegt bei": "is", "betrug": "was", "betrugen": "were", "beträgt": "is",
    "erreichte": "reached", "erreichten": "reached", "sich": "", "legte": "rose", "legten": "rose", "ging": "went",
    "gingen": "went", "nahm": "went", "nahmen": "went", "zu": "", "zurück": "", "also um": "or by",
    "mithin um": "or by", "mehr": "more", "weniger": "less", "höher": "higher", "niedriger": "lower",
    "was einem": "which is a", "was einer": "which is a", "entspricht": "", "entsprach": "",
    "vorjahreswert": "previous year",
    "im ersten halbjahr": "in", "im zweiten halbjahr": "in", "im ersten quartal": "in", "im zweiten quartal": "in",
    "im dritten quartal": "in", "im vierten quartal": "in", "im gleichen zeitraum des vorjahres": "a year earlier",
    "im vorjahreshalbjahr": "a year earlier", "insgesamt": "in total",
}  # fmt: skip
_FRENCH = {
    "un an plus tôt": "a year earlier", "un an auparavant": "a year earlier", "l’année précédente": "a year earlier",
    "l'année précédente": "a year earlier", "l’an dernier": "a year earlier", "l'an dernier": "a year earlier",
    "par rapport à": "compared with", "contre": "against", "après": "after", "que": "than", "en": "in", "à": "to",
    "et": "and", "ou": "or", "mais": "but", "soit": "or", "fin": "at the end of", "depuis": "since", "le": "",
    "la": "", "les": "", "un": "", "une": "", "est passé": "went", "est passée": "went", "sont passés": "went",
    "sont passées": "went", "est": "is", "était": "was", "étaient": "were", "ont": "have", "a": "has",
    "s’est": "has", "s'est": "has", "a atteint": "reached", "ont atteint": "reached", "en hausse": "up",
    "en progression": "up", "en croissance": "up", "en augmentation": "up", "en baisse": "down", "en recul": "down",
    "en repli": "down", "en diminution": "down", "l’année dernière": "a year earlier",
    "l'année dernière": "a year earlier", "tandis que": "while", "alors que": "while", "s’établit à": "is",
    "s'établit à": "is", "s’élève à": "is", "s'élève à": "is", "s’inscrit à": "is", "s'inscrit à": "is",
    "ressort à": "is", "atteint": "reached", "par rapport au": "compared with", "par rapport aux": "compared with",
    "de l’année précédente": "a year earlier", "de l'année précédente": "a year earlier",
    "de l’an dernier": "a year earlier", "de l'an dernier": "a year earlier", "qu’en": "than in", "qu'en": "than in",
    "au trimestre précédent": "in the previous quarter", "le trimestre précédent": "in the previous quarter",
    "le mois précédent": "in the previous month", "au premier semestre": "in", "au second semestre": "in",
    "au deuxième semestre": "in", "au premier trimestre": "in", "au deuxième trimestre": "in",
    "au troisième trimestre": "in", "au quatrième trimestre": "in", "au 1er semestre": "in", "au 1er trimestre": "in",
    "passant": "going", "de plus": "more", "de moins": "less", "pour atteindre": "to reach",
    "à un an plus tôt": "a year earlier", "c’est-à-dire": "or", "au total": "in total", "dont": "of which",
    "c'est-à-dire": "or",
}  # fmt: skip
_SPANISH = {
    "un año antes": "a year earlier", "el año anterior": "a year earlier", "del año anterior": "a year earlier",
    "en comparación con": "compared with", "frente a": "against", "tras": "after", "que": "than", "en": "in",
    "a": "to", "hasta": "to", "y": "and", "o": "or", "pero": "but", "desde": "from", "el": "", "la": "", "los": "",
    "las": "", "un": "", "una": "", "fue": "was", "fueron": "were", "es": "is", "son": "are", "pasó": "went",
    "pasaron": "went", "alcanzó": "reached", "alcanzaron": "reached", "ha alcanzado": "reached",
    "han alcanzado": "reached", "el año pasado": "a year earlier", "mientras que": "while", "mientras": "while",
    "lo que supone": "or", "se ha situado en": "was", "se situó en": "was", "se elevó a": "was",
    "ascendió a": "was", "ascendieron a": "were", "del": "", "de un año antes": "a year earlier",
    "un año atrás": "a year earlier", "del año pasado": "a year earlier", "respecto a": "compared with",
    "respecto al": "compared with", "con respecto a": "compared with",
    "frente al": "against", "al": "to", "ha pasado": "went", "han pasado": "went", "pasando": "going", "más": "more",
    "menos": "less", "pasar": "went",
    "se situaron en": "was", "se redujo": "fell", "en el mismo mes del año anterior": "a year earlier",
    "el mismo mes del año anterior": "a year earlier", "en el mismo periodo del año anterior": "a year earlier",
    "el mismo periodo del año anterior": "a year earlier", "en el primer semestre de": "in",
    "en el primer trimestre de": "in", "hasta alcanzar": "to reach", "hasta sumar": "to reach",
    "en total": "in total", "de los cuales": "of which", "de las cuales": "of which", "de ellos": "of which",
    "de ellas": "of which", "es decir,": "or", "o sea,": "or", "esto es,": "or",
    "lo que representa": "or", "lo que significa": "or", "equivalente a": "or",
}  # fmt: skip
_GLOSSES = {"de": _GERMAN, "de-CH": _GERMAN, "fr": _FRENCH, "es": _SPANISH}
# What leads from one level to another, and the word before the first that is a "from" then.
_FROM = {"de": ("von",), "de-CH": ("von",), "fr": ("de",), "es": ("de", "del", "desde")}
_TO = {"de": ("auf",), "de-CH": ("auf",), "fr": ("à",), "es": ("a", "al", "hasta")}
_ARTICLES = "el|los|las|les"
_THAN = lazy(r"\b(?:que|respecto\s+a|rapport\s+à)\s+(?:(?:el|la|los|las|le|les)\s+)?\Z", re.IGNORECASE)
_OF_YEAR = lazy(r"\s*(?P<of>de)\s+[12]\d{3}(?!\w)")  # "un 8% más que los 50 millones de 2022"
_ABBREVIATED = lazy(r"(?<=[a-z])[a-z]\.(?=\s*[(,\w])")  # the point of "Mio." ends nothing
_OF_CHINESE = ("en", "zh")  # locales in which the script of a sentence says that it is Chinese
_NOUNS = words(
    """
    augmentation hausse progression croissance baisse diminution recul chute repli aumento crecimiento subida alza
    incremento caída bajada descenso disminución reducción
    """
)

Gloss = tuple[int, int, str]


def glossed(text: str, start: int, end: int, numbers: Sequence[Written], locale: str) -> tuple[Gloss, ...]:
    """Return what words of `text[start:end]` outside its numbers are read as: (start, end, English)."""
    if locale in _OF_CHINESE and is_chinese(text, start, end):
        return tuple(sorted(chinese_glosses(text, start, end, numbers)))
    if locale not in _GLOSSES:
        return ()
    found = [
        (match.start(), match.end(), _english(match[0], locale))
        for match in _pattern(locale).finditer(text, start, end)
    ]
    starts = list(_starts(text, start, numbers, locale))
    found = [gloss for gloss in found if gloss[:2] not in starts] + [(*span, "from") for span in starts]
    found += [(n.amount_end, n.amount_end + 1, "") for n in numbers if _ABBREVIATED.match(text, n.amount_end - 1, end)]
    for number in numbers if locale in ("fr", "es") else ():
        if _THAN.search(text[start : number.start]) and (of := _OF_YEAR.match(text, number.end, end)):
            found.append((*of.span("of"), "of"))
    return tuple(
        (low, high, said)
        for low, high, said in sorted(found)
        if not any(n.amount_start < high and low < n.amount_end for n in numbers)
    )


def _english(said: str, locale: str) -> str:
    """Return what a word or phrase is read as; a verb of change stands for its direction."""
    told = _GLOSSES[locale].get(" ".join(said.lower().split()))
    return told if told is not None else "rose" if said in UP else "fell"


def _starts(text: str, start: int, numbers: Sequence[Written], locale: str) -> Iterator[tuple[int, int]]:
    """Yield where the word stands that says from which number something moved to the next one: "von 2,0 auf 2,2"."""
    told = [number for number in numbers if number.form in ("number", "range")]
    for first, second in pairwise(told):
        if (first.unit.family == "percent") != (second.unit.family == "percent"):
            continue  # "augmenté de 8 % à 54 millions"
        led = _last(_FROM[locale]).search(text, start, first.amount_start)
        if led and _last(_TO[locale]).search(text, first.amount_end, second.amount_start):
            yield led.span(1)


@cache
def _last(said: tuple[str, ...]) -> re.Pattern[str]:
    """Match one of some words where no other follows it but an article."""
    return lazy(rf"(?<![^\W\d_])({'|'.join(said)})(?:\s+(?:{_ARTICLES}))?[\W\d_]*\Z", re.IGNORECASE)


@cache
def _pattern(locale: str) -> re.Pattern[str]:
    phrases = sorted(_GLOSSES[locale], key=len, reverse=True)
    told = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    ways = "|".join(sorted((UP | DOWN) - _NOUNS, key=len, reverse=True))
    return lazy(rf"(?<!\w)(?:(?i:{told})|{ways})(?!\w)")
