"""The words of heads and labels by which the columns and rows of a table are told apart."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.quantity.lexicon import words as listed

if TYPE_CHECKING:
    from collections.abc import Sequence

TOTAL = lazy(
    r"^\W*(?:(?:grand |sub-?)?total|all(?!-|\s+(?:other|else|the rest))|overall|altogether|sum|both sexes)\b"
    r"|\btotal\W*$|^\W*(?:gesamt|insgesamt|summe|ensemble|totale?)\b|^合计|^总计|^合計|^합계",
    re.IGNORECASE,
)
OTHERS = lazy(r"^\W*(?:all )?(?:others?|the rest|rest of|unknown|not (?:stated|known)|miscellaneous)\b", re.IGNORECASE)
# Rows of an election that are parts of all electors, or of all ballots, not of the votes above them.
TURNOUT = lazy(
    r"\b(?:turnout|elector(?:ate|s)|registered|eligible|(?:in)?valid|rejected|spoil(?:ed|t)|blank|abstentions?)\b",
    re.IGNORECASE,
)
CHANGE = lazy(
    r"\b(?:change|growth|chg|variation|increase|decrease|diff(?:erence)?|yoy|y/y|y-o-y|year[- ]on[- ]year|mom|m/m|qoq"
    r"|q/q|vs|versus|veränderung|variación|évolution)\b|[Δ±]|\+/-|同比|增长|增减",
    re.IGNORECASE,
)
YEARLY = lazy(r"\b(?:yoy|y/y|y-o-y|year[- ]on[- ]year|annual|year ago|year earlier)\b|同比", re.IGNORECASE)
CAGR = lazy(r"\bcagr\b|\bcompound\b|\bper year\b|\bp\.\s?a\.|\bper annum\b|\ba year\b", re.IGNORECASE)
SHARE = lazy(r"\b(?:share|proportion|percentage|of (?:the )?total|of all|portion)\b|占比|比重", re.IGNORECASE)
SINCE = lazy(r"\b(?:since|from|vs|versus|against|on)\b", re.IGNORECASE)
# Growth of something else than the levels beside it, or a change whose sign says what is good.
OTHER_GROWTH = lazy(
    r"\b(?:organic|like[- ]for[- ]like|lfl|constant|currency|real|volumes?|underlying|adjusted|plan(?:ned)?|targets?"
    r"|budget(?:ed)?|better|worse|fav(?:ou?rable)?|adverse|per capita|comparable|forecast|expected|cumulative)\b",
    re.IGNORECASE,
)
RANK = lazy(r"\brank(?:ing|ed)?\b|\bposition\b|\bplace\b|^(?:#|no\.?|nr\.?)$", re.IGNORECASE)
# Rows that add up to nothing over columns.
NOT_ADDED = lazy(
    r"%|±|\b(?:rates?|average|avg|mean|median|per|margin|growth|ratio|index|deviation|age|price|share|yield|return|eps"
    r"|percent|percentage|errors?|unique|distinct|active|users|customers|visitors|members|patients)\b",
    re.IGNORECASE,
)
COSTS = lazy(
    r"\b(?:costs?|expenses?|expenditures?|charges?|depreciation|amorti[sz]ation|impairments?|salaries|wages"
    r"|selling|marketing|administrat\w+|research|r&d|tax(?:es|ation)?)\b",
    re.IGNORECASE,
)
EARNED = lazy(r"\b(?:revenues?|(?:net )?sales|turnover|profit|income|result|ebit\w*|contribution)\b", re.IGNORECASE)
# Rows and columns that are some numbers less others.
RESULT = lazy(
    r"\b(?:gross (?:profit|income|result|loss|margin)|(?:profit|income|loss) from (?:continuing )?operations"
    r"|operating (?:profit|income|result|loss|surplus)|ebit(?:da)?\b"
    r"|(?:profit|income|earnings|loss|result) before|pre-?tax|net (?:profit|income|loss|earnings|result|sales|revenues?"
    r"|assets|worth|debt|position|exports|imports|migration|change|increase|interest|cash|surplus|proceeds|pay|salary)"
    r"|profit for the|closing|balance|surplus|deficit|free cash flow|natural (?:increase|change)|remaining"
    r"|(?:cash|stock|number|total|population).{0,30} at (?:the )?(?:end|31|30)"
    r"|end of (?:the )?(?:year|period|month))\b",
    re.IGNORECASE,
)
GAP = lazy(
    r"\b(?:variance|diff(?:erence)?|[GP]D|gap|lead|shortfall|excess|over(?:spend|run)?|under(?:spend)?)\b|[Δ±]|\+/-",
    re.IGNORECASE,
)
LEAD = lazy(r"\W*(?:lead|margin)\W*(?:\((?:%|pp|pts|points)\)\W*)?", re.IGNORECASE)
# What is there at the end of a time, made of what was there at its beginning and what came and went.
CLOSING = lazy(r"\bcarried (?:forward|down)\b|\bclosing\b|\bat (?:the )?end\b|\bend of (?:the )?", re.IGNORECASE)
OPENING = lazy(
    r"\bbrought (?:forward|down)\b|\bopening\b|\bat (?:the )?(?:start|beginning)\b|\bbeginning of (?:the )?",
    re.IGNORECASE,
)
NET = lazy(
    r"\W*net(?:\s+(?:approval|score|rating|favou?rab\w+|satisfaction|trust|agree|support|lead|pts|points))?\W*",
    re.IGNORECASE,
)
# How many were asked.
BASE = lazy(r"\W*(?:(?:un)?weighted )?(?:base|n|sample(?: size)?|respondents)(?: size)?\W*", re.IGNORECASE)
# What is counted one by one, so that no digit of it is rounded; letters where a table has several of them.
COUNTED = lazy(
    r"(?:goals|points|runs) (?:for|against)|(?:\w+ )?(?:seats|votes|medals|goals)|gold|silver|bronze", re.IGNORECASE
)
GAMES = lazy(r"P(?:ld?)?|GP|MP|Mat|[GM]|(?:games|matches)(?: played)?|played", re.IGNORECASE)
RESULTS = lazy(r"[WDLT]|OT[WL]|SO[WL]|N/?R|won|drawn|lost|tied|wins|draws|losses|ties|no result", re.IGNORECASE)
DECIDED = lazy(r"[WL]|won|lost|wins|losses", re.IGNORECASE)
SCORES = lazy(r"[PGR]?[FA]|(?:(?:goals|points|runs) )?(?:for|against)|[+±]/?[-−]|[GP]D|pts|points", re.IGNORECASE)
NET_CHANGE = lazy(r"\b(?:natural|net) (?:increase|decrease|change|migration)\b", re.IGNORECASE)
ADDED = lazy(
    r"\b(?:other (?:operating )?income|interest income|finance income|gains?|receipts|inflows?|additions|acquisitions"
    r"|acquired|new|purchases|births|immigration|arrivals|inward|issues?|issued|subsid(?:y|ies)|grants"
    r"|dividends received|income from|joined|hires|hired|opened)\b",
    re.IGNORECASE,
)
WHOLE_YEAR = lazy(r"\b(?:full[- ]?year|year|fy|total|annual)\b", re.IGNORECASE)
PART_OF_YEAR = lazy(r"\b(?:([QH])([1-4])|([1-4])([QH]))", re.IGNORECASE)
INSIDE = lazy(r"\b(?:of which|including|incl|thereof|o/w|memo|among them|excluding)\b", re.IGNORECASE)
TAKEN_OFF = lazy(
    r"\b(?:less|eliminations?|intersegment|intercompany|adjustments?|discounts?|rebates?|deductions?)\b", re.IGNORECASE
)
NO_SUM = lazy(
    r"\b(?:not|n.t) (?:necessarily )?(?:add|sum)|chain[- ]linked|randomly|random changes|differ from the (?:sum|total)"
    r"|rounded to base",
    re.IGNORECASE,
)
MONEY = lazy(  # of or from people: "net sales to external customers"; not what is per one of them
    r"(?!.*\bper\b).*\b(?:sales|revenues?|turnover|fees|payments?|income|costs?|expenses?|receivables?|payables?"
    r"|salaries|wages|compensation|benefits|deposits|loans)\b",
    re.IGNORECASE,
)
NO_SCALE = lazy(
    r"\b(?:per|eps|employees|headcount|fte|number of|people|customers|users|stores|shops|outlets|patients"
    r"|countries|ratio|times)\b",
    re.IGNORECASE,
)
_EMPTY = listed(
    "the a an of and or in on at by for from to with as total totals all sum overall subtotal net change increase "
    "decrease movement end start year"
)


@lru_cache(maxsize=8192)  # the labels of a table are held against each other
def content(label: str) -> frozenset[str]:
    """Return the words of a label that tell it from others, without the s of a plural."""
    words = re.findall(r"[^\W\d_]+", re.sub(r"\([^()]*\)", " ", label).casefold())
    return frozenset(word.removesuffix("s") for word in words) - _EMPTY


def is_gap(head: str) -> bool:
    """Whether a head says that its numbers are those of one column less those of another."""
    return bool(GAP.search(head) or NET.fullmatch(head))


def names(label: str, parts: Sequence[str]) -> bool:
    """Whether a label says by its words what it is made of: "Total assets" of current and non-current assets."""
    own, others = content(label), [content(part) for part in parts]
    return bool(own) and all(own & part for part in others) and own <= set[str]().union(*others)
