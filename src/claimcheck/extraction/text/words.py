"""The words by which numbers of one sentence hang together, as patterns over what stands between them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.languages import tells_result
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.then import is_then, timeless
from claimcheck.quantity.conversion import factor
from claimcheck.quantity.lexicon.hedges import BEFORE
from claimcheck.quantity.terms import BARE, INDEX_POINTS

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_CAGR_BEFORE = lazy(
    r"\bcagr\b|\bcompound(?:ed)?(?: average)? annual(?:i[sz]ed)?\b"
    r"|\bannual(?:i[sz]ed)? (?:average )?(?:growth )?rate\b|"
    r"\b(?:average|mean) (?:annual|yearly)\b|\byearly (?:growth )?rate\b|年均",
    re.IGNORECASE,
)
_YEARLY = r"(?:a year|per year|per annum|p\.a\.|annually|each year|every year|on average per year|yearly)"
_CAGR_AFTER = lazy(
    rf"^\s*(?:\(?\s*cagr\b|compound|{_YEARLY}(?!\s+(?:earlier|ago|before|later|previously)))", re.IGNORECASE
)
YEAR_ON_YEAR = r"year[- ](?:on|over)[- ]year|yoy|y/y"
_LAPSE = lazy(rf"\b(?:{YEAR_ON_YEAR}|(?:from|than|over) (?:a|the previous|the prior) year)", re.IGNORECASE)
_STEP = lazy(
    r"\b(?:from|than in|than|over|on|compared (?:with|to)|versus) (?:that of )?(?:the )?"
    r"(?:previous|prior|preceding|last) (?P<step>quarter|month|half)\b"
    r"|\b(?:quarter|month)[- ]on[- ](?P<same>quarter|month)\b",
    re.IGNORECASE,
)
# Words that lead from one size of a thing to another, or to its rate, without naming another thing.
_LINKING = """
and or is are was were will be been being has have had it which that this its the a an to from by in at of with for
during over through until as up out on about around approximately roughly nearly almost some more than further
projected expected anticipated forecast forecasted forecasts estimated predicted likely set poised slated reach
hit attain touch grow rise increase expand climb surpass exceed reaching hitting growing rising increasing
expanding climbing registering exhibiting recording witnessing showing posting representing reflecting reached
grew rose increased expanded climbed surged market industry sector segment business size value valuation valued
worth cagr compound compounded annual annualized annualised average growth rate yearly year years period end
steady steadily rapidly quickly strongly then translating implying corresponding equivalent amounting year's
next coming following past last within total revenue revenues sales global globally worldwide advancing fiscal
accelerating progressing usd us between should could may would estimates believed demonstrating equal today
stand stood moving going developing gaining thus i.e e i s healthy robust strong generate generating totalling
totaling account accounting estimate but only now annually per annum overall therefore so hence having started
starting down fall expect expects analysts falling shrink shrinking decline declining contracting jump double
doubling again compared against versus we fastest largest biggest already still
"""
_LINKS = frozenset(_LINKING.split())
_WORD = lazy(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_ENDS_IN_LINK = lazy(r"\b(?:from|to)\s*$")
_AGAINST = ("above", "below", "stronger", "weaker", "cheaper")
_YEAR = lazy(r"\s*[12]\d{3}\s*(?:[.,;)]|$|and\b|but\b)", re.IGNORECASE)
_AIM = lazy(
    r"\s*than\s+(?:(?:the|its|their|our|an?)\s+)?(?:\w+\s+)?"
    r"(?:forecasts?|plans?|planned|targets?|budget|budgeted|expected|expectations|estimates?|guidance|consensus|trend)\b",
    re.IGNORECASE,
)
_HEDGES = sorted({phrase for told in BEFORE.values() for phrase in told if phrase[0].isalpha()}, key=len, reverse=True)
HEDGE = "|".join(
    [re.escape(phrase).replace(r"\ \.", r"\.").replace(r"\ ", r"\s+") for phrase in _HEDGES] + ["just", "only"]
)
HEDGES = rf"(?:(?:{HEDGE}|a|the)\s+){{0,4}}"
_RESULT = lazy(
    r"\b(?:income|profits?|earnings|loss|losses|benefit|expense|results?|ebit\w*|cash flows?|gain|surplus|deficit"
    r"|balance)\b",
    re.IGNORECASE,
)
OR = lazy(rf"\s*[,(–—-]?\s*or\s+(?:by\s+)?{HEDGES}", re.IGNORECASE)
_OF = lazy(r"\s*of\b", re.IGNORECASE)
_SINCE_THEN = lazy(  # "160 more than a year earlier, an increase of 11%", "up 160 from a year earlier, or 11%"
    r"\s*(?:(?:more|fewer|less|higher|lower)\s*)?(?:(?:than|from|on|over|since)\s*(?:[12]\d{3}\s*)?)?,\s+(?:or\s+(?:by\s+)?|an?\s+"
    rf"(?:increase|rise|gain|jump|growth|drop|fall|decline|decrease|reduction)\s+of\s+){HEDGES}",
    re.IGNORECASE,
)
WORD = r"[^\W\d_][\w'’-]*"
SO = r"(?:(?:which\s+is|that\s+is|or|for|giving|which\s+gives|making|equivalent\s+to|i\.e\.)\s+)"
_BESIDE = lazy(rf"(?:\s+{WORD}){{0,4}}\s*,?\s+(?:and|plus)\s+{HEDGES}", re.IGNORECASE)
_LISTED = lazy(rf"\s*,?\s+and\s+{HEDGES}", re.IGNORECASE)
CHINESE = r"[\u4e00-\u9fff]+"  # words that nothing parts
LEVELS = ("currency", "count", "measure", "none")
AGAINST = r"(?:as |when )?compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|(?:as )?against"
NORM = lazy(  # "above the long-term average of": what a level is held against, of no time
    rf"\s*(?:above|below|(?:more|less|fewer|higher|lower)\s+than)\s+(?:(?:the|its|their|our|an?)\s+)?"
    rf"(?:[\w–-]+\s+){{0,3}}?(?:average|mean|median|normal|norm)\s+of\s+{HEDGES}",
    re.IGNORECASE,
)
ON_YEARLY = r"on\s+(?:an?\s+)?(?:year[- ](?:on|over|to)[- ]year|yoy|y/y|annual|yearly)\s+basis\b"
_ON_STEP = (
    r"[qm]-?o-?[qm]|(?:month|quarter)[- ](?:on|over)[- ](?:month|quarter)"
    r"|on\s+(?:an?\s+)?(?:monthly|quarterly|weekly)\s+basis"
)
LATER = lazy(  # behind a growth "from the previous year to", of which the time is left out
    rf"^\W*(?:(?:{YEAR_ON_YEAR}|{_ON_STEP}|annually|more|higher|lower"
    rf"|{ON_YEARLY}|(?:from|over|on|{AGAINST})(?=\s+(?:to|and\s+amounted)\b))\W*)?"
    r"(?:to\s+(?:settle|close|end|finish|stand)(?:\s+the\s+\w+)?\s+at|to\s+average|to reach|to|reaching|hitting"
    r"|and\s+(?:amounted|came)\s+to|and\s+totall?ed)\b"
    r"\s*(?:(?:a|an|(?:[a-z]+(?:-[a-z]+)*\s+){1,2}(?:record|high|low|peak)(?=\s+of\b)"
    r"|total|of|record|the|all-time|high|seasonally[- ]adjusted|annuali[sz]ed|annual|rate|pace"
    rf"|new|{HEDGE})(?:\s+|$))*$",
    re.IGNORECASE,
)
TO = lazy(rf"^[^,;]{{0,40}}?\bto(?:\s+(?:a|an|total|of|record|reach|{HEDGE}))*\s*$", re.IGNORECASE)


_AWAITED = lazy(
    r"\b(?:and|but|expected|forecast|projected|set|planned|aims?|hopes?|must|needs?|should|will)\b",
    re.IGNORECASE,
)


def is_beside(sentence: Sentence, written: Written) -> bool:
    """Whether a number is told together with the one before it: the 300 of "1,200 cars and 300 vans"."""
    ahead = sentence.ahead(written.amount_start)
    return bool(ahead) and bool(_BESIDE.fullmatch(sentence.between(ahead[-1], written)))


def is_listed(sentence: Sentence, written: Written) -> bool:
    """Whether a number is the last of a list of its kind: the 28 of "grants of 15, 21 and 28 million"."""
    ahead = sentence.ahead(written.amount_start)
    listed = ahead and _LISTED.fullmatch(sentence.between(ahead[-1], written))
    return bool(listed) and ahead[-1].unit.family in (written.unit.family, "none")


def leads_to(gap: str) -> bool:
    """Whether the words between two levels lead from the one to the other, not "and is expected to reach"."""
    return bool(TO.match(gap)) and not _AWAITED.search(gap)


def is_yearly(sentence: Sentence, written: Written) -> bool:
    """Whether a percentage is a rate that compounds year by year: "CAGR of 35%", "14.5% a year"."""
    if written.unit.family != "percent":
        return False
    if written.unit.per in ("year", "annum"):
        return not re.match(r"\s*(?:earlier|ago|before|later)", sentence.after(written), re.IGNORECASE)
    return bool(_CAGR_BEFORE.search(_clause(sentence.before(written))) or _CAGR_AFTER.match(sentence.after(written)))


def _clause(text: str) -> str:
    """Return the end of `text` that belongs to the number behind it: after the last semicolon."""
    return text.rpartition(";")[2][-90:]


def is_change(sentence: Sentence, written: Written) -> bool:
    """Whether a number says by how much something changed: "increased by 200%", "up 43%", "doubled"."""
    if not written.direction or written.by_to == "to" or written.hedge == "plus-minus":
        return False
    if written.value < 0 and written.direction == "up":
        return False  # "-144% higher": the mark of a list
    phrase = sentence.gap(written.start, written.amount_start).lower()
    if _ENDS_IN_LINK.search(phrase) or _is_against(sentence, written):
        return False
    if written.direction == "down" and written.value > 1 and may_be_below_zero(sentence):
        return False  # what may be below 0 can fall by 150%
    part = written.form in ("word", "fraction") and written.value <= 1
    return written.unit.family in ("percent", "multiple", "points") or part


def _is_against(sentence: Sentence, written: Written) -> bool:
    """Whether a number is held against something else than the period before: "5% above the forecast"."""
    behind = sentence.gap(written.amount_end, written.end).lower().split()
    if not behind:
        return False
    if behind[-1] in _AGAINST:
        if _YEAR.match(sentence.gap(written.end, sentence.end)):
            return False  # "14% below 2017"
        level = next((w for w in sentence.quantities if w.amount_start >= written.end), None)
        return level is None or not (is_then(sentence, level) or NORM.fullmatch(sentence.between(written, level)))
    return bool(_AIM.match(sentence.gap(written.end, sentence.end)))


def is_amount_of_change(sentence: Sentence, written: Written) -> bool:
    """Whether a level's unit says by how much it changed: "fell by 5.0 kg", "rose $2 to $80"."""
    if not written.direction or written.by_to == "to" or written.unit.family not in LEVELS:
        return False
    if written.by_to == "by" and written.unit.family != "none":
        return True
    left = aside_of(sentence, written) or written
    at = sentence.quantities.index(left) + 1
    behind = sentence.quantities[at : at + 2]
    if not behind or not in_unit_of(written, behind[0]):
        return False
    if LATER.match(sentence.between(left, behind[0])):
        return True
    straight = re.search(r"\bfrom\s*$", sentence.between(left, behind[0]), re.IGNORECASE)
    return bool(straight) and len(behind) > 1 and leads_to(sentence.between(*behind))  # "fell 4 from 62 to 58"


def aside_of(sentence: Sentence, change: Written) -> Written | None:
    """Return the number that says a change over again, relative or not: "$4 million, or 20%, to $24 million"."""
    at = sentence.quantities.index(change) + 1
    aside = sentence.quantities[at] if at < len(sentence.quantities) else None
    if aside is None or aside.form != "number" or aside.unit.per or aside.hedge not in ("", "about"):
        return None
    relative = change.unit.family == "percent"
    if relative == (aside.unit.family == "percent") or aside.unit.family not in ("percent", *LEVELS):
        return None
    between = sentence.between(change, aside)
    if _OF.match(sentence.after(aside)):
        return None  # "up $4 million, or 10% of the total"
    gap = timeless(sentence.untimed(change.amount_end, aside.amount_start))
    if change.direction and _SINCE_THEN.fullmatch(gap) and aside.direction in ("", change.direction):
        return aside
    if aside.direction:
        return None
    inside = aside.parenthesised and not between.strip()
    signed = between.strip() == "(" and aside.text.lstrip()[:1] in "+-−"
    return aside if OR.fullmatch(between) or inside or signed else None


def in_unit_of(change: Written, level: Written) -> bool:
    """Whether an amount of change is in the unit of a level; points are in that of an index, which prints none."""
    index = change.unit.name == INDEX_POINTS.name and level.unit == BARE
    return index or (of_one_unit(change, level) and change.unit.per in ("", level.unit.per))


def may_be_below_zero(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a result, which may be a loss."""
    return bool(_RESULT.search(sentence.words)) or tells_result(sentence)


def of_one_unit(first: Written, second: Written) -> bool:
    """Whether two levels may be of one thing: in units of one kind, or one of them told without its noun or unit.

    Money is told without its unit in millions alone: "to $84 million from 93 million".
    """
    units = first.unit, second.unit
    if BARE in units and any(unit.family == "currency" and not unit.per for unit in units):
        return first.magnitude == second.magnitude > 1
    if units[0].per != units[1].per and units[0].per and units[1].per:
        return bool(factor(*units))  # a year, per pupil
    counted = BARE in units and all(unit.family in ("none", "count", "measure") for unit in units)
    if (units[0].per == "share") != (units[1].per == "share"):  # "68 cents per share, compared with 62 cents"
        return units[0].name == units[1].name and first.magnitude == second.magnitude == 1
    return counted or units[0].name == units[1].name or bool(factor(*units))


def is_year_on_year(sentence: Sentence, written: Written) -> bool:
    """Whether a change is said to be one from the year before."""
    return bool(_LAPSE.search(sentence.before(written)[-60:]) or _LAPSE.search(sentence.after(written)[:60]))


def step_back(sentence: Sentence, written: Written) -> str:
    """Return "quarter" or "month" for a change from the one before: "up 2% from the previous quarter"; else ""."""
    near = f"{sentence.before(written)[-60:]} | {sentence.after(written)[:60]}"
    found = _STEP.search(near)
    return (found["step"] or found["same"]).lower() if found else ""


def leads_on(gap: str) -> bool:
    """Whether the words between two numbers speak of the same thing: none of them could name another."""
    return all(word.lower() in _LINKS for word in _WORD.findall(gap))


_MARKET = lazy(
    r"\bthe (?:[^\W\d_][\w&/-]*,? ){0,5}?(?:market|industry|sector|segment|business|sales|revenues?)\b"
    r"(?: size| value)?(?: (?:for|of) (?:[\w-]+ ){0,3}?[\w-]+(?= (?:will|is|was|are|has|should|could|may)\b))?",
    re.IGNORECASE,
)


def names_market(text: str) -> bool:
    """Whether a text names a thing that has a size: "the global drone market"."""
    return bool(_MARKET.search(text)) or bool(re.search(r"\b(?:market|industry|sector|segment)\b", text, re.IGNORECASE))


def without_market(text: str) -> str:
    """Return a text without the first such name."""
    return _MARKET.sub(" ", text, count=1)
