"""Counted nouns: what "41 firms", "seven major categories", "5,000 platform companies" count."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.quantity.tokens import Parts

_FURTHEST = 4  # words from the number to the noun: "200,000 cross-border e-commerce companies"
_IRREGULAR = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "staff": "staff", "personnel": "personnel", "police": "police",
    "feet": "foot", "mice": "mouse", "teeth": "tooth", "geese": "goose", "sheep": "sheep", "cattle": "cattle", "fish": "fish",
    "aircraft": "aircraft", "data": "data", "criteria": "criterion", "businessmen": "businessman", "spacecraft": "spacecraft",
    "series": "series", "species": "species", "persons": "people", "person": "people", "wives": "wife", "lives": "life", "gas": "",
    "analyses": "analysis", "crises": "crisis", "buses": "bus", "viruses": "virus", "campuses": "campus", "bonuses": "bonus",
    "customs": "", "sales": "sale", "premises": "premise", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "shelves": "shelf",
    "leaves": "leaf", "knives": "knife", "gases": "gas", "households": "household", "houses": "house", "causes": "cause", "cases": "case",
    "bases": "base", "phases": "phase", "purchases": "purchase", "releases": "release", "increases": "increase", "decreases": "decrease",
    "diseases": "disease", "courses": "course", "horses": "horse", "nurses": "nurse", "licenses": "license", "licences": "licence",
    "exercises": "exercise", "enterprises": "enterprise", "franchises": "franchise", "expenses": "expense", "responses": "response",
    "warehouses": "warehouse", "movies": "movie", "cookies": "cookie", "ties": "tie", "zombies": "zombie", "selfies": "selfie",
    "caches": "cache", "headaches": "headache", "niches": "niche", "axes": "axis", "indices": "index", "vertices": "vertex",
}  # fmt: skip
# What ends a noun phrase: function words, and the verbs that often stand behind a bare number.
_STOP = frozenset(
    "a about above according across after against ago all almost along also although always am among an and another any approximately are as "
    "at away back because became been before behind being below beneath beside besides between beyond both but by can compared could days "
    "did do does down due during each earlier either else even ever every except few for from further given had half has have he hence her "
    "here hers him his how however if in including indeed inside instead into is it its itself just last later least less like many may me "
    "means might mine more most much must near neither never next no nor not now of off often on once only onto or others our ours out "
    "outside over own past per perhaps plus quite rather remains respectively same says she should shows since so some still such than that "
    "the their them then there these they this those though through throughout thus till to today together too toward towards under unless "
    "until up upon us versus very via vs was were what when where whereas whether which while who whom whose why will with within without "
    "would yes yesterday yet you your yours rises falls grows includes makes gives takes comes goes gets puts sees says rose fell grew fall "
    "rise grow increased decreased dropped declined jumped climbed gained lost reached hit points is's lies stands accounts percent times "
    "follows seems looks leaves became says needs wants runs works helps leads counts equals exceeds measures weighs costs news plus minus".split()
)


def noun_at(parts: Parts, index: int) -> tuple[str, int] | None:
    """Return (the noun in the singular, index after it) of the nearest plural within four words; `None` where there is none.

    Hyphened compounds are one word. Adjectives and nouns between are passed over, a function word or a verb ends the search.
    """
    k, start = index, index
    for _ in range(_FURTHEST):
        word = parts.words[k]
        while (
            parts.words[k + 1] == "-" and parts.words[k + 2][:1].isalpha() and parts.glued(k + 1) and parts.glued(k + 2)
        ):
            k += 2
            word = parts.words[k]
        if not word.isalpha() or word.lower() in _STOP or (parts.glued(start) and k == start):
            return None
        noun = singular_of(word.lower())
        if noun:
            return noun, k + 1
        k += 1
    return None


def singular_of(word: str) -> str:
    """Return the singular of a plural noun, "companies" gives "company"; "" where it is none."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):  # noqa: PLR2004 - "cars"
        return ""
    if word.endswith("ies") and len(word) > 5:  # noqa: PLR2004 - "ties", "pies"
        return f"{word[:-3]}y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
