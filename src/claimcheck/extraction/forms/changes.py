"""The changes of a sentence, and whether one may be that of the levels beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.forms.ends import is_apposed_amount
from claimcheck.extraction.forms.respectively import in_row
from claimcheck.extraction.forms.units_taken import is_of_score
from claimcheck.extraction.text.comparatives import is_comparative, meant
from claimcheck.extraction.text.earlier import is_times
from claimcheck.extraction.text.languages import tells_better, tells_loss, tells_other_basis
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.points import meant_as_points
from claimcheck.extraction.text.words import in_unit_of, is_amount_of_change, is_change, is_yearly, of_one_unit

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_OTHER_BASIS = lazy(  # of growth that the levels printed beside it do not show
    r"\b(?:(?:at|in|on) (?:an? )?(?:constant|local|comparable|fixed)[ -](?:exchange|currenc|rate|price|basis)\w*"
    r"|on an? (?:organic|like[- ]for[- ]like|underlying|adjusted|pro[- ]forma|currency[- ]neutral) basis|organically"
    r"|currency[- ]neutral|like[- ]for[- ]like|excluding|stripping out|(?:adjusted|adjusting|corrected) for"
    r"|in real terms)\b",
    re.IGNORECASE,
)
_OWN_BASIS = lazy(r"\b(?:organic|underlying|comparable|like[- ]for[- ]like|real|adjusted)\b", re.IGNORECASE)
_BETTER = lazy(r"\b(?:improv|worse|deteriorat)", re.IGNORECASE)
_AS_MUCH = lazy(r"\s*as\s+(?:much|many|high|large|big)\s+as\b", re.IGNORECASE)
_DOLLARS = lazy(r"\b(?:dollar|sterling|currency|exchange|greenback)\b", re.IGNORECASE)
_PER_CURRENCY = lazy(r"\b(?:per|to the) (?:u\.?s\.? )?(?:dollar|euro|pound|franc|yuan)\b", re.IGNORECASE)
_RELATIVE = lazy(r"\brelative\b", re.IGNORECASE)
A_LOSS = lazy(r"\b(?:loss|losses|deficit|outflows?|shortfall|negative|use of cash|cash burn)\b", re.IGNORECASE)
_FASTER = lazy(r"\b(?:fast|quick)er\b|\bspeed-?ups?\b", re.IGNORECASE)
_FAR = 20_000  # times; millions are taken for billions at most
_NEAR = 12  # characters behind a change
_MOVED = lazy(r"\s*(?:up|down)\b", re.IGNORECASE)  # "46.6 bu, up 2 bu from July, up 1.5 bu from 45.1 bu"
_OUTDID = lazy(  # "passed the growth of its rival by 4 million to 3 million": how far each came
    r"\b(?:surpass|outpac|outstrip|outnumber|outgr|outsold|outsell|exceed|overt|beat|defeat|pass(?:es|ed)\b|top(?:s|ped)\b)"
    r"(?!.*\b(?:and|but|as|while|with|by|to)\b)[^,;:]*$",
    re.IGNORECASE,
)
_PER = lazy(
    r"\s*(?:(?:higher|lower|more|less|up|down) )?"
    r"(?:/|per\b|an? (?:year|quarter|month|week|day)\b(?! (?:earlier|ago|before))|annually\b)",
    re.IGNORECASE,
)


def changes(sentence: Sentence) -> list[Written]:
    """Return the numbers that say by how much something changed, and that the levels beside them may show."""
    numbers = sentence.quantities
    amounts = [w for w in numbers if is_amount_of_change(sentence, w) or is_apposed_amount(sentence, w)]
    amounts = [w for w in amounts if not _OUTDID.search(sentence.gap(sentence.start, w.start))]
    found = [w for w in numbers if w in amounts or is_change(sentence, w) or is_times_as_much(sentence, w)]
    return [w for w in found if not (is_yearly(sentence, w) or in_row(sentence, w) or on_other_basis(sentence, w))]


def _are_far(one: Written, other: Written) -> bool:
    """Whether two numbers are no levels of one thing: "$61 million, $148 each, 12% more than the $54 million of"."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return one.unit == other.unit and 0 < low * _FAR < high


_OF_OTHERS = lazy(  # whose levels are others: "1.8 times higher among people that use it from three to seven hours"
    r"\b(?:among|with\s+(?:an?\s+)?(?:increas|decreas|ris|fall|grow|declin)\w*)\b", re.IGNORECASE
)


def fits(sentence: Sentence, change: Written, earlier: Written | None, later: Written) -> bool:
    """Whether a change can be the one to a level, and from another one, by their units and signs."""
    if earlier is not None and is_comparative(sentence, later, earlier):
        later, earlier = meant(later, earlier)
        if (later.value < earlier.value) == (change.direction == "up"):
            return False  # the number in parentheses may be something else
    if later.end <= change.start and _MOVED.match(later.text):
        return False
    if (
        earlier is not None
        and change.end <= earlier.start < later.start
        and _OF_OTHERS.search(sentence.between(change, earlier))
    ):
        return False
    percents = (later.unit.family == "percent" or is_of_score(change, later)) and not _RELATIVE.search(
        sentence.before(change)
    )
    points = change.unit.family == "points" or (earlier is not None and meant_as_points(change, earlier, later))
    if percents != points or (earlier and (not of_one_unit(earlier, later) or _are_far(earlier, later))):
        return False
    turned = earlier is not None and (later.value < earlier.value) == (change.direction == "up")
    if turned and (_BETTER.search(sentence.words) or tells_better(sentence)):
        return False  # a loss or a ratio may improve by falling
    if _FASTER.search(f"{sentence.gap(change.start, change.end)} {sentence.after(change)[:_NEAR]}"):
        return False  # "500 ms, down from 1,150 ms (2.3 times faster)": of speeds, where durations are printed
    weighed = any(w.unit.per == "lb" for w in sentence.quantities) and not _DOLLARS.search(
        sentence.words
    )  # "$1.94 per pound"
    if _PER_CURRENCY.search(sentence.words) and not weighed:
        return False  # the yen rises from 150 to 140 per dollar
    told = is_change(sentence, change) or is_times_as_much(sentence, change) or in_unit_of(change, later)
    return told and not _crosses_zero(sentence, change, later)


def is_times_as_much(sentence: Sentence, written: Written) -> bool:
    """Whether a number says how many times as much there was: "almost twice as much as in 2022 (7.5 gigawatts)"."""
    level = next((w for w in sentence.quantities if w.amount_start >= written.amount_end), None)
    told = _AS_MUCH.match(sentence.after(written)) and not written.direction and written.unit.family == "multiple"
    return bool(told) or is_times(sentence, written, level)


def on_other_basis(sentence: Sentence, change: Written) -> bool:
    """Whether a relative change may be one that the levels beside it do not show: "8% at constant currency"."""
    if change.unit.family != "percent":
        return False
    own = _OWN_BASIS.search(sentence.gap(change.amount_end, max(change.end, change.amount_end)))  # "8% organic growth"
    other = own or _OTHER_BASIS.search(sentence.words) or tells_other_basis(sentence)
    return bool(other) or _is_per_something(sentence, change)


def _crosses_zero(sentence: Sentence, change: Written, later: Written) -> bool:
    """Whether a rise of more than the level it comes to may start at a loss."""
    if change.unit.name != later.unit.name or change.value <= later.value:
        return False
    loss = A_LOSS.search(sentence.words) or tells_loss(sentence)
    return bool(loss) or any(w.value < 0 for w in sentence.quantities)


def _is_per_something(sentence: Sentence, written: Written) -> bool:
    """Whether a percentage is one per store, per user, per quarter: none of the levels printed beside it."""
    return bool(written.unit.per or _PER.match(sentence.after(written)))
