"""Nouns: plurals out of the rule, and the words that end a noun phrase."""

from __future__ import annotations

from claimcheck.quantity.lexicon import words

IRREGULAR = {
    "people": "people", "men": "man", "women": "woman", "children": "child", "staff": "staff",
    "personnel": "personnel", "police": "police", "feet": "foot", "mice": "mouse", "teeth": "tooth",
    "geese": "goose", "sheep": "sheep", "cattle": "cattle", "fish": "fish", "aircraft": "aircraft", "data": "data",
    "criteria": "criterion", "businessmen": "businessman", "spacecraft": "spacecraft", "series": "series",
    "species": "species", "persons": "people", "person": "people", "wives": "wife", "lives": "life", "gas": "",
    "analyses": "analysis", "crises": "crisis", "buses": "bus", "viruses": "virus", "campuses": "campus",
    "bonuses": "bonus", "customs": "", "sales": "sale", "premises": "premise", "heroes": "hero",
    "potatoes": "potato", "tomatoes": "tomato", "shelves": "shelf", "leaves": "leaf", "knives": "knife",
    "gases": "gas", "households": "household", "houses": "house", "causes": "cause", "cases": "case",
    "bases": "base", "phases": "phase", "purchases": "purchase", "releases": "release", "increases": "increase",
    "decreases": "decrease", "diseases": "disease", "courses": "course", "horses": "horse", "nurses": "nurse",
    "licenses": "license", "licences": "licence", "exercises": "exercise", "enterprises": "enterprise",
    "franchises": "franchise", "expenses": "expense", "responses": "response", "warehouses": "warehouse",
    "movies": "movie", "cookies": "cookie", "ties": "tie", "zombies": "zombie", "selfies": "selfie",
    "caches": "cache", "headaches": "headache", "niches": "niche", "axes": "axis", "indices": "index",
    "vertices": "vertex",
}  # fmt: skip

# Function words, and the verbs that often stand behind a bare number.
STOPS = words(
    """
    a about above according accounts across after against ago all almost along also although always am among an and
    another any approximately are as at away back became because been before behind being below beneath beside
    besides between beyond both but by can climbed comes compared costs could counts days declined decreased did do
    does down dropped due during each earlier either else equals even ever every exceeds except fall falls fell few
    follows for from further gained gets given gives goes grew grow grows had half has have he helps hence her here
    hers him his hit how however if in includes including increased indeed inside instead into is is's it its itself
    jumped just last later leads least leaves less lies like looks lost makes many may me means measures might mine
    minus more most much must near needs neither never news next no nor not now of off often on once only onto or
    others our ours out outside over own past per percent perhaps plus points puts quite rather reached remains
    respectively rise rises rose runs same says seems sees she should shows since so some stands still such takes
    than that the their them then there these they this those though through throughout thus till times to today
    together too toward towards under unless until up upon us versus very via vs wants was weighs were what when
    where whereas whether which while who whom whose why will with within without works would yes yesterday yet you
    your yours
    """
)
